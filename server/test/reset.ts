import pg from 'pg'
import { TEMPLATE, urlTo } from './cluster.ts'

/** The content of the template, read once per process. */
interface Reference {
  /** Tables by their full name. */
  tables: Map<string, { rows: number; json: string; columns: string }>
  /** The value of each sequence; null if it was never used. */
  sequences: Map<string, string | null>
  /** Number of rows of each catalog that describes the schema. */
  catalogs: Record<string, number>
}

/** Catalogs in which every change of the schema, of privileges and of settings leaves a row. */
const CATALOGS = [
  'pg_attrdef',
  'pg_attribute',
  'pg_class',
  'pg_constraint',
  'pg_default_acl',
  'pg_description',
  'pg_event_trigger',
  'pg_extension',
  'pg_index',
  'pg_namespace',
  'pg_policy',
  'pg_proc',
  'pg_rewrite',
  'pg_sequence',
  'pg_statistic',
  'pg_statistic_ext',
  'pg_trigger',
  'pg_type',
]
/** A larger database is slower to empty than to copy, and slow to read afterwards. */
const LARGEST_BYTES = 40 * 1024 * 1024

const references = new Map<string, Promise<Reference>>()

/** How a database stood before a test. */
export interface Mark {
  /** The id of the last transaction. */
  since: bigint
  /** When its counters of written rows were set to zero: after a crash, or a test that sets them to zero, they say nothing. */
  zeroAt: string
}

/**
 * Makes the database `name` equal to the template: deletes rows of the test, restores reference rows, resets sequences. Nobody
 * else may be connected: PostgreSQL counts the rows a session wrote at the latest when it ends. Of the tables that were written to, only
 * those with a row written after the mark, or with a different number of rows, are touched. Returns the next mark; undefined if the
 * test changed the schema, privileges or settings, or left too much, so that a new copy is needed.
 */
export async function reset(cluster: string, name: string, { since, zeroAt }: Mark): Promise<Mark | undefined> {
  const reference = await referenceOf(cluster)
  return await connected(urlTo(cluster, name), async (client) => {
    await client.query('begin; set local session_replication_role = replica')
    const { tables, catalogs, isStrange } = await written(client, zeroAt)
    if (isStrange || (catalogs && !(await isSchemaKept(client, reference, since)))) return undefined
    for (const table of await touched(client, reference, since, tables)) {
      // Under `replica` neither triggers nor foreign keys fire: all tables are consistent again at the commit.
      await client.query(`delete from ${table}`)
      const { rows, json, columns } = reference.tables.get(table)!
      if (rows === 0) continue
      await client.query(
        `insert into ${table} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${table}, $1)`,
        [json],
      )
    }
    await resetSequences(client, reference)
    await client.query('commit')
    return await mark(client)
  })
}

/** How it stands now; undefined once ids of transactions have wrapped around and no longer show before and after. */
export async function markOf(cluster: string, name: string): Promise<Mark | undefined> {
  return await connected(urlTo(cluster, name), mark)
}

async function mark(client: pg.Client): Promise<Mark | undefined> {
  // What this session wrote is counted at the end of a statement, so before it is set to zero.
  await client.query('select pg_stat_force_next_flush()')
  await client.query('select pg_stat_reset()')
  const { rows } = await client.query(`select pg_current_xact_id()::text as id, ${ZERO_AT} as zero`)
  const since = BigInt(rows[0].id)
  return since < 2n ** 31n ? { since, zeroAt: rows[0].zero } : undefined
}

const ZERO_AT = `pg_stat_get_db_stat_reset_time((select oid from pg_database where datname = current_database()))::text`

function referenceOf(cluster: string): Promise<Reference> {
  const found = references.get(cluster) ?? connected(urlTo(cluster, TEMPLATE), readReference)
  references.set(cluster, found)
  return found
}

async function readReference(client: pg.Client): Promise<Reference> {
  const names = await client.query(`
    select c.oid::regclass::text as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)' group by c.oid`)
  const tables: Reference['tables'] = new Map()
  for (const { name, columns } of names.rows) {
    const { rows } = await client.query(
      `select count(*)::int as rows, coalesce(json_agg(t order by t.ctid), '[]')::text as json from ${name} t`,
    )
    tables.set(name, { ...rows[0], columns })
  }
  const sequences = await client.query(SEQUENCES)
  return {
    tables,
    sequences: new Map(sequences.rows.map(({ name, last }) => [name, last])),
    catalogs: (await client.query(catalogsQuery(0n))).rows[0],
  }
}

const SEQUENCES = `select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value::text as last, start_value::text as start from pg_sequences`

/**
 * Which tables were written to since the mark, by PostgreSQL's own counters, and whether a catalog was: looking into all of them took
 * 0.2 s of every test. What the counters do not tell is `isStrange`.
 */
async function written(client: pg.Client, zeroAt: string) {
  const { rows } = await client.query(`
    select c.oid::regclass::text as name, c.relnamespace = 'pg_catalog'::regnamespace as "isCatalog"
    from pg_class c
    where c.relkind = 'r' and pg_stat_get_tuples_inserted(c.oid) + pg_stat_get_tuples_updated(c.oid) + pg_stat_get_tuples_deleted(c.oid) > 0`)
  const { rows: signs } = await client.query(
    `select ${ZERO_AT} is distinct from $1
      or pg_database_size(current_database()) > ${LARGEST_BYTES}
      or exists (select from pg_db_role_setting where setdatabase = (select oid from pg_database where datname = current_database()))
      or exists (select from pg_largeobject_metadata) as strange`,
    [zeroAt],
  )
  const tables: string[] = rows.filter(({ isCatalog }) => !isCatalog).map(({ name }) => name)
  return { tables, catalogs: rows.some(({ isCatalog }) => isCatalog), isStrange: signs[0].strange as boolean }
}

/** How many rows each catalog has, and whether any is of a transaction after `since`. */
function catalogsQuery(since: bigint): string {
  const counts = CATALOGS.map((name) => `(select count(*)::int from ${name}) as ${name}`)
  const later = CATALOGS.map((name) => `exists (select from ${name} where xmin::text::bigint > ${since})`)
  return `select ${counts.join(', ')}, (${later.join(' or ')}) as later`
}

async function isSchemaKept(client: pg.Client, { catalogs }: Reference, since: bigint): Promise<boolean> {
  const now = (await client.query(catalogsQuery(since))).rows[0]
  return !now.later && CATALOGS.every((name) => now[name] === catalogs[name])
}

async function touched(
  client: pg.Client,
  { tables }: Reference,
  since: bigint,
  writtenTo: readonly string[],
): Promise<string[]> {
  if (writtenTo.length === 0) return []
  const queries = writtenTo.map((name) =>
    tables.get(name)!.rows === 0
      ? `select '${name}' as name where exists (select from ${name})`
      : `select '${name}' as name from ${name} having count(*) <> ${tables.get(name)!.rows} or bool_or(xmin::text::bigint > ${since})`,
  )
  return (await client.query(queries.join(' union all '))).rows.map(({ name }) => name)
}

async function resetSequences(client: pg.Client, { sequences }: Reference): Promise<void> {
  const { rows } = await client.query(SEQUENCES)
  for (const { name, last, start } of rows) {
    const kept = sequences.get(name) ?? null
    if (kept !== last) await client.query('select setval($1::regclass, $2, $3)', [name, kept ?? start, kept !== null])
  }
}

async function connected<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
