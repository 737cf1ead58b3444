import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { decodeCursor, pageOf } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { holdsTyped } from '../platform/search.ts'
import { tasksToRead } from '../tasks/index.ts'
import { answersFor, mayKeep, mayLead, toReadPart, worksOn } from './access.ts'
import type { TaskforceDb } from './db.ts'
import { sideOf } from './explain.ts'
import { askOf, countsFinding, countsInspection } from './figures.ts'
import { canFinding } from './finding-state.ts'
import {
  FINDING_SCREEN_ACTS,
  type Finding,
  type FindingList,
  type FindingQuery,
  type FindingRow,
  INSPECTION_SCREEN_ACTS,
  type Inspection,
  type InspectionList,
  type InspectionQuery,
  type InspectionRow,
  type TaskTrace,
} from './inspection-shapes.ts'
import { canInspection, type InspectionState } from './inspection-state.ts'
import { PAGE } from './shapes.ts'
import {
  isOffice,
  seesAgency,
  seesFinding,
  seesInspection,
  seesMark,
  seesPaper,
  seesPartOfInspection,
  seesRecommendation,
} from './sight.ts'

const dayAndId = (key: readonly unknown[]): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])

const ROW = (actor: Actor) => sql`
  i.inspection_id as id, i.version, i.title, json_build_object('id', a.agency_id, 'name', a.name) as agency, i.form,
  i.from_on as "fromOn", i.to_on as "toOn", i.state, i.decision, i.explain_by as "explainBy", i.answer_by as "answerBy",
  i.concluded_on as "concludedOn",
  (select count(*) from taskforce.finding f
   where f.inspection_id = i.inspection_id and f.state not in ('draft', 'dropped') and ${seesFinding(actor)})::integer as findings`

/** `inspection i` that was decided and is not concluded. */
export const IS_UNDER_WAY = sql<boolean>`i.state not in ('planned', 'concluded', 'stopped')`
/** `finding f` that was concluded and whose remedy is not confirmed. */
export const IS_NOT_REMEDIED = sql<boolean>`f.state in ('open', 'remedying', 'claimed')`

/** Inspections that the actor may see, latest first. */
export async function listInspections(
  db: AnyHandle,
  actor: Actor,
  query: InspectionQuery,
  today: string,
): Promise<InspectionList> {
  const { state, isOpen, agencyId, taskForceId, search, figure, cursor, limit = PAGE } = query
  const after = decodeCursor(query, cursor, dayAndId)
  const conditions = [
    seesPartOfInspection(actor),
    ...(isOpen ? [IS_UNDER_WAY] : []),
    ...(state === undefined ? [] : [sql`i.state = ${state}`]),
    ...(agencyId === undefined || figure !== undefined ? [] : [sql`i.agency_id = ${agencyId}`]),
    ...(taskForceId === undefined ? [] : [sql`i.task_force_id = ${taskForceId}`]),
    ...(search === undefined ? [] : [holdsTyped(sql`i.searched`, search)]),
    ...(figure === undefined ? [] : [countsInspection(askOf(actor, query, today))]),
    ...(after ? [sql`(i.from_on, i.inspection_id) < (${after[0]}::date, ${after[1]}::bigint)`] : []),
  ]
  const { rows } = await prepared(sql<InspectionRow>`
    select ${ROW(actor)} from taskforce.inspection i join registry.agency_latest a on a.agency_id = i.agency_id
    where ${sql.join(conditions, sql` and `)}
    order by i.from_on desc, i.inspection_id desc limit ${sql.lit(limit + 1)}`).execute(reading<TaskforceDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ fromOn, id }) => [fromOn, id])
  return { rows: items, nextCursor: next, mayAdd: mayKeep(actor) }
}

type Head = Omit<
  Inspection,
  | 'together'
  | 'scope'
  | 'delegation'
  | 'formerDecisions'
  | 'issues'
  | 'minutes'
  | 'findingList'
  | 'papers'
  | 'isWhole'
  | 'may'
>

/**
 * One inspection with all that belongs to it, as far as the actor may see: the agency sees findings once they are sent. A body
 * that is responsible for a finding and was not inspected itself sees that finding, which inspection it is of, and its conclusion.
 */
