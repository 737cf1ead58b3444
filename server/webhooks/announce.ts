import { sql } from 'kysely'
import { type Announcement, publicEvents } from '../platform/audit.ts'
import { type AnyTransaction, toJson } from '../platform/db.ts'
import { addJob } from '../platform/jobs.ts'
import { prepared } from '../platform/prepared.ts'
import { EVERY } from './events.ts'

/** Delivers what is due for one endpoint; payload `{ endpointId }`. */
export const DELIVER_JOB = 'webhooks.deliver'

/**
 * Adds deliveries of an act on a task to the endpoints of the agencies that have or had a part in it, and of those above
 * them, in the transaction of the act. The payload holds only what each of them may read of the task, and names no person.
 * Acts on a sub-task go to the lead and the unit only.
 */
export async function spreadTaskEvent(trx: AnyTransaction, { auditId, event, subject }: Announcement): Promise<void> {
  if (subject.kind !== 'task') return
  const { rows } = await prepared(sql<{ endpointId: number }>`
    with act as (
      select a.recorded_at, a.happened_on, (a.detail ->> 'subtaskId')::bigint as subtask_id
      from platform.audit_entry a where a.audit_id = ${auditId}
    ), audience as (
      select registry.above(coalesce(p.agency_ids, t.agency_ids), act.happened_on) as above,
             jsonb_build_object('happenedOn', act.happened_on, 'task', jsonb_build_object(
               'id', t.task_id, 'code', t.code, 'title', t.title, 'state', t.state, 'percent', t.percent,
               'dueOn', t.due_on, 'leadAgencyId', t.lead_agency_id, 'version', t.version)) as data
      from tasks.task_audience t cross join act left join tasks.subtask_audience p on p.subtask_id = act.subtask_id
      where t.task_id = ${subject.id} and exists (select from webhooks.endpoint e where e.removed_at is null)
    )
    insert into webhooks.delivery (endpoint_id, kind, event, audit_id, occurred_at, data)
    select e.endpoint_id, 'event', ${event}, ${auditId}, act.recorded_at, audience.data
    from webhooks.endpoint e cross join audience cross join act
    where e.removed_at is null and e.events && array[${event}, ${EVERY}] and e.agency_id = any(audience.above)
    order by e.endpoint_id
    returning endpoint_id as "endpointId"`).execute(trx)
  for (const { endpointId } of rows) await addDelivering(trx, endpointId)
}

/**
 * Adds deliveries of another room's event to the endpoints of an agency and of those above it, in the caller's transaction.
 * The agency must be allowed to read everything in `payload`. Returns the number of endpoints. Throws for an event that no
 * room declares public: no endpoint could subscribe to it.
 */
export async function announceTo(
  trx: AnyTransaction,
  agencyId: number,
  event: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<number> {
  if (!publicEvents(trx).some(({ name }) => name === event)) throw new Error(`no room declares ${event} public`)
  const { rows } = await sql<{ endpointId: number }>`
    insert into webhooks.delivery (endpoint_id, kind, event, occurred_at, data)
    select e.endpoint_id, 'event', ${event}, now(), ${toJson(payload)}::jsonb
    from webhooks.endpoint e
    where e.removed_at is null and e.events && array[${event}, ${EVERY}]
      and e.agency_id = any(registry.above(array[${agencyId}]::bigint[], (now() at time zone 'Asia/Ho_Chi_Minh')::date))
    order by e.endpoint_id
    returning endpoint_id as "endpointId"`.execute(trx)
  for (const { endpointId } of rows) await addDelivering(trx, endpointId)
  return rows.length
}

/**
 * Without a job key: two concurrent acts would wait for each other's commit over it. A surplus job finds nothing to do.
 * `at` (ISO) delays it.
 */
export async function addDelivering(trx: AnyTransaction, endpointId: number, at?: string): Promise<void> {
  await addJob(trx, DELIVER_JOB, { endpointId }, at === undefined ? {} : { runAt: at })
}
