import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { house } from '../house.ts'
import { linesOf } from '../notifications/notifications.fixture.ts'
import type { KnownActor } from '../platform/actor.ts'
import type { LandingRow } from '../platform/landing.ts'
import { aTask } from '../tasks/task.fixture.ts'
import type { Visitor } from '../test/app.ts'
import { changedOnce } from '../test/once.ts'
import type { Mine } from './force-shapes.ts'
import type { Recommendation, RecommendationList } from './recommendation-shapes.ts'
import { type Counted, type RecommendationState, standingOf } from './recommendation-state.ts'
import {
  A_FINDING,
  base,
  codeOf,
  concluded,
  decided,
  fieldOf,
  forceWorld,
  held,
  inspectionOf,
  type World,
} from './taskforce.fixture.ts'

const url = (id: number) => `${base}/recommendations/${id}`
const of = (world: World, who: Visitor, id: number) => world.ok<Recommendation>(who, 'GET', url(id))
const A_TASK = { title: 'Hoàn thành Đề án', dueOn: '2021-03-31', document: '20/TB-MẪU', givenOn: '2021-03-01' }
const anAnswer = { words: 'Bộ tiếp thu.', on: '2021-03-01' }

async function drafted(world: World, change: object = {}): Promise<number> {
  const { id } = await world.ok<{ id: number }>(world.keeper, 'POST', `${base}/recommendations`, {
    words: 'Đề nghị Bộ hoàn thành Đề án trước ngày 31/3/2021.',
    agencyId: world.agencies.finance,
    dueOn: '2021-03-31',
    theme: 'Thể chế',
    sourceKind: 'own',
    ...change,
  })
  return id
}
async function made(world: World, change: object = {}): Promise<number> {
  const id = await drafted(world, change)
  await world.ok(world.keeper, 'POST', `${url(id)}/make`, undefined, 1)
  return id
}

test('a recommendation is answered before it is to be done, also where that is within the days for an answer', async (t) => {
  const world = await forceWorld(t)
  for (const [dueOn, answerBy] of [
    ['2021-03-10', '2021-03-10'],
    ['2021-03-22', '2021-03-22'],
    ['2021-03-23', '2021-03-22'],
  ]) {
    const one = await of(world, world.officer, await made(world, { dueOn }))
    assert.deepEqual([one.dueOn, one.answerBy], [dueOn, answerBy])
  }
})

test('a recommendation is made, answered, carried out with proof and closed; its words never change', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, stranger } = world
  const id = await drafted(world)
  assert.deepEqual(codeOf(await officer.send('GET', url(id))), [404, 'recommendation.not_found'])
  await changedOnce(keeper, 'POST', `${url(id)}/make`, { ifMatch: 1 })
  const first = await of(world, officer, id)
  // Fifteen working days, over no holiday.
  assert.deepEqual([first.standing, first.answerBy, first.may], ['waiting', '2021-03-22', ['accept', 'decline']])
  assert.deepEqual(codeOf(await stranger.send('GET', url(id))), [404, 'recommendation.not_found'])
  assert.deepEqual(codeOf(await keeper.send('POST', `${url(id)}/accept`, { ifMatch: 2, body: anAnswer })), [
    403,
    'taskforce.not_your_agency',
  ])
  await ok(officer, 'POST', `${url(id)}/accept`, anAnswer, 2)
  const noProof = await officer.send('POST', `${url(id)}/claim`, { ifMatch: 3, body: anAnswer })
  assert.deepEqual([...codeOf(noProof), fieldOf(noProof)], [400, 'recommendation.proof_missing', 'document'])
  await ok(officer, 'POST', `${url(id)}/claim`, { ...anAnswer, document: '12/BTC-MẪU' }, 3)
  await ok(keeper, 'POST', `${url(id)}/refuse`, { words: 'Chưa có sản phẩm', on: '2021-03-01' }, 4)
  await ok(officer, 'POST', `${url(id)}/claim`, { ...anAnswer, document: '13/BTC-MẪU' }, 5)
  await ok(keeper, 'POST', `${url(id)}/close`, { words: 'Đề án đã trình, số 13/BTC-MẪU', on: '2021-03-01' }, 6)
  const end = await of(world, officer, id)
  assert.deepEqual(
    [end.state, end.standing, end.answers.map(({ kind }) => kind), end.closingWords, end.may],
    ['done', 'done', ['accept', 'claim', 'refuse', 'claim'], 'Đề án đã trình, số 13/BTC-MẪU', []],
  )
  await assert.rejects(
    sql`update taskforce.recommendation set words = 'Khác' where recommendation_id = ${id}`.execute(world.db),
    /never edited/,
  )
  assert.ok((await linesOf(officer)).some(({ event }) => event === 'recommendation.made'))
  assert.ok((await linesOf(keeper)).some(({ event }) => event === 'recommendation.claimed'))
})

