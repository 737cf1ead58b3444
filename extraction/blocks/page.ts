import { wordsOf } from '../language/words.ts'
import { isUnitAt } from '../units/units.ts'
import { isCapitals } from './capitals.ts'
import type { Fragment, Paragraph } from './fragments.ts'

/** A document within the web page it was copied with: menus, buttons and lists of other documents are around it. */
export interface Page {
  /** The document itself. */
  own: Fragment[]
  /** What the site prints around it, in order; empty for a document that is no web page. */
  around: Paragraph[]
}

/** Words of buttons and menus; a line that is nothing else is never part of a document. */
const BUTTON =
  /^(?:trang chu|dang nhap|dang ky|dang xuat|lien he|gioi thieu|tim kiem|tim kiem nang cao|menu|thuoc tinh|luoc do|noi dung|tieng anh|song ngu|van ban goc|pdf|hieu luc|tinh trang hieu luc|lien quan hieu luc|lien quan noi dung|tai ve|tai xuong|tai van ban|tai file|in|in trang|in bai viet|luu|luu lai|luu bai viet|chia se|chia se bai viet|facebook|zalo|twitter|youtube|linkedin|copy link|sao chep lien ket|gui email|email|theo doi|quan tam|thich|binh luan|xem them|quay lai|ve dau trang|dong|mo rong|thu gon|nghe audio|doc bai|co chu|phong to|thu nho|tra cuu|hoi dap|danh muc|chu de|tin tuc|thoi su|chinh sach|van ban phap luat|van ban moi|thong bao loi|gop y|bao loi|theo doi van ban|ho tro)$/
/** Headings of what follows the document on its page. */
const AFTER =
  /^(?:cac |nhung )?(?:tin|bai|bai viet|van ban|tai lieu|ban tin|chu de)(?: tuc)? (?:lien quan|khac|cung (?:chuyen muc|chu de|loai)|moi(?: nhat| hon)?|cu hon|noi bat|doc nhieu|xem nhieu|tuong tu|huong dan|dan chieu|bi thay the)\b|^(?:binh luan|y kien(?: ban doc)?|gui binh luan|gui y kien|tu khoa|tags?|doc nhieu|xem nhieu|ban quyen|ghi ro nguon|luot truy cap|dang truy cap|dang truc tuyen|co the ban quan tam|chiu trach nhiem noi dung|danh gia bai viet|thuoc tinh van ban)\b/
const LONGEST_BUTTON = 60
/** So many lines before the letterhead are a page's, not the document's. */
const MOST_BEFORE = 6
/** A letterhead farther down than this is that of an annex or of a quoted document. */
const SEARCHED = 600

/** The document without the page around it. A document that begins with its letterhead is returned as it is. */
export function pageOf(fragments: readonly Fragment[]): Page {
  const motto = fragments.slice(0, SEARCHED).findIndex(isLetterhead)
  const start = startOf(fragments, motto)
  const end = motto < 0 ? endOfArticle(fragments, endOf(fragments, start)) : endOf(fragments, start)
  const own: Fragment[] = []
  const around: Paragraph[] = []
  fragments.forEach((fragment, at) => {
    const isOutside = at < start || at >= end || isButton(fragment)
    if (!isOutside) own.push(fragment)
    else if (fragment.kind === 'paragraph') around.push(fragment)
  })
  return { own, around }
}

function isButton(fragment: Fragment | undefined): boolean {
  if (fragment?.kind !== 'paragraph' || fragment.passage.text.length > LONGEST_BUTTON) return false
  return BUTTON.test(wordsOnly(fragment))
}

function wordsOnly({ passage }: Paragraph): string {
  return passage.plain.replace(/[^a-z0-9]+/g, ' ').trim()
}

/** Where the letterhead begins, if lines of a page are before it; else 0. */
function startOf(fragments: readonly Fragment[], motto: number): number {
  const searched = fragments.slice(0, SEARCHED)
  if (motto < 0) return startOfReport(searched)
  let start = motto
  while (start > 0 && motto - start < MOST_ABOVE_MOTTO && isHeadLine(searched[start - 1]!)) start--
  const buttons = searched.slice(0, start).filter(isButton).length
  return start > MOST_BEFORE || buttons > 0 ? start : 0
}

function isLetterhead(fragment: Fragment): boolean {
  if (fragment.kind !== 'paragraph') return false
  const words = wordsOnly(fragment)
  return (
    isCapitals(fragment.passage.text) &&
    (/\bcong hoa xa hoi\b/.test(words) || /^(?:[a-z ]{0,60} )?dang cong san viet nam$/.test(words))
  )
}

/** The issuer, the number, and the subject of a letter below it: a table of two columns puts them before the motto. */
const MOST_ABOVE_MOTTO = 8

