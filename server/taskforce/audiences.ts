/** Whose open pages learn that something here changed: those who may see it (`sight.ts`), as one query for all listeners. */
import { type RawBuilder, sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { Audience, Reached } from '../platform/live/channel.ts'
import type { TaskforceDb } from './db.ts'
import { isAnnounced, isDelegated, sitsOn } from './sight.ts'

interface Row extends Reached {
  id: number
}

/** `statement` selects id, agencies and people of the things whose ids it is given, as of today. */
const reaching =
  (statement: (ids: RawBuilder<unknown>, today: string) => RawBuilder<Row>): Audience =>
  async (db: AnyHandle, ids: readonly number[], today: string) => {
    const { rows } = await statement(sql`any(${[...ids]}::bigint[])`, today).execute(reading<TaskforceDb>(db))
    return new Map(rows.map(({ id, agencies, people }) => [id, { agencies: agencies ?? [], people: people ?? [] }]))
  }

/** Of `taskforce.inspection i`: the people of its delegation. */
const DELEGATES = sql`(select array_agg(d.person_id) from taskforce.delegate d
  where d.inspection_id = i.inspection_id and d.decision_no = i.decision_no and d.person_id is not null)`

/** Of a column with a task force: who sits in it that day, as `seesForce` has it. */
const membersOf = (column: string, today: string) => sql`(select array_agg(m.person_id) from taskforce.member m
  where m.task_force_id = ${sql.ref(column)} and ${sitsOn(today)} and m.person_id is not null)`

/** The agencies that have or had a question: what one had and returned, or was silent about, stays open to it. */
const hadQuestions = (where: RawBuilder<unknown>) => sql`(select array_agg(distinct a.id)
  from taskforce.question q join taskforce.question_sending s on s.question_id = q.question_id
  cross join lateral unnest(array[s.agency_id, q.agency_id, q.sent_to_id]) as a(id)
  where ${where} and a.id is not null)`

/** What only the office sees: whoever sees every agency is told anyway. */
const office: Audience = async () => new Map()

export const taskforceAudiences: Readonly<Record<string, Audience>> = {
  taskForce: reaching(
    (ids, today) => sql`select f.task_force_id as id, null as agencies, ${membersOf('f.task_force_id', today)} as people
      from taskforce.task_force f where f.task_force_id = ${ids}`,
  ),
  assessmentMethod: office,
  recommendation: reaching(
    (ids) => sql`select r.recommendation_id as id, array[r.agency_id, r.addressee_id] as agencies, null as people
      from taskforce.recommendation r where r.recommendation_id = ${ids} and r.made_on is not null`,
  ),
  inspection: reaching(
    (ids) => sql`select i.inspection_id as id, case when ${isAnnounced} then array[i.agency_id, i.subject_id]
          || array(select distinct f.responsible_id from taskforce.finding f
                   where f.inspection_id = i.inspection_id and f.sent_on is not null) end as agencies,
        ${DELEGATES} as people
      from taskforce.inspection i where i.inspection_id = ${ids} and (${isAnnounced} or ${isDelegated})`,
  ),
  finding: reaching(
    (ids) => sql`select f.finding_id as id,
        case when f.sent_on is not null and ${isAnnounced} then array[i.agency_id, i.subject_id, f.responsible_id] end as agencies,
        ${DELEGATES} as people
      from taskforce.finding f join taskforce.inspection i using (inspection_id) where f.finding_id = ${ids}`,
  ),
  // A session is the task force's; an agency has questions of it, which one act sorts many of.
  dialogue: reaching(
    (ids, today) => sql`select d.dialogue_id as id, ${hadQuestions(sql`q.dialogue_id = d.dialogue_id`)} as agencies,
        ${membersOf('d.task_force_id', today)} as people
      from taskforce.dialogue d where d.dialogue_id = ${ids}`,
  ),
  question: reaching(
    (ids, today) => sql`select o.question_id as id, ${hadQuestions(sql`q.question_id = o.question_id`)} as agencies,
        ${membersOf('d.task_force_id', today)} as people
      from taskforce.question o join taskforce.dialogue d using (dialogue_id) where o.question_id = ${ids}`,
  ),
  fixedAssessment: reaching(
    (ids) => sql`select g.fixed_id as id, array_agg(g.agency_id) as agencies, null as people
      from taskforce.fixed_agency g where g.fixed_id = ${ids} group by g.fixed_id`,
  ),
}
