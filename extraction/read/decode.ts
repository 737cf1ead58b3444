import { eachRun, LETTER, MARK, SYMBOL } from '../language/letters.ts'
import { isSyllableAt } from '../language/syllable.ts'
import { Unreadable } from '../shapes.ts'
import { looksLikeMhtml, pageOfMhtml } from './container/mhtml.ts'

export interface Decoded {
  text: string
  /** The encoding of the bytes: "utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3", "vni". */
  encoding: string
  /** Share of characters that could not be read, 0 to 1. */
  lost: number
}

/** Enough text to tell whether a font from before Unicode was used, and the share of words at which it was not. */
const REPAIR_SAMPLE = 8_192
const LEGIBLE_SHARE = 0.7

/** At most this much text is sampled to distinguish the older encodings. */
const SAMPLE = 65_536

/**
 * Decodes the bytes of a text file. UTF-8 and UTF-16 first; then the encodings of Vietnamese offices before Unicode
 * (TCVN 6909:2001 made Unicode the rule; older files are still sent): windows-1258, TCVN3 ("ABC") and VNI. These three
 * have no marker, so each is tried and the one whose words are Vietnamese syllables wins.
 *
 * @throws Unreadable `unknown_format` for bytes that are not text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = decodeMarked(bytes)
  if (marked) return marked
  const strict = tryDecode('utf-8', bytes, true)
  if (strict !== null) {
    if (isBinary(strict)) throw notText()
    return { text: strict, encoding: 'utf-8', lost: 0 }
  }
  const wide = decodeUnmarkedUtf16(bytes)
  if (wide) return wide
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const lost = count(lenient, /\ufffd/g) / Math.max(1, lenient.length)
  if (lost < 0.005 && !isBinary(lenient)) return { text: lenient, encoding: 'utf-8', lost }
  return decodeLegacy(bytes)
}

/**
 * Decodes the bytes of a text file, or of the page in a web page saved as one file.
 *
 * @throws Unreadable `unknown_format` for bytes that are not text, or for such a file without a page.
 */
export function decodePage(bytes: Uint8Array): Decoded {
  const head = Buffer.from(bytes.subarray(0, 8_192)).toString('latin1')
  if (!looksLikeMhtml(head)) return decode(bytes)
  const page = pageOfMhtml(Buffer.from(bytes).toString('latin1'))
  if (page.charset && !/^(?:utf-?8|us-ascii)$/i.test(page.charset)) {
    try {
      return { text: new TextDecoder(page.charset).decode(page.bytes), encoding: page.charset.toLowerCase(), lost: 0 }
    } catch {
      // A charset that nobody knows says nothing: the bytes decide.
    }
  }
  return decode(page.bytes)
}

/**
 * Converts text in the TCVN3 or VNI font encodings, which a Word file holds as Western text, to Unicode; other text is
 * unchanged.
 */
export function repairFontEncoding(text: string): { text: string; encoding: string | null } {
  const plain = vietnameseShare(text.slice(0, REPAIR_SAMPLE))
  if (plain >= LEGIBLE_SHARE) return { text, encoding: null }
  const guesses = [
    { encoding: 'tcvn3', repair: fromTcvn3 },
    { encoding: 'vni', repair: fromVni },
  ]
  for (const { encoding, repair } of guesses) {
    const share = vietnameseShare(repair(text.slice(0, REPAIR_SAMPLE)))
    if (share > 0.85 && share > plain + 0.3) return { text: repair(text), encoding }
  }
  return { text, encoding: null }
}

function decodeMarked(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const text = new TextDecoder('utf-8').decode(bytes)
    return { text, encoding: 'utf-8', lost: count(text, /\ufffd/g) / Math.max(1, text.length) }
  }
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null
  if (!wide) return null
  const text = new TextDecoder(wide).decode(bytes)
  if (isBinary(text)) throw notText()
  return { text, encoding: wide, lost: count(text, /\ufffd/g) / Math.max(1, text.length) }
}

/** UTF-16 without a byte order mark: every other byte of the ASCII letters and spaces is zero. */
function decodeUnmarkedUtf16(bytes: Uint8Array): Decoded | null {
  const sample = bytes.subarray(0, SAMPLE)
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) even++
    if (sample[at + 1] === 0) odd++
  }
  const half = sample.length / 2
  const encoding =
    odd > half * 0.3 && even < half * 0.02 ? 'utf-16le' : even > half * 0.3 && odd < half * 0.02 ? 'utf-16be' : null
  if (!encoding) return null
  const text = tryDecode(encoding, bytes, true)
  return text === null || isBinary(text) ? null : { text, encoding, lost: 0 }
}

