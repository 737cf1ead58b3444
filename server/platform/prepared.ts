import { createHash } from 'node:crypto'
import { type PostgresPool, type PostgresPoolClient, type RawBuilder, sql } from 'kysely'
import type pg from 'pg'

/** Statements that one connection keeps prepared; past them it is replaced. */
const MOST_NAMES = 100
const MARK = '/* prepared */'

/**
 * Marks a statement to be sent by name: PostgreSQL then reads and plans it once for a connection and not at each call. For
 * what finds its rows by an index, planning takes longer than the work: 1.5 ms for a list that is found in 1.8.
 *
 * Only what is marked is named, and it keeps the one plan for all values. Such a plan is made by estimates that know nothing
 * of days and lists given as parameters: with everything named, the statistics of the national sample took twice as
 * long. So mark what has one sensible plan whatever the values, and measure it.
 */
export function prepared<T>(statement: RawBuilder<T>): RawBuilder<T> {
  return sql<T>`${sql.raw(MARK)} ${statement}`
}

type Query = (text: string | { name: string; text: string; values: unknown[] }, values?: unknown[]) => Promise<unknown>

/**
 * The pool as Kysely takes it, with marked statements (`prepared`) sent by name, a hash of their text.
 *
 * - What a connection has prepared lives and dies with it. One that has `MOST_NAMES` is closed when it is given back, and
 *   the pool opens another: the memory is bounded, and nothing is counted in two places.
 * - Left to itself PostgreSQL keeps planning anew where it takes the one plan for dearer, which it nearly always does where days
 *   are given. So the session is told: one plan for what is marked, a plan for each call for the rest. It costs a round trip
 *   where a connection goes from one to the other, outside transactions only; an act is begun in the second.
 * - A statement without parameters is never named: it may be several (a migration's file).
 * - PostgreSQL plans anew by itself when tables, views or statistics change, but for one case: the columns of the answer have
 *   become others ("cached plan must not change result type": a migration has run under us). Outside a transaction the
 *   statement is then asked again without a name; in one the error stands. Connections from before are replaced.
 * - Behind a pooler that gives each transaction another connection (PgBouncer before 1.21) names get lost or met twice. The
 *   first such error ends naming for the life of the pool.
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
  /** Counts the times at which what was prepared was found outdated. */
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

  // Kysely's two forms: a text with its values, or a cursor that brings both.
  query(given: unknown, values?: readonly unknown[]): never {
    const query = this.#client.query.bind(this.#client) as Query
    const isNamed = typeof given === 'string' && given.startsWith(MARK) && values !== undefined && values.length > 0
    if (isNamed && !this.#isSpent) return this.#byName(query, given, values as unknown[]) as never
    if (!this.#isOnePlan || this.#isInTransaction) return query(given as string, values as unknown[]) as never
    return this.#plan(query, false).then(() => query(given as string, values as unknown[])) as never
  }

  get #isInTransaction(): boolean {
    return this.#client.getTransactionStatus() !== 'I'
  }

  /** Within a transaction it stays as it is: rolled back, the setting would be too, and nobody would know. */
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
      await this.#plan(query, true)
      return await query({ name, text, values })
    } catch (error) {
      if (isLost(error)) this.#names.isOff = true
      else if (!isOutdated(error)) throw error
      if (this.#era === this.#names.era) this.#names.era += 1
      // Nothing has been done yet, so it can be asked again; within a transaction the error has ended that.
      if (this.#isInTransaction) throw error
      return query(text, values)
    }
  }

  #nameOf(text: string): string {
    const { byText } = this.#names
    const known = byText.get(text)
    if (known !== undefined) return known
    const name = `q${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`
    // Few texts are marked; should one be put together of values, what is remembered stays bounded all the same.
    if (byText.size >= 10 * MOST_NAMES) byText.clear()
    byText.set(text, name)
    return name
  }
}

/** The columns of the answer are others than when the statement was prepared. */
function isOutdated(error: unknown): boolean {
  const { code, routine } = (error ?? {}) as { code?: string; routine?: string }
  return code === '0A000' && routine === 'RevalidateCachedQuery'
}

/** The name is unknown on this connection (26000) or taken already (42P05): it is not the connection it was. */
function isLost(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: string }
  return code === '26000' || code === '42P05'
}
