/**
 * A process that runs test files one after another, so that Node starts and our modules load once for many files.
 * Started by `test-pool.ts`, which watches it and reports whatever ends or stops this process.
 */
import process from 'node:process'
import { Readable } from 'node:stream'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import type { FileResult, FromWorker, ToWorker } from './test-pool.ts'

type Event = { type: string; data: EventData }
interface EventData {
  name?: string
  nesting?: number
  file?: string
  message?: string
  details?: { type?: string; error?: Error }
  counts?: { tests: number; passed: number; failed: number; cancelled: number }
}

/** "pass 12" and similar: how many tests had each outcome, and how long they took. */
const CLOSING = /^[a-z_]+ [\d.]+$/

const send = (message: FromWorker) =>
  new Promise<void>((sent) => {
    process.send?.(message, undefined, undefined, () => sent())
  })

/**
 * Runs one file. Its result is the text of node's own reporter, the counts and the names; a file that cannot be loaded has
 * one failed test, named after itself.
 */
async function runFile(file: string): Promise<FileResult> {
  const events: Event[] = []
  const names: string[] = []
  const open: string[] = []
  let counts = { tests: 1, passed: 0, failed: 1, cancelled: 0 }
  let isLoaded = true
  const stream = run({ files: [file], isolation: 'none' })
  // Immediately, not when the stream is read: a test that never yields the thread is named too.
  stream.on('test:dequeue', ({ name }) => void send({ running: name }))
  stream.on('test:complete', ({ name }) => void send({ running: `what is left after ${name}` }))
  for await (const event of stream as AsyncIterable<Event>) {
    const { type, data } = event
    if (type === 'test:start') open[data.nesting ?? 0] = data.name ?? ''
    if ((type === 'test:pass' || type === 'test:fail') && data.details?.type !== 'suite') {
      names.push(open.slice(0, (data.nesting ?? 0) + 1).join(' › '))
    }
    // The closing lines are about the whole run; the pool writes them.
    if (type !== 'test:diagnostic' || data.file !== undefined || !CLOSING.test(data.message ?? '')) events.push(event)
    isLoaded &&= !(type === 'test:fail' && data.name === file)
    if (data.counts) counts = data.counts
    // For a file that it could not load, Node waits forever.
    if (data.counts || !isLoaded) break
  }
  const text = (await Readable.from(events).compose(new spec()).toArray()).join('')
  const { tests, passed, failed, cancelled } = counts
  // Node ignores what a file throws once it has named a test. A file is never loaded twice: the outcome of the first
  // time is reported.
  const broken = await import(pathToFileURL(file).href).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (broken !== undefined && isLoaded) {
    return {
      text: `${text}✖ ${file}\n${inspect(broken)}\n`,
      tests: tests + 1,
      passed,
      failed: failed + 1,
      names,
      isLoaded: false,
    }
  }
  // Set by Node if something threw after its test had ended: no test fails because of it, but the file does.
  const late = process.exitCode !== undefined && failed + cancelled === 0 ? 1 : 0
  process.exitCode = undefined
  return { text, tests: tests + late, passed, failed: failed + cancelled + late, names, isLoaded }
}

const environment = { ...process.env }

process.on('message', async ({ file }: ToWorker) => {
  // Node closes a file when nothing keeps the process alive any more: the channel to the pool must not keep it alive,
  // and what a file left open must not go unnoticed.
  process.channel?.unref()
  const result = await runFile(file)
  process.channel?.ref()
  // What one file set for itself must not be visible to the next.
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
  await send({ result })
})
process.on('disconnect', () => process.exit())
