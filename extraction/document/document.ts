import { isCapitals } from '../blocks/capitals.ts'
import type { Paragraph } from '../blocks/fragments.ts'
import type { DocumentParts } from '../blocks/parts.ts'
import { isoDay } from '../deadlines/days.ts'
import type { Citation, DocumentFieldName, DocumentFields, Span, Urgency } from '../shapes.ts'
import { readAttributes } from './attributes.ts'
import { readBases } from './bases.ts'
import { citationsIn } from './citations.ts'
import { isDisclaimer, OWN_DAY, OWN_NUMBER, PLACE_DAY } from './header.ts'
import { readIssuer } from './issuer.ts'
import { isLetterNotation, NOTATION, placeOfNumber, repairNotation, typeOfHeading, typeOfNotation } from './notation.ts'
import type { Note } from './note.ts'
import { closingOf } from './signature.ts'
import { readSubject } from './subject.ts'

/** Reads the document's fields from its header, title, legal bases and signature. */
export function documentOf(parts: DocumentParts): DocumentFields {
  const fields: DocumentFields = {
    number: null,
    type: null,
    issuer: null,
    place: null,
    issuedOn: null,
    subject: null,
    signer: null,
    signerTitle: null,
    effectOn: null,
    urgency: null,
    recipients: [],
    legalBases: [],
    implements: [],
    found: {},
  }
  const note = (name: DocumentFieldName, span: Span, confidence: number): void => {
    fields.found[name] = { span, confidence }
  }
  const head = parts.front.filter(({ passage }) => !isDisclaimer(passage)).slice(0, 40)
  readNumber(fields, head, parts, note)
  readDay(fields, head, parts, note)
  readType(fields, head, parts, note)
  readSubject(fields, parts, note)
  readIssuer(fields, head, parts, note)
  readAttributes(fields, parts, note)
  readEnclosing(fields, parts, note)
  readUrgency(fields, head, note)
  readBases(fields, parts)
  readClosing(fields, parts, note)
  readEffect(fields, parts, note)
  return fields
}

const ANOTHER = 'nghi quyet|quyet dinh|chi thi|ke hoach|cong van|thong bao|nghi dinh|thong tu|ket luan|luat'
/** The number after these is that of another document; below a line that is the type alone it is the document's own. */
const OF_ANOTHER = new RegExp(`(?:${ANOTHER})[^\\S\\n]*$|[a-z,] (?:${ANOTHER})\\s*\\n$`)

function readNumber(fields: DocumentFields, head: readonly Paragraph[], parts: DocumentParts, note: Note): void {
  for (const [at, { passage }] of head.entries()) {
    if (/^(?:can cu|theo|xet|thuc hien)/.test(passage.plain) || passage.text.length > 220) continue
    const hit = OWN_NUMBER.exec(passage.text)
    // "ĐOÀN KIỂM TRA / THEO QUYẾT ĐỊNH / SỐ 1050/QĐ-SỞ": of the act that set up the body.
    const before = `${head[at - 1]?.passage.plain.slice(-40) ?? ''}\n${passage.plain.slice(0, hit?.index)}`
    if (!hit || OF_ANOTHER.test(before)) continue
    const from = hit.index + hit[0].length - (hit[1] as string).length
    fields.number = repairNotation(hit[1] as string)
    note('number', passage.span(from, from + (hit[1] as string).length), 0.97)
    return
  }
  const mentioned = mentionedNumber(parts)
  if (!mentioned) return
  fields.number = mentioned.number
  note('number', mentioned.span, 0.7)
}

