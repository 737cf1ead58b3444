/**
 * Lists and figures over HTTP, by eight people at the same time, compared with the bare SQL of the same work through
 * `pg` in this process. The contenders take turns, on the national sample or on a data directory loaded earlier
 * (BENCH_DATA_DIR). Directus, if available, gets the same rows and is measured in the same run. See README.md.
 */
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { house } from '../server/house.ts'
import { todayInVietnam } from '../server/platform/calendar.ts'
import { systemClock } from '../server/platform/clock.ts'
import { openDatabase } from '../server/platform/db.ts'
import { acts } from './figures/acts.ts'
import { Bare, COPY, SCAN_ONLY } from './figures/bare.ts'
import { counts, daysOf } from './figures/counts.ts'
import { Directus, dropDirectus } from './figures/directus.ts'
import { lists } from './figures/lists.ts'
import { HttpClient, measure } from './figures/load.ts'
import { pages } from './figures/pages.ts'
import { peopleLike } from './figures/people.ts'
import { Profiler, printed } from './figures/profile.ts'
import { before, machineOf, reportRow } from './figures/report.ts'
import type { Results, Row, Setup } from './figures/row.ts'
import { type Measurable, startMeasurable } from './figures/server.ts'
import { views } from './figures/views.ts'
import type { Ratio } from './measure.ts'

const CLIENTS = 8
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4)
/** More than this many times slower than its bare SQL is a defect, regardless of the aims. */
const AT_MOST = 10
const TABLES = ['task', 'fact', 'task_version']

export async function bench(): Promise<Ratio[]> {
  const { BENCH_DATA_DIR: dataDir, BENCH_PROFILE, BENCH_ONLY, BENCH_JSON, BENCH_BEFORE } = process.env
  const isProfiled = BENCH_PROFILE === '1' || process.argv.includes('--profile')
  console.log(
    `machine load before the run: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  )
  const server = await startMeasurable(dataDir, isProfiled)
  const closing: (() => unknown)[] = [() => server.stop()]
  try {
    const setup = await prepare(server, closing)
    const scale = dataDir === undefined ? 'national' : scaleOf(setup.tasks)
    const tables = TABLES.filter((table) => table !== 'task_version' || setup.hasVersions)
    const directus = setup.directus ? `Directus ${setup.directus.version}` : 'not available'
    const machine = JSON.stringify(await machineOf(setup.bare, { scale, clients: CLIENTS, directus }, tables))
    console.log(machine)
    const profiler = isProfiled ? await Profiler.open(server.inspectorPort!, server.database) : undefined
    if (profiler) closing.push(() => profiler.close())

    const days = await daysOf(setup)
    const groups: (() => Row[] | Promise<Row[]>)[] = [
      () => lists(setup),
      () => views(setup),
      () => counts(setup, days, dataDir === undefined),
      () => pages(setup),
      // Last: they add rows to the tables that the others read.
      () => acts(setup, before(BENCH_BEFORE, scale)),
    ]
    const measured = new Map<string, Results>()
    const ratios: Ratio[] = []
    const kept: string[] = []
    const isSelected = ({ work }: Row) => BENCH_ONLY === undefined || new RegExp(BENCH_ONLY).test(work)
    const measureRow = async (row: Row) => {
      await row.check()
      const contenders = Object.fromEntries(Object.entries(row.contenders).filter(([, work]) => work !== undefined))
      const results = (await measure(contenders, row.clients, SECONDS)) as Partial<Results> as Results
      const { lines, json } = reportRow(row, results, measured, scale)
      measured.set(row.work, results)
      ratios.push(...limited(row, results))
      kept.push(json)
      console.log(lines)
      if (profiler) console.log(printed(await profiler.of(row.contenders.ours, row.clients)))
    }
    for (const group of groups) {
      for (const row of (await group()).filter(isSelected)) {
        await measureRow(row).catch((error: Error) => {
          console.log(`${row.work}: FAILED: ${error.message}`)
          kept.push(JSON.stringify({ work: row.work, scale, failed: error.message }))
          ratios.push({ what: `${row.work} (failed)`, slow: Number.POSITIVE_INFINITY, fast: 1, atMost: AT_MOST })
        })
      }
    }
    console.log(['', ...kept].join('\n'))
    if (BENCH_JSON !== undefined) writeFileSync(BENCH_JSON, [machine, ...kept, ''].join('\n'))
    return ratios
  } finally {
    for (const close of closing.reverse()) await close()
  }
}

/** Rows without an aim are only printed. */
function limited({ work, aims }: Row, { ours, bare }: Results): Ratio[] {
  return aims.length === 0
    ? []
    : [{ what: `${work} / its bare SQL`, slow: ours.median, fast: bare.median, atMost: AT_MOST }]
}

/** Waits until the past days of data just loaded are counted: the job that does it competes with what is measured. */
async function untilCounted({ pool }: Bare): Promise<void> {
  for (let waited = 0; waited < 600; waited += 1) {
    const { rowCount } = await pool.query('select from tasks.figure_kept where through >= current_date - 1')
    if (rowCount === 1) return
    await pause(1000)
  }
  throw new Error('The past days are not counted after ten minutes.')
}

async function prepare({ url, database }: Measurable, closing: (() => unknown)[]): Promise<Setup> {
  const db = openDatabase(database, { max: CLIENTS, audit: house.audit })
  closing.push(() => db.destroy())
  const http = new HttpClient(url, CLIENTS)
  closing.push(() => http.close())
  const bare = new Bare(database, CLIENTS)
  closing.push(() => bare.close())
  const scan = new Bare(database, CLIENTS, SCAN_ONLY)
  closing.push(() => scan.close())
  await bare.pool.query(COPY)
  closing.push(() => bare.pool.query('drop schema if exists bench cascade'))
  await untilCounted(bare)
  const { rows } = await bare.pool.query<{ tasks: number; versions: boolean }>(
    `select (select count(*)::integer from tasks.task) as tasks, to_regclass('tasks.task_version') is not null as versions`,
  )
  const { tasks, versions } = rows[0]!
  const directus = await directusOn(database, closing)
  return {
    clients: CLIENTS,
    http,
    db,
    bare,
    scan,
    directus,
    followers: await peopleLike(db, 'theodoi@mau.example', CLIENTS),
    officers: await peopleLike(db, 'botaichinh@mau.example', CLIENTS),
    today: todayInVietnam(systemClock),
    tasks,
    hasVersions: versions,
  }
}

async function directusOn(database: string, closing: (() => unknown)[]): Promise<Directus | undefined> {
  if (process.env.BENCH_DIRECTUS === '0') {
    console.log('Directus: skipped (BENCH_DIRECTUS=0)')
    return undefined
  }
  closing.push(() => dropDirectus(database))
  try {
    const directus = await Directus.start(database, CLIENTS)
    closing.push(() => directus.stop())
    return directus
  } catch (error) {
    console.log(`Directus: not available (${reasonOf(error as Error & { stderr?: string })})`)
    return undefined
  }
}

const scaleOf = (tasks: number) => (tasks >= 900_000 ? `${Math.round(tasks / 1e6)}m` : `${Math.round(tasks / 1e3)}k`)

/** The last line that a failed command printed. */
function reasonOf({ message, stderr = '' }: Error & { stderr?: string }): string {
  return [message.split('\n')[0], stderr.trim().split('\n').at(-1)].filter(Boolean).join(': ')
}
