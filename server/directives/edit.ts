import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, Invalid } from '../platform/errors.ts'
import { directiveToReview, draftToReview } from './access.ts'
import type { DirectivesDb } from './db.ts'
import { problemsOf } from './draft.ts'
import { type DraftContent, type DraftRecord, draftsOf, insertDrafts, makeRoom, saveDraft } from './drafts.ts'
import { matchEdited } from './match.ts'
import { getReading } from './readings.ts'
import { refOfAdded } from './ref.ts'
import { checkKept, draftsChanged, logged, nameContextOf, type OnDraft } from './review.ts'
import type { DraftEdit, DraftParty, DraftsChanged } from './shapes.ts'
import type { DirectiveRecord } from './store.ts'

/** Replaces the content of a draft by the reviewer's, who so takes over what the second reader had suggested. */
export async function editDraft(
  trx: Transaction<DirectivesDb>,
  { actor, id: directiveId, version, now }: Ask,
  { draftId, ...edit }: OnDraft<DraftEdit>,
): Promise<DraftsChanged> {
  const { directive, draft } = await draftToReview(trx, actor, directiveId, draftId, version)
  checkKept(draft)
  const content = await contentOf(trx, now, directive, edit, draft)
  const warnings = draft.warnings.filter(({ code }) => !isSuggestion(code))
  await saveDraft(trx, draftId, { content, warnings }, signatureOf(actor))
  await record(trx, actor, 'directive.draftEdited', {
    subject: { kind: 'directive', id: directiveId },
    before: logged(draft),
    after: logged({ ...content, ref: draft.ref }),
    detail: { draftId, ...(warnings.length < draft.warnings.length ? { tookOver: true } : {}) },
  })
  return draftsChanged(trx, { actor, now }, directive, [draftId])
}

/** Notes that a person looked at what is doubted in a draft and found it right as it stands; its warnings stay to be read. */
export async function checkDraft(
  trx: Transaction<DirectivesDb>,
  { actor, id: directiveId, version, now }: Ask,
  { draftId }: OnDraft,
): Promise<DraftsChanged> {
  const { directive, draft } = await draftToReview(trx, actor, directiveId, draftId, version)
  checkKept(draft)
  const [problem] = problemsOf(draft, dayInVietnam(now))
  if (problem)
    throw new Conflict('draft.not_ready', `Nhiệm vụ ${draft.ref} còn chỗ phải sửa: ${problem.message}`, {
      fields: [{ path: problem.field, code: 'not_ready', message: problem.message }],
    })
  await saveDraft(trx, draftId, { isChecked: true }, signatureOf(actor))
  await record(trx, actor, 'directive.draftChecked', {
    subject: { kind: 'directive', id: directiveId },
    after: logged(draft),
    detail: { draftId, doubts: draft.warnings.map(({ code }) => code) },
  })
  return draftsChanged(trx, { actor, now }, directive, [draftId])
}

/**
 * Adds a draft by hand. A span of the text decides its position and is the sentence its task will show; without one it
 * comes last.
 */
export async function addDraft(
  trx: Transaction<DirectivesDb>,
  { actor, id: directiveId, now }: AskToAdd,
  edit: DraftEdit,
): Promise<DraftsChanged> {
  const directive = await directiveToReview(trx, actor, directiveId, ['review'])
  const content = await contentOf(trx, now, directive, edit)
  const all = await draftsOf(trx, directiveId)
  const after = placeBefore(all, content.span)
  const ref = refOfAdded(new Set(all.map((draft) => draft.ref)))
  await makeRoom(trx, directiveId, after, 1)
  const draft = { ...content, ref, position: after + 1, warnings: [], confidence: 1 }
  const [draftId] = await insertDrafts(trx, directiveId, [draft], signatureOf(actor))
  await record(trx, actor, 'directive.draftAdded', {
    subject: { kind: 'directive', id: directiveId },
    after: logged(draft),
    detail: { draftId },
  })
  return draftsChanged(trx, { actor, now }, directive, [draftId!])
}

/** Position of the last draft that begins before the span, or of the very last draft if there is no span. */
function placeBefore(all: readonly DraftRecord[], span: DraftContent['span']): number {
  const last =
    span === null ? all.at(-1) : all.findLast((draft) => draft.span !== null && draft.span.start <= span.start)
  return last?.position ?? 0
}

async function contentOf(
  trx: Transaction<DirectivesDb>,
  now: Temporal.Instant,
  directive: DirectiveRecord,
  { parties, span, ...edit }: DraftEdit,
  before?: DraftRecord,
): Promise<DraftContent> {
  const title = edit.title.trim()
  const content = edit.content.trim()
  checkWords(title, content)
  const { text } = await getReading(trx, directive.id)
  const matched = await matchEdited(trx, parties, before?.parties ?? [], nameContextOf(directive, now))
  checkSpans(text.length, span, matched, edit)
  // A new span chosen for the whole is also the span of its action; otherwise both stay.
  const isMoved = span !== undefined && (span?.start !== before?.span?.start || span?.end !== before?.span?.end)
  return {
    ...edit,
    title,
    content,
    groupTitle: edit.groupTitle?.trim() || null,
    product: edit.product?.trim() || null,
    parties: matched.map(takenOver),
    deadlines: edit.deadlines.map(takenOver),
    targets: edit.targets.map(takenOver),
    span: isMoved ? span : (before?.span ?? null),
    contentSpan: isMoved ? span : (before?.contentSpan ?? null),
  }
}

/** What a reviewer has saved is theirs, whoever had suggested it. */
function takenOver<T extends { by?: 'secondReader' }>({ by: _, ...value }: T): Omit<T, 'by'> {
  return value
}

/** The warnings by which a draft is known as a suggestion of the second reader, in whole or in part. */
function isSuggestion(code: string): boolean {
  return code === 'second_reader_task' || code === 'second_reader_fields'
}

function checkWords(title: string, content: string): void {
  const fields = [
    ...(title === '' ? [{ path: 'title', code: 'minLength', message: 'Không được để trống.' }] : []),
    ...(content === '' ? [{ path: 'content', code: 'minLength', message: 'Không được để trống.' }] : []),
  ]
  if (fields.length > 0) throw new Invalid('directive.empty_words', 'Nhiệm vụ phải có tên và nội dung.', { fields })
}

/** Every span must lie in the text: otherwise the review screen would highlight nothing, or break. */
function checkSpans(
  length: number,
  span: DraftContent['span'] | undefined,
  parties: readonly DraftParty[],
  { deadlines, targets }: Pick<DraftEdit, 'deadlines' | 'targets'>,
): void {
  const spans = [
    { path: 'span', span },
    ...parties.map((party, index) => ({ path: `parties.${index}.span`, span: party.span })),
    ...deadlines.map((deadline, index) => ({ path: `deadlines.${index}.span`, span: deadline.span })),
    ...targets.map((target, index) => ({ path: `targets.${index}.span`, span: target.span })),
  ]
  const wrong = spans.filter((each) => each.span && (each.span.start >= each.span.end || each.span.end > length))
  if (wrong.length === 0) return
  throw new Invalid('directive.span_outside', 'Vị trí chọn không nằm trong văn bản.', {
    fields: wrong.map(({ path }) => ({ path, code: 'range', message: `Phải nằm trong ${length} ký tự của văn bản.` })),
  })
}
