import { sql } from 'kysely'
import type { Db } from './db.ts'

/**
 * Does `work` on a connection of its own while nobody else, in any process, does anything under the same name; answers
 * false, without doing it, where somebody does. A process that is killed gives the name up with its connection, so what it
 * left can be taken up at once: the queue would keep its lock for hours. Costs one connection for as long as it lasts.
 */
export async function alone<T>(db: Db<T>, name: string, work: (held: Db<T>) => Promise<void>): Promise<boolean> {
  return db.connection().execute(async (held) => {
    const key = sql`hashtextextended(${name}, 0)`
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${key}) as mine`.execute(held)
    if (!rows[0]?.mine) return false
    try {
      await work(held)
      return true
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(held)
    }
  })
}
