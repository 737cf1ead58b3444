import type { Static } from 'typebox'
import type { KnownActor } from '../platform/actor.ts'
import { addDays, addMonths, cutBefore, formatDay, formatNumber, monthEnd, monthStart } from '../platform/calendar.ts'
import type { AnyHandle } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { followerName } from '../registry/index.ts'
import {
  everyTask,
  pointsInWords,
  recordedLater,
  type Statistics,
  share,
  statistics,
  type TaskQuery,
} from '../tasks/index.ts'
import { recommend } from './recommend.ts'
import type { Figure, MonthlyQuery, MonthlyReport } from './shapes.ts'

/** The parameters that select the rows of a figure, the same as of GET /api/tasks. */
type Words = Pick<
  TaskQuery,
  'from' | 'asOf' | 'knownOn' | 'knownBefore' | 'counting' | 'followerId' | 'standing' | 'dueFrom' | 'dueTo' | 'sort'
>

/**
 * The Task Force's monthly report on assigned tasks, computed from rows.
 *
 * `from` is 1 January of the year before, as the published reports count; `asOf` the last day of the month, or today
 * during the month; what was recorded after `asOf` does not count unless `knownOn` allows it.
 * `computedBefore`: what was recorded later does not count, so that the figures of a draft open what they counted.
 * @throws Invalid `report.month_ahead` for a month that has not begun, `report.as_of_elsewhere` for a day before the month
 *   or in the future, `report.from_late` for a period without the end of the previous month, with which reports compare
 */
export async function monthlyReport(
  db: AnyHandle,
  today: string,
  actor: KnownActor,
  query: MonthlyQuery,
  computedBefore?: string,
): Promise<MonthlyReport> {
  const first = `${query.month}-01`
  if (first > today) {
    throw wrong('month', 'report.month_ahead', 'Tháng báo cáo chưa bắt đầu. Hãy chọn tháng hiện tại hoặc tháng trước.')
  }
  const last = monthEnd(first)
  const asOf = query.asOf ?? (last < today ? last : today)
  const year = Number(query.month.slice(0, 4))
  const from = query.from ?? `${year - 1}-01-01`
  const rounding = query.rounding ?? 'truncate1'
  const counting = query.counting === 'once' ? query.counting : undefined
  const { knownOn, followerId } = query
  const knownBefore = cutBefore(knownOn ?? asOf, computedBefore) ?? undefined
  const scope: Pick<Words, 'from' | 'asOf' | 'knownOn' | 'knownBefore' | 'counting' | 'followerId'> = {
    from,
    asOf,
    knownOn,
    knownBefore,
    counting,
    followerId,
  }
  refusePeriod(first, from, asOf, today)

  const whole = await statistics(db, actor, { ...scope, by: 'agency', rounding }, today)
  const thisYear = await statistics(db, actor, { ...scope, from: `${year}-01-01`, rounding }, today)
  const nextFirst = addMonths(first, 1)
  const overdue = await everyTask(db, actor, { ...scope, standing: 'openOverdue', sort: 'urgency' }, today)
  const dueNext: Words = {
    ...scope,
    standing: 'openInTerm',
    dueFrom: nextFirst,
    dueTo: monthEnd(nextFirst),
    sort: 'dueOn',
  }
  const dueNextMonth = await everyTask(db, actor, dueNext, today)
  if (!whole.previousMonth) throw new Error('no figures of the previous month, though the period contains its end')

  const isEmpty = whole.total.assigned === 0
  const left = isEmpty
    ? await recordedLater(db, actor, { from, asOf, followerId, ...(counting ? { counting } : {}) }, today)
    : null

  const figure = (value: number, words: Words = {}): Figure => ({
    value,
    printed: formatNumber(value),
    rows: address({ ...scope, ...words }),
  })
  const t = whole.total
  const figures = {
    assigned: figure(t.assigned),
    done: figure(t.done, { standing: 'done' }),
    doneOnTime: figure(t.doneOnTime, { standing: 'doneOnTime' }),
    doneLate: figure(t.doneLate, { standing: 'doneLate' }),
    openInTerm: figure(t.openInTerm, { standing: 'openInTerm' }),
    openOverdue: figure(t.openOverdue, { standing: 'openOverdue' }),
  }
  const assignedThisYear = figure(thisYear.total.assigned, { from: `${year}-01-01` })
  const dueNextFigure = figure(dueNextMonth.length, dueNext)
  const change = (which: NonNullable<typeof whole.previousMonth>, than: string) => {
    const words = pointsInWords(which.overdueSharePoints)
    return {
      asOf: which.asOf,
      share: which.overdueShare,
      points: which.overdueSharePoints,
      words: words === null ? `chưa có số liệu ${than} để so sánh` : `${words} so với ${than}`,
    }
  }
  const againstPreviousMonth = change(whole.previousMonth, 'tháng trước')
  const againstLastYear = whole.samePeriodLastYear ? change(whole.samePeriodLastYear, 'cùng kỳ năm trước') : null
  // A first year has nothing to be compared with, and the sentence then says nothing of it.
  const changes = [againstPreviousMonth, againstLastYear].flatMap((one) =>
    one && one.points !== '–' ? [one.words] : [],
  )
  const agencies = whole.rows
    .map((row) => ({
      agencyId: Number(row.key),
      agencyName: row.label,
      partition: row.partition,
      overdueShare: row.overdueShare,
      rows: row.rows,
    }))
    .sort((a, b) => b.partition.openOverdue - a.partition.openOverdue || b.partition.assigned - a.partition.assigned)

  const text = (words: string) => ({ text: words, rows: null })
  const link = (which: Figure) => ({ text: which.printed, rows: which.rows })
  return {
    month: query.month,
    from,
    asOf,
    knownOn: query.knownOn ?? null,
    rounding,
    title: `Tình hình thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao tháng ${query.month.slice(5)} năm ${year}`,
    isSample: actor.sample,
    headline: t,
    counting: whole.counting,
    agenciesTotal: {
      partition: whole.rowsTotal,
      overdueShare: share(whole.rowsTotal.openOverdue, whole.rowsTotal.assigned, rounding),
    },
    footnote: [footnoteOf(whole) ?? [], await whoseFootnote(db, followerId)].flat().join(' ') || null,
    empty: isEmpty ? { recordedLater: left } : null,
    assignedThisYear,
    figures,
    overdueShare: whole.shares.overdueOfAssigned,
    againstPreviousMonth,
    againstLastYear,
    agencies,
    overdue,
    dueNextMonth,
    recommendations: recommend({ month: query.month, agencies, overdue, dueNextMonth, total: t, againstPreviousMonth }),
    paragraphs: [
      {
        heading: 'I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO',
        runs: [
          text(`Từ ngày 01/01/${year} đến ngày ${formatDay(asOf)}, Chính phủ, Thủ tướng Chính phủ đã giao `),
          link(assignedThisYear),
          text(' nhiệm vụ cho các bộ, cơ quan, địa phương.'),
        ],
      },
      {
        heading: null,
        runs: [
          text(`Tính chung từ ngày ${formatDay(from)} đến ngày ${formatDay(asOf)}, tổng số nhiệm vụ đã giao là `),
          link(figures.assigned),
          text(', gồm: '),
          link(figures.done),
          text(' nhiệm vụ đã hoàn thành ('),
          link(figures.doneOnTime),
          text(' đúng hạn, '),
          link(figures.doneLate),
          text(' quá hạn); '),
          link(figures.openInTerm),
          text(' nhiệm vụ chưa hoàn thành, còn trong hạn; '),
          link(figures.openOverdue),
          text(
            ` nhiệm vụ quá hạn chưa hoàn thành, chiếm ${whole.shares.overdueOfAssigned.printed} tổng số nhiệm vụ đã giao`,
          ),
          text(changes.length > 0 ? ` (${changes.join('; ')}).` : '.'),
        ],
      },
      {
        heading: null,
        runs: [
          text(`Trong tháng ${nextFirst.slice(5, 7)}/${nextFirst.slice(0, 4)} có `),
          link(dueNextFigure),
          text(' nhiệm vụ đến hạn hoàn thành.'),
        ],
      },
    ],
  }
}

