import { romanValue, smallNumber } from '../language/numbers.ts'
import type { Passage } from '../language/passage.ts'
import type { Deadline, DeadlineKind, Rhythm } from '../shapes.ts'
import { addDays, addMonths, isoDay, lastDay } from './days.ts'

/** The document's own days. Days without a year are resolved relative to them. */
export interface Times {
  issuedOn: string | null
  effectOn: string | null
}

/** A period or day printed in the text, before it is known whether it is a deadline. */
interface Printed {
  from: number
  to: number
  kind: DeadlineKind
  dueOn: string | null
  recurs: Rhythm | null
  relative: Deadline['relative']
  rule: string | null
  /** The year was not printed and was inferred. */
  guessed: boolean
}

const RHYTHMS: [RegExp, Rhythm][] = [
  [/6 thang|sau thang|nua nam/, 'halfYearly'],
  [/ngay/, 'daily'],
  [/tuan/, 'weekly'],
  [/thang/, 'monthly'],
  [/quy/, 'quarterly'],
  [/nam|nien/, 'yearly'],
]

const EVERY = '(?:hang|moi) (?:nam|quy|thang|tuan|ngay)'
const YEAR = '(?:19|20)\\d{2}'
const Q = '(?:iv|i{1,3}|[1-4])'
const TILL = '(?: ?[-,;/] ?| va | den | toi | hoac )'
/**
 * Everything that names a day or a period, in one alternation over folded text; longer forms come first. Each part
 * is bounded, so the search is linear.
 */
const PERIODS = new RegExp(
  [
    `(?<relative>(?:trong (?:vong|thoi han|thoi gian)|trong|sau|cham nhat(?: la)?|khong qua|thoi han|toi da)(?: khong qua| toi da)? (?:la )?(?<amount>\\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?: \\([^()]{1,20}\\))? (?<unit>ngay lam viec|ngay|tuan|thang|nam)(?: lam viec)?,? (?:ke )?(?:tu|sau) (?:ngay|khi|thoi diem|luc)(?<anchor>[^.;:,)]{0,80}))`,
    `(?<yearly>(?:hang nam,? (?:vao |truoc |cham nhat |truoc ngay |vao ngay |cham nhat ngay |truoc thang |vao thang |xong truoc |xong truoc ngay |cham nhat la ngay )+(?:ngay )?\\d{1,2}(?:(?:/| thang )\\d{1,2})?(?![\\d/]))|ngay \\d{1,2}(?: cua)? thang (?:cuoi|dau)(?: cua| moi| hang)* (?:quy|nam)(?! 2)|(?:ngay )?\\d{1,2}(?:/| thang )\\d{1,2}(?: cua)? (?:hang|moi|cac) nam)`,
    `(?<everyday>ngay (?<ed>\\d{1,2})(?: thang (?<em>\\d{1,2})|[/.-](?<em2>\\d{1,2}))?(?: cua)? (?<every>${EVERY})(?: (?:ke )?tu (?:nam |ngay )?[\\d/]{4,10})?)`,
    `(?<day>(?:ngay )?(?<d>\\d{1,2}) ?(?<sep>[/.-]) ?(?<m>\\d{1,2}) ?\\k<sep> ?(?<y>${YEAR}))(?!\\d)`,
    `(?<longday>(?:ngay )?(?<ld>\\d{1,2}),? thang (?<lm>\\d{1,2})(?:,? ?nam ?(?<ly>${YEAR})|[/.-](?<ly2>${YEAR}))?(?<lr> hang nam)?)`,
    `(?<half>(?:(?:6|06|sau) thang|nua) (?<hpart>dau|cuoi)(?: cua)? nam(?: (?<hy>${YEAR}))?)`,
    `(?<quarter>qu[yi] (?<q>${Q})(?:(?:${TILL})(?:qu[yi] )?(?<q2>${Q}))*(?![\\p{L}\\d])(?: ?(?:/|-|,|\\.)? ?(?:nam )?(?<qy>${YEAR}))?(?<qr> hang nam)?)`,
    `(?<months>(?:thang )?(?<m1>\\d{1,2})(?: ?- ?| ?, ?| va | den (?:het )?)(?:thang )?(?<m2>\\d{1,2}) ?[/-] ?(?<my2>${YEAR}))`,
    `(?<month>(?:thang |t\\.? ?)(?<mm>\\d{1,2})(?: ?[/-] ?| ?,? nam )(?<my>${YEAR})|thang (?<mm2>\\d{1,2})(?![/.-]?\\d)(?<mr> hang nam)?)`,
    `(?<shortmonth>(?<sm>\\d{1,2})/(?<sy>${YEAR}))(?![/\\d])`,
    `(?<shortday>(?:ngay )?(?<sd>\\d{1,2})/(?<sdm>\\d{1,2})(?<sdr> hang nam)?)(?![/\\d])`,
    `(?<years>(?:nam )?${YEAR} ?- ?(?:nam )?(?<y2>${YEAR}))`,
    `(?<year>nam (?<yy>${YEAR}))(?![/\\d])`,
    `(?<bareyear>(?<by>${YEAR}))(?![/\\d])`,
    `(?<rhythm>(?:dinh ky )?(?:${EVERY}|6 thang(?: mot lan|/lan)?|(?:mot|hai|ba|01|02|03|\\d) (?:thang|nam|quy|tuan)(?: mot lan|/lan))|thuong nien|dinh ky (?:6|sau|06) thang)`,
    `(?<standing>thuong xuyen(?:,? lien tuc)?|lien tuc|lau dai|hang nam)`,
  ].join('|'),
  'gu',
)

