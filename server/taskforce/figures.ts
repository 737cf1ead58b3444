import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { formatDay, formatNumber, monthStart } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { FigureAsk, FigureSource, FigureValue } from '../platform/figure.ts'
import type { TaskforceDb } from './db.ts'
import type { FigureRows } from './shapes.ts'
import { seesFinding, seesInspection, seesRecommendation } from './sight.ts'

/** What a figure counts depends on: the period, the days, the agency and who asks. */
type Ask = Pick<FigureAsk, 'from' | 'asOf' | 'knownOn' | 'knownBefore' | 'agencyId'> & { actor: Actor }

/** The question behind a list that a figure opens: with the same answer, so it opens exactly the rows it counts. */
export const askOf = (
  actor: Actor,
  { from, asOf, knownOn, knownBefore, agencyId }: FigureRows & { agencyId?: number },
  today: string,
): Ask => {
  const day = asOf ?? today
  return {
    actor,
    from: from ?? `${day.slice(0, 4)}-01-01`,
    asOf: day,
    knownOn: knownOn ?? null,
    ...(knownBefore === undefined ? {} : { knownBefore }),
    ...(agencyId === undefined ? {} : { agencyId }),
  }
}

/** For a timestamp: recorded by the end of the day up to which records count, and before the instant of a report. */
const isKnown = (column: string, { knownOn, knownBefore }: Ask): RawBuilder<boolean> => {
  const at = sql.ref(column)
  const byDay = sql<boolean>`${at} < (${knownOn}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`
  const inTime = knownBefore === undefined ? sql<boolean>`true` : sql<boolean>`${at} < ${knownBefore}::timestamptz`
  return knownOn === null ? inTime : sql<boolean>`(${byDay} and ${inTime})`
}

