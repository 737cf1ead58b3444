import { lastDay } from '../days.ts'
import { printedAt } from '../printed.ts'
import { type Form, pattern, YEAR } from './form.ts'

const n = Number

export const YEARS: readonly Form[] = [
  {
    name: 'years',
    examples: ['2026 - 2030', 'giai đoạn 2026 - 2030', 'năm 2026 - 2027', 'năm 2026 và năm 2027', 'các năm 2026, 2027'],
    pattern: pattern(
      `(?:(?:giai doan|nhiem ky|cac nam|nam|thoi ky) )?${YEAR}(?: ?, ?(?:nam )?${YEAR}){0,6}(?: ?[-,] ?| va | den )(?:nam )?(?<y>${YEAR})`,
    ),
    read: (hit) => printedAt(hit, { kind: 'year', dueOn: lastDay(n(hit.groups.y), 12) }),
  },
  {
    /** The far view of a plan, beyond its own end. */
    name: 'vision',
    examples: ['tầm nhìn 2045', 'tầm nhìn đến năm 2045', 'định hướng đến năm 2050'],
    pattern: pattern(`(?:tam nhin|dinh huong)(?: den)?(?: nam)? ${YEAR}`),
    read: (hit) => printedAt(hit, {}),
  },
  {
    name: 'yearsAfter',
    examples: ['và các năm tiếp theo', 'và những năm sau'],
    pattern: pattern('(?:va |den )?(?:cac|nhung) nam (?:tiep theo|sau do|sau nay|sau|ke tiep|tiep sau|ve sau)'),
    read: (hit) => printedAt(hit, {}),
  },
  {
    name: 'year',
    examples: ['năm 2026'],
    pattern: pattern(`nam (?<y>${YEAR})`),
    read: (hit) => printedAt(hit, { kind: 'year', dueOn: lastDay(n(hit.groups.y), 12) }),
  },
  {
    name: 'bareYear',
    examples: ['2026'],
    pattern: pattern(`(?<y>${YEAR})(?![.-]\\d)`),
    read({ passage, from, to, min, max, groups }) {
      const before = passage.plain.slice(min, from)
      const isAlone = /^[\s(]*$/.test(before) || /(?:truoc|den|trong|het|cuoi|tu|-|va|,)\s*$/.test(before.slice(-8))
      if (!isAlone || max - min >= 60) return null
      return printedAt({ from, to }, { kind: 'year', dueOn: lastDay(n(groups.y), 12) })
    },
  },
  {
    /** Recognition lost the end of the line. */
    name: 'cutYear',
    examples: ['Năm 2', 'năm 20', 'năm 202'],
    pattern: /(?<![\p{L}\d])nam 2\d{0,2}$/gu,
    read: (hit) => (hit.from === hit.min ? printedAt(hit, { kind: 'year', sure: 0.3 }) : null),
  },
]

/** "và các năm tiếp theo": what it follows has no end. */
export const AND_AFTER =
  /^,? ?(?:va |den )?(?:cac|nhung|cho) nam (?:tiep theo|sau do|sau nay|sau|ke tiep|tiep sau|ve sau)/

/** "từ năm 2026", "bắt đầu từ tháng 6": a beginning, not a limit. */
export const FROM_HERE = /(?:^|[\s(;,])(?:bat dau |ke |tinh )?tu (?:dau |ngay |thang |quy |nam )?$/
export const ONWARDS = /^ ?tro di\b/
