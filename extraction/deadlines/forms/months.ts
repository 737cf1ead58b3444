import { monthAt, monthOfYearAt, SURE } from '../printed.ts'
import { type Form, MONTH_WORDS, monthNumber, pattern, YEAR } from './form.ts'

const n = Number

export const MONTHS: readonly Form[] = [
  {
    name: 'month',
    examples: ['tháng 8/2026', 'tháng 8 năm 2026', 'T6/2026', 'T.6/2026', 'tháng 8-2026', 'tháng Sáu năm 2026'],
    pattern: pattern(
      `(?:thang |t\\.? ?)(?<m>\\d{1,2})(?: ?[/-] ?|,? (?:cua )?nam |\\.)(?<y>${YEAR})|thang (?<w>${MONTH_WORDS})(?:,? nam |/)(?<y2>${YEAR})`,
    ),
    read: (hit) =>
      hit.groups.y
        ? monthAt(hit, n(hit.groups.y), n(hit.groups.m))
        : monthAt(hit, n(hit.groups.y2), monthNumber(hit.groups.w as string)),
  },
  {
    name: 'shortMonth',
    examples: ['10/2026', '06/2026'],
    pattern: pattern(`(?<m>\\d{1,2})/(?<y>${YEAR})`),
    read(hit) {
      const found = monthAt(hit, n(hit.groups.y), n(hit.groups.m))
      return found.fault ? null : found
    },
  },
  {
    name: 'months',
    examples: ['10-11/2026', 'các tháng 6, 9, 12/2026', 'tháng 10 và tháng 11/2026', 'tháng 3 đến tháng 9 năm 2026'],
    pattern: pattern(
      `(?:(?:cac )?(?<word>thang ))?\\d{1,2}(?: ?(?:-|,|;|va|den het|den) ?(?:thang )?\\d{1,2}){0,10} ?(?:-|,|;|va|den het|den) ?(?:thang )?(?<m>\\d{1,2})(?: ?[/-] ?|(?<named> nam ))(?<y>${YEAR})`,
    ),
    read(hit) {
      if (hit.groups.named && !hit.groups.word) return null
      const found = monthAt(hit, n(hit.groups.y), n(hit.groups.m))
      return found.fault ? null : found
    },
  },
  {
    name: 'monthsOfYear',
    examples: ['tháng 7-8', 'tháng 7 đến tháng 9', 'các tháng 6, 9 và 12'],
    pattern: pattern(
      '(?:cac )?thang \\d{1,2}(?: ?(?:-|,|va|den het|den) ?(?:thang )?\\d{1,2}(?![\\p{L}\\d])){0,10} ?(?:-|,|va|den het|den) ?(?:thang )?(?<m>\\d{1,2})(?! ?[/.-] ?\\d| nam \\d| (?:ngay|thang)(?! ))',
    ),
    read(hit) {
      const month = n(hit.groups.m)
      return month < 1 || month > 12 ? null : monthOfYearAt(hit, month)
    },
  },
  {
    name: 'monthInWords',
    examples: ['tháng Tám năm nay', 'tháng Mười năm nay'],
    pattern: pattern(`thang (?<w>${MONTH_WORDS}) nam nay`),
    read: (hit) => ({ ...monthOfYearAt(hit, monthNumber(hit.groups.w as string)), sure: SURE.inferred }),
  },
  {
    name: 'monthOfYear',
    examples: ['tháng 5', 'tháng 01'],
    pattern: pattern('thang (?<m>\\d{1,2})(?![.-]\\d)'),
    read(hit) {
      const month = n(hit.groups.m)
      if (month < 1 || month > 12) return null
      const found = monthOfYearAt(hit, month)
      return { ...found, sure: SURE.inferred }
    },
  },
]
