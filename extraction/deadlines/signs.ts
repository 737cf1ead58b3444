import { isDigit } from '../language/letters.ts'

/**
 * Which words and numbers occur in a stretch, and which of them side by side, as bits. One pass over its letters says for
 * nearly every form that it cannot be there; to ask each form by its own expression costs more than all other steps of the
 * search together.
 */

const DIGIT = 1 << 0
/** A digit before "/", "." or "-", with or without a space. */
const PARTED = 1 << 1
/** Two such places. */
const TWICE = 1 << 2
/** A slash between two digits. */
const SLASHED = 1 << 3
/** Four digits or more together. */
const FOUR = 1 << 4
/** Two such numbers. */
const FOURS = 1 << 5
/** Three, five or six digits together. */
const ODD = 1 << 6
/** A number that another one follows after a dash, a comma, "đến" or "và". */
const RANGE = 1 << 7
/** A number before the word of a period: "30 ngày", "mười (10) tháng". */
const COUNTED = 1 << 8
const DAY = 1 << 9
/** "ngày 5". */
const NUMBERED_DAY = 1 << 10
/** Letters among the digits of a day: "ngày 3O/6/2026". */
const MISREAD = 1 << 11
const MONTH = 1 << 12
/** "tháng 5". */
const NUMBERED_MONTH = 1 << 13
/** "5 tháng", "5, tháng". */
const DAY_OF_MONTH = 1 << 14
const YEAR = 1 << 15
/** "quý II", "q.2". */
const NUMBERED_QUARTER = 1 << 16
const WEEK = 1 << 17
const TIMES = 1 << 18
const FROM = 1 << 19
const EDGE = 1 << 20
const NEXT = 1 << 21
const BEFORE = 1 << 22
/** A part of a day or period is left out, or dots stand for it. */
const BLANK = 1 << 23
/** Fewer characters than a value that is a year alone has. */
const SHORT = 1 << 24
/** The signs below are of two words side by side. */
const STANDING = 1 << 25
const EVERY = 1 << 26
const NOW = 1 << 27
const HALF = 1 << 28
const WEEKDAY = 1 << 29
const RARE = 1 << 30

/** The words, without accents. A word may have several signs: "sau" is "after", "next" and a six. */
const SIGNS: readonly (readonly [signs: number, words: string])[] = [
  [DAY, 'ngay'],
  [DAY | BLANK, 'ngaythang ngaythangnam'],
  // Also the "t" of "T6/2026", and the word run together with that of a number.
  [
    MONTH,
    'thang t thangnam thanggieng thangmot thanghai thangba thangtu thangnam thangsau thangbay thangtam thangchin thangmuoi',
  ],
  [YEAR, 'nam'],
  [WEEK, 'tuan'],
  [TIMES, 'lan'],
  [FROM, 'tu sau'],
  [EDGE, 'dau cuoi'],
  [NEXT, 'nay sau toi tiep ke'],
  [BEFORE, 'truoc'],
  [NUMBERED_QUARTER, 'qi qii qiii qiv'],
]

/** Words side by side: each of the first with each of the second. */
const PAIRS: readonly (readonly [signs: number, first: string, second: string])[] = [
  [STANDING, 'thuong', 'xuyen'],
  [STANDING, 'lien', 'tuc'],
  [STANDING, 'lau', 'dai'],
  [STANDING, 'dinh', 'ky'],
  [EVERY, 'hang moi tung cac', 'nam quy thang tuan ngay gio'],
  [EVERY, 'nhung', 'nam'],
  [NOW, 'nam quy thang tuan', 'nay sau toi tiep ke lien'],
  [NOW, 'het cuoi giua dau trong ca', 'nam quy thang tuan'],
  [HALF, 'thang nua', 'dau cuoi'],
  [HALF, 'nua', 'nam'],
  [WEEKDAY, 'thu', 'nhat hai ba tu nam sau bay'],
  [WEEKDAY, 'chu', 'nhat'],
  [RARE, 'thuong', 'nien'],
  [RARE, 'nam', 'hoc'],
  [RARE, 'quy', 'mot nhat hai ba bon tu'],
  [RARE, 'hom', 'nay'],
  [RARE, 'ngay', 'mai'],
  [RARE, 'tam', 'nhin'],
  [RARE, 'dinh', 'huong'],
]

