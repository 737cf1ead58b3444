import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import { historyOf } from '../platform/audit.ts'
import type { Handle } from '../platform/db.ts'
import { prepared } from '../platform/prepared.ts'
import { mayDo, taskToRead } from './access.ts'
import { REPORT_FIELDS } from './act-shapes.ts'
import { subtaskOf } from './changes.ts'
import { COLLECTIVE_CARD, DISTRIBUTED_INTO } from './collective.ts'
import type { TasksDb } from './db.ts'
import { isPassed } from './deadline.ts'
import { knownBefore, nameOn, type Scope, scopeOf } from './filter.ts'
import type { History, Task } from './shapes.ts'
import { hiddenSubtasks, INTERNAL_TO_GIVER, isGiverSide } from './sight.ts'
import { SOURCE_PATH } from './source.ts'
import { standing } from './standing.ts'
import { deskOf, type Has } from './subtask-detail.ts'
import { isMet } from './target.ts'

/** A task with everything that belongs to it. Standing, due day and completion are those of `asOf`; the rest is complete. */
export async function showTask(
  db: Handle<TasksDb>,
  actor: Actor,
  id: number,
  query: { asOf?: string; knownOn?: string },
  today: string,
): Promise<Task> {
  const now = await taskToRead(db, actor, id)
  const scope = scopeOf(query, today)
  const { has, then, ...task } = await rowOf(db, id, scope)
  const isOpen = then !== null && then.completedOn === null
  return {
    ...task,
    ...scope,
    standing: then?.standing ?? null,
    standingOnFirstDue: then ? standing(task.firstDueOn, then.completedOn, scope.asOf) : null,
    dueOn: then?.dueOn ?? null,
    completedOn: then?.completedOn ?? null,
    parties: await partiesOf(db, id, scope),
    deadlines: (await deadlinesOf(db, id)).map((deadline) => ({
      ...deadline,
      isOverdue: isPassed(deadline, isOpen, scope.asOf),
    })),
    targets: has.targets ? await targetsOf(db, id) : [],
    progress: has.progress ? await progressOf(db, id, scope) : [],
    requests: has.requests ? await requestsOf(db, id, scope) : [],
    reportCall: has.reportCall ? await reportCallOf(db, id) : null,
    amendments: has.amendments ? await amendmentsOf(db, id) : [],
    ...(await deskOf(db, actor, now, task.code, has, today)),
    may: mayDo(actor, now),
  }
}

/** Everything recorded about a task, oldest first. */
export async function showHistory(db: Handle<TasksDb>, actor: Actor, id: number): Promise<Static<typeof History>> {
  await taskToRead(db, actor, id)
  const hidden = await hiddenSubtasks(db, actor, id)
  const internal = isGiverSide(actor) ? await historyOf(db, INTERNAL_TO_GIVER, id) : []
  const entries = [...(await historyOf(db, 'task', id)), ...internal].sort((one, other) => one.id - other.id)
  const shown = entries.filter(({ detail }) => !hidden.has(subtaskOf(detail) ?? -1))
  return {
    entries: shown.map(
      ({ id: entry, event, happenedOn, recordedAt, actorName, onBehalfOfName, before, after, detail }) => ({
        id: entry,
        event,
        happenedOn,
        recordedAt,
        actor: actorName,
        onBehalfOf: onBehalfOfName,
        before,
        after,
        detail,
      }),
    ),
  }
}

type Then = Pick<Task, 'dueOn' | 'completedOn'> & { standing: NonNullable<Task['standing']> }

type Own = Omit<
  Task,
  | 'asOf'
  | 'knownOn'
  | 'standing'
  | 'standingOnFirstDue'
  | 'dueOn'
  | 'completedOn'
  | 'parties'
  | 'deadlines'
  | 'targets'
  | 'progress'
  | 'requests'
  | 'reportCall'
  | 'amendments'
  | 'subtasks'
  | 'evidence'
  | 'contributions'
  | 'rhythm'
  | 'periods'
  | 'may'
>

/** Its row, its standing, and what belongs to it: most of that is missing, and is then not queried. */
async function rowOf(
  db: Handle<TasksDb>,
  id: number,
  scope: Scope,
): Promise<
  Own & {
    then: Then | null
    has: Has & Record<'targets' | 'progress' | 'requests' | 'reportCall' | 'amendments', boolean>
  }
