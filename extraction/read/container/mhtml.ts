import { Unreadable } from '../../shapes.ts'

/** A part of a web page saved as one file: its headers, names in lower case, and its decoded bytes. */
interface Part {
  headers: Map<string, string>
  bytes: Uint8Array
}

/** Parts of one file: a page with hundreds of pictures has fewer. */
const MOST_PARTS = 2_000
/** Multiparts within multiparts; mail programs nest two or three. */
const MOST_NESTED = 5

/**
 * True for a web page saved as a single file (MHTML, RFC 2557), which Word and document systems also name ".doc", and for
 * a saved e-mail message: header lines come first, and one of them states the type of the content.
 */
export function looksLikeMhtml(text: string): boolean {
  const head = text.slice(0, 8_192).replace(/^\ufeff?\s{0,20}/, '')
  const blank = /\r?\n\r?\n/.exec(head)
  if (!blank || !/^[A-Za-z][A-Za-z-]{1,40}:/.test(head)) return false
  const headers = head.slice(0, blank.index)
  return /^mime-version:/im.test(headers) && /^content-type:\s{0,9}(?:multipart\/|text\/html)/im.test(headers)
}

/**
 * The page in an MHTML file: the bytes of its first HTML part and the charset they state, if any.
 *
 * @param text The file, one character for each byte (ISO 8859-1).
 * @throws Unreadable `unknown_format` when it has no HTML part.
 */
export function pageOfMhtml(text: string): { bytes: Uint8Array; charset: string | null } {
  const page = htmlPart(text.replace(/^\s{1,20}/, ''), 0)
  if (!page) {
    throw new Unreadable(
      'unknown_format',
      'Đây là tệp MHTML (trang web lưu một tệp) không có phần nội dung chữ. Hãy mở bằng Word và lưu lại thành DOCX rồi nộp.',
    )
  }
  const stated = /charset\s{0,9}=\s{0,9}"?([\w-]{1,40})/i.exec(page.headers.get('content-type') ?? '')
  return { bytes: page.bytes, charset: stated?.[1] ?? null }
}

function htmlPart(text: string, nested: number): Part | null {
  const { headers, body } = split(text)
  const type = headers.get('content-type') ?? ''
  if (/^text\/html/i.test(type)) return { headers, bytes: decoded(body, headers.get('content-transfer-encoding')) }
  const boundary = /boundary\s{0,9}=\s{0,9}(?:"([^"\n]{1,200})"|([^\s;"]{1,200}))/i.exec(type)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (!mark || !/^multipart\//i.test(type) || nested >= MOST_NESTED) return null
  for (const part of body.split(`--${mark}`, MOST_PARTS).slice(1)) {
    if (part.startsWith('--')) break
    const found = htmlPart(part.replace(/^[ \t]{0,9}\r?\n/, ''), nested + 1)
    if (found) return found
  }
  return null
}

/** Header lines up to the first empty one; a line that begins with white space continues the line above. */
function split(text: string): { headers: Map<string, string>; body: string } {
  const headers = new Map<string, string>()
  const blank = /\r?\n\r?\n/.exec(text)
  const head = (blank ? text.slice(0, blank.index) : text.slice(0, 8_192)).replace(/\r?\n[ \t]+/g, ' ')
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: blank ? text.slice(blank.index + blank[0].length) : '' }
}

function decoded(body: string, encoding: string | undefined): Uint8Array {
  if (/^base64$/i.test(encoding ?? '')) return Buffer.from(body, 'base64')
  if (!/^quoted-printable$/i.test(encoding ?? '')) return Buffer.from(body, 'latin1')
  const plain = body
    .replace(/=[ \t]{0,9}\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
