import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { releaseBlob } from '../platform/blob-removal.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { checkDirectiveVersion, directiveToReview, draftToReview } from './access.ts'
import type { DirectivesDb } from './db.ts'
import { draftsOf, saveDraft } from './drafts.ts'
import { isFileNeeded, lockFile, saveFileRemoved } from './kept-file.ts'
import { freeRef } from './ref.ts'
import { checkKept, draftsChanged, isOtherKept, logged, type OnDraft } from './review.ts'
import type { DraftsChanged } from './shapes.ts'
import { saveDrop } from './store.ts'

/** Drops a draft: it will not become a task. It can be restored until the directive is confirmed. */
export async function dropDraft(
  trx: Transaction<DirectivesDb>,
  { actor, id: directiveId, version, now }: Ask,
  { draftId }: OnDraft,
): Promise<DraftsChanged> {
  const { directive, draft } = await draftToReview(trx, actor, directiveId, draftId, version)
  checkKept(draft)
  await saveDraft(trx, draftId, { isDropped: true }, signatureOf(actor))
  await record(trx, actor, 'directive.draftDropped', {
    subject: { kind: 'directive', id: directiveId },
    before: logged(draft),
    detail: { draftId },
  })
  return draftsChanged(trx, { actor, now }, directive, [draftId])
}

/** Restores a dropped draft under its reference or, if that was taken meanwhile, under the next free one. */
export async function restoreDraft(
  trx: Transaction<DirectivesDb>,
  { actor, id: directiveId, version, now }: Ask,
  { draftId }: OnDraft,
): Promise<DraftsChanged> {
  const { directive, draft } = await draftToReview(trx, actor, directiveId, draftId, version)
  if (draft.distributions.some(({ form }) => form === 'each'))
    throw new Conflict(
      'draft.distributed',
      `Nhiệm vụ ${draft.ref} đã được chia cho từng cơ quan. Hãy hoàn tác việc chia để lấy lại nhiệm vụ này.`,
    )
  if (!draft.isDropped) throw new Conflict('draft.not_dropped', `Nhiệm vụ ${draft.ref} không bị bỏ.`)
  const taken = (await draftsOf(trx, directiveId)).filter(isOtherKept(draftId)).map(({ ref }) => ref)
  const ref = freeRef(draft.ref, new Set(taken))
  await saveDraft(trx, draftId, { isDropped: false, ref }, signatureOf(actor))
  await record(trx, actor, 'directive.draftRestored', {
    subject: { kind: 'directive', id: directiveId },
    after: logged({ ...draft, ref, isDropped: false }),
    detail: { draftId },
  })
  return draftsChanged(trx, { actor, now }, directive, [draftId])
}

/**
 * Drops a whole directive before its confirmation: file, text and drafts are deleted, the row and the log stay. A reading
 * in progress stops when it next saves its progress.
 */
export async function dropDirective(trx: Transaction<DirectivesDb>, { actor, id, version }: Ask): Promise<void> {
  const directive = await directiveToReview(trx, actor, id, ['reading', 'failed', 'review'])
  checkDirectiveVersion(directive, version)
  await saveDrop(trx, id, signatureOf(actor))
  await record(trx, actor, 'directive.dropped', {
    subject: { kind: 'directive', id },
    before: { state: directive.state, number: directive.number, fileName: directive.fileName },
  })
  await lockFile(trx, directive.sha256)
  if (!directive.isFileKept || (await isFileNeeded(trx, directive.sha256, id))) return
  await saveFileRemoved(trx, directive.sha256)
  await releaseBlob(trx, directive.sha256)
}