> {
  const { rows } = await prepared(sql<Awaited<ReturnType<typeof rowOf>>>`
    select t.task_id as id, t.code, t.version, t.title, t.content, t.group_title as "groupTitle", t.product, t.urgency,
           t.source_kind as "sourceKind", t.source_id as "sourceId", t.source_number as "sourceNumber",
           t.source_title as "sourceTitle", ${SOURCE_PATH} as "sourcePath", t.source_ref as "sourceRef",
           ${COLLECTIVE_CARD} as collective, ${DISTRIBUTED_INTO} as "distributedInto",
           case when t.proof_kind is not null then jsonb_build_object('name', t.proof_name, 'path',
             (select replace(r.path, ':id', t.proof_id::text) from tasks.source_kind r where r.kind = t.proof_kind)) end as proof,
           case when t.source_start is not null
                then jsonb_build_object('start', t.source_start, 'end', t.source_end) end as "sourceSpan",
           t.source_sentence as "sourceSentence", t.implements, t.assigned_on as "assignedOn", t.state,
           t.deadline_kind as "deadlineKind", t.recurs, t.first_due_on as "firstDueOn", t.claimed_on as "claimedOn",
           t.percent, t.follow_up_agency_id as "followUpAgencyId",
           (select f.name from registry.agency_card f where f.agency_id = t.follow_up_agency_id
            order by f.valid_from desc nulls last limit 1) as "followUpAgencyName",
           t.changed_at as "changedAt", t.changed_by as "changedBy",
           (select jsonb_build_object('dueOn', a.due_on, 'completedOn', a.completed_on, 'standing', a.standing)
            from tasks.as_of(${scope.asOf}::date, ${knownBefore(scope)}) a where a.task_id = t.task_id) as then,
           jsonb_build_object(
             'targets', exists (select from tasks.target g where g.task_id = t.task_id),
             'progress', exists (select from tasks.progress_report r where r.task_id = t.task_id),
             'requests', exists (select from tasks.request q where q.task_id = t.task_id),
             'reportCall', exists (select from tasks.report_call_card c where c.task_id = t.task_id),
             'amendments', exists (select from tasks.amendment m where m.task_id = t.task_id),
             'subtasks', exists (select from tasks.subtask s where s.task_id = t.task_id),
             'evidence', exists (select from tasks.evidence e where e.task_id = t.task_id),
             'contributions', exists (select from tasks.contribution c where c.task_id = t.task_id),
             'rhythm', exists (select from tasks.rhythm y where y.task_id = t.task_id),
             'periods', exists (select from tasks.period p where p.task_id = t.task_id)) as has
    from tasks.task t
    join tasks.source_kind k on k.kind = t.source_kind
    where t.task_id = ${id}`).execute(db)
  return rows[0]!
}

async function partiesOf(db: Handle<TasksDb>, id: number, { asOf }: Scope): Promise<Task['parties']> {
  const { rows } = await prepared(sql<Task['parties'][number]>`
    select p.agency_id as "agencyId", coalesce(${nameOn(sql`p.agency_id`, asOf)}, p.named_as) as name, p.named_as as "namedAs", p.role,
           p.is_accountable as "isAccountable", p.is_collective as "isCollective", p.scope, p.since_on as "sinceOn", p.ended_on as "endedOn",
           m.amended_on as "amendedOn",
           c.given_on as "contributedOn", c.due_on as "requestedUntil"
    from tasks.party p
    left join tasks.amendment m on m.amendment_id = p.amended_by_id
    left join lateral (
      select max(c.given_on) as given_on,
             max(c.requested_due_on) filter (where c.given_on is null and c.lapsed_on is null) as due_on
      from tasks.contribution c
      where c.task_id = p.task_id and c.agency_id = p.agency_id and not p.is_accountable
    ) c on true
    where p.task_id = ${id} order by p.role desc, p.position`).execute(db)
  return rows
}

