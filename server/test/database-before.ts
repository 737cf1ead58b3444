import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { type Db, openDatabase } from '../platform/db.ts'
import { migrate } from '../platform/schema/migrate.ts'
import { emptyDatabase } from './database.ts'

/**
 * A database as it was before a migration, by its number ("0111"), for tests of upgrades: `migrate(url)` brings it to this
 * version. `owner` is connected as the owner of the tables.
 */
export async function databaseBefore(t: TestContext, step: string): Promise<{ url: string; owner: Db }> {
  const server = join(import.meta.dirname, '..')
  const before = mkdtempSync(join(tmpdir(), 'before-'))
  t.after(() => rmSync(before, { recursive: true }))
  for (const room of readdirSync(server)) {
    const steps = join(server, room, 'migrations')
    if (!existsSync(steps)) continue
    cpSync(steps, join(before, room, 'migrations'), { recursive: true })
    for (const file of readdirSync(steps)) if (file >= step) rmSync(join(before, room, 'migrations', file))
  }
  const url = await emptyDatabase(t)
  await migrate(url, before)
  const owner = openDatabase(url, { max: 1 })
  t.after(() => owner.destroy())
  return { url, owner }
}
