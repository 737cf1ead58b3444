import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { serverBusy } from './away.ts'
import { breakOff, cancelStatement, SIGN_MS } from './cancel-statement.ts'
import { Pulse } from './pulse.ts'
import { currentScope, gone, later, type RequestScope, runInScope } from './request-scope.ts'

/** How long PostgreSQL may work for one request, and how long the request waits for it. */
export interface Limits {
  /** Of one statement of a reading request. */
  statementSeconds: number
}

/** Of one statement of an act: a commit checks every task that a bulk act has changed, and what was sent is carried out. */
export const ACT_SECONDS = 120
/** Longest wait for a row that another transaction has locked; then 409 `request.busy`. */
export const LOCK_SECONDS = 10
/** Longest wait for a connection: a free one of the pool, or PostgreSQL's answer to a new one. */
export const CONNECT_MS = 4_000
/** Past PostgreSQL's own limit the driver waits this much longer before it gives the connection up. */
const MARGIN_MS = 5_000

type Plain = (...given: unknown[]) => Promise<pg.QueryResult>
type Done = (error?: Error | boolean) => void
type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: Done) => void

/**
 * A pool whose statements belong to the request that issues them (`request-scope.ts`). With `limits`, statements of requests
 * use connections with limits; statements outside requests use others, as many, without limits: a job can neither be
 * cut short nor take the connections of the screens.
 */
export class ScopedPool extends pg.Pool {
  readonly #apart: pg.Pool | undefined
  readonly #pulse: Pulse

  constructor(options: pg.PoolConfig, limits?: Limits) {
    const pulse = new Pulse(() => answers(options))
    super({ ...options, ...(limits ? within(options, limits) : {}), Client: clientOf(pulse, limits) })
    this.#pulse = pulse
    this.#apart = limits && new ScopedPool(options)
    // A connection that breaks while idle is replaced by the pool; without a listener the event would end the process.
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
    const scope = currentScope()
    if (scope !== undefined) return this.#connectFor(scope)
    return this.#apart ? this.#apart.connect() : super.connect()
  }

  override async end(): Promise<void> {
    await Promise.all([super.end(), this.#apart?.end()])
  }

  /** Throws immediately when the client has left or leaves; a connection that arrives later is returned unused. */
  #connectFor(scope: RequestScope): Promise<pg.PoolClient> {
    if (scope.hasLeft) return Promise.reject(gone())
    return new Promise((resolve, reject) => {
      let isOver = false
      const settle = () => {
        isOver = true
        scope.staysFor(leave)
        this.#pulse.delete(unanswered)
      }
      const fail = (error: unknown) => {
        settle()
        reject(scope.explain(error))
      }
      const leave = () => fail(gone())
      const unanswered = { since: performance.now(), until: Number.POSITIVE_INFINITY, giveUp: fail }
      scope.whenLeft(leave)
      this.#pulse.add(unanswered)
      super.connect().then(
        (client) => {
          if (isOver) return client.release()
          settle()
          resolve(client)
        },
        (error: Error) => {
          // Every connection is busy: if PostgreSQL were unavailable, the pulse would have reported it earlier.
          const isFull = /^timeout exceeded/.test(error.message) && !this.#pulse.wasAway
          if (!isOver) fail(isFull ? serverBusy(error) : error)
        },
      )
    })
  }
}

/** Session settings and timeouts of a pool that serves requests. */
function within(options: pg.PoolConfig, { statementSeconds }: Limits): pg.PoolConfig {
  return {
    connectionTimeoutMillis: CONNECT_MS,
    options: `${options.options ?? ''} -c statement_timeout=${statementSeconds}s -c lock_timeout=${LOCK_SECONDS}s`,
  }
}

/** The class of the pool's connections: statements are bound to the request that issues them. */
function clientOf(pulse: Pulse, limits?: Limits): new () => pg.Client {
  return class extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config)
      const connect = this.connect.bind(this) as unknown as Plain
      // Later socket events belong to no request, not to the one that happened to open the connection.
      this.connect = ((...given: unknown[]) =>
        runInScope(undefined, () => connect(...given))) as unknown as pg.Client['connect']
      const query = this.query.bind(this) as Plain
      this.query = ((...given: unknown[]) => {
        const scope = currentScope()
        if (scope === undefined || isCursor(given[0])) return query(...given)
        const callback = typeof given.at(-1) === 'function' ? (given.pop() as (...args: unknown[]) => void) : undefined
        const answer = ask({ client: this, query, scope, pulse, limits }, given)
        if (!callback) return answer
        answer.then((result) => callback(undefined, result), callback)
      }) as pg.Client['query']
    }
  }
}

interface Bound {
  client: pg.Client
  query: Plain
  scope: RequestScope
  pulse: Pulse
  limits: Limits | undefined
}

/**
 * Runs one statement on behalf of a request. Settles only when its cancellation has been accepted, so that this can
 * never hit the next statement of the connection, which may be another user's.
 */
async function ask({ client, query, scope, pulse, limits }: Bound, given: unknown[]): Promise<pg.QueryResult> {
  const text = textOf(given[0])
  const isEnd = /^(commit|rollback)/i.test(text)
  if (scope.hasLeft && !isEnd) throw gone()
  let cancelling: Promise<void> | undefined
  const cancel = () => {
    cancelling = cancelStatement(client)
  }
  if (!isEnd) scope.whenLeft(cancel)
  const since = performance.now()
  const seconds = scope.isAct ? ACT_SECONDS : limits?.statementSeconds
  const until = limits && seconds ? since + seconds * 1000 + MARGIN_MS : Number.POSITIVE_INFINITY
  const unanswered = { since, until, giveUp: (error: Error) => breakOff(client, error) }
  pulse.add(unanswered)
  try {
    // In the same message as `begin`: an act gets its own limit without another round trip.
    if (limits && scope.isAct && text === 'begin')
      return await query(`begin; set local statement_timeout = '${seconds}s'`)
    return await query(...given)
  } catch (error) {
    throw scope.explain(error)
  } finally {
    scope.staysFor(cancel)
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

/** Whether PostgreSQL responds to a new connection, even with a refusal. */
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
