/** Whose open pages learn that a case, a hand-over or a destruction changed: those who may see it (`case-access.ts`). */
import { type RawBuilder, sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { Audience, Reached } from '../platform/live/channel.ts'
import type { RecordsDb } from './db.ts'

interface Row extends Reached {
  id: number
}
const reaching =
  (statement: (ids: RawBuilder<unknown>) => RawBuilder<Row>): Audience =>
  async (db: AnyHandle, ids: readonly number[]) => {
    const { rows } = await statement(sql`any(${[...ids]}::bigint[])`).execute(reading<RecordsDb>(db))
    return new Map(rows.map(({ id, agencies, people }) => [id, { agencies: agencies ?? [], people: people ?? [] }]))
  }

export const caseAudiences: Readonly<Record<string, Audience>> = {
  caseFile: reaching(
    (ids) => sql`select c.case_id as id, array[c.unit_id] as agencies, array[c.keeper_id] as people
      from records.case_file c where c.case_id = ${ids}`,
  ),
  nomenclature: reaching(
    (ids) => sql`select n.nomenclature_id as id, array[n.agency_id] as agencies, null as people
      from records.nomenclature n where n.nomenclature_id = ${ids}`,
  ),
  handOver: reaching(
    (ids) => sql`select h.hand_over_id as id, array[h.unit_id] as agencies, array[h.offered_by_id] as people
      from records.hand_over h where h.hand_over_id = ${ids}`,
  ),
  destruction: reaching(
    (ids) => sql`select d.destruction_id as id, null as agencies, array[d.proposed_by_id] as people
      from records.destruction d where d.destruction_id = ${ids}`,
  ),
  retentionClass: async () => new Map(),
}
