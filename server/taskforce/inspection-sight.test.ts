import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf } from '../notifications/notifications.fixture.ts'
import type { Reached } from '../platform/live/channel.ts'
import { aTask } from '../tasks/task.fixture.ts'
import type { Visitor } from '../test/app.ts'
import { taskforceAudiences } from './audiences.ts'
import type { TaskTrace } from './inspection-shapes.ts'
import {
  A_CAUSE,
  A_FINDING,
  base,
  codeOf,
  decided,
  fieldOf,
  forceWorld,
  held,
  inspectionOf,
  type World,
} from './taskforce.fixture.ts'

const versionOf = async (world: World, id: number) => (await inspectionOf(world, world.keeper, id)).version
const find = async ({ ok, keeper }: World, id: number, change: object = {}) =>
  (
    await ok<{ id: number }>(keeper, 'POST', `${base}/inspections/${id}/findings`, {
      ...A_FINDING,
      ...A_CAUSE,
      ...change,
    })
  ).id
const send = async (world: World, id: number, answerBy: string) =>
  world.ok(world.keeper, 'POST', `${base}/inspections/${id}/send-findings`, { answerBy }, await versionOf(world, id))
const conclude = async (world: World, id: number, conclusion: string) => {
  const body = { conclusion, on: '2021-03-01', words: 'Kết luận' }
  await world.ok(world.head, 'POST', `${base}/inspections/${id}/conclude`, body, await versionOf(world, id))
}

test('a body that answers for a part of a conclusion is its recipient: told of it, and opens that paper alone', async (t) => {
  const world = await forceWorld(t)
  const { keeper, officer, stranger } = world
  const [task = 0] = await world.give(aTask('II.1', world.agencies.finance, '2021-02-15'))
  const id = await decided(world, [task])
  await held(world, id)
  const finding = await find(world, id, { responsibleId: stranger.actor.agencyId })
  await send(world, id, '2021-03-09')
  const kinds = async (who: Visitor) => (await inspectionOf(world, who, id)).papers.map(({ kind }) => kind)
  assert.deepEqual(await kinds(stranger), [], 'nothing is concluded yet')
  await world.ok(stranger, 'POST', `${base}/findings/${finding}/answer`, { words: 'Đã rõ', agrees: true }, 2)
  await conclude(world, id, '20/KL-MẪU')
  assert.deepEqual(await kinds(keeper), ['decision', 'minutes', 'conclusion'])
  assert.deepEqual([await kinds(officer), await kinds(stranger)], [await kinds(keeper), ['conclusion']])
  const home = await world.as('officer', { agency: 'bo-noi-vu', name: 'Cán Bộ Thứ Ba' })
  for (const { id: paper, kind } of (await inspectionOf(world, keeper, id)).papers) {
    for (const format of ['pdf', 'docx']) {
      const path = `${base}/inspections/${id}/papers/${paper}?format=${format}`
      const opened = await stranger.send('GET', path)
      if (kind === 'conclusion') assert.equal(opened.status, 200)
      else assert.deepEqual(codeOf(opened), [404, 'inspection_paper.not_found'])
      assert.deepEqual(codeOf(await home.send('GET', path)), [404, 'inspection.not_found'])
    }
  }
  const told = (await linesOf(stranger)).filter(({ event }) => event === 'inspection.concluded')
  assert.equal(told.length, 1)
})

