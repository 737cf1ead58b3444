import { sql } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { type AnyHandle, type AnyTransaction, type Db, toJson } from '../db.ts'
import type { Log } from '../log.ts'

/** That something changed, without a word of what is in it: whoever hears it asks anew, under their own rights. */
interface Change {
  /** The kind of thing, as acts name their subject: "task". */
  kind: string
  id: number
}

/**
 * Of each of these things, the agencies whose people may hear that it changed; people who see every body hear of all. One
 * query for all of them, whoever listens. A room gives it for a kind that is to be live.
 */
export type Audience = (db: AnyHandle, ids: readonly number[]) => Promise<ReadonlyMap<number, readonly number[]>>

/** One that listens: a page somebody has open. */
export interface Listener {
  /** Things of one kind changed; `agencies` says of each whose people may hear it. */
  tell(kind: string, ids: readonly number[], agencies: ReadonlyMap<number, readonly number[]>): void
  /** Something may have been missed: everything on the page is to be asked anew. */
  again(): void
}

/** Where a process hears of changes and passes them on. */
export interface Exchange {
  /** Listens from now on, and hears of whatever is committed after the promise resolves. */
  join(listener: Listener): Promise<() => void>
  close(): Promise<void>
}

const CHANNEL = 'dieuhanh_live'
/** Acts come in flurries (forty tasks confirmed at once): one question to the database for all that come together. */
const GATHER_MS = 100
const RETRY_MS = { first: 500, most: 15_000 }

/**
 * Announces a change to every process, in the caller's transaction: heard if, and only if, it commits. PostgreSQL sends
 * what a transaction says twice once.
 */
export async function announceChange(trx: AnyTransaction, kind: string, id: number | string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${toJson([kind, id])})`.execute(trx)
}

/**
 * Opens the exchange of this process. One connection of `pool` is kept for listening, from the first who joins on; when it
 * breaks another takes its place, and everybody is told to ask anew, because what was said meanwhile was said to nobody.
 */
export function openChannel(
  pool: Pool,
  db: Db,
  audiences: Readonly<Record<string, Audience>>,
  log: Pick<Log, 'error'>,
): Exchange {
  const listeners = new Set<Listener>()
  const heard = new Map<string, Set<number>>()
  let gathering: NodeJS.Timeout | undefined
  let waiting: NodeJS.Timeout | undefined
  let opening: Promise<void> | undefined
  let connection: PoolClient | undefined
  let isClosed = false
  let pause = RETRY_MS.first

  const everybodyAgain = () => {
    for (const listener of listeners) listener.again()
  }

  async function listen(): Promise<void> {
    const client = await pool.connect()
    client.on('notification', ({ payload }) => hear(payload))
    client.once('error', () => lost(client))
    client.once('end', () => lost(client))
    try {
      await client.query(`listen ${CHANNEL}`)
    } catch (error) {
      client.release(true)
      throw error
    }
    if (isClosed) return client.release(true)
    connection = client
    pause = RETRY_MS.first
  }

  function lost(client: PoolClient): void {
    if (connection !== client) return
    connection = undefined
    opening = undefined
    client.release(true)
    reopen()
  }

  function reopen(): void {
    if (isClosed || waiting !== undefined) return
    waiting = setTimeout(async () => {
      waiting = undefined
      try {
        await opened()
        everybodyAgain()
      } catch (error) {
        log.error({ err: error }, 'live changes cannot be heard')
        pause = Math.min(pause * 2, RETRY_MS.most)
        reopen()
      }
    }, pause)
  }

  function opened(): Promise<void> {
    opening ??= listen().catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }

  function hear(payload: string | undefined): void {
    const change = changeIn(payload)
    if (change === undefined || !(change.kind in audiences) || listeners.size === 0) return
    const ids = heard.get(change.kind) ?? new Set()
    heard.set(change.kind, ids.add(change.id))
    gathering ??= setTimeout(pass, GATHER_MS)
  }

  async function pass(): Promise<void> {
    gathering = undefined
    const changes = [...heard].map(([kind, ids]) => [kind, [...ids]] as const)
    heard.clear()
    try {
      for (const [kind, ids] of changes) await tellOf(kind, ids)
    } catch (error) {
      // Who may hear of it is not known: all are told to ask anew, which says nothing of what changed.
      if (!isClosed) log.error({ err: error }, 'a live change was not passed on')
      everybodyAgain()
    }
  }

  async function tellOf(kind: string, ids: readonly number[]): Promise<void> {
    const agencies = await audiences[kind]!(db, ids)
    for (const listener of listeners) listener.tell(kind, ids, agencies)
  }

  return {
    async join(listener) {
      listeners.add(listener)
      try {
        await opened()
      } catch (error) {
        listeners.delete(listener)
        throw error
      }
      return () => void listeners.delete(listener)
    },
    async close() {
      isClosed = true
      clearTimeout(gathering)
      clearTimeout(waiting)
      listeners.clear()
      await opening?.catch(() => {})
      const client = connection
      connection = undefined
      client?.release(true)
    },
  }
}

function changeIn(payload: string | undefined): Change | undefined {
  try {
    const said: unknown = JSON.parse(payload ?? '')
    if (!Array.isArray(said) || typeof said[0] !== 'string') return undefined
    const id = Number(said[1])
    return Number.isSafeInteger(id) ? { kind: said[0], id } : undefined
  } catch {
    return undefined
  }
}
