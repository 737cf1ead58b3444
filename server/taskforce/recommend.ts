import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { NotFound, wrong } from '../platform/errors.ts'
import { calendarOf } from '../registry/index.ts'
import { assignAll } from '../tasks/index.ts'
import { toAnswerFor, toChange, toKeep, toRead } from './access.ts'
import { ANSWER_DAY, dayCounts, demandDay, type Follows } from './days.ts'
import type { TaskforceDb } from './db.ts'
import type { Answer, ConfirmDay, IssueAsTask, NewRecommendation, Replacement } from './recommendation-shapes.ts'
import { moveRecommendation, type RecommendationState } from './recommendation-state.ts'
import { demandAgencies } from './set-up.ts'
import { changeRow, findRow, marked, type Row, recorded } from './store.ts'

type Trx = Transaction<TaskforceDb>
type Kept = Row<'taskforce.recommendation'> & { state: RecommendationState }

/** The kind of source that the task of a recommendation has. */
export const RECOMMENDATION_SOURCE = 'recommendation'
/** Working days for a word on a recommendation. No decree was found that sets it; after it, it counts as waiting too long. */
const ANSWER_DAYS = 15

const about = (id: number) => ({ kind: 'recommendation', id })

/** Drafts a recommendation; from what it comes, it keeps the words of that day. Returns its id. */
export async function draftRecommendation(trx: Trx, ask: AskToMake, input: NewRecommendation): Promise<number> {
  toKeep(ask.actor)
  const source = await sourceOf(trx, ask, input)
  const id = await insert(trx, ask, {
    ...columnsOf(input),
    task_force_id: input.taskForceId ?? source.taskForceId,
    source_kind: input.sourceKind,
    source_id: input.sourceId ?? null,
    source_words: source.words,
  })
  await demandDue(trx, ask, input)
  await record(trx, ask.actor, 'recommendation.drafted', { subject: about(id), at: ask.now.toString(), after: input })
  return id
}

/** Sends a recommendation to the agency: from this day on it waits for an answer. */
export async function makeRecommendation(trx: Trx, ask: Ask): Promise<number> {
  const one = await changing(trx, ask)
  toKeep(ask.actor)
  const state = moveRecommendation(one, 'make')
  const today = dayInVietnam(ask.now)
  if (one.due_on < today) {
    throw wrong('dueOn', 'recommendation.due_passed', 'Hạn của kiến nghị đã qua. Hãy rút và lập kiến nghị có hạn mới.')
  }
  // Whether it is taken up is known before it is to be done.
  const inTerm = (await calendarOf(trx)).addWorkingDays(today, ANSWER_DAYS)
  const answerBy = inTerm < one.due_on ? inTerm : one.due_on
  const version = await changeRow(trx, 'taskforce.recommendation', ask, { state, made_on: today, answer_by: answerBy })
  await said(trx, ask, 'made', one, state, { answerBy })
  return version
}

/** The agency takes a recommendation up, or says why not; or, later, that it was carried out, with the proof. */
export async function answerRecommendation(
  trx: Trx,
  ask: Ask,
  act: 'accept' | 'decline' | 'claim',
  answer: Answer,
): Promise<number> {
  const one = await changing(trx, ask)
  toAnswerFor(ask.actor, one.agency_id)
  const state = moveRecommendation(one, act)
  if (act === 'claim' && answer.document === undefined) {
    throw wrong(
      'document',
      'recommendation.proof_missing',
      'Hãy ghi số, ký hiệu và ngày của văn bản, tài liệu chứng minh.',
    )
  }
  await addAnswer(trx, ask, one, act, answer)
  const version = await changeRow(trx, 'taskforce.recommendation', ask, { state })
  await said(trx, ask, ({ accept: 'accepted', decline: 'declined', claim: 'claimed' } as const)[act], one, state, {
    body: answer.words,
  })
  return version
}

/** The office closes a recommendation on its proof, or does not take the proof. */
export async function judgeRecommendation(
  trx: Trx,
  ask: Ask,
  act: 'close' | 'refuse',
  answer: Answer,
): Promise<number> {
  const one = await changing(trx, ask)
  toKeep(ask.actor)
  const state = moveRecommendation(one, act)
  if (act === 'refuse') await addAnswer(trx, ask, one, 'refuse', answer)
  const closing =
    act === 'close'
      ? { closed_on: demandDay(ask, answer.on, 'on', ...(await before(trx, one))), closing_words: answer.words.trim() }
      : {}
  const version = await changeRow(trx, 'taskforce.recommendation', ask, { state, ...closing })
  await said(trx, ask, act === 'close' ? 'closed' : 'refused', one, state, { note: answer.words })
  return version
}