/** How the figures count what was given to several agencies under one name; null where nothing was. */
function footnoteOf({ counting, together, total, rowsTotal }: Static<typeof Statistics>): string | null {
  const { collectives, tasks } = together
  if (collectives === 0) return null
  const given = `${formatNumber(collectives)} nhiệm vụ giao chung cho nhiều cơ quan`
  return counting === 'once'
    ? `Ghi chú: ${given} được tính mỗi nhiệm vụ một lần, theo cơ quan chậm nhất. Bảng theo cơ quan tính phần của từng cơ quan, vì vậy cộng theo cơ quan là ${formatNumber(rowsTotal.assigned)}, nhiều hơn tổng số ${formatNumber(total.assigned)}.`
    : `Ghi chú: ${given} được tính riêng cho từng cơ quan, thành ${formatNumber(tasks)} nhiệm vụ.`
}

/** Says of a draft that it is of some agencies only. */
async function whoseFootnote(db: AnyHandle, followerId: number | undefined): Promise<string[]> {
  if (followerId === undefined) return []
  const name = await followerName(db, followerId)
  return [`Chỉ gồm nhiệm vụ do các cơ quan mà ${name ?? `người số ${followerId}`} theo dõi chủ trì.`]
}

function refusePeriod(first: string, from: string, asOf: string, today: string): void {
  if (asOf < first || asOf > today) {
    throw wrong(
      'asOf',
      'report.as_of_elsewhere',
      `Ngày chốt số liệu phải từ ngày ${formatDay(first)} đến hôm nay. Hãy chọn lại ngày.`,
    )
  }
  const before = addDays(monthStart(asOf), -1)
  if (from > before) {
    throw wrong(
      'from',
      'report.from_late',
      `Kỳ báo cáo phải bắt đầu không muộn hơn ngày ${formatDay(before)} để so sánh được với tháng trước. Hãy chọn ngày sớm hơn.`,
    )
  }
}

function address(words: Words): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(words))
    if (value !== undefined && name !== 'sort') search.set(name, String(value))
  return `/api/tasks?${search}`
}
