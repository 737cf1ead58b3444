import type { AskedPassage } from '@dieuhanh/extraction'
import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { purgeBlob } from '../platform/blob-removal.ts'
import { getBlob } from '../platform/blobs.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db, Transaction } from '../platform/db.ts'
import { Problem } from '../platform/errors.ts'
import type { JobContext, JobHandlers, Schedule } from '../platform/jobs.ts'
import { type ReadOutcome, readApart, type Stage } from '../platform/reading/read-apart.ts'
import type { ToReader } from '../platform/reading/reader.ts'
import type { SecondReaderSettings } from '../platform/second-reader-settings.ts'
import type { DirectivesDb } from './db.ts'
import { draftOf } from './draft.ts'
import { insertDrafts } from './drafts.ts'
import { knowledgeOf } from './knowledge.ts'
import { matchIssuer, matchParties } from './match.ts'
import { COMPARE_JOB, compareEarlier } from './outcomes.ts'
import { beginReading, saveFailure, saveProgress, saveReading, silentReadings } from './readings.ts'
import { askSecondReader, saveSecondReading } from './second-reader.ts'
import { lockDirective } from './store.ts'
import { addReading, READ_JOB } from './upload.ts'

const RESUME_JOB = 'directives.resume'
const READER = systemActor('đọc văn bản')

/** Tries after which a directive is given up, whatever ended them; a crash of the machine counts as well. */
const MOST_TRIES = 4
/** After this long without a heartbeat the process is considered dead: a live one writes every few seconds. */
const SILENT_MINUTES = 3
const SHORTEST_PAUSE = 400
const HEARTBEAT = 10_000

export const directiveJobs: JobHandlers = {
  [READ_JOB]: ({ directiveId }: { directiveId: number }, context) =>
    readDirective(directiveId, { ...context, secondReader: context.config.secondReader }),
  [RESUME_JOB]: (_payload: unknown, { db }) => resume(db),
  [COMPARE_JOB]: (_payload: unknown, context) => compareEarlier(context),
}

/** Readings that lost their process are resumed within minutes, not when the queue releases their lock (hours). */
export const directiveSchedules: readonly Schedule[] = [
  { at: '* * * * *', job: RESUME_JOB },
  // Does something only after an upgrade; then it costs one look at an empty index.
  { at: '* * * * *', job: COMPARE_JOB },
]

type ReadContext = Pick<JobContext, 'db' | 'blobs' | 'clock' | 'log' | 'last' | 'signal'> & {
  /** Undefined: the rules alone. */
  secondReader?: SecondReaderSettings
}

/**
 * Reads a directive and saves its tasks as drafts. Errors of the file end in state `failed` until a user retries; our own
 * errors are thrown, so that the queue retries, and recorded at the last try. Idempotent: it writes only while the directive
 * is still waiting to be read.
 */
export async function readDirective(directiveId: number, context: ReadContext): Promise<void> {
  const { db, blobs, clock, log, last, signal, secondReader } = context
  const begun = await db.transaction().execute((trx) => beginReading(trx, directiveId))
  if (!begun) return
  if (begun.attempts > MOST_TRIES) return fail(db, directiveId, GIVEN_UP)
  try {
    const { bytes } = await getBlob(db, blobs, begun.sha256)
    const file = { bytes, name: begun.fileName, knowledge: await knowledgeOf(db), questions: secondReader?.questions }
    const { outcome, passages } = await underWay(db, directiveId, signal, (onProgress, stop) =>
      readTwice(file, secondReader, onProgress, stop),
    )
    if (outcome.kind === 'stopped') {
      // Dropped meanwhile, or the server is shutting down: then the queue keeps the job for the next start.
      if (signal?.aborted) throw new Error('stopped while reading')
      return
    }
    if (outcome.kind === 'refused') {
      log.info({ directive: directiveId, code: outcome.code, detail: outcome.detail }, 'directive refused')
      return await fail(db, directiveId, outcome)
    }
    await db.transaction().execute(async (trx) => {
      if (!(await keep(trx, clock, directiveId, outcome))) return
      await saveSecondReading(trx, directiveId, secondReader?.model, passages)
    })
  } catch (error) {
    // The same bytes came through another door, where their mark was found first.
    if (error instanceof Problem && error.code === 'blob.purged') return await fail(db, directiveId, SECRET)
    if (last) await fail(db, directiveId, GIVEN_UP)
    throw error
  }
}

