import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { AskToAdd, AskToMake } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound, wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { holdsWords } from '../platform/search.ts'
import type { RegistryDb } from './db.ts'
import { mayKeepPost } from './person-access.ts'
import type { Deputation, DeputationList, MakeDeputation } from './person-shapes.ts'
import { type DeputationRecord, deputationsOf, findPost, type PostRecord } from './person-store.ts'
import { plainWords } from './plain.ts'

/**
 * Lets a person act in a post from one day to another. Made by the holder of a post whose role can be deputed, or by
 * those who manage all people; never by a deputy: a deputation cannot be passed on (Nghị định 30/2020/NĐ-CP, Điều 13
 * khoản 3).
 */
export async function depute(
  trx: Transaction<RegistryDb>,
  { actor, now }: AskToMake,
  made: MakeDeputation,
): Promise<number> {
  const today = dayInVietnam(now)
  if (actor.onBehalfOf !== null) {
    throw new Forbidden(
      'deputation.by_deputy',
      'Người đang làm thay không được ủy quyền tiếp. Hãy trở về vị trí của mình.',
    )
  }
  const post = await findPost(trx, made.postId)
  const isOwn = post !== undefined && post.personId === actor.personId
  // Another person's post can be looked up only by those who manage all people: for others it does not exist.
  if (!post || !(isOwn || hasRight(actor, 'people.keep'))) {
    throw new NotFound('post.not_found', 'Không tìm thấy vị trí này.')
  }
  if (!isOwn && !mayKeepPost(actor, post.agencyId, post)) throw notAllowed()
  if (!isOwn && made.deputyId === actor.personId) {
    throw new Forbidden(
      'post.to_oneself',
      'Không ai tự giao cho mình việc làm thay vị trí của người khác. Hãy nhờ người giữ vị trí đó hoặc một người quản lý tài khoản khác.',
    )
  }
  if (isOwn && !post.rights.includes('post.deputise') && !hasRight(actor, 'people.keep')) throw notAllowed()
  await checkDeputy(trx, actor, made.deputyId, post, isOwn && !hasRight(actor, 'people.keep'), today)
  checkTerm(made, post, today)
  const document = made.document === undefined ? null : plainWords(made.document, 'document', 'Văn bản')
  if (made.kind === 'authorised' && document === null) {
    throw wrong(
      'document',
      'deputation.document',
      'Ủy quyền phải bằng văn bản. Hãy ghi số, ký hiệu và ngày của văn bản.',
    )
  }
  const { deputation_id: id } = await trx
    .insertInto('registry.deputation')
    .values({
      post_id: post.id,
      owner_id: post.personId,
      deputy_id: made.deputyId,
      valid: sql<string>`daterange(${made.from}::date, ${made.to}::date + 1)`,
      kind: made.kind,
      document,
      reason: made.reason?.trim() ?? null,
      made_at: now.toString(),
      made_by: signatureOf(actor),
    })
    .returning('deputation_id')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'person.deputed', {
    subject: { kind: 'person', id: post.personId },
    at: now.toString(),
    after: { deputationId: id, ...made, document, agencyId: post.agencyId, title: post.title },
  })
  return id
}

/** Ends a deputation immediately; sessions of the deputy fall back to a post of their own. */
export async function revokeDeputation(
  trx: Transaction<RegistryDb>,
  { actor, id, now }: AskToAdd,
): Promise<{ id: number }> {
  const today = dayInVietnam(now)
  await sql`select from registry.deputation where deputation_id = ${id} for update`.execute(trx)
  const [found] = await deputationsOf(trx, { id })
  const isParty = found !== undefined && [found.ownerId, found.deputyId].includes(actor.personId ?? 0)
  if (!found || !(isParty || hasRight(actor, 'people.keep'))) {
    throw new NotFound('deputation.not_found', 'Không tìm thấy ủy quyền này.')
  }
  if (found.revokedAt !== null) throw new Conflict('deputation.revoked', 'Ủy quyền này đã được thu hồi.')
  if (found.to < today) throw new Conflict('deputation.over', 'Ủy quyền này đã hết hạn.')
  if (!mayRevoke(actor, found, today)) throw notAllowed()
  await trx
    .updateTable('registry.deputation')
    .set({ revoked_at: now.toString(), revoked_by: signatureOf(actor) })
    .where('deputation_id', '=', id)
    .execute()
  await record(trx, actor, 'person.deputationRevoked', {
    subject: { kind: 'person', id: found.ownerId },
    at: now.toString(),
    before: { deputationId: id, deputyId: found.deputyId, from: found.from, to: found.to },
  })
  return { id }
}

