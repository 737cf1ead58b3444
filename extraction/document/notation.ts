import { plain } from '../language/fold.ts'
import type { Passage } from '../language/passage.ts'

/**
 * Numbers and notations of documents ("12/QĐ-VPCP", "21/2017/QH14", "34-NQ/TU"), and what their letters reveal about the
 * document's type and issuer. The abbreviations of types are those of Nghị định 30/2020/NĐ-CP, Phụ lục III.
 */

/** A notation anywhere in running text; groups: number, rest. Tolerates recognition errors inside it. */
export const NOTATION =
  /(?<![\p{L}\d/])(\d{1,5}[a-zA-Z]?)\s?(?:\/\s?((?:19|20)\d{2}))?\s?([/-])\s?(\p{Lu}[\p{Lu}\p{Ll}\d&]{0,12}(?:\s?[-–/]\s?\p{Lu}[\p{Lu}\p{Ll}\d&.+]{0,14}){0,3})(?![\p{L}\d])/gu

const TYPES: Record<string, string> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QYĐ: 'Quy định',
  TC: 'Thông cáo',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTR: 'Chương trình',
  CTHĐ: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTR: 'Tờ trình',
  HĐ: 'Hợp đồng',
  CV: 'Công văn',
  CĐ: 'Công điện',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
  KL: 'Kết luận',
  L: 'Luật',
  PL: 'Pháp lệnh',
  GM: 'Giấy mời',
  QH: 'Luật',
}

/** Names of types, longest first, for headings and citations. */
export const TYPE_NAMES = [
  'Thông báo kết luận',
  'Thông tư liên tịch',
  'Chương trình hành động',
  'Nghị quyết',
  'Quyết định',
  'Chỉ thị',
  'Nghị định',
  'Thông tư',
  'Kế hoạch',
  'Công điện',
  'Công văn',
  'Thông báo',
  'Kết luận',
  'Chương trình',
  'Hướng dẫn',
  'Quy chế',
  'Quy định',
  'Phương án',
  'Đề án',
  'Báo cáo',
  'Tờ trình',
  'Luật',
  'Pháp lệnh',
  'Lệnh',
  'Văn bản',
]

const ISSUERS: Record<string, string> = {
  TTG: 'Thủ tướng Chính phủ',
  CP: 'Chính phủ',
  VPCP: 'Văn phòng Chính phủ',
  BQP: 'Bộ Quốc phòng',
  BCA: 'Bộ Công an',
  BNG: 'Bộ Ngoại giao',
  BNV: 'Bộ Nội vụ',
  BTP: 'Bộ Tư pháp',
  BTC: 'Bộ Tài chính',
  BCT: 'Bộ Công Thương',
  BNNMT: 'Bộ Nông nghiệp và Môi trường',
  BXD: 'Bộ Xây dựng',
  BVHTTDL: 'Bộ Văn hóa, Thể thao và Du lịch',
  BKHCN: 'Bộ Khoa học và Công nghệ',
  BGDĐT: 'Bộ Giáo dục và Đào tạo',
  BYT: 'Bộ Y tế',
  BDTTG: 'Bộ Dân tộc và Tôn giáo',
  NHNN: 'Ngân hàng Nhà nước Việt Nam',
  TTCP: 'Thanh tra Chính phủ',
  BKHĐT: 'Bộ Kế hoạch và Đầu tư',
  BTNMT: 'Bộ Tài nguyên và Môi trường',
  BGTVT: 'Bộ Giao thông vận tải',
  BTTTT: 'Bộ Thông tin và Truyền thông',
  BLĐTBXH: 'Bộ Lao động - Thương binh và Xã hội',
  BNNPTNT: 'Bộ Nông nghiệp và Phát triển nông thôn',
  BNN: 'Bộ Nông nghiệp và Phát triển nông thôn',
  UBDT: 'Ủy ban Dân tộc',
  TCTCCTTHC: 'Tổ công tác cải cách thủ tục hành chính của Thủ tướng Chính phủ',
  QH: 'Quốc hội',
  UBTVQH: 'Ủy ban Thường vụ Quốc hội',
  TW: 'Ban Chấp hành Trung ương Đảng',
  CTN: 'Chủ tịch nước',
  KTNN: 'Kiểm toán nhà nước',
  BHXH: 'Bảo hiểm xã hội Việt Nam',
  TTXVN: 'Thông tấn xã Việt Nam',
}