test('given as a task: its state is read from the task, and it is never closed by hand', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies, act } = world
  const id = await made(world)
  const task = { ...A_TASK, leadAgencyId: agencies.finance }
  const late = await keeper.send('POST', `${url(id)}/issue`, { ifMatch: 2, body: { ...task, givenOn: '2021-03-02' } })
  assert.deepEqual([...codeOf(late), fieldOf(late)], [400, 'taskforce.in_future', 'givenOn'])
  const { taskId } = (await changedOnce(keeper, 'POST', `${url(id)}/issue`, { ifMatch: 2, body: task })).body as {
    taskId: number
  }
  const given = await of(world, officer, id)
  assert.deepEqual([given.state, given.standing, given.task!.id, given.may], ['accepted', 'open', taskId, []])
  for (const [name, body] of [
    ['withdraw', { reason: 'x' }],
    ['close', anAnswer],
  ] as const) {
    assert.deepEqual(codeOf(await keeper.send('POST', `${url(id)}/${name}`, { ifMatch: 3, body })), [
      409,
      'recommendation.is_task',
    ])
  }
  const { rows } = await sql<{ kind: string; id: number }>`
    select source_kind as kind, source_id as id from tasks.task where task_id = ${taskId}`.execute(world.db)
  assert.deepEqual(rows, [{ kind: 'recommendation', id }])
  await act(officer, taskId, 'receive', 1)
  await act(officer, taskId, 'done', 2, { completedOn: '2021-03-01', body: 'Đã trình.' })
  assert.equal((await of(world, keeper, id)).standing, 'open')
  await act(keeper, taskId, 'confirm', 3)
  assert.deepEqual((await of(world, keeper, id)).standing, 'done')
  const list = await ok<RecommendationList>(officer, 'GET', `${base}/recommendations?standing=done`)
  assert.deepEqual([list.rows.map((row) => row.id), list.mayAdd], [[id], false])
})

test('another wording replaces it and is named; a draft is withdrawn without a word to the agency', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies } = world
  const id = await made(world)
  await ok(officer, 'POST', `${url(id)}/decline`, { ...anAnswer, words: 'Không thuộc thẩm quyền' }, 2)
  const { id: next } = await ok<{ id: number }>(
    keeper,
    'POST',
    `${url(id)}/replace`,
    {
      words: 'Đề nghị Bộ trình Chính phủ.',
      agencyId: agencies.finance,
      dueOn: '2021-04-30',
      reason: 'Đúng thẩm quyền',
    },
    3,
  )
  const [old, now] = [await of(world, officer, id), await of(world, keeper, next)]
  assert.deepEqual([old.state, old.replacedById, now.replacesId, now.state], ['replaced', next, id, 'drafted'])
  await ok(keeper, 'POST', `${url(next)}/withdraw`, { reason: 'Nhập nhầm' }, 1)
  assert.ok(!(await linesOf(officer)).some(({ event }) => event === 'recommendation.withdrawn'))
  const bad = await keeper.send('POST', `${base}/recommendations`, {
    body: { words: 'x', agencyId: agencies.finance, dueOn: '2021-02-28', sourceKind: 'own' },
  })
  assert.deepEqual([...codeOf(bad), fieldOf(bad)], [400, 'recommendation.due_in_past', 'dueOn'])
  const noSource = await keeper.send('POST', `${base}/recommendations`, {
    body: { words: 'x', agencyId: agencies.finance, dueOn: '2021-04-30', sourceKind: 'finding' },
  })
  assert.deepEqual([...codeOf(noSource), fieldOf(noSource)], [400, 'recommendation.source', 'sourceId'])
  assert.deepEqual(
    codeOf(
      await officer.send('POST', `${base}/recommendations`, {
        body: { words: 'x', agencyId: agencies.finance, dueOn: '2021-04-30', sourceKind: 'own' },
      }),
    ),
    [403, 'taskforce.may_not_keep'],
  )
})

