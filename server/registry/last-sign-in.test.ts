import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshApp, type Visitor } from '../test/app.ts'
import type { Person, PersonRow } from './person-shapes.ts'

test('the last sign-in is kept with the session, stays when it expires, and is told to who manages the person', async (t) => {
  const app = await freshApp(t)
  const [administrator, focal, head] = [
    await app.as('administrator'),
    await app.as('focalPoint', { agency: 'bo-y-te' }),
    await app.as('taskForceHead'),
  ]
  const officer = await app.as('officer', { agency: 'bo-y-te' })
  const member = await app.as('taskForce')
  const signIn = async (password: string) =>
    (await app.send('POST', '/api/auth/sign-in/email', { body: { email: officer.email, password } })).status
  const one = async (visitor: Visitor, { actor } = officer) =>
    (await visitor.send('GET', `/api/people/${actor.personId}`)).body as Person
  const list = async (visitor: Visitor, query = '') =>
    ((await visitor.send('GET', `/api/people?limit=200${query}`)).body as { rows: PersonRow[] }).rows
  const isIn = async (visitor: Visitor, query: string) =>
    (await list(visitor, query)).some(({ id }) => id === officer.actor.personId)

  assert.equal(await signIn('sai-mat-khau-roi'), 401)
  assert.equal((await one(administrator)).lastSignedInAt, null)
  assert.deepEqual([await isIn(focal, '&signedIn=never'), await isIn(focal, '&signedIn=notIn90Days')], [true, true])

  const since = Temporal.Now.instant()
  assert.equal(await signIn(officer.password), 200)
  const at = (await one(focal)).lastSignedInAt!
  assert.ok(Temporal.Instant.compare(Temporal.Instant.from(at), since.subtract({ seconds: 1 })) > 0)
  assert.equal((await list(focal)).find(({ id }) => id === officer.actor.personId)?.lastSignedInAt, at)
  assert.deepEqual([await isIn(focal, '&signedIn=never'), await isIn(focal, '&signedIn=notIn90Days')], [false, false])
  await sql`delete from platform.session`.execute(app.db)
  assert.equal((await one(focal)).lastSignedInAt, at, 'the session is gone')

  // Half a sign-in is none: the second factor is not proved.
  await sql`insert into platform.totp (user_id, secret, confirmed_at) values (${officer.actor.userId}, '\\x00', now())`.execute(
    app.db,
  )
  assert.equal(await signIn(officer.password), 200)
  assert.equal((await one(focal)).lastSignedInAt, at)
  await sql`insert into platform.session_proof (session_id, method) select id, 'totp' from platform.session`.execute(
    app.db,
  )
  assert.notEqual((await one(focal)).lastSignedInAt, at)

  await sql`update platform.user set last_signed_in_at = '2020-11-29T00:00:00Z' where id = ${officer.actor.userId}`.execute(
    app.db,
  )
  assert.deepEqual([await isIn(focal, '&signedIn=never'), await isIn(focal, '&signedIn=notIn90Days')], [false, true])
  // Whoever sets whom members of the Task Force follow sees them, and not when they were here.
  assert.equal('lastSignedInAt' in (await one(head, member)), false)
  assert.deepEqual(
    (await list(head)).map((row) => [row.id, 'lastSignedInAt' in row]),
    [[member.actor.personId, false]],
  )
  assert.deepEqual(await list(head, '&signedIn=never'), [])
})
