import { deadlinesOfValue } from '../deadlines/deadlines.ts'
import { romanValue } from '../language/numbers.ts'
import type { Passage } from '../language/passage.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import { orderOf } from '../units/orders.ts'
import { isUnitAt } from '../units/units.ts'
import { isCapitals } from './capitals.ts'

/** What the text of one cell looks like, whatever column it may belong to. */
export interface Content {
  /** "7", "2.1", "IV", "B", "đ)" alone; null for any other text. */
  ordinal: { form: 'number' | 'path' | 'roman' | 'letter' | 'item'; value: number } | null
  /** Names of agencies and nothing else. */
  unit: boolean
  /** A period or a day and nothing else: "Quý II/2026", "Thường xuyên", "Theo tiến độ được giao". */
  period: boolean
  /** Begins like the name of a result: "Báo cáo …", "Văn bản …". */
  product: boolean
  /** Contains a number that may be a target. */
  figure: boolean
  /** "-", "x", "…", "nt": printed where nothing is to be said. */
  filler: boolean
  /** Begins in the middle of a sentence. */
  low: boolean
  /** Begins with a dash or another bullet. */
  listed: boolean
  /** A line of capitals, or a title with a Roman number or a capital letter before it. */
  title: boolean
  length: number
}

/** Longer text is prose; it is neither a list of agencies nor a period. */
const LONGEST_UNITS = 400
const LONGEST_PERIOD = 110

const PERIOD_OPENER =
  /^\W{0,3}(?:\d|qu[yi]\b|thang\b|nam\b|ngay\b|tuan\b|truoc\b|trong\b|tu\b|den\b|hang\b|thuong (?:xuyen|nien)|dinh ky|khi\b|theo (?!doi)|sau\b|cham nhat|giai doan|cuoi\b|dau\b|giua\b|hoan thanh (?:trong|truoc|nam|quy|thang)|ca nam|hoan thanh$|i{1,3}\/|iv\/|6 thang|dot\b|ngay sau|lien tuc|da hoan thanh)/
const PRODUCT_OPENER =
  /^\W{0,3}(?:(?:du thao |cac |bo )?(?:bao cao|van ban|ke hoach|quyet dinh|nghi quyet|to trinh|de an|danh muc|thong bao|huong dan|cong van|bien ban|tai lieu|quy che|quy dinh|phuong an|chuong trinh|ho so|co so du lieu|he thong|hoi nghi|lop|tin bai|chi thi|thong tu|nghi dinh|luat|phieu|so tay|bo chi so|danh sach|san pham|hop dong))\b/
const FILLER = /^(?:[-–—.…/x*×]{1,5}|nt|n\.t|nhu tren|["“”″〃])$/i
const ORDINAL =
  /^\(?(?:(\d{1,3})|(\d{1,3}(?:\.\d{1,3}){1,3})|([IVXL]{1,6}(?:\.\d{1,2})?)|([A-ZĐ])|([a-zđ])(?=[.)]))\)?[.)]?$/
/** Items are counted by the Vietnamese alphabet. */
const ITEMS = 'abcdđeghiklmnopqrstuvxy'

export function contentOf(passage: Passage): Content {
  const { text, plain } = passage
  const ordinal = ordinalOf(text)
  const filler = FILLER.test(text)
  const period = ordinal === null && !filler && isPeriod(passage)
  return {
    ordinal,
    filler,
    period,
    unit: ordinal === null && !period && text.length < LONGEST_UNITS && isUnits(passage),
    product: text.length < 200 && PRODUCT_OPENER.test(plain),
    figure: /\d/.test(text),
    low: /^["“'(]?\p{Ll}/u.test(text),
    listed: /^[-–+•▪]\s?\p{L}/u.test(text),
    title: isCapitals(text) || /^(?:[IVX]{1,5}|[A-ZĐ])\s?[.)]\s*\S/.test(text),
    length: text.length,
  }
}

function ordinalOf(text: string): Content['ordinal'] {
  const hit = ORDINAL.exec(text)
  if (!hit) return null
  if (hit[1]) return { form: 'number', value: Number(hit[1]) }
  if (hit[2]) return { form: 'path', value: Number(hit[2].slice(hit[2].lastIndexOf('.') + 1)) }
  if (hit[5]) return ITEMS.includes(hit[5]) ? { form: 'item', value: ITEMS.indexOf(hit[5]) + 1 } : null
  const roman = hit[3] ? romanValue(hit[3].split('.')[0]!) : null
  if (roman !== null) return { form: 'roman', value: roman }
  return { form: 'letter', value: text.replace(/\P{Lu}/gu, '').charCodeAt(0) - 64 }
}

function isPeriod(passage: Passage): boolean {
  const { text, plain } = passage
  if (text.length > LONGEST_PERIOD || !PERIOD_OPENER.test(plain)) return false
  if (text.length > 45 && /^\W{0,3}(?:trong|theo|khi|sau|tu|den|hoan thanh)\b/.test(plain)) return false
  return deadlinesOfValue(passage, 0, text.length, { issuedOn: null, effectOn: null }).length > 0
}

/** Marks before the first name in a cell: "- Sở A", "+ Sở B", "Chủ trì: Sở A". */
const BEFORE_NAME = /^(?:[-–+•*]\s*|(?:co quan |don vi )?(?:chu tri|phoi hop)\s*:?\s*)/

function isUnits(passage: Passage): boolean {
  const from = BEFORE_NAME.exec(passage.plain)?.[0].length ?? 0
  if (!isUnitAt(passage, wordAt(wordsOf(passage), from))) return false
  const order = orderOf(passage, from, passage.text.length)
  return order.isName || !order.acts
}
