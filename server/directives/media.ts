import { Invalid } from '../platform/errors.ts'
import { fileTooLarge, LARGEST_FILE } from '../platform/http/problem.ts'

interface Kind {
  /** Magic bytes in hexadecimal, `offset` bytes into the file. */
  mark: string
  offset?: number
  mediaType: string
  /** Set for a kind that can never be a document: refused on upload, without a job. */
  refused?: string
}

const KINDS: readonly Kind[] = [
  { mark: '504b0304', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  { mark: 'd0cf11e0a1b11ae1', mediaType: 'application/msword' },
  { mark: '255044462d', mediaType: 'application/pdf' },
  { mark: '89504e470d0a1a0a', mediaType: 'image/png' },
  { mark: 'ffd8ff', mediaType: 'image/jpeg' },
  { mark: '49492a00', mediaType: 'image/tiff' },
  { mark: '4d4d002a', mediaType: 'image/tiff' },
  { mark: '474946383', mediaType: 'image/gif' },
  { mark: '4d5a', mediaType: 'application/octet-stream', refused: 'tệp chương trình' },
  { mark: '7f454c46', mediaType: 'application/octet-stream', refused: 'tệp chương trình' },
  { mark: '52617221', mediaType: 'application/octet-stream', refused: 'tệp nén RAR' },
  { mark: '377abcaf271c', mediaType: 'application/octet-stream', refused: 'tệp nén 7-Zip' },
  { mark: '1f8b', mediaType: 'application/octet-stream', refused: 'tệp nén GZIP' },
  { mark: '494433', mediaType: 'application/octet-stream', refused: 'tệp âm thanh' },
  { mark: '66747970', offset: 4, mediaType: 'application/octet-stream', refused: 'tệp phim hoặc âm thanh' },
]

/**
 * The media type of a file by its first bytes, regardless of its name; anything unrecognised is text.
 * Throws for what can be refused on upload: empty, too large, a kind that is never a document.
 */
export function mediaTypeOf(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) {
    throw new Invalid('directive.empty', 'Tệp rỗng (0 byte). Hãy kiểm tra lại tệp gốc, tải về lại rồi nộp.')
  }
  if (bytes.length > LARGEST_FILE) throw fileTooLarge()
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  const kind = KINDS.find(({ mark, offset = 0 }) => head.startsWith(mark, offset * 2))
  if (kind?.refused) {
    throw new Invalid(
      'directive.refused_kind',
      `Đây là ${kind.refused}, không phải văn bản. Hãy nộp văn bản dạng DOCX, PDF, DOC, HTML, TXT, Markdown hoặc ảnh quét.`,
    )
  }
  if (kind) return kind.mediaType
  return /\.(?:html?|xhtml)$/i.test(name) ? 'text/html' : 'text/plain'
}
