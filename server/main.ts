/**
 * The server: our own PostgreSQL if none is given, migrations, reference data, sample data in an empty database, jobs,
 * and the web. Exits with 0 when stopped, with 1 and one sentence if it cannot start.
 */
import { buildApp } from './app.ts'
import { house } from './house.ts'
import { explainDatabase, makeDataDir, open, settle } from './opening.ts'
import { hasNoUser, newFirstCode } from './platform/account/first-code.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, readConfig } from './platform/config.ts'
import { startEmbedded } from './platform/embedded/server.ts'
import { CannotStart, type Sentence } from './platform/errors.ts'
import { closeGently } from './platform/http/closing.ts'
import { startWorker } from './platform/jobs.ts'
import type { Deps } from './platform/room.ts'
import { migrate } from './platform/schema/migrate.ts'
import { prepareReference } from './prepare.ts'
import { startMailIn } from './records/index.ts'
import { explain, onStop, say } from './terminal.ts'
import { welcome } from './welcome.ts'

/** A service manager starts the server again (docs/operating.md: Restart=on-failure). */
const DATABASE_LOST = 75
const LOST_WITHIN_MS = 10_000

/** What was started, to be stopped in reverse order. */
const started: (() => Promise<unknown>)[] = []
const step = (sentence: Sentence) => console.log(`· ${say(sentence)}`)

async function stop(): Promise<void> {
  for (const end of started.reverse().splice(0)) await end()
}

async function start(config: Config): Promise<void> {
  makeDataDir(config.dataDir)
  const url = await databaseOf(config)
  const { steps, applicationRole } = await migrate(url)
  if (steps.length > 0)
    step({ vi: `Đã dựng ${steps.length} bước cơ sở dữ liệu.`, en: `${steps.length} migrations run.` })
  if (applicationRole === undefined) {
    step({
      vi: 'Tài khoản cơ sở dữ liệu không được tạo vai trò: máy chủ chạy dưới chính tài khoản đó (docs/operating.md).',
      en: 'The database user may not create roles: the server works as that user (docs/operating.md).',
    })
  }
  const opened = open(url, applicationRole, config, house.audit)
  started.push(opened.close)
  const { db, blobs, authPool, jobPool } = opened
  const deps: Deps = { config, db, blobs, clock: systemClock }
  await prepareReference(db)
  if (await loadSampleInto(deps)) await settle(url)

  const app = await buildApp({ ...deps, authPool })
  started.push(() => closeGently(app))
  if (config.worker) {
    const worker = await startWorker({
      pool: jobPool,
      handlers: house.handlers,
      schedules: house.schedules,
      context: { ...deps, log: app.log },
    })
    started.push(worker.stop)
  }
  const address = await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
    throw explainPort(error, config)
  })
  if (config.mailIn) {
    const mailIn = await startMailIn(deps, config.mailIn, (error) => app.log.error(error, 'mail was not taken'))
    started.push(mailIn.stop)
  }
  const firstCode = config.sample === 'none' ? await newFirstCode(db) : undefined
  console.log(welcome(address, config, firstCode))
}

async function databaseOf(config: Config): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl
  const embedded = await startEmbedded(config.dataDir, {
    onProgress: () => step({ vi: 'Tạo cơ sở dữ liệu (một lần).', en: 'Creating the database (once).' }),
    onRevived: step,
    onLost: (reason) => {
      explain(reason)
      // What is still open waits for a database that does not come back.
      const late = setTimeout(() => process.exit(DATABASE_LOST), LOST_WITHIN_MS)
      void stop().finally(() => {
        clearTimeout(late)
        process.exit(DATABASE_LOST)
      })
    },
  })
  started.push(embedded.stop)
  return embedded.url
}

/**
 * Sample data goes into a database that has no user yet, or whose loading was interrupted, and only if the
 * configuration allows it. Returns whether there was anything to load.
 */
async function loadSampleInto(deps: Deps): Promise<boolean> {
  const { sample, dataDir } = deps.config
  if (sample === 'none') return false
  const { isCutOff, loadSample } = await import('./sample/load.ts')
  if (!isCutOff(dataDir) && !(await hasNoUser(deps.db))) return false
  await loadSample(deps, sample, (sentence: string) => console.log(`· ${sentence}`))
  return true
}

function explainPort(error: unknown, { host, port }: Config): unknown {
  const { code } = (error ?? {}) as { code?: string }
  if (code === 'EADDRINUSE') {
    return new CannotStart({
      vi: `Cổng ${port} trên ${host} đang có chương trình khác dùng; hãy dừng chương trình đó hoặc đặt PORT khác.`,
      en: `Port ${port} on ${host} is in use by another program; stop that one or give another PORT.`,
    })
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return new CannotStart({
      vi: `Không mở được ${host}:${port} (${code}); hãy đặt HOST, PORT khác.`,
      en: `${host}:${port} cannot be opened (${code}); give another HOST or PORT.`,
    })
  }
  return error
}

let isStopping = false
onStop(async () => {
  isStopping = true
  await stop()
})
try {
  await start(readConfig(process.env))
} catch (error) {
  // When stopped during the start, the step under way fails because its database is gone: that is not worth reporting.
  if (!isStopping) {
    explain(explainDatabase(error))
    process.exitCode = 1
    await stop()
  }
}