/** What a word is beside others. */
const A_DAY = 1 << 0
const A_MONTH = 1 << 1
const A_PERIOD = 1 << 2
const A_QUARTER = 1 << 3
const A_NUMBER = 1 << 4
const A_TEN = 1 << 5
const AFTER_TEN = 1 << 6
const A_WEEKDAY = 1 << 7
const A_LINK = 1 << 8

const KINDS: readonly (readonly [kinds: number, words: string])[] = [
  [A_DAY | A_PERIOD, 'ngay ngaythang ngaythangnam'],
  [A_MONTH | A_PERIOD, 'thang'],
  [A_MONTH, 't'],
  [A_PERIOD, 'nam tuan gio tieng thangnam'],
  [A_QUARTER | A_PERIOD, 'quy qui q'],
  [A_NUMBER, 'mot hai ba bon nam sau bay tam chin muoi'],
  [A_TEN, 'muoi'],
  [AFTER_TEN, 'tu lam'],
  [A_WEEKDAY, 'thu'],
  [A_LINK, 'va den'],
]

/**
 * What a stretch must have for each form: one of the bits of every number; and how far before the first of the signs of the
 * first number a match can begin, so that nothing before is searched. A form that is not here is looked for everywhere.
 */
const NEEDED: Readonly<Record<string, readonly [reach: number, first: number, ...others: number[]]>> = {
  citedAct: [Number.POSITIVE_INFINITY, DAY | YEAR, FOUR],
  every: [40, EVERY],
  onceIn: [60, COUNTED | EVERY, TIMES | STANDING],
  timesIn: [60, TIMES],
  halfYearly: [20, COUNTED, MONTH],
  annual: [20, RARE],
  standing: [30, STANDING],
  weekday: [30, WEEKDAY],
  relative: [120, COUNTED, FROM],
  relativeWithoutLead: [60, COUNTED, NEXT],
  duration: [120, COUNTED],
  isoDay: [20, FOUR, TWICE],
  day: [30, FOUR, TWICE],
  dayOfShortYear: [30, TWICE],
  longDay: [60, FOUR, MONTH],
  dayOfYear: [40, NUMBERED_MONTH, DAY_OF_MONTH],
  shortDayOfYear: [20, SLASHED],
  dashedDayOfYear: [20, PARTED, NUMBERED_DAY | BEFORE],
  brokenYear: [60, ODD, PARTED | MONTH],
  misreadDay: [20, MISREAD],
  dayRange: [60, RANGE, FOUR],
  dayRangeOfYear: [30, DAY, RANGE],
  blankDay: [80, BLANK],
  firstDays: [40, COUNTED, EDGE],
  third: [20, WEEK, MONTH],
  weekOfMonth: [20, WEEK, MONTH],
  edgeOfPeriod: [20, DAY, EDGE],
  dayOfQuarter: [40, MONTH, DIGIT, EDGE | WEEKDAY],
  dayOfNextMonth: [40, NOW, MONTH, DIGIT],
  dayOfMonth: [20, NUMBERED_DAY],
  bareDayOfMonth: [30, EVERY, DIGIT],
  thisPeriod: [20, NOW],
  edgeOfNow: [20, NOW],
  today: [30, RARE],
  weekdayOfWeek: [30, WEEKDAY, WEEK],
  month: [60, FOUR, MONTH],
  shortMonth: [20, SLASHED, FOUR],
  months: [40, RANGE, FOUR],
  monthsOfYear: [20, NUMBERED_MONTH, RANGE],
  monthInWords: [30, NOW, MONTH],
  monthOfYear: [20, NUMBERED_MONTH],
  quarter: [20, NUMBERED_QUARTER],
  quarterInWords: [20, RARE],
  quarters: [20, NUMBERED_QUARTER],
  quarterOfYears: [20, NUMBERED_QUARTER, FOURS],
  noQuarter: [20, NUMBERED_QUARTER],
  threeMonths: [30, HALF, COUNTED],
  halfYear: [30, HALF],
  years: [60, FOURS],
  vision: [30, RARE],
  yearsAfter: [30, EVERY],
  year: [20, YEAR, FOUR],
  bareYear: [20, FOUR, SHORT],
  cutYear: [20, YEAR, DIGIT],
  meeting: [40, BEFORE],
  schoolYear: [60, RARE],
}

