import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import { type AnyHandle, type Handle, type Transaction, toJson } from '../platform/db.ts'
import { Conflict, Invalid, NotFound, wrong } from '../platform/errors.ts'
import { agencyOn, type Candidate, membersOf } from '../registry/index.ts'
import { checkDirectiveVersion, directiveToReview, draftToReview, draftToSee } from './access.ts'
import type { DirectivesDb } from './db.ts'
import {
  chosenOf,
  type Form,
  inParts,
  isPhraseInLead,
  type Member,
  ofEach,
  rejoined,
  type Undone,
} from './distribution.ts'
import {
  type DraftContent,
  type DraftRecord,
  draftsOf,
  findDraft,
  insertDrafts,
  makeRoom,
  saveDraft,
} from './drafts.ts'
import { freeRef } from './ref.ts'
import { checkKept, draftsChanged, isOtherKept, logged, nameContextOf, type OnDraft } from './review.ts'
import type { Distribute, DistributionPlan, DistributionPreview, DraftParty, DraftsChanged } from './shapes.ts'
import type { DirectiveRecord } from './store.ts'

interface Planned {
  phrase: DraftParty
  membersOn: string
  members: Candidate[]
  chosen: Member[]
  leftOut: string[]
  added: string[]
}

/** What `distributeDraft` would make of the draft, by the same rules. Changes nothing. */
export async function previewDistribution(
  db: AnyHandle,
  { actor, id: directiveId, now }: { actor: Actor; id: number; now: Temporal.Instant },
  { draftId, ...input }: OnDraft<DistributionPlan>,
): Promise<DistributionPreview> {
  const { directive, draft } = await draftToSee(db, actor, directiveId, draftId)
  const plan = await planned(db, directive, draft, input, now)
  const taken = await takenRefs(db as Handle<DirectivesDb>, directiveId, draftId)
  const drafts =
    input.form === 'each'
      ? ofEach(draft, input.party, plan.chosen, taken)
      : [{ ...inParts(draft, input.party, plan.chosen, input), ref: draft.ref }]
  const { phrase, membersOn, members, leftOut, added } = plan
  return { name: phrase.name, membersOn, members, leftOut, added, rows: drafts.map(rowOf) }
}

function rowOf({
  ref,
  title,
  parties,
  deadlines,
  targets,
}: DraftContent & { ref: string }): DistributionPreview['rows'][number] {
  const nameOf = ({ agencyName, name }: DraftParty) => agencyName ?? name
  return {
    ref,
    title,
    leads: parties
      .filter(({ role }) => role === 'lead')
      .map((party) => ({ name: nameOf(party), accountable: party.accountable })),
    coordinating: parties.filter(({ role }) => role === 'coordinating').map(nameOf),
    deadlines: deadlines.map(({ text, dueOn }) => ({ text, dueOn })),
    targets: targets.map(({ text }) => text),
  }
}

/**
 * Gives what a phrase for many agencies was given to each of them: as a draft for each, with the references "5.1" … "5.22"; as
 * one draft in which each leads a part; or, of coordinating units, as a part for each. Undone by `undoDistribution` until the
 * directive is confirmed.
 */
