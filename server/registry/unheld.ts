import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { Right } from '../platform/rights.ts'
import type { RegistryDb } from './db.ts'

/** The rights without which the office's work stops somewhere between a document and a signed report. */
const OFFICE: readonly Right[] = [
  'directive.review',
  'task.steer',
  'report.prepare',
  'report.sign',
  'urge.prepare',
  'urge.sign',
  'reorganisation.apply',
]

/**
 * Those that nobody has today who can sign in or was invited. After an installation, and after an upgrade in an office that
 * worked as its own administrator, these are what people are to be given posts for.
 */
export async function unheldRights(db: AnyHandle, today: string): Promise<Right[]> {
  const { rows } = await sql<{ right: Right }>`
    select k.name as right from unnest(${[...OFFICE]}::text[]) with ordinality as k(name, place)
    where not exists (
      select from registry.post o
      join registry.role r on r.role = o.role
      join registry.person p on p.person_id = o.person_id
      join platform.user_card u on u.user_id = p.user_id
      where k.name = any(r.rights) and o.valid @> ${today}::date and u.deactivated_at is null)
    order by k.place`.execute(reading<RegistryDb>(db))
  return rows.map(({ right }) => right)
}