interface Twice {
  outcome: ReadOutcome
  /** What the second reader was asked. */
  passages: AskedPassage[]
}

/** Reads in a separate process. Only what the rules read without refusing it, so no secret document, is asked about. */
async function readTwice(
  file: ToReader,
  secondReader: SecondReaderSettings | undefined,
  onProgress: (stage: Stage) => void,
  stop: AbortSignal,
): Promise<Twice> {
  const outcome = await readApart(file, onProgress, stop)
  if (outcome.kind !== 'done' || !secondReader) return { outcome, passages: [] }
  try {
    return await askSecondReader(outcome, secondReader, onProgress, stop)
  } catch (error) {
    if (stop.aborted) return { outcome: { kind: 'stopped' }, passages: [] }
    throw error
  }
}

/** Does the work of a reading, saving its progress at most a few times a second and a heartbeat every few seconds. */
async function underWay(
  db: Db<DirectivesDb>,
  directiveId: number,
  signal: AbortSignal | undefined,
  work: (onProgress: (stage: Stage) => void, stop: AbortSignal) => Promise<Twice>,
): Promise<Twice> {
  const dropped = new AbortController()
  let stage: Stage = { percent: 2, note: 'Đang mở tệp' }
  let written = 0
  let writing: Promise<void> = Promise.resolve()
  const write = () => {
    written = Date.now()
    const { percent, note } = stage
    writing = writing.then(async () => {
      const isStillReading = await db.transaction().execute((trx) => saveProgress(trx, directiveId, percent, note))
      if (!isStillReading) dropped.abort()
    })
    writing.catch(() => {})
  }
  write()
  const heartbeat = setInterval(write, HEARTBEAT)
  try {
    const stop = signal ? AbortSignal.any([signal, dropped.signal]) : dropped.signal
    const onProgress = (next: Stage) => {
      const isNewNote = next.note !== stage.note
      stage = next
      if (Date.now() - written >= SHORTEST_PAUSE || (isNewNote && next.percent >= 85)) write()
    }
    return await work(onProgress, stop)
  } finally {
    clearInterval(heartbeat)
    await writing.catch(() => {})
  }
}

/** False if the directive no longer waits to be read: it was dropped meanwhile. */
async function keep(
  trx: Transaction<DirectivesDb>,
  clock: Clock,
  directiveId: number,
  { reading, extraction }: Extract<ReadOutcome, { kind: 'done' }>,
): Promise<boolean> {
  const directive = await lockDirective(trx, directiveId)
  if (directive?.state !== 'reading') return false
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
  await saveReading(trx, directiveId, fields, reading, extraction)
  const drafts = extraction.tasks.map((task, index) => draftOf(task, index + 1, parties[index]!))
  await insertDrafts(trx, directiveId, drafts, READER.name)
  await record(trx, READER, 'directive.read', {
    subject: { kind: 'directive', id: directiveId },
    after: { number, issuer, issuedOn, draftCount: drafts.length },
  })
  return true
}

interface Failure {
  code: string
  message: string
}
const SECRET: Failure = {
  code: 'secret',
  message:
    'Văn bản mang dấu mật nên không được đưa vào hệ thống này: kênh này chỉ dành cho văn bản không mật. Hãy xử lý văn bản theo quy định về bảo vệ bí mật nhà nước.',
}
const GIVEN_UP: Failure = {
  code: 'given_up',
  message:
    'Chưa đọc được văn bản do lỗi ở phía hệ thống, đã thử nhiều lần. Hãy bấm đọc lại sau ít phút; nếu vẫn lỗi, hãy báo quản trị hệ thống.',
}

/** Records the reason; a secret document is removed, since this channel may not keep it (Luật Bảo vệ bí mật nhà nước). */
async function fail(db: Db<DirectivesDb>, directiveId: number, { code, message }: Failure): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const directive = await lockDirective(trx, directiveId)
    if (directive?.state !== 'reading') return
    const isSecret = code === 'secret'
    await saveFailure(trx, directiveId, { code, message, isFileKept: !isSecret })
    await record(trx, READER, 'directive.failed', {
      subject: { kind: 'directive', id: directiveId },
      after: { code, message },
    })
    if (isSecret) await purgeBlob(trx, READER, directive.sha256, 'secret')
  })
}

async function resume(db: Db<DirectivesDb>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const id of await silentReadings(trx, SILENT_MINUTES)) await addReading(trx, id)
  })
}