/** A recommendation that was agreed to is given as a task. From then on its state is what the task says. */
export async function issueRecommendation(
  trx: Trx,
  ask: Ask,
  input: IssueAsTask,
): Promise<{ version: number; taskId: number }> {
  const one = await changing(trx, ask)
  toKeep(ask.actor)
  const state = moveRecommendation(one, 'issue')
  const givenOn = demandDay(ask, input.givenOn, 'givenOn', ['ngày gửi kiến nghị', one.made_on])
  if (input.dueOn < givenOn) {
    throw wrong('dueOn', 'recommendation.due_before_given', 'Hạn của nhiệm vụ không được trước ngày giao. Hãy sửa hạn.')
  }
  await demandAgencies(trx, 'leadAgencyId', [input.leadAgencyId], givenOn)
  const source = {
    kind: RECOMMENDATION_SOURCE,
    id: ask.id,
    number: input.document.trim(),
    title: input.title.trim(),
    assignedOn: givenOn,
    followUpAgencyId: ask.actor.agencyId,
  }
  const [taskId] = await assignAll(
    trx,
    ask.actor,
    source,
    [
      {
        ref: 'KN',
        groupTitle: one.theme,
        title: input.title.trim(),
        content: one.words,
        product: one.product,
        implements: [],
        span: null,
        sentence: one.words,
        parties: [
          {
            role: 'lead',
            agencyId: input.leadAgencyId,
            namedAs: 'Cơ quan được kiến nghị',
            scope: null,
            isAccountable: true,
          },
        ],
        deadlines: [
          {
            kind: 'date',
            literal: input.dueOn,
            dueOn: input.dueOn,
            isMilestone: false,
            isStrict: false,
            recurs: null,
            rule: null,
          },
        ],
        targets: [],
      },
    ],
    ask.now,
  )
  const version = await changeRow(trx, 'taskforce.recommendation', ask, { state, task_id: taskId! })
  await said(trx, ask, 'issued', one, state, { taskId, document: input.document })
  return { version, taskId: taskId! }
}

/** The office has seen that an answer was given on the day it names, though it was recorded later: from then on that day counts. */
export async function confirmAnswerDay(
  trx: Trx,
  ask: Ask,
  { answerId, words }: ConfirmDay & { answerId: number },
): Promise<number> {
  const one = await changing(trx, ask)
  toKeep(ask.actor)
  const { rows } = await sql<{ on: string; day: string }>`
    select k.answered_on as on, ${ANSWER_DAY} as day from taskforce.recommendation_answer k
    where k.answer_id = ${answerId} and k.recommendation_id = ${ask.id} and k.kind <> 'refuse'`.execute(trx)
  const [found] = rows
  if (!found) throw new NotFound('recommendation.no_such_answer', 'Không tìm thấy ý kiến trả lời này.')
  if (found.on === found.day) throw dayCounts()
  await trx
    .insertInto('taskforce.day_confirmed')
    .values({ answer_id: answerId, words: words.trim(), ...recorded(ask) })
    .execute()
  const version = await changeRow(trx, 'taskforce.recommendation', ask, {})
  await said(trx, ask, 'dayConfirmed', one, one.state, { note: words, answerId, countsOn: found.on })
  return version
}

/** Takes a recommendation back, with the reason. */
export async function withdrawRecommendation(trx: Trx, ask: Ask, { reason }: { reason: string }): Promise<number> {
  const one = await changing(trx, ask)
  toKeep(ask.actor)
  const state = moveRecommendation(one, 'withdraw')
  const version = await changeRow(trx, 'taskforce.recommendation', ask, { state, closing_words: reason.trim() })
  await said(trx, ask, 'withdrawn', one, state, { reason })
  return version
}

/** Another wording takes its place and is named: words are never edited. Returns the version, and the id of the new one. */
export async function replaceRecommendation(
  trx: Trx,
  ask: Ask,
  { reason, ...input }: Replacement,
): Promise<{ version: number; id: number }> {
  const one = await changing(trx, ask)
  toKeep(ask.actor)
  const state = moveRecommendation(one, 'replace')
  await demandDue(trx, ask, input)
  const id = await insert(trx, ask, {
    ...columnsOf(input),
    task_force_id: one.task_force_id,
    source_kind: one.source_kind,
    source_id: one.source_id,
    source_words: one.source_words,
  })
  const version = await changeRow(trx, 'taskforce.recommendation', ask, {
    state,
    replaced_by_id: id,
    closing_words: reason.trim(),
  })
  await record(trx, ask.actor, 'recommendation.drafted', { subject: about(id), at: ask.now.toString(), after: input })
  await said(trx, ask, 'replaced', one, state, { reason, byId: id })
  return { version, id }
}

