import type { NewTask } from '../tasks/index.ts'
import type { DraftContent } from './drafts.ts'

/** The task that a draft becomes. `text`: the document it was found in; null for one entered by hand. */
export function newTaskOf(draft: DraftContent & { ref: string }, text: string | null): NewTask {
  const { ref, groupTitle, title, content, product, contentSpan } = draft
  const span = contentSpan ?? draft.span
  return {
    ref,
    groupTitle,
    title,
    content,
    product,
    implements: draft.implements,
    span,
    sentence: span && text !== null ? text.slice(span.start, span.end) : null,
    parties: draft.parties.map(({ role, agencyId, name, scope, accountable, collective }) => ({
      role,
      agencyId,
      namedAs: name,
      scope,
      isAccountable: accountable,
      isCollective: collective,
    })),
    deadlines: draft.deadlines.map(({ kind, text: literal, dueOn, milestone, strict, recurs, rule }) => ({
      kind,
      literal,
      dueOn,
      isMilestone: milestone,
      isStrict: strict,
      recurs,
      rule,
    })),
    targets: draft.targets.map(({ text: literal, measure, comparator, value, max, unit, baseline, scope, byWhen }) => ({
      literal,
      measure,
      comparator,
      value,
      max,
      unit,
      baseline,
      scope,
      byWhen,
    })),
  }
}
