import type { Passage } from '../language/passage.ts'
import { GENERAL_WORDS } from '../language/vocabulary.ts'
import { isOneOf, wordAt, wordList, wordsOf } from '../language/words.ts'

/**
 * Closing paragraphs of documents: they speak about the whole document, not about the item above. "Căn cứ Kế hoạch này, xây
 * dựng …" names no one, so it is the order of the agency in the heading above.
 */
const CLOSING =
  /^(?:trong qua trinh|tren day|nhan duoc|can cu (?:cac )?(?:noi dung|nhiem vu|ke hoach nay|chi thi nay|cong van nay)(?!,? (?:chu dong |khan truong )?(?:xay dung|to chuc|trien khai|ban hanh|cu the hoa|lap|tham muu|huong dan|chi dao|bo tri))|tran trong|[^.;,]{0,80}(?:thong bao de|tran trong cam on))/
/** "Báo cáo của các cơ quan gửi về … trước ngày …": the term of the reports above. */
const REPORTS =
  /^(?:bao cao|ket qua|van ban|y kien|noi dung bao cao)\b[^.;:]{0,120}\b(?:gui|bao cao|nop) (?:ve|cho|bao cao)\b/
/** "Đề nghị các cơ quan gửi báo cáo về … trước ngày …" */
const ASKS_REPORTS = /^(?:de nghi|yeu cau) [^.;:]{3,120}\b(?:gui|nop) (?:bao cao|ket qua|van ban|y kien)\b/
/** "Các nội dung trên hoàn thành trước ngày …": the term of all that stands above. */
const ALL =
  /^(?:(?:thoi (?:han|gian) )?(?:hoan thanh |thuc hien )?(?:cac|nhung|toan bo) (?:noi dung|nhiem vu|cong viec|viec)[a-z ]{0,20}\b(?:tren|nay)\b|thoi (?:han|gian) (?:hoan thanh|thuc hien|bao cao)[^:]{0,40}\btren\b[^:]{0,20}:)/
const REQUEST =
  /^(?:[^.;:]{3,80} )?(?:yeu cau|de nghi) (?:cac|thu truong|quy|chu tich|giam doc|lanh dao|nguoi dung dau|uy ban nhan dan|ubnd|so|bo|ban|cuc|vu|dang uy|ban thuong vu|thuong truc|hoi|doan)\b/
/** How far into the paragraph the search goes. */
const REACH = 600

/** For which of the items above a paragraph below their list states a term, if it does. */
export function termFor(passage: Passage): 'reports' | 'asked reports' | 'all' | null {
  const folded = passage.plain.slice(0, 300)
  if (ALL.test(folded)) return 'all'
  if (REPORTS.test(folded)) return 'reports'
  return ASKS_REPORTS.test(folded) ? 'asked reports' : null
}

/** An unnumbered paragraph that closes the document or a list: it is no part of the item above it. */
export function isClosing(passage: Passage): boolean {
  const folded = passage.plain.slice(0, REACH)
  if (/:\s*$/.test(passage.text)) return false
  if (CLOSING.test(folded)) return true
  const request = REQUEST.exec(folded)
  return request !== null && isGeneral(passage, request[0].length, passage.text.length)
}

/** Acts of looking after what others carry out. */
const LOOKS_AFTER =
  /^(?:(?:chu tri|chu dong|thuong xuyen|dinh ky|tiep tuc|la dau moi|co trach nhiem),? )*(?:bao cao|tham muu|theo doi|don doc|giam sat|tong hop|nghien cuu (?:cac )?(?:noi dung|nhiem vu)|huong dan,? (?:theo doi|don doc|kiem tra))\b/
/** What is carried out: the document itself, what it gives, or what a leader is advised on ("trong việc thực hiện nhiệm vụ về …"). */
const THIS_DOCUMENT =
  /\b(?:trong viec (?:to chuc )?(?:thuc hien|trien khai) (?:cac )?(?:nhiem vu|noi dung)\b|(?:thuc hien|trien khai) (?:cac |nhung )?(?:(?:nhiem vu|noi dung)(?! ve | phat trien | bao dam | dam bao | chuyen mon)|ke hoach nay|chi thi nay|quyet dinh nay|nghi quyet nay|chuong trinh nay|cong van nay|cong dien nay)|(?:ke hoach|chi thi|quyet dinh|nghi quyet|chuong trinh|cong van|cong dien|de an) nay)\b/

/** Looking after the carrying out of the document: "đôn đốc các cơ quan thực hiện Kế hoạch này, tổng hợp, báo cáo …". */
export function isOversight(passage: Passage, from: number, to: number): boolean {
  const reached = passage.plain.slice(from, Math.min(to, from + REACH))
  const stop = reached.indexOf('. ')
  const folded = stop < 0 ? reached : reached.slice(0, stop)
  return LOOKS_AFTER.test(folded) && THIS_DOCUMENT.test(folded)
}

/** Acts that someone has to do and can show, however general the words around them. */
const CONCRETE =
  /\b(?:tham muu|bo tri|can doi|tong ket|so ket|theo doi|don doc|tong hop|bao cao|dau moi|huong dan|kiem tra|giam sat)\b/

/** "Bố trí kinh phí", "tham mưu tổng kết Kế hoạch này": general words for an act that can be shown to be done. */
export function hasConcreteAct(passage: Passage, from: number, to: number): boolean {
  return CONCRETE.test(passage.plain.slice(from, Math.min(to, from + REACH)))
}

const GENERAL = wordList(GENERAL_WORDS)
/** Most of the words must be general; one or two may name the field. */
const SHARE = 0.92

/**
 * Work in general terms that only repeats that the document is to be carried out: "nghiêm túc triển khai thực hiện Kế
 * hoạch này", "theo dõi, đôn đốc, báo cáo kết quả". Names, in capitals, do not count.
 */
export function isGeneral(passage: Passage, from: number, to: number): boolean {
  const words = wordsOf(passage)
  let counted = 0
  let general = 0
  const first = wordAt(words, from)
  const end = wordAt(words, Math.min(to, from + REACH))
  // With more special words than this, none that follow can make up for them.
  const most = (end - first) * (1 - SHARE) + 1
  for (let at = first; at < end && counted - general <= most; at++) {
    const word = words[at]!
    const isGeneralWord = isOneOf(word, GENERAL)
    if (word.capital && !isGeneralWord) continue
    counted++
    if (isGeneralWord) general++
  }
  return counted > 0 && general >= counted * SHARE
}
