/** What a message says and carries. Nothing of it is trusted: a sender is a claim. */
import { createHash } from 'node:crypto'
import PostalMime, { type Attachment } from 'postal-mime'
import { formatNumber } from '../platform/calendar.ts'
import { isMarkedSecret } from '../platform/secrecy-mark.ts'

export interface MailMessage {
  /** The same whenever the message is delivered again. */
  id: string
  from: { address: string; name: string | null }
  subject: string | null
  /** Its words: plain ones, or those of its HTML where there are none. */
  words: string | null
  /** A mark of secrecy stands in the subject or the words, those of the HTML included. Files are looked at later. */
  isMarked: boolean
  files: { fileName: string; bytes: Buffer; isOfTheText: boolean }[]
}

const DEEPEST = 20
const LONGEST_HEAD = 256 * 1024
const MOST_WORDS = 20_000
const MOST_LINE = 500

/** Reads a message (RFC 5322). Throws for one that is nested too deep or has an endless head. */
export async function readMessage(raw: Uint8Array): Promise<MailMessage> {
  const read = await PostalMime.parse(raw, { maxNestingDepth: DEEPEST, maxHeadersSize: LONGEST_HEAD })
  const from = read.from && 'address' in read.from ? read.from : undefined
  const plain = textOf(read.text)
  const ofHtml = textOf(read.html === undefined ? undefined : await wordsOfHtml(read.html))
  const subject = line(read.subject)
  const said = {
    from: { address: line(from?.address) ?? 'không rõ', name: line(from?.name) },
    subject,
    words: shortened(plain || ofHtml) || null,
    isMarked: isMarkedSecret([subject ?? '', ...plain.split('\n'), ...ofHtml.split('\n')]),
    files: read.attachments.map(fileOf),
  }
  return { id: idOf(line(read.messageId), raw, said), ...said }
}

/**
 * Some senders give letters that differ one Message-ID, and anyone may copy one: so what the letter carries counts too. What is added on
 * the way, such as `Received`, does not.
 */
function idOf(messageId: string | null, raw: Uint8Array, { subject, words, files }: Omit<MailMessage, 'id'>): string {
  const hash = createHash('sha256')
  if (messageId === null) return `sha256:${hash.update(raw).digest('hex')}`
  hash.update(JSON.stringify([subject, words]))
  for (const { bytes } of files) hash.update(createHash('sha256').update(bytes).digest())
  return `${messageId} sha256:${hash.digest('hex')}`
}

const textOf = (text: string | undefined): string =>
  text?.normalize('NFC').replaceAll('\0', '').trim().toWellFormed() ?? ''

/** What is left out is said. */
function shortened(text: string): string {
  const rest = text.length - MOST_WORDS
  if (rest <= 0) return text
  return `${text.slice(0, MOST_WORDS).toWellFormed()}\n[Còn ${formatNumber(rest)} ký tự không lưu ở đây. Hãy xem thư gốc trên hệ thống thư điện tử.]`
}

/** The words of a page, line by line. Loaded when it is needed: most messages have plain words, and few come. */
async function wordsOfHtml(html: string): Promise<string> {
  const { read, Unreadable } = await import('@dieuhanh/extraction')
  try {
    return (await read(Buffer.from(html), 'thu.html')).text
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    // A page of pictures alone, or of letters in another coding: what stands between its tags.
    return html.replace(/<(?:br|\/p|\/div|\/tr|\/h\d)\b[^>]*>/gi, '\n').replace(/<[^>]*>/g, ' ')
  }
}

const line = (text: string | undefined): string | null =>
  text
    ?.normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_LINE)
    // The cut may leave half a letter, which the database refuses.
    .toWellFormed() || null

/** The logo of a signature block is part of the text, not a document. */
const isOfTheText = ({ disposition, contentId, mimeType }: Attachment) =>
  disposition === 'inline' && contentId !== undefined && mimeType.startsWith('image/')

function fileOf(attachment: Attachment): MailMessage['files'][number] {
  const { filename, content } = attachment
  return {
    fileName: filename ?? '',
    bytes: typeof content === 'string' ? Buffer.from(content) : bytesOf(content),
    isOfTheText: isOfTheText(attachment),
  }
}

const bytesOf = (content: ArrayBuffer | Uint8Array): Buffer =>
  content instanceof ArrayBuffer
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
