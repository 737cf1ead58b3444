import { hitsOf } from '../language/hits.ts'
import type { Passage } from '../language/passage.ts'
import { remembered } from '../language/remembered.ts'
import type { Rhythm } from '../shapes.ts'
import type { Form } from './forms/form.ts'
import { FORMS } from './forms/forms.ts'
import { type Part, type Printed, SURE, type Times } from './printed.ts'
import { firsts, Needed, signsIn } from './signs.ts'

/** Forms that only the value of a label or column has; in running text the same words are conditions. */
const ONLY_IN_VALUES = new Set(['rule', 'event', 'cutYear'])
const IN_VALUES = FORMS.map((form) => ({ form, needed: new Needed(form.name) }))
const IN_TEXT = IN_VALUES.filter(({ form }) => !ONLY_IN_VALUES.has(form.name))

/**
 * Everything in a stretch that is written as a day, a period, a rhythm or (in a value) a rule, in order and without
 * overlap. Every form is searched once; of two matches that overlap the one that begins first counts, then the longer,
 * then the earlier form of the table.
 */
export function periodsIn(
  passage: Passage,
  from: number,
  to: number,
  times: Times,
  isValue: boolean,
): readonly Printed[] {
  const searched = (isValue ? searchedValue : searchedText)(passage, from, to)
  if (searched === NOTHING_FOUND) return NOTHING
  for (let one = searched.answers; one !== null; one = one.next)
    if (one.issuedOn === times.issuedOn && one.effectOn === times.effectOn) return one.printed
  const matches = searched.matches ?? matchesOf(isValue ? IN_VALUES : IN_TEXT, passage, from, to)
  const printed = read(matches, passage, from, to, times)
  const { issuedOn, effectOn } = times
  // A document has two kinds of times, its own and none: after both, what was found is not kept.
  if (searched.answers !== null) searched.matches = null
  searched.answers = { issuedOn, effectOn, printed, next: searched.answers }
  return printed
}

/** What was found in a stretch: deadlines and what was not understood of them are asked for with other times of the document. */
interface Searched {
  /** Where the forms are, before their days are reckoned: the search is what costs. */
  matches: readonly Match[] | null
  answers: Answer | null
}

interface Answer extends Times {
  printed: readonly Printed[]
  next: Answer | null
}

const NOTHING_FOUND: Searched = { matches: [], answers: null }

function searched(forms: typeof IN_TEXT): (passage: Passage, from: number, to: number) => Searched {
  return remembered((passage, from, to) => {
    const matches = matchesOf(forms, passage, from, to)
    return matches.length === 0 ? NOTHING_FOUND : { matches, answers: null }
  })
}

const searchedText = searched(IN_TEXT)
const searchedValue = searched(IN_VALUES)

function read(matches: readonly Match[], passage: Passage, min: number, max: number, times: Times): readonly Printed[] {
  const all: Printed[] = []
  for (const { form, from, to, groups } of matches) {
    const printed = form.read({ passage, from, to, min, max, groups, times })
    if (!printed) continue
    printed.form ||= form.name
    all.push(printed)
  }
  const found = all.length > 1 ? withoutOverlap(all, min) : all
  for (let at = 0; at < found.length; at++)
    if (found[at]!.part === 'day') found[at] = ofReport(passage, found[at]!, min)
  return found.some((one) => isRhythm(one) || one.form === EACH_YEAR) ? withRhythms(passage, found) : found
}

/** A report for each week, month or quarter, up to a day of it: "báo cáo tháng về Sở A trước ngày ". */
const REPORT_OF =
  /(?:^|[^a-z])(?:bao cao|ket qua)(?: dinh ky)? (tuan|thang|quy)(?! (?:\d|nay|truoc|sau|toi|qua|dau|cuoi|hai|ba|tu |[ivx]+(?![a-z])))[^.;]{0,100} (?:truoc|cham nhat)(?: la| vao)? $/
const RHYTHMS_OF: Readonly<Record<string, Rhythm>> = { tuan: 'weekly', thang: 'monthly', quy: 'quarterly' }
/** How far before its day the report may be named. */
const REPORT_REACH = 150

