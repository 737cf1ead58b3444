import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { steps } from '../extraction/steps.cjs'
import { HOUSE_ORDER } from '../server/platform/room.ts'
import { otherFolders, rooms } from '../server/rooms.cjs'
import { features, foundations } from './features.cjs'

const root = path.dirname(import.meta.dirname)
const configuration = path.join(root, '.dependency-cruiser.cjs')
const ruleNames = (createRequire(import.meta.url)(configuration) as { forbidden: { name: string }[] }).forbidden.map(
  (rule) => rule.name,
)
const workspaces = ['extraction', 'server', 'client', 'cli', 'web', 'e2e', 'bench', 'scripts']

interface Report {
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] }
}

/** Runs dependency-cruiser over the workspaces found in `folder`, with the project's own rules. */
async function cruise(folder: string): Promise<Report['summary']> {
  const command = path.join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const present = workspaces.filter((name) => existsSync(path.join(folder, name)))
  const cruiser = spawn(process.execPath, [command, '--config', configuration, '--output-type', 'json', ...present], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, errors] = await Promise.all([cruiser.stdout.toArray(), cruiser.stderr.toArray()])
  const text = Buffer.concat(output).toString()
  assert.ok(text.startsWith('{'), `dependency-cruiser gave no report: ${Buffer.concat(errors)}`)
  return (JSON.parse(text) as Report).summary
}

test('the code follows the table of rooms', async () => {
  const { totalCruised, violations } = await cruise(root)
  assert.deepEqual(
    violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    [],
  )
  // If dependency-cruiser cannot read this TypeScript it finds no files, and so no violation.
  assert.ok(totalCruised > 100, `only ${totalCruised} modules were cruised`)
})

test('migrations follow the order of the table', () => {
  assert.deepEqual(
    HOUSE_ORDER.filter((name) => name !== 'platform'),
    Object.keys(rooms).filter((name) => HOUSE_ORDER.includes(name)),
  )
  assert.ok(HOUSE_ORDER.length > 7, `only ${HOUSE_ORDER} are built`)
})

