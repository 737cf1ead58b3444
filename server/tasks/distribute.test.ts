import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '../platform/actor.ts'
import { historyOf } from '../platform/audit.ts'
import { freshApp } from '../test/app.ts'
import { assignAll } from './assign.ts'
import type { Statistics } from './figure-shapes.ts'
import type { Task, TaskList, TaskMembers } from './shapes.ts'
import { aDeadline, agenciesOf, aSource, aTask, FINANCE, OFFICE } from './task.fixture.ts'

const GIVEN = '2021-01-12'

test('a task that was given to a phrase is given to each member from today; the past keeps the one', async (t) => {
  const app = await freshApp(t, { at: '2025-06-15' })
  const agencies = await agenciesOf(app)
  const task = {
    ...aTask('5', agencies.office, '2025-12-31', {
      deadlines: [aDeadline('2025-12-31'), aDeadline('2025-09-30', { isMilestone: true })],
    }),
    parties: [
      {
        role: 'lead' as const,
        agencyId: agencies.office,
        namedAs: 'Các bộ, cơ quan ngang bộ',
        scope: null,
        isCollective: true,
      },
      {
        role: 'coordinating' as const,
        agencyId: null,
        namedAs: 'Các tỉnh, thành phố',
        scope: null,
        isCollective: true,
      },
      { role: 'coordinating' as const, agencyId: agencies.finance, namedAs: 'Bộ Tài chính', scope: null },
    ],
  }
  // "5.1" is taken by another task of the document.
  const [id] = await app.db
    .transaction()
    .execute((trx) =>
      assignAll(
        trx,
        systemActor('thử'),
        aSource(agencies),
        [task, aTask('5.1', agencies.home, null)],
        Temporal.Instant.from('2021-01-12T05:00:00Z'),
      ),
    )
  const giver = await app.as('followUp')
  const get = async <T>(url: string) => {
    const { status, body } = await giver.send('GET', url)
    assert.equal(status, 200, `${url} ${JSON.stringify(body)}`)
    return body as T
  }
  const { phrases } = await get<TaskMembers>(`/api/tasks/${id}/members`)
  const [leads, provinces] = ['lead', 'coordinating'].map((role) => phrases.find((one) => one.role === role)!)
  // 22 of 12/01/2021 are 17 agencies by 15/6/2025; no one is named twice, and none that has ended.
  assert.equal(leads!.membersOn, GIVEN)
  assert.equal(new Set(leads!.agencies.map(({ id: one }) => one)).size, leads!.agencies.length)
  assert.ok(leads!.agencies.some(({ name }) => name === 'Bộ Tài chính'))
  assert.ok(!leads!.agencies.some(({ name }) => name === 'Bộ Kế hoạch và Đầu tư'), JSON.stringify(leads!.agencies))
  assert.equal(leads!.agencies.length, 17)
  assert.equal(provinces!.agencies.length, 63)

  const seen = await get<Task>(`/api/tasks/${id}`)
  assert.ok(seen.may.includes('distribute'))
  const act = (body: object, version = seen.version) =>
    giver.send('POST', `/api/tasks/${id}/distribute`, { body, ifMatch: version })
  const agencyIds = leads!.agencies.map(({ id: one }) => one)
  assert.equal((await act({ role: 'lead', agencyIds })).status, 400, 'a reason is required')
  const ended = await app.agency('bo-ke-hoach-va-dau-tu')
  const reason = 'Chỉ thị giao chung, nay giao từng cơ quan'
  const gone = await act({ role: 'lead', agencyIds: [ended, agencies.finance], reason })
  assert.deepEqual([gone.status, (gone.body as { fields: { path: string }[] }).fields[0]?.path], [400, 'agencyIds.0'])

  const parts = await act({
    role: 'coordinating',
    agencyIds: [...provinces!.agencies.slice(0, 3).map(({ id: one }) => one), agencies.finance],
    reason,
  })
  assert.equal(parts.status, 200, JSON.stringify(parts.body))
  const coordinated = await get<Task>(`/api/tasks/${id}`)
  assert.equal(coordinated.parties.filter(({ role, endedOn }) => role === 'coordinating' && endedOn === null).length, 4)
  assert.ok(
    coordinated.parties.some(({ namedAs, endedOn }) => namedAs === 'Các tỉnh, thành phố' && endedOn === '2025-06-15'),
  )
  assert.equal(
    (await act({ role: 'coordinating', agencyIds, reason }, coordinated.version)).status,
    409,
    'there is no phrase any more',
  )

  const done = await act({ role: 'lead', agencyIds, reason }, coordinated.version)
  assert.equal(done.status, 200, JSON.stringify(done.body))
  const whole = await get<Task>(`/api/tasks/${id}`)
  assert.deepEqual([whole.state, whole.distributedInto?.size, whole.collective, whole.may], ['cancelled', 17, null, []])
  const { rows, total } = await get<TaskList>(`/api/tasks?collectiveId=${whole.distributedInto?.id}&count=true`)
  assert.equal(total, 17)
  assert.ok(
    rows.every(
      ({ assignedOn, dueOn, state }) => assignedOn === GIVEN && dueOn === '2025-12-31' && state === 'assigned',
    ),
  )
  const one = await get<Task>(`/api/tasks/${rows[0]!.id}`)
  assert.equal(one.deadlines.length, 2)
  assert.match(one.sourceRef ?? '', /^5-\d+$/, 'the mark is another, because "5.1" is taken')
  const finance = await get<Task>(
    `/api/tasks/${rows.find(({ leadAgencyName }) => leadAgencyName === 'Bộ Tài chính')!.id}`,
  )
  assert.equal(finance.parties.filter(({ agencyId }) => agencyId === agencies.finance).length, 1)

  // Up to yesterday the one counts, as known then and as known now; from today each of the many does.
  const assigned = async (day: string, known = day) =>
    (await get<Statistics>(`/api/statistics?source=directive:1&asOf=${day}&knownOn=${known}`)).total.assigned
  assert.deepEqual(
    [await assigned('2025-06-14'), await assigned('2025-06-14', '2025-06-15'), await assigned('2025-06-15')],
    [2, 2, 18],
  )
  const log = (await historyOf(app.db, 'task', id!)).map(({ event }) => event)
  assert.deepEqual(log, ['task.assigned', 'task.coordinatingDistributed', 'task.distributed'])

  const officer = await app.as('officer', { agency: FINANCE })
  const mine = await officer.send('GET', `/api/tasks/${finance.id}`)
  assert.ok((mine.body as Task).may.includes('receive'))
  assert.ok(!(mine.body as Task).may.includes('distribute'))
  const office = await app.as('officer', { agency: OFFICE })
  const refused = await office.send('POST', `/api/tasks/${id}/distribute`, {
    body: { role: 'lead', agencyIds, reason },
    ifMatch: 1,
  })
  assert.equal(refused.status, 403)
})
