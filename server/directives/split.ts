/** Splitting one draft in two. Pure except for the act at the end. */
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Invalid } from '../platform/errors.ts'
import { draftToReview } from './access.ts'
import type { DirectivesDb } from './db.ts'
import { checkWhole } from './distribute.ts'
import { titleOf, withOneAccountable } from './draft.ts'
import { type DraftContent, draftsOf, insertDrafts, makeRoom, saveDraft } from './drafts.ts'
import { getReading } from './readings.ts'
import { refsOfParts } from './ref.ts'
import { checkKept, draftsChanged, isOtherKept, logged, type OnDraft } from './review.ts'
import type { DraftsChanged } from './shapes.ts'

type Span = { start: number; end: number }
type Side = 'first' | 'second' | 'both'

/**
 * Splits a draft before the UTF-16 unit `at` of its content. `text` is the document's. What was found inside the content goes
 * to the part that contains it; what was found outside (labelled lines, headings) goes to both. A part left without a lead
 * or without a deadline keeps those of the whole.
 * Throws `Invalid` if one part would be empty, or `at` is inside a surrogate pair.
 */
export function cut(draft: DraftContent, at: number, text: string): [DraftContent, DraftContent] {
  const contents = [draft.content.slice(0, at).trim(), draft.content.slice(at).trim()] as const
  if (contents[0] === '' || contents[1] === '' || isInsidePair(draft.content, at)) {
    throw new Invalid('directive.split_place', 'Chỗ tách phải nằm giữa nội dung, để cả hai phần đều có chữ.', {
      fields: [{ path: 'at', code: 'range', message: 'Phải nằm giữa nội dung.' }],
    })
  }
  const place = placeInText(draft, at, text)
  const sideOf = (span: Span | null, words: string): Side => {
    if (span && draft.contentSpan && place !== null) {
      if (span.start < draft.contentSpan.start || span.start >= draft.contentSpan.end) return 'both'
      return span.start < place ? 'first' : 'second'
    }
    return sideOfWords(contents, words)
  }
  const part = (side: 'first' | 'second', content: string): DraftContent => {
    const parties = draft.parties.filter((party) => isOn(sideOf(party.span, party.name), side))
    const deadlines = draft.deadlines.filter((deadline) => isOn(sideOf(deadline.span, deadline.text), side))
    const hasLead = parties.some(({ role }) => role === 'lead')
    return {
      ...draft,
      title: titleOf(content),
      content,
      parties: hasLead ? parties : [...draft.parties.filter(({ role }) => role === 'lead'), ...parties],
      deadlines: deadlines.length > 0 ? deadlines : draft.deadlines,
      targets: draft.targets.filter((target) => isOn(sideOf(target.span, target.text), side)),
      contentSpan: spanOfPart(draft.contentSpan, place, side, text),
    }
  }
  return [part('first', contents[0]), part('second', contents[1])]
}

function isOn(side: Side, part: 'first' | 'second'): boolean {
  return side === 'both' || side === part
}

function isInsidePair(content: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(content.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(content.charAt(at))
}

/**
 * Where in the document the content is split. The content is the document's text with white space folded, so the place is
 * found by counting its other characters; null if a reviewer has rewritten it and the characters differ.
 */
function placeInText({ content, contentSpan }: DraftContent, at: number, text: string): number | null {
  if (!contentSpan) return null
  let inText = contentSpan.start
  for (let index = 0; index < at; index++) {
    const letter = content.charAt(index)
    if (isSpace(letter)) continue
    while (inText < contentSpan.end && isSpace(text.charAt(inText))) inText++
    if (inText >= contentSpan.end || text.charAt(inText) !== letter) return null
    inText++
  }
  return inText
}

function isSpace(letter: string): boolean {
  return /\s/u.test(letter)
}

/** By its words only: in the part that contains them; in both if neither or each does. */
function sideOfWords([first, second]: readonly [string, string], words: string): Side {
  const inFirst = holds(first, words)
  const inSecond = holds(second, words)
  return inFirst === inSecond ? 'both' : inFirst ? 'first' : 'second'
}

function holds(content: string, words: string): boolean {
  const folded = words.replace(/\s+/gu, ' ').trim()
  return folded !== '' && content.includes(folded)
}

/** White space at the split belongs to neither part. */
function spanOfPart(whole: Span | null, place: number | null, side: 'first' | 'second', text: string): Span | null {
  if (!whole || place === null) return whole
  const span = side === 'first' ? { start: whole.start, end: place } : { start: place, end: whole.end }
  while (span.start < span.end && isSpace(text.charAt(span.start))) span.start++
  while (span.end > span.start && isSpace(text.charAt(span.end - 1))) span.end--
  return span
}

/** Splits a draft: it becomes the first part, and the second follows it. Returns both. */
export async function splitDraft(
  trx: Transaction<DirectivesDb>,
  { actor, id: directiveId, version, now }: Ask,
  { draftId, at }: OnDraft<{ at: number }>,
): Promise<DraftsChanged> {
  const { directive, draft } = await draftToReview(trx, actor, directiveId, draftId, version)
  checkKept(draft)
  checkWhole(draft)
  const { text } = await getReading(trx, directiveId)
  const [first, second] = cut(draft, at, text)
  const taken = new Set((await draftsOf(trx, directiveId)).filter(isOtherKept(draftId)).map(({ ref }) => ref))
  const [firstRef, secondRef] = refsOfParts(draft.ref, taken)
  await saveDraft(trx, draftId, { ref: firstRef, content: withAnswerer(first) }, signatureOf(actor))
  await makeRoom(trx, directiveId, draft.position, 1)
  const { warnings, confidence } = draft
  const part = { ...withAnswerer(second), position: draft.position + 1, ref: secondRef, warnings, confidence }
  const [secondId] = await insertDrafts(trx, directiveId, [part], signatureOf(actor))
  await record(trx, actor, 'directive.draftSplit', {
    subject: { kind: 'directive', id: directiveId },
    before: logged(draft),
    after: [logged({ ...first, ref: firstRef }), logged({ ...second, ref: secondRef })],
    detail: { draftId, addedId: secondId },
  })
  return draftsChanged(trx, { actor, now }, directive, [draftId, secondId!])
}

function withAnswerer(content: DraftContent): DraftContent {
  return { ...content, parties: withOneAccountable(content.parties) }
}
