import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { freshDatabase } from '../test/database.ts'
import { releaseBlob, removeBytes } from './blob-removal.ts'
import { getBlob, openBlobs, putBlob } from './blobs.ts'
import { NotFound, Problem } from './errors.ts'

async function store(t: TestContext) {
  const { db } = await freshDatabase(t)
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-blobs-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const files = () =>
    readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return { db, blobs: openBlobs(folder), folder, files }
}

test('bytes are read back unchanged, by the hash of their content', async (t) => {
  const { db, blobs, folder, files } = await store(t)
  for (const bytes of [randomBytes(3_000_000), Buffer.from('Quyết định số 12/QĐ-VPCP'), Buffer.alloc(0)]) {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const put = await db.transaction().execute((trx) => putBlob(trx, blobs, bytes, 'application/pdf'))
    assert.deepEqual(put, { sha256, size: bytes.length })
    const got = await getBlob(db, blobs, sha256)
    assert.deepEqual([got.mediaType, got.size, Buffer.compare(got.bytes, bytes)], ['application/pdf', bytes.length, 0])
    assert.ok(
      files().some(
        (entry) =>
          join(entry.parentPath, entry.name) === join(folder, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256),
      ),
    )
  }
})

test('the same file is stored once, even when many store it at the same time', async (t) => {
  const { db, blobs, files } = await store(t)
  const bytes = randomBytes(200_000)
  const put = () => db.transaction().execute((trx) => putBlob(trx, blobs, bytes, 'text/plain'))
  const all = await Promise.all([put(), put(), put(), put()])
  await put()
  assert.equal(new Set(all.map(({ sha256 }) => sha256)).size, 1)
  assert.equal(files().length, 1)
})

test('a transaction that fails leaves no row; a file cut short is written again', async (t) => {
  const { db, blobs, files } = await store(t)
  const bytes = randomBytes(1_000)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await assert.rejects(
    db.transaction().execute(async (trx) => {
      await putBlob(trx, blobs, bytes, 'text/plain')
      throw new Error('no')
    }),
  )
  await assert.rejects(getBlob(db, blobs, sha256), NotFound)
  const [entry] = files()
  assert.ok(entry)
  truncateSync(join(entry.parentPath, entry.name), 10)
  await db.transaction().execute((trx) => putBlob(trx, blobs, bytes, 'text/plain'))
  assert.equal(Buffer.compare((await getBlob(db, blobs, sha256)).bytes, bytes), 0)
})

test('an invalid address is not found, and leads nowhere else', async (t) => {
  const { db, blobs } = await store(t)
  for (const sha256 of ['', '0'.repeat(64), '../../secret', 'A'.repeat(64)]) {
    await assert.rejects(getBlob(db, blobs, sha256), NotFound, sha256)
  }
})

test('a full disk is said so, and leaves nothing', async (t) => {
  const { db, blobs, files } = await store(t)
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  blobs.disk.move = () => Promise.reject(new Error('Cannot move file', { cause: full }))
  const put = db.transaction().execute((trx) => putBlob(trx, blobs, randomBytes(1_000), 'text/plain'))
  await assert.rejects(
    put,
    (error) => error instanceof Problem && error.status === 503 && error.code === 'server.disk_full',
  )
  assert.deepEqual([files(), await db.selectFrom('platform.blob').select('size').execute()], [[], []])
})

test('a file given up while another puts it again keeps its bytes', async (t) => {
  const { db, blobs, files } = await store(t)
  const bytes = randomBytes(1_000)
  const put = () => db.transaction().execute((trx) => putBlob(trx, blobs, bytes, 'text/plain'))
  const { sha256 } = await put()
  await db.transaction().execute((trx) => releaseBlob(trx, sha256))
  assert.equal(files().length, 1, 'bytes go after the commit, by a job')
  await put()
  await removeBytes({ sha256 }, { db, blobs })
  assert.equal(Buffer.compare((await getBlob(db, blobs, sha256)).bytes, bytes), 0)
  await db.transaction().execute((trx) => releaseBlob(trx, sha256))
  await removeBytes({ sha256 }, { db, blobs })
  assert.deepEqual(files(), [])
  await assert.rejects(
    db.transaction().execute(async (trx) => {
      await putBlob(trx, blobs, bytes, 'text/plain')
      await releaseBlob(trx, sha256)
      throw new Error('no')
    }),
  )
})