test('the earlier finding that one repeats is named to those alone who may open it', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, stranger } = world
  const health = stranger.actor.agencyId
  const [task = 0] = await world.give(aTask('II.1', world.agencies.finance, '2021-02-15'))
  // It was of another body alone: the agency inspected now may not open it.
  const [theirs = 0] = await world.give(aTask('II.2', health, '2021-02-15'))
  const earlier = await decided(world, [theirs], { decision: '181/QĐ-MẪU', agencyId: health })
  await held(world, earlier, stranger)
  const first = await find(world, earlier, { responsibleId: health })
  await send(world, earlier, '2021-03-09')
  await ok(stranger, 'POST', `${base}/findings/${first}/answer`, { words: 'Đã rõ', agrees: true }, 2)
  await conclude(world, earlier, '11/KL-MẪU')
  assert.deepEqual(codeOf(await officer.send('GET', `${base}/inspections/${earlier}`)), [404, 'inspection.not_found'])

  const delegate = await world.as('officer', { agency: 'bo-noi-vu', name: 'Người Đi Cùng' })
  const later = await decided(world, [task], { delegate })
  await held(world, later)
  const url = `${base}/inspections/${later}/findings`
  const guessed = await delegate.send('POST', url, {
    body: { ...A_FINDING, responsibleId: health, repeatsId: first },
  })
  assert.deepEqual([...codeOf(guessed), fieldOf(guessed)], [400, 'finding.repeats_unknown', 'repeatsId'])
  const second = await find(world, later, { responsibleId: health, repeatsId: first })
  // Whoever works on the draft keeps what it repeats.
  const corrected = { ...A_FINDING, ...A_CAUSE, responsibleId: health, repeatsId: first, fact: 'Vẫn chậm' }
  await ok(delegate, 'PATCH', `${base}/findings/${second}`, corrected, 1)
  await send(world, later, '2021-03-09')
  const named = async (who: Visitor) =>
    (await inspectionOf(world, who, later)).findingList.map(({ id, repeats }) => [id, repeats?.id])
  assert.deepEqual(await named(officer), [[second, undefined]])
  for (const who of [keeper, stranger, delegate]) assert.deepEqual(await named(who), [[second, first]])
})

test('what was seen of a task is read once its own inspection has told it; of another body’s inspection nothing but the findings', async (t) => {
  const world = await forceWorld(t)
  const { ok, head, keeper, officer, stranger } = world
  const [task = 0] = await world.give(aTask('II.1', world.agencies.finance, '2021-02-15'))
  const delegate = await world.as('officer', { agency: 'bo-tai-chinh', name: 'Người Đi Cùng' })
  const hidden = await decided(world, [task], { form: 'unannounced', delegate, decision: '190/QĐ-MẪU' })
  const told = await decided(world, [task], { decision: '191/QĐ-MẪU' })
  const without = await decided(world, [task], { decision: '192/QĐ-MẪU' })
  for (const [who, inspectionId, words] of [
    [delegate, hidden, 'Của đoàn đột xuất'],
    [keeper, told, 'Của cuộc có phát hiện'],
    [keeper, without, 'Của cuộc không phát hiện'],
  ] as const) {
    const mark = { seen: 'onSpot', isTrue: false, words, on: '2021-03-01', inspectionId }
    await ok(who, 'POST', `${base}/tasks/${task}/marks`, mark)
  }
  const logged = async (who: Visitor) =>
    (
      await ok<{ entries: { event: string; happenedOn: string; detail: unknown }[] }>(
        who,
        'GET',
        `/api/tasks/${task}/history`,
      )
    ).entries
      .filter(({ event }) => event === 'task.seen')
      .map(({ happenedOn, detail }) => [happenedOn, (detail as { body: string }).body])
  assert.deepEqual(await logged(officer), [], 'the log of a task tells no more than its marks')
  const feed = await ok<{ changes: { event: string }[] }>(officer, 'GET', '/api/tasks/changes')
  assert.ok(feed.changes.every(({ event }) => event !== 'task.seen'))
  await held(world, told)
  await held(world, without)
  const read = async (who: Visitor, id: number) =>
    (await inspectionOf(world, who, id)).scope[0]!.marks.map(({ words }) => words)
  const traced = async (who: Visitor) =>
    (await ok<TaskTrace>(who, 'GET', `${base}/tasks/${task}`)).marks.map(({ words }) => words)
  assert.deepEqual([await read(officer, told), await traced(officer)], [[], []])
  await find(world, told, { responsibleId: stranger.actor.agencyId })
  await send(world, told, '2021-03-09')
  assert.deepEqual(await read(officer, told), ['Của cuộc có phát hiện'])
  assert.deepEqual(await logged(officer), [['2021-03-01', 'Của cuộc có phát hiện']])
  // Concluded without a finding, the paper prints its marks: the page has them too.
  await conclude(world, without, '12/KL-MẪU')
  const both = ['Của cuộc có phát hiện', 'Của cuộc không phát hiện']
  assert.deepEqual([await read(officer, without), await traced(officer)], [both, both])
  assert.deepEqual(await read(keeper, told), ['Của đoàn đột xuất', ...both])
  assert.deepEqual(await read(delegate, hidden), ['Của đoàn đột xuất', ...both])

  const part = await inspectionOf(world, stranger, told)
  assert.deepEqual(
    [part.isWhole, part.decision, part.findingList[0]!.answerBy, part.findingList[0]!.may],
    [false, '191/QĐ-MẪU', '2021-03-09', ['answer']],
  )
  const { explainBy, answerBy, requestedOn, createdBy, delegation, scope, papers } = part
  assert.deepEqual(
    { explainBy, answerBy, requestedOn, createdBy, delegation, scope, papers },
    { explainBy: null, answerBy: null, requestedOn: null, createdBy: null, delegation: [], scope: [], papers: [] },
  )
  // Sent a second time, it is not told again; what is seen from now on is told at once.
  await find(world, told, { responsibleId: stranger.actor.agencyId, fact: 'Việc khác' })
  await send(world, told, '2021-03-09')
  const more = { seen: 'onPaper', isTrue: true, words: 'Xem thêm', on: '2021-03-01', inspectionId: told }
  await ok(keeper, 'POST', `${base}/tasks/${task}/marks`, more)
  assert.deepEqual(
    (await logged(officer)).map(([, body]) => body),
    [...both, 'Xem thêm'],
  )
  await ok(head, 'POST', `${base}/inspections/${told}/stop`, { reason: 'Đổi kế hoạch' }, await versionOf(world, told))
  assert.equal((await inspectionOf(world, stranger, told)).reason, null)
})

