import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { decodeCursor, pageOf } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { holdsTyped } from '../platform/search.ts'
import { answersFor, mayKeep } from './access.ts'
import { ANSWER_DAY } from './days.ts'
import type { TaskforceDb } from './db.ts'
import { askOf, countsRecommendation } from './figures.ts'
import type {
  Recommendation,
  RecommendationList,
  RecommendationQuery,
  RecommendationRow,
} from './recommendation-shapes.ts'
import { canRecommendation, RECOMMENDATION_ACTS, type RecommendationAct } from './recommendation-state.ts'
import { PAGE } from './shapes.ts'
import { seesMark, seesRecommendation } from './sight.ts'
import { notFound } from './store.ts'

/** `standingOf` in SQL, for `taskforce.recommendation r` and its task `t`: rules.test.ts and recommendations.test.ts hold them equal. */
export const standingOn = (today: string): RawBuilder<RecommendationRow['standing']> => sql`(case
  when t.task_id is not null then case
    when t.state = 'confirmed' then 'done' when t.state = 'cancelled' then 'closed'
    when t.due_on < ${today}::date then 'late' else 'open' end
  when r.state = 'drafted' then 'drafted'
  when r.state = 'made' then case when r.answer_by < ${today}::date then 'overdueAnswer' else 'waiting' end
  when r.state in ('accepted', 'claimed') then case when r.due_on < ${today}::date then 'late' else 'open' end
  when r.state in ('declined', 'done') then r.state
  else 'closed' end)`

/** To be answered or carried out, of the same two. */
export const isOpenOn = (today: string): RawBuilder<boolean> =>
  sql`${standingOn(today)} in ('waiting', 'overdueAnswer', 'open', 'late')`

const COLUMNS = (today: string) => sql`
  r.recommendation_id as id, r.version, r.words, json_build_object('id', a.agency_id, 'name', a.name) as agency, r.theme,
  r.due_on as "dueOn", r.made_on as "madeOn", r.answer_by as "answerBy", r.state, ${standingOn(today)} as standing,
  case when t.task_id is not null then json_build_object('id', t.task_id, 'code', t.code, 'state', t.state, 'dueOn', t.due_on,
    'completedOn', t.completed_on) end as task, r.source_kind as "sourceKind"`

const fits = (key: readonly unknown[]): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])

/** Recommendations that the actor may see, latest due first. */
export async function listRecommendations(
  db: AnyHandle,
  actor: Actor,
  query: RecommendationQuery,
  today: string,
): Promise<RecommendationList> {
  const { standing, isOpen, agencyId, search, sourceKind, sourceId, figure, cursor, limit = PAGE } = query
  const after = decodeCursor(query, cursor, fits)
  const conditions = [
    seesRecommendation(actor),
    // A figure is of those it was addressed to, whoever has it now.
    ...(agencyId === undefined || figure !== undefined ? [] : [sql`r.agency_id = ${agencyId}`]),
    ...(sourceKind === undefined ? [] : [sql`r.source_kind = ${sourceKind}`]),
    ...(sourceId === undefined ? [] : [sql`r.source_id = ${sourceId}`]),
    ...(figure === undefined ? [] : [countsRecommendation(figure, askOf(actor, query, today))]),
    ...(search === undefined ? [] : [holdsTyped(sql`r.searched`, search)]),
    ...(isOpen ? [isOpenOn(today)] : []),
    ...(standing === undefined ? [] : [sql`${standingOn(today)} = ${standing}`]),
    ...(after ? [sql`(r.due_on, r.recommendation_id) < (${after[0]}::date, ${after[1]}::bigint)`] : []),
  ]
  const { rows } = await prepared(sql<RecommendationRow>`
    select ${COLUMNS(today)}
    from taskforce.recommendation r
    join registry.agency_latest a on a.agency_id = r.agency_id
    left join tasks.traced_task t on t.task_id = r.task_id
    where ${sql.join(conditions, sql` and `)}
    order by r.due_on desc, r.recommendation_id desc limit ${sql.lit(limit + 1)}`).execute(reading<TaskforceDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ dueOn, id }) => [dueOn, id])
  return { rows: items, nextCursor: next, mayAdd: mayKeep(actor) }
}

