import { plain } from '../language/fold.ts'
import type { Passage } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'

/** Words of fewer characters are found everywhere by chance. */
const SHORTEST_QUOTE = 2

/**
 * Where quoted words are in a passage: exactly or, failing that, without regard to white space, case and accents. Whole
 * words only. Null if they are not there. What is read is always the printed words, never the quoted ones.
 */
export function quotedAt(passage: Passage, quote: string): Stretch | null {
  const words = quote
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"“”'‘’.,;:]+|[\s"“”'‘’.,;:]+$/gu, '')
  if (words.length < SHORTEST_QUOTE) return null
  return wholeWords(passage.text, words) ?? wholeWords(passage.plain, plain(words))
}

const LETTER = /[\p{L}\p{N}]/u
/** Past so many places where the words are only part of others, they are not looked for any further. */
const MOST_PLACES = 200

function wholeWords(text: string, words: string): Stretch | null {
  let from = text.indexOf(words)
  for (let tries = 0; from >= 0 && tries < MOST_PLACES; tries++) {
    const to = from + words.length
    const isCut =
      (LETTER.test(words.charAt(0)) && LETTER.test(text.charAt(from - 1))) ||
      (LETTER.test(words.charAt(words.length - 1)) && LETTER.test(text.charAt(to)))
    if (!isCut) return { from, to }
    from = text.indexOf(words, from + 1)
  }
  return null
}
