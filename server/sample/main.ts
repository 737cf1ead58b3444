/**
 * Loads the sample data: `npm run sample -- [--scale small|national|100k|1m]`. Uses the database of DATABASE_URL, or the
 * embedded one in DATA_DIR, which it starts if no server is running. Existing data stays.
 */
import { parseArgs } from 'node:util'
import { house } from '../house.ts'
import { explainDatabase, open, reach, settle } from '../opening.ts'
import { systemClock } from '../platform/clock.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { CannotStart } from '../platform/errors.ts'
import { migrate } from '../platform/schema/migrate.ts'
import { prepareReference } from '../prepare.ts'
import { explain, say } from '../terminal.ts'
import { accountsFile } from '../welcome.ts'
import { loadSample, loadSampleOfVolume } from './load.ts'
import { VOLUMES } from './volume.ts'

const SCALES = ['small', 'national', '100k', '1m'] as const
type Scale = (typeof SCALES)[number]

function requestedScale(): Scale {
  const usage = new CannotStart({
    vi: 'Cách dùng: npm run sample -- --scale small|national|100k|1m',
    en: 'Usage: npm run sample -- --scale small|national|100k|1m',
  })
  try {
    const { scale } = parseArgs({ options: { scale: { type: 'string', default: 'national' } } }).values
    const found = SCALES.find((one) => one === scale)
    if (found) return found
  } catch {
    throw usage
  }
  throw usage
}

async function load(scale: Scale, config: Config): Promise<void> {
  const { url, leave } = await reach(config)
  try {
    const { applicationRole } = await migrate(url)
    const { db, blobs, close } = open(url, applicationRole, config, house.audit)
    try {
      await prepareReference(db)
      const deps = { config, db, blobs, clock: systemClock }
      const onProgress = (sentence: string) => console.log(`· ${sentence}`)
      const accounts =
        scale === 'small' || scale === 'national'
          ? await loadSample(deps, scale, onProgress)
          : await loadSampleOfVolume(deps, url, VOLUMES[scale], onProgress)
      await settle(url)
      const path = accountsFile(config.dataDir)
      console.log(say({ vi: `Tài khoản mẫu (${path}):`, en: `Sample accounts (${path}):` }))
      for (const { email, password, name, post } of accounts) console.log(`  ${email}  ${password}  ${name}, ${post}`)
    } finally {
      await close()
    }
  } finally {
    await leave()
  }
}

try {
  const scale = requestedScale()
  await load(scale, readConfig(process.env))
} catch (error) {
  explain(explainDatabase(error))
  process.exitCode = 1
}
