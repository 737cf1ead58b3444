import type { Actor } from '../platform/actor.ts'
import { quietLog } from '../platform/log.ts'
import type { Deps } from '../platform/room.ts'
import { confirm } from './confirm.ts'
import { readDirective } from './jobs.ts'
import type { Confirmed } from './shapes.ts'
import { findDirective } from './store.ts'
import { type Incoming, upload } from './upload.ts'

export interface Imported {
  id: number
  /** Null where it was left for review. */
  confirmed: Confirmed | null
}

/**
 * Takes a document all the way in at once, through the same acts as by hand: upload, reading, and, when asked, confirmation
 * as it was read. Throws as those acts do; a document that cannot be read throws an Error with the reason.
 */
export async function importDirective(
  { db, blobs, clock }: Pick<Deps, 'db' | 'blobs' | 'clock'>,
  actor: Actor,
  file: Incoming,
  { andConfirm = false }: { andConfirm?: boolean } = {},
): Promise<Imported> {
  const { id } = await db.transaction().execute((trx) => upload(trx, { blobs, clock }, actor, file))
  // The job that upload added finds nothing left to do.
  await readDirective(id, { db, blobs, clock, log: quietLog, last: true, signal: undefined })
  const read = (await findDirective(db, id))!
  if (read.state !== 'review') throw new Error(`${file.fileName}: ${read.failure ?? read.state}`)
  const confirmed = andConfirm
    ? await db.transaction().execute((trx) => confirm(trx, clock, actor, id, read.version, {}))
    : null
  return { id, confirmed }
}
