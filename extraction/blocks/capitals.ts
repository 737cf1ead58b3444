/** The longest headings are shorter; the beginning of a paragraph shows that it is none. */
const REACH = 600

/** Headings set in capitals: "II. NHIỆM VỤ, GIẢI PHÁP". */
export function isCapitals(text: string): boolean {
  const letters = text.slice(0, REACH).replace(/[^\p{L}]/gu, '')
  if (letters.length < 3) return false
  return letters.replace(/[^\p{Lu}]/gu, '').length >= letters.length * 0.85
}
