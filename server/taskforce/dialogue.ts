import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToAdd, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, type Field, Invalid, NotFound, wrong } from '../platform/errors.ts'
import { keptToAddTo, keptToChange, toAnswerFor, toChange, toKeep } from './access.ts'
import { dayCounts, demandDay, demandInForce, type Follows, QUESTION_DAY } from './days.ts'
import type { TaskforceDb } from './db.ts'
import type { AnswerQuestion, Hold, Judge, NewDialogue, NewQuestions, Sort, Sorted } from './dialogue-shapes.ts'
import { moveQuestion, type QuestionState } from './question-state.ts'
import type { ConfirmDay } from './recommendation-shapes.ts'
import { absentAgencies, changeRow, findRow, marked, notFound, type Row, recorded } from './store.ts'

type Trx = Transaction<TaskforceDb>
type KeptQuestion = Row<'taskforce.question'> & { state: QuestionState }
const about = (id: number) => ({ kind: 'dialogue', id })
const aboutQuestion = (id: number) => ({ kind: 'question', id })

/** Plans a session. Returns its id. */
export async function planDialogue(trx: Trx, ask: AskToMake, input: NewDialogue): Promise<number> {
  toKeep(ask.actor)
  const force = await findRow(trx, 'taskforce.task_force', input.taskForceId)
  if (!force) throw notFound('taskforce.task_force')
  demandInForce(force, input.heldOn, 'heldOn')
  const { dialogue_id: id } = await trx
    .insertInto('taskforce.dialogue')
    .values({
      task_force_id: input.taskForceId,
      title: input.title.trim(),
      form: input.form,
      partner: input.partner.trim(),
      place: input.place?.trim() || null,
      held_on: input.heldOn,
      ...marked(ask),
    })
    .returning('dialogue_id')
    .executeTakeFirstOrThrow()
  await record(trx, ask.actor, 'dialogue.planned', { subject: about(id), at: ask.now.toString(), after: input })
  return id
}

/** The session was held: on which day, and who took part. */
export async function holdDialogue(trx: Trx, ask: Ask, { heldOn, participants }: Hold): Promise<number> {
  const one = await keptToChange(trx, ask, 'taskforce.dialogue')
  demandPlanned(one.state)
  if (heldOn > dayInVietnam(ask.now)) {
    throw wrong('heldOn', 'dialogue.in_future', 'Ngày đối thoại không được sau hôm nay. Hãy sửa ngày.')
  }
  demandInForce((await findRow(trx, 'taskforce.task_force', one.task_force_id))!, heldOn, 'heldOn')
  const version = await changeRow(trx, 'taskforce.dialogue', ask, {
    state: 'held',
    held_on: heldOn,
    participants: participants.trim(),
  })
  await record(trx, ask.actor, 'dialogue.held', {
    subject: about(ask.id),
    at: ask.now.toString(),
    on: heldOn,
    after: { heldOn },
  })
  return version
}

export async function cancelDialogue(trx: Trx, ask: Ask, { reason }: { reason: string }): Promise<number> {
  const one = await keptToChange(trx, ask, 'taskforce.dialogue')
  demandPlanned(one.state)
  const { rows } =
    await sql`select from taskforce.question q where q.dialogue_id = ${ask.id} and q.state <> 'asked' limit 1`.execute(
      trx,
    )
  if (rows.length > 0) {
    throw new Conflict(
      'dialogue.in_use',
      'Buổi đối thoại đã có câu hỏi được phân loại, gửi đi. Hãy trả lời hết thay vì hủy.',
    )
  }
  const version = await changeRow(trx, 'taskforce.dialogue', ask, { state: 'cancelled', reason: reason.trim() })
  await record(trx, ask.actor, 'dialogue.cancelled', {
    subject: about(ask.id),
    at: ask.now.toString(),
    detail: { reason },
  })
  return version
}

function demandPlanned(state: string): void {
  if (state === 'planned') return
  throw new Conflict(
    'dialogue.wrong_state',
    `Buổi đối thoại ${state === 'held' ? 'đã diễn ra' : 'đã hủy'}. Hãy lập buổi khác.`,
  )
}

