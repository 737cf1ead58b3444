import { lastDay } from '../days.ts'
import { dayAt, dayOfYearAt, type Hit, monthAt, type Printed, printedAt, SURE, yearOf } from '../printed.ts'
import { amountOf, type Form, MONTH_WORDS, monthNumber, NUMBER, pattern, YEAR } from './form.ts'

const n = Number

/** "trước 30/6", "đến ngày 5-12-26": a word for a day or a limit stands before the digits, or they stand alone. */
function isClear({ passage, from, min }: Hit): boolean {
  const before = passage.plain.slice(Math.max(min, from - 14), from)
  return /(?:^|[ (])(?:ngay|truoc|den|toi|het|nhat|nhat la|vao|va|tu|xong|han|sang|trua|chieu|toi|dem)[ :]*$|\d ?(?:gio|h|g)(?: ?\d{2})?(?: phut)?,? $|\d\/\d{1,2}(?:[,;]? (?:va )?| ?- ?)$|^[\s(,-]*$/.test(
    before,
  )
}

function hasDayWord({ passage, from, to }: Hit): boolean {
  return /^ngay/.test(passage.plain.slice(from, to))
}

const NEXT_YEAR = '(?:sau|toi|lien ke|lien sau|ke tiep|tiep theo)'

/** A day with its year, however the year is printed: none, in four digits, "năm nay", "năm sau". */
function dayWithYear(
  hit: Hit,
  day: number,
  month: number,
  year: string | undefined,
  word: string | undefined,
): Printed {
  if (year) return dayAt(hit, n(year), month, day)
  const issued = yearOf(hit.times)
  if (word && issued) return dayAt(hit, word === 'nay' ? issued : issued + 1, month, day, SURE.inferred)
  return { ...dayOfYearAt(hit, month, day), ...(word ? { part: null } : {}) }
}

export const DAYS: readonly Form[] = [
  {
    name: 'isoDay',
    examples: ['2026-12-01', 'ngày 2026-12-01', '2026/12/01', '2026.6.5'],
    pattern: pattern(`(?:ngay )?(?<y>${YEAR})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})`),
    read: (hit) => dayAt(hit, n(hit.groups.y), n(hit.groups.m), n(hit.groups.d)),
  },
  {
    name: 'day',
    examples: ['30/6/2026', '30-6-2026', '30.06.2026', 'ngày 05 / 6 / 2026', 'ngày30/6/2026'],
    pattern: pattern(`(?:ngay ?)?(?<d>\\d{1,2}) ?(?<s>[/.-]) ?(?<m>\\d{1,2}) ?\\k<s> ?(?<y>${YEAR})`),
    read: (hit) => dayAt(hit, n(hit.groups.y), n(hit.groups.m), n(hit.groups.d)),
  },
  {
    name: 'dayOfShortYear',
    examples: ['30/6/26', 'ngày 5-12-26', '30.06.26'],
    pattern: pattern('(?:ngay )?(?<d>\\d{1,2})(?<s>[/.-])(?<m>\\d{1,2})\\k<s>(?<y>\\d{2})(?![.-]\\d)'),
    read(hit) {
      const { y, m, d } = hit.groups
      const found = dayAt(hit, 2000 + n(y), n(m), n(d), SURE.shortYear)
      return hasDayWord(hit) || (isClear(hit) && !found.fault) ? found : null
    },
  },
  {
    name: 'longDay',
    examples: [
      'ngày 15 tháng 6 năm 2026',
      '15 tháng 6/2026',
      'ngày 15tháng 6 năm 2026',
      'ngày 30, tháng 6, năm 2026',
      'ngày 05 tháng Sáu năm 2026',
    ],
    pattern: pattern(
      `(?:ngay ?)?(?:mong |mung )?(?<d>\\d{1,2}),? ?thang ?(?<m>\\d{1,2}|${MONTH_WORDS})(?:,? ?nam ?|[/.-])(?<y>${YEAR})`,
    ),
    read: (hit) => dayAt(hit, n(hit.groups.y), monthNumber(hit.groups.m as string), n(hit.groups.d)),
  },
  {
    name: 'dayOfYear',
    examples: ['ngày 15 tháng 6', '15 tháng 6 năm nay', 'ngày 15 tháng 02 năm liền kề', 'ngày mồng 5 tháng 6'],
    pattern: pattern(
      `(?:ngay )?(?:mong |mung )?(?<d>\\d{1,2}),? thang (?<m>\\d{1,2})(?: (?:cua )?nam (?<w>nay|${NEXT_YEAR}))?(?! ?, ?nam \\d|[-.]\\d)`,
    ),
    read: (hit) => dayWithYear(hit, n(hit.groups.d), n(hit.groups.m), undefined, hit.groups.w),
  },
  {
    name: 'shortDayOfYear',
    examples: ['ngày 30/6', 'ngày 15/02 năm liền kề', '20/12'],
    pattern: pattern(
      `(?:ngay )?(?<d>\\d{1,2})/(?<m>\\d{1,2})(?:(?: cua)? nam (?<w>nay|${NEXT_YEAR})|/?,? nam (?<y>${YEAR}))?`,
    ),
    read(hit) {
      const found = dayWithYear(hit, n(hit.groups.d), n(hit.groups.m), hit.groups.y, hit.groups.w)
      if (found.fault) return hasDayWord(hit) ? found : null
      return hasDayWord(hit) || isClear(hit) ? found : { ...found, kind: 'none', dueOn: null }
    },
  },
  {
    name: 'dashedDayOfYear',
    examples: ['ngày 30-6', 'ngày 05-12'],
    pattern: pattern(
      '(?:ngay |(?<=truoc )(?=\\d{2}-\\d(?:[.,;]|$)))(?<d>\\d{1,2})-(?<m>\\d{1,2})(?![-/.]\\d| (?:hang|moi|thang|cua|dau))',
    ),
    read(hit) {
      const found = dayOfYearAt(hit, n(hit.groups.m), n(hit.groups.d))
      return found.fault || n(hit.groups.m) > 12 ? null : found
    },
  },
  {
    /** A digit too many or too few in the year. */
    name: 'brokenYear',
    examples: ['ngày 30/9/20256', '30/9/20256', 'ngày 15/6/206', 'ngày 15 tháng 6 năm 20266'],
    pattern: pattern(
      '(?:ngay )?\\d{1,2}(?:(?<s>[/.-])\\d{1,2}\\k<s>|,? thang \\d{1,2},? nam )(?:\\d{5,6}|\\d{3})(?![.-]\\d)',
    ),
    read: (hit) => printedAt(hit, { fault: 'noSuchDay' }),
  },
  {
    /** Recognition took a digit for a letter. */
    name: 'misreadDay',
    examples: ['ngày 3O/6/2026', 'ngày l5/6/2026', 'ngày 15/l2/2026'],
    pattern: pattern('ngay (?=[\\d/.]{0,8}[oil])(?=[oil/.]{0,8}\\d)[\\doil]{1,2}[/.][\\doil]{1,2}[/.][\\doil]{4}'),
    read: (hit) => printedAt(hit, { fault: 'misread' }),
  },
  {
    name: 'dayRange',
    examples: [
      'từ ngày 01 đến ngày 15/6/2026',
      '01 - 15/6/2026',
      'từ 01/6 đến 15/7/2026',
      'từ ngày 10 đến hết ngày 20 tháng 6 năm 2026',
      'các ngày 06 và 07/12/2026',
      '02 ngày 06 - 07/12/2026',
      'ngày 12, 13 và 14 tháng 6 năm 2026',
      'các ngày 25, 26 tháng 6 năm 2026',
    ],
    pattern: pattern(
      `(?:tu )?(?:(?:(?:cac |0?\\d |hai |ba )?ngay,? )?\\d{1,2}(?:/\\d{1,2}| thang \\d{1,2})?(?: ?, ?(?:ngay )?\\d{1,2}){0,3} ?(?:-|den)|(?:cac |0?\\d |hai |ba )?ngay,? \\d{1,2}(?: ?, ?(?:ngay )?\\d{1,2}){0,3}(?: va|,))(?: het)? ?(?:ngay )?(?<d>\\d{1,2})(?:/|,? thang )(?<m>\\d{1,2})(?:/|,? nam )(?<y>${YEAR})`,
    ),
    read: (hit) => dayAt(hit, n(hit.groups.y), n(hit.groups.m), n(hit.groups.d)),
  },
  {
    name: 'dayRangeOfYear',
    examples: ['các ngày 06 và 07/12', '02 ngày 12, 13/3', 'các ngày 5, 6 và 7 tháng 4', 'hai ngày 06 - 07/12'],
    pattern: pattern(
      '(?:cac |0?\\d |hai |ba )ngay,? \\d{1,2}(?:(?: ?, ?| ?- ?| va | den )(?:ngay )?\\d{1,2}){0,3}(?: ?, ?| ?- ?| va | den )(?:ngay )?(?<d>\\d{1,2})(?:/|,? thang )(?<m>\\d{1,2})(?!,? nam \\d)',
    ),
    read: (hit) => dayOfYearAt(hit, n(hit.groups.m), n(hit.groups.d)),
  },
  {
    name: 'blankDay',
    examples: [
      'ngày … tháng … năm 2026',
      'ngày .../.../2026',
      'ngày …/6/2026',
      'ngày tháng 6 năm 2026',
      'tháng … năm 2026',
      'quý .../2026',
    ],
    pattern:
      /(?<![\p{L}\d])(?:ngay ?(?<d>[.…_]{1,12}|\d{1,2})? ?(?:thang|\/) ?(?<m>[.…_]{1,12}|\d{1,2})? ?(?:nam|\/) ?(?<y>[.…_\d]{1,12})?|(?:thang|quy) ?[.…_]{1,12} ?(?:nam|\/) ?[.…_\d]{1,12})/gu,
    read(hit) {
      const { d, m, y } = hit.groups
      const isFilled = d !== undefined && [d, m ?? '', y ?? ''].every((part) => /^(?:\d+\.?)?$/.test(part))
      if (isFilled) return null
      // Only the day was left out: "ngày tháng 6 năm 2026" has its month.
      const words = hit.passage.plain.slice(hit.from, hit.to)
      const isMonth = d === undefined && /^ngay thang \d/.test(words) && /^(?:19|20)\d\d$/.test(y ?? '')
      return isMonth && m ? monthAt(hit, n(y), n(m), SURE.doubtful) : printedAt(hit, { fault: 'blank' })
    },
  },
  {
    /** A third of a month: "hạ tuần" is from the 21st to its end. */
    name: 'third',
    examples: ['thượng tuần tháng 6/2026', 'trung tuần tháng 9 năm 2026', 'hạ tuần tháng 5'],
    pattern: pattern(`(?<at>thuong|trung|ha) tuan(?: cua)? thang (?<m>\\d{1,2})(?:(?:/| nam )(?<y>${YEAR}))?`),
    read(hit) {
      const { at, m, y } = hit.groups
      const year = y ? n(y) : yearOf(hit.times)
      if (!year || n(m) < 1 || n(m) > 12) return null
      const day = at === 'thuong' ? 10 : at === 'trung' ? 20 : n(lastDay(year, n(m)).slice(8))
      return dayAt(hit, year, n(m), day, y ? SURE.shortYear : SURE.inferred)
    },
  },
  {
    name: 'firstDays',
    examples: ['10 ngày đầu tháng 6/2026', '05 ngày cuối tháng 6 năm 2026', '10 ngày đầu tháng', '15 ngày đầu quý'],
    pattern: pattern(
      `(?<n>${NUMBER}) ngay (?:lam viec )?(?<at>dau|cuoi)(?: tien| cung)?(?: cua| trong)? (?<of>thang|quy|nam)(?: (?<m>\\d{1,2})(?:(?:/| nam )(?<y>${YEAR}))?|(?: dau| cuoi)? (?:sau|tiep theo|ke tiep))?`,
    ),
    read(hit) {
      const { at, of, m, y } = hit.groups
      const recurs = of === 'thang' ? 'monthly' : of === 'quy' ? 'quarterly' : 'yearly'
      if (!m) return printedAt(hit, { kind: 'date', recurs })
      const year = y ? n(y) : yearOf(hit.times)
      if (!year || of !== 'thang') return null
      const day = at === 'dau' ? amountOf(hit.groups.n as string) : n(lastDay(year, n(m)).slice(8))
      return dayAt(hit, year, n(m), day, y ? SURE.shortYear : SURE.inferred)
    },
  },
  {
    name: 'weekOfMonth',
    examples: ['tuần đầu tháng 6/2026', 'tuần thứ 2 của tháng 6 năm 2026', 'tuần cuối tháng', 'tuần 3 tháng 6/2026'],
    pattern: pattern(
      `tuan (?<k>dau(?: tien)?|cuoi(?: cung)?|thu (?:nhat|hai|ba|tu|[1-5])|0?[1-5])(?: cua)? thang(?: (?<m>\\d{1,2})(?:(?:/| nam )(?<y>${YEAR}))?)?`,
    ),
    read(hit) {
      const { k, m, y } = hit.groups
      if (!m) return printedAt(hit, { kind: 'standing', recurs: 'monthly' })
      const year = y ? n(y) : yearOf(hit.times)
      if (!year || n(m) < 1 || n(m) > 12) return null
      const last = n(lastDay(year, n(m)).slice(8))
      return dayAt(hit, year, n(m), Math.min(last, weekNumber(k as string) * 7), SURE.vague)
    },
  },
  {
    name: 'edgeOfPeriod',
    examples: [
      'ngày làm việc cuối cùng của tháng',
      'ngày cuối cùng của quý',
      'ngày cuối tháng 6/2026',
      'ngày cuối cùng của năm 2026',
    ],
    pattern: pattern(
      `ngay (?<work>lam viec )?(?<at>cuoi cung|cuoi|dau tien|dau)(?: cua)?(?: hang| moi)? (?<of>thang|quy|nam|tuan)(?: (?<m>\\d{1,2})(?:/| nam )(?<y>${YEAR})| (?<ny>${YEAR})| (?:sau|tiep theo|ke tiep))?`,
    ),
    read(hit) {
      const { work, at, of, m, y, ny } = hit.groups
      const isFirst = /^dau/.test(at as string)
      const year = y ?? ny
      if (year) {
        const month = of === 'nam' ? (isFirst ? 1 : 12) : n(m)
        if (of === 'quy' || of === 'tuan' || (of === 'thang' && !m) || month < 1 || month > 12) return null
        if (work) return printedAt(hit, { kind: 'date', sure: SURE.open })
        return dayAt(hit, n(year), month, isFirst ? 1 : n(lastDay(n(year), month).slice(8)))
      }
      const recurs = { thang: 'monthly', quy: 'quarterly', nam: 'yearly', tuan: 'weekly' } as const
      return printedAt(hit, { kind: 'date', recurs: recurs[of as keyof typeof recurs] })
    },
  },
  {
    name: 'dayOfQuarter',
    examples: [
      'ngày 20 tháng cuối quý',
      'ngày 15 của tháng đầu quý sau',
      'ngày 10 tháng cuối của quý II/2026',
      '25 tháng cuối quý',
    ],
    pattern: pattern(
      `(?:ngay )?(?<d>\\d{1,2})(?: cua)? thang (?<at>dau(?: tien)?|cuoi(?: cung)?|thu (?:nhat|hai|ba|[1-3]))(?: cua| trong| hang| moi)* (?<of>quy|nam)(?: (?<q>iv|i{1,3}|[1-4])(?:/| nam )(?<y>${YEAR})| ${NEXT_YEAR})?`,
    ),
    read(hit) {
      const { d, at, of, q, y } = hit.groups
      if (q && y) {
        const quarter = { i: 1, ii: 2, iii: 3, iv: 4 }[q] ?? n(q)
        const month = /^dau/.test(at as string) ? 1 : /^cuoi/.test(at as string) ? 3 : weekNumber(at as string)
        return dayAt(hit, n(y), (quarter - 1) * 3 + month, n(d))
      }
      // "6 tháng cuối năm" is half a year.
      if (of === 'nam' && !hasDayWord(hit)) return null
      return printedAt(hit, { kind: 'date', recurs: of === 'quy' ? 'quarterly' : 'yearly' })
    },
  },
  {
    name: 'dayOfNextMonth',
    examples: [
      'ngày 10 của tháng kế tiếp',
      'ngày 05 tháng sau',
      'ngày 10 tháng liền kề',
      'ngày 15 của tháng tiếp theo',
    ],
    pattern: pattern(
      '(?:ngay )?(?:mong |mung )?\\d{1,2}(?: cua)? thang (?:lien ke tiep theo|lien ke|lien sau|ke tiep|tiep theo|ke sau|sau)(?: lien ke)?(?! khi)',
    ),
    read(hit) {
      const words = hit.passage.lower.slice(hit.from, hit.to)
      const day = /(\d{1,2})(?: của)? tháng sáu$/.exec(words)?.[1]
      return day ? dayOfYearAt(hit, 6, n(day)) : printedAt(hit, { kind: 'date', recurs: 'monthly' })
    },
  },
  {
    name: 'dayOfMonth',
    examples: ['ngày 25', 'ngày 15, 30', 'ngày 10 và ngày 25', 'ngày 20 đến 25'],
    pattern: pattern(
      '(?:tu )?ngay (?:mong |mung )?\\d{1,2}(?:(?: ?, ?| va | den | ?- ?)(?:ngay )?\\d{1,2}(?![\\p{L}\\d/.-]| thang)){0,3}(?! thang \\d|[.-]\\d)',
    ),
    read: (hit) => printedAt(hit, { part: 'day', fault: 'partMissing' }),
  },
  {
    name: 'bareDayOfMonth',
    examples: ['trước 25 hằng tháng', 'chậm nhất 20 hàng tháng'],
    pattern: pattern('(?:truoc|cham nhat)(?: la)? \\d{1,2} (?:hang|moi) thang'),
    read: (hit) => printedAt(hit, { kind: 'date', recurs: 'monthly' }),
  },
]

/** "đầu", "thứ hai", "3" as the number of a week or month; the last week is the fifth. */
function weekNumber(folded: string): number {
  if (/^dau/.test(folded)) return 1
  if (/^cuoi/.test(folded)) return 5
  const word = folded.replace(/^thu /, '')
  return word === 'nhat' ? 1 : word === 'tu' ? 4 : amountOf(word)
}