const ofAgency = (column: string, { agencyId }: Ask): RawBuilder<boolean> =>
  agencyId === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = ${agencyId}`

/**
 * An act as of a day: it took effect by it. The moves of a recommendation or finding are read from the log, which is where they
 * are kept with the day they took effect and the instant they were recorded.
 */
const acted = (
  kind: string,
  events: readonly string[],
  id: RawBuilder<unknown>,
  ask: Ask,
): RawBuilder<boolean> => sql<boolean>`exists (
  select from platform.audit_entry e
  where e.subject_kind = ${kind} and e.subject_id = (${id})::text and e.event = any(${[...events]}::text[])
    and e.happened_on <= ${ask.asOf}::date and ${isKnown('e.recorded_at', ask)})`

const AGREED = ['recommendation.accepted', 'recommendation.issued']
const ANSWERED = [...AGREED, 'recommendation.declined', 'recommendation.withdrawn', 'recommendation.replaced']

export const COUNTED_RECOMMENDATIONS = ['made', 'accepted', 'unanswered', 'waiting'] as const
type CountedRecommendation = (typeof COUNTED_RECOMMENDATIONS)[number]

/** Which recommendations, `taskforce.recommendation r`, a figure counts: `waiting` are those of the unanswered whose day has passed. */
export function countsRecommendation(figure: CountedRecommendation, ask: Ask): RawBuilder<boolean> {
  const id = sql`r.recommendation_id`
  const unanswered = sql<boolean>`not ${acted('recommendation', ANSWERED, id, ask)}`
  const more = {
    made: sql<boolean>`true`,
    accepted: acted('recommendation', AGREED, id, ask),
    unanswered,
    waiting: sql<boolean>`(r.answer_by < ${ask.asOf}::date and ${unanswered})`,
  }[figure]
  return sql<boolean>`(r.made_on between ${ask.from}::date and ${ask.asOf}::date and ${ofAgency('r.addressee_id', ask)}
    and ${seesRecommendation(ask.actor)} and ${acted('recommendation', ['recommendation.made'], id, ask)} and ${more})`
}

/** Which inspections, `taskforce.inspection i`, were held: their minutes are signed by both sides. */
export const countsInspection = (ask: Ask): RawBuilder<boolean> => sql<boolean>`(${ofAgency('i.subject_id', ask)}
  and ${seesInspection(ask.actor)} and exists (
    select from taskforce.minutes m
    where m.inspection_id = i.inspection_id and m.held_on between ${ask.from}::date and ${ask.asOf}::date
      and m.office_signed_at is not null and m.agency_signed_at is not null
      and ${isKnown('m.office_signed_at', ask)} and ${isKnown('m.agency_signed_at', ask)}))`

/** Which findings, `taskforce.finding f` of `taskforce.inspection i`, are concluded and not confirmed as remedied. */
export const countsFinding = (ask: Ask): RawBuilder<boolean> => sql<boolean>`(i.concluded_on <= ${ask.asOf}::date
  and f.state not in ('draft', 'dropped') and ${ofAgency('f.responsible_id', ask)}
  and ${acted('inspection', ['inspection.concluded'], sql`i.inspection_id`, ask)}
  and not ${acted('finding', ['finding.confirmed'], sql`f.finding_id`, ask)} and ${seesFinding(ask.actor)})`

/**
 * The first day of which this room knows anything; null while it knows nothing. A task force may be years older than its record, so
 * the day it was recorded counts. Looked up once for each report.
 */
function firstKnown(db: AnyHandle, { shared }: Pick<FigureAsk, 'shared'>): Promise<string | null> {
  const key = 'taskforce.firstKnown'
  const known = shared?.get(key) as Promise<string | null> | undefined
  if (known) return known
  const found = sql<{ day: string | null }>`
    select least(
      (select min(e.recorded_at) at time zone 'Asia/Ho_Chi_Minh' from taskforce.task_force f
        join platform.audit_entry e on e.subject_kind = 'taskForce' and e.subject_id = f.task_force_id::text
          and e.event = 'taskForce.setUp')::date,
      (select min(r.made_on) from taskforce.recommendation r), (select min(d.held_on) from taskforce.dialogue d),
      (select min(i.decided_on) from taskforce.inspection_decision i))::text as day`
    .execute(reading<TaskforceDb>(db))
    .then(({ rows }) => rows[0]!.day)
  shared?.set(key, found)
  return found
}

/** Says so where the room knows of a later month only than that in which the counted period begins: a 0 of then is no count. */
async function truncation(db: AnyHandle, ask: FigureAsk): Promise<Pick<FigureValue, 'truncated'>> {
  const first = await firstKnown(db, ask)
  if (first === null || ask.from >= monthStart(first)) return {}
  return {
    truncated: `Số liệu của Tổ công tác từ ngày ${formatDay(ask.from)} đến ngày ${formatDay(ask.asOf)}: dữ liệu chỉ có từ ngày ${formatDay(first)}.`,
  }
}

const counting = (
  source: Pick<FigureSource, 'name' | 'vi' | 'en'>,
  count: (ask: FigureAsk) => RawBuilder<{ n: number }>,
  tab: string,
  figure: string,
): FigureSource => ({
  ...source,
  unit: 'count',
  data: { words: 'Số liệu của Tổ công tác', first: firstKnown },
  async compute(db, ask) {
    if (ask.source !== undefined) return { value: null, printed: 'không tách được theo văn bản này', rows: null }
    const found = await count(ask).execute(reading<TaskforceDb>(db))
    const value = found.rows[0]!.n
    return { value, printed: formatNumber(value), rows: rowsOf(tab, figure, ask), ...(await truncation(db, ask)) }
  },
})

function rowsOf(tab: string, figure: string, { from, asOf, knownOn, knownBefore, agencyId }: FigureAsk): string {
  const known = knownOn === null ? '' : `&knownOn=${knownOn}`
  const before = knownBefore === undefined ? '' : `&knownBefore=${encodeURIComponent(knownBefore)}`
  const agency = agencyId === undefined ? '' : `&agencyId=${agencyId}`
  return `/to-cong-tac?tab=${tab}&figure=${figure}&from=${from}&asOf=${asOf}${known}${before}${agency}`
}

const recommendations = (figure: CountedRecommendation) => (ask: FigureAsk) =>
  sql<{
    n: number
  }>`select count(*)::integer as n from taskforce.recommendation r where ${countsRecommendation(figure, ask)}`

export const taskforceFigures: readonly FigureSource[] = [
  counting(
    {
      name: 'taskforce.recommendationsMade',
      vi: 'Số kiến nghị của Tổ công tác đã gửi trong kỳ',
      en: 'Recommendations made in the period',
    },
    recommendations('made'),
    'recommendations',
    'made',
  ),
  counting(
    {
      name: 'taskforce.accepted',
      vi: 'Số kiến nghị trong kỳ đã được tiếp thu hoặc giao thành nhiệm vụ',
      en: 'Recommendations accepted or given as tasks',
    },
    recommendations('accepted'),
    'recommendations',
    'accepted',
  ),
  counting(
    {
      name: 'taskforce.unanswered',
      vi: 'Số kiến nghị trong kỳ chưa được trả lời, trong hạn và quá hạn',
      en: 'Recommendations without an answer, before or after their day',
    },
    recommendations('unanswered'),
    'recommendations',
    'unanswered',
  ),
  counting(
    {
      name: 'taskforce.waiting',
      vi: 'Số kiến nghị trong kỳ quá hạn mà chưa được trả lời',
      en: 'Recommendations without a word after their day',
    },
    recommendations('waiting'),
    'recommendations',
    'waiting',
  ),
  counting(
    {
      name: 'taskforce.inspectionsHeld',
      vi: 'Số cuộc kiểm tra đã tiến hành trong kỳ',
      en: 'Inspections held in the period',
    },
    (ask) =>
      sql<{ n: number }>`select count(*)::integer as n from taskforce.inspection i where ${countsInspection(ask)}`,
    'inspections',
    'held',
  ),
  counting(
    {
      name: 'taskforce.findingsOpen',
      vi: 'Số phát hiện đã kết luận mà chưa được xác nhận khắc phục',
      en: 'Findings concluded and not confirmed as remedied',
    },
    (ask) => sql<{ n: number }>`
      select count(*)::integer as n from taskforce.finding f join taskforce.inspection i using (inspection_id)
      where ${countsFinding(ask)}`,
    'findings',
    'open',
  ),
]
