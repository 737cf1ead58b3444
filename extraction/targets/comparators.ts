import type { Comparator } from '../shapes.ts'

/** Words before a number that say how it must be reached. */
interface ComparatorForm {
  comparator: Comparator
  /** As officials write it; a test reads every one. */
  examples: readonly string[]
  /** Over folded text that ends where the number begins. */
  pattern: RegExp
}

const AT_LEAST = 'toi thieu|it nhat|tren|(?<!(?:thap|nho|it) )hon|khong duoi|khong thap hon|khong it hon|khong nho hon'

/** The first form that matches counts, so a compound one stands before its parts. */
export const COMPARATORS: readonly ComparatorForm[] = [
  {
    comparator: 'increase>=',
    examples: ['tăng thêm tối thiểu 20%', 'tăng số hộ ít nhất 15%', 'nâng tỷ lệ thêm trên 5%'],
    pattern: new RegExp(
      `(?:tang|nang)(?: them| len| binh quan)*(?: [\\p{L}/]+){0,3}? (?:${AT_LEAST}|tu)(?: la)?$`,
      'u',
    ),
  },
  {
    comparator: 'decrease>=',
    examples: ['giảm ít nhất 20%', 'giảm số vụ tối thiểu 10%'],
    pattern: new RegExp(`giam(?: bot| xuong| binh quan)*(?: [\\p{L}/]+){0,5}? (?:${AT_LEAST}|tu)(?: la)?$`, 'u'),
  },
  {
    comparator: '<',
    examples: ['giảm tỷ lệ hộ nghèo xuống dưới 3%', 'kéo giảm xuống còn dưới 10%'],
    pattern: /xuong(?: con| muc)? (?:duoi|thap hon)(?: muc)?$/,
  },
  {
    comparator: '<=',
    examples: [
      'giảm số vụ xuống còn 5%',
      'giảm tỷ lệ còn không quá 2%',
      'giảm xuống 30%',
      'rút ngắn thời gian xử lý xuống còn 3 ngày',
    ],
    pattern:
      /(?:giam|rut ngan)(?: [\p{L}\d/%,.]+){0,14}? (?:con|xuong)(?: muc)?(?: duoi| khoang| toi da| khong qua)?$/u,
  },
  {
    comparator: '>=',
    examples: [
      'tối thiểu 80%',
      'ít nhất 500 ha',
      'tối thiểu bằng 1,5%',
      'trên 90%',
      'đạt không dưới 8%',
      'vượt 10%',
      'vượt mục tiêu Chính phủ giao (10%)',
      'vượt chỉ tiêu được giao 12%',
      'nâng lên 45%',
      'nâng tỷ lệ trạm y tế xã đạt chuẩn quốc gia lên 95%',
    ],
    pattern: new RegExp(
      `(?:(?:${AT_LEAST}|thap nhat|>=|≥|>|vuot)(?: la| muc| dat| khoang| bang)?|vuot(?: [\\p{L}/]+){1,6} ?\\(?|(?:tang|nang|mo rong)(?: [\\p{L}\\d/%,.]+){0,14}? len(?: den)?)$`,
      'u',
    ),
  },
  {
    comparator: '<=',
    examples: [
      'tối đa 5%',
      'không quá 5%',
      'không vượt quá 3%',
      'không vượt 8%',
      'không để tỷ lệ bỏ học quá 0,2%',
      'không để số vụ vượt 10',
      'không để quá 2%',
      'nhiều nhất 10 hộ',
    ],
    pattern:
      /(?:toi da|khong qua|khong vuot(?: qua)?|khong de (?:[\p{L}/]+ ){0,8}(?:qua|vuot|vuot qua|tren)|khong cao hon|khong lon hon|nhieu nhat|cao nhat|<=|≤)(?: la| muc)?$/u,
  },
  {
    comparator: '<',
    examples: ['dưới 3%', 'thấp hơn 10%', '< 5%'],
    pattern: /(?:duoi|thap hon|nho hon|it hon|<)(?: muc)?$/,
  },
  {
    comparator: 'increase>=',
    examples: ['tăng 8%', 'tăng bình quân 5%', 'tăng thêm 200 hộ'],
    pattern: /(?:tang|nang)(?: them| binh quan| ty le)*(?: khoang| dat)?(?: them)?$/,
  },
  {
    comparator: 'decrease>=',
    examples: ['giảm 10%', 'cắt giảm khoảng 30%', 'tiết kiệm 5%', 'giảm lãi suất cho vay bình quân 0,5%'],
    pattern: /(?:giam|cat giam|tiet kiem)(?:(?: bot| binh quan| it)*| (?:[a-z]+ ){1,5}binh quan)(?: khoang)?$/,
  },
]

/**
 * How the words before a number end if any form may be there; most numbers are days and numbers of acts. A form that ends
 * in another word needs it here.
 */
const LAST_WORD =
  /(?:thieu|nhat|tren|hon|duoi|tu|la|muc|con|xuong|khoang|da|qua|dat|bang|len|den|vuot|tang|nang|them|quan|le|giam|kiem|bot|it|[<>=≤≥])$/
const LONGEST_LAST_WORD = 6

function mayCompare(before: string): boolean {
  return LAST_WORD.test(before.slice(-LONGEST_LAST_WORD)) || before.includes('vuot')
}

export function comparatorOf(before: string): Comparator | null {
  const near = /[tauc]/.test(before.slice(-1))
    ? before.replace(/\s*(?:dat|la|tu|muc|duoc)$/, (word) => (/tu$/.test(word) ? ' tu' : ''))
    : before
  if (!mayCompare(near) && !mayCompare(before)) return null
  // "không vượt quá" limits from above, although "vượt" alone does not.
  const isCeiling = /khong (?:vuot(?: qua)?|de (?:[\p{L}/]+ ){1,8}(?:vuot|tren))$/u.test(before)
  for (const { pattern, comparator } of COMPARATORS) {
    if (isCeiling && comparator === '>=') continue
    if (pattern.test(near) || (near !== before && pattern.test(before))) return comparator
  }
  return null
}
