import { hitsOf } from '../language/hits.ts'
import { unitsLike } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import { isSyllable } from '../language/syllable.ts'
import { NAMED_BY_AIM } from './words.ts'

/** How far back what a sentence tells is looked for. */
const FARTHEST = 240

/** What is, or has been reached so far. */
const STATE =
  /\b(?:hien nay|hien tai|hien (?:co|con|da|dat|trang)|(?<!\btu (?:nam |ngay |thang )?[\d/]{4,10} )den nay|luy ke|tinh den|thoi gian qua|vua qua)\b/g
/** Words after which the sentence asks again. */
const ASKS =
  /\b(?:phan dau|yeu cau|bao dam|dam bao|can(?! (?:bo|cu|ho|nha)\b)|phai|muc tieu|chi tieu|de dat|quyet tam|co gang|no luc|giao (?:so|uy ban|ubnd|cac|cho|chi tieu)|de nghi|duy tri|nang|tu nay)\b/
/** "đã trồng 1.200 ha", "mới giải ngân được 35%", "chỉ đạt 12%": an act of the past whose object is the number. */
const DONE =
  /(?:\bda(?: duoc)?(?: [a-z]+){1,2}(?: duoc)?|\b(?:moi|chi)(?: [a-z]+){1,2} duoc|\b(?:moi|chi)(?: dat| co| con)?|\buoc(?: [a-z]+){1,2})(?: khoang| tren| gan| hon| duoc)?$/
/** "được trên 95%" after "đã" is told; these two words of other phrases are not "đã" and "mới". */
const NOT_DONE =
  /\b(?:xay|trong|lap|mua|mua sam|thay|tuyen|cap|dong|lap dat|phat trien|thanh lap|dau tu|ket nap|lam|doi|tao viec lam|khong chi) (?:moi|chi)\b/

/** A number with its own time is still to be reached, although the data before it have a day: "tính đến … đạt 10% trong năm 2026". */
const BY_WHEN = /^[^;.]{1,24} (?:trong|vao|truoc|den)(?: het| cuoi)? (?:nam|quy|thang|ngay)\b/

/**
 * "chịu trách nhiệm nếu tỷ lệ thu đạt dưới 80%": what may happen, not what is to be reached. With its accents: folded, "nếu"
 * is also "nêu".
 */
const IF = /(?<!\p{L})(?:nếu|trường hợp|nơi nào|(?:địa phương|đơn vị) nào)(?!\p{L})[^,;.:]*$/u

/** The number tells what is or was, and nothing is asked of it. */
export function isTold({ plain, lower }: Passage, start: number, from: number): boolean {
  const sentence = sentenceBefore(plain, start, from)
  if (IF.test(sentenceBefore(lower, start, from))) return true
  if (isDone(sentence, lower, start) && !NOT_DONE.test(sentence.slice(-24))) return true
  let told = -1
  for (const hit of hitsOf(STATE, sentence)) told = hit.index
  if (told < 0 || /\btu nay\b/.test(sentence.slice(0, told))) return false
  return !ASKS.test(sentence.slice(told)) && !BY_WHEN.test(plain.slice(start, start + 48))
}

/** The sentence before a number ends in an act of the past: "đã trồng", not "đa khoa". */
function isDone(sentence: string, lower: string, start: number): boolean {
  const near = sentence.slice(-48)
  const done = DONE.exec(near)
  if (!done) return false
  const words = lower.slice(0, start).trimEnd()
  return !done[0].startsWith('da') || words.startsWith('đã', words.length - near.length + done.index)
}

function sentenceBefore(folded: string, start: number, from: number): string {
  const words = folded.slice(Math.max(from, start - FARTHEST), start).trimEnd()
  return words.slice(Math.max(words.lastIndexOf(';'), words.lastIndexOf('. ')) + 1)
}

/** A category, plan or campaign that is named by its aim: "danh mục hoàn thành 5.000 km", "Đề án đầu tư xây dựng 300 cầu". */
const NAME_WITH_AIM = new RegExp(
  `\\b(?:${NAMED_BY_AIM.join('|')})(?: thi dua)?(?: (?:hoan thanh|dau tu|xay dung|trong|phat trien|dao tao|xoa|ho tro|kien co hoa|so hoa|di doi|thu hut)){1,2}(?: moi| nghe cho| it nhat| toi thieu)?$`,
)

