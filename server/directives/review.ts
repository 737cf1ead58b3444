/** What every act of a review ends in: the directive's version counted up, the drafts shown as they now are. */
import { dayInVietnam } from '../platform/calendar.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import type { DirectivesDb } from './db.ts'
import { doubtsOf, problemsOf } from './draft.ts'
import { type DraftContent, type DraftRecord, draftsOf } from './drafts.ts'
import type { Meant } from './match.ts'
import type { Draft, DraftsChanged } from './shapes.ts'
import { type DirectiveRecord, touchDirective } from './store.ts'

/** Which draft of the directive asked about, and what is to become of it. The version seen is the draft's. */
export type OnDraft<Input = unknown> = Input & { draftId: number }

/** Throws `Conflict` for a dropped draft: it has to be restored before anything else is done with it. */
export function checkKept({ isDropped, ref }: DraftRecord): void {
  if (!isDropped) return
  throw new Conflict('draft.dropped', `Nhiệm vụ ${ref} đã bị bỏ. Hãy khôi phục rồi mới sửa.`)
}

/** Picks the drafts that hold a reference which another may not take. */
export function isOtherKept(...ids: number[]) {
  return ({ id, isDropped }: DraftRecord) => !isDropped && !ids.includes(id)
}

/** The draft with what stops it and what is doubtful about it. */
export function shown(draft: DraftRecord, directive: DirectiveRecord): Draft {
  return {
    ...draft,
    warnings: [...draft.warnings, ...doubtsOf(draft, assignedDayOf(directive))],
    problems: problemsOf(draft),
  }
}

/** The day its tasks count as given: as a reviewer says, else the day it was issued; null where neither is known. */
export function assignedDayOf({ assignedOn, issuedOn }: DirectiveRecord): string | null {
  return assignedOn ?? issuedOn
}

/** When and within whom its names are meant. */
export function meantIn({ issuedOn, issuerAgencyId }: DirectiveRecord, now: Temporal.Instant): Meant {
  return { on: issuedOn ?? dayInVietnam(now), within: issuerAgencyId }
}

export async function draftsChanged(
  trx: Transaction<DirectivesDb>,
  directive: DirectiveRecord,
  ids: readonly number[],
  by: string,
): Promise<DraftsChanged> {
  const version = await touchDirective(trx, directive.id, by)
  const drafts = await draftsOf(trx, directive.id)
  return { version, drafts: drafts.filter(({ id }) => ids.includes(id)).map((draft) => shown(draft, directive)) }
}

/** What the log keeps of a draft: what a reviewer judges, without places and candidates. */
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
