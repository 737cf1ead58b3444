import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Invalid, NotFound } from '../platform/errors.ts'
import { checkVersion } from '../platform/version.ts'
import { directiveToReview } from './access.ts'
import type { DirectivesDb } from './db.ts'
import { checkWhole } from './distribute.ts'
import { withOneAccountable } from './draft.ts'
import { type DraftContent, type DraftRecord, draftsOf, saveDraft } from './drafts.ts'
import { refOfMerged } from './ref.ts'
import { checkKept, draftsChanged, isOtherKept, logged } from './review.ts'
import type { DraftParty, DraftsChanged, MergeDrafts } from './shapes.ts'

type Span = { start: number; end: number }

/** Merges drafts into the first of them in the document; the others are dropped. Returns all of them. */
export async function mergeDrafts(
  trx: Transaction<DirectivesDb>,
  { actor, id: directiveId, now }: AskToAdd,
  { drafts: chosen }: MergeDrafts,
): Promise<DraftsChanged> {
  const directive = await directiveToReview(trx, actor, directiveId, ['review'])
  const all = await draftsOf(trx, directiveId)
  const seen = new Map(chosen.map(({ id, version }) => [id, version]))
  const drafts = all.filter(({ id }) => seen.has(id))
  check(drafts, seen, chosen.length)
  const [first, ...others] = drafts as [DraftRecord, ...DraftRecord[]]
  const ids = drafts.map(({ id }) => id)
  const taken = new Set(all.filter(isOtherKept(...ids)).map(({ ref }) => ref))
  const ref = refOfMerged(
    drafts.map((draft) => draft.ref),
    taken,
  )
  const content = joined(drafts)
  for (const { id } of others) await saveDraft(trx, id, { isDropped: true }, signatureOf(actor))
  await saveDraft(
    trx,
    first.id,
    { ref, content, warnings: drafts.flatMap(({ warnings }) => warnings) },
    signatureOf(actor),
  )
  await record(trx, actor, 'directive.draftsMerged', {
    subject: { kind: 'directive', id: directiveId },
    before: drafts.map(logged),
    after: logged({ ...content, ref }),
    detail: { draftId: first.id, droppedIds: others.map(({ id }) => id) },
  })
  return draftsChanged(trx, { actor, now }, directive, ids)
}

function check(drafts: readonly DraftRecord[], seen: ReadonlyMap<number, number>, requested: number): void {
  if (seen.size !== requested) throw new Invalid('directive.merge_twice', 'Một nhiệm vụ được chọn hai lần để gộp.')
  if (drafts.length !== seen.size) throw new NotFound('draft.not_found', 'Không tìm thấy nhiệm vụ dự kiến này.')
  for (const draft of drafts) {
    checkVersion(seen.get(draft.id)!, draft.version, { by: draft.changedBy, at: draft.changedAt })
    checkKept(draft)
    checkWhole(draft)
  }
}

/** Contents in order; parties, deadlines, targets and notations without duplicates; the span from the first to the last. */
export function joined(drafts: readonly DraftContent[]): DraftContent {
  const first = drafts[0]!
  const parties = once(
    drafts.flatMap((draft) => draft.parties),
    partyKey,
  )
  return {
    groupTitle: first.groupTitle,
    title: first.title,
    content: drafts.reduce((text, { content }) => (text === '' ? content : `${text}${join(text)}${content}`), ''),
    product:
      once(
        drafts.flatMap(({ product }) => product ?? []),
        (product) => product,
      ).join('; ') || null,
    implements: [...new Set(drafts.flatMap((draft) => draft.implements))],
    // A unit that leads one part and coordinates in another leads the whole.
    parties: withOneAccountable(parties.filter((party) => !helpsWhatItLeads(party, parties))),
    deadlines: once(
      drafts.flatMap((draft) => draft.deadlines),
      ({ kind, text, dueOn }) => `${kind} ${dueOn} ${text}`,
    ),
    targets: once(
      drafts.flatMap((draft) => draft.targets),
      ({ text, measure, value, max, unit }) => `${text} ${measure} ${value} ${max} ${unit}`,
    ),
    span: around(drafts.map(({ span }) => span)),
    contentSpan: around(drafts.map(({ contentSpan }) => contentSpan)),
  }
}

function join(text: string): string {
  return /[.;:!?]$/u.test(text) ? ' ' : '; '
}

function partyKey({ role, agencyId, name, scope }: DraftParty): string {
  return `${role} ${agencyId ?? name.toLowerCase()} ${scope ?? ''}`
}

function helpsWhatItLeads(party: DraftParty, all: readonly DraftParty[]): boolean {
  return (
    party.role === 'coordinating' &&
    party.agencyId !== null &&
    all.some(({ role, agencyId }) => role === 'lead' && agencyId === party.agencyId)
  )
}

function once<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>()
  return items.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)))
}

function around(spans: readonly (Span | null)[]): Span | null {
  const known = spans.filter((span) => span !== null)
  if (known.length === 0) return null
  return { start: Math.min(...known.map(({ start }) => start)), end: Math.max(...known.map(({ end }) => end)) }
}