/** Refuses a question that the same asker has in this session or in the request already, however its letters and spaces are typed. */
async function refuseTwice(trx: Trx, id: number, questions: NewQuestions['questions']): Promise<void> {
  const { rows } = await sql<{ asker: string; words: string }>`
    select q.asker, q.words from taskforce.question q where q.dialogue_id = ${id}`.execute(trx)
  const keyOf = ({ asker, words }: { asker: string; words: string }) =>
    `${asker.trim()}|${words.trim()}`.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ')
  const seen = new Set(rows.map(keyOf))
  const fields: Field[] = []
  for (const [place, question] of questions.entries()) {
    const key = keyOf(question)
    if (seen.has(key))
      fields.push({
        path: `questions.${place}`,
        code: 'question.asked_twice',
        message: `Câu hỏi thứ ${place + 1} của ${question.asker.trim()} đã có trong buổi này. Hãy bỏ câu trùng.`,
      })
    seen.add(key)
  }
  if (fields.length > 0) throw new Invalid('question.asked_twice', fields[0]!.message, { fields })
}

/** Enters what was asked, before or during a session, in the order given. Returns how many. */
export async function askQuestions(trx: Trx, ask: AskToAdd, { questions }: NewQuestions): Promise<{ added: number }> {
  const one = await keptToAddTo(trx, ask, 'taskforce.dialogue')
  if (one.state === 'cancelled') throw new Conflict('dialogue.wrong_state', 'Buổi đối thoại đã hủy. Hãy lập buổi khác.')
  await refuseTwice(trx, ask.id, questions)
  const { changed_at, changed_by } = marked(ask)
  await sql`
    insert into taskforce.question (dialogue_id, position, asker, asker_kind, words, changed_at, changed_by)
    select ${ask.id}, l.last + n.place, n.asker, n.kind, n.words, ${changed_at}, ${changed_by}
    from unnest(${questions.map(({ asker }) => asker.trim())}::text[], ${questions.map(({ askerKind }) => askerKind)}::text[],
        ${questions.map(({ words }) => words.trim())}::text[]) with ordinality as n(asker, kind, words, place)
    cross join (select coalesce(max(q.position), 0) as last from taskforce.question q where q.dialogue_id = ${ask.id}) l`.execute(
    trx,
  )
  await record(trx, ask.actor, 'dialogue.asked', {
    subject: about(ask.id),
    at: ask.now.toString(),
    after: { questions: questions.length },
  })
  return { added: questions.length }
}

/**
 * Classes questions of a session and sends those that name an agency, all or none. A set in one statement: a session has up
 * to a thousand questions.
 */
