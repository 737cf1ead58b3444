import type { Word } from '../sheet/sheet.ts'
import type { Glyph } from './drawing.ts'

/** A text item of a page as words, and the letters that it draws, if they were found. */
export interface Placed {
  words: Word[]
  glyphs: readonly Glyph[]
}

/** Items on one line overlap by no more than this share of their size, but for letters drawn among others. */
const OVERLAP = 0.3
/** A gap wider than this share of the size is a space. */
const SPACE = 0.18
/** Lines are told apart by so many points. */
const STEP = 2

/**
 * The words of a page in reading order within each line. A program that takes some letters from a second font ("ỉ", "ạ" from
 * another than the rest of the word) draws those of a whole line after the others: "T nh Lào Cai", then "ỉ". Such lines are put
 * together again letter by letter; all other items stay as they are.
 */
export function untangled(placed: readonly Placed[]): Word[] {
  const tangled = tangledLines(placed)
  if (tangled.size === 0) return placed.flatMap(({ words }) => words)
  const rebuilt = new Set<number>()
  const glyphsOf = new Map<number, Glyph[]>()
  for (const one of placed) {
    const line = lineOf(one)
    if (line === null || !tangled.has(line)) continue
    const glyphs = glyphsOf.get(line) ?? []
    glyphs.push(...one.glyphs)
    glyphsOf.set(line, glyphs)
  }
  return placed.flatMap((one) => {
    const line = lineOf(one)
    if (line === null || !tangled.has(line)) return one.words
    if (rebuilt.has(line)) return []
    rebuilt.add(line)
    return wordsOf(glyphsOf.get(line)!)
  })
}

function lineOf({ glyphs, words }: Placed): number | null {
  const first = glyphs[0]
  if (!first || words.some((word) => word.leftOut)) return null
  return Math.round(first.base / STEP)
}

function tangledLines(placed: readonly Placed[]): Set<number> {
  /** The items of each line, from left to right. */
  const lines = new Map<number, Placed[]>()
  for (const one of placed) {
    const line = lineOf(one)
    if (line === null) continue
    const found = lines.get(line)
    if (found) found.push(one)
    else lines.set(line, [one])
  }
  const tangled = new Set<number>()
  for (const [line, items] of lines) {
    if (items.length < 2) continue
    let right = Number.NEGATIVE_INFINITY
    for (const { glyphs } of items.toSorted((a, b) => a.glyphs[0]!.left - b.glyphs[0]!.left)) {
      const { left, size } = glyphs[0]!
      if (left < right - size * OVERLAP) {
        tangled.add(line)
        break
      }
      right = Math.max(right, ...glyphs.map((glyph) => glyph.right))
    }
  }
  return tangled
}

function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = []
  for (const glyph of glyphs.toSorted((a, b) => a.left - b.left)) {
    const { text, left, right, base, size } = glyph
    const last = words.at(-1)
    if (last && left - last.right < size * SPACE) {
      last.text += text
      last.right = Math.max(last.right, right)
    } else words.push({ text, left, right, top: base - size * 0.8, bottom: base + size * 0.2 })
  }
  return words
}
