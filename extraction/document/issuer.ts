import { isCapitals } from '../blocks/capitals.ts'
import { signerIn } from '../blocks/edge-lines.ts'
import type { Paragraph } from '../blocks/fragments.ts'
import type { DocumentParts } from '../blocks/parts.ts'
import { key } from '../language/fold.ts'
import type { Passage } from '../language/passage.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import type { DocumentFields, Span } from '../shapes.ts'
import { isUnitAt } from '../units/units.ts'
import { headText, isMotto } from './header.ts'
import { officialCase } from './names.ts'
import { issuerOfNotation, placeOfNumber, typeOfHeading } from './notation.ts'
import type { Note } from './note.ts'

const UNIT_LINE =
  /^(?:bo|uy ban nhan dan|ubnd|van phong|thu tuong|chinh phu|so|tong cuc|cuc|ban(?! hanh\b|$)|tinh uy|thanh uy|dang doan|ban can su|hoi dong|hdnd|thanh tra|ngan hang|quoc hoi|to cong tac|to giup viec|bao hiem|kho bac|dang uy|uy ban|vien|dai hoc|truong|trung tam|huyen uy|quan uy|cong an|kiem toan|tap doan|tong cong ty|chi cuc|vu|bch|bcd|ban chap hanh|dang bo|chi bo|mat tran|ubmttq|tieu ban|phong|lien doan|tinh doan|doan|hoi|cong ty|chi nhanh|doan dai bieu|chu tich|bo truong|giam doc|toa an|trung uong|benh vien|hoc vien|nha xuat ban|dai (?:phat thanh|truyen hinh|tieng noi)|bao tang|thu vien|vuon quoc gia|hiep hoi|lien minh|lien hiep|tong lien doan|hop tac xa|xi nghiep|nha may|lanh su|dai su)\b/

/** The issuer: the last agency named in the header, else from the notation or from a report on the document. */
export function readIssuer(fields: DocumentFields, head: readonly Paragraph[], parts: DocumentParts, note: Note): void {
  const numberAt = head.findIndex(
    ({ passage }) =>
      fields.found.number &&
      passage.span().start <= fields.found.number.span.start &&
      passage.span().end >= fields.found.number.span.end,
  )
  const lines = head.slice(0, numberAt < 0 ? 4 : Math.max(1, numberAt + 1)).slice(0, 10)
  const names: { text: string; passage: Passage }[] = []
  for (const { passage } of lines) {
    const text = headText(passage.text)
    if (text === '' || isMotto(passage) || /^(?:số|v\/v|tên cơ quan)(?=[\s:]|$)/.test(passage.lower)) continue
    if (TERM.test(passage.plain)) continue
    if (!isCapitals(text) || typeOfHeading(text) || /^dang cong san viet nam\b/.test(passage.plain)) continue
    const last = names.at(-1)
    const isCentral = last?.text === 'BAN CHẤP HÀNH' && /^trung uong\b/.test(passage.plain)
    if (last && (!UNIT_LINE.test(passage.plain) || isTorn(last.text) || isCentral)) last.text += ` ${text}`
    else if (last || UNIT_LINE.test(passage.plain)) names.push({ text, passage })
  }
  const own = names.at(-1)
  const signed = own && signedBy(head, own.text)
  if (signed) {
    fields.issuer = signed.name
    note('issuer', signed.span, 0.85)
    return
  }
  if (own) {
    const central = CENTRAL.test(own.text) ? centralBody(head) : null
    fields.issuer = central?.name ?? issuerCase(nameOf(names.map(({ text }) => text)), fields.place)
    note('issuer', central?.span ?? own.passage.span(), 0.95)
    return
  }
  const sender = senderOf(parts.all.slice(0, 20))
  if (sender) {
    fields.issuer = issuerCase(sender.name, fields.place)
    note('issuer', sender.span, 0.9)
    return
  }
  const byNumber = fields.number ? issuerOfNotation(fields.number) : null
  if (fields.number && /-(?:KL|TB|CT|NQ|QĐ)\/TW$/.test(fields.number) && centralDecider(fields, parts, note)) return
  if (byNumber) fields.issuer = byNumber
  else
    fields.issuer =
      mentionedIssuer(fields, parts, note) ??
      (fields.number && /UBND$/.test(fields.number) ? committeeOf(fields.place, parts) : null)
  if (fields.issuer && fields.found.number && !fields.found.issuer) note('issuer', fields.found.number.span, 0.8)
}

