/**
 * The border between rooms where types do not see it: in raw SQL. Every table, view and function that a room's SQL
 * names must be the room's own, or a view that another room publishes in its `views.sql`, or a function in its
 * `functions.sql`. A view that is read must also be listed in the room's `db.ts`, so that one file says what the room
 * knows of the others.
 */
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'
import { rooms } from '../server/rooms.cjs'

const root = path.dirname(import.meta.dirname)

/** The contents of one schema: `tasks.task`, …; `published` are its views, `functions` those of its two SQL files. */
interface Schema {
  relations: ReadonlySet<string>
  published: ReadonlySet<string>
  functions: ReadonlySet<string>
}

/** A name in the SQL of a room, and its position. */
interface Named {
  name: string
  at: string
}

const names = ['platform', ...Object.keys(rooms)]
/** PostgreSQL reads unquoted capitals as small letters, so a name in capitals only is found too. */
const QUALIFIED = new RegExp(
  `\\b(${[...names, ...names.map((name) => name.toUpperCase())].join('|')})"?\\."?([a-z][a-z_]*|[A-Z][A-Z_]*)\\b(?![.A-Za-z-])`,
  'g',
)

/** The schemas of these rooms, read from the generated `schema.sql` files and the texts of the views. */
function schemasOf(read: (file: string) => string | undefined): Map<string, Schema> {
  return new Map(
    names.map((room) => {
      const picture = read(`server/${room}/schema.sql`) ?? ''
      const views = read(`server/${room}/views.sql`) ?? ''
      const functions = (read(`server/${room}/functions.sql`) ?? '') + views
      const found = (text: string, pattern: RegExp) =>
        new Set([...text.matchAll(pattern)].map(([, name]) => name!.replaceAll('"', '')))
      const published = found(views, /^create view (\w+\.\w+)/gm)
      return [
        room,
        {
          relations: new Set([...found(picture, /^create table (\w+\."?\w+"?)/gm), ...published]),
          published,
          functions: found(functions, /^create function (\w+\.\w+)/gm),
        },
      ]
    }),
  )
}

/** The texts of a file that may be SQL: strings and templates, not comments. */
function namesIn(file: string, text: string): Named[] {
  const found: Named[] = []
  const lineOf = (position: number) => text.slice(0, position).split('\n').length
  const take = (sql: string, position: number) => {
    for (const match of sql.matchAll(QUALIFIED))
      found.push({ name: `${match[1]}.${match[2]}`.toLowerCase(), at: `${file}:${lineOf(position + match.index)}` })
  }
  if (file.endsWith('.sql')) {
    take(
      text
        .replace(/--.*$/gm, (comment) => ' '.repeat(comment.length))
        .replace(/'[^']*'/g, (word) => ' '.repeat(word.length)),
      0,
    )
    return found
  }
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (!ts.isImportDeclaration(node.parent) && !ts.isLiteralTypeNode(node.parent))
        take(node.getText(), node.getStart())
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return found
}

/** What crosses the border in the room's SQL, and why that is not allowed. */
function crossings(
  room: string,
  files: readonly { file: string; text: string }[],
  schemas: ReadonlyMap<string, Schema>,
): string[] {
  const declared = new Set(
    [...(files.find(({ file }) => file.endsWith('/db.ts'))?.text ?? '').matchAll(/'(\w+\.\w+)'/g)].map(
      ([, name]) => name!,
    ),
  )
  const mayEnter = new Set(['platform', ...(rooms[room] ?? [])])
  return files.flatMap(({ file, text }) =>
    namesIn(file, text).flatMap(({ name, at }) => {
      const owner = name.split('.')[0]!
      const schema = schemas.get(owner)!
      const isFunction = schema.functions.has(name)
      // Not a table, view or function: the name of a job, an event or an error.
      if (owner === room || !(isFunction || schema.relations.has(name))) return []
      if (!mayEnter.has(owner)) return [`${at}: ${name}: ${room} may not enter ${owner}`]
      if (isFunction) return []
      if (!schema.published.has(name)) return [`${at}: ${name} is a table of ${owner}; read a view it publishes`]
      return declared.has(name) ? [] : [`${at}: ${name} is not named in server/${room}/db.ts`]
    }),
  )
}

