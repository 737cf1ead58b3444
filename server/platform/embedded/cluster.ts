import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from '../errors.ts'
import type { Home } from './home.ts'
import { SENTENCES } from './sentences.ts'

const run = promisify(execFile)

/** Owns the cluster; the application works under a lesser role. */
export const CLUSTER_USER = 'dieuhanh_owner'

/** Refuses a cluster that these programs cannot read. */
export function refuseOtherVersion(home: Home): void {
  const path = join(home.cluster, 'PG_VERSION')
  if (!existsSync(path)) return
  const made = Number(readFileSync(path, 'utf8').trim())
  const ours = Number.parseInt(home.version, 10)
  if (made === ours) return
  throw new CannotStart(made > ours ? SENTENCES.newerCluster(made, ours) : SENTENCES.olderCluster(made, ours))
}

/** The password of the cluster's owner, made with the cluster and readable by our account only. */
export function clusterPassword(dataDir: string, home: Home): string {
  const path = join(dataDir, 'postgres.password')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  if (existsSync(join(home.cluster, 'PG_VERSION'))) {
    throw new CannotStart(SENTENCES.lostPassword(path))
  }
  const password = randomBytes(24).toString('base64url')
  writeFileSync(path, `${password}\n`, { mode: 0o600 })
  return password
}

/**
 * Makes the cluster: UTF-8, Vietnamese order (ICU vi-VN), passwords required, checksums on. Made beside and renamed
 * when complete, so that an interrupted one is never mistaken for a database.
 */
export async function initialise(home: Home, password: string): Promise<void> {
  const half = `${home.cluster}.making`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true, mode: 0o700 })
  const letter = mkdtempSync(join(tmpdir(), 'dieuhanh-'))
  const passwordFile = join(letter, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const { uid, gid } = home.owner
  if (uid !== undefined && gid !== undefined) {
    for (const path of [half, letter, passwordFile]) chownSync(path, uid, gid)
  }
  try {
    await runInitdb(home, half, passwordFile)
    renameSync(half, home.cluster)
  } finally {
    rmSync(letter, { recursive: true, force: true })
    rmSync(half, { recursive: true, force: true })
  }
}

async function runInitdb(home: Home, folder: string, passwordFile: string): Promise<void> {
  const options = [
    `--pgdata=${folder}`,
    `--username=${CLUSTER_USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=vi-VN',
    '--locale=C',
    '--no-instructions',
  ]
  const settings = { ...home.owner, cwd: '/', env: {} }
  try {
    // Trigrams and text search ask the C library what a letter is, and only a UTF-8 locale knows "ế" as one.
    await run(home.initdb, [...options, '--lc-ctype=C.UTF-8'], settings)
  } catch (error) {
    if (!/invalid locale name/i.test(String((error as { stderr?: string }).stderr))) throw saying(error)
    await run(home.initdb, options, settings).catch((second: unknown) => {
      throw saying(second)
    })
  }
}

/** initdb gives the reason on stderr; the message of the failed call does not. */
function saying(error: unknown): Error {
  const stderr = String((error as { stderr?: string }).stderr ?? '')
  return new Error(stderr.split('\n').find((line) => /error:|FATAL|DETAIL|No space/i.test(line)) ?? String(error), {
    cause: error,
  })
}