/** Deputations a person gave and received, each with whether the reader may revoke it. */
export async function showDeputations(
  db: Handle<RegistryDb>,
  actor: Actor,
  personId: number,
  today: string,
): Promise<DeputationList> {
  const rows = await deputationsOf(db, { personId })
  const shown = rows.map(
    ({ sees, rights, ...row }): Deputation => ({
      ...row,
      mayRevoke: mayRevoke(actor, { ...row, sees, rights }, today),
    }),
  )
  return {
    given: shown.filter(({ ownerId }) => ownerId === personId),
    received: shown.filter(({ deputyId }) => deputyId === personId),
  }
}

/**
 * People who may deputise for the actor: those with a post today in the actor's agency, its units or agencies it took
 * over.
 */
export async function findColleagues(
  db: Handle<RegistryDb>,
  actor: Actor,
  search: string | undefined,
  today: string,
): Promise<{ id: number; fullName: string; title: string; agencyName: string }[]> {
  if (!hasRight(actor, 'post.deputise') || actor.onBehalfOf !== null) throw notAllowed()
  const { rows } = await sql<{ id: number; fullName: string; title: string; agencyName: string }>`
    select * from (
      select distinct on (p.person_id) p.person_id as id, p.full_name as "fullName", o.title, a.name as "agencyName"
      from registry.person p
      join registry.post o on o.person_id = p.person_id and o.valid @> ${today}::date
      join registry.agency_latest a on a.agency_id = o.agency_id
      join platform.user_card u on u.user_id = p.user_id and u.deactivated_at is null
      where o.agency_id = any(${[...actor.own]}::bigint[]) and p.person_id <> ${actor.personId ?? 0}
        and ${holdsWords(sql`platform.fold(p.full_name || ' ' || o.title || ' ' || a.name)`, search ?? '')}
      order by p.person_id, lower(o.valid)
    ) found
    order by "fullName" collate "vi-x-icu" limit 50`.execute(db)
  return rows
}

function mayRevoke(actor: Actor, found: Omit<DeputationRecord, 'mayRevoke'>, today: string): boolean {
  if (found.revokedAt !== null || found.to < today || actor.onBehalfOf !== null) return false
  return (
    found.ownerId === actor.personId ||
    found.deputyId === actor.personId ||
    (hasRight(actor, 'people.keep') && mayKeepPost(actor, found.post.agencyId, found))
  )
}

/**
 * The deputy must be another person who can sign in; a holder who deputes their own post chooses among their own
 * agency.
 */
async function checkDeputy(
  trx: Transaction<RegistryDb>,
  actor: Actor,
  deputyId: number,
  post: PostRecord,
  isOfOwnAgency: boolean,
  today: string,
): Promise<void> {
  if (deputyId === post.personId) {
    throw wrong('deputyId', 'deputation.oneself', 'Không thể ủy quyền cho chính người giữ vị trí. Hãy chọn người khác.')
  }
  const { rows } = await sql`
    select from registry.person p
    join platform.user_card u on u.user_id = p.user_id and u.deactivated_at is null
    where p.person_id = ${deputyId} and exists (
      select from registry.post o
      where o.person_id = p.person_id and o.valid @> ${today}::date
        and (${!isOfOwnAgency} or o.agency_id = any(${[...actor.own]}::bigint[])))`.execute(trx)
  if (rows.length > 0) return
  throw wrong(
    'deputyId',
    'deputation.deputy',
    isOfOwnAgency
      ? 'Không có người này trong cơ quan bạn, hoặc họ không còn giữ vị trí. Hãy chọn trong danh sách.'
      : 'Không có người này, hoặc họ không còn giữ vị trí. Hãy chọn người khác.',
  )
}

function checkTerm({ from, to }: MakeDeputation, post: PostRecord, today: string): void {
  if (from < today) throw wrong('from', 'deputation.past', 'Ngày bắt đầu không được ở quá khứ. Hãy chọn từ hôm nay.')
  if (to < from) throw wrong('to', 'deputation.ends_before', 'Ngày kết thúc không được trước ngày bắt đầu.')
  const last = Temporal.PlainDate.from(from).add({ days: 365 }).toString()
  if (to > last) {
    throw wrong(
      'to',
      'deputation.too_long',
      `Mỗi lần ủy quyền không quá một năm. Hãy chọn đến ngày ${formatDay(last)}.`,
    )
  }
  if (from < post.from || (post.to !== null && to > post.to)) {
    const until = post.to === null ? '' : ` đến ngày ${formatDay(post.to)}`
    throw wrong(
      from < post.from ? 'from' : 'to',
      'deputation.outside_post',
      `Vị trí này chỉ có từ ngày ${formatDay(post.from)}${until}. Hãy chọn trong khoảng đó.`,
    )
  }
}

function notAllowed(): Forbidden {
  return new Forbidden(
    'deputation.not_allowed',
    'Vai trò của vị trí này không được ủy quyền, hoặc việc này vượt quá quyền của bạn. Hãy đề nghị quản trị hệ thống.',
  )
}
