import { sql } from 'kysely'
import type { Database, Transaction } from '../platform/db.ts'

type Trx = Transaction<Database>

/** The start of the log's hash chain (migration 0007). */
const GENESIS = '0'.repeat(64)
/** The lock for sealing the log, the same as in `platform.seal_audit`. */
const SEAL_LOCK = sql`7101, 1`

/**
 * Seals what this transaction wrote into the log after the row `after`, as `platform.seal_audit` would with triggers on: the
 * same hashes in the same order, computed in one pass. Other writers wait from here to the commit.
 */
export async function sealLog(trx: Trx, after: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SEAL_LOCK})`.execute(trx)
  const { rows } = await sql<{ hash: string }>`
    select encode(hash, 'hex') as hash from platform.audit_seal order by position desc limit 1`.execute(trx)
  const head = rows[0]?.hash ?? GENESIS
  // An aggregate over the digest itself, so that the content and hash of a row are defined only once.
  await sql
    .raw(`create or replace aggregate pg_temp.audit_chain(platform.audit) (
      sfunc = platform.audit_digest, stype = bytea, initcond = '\\x${head}')`)
    .execute(trx)
  await sql`
    insert into platform.audit_seal (audit_id, previous, hash)
    select s.id, coalesce(lag(s.hash) over (order by s.id), decode(${head}, 'hex')), s.hash
    from (
      select a.id, pg_temp.audit_chain(a) over (order by a.id rows unbounded preceding) as hash
      from platform.audit a
      where a.id > ${after} and not exists (select from platform.audit_seal k where k.audit_id = a.id)
    ) s
    order by s.id`.execute(trx)
}

/** The tables that rows of a task are written to; each has a `task_id`. */
const TABLES = ['task', 'party', 'deadline', 'target', 'progress_report', 'fact'] as const

/**
 * Verifies for the tasks `from` to `to` what the disabled triggers would have: each agrees with its facts, each has one
 * accountable lead in force, and every foreign key has its row. Throws naming the first task that fails.
 */
export async function checkRange(trx: Trx, from: number, to: number): Promise<void> {
  await none(
    trx,
    'không khớp với các dữ kiện của nó',
    sql`
      select t.task_id
      from tasks.task t left join (
        select * from tasks.as_of_facts('infinity', 'infinity') where task_id between ${from} and ${to}
      ) f on f.task_id = t.task_id
      where t.task_id between ${from} and ${to}
        and case when t.state = 'cancelled' then f.task_id is not null
                 else (t.state, t.lead_agency_id, t.follow_up_agency_id, t.due_on, t.completed_on)
                      is distinct from (f.state, f.lead_agency_id, f.follow_up_agency_id, f.due_on, f.completed_on) end`,
  )
  await none(
    trx,
    'không có đúng một cơ quan chịu trách nhiệm chính',
    sql`
      select t.task_id
      from tasks.task t left join tasks.party p
        on p.task_id = t.task_id and p.is_accountable and p.ended_on is null
      where t.task_id between ${from} and ${to}
      group by t.task_id, t.lead_agency_id
      having count(p.*) <> 1 or max(p.agency_id) is distinct from t.lead_agency_id`,
  )
  for (const { child, key, parent, column } of await foreignKeys(trx)) {
    const [from_, to_] = [sql.raw(child), sql.raw(parent)]
    await none(
      trx,
      `trỏ tới dòng không có trong ${parent}`,
      sql`
        select c.task_id from ${from_} c
        where c.task_id between ${from} and ${to} and c.${sql.ref(key)} is not null
          and not exists (select from ${to_} p where p.${sql.ref(column)} = c.${sql.ref(key)})`,
    )
  }
}

async function none(trx: Trx, what: string, wrong: ReturnType<typeof sql>): Promise<void> {
  const { rows } = await sql<{ task_id: number }>`${wrong} limit 1`.execute(trx)
  if (rows[0]) throw new Error(`nhiệm vụ ${rows[0].task_id} ${what}`)
}

interface ForeignKey {
  child: string
  key: string
  parent: string
  column: string
}

/** Foreign keys from the catalog, so that one added later is verified as well. All of ours have one column. */
async function foreignKeys(trx: Trx): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select c.conrelid::regclass::text as child, k.attname as key, c.confrelid::regclass::text as parent, p.attname as column
    from pg_constraint c
    join pg_attribute k on k.attrelid = c.conrelid and k.attnum = c.conkey[1]
    join pg_attribute p on p.attrelid = c.confrelid and p.attnum = c.confkey[1]
    where c.contype = 'f' and c.conparentid = 0
      and c.conrelid = any(${TABLES.map((table) => `tasks.${table}`)}::regclass[])
    order by 1, 2`.execute(trx)
  return rows
}
