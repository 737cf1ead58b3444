import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { TasksDb } from './db.ts'
import type { DEADLINE_KINDS, State } from './shapes.ts'

/** An open task with what is needed to urge its lead. Days are ISO. */
export interface TaskToUrge {
  id: number
  code: string
  title: string
  sourceNumber: string | null
  urgency: string | null
  deadlineKind: (typeof DEADLINE_KINDS)[number]
  state: State
  leadAgencyId: number
  followUpAgencyId: number
  assignedOn: string
  dueOn: string | null
  percent: number
  /** The last day the lead reported on it or became its lead. */
  heardOn: string
  /** Milestones in force that are not done, by day. */
  milestones: { literal: string; dueOn: string }[]
  /** Periods without a report, by the day it is due. */
  periods: { id: number; endsOn: string; dueOn: string }[]
}

/**
 * Open tasks on which the lead has to act next, as they are now: not those claimed done, which wait for the giver. Only of
 * some agencies or ids, where given. `on` decides which periods are past due.
 */
export async function tasksToUrge(
  db: AnyHandle,
  { on, agencyIds, ids }: { on: string; agencyIds?: readonly number[]; ids?: readonly number[] },
): Promise<TaskToUrge[]> {
  const { rows } = await sql<TaskToUrge>`
    select t.task_id as id, t.code, t.title, t.source_number as "sourceNumber", t.urgency,
           t.deadline_kind as "deadlineKind", t.state, t.lead_agency_id as "leadAgencyId",
           t.follow_up_agency_id as "followUpAgencyId", t.assigned_on as "assignedOn", t.due_on as "dueOn", t.percent,
           greatest(t.assigned_on,
             (select max(r.reported_on) from tasks.progress_report r where r.task_id = t.task_id),
             (select max(p.since_on) from tasks.party p
              where p.task_id = t.task_id and p.is_accountable and p.ended_on is null)) as "heardOn",
           coalesce((select jsonb_agg(jsonb_build_object('literal', d.literal, 'dueOn', d.due_on) order by d.due_on, d.position)
                     from tasks.deadline d
                     where d.task_id = t.task_id and d.is_milestone and d.replaced_on is null and d.done_on is null), '[]')
             as milestones,
           coalesce((select jsonb_agg(jsonb_build_object('id', q.period_id, 'endsOn', q.ends_on, 'dueOn', q.due_on)
                                      order by q.due_on)
                     from tasks.period q
                     where q.task_id = t.task_id and q.due_on < ${on}::date and q.reported_on is null
                       and q.dropped_at is null), '[]') as periods
    from tasks.task t
    where t.state in ('assigned', 'received', 'inProgress')
      ${agencyIds === undefined ? sql`` : sql`and t.lead_agency_id = any(${[...agencyIds]}::bigint[])`}
      ${ids === undefined ? sql`` : sql`and t.task_id = any(${[...ids]}::bigint[])`}
    order by t.due_on nulls last, t.task_id`.execute(reading<TasksDb>(db))
  return rows
}

/** A task, and the instant (ISO) after which a report of its lead counts as a reply. */
export interface Since {
  taskId: number
  at: string
}

export interface Heard extends Since {
  /** The first day after it on which the lead reported; null: not yet. */
  reportedOn: string | null
  /** The first day after it on which the task was claimed done or confirmed. */
  doneOn: string | null
}

/** What was reported on tasks after an instant, up to `asOf`. One result per query, in the same order. */
export async function heardSince(db: AnyHandle, queries: readonly Since[], asOf: string): Promise<Heard[]> {
  if (queries.length === 0) return []
  const { rows } = await sql<Heard>`
    select q.task_id as "taskId", q.at,
           (select min(r.reported_on) from tasks.progress_report r
            where r.task_id = q.task_id and r.recorded_at > q.at and r.reported_on <= ${asOf}::date) as "reportedOn",
           (select min(f.effective_on) from tasks.fact f
            where f.task_id = q.task_id and f.recorded_at > q.at and f.effective_on <= ${asOf}::date
              and f.dimension = 'state' and f.state in ('reportedDone', 'confirmed')) as "doneOn"
    from unnest(${queries.map(({ taskId }) => taskId)}::bigint[], ${queries.map(({ at }) => at)}::timestamptz[])
      with ordinality q (task_id, at, place)
    order by q.place`.execute(reading<TasksDb>(db))
  return rows
}

/** The reports on some tasks since a day, newest first: to choose the one that is the reply. */
export async function reportsSince(
  db: AnyHandle,
  ids: readonly number[],
  since: string,
): Promise<{ id: number; taskId: number; code: string; reportedOn: string; body: string }[]> {
  const { rows } = await sql<{ id: number; taskId: number; code: string; reportedOn: string; body: string }>`
    select r.progress_report_id as id, r.task_id as "taskId", t.code, r.reported_on as "reportedOn",
           left(r.body, 300) as body
    from tasks.progress_report r join tasks.task t using (task_id)
    where r.task_id = any(${[...ids]}::bigint[]) and r.reported_on >= ${since}::date
    order by r.progress_report_id desc limit 200`.execute(reading<TasksDb>(db))
  return rows
}

/**
 * Names of tasks for paper: the title or, where it was cut short, the whole content, since an official letter may not stop
 * in the middle of a sentence.
 */
export async function taskNames(
  db: AnyHandle,
  ids: readonly number[],
): Promise<{ id: number; code: string; title: string; sourceNumber: string | null }[]> {
  const { rows } = await sql<{ id: number; code: string; title: string; sourceNumber: string | null }>`
    select task_id as id, code, case when title like '%…' then content else title end as title,
           source_number as "sourceNumber"
    from tasks.task where task_id = any(${[...ids]}::bigint[])`.execute(reading<TasksDb>(db))
  return rows
}
