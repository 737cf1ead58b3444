/**
 * Folding of Vietnamese letters. Both folds keep the length in UTF-16 units, so an index into the folded string is an
 * index into the source: every rule can search folded text and still point at the printed text.
 */

/** The folded unit of each unit that was met; 0 if it was not. */
const BASE = new Uint16Array(0x10000)

function lookedUp(code: number): number {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  const base = isSurrogate ? code : baseOf(String.fromCharCode(code)).charCodeAt(0)
  BASE[code] = base
  return base
}

function baseOf(letter: string): string {
  const bare = letter.normalize('NFD').charAt(0)
  const low = bare.toLowerCase()
  if (low === 'đ') return 'd'
  if (/[‐-―−]/.test(letter)) return '-'
  if (/[“”„«»]/.test(letter)) return '"'
  return low.length === 1 ? low : letter
}

const UTF16 = new TextDecoder('utf-16le', { ignoreBOM: true })
const LATIN1 = new TextDecoder('latin1')
/** Where a text is folded; the string is made from a copy. */
let bytes = new Uint8Array(4096)

/** Without accents, in lower case: "Ủy ban" and "Uỷ ban" both become "uy ban". Dashes become "-", quotes become '"'. */
export function plain(text: string): string {
  const length = text.length
  if (bytes.length < length) bytes = new Uint8Array(2 * length)
  let all = 0
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    const base = BASE[code] || lookedUp(code)
    bytes[i] = base
    all |= base
  }
  // Nearly all folded text is ASCII, which needs half the memory and is searched faster.
  return all < 0x80 ? LATIN1.decode(bytes.subarray(0, length)) : wide(text)
}

function wide(text: string): string {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) units[i] = BASE[text.charCodeAt(i)] as number
  return UTF16.decode(units)
}

const OLD_TONE = /(?<!q)(u[ýỳỷỹỵ]|o[àáảãạèéẻẽẹ])(?!\p{L})/gu
const NEW_TONE: Record<string, string> = {
  uý: 'úy',
  uỳ: 'ùy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
}

/**
 * Lower case with accents kept and the tone mark placed as in the newer spelling: "Uỷ" becomes "ủy", "hoà" becomes
 * "hòa".
 */
export function lower(text: string): string {
  const low = text.toLowerCase()
  const same = low.length === text.length ? low : [...text].map((c) => lowerOne(c)).join('')
  return same.replace(OLD_TONE, (pair) => NEW_TONE[pair] ?? pair)
}

function lowerOne(letter: string): string {
  const low = letter.toLowerCase()
  return low.length === letter.length ? low : letter
}

const UNCLEAN = /[^a-z0-9 ]| {2}|^ | $/

/** For comparing names: ignores accents, case and punctuation. */
export function key(text: string): string {
  const folded = plain(text)
  if (!UNCLEAN.test(folded)) return folded
  return folded.replace(/[^a-z0-9]+/g, ' ').trim()
}
