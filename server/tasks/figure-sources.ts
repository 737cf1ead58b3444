/** The official partition and its shares as figures that reports name. */
import { sql } from 'kysely'
import { addMonths, formatDay, formatNumber, monthEnd, monthStart } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { FigureAsk, FigureSource, FigureValue } from '../platform/figure.ts'
import type { TasksDb } from './db.ts'
import {
  type Partition,
  ROUNDINGS,
  type Rounding,
  type Share,
  type Statistics,
  type StatisticsQuery,
} from './figure-shapes.ts'
import { pointsInWords, pointsValue } from './rounding.ts'
import type { Figure } from './shapes.ts'
import { statistics } from './statistics.ts'

/** The same partition is asked for by every figure of a text: computed once for each ask of a report. */
function counted(db: AnyHandle, ask: FigureAsk, more: StatisticsQuery = {}): Promise<Statistics> {
  const query = { ...queryOf(ask), ...more }
  const { isEarlierAsReported = false } = ask
  const key = `tasks.statistics ${JSON.stringify({ ...query, isEarlierAsReported })}`
  const known = ask.shared?.get(key) as Promise<Statistics> | undefined
  if (known) return known
  const found = statistics(db, ask.actor, query, ask.today, { isEarlierAsReported })
  ask.shared?.set(key, found)
  return found
}

/** The day on which the first task of the data was given; null without one. Looked up once for each report. */
export function firstGiven(db: AnyHandle, { shared }: Pick<FigureAsk, 'shared'> = {}): Promise<string | null> {
  const key = 'tasks.firstGiven'
  const known = shared?.get(key) as Promise<string | null> | undefined
  if (known) return known
  const found = sql<{ day: string | null }>`
    select min(v.assigned_on)::text as day from tasks.task_version v where v.reported_to = 'infinity'`
    .execute(reading<TasksDb>(db))
    .then(({ rows }) => rows[0]!.day)
  shared?.set(key, found)
  return found
}

/** Says so where tasks were recorded from a later month only than that in which the counted period begins. */
async function truncation(
  db: AnyHandle,
  ask: FigureAsk,
  { from, asOf }: { from: string | null; asOf: string } = ask,
): Promise<Pick<FigureValue, 'truncated'>> {
  // Of one document all is counted, whenever it began.
  if (ask.source !== undefined || from === null) return {}
  const first = await firstGiven(db, ask)
  if (first === null || from >= monthStart(first)) return {}
  return {
    truncated: `Số liệu nhiệm vụ từ ngày ${formatDay(from)} đến ngày ${formatDay(asOf)} chưa đầy đủ: dữ liệu chỉ có nhiệm vụ giao từ ngày ${formatDay(first)}.`,
  }
}

function queryOf({ from, asOf, knownOn, knownBefore, today, agencyId, source, rounding }: FigureAsk): StatisticsQuery {
  return {
    from,
    asOf,
    // Tasks take no day for what was known on asOf itself; a report takes none for what is known now.
    ...(knownOn === asOf ? {} : { knownOn: knownOn ?? (today > asOf ? today : asOf) }),
    ...(knownBefore === undefined ? {} : { knownBefore }),
    ...(agencyId === undefined ? {} : { agencyId }),
    ...(source === undefined ? {} : { source }),
    ...(rounding === undefined ? {} : { rounding: roundingOf(rounding) }),
  }
}

function roundingOf(rounding: string): Rounding {
  if ((ROUNDINGS as readonly string[]).includes(rounding)) return rounding as Rounding
  throw wrong(
    'rounding',
    'figure.rounding',
    `Cách làm tròn “${rounding}” không có. Hãy ghi một trong: ${ROUNDINGS.join(', ')}.`,
  )
}

/** Where the console shows the rows: the list with the filter that the API has in its address. */
const rowsOf = (link: string, standing?: Figure) => {
  const address = link.replace(/^\/api\/tasks/, '/nhiem-vu')
  return standing === undefined ? address : `${address}&standing=${standing}`
}

const count = (name: string, vi: string, en: string, of: keyof Partition, standing?: Figure): FigureSource => ({
  name,
  vi,
  en,
  unit: 'count',
  compute: async (db, ask) => {
    const { total, link } = await counted(db, ask)
    const rows = rowsOf(link, standing)
    return { value: total[of], printed: formatNumber(total[of]), rows, ...(await truncation(db, ask)) }
  },
})
const shareOf = (
  name: string,
  vi: string,
  en: string,
  of: (found: Statistics) => Share,
  standing: Figure,
): FigureSource => ({
  name,
  vi,
  en,
  unit: 'share',
  compute: async (db, ask) => {
    const found = await counted(db, ask)
    const { exact, printed } = of(found)
    return exact === null
      ? { value: null, printed: 'không có nhiệm vụ nào để tính tỷ lệ', rows: null }
      : { value: exact, printed, rows: rowsOf(found.link, standing), ...(await truncation(db, ask)) }
  },
})

