import { sql } from 'kysely'
import { type Actor, systemActor } from '../platform/actor.ts'
import { announcedEvents, subjectNames } from '../platform/audit.ts'
import { refuseDayAhead } from '../platform/day-ahead.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { Forbidden, NotFound } from '../platform/errors.ts'
import { overThrough } from '../programme/index.ts'
import { statistics } from '../tasks/index.ts'
import type { TaskforceDb } from './db.ts'
import type { Mine } from './force-shapes.ts'
import { IS_NOT_REMEDIED, IS_UNDER_WAY } from './inspections.ts'
import { isOpenOn } from './recommendations.ts'
import { isOffice, seesAgency, seesFinding, seesPartOfInspection, seesRecommendation } from './sight.ts'

/** How far back the page shows what a member did. */
const DAYS = 90
const MOST_ACTS = 40

/**
 * The page of a member: the agencies they follow on a day and how these stand, the areas that ended and what took their
 * place, and what the member did. One's own, or a member's for the office.
 */
export async function showMine(
  db: AnyHandle,
  actor: Actor,
  { personId = actor.followerId ?? actor.personId ?? undefined, asOf }: { personId?: number | undefined; asOf: string },
  today: string,
): Promise<Mine> {
  refuseDayAhead('asOf', asOf, today)
  if (personId === undefined) throw new Forbidden('taskforce.people_only', 'Trang này dành cho người dùng.')
  if (personId !== actor.personId && personId !== actor.followerId && !isOffice(actor)) {
    throw new NotFound('person.not_found', 'Không tìm thấy người này.')
  }
  const handle = reading<TaskforceDb>(db)
  const person = await sql<{ name: string }>`
    select c.full_name as name from registry.person_card c where c.person_id = ${personId} limit 1`.execute(handle)
  if (!person.rows[0]) throw new NotFound('person.not_found', 'Không tìm thấy người này.')
  const taskForces = await sql<Mine['taskForces'][number]>`
    select f.task_force_id as id, f.name, m.role, m.from_on as "fromOn", m.to_on as "toOn"
    from taskforce.member m join taskforce.task_force f using (task_force_id)
    where m.person_id = ${personId} and m.from_on <= ${asOf}::date order by m.to_on is not null, m.from_on desc, m.member_id desc`.execute(
    handle,
  )
  const areas = await sql<Mine['former'][number] & { isNow: boolean }>`
    select c.agency_id as "agencyId", a.name as "agencyName", c.from_on as "fromOn", c.to_on as "toOn", null as act,
           c.valid @> ${asOf}::date as "isNow",
           case when s.agency_id is not null then json_build_object('id', s.agency_id, 'name', s.name) end as successor
    from registry.following_card c
    join registry.agency_latest a on a.agency_id = c.agency_id
    left join lateral (
      select l.agency_id, l.name from registry.succession_card k join registry.agency_latest l on l.agency_id = k.new_agency_id
      where k.old_agency_id = c.agency_id and k.kind = 'main' and k.effective_on = c.to_on + 1 limit 1
    ) s on true
    where c.person_id = ${personId} and c.from_on <= ${asOf}::date
    order by a.position, a.name collate "vi-x-icu", c.from_on`.execute(handle)
  const now = areas.rows.filter(({ isNow }) => isNow)
  return {
    personId,
    name: person.rows[0].name,
    asOf,
    taskForces: taskForces.rows,
    agencies: await standingOf(db, actor, now, { personId, asOf }, today),
    former: areas.rows.filter(({ isNow, toOn }) => !isNow && toOn !== null).map(({ isNow: _, ...row }) => row),
    acts: await actsOf(db, actor, personId, asOf),
  }
}

