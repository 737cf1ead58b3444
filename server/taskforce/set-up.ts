import { sql } from 'kysely'
import { record } from '../platform/audit.ts'
import { addDays, dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToAdd, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { keptToAddTo, keptToChange, toKeep } from './access.ts'
import type { TaskforceDb } from './db.ts'
import type { Areas, Ending, NewMember, NewTaskForce } from './force-shapes.ts'
import { absentAgencies, changeRow, marked, recorded } from './store.ts'
import { passRecordedAreas } from './succession.ts'

type Trx = Transaction<TaskforceDb>
const about = (id: number) => ({ kind: 'taskForce', id })

/** Enters a task force that a decision has set up. Returns its id. */
export async function setUpForce(trx: Trx, ask: AskToMake, input: NewTaskForce): Promise<number> {
  toKeep(ask.actor)
  if (input.actOn > dayInVietnam(ask.now)) {
    throw wrong('actOn', 'task_force.act_in_future', 'Ngày của quyết định không được sau hôm nay. Hãy sửa ngày.')
  }
  if (input.fromOn < input.actOn) {
    throw wrong(
      'fromOn',
      'task_force.before_act',
      'Tổ công tác không hoạt động trước ngày của quyết định. Hãy sửa ngày.',
    )
  }
  await demandAgencies(trx, 'standingAgencyId', [input.standingAgencyId], input.fromOn)
  const { task_force_id: id } = await trx
    .insertInto('taskforce.task_force')
    .values({
      name: input.name.trim(),
      act: input.act.trim(),
      act_on: input.actOn,
      from_on: input.fromOn,
      scope: input.scope.trim(),
      standing_agency_id: input.standingAgencyId,
      ...marked(ask),
    })
    .returning('task_force_id')
    .executeTakeFirstOrThrow()
  await record(trx, ask.actor, 'taskForce.setUp', {
    subject: about(id),
    at: ask.now.toString(),
    on: input.fromOn,
    after: input,
  })
  return id
}

/** A decision ends a task force, and with it every membership that is open. */
export async function endForce(trx: Trx, ask: Ask, { toOn, act }: Ending): Promise<number> {
  const force = await keptToChange(trx, ask, 'taskforce.task_force')
  if (force.to_on !== null) throw new Conflict('task_force.ended', 'Tổ công tác này đã kết thúc hoạt động.')
  if (toOn < force.from_on)
    throw wrong('toOn', 'task_force.before_begin', 'Ngày kết thúc không được trước ngày bắt đầu.')
  await sql`
    update taskforce.member set to_on = greatest(${toOn}::date, from_on), end_act = ${act.trim()}, version = version + 1,
      changed_at = ${ask.now.toString()}, changed_by = ${marked(ask).changed_by}
    where task_force_id = ${ask.id} and to_on is null`.execute(trx)
  await sql`
    update taskforce.area set to_on = greatest(${toOn}::date, from_on)
    where to_on is null and member_id in (select m.member_id from taskforce.member m where m.task_force_id = ${ask.id})`.execute(
    trx,
  )
  const version = await changeRow(trx, 'taskforce.task_force', ask, { to_on: toOn, end_act: act.trim() })
  await record(trx, ask.actor, 'taskForce.ended', {
    subject: about(ask.id),
    at: ask.now.toString(),
    on: toOn,
    detail: { act },
  })
  return version
}

/** A person joins a task force in a role, by an act. Returns the id of the membership. */
export async function addMember(trx: Trx, ask: AskToAdd, input: NewMember): Promise<number> {
  const force = await keptToAddTo(trx, ask, 'taskforce.task_force')
  if (force.to_on !== null && input.fromOn > force.to_on) {
    throw wrong('fromOn', 'member.after_end', 'Tổ công tác đã kết thúc trước ngày này. Hãy sửa ngày.')
  }
  if (input.fromOn < force.from_on) {
    throw wrong(
      'fromOn',
      'member.before_begin',
      'Thành viên không tham gia trước ngày Tổ công tác hoạt động. Hãy sửa ngày.',
    )
  }
  if (input.personId !== undefined) await demandPerson(trx, input.personId, input.fromOn)
  await demandNotMember(trx, ask.id, input)
  const { member_id: id } = await trx
    .insertInto('taskforce.member')
    .values({
      task_force_id: ask.id,
      person_id: input.personId ?? null,
      full_name: input.fullName.trim(),
      office: input.office.trim(),
      role: input.role,
      from_on: input.fromOn,
      act: input.act.trim(),
      ...recorded(ask),
      ...marked(ask),
    })
    .returning('member_id')
    .executeTakeFirstOrThrow()
  await record(trx, ask.actor, 'taskForce.memberAdded', {
    subject: about(ask.id),
    at: ask.now.toString(),
    on: input.fromOn,
    after: { memberId: id, ...input },
  })
  return id
}

/** A membership ends by an act; what the member followed ends with it. */
export async function endMember(trx: Trx, ask: Ask, { toOn, act }: Ending): Promise<number> {
  const member = await keptToChange(trx, ask, 'taskforce.member')
  if (member.to_on !== null) throw new Conflict('member.ended', 'Người này đã thôi tham gia Tổ công tác.')
  if (toOn < member.from_on) throw wrong('toOn', 'member.backwards', 'Ngày kết thúc không được trước ngày bắt đầu.')
  await sql`delete from taskforce.area where member_id = ${ask.id} and from_on > ${toOn}::date`.execute(trx)
  await sql`update taskforce.area set to_on = ${toOn}::date where member_id = ${ask.id} and (to_on is null or to_on > ${toOn}::date)`.execute(
    trx,
  )
  const version = await changeRow(trx, 'taskforce.member', ask, { to_on: toOn, end_act: act.trim() })
  await record(trx, ask.actor, 'taskForce.memberEnded', {
    subject: about(member.task_force_id),
    at: ask.now.toString(),
    on: toOn,
    before: { memberId: ask.id, fullName: member.full_name, role: member.role },
    detail: { act },
  })
  return version
}

/**
 * From a day on a member without an account follows exactly these agencies. What a person with an account follows is set with
 * the person, in one place.
 */
export async function setAreas(trx: Trx, ask: Ask, { agencyIds, fromOn, act }: Areas): Promise<number> {
  const member = await keptToChange(trx, ask, 'taskforce.member')
  if (member.person_id !== null) {
    throw new Conflict(
      'area.of_account',
      'Người này có tài khoản: hãy giao cơ quan theo dõi tại trang người dùng, để việc xem và nhắc việc đi theo.',
    )
  }
  if (fromOn < member.from_on || (member.to_on !== null && fromOn > member.to_on)) {
    throw wrong('fromOn', 'area.outside_membership', 'Ngày này nằm ngoài thời gian tham gia Tổ công tác. Hãy sửa ngày.')
  }
  await demandAgencies(trx, 'agencyIds', agencyIds, fromOn)
  await sql`delete from taskforce.area where member_id = ${ask.id} and from_on >= ${fromOn}::date`.execute(trx)
  await sql`
    update taskforce.area set to_on = ${addDays(fromOn, -1)}::date
    where member_id = ${ask.id} and (to_on is null or to_on >= ${fromOn}::date) and agency_id <> all(${agencyIds}::bigint[])`.execute(
    trx,
  )
  await sql`update taskforce.area set to_on = ${member.to_on}::date
    where member_id = ${ask.id} and to_on >= ${fromOn}::date and agency_id = any(${agencyIds}::bigint[])`.execute(trx)
  await sql`
    insert into taskforce.area (member_id, agency_id, from_on, to_on, act)
    select ${ask.id}, k.agency_id, ${fromOn}::date, ${member.to_on}::date, ${act.trim()}
    from unnest(${agencyIds}::bigint[]) as k(agency_id)
    where not exists (select from taskforce.area a where a.member_id = ${ask.id} and a.agency_id = k.agency_id
      and a.from_on < ${fromOn}::date and (a.to_on is null or a.to_on >= ${fromOn}::date))`.execute(trx)
  await passRecordedAreas(trx, ask.id, { agencyIds, fromOn, today: dayInVietnam(ask.now) })
  const version = await changeRow(trx, 'taskforce.member', ask, {})
  await record(trx, ask.actor, 'taskForce.areasSet', {
    subject: about(member.task_force_id),
    at: ask.now.toString(),
    on: fromOn,
    after: { memberId: ask.id, fullName: member.full_name, agencyIds, fromOn },
    detail: { act },
  })
  return version
}

/** Someone without an account is known by name and office; the same two in the same days are the same person. */
async function demandNotMember(trx: Trx, forceId: number, { fullName, office, fromOn }: NewMember): Promise<void> {
  const same = (column: string, typed: string) =>
    sql`lower(regexp_replace(btrim(${sql.ref(column)}), '\\s+', ' ', 'g')) = lower(regexp_replace(btrim(${typed}::text), '\\s+', ' ', 'g'))`
  const { rows } = await sql`
    select from taskforce.member m
    where m.task_force_id = ${forceId} and ${same('m.full_name', fullName)} and ${same('m.office', office)}
      and (m.to_on is null or m.to_on >= ${fromOn}::date) limit 1`.execute(trx)
  if (rows.length === 0) return
  throw new Conflict('member.known', 'Người này đã là thành viên trong thời gian đó. Hãy kết thúc vai trò cũ trước.')
}

export async function demandAgencies(trx: Trx, path: string, ids: readonly number[], on: string): Promise<void> {
  if ((await absentAgencies(trx, ids, on)).length === 0) return
  throw wrong(path, 'taskforce.agency_absent', 'Cơ quan không tồn tại vào ngày này. Hãy chọn lại cơ quan hoặc ngày.')
}

export async function demandPerson(trx: Trx, id: number, on: string, path = 'personId'): Promise<void> {
  const { rows } =
    await sql`select from registry.person_card c where c.person_id = ${id} and c.valid @> ${on}::date limit 1`.execute(
      trx,
    )
  if (rows.length > 0) return
  throw wrong(
    path,
    'taskforce.person_absent',
    'Người này không giữ vị trí nào vào ngày đó. Hãy chọn lại người hoặc ngày.',
  )
}
