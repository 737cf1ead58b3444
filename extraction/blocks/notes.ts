import type { Passage } from '../language/passage.ts'
import type { Fragment } from './fragments.ts'

/** "[2]", "(1)" behind a word: the text refers to a note. */
const REFERENCE = /(?<=[\p{L}\d)”"]) ?(?:\[(\d{1,3}|\*{1,3})\]|\((\d{1,2}|\*{1,3})\))(?=[\s.,;:)]|$)/gu
const NOTE = /^(?:\[(\d{1,3}|\*{1,3})\]|\((\d{1,2}|\*{1,3})\))\s?(?=\p{L})/u
/** What a note says; points of a list may have the same marks, and begin with what is to be done. */
const SOURCE =
  /^(?:theo|tai|xem|nguon|trich|ban hanh kem|kem theo|can cu|quyet dinh so|nghi dinh so|nghi quyet so|cong van so|thong tu so|thong bao so|luat |ke hoach so|van ban so|bao cao so|chi thi so|to trinh so)\b/
/** A note whose mark was printed raised, behind another note or below the rule at the foot of a page. */
const BARE = /^\d{1,3} \p{Lu}/u
const RULE = /\n\s*[_–—]{3,}\s*\n\s*$/u
/** A drawn line and the white space around it are not longer. */
const LONGEST_RULE = 200

/**
 * Leaves out notes at the foot of a page or the end of a text: paragraphs that begin with a mark to which the text above
 * refers. They say where something comes from and order nothing.
 */
export function withoutNotes(fragments: readonly Fragment[]): Fragment[] {
  const referred = new Set<string>()
  const kept: Fragment[] = []
  let isBehindNote = false
  for (const fragment of fragments) {
    const passage = fragment.kind === 'paragraph' ? fragment.passage : null
    const text = passage?.text ?? ''
    const mark = text.startsWith('[') || text.startsWith('(') ? NOTE.exec(text) : null
    const isNote = passage !== null && mark !== null && isOfNote(mark, passage, referred)
    isBehindNote = isNote || (passage !== null && BARE.test(text) && (isBehindNote || isBelowRule(passage)))
    if (isBehindNote) continue
    if (text.includes('[') || text.includes('('))
      for (const [, square, round] of text.matchAll(REFERENCE)) referred.add((square ?? round)!)
    kept.push(fragment)
  }
  return kept
}

/** A drawn line is directly above it; in the flow of the text no line is left of it. */
function isBelowRule(passage: Passage): boolean {
  const { start } = passage.span()
  return RULE.test(passage.source.slice(Math.max(0, start - LONGEST_RULE), start))
}

function isOfNote([whole, square, round]: RegExpExecArray, { plain }: Passage, referred: ReadonlySet<string>): boolean {
  if (square !== undefined) return referred.has(square)
  return referred.has(round!) && SOURCE.test(plain.slice(whole.length, whole.length + 24))
}
