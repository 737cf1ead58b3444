import { addDays, addMonths, isoDay } from '../days.ts'
import { type Hit, type Printed, printedAt, SURE, type Times } from '../printed.ts'
import { amountOf, type Form, NUMBER, pattern, YEAR } from './form.ts'

const LEAD =
  '(?:trong (?:vong|thoi han|thoi gian)|trong|sau|(?:cham|muon|tre) nhat(?: la)?|khong (?:(?:cham|muon|tre) )?(?:qua|hon)|thoi han|toi da|truoc)'
const AMOUNT = `(?<amount>${NUMBER})(?: \\([^()]{1,20}\\))? (?<unit>ngay lam viec|ngay|gio|tieng|tuan|thang|nam)(?: lam viec)?`

const UNITS: Record<string, 'day' | 'workingDay' | 'week' | 'month' | 'year'> = {
  ngay: 'day',
  'ngay lam viec': 'workingDay',
  tuan: 'week',
  thang: 'month',
  nam: 'year',
}

/** Where the name of the anchor ends: "… ngày ký Chỉ thị này", "… ngày nhận được văn bản". */
const ANCHOR_END =
  /^.*?\b(?:nay(?: (?:co hieu luc(?: thi hanh)?|duoc (?:ban hanh|phe duyet|ky)))?|hieu luc(?: thi hanh)?|van ban(?: de nghi)?|ho so(?: hop le)?|phe duyet|ban hanh|ky(?= |$)(?! (?:ban hanh|quyet|chi|nghi|ke)))(?: (?:[a-z]+ ){0,3}nay)?\b/
const OWN_ANCHOR =
  /^(?:ky|ban hanh|(?:quyet dinh|chi thi|ke hoach|nghi quyet|van ban|cong dien|cong van|thong bao|chuong trinh) nay)/
const PRINTED_ANCHOR = new RegExp(
  `^(?:(?<d>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<y>${YEAR})|(?<d2>\\d{1,2}) thang (?<m2>\\d{1,2}) nam (?<y2>${YEAR}))`,
)

export const RELATIVE: readonly Form[] = [
  {
    /** Has a day only if the anchor is printed, or is this document's signing or effect. */
    name: 'relative',
    examples: [
      'trong vòng 30 ngày kể từ ngày ký Quyết định này',
      'sau 15 ngày kể từ ngày 20/4/2026',
      'trong 03 ngày làm việc kể từ khi nhận văn bản',
      'chậm nhất 05 (năm) ngày, kể từ ngày kết thúc quý',
      'trong vòng 24 giờ kể từ khi phát hiện',
    ],
    pattern: pattern(
      `${LEAD}(?: vong| thoi han)?(?: khong qua| toi da)? (?:la )?${AMOUNT}(?: gan nhat)?,? (?:(?:ke )?tu|sau)(?: (?:ngay|khi|thoi diem|luc))?(?<anchor> [^.;:,)]{1,80})`,
      '',
    ),
    read: relativeAt,
  },
  {
    name: 'relativeWithoutLead',
    examples: ['05 ngày làm việc kể từ ngày nhận hồ sơ', '10 ngày, kể từ ngày ký'],
    pattern: pattern(`${AMOUNT},? ke tu(?: (?:ngay|khi|thoi diem|luc))?(?<anchor> [^.;:,)]{1,80})`, ''),
    read: relativeAt,
  },
  {
    /** How long, but not from when. */
    name: 'duration',
    examples: [
      'trong vòng 10 ngày',
      'trong thời hạn 05 ngày làm việc',
      'không quá 02 tuần',
      '30 ngày',
      'trong mười lăm ngày',
    ],
    pattern: pattern(
      `(?:(?<lead>${LEAD})(?: vong| thoi han)?(?: khong qua| toi da)? (?:la )?)?${AMOUNT}(?! (?:dau|cuoi|mot lan|0?1 lan|truoc)|/|,? \\d)`,
    ),
    read(hit) {
      const { lead, amount, unit } = hit.groups
      const before = hit.passage.plain.slice(hit.min, hit.from)
      const isAlone = before.trim() === '' && hit.passage.plain.slice(hit.to, hit.max).trim().length < 3
      // "trong 10 năm" tells how long something has lasted.
      if (!isAlone && (!lead || (unit === 'nam' && !/vong|thoi han|cham nhat/.test(lead)))) return null
      const length = lengthOf(amountOf(amount as string), unit as string)
      if (!length) return printedAt(hit, { fault: 'noDays' })
      const anchor = isAlone ? null : anchorBefore(hit)
      if (anchor) return printedAt(hit, { kind: 'date', relative: { ...length, anchor }, sure: SURE.open })
      if (!isAlone) return printedAt(hit, { fault: 'partMissing' })
      return printedAt(hit, { kind: 'date', relative: { ...length, anchor: '' }, sure: SURE.open })
    },
  },
]

