import { isDeepStrictEqual } from 'node:util'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { checkDirectiveVersion, directiveToReview } from './access.ts'
import type { DirectivesDb } from './db.ts'
import { withOneAccountable } from './draft.ts'
import { draftsOf, saveDraft } from './drafts.ts'
import { matchIssuer, matchParties } from './match.ts'
import { nameContextOf } from './review.ts'
import type { DirectiveEdit, DraftParty } from './shapes.ts'
import { type DirectiveRecord, findDirective, saveCorrection } from './store.ts'

/**
 * Corrects the document's own fields. Day and issuer decide how names are matched: if they change, every party that no
 * reviewer has chosen by hand is matched again. Returns the new version.
 */
export async function correct(
  trx: Transaction<DirectivesDb>,
  { actor, id, version, now }: Ask,
  edit: DirectiveEdit,
): Promise<number> {
  const directive = await directiveToReview(trx, actor, id, ['review'])
  checkDirectiveVersion(directive, version)
  const fields = Object.fromEntries(
    Object.entries(edit).map(([name, value]) => [name, typeof value === 'string' ? value.trim() || null : value]),
  ) as DirectiveEdit
  const after = { ...directive, ...fields }
  const isElsewhere = after.issuer !== directive.issuer || after.issuedOn !== directive.issuedOn
  if (isElsewhere) after.issuerAgencyId = await matchIssuer(trx, after.issuer, nameContextOf(after, now).on)
  await saveCorrection(trx, id, { ...fields, issuerAgencyId: after.issuerAgencyId }, signatureOf(actor))
  const rematched = isElsewhere ? await rematch(trx, { actor, now }, after) : []
  const names = Object.keys(fields) as (keyof DirectiveEdit)[]
  await record(trx, actor, 'directive.corrected', {
    subject: { kind: 'directive', id },
    before: Object.fromEntries(names.map((name) => [name, directive[name]])),
    after: Object.fromEntries(names.map((name) => [name, after[name]])),
    ...(rematched.length > 0 ? { detail: { rematchedDrafts: rematched } } : {}),
  })
  return (await findDirective(trx, id))!.version
}

async function rematch(
  trx: Transaction<DirectivesDb>,
  { actor, now }: AskToMake,
  directive: DirectiveRecord,
): Promise<number[]> {
  const drafts = await draftsOf(trx, directive.id)
  const matched = await matchParties(
    trx,
    drafts.map(({ parties }) => parties),
    nameContextOf(directive, now),
  )
  const changed: number[] = []
  for (const [index, draft] of drafts.entries()) {
    const parties = withOneAccountable(draft.parties.map((before, place) => kept(before, matched[index]![place]!)))
    if (isDeepStrictEqual(parties, draft.parties)) continue
    await saveDraft(trx, draft.id, { content: { ...draft, parties } }, signatureOf(actor))
    changed.push(draft.id)
  }
  return changed
}

/** A reviewer's choice stays; the accountable lead stays if it is still matched. */
function kept(before: DraftParty, now: DraftParty): DraftParty {
  if (before.outcome === 'chosen') return before
  return { ...now, accountable: before.agencyId === null ? now.accountable : before.accountable }
}
