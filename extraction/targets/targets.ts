import { plain } from '../language/fold.ts'
import { hitsOf } from '../language/hits.ts'
import { unitsLike } from '../language/letters.ts'
import { NUMBER_WORDS, numberOf, smallNumber } from '../language/numbers.ts'
import type { Passage } from '../language/passage.ts'
import { overlaps } from '../language/spans.ts'
import { isOneOf, wordAt, wordList, wordsOf } from '../language/words.ts'
import type { Comparator, Span, Target } from '../shapes.ts'
import { baselineIn, byWhenIn, clauseAt, measureOf, scopeIn, unitAfter } from './clause.ts'
import { comparatorOf } from './comparators.ts'
import {
  countsNothing,
  EACH,
  isCountOfValue,
  isCountTarget,
  isDescribed,
  isWordedCount,
  REACH,
  YIELD_FROM,
} from './counts.ts'
import { isInName, isStrength, isThreshold, isTold } from './told.ts'

/** Where a target is looked for: how much of a number's meaning the place already gives. */
type Place = 'text' | 'product' | 'target'

/**
 * Targets in running text: numbers that the work must reach. A percentage is a target unless it only describes; a count is
 * one if a word says that it must be reached ("ít nhất 500 ha") or if an act of completion yields it ("hoàn thành di dời
 * 01 khu công nghiệp"). Level numbers, grades, numbers of acts, documents drawn up, budgets, years and days are not.
 */
export function targetsIn(passage: Passage, from: number, to: number, holes: readonly Span[] = []): Target[] {
  return find(passage, from, to, holes, 'text')
}

/**
 * Targets in the value of a column or label. In a product column a count is a target if it tells a result ("02 cầu được
 * sơn", "ít nhất 05 lớp"); "Báo cáo" and "01 Đề án" only name the product. In a target column every count is one.
 */
export function targetsOfValue(
  passage: Passage,
  from: number,
  to: number,
  column: 'product' | 'target',
  { measure, unit, comparator }: Measured = {},
): Target[] {
  return find(passage, from, to, [], column, unit).map((target) => ({
    ...target,
    measure: measure ?? target.measure,
    comparator: target.comparator === '=' ? (comparator ?? '=') : target.comparator,
  }))
}

/**
 * What the words of a row say of the number in its target column: "Tỷ lệ … đạt tối thiểu", and of a number alone its unit:
 * "Số công trình được chứng nhận".
 */
export function measuredBy(passage: Passage, from: number, to: number, target: Passage): Measured {
  const words = passage.plain.slice(from, to)
  const comparator = comparatorOf(words.slice(-REACH_BACK).trimEnd())
  // With accents: folded, "số" is also "sơ" and "sổ".
  const counted = /^(?:tổng )?số (?:lượng )?(?=\p{L}{2})/u.exec(passage.lower.slice(from, to))
  const isAlone = counted !== null && /^\W*\d[\d.,]*\W*$/.test(target.plain)
  const unit = isAlone ? unitAfter(passage, from + counted[0].length, to) : ''
  return {
    ...(comparator ? { comparator } : {}),
    ...(unit === '' ? {} : { unit, measure: passage.text.slice(from, to).trim() }),
  }
}

/** What other columns say of the numbers in a target column. */
export interface Measured {
  measure?: string
  /** As its column prints it: "%", "hộ". */
  unit?: string
  /** How the number must be reached, where it does not say so itself. */
  comparator?: Comparator
}

const DIGITS = '\\d{1,3}(?:[. ]\\d{3}(?!\\d))+(?:,\\d+)?|\\d+(?:,\\d+)?'
/** Its groups have no names: an object of names for each number costs more than the search. */
const NUMBER = new RegExp(
  `(${DIGITS})( ?[%‰]| (?:diem )?phan tram| diem %)?(?:(?: ?- ?| den | toi )(${DIGITS}))?( ?[%‰]| (?:diem )?phan tram| diem %)?`,
  'g',
)

/** A number behind one of these is a part of a longer number, a day or a word; behind a dash it is one of its own. */
const isJoined = unitsLike(/[\d\p{L}/.]/u)