/** "134 /KH-UBND" → "134/KH-UBND", "293/QĐTTg" → "293/QĐ-TTg", "12/QD-VPCP" → "12/QĐ-VPCP". */
export function repairNotation(printed: string): string {
  let tidy = printed
    .replace(/\s+/g, '')
    .replace(/[–—]/g, '-')
    .replace(/[.,;:]+$/, '')
  tidy = tidy.replace(
    /^(\d+)(\/\d{4})?\/(NQ|QĐ|CT|KH|CĐ|NĐ|TB|TT|CTr|BC|HD|KL)(TTg|CP|UBND|VPCP|HĐND|B\p{Lu}{1,7})$/u,
    '$1$2/$3-$4',
  )
  return tidy
    .replace(/\/QD(?=-)/, '/QĐ')
    .replace(/\/ND(?=-CP)/, '/NĐ')
    .replace(/\/CD(?=-TTg)/i, '/CĐ')
    .replace(/-TTG$/, '-TTg')
    .replace(/-TTg$/i, '-TTg')
}

/**
 * Where a report names a number, -1 if it does not; the letters behind its first ones may be printed in another way there
 * ("4411/SGDĐT-CTTHSSV", "4411/SGDĐT-CTHSSV").
 */
export function placeOfNumber({ text }: Passage, number: string): number {
  const at = text.indexOf(number)
  const head = /^\d{3,5}\/\p{Lu}{3,}(?=-)/u.exec(number)?.[0]
  return at >= 0 || head === undefined ? at : text.indexOf(head)
}

/** Letters of a notation after its number and year: "QĐ-VPCP" gives ["QĐ", "VPCP"]. */
function letters(notation: string): string[] {
  return notation
    .replace(/^\d+[a-zA-Z]?(?:\/\d{4})?[/-]/, '')
    .split(/[-/]/)
    .filter((part) => part !== '')
}

export function typeOfNotation(notation: string): string | null {
  const first = letters(notation)[0]
  if (!first) return null
  if (/^QH\d+$/.test(first)) return 'Luật'
  return TYPES[first.toUpperCase()] ?? null
}

export function issuerOfNotation(notation: string): string | null {
  for (const part of letters(notation).reverse()) {
    const known = ISSUERS[part.toUpperCase().replace(/\d+$/, '')]
    if (known) return known
  }
  return null
}

/** True for letters such as "BNNMT-BĐKH", which contain no type: a công văn. */
export function isLetterNotation(notation: string): boolean {
  const parts = letters(notation)
  return parts.length > 0 && TYPES[(parts[0] as string).toUpperCase()] === undefined
}

const TYPE_KEYS = TYPE_NAMES.map((name) => [name, plain(name)] as const)
const LONGEST_NAME = TYPE_NAMES.reduce((longest, name) => Math.max(longest, name.length), 0)

/** The type that a heading line names, or null. "CHỈ THỊ VỀ VIỆC …" is a Chỉ thị. */
export function typeOfHeading(line: string): { type: string; length: number } | null {
  const folded = plain(line.slice(0, LONGEST_NAME + 1))
  for (const [name, key] of TYPE_KEYS) {
    if (!folded.startsWith(key) || /[\p{L}\d]/u.test(folded.charAt(key.length))) continue
    return {
      type: name === 'Thông báo kết luận' ? 'Thông báo' : name === 'Chương trình hành động' ? 'Chương trình' : name,
      length: key.length,
    }
  }
  return null
}
