import { readFileSync } from 'node:fs'
import type { AgencyKind } from './shapes.ts'

/** The reference data in `data/`: the README says where each file comes from. */
export interface Reference {
  periods: PeriodRow[]
  codes: CodeRow[]
  aliases: { slug: string; alias: string }[]
  successions: SuccessionRow[]
  collectives: CollectiveRow[]
}

/**
 * An agency over a period; `from` null: since before anything recorded here; `to` is the first day after it, null:
 * still open.
 */
export interface PeriodRow {
  slug: string
  name: string
  nameEn: string | null
  abbreviation: string | null
  kind: AgencyKind
  parent: string | null
  position: number
  from: string | null
  to: string | null
  source: string
  confidence: string
}

export interface CodeRow {
  slug: string
  scheme: string
  code: string
  from: string | null
  to: string | null
  confidence: string
  source: string
}

export interface SuccessionRow {
  old: string
  new: string | null
  kind: string
  subject: string | null
  effectiveOn: string
  source: string
  confidence: string
}

export interface CollectiveRow {
  phrase: string
  kinds: string[]
  parent: string | null
  isOfIssuer: boolean
  isPart: boolean
}

/** Reads the five files. Throws if a row does not fit its header: half-read data would be trusted. */
export function readReference(): Reference {
  return {
    periods: [...rowsOf('agencies.tsv').map(agencyPeriod), ...rowsOf('provinces.tsv').map(provincePeriod)],
    codes: rowsOf('codes.tsv').map((row) => ({
      slug: row.slug!,
      scheme: row.scheme!,
      code: row.code!,
      from: optional(row.from),
      to: optional(row.to),
      confidence: row.confidence!,
      source: row.source!,
    })),
    aliases: rowsOf('aliases.tsv').map((row) => ({ slug: row.slug!, alias: row.alias! })),
    successions: rowsOf('successions.tsv').map((row) => ({
      old: row.old!,
      new: optional(row.new),
      kind: row.kind!,
      subject: optional(row.subject),
      effectiveOn: row.effective_on!,
      source: row.source!,
      confidence: row.confidence!,
    })),
    collectives: rowsOf('collectives.tsv').map((row) => ({
      phrase: row.phrase!,
      kinds: row.kinds === '' ? [] : row.kinds!.split(','),
      parent: row.parent === 'issuer' ? null : optional(row.parent),
      isOfIssuer: row.parent === 'issuer',
      isPart: row.part === 'part',
    })),
  }
}

type Row = Record<string, string>

function agencyPeriod(row: Row): PeriodRow {
  return {
    slug: row.slug!,
    name: row.name!,
    nameEn: optional(row.name_en),
    abbreviation: optional(row.abbreviation),
    kind: row.kind as AgencyKind,
    parent: optional(row.parent),
    position: Number(row.position),
    from: optional(row.from),
    to: optional(row.to),
    source: row.source!,
    confidence: row.confidence!,
  }
}

/** A province is an area; the agency that is given tasks is its People's Committee. */
function provincePeriod(row: Row): PeriodRow {
  const isCity = row.type!.toLowerCase() === 'thành phố'
  return {
    slug: row.slug!,
    name: `Ủy ban nhân dân ${row.type} ${row.area}`,
    nameEn: `People's Committee of ${row.area} ${isCity ? 'City' : 'Province'}`,
    abbreviation: `UBND ${row.type} ${row.area}`,
    kind: 'province',
    parent: null,
    position: Number(row.position),
    from: optional(row.from),
    to: optional(row.to),
    source: row.source!,
    confidence: row.confidence!,
  }
}

/** Rows of a file in `data/` by the names in its header. */
export function rowsOf(file: string): Row[] {
  const lines = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8')
    .normalize('NFC')
    .split('\n')
    .filter((line) => line !== '')
  const header = lines[0]!.split('\t')
  return lines.slice(1).map((line, index) => {
    const cells = line.split('\t')
    if (cells.length !== header.length) {
      throw new Error(`${file}, line ${index + 2}: ${cells.length} cells where the header has ${header.length}`)
    }
    return Object.fromEntries(header.map((name, column) => [name, cells[column]!]))
  })
}

export function optional(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell
}
