import { type RawBuilder, sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { within } from '../platform/db.ts'
import type { Passed, Succeed } from '../platform/inheritance.ts'
import type { RecordsDb } from './db.ts'

/**
 * A body or unit passes to another: its cases are the successor's from then on, with what waits at the archive. What is
 * still open is finished in the successor's work and belongs to its fonds; what had ended stays in the fonds of the body that is
 * no more (Thông tư 06/2025/TT-BNV). The log of each case says from whom it came. Without a successor they stay.
 */
export const succeedCases: Succeed = async (anyTrx, actor, { from, to, on, source, now: at }): Promise<Passed> => {
  if (to === null) return { caseFiles: 0, nomenclatures: 0 }
  const trx = within<RecordsDb>(anyTrx)
  const now = at.toString()
  const touched = sql`version = version + 1, changed_at = ${now}, changed_by = ${signatureOf(actor)}`
  const pass = async (kind: string, statement: RawBuilder<{ id: number }>): Promise<number> => {
    const { rows } = await statement.execute(trx)
    for (const { id } of rows)
      await record(trx, actor, `${kind === 'caseFile' ? 'case' : kind}.passed`, {
        subject: { kind, id },
        at: now,
        on,
        before: { agencyId: from.id },
        after: { agencyId: to },
        detail: { source },
      })
    return rows.length
  }
  const caseFiles = await pass(
    'caseFile',
    sql`update records.case_file set
          unit_id = case when unit_id = ${from.id} then ${to}::bigint else unit_id end,
          agency_id = case when agency_id = ${from.id} then ${bodyOf(to, on)} when unit_id = ${from.id} then ${bodyOf(to, on)} else agency_id end,
          fonds_id = case when state = 'open' then ${bodyOf(to, on)} else fonds_id end, ${touched}
        where (agency_id = ${from.id} or unit_id = ${from.id}) and state <> 'destroyed' returning case_id as id`,
  )
  const passed = sql`agency_id = case when agency_id = ${from.id} then ${bodyOf(to, on)} else agency_id end`
  await sql`update records.hand_over set ${passed}, unit_id = case when unit_id = ${from.id} then ${to}::bigint else unit_id end, ${touched}
    where (agency_id = ${from.id} or unit_id = ${from.id}) and state = 'offered'`.execute(trx)
  await sql`update records.destruction set ${passed}, ${touched}
    where agency_id = ${from.id} and state in ('proposed', 'considered', 'decided')`.execute(trx)
  // A year for which the successor has a nomenclature of its own keeps that one.
  const nomenclatures = await pass(
    'nomenclature',
    sql`update records.nomenclature n set agency_id = ${bodyOf(to, on)}, ${touched}
        where n.agency_id = ${from.id} and n.year >= extract(year from ${on}::date)
          and not exists (select from records.nomenclature o where o.agency_id = ${bodyOf(to, on)} and o.year = n.year)
        returning n.nomenclature_id as id`,
  )
  await sql`update records.nomenclature_line l set unit_id = ${to}
    from records.nomenclature n where n.nomenclature_id = l.nomenclature_id and l.unit_id = ${from.id}
      and n.year >= extract(year from ${on}::date)`.execute(trx)
  return { caseFiles, nomenclatures }
}

/** The body of a unit on a day, or the body itself. */
const bodyOf = (id: number, on: string) => sql`(coalesce((select a.parent_id from registry.agency_card a
  where a.agency_id = ${id} and a.kind = 'unit' and a.valid @> ${on}::date), ${id}))`
