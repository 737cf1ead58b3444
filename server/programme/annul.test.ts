import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSource, aTask, given } from '../tasks/task.fixture.ts'
import type { Visitor } from '../test/app.ts'
import { changedOnce } from '../test/once.ts'
import type { Ledger } from './ledger-shapes.ts'
import {
  act,
  added,
  changed,
  checked,
  codeOf,
  itemOf,
  listOf,
  ok,
  PDF,
  programmeWorld,
  submitted,
} from './programme.fixture.ts'
import type { CheckFile } from './shapes.ts'

const owedOn = async (who: Visitor, query: string): Promise<number> =>
  ok<Ledger>(await who.send('GET', `/api/programme/ledger?${query}`)).owed

test('who owes does not make the past clean: what the lead records counts from the day of the record', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer } = world
  const id = await added(world)
  world.clock.set('2021-04-20')
  assert.equal(await owedOn(keeper, 'asOf=2021-03-31'), 1)
  // Neither the number of the register nor the day received are the lead's to say, and it sends the paper.
  for (const claim of [{ registryNumber: 'bịa' }, { receivedOn: '2021-02-10' }])
    assert.deepEqual(codeOf(await submitted(officer, id, { sentOn: '2021-02-10', ...claim }, PDF)), [
      400,
      'programme.offices_to_say',
    ])
  ok(await submitted(officer, id, { number: '12/TTr-BTC', sentOn: '2021-02-10' }))
  const sent = await itemOf(officer, id)
  assert.deepEqual(
    [sent.submittedOn, sent.daysLate, sent.submissions[0]!.sentOn, sent.submissions[0]!.countsFrom],
    ['2021-04-20', 51, '2021-02-10', '2021-04-20'],
  )
  assert.deepEqual([await owedOn(keeper, 'asOf=2021-03-31'), await owedOn(keeper, 'asOf=2021-04-20')], [1, 0])
  // A number that is used already, in any spelling, submits no second entry.
  const other = await added(world, { name: 'Đề án hai (MẪU)' })
  assert.deepEqual(codeOf(await submitted(officer, other, { number: '12/ttr-btc', sentOn: '2021-04-20' })), [
    400,
    'programme.number_used',
  ])

  // The office has the paper in its register, received earlier: from then it counts, as known from now on.
  world.clock.set('2021-04-22')
  const check = (body: Partial<CheckFile>) => checked(keeper, id, body)
  assert.deepEqual(codeOf(await check({})), [400, 'programme.registry_needed'])
  assert.deepEqual(codeOf(await check({ registryNumber: '1300', receivedOn: '2021-02-09' })), [
    400,
    'programme.received_before_sent',
  ])
  // From the day of the record it counts anyhow: a later day would be dropped.
  assert.deepEqual(codeOf(await check({ registryNumber: '1300', receivedOn: '2021-04-21' })), [
    400,
    'programme.received_after_record',
  ])
  ok(await check({ registryNumber: '1300', receivedOn: '2021-03-05' }))
  const confirmed = await itemOf(officer, id)
  assert.deepEqual(
    [confirmed.submittedOn, confirmed.state, confirmed.submissions[0]!.registryNumber],
    ['2021-03-05', 'complete', '1300'],
  )
  assert.deepEqual(
    [
      await owedOn(keeper, 'asOf=2021-03-31&knownOn=2021-04-21'),
      await owedOn(keeper, 'asOf=2021-03-31'),
      await owedOn(keeper, 'asOf=2021-03-04'),
    ],
    // The second entry is owed on each of these days.
    [2, 1, 2],
  )
  assert.deepEqual(codeOf(await submitted(keeper, other, { sentOn: '2021-04-20', registryNumber: '1300' })), [
    400,
    'programme.registry_used',
  ])
  // What the office records counts from the day it received it.
  ok(await submitted(keeper, other, { sentOn: '2021-03-08', receivedOn: '2021-03-10' }))
  assert.equal((await itemOf(keeper, other)).submittedOn, '2021-03-10')
  assert.deepEqual(codeOf(await checked(keeper, other, { registryNumber: '1' })), [400, 'programme.registry_known'])
})

