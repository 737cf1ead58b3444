import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { holdsWords } from '../platform/search.ts'
import { mayKeep, toKeep } from './access.ts'
import type { TaskforceDb } from './db.ts'
import type { PeopleToName, TaskForce } from './force-shapes.ts'
import { seesForce, sitsOn } from './sight.ts'
import { notFound } from './store.ts'

/** Head and members as of one day; who may read by today. */
interface Days {
  on: string
  today: string
}
type Rows = Pick<TaskForce, 'id' | 'name' | 'act' | 'actOn' | 'fromOn' | 'toOn' | 'head' | 'members' | 'version'>

const rowsOf = (actor: Actor, { on, today }: Days, only?: number) => sql<
  Rows & Pick<TaskForce, 'scope' | 'endAct'> & { agencyId: number; agencyName: string }
>`
  select f.task_force_id as id, f.name, f.act, f.act_on as "actOn", f.from_on as "fromOn", f.to_on as "toOn", f.version, f.scope,
         f.end_act as "endAct", f.standing_agency_id as "agencyId", a.name as "agencyName",
         (select m.full_name from taskforce.member m where m.task_force_id = f.task_force_id and m.role = 'head'
            and ${sitsOn(on)}) as head,
         (select count(*) from taskforce.member m where m.task_force_id = f.task_force_id
            and ${sitsOn(on)})::integer as members
  from taskforce.task_force f
  join registry.agency_latest a on a.agency_id = f.standing_agency_id
  where ${seesForce(actor, 'f.task_force_id', today)} and ${only === undefined ? sql`true` : sql`f.task_force_id = ${only}`}
  order by f.to_on is not null, f.from_on desc, f.task_force_id desc`

/** The task forces that the actor may read, those in force first; head and members as of a day. */
export async function listForces(db: AnyHandle, actor: Actor, days: Days) {
  const { rows } = await rowsOf(actor, days).execute(reading<TaskforceDb>(db))
  return {
    rows: rows.map(({ scope: _, endAct: __, agencyId: ___, agencyName: ____, ...row }) => row),
    mayKeep: mayKeep(actor),
  }
}

/** One task force with everyone who is or was a member, whom each follows, and its plans. */
export async function showForce(db: AnyHandle, actor: Actor, id: number, days: Days): Promise<TaskForce> {
  const { on } = days
  const handle = reading<TaskforceDb>(db)
  const [found] = (await rowsOf(actor, days, id).execute(handle)).rows
  if (!found) throw notFound('taskforce.task_force')
  const { agencyId, agencyName, ...force } = found
  const members = await sql<TaskForce['memberList'][number]>`
    select m.member_id as id, m.version, m.person_id as "personId", m.full_name as "fullName", m.office, m.role,
           m.from_on as "fromOn", m.to_on as "toOn", m.act, m.end_act as "endAct", coalesce(r.list, '[]') as areas
    from taskforce.member m
    left join lateral (
      select json_agg(json_build_object('agencyId', x.agency_id, 'agencyName', n.name, 'fromOn', x.from_on, 'toOn', x.to_on,
          'act', x.act, 'successor', case when s.agency_id is not null then json_build_object('id', s.agency_id, 'name', s.name) end)
        order by x.to_on is not null, n.position, n.name collate "vi-x-icu", x.from_on) as list
      from (
        -- Of a person with an account the registry says it, during the membership; of others this room does.
        select c.agency_id, greatest(c.from_on, m.from_on) as from_on, least(c.to_on, m.to_on) as to_on, null::text as act
        from registry.following_card c
        where c.person_id = m.person_id and c.valid && daterange(m.from_on, m.to_on, '[]')
        union all
        select o.agency_id, o.from_on, o.to_on, o.act from taskforce.area o where o.member_id = m.member_id
      ) x
      join registry.agency_latest n on n.agency_id = x.agency_id
      left join lateral (
        select l.agency_id, l.name from registry.succession_card c
        join registry.agency_latest l on l.agency_id = c.new_agency_id
        where c.old_agency_id = x.agency_id and c.kind = 'main' and x.to_on is not null and c.effective_on = x.to_on + 1
        limit 1
      ) s on true
    ) r on true
    where m.task_force_id = ${id}
    order by m.to_on is not null and m.to_on < ${on}::date,
      array_position(array['head', 'standingDeputy', 'deputy', 'member', 'secretary'], m.role), m.from_on, m.member_id`.execute(
    handle,
  )
  const plans = await sql<TaskForce['plans'][number]>`
    select p.plan_id as id, p.number, p.title, p.issued_on as "issuedOn", p.from_on as "fromOn", p.to_on as "toOn",
           count(a.activity_id)::integer as activities, count(*) filter (where t.state = 'confirmed')::integer as done
    from taskforce.plan p
    join taskforce.activity a using (plan_id)
    join tasks.traced_task t on t.task_id = a.task_id
    where p.task_force_id = ${id}
    group by p.plan_id order by p.from_on desc, p.plan_id desc`.execute(handle)
  return {
    ...force,
    standingAgency: { id: agencyId, name: agencyName },
    memberList: members.rows,
    plans: plans.rows,
    may: mayKeep(actor) && force.toOn === null ? ['keep'] : [],
  }
}

const FOUND = 12

/** People who may be named as members or delegates: with a post on the day, found by name, title and agency. */
export async function findPeopleToName(db: AnyHandle, actor: Actor, words: string, on: string): Promise<PeopleToName> {
  toKeep(actor)
  const { rows } = await sql<PeopleToName['people'][number]>`
    select distinct on (c.full_name collate "vi-x-icu", c.person_id) c.person_id as id, c.full_name as name, c.title, a.name as "agencyName"
    from registry.person_card c
    join registry.agency_latest a on a.agency_id = c.agency_id
    where c.valid @> ${on}::date and ${holdsWords(sql`platform.fold(c.full_name || ' ' || c.title || ' ' || a.name)`, words)}
    order by c.full_name collate "vi-x-icu", c.person_id, lower(c.valid) desc limit ${FOUND}`.execute(
    reading<TaskforceDb>(db),
  )
  return { people: rows }
}
