import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import {
  A_TARGET,
  aDeadline,
  agenciesOf,
  aSource,
  aTask,
  aUnit,
  FINANCE,
  given,
  PLANNING,
} from '../tasks/task.fixture.ts'
import { freshApp, type Visitor } from '../test/app.ts'
import { showQueue } from './queue.ts'
import type { Desk, Queue, QueueChanges } from './shapes.ts'

async function world(t: TestContext) {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const officer = await app.as('officer', { agency: FINANCE, name: 'Lê Tài Chính' })
  const steer = await app.as('followUp', { name: 'Trần Theo Dõi' })
  const give = (ref: string, dueOn: string | null, change = {}) =>
    given(app, aSource(agencies), aTask(ref, agencies.finance, dueOn, change))
  /** Does one act on the current version of the task. */
  const act = async (who: Visitor, id: number, path: string, body: object = {}) => {
    const { version } = (await who.send('GET', `/api/tasks/${id}`)).body as { version: number }
    const answer = await who.send('POST', `/api/tasks/${id}/${path}`, { body, ifMatch: version })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }
  return { ...app, agencies, officer, steer, give, act }
}

async function desk(who: Visitor, query = ''): Promise<Desk> {
  const answer = await who.send('GET', `/api/desk${query}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
async function queue(who: Visitor, query = ''): Promise<Queue> {
  const answer = await who.send('GET', `/api/queue${query}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
const rowsByGroup = ({ groups }: Desk | Queue) =>
  Object.fromEntries(
    groups
      .filter(({ count }) => count > 0)
      .map(({ name, rows }) => [name, rows.map(({ taskId, reason }) => `${taskId} ${reason}`)]),
  )

test('the desk shows what the user’s agencies have to do, most urgent first', async (t) => {
  const { officer, steer, give, act, as, clock } = await world(t)
  clock.set('2021-01-13')
  const later = await give('1', '2021-06-30')
  const sooner = await give('2', '2021-05-31')
  const overdue = await give('3', '2021-02-20')
  const soon = await give('4', '2021-03-05')
  const refused = await give('5', '2021-09-30')
  const extending = await give('6', '2021-10-31')
  for (const id of [overdue, soon, refused, extending]) await act(officer, id, 'receive')
  clock.set('2021-02-25')
  for (const id of [soon, extending]) await act(officer, id, 'progress', { percent: 10, body: 'Đang làm' })
  await act(officer, refused, 'done', { completedOn: '2021-02-24', body: 'Xong' })
  await act(steer, refused, 'send-back', { reason: 'Thiếu phụ lục' })
  await act(officer, extending, 'requests/extension', { newDueOn: '2021-12-31', reason: 'Chờ luật' })
  clock.set('2021-02-28')

  const mine = await desk(officer)
  assert.deepEqual([mine.silentDays, mine.soonDays, mine.today], [15, 7, '2021-02-28'])
  assert.deepEqual(rowsByGroup(mine), {
    toReceive: [`${sooner} assigned`, `${later} assigned`],
    toReport: [`${overdue} silent`],
    sentBack: [`${refused} sentBack`],
    overdue: [`${overdue} overdue`],
    dueSoon: [`${soon} dueSoon`],
    awaitingDecision: [`${extending} extension`],
  })
  const row = (name: string) => mine.groups.find((group) => group.name === name)?.rows[0]
  assert.deepEqual([row('sentBack')?.words, row('sentBack')?.by], ['Thiếu phụ lục', 'Trần Theo Dõi'])
  assert.deepEqual([row('toReport')?.aboutOn, row('overdue')?.daysLate], ['2021-01-13', 8])
  assert.equal(row('awaitingDecision')?.detail, '2021-12-31')
  assert.ok(row('toReceive')?.may.includes('receive') && row('overdue')?.may.includes('report'))

  assert.deepEqual(
    rowsByGroup(await desk(officer, '?silentDays=60')).toReport,
    undefined,
    'the number of days is in the address',
  )
  assert.deepEqual(rowsByGroup(await desk(await as('officer', { agency: PLANNING }))), {})
  await act(officer, refused, 'progress', { percent: 90, body: 'Đã bổ sung phụ lục' })
  assert.equal(rowsByGroup(await desk(officer)).sentBack, undefined)
})

test('sub-tasks, contributions and periods are on the desk of the agency that owes them', async (t) => {
  const { officer, give, act, as, agencies, agency, clock, db } = await world(t)
  clock.set('2021-01-13')
  const id = await give('1', '2021-06-30', {
    parties: [
      { role: 'lead', agencyId: agencies.office, namedAs: 'Văn phòng Chính phủ', scope: null },
      { role: 'coordinating', agencyId: agencies.finance, namedAs: 'Bộ Tài chính', scope: null },
    ],
  })
  const recurring = await give('2', null, { deadlines: [aDeadline(null, { recurs: 'monthly' })] })
  await act(officer, recurring, 'receive')
  const lead = await as('officer', { name: 'Ngô Văn Phòng' })
  const unit = await as('officer', { agency: 'vpcp-cuc-kiem-soat-thu-tuc-hanh-chinh' })
  await act(lead, id, 'receive')
  const split = await lead.send('POST', `/api/tasks/${id}/subtasks`, {
    body: {
      agencyId: await agency('vpcp-cuc-kiem-soat-thu-tuc-hanh-chinh'),
      title: 'Rà soát thủ tục',
      content: 'Rà soát và đề xuất',
      dueOn: '2021-04-30',
    },
  })
  assert.equal(split.status, 201, JSON.stringify(split.body))
  const request = await lead.send('POST', `/api/tasks/${id}/contributions/request`, {
    body: { agencyId: agencies.finance, what: 'Ý kiến về kinh phí', dueOn: '2021-03-15' },
  })
  assert.ok(request.status < 300, JSON.stringify(request.body))
  await db
    .insertInto('tasks.period')
    .values({
      task_id: recurring,
      starts_on: '2020-12-15',
      ends_on: '2021-01-14',
      due_on: '2021-01-21',
      opened_at: '2021-01-13T00:00:00Z',
    })
    .execute()
  clock.set('2021-02-28')

  const unitDesk = await desk(unit)
  assert.deepEqual(rowsByGroup(unitDesk).units, [`${id} subtask`])
  assert.equal(unitDesk.groups.find(({ name }) => name === 'units')?.rows[0]?.words, 'Rà soát thủ tục')
  const finance = await desk(officer)
  assert.deepEqual(rowsByGroup(finance).contributions, [`${id} contribution`])
  assert.equal(finance.groups.find(({ name }) => name === 'contributions')?.rows[0]?.by, 'Ngô Văn Phòng')
  assert.ok(rowsByGroup(finance).toReport?.includes(`${recurring} period`))
})

test('the queue shows tasks that wait for a decision, are silent, contradict themselves or were returned', async (t) => {
  const { officer, steer, give, act, clock, agencies, as } = await world(t)
  clock.set('2021-01-13')
  const [proven, bare, back, quiet, returned, extending] = [
    await give('1', '2021-06-30', { targets: [A_TARGET] }),
    await give('2', '2021-06-30'),
    await give('3', '2021-06-30'),
    await give('4', '2021-06-30'),
    await give('5', '2021-06-30'),
    await give('6', '2021-06-30'),
  ]
  for (const id of [proven, bare, back, quiet]) await act(officer, id, 'receive')
  const { targets } = (await officer.send('GET', `/api/tasks/${proven}`)).body as { targets: { id: number }[] }
  clock.set('2021-02-26')
  await act(officer, proven, 'progress', {
    percent: 90,
    body: 'Gần xong',
    measurements: [{ targetId: targets[0]!.id, value: 42 }],
  })
  await act(officer, proven, 'done', { completedOn: '2021-02-26', body: 'Xong', productNumber: '15/TTr-MẪU' })
  await act(officer, bare, 'done', { completedOn: '2021-02-25', body: 'Xong' })
  await act(officer, back, 'progress', { percent: 60, body: 'Đã trình' })
  await act(officer, back, 'progress', { percent: 40, body: 'Phải làm lại' })
  await act(officer, returned, 'requests/return', { reason: 'Không thuộc thẩm quyền' })
  const { requests } = (await steer.send('GET', `/api/tasks/${returned}`)).body as { requests: { id: number }[] }
  await act(steer, returned, `requests/${requests[0]!.id}/decide`, { decision: 'granted' })
  await act(officer, extending, 'requests/extension', { newDueOn: '2021-09-30', reason: 'Chờ luật' })
  clock.set('2021-02-28')

  const all = await queue(steer)
  assert.deepEqual(rowsByGroup(all), {
    toConfirm: [`${bare} claim`, `${proven} claim`],
    toDecide: [`${extending} extension`],
    contradictions: [`${bare} claimWithoutProof`, `${proven} claimBelowTarget`, `${back} progressBack`],
    returned: [`${returned} returned`],
    silent: [`${quiet} silent`],
  })
  const found = all.groups.find(({ name }) => name === 'contradictions')!.rows
  assert.deepEqual(
    found.map(({ detail }) => detail),
    [null, '42 %', '60% → 40%'],
  )
  assert.equal(all.groups.find(({ name }) => name === 'toConfirm')?.rows[1]?.detail, '15/TTr-MẪU')
  assert.ok(all.groups.find(({ name }) => name === 'returned')?.rows[0]?.may.includes('transfer'))
  assert.deepEqual(rowsByGroup(await queue(steer, `?agencyId=${agencies.planning}`)), {})
  assert.deepEqual(Object.keys(rowsByGroup(await queue(steer, '?group=silent&silentDays=90'))), [])
  for (const who of [officer, await as('taskForce')]) {
    assert.equal((await who.send('GET', '/api/queue')).status, 403)
    assert.equal((await who.send('GET', '/api/queue/changes')).status, 403)
  }
})

test('for an actor who sees some agencies the queue has the tasks in which these have a sub-task', async (t) => {
  const { steer, give, act, agencies, ...app } = await world(t)
  const unit = await aUnit(app, 'tai-chinh-vu-1', agencies.finance)
  const [divided, whole] = [await give('1', '2021-06-30'), await give('2', '2021-06-30')]
  const fresh = await app.as('officer', { agency: FINANCE })
  for (const id of [divided, whole]) await act(fresh, id, 'receive')
  const body = { agencyId: unit, title: 'Việc', content: 'Dự thảo báo cáo', dueOn: '2021-05-31' }
  assert.equal((await fresh.send('POST', `/api/tasks/${divided}/subtasks`, { body })).status, 201)
  for (const id of [divided, whole]) await act(fresh, id, 'done', { completedOn: '2021-02-25', body: 'Xong' })
  const seesUnit = { ...steer.actor, seen: [unit], own: [unit] }
  const { groups } = await showQueue(app.db, seesUnit, {}, '2021-02-28')
  assert.deepEqual(rowsByGroup({ ...(await queue(steer)), groups }).toConfirm, [`${divided} claim`])
})

test('a single group is paged, and no row comes twice', async (t) => {
  const { officer, give } = await world(t)
  const ids: number[] = []
  for (let place = 1; place <= 7; place += 1) ids.push(await give(String(place), '2021-06-30'))
  const seen: number[] = []
  let cursor: string | null = ''
  do {
    const page: Desk = await desk(officer, `?group=toReceive&limit=3${cursor ? `&cursor=${cursor}` : ''}`)
    assert.equal(page.groups.length, 1)
    assert.equal(page.groups[0]?.count, 7)
    seen.push(...page.groups[0]!.rows.map(({ taskId }) => taskId))
    cursor = page.groups[0]!.nextCursor
  } while (cursor !== null)
  assert.deepEqual(seen, ids)
  const first = await desk(officer, '?group=toReceive&limit=3')
  const other = await officer.send('GET', `/api/desk?group=overdue&cursor=${first.groups[0]?.nextCursor}`)
  assert.equal(other.status, 400)
})

test('changes since yesterday to visible tasks are listed in order', async (t) => {
  const { officer, steer, give, act, clock, db } = await world(t)
  clock.set('2021-02-20')
  const id = await give('1', '2021-06-30')
  await act(officer, id, 'receive')
  clock.set('2021-02-27')
  await act(officer, id, 'progress', { percent: 30, body: 'Đã họp' })
  clock.set('2021-02-28')
  await act(officer, id, 'done', { completedOn: '2021-02-28', body: 'Xong' })
  const { from, rows, counts } = (await steer.send('GET', '/api/queue/changes')).body as QueueChanges
  assert.equal(from, '2021-02-27')
  assert.deepEqual(
    rows.map(({ event, actor, taskId, percent }) => [event, actor, taskId, percent]),
    [
      ['task.reportedDone', 'Lê Tài Chính', id, 100],
      ['task.progressReported', 'Lê Tài Chính', id, 30],
    ],
  )
  assert.deepEqual(
    counts.map(({ count }) => count),
    [1, 1],
  )
  const page = (await steer.send('GET', '/api/queue/changes?limit=1')).body as QueueChanges
  const next = (await steer.send('GET', `/api/queue/changes?limit=1&cursor=${page.nextCursor}`)).body as QueueChanges
  assert.deepEqual(
    [page.rows[0]?.event, next.rows[0]?.event, next.nextCursor],
    ['task.reportedDone', 'task.progressReported', null],
  )
  // A role that may decide but sees only its own agencies gets only their changes.
  await db
    .updateTable('registry.role')
    .set({ sees: 'own', rights: ['task.steer'] })
    .where('role', '=', 'followUp')
    .execute()
  assert.deepEqual(((await steer.send('GET', '/api/queue/changes')).body as QueueChanges).rows, [])
  assert.deepEqual(rowsByGroup(await queue(steer)), {})
})

test('administrators set the thresholds, on the version they saw', async (t) => {
  const { officer, as } = await world(t)
  const admin = await as('administrator')
  const body = { silentDays: 30, soonDays: 10 }
  assert.equal((await officer.send('PUT', '/api/thresholds', { body, ifMatch: 1 })).status, 403)
  assert.equal((await admin.send('PUT', '/api/thresholds', { body, ifMatch: 1 })).status, 200)
  assert.equal((await admin.send('PUT', '/api/thresholds', { body, ifMatch: 1 })).status, 409)
  assert.equal((await admin.send('PUT', '/api/thresholds', { body: { ...body, soonDays: 0 }, ifMatch: 2 })).status, 400)
  assert.deepEqual([(await desk(officer)).silentDays, (await desk(officer)).soonDays], [30, 10])
})
