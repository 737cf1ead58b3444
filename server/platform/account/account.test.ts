import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { house } from '../../house.ts'
import { type Answer, freshApp, type TestApp, type Visitor } from '../../test/app.ts'
import { type Browser, openBrowser } from '../../test/browser.ts'

const codeOf = ({ body }: Answer) => (body as { code?: string }).code
const fieldOf = ({ body }: Answer) => (body as { fields?: { path: string }[] }).fields?.[0]?.path

interface Session {
  id: string
  isCurrent: boolean
  address: string
  userAgent: string
  usedAt: string
}
const accountOf = async (browser: Browser) => {
  const answer = await browser.send('GET', '/api/account')
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as {
    sessions: Session[]
    tokens: { id: number; name: string; scopes: string[] | null }[]
    passwordChangedAt: string
    identity: null
  }
}

async function signedIn(app: TestApp, who: Visitor, options = {}): Promise<Browser> {
  const browser = openBrowser(app, options)
  assert.equal((await browser.signIn(who)).status, 200)
  return browser
}

test('sessions are listed with device, address and last use, and end immediately when revoked', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('officer')
  const desk = await signedIn(app, lan, { userAgent: 'Desk/1', address: '10.0.0.1' })
  const phone = await signedIn(app, lan, { userAgent: 'Phone/2', address: '10.0.0.2' })
  const third = await signedIn(app, lan)
  const { sessions } = await accountOf(desk)
  assert.equal(sessions.length, 3)
  assert.deepEqual(
    [sessions[0]!.isCurrent, sessions[0]!.userAgent, sessions[0]!.address],
    [true, 'Desk/1', '10.0.0.1'],
    'the session in use comes first',
  )
  const other = sessions.find(({ userAgent }) => userAgent === 'Phone/2')!
  assert.deepEqual([other.isCurrent, other.address], [false, '10.0.0.2'])

  const stranger = await signedIn(app, await app.as('officer'))
  assert.equal((await stranger.send('DELETE', `/api/account/sessions/${other.id}`)).status, 404, "someone else's")
  assert.equal((await phone.send('GET', '/api/me')).status, 200)
  assert.equal((await desk.send('DELETE', `/api/account/sessions/${other.id}`)).status, 204)
  assert.equal((await phone.send('GET', '/api/me')).status, 401)

  const rest = await desk.send('DELETE', '/api/account/sessions')
  assert.deepEqual(rest.body, { ended: 1 })
  assert.equal((await third.send('GET', '/api/me')).status, 401)
  assert.equal((await accountOf(desk)).sessions.length, 1)
  const log = await app.db
    .selectFrom('platform.audit')
    .select('detail')
    .where('event', '=', 'session.revoked')
    .execute()
  assert.deepEqual(
    log.map(({ detail }) => detail),
    [null, { others: 1 }],
  )
})

test('a session in use is extended, in the database and in the browser', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('officer')
  const desk = await signedIn(app, lan)
  await sql`update platform.session set expires_at = expires_at - interval '6 minutes', updated_at = updated_at - interval '6 minutes'`.execute(
    app.db,
  )
  const before = (await accountOf(await signedIn(app, lan))).sessions.find(({ isCurrent }) => !isCurrent)!
  const answer = await desk.send('GET', '/api/me')
  assert.match(String(answer.headers['set-cookie']), /dieuhanh\.session_token=.*Max-Age=43200/)
  const after = (await accountOf(desk)).sessions.find(({ id }) => id === before.id)!
  assert.ok(after.usedAt > before.usedAt)
})

test('the password is changed only by a user who knows it, under the password rules, and every other session ends', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('officer', { name: 'Trần Thị Lan Mẫu' })
  const [desk, other] = [await signedIn(app, lan), await signedIn(app, lan)]
  const change = (currentPassword: string, newPassword: string) =>
    desk.send('POST', '/api/account/password', { body: { currentPassword, newPassword } })
  const fresh = 'con meo den ngu tren ghe'
  for (const [current, next, field, code] of [
    ['khong-phai', fresh, 'currentPassword', 'password.wrong'],
    [lan.password, 'ngan', 'newPassword', 'password.too_short'],
    [lan.password, 'matkhau123456', 'newPassword', 'password.common'],
    [lan.password, 'tran thi lan mau 99', 'newPassword', 'password.has_name'],
  ] as const) {
    const answer = await change(current, next)
    assert.deepEqual([answer.status, fieldOf(answer), codeOf(answer)], [400, field, code])
  }
  assert.equal((await other.send('GET', '/api/me')).status, 200)
  assert.equal((await change(lan.password, fresh)).status, 204)
  assert.equal((await desk.send('GET', '/api/me')).status, 200, 'this session continues')
  assert.equal((await other.send('GET', '/api/me')).status, 401)
  assert.equal((await openBrowser(app).signIn(lan)).status, 401, 'the old one')
  assert.equal((await openBrowser(app).signIn({ email: lan.email, password: fresh })).status, 200)
  const log = await app.db.selectFrom('platform.audit').select(['event', 'after']).execute()
  assert.deepEqual(
    log.filter(({ event }) => event === 'password.changed'),
    [{ event: 'password.changed', after: null }],
  )
})

