import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrived, base, checked, codeOf, description, desk, doAct, fieldOf, letterPdf } from './incoming.fixture.ts'
import type { IncomingDetail } from './incoming-shapes.ts'

test('a document that came in is copied when it is registered, by its clerks, and its page lists the copies', async (t) => {
  const world = await desk(t)
  const { ok, clerk, leader, stranger } = world
  const id = await arrived(world, await letterPdf())
  await world.drain()
  const copies = `${base}/incoming/${id}/copies`
  const copy = (who: typeof clerk, body: object) => who.send('POST', copies, { body })
  assert.deepEqual(codeOf(await copy(clerk, { form: 'SL' })), [409, 'copy.not_registered'])
  await doAct(world, clerk, id, 'register', { ...checked, description: description() })
  for (const body of [{ form: 'SL', recipients: 'Cục Mẫu' }, { form: 'SY' }])
    assert.equal((await copy(clerk, body)).status, 201)
  const refused = await copy(clerk, { form: 'TrS', extract: 'Lời không có trong văn bản.' })
  assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, 'copy.not_in_original', 'extract'])
  assert.deepEqual(codeOf(await copy(leader, { form: 'SY' })), [403, 'records.may_not_register'])
  assert.deepEqual(codeOf(await copy(stranger, { form: 'SY' })), [404, 'incoming.not_found'])
  const { copies: made } = await ok<IncomingDetail>(leader, 'GET', `${base}/incoming/${id}`)
  assert.deepEqual(
    made.map(({ form, notation }) => [form, notation]),
    [
      ['SL', '01/SL-VPCP'],
      ['SY', '01/SY-VPCP'],
    ],
  )
  for (const { id: one } of made) assert.equal((await leader.send('GET', `${base}/copies/${one}/pdf`)).status, 200)
})
