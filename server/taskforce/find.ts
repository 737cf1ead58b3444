import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, wrong } from '../platform/errors.ts'
import { lockedTask } from '../tasks/index.ts'
import { mayKeep, toAddTo, toAnswerFor, toChange, toKeep, toWorkOn, worksOn } from './access.ts'
import { demandDay, type Follows } from './days.ts'
import type { TaskforceDb } from './db.ts'
import { type FindingAct, type FindingState, moveFinding } from './finding-state.ts'
import { findingsOf, type KeptFinding, type KeptInspection, said } from './inspect.ts'
import type {
  AnswerFinding,
  ClaimRemedy,
  JudgeRemedy,
  MarkTask,
  NewFinding,
  PlanRemedy,
  SetCause,
} from './inspection-shapes.ts'
import { afterAnswer, moveInspection } from './inspection-state.ts'
import { demandAgencies } from './set-up.ts'
import { seesFinding } from './sight.ts'
import { changeRow, lockRow, marked, recorded } from './store.ts'

type Trx = Transaction<TaskforceDb>
const about = (id: number) => ({ kind: 'finding', id })

/** Drafts a finding of an inspection. Returns its id. */
export async function addFinding(trx: Trx, ask: AskToAdd, input: NewFinding): Promise<number> {
  const inspection = (await toAddTo(trx, ask, 'taskforce.inspection')) as KeptInspection
  await toWorkOn(trx, ask.actor, ask.id)
  moveInspection(inspection.state, 'find')
  const columns = await columnsOf(trx, ask, inspection, input)
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(f.position), 0)::integer + 1 as next from taskforce.finding f where f.inspection_id = ${ask.id}`.execute(
    trx,
  )
  const { finding_id: id } = await trx
    .insertInto('taskforce.finding')
    .values({
      inspection_id: ask.id,
      decision_no: inspection.decision_no,
      position: rows[0]!.next,
      ...columns,
      ...marked(ask),
    })
    .returning('finding_id')
    .executeTakeFirstOrThrow()
  await record(trx, ask.actor, 'finding.drafted', {
    subject: about(id),
    at: ask.now.toString(),
    after: { inspectionId: ask.id, ...input },
  })
  return id
}

/** Changes a draft. What was sent keeps its words. */
export async function editFinding(trx: Trx, ask: Ask, input: NewFinding): Promise<number> {
  const { finding, inspection } = await changing(trx, ask)
  await toWorkOn(trx, ask.actor, inspection.inspection_id)
  const state = moveFinding(finding.state, 'edit')
  const version = await changeRow(trx, 'taskforce.finding', ask, {
    ...(await columnsOf(trx, ask, inspection, input, finding.repeats_id)),
    state,
  })
  await did(trx, ask, 'edited', finding.state, state, input)
  return version
}

/** Codes the cause of a finding, which may be known only after the agency's answer. */
export async function setCause(trx: Trx, ask: Ask, { cause, causeWords }: SetCause): Promise<number> {
  const { finding, inspection } = await changing(trx, ask)
  await toWorkOn(trx, ask.actor, inspection.inspection_id)
  const state = moveFinding(finding.state, 'cause')
  const version = await changeRow(trx, 'taskforce.finding', ask, { state, cause, cause_words: causeWords.trim() })
  await did(trx, ask, 'caused', finding.state, state, { cause, note: causeWords })
  return version
}

/** Drops a finding that was refuted before the conclusion, with the reason. */
export async function dropFinding(trx: Trx, ask: Ask, { reason }: { reason: string }): Promise<number> {
  const { finding, inspection } = await changing(trx, ask)
  await toWorkOn(trx, ask.actor, inspection.inspection_id)
  const state = moveFinding(finding.state, 'drop')
  await step(trx, ask, { act: 'drop', words: reason, on: dayInVietnam(ask.now) })
  const version = await changeRow(trx, 'taskforce.finding', ask, { state })
  await did(trx, ask, 'dropped', finding.state, state, { reason })
  return version
}

/** The body responsible answers a finding before it is concluded. With the last answer the inspection is answered. */
export async function answerFinding(trx: Trx, ask: Ask, { words, agrees }: AnswerFinding): Promise<number> {
  const { finding, inspection } = await changing(trx, ask)
  toAnswerFor(ask.actor, finding.responsible_id)
  const state = moveFinding(finding.state, 'answer')
  if (finding.answered_at !== null) {
    throw new Conflict('finding.answered', 'Cơ quan đã có ý kiến về phát hiện này. Ý kiến đã gửi không sửa được.')
  }
  const version = await changeRow(trx, 'taskforce.finding', ask, {
    state,
    answer: words.trim(),
    agrees,
    answered_at: ask.now.toString(),
    answered_by: signatureOf(ask.actor),
  })
  await did(trx, ask, 'answered', finding.state, state, { body: words, agrees })
  const open = (await findingsOf(trx, inspection.inspection_id, 'sent')).filter(
    ({ answered_at }) => answered_at === null,
  )
  const next = afterAnswer(inspection.state, open.length === 0)
  if (next !== inspection.state) {
    const of = { ...ask, id: inspection.inspection_id }
    await changeRow(trx, 'taskforce.inspection', of, { state: next })
    await said(trx, of, 'answered', inspection.state, next, {})
  }
  return version
}

/** The agency says how and by when it will remedy a finding. */
export async function planRemedy(trx: Trx, ask: Ask, { words, remedyBy }: PlanRemedy): Promise<number> {
  const { finding } = await changing(trx, ask)
  toAnswerFor(ask.actor, finding.responsible_id)
  const state = moveFinding(finding.state, 'plan')
  const today = dayInVietnam(ask.now)
  if (remedyBy < today)
    throw wrong('remedyBy', 'finding.remedy_in_past', 'Hạn khắc phục không được ở quá khứ. Hãy sửa ngày.')
  await step(trx, ask, { act: 'plan', words, on: today })
  const version = await changeRow(trx, 'taskforce.finding', ask, { state, remedy_by: remedyBy })
  await did(trx, ask, 'planned', finding.state, state, { body: words, remedyBy })
  return version
}

/** The agency says that a finding is remedied, with the evidence. */
export async function claimRemedy(trx: Trx, ask: Ask, { words, document, on }: ClaimRemedy): Promise<number> {
  const { finding, inspection } = await changing(trx, ask)
  toAnswerFor(ask.actor, finding.responsible_id)
  const state = moveFinding(finding.state, 'claim')
  const day = demandDay(
    ask,
    on,
    'on',
    ['ngày kết luận kiểm tra', inspection.concluded_on],
    ['ngày không công nhận lần trước', await lastStep(trx, ask.id, 'refuse')],
  )
  await step(trx, ask, { act: 'claim', words, document, on: day })
  const version = await changeRow(trx, 'taskforce.finding', ask, { state })
  await did(trx, ask, 'claimed', finding.state, state, { body: words, document })
  return version
}

/** The office confirms a remedy, on paper or on the spot, or refuses it: then the finding is open again. */
export async function judgeRemedy(
  trx: Trx,
  ask: Ask,
  act: 'confirm' | 'refuse',
  { words, document, seen, on }: JudgeRemedy,
): Promise<number> {
  const { finding } = await changing(trx, ask)
  toKeep(ask.actor)
  const state = moveFinding(finding.state, act)
  const day = demandDay(ask, on, 'on', ['ngày báo đã khắc phục', await lastStep(trx, ask.id, 'claim')])
  await step(trx, ask, { act, words, document, seen, on: day })
  const version = await changeRow(trx, 'taskforce.finding', ask, { state })
  await did(trx, ask, act === 'confirm' ? 'confirmed' : 'refused', finding.state, state, { note: words, seen })
  return version
}

/** Marks how a task was seen: on paper or on the spot, and whether what was claimed is true. Returns the id of the mark. */
export async function markTask(trx: Trx, ask: AskToAdd, input: MarkTask): Promise<number> {
  const task = await lockedTask(trx, ask)
  const { inspectionId } = input
  const follows: Follows[] = [['ngày giao nhiệm vụ', task.assigned_on]]
  const may = inspectionId === undefined ? mayKeep(ask.actor) : await worksOn(trx, ask.actor, inspectionId)
  if (!may)
    throw new Forbidden('truth_mark.not_allowed', 'Chỉ Đoàn kiểm tra hoặc Văn phòng mới ghi nhận kết quả xem xét.')
  if (inspectionId !== undefined) {
    const { rows } = await sql<{ decided_on: string }>`
      select i.decided_on from taskforce.inspection_task s join taskforce.inspection i using (inspection_id, decision_no)
      where s.inspection_id = ${inspectionId} and s.task_id = ${ask.id}`.execute(trx)
    if (rows.length === 0) {
      throw wrong('inspectionId', 'truth_mark.out_of_scope', 'Nhiệm vụ không thuộc phạm vi cuộc kiểm tra này.')
    }
    follows.push(['ngày ra quyết định kiểm tra', rows[0]!.decided_on])
  }
  const seenOn = demandDay(ask, input.on, 'on', ...follows)
  const { truth_mark_id: id } = await trx
    .insertInto('taskforce.truth_mark')
    .values({
      task_id: ask.id,
      seen: input.seen,
      is_true: input.isTrue,
      words: input.words.trim(),
      seen_on: seenOn,
      inspection_id: inspectionId ?? null,
      ...recorded(ask),
    })
    .returning('truth_mark_id')
    .executeTakeFirstOrThrow()
  const detail = { seen: input.seen, isTrue: input.isTrue, body: input.words }
  // What an inspection has not told yet is in its own log: the log of a task is read by all who may read the task.
  const isTold = inspectionId === undefined || (await hasToldMarks(trx, inspectionId))
  await record(trx, ask.actor, isTold ? 'task.seen' : 'inspection.taskSeen', {
    subject: isTold ? { kind: 'task', id: ask.id } : { kind: 'inspection', id: inspectionId },
    at: ask.now.toString(),
    on: seenOn,
    detail: isTold ? detail : { ...detail, taskId: ask.id },
  })
  return id
}

/** Whether an inspection has told the agency what it saw of the tasks, as `seesMark` has it. Its row waits for who tells it. */
async function hasToldMarks(trx: Trx, id: number): Promise<boolean> {
  const { findings_sent_on, concluded_on } = (await lockRow(trx, 'taskforce.inspection', id))!
  return findings_sent_on !== null || concluded_on !== null
}

async function changing(trx: Trx, ask: Ask): Promise<{ finding: KeptFinding; inspection: KeptInspection }> {
  const finding = (await toChange(trx, ask, 'taskforce.finding')) as KeptFinding
  const inspection = (await lockRow(trx, 'taskforce.inspection', finding.inspection_id)) as KeptInspection
  return { finding, inspection }
}

/** `repeatsId` is what the finding repeats already, which whoever corrects its draft keeps though they may not open it. */
async function columnsOf(
  trx: Trx,
  ask: Pick<Ask, 'actor' | 'now'>,
  inspection: KeptInspection,
  input: NewFinding,
  repeatsId: number | null = null,
) {
  const responsible = input.responsibleId ?? inspection.agency_id
  await demandAgencies(trx, 'responsibleId', [responsible], dayInVietnam(ask.now))
  if (input.cause !== undefined && input.causeWords === undefined) {
    throw wrong('causeWords', 'finding.cause_words', 'Hãy nói rõ nguyên nhân bằng lời, không chỉ chọn loại.')
  }
  if (input.repeatsId !== undefined) {
    const { rows } = await sql`
      select from taskforce.finding f join taskforce.inspection i using (inspection_id)
      where f.finding_id = ${input.repeatsId} and i.state = 'concluded' and f.state not in ('draft', 'dropped')
        and f.inspection_id <> ${inspection.inspection_id} and (f.finding_id = ${repeatsId} or ${seesFinding(ask.actor)})
        and f.responsible_id = any(registry.reach(array[${responsible}::bigint], ${dayInVietnam(ask.now)}::date))`.execute(
      trx,
    )
    if (rows.length === 0) {
      throw wrong(
        'repeatsId',
        'finding.repeats_unknown',
        'Chỉ nối với phát hiện đã kết luận của cuộc kiểm tra khác, của cùng cơ quan chịu trách nhiệm. Hãy chọn lại.',
      )
    }
  }
  return {
    issue_id: input.issueId ?? null,
    task_id: input.taskId ?? null,
    fact: input.fact.trim(),
    nature: input.nature.trim(),
    degree: input.degree,
    cause: input.cause ?? null,
    cause_words: input.causeWords?.trim() || null,
    responsible_id: responsible,
    responsible_words: input.responsibleWords?.trim() || null,
    evidence: input.evidence.trim(),
    repeats_id: input.repeatsId ?? null,
  }
}

interface Step {
  act: Extract<FindingAct, 'plan' | 'claim' | 'confirm' | 'refuse' | 'drop'>
  words: string
  document?: string | undefined
  seen?: string | undefined
  on: string
}

async function step(trx: Trx, ask: Ask, { act, words, document, seen, on }: Step): Promise<void> {
  await trx
    .insertInto('taskforce.finding_step')
    .values({
      finding_id: ask.id,
      act,
      words: words.trim(),
      document: document?.trim() || null,
      seen: seen ?? null,
      on_day: on,
      ...recorded(ask),
    })
    .execute()
}

/** The day of the last step of a kind, or null. */
async function lastStep(trx: Trx, findingId: number, act: 'claim' | 'refuse'): Promise<string | null> {
  const { rows } = await sql<{ on: string | null }>`
    select max(w.on_day) as on from taskforce.finding_step w where w.finding_id = ${findingId} and w.act = ${act}`.execute(
    trx,
  )
  return rows[0]!.on
}

async function did(
  trx: Trx,
  { actor, id, now }: Ask,
  done: string,
  before: FindingState,
  after: FindingState,
  detail: object,
): Promise<void> {
  await record(trx, actor, `finding.${done}`, {
    subject: about(id),
    at: now.toString(),
    before: { state: before },
    after: { state: after },
    detail,
  })
}
