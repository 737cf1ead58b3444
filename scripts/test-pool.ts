/**
 * Runs many test files in a few long-lived processes. A file that fails, ends its process or hangs is reported under
 * its name, and the others still run.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import process from 'node:process'

export interface ToWorker {
  file: string
}
export type FromWorker = { running: string } | { result: FileResult }
export interface FileResult {
  text: string
  tests: number
  passed: number
  /** Includes those that were cancelled. */
  failed: number
  /** Of every test, preceded by the names of the tests it is nested in. */
  names: string[]
  /** False if the file threw before its tests were known; its process is not used again. */
  isLoaded: boolean
}
export interface Ran extends FileResult {
  file: string
  seconds: number
}

export interface PoolOptions {
  /** Number of processes; one per core if omitted. */
  workers?: number
  env?: NodeJS.ProcessEnv
  /** Files that get a process of their own, because they change things others in it would see. */
  alone?: readonly string[]
  /** Files that run first while their times are not known. */
  long?: readonly string[]
  /** Where the seconds of each file are kept for the next run, which starts with the longest. */
  times?: string
  /** A process in which no test has begun or ended for this long is ended. */
  silenceMs?: number
  /** Receives what is printed. */
  print?: (text: string) => void
}

const root = path.dirname(import.meta.dirname)
const HAS_GROUPS = process.platform !== 'win32'
const WORKER = path.join(import.meta.dirname, 'test-worker.ts')
/** Longer than the longest test on a machine that does ten other things. */
const SILENCE_MS = 600_000
/** A file without a recorded time runs before those known to be short. */
const UNKNOWN_SECONDS = 5
const UNKNOWN_LONG_SECONDS = 60

interface Worker {
  child: ChildProcess
  /** Output of the process since the file began. */
  printed: string
}

/** Runs the files and prints node's report of each one as it ends, then the counts of all. */
export async function runFiles(files: readonly string[], options: PoolOptions = {}): Promise<Ran[]> {
  const { times, print = (text) => process.stdout.write(text), alone = [], long = [] } = options
  for (const name of [...alone, ...long])
    if (!existsSync(path.resolve(root, name))) throw new Error(`${name} is not there: name where it went`)
  const started = performance.now()
  const known = times === undefined ? {} : readTimes(times)
  const expected = (file: string) =>
    known[nameOf(file)] ?? (long.includes(nameOf(file)) ? UNKNOWN_LONG_SECONDS : UNKNOWN_SECONDS)
  const waiting = [...files].sort((a, b) => expected(b) - expected(a))
  const ran: Ran[] = []
  const live = new Set<Worker>()
  // Ctrl-C ends the run: files under way have failed, the rest are not started.
  const stop = () => {
    waiting.length = 0
    for (const { child } of live) kill(child)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  const serve = async () => {
    let worker: Worker | undefined
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const isAlone = alone.includes(nameOf(file))
      if (isAlone) worker = end(worker)
      worker ??= begin(options)
      live.add(worker)
      const began = performance.now()
      const result = await runOne(worker, file, options.silenceMs ?? SILENCE_MS)
      const seconds = (performance.now() - began) / 1000
      ran.push({ ...result, file: nameOf(file), seconds })
      print(`▸ ${nameOf(file)} (${seconds.toFixed(1)} s)\n${worker.printed}${result.text}`)
      if (isAlone || !result.isLoaded) worker = end(worker)
    }
    end(worker)
  }
  const count = Math.min(options.workers ?? availableParallelism(), files.length)
  await Promise.all(Array.from({ length: count }, serve))
  process.off('SIGINT', stop).off('SIGTERM', stop)
  if (times !== undefined)
    writeTimes(times, [...Object.entries(known), ...ran.map((r): [string, number] => [r.file, r.seconds])])
  print(closing(ran, performance.now() - started))
  return ran
}

function begin({ env = process.env }: PoolOptions): Worker {
  // Node's compile cache, for us and for the processes that tests start: half of a start is compiling the same modules
  // again.
  const withCache = { NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/compiled'), ...env }
  const child = fork(WORKER, [], {
    env: withCache,
    serialization: 'advanced',
    // A process group of its own, so that it can be ended together with the processes its tests start.
    detached: HAS_GROUPS,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const worker: Worker = { child, printed: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      worker.printed += text
    })
  }
  return worker
}

/** The process exits normally, and so saves its compile cache. */
function end(worker: Worker | undefined): undefined {
  if (worker?.child.connected) worker.child.disconnect()
}

/** Immediately, with the processes that its tests have started. */
function kill(child: ChildProcess): void {
  try {
    if (HAS_GROUPS) process.kill(-child.pid!, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Never throws: whatever happens to the process becomes the file's result. */
function runOne(worker: Worker, file: string, silenceMs: number): Promise<FileResult> {
  const { child } = worker
  worker.printed = ''
  return new Promise((done) => {
    let running = 'its loading'
    let watch: NodeJS.Timeout
    const finish = (result: FileResult) => {
      clearTimeout(watch)
      child.off('message', take).off('close', gone)
      done(result)
    }
    const lost = (why: string): FileResult => ({
      text: `✖ ${nameOf(file)}: ${why} during: ${running}\n`,
      tests: 1,
      passed: 0,
      failed: 1,
      names: [running],
      isLoaded: false,
    })
    const gone = (code: number | null, signal: string | null) =>
      finish(lost(`its process ended (${signal ?? `code ${code}`})`))
    const take = (message: FromWorker) => {
      if ('result' in message) return finish(message.result)
      running = message.running
      listen()
    }
    const listen = () => {
      clearTimeout(watch)
      watch = setTimeout(() => {
        kill(child)
        finish(lost(`nothing ended within ${silenceMs / 1000} s`))
      }, silenceMs)
    }
    child.on('message', take).on('close', gone)
    listen()
    child.send({ file: path.resolve(file) } satisfies ToWorker)
  })
}

/** In the format of node's spec reporter, so that the counts are read the same way. */
function closing(ran: readonly Ran[], ms: number): string {
  const sum = (of: (result: Ran) => number) => ran.reduce((total, result) => total + of(result), 0)
  const [tests, passed, failed] = [sum((r) => r.tests), sum((r) => r.passed), sum((r) => r.failed)]
  const broken = ran.filter((result) => result.failed > 0).map(({ file }) => `✖ ${file}\n`)
  return [
    ...(broken.length > 0 ? ['\nFiles with failures:\n', ...broken] : []),
    `ℹ tests ${tests}\nℹ pass ${passed}\nℹ fail ${failed}\nℹ skipped ${tests - passed - failed}\n`,
    `ℹ duration_ms ${Math.round(ms)}\n`,
  ].join('')
}

/** As written from the top of the repository; a file elsewhere by its full path. */
function nameOf(file: string): string {
  const relative = path.relative(root, path.resolve(file))
  return relative.startsWith('..') ? path.resolve(file) : relative.split(path.sep).join('/')
}

function readTimes(name: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(timesFile(name), 'utf8')) as Record<string, number>
  } catch {
    // The first run, or one interrupted while writing: all files are new.
    return {}
  }
}

function writeTimes(name: string, times: readonly [string, number][]): void {
  mkdirSync(path.dirname(timesFile(name)), { recursive: true })
  const there = Object.fromEntries(times.filter(([file]) => existsSync(path.join(root, file))))
  writeFileSync(timesFile(name), `${JSON.stringify(there, undefined, 1)}\n`)
}

const timesFile = (name: string) => path.join(root, 'test-results', `${name}-times.json`)
