import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { addJob } from '../platform/jobs.ts'
import { quietLog } from '../platform/log.ts'
import type { TestApp } from '../test/app.ts'
import { act, draftAt, editOf, look, makeReady, openDesk, SAMPLE, takeIn } from '../test/review-desk.ts'
import type { Accuracy } from './outcome-shapes.ts'
import { COMPARE_JOB, compareEarlier } from './outcomes.ts'

/** What was kept of a directive, without its numbers. */
async function outcomesOf(db: Db, id: number) {
  return db
    .selectFrom('directives.outcome')
    .select([
      'ref',
      'field',
      'verdict',
      'suggested',
      'confirmed',
      'agency_id as agencyId',
      'type',
      'confirmed_on as on',
    ])
    .select(['reader', 'confidence'])
    .where('directive_id', '=', id)
    .orderBy('outcome_id')
    .execute()
}

/** Whether the sums are those of the outcomes. */
async function assertSums(db: Db): Promise<void> {
  const { rows } = await sql<{ wrong: number; outcomes: number }>`
    with summed as (
      select date_trunc('month', confirmed_on)::date as month, type, reader, coalesce(model, '') as model, field, verdict,
        case when confidence is null then 'none' when confidence >= 0.9::real then 'high'
             when confidence >= 0.7::real then 'middle' else 'low' end as band, count(*) as outcomes
      from directives.outcome group by 1, 2, 3, 4, 5, 6, 7)
    select (select count(*) from directives.outcome) as outcomes,
           count(*) filter (where s.outcomes is distinct from c.outcomes) as wrong
    from summed s full join directives.outcome_count c using (month, type, reader, model, field, verdict, band)`.execute(
    db,
  )
  assert.equal(Number(rows[0]!.wrong), 0)
  assert.ok(Number(rows[0]!.outcomes) > 0)
}

async function confirmSample(
  desk: TestApp & Awaited<ReturnType<typeof openDesk>>,
  text: string | Buffer = SAMPLE,
): Promise<number> {
  const { id } = await takeIn(desk, text)
  const ready = await makeReady(desk, id)
  await act(desk.reviewer, ready, draftAt(ready, 'II.1.b'), '/drop')
  const draft = draftAt(ready, 'II.2.a')
  await act(desk.reviewer, ready, draft, '', { ...editOf(draft), targets: [] })
  const { version } = await look(desk.reviewer, id)
  const url = `/api/directives/${id}/confirm`
  const confirmed = await desk.reviewer.send('POST', url, { body: {}, ifMatch: version })
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body))
  // Confirmed again, as a lost answer makes a client do: nothing is counted twice.
  assert.equal((await desk.reviewer.send('POST', url, { body: {}, ifMatch: version })).status, 200)
  return id
}

test('a confirmation keeps what reviewers changed, and its sums', async (t) => {
  const desk = await openDesk(t)
  const { id: other } = await takeIn(
    desk,
    'Số: 5/QĐ-VPCP\nHà Nội, ngày 05 tháng 01 năm 2021\n\nQUYẾT ĐỊNH\nVề việc MẪU\n',
  )
  const id = await confirmSample(desk)
  const outcomes = await outcomesOf(desk.db, id)
  const wrong = outcomes.filter(({ verdict }) => verdict !== 'right')
  assert.deepEqual(
    wrong.map(({ ref, field, verdict }) => `${ref} ${field} ${verdict}`),
    ['II.1.b task dropped', 'II.2.a target dropped', 'II.2.b lead changed'],
  )
  const changed = wrong.at(-1)!
  assert.deepEqual(changed.suggested, { text: 'Trung tâm Sao Mai' })
  assert.deepEqual(changed.confirmed, { text: 'Vụ Tổng hợp', name: 'Trung tâm Sao Mai' })
  assert.equal(changed.agencyId, await desk.agency('vpcp-vu-tong-hop'))
  assert.deepEqual([changed.type, changed.on, changed.reader], ['Quyết định', '2021-02-28', 'rules'])
  assert.ok(changed.confidence! > 0)
  await assertSums(desk.db)
  // A document under review has none.
  assert.deepEqual(await outcomesOf(desk.db, other), [])
})

test('directives confirmed before outcomes were kept are compared once by a job', async (t) => {
  const desk = await openDesk(t)
  const id = await confirmSample(desk)
  const kept = await outcomesOf(desk.db, id)
  await sql`delete from directives.outcome`.execute(desk.db)
  await sql`delete from directives.outcome_count`.execute(desk.db)
  await sql`update directives.directive set compared_at = null`.execute(desk.db)
  for (const _ of [1, 2]) await desk.db.transaction().execute((trx) => addJob(trx, COMPARE_JOB, {}))
  await desk.drain()
  assert.deepEqual(await outcomesOf(desk.db, id), kept)
  await assertSums(desk.db)
})

test('a directive that cannot be compared does not hold up those after it', async (t) => {
  const desk = await openDesk(t)
  const broken = await confirmSample(desk)
  const second = await confirmSample(desk, String(SAMPLE).replace('901/', '902/'))
  const kept = await outcomesOf(desk.db, second)
  await sql`delete from directives.outcome`.execute(desk.db)
  await sql`delete from directives.outcome_count`.execute(desk.db)
  await sql`update directives.directive set compared_at = null`.execute(desk.db)
  await sql`update directives.reading set extraction = '{}' where directive_id = ${broken}`.execute(desk.db)
  await compareEarlier({ db: desk.db, log: quietLog })
  assert.deepEqual(await outcomesOf(desk.db, second), kept)
  assert.deepEqual(await outcomesOf(desk.db, broken), [])
  await assertSums(desk.db)
  const admin = await desk.as('administrator')
  const { body } = await admin.send('GET', '/api/directives/accuracy')
  assert.equal((body as Accuracy).waiting, 1)
})
