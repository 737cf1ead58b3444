import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { buildApp } from './app.ts'
import { house } from './house.ts'
import { openBlobs } from './platform/blobs.ts'
import { systemClock } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { openDatabase, openPool } from './platform/db.ts'
import { type Drawing, eventsDrawing } from './platform/schema/generated.ts'

/**
 * The contract: `docs/openapi.json`, `client/openapi.ts`, `docs/audit-events.md`, generated from the app itself on the
 * database at `url`.
 */
export async function apiDrawings(url: string, root: string): Promise<Drawing[]> {
  const description = await describe(url)
  const head = '// Written from docs/openapi.json by server/generate.ts; not to be edited.\n\n'
  const types = astToString(await openapiTypescript(JSON.stringify(description), { alphabetize: true }))
  return [
    { path: join(root, 'docs/openapi.json'), text: `${JSON.stringify(description, null, 2)}\n` },
    { path: join(root, 'client/openapi.ts'), text: head + types },
    eventsDrawing(join(root, 'docs'), house.audit),
  ]
}

async function describe(url: string): Promise<object> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dieuhanh-describe-'))
  const db = openDatabase(url, { max: 1, audit: house.audit })
  const authPool = openPool(url, { max: 1 })
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  const app = await buildApp({ config, db, authPool, blobs: openBlobs(dataDir), clock: systemClock })
  try {
    return app.swagger()
  } finally {
    await app.close()
    await db.destroy()
    await authPool.end()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
