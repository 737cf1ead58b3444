import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { migrate } from '../platform/schema/migrate.ts'
import { databaseBefore } from '../test/database-before.ts'

const A_FORCE = sql`
  insert into taskforce.task_force (task_force_id, name, act, act_on, from_on, scope, standing_agency_id, changed_at, changed_by)
  overriding system value values (1, 'Tổ công tác MẪU', '1/QĐ-MẪU', '2021-01-04', '2021-01-04', 'x', 10, now(), 'thử')`

test('an upgrade keeps conclusions that share a number as they were signed, and names the body of each decision', async (t) => {
  const { url, owner } = await databaseBefore(t, '0111')
  await owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await A_FORCE.execute(trx)
    await sql`
      insert into taskforce.inspection (inspection_id, task_force_id, subject_id, agency_id, title, form, from_on, to_on, state, decision,
        decided_on, decision_no, conclusion, concluded_on, created_by, changed_at, changed_by)
      overriding system value
      select n, 1, 10 + n, 20, 'Kiểm tra (MẪU)', 'onSite', '2021-03-01', '2021-03-02', 'concluded', n || '/QĐ', '2021-03-01', 1,
        case when n < 3 then '1/KL' else '3/KL' end, '2021-03-05', 'thử', now(), 'thử'
      from generate_series(1, 3) n`.execute(trx)
    // The second was put off once: such a decision is never changed again.
    await sql`
      insert into taskforce.inspection_decision (inspection_id, decision_no, decision, decided_on, postponed_on, reason, postponed_by,
        recorded_at, recorded_by)
      select n, 1, n || '/QĐ', '2021-03-01', case when n = 2 then date '2021-03-02' end, case when n = 2 then 'x' end,
        case when n = 2 then 'x' end, now(), 'thử'
      from generate_series(1, 3) n`.execute(trx)
  })
  await migrate(url)
  const { rows } = await sql<{ subject: number; copy: number; number: string }>`
    select d.subject_id as subject, i.conclusion_copy as copy, i.conclusion as number
    from taskforce.inspection i join taskforce.inspection_decision d using (inspection_id) order by inspection_id`.execute(
    owner,
  )
  assert.deepEqual(rows, [
    { subject: 11, copy: 0, number: '1/KL' },
    { subject: 12, copy: 1, number: '1/KL' },
    { subject: 13, copy: 0, number: '3/KL' },
  ])
})

test('an upgrade makes one decision of what was decided under one number and day, and keeps numbers that were used again', async (t) => {
  const { url, owner } = await databaseBefore(t, '0113')
  await owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await A_FORCE.execute(trx)
    // Two bodies under one number and day; the number again on another day, spelt otherwise; and in another year.
    await sql`
      insert into taskforce.inspection (inspection_id, task_force_id, subject_id, agency_id, title, form, from_on, to_on, state, decision,
        decided_on, decision_no, created_by, changed_at, changed_by)
      overriding system value
      select n, 1, 10 + n, 20, 'Kiểm tra (MẪU)', 'onSite', '2021-03-01', '2021-03-02', 'announced', number, day::date, 1, 'thử', now(), 'thử'
      from (values (1, '7/QĐ', '2021-03-01'), (2, '7/QĐ', '2021-03-01'), (3, '07/QĐ', '2021-03-02'), (4, '7/QĐ', '2022-03-01'))
        as k(n, number, day)`.execute(trx)
    await sql`
      insert into taskforce.inspection_decision (inspection_id, decision_no, decision, decided_on, subject_id, recorded_at, recorded_by)
      select inspection_id, 1, decision, decided_on, subject_id, now(), 'thử' from taskforce.inspection`.execute(trx)
  })
  await migrate(url)
  const { rows } = await sql<{ number: string; copy: number; bodies: number[] }>`
    select k.number, k.number_copy as copy, array_agg(d.subject_id order by d.subject_id)::integer[] as bodies
    from taskforce.decision k join taskforce.inspection_decision d using (decision_id)
    group by k.decision_id, k.number, k.number_copy order by min(d.inspection_id)`.execute(owner)
  assert.deepEqual(rows, [
    { number: '7/QĐ', copy: 0, bodies: [11, 12] },
    { number: '07/QĐ', copy: 1, bodies: [13] },
    { number: '7/QĐ', copy: 0, bodies: [14] },
  ])
})
