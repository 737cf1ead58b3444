import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Answer, freshApp, type Method, type SendOptions, type Visitor } from '../test/app.ts'
import type { HeldPost, Person, PersonRow } from './person-shapes.ts'
import { needsSecond } from './reset.ts'

type Given = { waits: boolean; invitation: { link: string | null } | null }

const codeOf = ({ body }: Answer) => (body as { code: string }).code
const given = ({ body }: Answer) => body as Given

/** A ministry with its leader, who signs in, and its focal point; two administrators. */
async function ministry(t: TestContext) {
  const app = await freshApp(t)
  const [first, second] = [await app.as('administrator'), await app.as('administrator')]
  const focal = await app.as('focalPoint', { agency: 'bo-y-te' })
  const leader = await app.as('leader', { agency: 'bo-y-te' })
  const id = leader.actor.personId!
  const url = `/api/people/${id}`
  const look = async (visitor: Visitor = first) => (await visitor.send('GET', url)).body as Person
  /** Each act on the version that the one before left. */
  const act = async (visitor: Visitor, what: string, body: object) =>
    visitor.send('POST', `${url}/${what}`, { body, ifMatch: (await look()).version })
  const request = (visitor: Visitor) => act(visitor, 'invitation', {})
  const settle = (visitor: Visitor, isApproved: boolean) => act(visitor, 'reset', { isApproved })
  const move = async (visitor: Visitor, email: string) =>
    visitor.send('PATCH', url, {
      body: { fullName: leader.actor.name, email },
      ifMatch: (await look()).version,
    })
  const postOf = async ({ actor }: Visitor) => {
    const { post_id } = await app.db
      .selectFrom('registry.post')
      .select('post_id')
      .where('person_id', '=', actor.personId)
      .executeTakeFirstOrThrow()
    return post_id
  }
  /** The same person in a browser. */
  const browser = async ({ email, password }: Visitor) => {
    const answer = await app.send('POST', '/api/auth/sign-in/email', { body: { email, password } })
    const cookie = [answer.headers['set-cookie']].flat().map((one) => String(one).split(';')[0])
    const headers = { cookie: cookie.join('; '), host: 'dieuhanh.test', origin: 'http://dieuhanh.test' }
    return (method: Method, path: string, options: SendOptions = {}) => app.send(method, path, { ...options, headers })
  }
  return { ...app, first, second, focal, leader, id, url, look, request, settle, move, postOf, browser }
}

test('a link waits without mail or at an address another set, but by who manages all for who has no password yet', () => {
  const moved = '2021-03-04T05:00:00Z'
  for (const [access, emailChangedAt, hasMail, keepsAll, want] of [
    ['invited', null, false, true, false],
    ['expired', null, false, true, false],
    ['invited', null, false, false, true],
    ['expired', null, false, false, true],
    ['invited', null, true, false, false],
    ['open', null, false, true, true],
    ['open', null, true, true, false],
    ['open', moved, true, true, true],
    ['invited', moved, true, true, false],
    ['invited', moved, true, false, true],
  ] as const)
    assert.equal(
      needsSecond({ access, emailChangedAt }, { hasMail, keepsAll }),
      want,
      `${access} ${emailChangedAt} ${hasMail} ${keepsAll}`,
    )
})

