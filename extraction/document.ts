import { citationsIn, distinct } from './citations.ts'
import { isoDay } from './days.ts'
import type { Paragraph } from './flow.ts'
import { isCapitals } from './flow.ts'
import { markOf } from './marks.ts'
import { officialCase } from './names.ts'
import {
  isLetterNotation,
  issuerOfNotation,
  NOTATION,
  repairNotation,
  typeOfHeading,
  typeOfNotation,
} from './notation.ts'
import type { DocumentParts } from './parts.ts'
import type { Passage } from './passage.ts'
import type { Citation, DocumentFieldName, DocumentFields, Span, Urgency } from './shapes.ts'
import { isUnitAt } from './units.ts'
import { wordAt, wordsOf } from './words.ts'

const MOTTO =
  /c[oộ]ng\s+h[oòóa-ỹ]{1,3}\s+x[aã]\s+h[oộ]i\s+ch[uủ]\s+ngh[iĩ]a\s+vi[eệ]t\s+nam|đ[oộ]c\s+l[aậ]p\s*[-–]\s*t[uự]\s+do\s*[-–]\s*h[aạ]nh\s+ph[uú]c/giu

/** Reads what the document says of itself, from its header, title, legal bases and signature. */
export function documentOf(parts: DocumentParts): DocumentFields {
  const fields: DocumentFields = {
    number: null, type: null, issuer: null, place: null, issuedOn: null, subject: null, signer: null, signerTitle: null,
    effectOn: null, urgency: null, recipients: [], legalBases: [], implements: [], found: {},
  } // biome-ignore format: a row of empty fields
  const note = (name: DocumentFieldName, span: Span, confidence: number): void => {
    fields.found[name] = { span, confidence }
  }
  const head = parts.front.slice(0, 40)
  readNumber(fields, head, parts, note)
  readDay(fields, head, parts, note)
  readType(fields, head, note)
  readSubject(fields, parts, note)
  readIssuer(fields, head, parts, note)
  readUrgency(fields, head, note)
  readBases(fields, parts)
  readSignature(fields, parts, note)
  readEffect(fields, parts, note)
  return fields
}

type Note = (name: DocumentFieldName, span: Span, confidence: number) => void

const OWN_NUMBER =
  /(?:^|[\s|])số\s*:?\s*(\d{1,5}[a-zA-Z]?\s?(?:\/\s?(?:19|20)\d{2}\s?)?[/-]\s?\p{Lu}[\p{L}\d&]{0,12}(?:\s?[-–/]\s?\p{Lu}[\p{L}\d&]{0,14}){0,3})/iu

function readNumber(fields: DocumentFields, head: readonly Paragraph[], parts: DocumentParts, note: Note): void {
  for (const { passage } of head) {
    if (/^(?:can cu|theo|xet|thuc hien)/.test(passage.plain) || passage.text.length > 220) continue
    const hit = OWN_NUMBER.exec(passage.text)
    if (
      !hit ||
      /(?:nghi quyet|quyet dinh|chi thi|ke hoach|cong van|thong bao|nghi dinh|thong tu|ket luan|luat)\s*$/.test(
        passage.plain.slice(0, hit.index),
      )
    )
      continue
    const from = hit.index + hit[0].length - (hit[1] as string).length
    fields.number = repairNotation(hit[1] as string)
    note('number', passage.span(from, from + (hit[1] as string).length), 0.97)
    return
  }
  const told = toldNumber(parts)
  if (!told) return
  fields.number = told.number
  note('number', told.span, 0.7)
}