test('a submission that never was is annulled with its check, and the debt of its days is back; a returned one was', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer } = world
  const id = await added(world)
  world.clock.set('2021-03-05')
  ok(await submitted(officer, id, { number: '12/TTr-BTC', sentOn: '2021-03-05' }))
  world.clock.set('2021-03-09')
  ok(await checked(keeper, id, { outcome: 'returned', reasons: ['Không có trong sổ văn bản đến'] }))
  assert.equal(await owedOn(keeper, 'asOf=2021-03-07'), 0)
  assert.deepEqual(codeOf(await act(officer, id, 'annul', { reason: 'x' })), [403, 'programme.not_allowed'])
  assert.ok((await itemOf(keeper, id)).may.includes('annul'))
  world.clock.set('2021-03-12')
  const { version } = await itemOf(keeper, id)
  const body = { reason: 'Văn phòng không nhận được Tờ trình này' }
  await changedOnce(keeper, 'POST', `/api/programme/items/${id}/annul`, { ifMatch: version, body })
  const item = await itemOf(officer, id)
  assert.deepEqual([item.state, item.standing, item.submissions[0]!.isAnnulled], ['planned', 'owed', true])
  assert.deepEqual(
    item.annulments.map(({ what, words, reason }) => [what, words, reason]),
    [['submission', 'Trình theo Tờ trình số 12/TTr-BTC ngày 05/03/2021', body.reason]],
  )
  assert.deepEqual(
    [await owedOn(keeper, 'asOf=2021-03-07'), await owedOn(keeper, 'asOf=2021-03-07&knownOn=2021-03-11')],
    [1, 0],
  )
  assert.deepEqual(codeOf(await act(keeper, id, 'annul', body)), [409, 'programme.wrong_state'])
  // Its number is free again.
  ok(await submitted(keeper, id, { number: '12/TTr-BTC', sentOn: '2021-03-11' }))
  assert.equal((await itemOf(keeper, id)).submittedOn, '2021-03-11')
})

test('the task of an entry follows what was confirmed and annulled', async (t) => {
  const world = await programmeWorld(t, '2021-01-15')
  const { keeper, officer } = world
  const id = await added(world, { actOn: '2021-01-15' })
  const source = aSource(world.agencies)
  const taskId = await given(world, source, aTask('II.1', world.agencies.finance, '2021-02-28'))
  ok(await act(keeper, id, 'task', { taskId }))
  const taskOf = async (query = '') => {
    const { state, completedOn } = ok<{ state: string; completedOn: string | null }>(
      await keeper.send('GET', `/api/tasks/${taskId}${query}`),
    )
    return [state, completedOn]
  }
  world.clock.set('2021-03-03')
  ok(await submitted(officer, id, { sentOn: '2021-02-25' }))
  assert.deepEqual(await taskOf(), ['confirmed', '2021-03-03'])
  world.clock.set('2021-03-04')
  ok(await checked(keeper, id, { registryNumber: '1300', receivedOn: '2021-02-26' }))
  assert.deepEqual(await taskOf(), ['confirmed', '2021-02-26'])
  world.clock.set('2021-03-05')
  ok(await act(keeper, id, 'annul', { reason: 'Ghi nhầm đề án' }))
  assert.deepEqual(await taskOf(), ['inProgress', null])
  assert.deepEqual((await taskOf('?asOf=2021-03-01&knownOn=2021-12-31'))[1], null)
  ok(await submitted(keeper, id, { number: '77/TTr-BTC', sentOn: '2021-02-27' }))
  assert.deepEqual(await taskOf(), ['confirmed', '2021-02-27'])
})

