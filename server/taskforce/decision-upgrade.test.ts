import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { migrate } from '../platform/schema/migrate.ts'
import { databaseBefore } from '../test/database-before.ts'

test('an upgrade keeps conclusions that share a number as they were signed, and names the body of each decision', async (t) => {
  const { url, owner } = await databaseBefore(t, '0111')
  await owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
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
