import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { sql } from 'kysely'
import { type AnyHandle, type AnyTransaction, type Database, reading, within } from './db.ts'
import { Conflict, NotFound, Problem } from './errors.ts'

export type BlobDb = Pick<Database, 'platform.blob'>

/** The store of bytes behind the table `platform.blob`. */
export interface Blobs {
  disk: Disk
  location: string
}

/** A blob's address: SHA-256 in 64 hexadecimal digits. */
export interface Blob {
  sha256: string
  size: number
}

/** Why a file was purged where it was destroyed by decision; any other reason forbids keeping it. */
export const DESTROYED = 'destroyed'

export interface BlobContent extends Blob {
  mediaType: string
  bytes: Uint8Array
}

/**
 * Files under `dataDir/blobs`. flydrive drives S3-compatible stores by the same calls; its driver for them is another
 * package, to be added when there is a second machine.
 */
export function openBlobs(dataDir: string): Blobs {
  const location = join(dataDir, 'blobs')
  mkdirSync(location, { recursive: true })
  return { disk: new Disk(new FSDriver({ location, visibility: 'private' })), location }
}

/**
 * Stores the bytes once under their hash and records them in the caller's transaction. The bytes are on the disk, and not
 * only in its cache, before the row, under a temporary name until complete: a row always has its bytes, whatever ends the
 * machine. Bytes whose transaction was rolled back have no row, are harmless, and are reused when the same file comes again.
 *
 * Throws `Conflict` `blob.purged` for a file that must not be kept, and 503 `server.disk_full`, which leaves nothing behind.
 */
export async function putBlob(trx: AnyTransaction, blobs: Blobs, bytes: Uint8Array, mediaType: string): Promise<Blob> {
  const hash = createHash('sha256').update(bytes).digest()
  const sha256 = hash.toString('hex')
  await lockBlob(trx, sha256)
  const known = await within<BlobDb>(trx)
    .selectFrom('platform.blob')
    .select(['purged_at', 'purge_reason'])
    .where('sha256', '=', hash)
    .executeTakeFirst()
  const isDestroyed = known?.purge_reason === DESTROYED
  if (known && known.purged_at !== null && !isDestroyed)
    throw new Conflict(
      'blob.purged',
      'Tệp này mang dấu mật nên đã bị gỡ khỏi hệ thống và không được đưa lên lại. Hãy xử lý theo quy định về bảo vệ bí mật nhà nước.',
    )
  const key = keyOf(sha256)
  if (!(await isWhole(blobs, key, bytes.length))) await write(blobs, key, bytes)
  if (isDestroyed)
    await within<BlobDb>(trx)
      .updateTable('platform.blob')
      .set({ purged_at: null, purge_reason: null, bytes_gone_at: null, looked_at: null, look_note: null })
      .where('sha256', '=', hash)
      .execute()
  if (!known)
    await within<BlobDb>(trx)
      .insertInto('platform.blob')
      .values({ sha256: hash, size: bytes.length, media_type: mediaType })
      .execute()
  return { sha256, size: bytes.length }
}

/** Storing and removing one file run one at a time; what was stored meanwhile is not removed. */
export async function lockBlob(trx: AnyTransaction, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`platform.blob ${sha256}`}, 0))`.execute(trx)
}

async function write({ disk, location }: Blobs, key: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${key}.${crypto.randomUUID()}.part`
  try {
    await disk.put(unfinished, bytes)
    await flush(join(location, unfinished))
    await disk.move(unfinished, key)
    // The entry of the file, and of the two folders above it if they are new.
    for (let folder = dirname(join(location, key)); folder.length >= location.length; folder = dirname(folder))
      await flush(folder)
  } catch (error) {
    await disk.delete(unfinished).catch(() => {})
    throw isDiskFull(error) ? diskFull(error) : error
  }
}

/** Makes what is written to a file or folder outlast a loss of power. */
async function flush(path: string): Promise<void> {
  const file = await open(path)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function isDiskFull(error: unknown): boolean {
  for (let at = error as { code?: string; cause?: unknown } | undefined; at; at = at.cause as typeof at)
    if (at.code === 'ENOSPC' || at.code === 'EDQUOT') return true
  return false
}

const diskFull = (cause: unknown) =>
  new Problem(503, 'server.disk_full', 'Máy chủ hết chỗ lưu nên chưa nhận được tệp. Hãy báo quản trị hệ thống.', {
    cause,
  })

/**
 * The bytes under a hash. Throws `NotFound` if no row names it and 410 `blob.purged` if it was purged; a row without bytes
 * is a broken store: an Error.
 */
export async function getBlob(db: AnyHandle, blobs: Blobs, sha256: string): Promise<BlobContent> {
  const row = /^[0-9a-f]{64}$/.test(sha256)
    ? await reading<BlobDb>(db)
        .selectFrom('platform.blob')
        .select(['size', 'media_type', 'purged_at', 'purge_reason'])
        .where('sha256', '=', Buffer.from(sha256, 'hex'))
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('blob.not_found', 'Không tìm thấy tệp.')
  if (row.purge_reason === DESTROYED)
    throw new Problem(410, 'blob.destroyed', 'Tệp này đã hủy theo quyết định hủy tài liệu; chỉ còn bản ghi và mã băm.')
  if (row.purged_at !== null) throw new Problem(410, 'blob.purged', 'Tệp này mang dấu mật nên đã bị gỡ khỏi hệ thống.')
  return { sha256, size: row.size, mediaType: row.media_type, bytes: await blobs.disk.getBytes(keyOf(sha256)) }
}

/** Two levels of folders, so that none holds more than a few thousand files at ten million. */
export function keyOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

/** Whether the whole file exists already. */
async function isWhole(blobs: Blobs, key: string, size: number): Promise<boolean> {
  return (await blobs.disk.exists(key)) && (await blobs.disk.getMetaData(key)).contentLength === size
}
