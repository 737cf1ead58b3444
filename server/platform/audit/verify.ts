import { sql } from 'kysely'
import { type AnyHandle, type Database, type Handle, reading } from '../db.ts'
import type { Verified } from './shapes.ts'

type SealDb = Pick<Database, 'platform.audit' | 'platform.audit_seal'>

/** Rows hashed by one statement: about a fifth of a second, and no lock that blocks anyone. */
const SLICE = 10_000
const GENESIS = '0'.repeat(64)

export interface VerifyOptions {
  /** Position of the seal to start after; 0 for the beginning. */
  after?: number
  /** At most this many rows; all of them if omitted. */
  limit?: number
  /** A head noted earlier, in hexadecimal: the chain must contain it. */
  expect?: string
}

/**
 * Recomputes the hashes of the log and returns the first row that is not as it was sealed, in the order of the seals.
 * Reads slice by slice, so that no one waits; rows added meanwhile are left to the next run. A chain cut off at its
 * end, or rebuilt entirely, is consistent in itself: `expect`, a head kept elsewhere, detects that.
 */
export async function verifyAudit(db: AnyHandle, { after = 0, limit, expect }: VerifyOptions = {}): Promise<Verified> {
  const handle = reading<SealDb>(db)
  const last = await lastPosition(handle)
  const wanted = limit ?? Number.POSITIVE_INFINITY
  let [checked, position, head, auditId] = [0, after, await hashAt(handle, after), await auditAt(handle, after)]
  while (checked < wanted && position < last) {
    const seals = await slice(handle, position, Math.min(SLICE, wanted - checked), last)
    if (seals.length === 0) break
    const broken = seals.findIndex((seal) => !seal.isSound)
    const sound = broken < 0 ? seals : seals.slice(0, broken)
    checked += sound.length
    const end = sound.at(-1)
    if (end) [position, head, auditId] = [end.position, end.hash, end.auditId]
    if (broken >= 0) {
      const fault = await faultAt(handle, seals[broken]!, head ?? GENESIS, auditId)
      return { ok: false, checked, last, head, next: null, fault }
    }
  }
  const answer = { checked, last, head }
  if (position < last) return { ok: true, ...answer, next: position, fault: null }
  const unsealed = await firstUnsealed(handle)
  if (unsealed !== null) {
    const fault = { kind: 'unsealed' as const, auditId: unsealed, afterAuditId: auditId }
    return { ok: false, ...answer, next: null, fault }
  }
  if (expect !== undefined && !(await holds(handle, expect))) {
    const fault = { kind: 'unexpected' as const, auditId: null, afterAuditId: auditId }
    return { ok: false, ...answer, next: null, fault }
  }
  return { ok: true, ...answer, next: null, fault: null }
}

interface Seal {
  position: number
  auditId: number
  hash: string
  isThere: boolean
  follows: boolean
  isSound: boolean
}

async function lastPosition(db: Handle<SealDb>): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(position), 0) as last from platform.audit_seal`.execute(db)
  return rows[0]!.last
}

async function hashAt(db: Handle<SealDb>, position: number): Promise<string | null> {
  const { rows } = await sql<{ hash: string }>`
    select encode(hash, 'hex') as hash from platform.audit_seal where position <= ${position}
    order by position desc limit 1`.execute(db)
  return rows[0]?.hash ?? null
}

async function auditAt(db: Handle<SealDb>, position: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select audit_id as id from platform.audit_seal where position <= ${position}
    order by position desc limit 1`.execute(db)
  return rows[0]?.id ?? null
}

/** The seals after a position, each with whether it follows the one before and whether its row is what was sealed. */
async function slice(db: Handle<SealDb>, after: number, limit: number, last: number): Promise<Seal[]> {
  const { rows } = await sql<Seal>`
    with run as (
      select s.position, s.audit_id, s.previous, s.hash,
             coalesce(lag(s.hash) over (order by s.position),
                      (select b.hash from platform.audit_seal b where b.position <= ${after}
                       order by b.position desc limit 1),
                      decode(${GENESIS}, 'hex')) as before
      from (select * from platform.audit_seal
            where position > ${after} and position <= ${last} order by position limit ${limit}) s
    )
    select r.position, r.audit_id as "auditId", encode(r.hash, 'hex') as hash, a.id is not null as "isThere",
           r.previous = r.before as follows,
           coalesce(r.previous = r.before and platform.audit_digest(r.previous, a) = r.hash, false) as "isSound"
    from run r left join platform.audit a on a.id = r.audit_id
    order by r.position`.execute(db)
  return rows
}

/**
 * What is wrong where the chain breaks. A seal that does not follow the one before it means that one between them is
 * gone: its row may still be there, and is the one whose hash closes the gap.
 */
async function faultAt(
  db: Handle<SealDb>,
  seal: Seal,
  head: string,
  afterAuditId: number | null,
): Promise<NonNullable<Verified['fault']>> {
  if (seal.follows) return { kind: seal.isThere ? 'altered' : 'missing', auditId: seal.auditId, afterAuditId }
  const { rows } = await sql<{ id: number }>`
    select a.id from platform.audit a
    where not exists (select from platform.audit_seal s where s.audit_id = a.id)
    order by platform.audit_digest(decode(${head}, 'hex'), a)
               <> (select s.previous from platform.audit_seal s where s.position = ${seal.position}), a.id
    limit 1`.execute(db)
  const unsealed = rows[0]?.id
  if (unsealed !== undefined) return { kind: 'unsealed', auditId: unsealed, afterAuditId }
  return { kind: 'missing', auditId: null, afterAuditId }
}

/**
 * A row without a seal. A row being written now gets its seal before it becomes visible: both are committed together.
 */
async function firstUnsealed(db: Handle<SealDb>): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select a.id from platform.audit a left join platform.audit_seal s on s.audit_id = a.id
    where s.audit_id is null order by a.id limit 1`.execute(db)
  return rows[0]?.id ?? null
}

async function holds(db: Handle<SealDb>, hash: string): Promise<boolean> {
  const { rows } = await sql`select from platform.audit_seal where hash = decode(${hash}, 'hex')`.execute(db)
  return rows.length > 0
}
