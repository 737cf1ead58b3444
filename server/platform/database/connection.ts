import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { type Asking, askFor, gone, later, whoAsksNow } from './asking.ts'
import { serverBusy } from './away.ts'
import { breakOff, cancelStatement, SIGN_MS } from './cancel-statement.ts'
import { Pulse } from './pulse.ts'

/** How long PostgreSQL may work for one request, and how long the request waits for it. */
export interface Limits {
  /** Of one statement of a reading request. */
  statementSeconds: number
}

/** Of one statement of an act: a commit checks every task that a bulk act has changed, and what was sent is carried out. */
export const ACT_SECONDS = 120
/** Longest wait for a row somebody else has locked; then 409 `request.busy`. */
export const LOCK_SECONDS = 10
/** Longest wait for a connection: a free one of the pool, or PostgreSQL's answer to a new one. */
export const CONNECT_MS = 4_000
/** Past PostgreSQL's own limit the driver waits so much longer before it gives the connection up. */
const MARGIN_MS = 5_000

type Plain = (...given: unknown[]) => Promise<pg.QueryResult>
type Done = (error?: Error | boolean) => void
type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: Done) => void

/**
 * A pool whose statements belong to the request that asks them (`asking.ts`). With `limits`, what requests ask goes through
 * connections that keep them; what no request asks goes through others, as many, without limits: a job can neither be cut
 * short nor take the connections of the screens.
 */
export class AskedPool extends pg.Pool {
  readonly #apart: pg.Pool | undefined
  readonly #pulse: Pulse

  constructor(options: pg.PoolConfig, limits?: Limits) {
    const pulse = new Pulse(() => answers(options))
    super({ ...options, ...(limits ? within(options, limits) : {}), Client: clientOf(pulse, limits) })
    this.#pulse = pulse
    this.#apart = limits && new AskedPool(options)
    // A connection that breaks while idle is replaced by the pool; unheard, the event would end the process.
    this.on('error', () => {})
    this.on('connect', (client) => client.on('error', () => {}))
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const connected = this.#connect()
    if (!callback) return connected
    connected.then(
      (client) => callback(undefined, client, (error) => client.release(error)),
      (error: Error) => callback(error, undefined, () => {}),
    )
  }

  #connect(): Promise<pg.PoolClient> {
    const asking = whoAsksNow()
    if (asking !== undefined) return this.#connectFor(asking)
    return this.#apart ? this.#apart.connect() : super.connect()
  }

  override async end(): Promise<void> {
    await Promise.all([super.end(), this.#apart?.end()])
  }

  /** Throws at once when the client has left or leaves; a connection that comes later goes back unused. */
  #connectFor(asking: Asking): Promise<pg.PoolClient> {
    if (asking.hasLeft) return Promise.reject(gone())
    return new Promise((resolve, reject) => {
      let isOver = false
      const settle = () => {
        isOver = true
        asking.staysFor(leave)
        this.#pulse.delete(unanswered)
      }
      const fail = (error: unknown) => {
        settle()
        reject(asking.explain(error))
      }
      const leave = () => fail(gone())
      const unanswered = { since: performance.now(), until: Number.POSITIVE_INFINITY, giveUp: fail }
      asking.whenLeft(leave)
      this.#pulse.add(unanswered)
      super.connect().then(
        (client) => {
          if (isOver) return client.release()
          settle()
          resolve(client)
        },
        (error: Error) => {
          // Every connection is at work: were PostgreSQL away, the pulse would have said so before.
          const isFull = /^timeout exceeded/.test(error.message) && !this.#pulse.wasAway
          if (!isOver) fail(isFull ? serverBusy(error) : error)
        },
      )
    })
  }
}

/** Session settings and waits of a pool that serves requests. */
function within(options: pg.PoolConfig, { statementSeconds }: Limits): pg.PoolConfig {
  return {
    connectionTimeoutMillis: CONNECT_MS,
    options: `${options.options ?? ''} -c statement_timeout=${statementSeconds}s -c lock_timeout=${LOCK_SECONDS}s`,
  }
}

/** The class of the pool's connections: what is asked through one is bound to the request that asks. */
function clientOf(pulse: Pulse, limits?: Limits): new () => pg.Client {
  return class extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config)
      const connect = this.connect.bind(this) as unknown as Plain
      // What its socket tells later is told to nobody in particular, not to whoever happened to need the connection first.
      this.connect = ((...given: unknown[]) =>
        askFor(undefined, () => connect(...given))) as unknown as pg.Client['connect']
      const query = this.query.bind(this) as Plain
      this.query = ((...given: unknown[]) => {
        const asking = whoAsksNow()
        if (asking === undefined || isCursor(given[0])) return query(...given)
        const callback = typeof given.at(-1) === 'function' ? (given.pop() as (...told: unknown[]) => void) : undefined
        const answer = ask({ client: this, query, asking, pulse, limits }, given)
        if (!callback) return answer
        answer.then((result) => callback(undefined, result), callback)
      }) as pg.Client['query']
    }
  }
}

interface Bound {
  client: pg.Client
  query: Plain
  asking: Asking
  pulse: Pulse
  limits: Limits | undefined
}

/**
 * Asks one statement on behalf of a request. Settles only when a cancellation of it has been taken, so that this can never
 * hit the next statement of the connection, which may be somebody else's.
 */
async function ask({ client, query, asking, pulse, limits }: Bound, given: unknown[]): Promise<pg.QueryResult> {
  const text = textOf(given[0])
  const isEnd = /^(commit|rollback)/i.test(text)
  if (asking.hasLeft && !isEnd) throw gone()
  let cancelling: Promise<void> | undefined
  const cancel = () => {
    cancelling = cancelStatement(client)
  }
  if (!isEnd) asking.whenLeft(cancel)
  const since = performance.now()
  const seconds = asking.isAct ? ACT_SECONDS : limits?.statementSeconds
  const until = limits && seconds ? since + seconds * 1000 + MARGIN_MS : Number.POSITIVE_INFINITY
  const unanswered = { since, until, giveUp: (error: Error) => breakOff(client, error) }
  pulse.add(unanswered)
  try {
    // In the same message as `begin`: an act gets its own limit without another round trip.
    if (limits && asking.isAct && text === 'begin')
      return await query(`begin; set local statement_timeout = '${seconds}s'`)
    return await query(...given)
  } catch (error) {
    throw asking.explain(error)
  } finally {
    asking.staysFor(cancel)
    pulse.delete(unanswered)
    if (cancelling) await cancelling
  }
}

function textOf(given: unknown): string {
  return typeof given === 'string' ? given : String((given as { text?: unknown } | undefined)?.text ?? '')
}

function isCursor(given: unknown): boolean {
  return typeof (given as { submit?: unknown } | null)?.submit === 'function'
}

/** Whether PostgreSQL answers a new connection, be it with a refusal. */
async function answers(options: pg.PoolConfig): Promise<boolean> {
  const client = new pg.Client({ ...options, application_name: 'dieuhanh pulse' })
  client.on('error', () => {})
  const forget = later(SIGN_MS, () => breakOff(client, new Error('no answer')))
  try {
    await client.connect()
    return true
  } catch (error) {
    return error instanceof pg.DatabaseError
  } finally {
    forget()
    client.end().catch(() => {})
  }
}