async function standingOf(
  db: AnyHandle,
  actor: Actor,
  areas: readonly Mine['former'][number][],
  { personId, asOf }: { personId: number; asOf: string },
  today: string,
): Promise<Mine['agencies']> {
  if (areas.length === 0) return []
  const ids = areas.map(({ agencyId }) => agencyId)
  const figures = await statistics(
    db,
    systemActor('tổ công tác'),
    { by: 'agency', followerId: personId, asOf, knownOn: asOf > today ? asOf : today },
    today,
  )
  // Each is counted as its list does: where these stood on a past day nobody asks.
  const counts =
    asOf !== today
      ? []
      : (
          await sql<{ id: number; recommendations: number; findings: number; inspections: number }>`
            select k.id,
              (select count(*) from taskforce.recommendation r left join tasks.traced_task t on t.task_id = r.task_id
               where r.agency_id = k.id and ${seesRecommendation(actor)} and ${isOpenOn(today)})::integer as recommendations,
              (select count(*) from taskforce.finding f join taskforce.inspection i using (inspection_id)
               where f.responsible_id = k.id and ${seesFinding(actor)} and ${IS_NOT_REMEDIED})::integer as findings,
              (select count(*) from taskforce.inspection i
               where i.agency_id = k.id and ${seesPartOfInspection(actor)} and ${IS_UNDER_WAY})::integer as inspections
            from unnest(${ids}::bigint[]) as k(id)`.execute(reading<TaskforceDb>(db))
        ).rows
  const owed = new Map((await owedOf(db, actor, ids, { asOf, today })).map(({ id, owed }) => [id, owed]))
  return areas.map(({ agencyId, agencyName, fromOn }) => {
    const row = figures.rows.find(({ key }) => key === String(agencyId))
    const own = counts.find(({ id }) => id === agencyId)
    return {
      id: agencyId,
      name: agencyName,
      fromOn,
      assigned: row?.partition.assigned ?? 0,
      openInTerm: row?.partition.openInTerm ?? 0,
      openOverdue: row?.partition.openOverdue ?? 0,
      rows: row?.rows ?? `/nhiem-vu?agencyId=${agencyId}`,
      itemsOwed: owed.get(agencyId) ?? 0,
      recommendationsOpen: own?.recommendations ?? null,
      findingsOpen: own?.findings ?? null,
      inspections: own?.inspections ?? null,
    }
  })
}

/** How many entries of the work programme each owes at the end of a day, as the programme's own list counts them. */
async function owedOf(
  db: AnyHandle,
  actor: Actor,
  agencyIds: readonly number[],
  { asOf, today }: { asOf: string; today: string },
): Promise<{ id: number; owed: number }[]> {
  const { rows } = await sql<{ id: number; owed: number }>`
    select k.id, count(*)::integer as owed
    from unnest(${[...agencyIds]}::bigint[]) as k(id)
    join programme.item_trace o on o.lead_agency_id = any(registry.reach(array[k.id], ${asOf}::date))
    where o.valid_from <= ${asOf}::date and ${asOf}::date < o.valid_to and o.state in ('planned', 'returned')
      and o.due_on <= ${overThrough(asOf, today)}::date and ${seesAgency(actor, 'o.lead_agency_id')}
    group by k.id`.execute(reading<TaskforceDb>(db))
  return rows
}

/** What the person did lately, each thing named as the log names it. */
async function actsOf(db: AnyHandle, actor: Actor, personId: number, asOf: string): Promise<Mine['acts']> {
  const handle = reading<TaskforceDb>(db)
  const { rows } = await sql<{ at: string; event: string; kind: string; id: string }>`
    select e.recorded_at as at, e.event, e.subject_kind as kind, e.subject_id as id
    from platform.audit_entry e
    where e.actor_person_id = ${personId} and e.recorded_at > ${asOf}::date - ${DAYS}::integer and e.recorded_at < ${asOf}::date + 2
      and e.subject_kind = any(${['taskForce', 'recommendation', 'inspection', 'finding', 'dialogue', 'question', 'task', 'letter', 'report']}::text[])
    order by e.recorded_at desc, e.audit_id desc limit ${MOST_ACTS}`.execute(handle)
  const names = new Map<string, { name: string; to: string | null }>()
  for (const { kind, named, opens } of subjectNames(db)) {
    const ids = [...new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id))]
    if (ids.length === 0 || (opens && !opens(actor))) continue
    const found = await sql<{
      id: string
      name: string
      to: string | null
    }>`${named(sql`${ids}::text[]`, actor)}`.execute(handle)
    for (const { id, name, to } of found.rows) names.set(`${kind} ${id}`, { name, to })
  }
  const events = new Map(announcedEvents(db).map((event) => [event.name, event]))
  return rows.map(({ at, event, kind, id }) => {
    const known = names.get(`${kind} ${id}`)
    const said = events.get(event)
    return {
      at,
      event,
      said: { vi: said?.vi ?? event, en: said?.en ?? event },
      subjectKind: kind,
      name: known?.name ?? null,
      to: known?.to ?? null,
    }
  })
}