/** A day without month recurs like the report that is due on it. */
function ofReport(passage: Passage, one: Printed, from: number): Printed {
  if (one.recurs !== null) return one
  const start = Math.max(from, one.from - REPORT_REACH)
  const hit = REPORT_OF.exec(passage.plain.slice(start, one.from))
  if (!hit) return one
  // Folded, "báo cáo quy định" and "báo cáo tuần" look alike.
  const at = start + hit.index + hit[0].indexOf(hit[1]!, 7)
  if (!/^(?:tuần|tháng|quý)(?!\p{L})/u.test(passage.lower.slice(at, at + 6))) return one
  return { ...one, kind: 'date', fault: null, recurs: RHYTHMS_OF[hit[1]!]!, sure: SURE.inferred }
}

const isBefore = (a: Printed, b: Printed): number => a.from - b.from || b.to - a.to

function withoutOverlap(all: Printed[], from: number): Printed[] {
  // The forms stand in the table about as their matches overlap, so most are in order as they were found.
  if (!all.every((one, at) => at === 0 || isBefore(all[at - 1]!, one) <= 0)) all.sort(isBefore)
  let end = from
  return all.filter((one) => {
    if (one.from < end) return false
    end = one.to
    return true
  })
}

/** "các năm", "các tháng": nothing but beside a day. */
const EACH_YEAR = 'eachYear'

const NOTHING: readonly Printed[] = []
const NO_GROUPS: Record<string, string | undefined> = {}

/** One place where a form matches. */
interface Match {
  form: Form
  from: number
  to: number
  groups: Record<string, string | undefined>
}

function matchesOf(forms: typeof IN_TEXT, passage: Passage, from: number, to: number): Match[] {
  const printed = passage.plain.slice(from, to)
  // All signs of a blank mean the same, but an underscore is no border of a word.
  const folded = printed.includes('_') ? printed.replaceAll('_', '…') : printed
  const signs = signsIn(folded, FIRSTS)
  const found: Match[] = []
  for (const { form, needed } of forms) {
    if (!needed.isIn(signs)) continue
    for (const hit of hitsOf(form.pattern, folded, needed.searchFrom(signs, FIRSTS))) {
      const start = from + hit.index
      found.push({ form, from: start, to: start + hit[0].length, groups: hit.groups ?? NO_GROUPS })
    }
  }
  return found
}

const FIRSTS = firsts()

/** Which printed parts a rhythm can repeat. */
const REPEATS: Record<Rhythm, readonly Part[]> = {
  daily: [],
  weekly: ['weekday'],
  monthly: ['day', 'weekday'],
  quarterly: ['day', 'month'],
  halfYearly: ['dayMonth', 'month'],
  yearly: ['dayMonth', 'month', 'quarter', 'half'],
}

/** Between days of one list: "20/6, 20/12", "trước ngày 15 tháng 6 và trước ngày 15 tháng 12". */
const LISTED =
  /^(?: ?\([^()]{1,20}\))? ?(?:,|;|va|hoac|den|-)? ?(?:(?:truoc|cham nhat|xong|ngay|vao|la|den|het) ?){0,4}$/