test('guessing the password in an open browser is limited as at sign-in', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('officer')
  const desk = await signedIn(app, lan)
  const guess = () =>
    desk.send('POST', '/api/account/password', { body: { currentPassword: 'doan', newPassword: 'con meo den ngu' } })
  for (let attempt = 1; attempt <= 10; attempt++) assert.equal((await guess()).status, 400)
  assert.equal((await guess()).status, 429)
})

test('tokens are made in a browser, shown once, listed, and end immediately when revoked', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('officer')
  const desk = await signedIn(app, lan)
  const made = await desk.send('POST', '/api/account/tokens', {
    body: { name: ' Sổ tay ', days: 30, scopes: ['tasks'], mayChange: true, password: lan.password },
  })
  assert.equal(made.status, 201)
  const { token } = made.body as { token: string }
  const me = () => app.send('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } })
  assert.equal((await me()).status, 200)
  const { tokens } = await accountOf(desk)
  assert.deepEqual(
    tokens.map(({ name }) => name),
    ['Sổ tay', 'thử'],
  )
  assert.ok(!JSON.stringify(tokens).includes(token))
  const byToken = await app.send('POST', '/api/account/tokens', {
    body: { name: 'x', days: 1, scopes: ['tasks'] },
    headers: { authorization: `Bearer ${token}` },
  })
  assert.deepEqual([byToken.status, codeOf(byToken)], [403, 'token.scope'], 'a token makes no tokens')
  const stranger = await signedIn(app, await app.as('officer'))
  assert.equal((await stranger.send('DELETE', `/api/account/tokens/${tokens[0]!.id}`)).status, 404)
  assert.equal((await desk.send('DELETE', `/api/account/tokens/${tokens[0]!.id}`)).status, 204)
  assert.equal((await me()).status, 401)
  for (const body of [
    { name: ' ', days: 1 },
    { name: 'x', days: 0 },
    { name: 'x', days: 366 },
    { name: 'x', days: 1, scopes: [] },
    { name: 'x', days: 1, scopes: undefined },
    { name: 'x', days: 1, scopes: ['everything'] },
  ]) {
    assert.equal(
      (await desk.send('POST', '/api/account/tokens', { body: { scopes: ['tasks'], ...body, password: lan.password } }))
        .status,
      400,
    )
  }
})

test('a token is made by its owner only, reads unless it may change, and ends with the proof it was made with', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('officer')
  const desk = await signedIn(app, lan)
  const make = (more: object) =>
    desk.send('POST', '/api/account/tokens', { body: { name: 'x', days: 1, scopes: ['directives'], ...more } })
  const none = await make({})
  assert.deepEqual([none.status, codeOf(none)], [400, 'password.needed'])
  assert.equal((await make({ password: 'khong-phai-mat-khau' })).status, 400)
  const bearer = (answer: Answer) => ({ authorization: `Bearer ${(answer.body as { token: string }).token}` })
  const reads = bearer(await make({ password: lan.password }))
  const changes = bearer(await make({ password: lan.password, mayChange: true }))
  const body = { text: 'Văn bản' }
  const refused = await app.send('POST', '/api/directives/paste', { headers: reads, body })
  assert.deepEqual([refused.status, codeOf(refused)], [403, 'token.reads_only'])
  assert.equal((await app.send('GET', '/api/me', { headers: reads })).status, 200)
  assert.notEqual(
    codeOf(await app.send('POST', '/api/directives/paste', { headers: changes, body })),
    'token.reads_only',
  )

  const change = { currentPassword: lan.password, newPassword: 'ngua-xanh-bay-qua-song' }
  assert.equal((await desk.send('POST', '/api/account/password', { body: change })).status, 204)
  for (const headers of [reads, changes]) assert.equal((await app.send('GET', '/api/me', { headers })).status, 401)
})

test('a token with scopes opens the parts it was created for, and nothing else', async (t) => {
  const app = await freshApp(t)
  const boss = await app.as('administrator')
  const desk = await signedIn(app, boss)
  const tokenFor = async (...scopes: string[]) => {
    const body = { name: scopes.join(), days: 1, scopes, password: boss.password }
    const { token } = (await desk.send('POST', '/api/account/tokens', { body })).body as { token: string }
    return { authorization: `Bearer ${token}` }
  }
  const addresses: Record<string, string> = {
    tasks: '/api/tasks',
    directives: '/api/directives',
    urging: '/api/urging/letters',
    oversight: '/api/reports',
    registry: '/api/agencies',
    people: '/api/people',
    administration: '/api/audit',
    home: '/api/landing',
  }
  // What it announces is of every part.
  const live = await app.send('GET', '/api/live', { headers: await tokenFor('registry') })
  assert.deepEqual([live.status, codeOf(live)], [403, 'token.scope'])
  for (const scope of Object.keys(addresses)) {
    const headers = await tokenFor(scope)
    assert.equal((await app.send('GET', '/api/me', { headers })).status, 200)
    for (const [other, url] of Object.entries(addresses)) {
      const answer = await app.send('GET', url, { headers })
      assert.deepEqual(
        [answer.status, codeOf(answer)],
        other === scope ? [200, undefined] : [403, 'token.scope'],
        `${url} with ${scope}`,
      )
    }
    assert.equal((await app.send('GET', '/api/account', { headers })).status, 403, 'the account is for its browser')
  }
  const both = await tokenFor('tasks', 'people')
  assert.equal((await app.send('GET', '/api/tasks', { headers: both })).status, 200)
  assert.equal((await app.send('GET', '/api/people', { headers: both })).status, 200)
  const { tokens } = await accountOf(desk)
  assert.deepEqual(tokens[0]?.scopes, ['tasks', 'people'])
})