export async function showInspection(db: AnyHandle, actor: Actor, id: number): Promise<Inspection> {
  const { row, isWhole } = await toReadPart(db, actor, id)
  const handle = reading<TaskforceDb>(db)
  const works = await worksOn(db, actor, id)
  const seesDrafts = works || isOffice(actor)
  const { rows } = await sql<Head>`
    select ${ROW(actor)}, json_build_object('id', t.task_force_id, 'name', t.name) as "taskForce",
           json_build_object('id', s.agency_id, 'name', s.name) as subject, i.place, i.decided_on as "decidedOn",
           i.requested_on as "requestedOn", i.findings_sent_on as "findingsSentOn", i.conclusion, i.conclusion_words as "conclusionWords",
           i.concluded_by as "concludedBy", i.stopped_on as "stoppedOn", i.reason, i.created_by as "createdBy"
    from taskforce.inspection i
    join registry.agency_latest a on a.agency_id = i.agency_id
    join registry.agency_latest s on s.agency_id = i.subject_id
    join taskforce.task_force t on t.task_force_id = i.task_force_id
    where i.inspection_id = ${id}`.execute(handle)
  const head = rows[0]!
  const state = row.state as InspectionState
  const findings = await findingsOf(handle, actor, id, { works, seesDrafts, isWhole, state })
  const papers = await sql<Inspection['papers'][number]>`
    select p.inspection_paper_id as id, p.kind, p.number, p.issued_on as on
    from taskforce.inspection_paper p join taskforce.inspection i using (inspection_id)
    where p.inspection_id = ${id} and ${seesPaper(actor)} order by p.inspection_paper_id`.execute(handle)
  if (!isWhole) return partOf(head, findings, papers.rows)
  const scope = await sql<Inspection['scope'][number]>`
    select s.task_id as "taskId", s.code, s.title, s.task_version as version, s.state, s.due_on as "dueOn",
           s.completed_on as "completedOn", t.claimed_on as "claimedOn",
           json_build_object('version', t.version, 'state', t.state, 'completedOn', t.completed_on) as now,
           coalesce((select json_agg(json_build_object('seen', m.seen, 'isTrue', m.is_true, 'on', m.seen_on, 'words', m.words)
             order by m.truth_mark_id) from taskforce.truth_mark m where m.task_id = s.task_id and ${seesMark(actor)}), '[]') as marks
    from taskforce.inspection_task s
    join taskforce.inspection i using (inspection_id, decision_no)
    join tasks.traced_task t on t.task_id = s.task_id
    where s.inspection_id = ${id} order by s.due_on nulls last, s.code`.execute(handle)
  const delegation = await sql<Inspection['delegation'][number]>`
    select d.full_name as "fullName", d.office, d.role, d.person_id as "personId" from taskforce.delegate d
    join taskforce.inspection i using (inspection_id, decision_no)
    where d.inspection_id = ${id} order by ${DELEGATES}`.execute(handle)
  const former = await formerDecisions(handle, id)
  const together = await togetherWith(handle, actor, id)
  const issues = await sql<Inspection['issues'][number]>`
    select s.issue_id as id, s.position, s.words, s.papers,
           coalesce((select json_agg(json_build_object('id', x.explanation_id, 'words', x.words, 'document', x.document, 'signer', x.signer,
               'agencyName', a.name, 'on', x.explained_on, 'fileName', x.file_name, 'by', x.recorded_by) order by x.explanation_id)
             from taskforce.explanation x join registry.agency_latest a on a.agency_id = x.agency_id
             where x.issue_id = s.issue_id), '[]') as explanations
    from taskforce.issue s where s.inspection_id = ${id} order by s.position`.execute(handle)
  const minutes = await sql<NonNullable<Inspection['minutes']>>`
    select m.version, m.held_on as "heldOn", m.place, m.office_side as "officeSide", m.agency_side as "agencySide", m.words, m.commitments,
           m.written_by as "writtenBy", m.office_signer as "officeSigner", m.office_signed_at as "officeSignedAt",
           m.agency_signer as "agencySigner", m.agency_signed_at as "agencySignedAt"
    from taskforce.minutes m where m.inspection_id = ${id}`.execute(handle)
  const side = await sideOf(db, actor, row)
  const own = answersFor(actor, row.agency_id)
  const isOpen = minutes.rows[0]
  const who: Record<(typeof INSPECTION_SCREEN_ACTS)[number], boolean> = {
    edit: mayKeep(actor),
    decide: mayLead(actor),
    request: works,
    explain: own && issues.rows.length > 0,
    writeMinutes: works && (!isOpen || (isOpen.officeSignedAt === null && isOpen.agencySignedAt === null)),
    signMinutes:
      isOpen !== undefined &&
      ((side === 'office' && isOpen.officeSignedAt === null) || (side === 'agency' && isOpen.agencySignedAt === null)),
    find: works,
    sendFindings: works,
    conclude: mayLead(actor),
    postpone: mayLead(actor) && !(isOpen && (isOpen.officeSignedAt !== null || isOpen.agencySignedAt !== null)),
    stop: mayLead(actor),
    mark: works && scope.rows.length > 0 && state !== 'stopped',
  }
  const may = INSPECTION_SCREEN_ACTS.filter(
    (act) => who[act] && (act === 'mark' ? state !== 'planned' : canInspection(state, act)),
  ).filter((act) => act !== 'sendFindings' || findings.some((finding) => finding.state === 'draft'))
  return {
    ...head,
    isWhole,
    together,
    scope: scope.rows,
    delegation: delegation.rows,
    formerDecisions: former,
    issues: issues.rows,
    minutes: minutes.rows[0] ?? null,
    findingList: findings,
    papers: papers.rows,
    may,
  }
}