const SIZE = 16_384
/** With this factor no frequent word has the place of one above: with 31, "chinh" had that of "qiv". */
const HASH = 37
/** By the hash of a word or of a pair. Two of them in one place only mean that a form is looked for in vain. */
const SIGNS_OF = new Int32Array(SIZE)
const SIGNS_OF_PAIR = new Int32Array(SIZE)
const KINDS_OF = new Int16Array(SIZE)

for (const [signs, words] of SIGNS) for (const word of words.split(' ')) SIGNS_OF[hashOf(word)]! |= signs
for (const [kinds, words] of KINDS) for (const word of words.split(' ')) KINDS_OF[hashOf(word)]! |= kinds
for (const [signs, first, second] of PAIRS)
  for (const one of first.split(' '))
    for (const two of second.split(' ')) SIGNS_OF_PAIR[pairOf(hashOf(one), hashOf(two))]! |= signs

function hashOf(word: string): number {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = (hash * HASH + word.charCodeAt(at)) & (SIZE - 1)
  return hash
}

function pairOf(first: number, second: number): number {
  return (first * 61 + second) & (SIZE - 1)
}

const [A, Z, SPACE, COMMA, DASH, DOT, SLASH] = [97, 122, 32, 44, 45, 46, 47]
const [SEMICOLON, LINE, DOTS, CLOSING] = [59, 95, 0x2026, 41]

/** The unit at a place, 0 outside the text: to ask for one there undoes the compiled code of who asks. */
function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0
}

/** A longer value is no year alone. */
const LONGEST_YEAR = 60

/** Where each sign is first, by the number of its bit; only those of the signs that were found count. */
type Firsts = Int32Array
export const firsts = (): Firsts => new Int32Array(32)

/** The signs that `now` has and `before` had not are first here. */
function note(first: Firsts, before: number, now: number, at: number): void {
  for (let more = now & ~before; more !== 0; more &= more - 1) first[31 - Math.clz32(more & -more)] = at
}

/** The signs of folded text, and where each of them is first: at its end, or at the word before what it looks at. */
export function signsIn(folded: string, first: Firsts): number {
  let signs = folded.length < LONGEST_YEAR ? SHORT : 0
  let noted = 0
  /** The word that is read, or the one before this place if only a space is between. */
  let hash = -1
  let start = 0
  let before = -1
  let kinds = 0
  let digits = 0
  /** A number and one space are before this place. */
  let isBehindNumber = false
  for (let at = 0; at <= folded.length; at++) {
    const code = at < folded.length ? folded.charCodeAt(at) : 0
    if (signs !== noted) {
      note(first, noted, signs, at)
      noted = signs
    }
    if (code >= A && code <= Z) {
      if (hash < 0) {
        hash = 0
        start = at
        signs |= endOfNumber(signs, digits)
        digits = 0
        isBehindNumber = false
      }
      hash = (hash * HASH + code) & (SIZE - 1)
      continue
    }
    if (hash >= 0) {
      const isPair = before >= 0
      signs |= SIGNS_OF[hash]!
      if (isPair) signs |= SIGNS_OF_PAIR[pairOf(before, hash)]!
      let now: number = KINDS_OF[hash]!
      if (now !== 0) {
        if (isPair && now & AFTER_TEN && kinds & A_TEN) now |= A_NUMBER
        signs |= besideWord(folded, start, at, now, isPair ? kinds : 0)
      }
      before = hash
      kinds = now
      hash = -1
    }
    if (code === SPACE) {
      signs |= endOfNumber(signs, digits)
      isBehindNumber = digits > 0
      digits = 0
      continue
    }
    if (code === DOT ? isBlank(folded, at, kinds) : code === LINE || code === DOTS) signs |= BLANK
    before = -1
    kinds = 0
    if (isDigit(code)) {
      digits++
      signs |= DIGIT
    } else if (digits > 0 || isBehindNumber) {
      signs |= endOfNumber(signs, digits) | behindNumber(folded, at, code, signs)
      digits = 0
    }
    isBehindNumber = false
  }
  if (signs !== noted) note(first, noted, signs, folded.length)
  return signs
}

/** How many digits a number had; one digit says nothing. */
function endOfNumber(signs: number, digits: number): number {
  if (digits < 3) return 0
  if (digits === 3) return ODD
  return (signs & FOUR ? FOURS : 0) | FOUR | (digits === 5 || digits === 6 ? ODD : 0)
}

