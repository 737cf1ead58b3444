import { splitSyllables } from '../../language/syllable.ts'
import type { Sheet, Word } from '../sheet/sheet.ts'
import { type Drawing, drawingOf, type Glyph, type Layers } from './drawing.ts'
import { type Fate, fatesOf } from './letters.ts'
import { type Matrix, times } from './matrix.ts'
import { notesOf, type PdfAnnotation } from './notes.ts'
import type { PdfPage } from './page.ts'

interface TextItem {
  str: string
  transform: number[]
  width: number
  height: number
}

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
  const view = page.getViewport({ scale: 1 })
  const toView = view.transform as Matrix
  const notes = notesOf((await page.getAnnotations().catch(() => [])) as PdfAnnotation[], toView)
  const items = (await page.getTextContent({ disableNormalization: true })).items.filter(
    (item) => typeof (item as Partial<TextItem>).str === 'string',
  ) as TextItem[]
  const sheet: Sheet = { page: number, width: view.width, height: view.height, words: [], rules: [] }
  if (items.length === 0 && notes.words.length === 0) return { sheet, values: [] }
  const drawing = await drawingOf(page, ops, layers).catch((): Drawing => ({ glyphs: [], rules: [] }))
  sheet.rules = drawing.rules
  const places = new Places(drawing, fatesOf(drawing.glyphs, drawing.rules, notes.struck))
  const struck: string[] = []
  for (const item of items) {
    const letters = places.lettersOf(item.str)
    const place = times(toView, item.transform as Matrix)
    // Vertical text in the margin (a receipt stamp, a plotted label) would mix with the lines it crosses.
    if (Math.abs(Math.atan2(place[1], place[0])) > 0.1) continue
    if (item.str.trim() === '' || !item.width) continue
    const size = item.height || Math.hypot(place[2], place[3])
    const [left, y] = [place[4], place[5]]
    const whole = { text: item.str, left, right: left + item.width, top: y - size * 0.8, bottom: y + size * 0.2 }
    if (left > view.width || whole.right < 0 || y < 0 || whole.top > view.height) continue
    for (const piece of letters
      ? piecesOf(item.str, letters)
      : [{ fate: 'kept' as Fate, from: 0, to: item.str.length }]) {
      const word = letters ? cut(whole, piece.from, piece.to, letters) : whole
      if (piece.fate === 'struck') {
        const before = sheet.words.at(-1)
        if (before) leaveBehind(before, word)
        else struck.push(word.text)
      } else if (piece.fate === 'kept') {
        const isRecognised = letters?.some((letter) => letter?.glyph.hidden) ?? false
        sheet.words.push(...splitWords(tidied(word, isRecognised)))
      }
    }
  }
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

/** A letter of an item, where it is drawn; null for white space, which may be drawn by no letter. */
type Letter = { glyph: Glyph; fate: Fate } | null

/**
 * Finds the drawn letters of the text items of a page: both are in drawing order, so one walk through both finds each
 * letter. Where they part (a font that draws one letter as two) the items keep their own measure.
 */
class Places {
  readonly #drawing: Drawing
  readonly #fates: Fate[]
  #at = 0
  #isLost = false

  constructor(drawing: Drawing, fates: Fate[]) {
    this.#drawing = drawing
    this.#fates = fates
  }

  /** One entry for each UTF-16 unit of the text; null if the letters were not found. */
  lettersOf(text: string): Letter[] | null {
    if (this.#isLost) return null
    const { glyphs } = this.#drawing
    const found: Letter[] = []
    let at = this.#at
    for (let index = 0; index < text.length; ) {
      const sign = text[index]!
      if (sign.trim() === '') {
        found.push(null)
        index++
        continue
      }
      // White space and marks without width are drawn, but no part of the item.
      while (at < glyphs.length && !text.startsWith(glyphs[at]!.text || '\u0000', index) && isBlank(glyphs[at]!)) at++
      const glyph = glyphs[at]
      if (!glyph || glyph.text === '' || !text.startsWith(glyph.text, index)) {
        this.#isLost = true
        return null
      }
      for (let unit = 0; unit < glyph.text.length; unit++) found.push({ glyph, fate: this.#fates[at]! })
      index += glyph.text.length
      at++
    }
    this.#at = at
    return found
  }
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
