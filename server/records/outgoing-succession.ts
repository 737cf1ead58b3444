import { type RawBuilder, sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { within } from '../platform/db.ts'
import type { Passed, Succeed } from '../platform/inheritance.ts'
import type { RecordsDb } from './db.ts'

/**
 * A body or unit passes to another: what is not signed yet is drafted on in the successor's name, and gets its number there. What is
 * signed keeps its body and number; the successor's clerk, who keeps the books of the body that is no more, seals and issues it.
 * Without a successor drafts stay, for whoever drafts them to drop.
 */
export const succeedOutgoing: Succeed = async (anyTrx, actor, { from, to, on, source, now: at }): Promise<Passed> => {
  if (to === null) return { outgoingDrafts: 0, documentTemplates: 0 }
  const trx = within<RecordsDb>(anyTrx)
  const now = at.toString()
  const touched = sql`version = version + 1, changed_at = ${now}, changed_by = ${signatureOf(actor)}`
  const body = bodyOf(to, on)
  const pass = async (kind: string, statement: RawBuilder<{ id: number }>): Promise<number> => {
    const { rows } = await statement.execute(trx)
    for (const { id } of rows)
      await record(trx, actor, `${kind}.passed`, {
        subject: { kind, id },
        at: now,
        on,
        before: { agencyId: from.id },
        after: { agencyId: to },
        detail: { source },
      })
    return rows.length
  }
  const outgoingDrafts = await pass(
    'outgoing',
    sql`update records.outgoing set
          unit_id = case when unit_id = ${from.id} then ${to}::bigint else unit_id end, agency_id = ${body}, ${touched}
        where (agency_id = ${from.id} or unit_id = ${from.id}) and signed_at is null and state <> 'dropped'
        returning outgoing_id as id`,
  )
  // One that the successor has by that name stays its own.
  const documentTemplates = await pass(
    'template',
    sql`update records.template t set agency_id = ${body}, ${touched}
        where t.agency_id = ${from.id} and t.retired_at is null
          and not exists (select from records.template o
            where o.agency_id = ${body} and o.kind = t.kind and o.name = t.name and o.retired_at is null)
        returning t.template_id as id`,
  )
  return { outgoingDrafts, documentTemplates }
}

/** The body of a unit on a day, or the body itself. */
const bodyOf = (id: number, on: string) => sql`(coalesce((select a.parent_id from registry.agency_card a
  where a.agency_id = ${id} and a.kind = 'unit' and a.valid @> ${on}::date), ${id}))`