export async function sortQuestions(trx: Trx, ask: AskToAdd, { questions }: Sort): Promise<Sorted> {
  await keptToAddTo(trx, ask, 'taskforce.dialogue')
  const today = dayInVietnam(ask.now)
  const ids = questions.map(({ id }) => id)
  if (new Set(ids).size < ids.length)
    throw wrong('questions', 'question.twice', 'Một câu hỏi được nêu hai lần. Hãy bỏ bớt.')
  const known = await trx
    .selectFrom('taskforce.question')
    .select(['question_id', 'version', 'state', 'position', 'changed_by'])
    .where('dialogue_id', '=', ask.id)
    .where('question_id', 'in', ids)
    .orderBy('question_id')
    .forUpdate()
    .execute()
  const byId = new Map(known.map((row) => [row.question_id, row]))
  const stale: Field[] = []
  const refused: Field[] = []
  for (const [place, { id, version, agencyId, dueOn }] of questions.entries()) {
    const row = byId.get(id)
    if (!row) throw new NotFound('question.not_found', 'Có câu hỏi không thuộc buổi đối thoại này. Hãy tải lại.')
    if (row.version !== version) {
      const message = `Câu ${row.position} đã được ${row.changed_by} thay đổi. Hãy tải lại rồi phân loại lại câu này.`
      stale.push({ path: `questions.${place}.version`, code: 'question.stale', message })
    }
    if ((agencyId === undefined) !== (dueOn === undefined)) {
      const message = `Câu ${row.position}: chọn cả cơ quan trả lời và hạn, hoặc bỏ cả hai.`
      refused.push({ path: `questions.${place}.dueOn`, code: 'question.agency_and_day', message })
    } else if (dueOn !== undefined && dueOn < today) {
      const message = `Câu ${row.position}: hạn trả lời không được ở quá khứ.`
      refused.push({ path: `questions.${place}.dueOn`, code: 'question.due_in_past', message })
    }
    moveQuestion(row.state as QuestionState, agencyId === undefined ? 'class' : 'send')
  }
  if (stale.length > 0) throw new Conflict('question.stale', stale[0]!.message, { fields: stale })
  if (refused.length > 0) throw new Invalid(refused[0]!.code, refused[0]!.message, { fields: refused })
  const sent = questions.filter(({ agencyId }) => agencyId !== undefined)
  const agencies = [...new Set(sent.map(({ agencyId }) => agencyId!))]
  if ((await absentAgencies(trx, agencies, today)).length > 0) {
    throw wrong('questions', 'taskforce.agency_absent', 'Có cơ quan không tồn tại vào hôm nay. Hãy chọn lại.')
  }
  const { changed_at, changed_by } = marked(ask)
  // What was sent before keeps its addressee, its day and its term: its silence counts until now.
  await endSendings(trx, ids, today, 'sentAgain')
  await sql`
    update taskforce.question q
    set class = n.class, state = case when n.agency_id is null then 'classed' else 'sent' end,
        sent_to_id = n.agency_id, agency_id = n.agency_id, due_on = n.due_on, note = null,
        sent_on = case when n.agency_id is not null then ${today}::date end,
        version = q.version + 1, changed_at = ${changed_at}, changed_by = ${changed_by}
    from unnest(${ids}::bigint[], ${questions.map((one) => one.class)}::text[], ${questions.map(({ agencyId }) => agencyId ?? null)}::bigint[],
        ${questions.map(({ dueOn }) => dueOn ?? null)}::date[]) as n(id, class, agency_id, due_on)
    where q.question_id = n.id`.execute(trx)
  await sql`
    insert into taskforce.question_sending (question_id, agency_id, sent_on, due_on, recorded_at, recorded_by)
    select n.id, n.agency_id, ${today}::date, n.due_on, ${changed_at}, ${changed_by}
    from unnest(${sent.map(({ id }) => id)}::bigint[], ${sent.map(({ agencyId }) => agencyId!)}::bigint[],
      ${sent.map(({ dueOn }) => dueOn!)}::date[]) as n(id, agency_id, due_on)`.execute(trx)
  await record(trx, ask.actor, 'dialogue.sorted', {
    subject: about(ask.id),
    at: ask.now.toString(),
    after: { classed: questions.length, sent: sent.length },
    // Whom it tells, and of how many: an agency is told once, not of each question.
    detail: {
      agencies: agencies.map((id) => {
        const own = sent.filter(({ agencyId }) => agencyId === id)
        return { id, count: own.length, dueOn: own.map(({ dueOn }) => dueOn!).sort()[0] }
      }),
    },
  })
  return { classed: questions.length, sent: sent.length, agencies: agencies.length }
}

/** Ends the sendings of these questions that are open. */
async function endSendings(
  trx: Trx,
  ids: readonly number[],
  on: string,
  ending: 'answered' | 'returned' | 'sentAgain',
  reason: string | null = null,
): Promise<void> {
  await sql`
    update taskforce.question_sending s set ended_on = ${on}::date, ending = ${ending}, reason = ${reason}
    where s.question_id = any(${[...ids]}::bigint[]) and s.ended_on is null`.execute(trx)
}

