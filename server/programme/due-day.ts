import { addDays, monthEnd } from '../platform/calendar.ts'

/** Which day of its month an entry is due by, while this row is in force (`programme.working_rule`). */
export interface WorkingRule {
  id: number
  /** First day in force, and the first day no longer; null: open. */
  from: string | null
  to: string | null
  method: 'endOfMonth' | 'beforeDay'
  day: number | null
  isStrict: boolean
  words: string
  instrument: string
  article: string | null
}

export interface DueDay {
  dueOn: string
  /** First day of the month. */
  month: string
  words: string
  isStrict: boolean
  /** Null: the programme names the day itself. */
  ruleId: number | null
}

/**
 * The rule of a month (its first day, ISO): the working regulation in force on that first day. A regulation that begins
 * within the month does not shorten it: the 20th of May 2026 was past when 191/2026/NĐ-CP began to apply on the 29th.
 */
export function ruleOf(rules: readonly WorkingRule[], month: string): WorkingRule | undefined {
  return rules.find(({ from, to }) => (from === null || from <= month) && (to === null || month < to))
}

/** The last day on which an entry of this month is in time; undefined where no rule covers the month. */
export function dueDayOf(rules: readonly WorkingRule[], month: string): DueDay | undefined {
  const rule = ruleOf(rules, month)
  if (!rule) return undefined
  const dueOn =
    rule.method === 'endOfMonth'
      ? monthEnd(month)
      : addDays(`${month.slice(0, 8)}${String(rule.day).padStart(2, '0')}`, rule.isStrict ? -1 : 0)
  const [year, number] = month.split('-')
  return {
    dueOn,
    month,
    words: `Tháng ${Number(number)}/${year}: ${rule.words} (${rule.instrument}${rule.article ? `, Điều ${rule.article}` : ''})`,
    isStrict: rule.isStrict,
    ruleId: rule.id,
  }
}

/** A day that the programme or a decision names itself. */
export function dueOnDay(day: string): DueDay {
  const [year, month, date] = day.split('-').map(Number)
  return {
    dueOn: day,
    month: `${day.slice(0, 8)}01`,
    words: `Ngày ${date}/${month}/${year}`,
    isStrict: false,
    ruleId: null,
  }
}

/** What a cell of the column "Thời hạn trình" says: the first day of a month, or a day. */
export type Term = { month: string; day: null } | { month: null; day: string }

/** What may stand before a term: "Trình trong", "trước ngày", "chậm nhất". */
const LEAD =
  /^(?:(?:hoàn thành|trình|hạn|thời hạn)[\s:]+)?(?:(?:trong|trước|đến|vào|chậm nhất(?: là)?)\s+)?(?:hết\s+)?/iu
/** "trước ngày 20" ends on the 19th, as where a working regulation says it (`dueDayOf`); "trước hết ngày 20" has the 20th in it. */
const BEFORE = /trước\s+$/iu
const YEAR = String.raw`(?:\s*(?:năm\s*|[/.-]\s*)(\d{4}))?`
const QUARTER = new RegExp(String.raw`^quý\s*(IV|III|II|I|[1-4])(?:\s+(\d{4})|${YEAR})$`, 'iu')
const MONTH = new RegExp(String.raw`^(?:tháng|T)\s*(\d{1,2})${YEAR}$`, 'iu')
const MONTH_IN_WORDS = new RegExp(String.raw`^tháng\s+(\p{L}+(?:\s+(?:một|hai))?)${YEAR}$`, 'iu')
const MONTH_NAMES = ['giêng', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai']
const DAY_IN_WORDS = new RegExp(String.raw`^(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})${YEAR}$`, 'iu')
const MONTH_YEAR = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/u
const DAY = /^(?:ngày\s*)?(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?$/iu
const ROMAN: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4 }

/**
 * Reads "Tháng 3", "T3/2021", "tháng ba", "3/2021", "Tháng 3 năm 2021", "Quý I", "trước 15/3/2021", "trước 30 tháng 11", "10". A quarter means its last
 * month; without a year it is that of the programme; "trước" a day means the day before. Undefined where it says no term, or more
 * than one: what is not read whole is for a person to decide.
 */
export function readTerm(printed: string, year: number): Term | undefined {
  const words = printed.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const text = words.replace(LEAD, '').replace(/[.;,]$/u, '')
  const isBefore = BEFORE.test(LEAD.exec(words)?.[0] ?? '')
  const quarter = QUARTER.exec(text)
  // Whether "trước tháng 3" has March in it nobody can tell.
  if (isBefore && !DAY_IN_WORDS.test(text) && !DAY.test(text)) return undefined
  if (quarter) {
    const number = ROMAN[quarter[1]!.toUpperCase()] ?? Number(quarter[1])
    return monthOf(number * 3, quarter[2] ?? quarter[3] ?? year)
  }
  const month = MONTH.exec(text)
  if (month) return monthOf(Number(month[1]), month[2] ?? year)
  const named = MONTH_IN_WORDS.exec(text)
  const place = named ? MONTH_NAMES.indexOf(named[1]!.toLowerCase().replace(/\s+/gu, ' ')) : -1
  if (place >= 0) return monthOf(place + 1, named![2] ?? year)
  const monthYear = MONTH_YEAR.exec(text)
  if (monthYear) return monthOf(Number(monthYear[1]), monthYear[2]!)
  const day = DAY_IN_WORDS.exec(text) ?? DAY.exec(text)
  if (day) return dayOf(Number(day[1]), Number(day[2]), Number(day[3] ?? year), isBefore)
  if (/^\d{1,2}$/u.test(text)) return monthOf(Number(text), year)
  return undefined
}

function monthOf(month: number, year: number | string): Term | undefined {
  if (month < 1 || month > 12) return undefined
  return { month: `${year}-${String(month).padStart(2, '0')}-01`, day: null }
}

function dayOf(day: number, month: number, year: number, isBefore: boolean): Term | undefined {
  try {
    const printed = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
    return { month: null, day: isBefore ? addDays(printed, -1) : printed }
  } catch {
    return undefined
  }
}
