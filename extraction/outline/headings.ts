import { isCapitals } from '../blocks/capitals.ts'
import type { MarkKind } from '../blocks/marks.ts'
import type { Passage } from '../language/passage.ts'
import { remembered } from '../language/remembered.ts'
import { ACCOUNT_HEADINGS, AIM_HEADINGS, GENERIC_HEADING, IMPLEMENTATION_HEADINGS } from '../language/vocabulary.ts'
import { orderOf } from '../units/orders.ts'
import type { Item } from './outline.ts'

/**
 * "aims": no one is given work here; "account": describes the situation, only explicit orders are tasks;
 * "implementation": assigns duties in general terms; "tasks": assigns work.
 */
export type Section = 'aims' | 'account' | 'implementation' | 'tasks'

/** Marks of points inside an item: such an item is work or part of it, not the heading of a section. */
const POINT_MARKS = new Set<MarkKind>(['letter', 'bracketed', 'dash', 'plus', 'bullet'])

export function isPoint(item: Item): boolean {
  return item.mark !== null && POINT_MARKS.has(item.mark.kind)
}

/** Longest heading in ordinary letters; a longer text is a sentence. */
const LONGEST_HEADING = 130

export function isHeadingText(passage: Passage, from = 0): boolean {
  const text = passage.text.slice(from).trim()
  if (isCapitals(text)) return true
  return text.length <= LONGEST_HEADING && !/[;,]$/.test(text) && !/\.\s+\p{Lu}/u.test(text)
}

/** The kind of section that a heading opens; null if it opens none. */
export function sectionOf(passage: Passage, from = 0): Section | null {
  return sectionFrom(passage, from, passage.text.length)
}

/** Each step of the walk asks it of the same heading. */
const sectionFrom = remembered(readSection)

