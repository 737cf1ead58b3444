import type { Handle } from '../platform/db.ts'
import type { RegistryDb } from './db.ts'
import type { Candidate } from './shapes.ts'
import { type CollectiveRow, collectives, type NameRow, namesOn, type Passage, passages } from './store.ts'
import { folded, plain } from './words.ts'

/** One spelling of one agency over one of its periods. */
export interface Spelling {
  row: NameRow
  plain: string
  folded: string
  /** A short code that only the agency's own papers use ("KSTT"): counts only if that agency is the issuer. */
  isInternal: boolean
}

/** All that matching names on one day needs, read once. */
export interface Lexicon {
  on: string | null
  rows: NameRow[]
  /** Those of the day. */
  spellings: Spelling[]
  /** Those of other days. */
  others: Spelling[]
  collectives: CollectiveRow[]
  passages: Passage[]
}

/** Reads names, collective phrases and successions. `on` null: every name of every day. */
export async function readLexicon(db: Handle<RegistryDb>, on: string | null): Promise<Lexicon> {
  const rows = await namesOn(db, on)
  const nameOf = new Map(rows.filter(({ isThere }) => isThere).map((row) => [row.id, row]))
  const of = (row: NameRow) => spellingsOf(row, row.parentId === null ? undefined : nameOf.get(row.parentId))
  return {
    on,
    rows,
    spellings: rows.filter(({ isThere }) => isThere).flatMap(of),
    others: rows.filter(({ isThere }) => !isThere).flatMap(of),
    collectives: await collectives(db),
    passages: await passages(db),
  }
}

/** How an agency may be written: its names, and for a unit its name with that of the agency it belongs to. */
function spellingsOf(row: NameRow, parent: NameRow | undefined): Spelling[] {
  const names = [row.name, ...row.aliases]
  if (row.kind === 'province') names.push(...areaNames(row.name))
  const withParent = parent
    ? names.flatMap((name) => [`${name} ${parent.name}`, `${name} thuộc ${parent.name}`, `${name} của ${parent.name}`])
    : []
  const open = [...names, ...withParent].map((name) => spelling(row, name, false))
  const short = row.abbreviation === null ? [] : [spelling(row, row.abbreviation, row.kind === 'unit')]
  return [...open, ...short]
}

function spelling(row: NameRow, name: string, isInternal: boolean): Spelling {
  const key = plain(name)
  return { row, plain: key, folded: folded(key), isInternal }
}

/** "Ủy ban nhân dân tỉnh Quảng Ninh" is also written "tỉnh Quảng Ninh" and "Quảng Ninh". */
function areaNames(name: string): string[] {
  const found = /^Ủy ban nhân dân ((?:tỉnh|thành phố) (.+))$/iu.exec(name)
  return found ? [found[1]!, found[2]!] : []
}

export function candidate(row: NameRow, likeness: number, insteadOf?: string): Candidate {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    likeness: Math.round(likeness * 1000) / 1000,
    ...(insteadOf === undefined ? {} : { insteadOf }),
  }
}
