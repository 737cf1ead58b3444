import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { decodeCursor, onlyId, pageOf } from '../platform/paging.ts'
import { holdsTyped } from '../platform/search.ts'
import { answersFor, mayKeep } from './access.ts'
import { isLateQuestion, QUESTION_DAY, WAS_SILENT } from './days.ts'
import type { TaskforceDb } from './db.ts'
import {
  DIALOGUE_COUNTS,
  type Dialogue,
  type DialogueList,
  type DialogueQuery,
  type DialogueRow,
  MOST_QUESTIONS,
  QUESTION_SCREEN_ACTS,
  type Question,
  type QuestionList,
  type QuestionQuery,
} from './dialogue-shapes.ts'
import { canQuestion } from './question-state.ts'
import { PAGE } from './shapes.ts'
import { hadQuestion, hasQuestion, isOffice, seesAgency, seesForce, seesQuestion } from './sight.ts'
import { notFound } from './store.ts'

/** For `taskforce.dialogue d` on a day: its counts, and the session after it that was held; `byNextSession` in SQL. */
const ROW = (today: string) => sql`
  d.dialogue_id as id, d.version, d.title, d.form, d.partner, d.held_on as "heldOn", d.state, c.questions, c.answered,
  n.held_on as "nextOn",
  case when n.state = 'held' and n.held_on <= ${today}::date then (
    select count(*) from taskforce.question q where q.dialogue_id = d.dialogue_id and ${QUESTION_DAY} <= n.held_on)::integer end
    as "answeredByNext"`
const JOINED = sql`
  cross join lateral (
    select count(*)::integer as questions, count(*) filter (where q.state = 'answered')::integer as answered
    from taskforce.question q where q.dialogue_id = d.dialogue_id
  ) c
  left join lateral (
    select x.held_on, x.state from taskforce.dialogue x
    where x.task_force_id = d.task_force_id and (x.held_on, x.dialogue_id) > (d.held_on, d.dialogue_id) and x.state <> 'cancelled'
    order by x.held_on, x.dialogue_id limit 1
  ) n on true`

/** For `taskforce.question q`: which of them a count of its session counts. */
const COUNTED: Record<(typeof DIALOGUE_COUNTS)[number], (today: string) => RawBuilder<boolean>> = {
  asked: () => sql`q.state = 'asked'`,
  classed: () => sql`q.state = 'classed'`,
  sent: () => sql`q.state = 'sent'`,
  answered: () => sql`q.state = 'answered'`,
  onTheSpot: () => sql`q.is_on_the_spot`,
  inTerm: () => sql`(${QUESTION_DAY} <= q.due_on and not ${WAS_SILENT})`,
  late: (today) => isLateQuestion(today),
  rule: () => sql`q.class = 'rule'`,
  satisfied: () => sql`q.is_satisfied`,
  unsatisfied: () => sql`not q.is_satisfied`,
}

/** Sessions, latest first. */
export async function listDialogues(
  db: AnyHandle,
  actor: Actor,
  query: DialogueQuery,
  today: string,
): Promise<DialogueList> {
  const { taskForceId, cursor, limit = PAGE } = query
  const after = decodeCursor(
    query,
    cursor,
    (key): key is readonly [string, number] =>
      key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1]),
  )
  const { rows } = await sql<DialogueRow>`
    select ${ROW(today)} from taskforce.dialogue d ${JOINED}
    where ${seesForce(actor, 'd.task_force_id', today)} and ${taskForceId === undefined ? sql`true` : sql`d.task_force_id = ${taskForceId}`}
      and ${after ? sql`(d.held_on, d.dialogue_id) < (${after[0]}::date, ${after[1]}::bigint)` : sql`true`}
    order by d.held_on desc, d.dialogue_id desc limit ${limit + 1}`.execute(reading<TaskforceDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ heldOn, id }) => [heldOn, id])
  return { rows: items, nextCursor: next, mayAdd: mayKeep(actor) }
}

/** One session with its counts, and what became of the questions of the one before. */
export async function showDialogue(db: AnyHandle, actor: Actor, id: number, today: string): Promise<Dialogue> {
  const { rows } = await sql<Omit<Dialogue, 'may'>>`
    select ${ROW(today)}, json_build_object('id', f.task_force_id, 'name', f.name) as "taskForce", d.place, d.participants, d.reason,
           (select json_build_object(${sql.join(
             DIALOGUE_COUNTS.map((name) => sql`${sql.lit(name)}, count(*) filter (where ${COUNTED[name](today)})`),
           )})
            from taskforce.question q where q.dialogue_id = d.dialogue_id) as counts,
           (select json_build_object('id', b.dialogue_id, 'title', b.title, 'heldOn', b.held_on,
               'questions', (select count(*) from taskforce.question q where q.dialogue_id = b.dialogue_id),
               'answered', (select count(*) from taskforce.question q where q.dialogue_id = b.dialogue_id
                 and ${QUESTION_DAY} <= least(d.held_on, ${today}::date)))
            from taskforce.dialogue b
            where b.task_force_id = d.task_force_id and (b.held_on, b.dialogue_id) < (d.held_on, d.dialogue_id) and b.state = 'held'
            order by b.held_on desc, b.dialogue_id desc limit 1) as before
    from taskforce.dialogue d ${JOINED}
    join taskforce.task_force f on f.task_force_id = d.task_force_id
    where d.dialogue_id = ${id} and ${seesForce(actor, 'd.task_force_id', today)}`.execute(reading<TaskforceDb>(db))
  const [found] = rows
  if (!found) throw notFound('taskforce.dialogue')
  const may = mayKeep(actor)
    ? ([
        ...(found.state === 'planned' ? (['hold', 'cancel'] as const) : []),
        ...(found.state === 'cancelled' ? [] : (['ask', 'sort'] as const)),
      ] satisfies Dialogue['may'])
    : []
  return { ...found, may }
}

