import { formatDay } from '../platform/calendar.ts'
import type { NewDeadline } from '../tasks/index.ts'
import { dayOf, isoOf, type OfficeDays } from './days.ts'
import type { Random } from './random.ts'

/** A deadline with its day as a number; null: none. */
export interface Term {
  due: number | null
  deadline: NewDeadline
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** Days from being given to being due: mostly weeks, some months, a few most of a year. */
function length(random: Random): number {
  const [least, most] = random.weighted<readonly [number, number]>([
    [[7, 20], 24],
    [[21, 60], 42],
    [[61, 150], 25],
    [[151, 330], 9],
  ])
  return random.between(least, most)
}

/** A dated deadline as documents write it: mostly a day, else the end of a month, quarter, half-year or year. */
export function termAfter(random: Random, offices: OfficeDays, given: number): Term & { due: number } {
  const about = given + length(random)
  const kind = random.weighted([
    ['date', 62],
    ['month', 19],
    ['quarter', 13],
    ['halfYear', 2],
    ['year', 4],
  ] as const)
  return kind === 'date' ? onDay(random, offices.from(about)) : atEnd(kind, about)
}

/** "Trước ngày …" also names the last permitted day: practice counts the named day as the limit. */
export function onDay(random: Random, due: number): Term & { due: number } {
  const written = formatDay(isoOf(due))
  const words = random.pick(['Trước ngày', 'Chậm nhất ngày', 'Ngày'])
  return {
    due,
    deadline: { ...plain('date', `${words} ${written}`), dueOn: isoOf(due), isStrict: words === 'Trước ngày' },
  }
}

/** The end of the period that contains the day. */
export function atEnd(kind: 'month' | 'quarter' | 'halfYear' | 'year', day: number): Term & { due: number } {
  const [year, month] = isoOf(day).split('-').map(Number) as [number, number]
  const months = { month: 1, quarter: 3, halfYear: 6, year: 12 }[kind]
  const last = Math.ceil(month / months) * months
  const due = dayOf(isoOf(Date.UTC(year, last, 1) / 86_400_000)) - 1
  const literal = {
    // Months 1 and 2 are written with a leading zero (Nghị định 30/2020/NĐ-CP), the others without.
    month: `Tháng ${last <= 2 ? `0${last}` : last} năm ${year}`,
    quarter: `Quý ${ROMAN[last / 3 - 1]} năm ${year}`,
    halfYear: last === 6 ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`,
    year: `Năm ${year}`,
  }[kind]
  return { due, deadline: { ...plain(kind, literal), dueOn: isoOf(due) } }
}

/** A standing task, without an end. */
export function withoutDay(random: Random): Term {
  const deadline = random.weighted([
    [plain('standing', 'Nhiệm vụ thường xuyên'), 30],
    [{ ...plain('standing', 'Thường xuyên, báo cáo hằng tháng'), recurs: 'monthly' as const }, 14],
    [{ ...plain('standing', 'Thường xuyên, báo cáo hằng quý'), recurs: 'quarterly' as const }, 16],
    [{ ...plain('perRegulation', 'Theo Quy chế làm việc của Chính phủ'), rule: 'Quy chế làm việc của Chính phủ' }, 16],
    [{ ...plain('perRegulation', 'Theo quy định của pháp luật'), rule: 'quy định của pháp luật' }, 12],
    [plain('none', 'Không nêu thời hạn'), 12],
  ])
  return { due: null, deadline }
}

function plain(kind: NewDeadline['kind'], literal: string): NewDeadline {
  return { kind, literal, dueOn: null, isMilestone: false, isStrict: false, recurs: null, rule: null }
}
