/** Beginnings, middles and ends of Vietnamese syllables, without tones. */
const SYLLABLE =
  /^(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdđghklmnpqrstvx])?(?:uyê|iê|yê|uô|ươ|uya|uyu|oai|oao|oay|oeo|uây|uê|uơ|ua|ưa|ia|oa|oă|oe|oo|uâ|uy|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnptiyou])?$/

/** Longer words are no syllable in any writing, and a short one keeps no document in memory. */
const LONGEST_SYLLABLE = 12
/** A word that was asked about. */
interface Asked {
  word: string
  isOne: boolean
}
/**
 * The words that were asked about, by their hash, each in the place of an earlier one: a document repeats a thousand
 * syllables, and each costs two normalisations.
 */
const ASKED: (Asked | undefined)[] = new Array(8_192).fill(undefined)

/** Whether a word is one possible Vietnamese syllable, with at most one tone. */
export function isSyllable(word: string): boolean {
  return isSyllableAt(word, 0, word.length)
}

/** The same for a word inside a text, without cutting it out. */
export function isSyllableAt(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_SYLLABLE) return false
  let hash = 0
  for (let at = from; at < to; at++) hash = (hash * 31 + text.charCodeAt(at)) & 8_191
  const before = ASKED[hash]
  if (before !== undefined && isThere(text, from, to, before.word)) return before.isOne
  const word = text.slice(from, to)
  const isOne = isToneOnSyllable(word)
  ASKED[hash] = { word, isOne }
  return isOne
}

function isThere(text: string, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false
  for (let at = 0; at < word.length; at++) if (text.charCodeAt(from + at) !== word.charCodeAt(at)) return false
  return true
}

function isToneOnSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD')
  const toneless = decomposed.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
  return decomposed.length - toneless.length <= 1 && SYLLABLE.test(toneless.normalize('NFC'))
}

/** Longer words are left unchanged: words run together are never longer. */
const LONGEST = 30

/**
 * Splits a word that recognition ran together ("Phátthanh" → "Phát thanh", "Tháng9" → "Tháng 9"). Only words with
 * accented letters that are not a syllable and split completely into syllables; any other word is returned unchanged.
 */
export function splitSyllables(word: string): string {
  const numbered = /^(\p{L}{3,})(\d+\p{P}*)$/u.exec(word)
  if (numbered?.[1] && !/^[a-z]*$/i.test(numbered[1]) && isSyllable(numbered[1])) return `${numbered[1]} ${numbered[2]}`
  const [, before = '', core = '', after = ''] = /^([^\p{L}]*)([\p{L}\p{M}]+)([^\p{L}]*)$/u.exec(word) ?? []
  if (core.length < 4 || core.length > LONGEST || /^[a-z]*$/i.test(core) || isSyllable(core)) return word
  const parts = syllablesOf(core, 0)
  return parts && parts.length > 1 ? before + parts.join(' ') + after : word
}

/** Tries the longest syllables first and backtracks if the rest cannot be split. */
function syllablesOf(word: string, depth: number): string[] | null {
  if (word === '') return []
  if (depth > 4) return null
  for (let length = Math.min(7, word.length); length >= 2; length--) {
    const head = word.slice(0, length)
    if (!isSyllable(head) || !isWord(head)) continue
    const rest = syllablesOf(word.slice(length), depth + 1)
    if (rest) return [head, ...rest]
  }
  return null
}

/**
 * Syllables without a first consonant, without tones. There are so few that anything else is the tail of a wrong split
 * ("Hạt ầng" for "Hạ tầng").
 */
const VOWEL_FIRST = new Set(
  'ac ach ai am an ang anh ao ap at ay ăn âm ân âp âu ây em eo êm ich in iu oai oan oat ôc ôi ôm ôn ông ơn uôn uông uy uyên ưa ưc ưng ươc ươm ươt ưu y yêm yên yêu'.split(
    ' ',
  ),
)

function isWord(syllable: string): boolean {
  const decomposed = syllable.toLowerCase().normalize('NFD')
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(decomposed)?.[0]
  const toneless = decomposed.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC')
  // Syllables that end in a stop have only the sharp or the heavy tone.
  if (/(?:c|ch|p|t)$/.test(toneless) && tone !== '\u0301' && tone !== '\u0323') return false
  if (/[^aiêy]nh$|[^aiê]ch$/.test(toneless)) return false
  return !/^[aăâeêioôơuưy]/.test(toneless) || VOWEL_FIRST.has(toneless)
}
