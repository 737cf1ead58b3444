import { sql } from 'kysely'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import type { RegistryDb } from './db.ts'
import type { ChoosePost, HeldPost } from './person-shapes.ts'

/**
 * The posts a user may work in on a day, their own first, then those they are deputed to; the current one is marked, by
 * the same rule as in `findActor`.
 */
export async function heldPosts(
  db: Handle<RegistryDb>,
  { userId, sessionId }: { userId: string; sessionId: string | null },
  on: string,
): Promise<HeldPost[]> {
  const { rows } = await sql<Omit<HeldPost, 'isCurrent'> & { isChosen: boolean }>`
    with held as (
      select o.post_id, null::bigint as deputation_id, null::text as owner_name, upper(o.valid) as until
      from registry.person p join registry.post o using (person_id)
      where p.user_id = ${userId} and o.valid @> ${on}::date
      union all
      select o.post_id, d.deputation_id, w.full_name, least(upper(d.valid), upper(o.valid))
      from registry.person p
      join registry.deputation d on d.deputy_id = p.person_id and d.valid @> ${on}::date and d.revoked_at is null
      join registry.post o on o.post_id = d.post_id and o.valid @> ${on}::date
      join registry.person w on w.person_id = o.person_id
      where p.user_id = ${userId}
    )
    select h.post_id as "postId", h.deputation_id as "deputationId", o.agency_id as "agencyId", a.name as "agencyName",
           o.role, r.name as "roleName", r.name_en as "roleNameEn", o.title, h.owner_name as "onBehalfOf",
           (h.until - 1) as "to", w.session_id is not null as "isChosen",
           h.deputation_id is null and 'post.deputise' = any(r.rights) as "mayDepute"
    from held h
    join registry.post o on o.post_id = h.post_id
    join registry.role r on r.role = o.role
    join registry.agency_latest a on a.agency_id = o.agency_id
    left join registry.working_post w on w.session_id = ${sessionId} and w.post_id = h.post_id
      and w.deputation_id is not distinct from h.deputation_id
    order by h.deputation_id is not null, lower(o.valid), o.post_id`.execute(db)
  const chosen = rows.findIndex(({ isChosen }) => isChosen)
  return rows.map(({ isChosen: _, ...row }, place) => ({ ...row, isCurrent: place === Math.max(chosen, 0) }))
}

/** Works in another of the user's posts from the next request of this session on. */
export async function choosePost(
  trx: Transaction<RegistryDb>,
  { actor, now }: AskToMake,
  { sessionId, postId, deputationId = null }: ChoosePost & { sessionId: string | null },
): Promise<HeldPost[]> {
  const today = dayInVietnam(now)
  if (sessionId === null) {
    throw new Conflict('post.no_session', 'Chỉ chọn được vị trí làm việc trong phiên đăng nhập bằng trình duyệt.')
  }
  const known = { userId: actor.userId, sessionId }
  const held = await heldPosts(trx, known, today)
  const wanted = held.find((post) => post.postId === postId && post.deputationId === deputationId)
  if (!wanted) throw new NotFound('post.not_found', 'Không tìm thấy vị trí này.')
  await sql`
    insert into registry.working_post (session_id, post_id, deputation_id)
    values (${sessionId}, ${postId}, ${deputationId})
    on conflict (session_id) do update set post_id = excluded.post_id, deputation_id = excluded.deputation_id`.execute(
    trx,
  )
  const current = held.find(({ isCurrent }) => isCurrent)
  const recorded = (post: HeldPost | undefined) =>
    post && { postId: post.postId, title: post.title, agencyName: post.agencyName, onBehalfOf: post.onBehalfOf }
  await record(trx, actor, 'person.postChosen', {
    subject: { kind: 'person', id: actor.personId ?? 0 },
    at: now.toString(),
    before: recorded(current),
    after: recorded(wanted),
  })
  return heldPosts(trx, known, today)
}
