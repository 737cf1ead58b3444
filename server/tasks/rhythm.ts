import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import { type Transaction, toJson } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { JobContext } from '../platform/jobs.ts'
import { calendarOf } from '../registry/index.ts'
import { RHYTHMIC, type TaskOf, taskToChange } from './access.ts'
import type { TasksDb } from './db.ts'
import { periodOf } from './period.ts'
import { move } from './progress.ts'
import { saveTask } from './store.ts'
import type { SetRhythm } from './subtask-act-shapes.ts'
import type { Cadence, Cutoff } from './subtask-shapes.ts'
import { whenOf } from './when.ts'

/**
 * Tasks without an end are reported in a rhythm. A period is opened while it runs and is either reported or missed. It
 * changes no fact: a missed period does not make the task overdue. No report is due for days before the rhythm was known.
 */
const SYSTEM = systemActor('Kỳ báo cáo')

/** Opens periods that have begun and marks missed ones. Several servers in parallel open nothing twice (`period_once`). */
export async function keepPeriods(_payload: unknown, { db, clock }: JobContext): Promise<void> {
  const now = clock.now()
  await db.transaction().execute(async (trx) => {
    await giveDefaults(trx, now)
    await openPeriods(trx, now)
    await markMissed(trx, now)
  })
}

/** The follow-up unit sets how often a task is reported. Periods not reported and not past due are dropped. */
export async function setRhythm(trx: Transaction<TasksDb>, ask: Ask, input: SetRhythm): Promise<number> {
  const task = await taskToChange(trx, ask, 'setRhythm')
  move(task.state, 'setRhythm')
  if (!task.is_rhythmic) {
    throw wrong('cadence', 'task.not_rhythmic', 'Nhiệm vụ có ngày kết thúc nên không đặt chế độ báo cáo định kỳ.')
  }
  const when = whenOf(ask)
  const before = await trx
    .selectFrom('tasks.rhythm')
    .select(['cadence', 'cutoff', 'due_days as dueDays'])
    .where('task_id', '=', task.task_id)
    .executeTakeFirst()
  const set = {
    cadence: input.cadence,
    cutoff: input.cutoff,
    due_days: input.dueDays,
    since_on: when.on,
    is_default: false,
    set_at: when.at,
    set_by: when.by,
  }
  await trx
    .insertInto('tasks.rhythm')
    .values({ task_id: task.task_id, ...set })
    .onConflict((conflict) => conflict.column('task_id').doUpdateSet(set))
    .execute()
  await trx
    .updateTable('tasks.period')
    .set({ dropped_at: when.at })
    .where('task_id', '=', task.task_id)
    .where('reported_on', 'is', null)
    .where('dropped_at', 'is', null)
    .where('due_on', '>=', when.on)
    .execute()
  const version = await saveTask(trx, task.task_id, when, {})
  await record(trx, ask.actor, 'task.rhythmSet', {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    before,
    after: input,
  })
  await openPeriods(trx, ask.now, task.task_id)
  return version
}

/**
 * A report of the accountable lead counts for a period: the named one, or the oldest not reported yet; `null` means none.
 * Throws naming the field where the named one is not a period of the task or is already reported.
 */
export async function answerPeriod(
  trx: Transaction<TasksDb>,
  task: TaskOf,
  reportId: number,
  reportedOn: string,
  named: number | null | undefined,
): Promise<void> {
  if (named === null || (named === undefined && task.part !== 'accountable')) return
  const awaited = await trx
    .selectFrom('tasks.period')
    .select(['period_id', 'reported_on'])
    .where('task_id', '=', task.task_id)
    .where('dropped_at', 'is', null)
    .where('starts_on', '<=', reportedOn)
    .orderBy('starts_on')
    .execute()
  const found =
    named === undefined
      ? awaited.find(({ reported_on }) => reported_on === null)
      : awaited.find(({ period_id }) => period_id === named)
  if (named !== undefined && (!found || task.part !== 'accountable')) {
    throw wrong('periodId', 'period.not_awaited', 'Nhiệm vụ không có kỳ báo cáo này. Hãy chọn lại kỳ.')
  }
  if (!found) return
  if (found.reported_on !== null) {
    throw wrong(
      'periodId',
      'period.reported',
      'Kỳ này đã có báo cáo. Hãy chọn kỳ khác, hoặc chọn “không tính cho kỳ nào”.',
    )
  }
  await trx
    .updateTable('tasks.period')
    .set({ progress_report_id: reportId, reported_on: reportedOn })
    .where('period_id', '=', found.period_id)
    .execute()
}

