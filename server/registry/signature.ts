import { sql } from 'kysely'
import type { Actor, KnownActor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { Forbidden, wrong } from '../platform/errors.ts'
import type { Right } from '../platform/rights.ts'
import { type DeputationInForce, deputationOf, holdersOf } from './addressees.ts'
import { agencyOn } from './agency.ts'
import type { RegistryDb } from './db.ts'

/** Who signs a document, and on whose behalf. */
export interface Signature {
  /** Lines above the name: "KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM". */
  title: string
  name: string
}

/** The head of those who issue a document, for whom others sign. */
export interface Head {
  /** As printed: "Bộ trưởng, Chủ nhiệm". */
  headTitle: string
  /** How titles of heads begin. */
  headTitles: readonly string[]
}

/** Of the Office of the Government. */
export const OFFICE_HEAD = {
  headTitle: 'Bộ trưởng, Chủ nhiệm',
  headTitles: ['Bộ trưởng, Chủ nhiệm', 'Bộ trưởng', 'Chủ nhiệm'],
} as const satisfies Head

/** "Bộ trưởng Bộ Tài chính", "Chủ tịch"; not "Phó Chủ tịch". */
export function isHead(title: string, headTitles: readonly string[]): boolean {
  const text = title.trim().toLocaleLowerCase('vi')
  return headTitles.some((head) => text.startsWith(head.toLocaleLowerCase('vi')))
}

/**
 * How a signature is printed, Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, Mục II.7: the head under the title alone; a
 * deputy head "KT." for the head; a person authorised in writing "TUQ."; the head of a unit "TL.". A person who stands in
 * for an absent deputy head signs for the head, as the deputy head would have.
 */
export function signatureOnPaper(signer: {
  name: string
  /** Of the post worked in; for a deputy the owner's. */
  title: string
  isHead: boolean
  /** The post is in a unit of the office, not in the office itself. */
  isOfUnit: boolean
  headTitle: string
  standing: DeputationInForce | undefined
}): Signature {
  const { name, title, isHead, isOfUnit, headTitle, standing } = signer
  const head = headTitle.toLocaleUpperCase('vi')
  if (standing) {
    const own = (standing.deputyTitle || title).toLocaleUpperCase('vi')
    if (standing.kind === 'authorised')
      return { name, title: `TUQ. ${isHead ? head : title.toLocaleUpperCase('vi')}\n${own}` }
    return { name, title: `${standing.isOfSameAgency ? 'KT.' : 'TL.'} ${head}\n${own}` }
  }
  if (isHead) return { name, title: head }
  return { name, title: `${isOfUnit ? 'TL.' : 'KT.'} ${head}\n${title.toLocaleUpperCase('vi')}` }
}

/** The signature of the actor under a document they sign now. Throws 403 for an API client: people sign. */
export async function signatureFor(db: AnyHandle, actor: KnownActor, head: Head, today: string): Promise<Signature> {
  if (actor.personId === null) {
    throw new Forbidden(
      'signature.by_people',
      'Văn bản do người có thẩm quyền ký; hệ thống kết nối không ký thay được.',
    )
  }
  const title = actor.title ?? head.headTitle
  const isOfUnit = await isInUnit(db, actor, today)
  return signatureOnPaper({
    name: actor.name,
    title,
    isHead: isHead(title, head.headTitles) && !isOfUnit,
    isOfUnit,
    headTitle: head.headTitle,
    standing: await deputationOf(db, actor, today),
  })
}

async function isInUnit(db: AnyHandle, actor: Actor, today: string): Promise<boolean> {
  return (await agencyOn(db, actor.agencyId, today))?.kind === 'unit'
}

/** The signature that a draft shows: of the chosen signatory; if no one is chosen, the head's title with no name under it. */
export async function expectedSignature(
  db: AnyHandle,
  signatoryId: number | null,
  { headTitle, headTitles }: Head,
  today: string,
): Promise<{ title: string; name: string | null }> {
  const head = headTitle.toLocaleUpperCase('vi')
  if (signatoryId === null) return { title: head, name: null }
  const { rows } = await sql<{ name: string; title: string }>`
    select c.full_name as name, c.title from registry.person_card c
    where c.person_id = ${signatoryId} order by c.valid @> ${today}::date desc, c.post_id limit 1`.execute(
    reading<RegistryDb>(db),
  )
  const person = rows[0]
  if (!person) return { title: head, name: null }
  return isHead(person.title, headTitles)
    ? { title: head, name: person.name }
    : { title: `KT. ${head}\n${person.title.toLocaleUpperCase('vi')}`, name: person.name }
}

/** Those who may sign with this right today, to choose one of. */
export async function signatoriesOf(
  db: AnyHandle,
  right: Right,
  today: string,
): Promise<{ id: number; name: string; title: string }[]> {
  return (await holdersOf(db, right, today)).map(({ personId, name, title }) => ({ id: personId, name, title }))
}

/** Refuses a signatory who does not have the right to sign today. */
export async function checkSignatory(db: AnyHandle, right: Right, signatoryId: number, today: string): Promise<void> {
  if ((await signatoriesOf(db, right, today)).some(({ id }) => id === signatoryId)) return
  throw wrong(
    'signatoryId',
    'signature.no_such_signatory',
    'Người này không có thẩm quyền ký loại văn bản này. Hãy chọn người khác.',
  )
}
