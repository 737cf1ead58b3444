import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { type AnyHandle, type AnyTransaction, type Database, reading, within } from './db.ts'
import { NotFound } from './errors.ts'

type BlobDb = Pick<Database, 'platform.blob'>

/** The store of bytes behind the table `platform.blob`. */
export interface Blobs {
  disk: Disk
}

/** A blob's address: SHA-256 in 64 hexadecimal digits. */
export interface Blob {
  sha256: string
  size: number
}

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
  return { disk: new Disk(new FSDriver({ location, visibility: 'private' })) }
}

/**
 * Stores the bytes once under their hash and records them in the caller's transaction. The bytes are written before the
 * row and under a temporary name until complete, so a row always has its bytes; bytes whose transaction was rolled back
 * have no row, are harmless, and are reused when the same file comes again.
 */
export async function putBlob(trx: AnyTransaction, blobs: Blobs, bytes: Uint8Array, mediaType: string): Promise<Blob> {
  const hash = createHash('sha256').update(bytes).digest()
  const sha256 = hash.toString('hex')
  const key = keyOf(sha256)
  if (!(await isWhole(blobs, key, bytes.length))) {
    const unfinished = `${key}.${crypto.randomUUID()}.part`
    await blobs.disk.put(unfinished, bytes)
    await blobs.disk.move(unfinished, key)
  }
  await within<BlobDb>(trx)
    .insertInto('platform.blob')
    .values({ sha256: hash, size: bytes.length, media_type: mediaType })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { sha256, size: bytes.length }
}

/** The bytes under a hash. Throws `NotFound` if no row names it; a row without bytes is a broken store: an Error. */
export async function getBlob(db: AnyHandle, blobs: Blobs, sha256: string): Promise<BlobContent> {
  const row = /^[0-9a-f]{64}$/.test(sha256)
    ? await reading<BlobDb>(db)
        .selectFrom('platform.blob')
        .select(['size', 'media_type'])
        .where('sha256', '=', Buffer.from(sha256, 'hex'))
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('blob.not_found', 'Không tìm thấy tệp.')
  return { sha256, size: row.size, mediaType: row.media_type, bytes: await blobs.disk.getBytes(keyOf(sha256)) }
}

/**
 * Removes the bytes and their row. The caller has made sure that nothing else refers to them, and does this last in its
 * transaction: the bytes do not come back if that is rolled back.
 */
export async function removeBlob(trx: AnyTransaction, blobs: Blobs, sha256: string): Promise<void> {
  await within<BlobDb>(trx).deleteFrom('platform.blob').where('sha256', '=', Buffer.from(sha256, 'hex')).execute()
  await blobs.disk.delete(keyOf(sha256))
}

/** Two levels of folders, so that none holds more than a few thousand files at ten million. */
function keyOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}

/** Whether the whole file exists already. */
async function isWhole(blobs: Blobs, key: string, size: number): Promise<boolean> {
  return (await blobs.disk.exists(key)) && (await blobs.disk.getMetaData(key)).contentLength === size
}
