import { type RawBuilder, sql } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { todayInVietnam } from '../calendar.ts'
import type { Clock } from '../clock.ts'
import { type AnyHandle, type AnyTransaction, type Db, toJson } from '../db.ts'
import type { Log } from '../log.ts'

/** That something changed, without its content: a listener reads again, under its own rights. */
interface Change {
  /** The kind of thing, as acts name their subject: "task". */
  kind: string
  id: number
}

/** Who may be notified of one thing: the people of these agencies, and these people. */
export interface Reached {
  agencies: readonly number[]
  people: readonly number[]
}

/**
 * For each of these things, the agencies whose people may be notified that it changed, and single people where it is shown to
 * some by name; people who see every agency are notified of all. One query for all of them, whoever listens. `person`: the id is of a person, and only they are
 * notified. A room provides it for a kind that is to be live. `today`: ISO day in Viet Nam, for who is shown a thing only from or
 * to a day.
 */
export type Audience =
  | 'person'
  | ((
      db: AnyHandle,
      ids: readonly number[],
      today: string,
    ) => Promise<ReadonlyMap<number, readonly number[] | Reached>>)

/** Who listens: a person or none, and the agencies of whose tasks they may be notified; null: all. */
export interface Reader {
  personId: number | null
  seen: ReadonlySet<number> | null
}

/** A listener: an open page. */
export interface Listener {
  /** Things of one kind changed; `isFor` says who may be notified of which. */
  changed(kind: string, ids: readonly number[], isFor: (reader: Reader, id: number) => boolean): void
  /** Something may have been missed: the page must reload all its data. */
  again(): void
}

/** How a process receives changes and passes them on. */
export interface Channel {
  /** Listens from now on, and receives whatever is committed after the promise resolves. */
  join(listener: Listener): Promise<() => void>
  close(): Promise<void>
}

const CHANNEL = 'dieuhanh_live'
/** Acts come in bursts (forty tasks confirmed together): one database query for all that come together. */
const GATHER_MS = 100
const RETRY_MS = { first: 500, most: 15_000 }

/**
 * Announces a change to every process, in the caller's transaction: sent if, and only if, it commits. PostgreSQL sends
 * duplicates within a transaction once.
 */
export async function announceChange(trx: AnyTransaction, kind: string, id: number | string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${toJson([kind, id])})`.execute(trx)
}

/** The call that announces one thing, for a statement that finds the things itself. */
export const announcing = (kind: string, id: RawBuilder<unknown>) =>
  sql<string>`pg_notify(${CHANNEL}, jsonb_build_array(${kind}::text, ${id})::text)`

/** The same for many things of one kind. */
export async function announceChanges(trx: AnyTransaction, kind: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`select ${announcing(kind, sql`id`)} from unnest(${[...ids]}::bigint[]) as c(id)`.execute(trx)
}

/**
 * Opens the channel of this process. One connection of `pool` is kept for listening, from the first listener on; when
 * it breaks another replaces it, and all listeners get a reload, because changes announced meanwhile reached no
 * one.
 */
export function openChannel(
  pool: Pool,
  db: Db,
  audiences: Readonly<Record<string, Audience>>,
  { log, clock }: { log: Pick<Log, 'error'>; clock: Clock },
): Channel {
  const listeners = new Set<Listener>()
  const heard = new Map<string, Set<number>>()
  let gathering: NodeJS.Timeout | undefined
  let waiting: NodeJS.Timeout | undefined
  let opening: Promise<void> | undefined
  let connection: PoolClient | undefined
  let isClosed = false
  let pause = RETRY_MS.first

  const reloadAll = () => {
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
        reloadAll()
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
      for (const [kind, ids] of changes) await passOn(kind, ids)
    } catch (error) {
      // Who may be notified is unknown: all get a reload, which reveals nothing of what changed.
      if (!isClosed) log.error({ err: error }, 'a live change was not passed on')
      reloadAll()
    }
  }

  async function passOn(kind: string, ids: readonly number[]): Promise<void> {
    const audience = audiences[kind]!
    if (audience === 'person') {
      for (const listener of listeners) listener.changed(kind, ids, ({ personId }, id) => personId === id)
      return
    }
    const reached = await audience(db, ids, todayInVietnam(clock))
    const isFor = ({ seen, personId }: Reader, id: number) => {
      if (seen === null) return true
      const to = reached.get(id) ?? []
      const { agencies, people } = 'agencies' in to ? to : { agencies: to, people: [] }
      return agencies.some((agency) => seen.has(agency)) || (personId !== null && people.includes(personId))
    }
    for (const listener of listeners) listener.changed(kind, ids, isFor)
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
    const parsed: unknown = JSON.parse(payload ?? '')
    if (!Array.isArray(parsed) || typeof parsed[0] !== 'string') return undefined
    const id = Number(parsed[1])
    return Number.isSafeInteger(id) ? { kind: parsed[0], id } : undefined
  } catch {
    return undefined
  }
}
