/**
 * Where lines of a Vietnamese official document may end. Pure; the same for DOCX, PDF and HTML, so that a paper reads alike
 * in all three.
 */

const NBSP = '\u00a0'

/** A notation with the marks that touch it: "12/2021/NĐ-CP", "(04/VPCP-TH)," — no line ends inside it. */
const NOTATION = /[("“]?\d+(?:\/\d{4})?\/\p{Lu}[\p{Lu}\p{N}]*(?:[-–][\p{Lu}\p{N}][\p{L}\p{N}]*)*[)"”]?[,.;:]*/gu

/** Words that make no sense without what follows: a number, a notation, a proper name. */
const LEADS =
  /(?<![\p{L}\p{N}])((?:số|ngày|tháng|năm|quý|tuần|Điều|khoản|điểm|Phụ lục|Mục|Chương|Phần|Mẫu|ông|bà|đồng chí|Bộ|Sở|Cục|Vụ|tỉnh|thành phố)) (?=[\p{N}\p{Lu}])/gu

/** A number stays with what it counts: "343 nhiệm vụ" never ends a line after 343. */
const COUNT = /(?<![\p{L}\p{N}/.,-])(\d[\d.,]*%?) (?=\p{Ll})/gu

export interface Piece {
  text: string
  /** No line may end inside it. */
  isWhole: boolean
}

/** Names of two syllables that are on every paper: half a name on a line reads as another word. */
const NAMES = /(?<!\p{L})(Chính) (phủ)(?!\p{L})|(?<!\p{L})(Thủ) (tướng)(?!\p{L})/gu

/** The text with no-break spaces where a line must not end. */
export function bindSpaces(text: string): string {
  return text
    .replace(NAMES, (name) => name.replace(' ', NBSP))
    .replace(LEADS, `$1${NBSP}`)
    .replace(COUNT, `$1${NBSP}`)
}

/** Runs of one paragraph, bound where one ends with a number and the next says what it counts. */
export function bindRuns<R extends { text: string }>(runs: readonly R[]): R[] {
  return runs.map((one, place) => {
    const before = runs[place - 1]?.text ?? ''
    return /\d%?$/.test(before) && /^ \p{Ll}/u.test(one.text) ? { ...one, text: NBSP + one.text.slice(1) } : one
  })
}

/** The text in pieces, notations apart: their hyphens and slashes would otherwise let a line end. */
export function piecesOf(text: string): Piece[] {
  const bound = bindSpaces(text)
  const pieces: Piece[] = []
  let from = 0
  for (const found of bound.matchAll(NOTATION)) {
    if (found.index > from) pieces.push({ text: bound.slice(from, found.index), isWhole: false })
    pieces.push({ text: found[0], isWhole: true })
    from = found.index + found[0].length
  }
  if (from < bound.length) pieces.push({ text: bound.slice(from), isWhole: false })
  return pieces
}

/** Words with which the next line of a title may well begin. */
const BEGINS = new Set([
  'của',
  'về',
  'và',
  'theo',
  'tại',
  'trong',
  'từ',
  'cho',
  'giao',
  'tháng',
  'quý',
  'năm',
  'để',
  'thực',
])
/** What a line costs that ends where the sense goes on, in squared characters of unevenness. */
const BROKEN_SENSE = 60

/**
 * A centred title in lines of at most `most` characters (a longer word stays whole), as even as possible and ended at
 * sense: after a comma, or before a word that begins a phrase.
 */
export function titleLines(title: string, most: number): string[] {
  const words = bindSpaces(title.trim())
    .replace(/(nhiệm) (?=vụ)/giu, `$1${NBSP}`)
    .split(/ +/)
  const length = words.join(' ').length
  if (length <= most) return [words.join(' ')]
  const even = length / Math.ceil(length / most)
  // The cheapest way to set the words from each place on.
  const best: { cost: number; next: number }[] = new Array(words.length + 1)
  best[words.length] = { cost: 0, next: words.length }
  for (let from = words.length - 1; from >= 0; from -= 1) {
    best[from] = { cost: Number.POSITIVE_INFINITY, next: from + 1 }
    for (let next = from + 1; next <= words.length; next += 1) {
      const line = words.slice(from, next).join(' ')
      if (line.length > most && next > from + 1) break
      const isEnd = next === words.length
      const isSense = isEnd || /[,;:]$/.test(words[next - 1]!) || BEGINS.has(words[next]!.split(NBSP)[0]!)
      const cost = (even - line.length) ** 2 + (isSense ? 0 : BROKEN_SENSE) + best[next]!.cost
      if (cost < best[from]!.cost) best[from] = { cost, next }
    }
  }
  const lines: string[] = []
  for (let from = 0; from < words.length; from = best[from]!.next)
    lines.push(words.slice(from, best[from]!.next).join(' '))
  return lines
}

/** A line as a sentence of a paper: a capital first, and one mark at its end (`end` if it has none). */
export function asSentence(text: string, end = '.'): string {
  const trimmed = text.trim().replace(/([.;:,])(?:[\s.;:,/]*[.;:,/])+$/u, '$1')
  if (trimmed === '') return ''
  const capital = trimmed.replace(
    /^([("“]?)(\p{Ll})/u,
    (_, open: string, letter: string) => open + letter.toLocaleUpperCase('vi'),
  )
  return /[.;:!?…]$/u.test(capital) ? capital : `${capital.replace(/,$/, '')}${end}`
}

/** Words of a source text on one line: where its lines end, in the middle of a sentence, says nothing in another paper. */
export const onOneLine = (text: string): string => text.replace(/[ \t]*(?:[\r\n\v\f\u2028]+[ \t]*)+/g, ' ').trim()

/** A sentence as a cell of a table: on one line, without a mark at its end, which more words may follow. */
export const inTable = (text: string): string => asSentence(onOneLine(text)).replace(/[.;:,]$/, '')

/** Words that begin with a capital, within a sentence; an abbreviation keeps its own. */
export const lowerFirst = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLocaleLowerCase('vi'))
