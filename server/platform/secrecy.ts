/** Every file that someone uploads is searched for a mark of secrecy, whichever door it came through. */
import { NO_KNOWLEDGE } from '@dieuhanh/extraction'
import { sql } from 'kysely'
import { systemActor } from './actor.ts'
import { purgeBlob } from './blob-removal.ts'
import { type Blob, type BlobDb, type Blobs, getBlob, putBlob } from './blobs.ts'
import { type AnyTransaction, within } from './db.ts'
import { Problem } from './errors.ts'
import { addJob, type JobContext, type JobHandlers } from './jobs.ts'
import { readApart } from './reading/read-apart.ts'

const LOOK_JOB = 'platform.lookForMark'
const GUARD = systemActor('kiểm tra dấu mật')
/** Reading a scan takes minutes, and its mark is on its first page; a longer search holds up others. */
const LONGEST_LOOK = 10 * 60 * 1000

/**
 * Stores an uploaded file and adds the job that searches it for a mark of secrecy. A marked file is purged, and those whose
 * it is are told (Luật Bảo vệ bí mật nhà nước 2018, Điều 8: this system is for open documents). Throws as `putBlob`.
 */
export async function putUpload(
  trx: AnyTransaction,
  blobs: Blobs,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
  mediaType: string,
): Promise<Blob> {
  const blob = await putBlob(trx, blobs, bytes, mediaType)
  const { looked_at } = await within<BlobDb>(trx)
    .selectFrom('platform.blob')
    .select('looked_at')
    .where('sha256', '=', Buffer.from(blob.sha256, 'hex'))
    .executeTakeFirstOrThrow()
  if (looked_at === null)
    await addJob(
      trx,
      LOOK_JOB,
      { sha256: blob.sha256, fileName },
      { jobKey: `${LOOK_JOB}.${blob.sha256}`, maxAttempts: 4 },
    )
  return blob
}

/**
 * Searches one file. A file without text that can be read has no mark that can be found; it is noted. Errors of our own are
 * thrown, so that the job is tried again.
 */
async function lookForMark(
  { sha256, fileName }: { sha256: string; fileName: string },
  { db, blobs, signal }: JobContext,
): Promise<void> {
  const content = await getBlob(db, blobs, sha256).catch((error) => {
    // Purged or given up meanwhile.
    if (error instanceof Problem) return undefined
    throw error
  })
  if (!content) return
  const stop = AbortSignal.any([AbortSignal.timeout(LONGEST_LOOK), ...(signal ? [signal] : [])])
  const outcome = await readApart(
    { bytes: content.bytes, name: fileName, knowledge: NO_KNOWLEDGE, sheets: true },
    () => {},
    stop,
  )
  if (outcome.kind === 'stopped' && signal?.aborted) throw new Error('stopped while searching for a mark of secrecy')
  await db.transaction().execute(async (trx) => {
    if (outcome.kind === 'refused' && outcome.code === 'secret') return purgeBlob(trx, GUARD, sha256, 'secret')
    await noteLooked(
      trx,
      sha256,
      outcome.kind === 'done' ? null : outcome.kind === 'refused' ? outcome.code : outcome.kind,
    )
  })
}

/** Notes that a file was searched, by this job or by a room that reads its files itself, and why it could not be read. */
export async function noteLooked(trx: AnyTransaction, sha256: string, note: string | null): Promise<void> {
  await within<BlobDb>(trx)
    .updateTable('platform.blob')
    .set({ looked_at: sql<string>`now()`, look_note: note })
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .execute()
}

export const secrecyJobs: JobHandlers = { [LOOK_JOB]: lookForMark }