/** Between the last day and its rhythm. */
const BEFORE_RHYTHM = /^(?: ?\([^()]{1,20}\))?,? ?\(?(?:(?:cua|trong|vao|cac) )?$/
/** Between a rhythm and its first day. */
const AFTER_RHYTHM =
  /^[ ,(:]{0,3}(?:(?:truoc|cham nhat|muon nhat|xong|hoan thanh|ngay|vao|la|den|het|trong|gui|nop|bao cao|thoi gian|\d{1,2} ?(?:gio|h|g|:) ?(?:\d{2})?(?: phut)?,?) ?){0,6}$/
/** How far from its rhythm a day may stand in the same sentence. */
const FARTHEST = 200

/** A day without its year recurs if a rhythm stands beside it: "trước ngày 20/6, 20/12 hằng năm" has two days each year. */
function withRhythms(passage: Passage, printed: readonly Printed[]): Printed[] {
  const found = [...printed]
  const dropped = new Set<Printed>()
  const between = (a: Printed, b: Printed): string => passage.plain.slice(a.to, b.from)
  const repeat = (at: number, rhythm: Printed): void => {
    const one = found[at] as Printed
    const isDay = one.part === 'weekday' || one.part === 'day' || one.part === 'dayMonth'
    const kind = isDay ? 'date' : one.kind
    found[at] = { ...one, kind, dueOn: null, fault: null, recurs: rhythm.recurs, sure: rhythm.sure }
  }
  for (let i = 0; i < found.length; i++) {
    const rhythm = found[i] as Printed
    if (!isRhythm(rhythm)) continue
    const fits = (one: Printed | undefined): boolean =>
      one?.part != null && one.recurs === null && REPEATS[rhythm.recurs as Rhythm].includes(one.part)
    let first = i
    while (
      first > 0 &&
      fits(found[first - 1]) &&
      (first === i ? BEFORE_RHYTHM : LISTED).test(between(found[first - 1] as Printed, found[first] as Printed))
    )
      first--
    if (first < i) {
      for (let at = first; at < i; at++) repeat(at, rhythm)
      const last = found[i - 1] as Printed
      found[i - 1] = { ...last, to: rhythm.to }
      dropped.add(rhythm)
      joinRange(passage, found, first, i, dropped)
      continue
    }
    let next = i
    while (
      fits(found[next + 1]) &&
      (next === i ? AFTER_RHYTHM : LISTED).test(between(found[next] as Printed, found[next + 1] as Printed)) &&
      !hasOwnRhythm(passage, found, next + 1)
    )
      next++
    const own = found[i + 1]
    if (next === i && own?.kind === 'date' && own.recurs === rhythm.recurs && AFTER_RHYTHM.test(between(rhythm, own))) {
      found[i + 1] = { ...own, from: rhythm.from }
      dropped.add(rhythm)
      continue
    }
    if (next > i) {
      for (let at = i + 1; at <= next; at++) repeat(at, rhythm)
      const own = found[i + 1] as Printed
      // "Định kỳ hằng tuần, trước 16 giờ ngày thứ Sáu" is a standing task; the weekday only says when in the week.
      found[i + 1] = { ...own, from: rhythm.from, kind: own.part === 'weekday' ? 'standing' : own.kind }
      dropped.add(rhythm)
      continue
    }
    const far = farDay(passage, found, i, fits)
    if (far < 0) continue
    if (found[far]?.part === 'weekday') dropped.add(found[far] as Printed)
    else if (
      /\b(?:truoc|cham nhat|muon nhat)(?: la| ngay)*\s*$/.test(passage.plain.slice(rhythm.to, found[far]?.from))
    ) {
      repeat(far, rhythm)
      dropped.add(rhythm)
    }
  }
  return found.filter((one) => !dropped.has(one) && one.form !== EACH_YEAR)
}

/** The first day that fits in the same sentence, after the rhythm at `at`; -1 if there is none. */
function farDay(passage: Passage, found: readonly Printed[], at: number, fits: (one: Printed) => boolean): number {
  const end = (found[at] as Printed).to
  for (let i = at + 1; i < found.length && (found[i] as Printed).from - end < FARTHEST; i++) {
    const one = found[i] as Printed
    if (/[;.]/.test(passage.plain.slice(end, one.from))) return -1
    if (fits(one)) return hasOwnRhythm(passage, found, i) ? -1 : i
  }
  return -1
}

function isRhythm(one: Printed): boolean {
  return one.recurs !== null && (one.kind === 'standing' || one.form === EACH_YEAR) && one.part === null
}

function hasOwnRhythm(passage: Passage, found: readonly Printed[], at: number): boolean {
  for (let i = at; i + 1 < found.length; i++) {
    const [one, next] = [found[i] as Printed, found[i + 1] as Printed]
    const words = passage.plain.slice(one.to, next.from)
    if (isRhythm(next)) return BEFORE_RHYTHM.test(words)
    if (!LISTED.test(words) || next.part !== one.part) return false
  }
  return false
}

/** "từ ngày 10 đến ngày 15 hằng tháng" ends on the second day. */
function joinRange(
  passage: Passage,
  found: readonly Printed[],
  first: number,
  end: number,
  dropped: Set<Printed>,
): void {
  for (let at = first; at + 1 < end; at++) {
    const [one, next] = [found[at] as Printed, found[at + 1] as Printed]
    if (/^ ?(?:den|-)/.test(passage.plain.slice(one.to, next.from))) dropped.add(one)
  }
}
