import { splitSyllables } from '../../language/syllable.ts'
import type { Sheet, TurnedWord, Word } from '../sheet/sheet.ts'
import { type Drawing, drawingOf, type Glyph, type Layers } from './drawing.ts'
import { type Fate, fatesOf, type Letter } from './letters.ts'
import { type Matrix, times } from './matrix.ts'
import { notesOf, type PdfAnnotation } from './notes.ts'
import type { PdfPage, TextItem } from './page.ts'
import { angleOf, isDrawnOnce, turnedWord, turnOf } from './turn.ts'
import { type Placed, untangled } from './untangle.ts'

/** A page as a sheet, and the values of its form fields. */
export interface ReadPage {
  sheet: Sheet
  values: string[]
}

/**
 * The words and lines of a page with their positions, rotated as the reader sees the page: each letter once, without
 * struck words and without text hidden below visible text. `ops` are PDF.js' operator codes.
 */
export async function sheetOf(
  page: PdfPage,
  number: number,
  ops: Record<string, number>,
  layers: Layers | null,
): Promise<ReadPage> {
  const items = (await page.getTextContent({ disableNormalization: true })).items.filter(
    (item) => typeof (item as Partial<TextItem>).str === 'string',
  ) as TextItem[]
  const view = page.getViewport({ scale: 1, rotation: (page.rotate + turnOf(items, page)) % 360 })
  const toView = view.transform as Matrix
  const notes = notesOf((await page.getAnnotations().catch(() => [])) as PdfAnnotation[], toView)
  const sheet: Sheet = { page: number, width: view.width, height: view.height, words: [], rules: [] }
  if (items.length === 0 && notes.words.length === 0) return { sheet, values: [] }
  const drawing = await drawingOf(page, toView, ops, layers).catch((): Drawing => ({ glyphs: [], rules: [] }))
  sheet.rules = drawing.rules
  const places = new Places(drawing, fatesOf(drawing.glyphs, drawing.rules, notes.struck))
  const struck: string[] = []
  const turned: TurnedWord[] = []
  const placed: Placed[] = []
  for (const item of items) {
    const place = times(toView, item.transform as Matrix)
    const letters = places.lettersOf(item.str, { x: place[4], y: place[5], width: item.width })
    if (item.str.trim() === '' || !item.width) continue
    const size = item.height || Math.hypot(place[2], place[3])
    const angle = angleOf(place)
    if (angle !== 0) {
      // Turned by anything but a right angle it is a mark across the page, and upside down no text of it.
      if ((angle === 90 || angle === 270) && isDrawnOnce(letters)) turned.push(turnedWord(item, place, size, angle))
      continue
    }
    const [left, y] = [place[4], place[5]]
    const whole = { text: item.str, left, right: left + item.width, top: y - size * 0.8, bottom: y + size * 0.2 }
    if (left > view.width || whole.right < 0 || y < 0 || whole.top > view.height) continue
    for (const piece of letters
      ? piecesOf(item.str, letters)
      : [{ fate: 'kept' as Fate, from: 0, to: item.str.length }]) {
      const word = letters ? cut(whole, piece.from, piece.to, letters) : whole
      if (piece.fate === 'struck') {
        const before = placed.at(-1)?.words.at(-1)
        if (before) leaveBehind(before, word)
        else struck.push(word.text)
      } else if (piece.fate === 'kept') {
        const isRecognised = letters?.some((letter) => letter?.glyph.hidden) ?? false
        const own = letters?.slice(piece.from, piece.to).flatMap((letter) => letter?.glyph ?? []) ?? []
        // A letter of two UTF-16 units, or of a ligature, stands in the list once for each of them.
        const glyphs = isRecognised ? [] : own.filter((glyph, index) => glyph !== own[index - 1])
        placed.push({ words: splitWords(tidied(word, isRecognised)), glyphs })
      }
    }
  }
  sheet.words = untangled(placed)
  if (turned.length > 0) sheet.turned = turned
  const first = sheet.words[0]
  if (first && struck.length > 0) {
    first.leftOut = [...struck.map((words) => ({ how: 'struck' as const, words })), ...(first.leftOut ?? [])]
  }
  const typed = notes.words.filter((word) => !sheet.words.some((drawn) => covers(drawn, word)))
  for (const word of typed) sheet.words.push(inItsBlank(word, sheet.words))
  return { sheet, values: typed.length > 0 ? notes.values : [] }
}

