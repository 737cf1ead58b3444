import type { Rule } from '../sheet/sheet.ts'
import type { Glyph } from './drawing.ts'

/** Why a letter that the page draws is not read. */
export type Fate = 'kept' | 'twice' | 'hidden' | 'struck'

/** A box that strikes what is in it, in points of the page as seen. */
export interface StruckBox {
  left: number
  right: number
  top: number
  bottom: number
}

/** Two drawings of one letter are closer than this share of its size; two letters next to each other never are. */
const SAME_PLACE = 0.12

/** A line strikes letters if it runs between these shares of their size above the line they stand on. */
const STRIKE_FROM = 0.14
const STRIKE_TO = 0.46
/** Share of a line that must run through letters: a longer one separates or frames. */
const STRIKE_COVERED = 0.6

/** Rows of letters are searched in bands of this height, in points. */
const BAND = 4

/** With fewer visible letters than this a page has no visible text. */
const LEAST_VISIBLE = 20

/**
 * Decides for each letter of a page whether it is read: once if it is drawn twice (the bold of a poor printer), not if it
 * is struck, and not if it is hidden below text that can be seen. The hidden text of a scanned page is all it has, so it
 * is kept there, but for the words that visible text covers.
 */
export function fatesOf(glyphs: readonly Glyph[], rules: readonly Rule[], boxes: readonly StruckBox[]): Fate[] {
  const fates = glyphs.map((): Fate => 'kept')
  const bands = bandsOf(glyphs)
  hide(glyphs, fates, bands)
  dropDoubles(glyphs, fates)
  for (const rule of rules) strikeBy(rule, glyphs, fates, bands)
  for (const box of boxes) strikeIn(box, glyphs, fates, bands)
  return fates
}

type Bands = Map<number, number[]>

function bandsOf(glyphs: readonly Glyph[]): Bands {
  const bands: Bands = new Map()
  glyphs.forEach((glyph, index) => {
    if (!glyph.upright || glyph.text === ' ') return
    const band = Math.round(glyph.base / BAND)
    const found = bands.get(band)
    if (found) found.push(index)
    else bands.set(band, [index])
  })
  return bands
}

function* inBands(bands: Bands, top: number, bottom: number): Generator<number> {
  for (let band = Math.floor(top / BAND); band <= Math.ceil(bottom / BAND); band++) yield* bands.get(band) ?? []
}

function hide(glyphs: readonly Glyph[], fates: Fate[], bands: Bands): void {
  if (!glyphs.some((glyph) => glyph.hidden)) return
  let visible = 0
  let hidden = 0
  for (const glyph of glyphs) if (/\p{L}/u.test(glyph.text)) glyph.hidden ? hidden++ : visible++
  const hasText = hidden > 0 && visible >= Math.max(LEAST_VISIBLE, hidden / 2)
  const places = hasText ? null : placesOf(glyphs, bands)
  glyphs.forEach((glyph, index) => {
    if (glyph.hidden && (hasText || places?.has(placeOf(glyph)))) fates[index] = 'hidden'
  })
}

/** Squares of the page that visible letters cover. */
function placesOf(glyphs: readonly Glyph[], bands: Bands): Set<string> {
  const places = new Set<string>()
  for (const indexes of bands.values()) {
    for (const index of indexes) {
      const glyph = glyphs[index]!
      if (glyph.hidden) continue
      const [x, y] = square(glyph)
      for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) places.add(`${x + dx} ${y + dy}`)
    }
  }
  return places
}

function square(glyph: Glyph): [number, number] {
  return [Math.round((glyph.left + glyph.right) / 2 / 8), Math.round(glyph.base / 8)]
}

function placeOf(glyph: Glyph): string {
  return square(glyph).join(' ')
}

/** Side of the squares in which doubles are searched, in points; no two drawings of a letter are farther apart than half. */
const SQUARE = 4
/** More squares than any page has in a row. */
const SQUARES_ACROSS = 1 << 16

function dropDoubles(glyphs: readonly Glyph[], fates: Fate[]): void {
  /** The latest letter of each square, and for each letter the one before it in the same square. */
  const latest = new Map<number, number>()
  const before = new Int32Array(glyphs.length).fill(-1)
  const isDrawnIn = (square: number, glyph: Glyph, near: number): boolean => {
    for (let at = latest.get(square) ?? -1; at >= 0; at = before[at]!) {
      const other = glyphs[at]!
      if (other.text !== glyph.text) continue
      if (Math.abs(other.left - glyph.left) < near && Math.abs(other.base - glyph.base) < near) return true
    }
    return false
  }
  glyphs.forEach((glyph, index) => {
    if (fates[index] !== 'kept' || glyph.text === ' ' || glyph.text.trim() === '') return
    const near = Math.min(glyph.size * SAME_PLACE, SQUARE / 2)
    const [x, y] = [glyph.left / SQUARE, glyph.base / SQUARE]
    const [column, row] = [Math.floor(x), Math.floor(y)]
    const beside = x - column < 0.5 ? -1 : 1
    const over = (y - row < 0.5 ? -1 : 1) * SQUARES_ACROSS
    const square = row * SQUARES_ACROSS + column
    // A letter at a place already taken is a double and not kept, so the lists stay short.
    for (const place of [square, square + beside, square + over, square + over + beside]) {
      if (isDrawnIn(place, glyph, near)) {
        fates[index] = 'twice'
        return
      }
    }
    before[index] = latest.get(square) ?? -1
    latest.set(square, index)
  })
}

/** Tallest letter that a line is searched for, in points. */
const TALLEST = 40

function strikeBy(rule: Rule, glyphs: readonly Glyph[], fates: Fate[], bands: Bands): void {
  const length = rule.right - rule.left
  if (length < 3 || length < rule.bottom - rule.top) return
  const y = (rule.top + rule.bottom) / 2
  const struck: number[] = []
  let covered = 0
  for (const index of inBands(bands, y, y + TALLEST * STRIKE_TO)) {
    const glyph = glyphs[index]!
    const above = glyph.base - y
    if (above < glyph.size * STRIKE_FROM || above > glyph.size * STRIKE_TO) continue
    const middle = (glyph.left + glyph.right) / 2
    if (middle < rule.left || middle > rule.right || fates[index] === 'hidden') continue
    struck.push(index)
    if (fates[index] !== 'twice') covered += glyph.right - glyph.left
  }
  // Spaces between the words are no letters; a fifth is added for them.
  if (covered * 1.2 < length * STRIKE_COVERED) return
  for (const index of struck) if (fates[index] === 'kept') fates[index] = 'struck'
}

function strikeIn(box: StruckBox, glyphs: readonly Glyph[], fates: Fate[], bands: Bands): void {
  for (const index of inBands(bands, box.top, box.bottom + TALLEST * 0.3)) {
    const glyph = glyphs[index]!
    const x = (glyph.left + glyph.right) / 2
    const y = glyph.base - glyph.size * 0.3
    const isIn = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
    if (isIn && fates[index] === 'kept') fates[index] = 'struck'
  }
}

/** A letter of an item, where it is drawn; null for white space, which may be drawn by no letter. */
export type Letter = { glyph: Glyph; fate: Fate } | null