export async function distributeDraft(
  trx: Transaction<DirectivesDb>,
  { actor, id: directiveId, version, now }: Ask,
  { draftId, reason, ...input }: OnDraft<Distribute>,
): Promise<DraftsChanged> {
  const { directive, draft } = await draftToReview(trx, actor, directiveId, draftId, version)
  checkKept(draft)
  const { phrase, membersOn, chosen, leftOut, added } = await planned(trx, directive, draft, input, now)
  if (chosen.length < 2) {
    throw wrong(
      'agencyIds',
      'minItems',
      'Hãy chọn ít nhất hai cơ quan; nếu chỉ một, hãy sửa nhiệm vụ và chọn cơ quan đó.',
    )
  }
  if (leftOut.length + added.length > 0 && reason === undefined) {
    throw wrong('reason', 'required', 'Hãy nêu lý do khi bỏ bớt cơ quan hoặc thêm cơ quan ngoài cách gọi chung.')
  }
  const { distribution_id: id } = await trx
    .insertInto('directives.distribution')
    .values({
      directive_id: directiveId,
      draft_id: draftId,
      form: input.form,
      party: toJson(phrase),
      members_on: membersOn,
      agencies: toJson(chosen.map(({ id: agency, name }) => ({ id: agency, name }))),
      left_out: toJson(leftOut),
      added: toJson(added),
      reason: reason ?? null,
      made_at: now.toString(),
      made_by: signatureOf(actor),
    })
    .returning('distribution_id')
    .executeTakeFirstOrThrow()
  const ids = [draftId]
  if (input.form === 'each') {
    const made = ofEach(draft, input.party, chosen, await takenRefs(trx, directiveId, draftId), id)
    await saveDraft(trx, draftId, { isDropped: true }, signatureOf(actor))
    await makeRoom(trx, directiveId, draft.position, made.length)
    ids.push(...(await insertDrafts(trx, directiveId, made, signatureOf(actor))))
  } else {
    const content = inParts(draft, input.party, chosen, { ...input, id })
    await saveDraft(trx, draftId, { content }, signatureOf(actor))
  }
  await record(trx, actor, 'directive.draftDistributed', {
    subject: { kind: 'directive', id: directiveId },
    before: logged(draft),
    after: { form: input.form, agencies: chosen.map(({ name }) => name).join('; ') },
    detail: {
      draftId,
      distributionId: id,
      ...(leftOut.length > 0 ? { leftOut: leftOut.join('; ') } : {}),
      ...(added.length > 0 ? { added: added.join('; ') } : {}),
      ...(reason === undefined ? {} : { reason }),
    },
  })
  return draftsChanged(trx, { actor, now }, directive, ids)
}

/**
 * The one draft again, with the phrase. The drafts of single agencies and what was changed in them are gone, but for the log; so
 * the version seen is that of the directive, which every change of a draft raises.
 */
export async function undoDistribution(
  trx: Transaction<DirectivesDb>,
  { actor, id: directiveId, version, now }: Ask,
  { distributionId }: { distributionId: number },
): Promise<DraftsChanged> {
  const directive = await directiveToReview(trx, actor, directiveId, ['review'])
  checkDirectiveVersion(directive, version)
  const found = (await distributionsOf(trx, directiveId)).find(({ id }) => id === distributionId)
  if (!found) throw new NotFound('distribution.not_found', 'Không tìm thấy lần chia này; có thể đã được hoàn tác.')
  const { draftId, form, party } = found
  const draft = (await findDraft(trx, directiveId, draftId))!
  const made = (await draftsOf(trx, directiveId)).filter((each) => each.distributionId === distributionId)
  if (form === 'each') {
    const kept = made.map(({ id }) => id)
    const taken = (await draftsOf(trx, directiveId)).filter(isOtherKept(draftId, ...kept)).map(({ ref }) => ref)
    await trx.deleteFrom('directives.draft').where('distribution_id', '=', distributionId).execute()
    await saveDraft(trx, draftId, { isDropped: false, ref: freeRef(draft.ref, new Set(taken)) }, signatureOf(actor))
  } else {
    checkKept(draft)
    await saveDraft(trx, draftId, { content: rejoined(draft, distributionId, party) }, signatureOf(actor))
  }
  await trx
    .updateTable('directives.distribution')
    .set({ undone_at: sql<string>`now()`, undone_by: signatureOf(actor) })
    .where('distribution_id', '=', distributionId)
    .execute()
  const changed = made.filter((each) => each.version > 1)
  await record(trx, actor, 'directive.distributionUndone', {
    subject: { kind: 'directive', id: directiveId },
    before: { form, drafts: changed.map(logged) },
    after: logged((await findDraft(trx, directiveId, draftId))!),
    detail: { draftId, distributionId, drafts: made.length },
  })
  return draftsChanged(trx, { actor, now }, directive, [draftId])
}