/** One recommendation from its source to what proves it, in one statement. */
export async function showRecommendation(
  db: AnyHandle,
  actor: Actor,
  id: number,
  today: string,
): Promise<Recommendation> {
  const { rows } = await prepared(sql<Omit<Recommendation, 'may'> & { task_id: number | null }>`
    select ${COLUMNS(today)}, r.task_id, json_build_object('id', d.agency_id, 'name', d.name) as addressee, r.competent, r.basis, r.product,
           r.created_by as "createdBy", r.closed_on as "closedOn", r.closing_words as "closingWords",
           json_build_object('kind', r.source_kind, 'words', r.source_words,
             'title', coalesce(i.title, g.title), 'to', case
               when i.inspection_id is not null then '/to-cong-tac/kiem-tra/' || i.inspection_id
               when g.dialogue_id is not null then '/to-cong-tac/doi-thoai/' || g.dialogue_id
               when r.source_kind = 'report' then '/bao-cao/' || r.source_id end) as source,
           r.replaced_by_id as "replacedById",
           (select o.recommendation_id from taskforce.recommendation o where o.replaced_by_id = r.recommendation_id limit 1) as "replacesId",
           (f.finding_id is not null and ${standingOn(today)} = 'done'
             and exists (select from taskforce.finding n where n.repeats_id = f.finding_id and n.state not in ('draft', 'dropped'))) as "isNotEffective",
           coalesce((select json_agg(json_build_object('id', k.answer_id, 'kind', k.kind, 'words', k.words, 'document', k.document,
               'agencyName', n.name, 'on', k.answered_on, 'countsOn', case when k.kind = 'refuse' then k.answered_on else ${ANSWER_DAY} end,
               'by', k.recorded_by, 'at', k.recorded_at) order by k.answer_id)
             from taskforce.recommendation_answer k join registry.agency_latest n on n.agency_id = k.agency_id
             where k.recommendation_id = r.recommendation_id), '[]') as answers,
           coalesce((select json_agg(json_build_object('id', p.evidence_id, 'name', p.name, 'addedOn', p.added_on, 'addedBy', p.added_by)
               order by p.evidence_id)
             from tasks.proof_card p where p.task_id = r.task_id), '[]') as evidence,
           coalesce((select json_agg(json_build_object('seen', m.seen, 'isTrue', m.is_true, 'on', m.seen_on, 'words', m.words)
               order by m.truth_mark_id)
             from taskforce.truth_mark m where m.task_id = r.task_id and ${seesMark(actor)}), '[]') as marks
    from taskforce.recommendation r
    join registry.agency_latest a on a.agency_id = r.agency_id
    join registry.agency_latest d on d.agency_id = r.addressee_id
    left join tasks.traced_task t on t.task_id = r.task_id
    left join taskforce.finding f on r.source_kind = 'finding' and f.finding_id = r.source_id
    left join taskforce.inspection i on i.inspection_id = f.inspection_id
    left join taskforce.question q on r.source_kind = 'question' and q.question_id = r.source_id
    left join taskforce.dialogue g on g.dialogue_id = q.dialogue_id
    where r.recommendation_id = ${id} and ${seesRecommendation(actor)}`).execute(reading<TaskforceDb>(db))
  const [found] = rows
  if (!found) throw notFound('taskforce.recommendation')
  const { task_id, ...one } = found
  const keeps = mayKeep(actor)
  const answers = one.answers.map((said) => ({ ...said, mayConfirmDay: keeps && said.on !== said.countsOn }))
  return { ...one, answers, may: mayDo(actor, { state: one.state, task_id, agencyId: one.agency.id }) }
}

const OF_AGENCY: readonly RecommendationAct[] = ['accept', 'decline', 'claim']

/** What the actor may do to a recommendation now: what a screen offers. */
export function mayDo(
  actor: Actor,
  { agencyId, ...one }: { state: RecommendationRow['state']; task_id: number | null; agencyId: number },
): RecommendationAct[] {
  return RECOMMENDATION_ACTS.filter(
    (act) => canRecommendation(one, act) && (OF_AGENCY.includes(act) ? answersFor(actor, agencyId) : mayKeep(actor)),
  )
}
