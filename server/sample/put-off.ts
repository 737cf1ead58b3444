import { sql } from 'kysely'
import type { Database, Db, Transaction } from '../platform/db.ts'

/** The tables a register is written to, and the largest table derived from them. */
const TABLES = [
  'tasks.task',
  'tasks.party',
  'tasks.deadline',
  'tasks.target',
  'tasks.progress_report',
  'tasks.fact',
  'tasks.task_version',
  'platform.audit',
  'platform.audit_seal',
] as const
const COUNTS = ['tasks.figure_series', 'tasks.figure_point']

/**
 * Building an index from all rows is faster than growing it row by row. Dropped indexes are recorded in a table until they
 * are rebuilt, so that after an interrupted load the next one restores them.
 */
export async function putOffIndexes(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`create schema if not exists sample`.execute(trx)
    await sql`
      create table if not exists sample.put_off (
        name text primary key, make text not null, comment text
      )`.execute(trx)
    for (const { name, make, remove, comment } of await growing(trx)) {
      await sql`
        insert into sample.put_off (name, make, comment) values (${name}, ${make}, ${comment})
        on conflict (name) do nothing`.execute(trx)
      await sql.raw(remove).execute(trx)
    }
  })
}

interface Growing {
  name: string
  make: string
  remove: string
  comment: string | null
}

/**
 * Indexes with random inserts. One that begins with the task, or contains a rising number, grows at its end, costs little
 * and serves the checks of the load; unique ones stay in force. The two unique ones of the seals contain hashes: collisions
 * do not occur by chance, and rebuilding the indexes proves it.
 */
async function growing(trx: Transaction<Database>): Promise<Growing[]> {
  const { rows } = await sql<Growing>`
    select i.indexrelid::regclass::text as name,
           pg_get_indexdef(i.indexrelid) as make,
           format('drop index %s', i.indexrelid::regclass) as remove,
           obj_description(i.indexrelid, 'pg_class') as comment
    from pg_index i
    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = any(${[...TABLES]}::regclass[]) and not i.indisunique and a.attname is distinct from 'task_id'
    union all
    select c.conname, format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)),
           format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname), null
    from pg_constraint c
    where c.conrelid = 'platform.audit_seal'::regclass and c.conname in ('audit_seal_hash_uq', 'audit_seal_previous_uq')
    order by 1`.execute(trx)
  return rows
}

/** Whether a load has written rows and not finished: this one, or an interrupted one. */
export async function isUnfinished(db: Db): Promise<boolean> {
  const { rows } = await sql`select from pg_class where oid = to_regclass('sample.put_off')`.execute(db)
  return rows.length > 0
}

/** Rebuilds what this or an interrupted load has dropped, each in its own transaction. */
export async function restoreIndexes(db: Db, onProgress: (sentence: string) => void): Promise<void> {
  const { rows } = await sql<{ name: string; make: string; comment: string | null }>`
    select name, make, comment from sample.put_off order by name`.execute(db)
  for (const [place, { name, make, comment }] of rows.entries()) {
    onProgress(`Dựng lại chỉ mục ${place + 1}/${rows.length}: ${name}.`)
    await db.transaction().execute(async (trx) => {
      await sql`set local maintenance_work_mem = '512MB'`.execute(trx)
      await sql.raw(make).execute(trx)
      if (comment !== null) await sql`comment on index ${sql.raw(name)} is ${sql.lit(comment)}`.execute(trx)
      await sql`delete from sample.put_off where name = ${name}`.execute(trx)
    })
  }
}

/** Updates the planner statistics and the visibility map. With that the load is finished. */
export async function tidy(db: Db, onProgress: (sentence: string) => void): Promise<void> {
  onProgress('Thống kê lại các bảng.')
  await sql.raw(`vacuum (analyze) ${[...TABLES, ...COUNTS].join(', ')}`).execute(db)
  await sql`drop schema sample cascade`.execute(db)
}
