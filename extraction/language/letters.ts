/**
 * What a UTF-16 unit is. A table answers far faster than a regular expression with Unicode classes, and the steps ask it of
 * nearly every character. Halves of surrogate pairs count as no letter: no letter of Vietnamese needs them.
 */

export const LETTER = 1
export const CAPITAL = 2
export const NUMBER = 4
/** An accent that is a unit of its own. */
export const MARK = 16
/** It has another form in lower case, as the first letter of a name; also the Roman numeral "Ⅳ". */
export const UPPER = 64
/** What the fonts from before Unicode show in place of letters: "¸", "®", "©". */
export const SYMBOL = 32
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
    (/\p{N}/u.test(unit) ? NUMBER : 0) |
    (/\p{M}/u.test(unit) ? MARK : 0) |
    (unit === unit.toLowerCase() ? 0 : UPPER) |
    (/[\p{So}¤-¿]/u.test(unit) ? SYMBOL : 0)
  KINDS[code] = kind
  return kind
}

/**
 * Whether a unit is one that a pattern of a single character matches. A look into a table costs a tenth of a call of the
 * pattern, and steps that trim or walk a text ask for each of its characters.
 */
export function unitsLike(pattern: RegExp): (code: number) => boolean {
  const answers = new Uint8Array(0x10000)
  const ask = (code: number): number => {
    const answer = pattern.test(String.fromCharCode(code)) ? YES : NO
    answers[code] = answer
    return answer
  }
  return (code) => (answers[code] || ask(code)) === YES
}

const NO = 1
const YES = 2

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/**
 * The runs of units of some kinds, one after the other, without a match object for each of thousands of words.
 *
 * @param visit gets where the run begins and ends, and whether all of it is ASCII; `true` ends the search.
 */
export function eachRun(
  text: string,
  kinds: number,
  visit: (from: number, to: number, isAscii: boolean) => boolean,
): void {
  let start = -1
  let all = 0
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0
    if (kindOf(code) & kinds) {
      if (start < 0) {
        start = at
        all = 0
      }
      all |= code
    } else if (start >= 0) {
      if (visit(start, at, all < 0x80)) return
      start = -1
    }
  }
}