test('from a finding to the task and its proof, and back: not effective where the lack is found again', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies } = world
  const [task] = await world.give(aTask('II.1', agencies.finance, '2021-02-15'))
  const first = await decided(world, [task!])
  await held(world, first)
  const findingId = await concluded(world, first)
  const id = await made(world, { sourceKind: 'finding', sourceId: findingId })
  const one = await of(world, officer, id)
  assert.deepEqual(
    [one.source.kind, one.source.to, one.source.words],
    ['finding', `/to-cong-tac/kiem-tra/${first}`, 'Ba nhiệm vụ báo cáo hoàn thành nhưng chưa có sản phẩm'],
  )
  assert.deepEqual(
    (await inspectionOf(world, officer, first)).findingList[0]!.recommendations.map((row) => row.id),
    [id],
  )
  await ok(officer, 'POST', `${url(id)}/accept`, anAnswer, 2)
  await ok(officer, 'POST', `${url(id)}/claim`, { ...anAnswer, document: '1/BC' }, 3)
  await ok(keeper, 'POST', `${url(id)}/close`, anAnswer, 4)
  assert.equal((await of(world, officer, id)).isNotEffective, false)
  const second = await decided(world, [task!], { decision: '198/QĐ-MẪU' })
  await held(world, second)
  // A draft is known to nobody yet.
  await ok(keeper, 'POST', `${base}/inspections/${second}/findings`, { ...A_FINDING, repeatsId: findingId })
  assert.equal((await of(world, officer, id)).isNotEffective, false)
  const { findingList } = await inspectionOf(world, keeper, second)
  await ok(keeper, 'POST', `${base}/findings/${findingList[0]!.id}/drop`, { reason: 'Nhầm' }, 1)
  await concluded(world, second, { repeatsId: findingId })
  assert.equal((await of(world, officer, id)).isNotEffective, true)
})

test('where each is, in SQL as in the rule; the landing counts the rows that it opens', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies } = world
  const ids = [
    await drafted(world),
    await made(world),
    await made(world, { dueOn: '2021-03-05' }),
    await made(world),
    await made(world),
  ]
  await ok(officer, 'POST', `${url(ids[2]!)}/accept`, anAnswer, 2)
  await ok(officer, 'POST', `${url(ids[3]!)}/decline`, anAnswer, 2)
  await ok(keeper, 'POST', `${url(ids[4]!)}/withdraw`, { reason: 'x' }, 2)
  const issued = await made(world)
  const task = {
    title: 'Việc',
    dueOn: '2021-03-31',
    leadAgencyId: agencies.finance,
    document: '20/TB',
    givenOn: '2021-03-01',
  }
  await ok(keeper, 'POST', `${url(issued)}/issue`, task, 2)
  for (const today of ['2021-03-01', '2021-03-22', '2021-03-23', '2021-04-01']) {
    world.clock.set(today)
    const { rows } = await ok<RecommendationList>(keeper, 'GET', `${base}/recommendations`)
    assert.equal(rows.length, 6)
    for (const row of rows) {
      const counted: Counted = {
        state: row.state as RecommendationState,
        task_id: row.task?.id ?? null,
        due_on: row.dueOn,
        answer_by: row.answerBy,
        closed_on: null,
        task: row.task && { state: row.task.state, due_on: row.task.dueOn, completed_on: row.task.completedOn },
      }
      assert.equal(row.standing, standingOf(counted, today), `${row.id} on ${today}`)
      const same = await ok<RecommendationList>(keeper, 'GET', `${base}/recommendations?standing=${row.standing}`)
      assert.ok(same.rows.some(({ id }) => id === row.id))
    }
    for (const who of [officer, keeper]) {
      const landing = (await ok<{ rows: LandingRow[] }>(who, 'GET', '/api/landing')).rows
      for (const line of landing.filter(({ name, to }) => name.startsWith('taskforce.') && to.includes('standing='))) {
        const standing = new URL(line.to, 'http://x').searchParams.get('standing')
        const { rows: opened } = await ok<RecommendationList>(
          who,
          'GET',
          `${base}/recommendations?standing=${standing}`,
        )
        assert.equal(opened.length, line.count, `${line.name} on ${today}`)
      }
    }
  }
})

