/**
 * The search page over HTTP by eight clients at the same time, on a hundred thousand documents (BENCH_DATA_DIR, loaded with
 * `npm run sample -- --scale 100k`), compared with eight connections that read the same words by the bare GIN index: p95 of
 * all words together, rare and common, a number, in and out of order. Each word alone is printed, and does not decide.
 */
import pg from 'pg'
import { HttpClient } from './figures/load.ts'
import type { Ratio } from './measure.ts'
import { onSample } from './sample-server.ts'

const CLIENTS = 8
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)

/** What is typed, and the folded words that the bare read asks the index for. */
const TYPED: readonly (readonly [typed: string, ...words: string[]])[] = [
  ['báo cáo', 'bao', 'cao'],
  ['thủ tục hành chính', 'thu', 'tuc', 'hanh', 'chinh'],
  ['Hà Nam', 'ha', 'nam'],
  ['nghị định', 'nghi', 'dinh'],
  ['tỉnh', 'tinh'],
  ['kiến nghị rõ', 'kien', 'nghi', 'ro'],
  ['thien tai hoa hoan', 'thien', 'tai', 'hoa', 'hoan'],
  ['chính phủ báo cáo', 'chinh', 'phu', 'bao', 'cao'],
  ['02/2019/TB-MẪU', '02/2019/tb-mau'],
  ['NV-2019-000002', 'nv-2019-000002'],
  ['hoàng liên sơn', 'hoang', 'lien', 'son'],
  ['đất đai 2019', 'dat', 'dai', '2019'],
]

const bareOf = (words: readonly string[]) =>
  `select count(*) from tasks.task where ${words.map((word) => `searched like '%${word}%'`).join(' and ')}`

type Work = (client: number, turn: number) => Promise<unknown>

/** The times of all turns of eight clients within the seconds, by what was typed. */
async function timed(work: Work, seconds: number): Promise<number[][]> {
  const times: number[][] = TYPED.map(() => [])
  const until = performance.now() + seconds * 1000
  const client = async (_: unknown, place: number) => {
    // Each client begins elsewhere, so that not all ask for the same.
    for (let turn = place; performance.now() < until; turn++) {
      const began = performance.now()
      await work(place, turn)
      times[turn % TYPED.length]!.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return times
}

const p95 = (times: readonly number[]) => {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0
}

export async function bench(): Promise<Ratio[]> {
  return onSample(async ({ url, connectionString, client, tokenOf }) => {
    const token = tokenOf('theodoi')
    const { rows } = await client.query('select count(*)::integer as tasks from tasks.task')
    console.log(`${rows[0].tasks} tasks`)
    const connections = await Promise.all(Array.from({ length: CLIENTS }, () => opened(connectionString)))
    const http = new HttpClient(url, CLIENTS)
    try {
      if (process.env.BENCH_PLANS) {
        for (const [typed, ...words] of TYPED) {
          const plan = await connections[0]!.query(`explain (analyze, buffers) ${bareOf(words)}`)
          console.log(`${typed}\n${plan.rows.map((row) => `  ${row['QUERY PLAN']}`).join('\n')}`)
        }
      }
      const asked = (address: string) => (_: number, turn: number) => {
        const [typed] = TYPED[turn % TYPED.length]!
        return http.ask({ path: `${address}?words=${encodeURIComponent(typed)}`, token })
      }
      const bare: Work = (client, turn) => {
        const [, ...words] = TYPED[turn % TYPED.length]!
        return connections[client]!.query(bareOf(words))
      }
      const ratios: Ratio[] = []
      for (const [what, address] of [
        ['a page of tasks', '/api/search/task'],
        ['how many of each kind', '/api/search/counts'],
      ] as const) {
        const [ours, theirs]: [number[][], number[][]] = [TYPED.map(() => []), TYPED.map(() => [])]
        await timed(asked(address), 1)
        // Taking turns, so that other work on the machine affects both.
        for (let round = 0; round < 4; round++) {
          for (const [kept, work] of [
            [ours, asked(address)],
            [theirs, bare],
          ] as const) {
            for (const [place, times] of (await timed(work, SECONDS / 4)).entries()) kept[place]!.push(...times)
          }
        }
        for (const [place, [typed]] of TYPED.entries()) {
          console.log(`  ${typed}: p95 ${p95(ours[place]!).toFixed(0)} ms, bare ${p95(theirs[place]!).toFixed(0)} ms`)
        }
        ratios.push({ what: `${what}, p95`, slow: p95(ours.flat()), fast: p95(theirs.flat()), atMost: 3 })
      }
      return ratios
    } finally {
      http.close()
      for (const connection of connections) await connection.end()
    }
  })
}

async function opened(connectionString: string): Promise<pg.Client> {
  const connection = new pg.Client({ connectionString })
  await connection.connect()
  await connection.query('set enable_seqscan = off')
  return connection
}
