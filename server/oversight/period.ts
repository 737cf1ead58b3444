import { addDays, addMonths, formatDay, isDay, monthEnd } from '../platform/calendar.ts'
import { wrong } from '../platform/errors.ts'

/** How often a kind of report is made: of which length its periods are. `half`: for the June and December sessions. */
export const PERIOD_SORTS = ['month', 'quarter', 'half', 'year', 'day'] as const
export type PeriodSort = (typeof PERIOD_SORTS)[number]

export interface Period {
  sort: PeriodSort
  /** "2021-02", "2021-Q1", "2021-H1", "2021" or "2021-02-28". */
  text: string
  first: string
  last: string
  /** As in the title of a report: "tháng 02 năm 2021". */
  label: string
}

const FORMS: Record<PeriodSort, { pattern: RegExp; example: string }> = {
  month: { pattern: /^((?:19|[2-9]\d)\d{2})-(0[1-9]|1[0-2])$/, example: '2021-02' },
  quarter: { pattern: /^((?:19|[2-9]\d)\d{2})-Q([1-4])$/, example: '2021-Q1' },
  half: { pattern: /^((?:19|[2-9]\d)\d{2})-H([12])$/, example: '2021-H1' },
  year: { pattern: /^((?:19|[2-9]\d)\d{2})$/, example: '2021' },
  day: { pattern: /^((?:19|[2-9]\d)\d{2})-(\d{2})-(\d{2})$/, example: '2021-02-28' },
}
const QUARTERS = ['I', 'II', 'III', 'IV']

/** @throws Invalid `report.period` for a text that is no period of that sort; it names the form with an example */
export function periodOf(sort: PeriodSort, text: string): Period {
  const found = FORMS[sort].pattern.exec(text)
  if (!found || (sort === 'day' && !isDay(text))) {
    throw wrong('period', 'report.period', `Kỳ báo cáo “${text}” không đúng. Hãy ghi theo dạng ${FORMS[sort].example}.`)
  }
  const [, year = '', part = ''] = found
  const first = {
    month: `${text}-01`,
    quarter: `${year}-${twoDigits(Number(part) * 3 - 2)}-01`,
    half: `${year}-01-01`,
    year: `${year}-01-01`,
    day: text,
  }[sort]
  const last = {
    month: () => monthEnd(first),
    quarter: () => monthEnd(addMonths(first, 2)),
    half: () => `${year}-${part === '1' ? '06-30' : '12-31'}`,
    year: () => `${year}-12-31`,
    day: () => text,
  }[sort]()
  const label = {
    month: () => `tháng ${part} năm ${year}`,
    quarter: () => `quý ${QUARTERS[Number(part) - 1]} năm ${year}`,
    half: () => (part === '1' ? `6 tháng đầu năm ${year}` : `năm ${year}`),
    year: () => `năm ${year}`,
    day: () => `đến ngày ${formatDay(text)}`,
  }[sort]()
  return { sort, text, first, last, label }
}

/** The period of that sort that the day is in. */
export function periodWith(sort: PeriodSort, day: string): Period {
  const [year = '', month = ''] = day.split('-')
  const number = Number(month)
  const text = {
    month: `${year}-${month}`,
    quarter: `${year}-Q${Math.ceil(number / 3)}`,
    half: `${year}-H${number <= 6 ? 1 : 2}`,
    year,
    day,
  }[sort]
  return periodOf(sort, text)
}

/** The one before. The half before June's is the whole year before: such reports count from January. */
export function periodBefore({ sort, first, text }: Period): Period {
  if (sort === 'half')
    return periodOf('half', text.endsWith('H2') ? text.replace('H2', 'H1') : `${Number(text.slice(0, 4)) - 1}-H2`)
  // Of a day: the end of the month before, with which reports compare.
  if (sort === 'day') return periodOf('day', addDays(`${text.slice(0, 7)}-01`, -1))
  return periodWith(sort, addDays(first, -1))
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
