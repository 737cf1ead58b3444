import { sql } from 'kysely'
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { asWritten } from '../platform/official-document/model.ts'
import { calendarOf } from '../registry/index.ts'
import { toChange, toKeep, toLead, toWorkOn } from './access.ts'
import { demandDay, demandInForce } from './days.ts'
import type { TaskforceDb } from './db.ts'
import { canFinding, type FindingState, moveFinding } from './finding-state.ts'
import { keepConclusion } from './inspection-papers.ts'
import type { Conclude, EditInspection, NewInspection, RequestExplanation, SendFindings } from './inspection-shapes.ts'
import { type InspectionState, isConcludable, moveInspection } from './inspection-state.ts'
import { demandAgencies } from './set-up.ts'
import { changeRow, findRow, marked, notFound, type Row } from './store.ts'

type Trx = Transaction<TaskforceDb>
export type KeptInspection = Row<'taskforce.inspection'> & { state: InspectionState }

/** Working days for the agency's answer to findings where the office names no day. */
const ANSWER_DAYS = 5

/** Plans an inspection: the agency does not learn of it before it is decided. Returns its id. */
export async function planInspection(trx: Trx, ask: AskToMake, input: NewInspection): Promise<number> {
  toKeep(ask.actor)
  const force = await findRow(trx, 'taskforce.task_force', input.taskForceId)
  if (!force) throw notFound('taskforce.task_force')
  demandRange(input)
  demandInForce(force, input.fromOn, 'fromOn')
  await demandAgencies(trx, 'agencyId', [input.agencyId], input.fromOn)
  const { inspection_id: id } = await trx
    .insertInto('taskforce.inspection')
    .values({
      task_force_id: input.taskForceId,
      subject_id: input.agencyId,
      agency_id: input.agencyId,
      ...plannedOf(input),
      created_by: signatureOf(ask.actor),
      ...marked(ask),
    })
    .returning('inspection_id')
    .executeTakeFirstOrThrow()
  await record(trx, ask.actor, 'inspection.planned', { subject: about(id), at: ask.now.toString(), after: input })
  return id
}

export async function editInspection(trx: Trx, ask: Ask, input: EditInspection): Promise<number> {
  const one = await inspectionToChange(trx, ask)
  toKeep(ask.actor)
  const state = moveInspection(one.state, 'edit')
  demandRange(input)
  demandInForce((await findRow(trx, 'taskforce.task_force', one.task_force_id))!, input.fromOn, 'fromOn')
  const version = await changeRow(trx, 'taskforce.inspection', ask, { ...plannedOf(input), state })
  await said(trx, ask, 'edited', one.state, state, input)
  return version
}

