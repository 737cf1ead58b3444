import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '../../e2e/server.ts'
import { HttpClient } from './load.ts'

const run = promisify(execFile)
const DATABASE = 'directus_bench'
const VERSION = '11'
const NATIVE = ['isolated-vm', 'argon2', 'sharp']
const READY_WITHIN_MS = 120_000
const CHUNK = 20_000
const FIELDS = [
  'id',
  'code',
  'title',
  'group_title',
  'source_kind',
  'source_number',
  'assigned_on',
  'lead_agency_id.id',
  'lead_agency_id.name',
  'deadline_kind',
  'first_due_on',
  'due_on',
  'completed_on',
  'state',
  'percent',
  'standing',
]
const TABLES = `
  create table agency (id bigint primary key, name text not null);
  create table task (
    id bigint primary key, code text not null, title text not null, content text not null, group_title text,
    source_kind text not null, source_number text, assigned_on date not null,
    lead_agency_id bigint not null references agency, deadline_kind text not null, first_due_on date, due_on date,
    completed_on date, state text not null, percent integer not null, standing text not null);
  create index on task (due_on);
  create index on task (lead_agency_id, due_on);`
const TASKS = `
  select t.task_id as id, t.code, t.title, t.content, t.group_title, t.source_kind, t.source_number, t.assigned_on::text,
         t.lead_agency_id, t.deadline_kind, t.first_due_on::text, t.due_on::text, t.completed_on::text, t.state, t.percent,
         tasks.standing(t.due_on, t.completed_on, current_date) as standing
  from tasks.task t where t.state <> 'cancelled' and t.task_id > $1 order by t.task_id limit ${CHUNK}`

/** Directus on the same rows in the same PostgreSQL: a table of tasks, a table of agencies, the same indexes as ours. */
export class Directus {
  readonly version: string
  readonly #http: HttpClient
  readonly #token: string
  readonly #process: ChildProcess
  readonly #leave: () => void

  private constructor(of: {
    version: string
    http: HttpClient
    token: string
    process: ChildProcess
    leave: () => void
  }) {
    this.version = of.version
    this.#http = of.http
    this.#token = of.token
    this.#process = of.process
    this.#leave = of.leave
  }

  /** Throws with the reason if Directus is not available: no Node 20, nothing to install from, a failed build. */
  static async start(database: string, clients: number): Promise<Directus> {
    const node = await node20()
    const { folder, leave } = await install(node)
    try {
      return await Directus.#startIn(folder, { node, leave, database, clients })
    } catch (error) {
      leave()
      throw error
    }
  }

  static async #startIn(
    folder: string,
    { node, leave, database, clients }: { node: string; leave: () => void; database: string; clients: number },
  ): Promise<Directus> {
    const url = new URL(database)
    url.pathname = DATABASE
    await feed(database, url.href)
    const port = await freePort()
    const token = crypto.randomUUID()
    const env = {
      PATH: `${path.dirname(node)}:/usr/bin:/bin`,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DB_CLIENT: 'pg',
      DB_HOST: url.hostname,
      DB_PORT: url.port,
      DB_DATABASE: DATABASE,
      DB_USER: url.username,
      DB_PASSWORD: decodeURIComponent(url.password),
      DB_POOL__MAX: String(clients),
      KEY: crypto.randomUUID(),
      SECRET: crypto.randomUUID(),
      ADMIN_EMAIL: 'quantri@example.com',
      ADMIN_PASSWORD: crypto.randomUUID(),
      ADMIN_TOKEN: token,
      TELEMETRY: 'false',
      CACHE_ENABLED: 'false',
      WEBSOCKETS_ENABLED: 'false',
      LOG_LEVEL: 'error',
      NO_UPDATE_NOTIFIER: '1',
    }
    const command = path.join(folder, 'node_modules', 'directus', 'cli.js')
    await run(node, [command, 'bootstrap'], { cwd: folder, env })
    const { stdout } = await run(node, [command, '--version'], { cwd: folder, env })
    const process = spawn(node, [command, 'start'], { cwd: folder, env, stdio: 'ignore' })
    const http = new HttpClient(`http://127.0.0.1:${port}`, clients)
    const directus = new Directus({ version: stdout.trim(), http, token, process, leave })
    await directus.#ready().catch(async (error) => {
      await directus.stop()
      throw error
    })
    return directus
  }

  list(limit: number): Promise<Buffer> {
    return this.#ask(`/items/task?limit=${limit}&sort=due_on&fields=${FIELDS.join(',')}`)
  }

  counts(): Promise<Buffer> {
    return this.#ask('/items/task?aggregate[count]=*&groupBy[]=lead_agency_id&groupBy[]=standing&limit=-1')
  }

  async readList(limit: number): Promise<{ id: string }[]> {
    return JSON.parse((await this.list(limit)).toString()).data
  }

  async readCounts(): Promise<{ count: string | number }[]> {
    return JSON.parse((await this.counts()).toString()).data
  }

  async stop(): Promise<void> {
    this.#http.close()
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = new Promise<void>((resolve) => this.#process.once('exit', () => resolve()))
      this.#process.kill('SIGTERM')
      const late = setTimeout(() => this.#process.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(late)
    }
    this.#leave()
  }

  #ask(address: string): Promise<Buffer> {
    return this.#http.ask({ path: address, token: this.#token })
  }

  async #ready(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS
    for (;;) {
      try {
        await this.list(1)
        return
      } catch (error) {
        if (this.#process.exitCode !== null || Date.now() > deadline) throw error
      }
      await pause(300)
    }
  }
}