/** An entry whose task is tied to it; `doneOn`: the task on days, as known now. */
async function tied(t: Parameters<typeof programmeWorld>[0]) {
  const world = await programmeWorld(t, '2021-01-15')
  const id = await added(world, { actOn: '2021-01-15' })
  const taskId = await given(world, aSource(world.agencies), aTask('II.1', world.agencies.finance, '2021-02-28'))
  ok(await act(world.keeper, id, 'task', { taskId }))
  const doneOn = async (...days: string[]) => {
    const found = []
    for (const day of days) {
      const answer = await world.keeper.send('GET', `/api/tasks/${taskId}?asOf=${day}&knownOn=2021-12-31`)
      found.push(ok<{ completedOn: string | null }>(answer).completedOn)
    }
    return found
  }
  return { ...world, id, doneOn }
}

test('what becomes of a second submission leaves the task done on the days of the first, which was returned', async (t) => {
  const world = await tied(t)
  const { keeper, officer, id, doneOn } = world
  world.clock.set('2021-03-10')
  ok(await submitted(officer, id, { number: '1/TTr-BTC', sentOn: '2021-03-10' }))
  world.clock.set('2021-03-15')
  ok(await checked(keeper, id, { outcome: 'returned', reasons: ['Thiếu dự thảo'] }))
  world.clock.set('2021-03-20')
  ok(await submitted(officer, id, { number: '2/TTr-BTC', sentOn: '2021-03-17' }))
  const days = ['2021-03-09', '2021-03-12', '2021-03-16', '2021-03-18', '2021-03-20'] as const
  world.clock.set('2021-03-22')
  assert.deepEqual(await doneOn(...days), [null, '2021-03-10', null, null, '2021-03-20'])
  ok(await checked(keeper, id, { registryNumber: '1300', receivedOn: '2021-03-18' }))
  assert.deepEqual(await doneOn(...days), [null, '2021-03-10', null, '2021-03-18', '2021-03-18'])
  ok(await act(keeper, id, 'annul', { reason: 'Ghi nhầm đề án' }))
  assert.deepEqual(await doneOn(...days), [null, '2021-03-10', null, null, null])
})

test('a submission that was returned and then annulled leaves its task done on no day', async (t) => {
  const world = await tied(t)
  const { keeper, officer, id, doneOn } = world
  world.clock.set('2021-03-05')
  ok(await submitted(officer, id, { sentOn: '2021-03-05' }))
  world.clock.set('2021-03-09')
  ok(await checked(keeper, id, { outcome: 'returned', reasons: ['Không có trong sổ văn bản đến'] }))
  assert.deepEqual(await doneOn('2021-03-05', '2021-03-08', '2021-03-09'), ['2021-03-05', '2021-03-05', null])
  world.clock.set('2021-03-12')
  ok(await act(keeper, id, 'annul', { reason: 'Văn phòng không nhận được Tờ trình này' }))
  assert.deepEqual(await doneOn('2021-03-05', '2021-03-08', '2021-03-09'), [null, null, null])
  ok(await submitted(keeper, id, { number: '77/TTr-BTC', sentOn: '2021-03-11' }))
  assert.deepEqual(await doneOn('2021-03-08', '2021-03-11'), [null, '2021-03-11'])
})

test('a request that a submission made fall away waits again once the submission is annulled', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer, leader } = world
  const id = await added(world)
  world.clock.set('2021-02-10')
  ok(await act(officer, id, 'changes', { kind: 'postpone', reason: 'Chờ Luật', newMonth: '2021-04' }))
  world.clock.set('2021-02-12')
  ok(await submitted(keeper, id, { sentOn: '2021-02-12' }))
  assert.equal((await itemOf(leader, id)).changes[0]!.state, 'withdrawn')
  world.clock.set('2021-02-15')
  ok(await act(keeper, id, 'annul', { reason: 'Ghi nhầm đề án' }))
  const [change] = (await itemOf(leader, id)).changes
  assert.deepEqual([change!.state, change!.askedOn, change!.decidedBy], ['asked', '2021-02-10', null])
  const waiting = async (query: string) => (await listOf(keeper, `?only=requested&asOf=2021-02-13${query}`)).total
  // What was known of the days between stays.
  assert.deepEqual([await waiting('&knownOn=2021-02-14'), await waiting('')], [0, 1])
  const granted = { decision: 'granted', decider: 'Phó Thủ tướng (MẪU)', actNumber: '88/VPCP-TH', actOn: '2021-02-15' }
  ok(await act(leader, id, `changes/${change!.id}/decide`, granted))
  assert.equal((await itemOf(leader, id)).dueOn, '2021-04-30')
})