/**
 * What a body that was not inspected reads: which inspection it is, how far it is, its own findings and, as a recipient, the
 * conclusion. What was asked, explained and signed of another body is not theirs to read; each thing they get is named here.
 */
const partOf = (head: Head, findingList: Finding[], papers: Inspection['papers']): Inspection => ({
  id: head.id,
  version: head.version,
  title: head.title,
  agency: head.agency,
  subject: head.subject,
  taskForce: head.taskForce,
  form: head.form,
  fromOn: head.fromOn,
  toOn: head.toOn,
  state: head.state,
  decision: head.decision,
  decidedOn: head.decidedOn,
  conclusion: head.conclusion,
  concludedOn: head.concludedOn,
  concludedBy: null,
  stoppedOn: head.stoppedOn,
  findings: head.findings,
  findingList,
  isWhole: false,
  place: null,
  explainBy: null,
  answerBy: null,
  requestedOn: null,
  findingsSentOn: null,
  conclusionWords: null,
  reason: null,
  createdBy: null,
  together: [],
  scope: [],
  delegation: [],
  formerDecisions: [],
  issues: [],
  minutes: null,
  papers,
  may: [],
})

const DELEGATES = sql`array_position(array['head', 'deputy', 'member', 'secretary'], d.role), d.delegate_id`

/** The decisions before the last: each with the list and the delegation that it named, and why it was put off. */
async function formerDecisions(db: Handle<TaskforceDb>, id: number): Promise<Inspection['formerDecisions']> {
  const { rows } = await sql<Inspection['formerDecisions'][number]>`
    select k.decision, k.decided_on as "decidedOn", k.postponed_on as "postponedOn", k.reason, k.postponed_by as "postponedBy",
           coalesce((select json_agg(json_build_object('taskId', s.task_id, 'code', s.code, 'title', s.title, 'version', s.task_version,
               'state', s.state) order by s.due_on nulls last, s.code)
             from taskforce.inspection_task s where (s.inspection_id, s.decision_no) = (k.inspection_id, k.decision_no)), '[]') as scope,
           coalesce((select json_agg(json_build_object('fullName', d.full_name, 'office', d.office, 'role', d.role,
               'personId', d.person_id) order by ${DELEGATES})
             from taskforce.delegate d where (d.inspection_id, d.decision_no) = (k.inspection_id, k.decision_no)), '[]') as delegation
    from taskforce.inspection_decision k join taskforce.inspection i using (inspection_id)
    where k.inspection_id = ${id} and k.decision_no < i.decision_no order by k.decision_no`.execute(db)
  return rows
}

/**
 * The inspections of the other bodies that a decision of this one names too. Who puts one of them off leaves the decision as it was
 * signed: they are together until one has a later decision, and what was stays beside what is.
 */
async function togetherWith(db: Handle<TaskforceDb>, actor: Actor, id: number): Promise<Inspection['together']> {
  const { rows } = await sql<Inspection['together'][number]>`
    select i.inspection_id as id, i.title, a.name as agency, d.decision,
           d.decision_no = own.decision_no and k.decision_no = i.decision_no as "isNow", k.postponed_on as "postponedOn",
           case when k.decision_no < i.decision_no
                then json_build_object('decision', i.decision, 'decidedOn', i.decided_on) end as later
    from taskforce.inspection_decision d
    join taskforce.inspection own on own.inspection_id = d.inspection_id
    join taskforce.inspection_decision k on k.decision_id = d.decision_id and k.inspection_id <> d.inspection_id
    join taskforce.inspection i on i.inspection_id = k.inspection_id
    join registry.agency_latest a on a.agency_id = i.agency_id
    where d.inspection_id = ${id} and ${seesInspection(actor)}
    order by d.decision_no desc, i.inspection_id`.execute(db)
  return rows
}