function find(
  passage: Passage,
  from: number,
  to: number,
  holes: readonly Span[],
  place: Place,
  given?: string,
): Target[] {
  const folded = passage.plain
  const stretch = folded.slice(from, to)
  const targets: Target[] = []
  for (const hit of hitsOf(NUMBER, stretch)) {
    const start = from + hit.index
    const end = start + hit[0].length
    if (start > 0 && isJoined(folded.charCodeAt(start - 1))) continue
    if (holes.some((hole) => overlaps(hole, { start, end }))) continue
    const last = targets.at(-1)
    const printed = { low: hit[1]!, pl: hit[2], high: hit[3], ph: hit[4] }
    const found = targetAt(passage, { printed, start, end, from, to, place, last, given })
    const isSame = last && found?.span.start === last.span.start && found.span.end === last.span.end
    if (found && !(isSame && found.value === last.value)) targets.push(found)
  }
  if (!hasSmallNumber(passage, from, to)) return inOrder(targets)
  for (const hit of hitsOf(WORDED, stretch)) {
    const start = from + hit.index
    const word = passage.lower.slice(start, start + hit[0].length)
    const value = smallNumber(word)
    // Folded, "nam" and "sau" are also other words.
    const isGreater = /^ (?:trăm|mươi|mốt|lăm)(?!\p{L})/u.test(
      passage.lower.slice(start + word.length, start + word.length + 6),
    )
    const end = start + word.length
    if (value === null || isGreater || holes.some((hole) => overlaps(hole, { start, end }))) continue
    const printed = { low: String(value), pl: undefined, high: undefined, ph: undefined }
    const found = targetAt(passage, { printed, start, end, from, to, place, isWorded: true })
    if (found) targets.push(found)
  }
  return inOrder(targets)
}

function inOrder(targets: Target[]): Target[] {
  return targets.length > 1 ? targets.sort((a, b) => a.span.start - b.span.start) : targets
}

const COUNTS = NUMBER_WORDS.slice(1)
const SMALL_NUMBERS = wordList(COUNTS)

function hasSmallNumber(passage: Passage, from: number, to: number): boolean {
  const words = wordsOf(passage)
  for (let at = wordAt(words, from); at < words.length && words[at]!.start < to; at++)
    if (isOneOf(words[at]!, SMALL_NUMBERS)) return true
  return false
}

/** A small number in words before the noun that it counts; "một số", "hai bên" and periods count nothing. */
const WORDED = new RegExp(
  `\\b(?:${COUNTS.map(plain).join('|')})(?= (?!(?:so|phan|ben|cua|cach|chieu|lan|mat|nam|thang|quy|tuan|ngay|gio|con|nghin|trieu|ty|muoi|lam)\\b)[a-z]{2,})`,
  'g',
)

/** A number, or the first and the last of a range, each with its sign of percent. */
interface PrintedNumber {
  low: string
  pl: string | undefined
  high: string | undefined
  ph: string | undefined
}

interface Hit {
  printed: PrintedNumber
  start: number
  end: number
  from: number
  to: number
  place: Place
  isWorded?: boolean
  /** The target before, of which "giảm ít nhất 5% số vụ, 5% số người chết" goes on. */
  last?: Target | undefined
  /** The unit that a column of its own states. */
  given?: string | undefined
}

/** "3/3 chỉ tiêu", "19/19 tiêu chí": so many of all. */
const OF_ALL = /^\/(\d{1,4})(?= [a-z])/
const OF_ALL_BEFORE = /(?:hoan thanh|dat|phan dau|bao dam|dam bao)(?: chuan)?$/

/** "150 cán bộ và", "02 lớp,": a count, its noun and a sign before the next count. */
const ROW = /\d [a-z][a-z ]{2,40}(?:,| va)$/

const SLASH = 47

/** How far back the words before a number are looked at. */
const REACH_BACK = 90

