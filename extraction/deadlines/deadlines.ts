import type { Passage } from '../language/passage.ts'
import type { Deadline } from '../shapes.ts'
import { addDays } from './days.ts'
import { AND_AFTER, FROM_HERE, ONWARDS } from './forms/years.ts'
import { isLimitInText, isLimitInValue, isPast, triggerStart } from './limits.ts'
import { type Printed, printedAt, SURE, type Times } from './printed.ts'
import { periodsIn } from './scan.ts'

export type { Times } from './printed.ts'

/** "Thường xuyên", also where recognition lost its end. */
const STANDING_VALUE = /^(?:nhiem vu |thuc hien |trien khai )?(?:thuong xuyen|thuo|thuong$|thuong )/

/** Reads the value of a deadline label or the cell of a time column: everything in it is a deadline. */
export function deadlinesOfValue(passage: Passage, from: number, to: number, times: Times): Deadline[] {
  const all = periodsIn(passage, from, to, times, true)
  const printed = all.filter((p) => p.fault === null && p.kind !== 'none')
  const folded = passage.plain.slice(from, to)
  if (STANDING_VALUE.test(folded) && !/\d/.test(folded)) {
    const recurs = printed.find((p) => p.recurs !== null)?.recurs ?? null
    return [deadlineOf(passage, printedAt({ from, to }, { kind: 'standing', recurs }), from, to, times)]
  }
  const read = withoutRules(passage, withoutStarts(withOpenEnds(passage, mergePeriods(passage, printed), to)), from)
  const isSingle = read.length === 1 && !all.some((p) => p.fault) && (read[0] as Printed).from - from < 40
  return read.map((p, index) => {
    const start = isSingle ? from : Math.max(from, triggerStart(passage, p.from, from))
    const deadline = deadlineOf(passage, p, start, isSingle ? to : p.to, times)
    const isRound = /\b(?:lan|dot|giai doan|ky)\s*(?:thu )?(?:\d|i)/.test(
      passage.plain.slice(Math.max(from, p.from - 30), p.from),
    )
    const underStanding = read.length > 1 && index > 0 && (read[0] as Printed).kind === 'standing'
    return { ...deadline, milestone: isRound || underStanding }
  })
}

/** Reads running text: a period is a deadline only if a word before it makes it one. */
export function deadlinesInText(passage: Passage, from: number, to: number, times: Times): Deadline[] {
  const limits: Printed[] = []
  for (const p of periodsIn(passage, from, to, times, false)) {
    if (p.fault !== null || p.kind === 'none') continue
    if (isListedAfter(passage, limits.at(-1), p) || isLimitInText(passage, p, from, to, times)) limits.push(p)
  }
  if (limits.length === 0) return []
  // "Thường xuyên kiểm tra …, báo cáo trước ngày 30/6": the day is the deadline.
  const isTimed = limits.some((p) => !isOngoing(p))
  const timed = limits.filter(
    (p) => !(isTimed && isOngoing(p)) && !isDated(passage, p, from, limits) && !isExplained(passage, p, limits),
  )
  return withOpenEnds(passage, mergePeriods(passage, timed), to)
    .filter((p) => p.form !== 'start')
    .map((p) => deadlineOf(passage, p, Math.max(from, triggerStart(passage, p.from, from)), p.to, times))
}

/** "trước ngày 30/9 và 30/12": the word before the first day is said of both. */
function isListedAfter(passage: Passage, first: Printed | undefined, p: Printed): boolean {
  return (
    first?.kind === 'date' &&
    p.kind === 'date' &&
    /^ ?(?:,|;|va) (?:ngay )?$/.test(passage.plain.slice(first.to, p.from))
  )
}

/** "Hằng quý báo cáo … trước ngày 20 của tháng cuối quý": the rhythm before the act has its day; "báo cáo hằng tuần" is the act. */
function isDated(passage: Passage, p: Printed, from: number, limits: readonly Printed[]): boolean {
  if (p.kind !== 'standing' || p.recurs === null) return false
  const isAct = /\b(?:bao cao|giao ban|cap nhat|tong hop|lich|mau) $/.test(
    passage.plain.slice(Math.max(from, p.from - 12), p.from),
  )
  return !isAct && limits.some((q) => q.kind === 'date' && q.recurs === p.recurs && q.from > p.from)
}

