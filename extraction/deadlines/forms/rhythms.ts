import type { Rhythm } from '../../shapes.ts'
import { type Hit, type Printed, printedAt, SURE } from '../printed.ts'
import { amountOf, type Form, NUMBER, pattern } from './form.ts'

const PERIOD = '(?:nam|quy|thang|tuan|ngay)'
const RHYTHM_OF: Record<string, Rhythm> = {
  ngay: 'daily',
  tuan: 'weekly',
  thang: 'monthly',
  quy: 'quarterly',
  nam: 'yearly',
}

/** A rhythm without a name here ("hai năm một lần") is standing without one. */
function standing(hit: Hit, recurs: Rhythm | null): Printed {
  return printedAt(hit, { kind: 'standing', recurs, sure: recurs ? SURE.period : SURE.open })
}

/** Once in so many periods. */
function onceIn(amount: number, period: string): Rhythm | null {
  if (amount === 1) return RHYTHM_OF[period] ?? null
  if (period === 'thang') return ({ 3: 'quarterly', 6: 'halfYearly', 12: 'yearly' } as const)[amount] ?? null
  return period === 'quy' && amount === 2 ? 'halfYearly' : null
}

/** So many times in one period. */
function timesIn(amount: number, period: string): Rhythm | null {
  if (amount === 1) return RHYTHM_OF[period] ?? null
  if (period === 'nam') return ({ 2: 'halfYearly', 4: 'quarterly', 12: 'monthly' } as const)[amount] ?? null
  return period === 'quy' && amount === 3 ? 'monthly' : null
}

export const RHYTHMS: readonly Form[] = [
  {
    name: 'every',
    examples: [
      'hằng năm',
      'hàng quý',
      'mỗi tháng',
      'định kỳ hằng tuần',
      'hằng năm kể từ năm 2027',
      'định kỳ vào hằng quý',
      'cuối mỗi quý',
      'từng tháng',
      'mỗi giờ',
    ],
    pattern: pattern(
      `(?:dinh ky )?(?:vao )?(?:cuoi )?(?<word>hang|moi|tung|cac) (?<of>${PERIOD}|gio)(?!,? (?:20|19)?\\d|-)(?: (?:ke )?tu (?:nam |ngay )?[\\d/]{4,10})?(?! (?:mot|0?\\d|hai|ba) lan)`,
    ),
    read(hit) {
      const words = hit.passage.lower.slice(hit.from, hit.to)
      // Folded, "nông thôn mới năm" and "bệnh viện hạng năm" look the same.
      if (!/(?:^|\s)(?:hằng|hàng|mỗi|từng|các|hang|moi|tung)\s/.test(words)) return null
      const recurs = RHYTHM_OF[hit.groups.of as string] ?? null
      if (hit.groups.of === 'gio' && hit.groups.word === 'cac') return null
      if (hit.groups.word !== 'cac') return standing(hit, recurs)
      // "ngày 15/6 các năm": only beside a day.
      return printedAt(hit, { form: 'eachYear', recurs: hit.groups.of === 'nam' ? recurs : null })
    },
  },
  {
    name: 'onceIn',
    examples: [
      '6 tháng một lần',
      'hai tuần một lần',
      '03 tháng/lần',
      'mỗi quý một lần',
      'định kỳ hai năm một lần',
      'định kỳ 6 tháng',
      'một tháng 01 lần',
      '6 giờ một lần',
      '02 giờ/lần',
      'cứ 02 giờ một lần',
    ],
    pattern: pattern(
      `(?:dinh ky |cu )?(?:theo )?(?<n>moi|${NUMBER}) (?<of>${PERIOD}|gio|tieng) ?(?:/ ?|moi )?(?:mot |0?1 )?lan|dinh ky (?:bao cao )?(?<n2>${NUMBER}) (?<of2>thang|nam|tuan|gio)`,
    ),
    read(hit) {
      const { n, of, n2, of2 } = hit.groups
      const amount = n === 'moi' ? 1 : amountOf((n ?? n2) as string)
      return standing(hit, onceIn(amount, (of ?? of2) as string))
    },
  },
  {
    name: 'timesIn',
    examples: ['02 lần/năm', '1 lần/quý', 'hai lần một năm', 'mỗi năm 2 lần', '01 lần mỗi tháng'],
    pattern: pattern(
      `(?:it nhat |toi thieu )?(?<n>${NUMBER}) lan ?(?:/ ?|moi |trong |mot |trong mot |trong moi )?(?:0?1 |mot )?(?<of>${PERIOD})|(?:moi|mot|0?1) (?<of2>${PERIOD}) (?:it nhat |toi thieu )?(?<n2>${NUMBER}) lan`,
    ),
    read(hit) {
      const { n, of, n2, of2 } = hit.groups
      return standing(hit, timesIn(amountOf((n ?? n2) as string), (of ?? of2) as string))
    },
  },
  {
    name: 'halfYearly',
    examples: ['6 tháng'],
    pattern: pattern('(?:6|06|sau) thang(?! (?:dau|cuoi|truoc|ke|mot|lien|\\d)|/)'),
    read({ passage, from, to, min }) {
      const before = passage.plain.slice(Math.max(min, from - 30), from)
      const isReport = /(?:dinh ky|bao cao|so ket|tong ket|quy|thang|hang nam|va|,)[ ,]*$/.test(before)
      const isAlone = before.trim() === ''
      return isReport || isAlone ? printedAt({ from, to }, { kind: 'standing', recurs: 'halfYearly' }) : null
    },
  },
  {
    name: 'annual',
    examples: ['thường niên'],
    pattern: pattern('thuong nien'),
    read: (hit) => standing(hit, 'yearly'),
  },
  {
    name: 'standing',
    examples: [
      'thường xuyên',
      'thường xuyên, liên tục',
      'liên tục',
      'lâu dài',
      'định kỳ',
      'thường xuyên và đột xuất',
      'thường xuyên, đột xuất',
      'theo định kỳ hoặc đột xuất',
    ],
    pattern: pattern(
      'thuong xuyen,? (?:va )?lien tuc|(?:thuong xuyen|(?:theo )?dinh ky)(?:,? (?:va |hoac |hay )?dot xuat)?|lien tuc|lau dai',
    ),
    read: (hit) => printedAt(hit, { kind: 'standing' }),
  },
  {
    name: 'weekday',
    examples: ['thứ Sáu', 'ngày thứ Năm', 'Chủ nhật', 'thứ 6'],
    pattern: pattern(
      '(?:ngay )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)(?! (?:cua|trong) (?!tuan)|,? ?\\(?(?:ngay )?\\d{1,2}(?:[/.-]| thang)|,? ngay \\d)',
    ),
    read(hit) {
      const words = hit.passage.lower.slice(hit.from, hit.to)
      return /thứ|chủ nhật/.test(words) ? printedAt(hit, { part: 'weekday', fault: 'partMissing' }) : null
    },
  },
]