const built = Object.keys(rooms).filter((room) => existsSync(path.join(root, 'server', room, 'index.ts')))
const read = (file: string) =>
  existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : undefined
const filesOf = (room: string) =>
  globSync(`server/${room}/**/*.{ts,sql}`, { cwd: root })
    .filter((file) => !/\.(test|fixture)\.ts$|\/migrations\/|\/schema\.sql$/.test(file))
    .map((file) => ({ file, text: read(file)! }))

test('the SQL of a room reads its own tables, and of others what they publish and its db.ts names', () => {
  const schemas = schemasOf(read)
  assert.ok(schemas.get('tasks')!.relations.has('tasks.task') && schemas.get('registry')!.published.size > 3)
  const all = built.flatMap((room) => filesOf(room))
  assert.ok(all.flatMap(({ file, text }) => namesIn(file, text)).length > 300, 'hardly any SQL was read')
  assert.deepEqual(
    built.flatMap((room) => crossings(room, filesOf(room), schemas)),
    [],
  )
})

test('the platform knows no table, view or function of a room, and the first page asks the rooms', () => {
  const schemas = schemasOf(read)
  for (const folder of ['platform', 'home']) {
    const files = filesOf(folder)
    assert.ok(files.length > 1, folder)
    assert.deepEqual(crossings(folder, files, schemas), [])
  }
})

/** Statements that cross the border, each in a room of its own, with the violation that must be reported. */
const planted: [room: string, text: string, report: RegExp | undefined][] = [
  ['urging', 'sql`select t.code from tasks.task t`', /tasks\.task is a table of tasks/],
  [
    'urging',
    'sql`select 1 from urging.notice n join tasks.progress_report r using (task_id)`',
    /progress_report is a table/,
  ],
  ['urging', 'sql`insert into tasks.task (code) values (1)`', /tasks\.task is a table/],
  ['urging', 'sql`update registry.person set full_name = 1`', /registry\.person is a table/],
  ['urging', 'sql`select 1 from urging.rule r, tasks.party p`', /tasks\.party is a table/],
  ['urging', 'sql`select 1 from "tasks"."task" t`', /tasks\.task is a table/],
  ['urging', 'sql`SELECT 1 FROM TASKS.TASK t`', /tasks\.task is a table/],
  ['urging', 'sql`select u.email from platform."user" u`', /platform\.user is a table/],
  ['urging', "sql.table('tasks.fact')", /tasks\.fact is a table/],
  ['urging', 'sql`left join platform.mail m on true`', /platform\.mail is a table/],
  ['urging', 'sql`select 1 from tasks.part_held h`', /part_held is not named in/],
  ['tasks', 'sql`select 1 from urging.notice`', /tasks may not enter urging/],
  ['platform', 'sql`select t.code from tasks.task t`', /platform may not enter tasks/],
  ['home', 'sql`select c.code from tasks.task_card c`', /home may not enter tasks/],
  ['urging', 'sql`select registry.reach(array[1], now()::date)`', undefined],
  ['urging', 'sql`select a.name from registry.agency_latest a`', undefined],
  ['urging', "const JOB = 'tasks.keepFigures'\n// from tasks.task\nsql`select 1 from urging.notice`", undefined],
]

test('what crosses the border is reported', () => {
  const schemas = schemasOf(read)
  for (const [room, text, report] of planted) {
    const db = { file: `server/${room}/db.ts`, text: "type Db = Pick<Database, 'registry.agency_latest'>" }
    const found = crossings(room, [db, { file: `server/${room}/planted.ts`, text }], schemas)
    if (report === undefined) assert.deepEqual(found, [], text)
    else assert.match(found.join('\n'), report, text)
  }
})
