import { createHash } from 'node:crypto'
import { type PostgresPool, type PostgresPoolClient, type RawBuilder, sql } from 'kysely'
import type pg from 'pg'

/** Statements that one connection keeps prepared; beyond them it is replaced. */
const MOST_NAMES = 100
const MARK = '/* prepared */'
const SETTLED = '/* prepared, settled */'

/**
 * Marks a statement to be sent by name: PostgreSQL then parses and plans it once per connection and not at each call.
 * If an index finds the rows, planning takes longer than the work: 1.5 ms for a list that is found in 1.8.
 *
 * Only marked statements are named, and each keeps one plan for all values. Such a plan is made from estimates that
 * know nothing of days and lists given as parameters: with everything named, the statistics of the national sample took
 * twice as long. So mark what has one sensible plan whatever the values, and measure it.
 *
 * A limit is written into the statement (`sql.lit`). Of one given as a parameter the plan assumes a tenth of the table, reads and
 * sorts it: a page of forty thousand recommendations took 70 ms instead of 2. A statement that breaks this is refused.
 */
export function prepared<T>(statement: RawBuilder<T>): RawBuilder<T> {
  return sql<T>`${sql.raw(MARK)} ${statement}`
}

/**
 * Like `prepared`, for a statement whose one plan PostgreSQL keeps by itself after five calls, since no plan made for
 * given values is estimated to be cheaper: one row by its key. It runs in whichever mode the connection is in, so a
 * request that begins with it does not pay two round trips to switch the mode and back.
 */
export function settled<T>(statement: RawBuilder<T>): RawBuilder<T> {
  return sql<T>`${sql.raw(SETTLED)} ${statement}`
}

type Query = (text: string | { name: string; text: string; values: unknown[] }, values?: unknown[]) => Promise<unknown>

/**
 * The pool as Kysely expects it, with marked statements (`prepared`) sent by name, a hash of their text.
 *
 * - Prepared statements belong to their connection. One with `MOST_NAMES` is closed when it is released, and the pool
 *   opens another: memory is bounded, and nothing is counted in two places.
 * - By default PostgreSQL keeps replanning if it estimates the one plan to be dearer, which it nearly always does when
 *   days are given. So the session is set explicitly: one plan for marked statements, a plan per call for the rest. It
 *   costs a round trip when a connection switches between the two, outside transactions only; an act starts in the
 *   second. `settled` statements run in either.
 * - A statement without parameters is never named: it may be several (a migration's file).
 * - PostgreSQL replans on its own when tables, views or statistics change, with one exception: the columns of the
 *   answer have changed ("cached plan must not change result type": a migration ran meanwhile). Outside a transaction the
 *   statement is then repeated without a name; inside one the error remains. Older connections are replaced.
 * - Behind a pooler that gives each transaction another connection (PgBouncer before 1.21) names get lost or occur
 *   twice. The first such error ends naming for the lifetime of the pool.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names: Names = { byText: new Map(), era: 0, isOff: false }
  const clients = new WeakMap<pg.PoolClient, Prepared>()
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client)
      if (known) return known
      const made = new Prepared(client, names)
      clients.set(client, made)
      return made
    },
    end: () => pool.end(),
  }
}

/** For all connections of a pool. */
interface Names {
  byText: Map<string, string>
  /** Counts how often prepared statements were found outdated. */
  era: number
  isOff: boolean
}

class Prepared implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  readonly #names: Names
  readonly #era: number
  readonly #kept = new Set<string>()
  #isOnePlan = false

  constructor(client: pg.PoolClient, names: Names) {
    this.#client = client
    this.#names = names
    this.#era = names.era
  }

  get processID(): number | undefined {
    return (this.#client as { processID?: number }).processID
  }

  // Kysely's two forms: a text with its values, or a cursor that has both.
  query(given: unknown, values?: readonly unknown[]): never {
    const query = this.#client.query.bind(this.#client) as Query
    const isMarked = typeof given === 'string' && (given.startsWith(MARK) || given.startsWith(SETTLED))
    const isNamed = isMarked && values !== undefined && values.length > 0
    if (isNamed && !this.#isSpent) return this.#byName(query, given, values as unknown[]) as never
    if (!this.#isOnePlan || this.#isInTransaction) return query(given as string, values as unknown[]) as never
    return this.#plan(query, false).then(() => query(given as string, values as unknown[])) as never
  }

  get #isInTransaction(): boolean {
    return this.#client.getTransactionStatus() !== 'I'
  }

  /** Unchanged within a transaction: a rollback would also undo the setting, unnoticed. */
  async #plan(query: Query, isOne: boolean): Promise<void> {
    if (this.#isOnePlan === isOne || this.#isInTransaction) return
    await query(`set plan_cache_mode = ${isOne ? 'force_generic_plan' : 'auto'}`)
    this.#isOnePlan = isOne
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy || this.#isSpent)
  }

  get #isSpent(): boolean {
    return this.#kept.size >= MOST_NAMES || this.#era !== this.#names.era
  }

  async #byName(query: Query, text: string, values: unknown[]): Promise<unknown> {
    if (this.#names.isOff) return query(text, values)
    const name = this.#nameOf(text)
    this.#kept.add(name)
    try {
      if (!text.startsWith(SETTLED)) await this.#plan(query, true)
      return await query({ name, text, values })
    } catch (error) {
      if (isLost(error)) this.#names.isOff = true
      else if (!isOutdated(error)) throw error
      if (this.#era === this.#names.era) this.#names.era += 1
      // Nothing has been done yet, so it can be repeated; within a transaction the error has ended that.
      if (this.#isInTransaction) throw error
      return query(text, values)
    }
  }

  #nameOf(text: string): string {
    const { byText } = this.#names
    const known = byText.get(text)
    if (known !== undefined) return known
    if (/\blimit \$\d/i.test(text)) throw new Error(`a prepared statement names its limit with sql.lit: ${text}`)
    const name = `q${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`
    // Few texts are marked; should one be composed of values, the memory stays bounded all the same.
    if (byText.size >= 10 * MOST_NAMES) byText.clear()
    byText.set(text, name)
    return name
  }
}

/** The columns of the answer differ from when the statement was prepared. */
function isOutdated(error: unknown): boolean {
  const { code, routine } = (error ?? {}) as { code?: string; routine?: string }
  return code === '0A000' && routine === 'RevalidateCachedQuery'
}

/** The name is unknown on this connection (26000) or already taken (42P05): it is not the same connection any more. */
function isLost(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: string }
  return code === '26000' || code === '42P05'
}
