import { CAPITAL, kindOf, unitsLike } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import { lexicon, phraseAt, wordAt, wordsOf } from '../language/words.ts'
import { DEPARTMENT_FIELDS } from '../units/fields.ts'
import { UNIT_HEADS } from '../units/heads.ts'
import { isUnitAt } from '../units/units.ts'

export interface Body {
  from: number
  to: number
}

const BULLET = /^[-–+•▪*]\s*/
const isBullet = unitsLike(/[-–+•▪*]/)
const isListSign = unitsLike(/[,;]/)
const SPACE = 32
const NEXT_BULLET = /\s[-–+•▪*]\s+(?=\p{Lu})/gu
/** A name that ends like this goes on in the next line. */
const OPEN_NAME = /(?:[,;:&–-]|(?:^|\s)(?:và|của|với|thuộc|về|các|Cổ phần|TNHH|MTV|một thành viên))$/u
const HEADS = lexicon(UNIT_HEADS)
/** A name that is complete, so a further name may follow it without any sign: "Bộ Công an Bộ Tài chính". */
const COMPLETE = new RegExp(
  `^(?:(?:bộ|sở) (?:${DEPARTMENT_FIELDS.join('|')})|.{6,80} (?:tỉnh|thành phố|huyện|xã|phường))$`,
  'u',
)

/**
 * The parts of a cell that each name their own agency: bullets, or lines of which each begins a name. Lines that only
 * break a name ("Bộ Công / an", "Văn phòng / Bộ Tài chính") stay together.
 */
export function bodiesOf(passage: Passage, from: number, to: number): Body[] {
  const cuts = new Set<number>()
  const text = passage.text.slice(from, to)
  if (BULLET.test(text)) {
    // A dash inside a name is none: "- Vụ Kế hoạch - Tài chính".
    for (const hit of text.matchAll(NEXT_BULLET)) {
      if (beginsName(passage, from + hit.index + hit[0].length)) cuts.add(from + hit.index)
    }
  }
  let start = from
  /** Where the list of the lines so far begins, also before its commas: "UBND các xã, phường" is whole. */
  let list = from
  for (let at = from + 1; at < to; at++) {
    const code = passage.text.charCodeAt(at)
    if (isListSign(code)) start = at + 2
    if (code !== SPACE) continue
    if (!beginsName(passage, at + 1)) continue
    const isNew = isLineEnd(passage, at) ? isWhole(passage, list, at) : isComplete(passage, start, at)
    if (isNew) {
      cuts.add(at)
      start = at + 1
      list = start
    }
  }
  const edges = [from, ...[...cuts].sort((a, b) => a - b), to]
  const bodies: Body[] = []
  for (let at = 1; at < edges.length; at++) {
    let begin = edges[at - 1] as number
    const end = edges[at] as number
    begin += /^\s*(?:[-–+•▪*]\s*)?/.exec(passage.text.slice(begin, end))![0].length
    if (end > begin) bodies.push({ from: begin, to: end })
  }
  return bodies
}

function isComplete(passage: Passage, from: number, to: number): boolean {
  return to - from < 100 && COMPLETE.test(passage.lower.slice(from, to).replace(BULLET, ''))
}

/** The white space that the passage folded to this one space has a line end in it. */
function isLineEnd(passage: Passage, space: number): boolean {
  const start = passage.offsetOf(space - 1)
  const end = passage.offsetOf(space + 1)
  return /[\n\u2028]/.test(passage.source.slice(start + 1, end))
}

function beginsName(passage: Passage, at: number): boolean {
  const { text } = passage
  let from = at
  if (isBullet(text.charCodeAt(from))) for (from++; from < text.length && text.charCodeAt(from) === SPACE; ) from++
  const isCapital = from < text.length && (kindOf(text.charCodeAt(from)) & CAPITAL) !== 0
  return isCapital && isUnitAt(passage, wordAt(wordsOf(passage), from))
}

/** The name so far is more than the noun that begins it. */
function isWhole(passage: Passage, from: number, to: number): boolean {
  const words = wordsOf(passage)
  const first = wordAt(words, from)
  const count = wordAt(words, to) - first
  return count > phraseAt(words, first, HEADS) && !OPEN_NAME.test(passage.text.slice(from, to))
}
