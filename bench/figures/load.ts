/**
 * So many clients at once, each asking again as soon as it is answered. It shares the machine's cores with what it measures,
 * so it does as little as it can: kept connections, agencies read whole and thrown away, no JSON while the clock runs.
 */
import { Agent, request } from 'node:http'

/** One piece of work of one client: `turn` counts up from 0, over all rounds. Throws where it is not answered as it should be. */
export type Work = (client: number, turn: number) => Promise<unknown>

/** Times in milliseconds. */
export interface Measured {
  median: number
  p99: number
  perSecond: number
  /** How many pieces of work these figures are of. */
  times: number
}

interface Slice {
  times: number[]
  seconds: number
}

/** Each contender is warmed up, then all take turns, this often, so that what else the machine does meets all of them. */
const ROUNDS = 2
const WARM_UP_SECONDS = 0.5

/**
 * Measures contenders under the same load, by turns.
 * @param seconds for each contender, over all rounds; work that takes longer is waited for
 */
export async function measure<Name extends string>(
  contenders: Readonly<Record<Name, Work>>,
  clients: number,
  seconds: number,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(contenders) as Name[]
  const turns = new Map(names.map((name) => [name, Array.from({ length: clients }, () => 0)]))
  const slices = new Map<Name, Slice[]>(names.map((name) => [name, []]))
  const rounds = new Map<Name, number>()
  for (const name of names) {
    const { seconds: took } = await run(contenders[name], turns.get(name)!, WARM_UP_SECONDS)
    // What takes longer than all its time is done once more by each client, and no more.
    rounds.set(name, took > seconds ? 1 : ROUNDS)
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names.filter((one) => round < rounds.get(one)!)) {
      slices.get(name)!.push(await run(contenders[name], turns.get(name)!, seconds / ROUNDS))
    }
  }
  return Object.fromEntries(names.map((name) => [name, summed(slices.get(name)!)])) as Record<Name, Measured>
}

/** @param turns of each client so far; counted on */
async function run(work: Work, turns: number[], seconds: number): Promise<Slice> {
  const times: number[] = []
  const started = performance.now()
  const until = started + seconds * 1_000
  let ended = started
  const client = async (_: number, place: number) => {
    do {
      const begun = performance.now()
      await work(place, turns[place]!++)
      ended = performance.now()
      times.push(ended - begun)
    } while (ended < until)
  }
  // All are waited for, also where one fails: what comes next must not meet the rest of them.
  const ends = await Promise.allSettled(turns.map(client))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return { times, seconds: (ended - started) / 1_000 }
}

function summed(slices: readonly Slice[]): Measured {
  const times = slices.flatMap((slice) => slice.times).sort((a, b) => a - b)
  const seconds = slices.reduce((sum, slice) => sum + slice.seconds, 0)
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
  return { median: quantile(0.5), p99: quantile(0.99), perSecond: times.length / seconds, times: times.length }
}

export interface Question {
  path: string
  token: string
  body?: object
  /** The version seen of what is changed. */
  version?: number
}

/** Connections to one server, kept open. */
export class Door {
  readonly #url: URL
  readonly #agent: Agent

  constructor(url: string, clients: number) {
    this.#url = new URL(url)
    this.#agent = new Agent({ keepAlive: true, maxSockets: clients })
  }

  /** The bytes of an answer. Throws where the status is not one of success. */
  ask({ path, token, body, version }: Question): Promise<Buffer> {
    const content = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          agent: this.#agent,
          host: this.#url.hostname,
          port: this.#url.port,
          path,
          method: content === undefined ? 'GET' : 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            ...(content === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }),
            ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
          },
        },
        (answer) => {
          const pieces: Buffer[] = []
          answer.on('data', (piece: Buffer) => pieces.push(piece))
          answer.once('error', reject)
          answer.once('end', () => {
            const bytes = Buffer.concat(pieces)
            if (answer.statusCode! >= 200 && answer.statusCode! < 300) resolve(bytes)
            else reject(new Error(`${path}: ${answer.statusCode} ${bytes.toString().slice(0, 500)}`))
          })
        },
      )
      asked.once('error', reject)
      asked.end(content)
    })
  }

  /** The answer itself, for checks and for setting up. */
  async read<Answer>(question: Question): Promise<Answer> {
    return JSON.parse((await this.ask(question)).toString())
  }

  close(): void {
    this.#agent.destroy()
  }
}
