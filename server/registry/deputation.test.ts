import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { assignAll } from '../tasks/index.ts'
import { aSource, aTask } from '../tasks/task.fixture.ts'
import { type Answer, freshApp, type Method, type SendOptions, type TestApp, type Visitor } from '../test/app.ts'
import type { DeputationList, HeldPost } from './person-shapes.ts'

const codeOf = ({ body }: Answer) => (body as { code: string }).code
const fieldOf = ({ body }: Answer) => (body as { fields?: { path: string }[] }).fields?.[0]?.path

async function ministry(t: TestContext) {
  const app = await freshApp(t)
  const leader = await app.as('leader', { agency: 'bo-y-te', name: 'Vũ Thử Lãnh Đạo' })
  const officer = await app.as('officer', { agency: 'bo-y-te', name: 'Đỗ Thử Làm Thay' })
  const postId = await postOf(app, leader)
  const depute = (visitor: Visitor, more: object = {}, options: SendOptions = {}) =>
    visitor.send('POST', '/api/deputations', {
      body: {
        postId,
        deputyId: officer.actor.personId,
        kind: 'authorised',
        from: '2021-02-28',
        to: '2021-03-15',
        document: '12/GUQ-BYT ngày 27/02/2021',
        ...more,
      },
      ...options,
    })
  return { ...app, leader, officer, postId, depute }
}

async function postOf({ db }: Pick<TestApp, 'db'>, { actor }: Visitor): Promise<number> {
  const { post_id } = await db
    .selectFrom('registry.post')
    .select('post_id')
    .where('person_id', '=', actor.personId)
    .orderBy('post_id')
    .executeTakeFirstOrThrow()
  return post_id
}

/** The same person in a browser, whose session chooses posts. */
async function browser(app: TestApp, visitor: Visitor) {
  const answer = await app.send('POST', '/api/auth/sign-in/email', {
    body: { email: visitor.email, password: visitor.password },
  })
  assert.equal(answer.status, 200)
  const cookie = [answer.headers['set-cookie']].flat().map((one) => String(one).split(';')[0])
  const headers = { cookie: cookie.join('; '), host: 'dieuhanh.test', origin: 'http://dieuhanh.test' }
  return (method: Method, url: string, options: SendOptions = {}) =>
    app.send(method, url, { ...options, headers: { ...headers, ...options.headers } })
}

