import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp, type Visitor } from '../test/app.ts'

const seen = async (visitor: Visitor) =>
  ((await visitor.send('GET', '/api/me/tour')).body as { version: number }).version
const mark = (visitor: Visitor, version: unknown, options: object = {}) =>
  visitor.send('PUT', '/api/me/tour', { body: { version }, ...options })

test('the tour is marked for oneself only, once and for all devices', async (t) => {
  const app = await freshApp(t)
  const officer = await app.as('officer', { agency: 'bo-y-te' })
  const other = await app.as('officer', { agency: 'bo-y-te' })
  assert.equal(await seen(officer), 0, 'a new person has seen none')

  const marked = await mark(officer, 2)
  assert.deepEqual([marked.status, marked.body], [200, { version: 2 }])
  assert.equal(await seen(officer), 2)
  assert.equal(await seen(other), 0, 'another person’s is not touched')

  const { seen_at: first } = await row(officer)
  assert.deepEqual((await mark(officer, 2)).body, { version: 2 }, 'again: the same answer')
  assert.deepEqual((await mark(officer, 1)).body, { version: 2 }, 'an older window does not bring it back')
  assert.deepEqual((await row(officer)).seen_at, first)
  assert.deepEqual((await mark(officer, 3)).body, { version: 3 }, 'a newer tour is another')

  async function row({ actor }: Visitor) {
    return app.db
      .selectFrom('registry.tour_seen')
      .selectAll()
      .where('person_id', '=', actor.personId)
      .executeTakeFirstOrThrow()
  }
})

test('a mark that is no version, or of another person, is refused and changes nothing', async (t) => {
  const app = await freshApp(t)
  const officer = await app.as('officer', { agency: 'bo-y-te' })
  for (const version of [0, -1, 1.5, 1001, 'một', null]) {
    const { status, body } = await mark(officer, version)
    assert.equal(status, 400, String(version))
    assert.deepEqual(
      (body as { fields: { path: string }[] }).fields.map(({ path }) => path),
      ['version'],
    )
  }
  const foreign = await officer.send('PUT', '/api/me/tour', { body: { version: 1, personId: 1 } })
  assert.equal(foreign.status, 400, 'no one names a person')
  assert.equal(await seen(officer), 0)
  const stranger = await app.send('PUT', '/api/me/tour', { body: { version: 1 } })
  assert.equal(stranger.status, 401)
})