/** Those in force, of a whole directive. */
export async function distributionsOf(
  db: Handle<DirectivesDb>,
  directiveId: number,
): Promise<(Undone & { membersOn: string })[]> {
  return db
    .selectFrom('directives.distribution')
    .select(['distribution_id as id', 'draft_id as draftId', 'form', 'party', 'members_on as membersOn'])
    .where('directive_id', '=', directiveId)
    .where('undone_at', 'is', null)
    .orderBy('distribution_id')
    .$castTo<Undone & { membersOn: string }>()
    .execute()
}

/** Throws `Conflict` for a draft that is one of several of a distribution, or was distributed: it is undone before. */
export function checkWhole({ ref, distributionId, distributions }: DraftRecord): void {
  if (distributionId === null && distributions.length === 0) return
  throw new Conflict(
    'draft.distributed',
    `Nhiệm vụ ${ref} thuộc một nhiệm vụ giao chung đã chia cho từng cơ quan. Hãy hoàn tác việc chia rồi mới tách hoặc gộp.`,
  )
}

async function planned(
  db: AnyHandle,
  directive: DirectiveRecord,
  draft: DraftRecord,
  { party: at, form, agencyIds, accountableId }: DistributionPlan,
  now: Temporal.Instant,
): Promise<Planned> {
  const phrase = draft.parties[at]
  if (!phrase?.collective || phrase.role !== ROLE_OF[form]) {
    throw wrong(
      'party',
      'directive.not_collective',
      'Đơn vị này không phải là cách gọi chung nhiều cơ quan, hoặc không ở vai trò đó. Hãy tải lại nhiệm vụ.',
    )
  }
  const { on, within } = nameContextOf(directive, now)
  // One task for each: of all the groups that lead, in the order the document names them.
  const phrases = form === 'each' ? draft.parties.filter((one) => one === phrase || isPhraseInLead(one)) : [phrase]
  const groups: Candidate[][] = []
  for (const { name } of phrases) groups.push((await membersOf(db, name, on, within === null ? {} : { within })) ?? [])
  const members = [...new Map(groups.flat().map((member) => [member.id, member])).values()]
  const chosen = await agenciesOn(db, members, agencyIds ?? members.map(({ id }) => id), on)
  if (accountableId !== undefined && !chosen.some(({ id }) => id === accountableId)) {
    throw wrong(
      'accountableId',
      'directive.accountable_leads',
      'Cơ quan chịu trách nhiệm chính phải là một trong các cơ quan đã chọn.',
    )
  }
  const found = chosenOf(members, chosen)
  return {
    phrase: { ...phrase, name: phrases.map(({ name }) => name).join('; ') },
    membersOn: on,
    members,
    chosen: found,
    leftOut: members.filter(({ id }) => !chosen.some((one) => one.id === id)).map(({ name }) => name),
    added: found.filter(({ isAdded }) => isAdded).map(({ name }) => name),
  }
}

const ROLE_OF: Record<Form, DraftParty['role']> = { each: 'lead', shared: 'lead', coordinating: 'coordinating' }

async function agenciesOn(
  db: AnyHandle,
  members: readonly Candidate[],
  ids: readonly number[],
  on: string,
): Promise<Pick<Candidate, 'id' | 'name'>[]> {
  const known = new Map(members.map((member) => [member.id, member]))
  const agencies: Pick<Candidate, 'id' | 'name'>[] = []
  for (const [place, id] of ids.entries()) {
    const agency = known.get(id) ?? (await agencyOn(db, id, on))
    if (!agency) {
      const message = 'Cơ quan này không tồn tại vào ngày của văn bản. Hãy chọn cơ quan của ngày đó.'
      throw new Invalid('directive.agency_not_there', message, {
        fields: [{ path: `agencyIds.${place}`, code: 'not_there', message }],
      })
    }
    agencies.push({ id, name: agency.name })
  }
  return agencies
}

async function takenRefs(db: Handle<DirectivesDb>, directiveId: number, draftId: number): Promise<Set<string>> {
  return new Set((await draftsOf(db, directiveId)).filter(isOtherKept(draftId)).map(({ ref }) => ref))
}
