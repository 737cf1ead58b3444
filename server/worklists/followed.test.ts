import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventsOf, toldWorld } from '../notifications/notifications.fixture.ts'
import type { Statistics, Trend } from '../tasks/figure-shapes.ts'
import { keepCounts } from '../tasks/figures.ts'
import type { TaskList } from '../tasks/shapes.ts'
import { aTask } from '../tasks/task.fixture.ts'
import type { Visitor } from '../test/app.ts'
import type { Queue } from './shapes.ts'

const MONDAY = '2021-03-01'

test('an officer who follows agencies starts with them, is the one told, and sees all with one parameter less', async (t) => {
  const world = await toldWorld(t)
  const { agencies, officer, giver, act } = world
  const health = await world.agency('bo-y-te')
  const doctor = await world.as('officer', { agency: 'bo-y-te' })
  const leader = await world.as('followUpLeader')
  const mine = await world.as('followUp', { name: 'Đỗ Thử Theo Dõi' })
  const id = mine.actor.personId!
  const get = async <T>(who: Visitor, url: string): Promise<T> => {
    const { status, body } = await who.send('GET', url)
    assert.equal(status, 200, `${url} ${JSON.stringify(body)}`)
    return body
  }
  const me = async (who: Visitor) => (await get<{ followerId: number | null }>(who, '/api/me')).followerId
  const set = (body: object, version: number, who = leader) =>
    who.send('PUT', `/api/people/${id}/followings`, { body, ifMatch: version })

  await t.test('a leader of the Office says whom, from a day to a day', async () => {
    assert.equal(await me(mine), null)
    const backwards = await set({ agencyIds: [agencies.finance], from: '2021-03-05', to: '2021-03-04' }, 1)
    assert.deepEqual([backwards.status, (backwards.body as { code: string }).code], [400, 'following.backwards'])
    assert.equal((await set({ agencyIds: [agencies.finance], from: MONDAY }, 1, giver)).status, 403)
    assert.equal((await set({ agencyIds: [agencies.finance, health], from: MONDAY, to: '2021-03-31' }, 1)).status, 200)
    assert.equal(await me(mine), id)
    // From tomorrow health is another officer's; finance goes on from the day it began.
    assert.equal((await set({ agencyIds: [agencies.finance], from: '2021-03-02', to: '2021-06-30' }, 2)).status, 200)
    const { followings } = await get<{ followings: { agencyName: string; from: string; to: string | null }[] }>(
      leader,
      `/api/people/${id}`,
    )
    assert.deepEqual(
      followings.map(({ agencyName, from, to }) => [agencyName, from, to]),
      [
        ['Bộ Tài chính', MONDAY, '2021-06-30'],
        ['Bộ Y tế', MONDAY, MONDAY],
      ],
    )
    world.clock.set('2021-03-02')
  })

  const [late, ofHealth] = (await world.give(
    aTask('II.1', agencies.finance, '2021-03-01'),
    aTask('II.2', health, '2021-03-01'),
  )) as [number, number]
  for (const [who, task] of [
    [officer, late],
    [doctor, ofHealth],
  ] as const) {
    const version = await act(who, task, 'receive', 1)
    await act(who, task, 'requests/extension', version, { newDueOn: '2021-12-31', reason: 'Chờ luật' })
  }

  await t.test('what is done on a followed task is told to who follows it; on any other to everyone', async () => {
    assert.deepEqual((await eventsOf(mine)).sort(), ['task.extensionRequested 2', 'task.received 2'])
    assert.deepEqual((await eventsOf(giver)).sort(), ['task.extensionRequested', 'task.received'])
  })

  await t.test('the landing page counts them, and every number opens as many rows', async () => {
    const { rows } = await get<{ rows: { name: string; to: string; count: number }[] }>(mine, '/api/landing')
    const toDecide = rows.find(({ name }) => name === 'queue.toDecide')!
    assert.deepEqual([toDecide.to, toDecide.count], [`/theo-doi?group=toDecide&followerId=${id}`, 1])
    const all = await get<{ rows: { name: string; count: number }[] }>(giver, '/api/landing')
    assert.equal(all.rows.find(({ name }) => name === 'queue.toDecide')!.count, 2)
    const listed = async (query: string) =>
      (await get<Queue>(mine, `/api/queue?group=toDecide${query}`)).groups[0]!.rows.map(({ taskId }) => taskId)
    assert.deepEqual(await listed(`&followerId=${id}`), [late])
    assert.deepEqual((await listed('')).sort(), [late, ofHealth].sort())
    const changes = await get<{ rows: { taskId: number }[] }>(mine, `/api/queue/changes?followerId=${id}`)
    assert.deepEqual([...new Set(changes.rows.map(({ taskId }) => taskId))], [late])
  })

  await t.test('figures, trend, list and the draft of the report take the same parameter', async () => {
    const figures = await get<Statistics>(mine, `/api/statistics?by=agency&followerId=${id}`)
    assert.deepEqual([figures.total.assigned, figures.rows.map(({ label }) => label)], [1, ['Bộ Tài chính']])
    // Answered from the kept counts as from the tasks.
    const before = [figures, await get(mine, `/api/statistics/trend?months=3&followerId=${id}`)]
    await keepCounts(world.db, '2021-03-01')
    const kept = await get<Statistics>(mine, `/api/statistics?by=agency&followerId=${id}`)
    assert.deepEqual([kept, await get(mine, `/api/statistics/trend?months=3&followerId=${id}`)], before)
    assert.equal((await get<Statistics>(mine, `/api/statistics?followerId=${id}`)).total.assigned, 1)
    assert.match(figures.link, new RegExp(`followerId=${id}`))
    assert.deepEqual(
      (await get<TaskList>(mine, figures.link)).rows.map((row) => row.id),
      [late],
    )
    const trend = await get<Trend>(mine, `/api/statistics/trend?months=2&followerId=${id}`)
    assert.equal(trend.months.at(-1)!.partition.assigned, 1)
    const report = await get<{
      headline: { assigned: number }
      footnote: string
      figures: { assigned: { rows: string } }
    }>(mine, `/api/reports/monthly?month=2021-03&followerId=${id}`)
    assert.equal(report.headline.assigned, 1)
    assert.match(report.footnote, /Chỉ gồm nhiệm vụ.*Đỗ Thử Theo Dõi/)
    assert.equal((await get<TaskList>(mine, report.figures.assigned.rows)).rows.length, 1)
    const drawn = await mine.send('POST', '/api/reports', { body: { month: '2021-03', followerId: id } })
    assert.equal(drawn.status, 400, 'what is signed is of all agencies')
  })

  await t.test('a deputy of the officer follows the same, and is told in their place', async () => {
    const deputy = await world.as('officer', { agency: 'van-phong-chinh-phu', name: 'Ngô Thử Làm Thay' })
    const { posts } = await get<{ posts: { postId: number }[] }>(mine, '/api/me/posts')
    const administrator = await world.as('administrator')
    const deputed = await administrator.send('POST', '/api/deputations', {
      body: {
        postId: posts[0]!.postId,
        deputyId: deputy.actor.personId,
        kind: 'absent',
        from: '2021-03-02',
        to: '2021-03-05',
      },
    })
    assert.equal(deputed.status, 201, JSON.stringify(deputed.body))
    const [another] = await world.give(aTask('II.3', agencies.finance, '2021-05-01'))
    await act(officer, another!, 'receive', 1)
    assert.deepEqual(
      (await eventsOf(deputy)).filter((event) => event.startsWith('task.')),
      ['task.received'],
    )
  })

  await t.test('after the last day nothing is followed, and everyone is told again', async () => {
    world.clock.set('2021-07-01')
    assert.equal(await me(mine), null)
    const { rows } = await get<{ rows: { name: string; to: string }[] }>(mine, '/api/landing')
    assert.ok(rows.some(({ to }) => to === '/theo-doi?group=toDecide'))
  })
})

test('a member of the Task Force lands on what the bodies they follow have to do', async (t) => {
  const world = await toldWorld(t)
  const { agencies } = world
  const member = await world.as('taskForce', { agency: 'bo-y-te', follows: ['bo-tai-chinh'] })
  const idle = await world.as('taskForce', { agency: 'bo-y-te', follows: [] })
  await world.give(
    aTask('II.1', agencies.finance, '2021-02-20'),
    aTask('II.2', agencies.finance, '2021-03-05'),
    aTask('II.3', await world.agency('bo-y-te'), '2021-02-20'),
  )
  const rows = async (who: Visitor) =>
    ((await who.send('GET', '/api/landing')).body as { rows: { name: string; to: string; count: number }[] }).rows
  const landing = await rows(member)
  assert.deepEqual(
    landing.map(({ name, count }) => [name, count]),
    [
      ['tasks.overdue', 1],
      ['tasks.dueSoon', 1],
    ],
  )
  for (const { to, count } of landing) {
    const { body } = await member.send('GET', `/api/tasks${to.slice('/nhiem-vu'.length)}&count=true`)
    assert.equal((body as TaskList).total, count, to)
  }
  assert.deepEqual(await rows(idle), [])
})
