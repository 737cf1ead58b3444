import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp, type Visitor } from '../test/app.ts'

async function unheldFor(who: Visitor): Promise<[landing: number | undefined, roles: string[]]> {
  const { rows } = (await who.send('GET', '/api/landing')).body as {
    rows: { name: string; count: number; to: string }[]
  }
  const row = rows.find(({ name }) => name === 'roles.unheld')
  if (row) assert.equal(row.to, '/vai-tro')
  const { unheld } = (await who.send('GET', '/api/roles')).body as { unheld: string[] }
  return [row?.count, unheld]
}

test('the first administrator is shown what no one of the office may do, until its people are added', async (t) => {
  const app = await freshApp(t)
  const administrator = await app.as('administrator')
  assert.deepEqual(await unheldFor(administrator), [
    7,
    [
      'directive.review',
      'task.steer',
      'report.prepare',
      'report.sign',
      'urge.prepare',
      'urge.sign',
      'reorganisation.apply',
    ],
  ])
  const agencyId = await app.agency('van-phong-chinh-phu')
  const add = (name: string, role: string) =>
    administrator.send('POST', '/api/people', {
      body: {
        fullName: name,
        email: `${role.toLowerCase()}@mau.gov.vn`,
        post: { agencyId, role, title: 'Chuyên viên', from: '2021-02-28' },
      },
    })
  const officer = await add('Trần Bình Mẫu', 'followUp')
  assert.equal(officer.status, 201, JSON.stringify(officer.body))
  assert.deepEqual(await unheldFor(administrator), [3, ['report.sign', 'urge.sign', 'reorganisation.apply']])
  const leader = await add('Đặng Khoa Mẫu', 'followUpLeader')
  assert.equal(leader.status, 201)
  assert.deepEqual(await unheldFor(administrator), [undefined, []])
  const { id, version } = leader.body as { id: number; version: number }
  const closed = await administrator.send('POST', `/api/people/${id}/close`, { body: {}, ifMatch: version ?? 1 })
  assert.equal(closed.status, 200, JSON.stringify(closed.body))
  assert.deepEqual((await unheldFor(administrator))[0], 3, 'who can no longer sign in does not count')
})
