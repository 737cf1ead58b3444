import assert from 'node:assert/strict'
import { test } from 'node:test'
import { submittedReport } from '../oversight/report.fixture.ts'
import type { Visitor } from '../test/app.ts'
import { submitted, urgingDesk } from '../urging/urging.fixture.ts'

interface Row {
  kind: string
  to: string
  detail: string | null
  isNamed: boolean
  isUnreached: boolean
  isReplyPassed: boolean
}

async function tray(who: Visitor): Promise<Row[]> {
  const answer = await who.send('GET', '/api/signing')
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return (answer.body as { rows: Row[] }).rows
}

test('what waits for my signature is in one place, whichever room it comes from, and nobody else’s', async (t) => {
  const desk = await urgingDesk(t)
  const { as, give, agencies, leader, officer, clock } = desk
  const other = await as('followUpLeader', { name: 'Lãnh Đạo Khác' })
  const administrator = await as('administrator')
  await give(agencies.finance, ['2021-02-22'])
  const letter = await submitted(desk, agencies.finance)
  const named = { month: '2021-02', knownOn: '2021-03-01', signatoryId: other.actor.personId }
  const report = await submittedReport(officer, named)

  assert.deepEqual(
    (await tray(leader)).map(({ to, isNamed }) => [to, isNamed]),
    [[`/don-doc/${letter.id}`, false]],
  )
  assert.deepEqual(
    (await tray(other)).map(({ kind, to, isNamed }) => [kind, to, isNamed]),
    [
      ['letter', `/don-doc/${letter.id}`, false],
      ['report', `/bao-cao/${report.id}`, true],
    ],
    'the longest waiting first',
  )
  for (const who of [officer, administrator, await as('leader', { agency: 'bo-tai-chinh' })])
    assert.deepEqual(await tray(who), [])

  clock.set('2021-03-02')
  const signed = await leader.send('POST', `/api/urging/letters/${letter.id}/sign`, { ifMatch: letter.version })
  assert.equal(signed.status, 200, JSON.stringify(signed.body))
  assert.deepEqual(await tray(leader), [])
})

test('before signing it is said that nobody at the agency can be reached, and no longer once somebody is there', async (t) => {
  const desk = await urgingDesk(t)
  const health = await desk.agency('bo-y-te')
  await desk.give(health, ['2021-02-22'])
  const { id } = await submitted(desk, health)
  const seen = async () => {
    const [row] = await tray(desk.leader)
    const letter = (await desk.leader.send('GET', `/api/urging/letters/${id}`)).body as Row
    const list = (await desk.leader.send('GET', '/api/urging/letters')).body as { rows: (Row & { id: number })[] }
    return [row?.isUnreached, letter.isUnreached, list.rows.find((one) => one.id === id)?.isUnreached]
  }
  assert.deepEqual(await seen(), [true, true, true])
  await desk.as('officer', { agency: 'bo-y-te' })
  assert.deepEqual(await seen(), [false, false, false])

  // A letter that waits past its day of answer cannot be signed: that is said in the tray too.
  const letter = (await desk.leader.send('GET', `/api/urging/letters/${id}`)).body as {
    replyBy: string
    version: number
  }
  const waits = async () => (await tray(desk.leader)).map(({ isReplyPassed }) => isReplyPassed)
  assert.deepEqual(await waits(), [false])
  desk.clock.set(letter.replyBy)
  assert.deepEqual(await waits(), [true])
  const signed = await desk.leader.send('POST', `/api/urging/letters/${id}/sign`, { ifMatch: letter.version })
  assert.deepEqual([signed.status, (signed.body as { code: string }).code], [400, 'letter.reply_in_past'])
})
