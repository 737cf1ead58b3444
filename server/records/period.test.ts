import assert from 'node:assert/strict'
import { test } from 'node:test'
import { base, codeOf, desk, fieldOf } from './incoming.fixture.ts'

test('a period that ends before it begins is refused by its field, in lists and figures', async (t) => {
  const { clerk } = await desk(t)
  for (const [list, field] of [
    ['incoming?from=2026-12-01&to=2026-11-30', 'from'],
    ['incoming?registeredFrom=2026-12-01&registeredTo=2026-11-30', 'registeredFrom'],
    ['incoming/figures?from=2026-12-01&to=2026-11-30', 'from'],
    ['handlings?list=all&endedFrom=2026-12-01&endedTo=2026-11-30', 'endedFrom'],
  ] as const) {
    const refused = await clerk.send('GET', `${base}/${list}`)
    assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, 'incoming.period', field], list)
  }
  assert.equal((await clerk.send('GET', `${base}/incoming?from=2026-12-01&to=2026-12-01`)).status, 200)
})