/** Words in quotation marks are a name, and what such a name counts is nothing to reach. */
export function isInName(folded: string, text: string, start: number, from: number): boolean {
  const left = Math.max(from, start - FARTHEST)
  const before = text.slice(left, start)
  if (before.lastIndexOf('“') > before.lastIndexOf('”')) return true
  const straight = before.split('"').length - 1
  if (straight % 2 === 1 && text.slice(start, start + FARTHEST).includes('"')) return true
  return NAME_WITH_AIM.test(folded.slice(left, start).trimEnd())
}

/** Materials of which a share is a strength: "cồn 70%", "dung dịch clo 0,5%". With their accents: folded, "cồn" is "còn". */
const MATERIAL =
  /(?<!\p{L})(?:nồng độ|hàm lượng|độ ẩm|độ mặn|độ đạm|dung dịch|hóa chất|cồn|clo|axit|muối|phân (?:đạm|lân|kali)|thuốc (?:sát trùng|khử trùng|diệt|trừ sâu)|nước oxy già|vàng|bạc|độ dốc)(?: (?:\p{L}+ ){0,2}\p{L}+)?(?: trên| dưới| khoảng| từ)?$/u
/** What the number measures, whatever is said of it. */
const MEASURED = /(?<!\p{L})(?:nồng độ|hàm lượng|độ ẩm|độ mặn)(?!\p{L})/u
const REACHING =
  /(?<!\p{L})(?:đạt|tăng|giảm|tỷ lệ|tỉ lệ|ít nhất|tối thiểu|phấn đấu|bảo đảm|đảm bảo|được|còn lại|chỉ còn)(?!\p{L})/u

const isLatin = unitsLike(/[a-z-]/i)

/** "Chlorine 70%", "độ ẩm dưới 14%": the strength or grade of a material. */
export function isStrength({ lower, text }: Passage, start: number, from: number): boolean {
  const near = lower.slice(Math.max(from, start - 41), start).trimEnd()
  const clause = near.slice(Math.max(near.lastIndexOf(', '), near.lastIndexOf(';')) + 1)
  if (MATERIAL.test(clause)) return !REACHING.test(clause) || MEASURED.test(clause)
  // A word that is no Vietnamese syllable and no abbreviation is the name of a product.
  if (!isLatin(text.charCodeAt(start - 2))) return false
  const word = /([\p{L}-]{4,20})\s$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1]
  return word !== undefined && !isSyllable(word) && word !== word.toUpperCase() && /^[a-z-]+$/i.test(word)
}

const DIMENSION =
  /\b(?:dien tich (?:toi thieu|dat|san|tach|thua|lo|can|phong)|han muc|tach thua|giao dat|lo dat|thua dat|chieu (?:rong|dai|cao|sau|day)|mat cat|khoang cach|lo gioi|mat duong|be rong|hanh lang|cach|ban kinh|do cao|do sau)\b/

/** Sizes of a thing or of weather, whatever stands before them. */
const SIZE = /^(?:m\/s|km\/h|mm|do c|tang|cho ngoi)(?![\p{L}])/u
const VEHICLE = /\b(?:xe|tau|o to|thuyen|toa)\b[^,;]{0,24}$/

/** "chiều rộng tối thiểu 3,5 m", "xe khách trên 30 chỗ": what one thing must measure, not how much must be done. */
export function isDimension(before: string, noun: string): boolean {
  if (SIZE.test(noun)) return true
  if (/^(?:m|m2|cm)\b/.test(noun)) return DIMENSION.test(before)
  return /^(?:cho|tan)\b/.test(noun) && VEHICLE.test(before)
}

/** "các dự án có tổng mức đầu tư trên 120 tỷ đồng", "đối với xã giải ngân dưới 30%": the number says which are meant. */
const WHICH =
  /\b(?:(?:cac|nhung|\d{1,4})(?: (?!ty le|co (?!so\b|quan\b))[a-z]+){1,4} co(?: (?!dat|tang|giam|len|phan dau)[a-z]+){0,5}|doi voi(?: [a-z]+){1,9}) (?:tren|duoi|tu|hon)$/
const WISHED = /\b(?:ty le cac|so cac|phan dau|bao dam|dam bao|phai|muc tieu|den (?:het )?nam|yeu cau|can dat)\b/

/** "danh sách các chủ đầu tư giải ngân dưới 40%": the number says who is on the list. */
const ON_LIST = /\b(?:danh sach|thong ke|ra soat|lap bieu)(?: [a-z]+){2,10} (?:tren|duoi|tu|hon)$/

export function isThreshold(before: string): boolean {
  return (WHICH.test(before) || ON_LIST.test(before)) && !WISHED.test(before)
}
