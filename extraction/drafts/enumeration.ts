import { hitsOf } from '../language/hits.ts'
import type { Passage } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import { orderOf } from '../units/orders.ts'
import { verbAt } from '../units/units.ts'

/** Work counted off inside one item, and the words before it. */
interface Enumeration {
  /** "Giao Sở A:", what introduces the parts. */
  head: Stretch
  parts: Stretch[]
}

const ENUMERATOR = /\((?<sign>[ivx]{1,5}|\d{1,2}|[a-z])\)\s?(?=\S)/g
const SERIES: readonly (readonly string[])[] = [
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'],
  Array.from({ length: 30 }, (_, at) => String(at + 1)),
  ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm'],
]

/**
 * "(i) … (ii) …" inside an item, if every part is an action of its own. Things counted off ("gồm: (i) tên; (ii) địa
 * chỉ") are no tasks: null.
 */
export function enumerationIn(passage: Passage, from: number, to: number): Enumeration | null {
  if (!passage.text.includes('(', from)) return null
  const hits = hitsOf(ENUMERATOR, passage.plain.slice(from, to)).filter(({ index }) => {
    const before = passage.text.slice(Math.max(from, from + index - 6), from + index).trimEnd()
    return index === 0 || /(?:[:;,.]|(?:^|\s)và)$/.test(before)
  })
  if (hits.length < 2) return null
  const signs = hits.map((hit) =>
    passage.lower.charAt(from + hit.index + 1) === 'đ' ? 'đ' : (hit.groups?.sign as string),
  )
  if (!SERIES.some((series) => signs.every((sign, at) => sign === series[at]))) return null
  const parts = hits.map((hit, at) => ({
    from: from + hit.index + hit[0].length,
    to: at + 1 < hits.length ? trimmed(passage, from + hits[at + 1]!.index) : to,
  }))
  const head = { from, to: from + hits[0]!.index }
  const acting = parts.filter((part) => {
    const order = orderOf(passage, part.from, part.to)
    const starts = verbAt(passage, wordAt(wordsOf(passage), part.from), true) > 0
    return starts || order.acts || order.commanded || order.joins
  })
  // Below a named agency half of the parts may begin with a verb we do not know.
  const isLed = orderOf(passage, head.from, head.to).lead.length > 0
  return acting.length >= parts.length * (isLed ? 0.5 : 1) ? { head, parts } : null
}

/** Drops the sign or "và" before the next enumerator. */
function trimmed(passage: Passage, end: number): number {
  const tail = /(?:\s|[;,]|\svà)+$/.exec(passage.text.slice(Math.max(0, end - 8), end))
  return tail ? end - tail[0].length : end
}
