import { CAPITAL, kindOf, LETTER } from '../language/letters.ts'

/** The longest headings are shorter; the beginning of a paragraph shows that it is none. */
const REACH = 600

/** Headings set in capitals: "II. NHIỆM VỤ, GIẢI PHÁP". */
export function isCapitals(text: string): boolean {
  let letters = 0
  let capitals = 0
  const end = Math.min(text.length, REACH)
  // With more small letters than this no capital that follows can make up for them.
  const most = end * 0.16
  for (let at = 0; at < end && letters - capitals <= most; at++) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind & LETTER) letters++
    if (kind & CAPITAL) capitals++
  }
  return letters >= 3 && capitals >= letters * 0.85
}
