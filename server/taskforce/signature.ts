/** How a paper of a task force is signed: by its head, for the head by its deputy heads, else as the Office signs. */
import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { expectedSignature, type Head, isHead, OFFICE_HEAD, type Signature, signatureFor } from '../registry/index.ts'
import type { TaskforceDb } from './db.ts'
import { sitsOn } from './sight.ts'

/** The one for whom others sign papers of a task force (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7). */
export const HEAD: Head = { headTitle: 'Tổ trưởng', headTitles: ['Tổ trưởng'] }
const SIGNING = { head: 'Tổ trưởng', standingDeputy: 'Tổ phó thường trực', deputy: 'Tổ phó' } as const
type SigningRole = keyof typeof SIGNING

/** The highest role in which a person may sign for a task force on a day: of this one, or of any where none is named. */
async function roleOf(
  db: AnyHandle,
  personId: number,
  on: string,
  forceId: number | undefined,
): Promise<SigningRole | undefined> {
  const roles = Object.keys(SIGNING)
  const { rows } = await sql<{ role: SigningRole }>`
    select m.role from taskforce.member m
    where m.person_id = ${personId} and ${sitsOn(on)} and m.role = any(${roles}::text[])
      and ${forceId === undefined ? sql`true` : sql`m.task_force_id = ${forceId}`}
    order by array_position(${roles}::text[], m.role) limit 1`.execute(reading<TaskforceDb>(db))
  return rows[0]?.role
}

const inRole = (role: SigningRole): string => {
  const head = SIGNING.head.toLocaleUpperCase('vi')
  return role === 'head' ? head : `KT. ${head}\n${SIGNING[role].toLocaleUpperCase('vi')}`
}

/**
 * The signature of the actor under a paper of a task force that they sign now. Who signs for the head is a deputy head by the
 * memberships of the day, and signs under that title; a post as head is a title of its own. Whoever sits in none signs for
 * the head of the Office, which serves the task forces. Throws 403 for an API client.
 */
export async function signatureOfForce(
  db: AnyHandle,
  actor: KnownActor,
  today: string,
  forceId?: number,
): Promise<Signature> {
  const role =
    actor.personId === null || actor.onBehalfOf !== null ? undefined : await roleOf(db, actor.personId, today, forceId)
  if (role !== undefined) return { name: actor.name, title: inRole(role) }
  return signatureFor(db, actor, isHead(actor.title ?? '', HEAD.headTitles) ? HEAD : OFFICE_HEAD, today)
}

/** The signature that a draft shows: of the chosen signatory; if no one is chosen, the head's title with no name under it. */
export async function expectedSignatureOfForce(
  db: AnyHandle,
  signatoryId: number | null,
  today: string,
): Promise<{ title: string; name: string | null }> {
  const byPost = await expectedSignature(db, signatoryId, HEAD, today)
  if (signatoryId === null || byPost.name === null) return byPost
  const role = await roleOf(db, signatoryId, today, undefined)
  if (role !== undefined) return { name: byPost.name, title: inRole(role) }
  const isByPost = byPost.title === SIGNING.head.toLocaleUpperCase('vi')
  return isByPost ? byPost : expectedSignature(db, signatoryId, OFFICE_HEAD, today)
}