function isHeadLine(fragment: Fragment): boolean {
  if (fragment.kind !== 'paragraph' || fragment.passage.text.length > 200) return false
  const { plain, text } = fragment.passage
  return (
    isIssuerLine(fragment) ||
    /^\W{0,3}(?:so\s?:?\W*\d{0,5}[a-z]?\W*[/-]|v\s?\/\s?v\b)/.test(plain) ||
    /^\*+$/.test(text)
  )
}

function isIssuerLine(fragment: Fragment): boolean {
  if (fragment.kind !== 'paragraph') return false
  const { passage } = fragment
  if (!isCapitals(passage.text) || passage.text.length > 120) return false
  return (
    (wordsOf(passage).length > 0 && isUnitAt(passage, 0)) ||
    /^(?:tinh|thanh pho|huyen|xa|phuong|dac khu|dang bo|bcd|bch|dan|phu|va)\b/.test(passage.plain)
  )
}

/** A report on a document has no letterhead: it begins with its first sentence, or with its title if that has a number. */
function startOfReport(fragments: readonly Fragment[]): number {
  const first = fragments.findIndex(
    (one) =>
      one.kind === 'table' ||
      one.passage.text.length > LONG ||
      /\d\s?\/\s?[A-ZĐ]{1,4}(?![a-z])|\d-[A-ZĐ]{2,4}\//u.test(one.passage.text) ||
      /^(?:so|can cu|kinh gui)\b/.test(wordsOnly(one)),
  )
  const buttons = fragments.slice(0, Math.max(0, first)).filter(isButton).length
  return buttons >= 2 ? first : 0
}

/** A document has at least a sentence of this length and so many lines before its page goes on. */
const LONG = 90
/** The stop at the end of a paragraph, with quotes and brackets behind it, is this near. */
const TAIL = 20
const FEWEST_OWN = 3
const RECIPIENTS = /^noi nhan\b/

/** Where the page goes on behind the document: after its recipients, or after some of its text. */
function endOf(fragments: readonly Fragment[], start: number): number {
  let hasText = false
  for (let at = start; at < fragments.length; at++) {
    const fragment = fragments[at]!
    if (fragment.kind === 'table' || fragment.passage.text.length > LONG || RECIPIENTS.test(fragment.passage.plain))
      hasText = true
    if (fragment.kind === 'table' || !hasText || at - start < FEWEST_OWN) continue
    if (fragment.passage.text.length < LONGEST_BUTTON && AFTER.test(wordsOnly(fragment)) && !hasAnnex(fragments, at))
      return at
  }
  return fragments.length
}

/** What a reader of a law site may ask; the answer quotes the law, and gives no work. */
const ASKS =
  /\b(?:la gi|la ai|ra sao|the nao|bao nhieu|bao lau|khi nao|o dau|nao|vi sao|tai sao|hay khong|duoc khong|khong|nhung gi|gom gi|lam gi|gi)\s?\?\W*$/
/** "(Hình từ Internet)": the picture behind what an article tells of the document. */
const CAPTION =
  /\((?:hinh|anh)(?: anh)?(?: minh hoa)?(?: tu| tren| nguon)?:? ?internet\)\W*$|\((?:hinh|anh) minh hoa\)\W*$/
const LONGEST_QUESTION = 220
/** "Điều 2 Nghị định số 177/2024/NĐ-CP …": the heading of what the article quotes from another act. */
const OF_LAW = /^dieu \d{1,3}[a-z]?,? (?:cua )?(?:nghi dinh|luat|thong tu|bo luat|phap lenh) /

/**
 * Where an article about a document ends its account: at the picture below it, if another heading follows, at the first
 * question that names no document, or at the heading of another act that it quotes.
 */
function endOfArticle(fragments: readonly Fragment[], most: number): number {
  let hasText = false
  for (let at = 0; at < most; at++) {
    const fragment = fragments[at]!
    if (fragment.kind === 'table') return most
    const { text, plain } = fragment.passage
    if (hasText && fragment.heading && OF_LAW.test(plain)) return at
    if (hasText && text.length <= LONGEST_QUESTION) {
      const next = fragments[at + 1]
      if (CAPTION.test(plain) && next?.kind === 'paragraph' && (next.heading || isQuestion(next))) return at
      if (isQuestion(fragment)) return at
    }
    // The title and its questions stand above the first sentence.
    if (text.length > LONG && !isQuestion(fragment) && /[.:;]\W*$/.test(text.slice(-TAIL))) hasText = true
  }
  return most
}

function isQuestion({ passage }: Paragraph): boolean {
  return (
    passage.text.length <= LONGEST_QUESTION && ASKS.test(passage.plain) && !/\d\s?[/-]\s?\p{Lu}/u.test(passage.text)
  )
}

/** An annex may follow the site's words, where the page prints it below the signature. */
function hasAnnex(fragments: readonly Fragment[], from: number): boolean {
  return fragments
    .slice(from, from + SEARCHED)
    .some((one) => one.kind === 'paragraph' && /^phu luc\b/.test(one.passage.plain) && isCapitals(one.passage.text))
}
