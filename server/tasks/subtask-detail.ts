import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Handle } from '../platform/db.ts'
import { prepared } from '../platform/prepared.ts'
import type { TaskOf } from './access.ts'
import type { TasksDb } from './db.ts'
import { nameOn } from './filter.ts'
import { periodState } from './period.ts'
import { mayWithdraw } from './prove.ts'
import type { Task } from './shapes.ts'
import { hiddenSubtasks } from './sight.ts'
import { mayDoSubtask } from './subtask-access.ts'
import type { ContributionCard, EvidenceCard, PeriodCard, RhythmCard, SubtaskCard } from './subtask-shapes.ts'

/** Which of these a task has. */
export type Has = Record<'subtasks' | 'evidence' | 'contributions' | 'rhythm' | 'periods', boolean>

/** What the agencies do with a task, as of now; agencies by their names of today. */
export async function deskOf(
  db: Handle<TasksDb>,
  actor: Actor,
  task: TaskOf,
  code: string,
  has: Has,
  today: string,
): Promise<Pick<Task, 'subtasks' | 'evidence' | 'contributions' | 'rhythm' | 'periods'>> {
  const hidden = has.subtasks ? await hiddenSubtasks(db, actor, task.task_id) : new Set<number>()
  const [subtasks, evidence, contributions, rhythm, periods] = await Promise.all([
    has.subtasks ? subtasksOf(db, actor, task, code, today) : [],
    has.evidence ? evidenceOf(db, actor, task, today) : [],
    has.contributions ? contributionsOf(db, task.task_id, today) : [],
    has.rhythm ? rhythmOf(db, task.task_id) : null,
    has.periods ? periodsOf(db, task.task_id, today) : [],
  ])
  return {
    subtasks: subtasks.filter(({ id }) => !hidden.has(id)),
    evidence: evidence.filter(({ of, ofId }) => of !== 'subtask' || !hidden.has(ofId)),
    contributions,
    rhythm,
    periods,
  }
}

type SubtaskFound = Omit<SubtaskCard, 'may' | 'isAfterTask' | 'isOverdue' | 'code'> & { position: number }

async function subtasksOf(
  db: Handle<TasksDb>,
  actor: Actor,
  task: TaskOf,
  code: string,
  today: string,
): Promise<SubtaskCard[]> {
  const { rows } = await prepared(sql<SubtaskFound>`
    select s.subtask_id as id, s.position, s.version, s.by_agency_id as "byAgencyId", ${nameOn(sql`s.by_agency_id`, today)} as "byAgencyName",
           s.agency_id as "agencyId", ${nameOn(sql`s.agency_id`, today)} as "agencyName", s.title, s.content, s.due_on as "dueOn",
           s.task_due_on as "taskDueOn", s.later_reason as "laterReason", s.state, s.percent, s.given_on as "givenOn",
           s.given_by as "givenBy", s.done_on as "doneOn", s.accepted_on as "acceptedOn",
           s.sent_back_reason as "sentBackReason", s.ended_reason as "endedReason", coalesce(r.list, '[]') as reports
    from tasks.subtask s
    left join lateral (
      select jsonb_agg(jsonb_build_object('kind', r.kind, 'reportedOn', r.reported_on, 'percent', r.percent, 'body', r.body,
                                          'recordedBy', r.recorded_by, 'recordedAt', r.recorded_at)
                       order by r.subtask_report_id desc) as list
      from tasks.subtask_report r where r.subtask_id = s.subtask_id
    ) r on true
    where s.task_id = ${task.task_id} order by s.position`).execute(db)
  return rows.map(({ position, ...subtask }) => ({
    ...subtask,
    code: `${code}/${position}`,
    isAfterTask: task.due_on !== null && subtask.dueOn > task.due_on,
    isOverdue: ['assigned', 'inProgress', 'sentBack'].includes(subtask.state) && subtask.dueOn < today,
    may: mayDoSubtask(actor, task, {
      state: subtask.state,
      agency_id: subtask.agencyId,
      by_agency_id: subtask.byAgencyId,
    }),
  }))
}

async function evidenceOf(db: Handle<TasksDb>, actor: Actor, task: TaskOf, today: string): Promise<EvidenceCard[]> {
  const { rows } = await prepared(sql<Omit<EvidenceCard, 'mayWithdraw'> & { withdrawnAt: string | null }>`
    select e.evidence_id as id,
           case when e.subtask_id is not null then 'subtask' when e.contribution_id is not null then 'contribution'
                when e.progress_report_id is not null then 'report' else 'task' end as of,
           coalesce(e.subtask_id, e.contribution_id, e.progress_report_id, e.task_id) as "ofId",
           e.kind, e.file_name as "fileName", e.media_type as "mediaType", e.size_bytes as "sizeBytes",
           encode(e.sha256, 'hex') as sha256, e.number, e.issued_on as "issuedOn", e.issuer, e.about,
           e.agency_id as "agencyId", ${nameOn(sql`e.agency_id`, today)} as "agencyName", e.added_on as "addedOn", e.added_by as "addedBy",
           e.withdrawn_on as "withdrawnOn", e.withdrawn_at as "withdrawnAt", e.withdrawn_by as "withdrawnBy",
           e.withdrawn_reason as "withdrawnReason"
    from tasks.evidence e
    where e.task_id = ${task.task_id} order by e.evidence_id desc`).execute(db)
  return rows.map(({ withdrawnAt, ...card }) => ({
    ...card,
    mayWithdraw: mayWithdraw(actor, task, { agency_id: card.agencyId, withdrawn_at: withdrawnAt }),
  }))
}

async function contributionsOf(db: Handle<TasksDb>, taskId: number, today: string): Promise<ContributionCard[]> {
  const { rows } = await prepared(sql<Omit<ContributionCard, 'state'> & { isLapsed: boolean }>`
    select c.contribution_id as id, c.agency_id as "agencyId", ${nameOn(sql`c.agency_id`, today)} as "agencyName", c.requested_what as "requestedWhat",
           c.requested_due_on as "requestedDueOn", c.requested_on as "requestedOn", c.requested_by as "requestedBy", c.body,
           c.given_on as "givenOn", c.given_by as "givenBy", c.lapsed_on is not null as "isLapsed"
    from tasks.contribution c
    where c.task_id = ${taskId} order by c.given_on desc nulls first, c.contribution_id desc`).execute(db)
  return rows.map(({ isLapsed, ...card }) => ({
    ...card,
    state: isLapsed ? 'lapsed' : card.givenOn !== null ? 'given' : card.requestedDueOn! < today ? 'late' : 'requested',
  }))
}

async function rhythmOf(db: Handle<TasksDb>, taskId: number): Promise<RhythmCard | null> {
  const { rows } = await prepared(sql<RhythmCard>`
    select cadence, cutoff, due_days as "dueDays", is_default as "isDefault", set_by as "setBy", set_at as "setAt"
    from tasks.rhythm where task_id = ${taskId}`).execute(db)
  return rows[0] ?? null
}

async function periodsOf(db: Handle<TasksDb>, taskId: number, today: string): Promise<PeriodCard[]> {
  const { rows } = await prepared(sql<Omit<PeriodCard, 'state'>>`
    select period_id as id, starts_on as "startsOn", ends_on as "endsOn", due_on as "dueOn",
           reported_on as "reportedOn", progress_report_id as "reportId"
    from tasks.period where task_id = ${taskId} and dropped_at is null order by starts_on desc`).execute(db)
  return rows.map((period) => ({ ...period, state: periodState(period, today) }))
}