const LONGEST_NAME = 80

/** "Ký bởi: Tổng cục Thuế": the stamp of a signature says the name that recognition spoilt in the letterhead ("TONG CỤC THUÊ"). */
function signedBy(head: readonly Paragraph[], printed: string): { name: string; span: Span } | null {
  for (const { passage } of head) {
    const signer = signerIn(passage.text)
    if (!signer || signer.to - signer.from > LONGEST_NAME) continue
    const name = passage.text.slice(signer.from, signer.to)
    if (name === printed || name === name.toUpperCase() || key(name) !== key(printed)) continue
    return { name, span: passage.span(signer.from, signer.to) }
  }
  return null
}

/** "KHÓA VII, KỲ HỌP THỨ 4": the term of a council, below its name. */
const TERM = /^khoa (?:thu )?[ivxlc\d]+\b|^(?:ky hop|phien hop) (?:thu|bat thuong|chuyen de)|^nhiem ky \d/

/** "BỘ TRƯỞNG BỘ Y TẾ điện:": a dispatch names its sender before those whom it addresses. */
function senderOf(head: readonly Paragraph[]): { name: string; span: Span } | null {
  for (const { passage } of head) {
    const hit = /^(.{4,90}?)(?:,)? (?:điện|ĐIỆN|gửi điện)\s?:/u.exec(passage.text)
    const name = hit?.[1] as string | undefined
    if (name && isCapitals(name) && UNIT_LINE.test(passage.plain)) return { name, span: passage.span(0, name.length) }
  }
  return null
}

/** A name that cannot end here: the next line belongs to it, though it could begin a name of its own. */
function isTorn(name: string): boolean {
  return /(?:^|\s)(?:VÀ|CỦA|TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|BAN NHÂN|THỦ TƯỚNG|VĂN PHÒNG CHÍNH|BẢO HIỂM|MẶT TRẬN TỔ|HỘI ĐỒNG|CHỈ ĐẠO|BAN QUẢN LÝ|[-–,])$/u.test(
    name,
  )
}

/** The letterhead that the Political Bureau and the Secretariat use; only the title says which of them decided. */
const CENTRAL = /^BAN CHẤP HÀNH TRUNG ƯƠNG$/u

function centralBody(head: readonly Paragraph[]): { name: string; span: Span } | null {
  for (const { passage } of head) {
    const hit = /(?:^|\s)CỦA (BỘ CHÍNH TRỊ|BAN BÍ THƯ)(?!\p{L})/u.exec(passage.text)
    if (!hit) continue
    const end = hit.index + hit[0].length
    return {
      name: hit[1] === 'BAN BÍ THƯ' ? 'Ban Bí thư' : 'Bộ Chính trị',
      span: passage.span(end - hit[1]!.length, end),
    }
  }
  return null
}

/** "Bộ Chính trị, Ban Bí thư giao Đảng ủy Chính phủ …": who decided, as a report on a conclusion says. */
function centralDecider(fields: DocumentFields, parts: DocumentParts, note: Note): boolean {
  for (const { passage } of parts.all.slice(0, 20)) {
    const hit =
      /(?:Bộ Chính trị(?:, Ban Bí thư)?|Ban Bí thư) (?=giao |yêu cầu |kết luận |thống nhất |đã )|(?<=\/TW(?:,? ngày [\d/]{8,10})? của )(?:Bộ Chính trị|Ban Bí thư)(?!\p{L})/u.exec(
        passage.text,
      )
    if (!hit) continue
    fields.issuer = hit[0].trim()
    note('issuer', passage.span(hit.index, hit.index + fields.issuer.length), 0.7)
    return true
  }
  return false
}

/** Nouns after which the name of an agency goes on with what it is for. */
const NOUN =
  /^(?:tổng cục|chi cục|cục|vụ|phòng|viện|học viện|trung tâm|trường|liên đoàn|công ty|hội(?! đồng))\s(?=\p{Ll})/iu

