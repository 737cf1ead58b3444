import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { NO_KNOWLEDGE } from '@dieuhanh/extraction'
import { sql } from 'kysely'
import { addJob } from '../platform/jobs.ts'
import { quietLog } from '../platform/log.ts'
import { READ_BOUNDS, type ReadOutcome, readApart, type Stage } from '../platform/reading/read-apart.ts'
import { look, openDesk, SAMPLE, send, takeIn } from '../test/review-desk.ts'
import { readDirective } from './jobs.ts'

const sample = { bytes: SAMPLE, name: 'ke-hoach-mau.txt', knowledge: NO_KNOWLEDGE }
/** A few megabytes of numbered duties. */
const long = {
  bytes: Buffer.from(`${SAMPLE}\n${'1. Bộ Tài chính rà soát, báo cáo.\n'.repeat(150_000)}`),
  name: 'dai.txt',
  knowledge: NO_KNOWLEDGE,
}
const codeOf = (outcome: ReadOutcome) => (outcome.kind === 'refused' ? outcome.code : outcome.kind)

test('a document is read in a separate process, with progress', async () => {
  const stages: Stage[] = []
  const outcome = await readApart(sample, (stage) => stages.push(stage))
  assert.equal(outcome.kind, 'done')
  assert.ok(outcome.kind === 'done' && outcome.extraction.tasks.length === 4)
  assert.ok(stages.length > 0)
  const percents = stages.map(({ percent }) => percent)
  assert.deepEqual(
    percents,
    percents.toSorted((a, b) => a - b),
  )
})

test('a reading that takes too long or too much memory, or is cancelled, ends with its reason', async () => {
  const nothing = () => {}
  const within = (bounds: object, file = long, signal?: AbortSignal) =>
    readApart(file, nothing, signal, { ...READ_BOUNDS, ...bounds })
  assert.equal(codeOf(await within({ silenceMilliseconds: 20 })), 'too_slow')
  assert.equal(codeOf(await within({ totalMilliseconds: 20 })), 'too_slow')
  assert.equal(codeOf(await within({ heapMegabytes: 24 })), 'too_heavy')
  // Only Linux reports the memory of a process.
  const reportsMemory = await readFile('/proc/self/status').catch(() => null)
  if (reportsMemory) assert.equal(codeOf(await within({ residentMegabytes: 40 })), 'too_heavy')
  assert.equal(codeOf(await within({}, sample, AbortSignal.timeout(30))), 'stopped')
  assert.equal(codeOf(await within({}, sample, AbortSignal.abort())), 'stopped')
})

test('a character that the database cannot store does not shift a span', async () => {
  const text = `Ký tự lạ: \u0000\n${SAMPLE}`
  const outcome = await readApart({ ...sample, bytes: Buffer.from(text), name: 'la.txt' }, () => {})
  assert.ok(outcome.kind === 'done')
  assert.ok(!outcome.reading.text.includes('\u0000'))
  for (const { deadlines } of outcome.extraction.tasks) {
    for (const { span, text: literal } of deadlines) {
      assert.equal(outcome.reading.text.slice(span.start, span.end), literal)
    }
  }
})

test('reading again, concurrently or after a crash, makes nothing twice', async (t) => {
  const desk = await openDesk(t)
  const id = await send(desk.reviewer, 'a.txt', SAMPLE)
  const context = { ...desk, log: quietLog, last: false, signal: undefined }
  await assert.rejects(readDirective(id, { ...context, signal: AbortSignal.abort() }), /stopped/)
  assert.equal((await look(desk.reviewer, id)).state, 'reading')

  await Promise.all([readDirective(id, context), readDirective(id, context)])
  await desk.drain()
  const directive = await look(desk.reviewer, id)
  assert.deepEqual([directive.state, directive.drafts.length], ['review', 4])
  const failed = await look(desk.reviewer, id)
  assert.equal(failed.failure, null)
})

test('a reading whose process died is resumed; one that keeps failing is given up with a message', async (t) => {
  const desk = await openDesk(t)
  const silent = await send(desk.reviewer, 'a.txt', SAMPLE)
  const hopeless = await send(desk.reviewer, 'b.txt', `${SAMPLE}\n`)
  // Their jobs are lost with the process that ran them.
  await sql`update directives.directive set progress_at = now() - interval '10 minutes'`.execute(desk.db)
  await sql`update directives.directive set attempts = 4 where directive_id = ${hopeless}`.execute(desk.db)
  await sql`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs`.execute(desk.db)
  await desk.drain()
  assert.equal((await look(desk.reviewer, silent)).state, 'reading')

  await desk.db.transaction().execute((trx) => addJob(trx, 'directives.resume', {}))
  await desk.drain()
  assert.equal((await look(desk.reviewer, silent)).state, 'review')
  const given = await look(desk.reviewer, hopeless)
  assert.deepEqual([given.state, given.failureCode, given.isFileKept], ['failed', 'given_up', true])
  assert.match(given.failure!, /đọc lại/)
})

test('a document dropped while it is read leaves no drafts', async (t) => {
  const desk = await openDesk(t)
  const id = await send(desk.reviewer, 'a.txt', SAMPLE)
  const context = { ...desk, log: quietLog, last: false, signal: undefined }
  const reading = readDirective(id, context)
  const { version } = await look(desk.reviewer, id)
  assert.equal((await desk.reviewer.send('DELETE', `/api/directives/${id}`, { ifMatch: version })).status, 204)
  await reading
  assert.equal((await look(desk.reviewer, id)).state, 'dropped')
  assert.equal((await desk.db.selectFrom('directives.draft').select('draft_id').execute()).length, 0)
  assert.equal((await takeIn(desk)).drafts.length, 4)
})