/** Reads the value of a deadline label or the cell of a time column: everything in it is a deadline. */
export function deadlinesOfValue(passage: Passage, from: number, to: number, times: Times): Deadline[] {
  const folded = passage.plain.slice(from, to)
  if (/^(?:nhiem vu )?(?:thuong xuyen|thuo|thuong$|thuong )/.test(folded) && !/\d/.test(folded)) {
    const rhythm = rhythmIn(folded)
    return [deadlineOf(passage, { ...blank(from, to), kind: 'standing', recurs: rhythm }, from, to, times)]
  }
  const printed = periodsIn(passage, from, to, times)
  const firstEnd = printed[0]?.from ?? to
  const byRule =
    /^(?:thuc hien )?(?:theo|khi|ngay (?:sau )?khi|ngay sau|sau khi|den khi|cho den khi|cung thoi|dam bao tien do theo|bao dam tien do theo|dung tien do)\b/.test(
      folded,
    )
  if (
    byRule &&
    !printed.some((p) => p.kind !== 'year' && p.kind !== 'standing' && p.relative === null && isLimit(passage, p, from))
  ) {
    const rule = /^(?:thuc hien )?theo\s/.test(folded)
      ? passage.text.slice(from, to).replace(/^(?:thực hiện )?theo\s+/i, '')
      : null
    return [deadlineOf(passage, { ...blank(from, to), kind: 'perRegulation', rule }, from, to, times)]
  }
  if (printed.length === 0) {
    if (/^nam 2\d{0,3}$/.test(folded))
      return [{ ...deadlineOf(passage, { ...blank(from, to), kind: 'year' }, from, to, times), confidence: 0.3 }]
    if (/thuong xuyen/.test(folded))
      return [deadlineOf(passage, { ...blank(from, to), kind: 'standing' }, from, to, times)]
    return []
  }
  const merged = mergePeriods(passage, printed)
  const single = merged.length === 1 && firstEnd - from < 40
  return merged.map((p, index) => {
    const start = single ? from : Math.max(from, triggerStart(passage, p.from, from))
    const deadline = deadlineOf(passage, p, start, single ? to : p.to, times)
    const isRound = /\b(?:lan|dot|giai doan|ky)\s*(?:thu )?(?:\d|i)/.test(
      passage.plain.slice(Math.max(from, p.from - 30), p.from),
    )
    const underStanding = merged.length > 1 && index > 0 && merged[0]!.kind === 'standing'
    return { ...deadline, milestone: isRound || underStanding }
  })
}