/** A report on a document names it: in the title, or where it says that it was issued. */
function toldNumber(parts: DocumentParts): Citation | null {
  const early = parts.all.slice(0, 12)
  for (const { passage } of early) {
    for (const hit of passage.text.matchAll(NOTATION)) {
      const before = passage.plain.slice(Math.max(0, hit.index - 70), hit.index)
      if (
        /(?:da ky|da ban hanh|vua ky|vua ban hanh|ban hanh|da co|ky|co|\()\s*(?:nghi quyet|quyet dinh|chi thi|cong dien|ke hoach|thong bao|ket luan|cong van|van ban)[a-z ]{0,20}$/.test(
          before,
        )
      ) {
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
  }
  return null
}

const PLACE_DAY =
  /(?<![\p{L}-])((?:TP\.?\s?|Thành phố\s)?\p{Lu}\p{Ll}*(?:[\s-]\p{Lu}\p{Ll}+){0,4})\s*,\s*ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/u
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
  for (const { passage } of [...head, ...parts.all.slice(0, 60)]) {
    const at = fields.number ? passage.text.indexOf(fields.number) : -1
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

function readType(fields: DocumentFields, head: readonly Paragraph[], note: Note): void {
  for (const { passage } of head) {
    const found = typeOfHeading(passage.text)
    if (!found || /^(?:can cu|theo)/.test(passage.plain)) continue
    const word = passage.text.slice(0, found.length)
    if (!isCapitals(word)) continue
    fields.type = found.type
    note('type', passage.span(0, found.length), 0.97)
    break
  }
  const byNumber = fields.number ? typeOfNotation(fields.number) : null
  if (
    byNumber &&
    (!fields.type || (fields.type !== byNumber && fields.type === 'Kế hoạch' && byNumber === 'Quyết định'))
  )
    fields.type = byNumber
  if (!fields.type && fields.number && isLetterNotation(fields.number)) fields.type = 'Công văn'
  if (fields.type && !fields.found.type && fields.found.number) note('type', fields.found.number.span, 0.85)
}

const STOPS_SUBJECT =
  /^(?:can cu|kinh gui|dieu \d|xet |theo de nghi|phan |chuong |thu tuong chinh phu$|bo truong|chu tich|chinh phu$|uy ban nhan dan|thuc hien (?:nghi|quyet|chi|luat|ke|cong|thong|ket|van)|\(ban hanh|noi nhan|so\s*:|ngay |trong thoi gian|nham |de |qua |hien nay|thoi gian qua|tong giam doc|cuc truong|thong doc|giam doc|ban chi dao)/

function readSubject(fields: DocumentFields, parts: DocumentParts, note: Note): void {
  const lines = parts.front
  const aboutAt = lines.findIndex(({ passage }) => /^v\s?\/\s?v\b/.test(passage.plain))
  if (aboutAt >= 0) {
    takeSubject(fields, lines.slice(aboutAt), 0, note)
    return
  }
  const titleAt = lines.findIndex(({ passage }) => {
    const found = typeOfHeading(passage.text)
    return found !== null && isCapitals(passage.text.slice(0, found.length))
  })
  if (titleAt >= 0) {
    const { passage } = lines[titleAt]!
    const length = typeOfHeading(passage.text)!.length
    const rest = /^[\s:.,-]*/.exec(passage.text.slice(length))![0].length + length
    const own = passage.text.slice(rest).replace(/^(?:của|CỦA)\s.*$/u, '')
    if (own !== '') takeSubject(fields, lines.slice(titleAt), rest, note)
    else takeSubject(fields, lines.slice(titleAt + 1), 0, note)
    if (fields.subject) return
  }
  toldSubject(fields, parts, note)
}

/** The subject runs over further lines only while they go on in capitals as it began, or in the middle of a sentence. */
function takeSubject(fields: DocumentFields, lines: readonly Paragraph[], from: number, note: Note): void {
  const taken: { text: string; span: Span }[] = []
  for (const [index, { passage }] of lines.slice(0, 10).entries()) {
    const start = index === 0 ? from : 0
    const text = passage.text.slice(start).trim()
    if (text === '' || /^\(/.test(text) || isHeaderLine(passage)) continue
    if (taken.length > 0) {
      const goesOn = isCapitals(taken[0]!.text) ? isCapitals(text) : /^\p{Ll}/u.test(text)
      if (!goesOn || STOPS_SUBJECT.test(passage.plain) || markOf(passage.text) !== null || text.length > 400) break
    } else if (index > 0 && STOPS_SUBJECT.test(passage.plain) && !/^thuc hien/.test(passage.plain)) break
    taken.push({ text, span: passage.span(start) })
  }
  const subject = taken.map(({ text }) => text).join(' ')
  if (subject.length < 8 || subject.length > 1500) return
  fields.subject = officialCase(subject)
  note('subject', { start: taken[0]!.span.start, end: taken.at(-1)!.span.end }, 0.9)
}

function isHeaderLine(passage: Passage): boolean {
  return headText(passage.text).length < passage.text.length * 0.5
}

/** "… đã có Công điện 138/CĐ-TTg về tập trung …": the subject as a report tells it. */
function toldSubject(fields: DocumentFields, parts: DocumentParts, note: Note): void {
  if (!fields.number) return
  for (const { passage } of parts.all.slice(0, 20)) {
    const at = passage.text.indexOf(fields.number)
    if (at < 0) continue
    const from = at + fields.number.length
    const hit = /^[^.;]{0,40}?\s((?:về|phê duyệt|ban hành)\s[^.;]{10,400})/iu.exec(passage.text.slice(from))
    if (!hit) continue
    const start = from + hit[0].length - (hit[1] as string).length
    fields.subject = (hit[1] as string).trim()
    note('subject', passage.span(start, start + (hit[1] as string).trimEnd().length), 0.6)
    return
  }
}

const UNIT_LINE =
  /^(?:bo|uy ban nhan dan|ubnd|van phong|thu tuong|chinh phu|so|tong cuc|cuc|ban|tinh uy|thanh uy|hoi dong|thanh tra|ngan hang|quoc hoi|to cong tac|bao hiem|kho bac|dang uy|uy ban|vien|dai hoc|truong|trung tam|huyen uy|quan uy|cong an|kiem toan|tap doan|tong cong ty|chi cuc|vu|bch|ban chap hanh|dang bo)\b/

function readIssuer(fields: DocumentFields, head: readonly Paragraph[], parts: DocumentParts, note: Note): void {
  const numberAt = head.findIndex(
    ({ passage }) =>
      fields.found.number &&
      passage.span().start <= fields.found.number.span.start &&
      passage.span().end >= fields.found.number.span.end,
  )
  const lines = head.slice(0, numberAt < 0 ? 4 : Math.max(1, numberAt + 1)).slice(0, 8)
  const names: { text: string; passage: Passage }[] = []
  for (const { passage } of lines) {
    const text = headText(passage.text)
    if (text === '' || /^(?:so|v\/v|dang cong san)\b/.test(passage.plain) || !isCapitals(text) || typeOfHeading(text))
      continue
    const last = names.at(-1)
    if (last && !UNIT_LINE.test(passage.plain)) last.text += ` ${text}`
    else if (last || UNIT_LINE.test(passage.plain)) names.push({ text, passage })
  }
  const own = names.at(-1)
  if (own) {
    fields.issuer = officialCase(own.text)
    note('issuer', own.passage.span(), 0.95)
    return
  }
  const byNumber = fields.number ? issuerOfNotation(fields.number) : null
  if (byNumber) fields.issuer = byNumber
  else
    fields.issuer =
      toldIssuer(fields, parts, note) ??
      (fields.number && /UBND$/.test(fields.number) ? committeeOf(fields.place, parts) : null)
  if (fields.issuer && fields.found.number && !fields.found.issuer) note('issuer', fields.found.number.span, 0.8)
}

/** "Chủ tịch Ủy ban nhân dân tỉnh X đã ký Chỉ thị số …": who issued it, as a report tells. */
function toldIssuer(fields: DocumentFields, parts: DocumentParts, note: Note): string | null {
  if (!fields.number) return null
  for (const { passage } of parts.all.slice(0, 20)) {
    const at = passage.text.indexOf(fields.number)
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

/** What a header line says besides the national name and motto, the number and the day that may stand beside it. */
function headText(text: string): string {
  return text
    .replace(MOTTO, ' ')
    .replace(PLACE_DAY, ' ')
    .replace(OWN_NUMBER, ' ')
    .replace(/[-_=*]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Cities run by the Centre; all other places give their name to a province. */
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

function readBases(fields: DocumentFields, parts: DocumentParts): void {
  const bases: Citation[] = []
  for (const { passage } of parts.all) {
    const clean = passage.plain.replace(/^[^a-z]+/, '')
    if (
      /^can cu (?:luat|bo luat|nghi|quyet|thong|chi|ke|phap lenh|hien phap|ket luan|van ban|cong|chuong|to chuc|de an|\d)/.test(
        clean,
      )
    ) {
      const firstSentence = /\.\s+\p{Lu}/u.exec(passage.text)
      bases.push(
        ...citationsIn(
          passage,
          0,
          firstSentence && passage.text.length > 400 ? firstSentence.index : passage.text.length,
        ),
      )
    }
  }
  fields.legalBases = distinct(bases).filter((one) => one.number !== fields.number)
  fields.implements = distinct(implemented(fields, parts))
}

/** What the document carries out: named in its subject, or in the sentence by which it is issued. */
function implemented(fields: DocumentFields, parts: DocumentParts): Citation[] {
  const found: Citation[] = []
  const span = fields.found.subject?.span
  for (const { passage } of parts.all.slice(0, 60)) {
    const at = passage.span()
    const inSubject = span !== undefined && at.start >= span.start && at.end <= span.end + 1
    const issues = /^(?:dieu 1\.? )?(?:phe duyet|ban hanh|thuc hien|trien khai)\b/.test(
      passage.plain.replace(/^[^a-z]+/, '').replace(/^dieu 1[.:]?\s*/, ''),
    )
    if (!inSubject && !issues) continue
    const act = /(?:thuc hien|trien khai|thi hanh)(?: thuc hien)?\b/.exec(passage.plain)
    if (!act) continue
    const sentence = issues && !inSubject ? passage.text.search(/\.\s+\p{Lu}/u) : -1
    const mine = citationsIn(passage, act.index, sentence > act.index ? sentence : passage.text.length).filter(
      (one) => one.number !== fields.number,
    )
    found.push(...mine.filter((one, index) => index === 0 || isListed(passage, mine[index - 1]!, one)))
  }
  return found
}

/** Joined to the one before by "và" or a comma, not merely quoted in its title. */
function isListed(passage: Passage, before: Citation, one: Citation): boolean {
  const between = passage.source.slice(before.span.end, one.span.start)
  return between.length < 600 && /(?:,|;|\svà)\s+[\p{L}\s]{0,25}(?:số)?\s*$/iu.test(between)
}

const TITLE_LINE =
  /(?:^|\s)((?:KT\.|TM\.|TL\.|TUQ\.|Q\.)?\s*(?:THỦ TƯỚNG|PHÓ THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ TỊCH|PHÓ CHỦ TỊCH|CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG|BỘ TRƯỞNG, CHỦ NHIỆM|CHỦ NHIỆM|PHÓ CHỦ NHIỆM|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|PHÓ CỤC TRƯỞNG|VỤ TRƯỞNG|THỐNG ĐỐC|PHÓ THỐNG ĐỐC|TỔNG THANH TRA|BÍ THƯ|PHÓ BÍ THƯ|TỔ TRƯỞNG|TRƯỞNG BAN|PHÓ TRƯỞNG BAN)(?:[\p{Lu}\s,]*\p{Lu})?)(?=\s*$|\s+\p{Lu}\p{Ll})/u
const PERSON = /(?:^|\s{2,})(?:(?:GS|PGS|TS|ThS)\.?\s*)*((?:\p{Lu}\p{Ll}+\s+){1,4}\p{Lu}\p{Ll}+)\s*$/u

function readSignature(fields: DocumentFields, parts: DocumentParts, note: Note): void {
  const recipients: string[] = []
  let listed: Span | null = null
  for (const { passage } of parts.back) {
    const title = TITLE_LINE.exec(passage.text)
    const stop = title ? title.index : passage.text.length
    if (title && !fields.found.signerTitle) {
      fields.signerTitle = (title[1] as string).trim()
      note(
        'signerTitle',
        passage.span(title.index + title[0].length - (title[1] as string).length, passage.text.length),
        0.85,
      )
    }
    const inline = /^\W*nơi nhận\s*:?\s*/i.exec(passage.text)
    const list = inline ? passage.text.slice(inline[0].length, stop) : passage.text.slice(0, stop)
    if (inline || /^[-–+•]/.test(passage.text) || /^(?:cac|luu|nhu)\b/.test(passage.plain)) {
      for (const name of list.split(/;\s*-?\s*|(?:^|\s)[-–]\s+/)) {
        const tidy = name.replace(/^[-–+•\s]+|[\s.;,]+$/g, '')
        if (tidy.length > 1) recipients.push(tidy)
      }
      const span = passage.span()
      listed = listed ? { start: listed.start, end: span.end } : span
    }
    const person = PERSON.exec(passage.text)
    if (person && !/^[-–+•]/.test(passage.text) && !isCapitals(passage.text) && !inline && passage.text.length < 60) {
      fields.signer = (person[1] as string).trim()
      note(
        'signer',
        passage.span(
          person.index + person[0].length - (person[1] as string).length - (/\s*$/.exec(person[0])?.[0].length ?? 0),
          passage.text.length,
        ),
        0.85,
      )
    }
  }
  fields.recipients = recipients
  if (listed) note('recipients', listed, 0.9)
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
