import { type Kysely, sql } from 'kysely'

/** A database described from its catalogue: `picture.ts` draws it and `types.ts` types it. */
export interface Table {
  schema: string
  name: string
  kind: 'table' | 'view'
  comment: string | null
  columns: Column[]
  constraints: Constraint[]
  indexes: Index[]
  triggers: string[]
}

export interface Column {
  name: string
  /** As written in SQL: "numeric(5,2)", "text[]". */
  type: string
  /** The bare type: "numeric"; of an array, that of its elements. */
  base: string
  isArray: boolean
  notNull: boolean
  default: string | null
  /** 'a' always, 'd' by default, '' not an identity. */
  identity: '' | 'a' | 'd'
  /** True for a column computed from others. */
  computed: boolean
  comment: string | null
}

export interface Constraint {
  name: string
  /** p primary key, u unique, f foreign key, c check, x exclusion. */
  kind: string
  definition: string
}

export interface Index {
  definition: string
  comment: string | null
}

export interface Routine {
  schema: string
  signature: string
  definition: string
  comment: string | null
}

type Untyped = Kysely<Record<string, never>>

/** Tables and views of the schemas, by name; columns in their order. */
export async function readTables(db: Untyped, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select n.nspname as schema, c.relname as name,
      case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind,
      obj_description(c.oid, 'pg_class') as comment,
      (select coalesce(json_agg(json_build_object(
          'name', a.attname,
          'type', format_type(a.atttypid, a.atttypmod),
          'base', coalesce(e.typname, t.typname),
          'isArray', e.oid is not null,
          'notNull', a.attnotnull,
          'default', pg_get_expr(d.adbin, d.adrelid),
          'identity', a.attidentity,
          'computed', a.attgenerated <> '',
          'comment', col_description(c.oid, a.attnum)) order by a.attnum), '[]')
        from pg_attribute a
        join pg_type t on t.oid = a.atttypid
        left join pg_type e on t.typcategory = 'A' and e.oid = t.typelem
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(json_build_object(
          'name', k.conname, 'kind', k.contype, 'definition', pg_get_constraintdef(k.oid, true))
          order by position(k.contype::text in 'pufxc'), k.conname), '[]')
        from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')) as constraints,
      (select coalesce(json_agg(json_build_object(
          'definition', pg_get_indexdef(i.indexrelid), 'comment', obj_description(i.indexrelid, 'pg_class'))
          order by i.indexrelid::regclass::text), '[]')
        from pg_index i where i.indrelid = c.oid
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)) as indexes,
      (select coalesce(json_agg(pg_get_triggerdef(g.oid, true) order by g.tgname), '[]')
        from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal) as triggers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname = any(${[...schemas]}) and not c.relispartition
    order by n.nspname, c.relname`.execute(db)
  return rows
}

/** Functions of the schemas, by signature. */
export async function readRoutines(db: Untyped, schemas: readonly string[]): Promise<Routine[]> {
  const { rows } = await sql<Routine>`
    select n.nspname as schema, p.oid::regprocedure::text as signature,
      pg_get_functiondef(p.oid) as definition, obj_description(p.oid, 'pg_proc') as comment
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any(${[...schemas]}) and p.prokind in ('f', 'p')
    order by 1, 2`.execute(db)
  return rows
}
