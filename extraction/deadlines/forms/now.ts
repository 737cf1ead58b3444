import { addDays, isoDay, lastDay } from '../days.ts'
import { endOfWeek, type Hit, monthOf, type Printed, printedAt, SURE, yearOf } from '../printed.ts'
import { type Form, MONTH_WORDS, pattern } from './form.ts'

const NEXT = '(?:sau|toi|tiep theo|ke tiep)'

/** Periods told from the day of the document: without that day they have none. */
export const NOW: readonly Form[] = [
  {
    name: 'thisPeriod',
    examples: ['quý này', 'tháng này', 'năm nay', 'tháng tới', 'năm sau', 'quý sau', 'tuần này', 'tuần tới'],
    pattern: pattern(`(?<of>quy|thang|nam|tuan) (?:(?<now>nay)|${NEXT})(?! (?:day|khi|ngay|luc|do))`),
    read(hit) {
      const words = hit.passage.lower.slice(hit.from, hit.to)
      // "thang" and "nam" are also other words without their accents: "thắng này", "Nam này".
      if (!/^(?:quý|tháng|năm|tuần) (?:này|nay|sau|tới|tiếp theo|kế tiếp)$/.test(words)) return null
      return periodFromNow(hit, hit.groups.of as string, hit.groups.now ? 0 : 1, SURE.inferred)
    },
  },
  {
    name: 'edgeOfNow',
    examples: ['hết năm', 'cuối năm', 'cuối quý', 'giữa quý', 'hết tháng', 'đầu năm', 'trong năm', 'cuối tuần'],
    pattern: pattern(
      `(?<at>het|cuoi|giua|dau|trong|ca) (?<of>nam|quy|thang|tuan)(?! (?:${MONTH_WORDS}\\b|\\d|nay|${NEXT}|hoc|i|v|thu|dau|cuoi|gan|truoc|qua|bao|ngan sach)| ?[./]? ?\\d| ?[.…_]{2})`,
    ),
    read(hit) {
      const { at, of } = hit.groups
      const sure = at === 'giua' || at === 'dau' ? SURE.vague : SURE.inferred
      return { ...periodFromNow(hit, of as string, 0, sure), part: null }
    },
  },
  {
    name: 'today',
    examples: ['hôm nay', 'ngày hôm nay', 'ngày mai'],
    pattern: pattern('(?:ngay )?hom (?<now>nay)|ngay mai'),
    read(hit) {
      if (!/^(?:ngày )?hôm nay$|^ngày mai$/.test(hit.passage.lower.slice(hit.from, hit.to))) return null
      const { issuedOn } = hit.times
      const dueOn = issuedOn && addDays(issuedOn, hit.groups.now ? 0 : 1)
      return printedAt(hit, { kind: 'date', dueOn, sure: dueOn ? SURE.inferred : SURE.open })
    },
  },
  {
    name: 'weekdayOfWeek',
    examples: ['thứ Sáu tuần này', 'thứ 2 tuần sau', 'Chủ nhật tuần tới'],
    pattern: pattern(
      `(?:ngay )?(?:thu (?<day>hai|ba|tu|nam|sau|bay|[2-7])|chu nhat) (?:cua )?tuan (?:(?<now>nay)|${NEXT})`,
    ),
    read(hit) {
      const { day, now } = hit.groups
      if (!hit.times.issuedOn) return printedAt(hit, { kind: 'date', sure: SURE.open })
      const sunday = endOfWeek(hit.times.issuedOn, now ? 0 : 1)
      const back = day === undefined ? 0 : 8 - weekdayNumber(day)
      return printedAt(hit, { kind: 'date', dueOn: addDays(sunday, -back), sure: SURE.inferred })
    },
  },
]

/** "Hai" is 2 (Monday), "bảy" is 7 (Saturday). */
function weekdayNumber(folded: string): number {
  const at = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay'].indexOf(folded)
  return at < 0 ? Number(folded) : at + 2
}

function periodFromNow(hit: Hit, of: string, later: number, sure: number): Printed {
  const [year, month] = [yearOf(hit.times), monthOf(hit.times)]
  const kind = of === 'quy' ? 'quarter' : of === 'thang' ? 'month' : of === 'nam' ? 'year' : 'date'
  if (!year || !month || !hit.times.issuedOn) return printedAt(hit, { kind, sure: SURE.open })
  if (of === 'tuan') return printedAt(hit, { kind, dueOn: endOfWeek(hit.times.issuedOn, later), sure })
  if (of === 'nam') return printedAt(hit, { kind, dueOn: isoDay(year + later, 12, 31), sure })
  const last = of === 'quy' ? Math.ceil(month / 3) * 3 + later * 3 : month + later
  return printedAt(hit, { kind, dueOn: last > 12 ? lastDay(year + 1, last - 12) : lastDay(year, last), sure })
}
