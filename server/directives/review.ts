/** The result of every review act: the directive's new version and the current drafts. */
import { signatureOf } from '../platform/actor.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import type { DirectivesDb } from './db.ts'
import { doubtsOf, problemsOf } from './draft.ts'
import { type DraftContent, type DraftRecord, draftsOf } from './drafts.ts'
import type { NameContext } from './match.ts'
import type { Draft, DraftsChanged } from './shapes.ts'
import { type DirectiveRecord, touchDirective } from './store.ts'

/** The draft of the directive to act on. The version seen is the draft's. */
export type OnDraft<Input = unknown> = Input & { draftId: number }

/** Throws `Conflict` for a dropped draft: it must be restored before any other act. */
export function checkKept({ isDropped, ref }: DraftRecord): void {
  if (!isDropped) return
  throw new Conflict('draft.dropped', `Nhiệm vụ ${ref} đã bị bỏ. Hãy khôi phục rồi mới sửa.`)
}

/** The drafts whose references are taken. */
export function isOtherKept(...ids: number[]) {
  return ({ id, isDropped }: DraftRecord) => !isDropped && !ids.includes(id)
}

/** The draft with its problems and doubts. */
export function shown(draft: DraftRecord, directive: DirectiveRecord, today: string): Draft {
  return {
    ...draft,
    warnings: [...draft.warnings, ...doubtsOf(draft, assignedDayOf(directive))],
    problems: problemsOf(draft, today),
  }
}

/** The day its tasks count as given: set by a reviewer, else the day of issue; null if neither is known. */
export function assignedDayOf({ assignedOn, issuedOn }: DirectiveRecord): string | null {
  return assignedOn ?? issuedOn
}

/** The day and issuer by which its names are matched. */
export function nameContextOf({ issuedOn, issuerAgencyId }: DirectiveRecord, now: Temporal.Instant): NameContext {
  return { on: issuedOn ?? dayInVietnam(now), within: issuerAgencyId }
}

export async function draftsChanged(
  trx: Transaction<DirectivesDb>,
  { actor, now }: Pick<Ask, 'actor' | 'now'>,
  directive: DirectiveRecord,
  ids: readonly number[],
): Promise<DraftsChanged> {
  const version = await touchDirective(trx, directive.id, signatureOf(actor))
  const drafts = await draftsOf(trx, directive.id, new Set(ids))
  return { version, drafts: drafts.map((draft) => shown(draft, directive, dayInVietnam(now))) }
}

/** The part of a draft kept in the log: what a reviewer judges, without spans and candidates. */
export function logged({ ref, isDropped, ...draft }: DraftContent & { ref: string; isDropped?: boolean }) {
  return {
    ref,
    ...(isDropped ? { isDropped } : {}),
    groupTitle: draft.groupTitle,
    title: draft.title,
    content: draft.content,
    product: draft.product,
    parties: draft.parties.map(({ role, name, scope, agencyId, accountable }) => ({
      role,
      name,
      scope,
      agencyId,
      accountable,
    })),
    deadlines: draft.deadlines.map(({ kind, text, dueOn, recurs, milestone }) => ({
      kind,
      text,
      dueOn,
      recurs,
      milestone,
    })),
    targets: draft.targets.map(({ measure, comparator, value, max, unit }) => ({
      measure,
      comparator,
      value,
      max,
      unit,
    })),
  }
}
