import type { Column, Table } from './catalogue.ts'

const NUMBERS = new Set(['int2', 'int4', 'int8', 'float4', 'float8', 'numeric'])

/**
 * `server/database.gen.ts`: one interface per table and view, keyed "tasks.task", as `openDatabase` reads them. A text
 * column whose check lists its values is the union of these. A view's columns may be null unless the comment on the view
 * says "Never null: a, b."; PostgreSQL itself does not know.
 */
export function databaseTypes(tables: readonly Table[]): string {
  const interfaces = tables.map((table) => {
    const unions = new Map(table.constraints.flatMap(valuesOf))
    const certain = neverNull(table)
    const columns = table.columns.map((column) => {
      const isNull = table.kind === 'view' ? !certain.has(column.name) : !column.notNull
      return `  ${column.name}: ${columnType(column, table.kind, isNull, unions.get(column.name))}\n`
    })
    return `export interface ${interfaceName(table)} {\n${columns.join('')}}\n`
  })
  const keys = tables.map((table) => `  '${table.schema}.${table.name}': ${interfaceName(table)}\n`)
  return [
    '// Written from the migrated database by server/generate.ts; not to be edited.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'\n",
    '/** Read as it was parsed; written as text, by `toJson`. */',
    'export type Json = ColumnType<unknown, string, string>\n',
    interfaces.join('\n'),
    `export interface Database {\n${keys.join('')}}\n`,
  ].join('\n')
}

function columnType(column: Column, kind: Table['kind'], isNull: boolean, union: string | undefined): string {
  const json = (column.base === 'json' || column.base === 'jsonb') && !column.isArray
  if (kind === 'view') {
    const read = json ? 'unknown' : `${scalar(column, union)}${isNull ? ' | null' : ''}`
    return `ColumnType<${read}, never, never>`
  }
  // SQL null in a json column is `unknown` too.
  const plain = json
    ? isNull
      ? 'ColumnType<unknown, string | null | undefined, string | null>'
      : 'Json'
    : `${scalar(column, union)}${isNull ? ' | null' : ''}`
  if (column.identity === 'a' || column.computed) return `GeneratedAlways<${plain}>`
  if (column.identity === 'd' || column.default !== null) return `Generated<${plain}>`
  return plain
}

function scalar(column: Column, union: string | undefined): string {
  const one = union ?? elementOf(column.base)
  return column.isArray ? (one.includes('|') ? `(${one})[]` : `${one}[]`) : one
}

function elementOf(base: string): string {
  if (NUMBERS.has(base)) return 'number'
  if (base === 'bool') return 'boolean'
  if (base === 'bytea') return 'Buffer'
  if (base === 'json' || base === 'jsonb') return 'unknown'
  return 'string'
}

/** `check (state = ANY (ARRAY['assigned'::text, 'received'::text]))` lists the values of `state`. */
function valuesOf({ kind, definition }: { kind: string; definition: string }): [string, string][] {
  if (kind !== 'c') return []
  const found = /^CHECK \((\w+) = ANY \(ARRAY\[((?:'(?:[^']|'')*'::text(?:, )?)+)\]\)\)$/.exec(definition)
  const [, column, list] = found ?? []
  if (column === undefined || list === undefined) return []
  return [[column, list.replaceAll('::text', '').replaceAll("''", "\\'").split(', ').join(' | ')]]
}

function neverNull({ comment }: Table): Set<string> {
  const list = /Never null: ([\w, ]+)/.exec(comment ?? '')?.[1] ?? ''
  return new Set(list.split(',').map((name) => name.trim()))
}

function interfaceName({ schema, name }: Table): string {
  return `${schema}_${name}`.replace(/(?:^|_)([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())
}