/**
 * The name of an agency in official case. What it is for begins with a capital, each part of it ("Cục Thủy lợi và Xây
 * dựng công trình"), which a name in capitals does not show.
 */
function issuerCase(printed: string, place: string | null): string {
  const name = officialCase(printed, place)
  const noun = name === printed ? null : NOUN.exec(name)
  if (!noun) return name
  const field = name.slice(noun[0].length).split(/(, | và )/)
  return (
    noun[0] +
    field
      .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
      .join('')
      .replaceAll(' Và ', ' và ')
  )
}

/** Offices inside another agency, which say nothing without its name. */
const INNER_OFFICE =
  /^(?:VĂN PHÒNG|BAN THƯỜNG TRỰC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|[UỦ][YỶ] BAN KIỂM TRA|BAN TỔ CHỨC|BAN TUYÊN GIÁO(?: VÀ DÂN VẬN)?|BAN NỘI CHÍNH|BAN DÂN VẬN|THƯỜNG TRỰC|THANH TRA)$/u

const COMMITTEE_OF = /^(?:UBND|[UỦ][YỶ] BAN NHÂN DÂN) ((?:TỈNH|THÀNH PHỐ) .{2,40})$/u

/**
 * "UBND TỈNH AN BÌNH" above "VĂN PHÒNG" is the office of that committee, and above "SỞ Y TẾ" the department
 * of that province.
 */
function nameOf(names: readonly string[]): string {
  const own = names.at(-1)!.replace(/\s+/g, ' ').trim()
  const above = names.at(-2)
  if (above && INNER_OFFICE.test(own)) return `${own} ${above}`
  const place = above && /^SỞ |^BAN QUẢN LÝ /u.test(own) ? COMMITTEE_OF.exec(above)?.[1] : undefined
  return place && !own.includes(place) ? `${own} ${place}` : own
}

/** "Chủ tịch Ủy ban nhân dân tỉnh X đã ký Chỉ thị số …": the issuer as a report on the document names it. */
function mentionedIssuer(fields: DocumentFields, parts: DocumentParts, note: Note): string | null {
  if (!fields.number) return null
  for (const { passage } of parts.all.slice(0, 20)) {
    const at = placeOfNumber(passage, fields.number)
    if (at < 0) continue
    const act = /\s(?:đã |vừa )?(?:ký|ban hành|có)(?: ban hành)?\s[^,.;]{0,40}$/iu.exec(passage.text.slice(0, at))
    if (!act) continue
    const words = wordsOf(passage)
    for (let w = wordAt(words, act.index) - 1; w >= 0 && act.index - words[w]!.start < 90; w--) {
      if (
        !isUnitAt(passage, w) ||
        /[\p{L}\d]\s$/u.test(passage.text.slice(Math.max(0, words[w]!.start - 2), words[w]!.start))
      )
        continue
      note('issuer', passage.span(words[w]!.start, act.index), 0.7)
      return passage.text.slice(words[w]!.start, act.index).trim()
    }
  }
  return null
}

/** Centrally run cities; all other place names are provinces. */
const CITIES = /^(?:Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Huế|(?:TP\.?\s*)?Hồ Chí Minh|Thành phố Hồ Chí Minh)$/iu

function committeeOf(place: string | null, parts: DocumentParts): string | null {
  for (const { passage } of parts.all.slice(0, 40)) {
    const hit =
      /Ủy ban nhân dân ((?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)\s+(?:\p{Lu}\p{L}*[\s-]?){1,4})/iu.exec(
        passage.text.normalize('NFC'),
      )
    if (hit && place && hit[1]!.toLowerCase().includes(place.toLowerCase()))
      return `Ủy ban nhân dân ${
        officialCase(`${hit[1]!.split(' ')[0]} `)
          .trim()
          .toLowerCase() === 'thành'
          ? 'thành phố'
          : hit[1]!.split(' ')[0]!.toLowerCase()
      } ${place}`
  }
  if (!place) return null
  return `Ủy ban nhân dân ${CITIES.test(place) ? 'thành phố' : 'tỉnh'} ${place.replace(/^TP\.?\s*/i, '')}`
}
