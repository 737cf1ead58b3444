import type { Actor } from '../platform/actor.ts'
import type { Blobs } from '../platform/blobs.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { quietLog } from '../platform/log.ts'
import type { Deps } from '../platform/room.ts'
import { confirm } from './confirm.ts'
import { readDirective } from './jobs.ts'
import { findDirective } from './store.ts'
import { type Incoming, upload } from './upload.ts'

export interface Imported {
  id: number
  /** False if the document was completely imported before and nothing was done. */
  isNew: boolean
}

/**
 * Imports a document in one call, through the same acts as by hand: upload, reading and, if requested, confirmation without
 * changes. An interrupted import continues where it stopped. Throws as those acts do; a document that cannot be read throws
 * an Error with the reason.
 */
export async function importDirective(
  { db, blobs, clock }: Pick<Deps, 'db' | 'blobs' | 'clock'>,
  actor: Actor,
  file: Incoming,
  { andConfirm = false }: { andConfirm?: boolean } = {},
): Promise<Imported> {
  const { id, isNew } = await takenIn(db, blobs, clock, actor, file)
  const before = (await findDirective(db, id))!
  if (!isNew && before.state !== 'reading' && (before.state === 'confirmed' || !andConfirm)) return { id, isNew: false }
  // The job added by the upload then finds nothing left to do.
  await readDirective(id, { db, blobs, clock, log: quietLog, last: true, signal: undefined })
  const read = (await findDirective(db, id))!
  if (read.state !== 'review') throw new Error(`${file.fileName}: ${read.failure ?? read.state}`)
  if (andConfirm)
    await db.transaction().execute((trx) => confirm(trx, { actor, id, version: read.version, now: clock.now() }, {}))
  return { id, isNew: true }
}

async function takenIn(
  db: Db,
  blobs: Blobs,
  clock: Clock,
  actor: Actor,
  file: Incoming,
): Promise<{ id: number; isNew: boolean }> {
  try {
    const { id } = await db.transaction().execute((trx) => upload(trx, { actor, now: clock.now() }, file, { blobs }))
    return { id, isNew: true }
  } catch (error) {
    if (error instanceof Conflict && error.code === 'directive.known_file') {
      return { id: error.extra.id as number, isNew: false }
    }
    throw error
  }
}
