import type { LeftOut } from '../compose.ts'

/**
 * A page as laid out, from a PDF's text or from recognition: words and ruled lines with their positions. Coordinates
 * are points (1/72 inch), from the upper left corner, y growing downwards.
 */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Word extends Box {
  text: string
  /** Words next to it that no longer hold. */
  leftOut?: LeftOut[]
  /** Only the mark of a note, no text. */
  isNoteMark?: boolean
  /** The raised mark that a note at the foot of the page begins with. */
  beginsNote?: boolean
}

/** Words of text that is turned by a right angle: it reads up the page or down it, as in the narrow columns of a table. */
export interface TurnedWord extends Word {
  reads: 'up' | 'down'
  /** Size of its letters. */
  size: number
}

/** A horizontal or vertical ruled line: its box has no height or no width. */
export type Rule = Box

export interface Sheet {
  page: number
  width: number
  height: number
  words: Word[]
  rules: Rule[]
  /** Text turned by a right angle: of a cell, or beside the text. */
  turned?: TurnedWord[]
}

/** Words next to each other on one line. */
export interface Line extends Box {
  text: string
  words: Word[]
}

export function middle(box: Box): { x: number; y: number } {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
}

export function around(boxes: Box[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { left, top, right, bottom } of boxes) {
    box.left = Math.min(box.left, left)
    box.top = Math.min(box.top, top)
    box.right = Math.max(box.right, right)
    box.bottom = Math.max(box.bottom, bottom)
  }
  return box
}

/** Groups words into lines, top to bottom, each line's words from left to right. */
export function linesOf(words: Word[]): Line[] {
  const rows: { words: Word[]; top: number; bottom: number }[] = []
  for (const word of [...words].sort((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const height = word.bottom - word.top
    const y = middle(word).y
    // Only the latest rows can contain it, because words are sorted by their bottom edge.
    const row = rows.slice(-4).find((found) => y > found.top && y < found.bottom && overlap(found, word) > height * 0.5)
    if (row) {
      row.words.push(word)
      // Raised signs ("m²", the accents of a stamp) must not stretch the row over its neighbours.
      if (height <= (row.bottom - row.top) * 1.2) {
        row.top = Math.min(row.top, word.top)
        row.bottom = Math.max(row.bottom, word.bottom)
      }
    } else {
      rows.push({ words: [word], top: word.top, bottom: word.bottom })
    }
  }
  return rows.map((row) => lineOf(row.words)).sort((a, b) => a.top - b.top)
}

export function lineOf(words: Word[]): Line {
  const sorted = [...words].sort((a, b) => a.left - b.left)
  let text = ''
  let end = Number.NEGATIVE_INFINITY
  for (const word of sorted) {
    if (word.isNoteMark) {
      // The mark is no space: "ngày 10/5²; mua" is "ngày 10/5; mua".
      end = Math.max(end, word.right)
      continue
    }
    const gap = word.left - end
    if (text !== '' && gap > (word.bottom - word.top) * 0.12 && !text.endsWith(' ') && !word.text.startsWith(' '))
      text += ' '
    text += word.text
    end = Math.max(end, word.right)
  }
  return { ...around(sorted), text: text.replace(/\s+/g, ' ').trim(), words: sorted }
}

/** What was left out of these lines. */
export function leftOutOf(lines: readonly Line[]): LeftOut[] {
  return lines.flatMap((line) => line.words.flatMap((word) => word.leftOut ?? []))
}

function overlap(a: { top: number; bottom: number }, b: { top: number; bottom: number }): number {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
}

/** The first index whose value is above the limit; the values grow. */
export function firstAbove(values: readonly number[], limit: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const at = (low + high) >> 1
    if (values[at]! > limit) high = at
    else low = at + 1
  }
  return low
}
