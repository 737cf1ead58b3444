/** A directive that came in opens its review: the room of directives reads it and makes tasks of it. */

import { uploadDirective } from '../directives/index.ts'
import type { Actor, KnownActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import type { Ask } from '../platform/change.ts'
import { type Transaction, within } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import { incomingToRead } from './access.ts'
import type { RecordsDb } from './db.ts'
import { about, type Incoming } from './incoming-store.ts'
import { changeRow, lockRow } from './store.ts'

type Trx = Transaction<RecordsDb>

/** Kinds that give tasks to others. A notice does where it gives the conclusions of a meeting. */
const DIRECTING = ['NQ', 'QĐ', 'CT', 'CĐ']

/** Pure. */
export const isReviewable = ({
  kind,
  about: subject,
  directive_id: directiveId,
}: Pick<Incoming, 'kind' | 'about' | 'directive_id'>): boolean =>
  directiveId === null &&
  (DIRECTING.includes(kind ?? '') || (kind === 'TB' && /kết luận/iu.test(subject?.normalize('NFC') ?? '')))

/** Whether the actor may open the review of a document. */
export const mayReview = (actor: Actor): boolean => hasRight(actor, 'directive.review')

/** Opens the review of a registered document. Returns its next version and the id of the directive. */
export async function openReview(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { blobs }: { blobs: Blobs },
): Promise<{ version: number; directiveId: number }> {
  const row = await lockRow(trx, 'records.incoming', ask.id)
  await incomingToRead(trx, ask.actor, ask.id)
  checkVersion(ask.version, row!.version, { by: row!.changed_by, at: row!.changed_at })
  if (row!.registered_at === null || row!.state === 'returned' || row!.state === 'refused')
    throw new Conflict('incoming.not_registered', 'Chỉ mở rà soát văn bản đến đã vào sổ.')
  if (row!.directive_id !== null)
    throw new Conflict('incoming.has_review', 'Văn bản này đã có rà soát. Hãy tải lại trang để mở.')
  const directiveId = await openReviewOf(trx, ask, blobs)
  return { version: row!.version + 1, directiveId }
}

/** The same, for a row that the caller holds. A file that is known there is linked. */
export async function openReviewOf(trx: Trx, ask: Ask<number, KnownActor>, blobs: Blobs): Promise<number> {
  const main = await trx
    .selectFrom('records.incoming_file')
    .select(['sha256', 'name'])
    .where('incoming_id', '=', ask.id)
    .where('is_main', '=', true)
    .executeTakeFirstOrThrow()
  const { bytes } = await getBlob(trx, blobs, main.sha256.toString('hex'))
  const directiveId = await uploadDirective(within(trx), ask, { bytes, fileName: main.name }, { blobs }).then(
    ({ id }) => id,
    (error) => {
      if (error instanceof Conflict && error.code === 'directive.known_file') return error.extra.id as number
      throw error
    },
  )
  await changeRow(trx, 'records.incoming', ask, { directive_id: directiveId })
  await record(trx, ask.actor, 'incoming.reviewOpened', {
    subject: about(ask.id),
    at: ask.now.toString(),
    after: { directiveId },
  })
  return directiveId
}
