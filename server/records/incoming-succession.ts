import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { within } from '../platform/db.ts'
import type { Passed, Succeed } from '../platform/inheritance.ts'
import type { RecordsDb } from './db.ts'
import { about } from './incoming-store.ts'

/**
 * A body or unit passes to another: the documents it has not done are the successor's, with the parts its units still have. What was
 * done stays in the book it was registered in, and so does every number: the successor numbers on in its own.
 * Without a successor they stay.
 */
export const succeedIncoming: Succeed = async (anyTrx, actor, { from, to, on, source, now: at }): Promise<Passed> => {
  if (to === null) return { incomingDocuments: 0, handlings: 0 }
  const trx = within<RecordsDb>(anyTrx)
  const now = at.toString()
  const touched = sql`version = version + 1, changed_at = ${now}, changed_by = ${signatureOf(actor)}`
  const { rows } = await sql<{ id: number }>`
    update records.incoming set agency_id = (coalesce((select a.parent_id from registry.agency_card a
        where a.agency_id = ${to} and a.kind = 'unit' and a.valid @> ${on}::date), ${to})), ${touched}
    where agency_id = ${from.id} and state not in ('done', 'returned', 'refused') returning incoming_id as id`.execute(
    trx,
  )
  for (const { id } of rows)
    await record(trx, actor, 'incoming.passed', {
      subject: about(id),
      at: now,
      on,
      before: { agencyId: from.id },
      after: { agencyId: to },
      detail: { source },
    })
  const { numAffectedRows: handlings = 0n } = await sql`
    update records.handling h set agency_id = case when h.agency_id is null then null else ${to}::bigint end, unit_id = ${to}::bigint, ${touched}
    where h.unit_id = ${from.id} and h.state in ('assigned', 'underway')`.execute(trx)
  return { incomingDocuments: rows.length, handlings: Number(handlings) }
}