async function deadlinesOf(db: Handle<TasksDb>, id: number): Promise<Omit<Task['deadlines'][number], 'isOverdue'>[]> {
  const { rows } = await prepared(sql<Omit<Task['deadlines'][number], 'isOverdue'>>`
    select deadline_id as id, kind, literal, due_on as "dueOn", is_milestone as "isMilestone", is_strict as "isStrict",
           recurs, rule, set_on as "setOn", set_by as "setBy", approved_by as "approvedBy", d.reason,
           replaced_on as "replacedOn", m.amended_on as "amendedOn", done_on as "doneOn"
    from tasks.deadline d
    left join tasks.amendment m on m.amendment_id = d.amended_by_id
    where d.task_id = ${id} order by position, deadline_id`).execute(db)
  return rows
}

async function targetsOf(db: Handle<TasksDb>, id: number): Promise<Task['targets']> {
  const { rows } = await prepared(sql<Omit<Task['targets'][number], 'isMet'>>`
    select g.target_id as id, g.literal, g.measure, g.comparator, g.value, g.max_value as max, g.unit, g.baseline, g.scope,
           g.by_when as "byWhen", coalesce(m.list, '[]') as measurements
    from tasks.target g
    left join lateral (
      select jsonb_agg(jsonb_build_object('value', m.value, 'measuredOn', m.measured_on, 'note', m.note,
                                          'recordedBy', m.recorded_by, 'recordedAt', m.recorded_at)
                       order by m.measured_on desc, m.measurement_id desc) as list
      from tasks.measurement m where m.target_id = g.target_id
    ) m on true
    where g.task_id = ${id} and g.amended_by_id is null order by g.position`).execute(db)
  return rows.map((target) => ({ ...target, isMet: isMet(target, target.measurements[0]?.value) }))
}

const REPORT_COLUMNS = sql.join(Object.keys(REPORT_FIELDS).map((field) => sql.ref(`r.${field}`)))

async function progressOf(db: Handle<TasksDb>, id: number, { asOf }: Scope): Promise<Task['progress']> {
  const { rows } = await prepared(sql<Task['progress'][number]>`
    select r.progress_report_id as id, r.reported_on as "reportedOn", ${REPORT_COLUMNS},
           case when o.period_id is not null
                then jsonb_build_object('startsOn', o.starts_on, 'endsOn', o.ends_on) end as period,
           r.product_number as "productNumber", r.product_on as "productDate", ${nameOn(sql`r.agency_id`, asOf)} as "agencyName",
           r.recorded_by as "recordedBy", r.recorded_at as "recordedAt"
    from tasks.progress_report r
    left join tasks.period o on o.progress_report_id = r.progress_report_id
    where r.task_id = ${id} order by r.reported_on desc, r.progress_report_id desc`).execute(db)
  return rows
}

async function requestsOf(db: Handle<TasksDb>, id: number, { asOf }: Scope): Promise<Task['requests']> {
  const { rows } = await prepared(sql<Task['requests'][number]>`
    select r.request_id as id, r.kind, r.requested_on as "requestedOn", r.requested_by as "requestedBy", r.reason,
           r.new_due_on as "newDueOn", r.new_agency_id as "newAgencyId", ${nameOn(sql`r.new_agency_id`, asOf)} as "newAgencyName", r.document, r.decision,
           r.decided_on as "decidedOn", r.decided_by as "decidedBy", r.decision_note as "decisionNote"
    from tasks.request r
    where r.task_id = ${id} order by r.request_id desc`).execute(db)
  return rows
}

async function reportCallOf(db: Handle<TasksDb>, id: number): Promise<Task['reportCall']> {
  const { rows } = await prepared(sql<NonNullable<Task['reportCall']>>`
    select report_call_id as id, due_on as "dueOn", words, called_on as "calledOn", called_by as "calledBy"
    from tasks.report_call_card where task_id = ${id}`).execute(db)
  return rows[0] ?? null
}

async function amendmentsOf(db: Handle<TasksDb>, id: number): Promise<Task['amendments']> {
  const { rows } = await prepared(sql<Task['amendments'][number]>`
    select amendment_id as id, reason, document_number as "documentNumber", document_on as "documentOn",
           file_name as "fileName", before, after, amended_on as "amendedOn", amended_by as "amendedBy"
    from tasks.amendment where task_id = ${id} order by amendment_id desc`).execute(db)
  return rows
}
