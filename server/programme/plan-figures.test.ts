import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { house } from '../house.ts'
import { textOf, wordsOf, write } from '../oversight/text.fixture.ts'
import { ok, programmeWorld } from './programme.fixture.ts'

const NAMES = ['plansIssuedMinistries', 'plansDueMinistries', 'plansIssuedProvinces', 'plansDueProvinces'] as const

async function plansWorld(t: TestContext) {
  const world = await programmeWorld(t, '2021-03-02')
  const call = (number: string, obliged: { ministries: boolean; provinces: boolean }) =>
    world.keeper
      .send('POST', '/api/programme/plan-calls', {
        body: { number, title: 'Nghị quyết MẪU', calledOn: '2021-01-04', dueOn: '2021-01-29', ...obliged },
      })
      .then(ok)
  const ask = {
    actor: world.keeper.actor as never,
    from: '2021-01-01',
    asOf: '2021-03-02',
    knownOn: null,
    today: '2021-03-02',
  }
  const figure = (name: string) => house.figures.get(`programme.${name}`)!
  /** Issued and due of ministries, then of provinces; each opens as many rows as it counts. */
  const counts = async (more: { source?: string; agencyId?: number } = {}) => {
    const found = await Promise.all(NAMES.map((name) => figure(name).compute(world.db, { ...ask, ...more })))
    for (const { value, rows } of found) {
      if (rows === null) continue
      const query = new URLSearchParams(rows.split('?')[1])
      const id = query.get('call')
      for (const key of ['tab', 'call', 'year']) query.delete(key)
      const { duties } = ok<{ duties: unknown[] }>(
        await world.keeper.send('GET', `/api/programme/plan-calls/${id}?${query}`),
      )
      assert.equal(duties.length, value, rows)
    }
    return found.map(({ value }) => value)
  }
  const documents = async (name: (typeof NAMES)[number], more: { agencyId?: number } = {}) =>
    (await figure(name).documents!(world.db, { ...ask, ...more })).map(({ source }) => source)
  return { ...world, call, counts, documents }
}

const ofMinistries = { ministries: true, provinces: false }
const ofProvinces = { ministries: false, provinces: true }

test('a resolution for one group alone is counted for both: of the other group nobody owes a plan', async (t) => {
  const { call, counts, documents, agencies } = await plansWorld(t)
  assert.deepEqual(await counts(), [null, null, null, null])
  await call('02/NQ-CP', ofMinistries)
  assert.deepEqual(await counts(), [0, 22, 0, 0])
  assert.deepEqual(await counts({ source: 'archive:02/NQ-CP' }), [0, 22, 0, 0])
  assert.deepEqual(await counts({ agencyId: agencies.finance }), [0, 1, 0, 0])

  // The figures of either group are about the one document that there is for it; named, each is.
  await call('05/NQ-CP', ofProvinces)
  assert.deepEqual(await counts(), [0, 22, 0, 63])
  assert.deepEqual(await counts({ source: 'archive:02/NQ-CP' }), [0, 22, 0, 0])
  assert.deepEqual(await counts({ source: 'archive:05/NQ-CP' }), [0, 0, 0, 63])
  for (const name of NAMES) assert.deepEqual(await documents(name), ['archive:02/NQ-CP', 'archive:05/NQ-CP'], name)
  assert.deepEqual(await documents('plansDueProvinces', { agencyId: agencies.finance }), ['archive:02/NQ-CP'])

  await call('06/NQ-CP', ofProvinces)
  assert.deepEqual(await counts(), [0, 22, null, null])
  assert.deepEqual(await counts({ source: 'archive:06/NQ-CP' }), [0, 0, 0, 63])
})

test('a report says of each resolution who has issued a plan and asks who has not, and so does one about an agency', async (t) => {
  const { call, keeper, agencies } = await plansWorld(t)
  await call('02/NQ-CP', ofMinistries)
  await call('05/NQ-CP', ofProvinces)
  const halfYear = await textOf(keeper, await write(keeper, { kind: 'halfYear', period: '2021-H1', knownOn: null }))
  assert.deepEqual(
    wordsOf(halfYear, 'plans').match(/có \d+\/\d+ bộ, cơ quan ngang bộ và \d+\/\d+ địa phương .* số \S+(?=\.)/g),
    [
      'có 0/22 bộ, cơ quan ngang bộ và 0/0 địa phương ban hành Kế hoạch triển khai Nghị quyết số 02/NQ-CP',
      'có 0/0 bộ, cơ quan ngang bộ và 0/63 địa phương ban hành Kế hoạch triển khai Nghị quyết số 05/NQ-CP',
    ],
  )
  const about = { kind: 'agency', period: '2021-03-02', agencyId: agencies.finance, knownOn: null }
  const asked = [halfYear, await textOf(keeper, await write(keeper, about))].map(({ recommendations }) =>
    recommendations.map(({ rule }) => rule).filter((rule) => rule?.startsWith('plansOwed')),
  )
  assert.deepEqual(asked, [
    ['plansOwed:archive:02/NQ-CP', 'plansOwed:archive:05/NQ-CP'],
    ['plansOwed:archive:02/NQ-CP'],
  ])
})

test('a resolution for provinces alone has its figures, its sentence and its recommendation', async (t) => {
  const { call, counts, documents, keeper, agencies } = await plansWorld(t)
  await call('05/NQ-CP', ofProvinces)
  assert.deepEqual(await counts(), [0, 0, 0, 63])
  for (const name of NAMES) assert.deepEqual(await documents(name), ['archive:05/NQ-CP'], name)
  // A ministry owes none under any resolution of the year.
  assert.deepEqual(await counts({ agencyId: agencies.finance }), [null, null, null, null])
  const halfYear = await textOf(keeper, await write(keeper, { kind: 'halfYear', period: '2021-H1', knownOn: null }))
  assert.match(wordsOf(halfYear, 'plans'), /có 0\/0 bộ, cơ quan ngang bộ và 0\/63 địa phương .* số 05\/NQ-CP/)
  assert.deepEqual(
    halfYear.recommendations.map(({ rule }) => rule).filter((rule) => rule?.startsWith('plansOwed')),
    ['plansOwed:archive:05/NQ-CP'],
  )
})
