import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import type { AuditWiring } from '../platform/audit/wiring.ts'
import { addDays, formatNumber, todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import { type Database, type Db, openDatabase, type Transaction } from '../platform/db.ts'
import { assignArchive, type PastTask, rebuildFigures } from '../tasks/index.ts'
import { checkRange, sealLog } from './bulk-proof.ts'
import { isUnfinished, putOffIndexes, restoreIndexes, tidy } from './put-off.ts'
import { type Given, lastMonthIn, sourcesOf, type Volume, volumeRegister } from './volume.ts'

/** Tasks per transaction: a few megabytes of rows, about a second of work. */
const CHUNK = 2_500

export interface VolumeLoad {
  /** Address of the database as its owner, who must be a superuser: triggers are off while rows are written. */
  url: string
  volume: Volume
  clock: Clock
  /** The audit wiring of the database: the log is written through it. */
  audit: AuditWiring
  /** Gets one Vietnamese sentence per step, and one with a rising count per chunk. */
  onProgress: (sentence: string) => void
}

/**
 * Loads a register of volume: the rows and the log that `assignArchive` writes, chunk by chunk, with triggers off; each
 * chunk is sealed and verified before it is committed. What is derived from the facts is computed at the end. Existing
 * documents are skipped, so an interrupted load continues where it stopped. Returns how many tasks were added.
 */
export async function loadVolume({ url, volume, clock, audit, onProgress }: VolumeLoad): Promise<number> {
  const db = openDatabase(url, { max: 2, name: 'dieuhanh sample', audit })
  try {
    await db.transaction().execute(withoutTriggers)
    const today = todayInVietnam(clock)
    onProgress(`Dựng ${formatNumber(volume.tasks)} nhiệm vụ mẫu, ghi theo từng phần.`)
    const register = await volumeRegister(db, volume, await lastMonthOf(db, volume, today), today)
    let [seen, added] = [0, 0]
    for (const chunk of chunks(register)) {
      const fresh = await unknown(db, chunk)
      seen += count(chunk)
      if (fresh.length > 0) {
        if (added === 0) await putOffIndexes(db)
        await writeChunk(db, fresh, clock)
        added += fresh.length
      }
      onProgress(`Đã ghi ${formatNumber(seen)}/${formatNumber(volume.tasks)} nhiệm vụ mẫu.`)
    }
    if (await isUnfinished(db)) await finish(db, today, onProgress)
    return added
  } finally {
    await db.destroy()
  }
}

/** Computes what is derived from the rows: figures, indexes, planner statistics. */
async function finish(db: Db, today: string, onProgress: VolumeLoad['onProgress']): Promise<void> {
  await sql`analyze tasks.task, tasks.fact`.execute(db)
  const { rows } = await sql<{ all: number }>`select count(*) as all from tasks.task`.execute(db)
  await rebuildFigures(db, addDays(today, -1), (tasks) => {
    onProgress(`Đã dựng diễn biến của ${formatNumber(tasks)}/${formatNumber(rows[0]!.all)} nhiệm vụ.`)
    if (tasks >= rows[0]!.all) onProgress('Đếm số liệu từng ngày từ trước đến nay.')
  })
  await restoreIndexes(db, onProgress)
  await tidy(db, onProgress)
}

/** Disables triggers for this transaction; fails (42501) without that privilege, before anything is written. */
async function withoutTriggers(trx: Transaction<Database>): Promise<void> {
  await sql`set local session_replication_role = replica`.execute(trx)
}

/** The last month of the register: this month or, if the register exists in part or whole, the month it was begun in. */
async function lastMonthOf(db: Db, volume: Volume, today: string): Promise<string> {
  const [from, to] = sourcesOf(volume)
  const { rows } = await sql<{ id: number | null }>`
    select min(source_id) as id from tasks.task
    where source_kind = 'archive' and source_id >= ${from} and source_id < ${to} and source_ref is not null`.execute(db)
  const first = rows[0]?.id ?? null
  return first === null ? today.slice(0, 7) : lastMonthIn(first)
}

/** Complete documents, as many as fill a transaction. */
function* chunks(register: Iterable<Given>): Generator<Given[]> {
  let chunk: Given[] = []
  for (const given of register) {
    chunk.push(given)
    if (count(chunk) < CHUNK) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

function count(chunk: readonly Given[]): number {
  return chunk.reduce((sum, { tasks }) => sum + tasks.length, 0)
}

/** The tasks of missing documents. A document is written in one transaction, so it exists completely or not at all. */
async function unknown(db: Db, chunk: readonly Given[]): Promise<PastTask[]> {
  const ids = chunk.map(({ sourceId }) => sourceId)
  const { rows } = await sql<{ id: number }>`
    select distinct source_id as id from tasks.task
    where source_kind = 'archive' and source_id = any(${ids}::bigint[]) and source_ref is not null`.execute(db)
  const known = new Set(rows.map(({ id }) => id))
  return chunk.filter(({ sourceId }) => !known.has(sourceId)).flatMap(({ tasks }) => tasks)
}

async function writeChunk(db: Db, past: readonly PastTask[], clock: Clock): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await withoutTriggers(trx)
    await sql`set local synchronous_commit = off`.execute(trx)
    const logged = await lastAuditId(trx)
    const ids = await assignArchive(trx, systemActor('Dữ liệu mẫu'), past, clock.now())
    await sealLog(trx, logged)
    await checkRange(trx, Math.min(...ids), Math.max(...ids))
  })
}

async function lastAuditId(trx: Transaction<Database>): Promise<number> {
  const { rows } = await sql<{ id: number }>`select coalesce(max(id), 0) as id from platform.audit`.execute(trx)
  return rows[0]!.id
}
