import { type Selectable, sql, type Updateable } from 'kysely'
import { type SystemActor, signatureOf } from './actor.ts'
import type { Ask, AskToAdd } from './change.ts'
import { type AnyHandle, type AnyTransaction, type Database, reading, within } from './db.ts'
import { NotFound } from './errors.ts'

/** A table whose rows have a version: the column that names a row, the beginning of its codes, and what a row is called. */
interface KeptTable {
  key: string
  code: string
  noun: string
}
export type Row<T extends keyof Database> = Selectable<Database[T]>

/** Finding, locking and changing the rows of a room that have a version, by the table of those tables. */
export function keptRows<const Tables extends Partial<Record<keyof Database, KeptTable>>>(tables: Tables) {
  type Kept = keyof Tables & keyof Database
  const of = (table: Kept) => tables[table] as KeptTable

  return {
    /** The same answer whether there is none or it is not the actor's to see. */
    notFound(table: Kept): NotFound {
      const { code, noun } = of(table)
      return new NotFound(`${code}.not_found`, `Không tìm thấy ${noun} này.`)
    },

    /** Locks a row before reading it, so that it is read as the last holder of the lock left it. */
    async lockRow<T extends Kept>(trx: AnyTransaction, table: T, id: number): Promise<Row<T> | undefined> {
      const { rows } = await sql<Row<T>>`
        select * from ${sql.table(table)} where ${sql.ref(of(table).key)} = ${id} for update`.execute(
        within<Database>(trx),
      )
      return rows[0]
    },

    async findRow<T extends Kept>(db: AnyHandle, table: T, id: number): Promise<Row<T> | undefined> {
      const { rows } = await sql<Row<T>>`
        select * from ${sql.table(table)} where ${sql.ref(of(table).key)} = ${id}`.execute(reading<Database>(db))
      return rows[0]
    },

    /** Changes a row and raises its version; returns the next version. */
    async changeRow<T extends Kept>(
      trx: AnyTransaction,
      table: T,
      { id, actor, now }: Pick<Ask, 'id' | 'now'> & { actor: Ask['actor'] | SystemActor },
      change: Updateable<Database[T]>,
    ): Promise<number> {
      const set = Object.entries(change).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
      const { rows } = await sql<{ version: number }>`
        update ${sql.table(table)} set ${sql.join([
          ...set,
          sql`version = version + 1`,
          sql`changed_at = ${now.toString()}`,
          sql`changed_by = ${signatureOf(actor)}`,
        ])} where ${sql.ref(of(table).key)} = ${id} returning version`.execute(within<Database>(trx))
      return rows[0]!.version
    },
  }
}

/** Who wrote a row, and when. */
export const marked = ({ actor, now }: Pick<AskToAdd<number, Ask['actor'] | SystemActor>, 'actor' | 'now'>) => ({
  changed_at: now.toString(),
  changed_by: signatureOf(actor),
})