function isLimit(passage: Passage, p: Printed, from: number): boolean {
  return (
    p.kind === 'date' ||
    p.kind === 'quarter' ||
    p.kind === 'month' ||
    LIMIT.test(passage.plain.slice(Math.max(from, p.from - 20), p.from))
  )
}

const LIMIT =
  /\b(?:truoc|cham nhat|muon nhat|den het|het|den|toi|trong|vao|xong|hoan thanh|han cuoi|cuoi|dau|giua|khong qua|som nhat|ngay)(?: (?:la|vao|den|het|ngay|truoc|trong|cuoi|dau|giua|moc|thoi diem|khoang|nay|cuoi cung|thang|nam|quy|toi|\d{1,2} ?(?:gio|h|g)(?: ?\d{1,2})?(?: phut)?,?))*\s*$/
const HARD_LIMIT =
  /\b(?:truoc|cham nhat|muon nhat|xong|hoan thanh|khong qua|han cuoi)(?: (?:la|vao|den|het|ngay|truoc|trong|cuoi|thang|nam|quy|toi|khoang))*\s*$/
const NOT_LIMIT =
  /\b(?:tinh den(?: het)?|ke tu|tu|ban hanh|so lieu|cap nhat den|co hieu luc(?: thi hanh)? (?:tu|truoc)|giai doan|thoi ky|nhiem ky|tam nhin(?: den)?|dinh huong(?: den)?|muc tieu(?: den)?|chien luoc(?: den)?|quy hoach(?: den)?|bao cao|phien hop(?: chinh phu)?(?: thuong ky)?|ky hop|so voi(?: cung ky)?(?: cuoi)?|tai thoi diem|cong ty|cuoi nam hoc)(?: (?:ngay|thang|nam|quy|het|cuoi|dau))*\s*$/

/** Reads running text: a period is a deadline only if a word before it makes it one. */
export function deadlinesInText(passage: Passage, from: number, to: number, times: Times): Deadline[] {
  const found: Printed[] = []
  for (const p of periodsIn(passage, from, to, times)) {
    if (isLimitInText(passage, p, from, to, times)) found.push(p)
  }
  return mergePeriods(passage, found).map((p) => {
    const start = Math.max(from, triggerStart(passage, p.from, from))
    return deadlineOf(passage, p, start, p.to, times)
  })
}

