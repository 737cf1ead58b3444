/**
 * What a UTF-16 unit is. A table answers far faster than a regular expression with Unicode classes, and the steps ask it of
 * nearly every character. Halves of surrogate pairs count as no letter: no letter of Vietnamese needs them.
 */

export const LETTER = 1
export const CAPITAL = 2
export const NUMBER = 4
/** Set once a unit was looked up, so that the table is filled only with what documents contain. */
const SEEN = 8

const KINDS = new Uint8Array(0x10000)

/** The kinds of a unit, as bits. */
export function kindOf(code: number): number {
  return KINDS[code] || lookedUp(code)
}

function lookedUp(code: number): number {
  const unit = String.fromCharCode(code)
  const kind =
    SEEN |
    (/\p{L}/u.test(unit) ? LETTER : 0) |
    (/\p{Lu}/u.test(unit) ? CAPITAL : 0) |
    (/\p{N}/u.test(unit) ? NUMBER : 0)
  KINDS[code] = kind
  return kind
}