/** Struck words go with the word before them, and leave no gap that could be taken for the space between two columns. */
function leaveBehind(before: Word, struck: Word): void {
  before.leftOut = [...(before.leftOut ?? []), { how: 'struck', words: struck.text }]
  const isSameLine = Math.abs(before.bottom - struck.bottom) < (before.bottom - before.top) / 2
  if (!isSameLine || struck.left < before.left) return
  before.right = Math.max(before.right, struck.right)
  if (!before.text.endsWith(' ')) before.text += ' '
}

/** A value fills the blank of its line: it reaches back to the word before it. */
function inItsBlank(typed: Word, words: readonly Word[]): Word {
  const y = (typed.top + typed.bottom) / 2
  let left = Number.NEGATIVE_INFINITY
  for (const word of words) {
    if (word.top < y && word.bottom > y && word.left < typed.left) left = Math.max(left, word.right)
  }
  const gap = (typed.bottom - typed.top) / 4
  return left + gap < typed.left ? { ...typed, left: left + gap } : typed
}

/** Letters on one line differ by less than this in the line they stand on, in points. */
const ON_LINE = 1

/**
 * Finds the drawn letters of the text items of a page. Both are mostly in drawing order, so one walk through both finds
 * each letter; where they part, the letters are looked for at the place of the item. An item whose letters are not found (a
 * font that draws one letter as two) keeps its own measure.
 */
class Places {
  readonly #drawing: Drawing
  readonly #fates: Fate[]
  readonly #isTaken: Uint8Array
  #at = 0
  /** Indexes of the letters by the line they stand on; made when the walk loses its way. */
  #lines: Map<number, number[]> | null = null

  constructor(drawing: Drawing, fates: Fate[]) {
    this.#drawing = drawing
    this.#fates = fates
    this.#isTaken = new Uint8Array(drawing.glyphs.length)
  }

  /** One entry for each UTF-16 unit of the text; null if the letters were not found. `at` is where the item begins. */
  lettersOf(text: string, at: { x: number; y: number; width: number }): Letter[] | null {
    return this.#next(text) ?? this.#there(text, at)
  }