/** "(Kèm theo Quyết định số 12/QĐ-TTg ngày 24 tháng 01 năm 2025 của Thủ tướng Chính phủ)" */
const ENCLOSED =
  /(?:^|\()\W*(?:ban hành )?kèm theo (?:[^().;]{4,60} tại )?(nghị quyết|quyết định|chỉ thị|kế hoạch|công điện|công văn|thông báo|kết luận|chương trình(?: hành động)?) (?:số:?\s?)?(\d{1,5}[a-z]?\s?(?:\/\s?(?:19|20)\d{2}\s?)?[/-]\s?\p{L}[\p{L}\d&]{0,12}(?:[-–/]\p{L}[\p{L}\d&]{0,14}){0,3}|\d{1,5} \p{L}{2,4}\/\p{L}{2})\s+ngày\s*(\d{1,2})\s*(?:tháng\s*|[/.-]\s?)(\d{1,2})\s*(?:năm\s*|[/.-]\s?)(\d{4})(?:\s+của\s+([^().;]{3,80}))?/iu

/** An annex that was copied without its document says below its title with which document it was issued. */
function readEnclosing(fields: DocumentFields, parts: DocumentParts, note: Note): void {
  if (fields.number !== null) return
  for (const { passage } of parts.all.slice(0, 80)) {
    const hit = ENCLOSED.exec(passage.text)
    // A document with a type of its own says with what it was issued, not what it is.
    if (hit && fields.type !== null && fields.type.toLowerCase() !== hit[1]!.toLowerCase()) return
    const day = hit && isoDay(Number(hit[5]), Number(hit[4]), Number(hit[3]))
    if (!hit || !day) continue
    const span = passage.span(hit.index, hit.index + hit[0].length)
    const type = `${hit[1]!.charAt(0).toUpperCase()}${hit[1]!.slice(1).toLowerCase()}`
    fields.number = repairNotation(hit[2]!.replace(/(\d) (?=\p{L})/u, '$1-'))
    fields.type = type
    fields.issuedOn = day
    fields.issuer ??= hit[6]?.trim() ?? null
    for (const name of ['number', 'type', 'issuedOn'] as const) note(name, span, 0.8)
    if (fields.issuer && !fields.found.issuer) note('issuer', span, 0.8)
    return
  }
}

/** A report on a document names it where it states that it was issued, or its kind and number in the title. */
function mentionedNumber(parts: DocumentParts): Citation | null {
  const early = parts.all.slice(0, 12)
  const title = TITLED.exec(early[0]?.passage.plain ?? '')?.[0].replace(NUMBER_WORD, '')
  for (const { passage } of early) {
    for (const hit of passage.text.matchAll(NOTATION)) {
      const before = passage.plain.slice(Math.max(0, hit.index - 70), hit.index)
      const isTitled = title !== undefined && `${before}${hit[1]}`.replace(NUMBER_WORD, '').endsWith(title)
      if (!isTitled && !ISSUES.test(before)) continue
      return (
        citationsIn(passage, hit.index, hit.index + hit[0].length)[0] ?? {
          number: repairNotation(hit[0]),
          type: null,
          issuedOn: null,
          span: passage.span(hit.index, hit.index + hit[0].length),
        }
      )
    }
  }
  return null
}

const KINDS = 'nghi quyet|quyet dinh|chi thi|cong dien|ke hoach|thong bao|ket luan|cong van'
const ISSUES = new RegExp(
  `(?:da ky|da ban hanh|vua ky|vua ban hanh|ban hanh|da co|ky|co|(?:da |vua )?(?:ra|phat hanh|gui)|toan van|\\()\\s*(?:${KINDS}|van ban)[a-z ]{0,20}$`,
)
const NUMBER_WORD = /\bso (?=\d)/
/** "Kết luận 155: Khẩn trương ban hành chính sách …" */
const TITLED = new RegExp(`^\\W*(?:[a-z]+ ){0,3}?(?:${KINDS}) (?:so )?\\d{1,5}(?=\\s?[:,-]| ve | cua )`)

/** "An Bình, ngày     tháng 6 năm 2026": the day is still to be filled in, so no other day of the text is taken. */
const BLANK_DAY =
  /(?<![\p{L}-])((?:TP\.?\s?|Thành phố\s)?\p{Lu}\p{Ll}*(?:[\s-]\p{Lu}\p{Ll}+){0,4})\s*,\s*ngày[\s.…_]*(?:tháng[\s.…_]*\d{0,2}[\s.…_]*năm[\s.…_]*(?:20\d\d)?)/u
const ANY_DAY = /ngày\s*(\d{1,2})(?:\s*tháng\s*|\s?[/.-]\s?)(\d{1,2})(?:\s*năm\s*|\s?[/.-]\s?)(\d{4})/iu

function readDay(fields: DocumentFields, head: readonly Paragraph[], parts: DocumentParts, note: Note): void {
  for (const { passage } of head) {
    if (/^(?:can cu|theo de nghi)/.test(passage.plain)) continue
    const hit = PLACE_DAY.exec(passage.text)
    const day = hit && isoDay(Number(hit[4]), Number(hit[3]), Number(hit[2]))
    if (!hit || !day) continue
    fields.place = hit[1] as string
    fields.issuedOn = day
    note('place', passage.span(hit.index, hit.index + (hit[1] as string).length), 0.95)
    note('issuedOn', passage.span(hit.index + hit[0].toLowerCase().indexOf('ngày'), hit.index + hit[0].length), 0.97)
    return
  }
  const blank = head.map(({ passage }) => ({ passage, hit: BLANK_DAY.exec(passage.text) })).find(({ hit }) => hit)
  if (blank?.hit) {
    fields.place = blank.hit[1] as string
    note('place', blank.passage.span(blank.hit.index, blank.hit.index + fields.place.length), 0.9)
    return
  }
  for (const { passage } of head) {
    if (passage.text.length > 40) continue
    const hit = OWN_DAY.exec(passage.text)
    const day = hit && isoDay(Number(hit[3]), Number(hit[2]), Number(hit[1]))
    if (!day) continue
    fields.issuedOn = day
    note('issuedOn', passage.span(), 0.85)
    return
  }
  for (const { passage } of [...head, ...parts.all.slice(0, 60)]) {
    const at = fields.number ? placeOfNumber(passage, fields.number) : -1
    const hit = ANY_DAY.exec(passage.text)
    if (!hit) continue
    const day = isoDay(Number(hit[3]), Number(hit[2]), Number(hit[1]))
    const near = at >= 0 && Math.abs(at - hit.index) < 120
    if (!day || !(near || (/^ngay\b/.test(passage.plain.slice(hit.index, hit.index + 5)) && at >= 0))) continue
    fields.issuedOn = day
    note('issuedOn', passage.span(hit.index, hit.index + hit[0].length), 0.7)
    return
  }
}

function readType(fields: DocumentFields, head: readonly Paragraph[], parts: DocumentParts, note: Note): void {
  for (const { passage } of head) {
    const found = typeOfHeading(passage.text)
    if (!found || /^(?:can cu|theo)/.test(passage.plain)) continue
    const word = passage.text.slice(0, found.length)
    if (!isCapitals(word)) continue
    fields.type = found.type
    note('type', passage.span(0, found.length), 0.97)
    break
  }
  // Only a letter says "V/v"; the first letters of its number may then be those of an office ("1234/CT-NVT").
  const isLetter = !fields.type && head.some(({ passage }) => ABOUT.test(passage.plain)) && parts.addressees.length > 0
  const byNumber = fields.number && !isLetter ? typeOfNotation(fields.number) : null
  if (
    byNumber &&
    (!fields.type || (fields.type !== byNumber && fields.type === 'Kế hoạch' && byNumber === 'Quyết định'))
  )
    fields.type = byNumber
  if (!fields.type && fields.number && (isLetter || isLetterNotation(fields.number))) fields.type = 'Công văn'
  if (!fields.type) readTypeOfLetter(fields, head, parts, note)
  if (fields.type && !fields.found.type && fields.found.number) note('type', fields.found.number.span, 0.85)
}

/** The subject of a letter: "V/v kiểm tra bến đò". */
const ABOUT = /^\W{0,3}v\s?\/\s?v\b/

/** "Số:      /KH-UBND": the number is still to be filled in; its letters already state the type. */
const BLANK_NUMBER =
  /(?:^|[\s(])số\s*:?[\s.…_]*([/-]\s?\p{Lu}[\p{L}\d&]{0,12}(?:\s?[-–/]\s?\p{Lu}[\p{L}\d&]{0,14}){0,3})/iu

/** A document without the name of a type is a công văn; its subject ("V/v …") or its addressees show that it is one. */
function readTypeOfLetter(fields: DocumentFields, head: readonly Paragraph[], parts: DocumentParts, note: Note): void {
  for (const { passage } of head) {
    const blank = passage.text.length < 200 ? BLANK_NUMBER.exec(passage.text) : null
    const type = blank ? typeOfNotation(`1${(blank[1] as string).replace(/\s+/g, '')}`) : null
    if (!type) continue
    fields.type = type
    note('type', passage.span(blank!.index, blank!.index + blank![0].length), 0.85)
    return
  }
  const about = head.find(({ passage }) => ABOUT.test(passage.plain))
  const sign = about ?? parts.addressees.find(({ passage }) => /^\W*kinh gui\b/.test(passage.plain))
  if (!sign) return
  fields.type = 'Công văn'
  note('type', sign.passage.span(), 0.8)
}

const URGENCIES: [RegExp, Urgency][] = [
  [/^\W*hoa toc hen gio/, 'Hỏa tốc hẹn giờ'],
  [/^\W*hoa toc\W*$/, 'Hỏa tốc'],
  [/^\W*thuong khan\W*$/, 'Thượng khẩn'],
  [/^\W*khan\W*$/, 'Khẩn'],
]

function readUrgency(fields: DocumentFields, head: readonly Paragraph[], note: Note): void {
  for (const { passage } of head.slice(0, 25)) {
    for (const [pattern, urgency] of URGENCIES) {
      const mark = passage.plain.replace(/^\W*(?:do khan|muc do khan|do khan cap)\s*:\s*/, '')
      if (!pattern.test(mark) || passage.text.length > 40) continue
      fields.urgency = urgency
      note('urgency', passage.span(), 0.9)
      return
    }
  }
}

function readClosing(fields: DocumentFields, parts: DocumentParts, note: Note): void {
  const closing = closingOf(parts)
  fields.recipients = closing.recipients
  if (closing.recipientsSpan) note('recipients', closing.recipientsSpan, 0.9)
  if (closing.signerTitle) {
    fields.signerTitle = closing.signerTitle.value
    note('signerTitle', closing.signerTitle.span, 0.85)
  }
  if (closing.signer) {
    fields.signer = closing.signer.value
    note('signer', closing.signer.span, 0.85)
  }
}

function readEffect(fields: DocumentFields, parts: DocumentParts, note: Note): void {
  for (const { passage } of parts.all) {
    const hit =
      /co hieu luc (?:thi hanh )?(?:ke )?tu ngay (ky|ban hanh|(\d{1,2})(?: thang |\/)(\d{1,2})(?: nam |\/)(\d{4}))/.exec(
        passage.plain,
      )
    if (!hit || !/(?:nay|^)\s*co hieu luc/.test(passage.plain.slice(Math.max(0, hit.index - 5), hit.index + 11)))
      continue
    fields.effectOn = hit[2] ? isoDay(Number(hit[4]), Number(hit[3]), Number(hit[2])) : fields.issuedOn
    if (fields.effectOn) note('effectOn', passage.span(hit.index, hit.index + hit[0].length), 0.9)
    return
  }
}
