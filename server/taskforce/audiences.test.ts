import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reached } from '../platform/live/channel.ts'
import { aTask } from '../tasks/task.fixture.ts'
import { taskforceAudiences } from './audiences.ts'
import { A_FINDING, base, concluded, decided, forceWorld, held, inspectionOf } from './taskforce.fixture.ts'

test('open pages are told of what their people may see, and of nothing else', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, agencies, db } = world
  const member = await world.as('officer', { agency: 'bo-noi-vu', name: 'Thành Viên Đoàn' })
  const [task = 0] = await world.give(aTask('II.1', agencies.finance, '2021-02-10'))
  const reached = async (kind: string, id: number): Promise<Partial<Reached>> => {
    const audience = taskforceAudiences[kind]!
    assert.ok(typeof audience === 'function')
    const to = (await audience(db, [id], '2021-03-01')).get(id)
    return (to ?? {}) as Partial<Reached>
  }

  // A planned inspection and an unannounced one that has not begun are no agency's; the delegation knows of its own.
  const planned = await ok<{ id: number }>(keeper, 'POST', `${base}/inspections`, {
    taskForceId: world.forceId,
    agencyId: agencies.finance,
    title: 'Kiểm tra (MẪU)',
    form: 'onSite',
    fromOn: '2021-03-15',
    toOn: '2021-03-16',
  })
  assert.deepEqual(await reached('inspection', planned.id), {})
  const hidden = await decided(world, [task], { form: 'unannounced', delegate: member, decision: '7/QĐ-MẪU' })
  assert.deepEqual(await reached('inspection', hidden), { agencies: [], people: [member.actor.personId] })
  const open = await decided(world, [task], { delegate: member })
  assert.deepEqual(await reached('inspection', open), {
    agencies: [agencies.finance, agencies.finance],
    people: [member.actor.personId],
  })

  // A drafted finding is the delegation's; what was sent is the agency's too.
  await held(world, open)
  const { id: drafted } = await ok<{ id: number }>(keeper, 'POST', `${base}/inspections/${open}/findings`, A_FINDING)
  assert.deepEqual(await reached('finding', drafted), { agencies: [], people: [member.actor.personId] })
  await ok(keeper, 'POST', `${base}/findings/${drafted}/drop`, { reason: 'Nhầm' }, 1)
  const finding = await concluded(world, open)
  assert.ok((await reached('finding', finding)).agencies!.includes(agencies.finance))
  assert.equal((await inspectionOf(world, keeper, open)).state, 'concluded')

  const drawn = { words: 'Đề nghị', agencyId: agencies.finance, dueOn: '2021-06-30', sourceKind: 'own' }
  const { id: recommendation } = await ok<{ id: number }>(keeper, 'POST', `${base}/recommendations`, drawn)
  assert.deepEqual(await reached('recommendation', recommendation), {})
  await ok(keeper, 'POST', `${base}/recommendations/${recommendation}/make`, undefined, 1)
  assert.ok((await reached('recommendation', recommendation)).agencies!.includes(agencies.finance))

  const { id: fixed } = await ok<{ id: number }>(head, 'POST', `${base}/fixed-assessments`, {
    from: '2021-01-01',
    asOf: '2021-03-01',
  })
  assert.deepEqual((await reached('fixedAssessment', fixed)).agencies, [agencies.finance])
})

test('a member is told of the task force on the days on which they may open it, first and last included', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, db, forceId } = world
  const member = await world.as('officer', { agency: 'bo-noi-vu', name: 'Thành Viên Mẫu' })
  const { personId } = member.actor
  const { id } = await ok<{ id: number }>(keeper, 'POST', `${base}/task-forces/${forceId}/members`, {
    personId,
    fullName: 'Thành Viên Mẫu',
    office: 'Vụ trưởng',
    role: 'member',
    fromOn: '2021-03-10',
    act: '2/QĐ-MẪU',
  })
  await ok(keeper, 'POST', `${base}/members/${id}/end`, { toOn: '2021-03-20', act: '3/QĐ-MẪU' }, 1)
  const audience = taskforceAudiences.taskForce!
  assert.ok(typeof audience === 'function')
  for (const [day, isTold] of [
    ['2021-03-09', false],
    ['2021-03-10', true],
    ['2021-03-20', true],
    ['2021-03-21', false],
  ] as const) {
    const { people } = (await audience(db, [forceId], day)).get(forceId) as Reached
    assert.equal(people.includes(personId!), isTold, day)
    world.clock.set(day)
    const { status } = await member.send('GET', `${base}/task-forces/${forceId}`)
    assert.equal(status, isTold ? 200 : 404, day)
  }
})
