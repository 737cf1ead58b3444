/**
 * Several clients at the same time, each sending its next request as soon as it has a response. They share the machine's
 * cores with what they measure, so they do little: kept connections, bodies read and thrown away, no JSON while timed.
 */
import { Agent, request } from 'node:http'

/** One unit of work of one client: `turn` counts up from 0, over all rounds. Throws on an unexpected response. */
export type Work = (client: number, turn: number) => Promise<unknown>

/** Times in milliseconds. */
export interface Measured {
  median: number
  p99: number
  perSecond: number
  /** How many runs these figures are from. */
  times: number
}

interface Slice {
  times: number[]
  seconds: number
}

/** After a warm-up all contenders take this many turns each, so that other load on the machine affects all of them. */
const ROUNDS = 2
const WARM_UP_SECONDS = 0.5

/**
 * Measures contenders under the same load, taking turns.
 * @param seconds for each contender, over all rounds; longer work is waited for
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
    // Work that takes longer than its whole time runs only once more for each client.
    rounds.set(name, took > seconds ? 1 : ROUNDS)
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names.filter((one) => round < rounds.get(one)!)) {
      slices.get(name)!.push(await run(contenders[name], turns.get(name)!, seconds / ROUNDS))
    }
  }
  return Object.fromEntries(names.map((name) => [name, summed(slices.get(name)!)])) as Record<Name, Measured>
}

/** @param turns of each client so far; incremented */
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
  // Wait for all, even if one fails: the next contender must not run beside the rest of them.
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

export interface Call {
  path: string
  token: string
  body?: object
  /** The version seen of the object to change. */
  version?: number
}

/** Connections to one server, kept open. */
export class HttpClient {
  readonly #url: URL
  readonly #agent: Agent

  constructor(url: string, clients: number) {
    this.#url = new URL(url)
    this.#agent = new Agent({ keepAlive: true, maxSockets: clients })
  }

  /** The bytes of a response. Throws unless the status is a success. */
  ask({ path, token, body, version }: Call): Promise<Buffer> {
    const content = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const outgoing = request(
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
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.once('error', reject)
          answer.once('end', () => {
            const bytes = Buffer.concat(chunks)
            if (answer.statusCode! >= 200 && answer.statusCode! < 300) resolve(bytes)
            else reject(new Error(`${path}: ${answer.statusCode} ${bytes.toString().slice(0, 500)}`))
          })
        },
      )
      outgoing.once('error', reject)
      outgoing.end(content)
    })
  }

  /** The parsed response, for checks and for setup. */
  async read<Answer>(call: Call): Promise<Answer> {
    return JSON.parse((await this.ask(call)).toString())
  }

  close(): void {
    this.#agent.destroy()
  }
}
