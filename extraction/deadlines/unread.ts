import { hitsOf } from '../language/hits.ts'
import type { Passage } from '../language/passage.ts'
import { meets, overlaps } from '../language/spans.ts'
import type { Span, Warning } from '../shapes.ts'
import { warning } from '../warnings.ts'
import { HARD_LIMIT, isOfThePast, LIMIT, triggerStart } from './limits.ts'
import type { Fault, Printed } from './printed.ts'
import { periodsIn } from './scan.ts'
import { DUE_ACTS } from './words.ts'

const NOTHING: readonly Warning[] = []
const NO_TIMES = { issuedOn: null, effectOn: null }

/**
 * What looks like a deadline in running text and was not understood, one warning `deadline_unread` for each.
 *
 * @param understood where deadlines and targets were read: nothing that overlaps these is reported.
 */
export function unreadDeadlinesIn(
  passage: Passage,
  from: number,
  to: number,
  understood: readonly Span[],
): readonly Warning[] {
  const printed = periodsIn(passage, from, to, NO_TIMES, false)
  const places: { from: number; to: number; fault: Fault | null }[] = []
  for (const p of printed)
    if (!isUnderstood(passage.span(p.from, p.to), understood) && isSuspect(passage, p, from))
      places.push({ from: triggerStart(passage, p.from, from), to: p.to, fault: p.fault })
  for (const hit of hitsOf(LIMIT_WITHOUT_DAY, passage.plain.slice(from, to))) {
    const place = { from: from + hit.index, to: from + hit.index + hit[0].trimEnd().length, fault: null }
    if (!places.some((p) => meets(p, place))) places.push(place)
  }
  if (places.length === 0) return NOTHING
  return places
    .sort((a, b) => a.from - b.from)
    .filter((place) => !isUnderstood(passage.span(place.from, place.to), understood))
    .map(({ from: start, to: end, fault }) => unread(passage, start, end, fault))
}

/** Values that state no deadline. */
const NO_DEADLINE =
  /^(?:[^a-z\d]*|x|khong(?: co| quy dinh)?|ngay|(?:trien khai |thuc hien )?(?:ngay|khan truong|som(?: nhat)?|kip thoi|lap tuc|ngay lap tuc)(?: (?:va|,) [a-z ]{1,30})?)[.;]?$/

/** As above, for the value of a deadline label or column: if nothing in it was understood, the whole value. */
export function unreadDeadlinesOfValue(
  passage: Passage,
  from: number,
  to: number,
  understood: readonly Span[],
): Warning[] {
  if (NO_DEADLINE.test(passage.plain.slice(from, to).trim())) return []
  const faults = periodsIn(passage, from, to, NO_TIMES, true).filter((p) => p.fault !== null)
  const unreadFaults = faults.filter((p) => !isUnderstood(passage.span(p.from, p.to), understood))
  if (unreadFaults.length > 0)
    return unreadFaults.map((p) => unread(passage, triggerStart(passage, p.from, from), p.to, p.fault))
  return isUnderstood(passage.span(from, to), understood) ? [] : [unread(passage, from, to, null)]
}

function unread(passage: Passage, from: number, to: number, fault: Fault | null): Warning {
  const words = passage.text.slice(from, to).trim()
  return warning('deadline_unread', { words, fault: fault ?? 'other' }, passage.span(from, to))
}

function isUnderstood(span: Span, understood: readonly Span[]): boolean {
  return understood.some((other) => overlaps(other, span))
}

/** Acts that are done by a day: "báo cáo … trước", "hoàn thành … chậm nhất". */
const ACT = `(?:${DUE_ACTS.join('|')})`
const DUE_ACT = new RegExp(`\\b${ACT}\\b[^,;.]{0,60}$`)
/** Before a number of days that counts from nothing named. */
const WITHIN = /\btrong (?:vong |thoi han |thoi gian )?$/
const DOUBTLESS = /\b(?:cham nhat|muon nhat|hoan thanh|xong|han cuoi|han chot)(?: [a-z]{2,5}){0,4}\s*$/

function isSuspect(passage: Passage, p: Printed, from: number): boolean {
  const before = passage.plain.slice(Math.max(from, p.from - 80), p.from)
  if (p.fault === 'noSuchDay' || p.fault === 'blank' || p.fault === 'misread') return LIMIT.test(before)
  if (isOfThePast(passage, from, p.from)) return false
  if (p.form === 'duration') return (p.fault !== null || WITHIN.test(before)) && DUE_ACT.test(before)
  if (p.fault !== null) return HARD_LIMIT.test(before) && DUE_ACT.test(before)
  if (p.kind === 'none' || p.kind === 'standing') return false
  return HARD_LIMIT.test(before) && (DOUBTLESS.test(before) || DUE_ACT.test(before))
}

/**
 * A limit followed by something that is no day: "chậm nhất là khi nghiệm thu", "báo cáo … trước ngày khai mạc". The act is
 * looked for last, behind the few places that have the other words: at every place it costs most of this search.
 */
const LIMIT_WITHOUT_DAY = new RegExp(
  `\\b(?:(?:cham nhat|muon nhat) (?:la |vao |truoc |den |ngay |khi |sau |\\d{1,2} ngay (?:lam viec )?truoc )|(?:han cuoi|han chot) (?:la |vao |ngay )|truoc ngay (?!\\d|[.…])(?<=\\b${ACT}\\b[^,;.]{0,60}truoc ngay )|trong (?:vong |thoi han )?\\d{1,3}(?: ?- ?\\d{1,3})? (?:ngay|tuan|thang)\\b(?<=\\b${ACT}\\b[^,;.]{0,60}trong [^,;.]{3,30}))[^,;.]{0,60}`,
  'g',
)