/** The earlier finding that one repeats is named to those who may open it, and to those who work on this inspection. */
async function findingsOf(
  db: Handle<TaskforceDb>,
  actor: Actor,
  id: number,
  of: { works: boolean; seesDrafts: boolean; isWhole: boolean; state: InspectionState },
): Promise<Finding[]> {
  const { rows } = await sql<Omit<Finding, 'may'>>`
    select f.finding_id as id, f.version, f.inspection_id as "inspectionId", f.position, f.issue_id as "issueId",
           case when s.task_id is not null then json_build_object('id', s.task_id, 'code', s.code, 'title', s.title) end as task,
           f.fact, f.nature, f.degree, f.cause, f.cause_words as "causeWords",
           json_build_object('id', a.agency_id, 'name', a.name) as responsible, f.responsible_words as "responsibleWords", f.evidence,
           case when o.finding_id is not null then json_build_object('id', o.finding_id, 'inspectionId', o.inspection_id, 'fact', o.fact,
             'inspection', p.title) end as repeats,
           exists (select from taskforce.finding n where n.repeats_id = f.finding_id and n.state not in ('draft', 'dropped')) as "isRepeated",
           f.state, f.answer_by as "answerBy", f.answer, f.agrees, f.answered_at as "answeredAt", f.answered_by as "answeredBy", f.remedy_by as "remedyBy",
           coalesce((select json_agg(json_build_object('act', w.act, 'words', w.words, 'document', w.document, 'seen', w.seen,
               'on', w.on_day, 'by', w.recorded_by, 'at', w.recorded_at) order by w.finding_step_id)
             from taskforce.finding_step w where w.finding_id = f.finding_id), '[]') as steps,
           coalesce((select json_agg(json_build_object('id', r.recommendation_id, 'words', r.words, 'state', r.state) order by r.recommendation_id)
             from taskforce.recommendation r where r.source_kind = 'finding' and r.source_id = f.finding_id
               and ${seesRecommendation(actor)}), '[]') as recommendations
    from taskforce.finding f
    join registry.agency_latest a on a.agency_id = f.responsible_id
    left join taskforce.inspection_task s
      on s.inspection_id = f.inspection_id and s.decision_no = f.decision_no and s.task_id = f.task_id
    left join taskforce.finding o on o.finding_id = f.repeats_id and (${of.seesDrafts}::boolean or exists (
      select from taskforce.finding f join taskforce.inspection i using (inspection_id)
      where f.finding_id = o.finding_id and ${seesFinding(actor)}))
    left join taskforce.inspection p on p.inspection_id = o.inspection_id
    where f.inspection_id = ${id} and (${of.seesDrafts}::boolean or f.sent_on is not null)
      and (${of.isWhole}::boolean or ${seesAgency(actor, 'f.responsible_id')})
    order by f.position`.execute(db)
  const found = rows.map((finding) => ({ ...finding, may: mayDoWith(actor, finding, of) }))
  if (of.isWhole) return found
  // Its task is named to those alone who may open it.
  const tasks = await tasksToRead(
    db,
    actor,
    found.flatMap(({ task }) => task?.id ?? []),
  )
  const open = new Set(tasks.map(({ task_id }) => task_id))
  return found.map((finding) => ({
    ...finding,
    issueId: null,
    task: finding.task && open.has(finding.task.id) ? finding.task : null,
  }))
}

function mayDoWith(
  actor: Actor,
  { state, answeredAt, responsible }: Pick<Finding, 'state' | 'answeredAt' | 'responsible'>,
  { works, state: of }: { works: boolean; state: InspectionState },
): Finding['may'] {
  const who: Record<Finding['may'][number], boolean> = {
    edit: works,
    cause: works,
    drop: works,
    answer: answersFor(actor, responsible.id) && answeredAt === null,
    plan: answersFor(actor, responsible.id),
    claim: answersFor(actor, responsible.id),
    confirm: mayKeep(actor),
    refuse: mayKeep(actor),
    recommend: mayKeep(actor) && of !== 'stopped' && state !== 'draft' && state !== 'dropped',
  }
  return FINDING_SCREEN_ACTS.filter((act) => who[act] && (act === 'recommend' || canFinding(state, act)))
}