/** The first Node 20 on the path: Directus 11 does not run on ours. */
async function node20(): Promise<string> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const node = path.join(folder, 'node')
    if (folder === '' || folder.includes('node_modules') || !existsSync(node)) continue
    const version = await run(node, ['--version']).catch(() => undefined)
    if (version?.stdout.startsWith('v20.')) return node
  }
  throw new Error('no Node 20 on the path')
}

interface Installed {
  folder: string
  /** Removes it again unless BENCH_DIRECTUS_DIR keeps it. */
  leave: () => void
}

/** Installs into BENCH_DIRECTUS_DIR, where the next run finds it, or into a temporary folder. */
async function install(node: string): Promise<Installed> {
  const kept = process.env.BENCH_DIRECTUS_DIR
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'directus-'))
  const leave = () => {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
  // Written last, so that an interrupted installation starts over.
  const marker = path.join(folder, 'installed')
  if (existsSync(marker)) return { folder, leave }
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n')
    // Settings of npm and node for our own run must not reach the installation.
    const given = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) && name !== 'NODE_OPTIONS')
    const env = { ...Object.fromEntries(given), PATH: `${path.dirname(node)}:/usr/bin:/bin` }
    const npm = (...args: string[]) => run(path.join(path.dirname(node), 'npm'), args, { cwd: folder, env })
    await npm('install', `directus@${VERSION}`, '--ignore-scripts', '--no-audit', '--no-fund')
    await npm('rebuild', ...NATIVE)
    writeFileSync(marker, '')
    return { folder, leave }
  } catch (error) {
    leave()
    throw error
  }
}

async function feed(database: string, target: string): Promise<void> {
  const from = new pg.Client({ connectionString: database })
  const to = new pg.Client({ connectionString: target })
  await from.connect()
  try {
    await from.query(`drop database if exists ${DATABASE} with (force)`)
    await from.query(`create database ${DATABASE}`)
    await to.connect()
    await to.query(TABLES)
    const insert = (table: string, rows: readonly object[]) =>
      to.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)])
    const { rows: agencies } = await from.query('select agency_id as id, name from registry.agency_latest')
    await insert('agency', agencies)
    for (let last = '0'; ; ) {
      const { rows } = await from.query<{ id: string }>(TASKS, [last])
      if (rows.length === 0) break
      await insert('task', rows)
      last = rows.at(-1)!.id
    }
    await to.query('analyze')
  } finally {
    await to.end().catch(() => {})
    await from.end()
  }
}

/** Drops its database. */
export async function dropDirectus(database: string): Promise<void> {
  const connection = new pg.Client({ connectionString: database })
  await connection.connect()
  await connection.query(`drop database if exists ${DATABASE} with (force)`).finally(() => connection.end())
}
