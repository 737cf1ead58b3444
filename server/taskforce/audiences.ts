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
    (
      ids,
    ) => sql`select i.inspection_id as id, case when ${isAnnounced} then array[i.agency_id, i.subject_id] end as agencies,
        ${DELEGATES} as people
      from taskforce.inspection i where i.inspection_id = ${ids} and (${isAnnounced} or ${isDelegated})`,
  ),
  finding: reaching(
    (ids) => sql`select f.finding_id as id,
        case when f.state <> 'draft' and ${isAnnounced} then array[i.agency_id, i.subject_id, f.responsible_id] end as agencies,
        ${DELEGATES} as people
      from taskforce.finding f join taskforce.inspection i using (inspection_id) where f.finding_id = ${ids}`,
  ),
  // A session is the office's; an agency has questions of it, which one act sorts many of.
  dialogue: reaching(
    (ids) => sql`select d.dialogue_id as id, array_agg(distinct a.id) as agencies, null as people
      from taskforce.dialogue d join taskforce.question q on q.dialogue_id = d.dialogue_id and q.sent_on is not null
      cross join lateral unnest(array[q.agency_id, q.sent_to_id]) as a(id)
      where d.dialogue_id = ${ids} and a.id is not null group by d.dialogue_id`,
  ),
  question: reaching(
    (ids) => sql`select q.question_id as id, array[q.agency_id, q.sent_to_id] as agencies, null as people
      from taskforce.question q where q.question_id = ${ids} and q.agency_id is not null and q.sent_on is not null`,
  ),
  fixedAssessment: reaching(
    (ids) => sql`select g.fixed_id as id, array_agg(g.agency_id) as agencies, null as people
      from taskforce.fixed_agency g where g.fixed_id = ${ids} group by g.fixed_id`,
  ),
}