/** "Khi có vật nuôi ốm, chết, trong 24 giờ báo về …": the clause before says from when; null if there is none. */
function anchorBefore({ passage, from, min }: Hit): string | null {
  const start = Math.max(min, from - LONGEST_ANCHOR)
  const clause = /(?:^|[.;:] ?)(?:ngay )?((?:sau )?khi [^.;:]{4,}?),? $/.exec(passage.plain.slice(start, from))
  if (!clause) return null
  const end = from - /,? $/.exec(clause[0])![0].length
  return passage.text.slice(end - clause[1]!.length, end)
}

const LONGEST_ANCHOR = 160

type Length = Pick<NonNullable<Printed['relative']>, 'amount' | 'unit'>

/** Hours count as days if they are whole days. */
function lengthOf(amount: number, unit: string): Length | null {
  if (amount <= 0) return null
  if (unit === 'gio' || unit === 'tieng') return amount % 24 === 0 ? { amount: amount / 24, unit: 'day' } : null
  const named = UNITS[unit]
  return named ? { amount, unit: named } : null
}

/** "trong 45 ngày, từ 01/6 đến 15/7/2026": how long, and from when to when. */
const RANGE = /^ \d{1,2}[/.]\d{1,2}(?:[/.]\d{4})? (?:den|-) /

function relativeAt(hit: Hit): Printed | null {
  const { passage, groups } = hit
  const tail = groups.anchor as string
  if (RANGE.test(tail)) return null
  const ends = ANCHOR_END.exec(tail)
  const anchorFrom = hit.to - tail.length + 1
  const printed = PRINTED_ANCHOR.exec(passage.plain.slice(anchorFrom, hit.max))
  const to = printed ? anchorFrom + printed[0].length : ends ? anchorFrom - 1 + ends[0].length : hit.to
  const isWorking = /lam viec/.test(passage.plain.slice(hit.from, anchorFrom))
  const length = lengthOf(amountOf(groups.amount as string), isWorking ? 'ngay lam viec' : (groups.unit as string))
  const at = { from: hit.from, to: Math.max(to, anchorFrom) }
  // Hours after an event give no day, whatever the day of the event is.
  if (!length && amountOf(groups.amount as string) > 0) return printedAt(at, { kind: 'perRegulation', sure: SURE.open })
  if (!length) return printedAt(at, { fault: 'noDays' })
  const anchor = passage.text.slice(anchorFrom, at.to).trim()
  const start = printed ? dayOf(printed) : ownStart(passage.plain.slice(anchorFrom, at.to).trim(), hit.times)
  const dueOn = start && dayAfter(start, length)
  return printedAt(at, {
    kind: 'date',
    dueOn,
    relative: { ...length, anchor },
    sure: dueOn ? SURE.rule : SURE.open,
  })
}

function dayOf(printed: RegExpExecArray): string | null {
  const { d, m, y, d2, m2, y2 } = printed.groups ?? {}
  return isoDay(Number(y ?? y2), Number(m ?? m2), Number(d ?? d2))
}

function ownStart(anchor: string, times: Times): string | null {
  if (!OWN_ANCHOR.test(anchor)) return null
  return /hieu luc/.test(anchor) ? times.effectOn : times.issuedOn
}

/** Working days need the calendar of holidays, which this library has not. */
function dayAfter(start: string, { amount, unit }: Length): string | null {
  if (unit === 'workingDay') return null
  if (unit === 'day' || unit === 'week') return addDays(start, unit === 'week' ? amount * 7 : amount)
  return addMonths(start, unit === 'year' ? amount * 12 : amount)
}
