/** What a message says and carries. Nothing of it is trusted: a sender is a claim. */
import { createHash } from 'node:crypto'
import PostalMime, { type Attachment } from 'postal-mime'
import { isMarkedSecret } from '../platform/secrecy-mark.ts'

export interface MailMessage {
  id: string
  from: { address: string; name: string | null }
  subject: string | null
  /** The plain words; those of a message that has only HTML are left out. */
  words: string | null
  files: { fileName: string; bytes: Buffer }[]
}

const DEEPEST = 20
const LONGEST_HEAD = 256 * 1024
const MOST_WORDS = 4000
const MOST_LINE = 500

/** Reads a message (RFC 5322). Throws for one that is nested too deep or has an endless head. */
export async function readMessage(raw: Uint8Array): Promise<MailMessage> {
  const read = await PostalMime.parse(raw, { maxNestingDepth: DEEPEST, maxHeadersSize: LONGEST_HEAD })
  const from = read.from && 'address' in read.from ? read.from : undefined
  return {
    id: read.messageId?.trim().slice(0, MOST_LINE) || `sha256:${createHash('sha256').update(raw).digest('hex')}`,
    from: { address: line(from?.address) ?? 'không rõ', name: line(from?.name) },
    subject: line(read.subject),
    words: read.text?.normalize('NFC').replaceAll('\0', '').trim().slice(0, MOST_WORDS) || null,
    files: read.attachments.filter((one) => !isOfTheText(one)).map(fileOf),
  }
}

/** Whether the message itself, files apart, has a mark of secrecy. */
export const isMarked = ({ subject, words }: MailMessage): boolean =>
  isMarkedSecret([subject ?? '', ...(words?.split('\n') ?? [])])

const line = (text: string | undefined): string | null =>
  text
    ?.normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_LINE) || null

/** The logo of a signature block is part of the text, not a document. */
const isOfTheText = ({ disposition, contentId, mimeType }: Attachment) =>
  disposition === 'inline' && contentId !== undefined && mimeType.startsWith('image/')

function fileOf({ filename, content }: Attachment): MailMessage['files'][number] {
  return { fileName: filename ?? '', bytes: typeof content === 'string' ? Buffer.from(content) : bytesOf(content) }
}

const bytesOf = (content: ArrayBuffer | Uint8Array): Buffer =>
  content instanceof ArrayBuffer
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
