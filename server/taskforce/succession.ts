import { type RawBuilder, sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type Transaction, within } from '../platform/db.ts'
import type { Passed, Succeed } from '../platform/inheritance.ts'
import { REORGANISED, takeoversOf, takeoversSince } from '../registry/index.ts'
import type { TaskforceDb } from './db.ts'

/**
 * An agency passes to another: what is open about it here is answered by the successor from then on. What was addressed to it
 * keeps its name, the areas of members without an account show the break, and what is closed stays. Where there is no
 * successor, open things stay with the agency that ended, for the office to withdraw or send elsewhere.
 */
export const succeedAtTaskforce: Succeed = async (
  anyTrx,
  actor,
  { from, to, on, source, now: at },
): Promise<Passed> => {
  const trx = within<TaskforceDb>(anyTrx)
  const areas = await passAreas(trx, { from: from.id, to, on, source })

  if (to === null) return { taskForceAreas: areas }
  const now = at.toString()
  const by = signatureOf(actor)
  /** Passes open things of one kind to the successor, and says so in the log of each. */
  const pass = async (kind: string, statement: RawBuilder<{ id: number }>) => {
    const { rows } = await statement.execute(trx)
    for (const { id } of rows) {
      await record(trx, actor, `${kind}.passed`, {
        subject: { kind, id },
        at: now,
        on,
        before: { agencyId: from.id },
        after: { agencyId: to },
        detail: { source },
      })
    }
    return rows.length
  }
  const touched = sql`version = version + 1, changed_at = ${now}, changed_by = ${by}`
  return {
    taskForceAreas: areas,
    recommendations: await pass(
      'recommendation',
      sql`update taskforce.recommendation set agency_id = ${to}, ${touched}
        where agency_id = ${from.id} and state in ('drafted', 'made', 'accepted', 'claimed', 'declined') and task_id is null
        returning recommendation_id as id`,
    ),
    inspections: await pass(
      'inspection',
      sql`update taskforce.inspection set agency_id = ${to}, ${touched}
        where agency_id = ${from.id} and state not in ('concluded', 'stopped') returning inspection_id as id`,
    ),
    findings: await pass(
      'finding',
      sql`update taskforce.finding set responsible_id = ${to}, ${touched}
        where responsible_id = ${from.id} and state in ('draft', 'sent', 'open', 'remedying', 'claimed') returning finding_id as id`,
    ),
    questions: await pass(
      'question',
      sql`update taskforce.question set agency_id = ${to}, ${touched}
        where agency_id = ${from.id} and state = 'sent' returning question_id as id`,
    ),
  }
}

/**
 * Areas of a member that are recorded after a reorganisation pass as they would have if they had been there: from each agency
 * that has ended since `fromOn` to its successor from its day, over any number of them, and end where nobody took over.
 */
export async function passRecordedAreas(
  trx: Transaction<TaskforceDb>,
  memberId: number,
  { agencyIds, fromOn, today }: { agencyIds: readonly number[]; fromOn: string; today: string },
): Promise<void> {
  for (const agencyId of agencyIds) {
    const steps = takeoversSince(await takeoversOf(trx, agencyId, today), fromOn)
    for (const { from, to, on } of steps) {
      await passAreas(trx, { from: from.id, to: to.id, on, source: REORGANISED, memberId })
    }
    const last = steps.at(-1)?.to.id ?? agencyId
    const { rows } = await sql<{ on: string }>`
      select max(upper(a.valid)) as on from registry.agency_card a where a.agency_id = ${last}
      having max(upper(a.valid)) <= ${today}::date and not bool_or(upper_inf(a.valid))`.execute(trx)
    for (const { on } of rows) await passAreas(trx, { from: last, to: null, on, source: REORGANISED, memberId })
  }
}

/**
 * The areas of members without an account, or of one of them: they end, and begin again with the successor. The registry passes
 * the others.
 */
async function passAreas(
  trx: Transaction<TaskforceDb>,
  {
    from,
    to,
    on,
    source,
    memberId,
  }: { from: number; to: number | null; on: string; source: string; memberId?: number },
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    with ended as (
      update taskforce.area a set to_on = greatest(${on}::date - 1, a.from_on)
      where a.agency_id = ${from} and (${memberId ?? null}::bigint is null or a.member_id = ${memberId ?? null}::bigint)
        and (a.to_on is null or a.to_on >= ${on}::date)
      returning a.member_id, a.to_on as last, (select m.to_on from taskforce.member m where m.member_id = a.member_id) as until
    )
    insert into taskforce.area (member_id, agency_id, from_on, to_on, act, passed_from_id)
    select e.member_id, ${to}::bigint, ${on}::date, e.until, ${source}, ${from}
    from ended e
    where ${to}::bigint is not null and (e.until is null or e.until >= ${on}::date)
      and not exists (select from taskforce.area o where o.member_id = e.member_id and o.agency_id = ${to}::bigint
        and (o.to_on is null or o.to_on >= ${on}::date))`.execute(trx)
  return Number(numAffectedRows)
}