const columnsOf = (input: Omit<NewRecommendation, 'sourceKind'>) => ({
  words: input.words.trim(),
  addressee_id: input.agencyId,
  agency_id: input.agencyId,
  competent: input.competent?.trim() || null,
  basis: input.basis?.trim() || null,
  product: input.product?.trim() || null,
  theme: input.theme?.trim() || null,
  due_on: input.dueOn,
})

async function insert(
  trx: Trx,
  ask: AskToMake,
  columns: ReturnType<typeof columnsOf> & Pick<Kept, 'task_force_id' | 'source_kind' | 'source_id' | 'source_words'>,
): Promise<number> {
  const { recommendation_id: id } = await trx
    .insertInto('taskforce.recommendation')
    .values({ ...columns, created_by: signatureOf(ask.actor), ...marked(ask) })
    .returning('recommendation_id')
    .executeTakeFirstOrThrow()
  return id
}

/** The words that it comes from, as they are now: of a finding, or of a question. */
async function sourceOf(
  trx: Trx,
  { actor }: AskToMake,
  { sourceKind, sourceId }: NewRecommendation,
): Promise<{ words: string | null; taskForceId: number | null }> {
  if ((sourceKind === 'own') !== (sourceId === undefined)) {
    throw wrong(
      'sourceId',
      'recommendation.source',
      'Hãy chọn phát hiện, câu hỏi hoặc báo cáo mà kiến nghị xuất phát từ đó.',
    )
  }
  if (sourceKind === 'finding') {
    const finding = await toRead(trx, actor, 'taskforce.finding', sourceId!)
    const inspection = await findRow(trx, 'taskforce.inspection', finding.inspection_id)
    return { words: finding.fact, taskForceId: inspection!.task_force_id }
  }
  if (sourceKind === 'question') {
    const question = await toRead(trx, actor, 'taskforce.question', sourceId!)
    const dialogue = await findRow(trx, 'taskforce.dialogue', question.dialogue_id)
    return { words: question.words, taskForceId: dialogue!.task_force_id }
  }
  return { words: null, taskForceId: null }
}

async function demandDue(trx: Trx, ask: AskToMake, input: { agencyId: number; dueOn: string }): Promise<void> {
  const today = dayInVietnam(ask.now)
  if (input.dueOn < today) {
    throw wrong('dueOn', 'recommendation.due_in_past', 'Hạn của kiến nghị không được ở quá khứ. Hãy sửa hạn.')
  }
  await demandAgencies(trx, 'agencyId', [input.agencyId], today)
}

async function changing(trx: Trx, ask: Ask): Promise<Kept> {
  return (await toChange(trx, ask, 'taskforce.recommendation')) as Kept
}

async function addAnswer(
  trx: Trx,
  ask: Ask,
  one: Kept,
  kind: 'accept' | 'decline' | 'claim' | 'refuse',
  { words, document, on }: Answer,
): Promise<void> {
  await trx
    .insertInto('taskforce.recommendation_answer')
    .values({
      recommendation_id: one.recommendation_id,
      kind,
      words: words.trim(),
      document: document?.trim() ?? null,
      agency_id: kind === 'refuse' ? ask.actor.agencyId : one.agency_id,
      answered_on: demandDay(ask, on, 'on', ...(await before(trx, one))),
      ...recorded(ask),
    })
    .execute()
}

/** What the next answer follows: the day it was sent, and the answer before. */
async function before(trx: Trx, one: Kept): Promise<Follows[]> {
  const { rows } = await sql<{ on: string | null }>`
    select max(k.answered_on) as on from taskforce.recommendation_answer k
    where k.recommendation_id = ${one.recommendation_id}`.execute(trx)
  return [
    ['ngày gửi kiến nghị', one.made_on],
    ['lần trả lời trước', rows[0]!.on],
  ]
}

async function said(
  trx: Trx,
  { actor, id, now }: Ask,
  done:
    | 'made'
    | 'accepted'
    | 'declined'
    | 'claimed'
    | 'closed'
    | 'refused'
    | 'issued'
    | 'withdrawn'
    | 'replaced'
    | 'dayConfirmed',
  before: Kept,
  state: RecommendationState,
  detail: object,
): Promise<void> {
  await record(trx, actor, `recommendation.${done}`, {
    subject: about(id),
    at: now.toString(),
    before: { state: before.state },
    after: { state },
    detail,
  })
}
