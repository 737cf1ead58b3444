/** Reads a file that came in, apart from the server: its signatures, its words, and what they say of the document. */
import { NO_KNOWLEDGE } from '@dieuhanh/extraction'
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { purgeBlob } from '../platform/blob-removal.ts'
import { getBlob } from '../platform/blobs.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, type Db, toJson, within } from '../platform/db.ts'
import { Problem } from '../platform/errors.ts'
import { addJob, type JobContext, type JobHandlers } from '../platform/jobs.ts'
import { type ReadOutcome, readApart, type Stage } from '../platform/reading/read-apart.ts'
import { noteLooked } from '../platform/secrecy.ts'
import { fileFormOf } from '../platform/signature/file-forms.ts'
import { resolveAgency } from '../registry/index.ts'
import type { RecordsDb } from './db.ts'
import { type FileBeside, keepLooks, lookAt } from './file-checks.ts'
import { type Head, headOf } from './incoming-head.ts'

const READ_JOB = 'records.readFile'
const CHECK_JOB = 'records.checkFiles'
const READ_ATTEMPTS = 4
const READER = systemActor('đọc văn bản đến')
/** Progress is written so often at most, in milliseconds. */
const SHORTEST_PAUSE = 500

const hashOf = (sha256: string) => Buffer.from(sha256, 'hex')

/** Adds the job that reads a file, unless it was read before: the same bytes say the same. */
export async function readLater(anyTrx: AnyTransaction, sha256: string, fileName: string): Promise<void> {
  const trx = within<RecordsDb>(anyTrx)
  const added = await trx
    .insertInto('records.file_text')
    .values({ sha256: hashOf(sha256) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('state')
    .executeTakeFirst()
  if (!added) return
  await addJob(trx, READ_JOB, { sha256, fileName }, { jobKey: `${READ_JOB}.${sha256}`, maxAttempts: READ_ATTEMPTS })
}

/**
 * Errors of the file are noted and the job is done; errors of our own are thrown, so that it is tried again. A file with a mark of
 * secrecy is purged. The bytes are never changed.
 */
async function readFile(
  { sha256, fileName }: { sha256: string; fileName: string },
  context: JobContext,
): Promise<void> {
  const { db, blobs, signal, last } = context
  const waiting = await db
    .selectFrom('records.file_text')
    .select('state')
    .where('sha256', '=', hashOf(sha256))
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (!waiting) return
  try {
    const content = await getBlob(db, blobs, sha256)
    await check(context, [{ name: fileName, sha256 }])
    if (fileFormOf(content.bytes) === 'cms') return await keepSignature(db, sha256)
    const outcome = await withProgress(db, sha256, (onProgress) =>
      readApart(
        { bytes: content.bytes, name: fileName, knowledge: NO_KNOWLEDGE, sheets: true },
        onProgress,
        signal ?? undefined,
      ),
    )
    if (outcome.kind === 'stopped') throw new Error('stopped while reading a file')
    await db.transaction().execute((trx) => keep(trx, context, sha256, outcome))
  } catch (error) {
    // Purged or destroyed meanwhile.
    if (error instanceof Problem && (error.status === 410 || error.status === 404))
      return db.transaction().execute((trx) => end(trx, sha256, { state: 'unreadable', note: error.detail }))
    if (last)
      await db.transaction().execute((trx) =>
        end(trx, sha256, {
          state: 'unreadable',
          note: 'Chưa đọc được tệp do lỗi ở phía hệ thống, đã thử nhiều lần. Hãy nhập thông tin văn bản bằng tay.',
        }),
      )
    throw error
  }
}

/** Adds the job that looks at the signatures of a document again. */
export async function checkLater(trx: AnyTransaction, incomingId: number): Promise<void> {
  await addJob(trx, CHECK_JOB, { incomingId }, { jobKey: `${CHECK_JOB}.${incomingId}`, maxAttempts: READ_ATTEMPTS })
}

async function checkFiles({ incomingId }: { incomingId: number }, context: JobContext): Promise<void> {
  const { db } = context
  const files = await db
    .selectFrom('records.incoming_file')
    .select(['sha256', 'name'])
    .where('incoming_id', '=', incomingId)
    .orderBy('position')
    .execute()
  await check(
    context,
    files.map(({ sha256, name }) => ({ sha256: sha256.toString('hex'), name })),
  )
  await db
    .transaction()
    .execute((trx) => record(trx, READER, 'incoming.read', { subject: { kind: 'incoming', id: incomingId } }))
}

/** The verdict on each file, kept beside those of earlier looks. */
async function check({ db, blobs, config, clock }: JobContext, files: readonly FileBeside[]): Promise<void> {
  const now = clock.now()
  const { looks } = await lookAt({ db, blobs, config, now }, files)
  await db.transaction().execute((trx) => keepLooks(trx, looks, now))
}

/** A signature beside a file has neither words nor a mark of secrecy. */
async function keepSignature(db: Db, sha256: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await noteLooked(trx, sha256, 'signature')
    await end(trx, sha256, { state: 'empty', note: 'Tệp chữ ký số, không có lời văn.' })
    await announce(trx, sha256)
  })
}

