import { sql } from 'kysely'
import { addDays } from '../platform/calendar.ts'
import { type Handle, reading } from '../platform/db.ts'
import { type Resolution, resolveMany } from '../registry/index.ts'
import type { FoundLine, Known, KnownAgency, Passage } from './check.ts'
import type { ReorganisationDb } from './db.ts'
import type { Founding, Kind } from './shapes.ts'

type Db = Handle<ReorganisationDb>

/** The names a line gives for its two agencies, and its day if it has one. */
export interface Naming {
  old: string
  new: string
  kind: Kind | null
  effectiveOn: string | null
}

/**
 * Matches names to agencies: the old one by its name the day before, the new one by its name on the day. Only a certain
 * match counts; anything else is left for a person to choose.
 */
export async function resolveNames(
  db: Db,
  lines: readonly Naming[],
  today: string,
): Promise<{ old: Resolution; new: Resolution }[]> {
  const lookups = lines.flatMap((line) => {
    const on = line.effectiveOn ?? today
    return [
      { name: line.old, on: addDays(on, -1) },
      { name: line.new, on },
    ]
  })
  const found = new Map<string, Resolution>()
  for (const on of new Set(lookups.map((one) => one.on))) {
    const names = [...new Set(lookups.filter((one) => one.on === on && one.name !== '').map(({ name }) => name))]
    const answers = await resolveMany(reading(db), names, on)
    for (const [place, name] of names.entries()) found.set(`${on} ${name}`, answers[place]!)
  }
  const answer = (place: number) => found.get(`${lookups[place]!.on} ${lookups[place]!.name}`) ?? NOTHING
  return lines.map((_, place) => ({ old: answer(place * 2), new: answer(place * 2 + 1) }))
}

const NOTHING: Resolution = { outcome: 'unknown', agency: null, candidates: [], members: [] }

export const certain = ({ outcome, agency }: Resolution): number | null =>
  outcome === 'certain' && agency !== null ? agency.id : null

/** A line as stored. */
export interface LineRow extends Naming {
  id: number
  position: number
  kindWritten: string | null
  dayWritten: string | null
  subject: string | null
  source: string | null
  oldId: number | null
  newId: number | null
  founding: Founding | null
}

/** Lines with their possible matches, and what the registry knows about every agency they name. */
export async function findLines(
  db: Db,
  rows: readonly LineRow[],
  today: string,
): Promise<{ lines: FoundLine[]; known: Known }> {
  const open = rows.filter(({ oldId, newId, kind }) => oldId === null || (newId === null && kind !== 'abolished'))
  const answers = await resolveNames(db, open, today)
  const lines = rows.map((row): FoundLine => {
    const answer = answers[open.indexOf(row)]
    return {
      ...row,
      oldCandidates: row.oldId === null ? (answer?.old.candidates ?? []) : [],
      newCandidates: row.newId === null ? (answer?.new.candidates ?? []) : [],
    }
  })
  const ids = lines.flatMap(({ oldId, newId }) => [oldId, newId]).filter((id) => id !== null)
  return { lines, known: { agencies: await agenciesOf(db, ids), passages: await passagesOf(db), today } }
}

async function agenciesOf(db: Db, ids: readonly number[]): Promise<Map<number, KnownAgency>> {
  const { rows } = await sql<KnownAgency>`
    select agency_id as id, jsonb_agg(jsonb_build_object('from', valid_from, 'to', valid_to, 'name', name) order by valid)
           as periods
    from registry.agency_card where agency_id = any(${[...ids]}::bigint[]) group by agency_id`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function passagesOf(db: Db): Promise<Passage[]> {
  const rows = await db
    .selectFrom('registry.succession_card')
    .select(['old_agency_id as oldId', 'new_agency_id as newId', 'kind', 'effective_on as effectiveOn'])
    .orderBy('effective_on')
    .execute()
  return rows as Passage[]
}
