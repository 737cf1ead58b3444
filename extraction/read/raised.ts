/** "1", "[2]", "(*)": what a raised mark of a note looks like. */
const MARK = /^\s*(?:\d{1,3}|\*{1,3}|\[\d{1,3}\]|\(\d{1,3}\)|\(\*{1,3}\))\s*$/
/** Behind a measure of length or a power of ten a raised digit is an exponent: "m²", "10⁶". */
const RAISES = /(?:(?<!\p{L})(?:k|h|da|d|c|m)?m|(?<!\d)10)$/u

/**
 * Whether raised characters refer to a note. They are no part of the words before them: "tháng 1²" is January, and
 * "30/6/2026³" the year 2026.
 *
 * @param before the text of the same line in front of them
 */
export function isNoteMark(before: string, raised: string): boolean {
  return MARK.test(raised) && !(/^\s*\d{1,2}\s*$/.test(raised) && RAISES.test(before))
}