test('a deputy switches to the post, acts in it, and is recorded together with the holder of the post', async (t) => {
  const app = await ministry(t)
  const office = await app.agency('van-phong-chinh-phu')
  const health = await app.agency('bo-y-te')
  const [taskId] = await app.db
    .transaction()
    .execute((trx) =>
      assignAll(
        trx,
        systemActor('thử'),
        aSource({ office } as Parameters<typeof aSource>[0]),
        [aTask('1', health, '2021-03-15')],
        app.clock.now(),
      ),
    )
  assert.equal((await app.depute(app.leader)).status, 201)
  const send = await browser(app, app.officer)

  const posts = (await send('GET', '/api/me/posts')).body as { posts: HeldPost[] }
  assert.deepEqual(
    posts.posts.map(({ title, onBehalfOf, isCurrent, to }) => [title, onBehalfOf, isCurrent, to]),
    [
      ['Chuyên viên', null, true, null],
      ['Chuyên viên', 'Vũ Thử Lãnh Đạo', false, '2021-03-15'],
    ],
  )
  const { postId, deputationId } = posts.posts[1]!
  const chosen = await send('POST', '/api/me/post', { body: { postId, deputationId } })
  assert.equal(chosen.status, 200, JSON.stringify(chosen.body))
  const me = (await send('GET', '/api/me')).body as { name: string; role: string; onBehalfOf: string }
  assert.deepEqual([me.name, me.role, me.onBehalfOf], ['Đỗ Thử Làm Thay', 'leader', 'Vũ Thử Lãnh Đạo'])

  const received = await send('POST', `/api/tasks/${taskId}/receive`, { body: {}, ifMatch: 1 })
  assert.equal(received.status, 200, JSON.stringify(received.body))
  const history = (await app.leader.send('GET', `/api/tasks/${taskId}/history`)).body as {
    entries: { event: string; actor: string; onBehalfOf: string | null }[]
  }
  const last = history.entries.at(-1)!
  assert.deepEqual([last.event, last.actor, last.onBehalfOf], ['task.received', 'Đỗ Thử Làm Thay', 'Vũ Thử Lãnh Đạo'])
  const task = (await app.leader.send('GET', `/api/tasks/${taskId}`)).body as { changedBy: string }
  assert.equal(task.changedBy, 'Đỗ Thử Làm Thay (thay mặt Vũ Thử Lãnh Đạo)')

  // A deputy cannot depute further, neither by post nor by list.
  const other = await app.as('officer', { agency: 'bo-y-te' })
  const passed = await send('POST', '/api/deputations', {
    body: { postId, deputyId: other.actor.personId, kind: 'absent', from: '2021-03-01', to: '2021-03-02' },
  })
  assert.deepEqual([passed.status, codeOf(passed)], [403, 'deputation.by_deputy'])
  assert.equal((await send('GET', '/api/me/colleagues')).status, 403)

  // After revocation, the next request is in the own post again.
  const given = (await app.leader.send('GET', '/api/me/deputations')).body as DeputationList
  assert.equal(given.given[0]!.mayRevoke, true)
  const revoked = await app.leader.send('POST', `/api/deputations/${given.given[0]!.id}/revoke`, { body: {} })
  assert.equal(revoked.status, 200)
  const after = (await send('GET', '/api/me')).body as { role: string; onBehalfOf: string | null }
  assert.deepEqual([after.role, after.onBehalfOf], ['officer', null])
  assert.equal((await send('POST', '/api/me/post', { body: { postId, deputationId } })).status, 404)
  const twice = await app.leader.send('POST', `/api/deputations/${given.given[0]!.id}/revoke`, { body: {} })
  assert.deepEqual([twice.status, codeOf(twice)], [409, 'deputation.revoked'])
})

test('a deputation ends on its last day, and a future one does not count yet', async (t) => {
  const app = await ministry(t)
  assert.equal((await app.depute(app.leader, { from: '2021-03-05' })).status, 201)
  const send = await browser(app, app.officer)
  const count = async () => ((await send('GET', '/api/me/posts')).body as { posts: unknown[] }).posts.length
  const counts: number[] = []
  for (const day of ['2021-03-04', '2021-03-05', '2021-03-15', '2021-03-16']) {
    app.clock.set(day)
    counts.push(await count())
  }
  assert.deepEqual(counts, [1, 2, 2, 1])
})

test('invalid deputations are refused on their field: past, too long, oneself, strangers, without a document, twice', async (t) => {
  const app = await ministry(t)
  const stranger = await app.as('officer', { agency: 'bo-tai-chinh' })
  for (const [more, path, code] of [
    [{ from: '2021-02-27' }, 'from', 'deputation.past'],
    [{ to: '2021-02-27' }, 'to', 'deputation.ends_before'],
    [{ to: '2022-03-01' }, 'to', 'deputation.too_long'],
    [{ deputyId: app.leader.actor.personId }, 'deputyId', 'deputation.oneself'],
    [{ deputyId: stranger.actor.personId }, 'deputyId', 'deputation.deputy'],
    [{ deputyId: 999_999 }, 'deputyId', 'deputation.deputy'],
    [{ document: undefined }, 'document', 'deputation.document'],
    [{ document: 'Số 1\n2' }, 'document', 'person.words'],
  ] as const) {
    const answer = await app.depute(app.leader, more)
    assert.deepEqual([answer.status, fieldOf(answer), codeOf(answer)], [400, path, code], JSON.stringify(more))
  }
  assert.equal(
    (await app.depute(app.leader, { kind: 'absent', document: undefined, reason: 'Đi công tác' })).status,
    201,
  )
  const overlap = await app.depute(app.leader, { from: '2021-03-10', to: '2021-03-20' })
  assert.deepEqual([overlap.status, codeOf(overlap)], [409, 'deputation.overlaps'])
  assert.equal((await app.depute(app.leader, { from: '2021-03-16', to: '2021-03-20' })).status, 201)
  // The database enforces the same on its own.
  await assert.rejects(
    sql`insert into registry.deputation (post_id, owner_id, deputy_id, valid, kind, made_at, made_by)
      values (${app.postId}, ${app.leader.actor.personId}, ${app.leader.actor.personId}, '[2021-03-01,2021-03-02)',
              'absent', now(), 'thử')`.execute(app.db),
    /deputation_not_oneself/,
  )
})

