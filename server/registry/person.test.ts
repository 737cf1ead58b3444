import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { type Answer, freshApp, type TestApp, type Visitor } from '../test/app.ts'
import { changedOnce } from '../test/once.ts'
import type { Person, PersonRow } from './person-shapes.ts'

const PASSWORD = 'ngua-xanh-bay-qua-song'

type Added = { id: number; version: number; invitation: { link: string | null; sentTo: string | null } | null }

async function place(t: TestContext) {
  const app = await freshApp(t)
  const [administrator, focal] = [await app.as('administrator'), await app.as('focalPoint', { agency: 'bo-y-te' })]
  return {
    ...app,
    administrator,
    focal,
    health: await app.agency('bo-y-te'),
    finance: await app.agency('bo-tai-chinh'),
  }
}

const newcomer = (agencyId: number, more: object = {}, post: object = {}) => ({
  fullName: 'Đỗ Thử Việc',
  email: 'do.thu.viec@mau.gov.vn',
  ...more,
  post: { agencyId, role: 'officer', title: 'Chuyên viên', from: '2021-02-28', ...post },
})
const codeOf = ({ body }: Answer) => (body as { code: string }).code
const fieldOf = ({ body }: Answer) => (body as { fields?: { path: string }[] }).fields?.[0]?.path
const read = async (visitor: Visitor, id: number) => (await visitor.send('GET', `/api/people/${id}`)).body as Person

/** Adds a person and returns who they are and the code of their invitation. */
async function add(visitor: Visitor, body: object) {
  const answer = await visitor.send('POST', '/api/people', { body })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  const added = answer.body as Added
  return { ...added, code: added.invitation!.link!.split('#')[1]! }
}

async function signIn({ send }: Pick<TestApp, 'send'>, email: string, password: string) {
  const answer = await send('POST', '/api/auth/sign-in/email', { body: { email, password } })
  const cookie = [answer.headers['set-cookie']]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ')
  return { status: answer.status, headers: { cookie, origin: 'http://dieuhanh.test', host: 'dieuhanh.test' } }
}