test('every folder of the server is a room of the table, and a room enters only rooms above it', async () => {
  const names = Object.keys(rooms)
  for (const [position, name] of names.entries())
    for (const entered of rooms[name]!) assert.ok(names.indexOf(entered) < position && names.includes(entered), name)
  const entries = await readdir(path.join(root, 'server'), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  assert.deepEqual(
    folders.map((entry) => entry.name).filter((name) => !names.includes(name) && !otherFolders.includes(name)),
    [],
  )
})

test('every folder of the console is in the table of features, and a feature uses only features above it', async () => {
  const names = Object.keys(features)
  for (const [position, name] of names.entries())
    for (const used of features[name]!) assert.ok(names.indexOf(used) < position && names.includes(used), name)
  const entries = await readdir(path.join(root, 'web', 'src'), { withFileTypes: true })
  assert.deepEqual(
    entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort(),
    [...names, ...foundations].sort(),
  )
})

/** A planted violation for each rule: the rule must report the import of the second file by the first. */
const violations: [rule: string, from: string, to: string][] = [
  ...Object.entries(rooms).flatMap(([name, allowed]) =>
    Object.keys(rooms)
      .filter((other) => other !== name && !allowed.includes(other))
      .map((other): [string, string, string] => [
        `${name}-enters-only-its-table`,
        `server/${name}/into-${other}.ts`,
        `server/${other}/index.ts`,
      ]),
  ),
  ['through-the-door', 'server/tasks/assign.ts', 'server/registry/store.ts'],
  ['through-the-door', 'server/house.ts', 'server/tasks/store.ts'],
  ['through-the-door', 'server/sample/load.ts', 'server/tasks/store.ts'],
  ['inside-does-not-use-its-door', 'server/tasks/urge.ts', 'server/tasks/index.ts'],
  ['platform-knows-no-room', 'server/platform/audit.ts', 'server/registry/index.ts'],
  ['rooms-know-no-application', 'server/tasks/extend.ts', 'server/app.ts'],
  ['rooms-know-no-application', 'server/tasks/extend.ts', 'server/test/database.ts'],
  ['rooms-know-no-application', 'server/platform/http/server.ts', 'server/app.ts'],
  ['database-types-through-platform', 'server/tasks/db.ts', 'server/database.gen.ts'],
  ['clients-speak-http', 'web/src/main.ts', 'server/tasks/shapes.ts'],
  ['clients-speak-http', 'cli/main.ts', 'server/app.ts'],
  ['clients-speak-http', 'client/index.ts', 'server/app.ts'],
  ['server-knows-no-client', 'server/main.ts', 'client/openapi.ts'],
  ['extraction-stands-alone', 'extraction/read/read.ts', 'server/platform/http/server.ts'],
  ['extraction-touches-nothing', 'extraction/read/read.ts', 'node:fs'],
  ['extraction-touches-nothing', 'extraction/read/read.ts', 'node:fs/promises'],
  ['extraction-touches-nothing', 'extraction/read/read.ts', 'node:http'],
  ...steps.flatMap((name, position) =>
    steps
      .slice(position + 1)
      .map((later): [string, string, string] => [
        `extraction-${name}-knows-no-later-step`,
        `extraction/${name}/into-${later}.ts`,
        `extraction/${later}/index.ts`,
      ]),
  ),
  ['client-stands-alone', 'client/index.ts', 'extraction/index.ts'],
  ['cli-depends-on-client-and-extraction', 'cli/main.ts', 'web/src/routes.ts'],
  ['web-depends-on-client', 'web/src/main.ts', 'extraction/index.ts'],
  ...Object.entries(features).flatMap(([name, allowed]) =>
    Object.keys(features)
      .filter((other) => other !== name && !allowed.includes(other))
      .map((other): [string, string, string] => [
        `console-${name}-uses-only-its-table`,
        `web/src/${name}/into-${other}.ts`,
        `web/src/${other}/index.ts`,
      ]),
  ),
  ...foundations.flatMap((name, position) =>
    [...foundations.slice(position + 1), 'tasks'].map((above): [string, string, string] => [
      `console-${name}-knows-nothing-above`,
      `web/src/${name}/into-${above}.ts`,
      `web/src/${above}/index.ts`,
    ]),
  ),
  ['feature-through-its-index', 'web/src/worklists/desk.ts', 'web/src/tasks/list.ts'],
  ['feature-through-its-index', 'web/src/shell/frame.ts', 'web/src/tasks/list.ts'],
  ['inside-does-not-use-its-index', 'web/src/tasks/table.ts', 'web/src/tasks/index.ts'],
  ['features-know-no-page-loader', 'web/src/tasks/list.ts', 'web/src/routes.ts'],
  ['ui-knows-only-looks', 'web/src/ui/chart.ts', 'client/openapi.ts'],
  ['ui-knows-only-looks', 'web/src/ui/chart.ts', 'node_modules/@tanstack/react-query/index.js'],
  ['no-cycles', 'bench/one.ts', 'bench/two.ts'],
  // A circle of types alone.
  ['no-cycles', 'bench/four.ts', 'bench/shapes.ts'],
  ['no-unresolvable', 'bench/three.ts', './absent.ts'],
  ['no-undeclared-package', 'server/registry/words.ts', 'node_modules/left-out/index.js'],
]

/** What the rules must not report. */
const lawful: [from: string, to: string][] = [
  ['server/directives/confirm.ts', 'server/tasks/index.ts'],
  ['server/tasks/index.ts', 'server/tasks/store.ts'],
  ['server/tasks/tasks.test.ts', 'server/test/database.ts'],
  ['server/tasks/tasks.test.ts', 'server/tasks/index.ts'],
  ['server/house.ts', 'server/tasks/index.ts'],
  ['server/platform/db.ts', 'server/database.gen.ts'],
  ['cli/extract.ts', 'extraction/index.ts'],
  ['cli/extract.ts', 'client/index.ts'],
  ['web/src/tasks/list.ts', 'web/src/ui/chart.ts'],
  ['web/src/tasks/list.ts', 'web/src/shell/session.ts'],
  ['web/src/tasks/list.ts', 'web/src/paths/tasks.ts'],
  ['web/src/tasks/list.ts', 'web/src/tasks/row.ts'],
  ['web/src/worklists/desk.ts', 'web/src/tasks/index.ts'],
  ['web/src/form/drawer.ts', 'web/src/shell/session.ts'],
  ['web/src/routes.ts', 'web/src/tasks/list.ts'],
  ['extraction/read/read.test.ts', 'node:fs'],
  ['bench/two.ts', 'bench/one.ts'],
  ['bench/shapes.ts', 'bench/four.ts'],
]

/** Writes a tree whose files contain nothing but these imports. */
async function plant(folder: string, imports: [from: string, to: string][]): Promise<void> {
  const lines = new Map<string, string[]>()
  for (const [from, to] of imports) {
    const isFile = /^[a-z]/.test(to) && !to.startsWith('node:')
    if (isFile && !lines.has(to)) lines.set(to, [])
    const target = to.startsWith('node_modules/')
      ? to.replace(/^node_modules\/|\/index\.js$/g, '')
      : isFile
        ? path.posix.relative(path.posix.dirname(from), to).replace(/^(?!\.)/, './')
        : to
    // Shapes are imported as types; type imports cross a border like any other.
    const words = to.endsWith('/shapes.ts') ? 'import type {} from' : 'import'
    lines.set(from, [...(lines.get(from) ?? []), `${words} '${target}'`])
  }
  for (const [file, content] of lines) {
    const place = path.join(folder, file)
    await mkdir(path.dirname(place), { recursive: true })
    await writeFile(place, `${content.join('\n')}\nexport {}\n`)
    if (file.startsWith('node_modules/'))
      await writeFile(path.join(path.dirname(place), 'package.json'), '{"main":"index.js","version":"1.0.0"}')
  }
  for (const workspace of workspaces.filter((name) => existsSync(path.join(folder, name))))
    await writeFile(path.join(folder, workspace, 'package.json'), '{"dependencies":{"@tanstack/react-query":"1.0.0"}}')
  await writeFile(path.join(folder, 'package.json'), '{"name":"planted"}')
}

test('canary: each rule reports the violation planted for it, and nothing else is reported', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'boundaries-'))
  t.after(() => rm(folder, { recursive: true }))
  await plant(folder, [...violations.map(([, from, to]): [string, string] => [from, to]), ...lawful])
  const found = (await cruise(folder)).violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  const name = (to: string) => to.replace(/^node:/, '')
  const expected = violations.map(([rule, from, to]) => `${rule}: ${from} → ${name(to)}`)
  assert.deepEqual(
    expected.filter((line) => !found.includes(line)),
    [],
    'planted and not reported',
  )
  assert.deepEqual(
    ruleNames.filter((rule) => !violations.some(([planted]) => planted === rule)),
    [],
    'rules without a planted violation',
  )
  const allowed = lawful.map(([from, to]) => `${from} → ${name(to)}`)
  assert.deepEqual(
    found.filter((line) => !line.startsWith('no-cycles') && allowed.some((pair) => line.endsWith(pair))),
    [],
    'reported without cause',
  )
})
