import { romanValue } from '../../language/numbers.ts'
import { lastDay } from '../days.ts'
import { printedAt, SURE, yearOf } from '../printed.ts'
import { type Form, pattern, QUARTER, YEAR } from './form.ts'

const n = Number
const TILL = '(?: ?[-,;/+&] ?| va | den het | den | toi | hoac )'

export const QUARTERS: readonly Form[] = [
  {
    name: 'quarter',
    examples: [
      'Quý II/2026',
      'quý 2 năm 2026',
      'Q.II/2026',
      'Q2/2026',
      'Quí IV-2026',
      'quý II, quý III năm 2026',
      'quý II+III/2026',
      'quý III',
    ],
    pattern: pattern(
      `(?:qu[yi] |(?<short>q\\.? ?))(?<q>${QUARTER})(?:${TILL}(?:qu[yi] )?(?<q2>${QUARTER})(?![\\p{L}\\d])){0,3}(?![\\p{L}\\d])(?: ?[/,.-]? ?(?:cua )?(?:nam )?(?<y>${YEAR}))?`,
      '(?![\\p{L}\\d])',
    ),
    read(hit) {
      const { q, q2, y, short } = hit.groups
      if (short && !y) return null
      const last = quarterNumber((q2 ?? q) as string)
      const issued = yearOf(hit.times)
      if (y) return printedAt(hit, { kind: 'quarter', dueOn: lastDay(n(y), last * 3) })
      const same = issued ? lastDay(issued, last * 3) : null
      const isOver = same !== null && hit.times.issuedOn !== null && same < hit.times.issuedOn
      const dueOn = issued && isOver ? lastDay(issued + 1, last * 3) : same
      return printedAt(hit, { kind: 'quarter', dueOn, sure: SURE.inferred, part: 'quarter' })
    },
  },
  {
    name: 'halfYear',
    examples: ['6 tháng đầu năm 2026', 'sáu tháng cuối năm', 'nửa đầu năm 2026', '06 tháng đầu năm nay'],
    pattern: pattern(
      `(?:(?:6|06|sau) thang|nua(?: nam)?) (?<at>dau|cuoi)(?: cua)?(?: nam)?(?: (?<y>${YEAR})| nay)?(?<!nua (?:dau|cuoi))`,
    ),
    read(hit) {
      const { at, y } = hit.groups
      const year = y ? n(y) : yearOf(hit.times)
      const dueOn = year ? lastDay(year, at === 'dau' ? 6 : 12) : null
      return printedAt(hit, { kind: 'halfYear', dueOn, sure: y ? SURE.period : SURE.inferred, part: y ? null : 'half' })
    },
  },
]

function quarterNumber(folded: string): number {
  return romanValue(folded.toUpperCase()) ?? n(folded)
}