async function withProgress(
  db: Db,
  sha256: string,
  work: (onProgress: (stage: Stage) => void) => Promise<ReadOutcome>,
): Promise<ReadOutcome> {
  let written = 0
  let writing: Promise<unknown> = Promise.resolve()
  const outcome = await work(({ percent, note }) => {
    if (Date.now() - written < SHORTEST_PAUSE) return
    written = Date.now()
    writing = writing
      .then(() =>
        db
          .updateTable('records.file_text')
          .set({ percent, note })
          .where('sha256', '=', hashOf(sha256))
          .where('state', '=', 'waiting')
          .execute(),
      )
      .catch(() => {})
  })
  await writing
  return outcome
}

async function keep(
  trx: AnyTransaction,
  { clock }: JobContext,
  sha256: string,
  outcome: Exclude<ReadOutcome, { kind: 'stopped' }>,
): Promise<void> {
  if (outcome.kind === 'refused' && outcome.code === 'secret') {
    await end(trx, sha256, { state: 'unreadable', note: outcome.message })
    return purgeBlob(trx, READER, sha256, 'secret')
  }
  await noteLooked(trx, sha256, outcome.kind === 'done' ? null : outcome.code)
  if (outcome.kind === 'refused') {
    await end(trx, sha256, { state: outcome.code === 'no_text' ? 'empty' : 'unreadable', note: outcome.message })
    return announce(trx, sha256)
  }
  const { reading, extraction } = outcome
  const text = reading.text.trim()
  if (text === '') {
    await end(trx, sha256, { state: 'empty', note: 'Tệp không có chữ. Hãy nhập thông tin văn bản bằng tay.' })
    return announce(trx, sha256)
  }
  const kinds = await within<RecordsDb>(trx)
    .selectFrom('registry.document_kind_card')
    .select(['kind', 'name', 'abbreviation'])
    .execute()
  const head = headOf(
    extraction.document,
    reading.text,
    kinds as { kind: string; name: string; abbreviation: string | null }[],
  )
  const on = head.issuedOn ?? todayInVietnam(clock)
  const senderId =
    head.senderName === null
      ? null
      : await resolveAgency(trx, head.senderName, on).then(
          ({ agency }) => agency?.id ?? null,
          // A name that means nothing on that day is the clerk's to choose.
          () => null,
        )
  const proposed: Head = { ...head, senderId }
  await within<RecordsDb>(trx)
    .updateTable('records.file_text')
    .set({
      state: 'read',
      text,
      is_recognised: reading.recognised,
      pages: reading.pages,
      percent: 100,
      note: null,
      head: toJson(proposed),
      read_at: sql<string>`now()`,
    })
    .where('sha256', '=', hashOf(sha256))
    .execute()
  await announce(trx, sha256)
}

async function end(
  trx: AnyTransaction,
  sha256: string,
  { state, note }: { state: 'empty' | 'unreadable'; note: string },
): Promise<void> {
  await within<RecordsDb>(trx)
    .updateTable('records.file_text')
    .set({ state, note, text: null, head: null, percent: 100, read_at: sql<string>`now()` })
    .where('sha256', '=', hashOf(sha256))
    .execute()
}

/** Open pages of the documents that wait for it show what was read. */
async function announce(trx: AnyTransaction, sha256: string): Promise<void> {
  const rows = await within<RecordsDb>(trx)
    .selectFrom('records.incoming_file as f')
    .innerJoin('records.incoming as i', 'i.incoming_id', 'f.incoming_id')
    .select('i.incoming_id as id')
    .distinct()
    .where('f.sha256', '=', hashOf(sha256))
    .where('i.state', '=', 'arrived')
    .execute()
  for (const { id } of rows)
    await record(trx, READER, 'incoming.read', { subject: { kind: 'incoming', id }, detail: { sha256 } })
}

export const fileJobs: JobHandlers = { [READ_JOB]: readFile, [CHECK_JOB]: checkFiles }