function isLimitInText(passage: Passage, p: Printed, from: number, to: number, times: Times): boolean {
  const before = passage.plain.slice(Math.max(from, p.from - 60), p.from)
  const after = passage.plain.slice(p.to, Math.min(to, p.to + 40))
  const clauseEnds = /^\s*(?:[.;,)]|$|va |de |nham |theo |trinh |bao cao |gui )/.test(after)
  const opens = /(?:^|[.;:(,]\s*|\b(?:thuc hien|dinh ky)\s*)$/.test(before) || p.from === from
  const clause = clauseBefore(before)
  if (p.relative) return true
  if (p.kind === 'standing') {
    if (passage.plain.slice(p.from, p.to).startsWith('thuong xuyen') || p.recurs === null) return false
    if (
      /(?:ke hoach|bao cao|che do|tong ket|du toan|hoi nghi|ngan sach|chuong trinh|tang truong|binh quan|trung binh)\s*$/.test(
        clause,
      ) &&
      !/^dinh ky/.test(passage.plain.slice(p.from))
    )
      return false
    return (
      /^dinh ky/.test(passage.plain.slice(p.from)) ||
      p.from === from ||
      /[.;:,(]\s*$/.test(before) ||
      /(?:vao|gui|bao cao(?: ket qua)?|truoc)\s*$/.test(before) ||
      (/^\s*(?:[.;,)]|$)/.test(after) &&
        REPEATED_ACT.test(clauseBefore(passage.plain.slice(Math.max(from, p.from - LONGEST_CLAUSE), p.from))))
    )
  }
  if (NOT_LIMIT.test(before) && !/\btu (?:ngay |thang |quy |nam )?[\d/]+ den/.test(before)) return false
  if (isPast(p, times)) return false
  if (/^\s*(?:cua|ve viec|quy dinh|tro di|tro lai)\b/.test(after) && p.kind === 'date' && !LIMIT.test(before))
    return false
  const inAim =
    /\d\s?%[^.;]{0,60}$/.test(clause) || /(?:^|\s)(?:dat|tang|giam|ty le)\s[^.;]{0,50}\d[^.;]{0,30}$/.test(clause)
  switch (p.kind) {
    case 'date':
      return (
        p.recurs !== null ||
        (LIMIT.test(before) &&
          !/\b(?:tu|thanh lap|ky)\s*$/.test(before) &&
          !/\b(?:da|duoc (?:cap|giao|phe duyet|tiep nhan|ban hanh|hinh thanh|xay dung|thanh lap)|phat sinh|ton tai)\b[^,.;]{0,40}truoc (?:ngay )?$/.test(
            before,
          ))
      )
    case 'month':
      return !inAim && (LIMIT.test(before) || (opens && clauseEnds))
    case 'quarter':
      return (
        !inAim &&
        (LIMIT.test(before) || opens || clauseEnds) &&
        !/(?:so lieu|tinh hinh|ket qua|tang truong|cong tac)\s*$/.test(before)
      )
    case 'halfYear':
      return !inAim && (LIMIT.test(before) || opens)
    case 'year':
      return !inAim && isYearLimit(before, after, opens, clauseEnds, p, passage, to)
    default:
      return false
  }
}

/** How far back to look for the verb of a clause. */
const LONGEST_CLAUSE = 240

/**
 * A year is a deadline after "hoàn thành", before a comma at the start of a sentence, or as "trong năm X" at the end of
 * a clause.
 */
