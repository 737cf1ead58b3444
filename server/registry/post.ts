import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound, wrong } from '../platform/errors.ts'
import type { RegistryDb } from './db.ts'
import { keepingKeepers } from './keeper.ts'
import { mayGive, mayKeepPost, personToChange } from './person-access.ts'
import type { GivePost } from './person-shapes.ts'
import { findPost, touchPerson } from './person-store.ts'
import { plainWords } from './plain.ts'
import { findRole } from './role.ts'

/** Gives a person another post. The same post twice at the same time is refused by `post_once`. */
export async function givePost(
  trx: Transaction<RegistryDb>,
  ask: Ask,
  post: GivePost,
): Promise<{ id: number; version: number }> {
  const person = await personToChange(trx, ask)
  if (person.id === ask.actor.personId || person.id === ask.actor.onBehalfOf?.personId) {
    throw new Forbidden(
      'post.to_oneself',
      'Không ai tự giao vị trí cho mình. Hãy nhờ một người quản lý tài khoản khác.',
    )
  }
  await demandGiveable(trx, ask, post)
  const id = await insertPost(trx, person.id, post)
  const version = await touchPerson(trx, person.id, signatureOf(ask.actor), ask.now.toString())
  await record(trx, ask.actor, 'person.postGiven', {
    subject: { kind: 'person', id: person.id },
    at: ask.now.toString(),
    after: { postId: id, ...post },
  })
  return { id, version }
}

/**
 * Ends a post after its last day `on`; a day before the first removes a post that was given by mistake. Deputies and
 * sessions working in it lose it at the same time.
 */
export async function endPost(
  trx: Transaction<RegistryDb>,
  ask: Ask,
  { postId, on }: { postId: number; on: string },
): Promise<number> {
  return keepingKeepers(trx, dayInVietnam(ask.now), async () => {
    const person = await personToChange(trx, ask)
    const post = await findPost(trx, postId)
    if (!post || post.personId !== person.id) throw new NotFound('post.not_found', 'Không tìm thấy vị trí này.')
    if (!mayKeepPost(ask.actor, post.agencyId, post)) throw notYoursToGive()
    if (post.to !== null && on > post.to) {
      throw wrong('on', 'post.ended', `Vị trí này đã kết thúc ngày ${formatDay(post.to)}. Hãy chọn ngày sớm hơn.`)
    }
    const at = ask.now.toString()
    const isWithdrawn = on < post.from
    if (isWithdrawn) await withdraw(trx, postId)
    else {
      await trx
        .updateTable('registry.post')
        .set({ valid: sql<string>`daterange(lower(valid), ${on}::date + 1)` })
        .where('post_id', '=', postId)
        .execute()
    }
    const version = await touchPerson(trx, person.id, signatureOf(ask.actor), at)
    const { agencyId, role, title, from, to } = post
    await record(trx, ask.actor, isWithdrawn ? 'person.postWithdrawn' : 'person.postEnded', {
      subject: { kind: 'person', id: person.id },
      at,
      before: { postId, agencyId, role, title, from, to },
      ...(isWithdrawn ? {} : { after: { postId, agencyId, role, title, from, to: on } }),
    })
    return version
  })
}

async function withdraw(trx: Transaction<RegistryDb>, postId: number): Promise<void> {
  const deputed = await trx
    .selectFrom('registry.deputation')
    .select('deputation_id')
    .where('post_id', '=', postId)
    .executeTakeFirst()
  if (deputed) {
    throw new Conflict(
      'post.was_deputed',
      'Vị trí này đã có ủy quyền nên không thể hủy. Hãy cho kết thúc vào một ngày từ ngày bắt đầu trở đi.',
    )
  }
  await trx.deleteFrom('registry.working_post').where('post_id', '=', postId).execute()
  await trx.deleteFrom('registry.post').where('post_id', '=', postId).execute()
}

/** Refuses a post that the actor may not give, or that is invalid. `at` is put before the names of fields: "post.". */
export async function demandGiveable(
  trx: Transaction<RegistryDb>,
  { actor }: Pick<Ask, 'actor'>,
  post: GivePost,
  at = '',
): Promise<void> {
  const role = await findRole(trx, post.role)
  if (!role) throw wrong(`${at}role`, 'post.role', 'Không có vai trò này. Hãy chọn trong danh sách.')
  if (!mayGive(actor, role)) throw notYoursToGive()
  const { rows } = await sql`
    select from registry.agency_period
    where agency_id = ${post.agencyId} and valid && daterange(${post.from}::date, null)`.execute(trx)
  if (rows.length === 0) {
    throw wrong(`${at}agencyId`, 'post.agency', 'Cơ quan này không tồn tại vào ngày bắt đầu. Hãy chọn cơ quan khác.')
  }
  if (!mayKeepPost(actor, post.agencyId, role)) {
    throw new Forbidden('post.other_agency', 'Bạn chỉ được giao vị trí trong cơ quan mình và các đơn vị trực thuộc.')
  }
  if (post.to !== undefined && post.to < post.from) {
    throw wrong(`${at}to`, 'post.ends_before', 'Ngày cuối không được trước ngày đầu.')
  }
  plainWords(post.title, `${at}title`, 'Chức danh')
}

function notYoursToGive(): Forbidden {
  return new Forbidden(
    'post.beyond_own_rights',
    'Vai trò này có quyền vượt quá quyền của bạn nên bạn không được giao hay thu lại. Hãy đề nghị quản trị hệ thống.',
  )
}

export async function insertPost(trx: Transaction<RegistryDb>, personId: number, post: GivePost): Promise<number> {
  const { post_id: id } = await trx
    .insertInto('registry.post')
    .values({
      person_id: personId,
      agency_id: post.agencyId,
      role: post.role,
      title: plainWords(post.title, 'title', 'Chức danh'),
      valid: sql<string>`daterange(${post.from}::date, ${post.to ?? null}::date + 1)`,
    })
    .returning('post_id')
    .executeTakeFirstOrThrow()
  return id
}
