/** Whose open pages learn that something here changed: those who may see it (`sight.ts`), as one query for all listeners. */
import { type RawBuilder, sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { Audience, Reached } from '../platform/live/channel.ts'
import type { TaskforceDb } from './db.ts'
import { isAnnounced, isDelegated } from './sight.ts'

interface Row extends Reached {
  id: number
}

/** `statement` selects id, agencies and people of the things whose ids it is given. */
const reaching =
  (statement: (ids: RawBuilder<unknown>) => RawBuilder<Row>): Audience =>
  async (db: AnyHandle, ids: readonly number[]) => {
    const { rows } = await statement(sql`any(${[...ids]}::bigint[])`).execute(reading<TaskforceDb>(db))
    return new Map(rows.map(({ id, agencies, people }) => [id, { agencies: agencies ?? [], people: people ?? [] }]))
  }

/** Of `taskforce.inspection i`: the people of its delegation. */
const DELEGATES = sql`(select array_agg(d.person_id) from taskforce.delegate d
  where d.inspection_id = i.inspection_id and d.decision_no = i.decision_no and d.person_id is not null)`

/** The agencies that have or had a question: what one had and returned, or was silent about, stays open to it. */
const withQuestion = (id: RawBuilder<unknown>, ids: RawBuilder<unknown>) => sql<Row>`
  select ${id} as id, array_agg(distinct a.id) as agencies, null as people
  from taskforce.question q join taskforce.question_sending s on s.question_id = q.question_id
  cross join lateral unnest(array[s.agency_id, q.agency_id, q.sent_to_id]) as a(id)
  where ${id} = ${ids} and a.id is not null group by 1`

/** What only the office sees: whoever sees every agency is told anyway. */
const office: Audience = async () => new Map()

export const taskforceAudiences: Readonly<Record<string, Audience>> = {
  taskForce: office,
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
  // A session is the office's; an agency has questions of it, which one act sorts many of.
  dialogue: reaching((ids) => withQuestion(sql`q.dialogue_id`, ids)),
  question: reaching((ids) => withQuestion(sql`q.question_id`, ids)),
  fixedAssessment: reaching(
    (ids) => sql`select g.fixed_id as id, array_agg(g.agency_id) as agencies, null as people
      from taskforce.fixed_agency g where g.fixed_id = ${ids} group by g.fixed_id`,
  ),
}