test('a person is added, sets their own password by an invitation, once, and signs in', async (t) => {
  const app = await place(t)
  const { id, code, invitation } = await add(app.administrator, newcomer(app.health))
  assert.equal(invitation!.sentTo, null)
  assert.match(invitation!.link!, /^http.*\/loi-moi#[\w-]{43}$/)
  assert.equal((await read(app.administrator, id)).access, 'invited')
  const { rows } = await sql<{ text: string }>`select row_to_json(i)::text as text from platform.invitation i`.execute(
    app.db,
  )
  assert.ok(!rows[0]!.text.includes(code), 'only the hash is stored')

  const look = await app.send('POST', '/api/invitation', { body: { code } })
  assert.deepEqual([look.status, (look.body as { name: string }).name], [200, 'Đỗ Thử Việc'])
  const weak = await app.send('POST', '/api/invitation/accept', { body: { code, password: '1234567890' } })
  assert.deepEqual([weak.status, fieldOf(weak)], [400, 'password'])
  const accepted = await app.send('POST', '/api/invitation/accept', { body: { code, password: PASSWORD } })
  assert.deepEqual([accepted.status, accepted.body], [200, { email: 'do.thu.viec@mau.gov.vn' }])
  const again = await app.send('POST', '/api/invitation/accept', { body: { code, password: PASSWORD } })
  assert.deepEqual([again.status, codeOf(again)], [404, 'invitation.not_open'])

  assert.equal((await signIn(app, 'do.thu.viec@mau.gov.vn', PASSWORD)).status, 200)
  const person = await read(app.administrator, id)
  assert.deepEqual([person.access, person.sessions, person.posts.length], ['open', 1, 1])
})

test('a newer invitation ends the older, and each expires after three days', async (t) => {
  const app = await place(t)
  const { id, code, version } = await add(app.administrator, newcomer(app.health))
  const second = await app.administrator.send('POST', `/api/people/${id}/invitation`, { body: {}, ifMatch: version })
  assert.equal(second.status, 200)
  const newer = (second.body as Added).invitation!.link!.split('#')[1]!
  assert.equal((await app.send('POST', '/api/invitation', { body: { code } })).status, 404)
  assert.equal((await app.send('POST', '/api/invitation', { body: { code: newer } })).status, 200)
  app.clock.set('2021-03-04')
  assert.equal((await app.send('POST', '/api/invitation', { body: { code: newer } })).status, 404)
  assert.equal((await read(app.administrator, id)).access, 'expired')
})

test('names and addresses are refused on their field', async (t) => {
  const app = await place(t)
  for (const [more, path] of [
    [{ email: 'a@mau.gov.vn\nBcc: x@y.vn' }, 'email'],
    [{ email: 'a@mau.gov.vn, b@mau.gov.vn' }, 'email'],
    [{ email: 'không phải thư' }, 'email'],
    [{ fullName: 'Đỗ\nThử' }, 'fullName'],
    [{ fullName: '   ' }, 'fullName'],
  ] as const) {
    const answer = await app.administrator.send('POST', '/api/people', { body: newcomer(app.health, more) })
    assert.deepEqual([answer.status, fieldOf(answer)], [400, path], JSON.stringify(more))
  }
  for (const [post, path] of [
    [{ title: 'Chuyên\nviên' }, 'post.title'],
    [{ to: '2021-01-01' }, 'post.to'],
    [{ role: 'khongCo' }, 'post.role'],
    [{ agencyId: 999_999 }, 'post.agencyId'],
  ] as const) {
    const answer = await app.administrator.send('POST', '/api/people', { body: newcomer(app.health, {}, post) })
    assert.deepEqual([answer.status, fieldOf(answer)], [400, path], JSON.stringify(post))
  }
  await add(app.administrator, newcomer(app.health))
  const taken = await app.administrator.send('POST', '/api/people', { body: newcomer(app.health) })
  assert.deepEqual([taken.status, codeOf(taken)], [409, 'user.email_taken'])
})

test('repeated with its key, a person is added once, and the code is not stored for it', async (t) => {
  const app = await place(t)
  const send = () => app.administrator.send('POST', '/api/people', { body: newcomer(app.health), key: 'mot-lan' })
  const [first, second] = [await send(), await send()]
  assert.equal((second.body as Added).id, (first.body as Added).id)
  assert.equal((second.body as Added).invitation, null)
  const { rows } = await sql<{ text: string }>`select result::text as text from platform.idempotency`.execute(app.db)
  assert.ok(!rows[0]!.text.includes((first.body as Added).invitation!.link!.split('#')[1]!))
})

test('those who manage the own agency’s people see and add only those, in roles below their own', async (t) => {
  const app = await place(t)
  const stranger = await app.as('officer', { agency: 'bo-tai-chinh' })
  const mate = await app.as('officer', { agency: 'bo-y-te', name: 'Bùi Thử An' })
  const list = (await app.focal.send('GET', '/api/people')).body as { rows: PersonRow[] }
  assert.deepEqual(list.rows.map(({ id }) => id).sort(), [mate.actor.personId, app.focal.actor.personId].sort())
  assert.equal((await app.focal.send('GET', `/api/people/${stranger.actor.personId}`)).status, 404)
  await add(app.focal, newcomer(app.health))

  const refused: [object, string][] = [
    [{ agencyId: app.finance }, 'post.other_agency'],
    [{ role: 'auditor' }, 'post.beyond_own_rights'],
    [{ role: 'taskForce' }, 'post.beyond_own_rights'],
    [{ role: 'administrator' }, 'post.beyond_own_rights'],
    [{ role: 'followUpLeader' }, 'post.beyond_own_rights'],
  ]
  for (const [post, code] of refused) {
    const body = newcomer(app.health, { email: 'x@mau.gov.vn' }, post)
    const answer = await app.focal.send('POST', '/api/people', { body })
    assert.deepEqual([answer.status, codeOf(answer)], [403, code], JSON.stringify(post))
    const { version } = await read(app.focal, mate.actor.personId!)
    const given = await app.focal.send('POST', `/api/people/${mate.actor.personId}/posts`, {
      body: body.post,
      ifMatch: version,
    })
    assert.deepEqual([given.status, codeOf(given)], [403, code], JSON.stringify(post))
  }
  // A single right the actor lacks is enough, even if the role sees only the own agency.
  await sql`update registry.role set rights = rights || array['urge.prepare'] where role = 'leader'`.execute(app.db)
  const leader = await app.focal.send('POST', '/api/people', {
    body: newcomer(app.health, { email: 'y@mau.gov.vn' }, { role: 'leader' }),
  })
  assert.equal(codeOf(leader), 'post.beyond_own_rights')
  for (const role of ['officer', 'followUp', 'auditor', 'taskForce'] as const) {
    const visitor = await app.as(role, { agency: role === 'officer' ? 'bo-y-te' : 'van-phong-chinh-phu' })
    assert.equal((await visitor.send('GET', '/api/people')).status, 403, role)
    assert.equal((await visitor.send('POST', '/api/people', { body: newcomer(app.health) })).status, 403, role)
  }
})

test('no one can take over the sign-in of a user with more rights', async (t) => {
  const app = await place(t)
  // An administrator who also has a small post in the ministry: visible to the ministry's manager of people, and out of
  // reach.
  const both = await app.as('administrator', { name: 'Lê Thử Quyền' })
  await sql`insert into registry.post (person_id, agency_id, role, title, valid)
    values (${both.actor.personId}, ${app.health}, 'officer', 'Kiêm nhiệm', '[2021-01-01,)')`.execute(app.db)
  const id = both.actor.personId!
  const seen = await read(app.focal, id)
  assert.deepEqual([seen.posts.map(({ title }) => title), seen.may], [['Kiêm nhiệm'], ['givePost']])
  for (const [method, path, body] of [
    ['POST', 'invitation', {}],
    ['POST', 'close', {}],
    ['PATCH', '', { fullName: 'Kẻ Khác', email: 'ke.khac@mau.gov.vn' }],
  ] as const) {
    const url = `/api/people/${id}${path ? `/${path}` : ''}`
    const answer = await app.focal.send(method, url, { body, ifMatch: seen.version })
    assert.deepEqual([answer.status, codeOf(answer)], [403, 'person.not_in_charge'], url)
  }
  // Nor by way of a deputy: someone who deputises for an administrator counts as one.
  const mate = await app.as('officer', { agency: 'bo-y-te' })
  const { rows } = await sql<{ post_id: number }>`select post_id from registry.post
    where person_id = ${id} and role = 'administrator'`.execute(app.db)
  const deputed = await app.administrator.send('POST', '/api/deputations', {
    body: {
      postId: rows[0]!.post_id,
      deputyId: mate.actor.personId,
      kind: 'absent',
      from: '2021-03-01',
      to: '2021-03-05',
    },
  })
  assert.equal(deputed.status, 201, JSON.stringify(deputed.body))
  const taken = await app.focal.send('POST', `/api/people/${mate.actor.personId}/invitation`, { body: {}, ifMatch: 1 })
  assert.deepEqual([taken.status, codeOf(taken)], [403, 'person.not_in_charge'])
  // A manager of all people who does not manage the system cannot touch those who do.
  await sql`update registry.role set rights = rights || array['people.keep'] where role = 'auditor'`.execute(app.db)
  const keeper = await app.as('auditor')
  const over = await keeper.send('POST', `/api/people/${id}/invitation`, { body: {}, ifMatch: seen.version })
  assert.equal(codeOf(over), 'person.not_in_charge')
  const made = await keeper.send('POST', '/api/deputations', {
    body: {
      postId: rows[0]!.post_id,
      deputyId: keeper.actor.personId,
      kind: 'absent',
      from: '2021-03-01',
      to: '2021-03-05',
    },
  })
  assert.deepEqual([made.status, codeOf(made)], [403, 'deputation.not_allowed'])
  const own = await keeper.send('POST', `/api/people/${keeper.actor.personId}/posts`, {
    body: { agencyId: app.health, role: 'administrator', title: 'Tự phong', from: '2021-02-28' },
    ifMatch: 1,
  })
  assert.equal(codeOf(own), 'post.to_oneself')
  const other = await keeper.send('POST', `/api/people/${mate.actor.personId}/posts`, {
    body: { agencyId: app.health, role: 'administrator', title: 'Phong người khác', from: '2021-02-28' },
    ifMatch: 1,
  })
  assert.equal(codeOf(other), 'post.beyond_own_rights')
})

test('posts are given, refused if they overlap, ended, removed', async (t) => {
  const app = await place(t)
  const { id, version } = await add(app.administrator, newcomer(app.health, {}, { to: '2021-06-30' }))
  const url = `/api/people/${id}/posts`
  const post = { agencyId: app.health, role: 'officer', title: 'Chuyên viên', from: '2021-06-01' }
  const overlap = await app.administrator.send('POST', url, { body: post, ifMatch: version })
  assert.deepEqual([overlap.status, codeOf(overlap)], [409, 'registry.posts_overlap'])
  const next = await app.administrator.send('POST', url, { body: { ...post, from: '2021-07-01' }, ifMatch: version })
  assert.equal(next.status, 200, JSON.stringify(next.body))
  const stale = await app.administrator.send('POST', url, { body: { ...post, role: 'leader' }, ifMatch: version })
  assert.deepEqual([stale.status, codeOf(stale)], [409, 'request.stale'])

  const { id: second, version: now } = next.body as { id: number; version: number }
  const [first] = (await read(app.administrator, id)).posts.filter((one) => one.id !== second)
  const late = await app.administrator.send('POST', `${url}/${first!.id}/end`, {
    body: { on: '2021-12-31' },
    ifMatch: now,
  })
  assert.deepEqual([late.status, fieldOf(late)], [400, 'on'])
  const ended = await app.administrator.send('POST', `${url}/${first!.id}/end`, {
    body: { on: '2021-03-31' },
    ifMatch: now,
  })
  assert.equal(ended.status, 200)
  const withdrawn = await app.administrator.send('POST', `${url}/${second}/end`, {
    body: { on: '2021-06-30' },
    ifMatch: now + 1,
  })
  assert.equal(withdrawn.status, 200)
  const { posts } = await read(app.administrator, id)
  assert.deepEqual(
    posts.map(({ from, to }) => [from, to]),
    [['2021-02-28', '2021-03-31']],
  )
  const events = await sql<{ event: string }>`select event from platform.audit
    where subject_kind = 'person' and subject_id = ${String(id)} order by id`.execute(app.db)
  assert.deepEqual(
    events.rows.map(({ event }) => event),
    ['person.added', 'person.invited', 'person.postGiven', 'person.postEnded', 'person.postWithdrawn'],
  )
})

test('a closed sign-in is closed immediately, for browsers, tokens and passwords, and can be reopened', async (t) => {
  const app = await place(t)
  const officer = await app.as('officer', { agency: 'bo-y-te' })
  const session = await signIn(app, officer.email, officer.password)
  assert.equal((await app.send('GET', '/api/me', session)).status, 200)
  const id = officer.actor.personId!
  const closed = await app.focal.send('POST', `/api/people/${id}/close`, { body: {}, ifMatch: 1 })
  assert.equal(closed.status, 200, JSON.stringify(closed.body))
  assert.equal((await app.send('GET', '/api/me', session)).status, 401)
  assert.equal((await officer.send('GET', '/api/me')).status, 401)
  assert.equal((await signIn(app, officer.email, officer.password)).status, 401)
  const invited = await app.focal.send('POST', `/api/people/${id}/invitation`, { body: {}, ifMatch: 2 })
  assert.deepEqual([invited.status, codeOf(invited)], [409, 'person.closed'])
  assert.equal((await app.focal.send('POST', `/api/people/${id}/reopen`, { body: {}, ifMatch: 2 })).status, 200)
  const back = await signIn(app, officer.email, officer.password)
  assert.equal((await app.send('GET', '/api/me', back)).status, 200)
  const self = await app.focal.send('POST', `/api/people/${app.focal.actor.personId}/close`, { body: {}, ifMatch: 1 })
  assert.deepEqual([self.status, codeOf(self)], [409, 'person.oneself'])
})

test('the last users who manage the system and the people cannot be lost, in any way, nor two concurrently', async (t) => {
  const app = await place(t)
  const id = app.administrator.actor.personId!
  const { posts, version } = await read(app.administrator, id)
  const end = (visitor: Visitor, person: Person, on: string) =>
    visitor.send('POST', `/api/people/${person.id}/posts/${person.posts[0]!.id}/end`, {
      body: { on },
      ifMatch: person.version,
    })
  for (const on of ['2021-02-28', '2025-12-31']) {
    const ended = await end(app.administrator, { id, posts, version } as Person, on)
    assert.deepEqual([ended.status, codeOf(ended)], [409, 'person.last_keeper'], on)
  }
  const roles = (await app.administrator.send('GET', '/api/roles')).body as {
    rows: {
      role: string
      version: number
      rights: string[]
      sees: string
      name: string
      nameEn: string
      isTwoFactor: boolean
    }[]
  }
  const { role: _, name, nameEn, sees, rights, isTwoFactor, version: seen } = roles.rows[0]!
  for (const lost of ['system.keep', 'people.keep']) {
    const answer = await app.administrator.send('PUT', '/api/roles/administrator', {
      body: { name, nameEn, sees, isTwoFactor, rights: rights.filter((right) => right !== lost) },
      ifMatch: seen,
    })
    assert.deepEqual([answer.status, codeOf(answer)], [409, 'person.last_keeper'], lost)
  }
  // A person who is only invited cannot sign in yet and does not count.
  const { code } = await add(app.administrator, newcomer(app.health, {}, { role: 'administrator' }))
  assert.equal(
    codeOf(await end(app.administrator, { id, posts, version } as Person, '2021-02-28')),
    'person.last_keeper',
  )
  await app.send('POST', '/api/invitation/accept', { body: { code, password: PASSWORD } })
  const second = await app.as('administrator')
  // Two who end each other concurrently: at least one remains.
  const others = await Promise.all([id, second.actor.personId!].map((who) => read(app.administrator, who)))
  await app.db
    .deleteFrom('registry.post')
    .where('title', '=', 'Chuyên viên')
    .where('role', '=', 'administrator')
    .where('agency_id', '=', app.health)
    .execute()
  const both = await Promise.all([
    end(app.administrator, others[1]!, '2021-02-27'),
    end(second, others[0]!, '2021-02-27'),
  ])
  const [gone, stayed] = both.map(({ status }) => status).sort()
  assert.equal(gone, 200)
  // Refused because of the other's change, or ended by it before their own request ran.
  assert.ok(stayed === 409 || stayed === 403, String(stayed))
})

test('a role is changed with its version, takes effect from the next request, and stays consistent', async (t) => {
  const app = await place(t)
  const body = {
    name: 'Kiểm tra',
    nameEn: 'Auditor',
    sees: 'all',
    rights: ['report.read', 'audit.read'],
    isTwoFactor: false,
  }
  const auditor = await app.as('auditor')
  assert.equal((await auditor.send('GET', '/api/reports/monthly?month=2021-01')).status, 200)
  const narrow = await app.administrator.send('PUT', '/api/roles/auditor', {
    body: { ...body, sees: 'own' },
    ifMatch: 1,
  })
  assert.deepEqual([narrow.status, fieldOf(narrow)], [400, 'sees'])
  assert.equal((await app.administrator.send('PUT', '/api/roles/auditor', { body, ifMatch: 1 })).status, 200)
  assert.equal((await auditor.send('GET', '/api/reports/monthly?month=2021-01')).status, 403)
  const stale = await app.administrator.send('PUT', '/api/roles/auditor', { body, ifMatch: 1 })
  assert.deepEqual([stale.status, codeOf(stale)], [409, 'request.stale'])
  assert.equal((await app.administrator.send('PUT', '/api/roles/khongCo', { body, ifMatch: 1 })).status, 404)
  assert.equal((await app.focal.send('PUT', '/api/roles/auditor', { body, ifMatch: 2 })).status, 403)
  assert.equal((await app.focal.send('GET', '/api/roles')).status, 200)
  assert.equal((await auditor.send('GET', '/api/roles')).status, 403)
})

test('whom a member of the Task Force follows is set from a day on, and earlier days stay recorded', async (t) => {
  const app = await place(t)
  const member = await app.as('taskForce', { follows: ['bo-y-te'] })
  const leader = await app.as('followUpLeader')
  const id = member.actor.personId!
  const set = (visitor: Visitor, agencyIds: number[], from: string, version: number) =>
    visitor.send('PUT', `/api/people/${id}/followings`, { body: { agencyIds, from }, ifMatch: version })
  const past = await set(leader, [app.finance], '2021-02-27', 1)
  assert.deepEqual([past.status, fieldOf(past)], [400, 'from'])
  assert.equal((await set(leader, [app.finance], '2021-03-01', 1)).status, 200)
  const { followings } = await read(leader, id)
  assert.deepEqual(
    followings.map(({ agencyName, from, to }) => [agencyName, from, to]),
    [
      ['Bộ Tài chính', '2021-03-01', null],
      ['Bộ Y tế', '2020-01-01', '2021-02-28'],
    ],
  )
  // Withdrawn before it began.
  assert.equal((await set(app.administrator, [app.finance, app.health], '2021-03-01', 2)).status, 200)
  const again = await read(leader, id)
  assert.deepEqual(again.followings.filter(({ to }) => to === null).length, 2)
  assert.equal((await set(app.focal, [app.health], '2021-03-01', 3)).status, 404)
  const auditor = await app.as('auditor')
  const none = await app.administrator.send('PUT', `/api/people/${auditor.actor.personId}/followings`, {
    body: { agencyIds: [app.health], from: '2021-03-01' },
    ifMatch: 1,
  })
  assert.deepEqual([none.status, codeOf(none)], [409, 'following.no_member'])
})

test('the list is searched without diacritics, filtered, and paged by given name', async (t) => {
  const app = await place(t)
  for (const name of ['Trần Thử Ánh', 'Đỗ Thử An', 'Lê Thử Bích', 'Vũ Thử Đức', 'Ngô Thử Dũng'])
    await app.as('officer', { agency: 'bo-y-te', name })
  const names = async (query: string) =>
    ((await app.administrator.send('GET', `/api/people?${query}`)).body as { rows: PersonRow[] }).rows.map(
      ({ fullName }) => fullName,
    )
  const order = ['Đỗ Thử An', 'Trần Thử Ánh', 'Lê Thử Bích', 'Ngô Thử Dũng', 'Vũ Thử Đức']
  assert.deepEqual(await names(`role=officer&agencyId=${app.health}`), order)
  assert.deepEqual(await names('search=thu+duc'), ['Vũ Thử Đức'])
  const paged: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = (
      await app.administrator.send('GET', `/api/people?role=officer&limit=2${cursor ? `&cursor=${cursor}` : ''}`)
    ).body as { rows: PersonRow[]; nextCursor: string | null }
    paged.push(...page.rows.map(({ fullName }) => fullName))
    cursor = page.nextCursor
  }
  assert.deepEqual(paged, order)
})