function readSection(passage: Passage, from: number): Section | null {
  if (!isHeadingText(passage, from)) return null
  const folded = passage.plain.slice(from, from + LONGEST_HEADING).replace(/^[\s"(*]+/, '')
  if (IMPLEMENTATION_HEADINGS.test(folded)) return 'implementation'
  if (/^.{0,25}\b(?:nhiem vu|giai phap|noi dung (?:thuc hien|cong viec|chu yeu|trong tam)|phan cong)/.test(folded))
    return 'tasks'
  if (FRAMES.test(folded) && /^(?:noi dung|lo trinh|hinh thuc|bien phap)/.test(folded)) return 'tasks'
  // "Yêu cầu các sở …" asks someone; "Yêu cầu" names what the plan has to be like.
  if (AIM_HEADINGS.test(folded)) return orderOf(passage, from, passage.text.length).commanded ? null : 'aims'
  if (ACCOUNT_HEADINGS.test(folded)) return 'account'
  return /^(?:noi dung|hinh thuc (?:kiem tra|giam sat|thanh tra))\b/.test(folded) ? 'tasks' : null
}

/** The theme that a heading names, or null if it names an agency, a kind of section or nothing. */
export function themeOf(item: Item): string | null {
  const heading = headingOf(item)
  return heading === null || isGeneric(heading.folded) ? null : heading.text
}

/** The words of a heading that announces work and names no theme: "TỔ CHỨC THỰC HIỆN"; null if it is no such heading. */
export function partOf(item: Item): string | null {
  const heading = headingOf(item)
  return heading !== null && isHeadingText(item.passage, item.from) && isGeneric(heading.folded) ? heading.text : null
}

function headingOf(item: Item): { text: string; folded: string } | null {
  if (!item.mark || isPoint(item) || item.mark.kind === 'article') return null
  const text = item.passage.text.slice(item.from).replace(/[\s:.;]+$/, '')
  const folded = item.passage.plain.slice(item.from, item.from + text.length).trim()
  return folded === '' || folded.length > 600 ? null : { text: text.trim(), folded }
}

function isGeneric(folded: string): boolean {
  return (
    GENERIC_HEADING.test(folded) ||
    IMPLEMENTATION_HEADINGS.test(folded) ||
    FRAMES.test(folded) ||
    INSPECTIONS.test(folded)
  )
}

/** "NỘI DUNG KIỂM TRA, GIÁM SÁT": the themes stand below it. */
const INSPECTIONS =
  /^(?:cac )?noi dung (?:kiem tra|giam sat|thanh tra|khao sat)(?:(?:,| va) (?:kiem tra|giam sat|thanh tra|khao sat)){0,2}$/

/** "NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN": a heading that lists what stands below it; the headings there name the themes. */
const FRAMES =
  /^(?:noi dung|lo trinh|hinh thuc|thoi gian|tien do|bien phap|phuong phap|cach thuc|dia diem|thanh phan|quy trinh|cac buoc)(?: thuc hien| trien khai| tien hanh)?(?:,| va) (?:noi dung|lo trinh|hinh thuc|thoi gian|tien do|bien phap|phuong phap|cach thuc|dia diem|thanh phan|quy trinh|cac buoc)\b/

/**
 * An item followed only by paragraphs is their heading if it names an agency or a theme; otherwise they only add to it.
 */
export function isHeadingOf(item: Item, paragraphs: readonly Item[]): boolean {
  const { passage, from } = item
  const order = orderOf(passage, from, passage.text.length)
  if (order.isName || /:\s*$/.test(passage.text)) return true
  if (order.lead.length > 0 && order.acts) return false
  const first = (paragraphs[0] as Item).passage
  const below = orderOf(first, 0, first.text.length)
  const isFollowed = below.lead.length > 0
  // "a) Kiểm tra sau kết nối" above "Các trường đối soát …": the sentence below has an act of its own.
  if (isPoint(item))
    return isFollowed && (!order.acts || below.acts) && isHeadingText(passage, from) && !/[.;]$/.test(passage.text)
  if (isFollowed && passage.text.length < 300) return true
  return isHeadingText(passage, from) && !(order.acts && /\.$/.test(passage.text))
}

/**
 * Paragraphs that are never an order, regardless of their words: legal bases, addressees, notes, references to annexes.
 */
const APPARATUS =
  /^(?:\(\*+\)|(?:nghi quyet|quyet dinh|thong tu|ke hoach|quy dinh|quy che) nay thay the |can cu (?:luat|nghi|quyet|chi thi|thong tu|ke hoach|bo luat|phap lenh|hien phap|ket luan|van ban|cong van)(?! (?:nay|tren|neu tren)\b)|xet de nghi|theo de nghi|noi nhan|kinh gui|tren day la|xem them|tran trong|(?:\W{1,3}\s)?luu y:|ghi chu|thuc hien (?:luat|nghi quyet|nghi dinh|chi thi|quyet dinh|ke hoach|cong van|cong dien|chuong trinh|thong bao|ket luan)[^.]*(?:nhu sau|sau day|sau)\s*:?$|\(?chi tiet (?:tai )?phu luc|\((?:ban hanh )?kem theo|\([^()]{0,300}\)[\s./]*$|\[\.\.\.\]|(?:\[[a-z]{2,8}\] ?)?\[(?:ban (?:trich|sao|quet|chup|goi)|trich )[^[\]]{10,400}\])/
const FORMULA =
  /^(?:trong qua trinh [^.;]{0,80}\b(?:vuong mac|kho khan|phat sinh|chua phu hop)\b|[^.;]{0,80}nay co hieu luc (?:thi hanh )?(?:ke )?tu|ban hanh kem theo (?:quyet dinh|thong tu|ke hoach)|phe duyet kem theo|(?:bai bo|thay the) (?=[^.;]{0,60}\b(?:so:? ?\d|(?:dieu|khoan|diem|muc|phu luc|phan) (?:\d|[ivx]+\b|[a-z]\b)|cum tu|truoc day|trai voi|nay|\d+\/)))|chiu trach nhiem (?:to chuc )?thi hanh (?:quyet dinh|chi thi|nghi quyet|ke hoach|thong tu|nghi dinh)|tran trong cam on|duoc bo tri tu nguon|xin cam on|de nghi (?:cac|quy) (?:co quan|don vi|dia phuong|bo)[^.;]{0,80}quan tam[^.;]{0,30}thuc hien\W*$|thong bao (?:de|cho|den) (?:cac|quy)[^.]{0,80}(?:biet|thuc hien)/
/** A formula is near the start of its paragraph; long paragraphs are not searched to the end. */
const FORMULA_REACH = 2_000

/** The end of the recitals: who issues the act. A plan that gives the same work says by when, or marks it as an item. */
const RECITAL =
  /^(?:thu tuong chinh phu|chinh phu|bo truong|uy ban nhan dan|hoi dong nhan dan|chu tich|tong giam doc|ban thuong vu|uy ban thuong vu)[a-z, ]{0,80}? ban hanh (?:nghi quyet|nghi dinh|quyet dinh|thong tu|chi thi)(?:[.:;\s]*$| (?:quy dinh|ve|sua doi|bai bo|ban hanh|cong bo|phe duyet)\b(?![^.]*\d))/
const CLOSING =
  /^(?:trong )?qua trinh (?:to chuc |trien khai )?(?:thuc hien|trien khai)[^.;]{0,40}\b(?:vuong mac|kho khan|phat sinh|chua phu hop)\b/

/** "Trong quá trình thực hiện nếu có khó khăn, các đơn vị báo cáo …": the close of a document, wherever it stands. */
export function isClosing(passage: Passage, from: number): boolean {
  return CLOSING.test(passage.plain.slice(from, from + 160))
}

export function isApparatus(passage: Passage, from = 0): boolean {
  return isApparatusFrom(passage, from, passage.text.length)
}

/** Asked where tasks are drafted and again where an order gave none. */
const isApparatusFrom = remembered((passage, from): boolean => {
  const folded = passage.plain.slice(from, from + FORMULA_REACH)
  return APPARATUS.test(folded) || FORMULA.test(folded) || (from === 0 && RECITAL.test(folded))
})