function decodeLegacy(bytes: Uint8Array): Decoded {
  const western = new TextDecoder('windows-1252').decode(bytes)
  if (isBinary(western)) throw notText()
  const guesses = [
    { encoding: 'windows-1258', text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC') },
    { encoding: 'tcvn3', text: fromTcvn3(western) },
    { encoding: 'vni', text: fromVni(western) },
  ].map((guess) => ({ ...guess, share: vietnameseShare(guess.text.slice(0, SAMPLE)) }))
  const best = guesses.reduce((a, b) => (b.share > a.share ? b : a))
  if (best.share < 0.5) throw notText()
  return { text: best.text, encoding: best.encoding, lost: 0 }
}

function tryDecode(encoding: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

function notText(): Unreadable {
  return new Unreadable(
    'unknown_format',
    'Không nhận ra định dạng của tệp. Hệ thống đọc được DOCX, DOC, PDF, ảnh quét (PNG, JPEG), HTML, Markdown và TXT; hãy lưu văn bản thành một trong các dạng đó rồi nộp lại.',
  )
}

/** Text has no control characters; a few stray ones (old form feeds, a NUL) are accepted. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  let controls = 0
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at)
    if (code < 32 ? code < 9 || code > 13 : code === 127) controls++
  }
  return controls > 2 && controls > sample.length * 0.002
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}

/** Of the words with accented letters, the share that are Vietnamese syllables; 0 if there is no such word. */
function vietnameseShare(text: string): number {
  let marked = 0
  let right = 0
  eachRun(text, LETTER | MARK | SYMBOL, (from, to, isAscii) => {
    if (isAscii) return false
    marked++
    if (isSyllableAt(text, from, to)) right++
    return false
  })
  return marked === 0 ? 0 : right / marked
}

/**
 * TCVN 5712:1993, third form: one byte per letter, seen through windows-1252. Capitals with tones are the same bytes in a
 * capital font, so only the font's name identifies them; plain text stays in lower case.
 */
const TCVN3 = new Map<string, string>()
const TCVN3_RUNS: [number, string][] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]
for (const [from, letters] of TCVN3_RUNS) {
  ;[...letters].forEach((letter, index) => {
    TCVN3.set(String.fromCharCode(from + index), letter)
  })
}

export function fromTcvn3(western: string): string {
  return western.replace(/[¡-þ]/g, (letter) => TCVN3.get(letter) ?? letter)
}

/** VNI-Windows: a base letter, then a byte for its accent, seen through windows-1252. */
const TONES: Record<string, string> = { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const ROOFED: Record<string, string> = { â: '', à: '\u0300', á: '\u0301', å: '\u0309', ã: '\u0303', ä: '\u0323' }
const BREVED: Record<string, string> = { ê: '', è: '\u0300', é: '\u0301', ú: '\u0309', ü: '\u0303', ë: '\u0323' }
const ALONE: Record<string, string> = { ñ: 'đ', ô: 'ơ', ö: 'ư', ì: 'ì', í: 'í', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }

export function fromVni(western: string): string {
  return western.replace(/([aeouyôö])([øùûõïâàáåãäêèéúüë])|[ñôöìíæóòî]/gi, (pair, base?: string, mark?: string) => {
    if (!base || !mark) return inCaseOf(pair, ALONE[pair.toLowerCase()] ?? pair)
    const low = base.toLowerCase()
    const sign = mark.toLowerCase()
    const letter = low === 'ô' ? 'ơ' : low === 'ö' ? 'ư' : low
    if (sign in TONES) return inCaseOf(base, (letter + TONES[sign]).normalize('NFC'))
    if (sign in ROOFED && 'aeo'.includes(low)) return inCaseOf(base, `${low}\u0302${ROOFED[sign]}`.normalize('NFC'))
    if (sign in BREVED && low === 'a') return inCaseOf(base, `a\u0306${BREVED[sign]}`.normalize('NFC'))
    return pair
  })
}

function inCaseOf(sample: string, letter: string): string {
  return sample === sample.toLowerCase() ? letter : letter.toUpperCase()
}
