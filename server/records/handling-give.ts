/** Parts of a document are added: whom it is given to, by when, who leads. */
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { RecordsDb } from './db.ts'
import { type HandlingState, isOpen } from './handling-state.ts'
import type { NewHandling } from './incoming-shapes.ts'
import { type Incoming, postsWithin, unitsWithin } from './incoming-store.ts'
import { marked } from './store.ts'

interface Giving {
  fromId: number | null
  /** The agency in which they must be today. */
  within: number
}

/**
 * Adds parts. Throws 400 naming the line for one that is of nobody or of two, of a unit or person that is not there today, a day
 * that has passed, somebody who has an open part, and a second lead.
 */
export async function give(
  trx: Transaction<RecordsDb>,
  ask: Ask<number, KnownActor>,
  row: Incoming,
  handlings: readonly (NewHandling & { dueOn: string | null })[],
  { fromId, within }: Giving,
): Promise<number[]> {
  const today = dayInVietnam(ask.now)
  const units = await unitsWithin(
    trx,
    within,
    handlings.flatMap(({ agencyId }) => agencyId ?? []),
    today,
  )
  const posts = await postsWithin(
    trx,
    within,
    handlings.flatMap(({ personId }) => personId ?? []),
    today,
  )
  const before = await trx
    .selectFrom('records.handling')
    .select(['agency_id', 'person_id', 'part', 'from_id', 'state'])
    .where('incoming_id', '=', row.incoming_id)
    .where('state', 'in', ['assigned', 'underway', 'done'])
    .execute()
  const taken = new Set(
    before
      .filter(({ state }) => isOpen(state as HandlingState))
      .map(({ agency_id, person_id }) => keyOf(agency_id, person_id)),
  )
  let leads = before.filter(({ part, from_id }) => part === 'lead' && from_id === fromId).length
  const ids: number[] = []
  for (const [place, { agencyId, personId, part, dueOn, words }] of handlings.entries()) {
    const at = `handlings.${place}`
    if ((agencyId === undefined) === (personId === undefined))
      throw wrong(`${at}.agencyId`, 'handling.whose', 'Hãy chọn một đơn vị hoặc một người cho mỗi dòng.')
    if (agencyId !== undefined && (!units.has(agencyId) || agencyId === within))
      throw wrong(
        `${at}.agencyId`,
        'handling.no_such_unit',
        'Hôm nay không có đơn vị này trong cơ quan. Hãy chọn đơn vị khác.',
      )
    if (personId !== undefined && !posts.has(personId))
      throw wrong(
        `${at}.personId`,
        'handling.no_post',
        'Người này hôm nay không giữ chức vụ nào trong cơ quan. Hãy chọn người khác.',
      )
    if (dueOn !== null && dueOn < today)
      throw wrong(`${at}.dueOn`, 'handling.due_past', 'Hạn xử lý đã qua. Hãy chọn từ hôm nay trở đi.')
    const key = keyOf(agencyId ?? null, personId ?? null)
    if (taken.has(key))
      throw wrong(
        `${at}.${agencyId === undefined ? 'personId' : 'agencyId'}`,
        'handling.twice',
        'Nơi này đã được giao rồi. Hãy bỏ dòng trùng.',
      )
    taken.add(key)
    if (part === 'lead' && ++leads > 1)
      throw wrong(
        `${at}.part`,
        'handling.two_leads',
        'Chỉ một nơi chủ trì. Hãy chuyển nơi khác thành phối hợp, hoặc thu hồi nơi chủ trì trước.',
      )
    const { handling_id: id } = await trx
      .insertInto('records.handling')
      .values({
        incoming_id: row.incoming_id,
        agency_id: agencyId ?? null,
        person_id: personId ?? null,
        unit_id: agencyId ?? posts.get(personId!)!,
        part,
        words: words?.trim() || null,
        due_on: dueOn,
        assigned_at: ask.now.toString(),
        assigned_by: signatureOf(ask.actor),
        assigned_by_id: ask.actor.personId,
        from_id: fromId,
        ...marked(ask),
      })
      .returning('handling_id')
      .executeTakeFirstOrThrow()
    ids.push(id)
  }
  return ids
}

const keyOf = (agencyId: number | null, personId: number | null) => `${agencyId ?? ''}/${personId ?? ''}`
