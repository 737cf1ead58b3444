import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { HOUSE_ORDER } from '../room.ts'

/** The role the server works under: reads and writes rows, changes no table. */
export const APPLICATION = 'dieuhanh_app'
/** The role for reporting tools: reads. */
export const READER = 'dieuhanh_read'

/** The comment on a table to which everyone but the owner gets only insert and select. */
const FOR_EVER = 'Never changed, never deleted.'
/** The comment on a table that only functions of its owner write: the application reads it. */
const BY_THE_DATABASE = 'Written by the database alone.'

type Untyped = Kysely<Record<string, never>>

/**
 * One server at a time makes views and grants: of several that start together, one would drop what another makes, or
 * grant rights on a view that is being dropped. Held to the end of the transaction.
 */
export async function lockObjects(trx: Untyped): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('dieuhanh views'))`.execute(trx)
}

/**
 * Makes the two roles and grants each its rights, after every migration, so that a new table is covered immediately.
 * Returns the application's role, or undefined if the connection may not make roles: the server then works under the
 * connection's own, and only the owner of the database can keep the log from being rewritten (docs/operating.md).
 */
export async function grant(db: Untyped): Promise<string | undefined> {
  if (!(await rolesThere(db))) return undefined
  await db.transaction().execute(async (trx) => {
    await lockObjects(trx)
    for (const schema of HOUSE_ORDER) {
      const { rows } = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(trx)
      if (rows.length > 0) await grantSchema(trx, schema)
    }
    await closeLogs(trx)
    await grantQueue(trx)
  })
  return APPLICATION
}

/** Makes the roles if they are missing. Roles belong to the whole cluster: another database may have made them. */
async function rolesThere(db: Untyped): Promise<boolean> {
  for (const role of [APPLICATION, READER]) {
    const { rows } = await sql`select 1 from pg_roles where rolname = ${role}`.execute(db)
    if (rows.length > 0) continue
    try {
      await sql.raw(`create role ${role} nologin`).execute(db)
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error
      if (error.code === '42501') return false
      // Made by another server at the same time.
      if (error.code !== '42710' && error.code !== '23505') throw error
    }
  }
  const { rows } = await sql<{ may: boolean }>`
    select pg_has_role(current_user, ${APPLICATION}, 'set') as may`.execute(db)
  if (rows[0]?.may) return true
  try {
    await sql.raw(`grant ${APPLICATION} to current_user with set true`).execute(db)
    return true
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') return false
    throw error
  }
}

async function grantSchema(trx: Untyped, schema: string): Promise<void> {
  await sql
    .raw(`
      grant usage on schema ${schema} to ${APPLICATION}, ${READER};
      grant select, insert, update, delete on all tables in schema ${schema} to ${APPLICATION};
      grant usage on all sequences in schema ${schema} to ${APPLICATION};
      grant execute on all functions in schema ${schema} to ${APPLICATION}, ${READER};`)
    .execute(trx)
  await closeOwnersFunctions(trx, schema)
  // Passwords, sessions and tokens are not for reporting.
  if (schema !== 'platform') await sql.raw(`grant select on all tables in schema ${schema} to ${READER}`).execute(trx)
}

/** A function that runs with its owner's rights is for the application only: neither for reporting nor for public. */
async function closeOwnersFunctions(trx: Untyped, schema: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.prosecdef and p.pronamespace::regnamespace::text = ${schema}`.execute(trx)
  for (const { name } of rows) await sql.raw(`revoke execute on function ${name} from public, ${READER}`).execute(trx)
}

/** Permanent tables allow insert and select, tables written by the database allow select, and nothing more. */
async function closeLogs(trx: Untyped): Promise<void> {
  const { rows } = await sql<{ name: string; shut: boolean }>`
    select c.oid::regclass::text as name, obj_description(c.oid, 'pg_class') like ${`%${BY_THE_DATABASE}%`} as shut
    from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text = any(${HOUSE_ORDER})
      and obj_description(c.oid, 'pg_class') ~ ${`${FOR_EVER}|${BY_THE_DATABASE}`}`.execute(trx)
  for (const { name, shut } of rows) {
    const taken = `${shut ? 'insert, ' : ''}update, delete, truncate`
    await sql.raw(`revoke ${taken} on ${name} from ${APPLICATION}`).execute(trx)
  }
}

/**
 * The queue's tables have row security without a policy, which denies all but their owner: the application gets one.
 */
async function grantQueue(trx: Untyped): Promise<void> {
  await sql
    .raw(`
      grant usage on schema graphile_worker to ${APPLICATION};
      grant select, insert, update, delete on all tables in schema graphile_worker to ${APPLICATION};
      grant usage on all sequences in schema graphile_worker to ${APPLICATION};
      grant execute on all functions in schema graphile_worker to ${APPLICATION};`)
    .execute(trx)
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'application')`.execute(trx)
  for (const { name } of rows) {
    await sql.raw(`create policy application on ${name} to ${APPLICATION} using (true) with check (true)`).execute(trx)
  }
}
