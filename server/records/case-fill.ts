import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { NotFound, wrong } from '../platform/errors.ts'
import { putUpload } from '../platform/secrecy.ts'
import { cleanFileName, type UploadedFile } from '../platform/upload.ts'
import { incomingToRead, outgoingToRead } from './access.ts'
import { caseToChange } from './case-access.ts'
import type { AddDocument, NewFile, Reasoned } from './case-shapes.ts'
import { moveCase } from './case-state.ts'
import type { RecordsDb } from './db.ts'
import { readLater } from './file-read.ts'
import { changeRow } from './store.ts'

type Trx = Transaction<RecordsDb>

const nextPosition = async (trx: Trx, caseId: number): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(t.position), 0) + 1 as next from records.case_item t where t.case_id = ${caseId}`.execute(trx)
  return rows[0]!.next
}
const added = ({ actor, now }: AskToAdd) => ({ added_at: now.toString(), added_by: signatureOf(actor) })

/** Puts a document that the actor may read into a case. A document may be in several cases, once in each. */
export async function addDocument(trx: Trx, ask: AskToAdd, { kind, documentId }: AddDocument): Promise<number> {
  const one = await caseToChange(trx, ask, 'fill')
  moveCase(one.state, 'add')
  const document =
    kind === 'incoming'
      ? await incomingToRead(trx, ask.actor, documentId)
      : await outgoingToRead(trx, ask.actor, documentId)
  const column = sql.ref(kind === 'incoming' ? 't.incoming_id' : 't.outgoing_id')
  // The case is locked: of two who add the same document at once, the second finds it here.
  const { rows } = await sql`
    select from records.case_item t where t.case_id = ${ask.id} and ${column} = ${documentId}
      and not exists (select from records.case_item_removal r where r.case_item_id = t.case_item_id)`.execute(trx)
  if (rows.length > 0)
    throw wrong('documentId', 'case_item.already_in', 'Văn bản này đã có trong hồ sơ. Hãy chọn văn bản khác.')
  const { case_item_id: id } = await trx
    .insertInto('records.case_item')
    .values({
      case_id: ask.id,
      position: await nextPosition(trx, ask.id),
      ...(kind === 'incoming' ? { incoming_id: documentId } : { outgoing_id: documentId }),
      ...added(ask),
    })
    .returning('case_item_id')
    .executeTakeFirstOrThrow()
  await wasAdded(trx, ask, { itemId: id, kind, title: document.about })
  return id
}

/** By the ending of a name; what is not known is kept as it is, and only ever downloaded. */
const MEDIA: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xml: 'application/xml',
  txt: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  zip: 'application/zip',
}

/** Puts a file that is no document of the two books into a case, as it is: its bytes are never changed. Its text is read for the search. */
export async function addFile(
  trx: Trx,
  ask: AskToAdd,
  { blobs }: { blobs: Blobs },
  { file, about }: { file: UploadedFile; about: NewFile },
): Promise<number> {
  const one = await caseToChange(trx, ask, 'fill')
  moveCase(one.state, 'add')
  if (about.datedOn > dayInVietnam(ask.now))
    throw wrong(
      'datedOn',
      'case_item.of_the_future',
      'Ngày của tài liệu sau hôm nay. Hãy xem lại ngày ghi trên tài liệu.',
    )
  if (file.bytes.length === 0) throw wrong('file', 'case_item.file_empty', 'Tệp rỗng. Hãy chọn tệp khác.')
  const name = cleanFileName(file.fileName, 'tep')
  const mediaType = MEDIA[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
  const { sha256, size } = await putUpload(trx, blobs, { bytes: file.bytes, fileName: name }, mediaType)
  const hash = Buffer.from(sha256, 'hex')
  const { rows } = await sql`
    select from records.case_item t where t.case_id = ${ask.id} and t.sha256 = ${hash}
      and not exists (select from records.case_item_removal r where r.case_item_id = t.case_item_id)`.execute(trx)
  if (rows.length > 0) throw wrong('file', 'case_item.already_in', 'Tệp này đã có trong hồ sơ. Hãy chọn tệp khác.')
  await readLater(trx, sha256, name)
  const { case_item_id: id } = await trx
    .insertInto('records.case_item')
    .values({
      case_id: ask.id,
      position: await nextPosition(trx, ask.id),
      title: about.title.trim(),
      notation: about.notation?.trim() || null,
      dated_on: about.datedOn,
      author: about.author.trim(),
      pages: about.pages ?? null,
      name,
      media_type: mediaType,
      size,
      sha256: hash,
      ...added(ask),
    })
    .returning('case_item_id')
    .executeTakeFirstOrThrow()
  await wasAdded(trx, ask, { itemId: id, kind: 'file', title: about.title, sha256 })
  return id
}

/** Adding makes a new version of the case: whoever closes it has seen what is in it. */
async function wasAdded(trx: Trx, ask: AskToAdd, after: object): Promise<void> {
  await changeRow(trx, 'records.case_file', ask, {})
  await record(trx, ask.actor, 'case.itemAdded', {
    subject: { kind: 'caseFile', id: ask.id },
    at: ask.now.toString(),
    after,
  })
}

/** Takes an item out of a case. That it was there stays, with the reason. */
export async function removeItem(
  trx: Trx,
  ask: AskToAdd,
  itemId: number,
  { reason }: Reasoned,
): Promise<{ version: number }> {
  const one = await caseToChange(trx, ask, 'fill')
  moveCase(one.state, 'remove')
  const { rows } = await sql<{ isOut: boolean }>`
    select exists (select from records.case_item_removal r where r.case_item_id = t.case_item_id) as "isOut"
    from records.case_item t where t.case_item_id = ${itemId} and t.case_id = ${ask.id}`.execute(trx)
  if (!rows[0] || rows[0].isOut)
    throw new NotFound('case_item.not_found', 'Hồ sơ không còn tài liệu này. Hãy tải lại trang.')
  await trx
    .insertInto('records.case_item_removal')
    .values({
      case_item_id: itemId,
      reason: reason.trim(),
      removed_at: ask.now.toString(),
      removed_by: signatureOf(ask.actor),
    })
    .execute()
  const version = await changeRow(trx, 'records.case_file', ask, {})
  await record(trx, ask.actor, 'case.itemRemoved', {
    subject: { kind: 'caseFile', id: ask.id },
    at: ask.now.toString(),
    before: { itemId },
    detail: { reason },
  })
  return { version }
}