test('every route that a token may use belongs to a scope', async (t) => {
  const app = await freshApp(t)
  const { paths } = (await app.send('GET', '/api/openapi.json')).body as {
    paths: Record<string, Record<string, { tags?: string[] }>>
  }
  const tags = new Set(Object.values(paths).flatMap((acts) => Object.values(acts).map(({ tags }) => tags?.[0])))
  for (const tag of ['sign-in', 'system', 'account']) tags.delete(tag)
  assert.deepEqual([...tags].toSorted(), Object.keys(house.tokenScopes).toSorted())
})

test('a user is not locked out by what strangers try: neither in a known browser nor from a known address', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('officer')
  const own = openBrowser(app, { address: '10.0.0.1' })
  assert.equal((await own.signIn(lan)).status, 200)
  await own.send('POST', '/api/auth/sign-out', { body: {} })
  // A hundred tries from many addresses, as a botnet would make, counted once and then continued for real.
  const wrong = { email: lan.email, password: 'doan-mo-mat-khau' }
  assert.equal((await openBrowser(app, { address: '10.9.0.1' }).signIn(wrong)).status, 401)
  await sql`update platform.sign_in_failure set count = 99`.execute(app.db)
  assert.equal((await openBrowser(app, { address: '10.9.0.2' }).signIn(wrong)).status, 401)
  const stranger = await openBrowser(app, { address: '10.9.0.3' }).signIn(lan)
  assert.deepEqual(
    [stranger.status, codeOf(stranger)],
    [429, 'auth.too_many'],
    'an unknown place, even with the password',
  )

  assert.equal(
    (await openBrowser(app, { address: '10.0.0.1' }).signIn(lan)).status,
    200,
    'a new browser at the old place',
  )
  // The owner's own office tries too: the address is used up, the browser is not.
  const colleague = openBrowser(app, { address: '10.0.0.1' })
  for (let attempt = 1; attempt <= 10; attempt++) assert.equal((await colleague.signIn(wrong)).status, 401)
  assert.equal((await openBrowser(app, { address: '10.0.0.1' }).signIn(lan)).status, 429)
  assert.equal((await own.signIn(lan)).status, 200, 'the browser the owner always uses')

  for (let attempt = 1; attempt <= 10; attempt++) assert.equal((await own.signIn(wrong)).status, 401)
  assert.equal((await own.signIn(lan)).status, 429, 'a known browser has its own limit')
  const device = own.cookie('dieuhanh.device')!
  const minh = await app.as('officer')
  const stolen = await app.send('POST', '/api/auth/sign-in/email', {
    body: { email: minh.email, password: 'doan-mo-mat-khau' },
    headers: { cookie: `dieuhanh.device=${device}`, origin: 'http://localhost:8080' },
  })
  assert.equal(stolen.status, 401, 'the cookie of one user means nothing for another')
})

test('user name and address count as one account', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('officer')
  const browser = openBrowser(app)
  for (let attempt = 1; attempt <= 5; attempt++) {
    assert.equal((await browser.signIn({ email: lan.email, password: 'doan-mo-mat-khau' })).status, 401)
    const body = { username: 'nguoi_thu_1', password: 'doan-mo-mat-khau' }
    assert.equal((await browser.send('POST', '/api/auth/sign-in/username', { body })).status, 401)
  }
  assert.equal((await browser.signIn(lan)).status, 429)
})

test('the sign-in page says how users may sign in, and nothing a script could steal', async (t) => {
  const app = await freshApp(t)
  const atFirst = await app.send('GET', '/api/sign-in')
  assert.deepEqual(atFirst.body, { identity: null, hasMail: false, isSetUp: false, sample: false })
  const lan = await app.as('officer')
  assert.deepEqual((await app.send('GET', '/api/sign-in')).body, {
    identity: null,
    hasMail: false,
    isSetUp: true,
    sample: false,
  })
  assert.deepEqual((await openBrowser(app).signIn(lan)).body, {})
  const none = await app.send('POST', '/api/sign-in/identity', { body: {} })
  assert.deepEqual([none.status, codeOf(none)], [404, 'identity.not_configured'])
})