/** The sendings of `taskforce.question q` in their order, as far as the actor may see the agency. */
const sendings = (actor: Actor, today: string) => sql`coalesce((
  select json_agg(json_build_object('agency', json_build_object('id', a.agency_id, 'name', a.name), 'sentOn', s.sent_on, 'dueOn', s.due_on,
    'endedOn', s.ended_on, 'ending', s.ending, 'reason', s.reason, 'isLate', s.due_on < case
      when s.ended_on is null then ${today}::date when s.ending = 'answered' then ${QUESTION_DAY} else s.ended_on end)
    order by s.sending_id)
  from taskforce.question_sending s join registry.agency_latest a on a.agency_id = s.agency_id
  where s.question_id = q.question_id
    and ${isOffice(actor) ? sql`true` : sql`(${seesAgency(actor, 's.agency_id')} or s.agency_id = q.sent_to_id)`}), '[]')`

/** Questions that the actor may see: of a session in their order, or all, latest first. */
export async function listQuestions(
  db: AnyHandle,
  actor: Actor,
  query: QuestionQuery,
  today: string,
): Promise<QuestionList> {
  const { state, toAnswer, class: ofClass, agencyId, dialogueId, isLate, counted, search, cursor, limit = PAGE } = query
  const after = decodeCursor(query, cursor, onlyId)
  const isOfOne = dialogueId !== undefined
  const conditions = [
    // What waits is with the agency that has it now; what was sent before is read by whoever had it.
    state === 'sent' || isLate
      ? seesQuestion(actor, today)
      : sql`(${seesQuestion(actor, today)} or ${hadQuestion(actor)})`,
    ...(toAnswer ? [sql`q.state = 'sent'`, hasQuestion(actor)] : []),
    ...(state === undefined ? [] : [sql`q.state = ${state}`]),
    ...(ofClass === undefined ? [] : [sql`q.class = ${ofClass}`]),
    ...(agencyId === undefined ? [] : [sql`q.agency_id = ${agencyId}`]),
    ...(isOfOne ? [sql`q.dialogue_id = ${dialogueId}`] : []),
    ...(isLate ? [sql`q.state = 'sent' and q.due_on < ${today}::date`] : []),
    ...(counted === undefined ? [] : [COUNTED[counted](today)]),
    ...(search === undefined ? [] : [holdsTyped(sql`platform.fold(q.words || ' ' || q.asker)`, search)]),
    ...(after ? [isOfOne ? sql`q.position > ${after[0]}` : sql`q.question_id < ${after[0]}`] : []),
  ]
  const { rows } = await sql<Omit<Question, 'may'>>`
    select q.question_id as id, q.version, q.dialogue_id as "dialogueId", d.title as "dialogueTitle", q.position, q.asker,
           q.asker_kind as "askerKind", q.words, q.state, q.class,
           case when a.agency_id is not null then json_build_object('id', a.agency_id, 'name', a.name) end as agency,
           q.sent_on as "sentOn", q.due_on as "dueOn",
           ${sendings(actor, today)} as sendings,
           ${isLateQuestion(today)} as "isLate", q.answer, q.answered_on as "answeredOn",
           ${QUESTION_DAY} as "countsOn",
           q.answered_by as "answeredBy", q.is_on_the_spot as "isOnTheSpot", q.is_satisfied as "isSatisfied", q.note,
           (select r.recommendation_id from taskforce.recommendation r
            where r.source_kind = 'question' and r.source_id = q.question_id and r.state not in ('withdrawn', 'replaced')
            order by r.recommendation_id limit 1) as "recommendationId"
    from taskforce.question q
    join taskforce.dialogue d using (dialogue_id)
    left join registry.agency_latest a on a.agency_id = q.agency_id
    where ${sql.join(conditions, sql` and `)}
    order by ${isOfOne ? sql`q.position` : sql`q.question_id desc`} limit ${limit + 1}`.execute(
    reading<TaskforceDb>(db),
  )
  const { items, next } = pageOf(query, rows, limit, ({ id, position }) => [isOfOne ? position : id])
  const toSort =
    isOfOne && !after && mayKeep(actor)
      ? await sql<{ id: number; version: number }>`
          select q.question_id as id, q.version from taskforce.question q join taskforce.dialogue d using (dialogue_id)
          where ${sql.join(conditions, sql` and `)} and q.state in ('asked', 'classed') and d.state <> 'cancelled'
          order by q.position limit ${MOST_QUESTIONS}`.execute(reading<TaskforceDb>(db))
      : null
  return {
    rows: items.map((row) => ({ ...row, may: mayWith(actor, row) })),
    nextCursor: next,
    toSort: toSort?.rows ?? null,
  }
}

function mayWith(
  actor: Actor,
  { state, agency, isSatisfied, answeredOn, countsOn }: Omit<Question, 'may'>,
): Question['may'] {
  const keeps = mayKeep(actor)
  const own = answersFor(actor, agency?.id ?? null)
  const who: Record<Question['may'][number], boolean> = {
    class: keeps,
    send: keeps,
    answerHere: keeps,
    answer: own,
    return: own,
    judge: keeps && isSatisfied === null,
    confirmDay: keeps && answeredOn !== countsOn,
    recommend: keeps && state !== 'asked',
  }
  return QUESTION_SCREEN_ACTS.filter((act) => who[act] && (act === 'recommend' || canQuestion(state, act)))
}
