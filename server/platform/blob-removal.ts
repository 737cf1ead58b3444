/** How a stored file goes: given up by what referred to it, or purged because it must not be kept here. */
import { sql } from 'kysely'
import pg from 'pg'
import type { Actor, SystemActor } from './actor.ts'
import { type EventDescription, record } from './audit.ts'
import { type BlobDb, type Blobs, DESTROYED, keyOf, lockBlob } from './blobs.ts'
import { type AnyTransaction, type Db, reading, within } from './db.ts'
import { addJob, type JobHandlers } from './jobs.ts'
import { type Landing, landingRows } from './landing.ts'
import { hasRight } from './rights.ts'

const FOREIGN_KEY = '23503'

/**
 * Gives up one reference to a file, after the caller has removed it. If it was the last, the row is deleted and, after the
 * commit, the bytes. What still refers to the file is known by the foreign keys alone.
 */
export async function releaseBlob(trx: AnyTransaction, sha256: string): Promise<void> {
  await lockBlob(trx, sha256)
  await sql`savepoint release_blob`.execute(trx)
  try {
    await within<BlobDb>(trx).deleteFrom('platform.blob').where('sha256', '=', Buffer.from(sha256, 'hex')).execute()
    await sql`release savepoint release_blob`.execute(trx)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === FOREIGN_KEY)) throw error
    await sql`rollback to savepoint release_blob`.execute(trx)
    return
  }
  await removeLater(trx, sha256)
}

/**
 * Purges a file that must not be kept here, whatever refers to it: the references stay and find it gone, the bytes are
 * deleted after the commit. The rooms that keep files tell those whose file it was (`file.purged`). A second purge does
 * nothing.
 */
export async function purgeBlob(
  trx: AnyTransaction,
  actor: Actor | SystemActor,
  sha256: string,
  reason: 'secret',
): Promise<void> {
  await lockBlob(trx, sha256)
  const { numUpdatedRows } = await within<BlobDb>(trx)
    .updateTable('platform.blob')
    .set({ purged_at: sql<string>`now()`, purge_reason: reason })
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .where('purged_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await record(trx, actor, 'file.purged', { subject: { kind: 'file', id: sha256 }, after: { reason } })
  await removeLater(trx, sha256)
}

/**
 * Destroys a stored file by decision, after the caller has kept its hash: what refers to it stays and finds it gone, the bytes
 * are deleted after the commit. If the same file comes in again, it is kept as a new one. A second time does nothing.
 */
export async function destroyBlob(trx: AnyTransaction, sha256: string): Promise<void> {
  await lockBlob(trx, sha256)
  const { numUpdatedRows } = await within<BlobDb>(trx)
    .updateTable('platform.blob')
    .set({ purged_at: sql<string>`now()`, purge_reason: DESTROYED })
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .where('purged_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await removeLater(trx, sha256)
}

/** The tables with a row that refers to a file, "records.incoming_file": known by the foreign keys alone. */
export async function blobReferrers(trx: AnyTransaction, sha256: string): Promise<string[]> {
  const { rows: keys } = await sql<{ table: string; column: string }>`
    select k.conrelid::regclass::text as "table", a.attname as "column"
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'platform.blob'::regclass order by 1, 2`.execute(trx)
  const hash = Buffer.from(sha256, 'hex')
  const found = await sql<{ table: string }>`
    ${sql.join(
      keys.map(
        ({ table, column }) =>
          sql`select ${sql.lit(table)} as "table" where exists (select from ${sql.table(table)} where ${sql.ref(column)} = ${hash})`,
      ),
      sql` union `,
    )}`.execute(trx)
  return found.rows.map(({ table }) => table).sort()
}

export const BLOB_EVENTS: readonly EventDescription[] = [
  { name: 'file.purged', vi: 'Gỡ tệp mang dấu mật', en: 'File with a mark of secrecy removed' },
]

const REMOVE_JOB = 'platform.removeBytes'

async function removeLater(trx: AnyTransaction, sha256: string): Promise<void> {
  await addJob(trx, REMOVE_JOB, { sha256 }, { jobKey: `${REMOVE_JOB}.${sha256}` })
}

/**
 * Deletes the bytes of a file that was released or purged, unless it was stored again meanwhile. Fails, and is tried again,
 * while the disk refuses; purged files whose bytes are still there are counted on the first page of administrators.
 */
export async function removeBytes(
  { sha256 }: { sha256: string },
  { db, blobs }: { db: Db; blobs: Blobs },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockBlob(trx, sha256)
    const ofFile = Buffer.from(sha256, 'hex')
    const row = await trx
      .selectFrom('platform.blob')
      .select('purged_at')
      .where('sha256', '=', ofFile)
      .executeTakeFirst()
    if (row && row.purged_at === null) return
    await blobs.disk.delete(keyOf(sha256))
    await trx
      .updateTable('platform.blob')
      .set({ bytes_gone_at: sql<string>`now()` })
      .where('sha256', '=', ofFile)
      .execute()
  })
}

export const blobJobs: JobHandlers = {
  [REMOVE_JOB]: removeBytes,
}

/** For system administrators: what was purged and is still on the disk. The job is tried again for about an hour. */
export const blobLanding: Landing = async ({ db, actor }) => {
  if (!hasRight(actor, 'system.keep')) return []
  const { rows } = await sql<Record<string, number>>`
    select count(*) filter (where purge_reason <> ${DESTROYED})::integer as "files.toRemove",
           count(*) filter (where purge_reason = ${DESTROYED})::integer as "files.toDestroy" from platform.blob
    where purged_at < now() - interval '5 minutes' and bytes_gone_at is null`.execute(reading<BlobDb>(db))
  return landingRows(
    [
      {
        name: 'files.toRemove',
        urgency: 'late',
        vi: 'Tệp mang dấu mật chưa gỡ được khỏi ổ đĩa',
        en: 'Files with a mark of secrecy still on the disk',
        to: '/nhat-ky?event=file.purged',
      },
      {
        name: 'files.toDestroy',
        urgency: 'late',
        vi: 'Tệp đã có quyết định hủy chưa xóa được khỏi ổ đĩa',
        en: 'Destroyed files still on the disk',
        to: '/nhat-ky?event=destruction.carriedOut',
      },
    ],
    rows[0],
  )
}
