import { romanValue } from '../../language/numbers.ts'
import { lastDay } from '../days.ts'
import { type Hit, type Printed, printedAt, SURE, yearOf } from '../printed.ts'
import { type Form, pattern, QUARTER, YEAR } from './form.ts'

const n = Number
const TILL = '(?: ?[-,;/+&] ?| va | den het | den | toi | hoac )'
const YEAR_AFTER = `(?: ?[/,.-]? ?(?:cua )?(?:nam )?(?<y>${YEAR}))?`

export const QUARTERS: readonly Form[] = [
  {
    name: 'quarter',
    examples: ['Quý II/2026', 'quý 2 năm 2026', 'Q.II/2026', 'Q2/2026', 'Quí IV-2026', 'quý III'],
    pattern: pattern(`(?:qu[yi] |(?<short>q\\.? ?))(?<q>${QUARTER})(?![\\p{L}\\d])${YEAR_AFTER}`, '(?![\\p{L}\\d])'),
    read: (hit) => quarterAt(hit, hit.groups.q as string),
  },
  {
    name: 'quarterInWords',
    examples: ['Quý Ba năm 2026', 'quý Hai/2026', 'quý Tư năm nay'],
    pattern: pattern(`quy (?<w>mot|nhat|hai|ba|bon|tu)(?: ?/ ?| (?:cua )?nam )(?:(?<y>${YEAR})|nay)`),
    // Folded, "quý ba" is also "quỹ ba".
    read: (hit) => (hit.passage.lower.startsWith('quý', hit.from) ? quarterAt(hit, hit.groups.w as string) : null),
  },
  {
    /** Its last quarter is an end, also after "từ". */
    name: 'quarters',
    examples: ['quý II, quý III năm 2026', 'quý II+III/2026', 'quý II đến quý IV năm 2026', 'quý I đến hết quý III'],
    pattern: pattern(
      `(?:qu[yi] |(?<short>q\\.? ?))${QUARTER}(?:${TILL}(?:qu[yi] )?(?<q>${QUARTER})(?![\\p{L}\\d])){1,3}(?![\\p{L}\\d])${YEAR_AFTER}`,
      '(?![\\p{L}\\d])',
    ),
    read: (hit) => quarterAt(hit, hit.groups.q as string),
  },
  {
    /** The same quarter of several years: the last is the end. */
    name: 'quarterOfYears',
    examples: ['quý III các năm 2026, 2027, 2028', 'quý I các năm 2026 và 2027'],
    pattern: pattern(
      `qu[yi] (?<q>${QUARTER}) (?:cua )?(?:cac|hai|ba) nam ${YEAR}(?:(?:, ?| va |, va | - )${YEAR}){0,6}(?:, ?| va | - )(?<y>${YEAR})`,
    ),
    read: (hit) => quarterAt(hit, hit.groups.q as string),
  },
  {
    /** A slip: the year has four quarters. */
    name: 'noQuarter',
    examples: ['quý V/2026', 'quý V năm 2026', 'quý 5/2026', 'Quý VI'],
    pattern: pattern(`qu[yi] (?:vi{0,3}|[05-9])(?![\\p{L}\\d])${YEAR_AFTER}`, '(?![\\p{L}\\d])'),
    read: (hit) => printedAt(hit, { fault: 'noSuchDay' }),
  },
  {
    name: 'threeMonths',
    examples: ['3 tháng đầu năm 2026', '9 tháng đầu năm', '03 tháng cuối năm 2026'],
    pattern: pattern(`(?<months>0?[39]|ba|chin) thang (?<at>dau|cuoi)(?: cua)? nam(?: (?<y>${YEAR})| nay)?`),
    read(hit) {
      const { at, y, months } = hit.groups
      const isThree = /3|ba/.test(months as string)
      if (at === 'cuoi' && !isThree) return null
      const year = y ? n(y) : yearOf(hit.times)
      const last = at === 'cuoi' ? 12 : isThree ? 3 : 9
      const dueOn = year ? lastDay(year, last) : null
      return printedAt(hit, {
        kind: 'quarter',
        dueOn,
        sure: y ? SURE.period : SURE.inferred,
        part: y ? null : 'quarter',
      })
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

/** The quarter of the year printed with it, else the first that is not over on the day of issue. */
function quarterAt(hit: Hit, folded: string): Printed | null {
  const { y, short } = hit.groups
  if (short && !y) return null
  const last = quarterNumber(folded)
  if (y) return printedAt(hit, { kind: 'quarter', dueOn: lastDay(n(y), last * 3) })
  const issued = yearOf(hit.times)
  const same = issued ? lastDay(issued, last * 3) : null
  const isOver = same !== null && hit.times.issuedOn !== null && same < hit.times.issuedOn
  const dueOn = issued && isOver ? lastDay(issued + 1, last * 3) : same
  return printedAt(hit, { kind: 'quarter', dueOn, sure: SURE.inferred, part: 'quarter' })
}

const IN_WORDS = ['', 'mot', 'hai', 'ba', 'bon']

function quarterNumber(folded: string): number {
  const word = folded === 'nhat' ? 1 : folded === 'tu' ? 4 : IN_WORDS.indexOf(folded)
  return word > 0 ? word : (romanValue(folded.toUpperCase()) ?? n(folded))
}
