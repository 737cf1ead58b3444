import { isCapitals } from '../blocks/capitals.ts'
import type { Fragment, Paragraph } from '../blocks/fragments.ts'
import { labelsOf } from '../blocks/labels.ts'
import { DEPTH, markIn } from '../blocks/marks.ts'
import type { Passage } from '../language/passage.ts'
import { LINE_NEVER_ENDS, NAME_JUST_BEGUN } from '../language/vocabulary.ts'
import { isUnitAt, unitPhraseAt } from '../units/units.ts'

/**
 * Joins the lines of one paragraph that were too short or too uneven for the width of the page to show where they break:
 * the value of a label and a heading both run to the next label, mark or empty line.
 */
export function mended(fragments: readonly Fragment[]): Fragment[] {
  const style = styleOf(fragments)
  const whole: Fragment[] = []
  for (const fragment of fragments) {
    const above = whole.at(-1)
    if (above?.kind === 'paragraph' && fragment.kind === 'paragraph' && continues(above, fragment, style)) {
      const passage = above.passage.joinedTo(fragment.passage)
      whole[whole.length - 1] = { ...above, passage }
    } else whole.push(fragment)
  }
  return whole
}

/** How this document ends its paragraphs. */
interface Style {
  /** An empty line stands between paragraphs. */
  spaced: boolean
  /** The values of its labels end with a full stop or semicolon. */
  stopped: boolean
  /** Its items end with a full stop or semicolon. */
  closed: boolean
}

/** Fewer lines than this show no habit. */
const FEWEST = 4

function styleOf(fragments: readonly Fragment[]): Style {
  let opened = 0
  let spaced = 0
  let valued = 0
  let stopped = 0
  let items = 0
  let closed = 0
  for (const [at, fragment] of fragments.entries()) {
    if (fragment.kind === 'table') continue
    const isLabelled = labelsOf(fragment.passage, 0).length > 0
    if (isLabelled) {
      valued++
      if (ENDED.test(fragment.passage.text)) stopped++
    }
    if (fragment.passage.text.length > LONGEST_REST && markIn(fragment.passage) !== null) {
      items++
      if (ENDED.test(fragment.passage.text)) closed++
    }
    const above = fragments[at - 1]
    if (above?.kind !== 'paragraph' || (!isLabelled && markIn(fragment.passage) === null)) continue
    opened++
    if (lineEndsBetween(above.passage, fragment.passage) > 1) spaced++
  }
  return {
    spaced: opened >= FEWEST && spaced >= opened * 0.8,
    stopped: valued >= FEWEST && stopped >= valued * 0.6,
    closed: items >= FEWEST && closed >= items * 0.7,
  }
}

const ENDED = /[.;:!?…/][“”"')\]*]*$/
/** The last words of a line are enough to see that it does not end there. */
const TAIL = 24

function continues(above: Paragraph, next: Paragraph, style: Style): boolean {
  if (above.heading !== next.heading || opens(next.passage)) return false
  const lineEnds = lineEndsBetween(above.passage, next.passage)
  if (!Number.isFinite(lineEnds) || above.passage.text.length > LONGEST_JOINED) return false
  if (ENDED.test(above.passage.text)) return lineEnds === 1 && goesOn(above.passage, next.passage)
  if (/\([^()]{0,200}$/.test(above.passage.text.slice(-220))) return true
  const isLabelled = labelsOf(above.passage, 0).length > 0
  if (!isLabelled && markIn(above.passage) === null) return false
  if (isCapitals(above.passage.text) !== isCapitals(next.passage.text)) return false
  const tail = above.passage.lower.slice(-TAIL)
  if (LINE_NEVER_ENDS.test(tail) || (isLabelled && NAME_JUST_BEGUN.test(tail))) return true
  if (style.closed && lineEnds === 1 && isCutOff(above.passage, next.passage)) return true
  const isRest = next.passage.text.length < LONGEST_REST
  if (style.spaced && lineEnds === 1 && (isLabelled || (isRest && !ENDED.test(next.passage.text)))) return true
  return isLabelled && style.stopped && isRest && /[.;]$/.test(next.passage.text)
}

/**
 * A sign at the end of a line need not end the paragraph: the next line goes on in small letters, or the item so far only
 * names agencies ("3. Các bộ, cơ quan ngang bộ; / Ủy ban nhân dân các tỉnh …").
 */
function goesOn(above: Passage, next: Passage): boolean {
  const mark = markIn(above)
  if (mark === null || /(?:^|[^.])\.$/.test(above.text)) return false
  if (/^\p{Ll}/u.test(next.text)) return above.text.length > LONGEST_REST
  const end = above.text.length - 1
  return above.text.endsWith(';') && isUnitAt(next, 0) && unitPhraseAt(above, mark.length, end)?.whole === true
}

/** An item too long for a heading that stops without a sign: the next line is its rest, a capital only below a dash. */
function isCutOff(above: Passage, next: Passage): boolean {
  const mark = markIn(above)
  const isDash = mark !== null && DEPTH[mark.kind] >= DEPTH.dash
  return isDash ? above.text.length > SHORTEST_LINE : above.text.length > LONGEST_REST && /^[\p{Ll}\d]/u.test(next.text)
}

/** Each join copies what is above it; a longer paragraph is whole. */
const LONGEST_JOINED = 2_000

/** A line of a page holds more characters. */
const SHORTEST_LINE = 55

/** The rest of a name or a date after a line break is short. */
const LONGEST_REST = 80

/** A label begins the line, maybe after a stray sign. */
const LABEL_REACH = 4

function opens(passage: Passage): boolean {
  return (
    markIn(passage) !== null ||
    (labelsOf(passage, 0)[0]?.from ?? LABEL_REACH) < LABEL_REACH ||
    /^[("]?(?:noi nhan|kinh gui)\b/.test(passage.plain)
  )
}

/** Line ends in the source between two passages; many if other text stands between them. */
function lineEndsBetween(above: Passage, next: Passage): number {
  const between = above.source.slice(above.span().end, next.span().start)
  return /^[\s*_]*$/.test(between) ? between.split('\n').length - 1 : Number.POSITIVE_INFINITY
}
