import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart, type Sentence } from '../errors.ts'
import { CLUSTER_USER, clusterPassword, initialise, refuseOtherVersion } from './cluster.ts'
import { type Home, homeOf } from './home.ts'
import { asCannotStart, SENTENCES } from './sentences.ts'

const DATABASE = 'dieuhanh'
/** Held by the one server that runs on a data directory, while it lives. */
const KEEPER_LOCK = 4_172_021
const START_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 60_000
const LARGEST_LOG = 10 * 1024 * 1024

export interface EmbeddedDatabase {
  /** As the owner: for migrations. */
  url: string
  /** True if the database was made by this start. */
  fresh: boolean
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** PostgreSQL settings beside ours, for tests: `{ fsync: 'off' }`. */
  settings?: Record<string, string>
  onProgress?: (sentence: string) => void
  /** It ended by itself and was started again. */
  onRevived?: (sentence: Sentence) => void
  /** It ended and does not come back, or another server has taken the data: nothing can be served any more. */
  onLost?: (reason: CannotStart) => void
}

/**
 * Runs our own PostgreSQL on `dataDir/postgres`, made there at the first start, reachable on loopback only, with a
 * random password kept in `dataDir/postgres.password`. One server per data directory. A PostgreSQL left behind by a
 * killed server is stopped and restarted; one that ends by itself is started again on the same port, a few times. Throws
 * `CannotStart` with the one reason that prevents it.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  try {
    mkdirSync(dataDir, { recursive: true })
    const home = homeOf(dataDir)
    refuseOtherVersion(home)
    const password = clusterPassword(dataDir, home)
    await stopLeftBehind(home, password, dataDir)
    if (!existsSync(join(home.cluster, 'PG_VERSION'))) {
      options.onProgress?.('making the database (once)')
      await initialise(home, password)
    }
    return await start(home, password, dataDir, options)
  } catch (error) {
    throw asCannotStart(error, dataDir, logOf(dataDir))
  }
}

/** The address of the PostgreSQL that another of our processes runs on `dataDir`, or undefined: for a separate worker. */
export async function findEmbedded(dataDir: string): Promise<string | undefined> {
  const home = homeOf(dataDir)
  const running = postmasterOf(home)
  if (!running) return undefined
  const url = urlOf(running.port, clusterPassword(dataDir, home), DATABASE)
  return (await answers(url)) ? url : undefined
}

async function start(home: Home, password: string, dataDir: string, options: EmbeddedOptions) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const process = launch(home, port, dataDir, options.settings ?? {})
    const url = urlOf(port, password, 'postgres')
    const failure = await readyOrGone(process, url).catch(async (error: unknown) => {
      await end(process)
      throw error
    })
    if (failure === undefined) return await keep({ home, port, password, dataDir, options }, process)
    const log = lastWords(dataDir)
    // Another program took the port between our check and PostgreSQL's use.
    if (/Address already in use/i.test(log) && attempt < 5) continue
    throw new Error(log === '' ? failure : log)
  }
}

function launch(home: Home, port: number, dataDir: string, settings: Record<string, string>): ChildProcess {
  const path = logOf(dataDir)
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) rmSync(path)
  const log = openSync(path, 'a', 0o600)
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // Our queries are short; compiling them costs more than it saves.
    jit: 'off',
    // Random page reads cost no more on today's disks; PostgreSQL's default still assumes rotating ones.
    random_page_cost: '1.1',
    work_mem: '16MB',
    // Starting helpers for a table that is read in milliseconds costs more than they save when several people ask.
    min_parallel_table_scan_size: '64MB',
    min_parallel_index_scan_size: '16MB',
    ...memoryOf(totalmem()),
    ...settings,
  }
  const child = spawn(
    home.postgres,
    ['-D', home.cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Its own process group: Ctrl-C in the terminal reaches only us, and we stop it when our own work is done.
    { ...home.owner, cwd: '/', env: {}, stdio: ['ignore', log, log], detached: true },
  )
  closeSync(log)
  return child
}

/**
 * How much of the machine's memory (bytes) PostgreSQL uses for pages, an eighth up to 4 GB, and how much it may assume
 * in the system's own cache. Memory is only taken as pages are read.
 */
function memoryOf(bytes: number): Record<string, string> {
  const megabytes = (share: number, least: number, most: number) =>
    `${Math.round(Math.min(Math.max((bytes / 1024 ** 2) * share, least), most))}MB`
  return { shared_buffers: megabytes(1 / 8, 128, 4096), effective_cache_size: megabytes(1 / 2, 256, 65_536) }
}

function logOf(dataDir: string): string {
  return join(dataDir, 'postgres.log')
}

/** Undefined once it answers; otherwise the reason it is gone. */
async function readyOrGone(child: ChildProcess, url: string): Promise<string | undefined> {
  let gone: string | undefined
  child.once('error', (error) => {
    gone = error.message
  })
  child.once('exit', (code, signal) => {
    gone ??= `PostgreSQL ended immediately (${signal ?? `code ${code}`})`
  })
  const until = Date.now() + START_WITHIN_MS
  while (gone === undefined && Date.now() < until) {
    if (await answers(url)) return undefined
    await pause(50)
  }
  if (gone !== undefined) return gone
  child.kill('SIGQUIT')
  return 'PostgreSQL did not answer within a minute'
}

interface Kept {
  home: Home
  port: number
  password: string
  dataDir: string
  options: EmbeddedOptions
}

