import { type Format, Unreadable } from '../shapes.ts'

/**
 * What the bytes are, regardless of the name. `container` formats that we can identify but not read are refused by
 * name.
 */
type Sniffed = { format: Format; picture?: 'png' | 'jpeg' | 'tiff' | 'bmp' | 'gif' | 'webp' }

const EXTENSIONS: Record<string, Format> = {
  txt: 'txt',
  text: 'txt',
  md: 'markdown',
  markdown: 'markdown',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  doc: 'doc',
  dot: 'doc',
  pdf: 'pdf',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  tif: 'image',
  tiff: 'image',
  bmp: 'image',
  gif: 'image',
  webp: 'image',
}

/** The format that the name promises, or null for an unknown extension. */
export function formatOfName(name: string): Format | null {
  return EXTENSIONS[extensionOf(name)] ?? null
}

export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Recognises a binary format by its first bytes; null means it can only be text. */
export function sniff(bytes: Uint8Array): Sniffed | null {
  // Mail gateways and scanners put bytes before the PDF mark; the standard allows it within the first 1,024.
  if (find(bytes, '%PDF-', 1024) >= 0) return { format: 'pdf' }
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return { format: 'docx' }
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { format: 'doc' }
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { format: 'image', picture: 'png' }
  if (starts(bytes, [0xff, 0xd8, 0xff])) return { format: 'image', picture: 'jpeg' }
  if (starts(bytes, [0x49, 0x49, 0x2a, 0x00]) || starts(bytes, [0x4d, 0x4d, 0x00, 0x2a])) {
    return { format: 'image', picture: 'tiff' }
  }
  if (starts(bytes, [0x47, 0x49, 0x46, 0x38])) return { format: 'image', picture: 'gif' }
  if (
    starts(bytes, [0x42, 0x4d]) &&
    bytes.length > 30 &&
    bytes[14] !== undefined &&
    bytes[14] >= 12 &&
    bytes[15] === 0
  ) {
    return { format: 'image', picture: 'bmp' }
  }
  if (find(bytes, 'RIFF', 1) === 0 && find(bytes, 'WEBP', 16) === 8) return { format: 'image', picture: 'webp' }
  if (find(bytes, '{\\rtf', 16) === 0) {
    throw new Unreadable(
      'unknown_format',
      'Đây là tệp RTF, chưa đọc được. Hãy mở bằng Word và lưu lại thành DOCX rồi nộp.',
    )
  }
  if (isWordXml(bytes)) {
    throw new Unreadable(
      'unknown_format',
      'Đây là tệp Word lưu dạng XML, chưa đọc được. Hãy mở bằng Word và lưu lại thành DOCX rồi nộp.',
    )
  }
  return null
}

/** Word 2003 XML and Word's flat package are one XML file, often named ".doc" or ".xml". */
function isWordXml(bytes: Uint8Array): boolean {
  if (find(bytes, '<?xml', 16) < 0) return false
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096))
  return /<\?mso-application\s+progid="Word\.Document"|<w:wordDocument\b|<pkg:package\b/.test(head)
}

/** The page below what a program noted of it between two lines of dashes, as JSON or YAML. */
export function withoutFrontMatter(text: string): string {
  const hit = /^\uFEFF?---[a-z]{0,5}\s*\n(?:\{|[a-z][\w-]*:)[\s\S]{0,8000}?\n---\s*\n\s*(?=<)/i.exec(text)
  return hit ? text.slice(hit[0].length) : text
}

/** Text that is a web page: its first mark, after comments and declarations, opens an HTML element. */
export function looksLikeHtml(text: string): boolean {
  const head = withoutFrontMatter(text)
    .slice(0, 4_096)
    .replace(/^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*/, '')
  return /^<(?:!doctype\s+html|html|head|body|table|div|meta|p|h[1-6]|title|style|span|section|article|main|ul|ol)\b/i.test(
    head,
  )
}

function starts(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

/** Index of an ASCII mark that begins within the first `within` bytes, or -1. */
function find(bytes: Uint8Array, mark: string, within: number): number {
  const last = Math.min(within, bytes.length - mark.length + 1)
  for (let at = 0; at < last; at++) {
    let same = 0
    while (same < mark.length && bytes[at + same] === mark.charCodeAt(same)) same++
    if (same === mark.length) return at
  }
  return -1
}