test('a request repeated under its key is executed once: people, roles, agencies, the calendar, API clients', async (t) => {
  const app = await place(t)
  const { administrator } = app
  const { id } = await add(administrator, newcomer(app.health))
  const change = (path: string, body: object, ifMatch: number, method: 'POST' | 'PUT' | 'PATCH' = 'POST') =>
    changedOnce(administrator, method, path, { body, ifMatch })
  await change(`/api/people/${id}`, { fullName: 'Đỗ Thử Hai', email: 'do.thu.hai@mau.gov.vn' }, 1, 'PATCH')
  const { post } = newcomer(app.health, {}, { role: 'focalPoint' })
  await change(`/api/people/${id}/posts`, post, 2)
  assert.equal((await read(administrator, id)).posts.length, 2)

  const role = { name: 'Kiểm tra', nameEn: 'Auditor', sees: 'all', rights: ['report.read'], isTwoFactor: false }
  await change('/api/roles/auditor', role, 1, 'PUT')
  const source = 'Văn bản thử'
  const { version } = (await administrator.send('GET', `/api/agencies/${app.finance}`)).body as { version: number }
  await change(`/api/agencies/${app.finance}/aliases`, { alias: 'Bộ Tiền (Mẫu)', source }, version)
  await change('/api/working-calendar/2027/choices', { holiday: 'tet', daysBefore: 2, source }, 1, 'PUT')

  // A secret is stored nowhere: a caller who missed it requests another, on the version that the first one left.
  const body = { agencyId: app.health, name: 'Ứng dụng', scopes: ['tasks.read'] }
  const client = (await administrator.send('POST', '/api/clients', { body })).body as { clientId: string }
  await change(`/api/clients/${client.clientId}`, { name: 'Ứng dụng', scopes: ['tasks.report'] }, 1, 'PUT')
  const renew = () =>
    administrator.send('POST', `/api/clients/${client.clientId}/secret`, { ifMatch: 2, key: 'bi-mat' })
  assert.deepEqual([(await renew()).status, codeOf(await renew())], [200, 'request.stale'])
  const { rows } = await sql<{ text: string }>`
    select coalesce(string_agg(key || result::text, ' '), '') as text from platform.idempotency`.execute(app.db)
  assert.doesNotMatch(rows[0]!.text, /bi-mat|dhs_/)
})