/** The sign behind a number. */
function behindNumber(folded: string, at: number, code: number, signs: number): number {
  let found = 0
  if (code >= DASH && code <= SLASH) {
    found |= signs & PARTED ? PARTED | TWICE : PARTED
    const isBetween = isDigit(unitAt(folded, at - 1)) && isDigit(unitAt(folded, at + 1))
    if (isBetween && code === SLASH) found |= SLASHED
    if (isBetween && code === DOT) found |= BLANK
  }
  if (code === DASH || code === COMMA || code === SEMICOLON) found |= RANGE
  return found
}

/** Dots for a day, a month or a year that is left out; the stop of a sentence is none. */
function isBlank(folded: string, at: number, kinds: number): boolean {
  if (kinds & A_PERIOD || unitAt(folded, at + 1) === DOT) return true
  const code = unitAt(folded, unitAt(folded, at - 1) === SPACE ? at - 2 : at - 1)
  return code === SLASH
}

/** What stands beside a word of these kinds: before it (`kinds` of the word there), and behind it. */
function besideWord(folded: string, start: number, end: number, now: number, kinds: number): number {
  let found = 0
  if (now & (A_PERIOD | A_LINK | A_MONTH)) {
    const isApart = unitAt(folded, start - 1) === SPACE
    const code = unitAt(folded, isApart ? start - 2 : start - 1)
    if (now & A_LINK && isDigit(code)) found |= RANGE
    if (now & A_PERIOD && isApart && (isDigit(code) || code === CLOSING || kinds & A_NUMBER)) found |= COUNTED
    if (now & A_MONTH && isApart && (isDigit(code) || code === COMMA)) found |= DAY_OF_MONTH
  }
  const next = unitAt(folded, end)
  const isSpaced = next === SPACE
  const behind = isSpaced ? unitAt(folded, end + 1) : next
  if (now & A_DAY) {
    if (behind === SLASH || folded.startsWith('thang', isSpaced ? end + 1 : end)) found |= BLANK
    // Also "ngày mồng 5".
    if (isSpaced && (isDigit(behind) || behind === 109)) found |= NUMBERED_DAY
    if (isSpaced && isMisread(folded, end + 1)) found |= MISREAD
  }
  if (now & A_MONTH && isSpaced && isDigit(behind)) found |= NUMBERED_MONTH
  if (now & A_WEEKDAY && isDigit(behind)) found |= WEEKDAY
  if (now & A_QUARTER && isNumberOfQuarter(folded, end)) found |= NUMBERED_QUARTER
  return found
}

/** After "quý": "II", "2"; after "q" also ".2", ". 2". */
function isNumberOfQuarter(folded: string, end: number): boolean {
  let at = end
  if (unitAt(folded, at) === DOT) at++
  if (unitAt(folded, at) === SPACE) at++
  const code = unitAt(folded, at)
  return isDigit(code) || code === 105 || code === 118
}

/** "l5/6/2026": the shortest such day has eight characters. */
function isMisread(folded: string, from: number): boolean {
  let letters = 0
  let at = from
  for (; at < from + 12; at++) {
    const code = unitAt(folded, at)
    if (code === 111 || code === 105 || code === 108) letters++
    else if (!(isDigit(code) || code === DOT || code === SLASH)) break
  }
  return letters > 0 && at - from >= 8
}

/** What a stretch must have for the form of this name, and where a search for it begins. */
export class Needed {
  readonly #reach: number
  readonly #first: number
  readonly #second: number
  readonly #third: number

  constructor(form: string) {
    const [reach, first = ALWAYS, second = ALWAYS, third = ALWAYS] = NEEDED[form] ?? [Number.POSITIVE_INFINITY]
    this.#reach = reach
    this.#first = first
    this.#second = second
    this.#third = third
  }
  isIn(signs: number): boolean {
    const all = signs | ALWAYS
    return (all & this.#first) !== 0 && (all & this.#second) !== 0 && (all & this.#third) !== 0
  }
  /** No match of the form begins before this place. */
  searchFrom(signs: number, first: Firsts): number {
    if (this.#reach === Number.POSITIVE_INFINITY) return 0
    let from = Number.POSITIVE_INFINITY
    for (let bits = signs & this.#first; bits !== 0; bits &= bits - 1)
      from = Math.min(from, first[31 - Math.clz32(bits & -bits)]!)
    return Math.max(0, from - this.#reach)
  }
}

/** The bit that no sign has: what a form does not need is always there. */
const ALWAYS = 1 << 31