test('without mail two who manage all people give a new password to someone who signs in', async (t) => {
  const { first, second, focal, id, as, look, request, settle, move } = await ministry(t)
  const asked = await request(focal)
  assert.deepEqual([asked.status, given(asked).waits, given(asked).invitation], [200, true, null])
  assert.equal(codeOf(await settle(focal, true)), 'person.reset_needs_another', 'who asked, without the right')
  assert.deepEqual([(await look()).reset?.requestedBy, (await look()).reset?.maySettle], [focal.actor.name, true])
  const listed = async (visitor: Visitor) =>
    ((await visitor.send('GET', '/api/people?access=reset')).body as { rows: PersonRow[] }).rows.map((row) => row.id)
  assert.deepEqual(await listed(first), [id])

  // The focal point may be the administrator under another name: one administrator is not enough.
  const supported = await settle(first, true)
  assert.deepEqual([supported.status, given(supported).waits, given(supported).invitation], [200, true, null])
  assert.equal(codeOf(await settle(first, true)), 'person.reset_needs_another')
  assert.deepEqual([await listed(first), await listed(second)], [[], [id]])
  const landing = async (visitor: Visitor) =>
    ((await visitor.send('GET', '/api/landing')).body as { rows: { name: string; count: number }[] }).rows.find(
      ({ name }) => name === 'people.resets',
    )?.count
  assert.deepEqual([await landing(first), await landing(second)], [undefined, 1])

  // Who set the address does not decide either.
  assert.equal((await move(second, 'cua.toi@mau.gov.vn')).status, 200)
  assert.deepEqual(
    [codeOf(await settle(second, true)), (await look()).reset?.isAddressOfAnother],
    ['person.reset_needs_another', true],
  )
  const third = await as('administrator')
  assert.match(given(await settle(third, true)).invitation!.link!, /loi-moi#/)
  assert.equal(codeOf(await settle(third, true)), 'person.no_reset')
})

test('what a deputy requests in the name of the holder of a post, the holder does not decide', async (t) => {
  const { first, second, focal, browser, postOf, look, url, settle } = await ministry(t)
  const postId = await postOf(first)
  const body = { postId, deputyId: focal.actor.personId, kind: 'absent', from: '2021-02-28', to: '2021-03-01' }
  assert.equal((await first.send('POST', '/api/deputations', { body })).status, 201)
  const deputy = await browser(focal)
  const { posts } = (await deputy('GET', '/api/me/posts')).body as { posts: HeldPost[] }
  const { deputationId } = posts.find((post) => post.deputationId !== null)!
  assert.equal((await deputy('POST', '/api/me/post', { body: { postId, deputationId } })).status, 200)
  const asked = await deputy('POST', `${url}/invitation`, { body: {}, ifMatch: (await look()).version })
  assert.deepEqual([asked.status, given(asked).waits], [200, true])
  assert.equal(codeOf(await settle(first, true)), 'person.reset_needs_another')
  assert.equal((await look(second)).reset?.maySettle, true)
})

test('a link ends with a new request, a refusal, and a change of the own password', async (t) => {
  const { first, second, leader, send, browser, request, settle, look } = await ministry(t)
  const given72 = async () => {
    await request(first)
    return given(await settle(second, true)).invitation!.link!.split('#')[1]!
  }
  const isOpen = async (code: string) => (await send('POST', '/api/invitation', { body: { code } })).status === 200
  const code = await given72()
  assert.ok(await isOpen(code))
  await request(first)
  assert.ok(!(await isOpen(code)))
  assert.equal((await settle(second, false)).status, 200)
  const again = await given72()
  const changed = await (await browser(leader))('POST', '/api/account/password', {
    body: { currentPassword: leader.password, newPassword: 'voi-tim-lang-le-qua-cau' },
  })
  assert.equal(changed.status, 204, JSON.stringify(changed.body))
  assert.ok(!(await isOpen(again)))
  assert.equal((await look()).access, 'open')
})

test('who manages the people of an agency gets no link of a person added by another', async (t) => {
  const { first, focal, agency } = await ministry(t)
  const post = { agencyId: await agency('bo-y-te'), role: 'leader', title: 'Thứ trưởng', from: '2021-02-28' }
  const body = { fullName: 'Bùi Mới Mẫu', email: 'bui.moi@mau.gov.vn', post }
  const { id } = (await first.send('POST', '/api/people', { body })).body as { id: number }
  const moved = await focal.send('PATCH', `/api/people/${id}`, {
    body: { fullName: body.fullName, email: 'ke.gian@mau.gov.vn' },
    ifMatch: 1,
  })
  assert.equal(moved.status, 200)
  const asked = await focal.send('POST', `/api/people/${id}/invitation`, { body: {}, ifMatch: 2 })
  assert.deepEqual([given(asked).waits, given(asked).invitation], [true, null])
  // They have no password yet, so one who manages all people is enough.
  const settled = await first.send('POST', `/api/people/${id}/reset`, { body: { isApproved: true }, ifMatch: 3 })
  assert.match(given(settled).invitation!.link!, /loi-moi#/)
})

test('nobody rises by their own hand: a post, a deputation, a right of their own role', async (t) => {
  const { first, focal, leader, agency, postOf } = await ministry(t)
  const post = { agencyId: await agency('bo-y-te'), role: 'leader', title: 'Tự phong', from: '2021-02-28' }
  const own = await focal.send('POST', `/api/people/${focal.actor.personId}/posts`, { body: post, ifMatch: 1 })
  assert.deepEqual([own.status, codeOf(own)], [403, 'post.to_oneself'])
  const postId = await postOf(leader)
  const deputed = await first.send('POST', '/api/deputations', {
    body: { postId, deputyId: first.actor.personId, kind: 'absent', from: '2021-02-28', to: '2021-03-01' },
  })
  assert.deepEqual([deputed.status, codeOf(deputed)], [403, 'post.to_oneself'])
  const { rows: roles } = (await first.send('GET', '/api/roles')).body as {
    rows: {
      role: string
      version: number
      rights: string[]
      name: string
      nameEn: string
      sees: string
      isTwoFactor: boolean
    }[]
  }
  const { role, version, ...words } = roles.find((one) => one.role === 'administrator')!
  const { name, nameEn, sees, isTwoFactor } = words
  const raise = (rights: string[]) =>
    first.send('PUT', `/api/roles/${role}`, { body: { name, nameEn, sees, isTwoFactor, rights }, ifMatch: version })
  const risen = await raise([...words.rights, 'urge.sign'])
  assert.deepEqual(
    [risen.status, (risen.body as { fields: { code: string }[] }).fields[0]!.code],
    [400, 'role.own_rights'],
  )
  assert.equal((await raise(words.rights)).status, 200)
})
