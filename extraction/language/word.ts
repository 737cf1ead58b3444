/** A word of a passage: letters and digits. */
export class Word {
  /** Accents kept, lower case. */
  readonly lower: string
  readonly start: number
  readonly end: number
  /** Its number and the signs of its print in one: words are most of what a document holds in memory while it is read. */
  readonly #code: number

  constructor(lower: string, start: number, end: number, known: number, signs: number) {
    this.lower = lower
    this.start = start
    this.end = end
    this.#code = (known << BITS_OF_SIGNS) | signs
  }
  /** Its number among the words of all lists; 0 if it is in no phrase of any. */
  get known(): number {
    return this.#code >> BITS_OF_SIGNS
  }
  get capital(): boolean {
    return (this.#code & CAPITAL) !== 0
  }
  /** Only a single space is between it and the word before. */
  get joined(): boolean {
    return (this.#code & JOINED) !== 0
  }
}

export const CAPITAL = 1
export const JOINED = 2
const BITS_OF_SIGNS = 2
