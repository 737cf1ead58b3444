/**
 * Which words and digits occur in a stretch, as bits. One pass over its letters says for nearly every form that it cannot be
 * there; to ask each form by its own expression costs more than all other steps of the search together.
 */

const DIGIT = 1 << 0
/** A digit before "/", "." or "-", with or without a space. */
const PARTED = 1 << 1
/** Four digits or more together. */
const FOUR = 1 << 2
const DAY = 1 << 3
const MONTH = 1 << 4
const YEAR = 1 << 5
const QUARTER = 1 << 6
const WEEK = 1 << 7
const HOUR = 1 << 8
const TIMES = 1 << 9
const REGULAR = 1 << 10
const ALWAYS = 1 << 11
const ANNUAL = 1 << 12
const WEEKDAY = 1 << 13
const SINCE = 1 << 14
const FROM = 1 << 15
const EDGE = 1 << 16
const WITHIN = 1 << 17
const NEXT = 1 << 18
const EACH = 1 << 19
const HALF = 1 << 20
const BEFORE = 1 << 21
const AMOUNT = 1 << 22
const TODAY = 1 << 23

const PERIOD = DAY | MONTH | YEAR | QUARTER | WEEK

/** The words, without accents. A word may be of several kinds: "năm" is a year and a five. */
const WORDS: readonly (readonly [bits: number, words: string])[] = [
  [DAY, 'ngay ngaythang'],
  [MONTH, 'thang'],
  [YEAR, 'nam'],
  [QUARTER, 'quy qui q qi qii qiii qiv'],
  [WEEK, 'tuan'],
  [HOUR, 'gio tieng'],
  [TIMES, 'lan'],
  [REGULAR, 'dinh'],
  [ALWAYS, 'xuyen tuc lau'],
  [ANNUAL, 'nien'],
  [WEEKDAY, 'thu nhat'],
  [SINCE, 'ke'],
  [FROM, 'tu sau'],
  [EDGE, 'dau cuoi'],
  [WITHIN, 'het giua trong ca'],
  [NEXT, 'nay sau toi tiep ke'],
  [EACH, 'hang moi cac'],
  [HALF, 'nua'],
  [BEFORE, 'truoc'],
  [AMOUNT, 'mot hai ba bon tu nam lam sau bay tam chin muoi'],
  [TODAY, 'hom mai'],
]

/**
 * What a stretch must have for each form: one of the bits of every number. A form that is not here is looked for
 * everywhere.
 */
const NEEDED: Readonly<Record<string, readonly number[]>> = {
  citedAct: [DIGIT],
  every: [EACH, PERIOD],
  onceIn: [TIMES | REGULAR],
  timesIn: [TIMES],
  halfYearly: [MONTH],
  annual: [ANNUAL],
  standing: [ALWAYS | REGULAR],
  weekday: [WEEKDAY],
  relative: [FROM, DAY | HOUR | WEEK | MONTH | YEAR, DIGIT | AMOUNT],
  relativeWithoutLead: [SINCE, DIGIT | AMOUNT],
  duration: [DAY | HOUR | WEEK | MONTH | YEAR, DIGIT | AMOUNT],
  isoDay: [PARTED],
  day: [PARTED],
  dayOfShortYear: [PARTED],
  longDay: [FOUR],
  dayOfYear: [DIGIT, MONTH],
  shortDayOfYear: [PARTED],
  dashedDayOfYear: [PARTED],
  brokenYear: [DIGIT],
  misreadDay: [DIGIT],
  dayRange: [FOUR],
  dayRangeOfYear: [DAY, DIGIT],
  blankDay: [DAY | MONTH | QUARTER],
  firstDays: [DAY, EDGE],
  third: [WEEK, MONTH],
  weekOfMonth: [WEEK],
  edgeOfPeriod: [DAY, EDGE],
  dayOfQuarter: [DIGIT, MONTH],
  dayOfNextMonth: [DIGIT, MONTH],
  dayOfMonth: [DIGIT, DAY],
  thisPeriod: [MONTH | YEAR | QUARTER | WEEK, NEXT],
  edgeOfNow: [MONTH | YEAR | QUARTER | WEEK, EDGE | WITHIN],
  today: [TODAY],
  weekdayOfWeek: [WEEK],
  month: [FOUR],
  shortMonth: [FOUR],
  months: [FOUR],
  monthsOfYear: [DIGIT, MONTH],
  monthOfYear: [DIGIT, MONTH],
  quarter: [QUARTER],
  quarters: [QUARTER],
  noQuarter: [QUARTER],
  threeMonths: [MONTH, EDGE],
  halfYear: [MONTH | HALF | YEAR, EDGE],
  years: [FOUR],
  vision: [FOUR],
  yearsAfter: [YEAR],
  year: [YEAR, FOUR],
  bareYear: [FOUR],
  cutYear: [YEAR, DIGIT],
  meeting: [BEFORE],
  schoolYear: [YEAR],
}

/** The bits of a word by its hash. Two words in one place only mean that a form is looked for in vain. */
const BITS = new Int32Array(4096)

for (const [bits, words] of WORDS) for (const word of words.split(' ')) BITS[hashOf(word)]! |= bits

function hashOf(word: string): number {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = (hash * 31 + word.charCodeAt(at)) & 4095
  return hash
}

const [A, Z, ZERO, NINE, SPACE, DASH, SLASH] = [97, 122, 48, 57, 32, 45, 47]

/** The signs of folded text. */
export function signsIn(folded: string): number {
  let signs = 0
  let hash = -1
  let digits = 0
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at)
    if (code >= A && code <= Z) {
      hash = ((hash < 0 ? 0 : hash) * 31 + code) & 4095
      digits = 0
      continue
    }
    if (hash >= 0) {
      signs |= BITS[hash]!
      hash = -1
    }
    if (code >= ZERO && code <= NINE) {
      digits++
      signs |= digits >= 4 ? FOUR | DIGIT : DIGIT
    } else if (digits > 0) {
      if (code >= DASH && code <= SLASH) signs |= PARTED
      // A space may stand between a digit and the sign after it.
      if (code !== SPACE) digits = 0
      else digits = folded.charCodeAt(at - 1) === SPACE ? 0 : 1
    }
  }
  return hash >= 0 ? signs | BITS[hash]! : signs
}

const ANYWHERE: readonly number[] = []

/** What a stretch must have for the form of this name: one of the bits of each number. */
export function neededFor(form: string): readonly number[] {
  return NEEDED[form] ?? ANYWHERE
}