/** Asks the agency to explain, issue by issue, by a day. */
export async function requestExplanation(
  trx: Trx,
  ask: Ask,
  { explainBy, issues }: RequestExplanation,
): Promise<number> {
  const one = await inspectionToChange(trx, ask)
  await toWorkOn(trx, ask.actor, ask.id)
  const state = moveInspection(one.state, 'request')
  const today = dayInVietnam(ask.now)
  if (explainBy <= today) {
    throw wrong('explainBy', 'inspection.explain_by_past', 'Hạn giải trình phải sau hôm nay. Hãy sửa ngày.')
  }
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(s.position), 0)::integer as last from taskforce.issue s where s.inspection_id = ${ask.id}`.execute(
    trx,
  )
  await trx
    .insertInto('taskforce.issue')
    .values(
      issues.map(({ words, papers }, place) => ({
        inspection_id: ask.id,
        position: rows[0]!.last + place + 1,
        words: words.trim(),
        papers: papers?.trim() || null,
      })),
    )
    .execute()
  const version = await changeRow(trx, 'taskforce.inspection', ask, {
    state,
    requested_on: today,
    explain_by: explainBy,
  })
  await said(trx, ask, 'requested', one.state, state, { explainBy, issues: issues.length })
  return version
}

/** Sends the drafted findings to the agency: it sees them, and answers, before anything is concluded. */
export async function sendFindings(trx: Trx, ask: Ask, input: SendFindings): Promise<number> {
  const one = await inspectionToChange(trx, ask)
  await toWorkOn(trx, ask.actor, ask.id)
  const state = moveInspection(one.state, 'sendFindings')
  const today = dayInVietnam(ask.now)
  const answerBy = input.answerBy ?? (await calendarOf(trx)).addWorkingDays(today, ANSWER_DAYS)
  if (answerBy <= today)
    throw wrong('answerBy', 'inspection.answer_by_past', 'Hạn cho ý kiến phải sau hôm nay. Hãy sửa ngày.')
  const drafts = await findingsOf(trx, ask.id, 'draft')
  if (drafts.length === 0) {
    throw new Conflict('inspection.no_drafts', 'Chưa có phát hiện nào để gửi. Hãy ghi phát hiện, hoặc ký kết luận.')
  }
  for (const finding of drafts) {
    await changeRow(
      trx,
      'taskforce.finding',
      { ...ask, id: finding.finding_id },
      { state: moveFinding('draft', 'send'), sent_on: today, answer_by: answerBy },
    )
  }
  const version = await changeRow(trx, 'taskforce.inspection', ask, {
    state,
    findings_sent_on: today,
    answer_by: answerBy,
  })
  if (one.findings_sent_on === null) await tellMarks(trx, ask)
  const sent = drafts.map(({ finding_id }) => finding_id)
  await said(trx, ask, 'findingsSent', one.state, state, { findings: drafts.length, answerBy, sent })
  return version
}

/**
 * Concludes: each finding has a coded cause and the agency's answer, or the day for it has passed without a word. Whoever
 * leads signs with number and day; findings that stay are then open until their remedy is confirmed. The conclusion is kept as
 * a paper with what was recommended from its findings until then.
 */
export async function concludeInspection(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { conclusion: typed, on, words }: Conclude,
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const one = await inspectionToChange(trx, ask)
  toLead(ask.actor)
  const state = moveInspection(one.state, 'conclude')
  // The screen has the number as the paper prints it.
  const conclusion = asWritten(typed.trim())
  const today = dayInVietnam(ask.now)
  const findings = await findingsOf(trx, ask.id)
  const open = findings.filter(({ state }) => canFinding(state, 'conclude'))
  const waiting = findings.filter(
    ({ state, answered_at, answer_by }) => !isConcludable({ state, answered: answered_at !== null }, answer_by, today),
  )
  if (waiting.length > 0) {
    throw new Conflict(
      'inspection.findings_unanswered',
      `Còn ${waiting.length} phát hiện chưa gửi hoặc chưa có ý kiến của cơ quan khi chưa hết hạn. Hãy gửi, hoặc chờ đến hết hạn cho ý kiến.`,
      { extra: { findingIds: waiting.map(({ finding_id }) => finding_id) } },
    )
  }
  const causeless = open.filter(({ cause }) => cause === null)
  if (causeless.length > 0) {
    throw new Conflict(
      'inspection.cause_missing',
      `Phát hiện số ${causeless.map(({ position }) => position).join(', ')} chưa có nguyên nhân. Kết luận phải nêu tính chất, mức độ, nguyên nhân, trách nhiệm (Quyết định 42/2014/QĐ-TTg).`,
      { extra: { findingIds: causeless.map(({ finding_id }) => finding_id) } },
    )
  }
  const minutes = await trx
    .selectFrom('taskforce.minutes')
    .select('held_on')
    .where('inspection_id', '=', ask.id)
    .executeTakeFirst()
  const day = demandDay(
    ask,
    on,
    'on',
    ['ngày ra quyết định kiểm tra', one.decided_on],
    ['ngày làm việc ghi trong biên bản', minutes?.held_on],
    ['ngày gửi phát hiện', latest(open.map(({ sent_on }) => sent_on))],
    ['ngày cơ quan cho ý kiến', latest(open.map(({ answered_at }) => answered_at && dayInVietnam(answered_at)))],
  )
  for (const finding of open) {
    await changeRow(
      trx,
      'taskforce.finding',
      { ...ask, id: finding.finding_id },
      { state: moveFinding('sent', 'conclude') },
    )
  }
  const version = await changeRow(trx, 'taskforce.inspection', ask, {
    state,
    conclusion,
    concluded_on: day,
    conclusion_words: words.trim(),
    concluded_by: signatureOf(ask.actor),
  })
  if (one.findings_sent_on === null) await tellMarks(trx, ask)
  await keepConclusion(trx, ask, blobs, { number: conclusion, on: day })
  await said(trx, ask, 'concluded', one.state, state, { conclusion, findings: open.length }, day)
  return version
}

/** Puts an inspection off: it is planned again, with the reason; the next decision names its day. */
export async function postponeInspection(trx: Trx, ask: Ask, { reason }: { reason: string }): Promise<number> {
  const one = await inspectionToChange(trx, ask)
  toLead(ask.actor)
  const state = moveInspection(one.state, 'postpone')
  const signed = await sql`
    select from taskforce.minutes m where m.inspection_id = ${ask.id}
      and (m.office_signed_at is not null or m.agency_signed_at is not null)`.execute(trx)
  if (signed.rows.length > 0) {
    throw new Conflict(
      'inspection.minutes_signed',
      'Biên bản đã có bên ký nên không hoãn được. Hãy hoàn tất hoặc dừng cuộc kiểm tra.',
    )
  }
  const version = await changeRow(trx, 'taskforce.inspection', ask, { state, reason: reason.trim() })
  await trx
    .updateTable('taskforce.inspection_decision')
    .set({
      postponed_on: dayInVietnam(ask.now),
      reason: reason.trim(),
      postponed_by: signatureOf(ask.actor),
    })
    .where('inspection_id', '=', ask.id)
    .where('decision_no', '=', one.decision_no)
    .execute()
  await said(trx, ask, 'postponed', one.state, state, { reason })
  return version
}

/** Stops an inspection before its conclusion, with the reason. */
export async function stopInspection(trx: Trx, ask: Ask, { reason }: { reason: string }): Promise<number> {
  const one = await inspectionToChange(trx, ask)
  toLead(ask.actor)
  const state = moveInspection(one.state, 'stop')
  for (const finding of await findingsOf(trx, ask.id)) {
    if (!canFinding(finding.state, 'drop')) continue
    await changeRow(
      trx,
      'taskforce.finding',
      { ...ask, id: finding.finding_id },
      { state: moveFinding(finding.state, 'drop') },
    )
  }
  const version = await changeRow(trx, 'taskforce.inspection', ask, {
    state,
    stopped_on: dayInVietnam(ask.now),
    reason: reason.trim(),
  })
  await said(trx, ask, 'stopped', one.state, state, { reason })
  return version
}

/**
 * Writes what the inspection saw of its tasks into their logs, once it is told: until then its own log alone has it, and a
 * task's log says nothing that would give away an inspection which the agency does not know of.
 */
async function tellMarks(trx: Trx, { actor, id, now }: Ask): Promise<void> {
  const marks = await trx
    .selectFrom('taskforce.truth_mark')
    .select(['task_id', 'seen', 'is_true', 'words', 'seen_on', 'recorded_by'])
    .where('inspection_id', '=', id)
    .orderBy('truth_mark_id')
    .execute()
  for (const { task_id, seen, is_true, words, seen_on, recorded_by } of marks) {
    await record(trx, actor, 'task.seen', {
      subject: { kind: 'task', id: task_id },
      at: now.toString(),
      on: seen_on,
      detail: { seen, isTrue: is_true, body: words, by: recorded_by },
    })
  }
}

export const about = (id: number) => ({ kind: 'inspection', id })

export async function inspectionToChange(trx: Trx, ask: Ask): Promise<KeptInspection> {
  return (await toChange(trx, ask, 'taskforce.inspection')) as KeptInspection
}

export type KeptFinding = Row<'taskforce.finding'> & { state: FindingState }

export async function findingsOf(trx: Trx, inspectionId: number, state?: FindingState): Promise<KeptFinding[]> {
  const rows = await trx
    .selectFrom('taskforce.finding')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('position')
    .forUpdate()
    .execute()
  return (rows as KeptFinding[]).filter((row) => state === undefined || row.state === state)
}

/** The last of these days; undefined where there is none. */
const latest = (days: readonly (string | null)[]): string | undefined =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1)

const plannedOf = ({ title, form, place, fromOn, toOn }: EditInspection) => ({
  title: title.trim(),
  form,
  place: place?.trim() || null,
  from_on: fromOn,
  to_on: toOn,
})

function demandRange({ fromOn, toOn }: EditInspection): void {
  if (toOn < fromOn) throw wrong('toOn', 'inspection.backwards', 'Ngày cuối phải bằng hoặc sau ngày đầu. Hãy sửa ngày.')
}

export async function said(
  trx: Trx,
  { actor, id, now }: Pick<Ask, 'actor' | 'id' | 'now'>,
  done: string,
  before: InspectionState,
  after: InspectionState,
  detail: object,
  on?: string,
): Promise<void> {
  await record(trx, actor, `inspection.${done}`, {
    subject: about(id),
    at: now.toString(),
    ...(on === undefined ? {} : { on }),
    before: { state: before },
    after: { state: after },
    detail,
  })
}
