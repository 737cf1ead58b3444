import type { Extraction, Reading } from '@dieuhanh/extraction'
import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db, Transaction } from '../platform/db.ts'
import type { JobContext, JobHandlers, Schedule } from '../platform/jobs.ts'
import type { DirectivesDb } from './db.ts'
import { draftOf } from './draft.ts'
import { insertDrafts } from './drafts.ts'
import { removeFile } from './drop.ts'
import { matchIssuer, matchParties } from './match.ts'
import { type ReadOutcome, readApart, type Stage } from './read.ts'
import { beginReading, saveFailure, saveProgress, saveReading, silentReadings } from './readings.ts'
import { lockDirective } from './store.ts'
import { addReading, READ_JOB } from './upload.ts'

const RESUME_JOB = 'directives.resume'
const READER = systemActor('đọc văn bản')

/** Tries after which a directive is given up, whatever kept ending them: the machine going down is one cause. */
const MOST_TRIES = 4
/** Longer than this without a sign of life and its process is gone: living ones write every few seconds. */
const SILENT_MINUTES = 3
const SHORTEST_PAUSE = 400
const HEARTBEAT = 10_000

export const directiveJobs: JobHandlers = {
  [READ_JOB]: ({ directiveId }: { directiveId: number }, context) => readDirective(directiveId, context),
  [RESUME_JOB]: (_payload: unknown, { db }) => resume(db),
}

/** Readings that lost their process are taken up again within minutes, not when the queue gives their lock up (hours). */
export const directiveSchedules: readonly Schedule[] = [{ at: '* * * * *', job: RESUME_JOB }]

type ReadContext = Pick<JobContext, 'db' | 'blobs' | 'clock' | 'log' | 'last' | 'signal'>

/**
 * Reads a directive and lays its tasks out as drafts. The file's own faults end in state `failed`, for good until somebody
 * retries; ours are thrown, so that the queue tries again, and written down at the last try. Doing it twice does nothing
 * twice: whatever it writes, it writes only while the directive still waits to be read.
 */
export async function readDirective(directiveId: number, context: ReadContext): Promise<void> {
  const { db, blobs, clock, log, last, signal } = context
  const begun = await db.transaction().execute((trx) => beginReading(trx, directiveId))
  if (!begun) return
  if (begun.attempts > MOST_TRIES) return fail(db, blobs, directiveId, GIVEN_UP)
  try {
    const { bytes } = await getBlob(db, blobs, begun.sha256)
    const outcome = await readFile(db, directiveId, { bytes, name: begun.fileName }, signal)
    if (outcome.kind === 'stopped') {
      // Dropped meanwhile, or the server is going down: then the queue keeps the job for the next start.
      if (signal?.aborted) throw new Error('stopped while reading')
      return
    }
    if (outcome.kind === 'refused') {
      log.info({ directive: directiveId, code: outcome.code, detail: outcome.detail }, 'directive refused')
      return await fail(db, blobs, directiveId, outcome)
    }
    await db.transaction().execute((trx) => keep(trx, clock, directiveId, outcome))
  } catch (error) {
    if (last) await fail(db, blobs, directiveId, GIVEN_UP)
    throw error
  }
}

/** Reads apart, writing progress at most a few times a second and a sign of life every few seconds. */
async function readFile(
  db: Db<DirectivesDb>,
  directiveId: number,
  file: { bytes: Uint8Array; name: string },
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  const nobodyWaits = new AbortController()
  let stage: Stage = { percent: 2, note: 'Đang mở tệp' }
  let written = 0
  let writing: Promise<void> = Promise.resolve()
  const write = () => {
    written = Date.now()
    const { percent, note } = stage
    writing = writing.then(async () => {
      const isWaited = await db.transaction().execute((trx) => saveProgress(trx, directiveId, percent, note))
      if (!isWaited) nobodyWaits.abort()
    })
    writing.catch(() => {})
  }
  write()
  const heartbeat = setInterval(write, HEARTBEAT)
  try {
    const stop = signal ? AbortSignal.any([signal, nobodyWaits.signal]) : nobodyWaits.signal
    const tell = (next: Stage) => {
      const isNewNote = next.note !== stage.note
      stage = next
      if (Date.now() - written >= SHORTEST_PAUSE || (isNewNote && next.percent >= 85)) write()
    }
    return await readApart(file, tell, stop)
  } finally {
    clearInterval(heartbeat)
    await writing.catch(() => {})
  }
}

async function keep(
  trx: Transaction<DirectivesDb>,
  clock: Clock,
  directiveId: number,
  { reading, extraction }: { reading: Reading; extraction: Extraction },
): Promise<void> {
  const directive = await lockDirective(trx, directiveId)
  if (directive?.state !== 'reading') return
  const { document } = extraction
  const on = document.issuedOn ?? todayInVietnam(clock)
  const issuerAgencyId = await matchIssuer(trx, document.issuer, on)
  const parties = await matchParties(
    trx,
    extraction.tasks.map((task) => task.parties),
    { on, within: issuerAgencyId },
  )
  const { number, type, issuer, issuedOn, place, subject, signer, urgency, effectOn } = document
  const fields = { number, type, issuer, issuerAgencyId, issuedOn, place, subject, signer, urgency, effectOn }
  await saveReading(trx, directiveId, fields, reading, withDoubts(extraction))
  const drafts = extraction.tasks.map((task, index) => draftOf(task, index + 1, parties[index]!))
  await insertDrafts(trx, directiveId, drafts, READER.name)
  await record(trx, READER, 'directive.read', {
    subject: { kind: 'directive', id: directiveId },
    after: { number, issuer, issuedOn, draftCount: drafts.length },
  })
}

/** A document without a task is no failure, but nobody should have to guess why the right side is empty. */
function withDoubts(extraction: Extraction): Extraction {
  if (extraction.tasks.length > 0 || extraction.warnings.some(({ code }) => code === 'no_tasks')) return extraction
  const message =
    'Không tìm thấy nhiệm vụ nào trong văn bản. Hãy xem lại văn bản có giao nhiệm vụ không; nếu có, hãy thêm nhiệm vụ bằng tay.'
  return { ...extraction, warnings: [...extraction.warnings, { code: 'no_tasks', message }] }
}

interface Failure {
  code: string
  message: string
}
const GIVEN_UP: Failure = {
  code: 'given_up',
  message:
    'Chưa đọc được văn bản do lỗi ở phía hệ thống, đã thử nhiều lần. Hãy bấm đọc lại sau ít phút; nếu vẫn lỗi, hãy báo quản trị hệ thống.',
}

/** Writes down why; a secret document is removed, since this channel may not keep it (Luật Bảo vệ bí mật nhà nước). */
async function fail(
  db: Db<DirectivesDb>,
  blobs: Blobs,
  directiveId: number,
  { code, message }: Failure,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const directive = await lockDirective(trx, directiveId)
    if (directive?.state !== 'reading') return
    const isSecret = code === 'secret'
    await saveFailure(trx, directiveId, { code, message, isFileKept: !isSecret })
    await record(trx, READER, 'directive.failed', {
      subject: { kind: 'directive', id: directiveId },
      after: { code, message },
    })
    if (isSecret) await removeFile(trx, blobs, directive.sha256)
  })
}

async function resume(db: Db<DirectivesDb>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const id of await silentReadings(trx, SILENT_MINUTES)) await addReading(trx, id)
  })
}
