import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf } from '../notifications/notifications.fixture.ts'
import { freshApp, type Visitor } from '../test/app.ts'
import { REPORTS } from './report.fixture.ts'
import type { Report } from './shapes.ts'
import { decideAll, lived, problem, write } from './text.fixture.ts'

test('a report is prepared by one and signed by another: who began, changed or submitted it is refused, with the remedy', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const officer = await app.as('followUp')
  const [leader, other] = [
    await app.as('followUpLeader', { name: 'Bà Lãnh Đạo' }),
    await app.as('followUpLeader', { name: 'Ông Lãnh Đạo Khác' }),
  ]
  const send = async (who: Visitor, id: number, act: string, version: number, body?: object) =>
    who.send('POST', `${REPORTS}/${id}/${act}`, { ifMatch: version, ...(body === undefined ? {} : { body }) })
  const seen = async (who: Visitor, id: number) => {
    const { may, isOwnWork } = (await who.send('GET', `${REPORTS}/${id}`)).body as unknown as Report
    const { body } = await who.send('GET', '/api/signing')
    return [may.includes('sign'), isOwnWork, JSON.stringify(body).includes(`/bao-cao/${id}"`)]
  }
  const told = async (who: Visitor) =>
    (await linesOf(who)).filter(({ event }) => event === 'report.submitted').flatMap(({ rows }) => rows).length

  // Begun and submitted by the leader alone.
  const alone = await write(leader, { kind: 'planningMinistry', period: '2020-Q4' })
  const ready = await decideAll(leader, alone, 1)
  assert.equal((await send(leader, alone, 'submit', ready)).status, 200)
  assert.deepEqual([await told(leader), await told(other)], [0, 1], 'who may not sign is not asked to')
  assert.deepEqual(
    [await seen(leader, alone), await seen(other, alone)],
    [
      [false, true, false],
      [true, false, true],
    ],
  )
  const refused = await send(leader, alone, 'sign', ready + 1)
  assert.deepEqual([refused.status, problem(refused).code], [403, 'report.own_work'])
  assert.equal(
    problem(refused).detail,
    'Bà Lãnh Đạo đã lập, trình báo cáo này nên không ký được: một người soạn, người khác ký. Hãy để lãnh đạo khác ký.',
  )
  const signed = await send(other, alone, 'sign', ready + 1)
  assert.equal(signed.status, 200, JSON.stringify(signed.body))

  // Prepared by the officer, with a sentence of the leader's: the leader sends it back, and what is submitted anew is the officer's.
  const id = await write(officer, { kind: 'monthlyTaskForce', period: '2021-02' })
  let version = await decideAll(officer, id, 1)
  const body = { heading: null, body: 'Lãnh đạo thêm câu này.' }
  const edited = await leader.send('PUT', `${REPORTS}/${id}/sections/closing`, { ifMatch: version, body })
  assert.equal(edited.status, 200, JSON.stringify(edited.body))
  version += 1
  assert.equal((await send(officer, id, 'submit', version)).status, 200)
  const again = await send(leader, id, 'sign', version + 1)
  assert.deepEqual([again.status, problem(again).code], [403, 'report.own_work'])
  assert.match(
    problem(again).detail,
    /đã sửa báo cáo này .*, hoặc trả lại kèm ý kiến để chuyên viên sửa và trình lại\.$/,
  )
  assert.equal((await send(leader, id, 'send-back', version + 1, { reason: 'Xem lại câu cuối' })).status, 200)
  assert.equal((await send(officer, id, 'submit', version + 2)).status, 200)
  const done = await send(leader, id, 'sign', version + 3)
  assert.equal(done.status, 200, JSON.stringify(done.body))
})
