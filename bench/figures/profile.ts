import pg from 'pg'
import { quiet } from './bare.ts'
import type { Work } from './load.ts'

/** Microseconds between two samples of the server. */
const INTERVAL_US = 500
/** Milliseconds between two samples of PostgreSQL. */
const LOOK_MS = 10
const SECONDS = 2
const FUNCTIONS = 10
const STATEMENTS = 5
const ENOUGH = 100

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  timeDeltas: number[]
}

interface Share {
  what: string
  percent: number
}

/** Where one row of the benchmark spends its time. */
export interface Costs {
  /** Functions of the server by self time, as a share of the time it was not idle. */
  server: Share[]
  idlePercent: number
  /** Statements of the server that PostgreSQL was seen running, by how often. */
  database: Share[]
  requests: number
  /** Transactions that PostgreSQL ended per request. Sessions report them late, so a few requests give no figure. */
  transactions?: number
}

/** Profiles a running server through its inspector, and its database, while it works. */
export class Profiler {
  readonly #socket: WebSocket
  readonly #database: pg.Pool
  readonly #name: string
  readonly #answers = new Map<number, (result: unknown) => void>()
  #lastId = 0

  private constructor(socket: WebSocket, database: string) {
    this.#socket = socket
    const beside = new URL(database)
    this.#name = beside.pathname.slice(1)
    // From another database, so that its own transactions are not counted.
    beside.pathname = 'postgres'
    this.#database = new pg.Pool({ connectionString: beside.href, max: 1, application_name: 'bench profile' })
    quiet(this.#database)
    socket.addEventListener('message', ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown }
      if (id === undefined) return
      this.#answers.get(id)?.(result)
      this.#answers.delete(id)
    })
  }

  static async open(inspectorPort: number, database: string): Promise<Profiler> {
    const [target] = (await (await fetch(`http://127.0.0.1:${inspectorPort}/json/list`)).json()) as {
      webSocketDebuggerUrl: string
    }[]
    const socket = new WebSocket(target!.webSocketDebuggerUrl)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', () => reject(new Error('the inspector of the server cannot be reached')))
    })
    const profiler = new Profiler(socket, database)
    await profiler.#send('Profiler.enable')
    await profiler.#send('Profiler.setSamplingInterval', { interval: INTERVAL_US })
    return profiler
  }

  /** Runs the work with so many clients for a while. Profiling slows the work down: only shares count. */
  async of(work: Work, clients: number): Promise<Costs> {
    const seen = new Map<string, number>()
    const before = await this.#ended()
    await this.#send('Profiler.start')
    const until = performance.now() + SECONDS * 1_000
    let requests = 0
    const client = async (place: number) => {
      // Turns that no measured run has reached, so that every turn is still new.
      for (let turn = 1_000_000; performance.now() < until; turn++) {
        await work(place, turn)
        requests += 1
      }
    }
    const looking = this.#look(until, seen)
    await Promise.all(Array.from({ length: clients }, (_, place) => client(place)))
    const { profile } = (await this.#send('Profiler.stop')) as { profile: Profile }
    await looking
    const transactions = ((await this.#ended()) - before) / requests
    const each = requests < ENOUGH ? {} : { transactions }
    return { ...selfTimes(profile), database: shares(seen, STATEMENTS), requests, ...each }
  }

  async close(): Promise<void> {
    this.#socket.close()
    await this.#database.end()
  }

  async #look(until: number, seen: Map<string, number>): Promise<void> {
    while (performance.now() < until) {
      const { rows } = await this.#database.query<{ what: string }>({
        name: 'look',
        text: `
          select coalesce(wait_event_type || ': ', '') || regexp_replace(query, '\\s+', ' ', 'g') as what
          from pg_stat_activity
          where state = 'active' and application_name like 'dieuhanh%' and datname = $1`,
        values: [this.#name],
      })
      for (const { what } of rows) seen.set(what, (seen.get(what) ?? 0) + 1)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
  }

  async #ended(): Promise<number> {
    const { rows } = await this.#database.query<{ ended: number }>(
      `select (xact_commit + xact_rollback)::double precision as ended from pg_stat_database where datname = $1`,
      [this.#name],
    )
    return rows[0]!.ended
  }

  #send(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#lastId
    return new Promise((resolve) => {
      this.#answers.set(id, resolve)
      this.#socket.send(JSON.stringify({ id, method, params }))
    })
  }
}

function selfTimes({ nodes, samples, timeDeltas }: Profile): Pick<Costs, 'server' | 'idlePercent'> {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const times = new Map<string, number>()
  let all = 0
  let idle = 0
  for (const [place, id] of samples.entries()) {
    const { functionName, url, lineNumber } = frames.get(id)!
    const time = timeDeltas[place]!
    all += time
    if (functionName === '(idle)') {
      idle += time
      continue
    }
    const where = url === '' ? '' : ` ${url.replace(/^.*\/(?=(server|node_modules)\/)/, '')}:${lineNumber + 1}`
    const what = `${functionName === '' ? '(anonymous)' : functionName}${where}`
    times.set(what, (times.get(what) ?? 0) + time)
  }
  return { server: shares(times, FUNCTIONS), idlePercent: (100 * idle) / all }
}

function shares(weights: ReadonlyMap<string, number>, most: number): Share[] {
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([what, weight]) => ({ what, percent: (100 * weight) / all }))
}

/** As printed under a row. */
export function printed({ server, idlePercent, database, requests, transactions }: Costs): string {
  const line = ({ what, percent }: Share) => `      ${percent.toFixed(1).padStart(5)}%  ${what.slice(0, 180)}`
  const each = transactions === undefined ? '' : `, ${transactions.toFixed(1)} transactions each`
  return [
    `    server (${idlePercent.toFixed(0)}% idle; ${requests} requests${each})`,
    ...server.map(line),
    '    PostgreSQL, statements it was seen running',
    ...database.map(line),
  ].join('\n')
}