/** Tasks without a rhythm get the default one for what their source states. */
async function giveDefaults(trx: Transaction<TasksDb>, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into tasks.rhythm (task_id, cadence, cutoff, due_days, since_on, is_default, set_at, set_by)
    select t.task_id, d.cadence, d.cutoff, d.due_days, ${dayInVietnam(now)}::date, true, ${now.toString()}::timestamptz,
           ${SYSTEM.name}
    from tasks.task t
    cross join lateral (
      select d.cadence, d.cutoff, d.due_days from tasks.rhythm_default d
      where d.recurs is not distinct from t.recurs and (d.deadline_kind is null or d.deadline_kind = t.deadline_kind)
      order by d.deadline_kind nulls last limit 1
    ) d
    where ${RHYTHMIC} and t.state in ('assigned', 'received', 'inProgress', 'reportedDone')
      and not exists (select from tasks.rhythm r where r.task_id = t.task_id)
    on conflict do nothing`.execute(trx)
}

interface Due {
  task_id: number
  cadence: Exclude<Cadence, 'none'>
  cutoff: Cutoff
  due_days: number
  /** Last day of its last period. */
  last: string | null
}

/** Opens the period of today of every open task (or of one) that has a rhythm and no period for today. What recurs ends with its due day. */
async function openPeriods(trx: Transaction<TasksDb>, now: Temporal.Instant, taskId?: number): Promise<void> {
  const today = dayInVietnam(now)
  const { rows } = await sql<Due>`
    select r.task_id, r.cadence, r.cutoff, r.due_days, p.last
    from tasks.rhythm r
    join tasks.task t on t.task_id = r.task_id
    left join lateral (
      select max(p.ends_on) as last from tasks.period p where p.task_id = r.task_id and p.dropped_at is null
    ) p on true
    where r.cadence <> 'none' and t.state in ('assigned', 'received', 'inProgress')
      and (t.due_on is null or t.due_on >= ${today}::date)
      and (p.last is null or p.last < ${today}::date)
      and (${taskId ?? null}::bigint is null or r.task_id = ${taskId ?? null}::bigint)
    order by r.task_id`.execute(trx)
  if (rows.length === 0) return
  const calendar = await calendarOf(trx)
  const spans = rows.map(({ task_id, cadence, cutoff, due_days, last }) => {
    const { startsOn, endsOn } = periodOf(cadence, cutoff, today)
    // After a change of rhythm the first period begins the day after the last one ended.
    const starts =
      last !== null && last >= startsOn ? Temporal.PlainDate.from(last).add({ days: 1 }).toString() : startsOn
    return { task_id, starts_on: starts, ends_on: endsOn, due_on: calendar.addWorkingDays(endsOn, due_days) }
  })
  const { rows: opened } = await sql<Opened>`
    insert into tasks.period (task_id, starts_on, ends_on, due_on, opened_at)
    select s.task_id, s.starts_on, s.ends_on, s.due_on, ${now.toString()}::timestamptz
    from jsonb_to_recordset(${toJson(spans)}::jsonb) as s (task_id bigint, starts_on date, ends_on date, due_on date)
    order by s.task_id
    on conflict do nothing
    returning period_id, task_id, starts_on, ends_on, due_on`.execute(trx)
  await recordOnTasks(trx, 'period.opened', opened, now)
}

async function markMissed(trx: Transaction<TasksDb>, now: Temporal.Instant): Promise<void> {
  const today = dayInVietnam(now)
  const { rows } = await sql<Opened>`
    update tasks.period p set missed_on = ${today}::date
    from tasks.task t
    where t.task_id = p.task_id and t.state in ('assigned', 'received', 'inProgress')
      and p.reported_on is null and p.missed_on is null and p.dropped_at is null and p.due_on < ${today}::date
    returning p.period_id, p.task_id, p.starts_on, p.ends_on, p.due_on`.execute(trx)
  await recordOnTasks(trx, 'period.missed', rows, now)
}

interface Opened {
  period_id: number
  task_id: number
  starts_on: string
  ends_on: string
  due_on: string
}

async function recordOnTasks(
  trx: Transaction<TasksDb>,
  event: 'period.opened' | 'period.missed',
  periods: readonly Opened[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { period_id, task_id, starts_on, ends_on, due_on } of periods) {
    await record(trx, SYSTEM, event, {
      subject: { kind: 'task', id: task_id },
      at: now.toString(),
      detail: { periodId: period_id, startsOn: starts_on, endsOn: ends_on, dueOn: due_on },
    })
  }
}
