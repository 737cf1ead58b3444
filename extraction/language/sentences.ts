import { unitsLike } from './letters.ts'
import type { Passage } from './passage.ts'

/** Half-open range of a passage. */
export interface Stretch {
  from: number
  to: number
}

const isSign = unitsLike(/[(“)”.!?]/)

/**
 * Splits running text at full stops. Points inside brackets, numbers and abbreviations ("TP. Huế", "v.v.") are not full
 * stops.
 */
export function sentencesOf(passage: Passage, from: number, to = passage.text.length): Stretch[] {
  const text = passage.text
  const sentences: Stretch[] = []
  let start = from
  let depth = 0
  for (let i = from; i < to; i++) {
    if (!isSign(text.charCodeAt(i))) continue
    const sign = text.charAt(i)
    if (sign === '(' || sign === '“') depth++
    else if ((sign === ')' || sign === '”') && depth > 0) depth--
    if (sign !== '.' && sign !== '!' && sign !== '?') continue
    if (
      depth > 0 ||
      !/^[.!?]["”']?\s+["“]?[\p{Lu}\d]/u.test(text.slice(i, i + 6)) ||
      ABBREVIATION.test(text.slice(Math.max(from, i - 5), i))
    )
      continue
    sentences.push({ from: start, to: i + 1 })
    start = i + 1
    while (start < to && text.charAt(start) === ' ') start++
  }
  if (start < to) sentences.push({ from: start, to })
  return sentences
}

const ABBREVIATION = /(?:^|[\s(.])(?:\p{Lu}|TP|Tp|tp|TX|TT|PGS|GS|TS|ThS|KT|TM|TL|TUQ|v\.v|vv|Q|P|H|St|Mr|Mrs|số|No)$/u
