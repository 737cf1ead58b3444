/**
 * A process that only runs jobs, beside servers started with WORKER=none. Works on the database of DATABASE_URL, or on
 * the one a server runs in DATA_DIR; that server has migrated it.
 */
import { house } from './house.ts'
import { explainDatabase, makeDataDir, open } from './opening.ts'
import { systemClock } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { findEmbedded } from './platform/embedded/server.ts'
import { CannotStart } from './platform/errors.ts'
import { startWorker } from './platform/jobs.ts'
import { migrate } from './platform/schema/migrate.ts'
import { explain, onStop, say } from './terminal.ts'

try {
  const config = readConfig(process.env)
  makeDataDir(config.dataDir)
  const url = config.databaseUrl ?? (await findEmbedded(config.dataDir))
  if (url === undefined) {
    throw new CannotStart({
      vi: `Chưa có máy chủ nào chạy trên ${config.dataDir}; hãy chạy máy chủ trước, hoặc đặt DATABASE_URL.`,
      en: `No server runs on ${config.dataDir}; start the server first, or give DATABASE_URL.`,
    })
  }
  const { applicationRole } = await migrate(url)
  const opened = open(url, applicationRole, config, house.audit)
  const worker = await startWorker({
    pool: opened.jobPool,
    handlers: house.handlers,
    schedules: house.schedules,
    context: { config, db: opened.db, blobs: opened.blobs, clock: systemClock, log: console },
  })
  onStop(async () => {
    await worker.stop()
    await opened.close()
  })
  console.log(say({ vi: 'Đang nhận việc nền. Nhấn Ctrl-C để dừng.', en: 'Taking jobs. Press Ctrl-C to stop.' }))
} catch (error) {
  explain(explainDatabase(error))
  process.exitCode = 1
}
