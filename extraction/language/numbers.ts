/** Numbers as Vietnamese documents print them. */

/** "1.500" and "1 500" are 1500, "10,5" is 10.5, "02" is 2. */
export function numberOf(printed: string): number {
  const grouped = /^\d{1,3}(?:[. ]\d{3})+(?:,\d+)?$/.test(printed)
  const bare = grouped ? printed.replaceAll(/[. ]/g, '') : printed
  return Number(bare.replace(',', '.'))
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** Value of a Roman numeral up to 89, or null. Recognised text prints I as l or 1: "Il" is II. */
export function romanValue(printed: string): number | null {
  const numeral = printed.replace(/[lı|]/g, 'I')
  if (!/^(?:L?X{0,3}|XL)(?:IX|IV|V?I{0,3})$/.test(numeral) || numeral === '') return null
  let total = 0
  for (let i = 0; i < numeral.length; i++) {
    const here = ROMAN[numeral.charAt(i)] as number
    const next = ROMAN[numeral.charAt(i + 1)] ?? 0
    total += here < next ? -here : here
  }
  return total
}

const LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** Position of a list letter in official documents, where đ is between d and e; 0 if it is not a list letter. */
export function letterValue(letter: string): number {
  return LETTERS.indexOf(letter.toLowerCase()) + 1
}

/** Small numbers in words, each at the place of its value. */
export const NUMBER_WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

/** "sáu" is 6, "06" is 6; null for anything else. */
export function smallNumber(printed: string): number | null {
  if (/^\d{1,3}$/.test(printed)) return Number(printed)
  const at = NUMBER_WORDS.indexOf(printed.toLowerCase())
  return at < 0 ? null : at
}