  #next(text: string): Letter[] | null {
    const { glyphs } = this.#drawing
    const taken: number[] = []
    let at = this.#at
    const found = lettersFrom(text, (rest) => {
      // White space and marks without width are drawn, but no part of the item.
      while (at < glyphs.length && (this.#isTaken[at] || (!startsWith(rest, glyphs[at]!) && isBlank(glyphs[at]!)))) at++
      if (at >= glyphs.length || !startsWith(rest, glyphs[at]!)) return -1
      taken.push(at)
      return at++
    })
    if (!found) return null
    this.#at = at
    return this.#letters(found, taken)
  }

  #there(text: string, { x, y, width }: { x: number; y: number; width: number }): Letter[] | null {
    const { glyphs } = this.#drawing
    this.#lines ??= linesOfGlyphs(glyphs)
    const near = [-1, 0, 1].flatMap((step) => this.#lines!.get(Math.round(y / ON_LINE) + step) ?? [])
    const candidates = near
      .filter((index) => {
        const { left, right } = glyphs[index]!
        return !this.#isTaken[index] && left > x - ON_LINE && right < x + width + ON_LINE
      })
      .sort((a, b) => glyphs[a]!.left - glyphs[b]!.left)
    const taken: number[] = []
    let at = 0
    const found = lettersFrom(text, (rest) => {
      while (at < candidates.length && !startsWith(rest, glyphs[candidates[at]!]!)) at++
      const index = candidates[at++] ?? -1
      if (index >= 0) taken.push(index)
      return index
    })
    return found && this.#letters(found, taken)
  }

  #letters(found: readonly number[], taken: readonly number[]): Letter[] {
    for (const index of taken) this.#isTaken[index] = 1
    return found.map((index) => (index < 0 ? null : { glyph: this.#drawing.glyphs[index]!, fate: this.#fates[index]! }))
  }
}

/** For each UTF-16 unit the letter that `next` finds for the rest of the text, -1 for white space; null if one is not found. */
function lettersFrom(
  text: string,
  next: (rest: { text: string; from: number; length: number }) => number,
): number[] | null {
  const found: number[] = []
  const rest = { text, from: 0, length: 0 }
  while (rest.from < text.length) {
    if (text[rest.from]!.trim() === '') {
      found.push(-1)
      rest.from++
      continue
    }
    const index = next(rest)
    if (index < 0) return null
    for (let unit = 0; unit < rest.length; unit++) found.push(index)
    rest.from += rest.length
  }
  return found
}

/** Whether the rest begins with this letter; notes how long it is. */
function startsWith(rest: { text: string; from: number; length: number }, glyph: Glyph): boolean {
  if (glyph.text === '' || !rest.text.startsWith(glyph.text, rest.from)) return false
  rest.length = glyph.text.length
  return true
}

function linesOfGlyphs(glyphs: readonly Glyph[]): Map<number, number[]> {
  const lines = new Map<number, number[]>()
  glyphs.forEach(({ base }, index) => {
    const line = Math.round(base / ON_LINE)
    const found = lines.get(line)
    if (found) found.push(index)
    else lines.set(line, [index])
  })
  return lines
}

function isBlank(glyph: Glyph): boolean {
  return glyph.text === '' || /^[\s\p{Cc}\p{Cf}\p{Cn}]*$/u.test(glyph.text)
}

/** Runs of letters with the same fate; white space goes with the letters before it. */
function piecesOf(text: string, letters: readonly Letter[]): { fate: Fate; from: number; to: number }[] {
  const pieces: { fate: Fate; from: number; to: number }[] = []
  for (let at = 0; at < text.length; at++) {
    const fate = letters[at]?.fate ?? pieces.at(-1)?.fate ?? 'kept'
    const last = pieces.at(-1)
    if (last && last.fate === fate) last.to = at + 1
    else pieces.push({ fate, from: at, to: at + 1 })
  }
  return pieces.filter(({ from, to }) => text.slice(from, to).trim() !== '')
}

function cut(whole: Word, from: number, to: number, letters: readonly Letter[]): Word {
  if (from === 0 && to === whole.text.length) return whole
  const own = letters.slice(from, to).filter((letter) => letter !== null)
  return {
    ...whole,
    text: whole.text.slice(from, to),
    left: Math.min(...own.map(({ glyph }) => glyph.left)),
    right: Math.max(...own.map(({ glyph }) => glyph.right)),
  }
}

/**
 * Ligatures as the letters they join; other forms are left to the composer. The text below a scan was recognised word by
 * word, so each of its items ends a word, and words that it ran together are split.
 */
function tidied(word: Word, isRecognised: boolean): Word {
  const text = word.text.replace(/[\ufb00-\ufb06]/g, (joined) => joined.normalize('NFKC'))
  if (!isRecognised) return { ...word, text }
  const words = text.split(' ').map(splitSyllables).join(' ')
  return { ...word, text: /\p{L}{2}|\d{2}|\p{P}$/u.test(words) ? `${words} ` : words }
}

/** One item of PDF.js may contain words with wide gaps drawn as spaces; single words fit better into columns. */
function splitWords(item: Word): Word[] {
  const parts = item.text.split(/( {2,})/)
  if (parts.length === 1) return [item]
  const perLetter = (item.right - item.left) / item.text.length
  let at = 0
  return parts.flatMap((part) => {
    const left = item.left + at * perLetter
    at += part.length
    return part.trim() === '' ? [] : [{ ...item, text: part, left, right: left + part.length * perLetter }]
  })
}

/** Whether the page itself already draws what an annotation says: a form that was printed into the page. */
function covers(drawn: Word, typed: Word): boolean {
  const y = (typed.top + typed.bottom) / 2
  return (
    drawn.text.includes(typed.text.trim()) &&
    drawn.left <= typed.right &&
    drawn.right >= typed.left &&
    drawn.top <= y &&
    drawn.bottom >= y
  )
}
