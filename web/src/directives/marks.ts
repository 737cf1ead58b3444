import type { Mark, MarkKind } from '../ui/highlight.ts'
import type { Directive, Draft } from './queries.ts'

export const ownerOf = (draft: Pick<Draft, 'id'>): string => `d${draft.id}`
/** The draft behind an owner, or undefined for a field of the document or a place. */
export const draftIdOf = (owner: string): number | undefined =>
  /^d\d+$/.test(owner) ? Number(owner.slice(1)) : undefined
export const PLACE = 'place'

/** Words that look like a deadline, a target or a lead and were not understood. */
const isUnread = (code: string): boolean => code.endsWith('_unread')

/** Everything extracted from the text, with its place: the fields of the document and of each draft that is kept. */
export function marksOfDirective({
  drafts,
  found,
  warnings,
}: Pick<Directive, 'drafts' | 'found' | 'warnings'>): Mark[] {
  const marks: Mark[] = Object.entries(found).map(([name, { span }]) => ({
    ...span,
    kind: 'field',
    owner: `f-${name}`,
  }))
  warnings.forEach(({ code, span }, at) => {
    if (span && isUnread(code)) marks.push({ ...span, kind: 'unread', owner: `w-${at}` })
  })
  for (const draft of drafts) {
    if (draft.isDropped) continue
    const owner = ownerOf(draft)
    const add = (span: { start: number; end: number } | null, kind: MarkKind) => {
      if (span) marks.push({ ...span, kind, owner })
    }
    add(draft.contentSpan ?? draft.span, 'content')
    for (const party of draft.parties) add(party.span, party.role)
    for (const deadline of draft.deadlines) add(deadline.span, 'deadline')
    for (const target of draft.targets) add(target.span, 'target')
    for (const { code, span } of draft.warnings) if (isUnread(code) && span) add(span, 'unread')
  }
  return marks
}
