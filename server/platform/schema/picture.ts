import type { Column, Routine, Table } from './catalogue.ts'

const HEAD =
  '-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.\n'

/** One room's tables, views and functions as SQL, the same text for the same database: `schema.sql`. */
export function schemaPicture(tables: readonly Table[], routines: readonly Routine[]): string {
  const parts = [
    ...tables.filter(({ kind }) => kind === 'table').map(tableSql),
    ...tables.filter(({ kind }) => kind === 'view').map(viewSql),
    ...routines.map(routineSql),
  ]
  return `${HEAD}\n${parts.join('\n')}`
}

function tableSql(table: Table): string {
  const lines = [
    ...table.columns.map((column) => ({ code: columnSql(column), note: column.comment })),
    ...table.constraints.map(({ name, definition }) => ({
      code: `constraint ${name} ${keywords(definition)}`,
      note: null,
    })),
  ]
  const body = lines.map(
    ({ code, note }, at) =>
      `  ${code}${at < lines.length - 1 ? ',' : ''}${note === null ? '' : ` -- ${oneLine(note)}`}`,
  )
  const after = [
    ...table.indexes.map(({ definition, comment }) => `${note(comment)}${keywords(definition)};\n`),
    ...table.triggers.map((definition) => `${keywords(definition)};\n`),
  ]
  return `${note(table.comment)}create table ${table.schema}.${table.name} (\n${body.join('\n')}\n);\n${after.join('')}`
}

function columnSql(column: Column): string {
  const words = [column.name, column.type]
  if (column.identity !== '') words.push(`generated ${column.identity === 'a' ? 'always' : 'by default'} as identity`)
  else if (column.computed) words.push(`generated always as (${column.default})`)
  else {
    if (column.notNull) words.push('not null')
    if (column.default !== null) words.push(`default ${column.default}`)
  }
  return words.join(' ')
}

/** A view's text is in `views.sql`; its columns and their types are what a reader cannot see there. */
function viewSql(view: Table): string {
  const columns = view.columns.map((column) => `--   ${column.name} ${column.type}`)
  return `${note(view.comment)}-- view ${view.schema}.${view.name}, see views.sql\n${columns.join('\n')}\n`
}

function routineSql({ signature, comment }: Routine): string {
  return `${note(comment)}-- function ${signature}\n`
}

function note(comment: string | null): string {
  return comment === null ? '' : `-- ${oneLine(comment)}\n`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** PostgreSQL writes its keywords in capitals; ours are lower case. Quoted text is unchanged. */
function keywords(definition: string): string {
  return definition
    .split(/('(?:[^']|'')*')/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/\b[A-Z][A-Z]+\b/g, (word) => word.toLowerCase())))
    .join('')
}
