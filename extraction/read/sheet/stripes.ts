import { type Box, type Line, lineOf, middle, type Word } from './sheet.ts'

/** A white place from the top of a table to its bottom, or one between two texts of a line. */
export interface Stripe {
  left: number
  right: number
}

/** Narrower than this share of a line's height is the space between words. */
export const NARROW = 0.33
/** Share of the texts behind a stripe that begin at one place, or around one axis. */
const REGULAR = 0.5

/** The stripes without what these words cover. */
export function cut(stripes: readonly Stripe[], words: readonly Word[], height: number): Stripe[] {
  let left = [...stripes]
  for (const word of words) {
    left = left.flatMap((stripe) => {
      if (word.right <= stripe.left || word.left >= stripe.right) return [stripe]
      return [
        { left: stripe.left, right: word.left },
        { left: word.right, right: stripe.right },
      ].filter((rest) => rest.right - rest.left >= height * NARROW)
    })
  }
  return left
}

/** Stripes with text on both sides; the margins are none. */
export function inner(stripes: readonly Stripe[], right: number): Stripe[] {
  return stripes.slice(1).filter((stripe) => stripe.right < right)
}

/** Whether the texts between a stripe and the next one begin at one place, or stand around one axis. */
export function isRegular(lines: readonly Line[], stripe: Stripe, end: number): boolean {
  const texts = lines.flatMap(({ words }) => {
    const own = words.filter(({ left, right }) => left >= stripe.right - 1 && right <= end + 1)
    return own.length > 0 ? [lineOf(own)] : []
  })
  const least = Math.max(2, texts.length * REGULAR)
  return mostAlike(texts.map(({ left }) => left)) >= least || mostAlike(texts.map((text) => middle(text).x)) >= least
}

/** Places closer than this are the same, in points. */
const SAME_PLACE = 3

/** The most values around one of them. */
function mostAlike(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  let most = 0
  let from = 0
  let to = 0
  for (const value of sorted) {
    while (sorted[from]! <= value - SAME_PLACE) from++
    while (to < sorted.length && sorted[to]! < value + SAME_PLACE) to++
    most = Math.max(most, to - from)
  }
  return most
}

/** Whether no word of a line stands in the middle of a stripe. */
export function isClear({ words }: { words: readonly Word[] }, stripes: readonly Stripe[]): boolean {
  return stripes.every(({ left, right }) => {
    const centre = (left + right) / 2
    return words.every((word) => word.right <= centre + 1 || word.left >= centre - 1)
  })
}

export function heightOf({ words }: { words: readonly Box[] }): number {
  return words.reduce((most, { top, bottom }) => Math.max(most, bottom - top), 0)
}
