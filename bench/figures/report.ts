import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Before } from './acts.ts'
import type { Bare } from './bare.ts'
import type { Measured } from './load.ts'
import type { Contender, Results, Row } from './row.ts'

const NAMES: Record<Contender, string> = {
  ours: 'ours',
  bare: 'bare SQL',
  scan: 'one scan of the versions',
  directus: 'Directus',
}
const SETTINGS = ['server_version', 'shared_buffers', 'work_mem', 'jit', 'max_parallel_workers_per_gather', 'fsync']

export interface Machine {
  scale: string
  clients: number
  cores: number
  cpu: string
  memoryGb: number
  node: string
  loadBefore: number[]
  postgresql: Record<string, string>
  /** Row counts by table. */
  rows: Record<string, number>
  directus: string
}

export async function machineOf(
  bare: Bare,
  facts: Pick<Machine, 'scale' | 'clients' | 'directus'>,
  tables: readonly string[],
): Promise<Machine> {
  const { rows: settings } = await bare.pool.query<{ name: string; setting: string }>(
    'select name, current_setting(name) as setting from pg_settings where name = any($1)',
    [SETTINGS],
  )
  const rows: Record<string, number> = {}
  for (const table of tables) {
    const { rows: counted } = await bare.pool.query<{ rows: string }>(`select count(*) as rows from tasks.${table}`)
    rows[table] = Number(counted[0]!.rows)
  }
  return {
    scale: facts.scale,
    clients: facts.clients,
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? '',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    loadBefore: loadavg().map(rounded),
    postgresql: Object.fromEntries(settings.map(({ name, setting }) => [name, setting])),
    rows,
    directus: facts.directus,
  }
}

/** One row as printed lines, and as JSON. */
export function reportRow(row: Row, results: Results, earlier: ReadonlyMap<string, Results>, scale: string) {
  const { ours, bare } = results
  const aims = row.aims.map(({ text, isMet }) => ({ text, met: isMet(results, earlier) }))
  const others = (Object.keys(results) as Contender[]).filter((name) => name !== 'ours')
  const lines = [
    `${row.work} (${row.clients === 1 ? '1 client' : `${row.clients} clients`})`,
    line(NAMES.ours, ours),
    ...others.map((name) => {
      const other = results[name]!
      const share = `${((100 * ours.perSecond) / other.perSecond).toFixed(0)}%`
      return `${line(NAMES[name], other)}   ours: ${share} of its throughput, ${(ours.median / other.median).toFixed(2)}× its median`
    }),
    ...aims.map(
      ({ text, met }) => `    aim: ${text}: ${met === undefined ? 'nothing to compare with' : met ? 'met' : 'NOT MET'}`,
    ),
  ]
  const known = aims.filter(({ met }) => met !== undefined)
  const kept = {
    work: row.work,
    scale,
    clients: row.clients,
    ...figures(ours),
    ...Object.fromEntries(others.map((name) => [name, figures(results[name]!)])),
    ratio: { throughput: rounded(ours.perSecond / bare.perSecond), median: rounded(ours.median / bare.median) },
    aim: aims.map(({ text }) => text).join('; '),
    met: known.length === 0 ? null : known.every(({ met }) => met),
    aims,
  }
  return { lines: lines.join('\n'), json: JSON.stringify(kept) }
}

function line(name: string, { median, p99, perSecond }: Measured): string {
  const number = (value: number, width: number) => value.toFixed(value < 10 ? 2 : 1).padStart(width)
  return `    ${name.padEnd(25)} median ${number(median, 8)} ms   p99 ${number(p99, 8)} ms   ${number(perSecond, 8)}/s`
}

function figures({ median, p99, perSecond, times }: Measured) {
  return { median: rounded(median), p99: rounded(p99), perSecond: rounded(perSecond), times }
}

const rounded = (value: number) => Number(value.toPrecision(4))

/** Rows of an earlier run at the same scale, from its file of JSON lines. */
export function before(file: string | undefined, scale: string): Before {
  if (file === undefined) return () => undefined
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text.startsWith('{"work"'))
    .map((text) => JSON.parse(text) as { work: string; scale: string; bare?: Measured } & Measured)
  return (work) => {
    const found = lines.find((one) => one.work === work && one.scale === scale)
    return found?.bare && { ours: found, bare: found.bare }
  }
}
