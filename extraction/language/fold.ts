/**
 * Folding of Vietnamese letters. Both folds keep the length in UTF-16 units, so an index into the folded string is an
 * index into the source: every rule can search folded text and still point at the printed text.
 */

const BASE = new Uint16Array(0x10000)
for (let code = 0; code < BASE.length; code++) {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  BASE[code] = isSurrogate ? code : baseOf(String.fromCharCode(code)).charCodeAt(0)
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

/** Without accents, in lower case: "Ủy ban" and "Uỷ ban" both become "uy ban". Dashes become "-", quotes become '"'. */
export function plain(text: string): string {
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

/** For comparing names: ignores accents, case and punctuation. */
export function key(text: string): string {
  return plain(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
