import { isCapitals } from '../blocks/capitals.ts'
import type { Paragraph } from '../blocks/fragments.ts'
import { markOf } from '../blocks/marks.ts'
import type { DocumentParts } from '../blocks/parts.ts'
import { plain } from '../language/fold.ts'
import type { DocumentFields, Span } from '../shapes.ts'
import { authorityLength, isDisclaimer, isHeaderLine, PLACE_DAY } from './header.ts'
import { officialCase } from './names.ts'
import { placeOfNumber, typeOfHeading } from './notation.ts'
import type { Note } from './note.ts'

const STOPS_SUBJECT =
  /^(?:can cu|kinh gui|dieu \d|xet |theo de nghi|phan |chuong |thu tuong chinh phu$|bo truong|chu tich|chinh phu$|uy ban nhan dan|thuc hien (?:nghi|quyet|chi|luat|ke|cong|thong|ket|van)|\(ban hanh|noi nhan|so\s*:|ngay |trong thoi gian|nham |de |qua |hien nay|thoi gian qua|tong giam doc|cuc truong|thong doc|giam doc|ban chi dao)/

/** The subject (trích yếu): after "V/v", under the type, or from a report on the document. */
export function readSubject(fields: DocumentFields, parts: DocumentParts, note: Note): void {
  const lines = parts.front.filter(({ passage }) => !isDisclaimer(passage))
  const isLetter = fields.type === 'Công văn'
  const aboutAt = lines.findIndex(({ passage }) =>
    (isLetter ? /^(?:v\s?\/\s?v|ve viec)\b/ : /^v\s?\/\s?v\b/).test(passage.plain),
  )
  if (aboutAt >= 0) {
    takeSubject(fields, lines.slice(aboutAt), 0, parts, note)
    return
  }
  const titleAt = lines.findIndex(({ passage }) => {
    const found = typeOfHeading(passage.text)
    return found !== null && isCapitals(passage.text.slice(0, found.length))
  })
  if (titleAt >= 0) {
    const { passage } = lines[titleAt]!
    const rest = behindType(passage.text)
    const own = passage.text.slice(rest)
    const below = lines[titleAt + 1]?.passage
    if (own !== '' && !(below && isKind(own, below.text))) takeSubject(fields, lines.slice(titleAt), rest, parts, note)
    else takeSubject(fields, lines.slice(titleAt + 1), below ? authorityLength(below.text) : 0, parts, note)
    if (fields.subject) return
  }
  const bareAt = lines
    .slice(0, FIRST_LINES)
    .findIndex(({ passage }) => BARE_TITLE.test(passage.plain) && isCapitals(passage.text))
  if (bareAt >= 0) {
    takeSubject(fields, lines.slice(bareAt, bareAt + 1), 0, parts, note)
    if (fields.subject) return
  }
  mentionedSubject(fields, parts, note)
}

/** A copy whose type is left out begins with the subject. */
const BARE_TITLE = /^(?:ban hanh|phe duyet|ve viec|quy dinh|sua doi, bo sung) .{20,}/
const FIRST_LINES = 6

/** Where the subject may begin in the line of the type: behind the type and who decided ("KẾT LUẬN CỦA BỘ CHÍNH TRỊ"). */
function behindType(title: string): number {
  const { length } = typeOfHeading(title)!
  // "KẾ HOẠCH (DỰ THẢO)": a note on the copy.
  const gap = /^[\s:.,-]*(?:\((?:mẫu|dự thảo)\)\s*)?/iu.exec(title.slice(length))![0].length
  const rest = length + gap
  // "THÔNG BÁO KẾT LUẬN CỦA CHỦ TỊCH … TẠI CUỘC HỌP …" announces a conclusion, and says of whom and where.
  const conclusion = /^thông báo\s+(?=kết luận\s+của\s)/iu.exec(title)
  if (conclusion) return conclusion[0].length
  return rest + authorityLength(title.slice(rest))
}

/** Words that with the type make the name of a kind: "KẾ HOẠCH PHỐI HỢP", "CHƯƠNG TRÌNH HÀNH ĐỘNG". */
const KIND =
  /^(?:phối hợp|liên tịch|liên ngành|hành động|công tác|tổng thể|chi tiết|tổng hợp|khung|tóm tắt|kiểm tra|giám sát|kiểm tra, giám sát)$/iu

/** What stands behind the type is still its name, if the subject in other letters is below it. */
function isKind(behind: string, below: string): boolean {
  return KIND.test(behind) && !isShouted(below) && /^\p{L}/u.test(below) && !STOPS_SUBJECT.test(plain(below))
}

/** Words that a subject never ends with: it goes on in the next line, whatever that begins with. */
const TORN =
  /(?:[,–-]|(?:^|\s)(?:của|và|về|với|cho|tại|theo|các|những|được|để|nhằm|do|từ|đến|trong|trên|ngày|tháng|năm|số|thứ|tỉnh|thành phố|xã|phường|đặc khu|chủ tịch|bí thư|giám đốc|bộ trưởng|thủ tướng|thủ trưởng|ủy ban|uỷ ban|ban thường vụ|nghị quyết|quyết định|chỉ thị|kế hoạch))$/iu

/** "… Nghị quyết số 57-NQ/TW ngày 22/12/2024" goes on with whose it is and about what. */
const DAY_AT_END = /ngày \d{1,2}(?:[/.]| tháng )\d{1,2}(?:[/.]| năm )\d{4}$/iu
const OF_WHOM = /^(?:Bộ|Ban|Thủ tướng|Chính phủ|Quốc hội|Hội nghị|Tỉnh ủy|Thành ủy|Ủy ban|Hội đồng)\s.*\svề\s/u

/** "V/v triển khai thực hiện / Nghị định số …": what is carried out stands in the next line. */
const CARRIES_OUT = /(?:^|\s)(?:thực hiện|triển khai|theo|quán triệt|hướng dẫn)$/iu
const AN_ACT =
  /^(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Công điện|Công văn|Kết luận|Thông báo|Thông tư|Chương trình|Đề án|Quy định) /u

/** "… trên địa bàn tỉnh" may end a subject, and so may not decide what the next line is. */
const PLACE_NOUN = /(?:^|\s)(?:tỉnh|thành phố|xã|phường|đặc khu|năm)$/iu
const NEVER_SUBJECT = /^(?:can cu|kinh gui|dieu \d|xet |theo de nghi|noi nhan|so\s*:|\()/

/** The subject continues on further lines only while they stay in capitals like the first, or continue a sentence. */
function takeSubject(
  fields: DocumentFields,
  lines: readonly Paragraph[],
  from: number,
  parts: DocumentParts,
  note: Note,
): void {
  const taken: { text: string; span: Span }[] = []
  for (const [index, { passage }] of lines.slice(0, 10).entries()) {
    const start = index === 0 ? from : 0
    const text = passage.text.slice(start).trim()
    if (text === '' || /^\(/.test(text) || isHeaderLine(passage)) continue
    if (taken.length > 0) {
      const above = taken.at(-1)!.text
      const isTorn =
        (TORN.test(above) || (CARRIES_OUT.test(above) && AN_ACT.test(text))) &&
        !isShouted(text) &&
        !NEVER_SUBJECT.test(passage.plain)
      const isContinued = isShouted(taken[0]!.text)
        ? isShouted(text)
        : isTorn || /^(?:\p{Ll}|\d{4} ?[-–] ?\d{4})/u.test(text) || (DAY_AT_END.test(above) && OF_WHOM.test(text))
      const isOther =
        (STOPS_SUBJECT.test(passage.plain) && !(isTorn && !PLACE_NOUN.test(above))) || markOf(passage.text) !== null
      if (!isContinued || isOther || text.length > 400) break
    } else if (index > 0 && STOPS_SUBJECT.test(passage.plain) && !/^thuc hien/.test(passage.plain)) break
    taken.push({ text, span: passage.span(start) })
  }
  const subject = taken
    .map(({ text }) => text.replace(PLACE_DAY, ' ').trim())
    .filter((text) => text !== '')
    .join(' ')
  if (subject.length < 8 || subject.length > 1500) return
  fields.subject = withNames(officialCase(subject, fields.place), subject, parts).replace(/(?<=[\p{L}\d)])\.$/u, '')
  note('subject', { start: taken[0]!.span.start, end: taken.at(-1)!.span.end }, 0.9)
}

/** In capitals; one word on a line ("VỀ") is enough. */
function isShouted(text: string): boolean {
  return isCapitals(text) || (/\p{Lu}{2}/u.test(text) && text === text.toUpperCase())
}

/** How many paragraphs are searched for names that the title prints in capitals. */
const NAMES_WITHIN = 60

/** Nouns that a sentence of the text may begin with; they are no part of the name after them. */
const BEFORE_NAME = /^(?:Tỉnh|Thành phố|Huyện|Quận|Xã|Phường|Thị xã|Các|Trên|Tại|Theo|Căn|Ngày|Giao|Yêu|Trong|Để) /u

/** Writes the names in a title of capitals as the text below writes them. */
function withNames(subject: string, printed: string, parts: DocumentParts): string {
  if (!isCapitals(printed)) return subject
  const names = new Set<string>()
  for (const { passage } of parts.all.slice(0, NAMES_WITHIN)) {
    if (isCapitals(passage.text)) continue
    for (const hit of passage.text.slice(0, 2_000).matchAll(/\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,4}/gu)) {
      const name = hit[0].replace(BEFORE_NAME, '')
      if (name.includes(' ')) names.add(name)
    }
  }
  let text = subject
  const low = text.toLowerCase()
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const wanted = name.toLowerCase()
    for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + wanted.length)) {
      const isWord = !/\p{L}/u.test(text.charAt(at - 1)) && !/\p{L}/u.test(text.charAt(at + name.length))
      if (isWord) text = text.slice(0, at) + name + text.slice(at + name.length)
    }
  }
  return text
}

/**
 * "… đã có Công điện 138/CĐ-TTg về tập trung …": the subject from a report on the document. A headline that asks is taken
 * only if no sentence says it.
 */
function mentionedSubject(fields: DocumentFields, parts: DocumentParts, note: Note): void {
  if (!fields.number) return
  for (const isAsked of [false, true]) {
    for (const { passage } of parts.all.slice(0, 20)) {
      const at = placeOfNumber(passage, fields.number)
      if (at < 0) continue
      const hit = MENTIONED.exec(passage.text.slice(at))
      const subject = hit?.[1]?.trim()
      if (!hit || !subject || subject.endsWith('?') !== isAsked) continue
      const start = at + hit[0].length - hit[1]!.length
      fields.subject = subject
      note('subject', passage.span(start, start + subject.length), 0.6)
      return
    }
  }
}

const MENTIONED = /^[^.;]{0,60}?\s((?:về|phê duyệt|ban hành)\s[^.;]{10,400})/iu