function isYearLimit(
  before: string,
  after: string,
  opens: boolean,
  clauseEnds: boolean,
  p: Printed,
  passage: Passage,
  to: number,
): boolean {
  if (HARD_LIMIT.test(before)) return true
  const leads =
    /(?:^|[.;:]\s*|phan dau\s*)(?:trong|den het|den|cuoi|den cuoi|nam)\s*$/.test(before) ||
    (opens && !/[,(]\s*$/.test(before))
  if (leads && /^\s*,/.test(after))
    return !/\d\s?%|\bty le\b/.test(passage.plain.slice(p.to, to).split(/[.;]/)[0] ?? '')
  return (
    /\btrong\s*$/.test(before) &&
    clauseEnds &&
    /(?:hoan thanh|trinh|ban hanh|thuc hien|trien khai|to chuc|khoi cong|dua vao|xong|phe duyet|bao cao|hoan thien|xay dung)\b/.test(
      clauseBefore(passage.plain.slice(Math.max(0, p.from - LONGEST_CLAUSE), p.from)),
    )
  )
}

/** Acts of reporting and publishing that recur if a rhythm ends their clause. */
const REPEATED_ACT =
  /(?:^|[,;.:] ?|^.{0,60}?\b(?:phu|nam|chinh|vu|ke|tinh|nghe|mai|truong|huong) )(?:dinh ky )?(?:cong bo|cong khai|bao cao|cap nhat|gui|giao ban|tong hop)\b[^%;]*$/

function clauseBefore(before: string): string {
  return before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. ')) + 1)
}

function isPast(p: Printed, times: Times): boolean {
  return p.dueOn !== null && times.issuedOn !== null && p.dueOn < times.issuedOn
}

function triggerStart(passage: Passage, at: number, from: number): number {
  const before = passage.plain.slice(Math.max(from, at - 60), at)
  const round =
    /(?:lan|dot|giai doan)\s*(?:thu )?(?:\d{1,2}|i{1,3})[ :(]*(?:truoc|den|trong|xong|cham nhat)?(?: (?:ngay|het))*\s*$/.exec(
      before,
    )
  const hit =
    round ??
    /(?:hoan thanh (?=(?:truoc|trong|xong|vao|cham)))?(?:trong|truoc|cham nhat|muon nhat|den|het|vao|xong|hoan thanh)(?: (?:la|vao|den|het|ngay|truoc|trong|cuoi|dau|giua))*\s*$/.exec(
      before,
    )
  return hit ? at - hit[0].length : at
}

function periodsIn(passage: Passage, from: number, to: number, times: Times): Printed[] {
  const folded = passage.plain.slice(from, to)
  const found: Printed[] = []
  for (const hit of folded.matchAll(PERIODS)) {
    const start = from + hit.index
    const before = hit.index > 0 ? folded.charAt(hit.index - 1) : ' '
    if (
      /[\p{L}\d]/u.test(before) ||
      (/[/.,]/.test(before) && /\d/.test(hit[0].charAt(0)) && /\d/.test(folded.charAt(hit.index - 2)))
    )
      continue
    const groups = hit.groups ?? {}
    const p = printedOf(passage, groups, start, start + hit[0].length, times, from, to)
    if (p) found.push(p)
  }
  return found
}

type Groups = Record<string, string | undefined>

function printedOf(
  passage: Passage,
  g: Groups,
  from: number,
  to: number,
  times: Times,
  min: number,
  max: number,
): Printed | null {
  const base = blank(from, to)
  const num = (text: string | undefined): number => Number(text)
  if (g.relative !== undefined) return relativeOf(passage, g, base, times)
  if (g.yearly !== undefined) {
    const rhythm = /quy/.test(g.yearly) ? 'quarterly' : /nam/.test(g.yearly) ? 'yearly' : 'monthly'
    return { ...base, kind: 'date', recurs: rhythm }
  }
  if (g.everyday !== undefined) return { ...base, kind: 'date', recurs: rhythmIn(g.every as string) }
  if (g.day !== undefined) return dated(base, isoDay(num(g.y), num(g.m), num(g.d)))
  if (g.longday !== undefined) {
    if (g.lr) return { ...base, kind: 'date', recurs: 'yearly' }
    const year = g.ly ?? g.ly2
    return year
      ? dated(base, isoDay(num(year), num(g.lm), num(g.ld)))
      : dated({ ...base, guessed: true }, nextDay(num(g.lm), num(g.ld), times))
  }
  if (g.half !== undefined) {
    const year = g.hy ? num(g.hy) : yearOf(times)
    return { ...base, kind: 'halfYear', guessed: !g.hy, dueOn: year ? lastDay(year, g.hpart === 'dau' ? 6 : 12) : null }
  }
  if (g.quarter !== undefined) return quarterOf(g, base, times)
  if (g.months !== undefined) return monthly(base, num(g.my2), num(g.m2))
  if (g.month !== undefined) {
    if (g.my) return monthly(base, num(g.my), num(g.mm))
    if (g.mr) return { ...base, kind: 'month', recurs: 'yearly' }
    const month = num(g.mm2)
    if (month < 1 || month > 12) return null
    const due = nextMonth(month, times)
    return { ...base, kind: 'month', dueOn: due, guessed: true }
  }
  if (g.shortmonth !== undefined) return monthly(base, num(g.sy), num(g.sm))
  if (g.shortday !== undefined) {
    if (g.sdr) return { ...base, kind: 'date', recurs: 'yearly' }
    const day = nextDay(num(g.sdm), num(g.sd), times)
    const clear = /ngay|truoc|den|nhat/.test(passage.plain.slice(Math.max(min, from - 12), from + 5))
    return day && clear ? dated({ ...base, guessed: true }, day) : null
  }
  if (g.years !== undefined) return { ...base, kind: 'year', dueOn: lastDay(num(g.y2), 12) }
  if (g.year !== undefined) return { ...base, kind: 'year', dueOn: lastDay(num(g.yy), 12) }
  if (g.bareyear !== undefined) {
    const alone =
      /^[\s(]*$/.test(passage.plain.slice(min, from)) ||
      /(?:truoc|den|trong|het|tu|-|va|,)\s*$/.test(passage.plain.slice(Math.max(min, from - 8), from))
    return alone && max - min < 60 ? { ...base, kind: 'year', dueOn: lastDay(num(g.by), 12) } : null
  }
  const text = g.rhythm ?? g.standing ?? ''
  return { ...base, kind: 'standing', recurs: /thuong xuyen|lien tuc|lau dai/.test(text) ? null : rhythmIn(text) }
}

function blank(from: number, to: number): Printed {
  return { from, to, kind: 'none', dueOn: null, recurs: null, relative: null, rule: null, guessed: false }
}

function dated(base: Printed, day: string | null): Printed | null {
  return day ? { ...base, kind: 'date', dueOn: day } : null
}

function monthly(base: Printed, year: number, month: number): Printed | null {
  return month >= 1 && month <= 12 ? { ...base, kind: 'month', dueOn: lastDay(year, month) } : null
}

function quarterOf(g: Groups, base: Printed, times: Times): Printed {
  const number = (text: string): number => romanValue(text.toUpperCase()) ?? Number(text)
  const last = number((g.q2 ?? g.q) as string)
  if (g.qr) return { ...base, kind: 'quarter', recurs: 'yearly' }
  const own = g.qy ? Number(g.qy) : null
  const issued = yearOf(times)
  let due = own ? lastDay(own, last * 3) : issued ? lastDay(issued, last * 3) : null
  if (!own && issued && due && times.issuedOn && due < times.issuedOn) due = lastDay(issued + 1, last * 3)
  return { ...base, kind: 'quarter', dueOn: due, guessed: own === null }
}

function rhythmIn(folded: string): Rhythm | null {
  return RHYTHMS.find(([pattern]) => pattern.test(folded))?.[1] ?? null
}

function yearOf(times: Times): number | null {
  return times.issuedOn ? Number(times.issuedOn.slice(0, 4)) : null
}

/** First such day on or after the document's day of issue. */
function nextDay(month: number, day: number, times: Times): string | null {
  const year = yearOf(times)
  if (!year) return null
  const same = isoDay(year, month, day)
  return same && times.issuedOn && same < times.issuedOn ? isoDay(year + 1, month, day) : same
}

function nextMonth(month: number, times: Times): string | null {
  const year = yearOf(times)
  if (!year) return null
  const same = lastDay(year, month)
  return times.issuedOn && same < times.issuedOn ? lastDay(year + 1, month) : same
}

/** Where the name of the anchor ends: "… ngày ký Chỉ thị này", "… ngày nhận được văn bản". */
const ANCHOR_END =
  /^.*?\b(?:nay|hieu luc(?: thi hanh)?|van ban(?: de nghi)?|ho so(?: hop le)?|phe duyet|ban hanh|ky(?= |$)(?! (?:ban hanh|quyet|chi|nghi|ke)))(?: nay)?\b/

const UNITS: Record<string, 'day' | 'workingDay' | 'week' | 'month' | 'year'> = {
  ngay: 'day',
  'ngay lam viec': 'workingDay',
  tuan: 'week',
  thang: 'month',
  nam: 'year',
}

/** "06 tháng kể từ ngày ký": has a day only if the anchor is this document's signing or effect. */
function relativeOf(passage: Passage, g: Groups, base: Printed, times: Times): Printed | null {
  const at = passage.plain.slice(base.from, base.to)
  const printedAmount = g.amount as string
  const shift = at.indexOf(printedAmount)
  const amount = smallNumber(passage.lower.slice(base.from + shift, base.from + shift + printedAmount.length))
  const unit = UNITS[g.unit as string]
  if (!amount || !unit) return null
  const anchorFrom = base.to - (g.anchor ?? '').length
  const ends = ANCHOR_END.exec(g.anchor ?? '')
  const anchorTo = ends ? anchorFrom + ends.index + ends[0].length : base.to
  const anchor = passage.text.slice(anchorFrom, anchorTo).trim()
  const anchorFold = passage.plain.slice(anchorFrom, anchorTo).trim()
  const own = /^(?:ky|ban hanh|quyet dinh nay|chi thi nay|ke hoach nay|nghi quyet nay|van ban nay|cong dien nay)/.test(
    anchorFold,
  )
  const start = own ? (/hieu luc/.test(anchorFold) ? times.effectOn : times.issuedOn) : null
  let dueOn: string | null = null
  if (start && unit === 'day') dueOn = addDays(start, amount)
  if (start && unit === 'week') dueOn = addDays(start, amount * 7)
  if (start && unit === 'month') dueOn = addMonths(start, amount)
  if (start && unit === 'year') dueOn = addMonths(start, amount * 12)
  return { ...base, to: anchorTo, kind: 'date', dueOn, relative: { amount, unit, anchor } }
}

/**
 * Several periods of one expression ("quý II, III năm 2025", "2024 - 2025") are one deadline, the last. Days stay
 * separate.
 */
function mergePeriods(passage: Passage, printed: readonly Printed[]): Printed[] {
  const merged: Printed[] = []
  for (const p of printed) {
    const last = merged.at(-1)
    const between = last ? passage.plain.slice(last.to, p.from) : ''
    const linked =
      /^(?: ?[-,;&] ?| va | den | toi )?(?:het |nam |thang |quy |cuoi )*$/.test(between) ||
      /^[\s(,-]*(?:tu|den|truoc|hoan thanh|trong|cham nhat)*[\s(]*(?:ngay)?\s*$/.test(between)
    const range =
      last &&
      /\btu (?:ngay |thang |quy |nam )?$/.test(passage.plain.slice(Math.max(0, last.from - 12), last.from)) &&
      /^ ?(?:-|den)/.test(between)
    if (last && (range || (linked && isPeriod(last) && isPeriod(p)))) {
      const later = (p.dueOn ?? '') >= (last.dueOn ?? '') ? p : last
      merged[merged.length - 1] = { ...later, from: last.from, to: p.to }
    } else if (last && linked && last.kind === 'standing' && p.kind === 'standing') {
      merged[merged.length - 1] = { ...last, to: p.to, recurs: last.recurs ?? p.recurs }
    } else {
      merged.push(p)
    }
  }
  return merged
}

function isPeriod(p: Printed): boolean {
  return (p.kind === 'month' || p.kind === 'quarter' || p.kind === 'year' || p.kind === 'halfYear') && p.recurs === null
}

function deadlineOf(passage: Passage, p: Printed, from: number, to: number, times: Times): Deadline {
  const span = passage.span(from, to)
  const before = passage.plain.slice(Math.max(0, p.from - 16), p.from)
  const past = isPast(p, times)
  return {
    kind: p.kind,
    dueOn: p.dueOn,
    text: passage.printed(from, to),
    span,
    confidence: past ? 0.4 : p.guessed ? 0.7 : 0.95,
    strict: /\btruoc (?:ngay )?$/.test(before) || /^truoc\b/.test(passage.plain.slice(from, to)),
    recurs: p.recurs,
    inherited: false,
    milestone: false,
    rule: p.rule,
    relative: p.relative,
  }
}