function targetAt(
  passage: Passage,
  { printed: number, start, end: printedEnd, from, to, place, isWorded = false, last, given }: Hit,
): Target | null {
  const folded = passage.plain
  const isPercent = number.pl !== undefined || number.ph !== undefined
  const isOfAll = folded.charCodeAt(printedEnd) === SLASH
  if (
    place === 'text' &&
    !isPercent &&
    !isOfAll &&
    countsNothing(
      folded.slice(Math.max(from, start - REACH_BACK), start),
      folded.slice(printedEnd, Math.min(to, printedEnd + 12)),
    )
  )
    return null
  const printed = folded.slice(Math.max(from, start - REACH_BACK), start).trimEnd()
  // "di dời ngay 1.250 hộ": without its accents "ngày" looks the same.
  const isAtOnce = printed.endsWith(' ngay') && /\sngay\s*$/.test(passage.lower.slice(Math.max(from, start - 8), start))
  const before = isAtOnce ? printed.slice(0, -5) : printed
  const value = numberOf(number.low)
  const ofAll = isPercent || !isOfAll ? null : OF_ALL.exec(folded.slice(printedEnd, Math.min(to, printedEnd + 8)))
  const isReached = OF_ALL_BEFORE.test(before) || (place !== 'text' && before === '')
  if (ofAll && !(isReached && value <= Number(ofAll[1]))) return null
  const end = printedEnd + (ofAll?.[0].length ?? 0)
  const after = folded.slice(end, Math.min(to, end + 60))
  if (/^\s*\/\d/.test(after) || isLeft(before, after)) return null
  const goesOn = isPercent && last?.unit === '%' && /\d ?%[^\d;.]{3,50}(?:,| va)$/.test(before)
  const isOpen = after.includes('tro ')
  const isOrMore = isOpen && /^\s*(?:\p{L}+ ){0,10}tro len\b/u.test(after)
  const isOrLess = isOpen && /^\s*(?:\p{L}+ ){0,10}tro xuong\b/u.test(after)
  const isFrom = isOrMore && (YIELD_FROM.test(before) || /\bdat (?:[a-z]+ ){1,5}tu$/.test(before))
  const stated =
    comparatorOf(before) ?? (isFrom ? '>=' : null) ?? (goesOn && last.comparator !== 'range' ? last.comparator : null)
  const high = number.high
  const max = high === undefined || numberOf(high) <= value ? null : numberOf(high)
  if (isPercent) {
    if (isDescribed(before, after) || isCondition(folded, end, to)) return null
  } else {
    const isEach = EACH.test(before) && /(?:^|\s)mỗi\s/.test(passage.lower.slice(start - before.length - 1, start))
    if (isWorded && !isWordedCount(before, after, stated)) return null
    const isRow =
      last !== undefined && last.unit !== '%' && ROW.test(before) && last.span.end > passage.span(start, end).start
    const isBooks = /^\s*sổ(?!\p{L})/u.test(passage.lower.slice(end, end + 6))
    const count = { low: number.low, high, before, after, comparator: stated, isEach, isBooks, goesOn: isRow }
    const isTarget =
      place === 'text' ? isCountTarget(count) : given !== undefined || isCountOfValue(count, place === 'target')
    if (!isTarget && !ofAll) return null
  }
  if (isInName(folded, passage.text, start, from)) return null
  if (place === 'text' && isThreshold(before)) return null
  if (place === 'text' && (isTold(passage, start, from) || (isPercent && isStrength(passage, start, from)))) return null
  const clause = clauseAt(folded, start, end, from, to)
  const sign = signOf(`${number.pl ?? number.ph}`)
  const unit = given ?? (isPercent ? sign : unitAfter(passage, end, clause.to))
  if (unit === '') return null
  /** A decrease is relative to a baseline; without one, the cut itself must reach the number. */
  const hasBaseline = /\bso voi\b/.test(folded.slice(clause.from, clause.to))
  const comparator = stated === 'decrease>=' && !hasBaseline ? '>=' : stated
  const sentence = passage.text.slice(clause.from, clause.to)
  return {
    text: passage.printed(clause.from, clause.to),
    measure: measureOf(passage, clause, start, end, isPercent),
    comparator: max !== null ? 'range' : isOrMore ? '>=' : isOrLess ? '<=' : (comparator ?? '='),
    value,
    max,
    unit,
    baseline: baselineIn(sentence),
    scope: scopeIn(sentence),
    byWhen: byWhenIn(sentence),
    span: passage.span(clause.from, clause.to),
    confidence: isPercent ? (comparator || REACH.test(before) ? 0.95 : 0.85) : given !== undefined ? 0.9 : 0.75,
  }
}

/** "‰" and "điểm phần trăm" are other units than "%". */
function signOf(printed: string): string {
  if (printed.includes('diem')) return 'điểm phần trăm'
  return printed.includes('‰') ? '‰' : '%'
}

/** "Dự án nào giải ngân dưới 30% thì chủ đầu tư phải …": what happens at the number, not a number to reach. */
function isCondition(folded: string, end: number, to: number): boolean {
  return /^[^.;,:]{0,60}\bthi\b/.test(folded.slice(end, Math.min(to, end + 70)))
}

/** "từ 12% xuống còn 5%": the first number is what is left, not what is reached. */
function isLeft(before: string, after: string): boolean {
  return (
    /\btu$/.test(before) &&
    /^(?: \p{L}+){0,4}? (?:xuong|len|con)\b/u.test(after) &&
    !/^(?: \p{L}+){0,3} tro (?:len|xuong)/u.test(after)
  )
}