/** "trước mùa mưa (trong tháng 8)": the period in brackets says when that is. */
function isExplained(passage: Passage, p: Printed, limits: readonly Printed[]): boolean {
  if (p.kind !== 'perRegulation') return false
  return limits.some(
    (q) =>
      q.dueOn !== null &&
      q.from > p.to &&
      /^\s*\((?:tuc|du kien|trong|la|truoc|[a-z]{2,5} )*\s*$/.test(passage.plain.slice(p.to, q.from)),
  )
}

/** "Thường xuyên" without a rhythm. */
const isOngoing = (p: Printed): boolean => p.kind === 'standing' && p.form === 'standing' && p.recurs === null

const isRule = (p: Printed): boolean => p.kind === 'perRegulation'

/** A day or period gives the limit; the rule beside it adds nothing. Without one, a rule at the head is the limit. */
function withoutRules(passage: Passage, printed: readonly Printed[], from: number): Printed[] {
  const first = printed[0]
  if (!first || !printed.some(isRule)) return [...printed]
  if (isRule(first) && !printed.some((p) => isLimitInValue(passage, p, from))) return [first]
  return printed.filter((p) => !isRule(p))
}

const RANGES = new Set([
  'dayRange',
  'dayRangeOfYear',
  'months',
  'monthsOfYear',
  'quarters',
  'years',
  'merged',
  'relative',
  'relativeWithoutLead',
])

/** "05 ngày trước ngày 30/6/2026", "03 ngày làm việc trước …". */
const AHEAD = /\b(\d{1,2}) ngay (lam viec )?truoc (?:ngay )?$/

/** The day so many days before the one printed; with working days it is open, for the calendar of the office counts them. */
function daysAhead(passage: Passage, p: Printed): Printed {
  if (p.kind !== 'date' || p.dueOn === null) return p
  const ahead = AHEAD.exec(passage.plain.slice(Math.max(0, p.from - 30), p.from))
  if (!ahead) return p
  const dueOn = ahead[2] ? null : addDays(p.dueOn, -Number(ahead[1]))
  return { ...p, from: p.from - ahead[0].length, dueOn, sure: SURE.open }
}

/** "năm 2026 và các năm tiếp theo" and "từ quý II/2026" have no end. */
function withOpenEnds(passage: Passage, printed: readonly Printed[], to: number): Printed[] {
  return printed.map((one) => {
    const p = daysAhead(passage, one)
    if (p.dueOn === null) return p
    const tail = passage.plain.slice(p.to, Math.min(to, p.to + 40))
    const after = AND_AFTER.exec(tail)
    if (after) return { ...p, to: p.to + after[0].length, kind: 'standing', dueOn: null, sure: SURE.open }
    const isStart =
      ONWARDS.test(tail) ||
      (!RANGES.has(p.form) && FROM_HERE.test(passage.plain.slice(Math.max(0, p.from - 30), p.from)))
    return isStart ? { ...p, form: 'start', kind: 'standing', dueOn: null, sure: SURE.inferred } : p
  })
}

/** A beginning counts only where no end is printed. */
function withoutStarts(printed: readonly Printed[]): Printed[] {
  return printed.filter((p) => p.form !== 'start' || printed.length === 1)
}

/**
 * Several periods of one expression ("quý II, III năm 2025", "2024 - 2025") are one deadline, the last. Days stay
 * separate.
 */
function mergePeriods(passage: Passage, printed: readonly Printed[]): Printed[] {
  const merged: Printed[] = []
  for (const p of printed) {
    const last = merged.at(-1)
    if (!last) {
      merged.push(p)
      continue
    }
    const between = passage.plain.slice(last.to, p.from)
    const isLinked =
      /^(?: ?[-,;&] ?| va | den | toi )?(?:het |nam |thang |quy |cuoi )*$/.test(between) ||
      /^[\s(,-]*(?:tu|den|truoc|hoan thanh|trong|cham nhat)?[\s(]*(?:ngay)?\s*$/.test(between)
    const isRange =
      /\btu (?:ngay |thang |quy |nam |dau )?$/.test(passage.plain.slice(Math.max(0, last.from - 12), last.from)) &&
      /^ ?(?:-|den)/.test(between)
    const isSpan = last.kind === 'date' && p.kind === 'date' && /^ ?(?:-|den(?: het)?)(?: ngay)? ?$/.test(between)
    if (isRange || isSpan || (isLinked && isPeriod(last) && isPeriod(p) && last.recurs === p.recurs)) {
      // Of "từ tháng 01 đến ngày 15/3/2026" the end counts, whatever year its beginning would have alone.
      const later = isRange || (p.dueOn ?? '') >= (last.dueOn ?? '') ? p : last
      merged[merged.length - 1] = { ...later, form: 'merged', from: last.from, to: p.to }
    } else if (isLinked && last.kind === 'standing' && p.kind === 'standing') {
      merged[merged.length - 1] = { ...last, to: p.to, recurs: last.recurs ?? p.recurs }
    } else {
      merged.push(p)
    }
  }
  return merged
}

/** "đầu tháng 6", "giữa quý II": the period's last day is later than what is meant. */
const PART_OF = /(?:^|[ (])(?:dau|giua)(?: (?:thang|quy|nam))?\s*$/

function isPeriod(p: Printed): boolean {
  return p.kind === 'month' || p.kind === 'quarter' || p.kind === 'year' || p.kind === 'halfYear'
}

function deadlineOf(passage: Passage, p: Printed, from: number, to: number, times: Times): Deadline {
  const before = passage.plain.slice(Math.max(0, p.from - 16), p.from)
  return {
    kind: p.kind,
    dueOn: p.dueOn,
    text: passage.printed(from, to),
    span: passage.span(from, to),
    confidence: isPast(p, times) ? SURE.doubtful : isPeriod(p) && PART_OF.test(before) ? SURE.vague : p.sure,
    strict: /\btruoc (?:ngay )?$/.test(before) || /^truoc\b/.test(passage.plain.slice(from, to)),
    recurs: p.recurs,
    inherited: false,
    milestone: false,
    rule: p.rule,
    relative: p.relative,
  }
}