/** Answers a question: the agency that it was sent to, or the office on the spot. */
export async function answerQuestion(
  trx: Trx,
  ask: Ask,
  act: 'answer' | 'answerHere',
  { words, on, class: ofClass }: AnswerQuestion,
): Promise<number> {
  const one = (await toChange(trx, ask, 'taskforce.question')) as KeptQuestion
  if (act === 'answer') toAnswerFor(ask.actor, one.agency_id)
  else toKeep(ask.actor)
  const state = moveQuestion(one.state, act)
  demandDay(ask, on, 'on', act === 'answer' ? ['ngày gửi câu hỏi', one.sent_on] : await session(trx, one.dialogue_id))
  const classed = one.class ?? ofClass
  if (classed === undefined || classed === null)
    throw wrong('class', 'question.class_missing', 'Hãy chọn loại của câu hỏi.')
  const version = await changeRow(trx, 'taskforce.question', ask, {
    state,
    class: classed,
    answer: words.trim(),
    answered_on: on,
    answered_at: ask.now.toString(),
    answered_by: signatureOf(ask.actor),
    is_on_the_spot: act === 'answerHere',
  })
  await endSendings(trx, [ask.id], dayInVietnam(ask.now), 'answered')
  await did(trx, ask, 'answered', one, state, { body: words })
  return version
}

/** What an answer on the spot follows: the session, or the beginning of the task force where it is still to be held. */
async function session(trx: Trx, dialogueId: number): Promise<Follows> {
  const one = (await findRow(trx, 'taskforce.dialogue', dialogueId))!
  if (one.state === 'held') return ['ngày đối thoại', one.held_on]
  return ['ngày Tổ công tác bắt đầu', (await findRow(trx, 'taskforce.task_force', one.task_force_id))!.from_on]
}

/** The office has seen that an answer was given on the day it names, though it was recorded later: from then on that day counts. */
export async function confirmQuestionDay(trx: Trx, ask: Ask, { words }: ConfirmDay): Promise<number> {
  const one = (await toChange(trx, ask, 'taskforce.question')) as KeptQuestion
  toKeep(ask.actor)
  const state = moveQuestion(one.state, 'confirmDay')
  const { rows } = await sql<{ day: string }>`
    select ${QUESTION_DAY} as day from taskforce.question q where q.question_id = ${ask.id}`.execute(trx)
  if (rows[0]!.day === one.answered_on) throw dayCounts()
  await trx
    .insertInto('taskforce.day_confirmed')
    .values({ question_id: ask.id, words: words.trim(), ...recorded(ask) })
    .execute()
  const version = await changeRow(trx, 'taskforce.question', ask, { state })
  await did(trx, ask, 'dayConfirmed', one, state, { note: words, countsOn: one.answered_on })
  return version
}

/** The agency says that a question is not its to answer, with the reason: the office sends it elsewhere. */
export async function returnQuestion(trx: Trx, ask: Ask, { reason }: { reason: string }): Promise<number> {
  const one = (await toChange(trx, ask, 'taskforce.question')) as KeptQuestion
  toAnswerFor(ask.actor, one.agency_id)
  const state = moveQuestion(one.state, 'return')
  const version = await changeRow(trx, 'taskforce.question', ask, {
    state,
    agency_id: null,
    sent_to_id: null,
    sent_on: null,
    due_on: null,
    note: reason.trim(),
  })
  await endSendings(trx, [ask.id], dayInVietnam(ask.now), 'returned', reason.trim())
  await did(trx, ask, 'returned', one, state, { reason, agencyId: one.agency_id })
  return version
}

/** Records whether the asker is satisfied with the answer. */
export async function judgeAnswer(trx: Trx, ask: Ask, { isSatisfied, words }: Judge): Promise<number> {
  const one = (await toChange(trx, ask, 'taskforce.question')) as KeptQuestion
  toKeep(ask.actor)
  const state = moveQuestion(one.state, 'judge')
  const version = await changeRow(trx, 'taskforce.question', ask, {
    state,
    is_satisfied: isSatisfied,
    satisfied_words: words?.trim() || null,
  })
  await did(trx, ask, 'judged', one, state, { isSatisfied, ...(words ? { note: words } : {}) })
  return version
}

async function did(
  trx: Trx,
  { actor, id, now }: Ask,
  done: string,
  before: KeptQuestion,
  state: QuestionState,
  detail: object,
): Promise<void> {
  await record(trx, actor, `question.${done}`, {
    subject: aboutQuestion(id),
    at: now.toString(),
    before: { state: before.state },
    after: { state },
    detail,
  })
}
