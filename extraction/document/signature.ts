import { isCapitals } from '../blocks/capitals.ts'
import type { DocumentParts } from '../blocks/parts.ts'
import type { Passage } from '../language/passage.ts'
import type { Span } from '../shapes.ts'

/** "Nơi nhận" and the signature, which are side by side at the end and get mixed when a page becomes text. */
interface Closing {
  recipients: string[]
  recipientsSpan: Span | null
  signerTitle: { value: string; span: Span } | null
  signer: { value: string; span: Span } | null
}

const OFFICES =
  'THỦ TƯỚNG|PHÓ THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ TỊCH|PHÓ CHỦ TỊCH|CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG|CHỦ NHIỆM|PHÓ CHỦ NHIỆM|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|PHÓ CỤC TRƯỞNG|VỤ TRƯỞNG|THỐNG ĐỐC|PHÓ THỐNG ĐỐC|TỔNG THANH TRA|BÍ THƯ|PHÓ BÍ THƯ|TỔ TRƯỞNG|TRƯỞNG BAN|PHÓ TRƯỞNG BAN'
const OFFICE = new RegExp(
  `(?:^|\\s)((?:(?:KT|TM|TL|TUQ|Q)\\.\\s*)?(?:${OFFICES})(?:[\\p{Lu}\\s,]*\\p{Lu})?)(?=\\s*$|\\s+\\p{Lu}\\p{Ll})`,
  'u',
)
const PERSON = /^(?:(?:GS|PGS|TS|ThS)\.?\s*)*((?:\p{Lu}\p{Ll}+\s+){1,4}\p{Lu}\p{Ll}+)$/u

export function closingOf(parts: DocumentParts): Closing {
  const closing: Closing = { recipients: [], recipientsSpan: null, signerTitle: null, signer: null }
  for (const { passage } of parts.back) {
    const office = OFFICE.exec(passage.text)
    const officeAt = office ? office.index + office[0].length - (office[1] as string).length : passage.text.length
    if (office && !closing.signerTitle) {
      closing.signerTitle = at(passage, officeAt, officeAt + (office[1] as string).length)
    }
    const listed = readRecipients(closing, passage, officeAt)
    const nameFrom = office ? officeAt + (office[1] as string).length : 0
    if (!listed || office) readSigner(closing, passage, nameFrom)
  }
  return closing
}

function readRecipients(closing: Closing, passage: Passage, to: number): boolean {
  const opening = /^\W*nơi nhận\s*:?\s*/i.exec(passage.text)
  if (!opening && !/^[-–+•]/.test(passage.text) && !/^(?:cac|luu|nhu)\b/.test(passage.plain)) return false
  const list = passage.text.slice(opening?.[0].length ?? 0, to)
  for (const name of list.split(/;\s*-?\s*|(?:^|\s)[-–]\s+/)) {
    const tidy = name.replace(/^[-–+•\s]+|[\s.;,]+$/g, '')
    if (tidy.length > 1) closing.recipients.push(tidy)
  }
  const { start, end } = passage.span()
  closing.recipientsSpan = { start: closing.recipientsSpan?.start ?? start, end }
  return true
}

/** A person's name is alone on its line, or after the office. */
function readSigner(closing: Closing, passage: Passage, from: number): void {
  const printed = passage.text.slice(from).trim()
  const person = printed.length < 60 && !isCapitals(printed) ? PERSON.exec(printed) : null
  if (!person) return
  const name = person[1] as string
  const start = passage.text.lastIndexOf(name)
  closing.signer = at(passage, start, start + name.length)
}

function at(passage: Passage, from: number, to: number): { value: string; span: Span } {
  return { value: passage.text.slice(from, to).trim(), span: passage.span(from, to) }
}
