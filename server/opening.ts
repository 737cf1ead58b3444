import { mkdirSync } from 'node:fs'
import type { Pool } from 'pg'
import pg from 'pg'
import type { AuditWiring } from './platform/audit/wiring.ts'
import { type Blobs, openBlobs } from './platform/blobs.ts'
import type { Config } from './platform/config.ts'
import { type Db, openDatabase, openPool } from './platform/db.ts'
import { asCannotStart } from './platform/embedded/sentences.ts'
import { findEmbedded, startEmbedded } from './platform/embedded/server.ts'
import { CannotStart } from './platform/errors.ts'

/** Connections and files that both processes hold open. */
export interface Opened {
  db: Db
  /** For better-auth, and one connection of it to listen for live changes. */
  authPool: Pool
  /** For the queue. */
  jobPool: Pool
  blobs: Blobs
  close(): Promise<void>
}

/**
 * Opens pools and files under the application's role; `audit` is what acts done through `db` set off. Jobs work through
 * `db` too: its limits apply to requests only.
 */
export function open(url: string, role: string | undefined, config: Config, audit: AuditWiring): Opened {
  const as = role === undefined ? {} : { role }
  const limits = { statementSeconds: config.statementSeconds }
  const db = openDatabase(url, { ...as, max: 12, name: 'dieuhanh', limits, audit })
  const authPool = openPool(url, { ...as, max: 4, name: 'dieuhanh sign-in', limits })
  const jobPool = openPool(url, { ...as, max: 6, name: 'dieuhanh jobs' })
  return {
    db,
    authPool,
    jobPool,
    blobs: openBlobs(config.dataDir),
    async close() {
      await db.destroy()
      await authPool.end()
      await jobPool.end()
    },
  }
}

/**
 * The database for a command that runs beside the server or without it: the one of DATABASE_URL, the one a running
 * server keeps in DATA_DIR, or that one started for the purpose. `leave()` restores the state found.
 */
export async function reach(config: Config): Promise<{ url: string; leave: () => Promise<void> }> {
  makeDataDir(config.dataDir)
  const running = config.databaseUrl ?? (await findEmbedded(config.dataDir))
  if (running !== undefined) return { url: running, leave: async () => {} }
  const embedded = await startEmbedded(config.dataDir)
  return { url: embedded.url, leave: () => embedded.stop() }
}

/**
 * Has PostgreSQL analyse what a load has just written: until then it plans by guesses and reads whole tables. As the
 * owner (`url`); PostgreSQL would do so on its own a minute or two later.
 */
export async function settle(url: string): Promise<void> {
  const pool = openPool(url, { max: 1, name: 'dieuhanh settle' })
  try {
    await pool.query('vacuum (analyze)')
  } finally {
    await pool.end()
  }
}

/** Creates the data directory. Throws `CannotStart` if that is not possible. */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    throw asCannotStart(error, dataDir, dataDir)
  }
}

/** Why a given database cannot be used, as a sentence; any other error unchanged. */
export function explainDatabase(error: unknown): unknown {
  const { code } = (error ?? {}) as { code?: string }
  if (
    code !== undefined &&
    ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNRESET', 'EHOSTUNREACH'].includes(code)
  ) {
    return new CannotStart(
      {
        vi: `Không nối được cơ sở dữ liệu của DATABASE_URL (${code}); hãy kiểm tra máy, cổng và tường lửa.`,
        en: `The database of DATABASE_URL cannot be reached (${code}); check host, port and firewall.`,
      },
      error,
    )
  }
  if (!(error instanceof pg.DatabaseError)) return error
  const sentences: Record<string, { vi: string; en: string }> = {
    '28P01': {
      vi: 'Cơ sở dữ liệu không nhận tên hoặc mật khẩu trong DATABASE_URL.',
      en: 'The database refuses the user or password in DATABASE_URL.',
    },
    '3D000': {
      vi: 'Không có cơ sở dữ liệu nêu trong DATABASE_URL; hãy tạo nó (create database) rồi chạy lại.',
      en: 'The database named in DATABASE_URL does not exist; create it and start again.',
    },
    '42501': {
      vi: `Tài khoản trong DATABASE_URL thiếu quyền: ${error.message}.`,
      en: `The user in DATABASE_URL lacks a right: ${error.message}.`,
    },
    '53100': {
      vi: 'Ổ đĩa của cơ sở dữ liệu đã đầy; hãy giải phóng chỗ rồi chạy lại.',
      en: 'The disk of the database is full; free some space and start again.',
    },
  }
  const sentence = error.code === undefined ? undefined : sentences[error.code]
  return sentence ? new CannotStart(sentence, error) : error
}
