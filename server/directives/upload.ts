import { createHash } from 'node:crypto'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type Blobs, putBlob } from '../platform/blobs.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { addJob } from '../platform/jobs.ts'
import { cleanFileName } from '../platform/upload.ts'
import { checkMayReview } from './access.ts'
import type { DirectivesDb } from './db.ts'
import { lockFile } from './kept-file.ts'
import { mediaTypeOf } from './media.ts'
import type { Uploaded } from './shapes.ts'
import { type DirectiveRecord, directiveOfFile, insertDirective } from './store.ts'

export interface Incoming {
  bytes: Uint8Array
  fileName: string
}

/** The job that reads a directive, and how often it is tried if the file is not at fault. */
export const READ_JOB = 'directives.read'
const READ_ATTEMPTS = 4

/**
 * Stores a file, creates the directive in state `reading` and adds the job that reads it, together or not at all. Throws
 * `Invalid` for what can be refused on upload, and `directive.known_file` with the `id` of the existing directive if the
 * same bytes were uploaded before.
 */
export async function upload(
  trx: Transaction<DirectivesDb>,
  { actor, now }: AskToMake,
  { bytes, fileName }: Incoming,
  { blobs }: { blobs: Blobs },
): Promise<Uploaded> {
  checkMayReview(actor)
  const name = cleanFileName(fileName, 'van-ban')
  const mediaType = mediaTypeOf(bytes, name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await lockFile(trx, sha256)
  const known = await directiveOfFile(trx, sha256)
  if (known) throw knownFile(known)
  await putBlob(trx, blobs, bytes, mediaType)
  const at = now.toString()
  const file = { sha256, fileName: name, mediaType, sizeBytes: bytes.length, by: signatureOf(actor), at }
  const id = await insertDirective(trx, file)
  await record(trx, actor, 'directive.uploaded', {
    subject: { kind: 'directive', id },
    after: { fileName: name, sizeBytes: bytes.length, sha256 },
  })
  await addReading(trx, id)
  return { id, state: 'reading' }
}

/** Adds the job that reads a directive, unless one is already waiting. */
export async function addReading(trx: Transaction<DirectivesDb>, directiveId: number): Promise<void> {
  await addJob(trx, READ_JOB, { directiveId }, { jobKey: `${READ_JOB}.${directiveId}`, maxAttempts: READ_ATTEMPTS })
}

/** Pasted text as a file: the text in UTF-8. */
export function pasted(text: string, name: string | undefined): Incoming {
  const title = name?.trim() || 'Văn bản dán'
  return { bytes: Buffer.from(text), fileName: /\.(?:txt|md|markdown)$/i.test(title) ? title : `${title}.txt` }
}

function knownFile({ id, number, fileName, uploadedAt, uploadedBy, state }: DirectiveRecord): Conflict {
  const title = number === null ? `tệp “${fileName}”` : `văn bản số ${number}`
  const on = formatDay(dayInVietnam(uploadedAt))
  return new Conflict(
    'directive.known_file',
    `Tệp này đã có: ${title}, ${uploadedBy} nộp ngày ${on}. Hãy mở văn bản đã có; muốn nhập lại thì bỏ văn bản đó trước khi nó được xác nhận.`,
    { extra: { id, state } },
  )
}
