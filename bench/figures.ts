/**
 * Lists and figures over HTTP, by eight people at once, against the bare SQL of the same work through `pg` in this very
 * process, by turns, on the national sample or on a data directory that was loaded before (BENCH_DATA_DIR). Directus, where it
 * can be had, is fed the same rows and asked in the same run. See README.md.
 */
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { house } from '../server/house.ts'
import { todayInVietnam } from '../server/platform/calendar.ts'
import { systemClock } from '../server/platform/clock.ts'
import { openDatabase } from '../server/platform/db.ts'
import { acts } from './figures/acts.ts'
import { Bare, COPY, SCAN_ONLY } from './figures/bare.ts'
import { counts, daysOf } from './figures/counts.ts'
import { Directus, dropDirectus } from './figures/directus.ts'
import { lists } from './figures/lists.ts'
import { Door, measure } from './figures/load.ts'
import { pages } from './figures/pages.ts'
import { peopleLike } from './figures/people.ts'
import { Profiler, printed } from './figures/profile.ts'
import { before, machineOf, told } from './figures/report.ts'
import type { Ground, Results, Row } from './figures/row.ts'
import { type Measurable, startMeasurable } from './figures/server.ts'
import type { Ratio } from './measure.ts'

const CLIENTS = 8
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4)
/** Slower than its bare SQL by more than this is a defect, whatever the aims. */
const AT_MOST = 10
const TABLES = ['task', 'fact', 'task_version']

export async function bench(): Promise<Ratio[]> {
  const { BENCH_DATA_DIR: dataDir, BENCH_PROFILE, BENCH_ONLY, BENCH_JSON, BENCH_BEFORE } = process.env
  const isProfiled = BENCH_PROFILE === '1' || process.argv.includes('--profile')
  console.log(
    `load of the machine before: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  )
  const server = await startMeasurable(dataDir, isProfiled)
  const closing: (() => unknown)[] = [() => server.stop()]
  try {
    const ground = await prepare(server, closing)
    const scale = dataDir === undefined ? 'national' : scaleOf(ground.tasks)
    const tables = TABLES.filter((table) => table !== 'task_version' || ground.hasVersions)
    const directus = ground.directus ? `Directus ${ground.directus.version}` : 'not here'
    const machine = JSON.stringify(await machineOf(ground.bare, { scale, clients: CLIENTS, directus }, tables))
    console.log(machine)
    const profiler = isProfiled ? await Profiler.open(server.inspectorPort!, server.database) : undefined
    if (profiler) closing.push(() => profiler.close())

    const days = await daysOf(ground)
    const groups: (() => Row[] | Promise<Row[]>)[] = [
      () => lists(ground),
      () => counts(ground, days, dataDir === undefined),
      () => pages(ground),
      // Last: they add to what the others read.
      () => acts(ground, before(BENCH_BEFORE, scale)),
    ]
    const measured = new Map<string, Results>()
    const ratios: Ratio[] = []
    const kept: string[] = []
    const isAsked = ({ work }: Row) => BENCH_ONLY === undefined || new RegExp(BENCH_ONLY).test(work)
    const measureRow = async (row: Row) => {
      await row.check()
      const contenders = Object.fromEntries(Object.entries(row.contenders).filter(([, work]) => work !== undefined))
      const results = (await measure(contenders, row.clients, SECONDS)) as Partial<Results> as Results
      const { lines, json } = told(row, results, measured, scale)
      measured.set(row.work, results)
      ratios.push(...limited(row, results))
      kept.push(json)
      console.log(lines)
      if (profiler) console.log(printed(await profiler.of(row.contenders.ours, row.clients)))
    }
    for (const group of groups) {
      for (const row of (await group()).filter(isAsked)) {
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

/** Rows without an aim are there to be read. */
function limited({ work, aims }: Row, { ours, bare }: Results): Ratio[] {
  return aims.length === 0
    ? []
    : [{ what: `${work} / its bare SQL`, slow: ours.median, fast: bare.median, atMost: AT_MOST }]
}

async function prepare({ url, database }: Measurable, closing: (() => unknown)[]): Promise<Ground> {
  const db = openDatabase(database, { max: CLIENTS, audit: house.audit })
  closing.push(() => db.destroy())
  const door = new Door(url, CLIENTS)
  closing.push(() => door.close())
  const bare = new Bare(database, CLIENTS)
  closing.push(() => bare.close())
  const scan = new Bare(database, CLIENTS, SCAN_ONLY)
  closing.push(() => scan.close())
  await bare.pool.query(COPY)
  closing.push(() => bare.pool.query('drop schema if exists bench cascade'))
  const { rows } = await bare.pool.query<{ tasks: number; versions: boolean }>(
    `select (select count(*)::integer from tasks.task) as tasks, to_regclass('tasks.task_version') is not null as versions`,
  )
  const { tasks, versions } = rows[0]!
  const directus = await directusOn(database, closing)
  return {
    clients: CLIENTS,
    door,
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
    console.log('Directus: left out (BENCH_DIRECTUS=0)')
    return undefined
  }
  closing.push(() => dropDirectus(database))
  try {
    const directus = await Directus.start(database, CLIENTS)
    closing.push(() => directus.stop())
    return directus
  } catch (error) {
    console.log(`Directus: not here (${reasonOf(error as Error & { stderr?: string })})`)
    return undefined
  }
}

const scaleOf = (tasks: number) => (tasks >= 900_000 ? `${Math.round(tasks / 1e6)}m` : `${Math.round(tasks / 1e3)}k`)

/** Of a command that failed, what it said last. */
function reasonOf({ message, stderr = '' }: Error & { stderr?: string }): string {
  return [message.split('\n')[0], stderr.trim().split('\n').at(-1)].filter(Boolean).join(': ')
}