/** A PostgreSQL that ends more often than this within ten minutes has a cause that starting it again does not mend. */
const MOST_REVIVALS = 5
const REVIVALS_WITHIN_MS = 600_000

/** Takes the lock of the data, makes the database, and watches both until `stop`. */
async function keep(kept: Kept, first: ChildProcess): Promise<EmbeddedDatabase> {
  const { home, port, password, dataDir, options } = kept
  const url = urlOf(port, password, 'postgres')
  let child = first
  let keeper: pg.Client | undefined
  let isStopping = false
  let revivals: number[] = []
  let reviving: Promise<void> | undefined

  const lose = (error: unknown): void => {
    if (isStopping) return
    isStopping = true
    options.onLost?.(asCannotStart(error, dataDir, logOf(dataDir)))
  }
  /** The lock goes with its connection, which PostgreSQL ends whenever one of its processes crashes. */
  const hold = async (): Promise<void> => {
    const client = await connect(url)
    client.on('error', () => {})
    const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [KEEPER_LOCK])
    if (!rows[0].mine) {
      await client.end()
      throw new CannotStart(SENTENCES.otherServer(dataDir))
    }
    client.once('end', () => {
      if (!isStopping && keeper === client) void holdAgain()
    })
    keeper = client
  }
  const holdAgain = async (): Promise<void> => {
    keeper = undefined
    while (!isStopping && reviving === undefined && child.exitCode === null && child.signalCode === null) {
      try {
        return await hold()
      } catch (error) {
        if (error instanceof CannotStart) return lose(error)
        await pause(100)
      }
    }
  }
  const watch = (): void => {
    // A process that ends without stopping PostgreSQL leaves it to the next start, but is not kept alive by it.
    child.unref()
    child.once('exit', (code, signal) => {
      if (isStopping) return
      reviving = revive(signal ?? `code ${code}`).finally(() => {
        reviving = undefined
      })
    })
  }
  const revive = async (how: string): Promise<void> => {
    const now = Date.now()
    revivals = [...revivals.filter((at) => now - at < REVIVALS_WITHIN_MS), now]
    try {
      if (revivals.length > MOST_REVIVALS) throw new CannotStart(SENTENCES.keepsEnding(how, logOf(dataDir)))
      for (let attempt = 1; !isStopping; attempt++) {
        // Processes that it leaves behind still hold its memory for a moment.
        await pause(200 * attempt)
        child = launch(home, port, dataDir, options.settings ?? {})
        const failure = await readyOrGone(child, url)
        if (failure === undefined) break
        if (attempt === MOST_REVIVALS) throw new Error(lastWords(dataDir) || failure)
      }
      if (isStopping) return await end(child)
      await hold()
      watch()
      options.onRevived?.(SENTENCES.revived(how))
    } catch (error) {
      lose(error)
    }
  }

  await hold()
  const { rowCount } = await keeper!.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await keeper!.query(`create database ${DATABASE}`)
  watch()
  return {
    url: urlOf(port, password, DATABASE),
    fresh: rowCount === 0,
    async stop() {
      isStopping = true
      await reviving
      await keeper?.end().catch(() => {})
      await end(child)
    },
  }
}

/** Asks PostgreSQL to close its files and stop; kills it when that takes too long. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((done) => child.once('exit', done))
  child.ref()
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), STOP_WITHIN_MS)
  await exited
  clearTimeout(late)
}

/**
 * Removes what an earlier start left: its lock file if its process is gone, its PostgreSQL if only the server was
 * killed. Throws if that server is alive.
 */
async function stopLeftBehind(home: Home, password: string, dataDir: string): Promise<void> {
  const running = postmasterOf(home)
  if (!running) return
  const url = urlOf(running.port, password, 'postgres')
  const until = Date.now() + START_WITHIN_MS
  while (isPostgres(running.pid) && Date.now() < until) {
    const client = await connect(url).catch(() => undefined)
    if (client) {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as free', [KEEPER_LOCK])
      await client.end()
      if (!rows[0].free) {
        throw new CannotStart(SENTENCES.otherServer(dataDir))
      }
      process.kill(running.pid, 'SIGINT')
    }
    await pause(100)
  }
  // Its process number may by now belong to another program, which would keep PostgreSQL from starting.
  if (!isPostgres(running.pid)) rmSync(join(home.cluster, 'postmaster.pid'), { force: true })
}

/** Process and port written by a PostgreSQL that runs, or was killed. */
function postmasterOf(home: Home): { pid: number; port: number } | undefined {
  const path = join(home.cluster, 'postmaster.pid')
  if (!existsSync(path)) return undefined
  const lines = readFileSync(path, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const comm = `/proc/${pid}/comm`
  return existsSync(comm) ? readFileSync(comm, 'utf8').trim() === 'postgres' : process.platform !== 'linux'
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://${CLUSTER_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'dieuhanh keeper',
  })
  await client.connect()
  return client
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await connect(url)).end()
    return true
  } catch (error) {
    // A wrong password is an answer too, and waiting does not fix it.
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new CannotStart(SENTENCES.wrongPassword)
    }
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** PostgreSQL's last output before it ended. */
function lastWords(dataDir: string): string {
  const lines = readFileSync(logOf(dataDir), 'utf8').trimEnd().split('\n').slice(-20)
  return lines.filter((line) => /FATAL|PANIC|ERROR|error while loading|HINT|DETAIL/.test(line)).join(' ')
}