test('a wrong issue, signing and stop are annulled, one after the other, and recorded anew', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, leader } = world
  const id = await added(world)
  world.clock.set('2021-02-20')
  ok(await submitted(keeper, id, { sentOn: '2021-02-20' }))
  ok(await checked(keeper, id))
  world.clock.set('2021-03-20')
  ok(await act(keeper, id, 'sign', { number: '20/2021/NĐ-CP', signedOn: '2021-03-15' }))
  ok(await act(keeper, id, 'issue', { issuedOn: '2021-03-16', effectOn: '2021-05-01' }))
  world.clock.set('2021-03-22')
  ok(await act(keeper, id, 'annul', { reason: 'Nhầm ngày ban hành' }))
  const signed = await itemOf(keeper, id)
  assert.deepEqual([signed.state, signed.text!.number, signed.text!.issuedOn], ['signed', '20/2021/NĐ-CP', null])
  ok(await act(keeper, id, 'issue', { issuedOn: '2021-03-18', effectOn: '2021-05-01' }))
  const issuedOn = async (query: string) => (await listOf(keeper, `?asOf=2021-03-22${query}`)).rows[0]!.issuedOn
  assert.deepEqual([await issuedOn(''), await issuedOn('&knownOn=2021-03-21')], ['2021-03-18', '2021-03-16'])
  world.clock.set('2021-03-23')
  ok(await act(keeper, id, 'annul', { reason: 'Nhầm văn bản' }))
  ok(await act(keeper, id, 'annul', { reason: 'Nhầm văn bản' }))
  const complete = await itemOf(keeper, id)
  assert.deepEqual([complete.state, complete.text, complete.submittedOn], ['complete', null, '2021-02-20'])
  ok(await act(keeper, id, 'sign', { number: '21/2021/NĐ-CP', signedOn: '2021-03-22' }))
  assert.equal((await itemOf(keeper, id)).text!.number, '21/2021/NĐ-CP')
  assert.deepEqual(
    (await itemOf(keeper, id)).annulments.map(({ what }) => what),
    ['signing', 'issue', 'issue'],
  )

  // A number signs one text.
  const twin = await added(world, { name: 'Nghị định trùng số (MẪU)' })
  ok(await submitted(keeper, twin, { sentOn: '2021-03-22' }))
  ok(await checked(keeper, twin))
  assert.deepEqual(codeOf(await act(keeper, twin, 'sign', { number: '21/2021/nđ-cp', signedOn: '2021-03-23' })), [
    400,
    'programme.text_number_used',
  ])

  const stopped = await added(world, { name: 'Đề án dừng nhầm (MẪU)', month: '2021-02' })
  world.clock.set('2021-03-25')
  const body = { kind: 'stop', reason: 'Không còn cần thiết' }
  await changed(world, stopped, { by: keeper, body }, { actOn: '2021-03-25' })
  assert.equal((await itemOf(keeper, stopped)).may.includes('annul'), false)
  assert.deepEqual(codeOf(await act(keeper, stopped, 'annul', { reason: 'x' })), [403, 'programme.not_allowed'])
  world.clock.set('2021-03-29')
  const stops = async (query = '') =>
    (await listOf(keeper, `?standing=stopped&actFrom=2021-03-01&actTo=2021-03-28&asOf=2021-03-28${query}`)).total
  assert.equal(await stops(), 1)
  ok(await act(leader, stopped, 'annul', { reason: 'Ghi nhầm đề án' }))
  const back = await itemOf(keeper, stopped)
  assert.deepEqual([back.state, back.standing, back.changes[0]!.isAnnulled], ['planned', 'owed', true])
  assert.deepEqual([await stops(), await stops('&knownOn=2021-03-28')], [0, 1])
})
