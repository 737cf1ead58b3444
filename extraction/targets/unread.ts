import { hitsOf } from '../language/hits.ts'
import type { Passage } from '../language/passage.ts'
import { overlaps } from '../language/spans.ts'
import type { Span, Warning } from '../shapes.ts'
import { type TargetFault, warning } from '../warnings.ts'

const GOAL =
  '(?:dat|phan dau(?: dat)?|bao dam(?: dat)?|dam bao(?: dat)?|it nhat|toi thieu|khong duoi|tren|vuot|tang|giam|len|xuong|con)'

/** Ways to write a goal that has no number to compare with, or whose number is not printed as one. */
const UNREAD: { examples: readonly string[]; pattern: RegExp; fault: TargetFault }[] = [
  {
    examples: ['đạt …%', 'tối thiểu .... % hộ dân', 'ít nhất … hộ', 'đạt ..../19 tiêu chí'],
    pattern: new RegExp(`\\b${GOAL}(?: tu| la| khoang| tren)? ?[.…_]{1,12}(?: ?%|/\\d| (?=[a-z]))`, 'g'),
    fault: 'blank',
  },
  {
    examples: [
      'tăng gấp đôi',
      'tăng gấp rưỡi so với năm 2025',
      'tăng trưởng hai con số',
      'đạt 2 con số',
      'giảm một nửa số vụ',
    ],
    pattern:
      /\b(?:(?:tang |cao )?gap (?:doi|ruoi|ba|bon|nam)\b|(?:tang truong|dat|tang)(?: [a-z]+){0,3} (?:hai|2) con so\b|(?:giam|dat|it nhat|toi thieu) (?:mot nua|hai phan ba|ba phan tu|\d\/\d(?= [a-z]))(?![\p{L}\d]))/gu,
    fault: 'noNumber',
  },
  {
    examples: ['ít nhất mười lăm mô hình', 'tối thiểu hai mươi lớp', 'không dưới một trăm hộ'],
    pattern:
      /\b(?:it nhat|toi thieu|khong duoi|toi da|khong qua) (?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:muoi|tram|nghin|trieu|ty|mot|hai|ba|bon|lam|sau|bay|tam|chin) [a-z]{2,}/g,
    fault: 'inWords',
  },
  {
    examples: ['nằm trong nhóm 10 tỉnh dẫn đầu', 'thuộc nhóm 20 địa phương đứng đầu', 'đứng trong tốp 5 cả nước'],
    pattern: /\b(?:trong|thuoc|vao) (?:nhom|top) \d{1,3} [a-z]{2,}(?: [a-z]{2,}){0,3}/g,
    fault: 'rank',
  },
  {
    examples: ['ít nhất 9/10 người dân', 'trên 2/3 số xã', 'trên một nửa số xã'],
    pattern:
      /\b(?:it nhat|toi thieu|khong duoi|tren|hon) (?:\d{1,2}\/\d{1,2}|mot nua|hai phan ba|ba phan tu) (?:so )?[a-z]{2,}/g,
    fault: 'noNumber',
  },
  {
    examples: ['đạt tỷ lệ 12/20', 'phấn đấu đạt 3/5'],
    pattern: /\b(?:dat|phan dau(?: dat)?)(?: ty le)? \d{1,3}\/\d{1,3}(?=\s*(?:[,;.)]|$))/g,
    fault: 'noMeasure',
  },
]
export const UNREAD_FORMS: readonly { examples: readonly string[] }[] = UNREAD

/** Some part of each of these forms: one search passes over nearly every text, where the forms cost one each. */
const MAY_BE_UNREAD =
  /[.…_](?: ?%|\/\d| [a-z])|\bgap |\bcon so\b|\b(?:mot nua|hai phan|ba phan)|\d\/\d|\b(?:nhat|thieu|duoi|da|qua) (?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\b|\b(?:nhom|top) \d/
const NOTHING: readonly Warning[] = []

/**
 * What looks like a target and was not understood, one warning `target_unread` for each, with its place.
 *
 * @param understood where targets and deadlines were read: nothing that overlaps these is reported.
 */
export function unreadTargetsIn(
  passage: Passage,
  from: number,
  to: number,
  understood: readonly Span[],
): readonly Warning[] {
  const folded = passage.plain.slice(from, to)
  if (!MAY_BE_UNREAD.test(folded)) return NOTHING
  const warnings: Warning[] = []
  for (const { pattern, fault } of UNREAD) {
    for (const hit of hitsOf(pattern, folded)) {
      const start = from + hit.index
      const span = passage.span(start, start + hit[0].trimEnd().length)
      if (understood.some((other) => overlaps(other, span))) continue
      const words = passage.text.slice(start, start + hit[0].length).trim()
      warnings.push(warning('target_unread', { words, fault }, span))
    }
  }
  return warnings.sort((a, b) => (a.span as Span).start - (b.span as Span).start)
}