test('figures for reports count what was made, accepted, waits, was held and is open, as of a day', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies } = world
  const [task] = await world.give(aTask('II.1', agencies.finance, '2021-02-15'))
  const id = await decided(world, [task!])
  await held(world, id)
  await concluded(world, id)
  await made(world)
  const other = await made(world)
  world.clock.set('2021-03-10')
  await ok(officer, 'POST', `${url(other)}/accept`, { ...anAnswer, on: '2021-03-10' }, 2)
  world.clock.set('2021-03-31')
  const figure = async (name: string, asOf: string, knownOn: string | null = null) => {
    const ask = { actor: keeper.actor as KnownActor, from: '2021-03-01', asOf, knownOn, today: '2021-03-31' }
    const { value, printed, rows } = await house.figures.get(`taskforce.${name}`)!.compute(world.db, ask)
    assert.equal(String(value), printed)
    // Its address opens exactly the rows it counts, whatever happened since.
    const address = new URL(rows!, 'http://localhost')
    const tab = address.searchParams.get('tab')!
    address.searchParams.delete('tab')
    const opened = await ok<{ rows: unknown[] }>(keeper, 'GET', `${base}/${tab}${address.search}`)
    assert.equal(opened.rows.length, value, `${name} on ${asOf}`)
    return value
  }
  assert.deepEqual(
    await Promise.all(
      ['recommendationsMade', 'accepted', 'unanswered', 'waiting', 'inspectionsHeld', 'findingsOpen'].map((name) =>
        figure(name, '2021-03-31'),
      ),
    ),
    [2, 1, 1, 1, 1, 1],
  )
  // On the 9th nothing was accepted yet, nor late: both wait for an answer within their term; and as known then, it is the same.
  assert.deepEqual(
    await Promise.all(['accepted', 'unanswered', 'waiting'].map((name) => figure(name, '2021-03-09'))),
    [0, 2, 0],
  )
  assert.equal(await figure('accepted', '2021-03-31', '2021-03-09'), 0)

  // Of a period from before the first the room knows of, a report says when the data begin; of a later one it says nothing.
  const truncated = async (from: string, asOf: string) => {
    const ask = { actor: keeper.actor as KnownActor, from, asOf, knownOn: null, today: '2021-04-01' }
    return (await house.figures.get('taskforce.inspectionsHeld')!.compute(world.db, ask)).truncated
  }
  assert.equal(
    await truncated('2020-02-01', '2020-02-29'),
    'Số liệu của Tổ công tác từ ngày 01/02/2020 đến ngày 29/02/2020: dữ liệu chỉ có từ ngày 01/03/2021.',
  )
  assert.match((await truncated('2020-12-01', '2021-03-31'))!, /chỉ có từ ngày 01\/03\/2021/)
  assert.equal(await truncated('2021-03-01', '2021-03-31'), undefined)
})

test('what is not done of an agency, on the page of a member: as many as the lists open, and only as of today', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies } = world
  const member = await world.as('taskForce', { name: 'Thành Viên Mẫu', follows: ['bo-tai-chinh'] })
  await drafted(world)
  await made(world)
  const taken = await made(world)
  await ok(officer, 'POST', `${url(taken)}/accept`, anAnswer, 2)
  const given = await made(world)
  await ok(keeper, 'POST', `${url(given)}/issue`, { ...A_TASK, leadAgencyId: agencies.finance }, 2)
  const withdrawn = await made(world)
  await ok(keeper, 'POST', `${url(withdrawn)}/withdraw`, { reason: 'Không còn cần thiết' }, 2)
  const [task = 0] = await world.give(aTask('II.1', agencies.finance, '2021-02-15'))
  const over = await decided(world, [task])
  await held(world, over)
  await concluded(world, over)
  await decided(world, [task], { decision: '199/QĐ-MẪU' })
  const counted = async (query = '') => {
    const { agencies: rows } = await ok<Mine>(member, 'GET', `${base}/mine${query}`)
    const { recommendationsOpen, findingsOpen, inspections } = rows.find(({ id }) => id === agencies.finance)!
    return [recommendationsOpen, findingsOpen, inspections]
  }
  const listed = async (list: string) =>
    (await ok<{ rows: unknown[] }>(member, 'GET', `${base}/${list}?isOpen=true&agencyId=${agencies.finance}`)).rows
      .length
  assert.deepEqual(await counted(), [3, 1, 1])
  assert.deepEqual([await listed('recommendations'), await listed('findings'), await listed('inspections')], [3, 1, 1])
  assert.deepEqual(await counted('?asOf=2021-02-28'), [null, null, null])
})
