import { type RawBuilder, sql } from 'kysely'
import { formatNumber } from '../platform/calendar.ts'
import { reading } from '../platform/db.ts'
import type { FigureAsk, FigureSource } from '../platform/figure.ts'
import type { TaskforceDb } from './db.ts'
import { seesInspection, seesRecommendation } from './sight.ts'

/** For a timestamp: recorded by the end of the day up to which records count. */
const isKnown = (column: string, { knownOn }: FigureAsk): RawBuilder<boolean> =>
  knownOn === null
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(column)} < (${knownOn}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`

const ofAgency = (column: string, { agencyId }: FigureAsk): RawBuilder<boolean> =>
  agencyId === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = ${agencyId}`

/**
 * A count as of a day: facts that took effect by it. The moves of a recommendation or finding are read from the log, which is
 * where they are kept with the day they took effect and the instant they were recorded.
 */
const counting = (
  source: Pick<FigureSource, 'name' | 'vi' | 'en'>,
  count: (ask: FigureAsk) => RawBuilder<{ n: number }>,
  rows: (ask: FigureAsk) => string,
): FigureSource => ({
  ...source,
  unit: 'count',
  async compute(db, ask) {
    const found = await count(ask).execute(reading<TaskforceDb>(db))
    const value = found.rows[0]!.n
    return { value, printed: formatNumber(value), rows: rows(ask) }
  },
})

const acted = (
  kind: string,
  events: readonly string[],
  id: RawBuilder<unknown>,
  ask: FigureAsk,
): RawBuilder<boolean> => sql<boolean>`exists (
  select from platform.audit_entry e
  where e.subject_kind = ${kind} and e.subject_id = (${id})::text and e.event = any(${[...events]}::text[])
    and e.happened_on <= ${ask.asOf}::date and ${isKnown('e.recorded_at', ask)})`

const recommended = (ask: FigureAsk, more: RawBuilder<boolean> = sql<boolean>`true`) => sql<{ n: number }>`
  select count(*)::integer as n from taskforce.recommendation r
  where r.made_on between ${ask.from}::date and ${ask.asOf}::date and ${ofAgency('r.addressee_id', ask)}
    and ${seesRecommendation(ask.actor)} and ${acted('recommendation', ['recommendation.made'], sql`r.recommendation_id`, ask)} and ${more}`

const period = ({ from, asOf, agencyId }: FigureAsk) =>
  `madeFrom=${from}&madeTo=${asOf}${agencyId === undefined ? '' : `&agencyId=${agencyId}`}`

export const taskforceFigures: readonly FigureSource[] = [
  counting(
    {
      name: 'taskforce.recommendationsMade',
      vi: 'Số kiến nghị của Tổ công tác đã gửi trong kỳ',
      en: 'Recommendations made in the period',
    },
    (ask) => recommended(ask),
    (ask) => `/to-cong-tac?tab=recommendations&${period(ask)}`,
  ),
  counting(
    {
      name: 'taskforce.accepted',
      vi: 'Số kiến nghị trong kỳ đã được tiếp thu hoặc giao thành nhiệm vụ',
      en: 'Recommendations accepted or given as tasks',
    },
    (ask) =>
      recommended(
        ask,
        acted('recommendation', ['recommendation.accepted', 'recommendation.issued'], sql`r.recommendation_id`, ask),
      ),
    (ask) => `/to-cong-tac?tab=recommendations&${period(ask)}`,
  ),
  counting(
    {
      name: 'taskforce.waiting',
      vi: 'Số kiến nghị trong kỳ quá hạn mà chưa được trả lời',
      en: 'Recommendations without a word after their day',
    },
    (ask) =>
      recommended(
        ask,
        sql<boolean>`r.answer_by < ${ask.asOf}::date and not ${acted(
          'recommendation',
          [
            'recommendation.accepted',
            'recommendation.declined',
            'recommendation.issued',
            'recommendation.withdrawn',
            'recommendation.replaced',
          ],
          sql`r.recommendation_id`,
          ask,
        )}`,
      ),
    (ask) => `/to-cong-tac?tab=recommendations&standing=overdueAnswer&${period(ask)}`,
  ),
  counting(
    {
      name: 'taskforce.inspectionsHeld',
      vi: 'Số cuộc kiểm tra đã tiến hành trong kỳ',
      en: 'Inspections held in the period',
    },
    (ask) => sql<{ n: number }>`
      select count(*)::integer as n from taskforce.inspection i join taskforce.minutes m using (inspection_id)
      where m.held_on between ${ask.from}::date and ${ask.asOf}::date and m.office_signed_at is not null and m.agency_signed_at is not null
        and ${isKnown('m.office_signed_at', ask)} and ${isKnown('m.agency_signed_at', ask)}
        and ${ofAgency('i.subject_id', ask)} and ${seesInspection(ask.actor)}`,
    ({ from, asOf }) => `/to-cong-tac?tab=inspections&heldFrom=${from}&heldTo=${asOf}`,
  ),
  counting(
    {
      name: 'taskforce.findingsOpen',
      vi: 'Số phát hiện đã kết luận mà chưa được xác nhận khắc phục',
      en: 'Findings concluded and not confirmed as remedied',
    },
    (ask) => sql<{ n: number }>`
      select count(*)::integer as n from taskforce.finding f join taskforce.inspection i using (inspection_id)
      where i.concluded_on <= ${ask.asOf}::date and f.state not in ('draft', 'dropped') and ${ofAgency('f.responsible_id', ask)}
        and ${acted('inspection', ['inspection.concluded'], sql`i.inspection_id`, ask)}
        and not ${acted('finding', ['finding.confirmed'], sql`f.finding_id`, ask)} and ${seesInspection(ask.actor)}`,
    ({ agencyId }) => `/to-cong-tac?tab=findings&isOpen=true${agencyId === undefined ? '' : `&agencyId=${agencyId}`}`,
  ),
]