/** The findings that wait for the actor's agencies; for the office those that wait for anyone. */
const ofThem = (actor: Actor) => (isOffice(actor) ? sql`true` : seesAgency(actor, 'f.responsible_id'))

/** Findings that were sent, of the agencies that the actor may see; the latest first. */
export async function listFindings(
  db: AnyHandle,
  actor: Actor,
  query: FindingQuery,
  today: string,
): Promise<FindingList> {
  const { isOpen, toAnswer, state, figure, agencyId, search, cursor, limit = PAGE } = query
  const after = decodeCursor(
    query,
    cursor,
    (key): key is readonly [number] => key.length === 1 && Number.isSafeInteger(key[0]),
  )
  const conditions = [
    sql`f.state not in ('draft', 'dropped')`,
    seesFinding(actor),
    ...(toAnswer ? [sql`f.state = 'sent' and f.answered_at is null`, ofThem(actor)] : []),
    ...(isOpen ? [IS_NOT_REMEDIED] : []),
    ...(state === undefined ? [] : [sql`f.state = ${state}`]),
    ...(agencyId === undefined ? [] : [sql`f.responsible_id = ${agencyId}`]),
    ...(figure === undefined ? [] : [countsFinding(askOf(actor, query, today))]),
    ...(search === undefined ? [] : [holdsTyped(sql`platform.fold(f.fact)`, search)]),
    ...(after ? [sql`f.finding_id < ${after[0]}`] : []),
  ]
  const { rows } = await sql<FindingRow>`
    select f.finding_id as id, f.inspection_id as "inspectionId", i.title as "inspectionTitle", f.fact, f.degree, f.cause,
           json_build_object('id', a.agency_id, 'name', a.name) as agency, f.state, f.remedy_by as "remedyBy",
           i.concluded_on as "concludedOn", f.repeats_id as "repeatsId"
    from taskforce.finding f
    join taskforce.inspection i using (inspection_id)
    join registry.agency_latest a on a.agency_id = f.responsible_id
    where ${sql.join(conditions, sql` and `)}
    order by f.finding_id desc limit ${limit + 1}`.execute(reading<TaskforceDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ id }) => [id])
  return { rows: items, nextCursor: next }
}

/** What the Task Force knows of a task: where it comes from, and the three marks of truth. */
export async function traceTask(
  db: AnyHandle,
  actor: Actor,
  taskId: number,
  [task]: Awaited<ReturnType<typeof tasksToRead>>,
): Promise<TaskTrace> {
  const handle = reading<TaskforceDb>(db)
  const marks = await sql<TaskTrace['marks'][number]>`
    select m.truth_mark_id as id, m.seen, m.is_true as "isTrue", m.words, m.seen_on as on, m.recorded_by as by,
           case when i.inspection_id is not null and ${seesInspection(actor)}
             then json_build_object('id', i.inspection_id, 'title', i.title) end as inspection
    from taskforce.truth_mark m left join taskforce.inspection i using (inspection_id)
    where m.task_id = ${taskId} and ${seesMark(actor)}
    order by m.truth_mark_id`.execute(handle)
  const recommendation = await sql<{ id: number; words: string }>`
    select r.recommendation_id as id, r.words from taskforce.recommendation r where r.task_id = ${taskId}`.execute(
    handle,
  )
  const activity = await sql<{ planId: number; number: string }>`
    select p.plan_id as "planId", p.number from taskforce.activity a join taskforce.plan p using (plan_id) where a.task_id = ${taskId}`.execute(
    handle,
  )
  const inspections = await sql<TaskTrace['inspections'][number]>`
    select i.inspection_id as id, i.title, i.state from taskforce.inspection_task s join taskforce.inspection i using (inspection_id, decision_no)
    where s.task_id = ${taskId} and ${seesInspection(actor)} order by i.inspection_id desc`.execute(handle)
  return {
    claimedOn: task!.claimed_on,
    completedOn: task!.completed_on,
    marks: marks.rows,
    recommendation: recommendation.rows[0] ?? null,
    activity: isOffice(actor) ? (activity.rows[0] ?? null) : null,
    inspections: inspections.rows,
    mayMark: mayKeep(actor),
  }
}