const points = (name: string, vi: string, en: string, of: 'previousMonth' | 'samePeriodLastYear'): FigureSource => ({
  name,
  vi,
  en,
  unit: 'points',
  compute: async (db, ask): Promise<FigureValue> => {
    const found = await counted(db, ask)
    const change = found[of]
    const words = change === null ? null : pointsInWords(change.overdueSharePoints)
    const short = change === null ? {} : await truncation(db, ask, change)
    // Less than it was then, and not by as much as now: no change can be said. From one first day both are as they are known.
    const isShort = short.truncated !== undefined && change?.from !== ask.from
    if (change === null || words === null || isShort)
      return {
        value: null,
        printed: of === 'previousMonth' ? 'chưa có số liệu tháng trước' : 'chưa có số liệu cùng kỳ năm trước',
        rows: null,
      }
    return {
      value: pointsValue(change.overdueSharePoints),
      printed: words,
      // Of a difference: the rows of the other day. Those of this day are the share's own.
      rows: rowsOf(change.link, 'openOverdue'),
      ...short,
    }
  },
})

const figures: readonly FigureSource[] = [
  count('tasks.assigned', 'Số nhiệm vụ đã giao', 'Tasks assigned', 'assigned'),
  count('tasks.done', 'Số nhiệm vụ đã hoàn thành', 'Tasks done', 'done', 'done'),
  count('tasks.doneOnTime', 'Số nhiệm vụ hoàn thành đúng hạn', 'Tasks done on time', 'doneOnTime', 'doneOnTime'),
  count('tasks.doneLate', 'Số nhiệm vụ hoàn thành quá hạn', 'Tasks done late', 'doneLate', 'doneLate'),
  count('tasks.open', 'Số nhiệm vụ chưa hoàn thành', 'Open tasks', 'open', 'open'),
  count('tasks.openInTerm', 'Số nhiệm vụ trong hạn', 'Open tasks in term', 'openInTerm', 'openInTerm'),
  count('tasks.openOverdue', 'Số nhiệm vụ quá hạn chưa hoàn thành', 'Open tasks overdue', 'openOverdue', 'openOverdue'),
  {
    name: 'tasks.dueNextMonth',
    vi: 'Số nhiệm vụ còn mở, đến hạn trong tháng sau',
    en: 'Open tasks due next month',
    unit: 'count',
    compute: async (db, ask) => {
      const first = addMonths(monthStart(ask.asOf), 1)
      const { total, link } = await counted(db, ask, { dueFrom: first, dueTo: monthEnd(first) })
      return { value: total.openInTerm, printed: formatNumber(total.openInTerm), rows: rowsOf(link, 'openInTerm') }
    },
  },
  shareOf(
    'tasks.overdueShare',
    'Tỷ lệ quá hạn trên tổng số đã giao',
    'Overdue of all assigned',
    ({ shares }) => shares.overdueOfAssigned,
    'openOverdue',
  ),
  shareOf(
    'tasks.doneShare',
    'Tỷ lệ hoàn thành trên tổng số đã giao',
    'Done of all assigned',
    ({ shares }) => shares.doneOfAssigned,
    'done',
  ),
  shareOf(
    'tasks.doneOfDueShare',
    'Tỷ lệ hoàn thành trên số đến hạn',
    'Done of those due',
    ({ shares }) => shares.doneOfDue,
    'done',
  ),
  shareOf(
    'tasks.overdueOfDueShare',
    'Tỷ lệ quá hạn trên số đến hạn',
    'Overdue of those due',
    ({ shares }) => shares.overdueOfDue,
    'openOverdue',
  ),
  points(
    'tasks.overdueSharePoints',
    'Tỷ lệ quá hạn tăng, giảm so với tháng trước',
    'Overdue share against the month before',
    'previousMonth',
  ),
  points(
    'tasks.overdueSharePointsLastYear',
    'Tỷ lệ quá hạn tăng, giảm so với cùng kỳ năm trước',
    'Overdue share against last year',
    'samePeriodLastYear',
  ),
]

export const taskFigures: readonly FigureSource[] = figures.map((one) => ({
  ...one,
  data: { words: 'Số liệu nhiệm vụ', first: firstGiven },
}))