test('only the holder of the post and those who manage all people make one; for others the post does not exist', async (t) => {
  const app = await ministry(t)
  for (const [role, place] of [
    ['officer', 'bo-y-te'],
    ['focalPoint', 'bo-y-te'],
    ['leader', 'bo-tai-chinh'],
    ['followUpLeader', 'van-phong-chinh-phu'],
  ] as const) {
    const visitor = await app.as(role, { agency: place })
    const answer = await app.depute(visitor)
    assert.deepEqual([answer.status, codeOf(answer)], [404, 'post.not_found'], role)
  }
  const own = await postOf(app, app.officer)
  const officer = await app.depute(app.officer, { postId: own, deputyId: app.leader.actor.personId })
  assert.deepEqual([officer.status, codeOf(officer)], [403, 'deputation.not_allowed'])
  const administrator = await app.as('administrator')
  const stranger = await app.as('officer', { agency: 'bo-tai-chinh' })
  const made = await app.depute(administrator, { deputyId: stranger.actor.personId }, { key: 'x' })
  assert.equal(made.status, 201)
  assert.deepEqual(
    (await app.depute(administrator, { deputyId: stranger.actor.personId }, { key: 'x' })).body,
    made.body,
  )
  const { id } = made.body as { id: number }
  assert.equal((await app.officer.send('POST', `/api/deputations/${id}/revoke`, { body: {} })).status, 404)
  assert.equal((await stranger.send('POST', `/api/deputations/${id}/revoke`, { body: {} })).status, 200, 'declined')
})

test('colleagues are those of the own agency', async (t) => {
  const app = await ministry(t)
  await app.as('officer', { agency: 'bo-tai-chinh', name: 'Đỗ Thử Nơi Khác' })
  const { rows } = (await app.leader.send('GET', '/api/me/colleagues?search=do+thu')).body as {
    rows: { fullName: string }[]
  }
  assert.deepEqual(
    rows.map(({ fullName }) => fullName),
    ['Đỗ Thử Làm Thay'],
  )
  assert.equal((await app.officer.send('GET', '/api/me/colleagues')).status, 403)
})

test('a post is chosen only in a browser session, and only one’s own', async (t) => {
  const app = await ministry(t)
  const own = await postOf(app, app.officer)
  const token = await app.officer.send('POST', '/api/me/post', { body: { postId: own } })
  assert.deepEqual([token.status, codeOf(token)], [409, 'post.no_session'])
  const send = await browser(app, app.officer)
  assert.equal((await send('POST', '/api/me/post', { body: { postId: app.postId } })).status, 404)
  // Two posts of one's own: another agency, other tasks in view.
  await sql`insert into registry.post (person_id, agency_id, role, title, valid)
    values (${app.officer.actor.personId}, ${await app.agency('bo-tai-chinh')}, 'officer', 'Biệt phái', '[2021-01-01,)')`.execute(
    app.db,
  )
  const { posts } = (await send('GET', '/api/me/posts')).body as { posts: HeldPost[] }
  const second = posts.find(({ title }) => title === 'Biệt phái')!
  assert.equal((await send('POST', '/api/me/post', { body: { postId: second.postId } })).status, 200)
  assert.equal(((await send('GET', '/api/me')).body as { agencyName: string }).agencyName, 'Bộ Tài chính')
  const elsewhere = await browser(app, app.officer)
  assert.equal(((await elsewhere('GET', '/api/me')).body as { agencyName: string }).agencyName, 'Bộ Y tế')
})
