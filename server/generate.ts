/**
 * Writes the generated files: database types, each module's `schema.sql`, the API description and its client types, the
 * list of recorded acts, the licences of the packages. With `--check` it writes nothing and exits 1, naming the files
 * that differ from what they should be. With `--database` it stops after what the database alone decides, for when the
 * code does not compile yet.
 *
 *   node server/generate.ts [--check] [--database]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { licencesPage, readLock } from '../scripts/licences.ts'
import { type Drawing, databaseDrawings } from './platform/schema/generated.ts'
import { startTestCluster, TEMPLATE, urlTo } from './test/cluster.ts'

const ROOT = join(import.meta.dirname, '..')

const { values } = parseArgs({ options: { check: { type: 'boolean' }, database: { type: 'boolean' } } })
const drawings = await draw(values.database === true)
const differing = drawings.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
const names = differing.map(({ path }) => relative(ROOT, path))

if (values.check && differing.length > 0) {
  console.error(`Out of date: ${names.join(', ')}. Run: node server/generate.ts`)
  process.exitCode = 1
} else if (!values.check) {
  for (const { path, text } of differing) writeFileSync(path, text)
  console.log(names.length > 0 ? `Written: ${names.join(', ')}` : 'Nothing has changed.')
}

async function draw(databaseOnly: boolean): Promise<Drawing[]> {
  const cluster = await startTestCluster()
  try {
    const url = urlTo(cluster.url, TEMPLATE)
    const ofDatabase = await databaseDrawings(url, import.meta.dirname)
    if (databaseOnly) return ofDatabase
    // Loaded only now: the app imports the types this very script writes.
    const { apiDrawings } = await import('./api-drawings.ts')
    const licences = { path: join(ROOT, 'docs/licences.md'), text: licencesPage(readLock(ROOT)) }
    return [...ofDatabase, ...(await apiDrawings(url, ROOT)), licences]
  } finally {
    await cluster.stop()
  }
}