test('a body responsible is told of its own findings by their own day, and that the inspection was stopped', async (t) => {
  const world = await forceWorld(t)
  const { ok, head, keeper, officer, stranger, db } = world
  const health = stranger.actor.agencyId
  const [task = 0] = await world.give(aTask('II.1', world.agencies.finance, '2021-02-15'))
  const id = await decided(world, [task])
  await held(world, id)
  const linesFor = async (who: Visitor, event: string) =>
    (await linesOf(who)).filter((line) => line.event === event).flatMap(({ rows }) => rows.map(({ note }) => note))
  await find(world, id, { responsibleId: health })
  await send(world, id, '2021-03-05')
  await find(world, id)
  const dropped = await find(world, id, { responsibleId: world.agencies.home, fact: 'Nhầm' })
  await ok(keeper, 'POST', `${base}/findings/${dropped}/drop`, { reason: 'Nhầm' }, 1)
  await send(world, id, '2021-03-09')
  // A third sending of that day with the last day of the second: whoever has nothing in it is not told again.
  await find(world, id, { responsibleId: health, fact: 'Việc khác' })
  await send(world, id, '2021-03-09')
  const day = (on: string) => `Cho ý kiến trước hết ngày ${on}`
  assert.deepEqual(await linesFor(stranger, 'inspection.findingsSent'), [day('09/03/2021'), day('05/03/2021')])
  assert.deepEqual(
    await linesFor(officer, 'inspection.findingsSent'),
    [day('09/03/2021')],
    'the first were not its own',
  )

  const reached = async (kind: 'inspection' | 'finding', of: number) => {
    const audience = taskforceAudiences[kind]!
    assert.ok(typeof audience === 'function')
    return [...new Set(((await audience(db, [of], '2021-03-01')).get(of) as Reached).agencies)].sort()
  }
  assert.deepEqual(await reached('inspection', id), [world.agencies.finance, health].sort())
  assert.deepEqual(await reached('finding', dropped), [])
  await ok(head, 'POST', `${base}/inspections/${id}/stop`, { reason: 'Đổi kế hoạch' }, await versionOf(world, id))
  assert.deepEqual(await linesFor(stranger, 'inspection.stopped'), [null])
  assert.deepEqual(await linesFor(officer, 'inspection.stopped'), ['Đổi kế hoạch'])
  const home = await world.as('officer', { agency: 'bo-noi-vu', name: 'Cán Bộ Thứ Ba' })
  assert.deepEqual(await linesOf(home), [])
})
