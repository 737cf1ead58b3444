import type { Passage } from '../language/passage.ts'
import type { Fragment } from './fragments.ts'

/** "[2]", "(1)" behind a word: the text refers to a note. */
const REFERENCE = /(?<=[\p{L}\d)”"]) ?(?:\[(\d{1,3}|\*{1,3})\]|\((\d{1,2}|\*{1,3})\))(?=[\s.,;:)]|$)/gu
const NOTE = /^(?:\[(\d{1,3}|\*{1,3})\]|\((\d{1,2}|\*{1,3})\))\s?(?=\p{L})/u
/** What a note says; points of a list may have the same marks, and begin with what is to be done. */
const SOURCE =
  /^(?:theo|tai|xem|nguon|trich|ban hanh kem|kem theo|can cu|quyet dinh so|nghi dinh so|nghi quyet so|cong van so|thong tu so|thong bao so|luat |ke hoach so|van ban so|bao cao so|chi thi so|to trinh so)\b/
/** A note whose mark was printed raised, behind another note. */
const BARE = /^\d{1,3} \p{Lu}/u

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
    isBehindNote = isNote || (isBehindNote && BARE.test(text))
    if (isBehindNote) continue
    if (text.includes('[') || text.includes('('))
      for (const [, square, round] of text.matchAll(REFERENCE)) referred.add((square ?? round)!)
    kept.push(fragment)
  }
  return kept
}

function isOfNote([whole, square, round]: RegExpExecArray, { plain }: Passage, referred: ReadonlySet<string>): boolean {
  if (square !== undefined) return referred.has(square)
  return referred.has(round!) && SOURCE.test(plain.slice(whole.length, whole.length + 24))
}
