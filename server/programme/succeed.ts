import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import { type Transaction, within } from '../platform/db.ts'
import type { Inheritance, Succeed } from '../platform/inheritance.ts'
import { REORGANISED, takeoversOf, takeoversSince } from '../registry/index.ts'
import type { ProgrammeDb } from './db.ts'
import { heldOn } from './holder.ts'
import { type ItemRow, type NewFact, saveItem, sinceOf } from './store.ts'

/** Entries that are not issued or stopped pass to the successor as leads from the day of the reorganisation; what was counted before stays. */
const passItems = async (
  trx: Transaction<ProgrammeDb>,
  actor: Actor,
  { from, to, on, source, now }: Passing,
): Promise<number> => {
  const { rows } = await sql<ItemRow>`
    select i.* from programme.item i
    where i.lead_agency_id = ${from.id} and i.state not in ('issued', 'stopped') order by i.item_id for update`.execute(
    trx,
  )
  for (const item of rows) {
    await saveItem(trx, { actor, now }, item, { lead_agency_id: to }, [{ dimension: 'lead', on, agencyId: to }])
    await recordPassed(trx, actor, item, { from: from.id, to, on, source, now })
  }
  return rows.length
}

/**
 * Of an entry that is open again though its lead has ended: the facts that pass it to its successors, each from the day that it
 * took over. Undefined where the lead exists, or no one took over.
 */
export async function passReopened(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  item: ItemRow,
): Promise<{ patch: { lead_agency_id: number }; facts: NewFact[] } | undefined> {
  const takeovers = await takeoversOf(trx, item.lead_agency_id, dayInVietnam(now))
  const last = takeovers.at(-1)
  if (!last) return undefined
  const steps = takeoversSince(takeovers, await sinceOf(trx, item.item_id, 'lead'))
  for (const { from, to, on } of steps)
    await recordPassed(trx, actor, item, { from: from.id, to: to.id, on, source: REORGANISED, now })
  const facts = steps.map(({ to, on }): NewFact => ({ dimension: 'lead', on, agencyId: to.id }))
  return { patch: { lead_agency_id: last.to.id }, facts }
}

/**
 * Entries that are recorded after their lead has ended pass to the successor, as those did that were there when it ended. Where
 * these are with the ended agency still (an end by hand moves nothing), so are the new ones, until a reorganisation moves both:
 * what one body owes is under one name.
 */
export async function passAdded(
  trx: Transaction<ProgrammeDb>,
  ask: AskToMake,
  itemIds: readonly number[],
): Promise<void> {
  const { rows } = await sql<ItemRow>`
    select i.* from programme.item i join registry.heirs(${dayInVietnam(ask.now)}::date) h on h.agency_id = i.lead_agency_id
    where i.item_id = any(${[...itemIds]}::bigint[]) and i.state not in ('issued', 'stopped')
      and not exists (
        select from programme.item o where o.lead_agency_id = i.lead_agency_id and o.state not in ('issued', 'stopped')
          and o.item_id <> all(${[...itemIds]}::bigint[]))
    order by i.item_id`.execute(trx)
  for (const item of rows) {
    const passed = await passReopened(trx, ask, item)
    if (passed) await saveItem(trx, ask, item, passed.patch, passed.facts)
  }
}

const recordPassed = (
  trx: Transaction<ProgrammeDb>,
  actor: Actor,
  item: ItemRow,
  { from, to, on, source, now }: { from: number; to: number; on: string; source: string; now: Temporal.Instant },
) =>
  record(trx, actor, 'item.movedBySuccession', {
    subject: { kind: 'programmeItem', id: item.item_id },
    on,
    at: now.toString(),
    before: { leadAgencyId: from },
    after: { leadAgencyId: to },
    detail: { reason: source },
  })

/**
 * Every action plan and detailing text that the agency holds, issued or not, is the successor's from that day: who counts them
 * then finds no agency that no longer exists. Of days before, they are who owed them.
 */
async function passDuties(
  trx: Transaction<ProgrammeDb>,
  actor: Actor,
  { from, to, on, source, now }: Passing,
  kind: 'plan' | 'detailing',
): Promise<number> {
  const [duties, id, subject] =
    kind === 'plan'
      ? [sql`programme.plan_duty`, sql.ref('plan_duty_id'), sql`d.plan_call_id`]
      : [sql`programme.detailing_duty`, sql.ref('detailing_duty_id'), sql`d.detailing_duty_id`]
  const held = heldOn(kind, { asOf: on })
  const { rows } = await sql<{ subject: number }>`
    with passed as (
      insert into programme.duty_move (${id}, agency_id, effective_on, source, recorded_at, recorded_by)
      select d.${id}, ${to}, ${on}::date, ${source}, ${now.toString()}::timestamptz, ${signatureOf(actor)}
      from ${duties} d ${held.join}
      where ${held.ofDay} = ${from.id}
      returning ${id} as moved_id
    )
    select ${subject} as subject from passed p join ${duties} d on d.${id} = p.moved_id order by 1`.execute(trx)
  for (const row of rows) {
    await record(trx, actor, `${kind}.movedBySuccession`, {
      subject: { kind: kind === 'plan' ? 'planCall' : 'detailingDuty', id: row.subject },
      on,
      at: now.toString(),
      before: { agencyId: from.id },
      after: { agencyId: to },
      detail: { reason: source },
    })
  }
  return rows.length
}

type Passing = Omit<Inheritance, 'to'> & { to: number }

/** What an agency leads and owes of the programme passes to its successor. */
export const passProgramme: Succeed = async (handle, actor, inheritance) => {
  const { to } = inheritance
  if (to === null) return { programmeItems: 0, planDuties: 0, detailingDuties: 0 }
  const trx = within<ProgrammeDb>(handle)
  const passing = { ...inheritance, to }
  return {
    programmeItems: await passItems(trx, actor, passing),
    planDuties: await passDuties(trx, actor, passing, 'plan'),
    detailingDuties: await passDuties(trx, actor, passing, 'detailing'),
  }
}
