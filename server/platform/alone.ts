import { sql } from 'kysely'
import type { Db } from './db.ts'

/**
 * Runs `work` on its own connection while no other process does anything under the same name; returns false, without
 * running it, if one does. A killed process releases the name with its connection, so its work can be resumed
 * immediately: the queue would keep its lock for hours. Costs one connection while it lasts.
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
