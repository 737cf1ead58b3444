import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Answer, freshApp } from '../../test/app.ts'
import { type Browser, openBrowser } from '../../test/browser.ts'
import { type Citizen, startIdentityServer } from './provider.fixture.ts'

const ORIGIN = 'http://localhost:8080'
const CALLBACK = '/api/sign-in/identity/callback'
const lanAsCitizen: Citizen = {
  subject: 'cccd-001',
  name: 'Trần Thị Lan Mẫu',
  email: 'lan@vneid.example',
  level: 'muc2',
}

const LEVELS = { OIDC_NAME: 'VNeID mẫu', OIDC_LEVELS: 'muc1, muc2, muc3', OIDC_MINIMUM_LEVEL: 'muc2' }

async function world(t: TestContext, env: Record<string, string> = LEVELS) {
  const server = await startIdentityServer(t, `${ORIGIN}${CALLBACK}`)
  const app = await freshApp(t, { env: { ORIGIN, ...server.env, ...env } })
  const lan = await app.as('officer', { name: 'Trần Thị Lan Mẫu' })
  /** Leaves for the provider and comes back; returns the page the browser ends on. */
  const go = async (browser: Browser, from: string, who: Citizen | 'cancel', body?: object) => {
    const sent = await browser.send('POST', from, body ? { body } : {})
    assert.equal(sent.status, 200, JSON.stringify(sent.body))
    return comeBack(browser, await server.visit((sent.body as { url: string }).url, who))
  }
  const enter = (who: Citizen | 'cancel', browser = openBrowser(app), to?: string) =>
    go(browser, '/api/sign-in/identity', who, to === undefined ? {} : { to })
  const link = (browser: Browser, who: Citizen | 'cancel') => go(browser, '/api/account/identity', who)
  const signedIn = async (who = lan) => {
    const browser = openBrowser(app)
    assert.equal((await browser.signIn(who)).status, 200)
    return browser
  }
  return { server, app, lan, enter, link, signedIn }
}

async function comeBack(browser: Browser, address: string): Promise<URL> {
  const answer: Answer = await browser.send('GET', address.slice(ORIGIN.length))
  assert.equal(answer.status, 303)
  return new URL(String(answer.headers.location), ORIGIN)
}
const problemAt = (page: URL) => [page.pathname, page.searchParams.get('problem')]

test('a linked identity signs in; an unlinked one is sent to link first, and never creates an account', async (t) => {
  const { app, lan, enter, link, signedIn } = await world(t)
  assert.deepEqual((await app.send('GET', '/api/sign-in')).body, {
    identity: { name: 'VNeID mẫu' },
    hasMail: false,
    isSetUp: true,
    sample: false,
  })
  const users = await app.db.selectFrom('platform.user').select('id').execute()
  const unlinked = await enter(lanAsCitizen)
  assert.deepEqual(problemAt(unlinked), ['/dang-nhap', 'identity.not_linked'])

  const browser = await signedIn()
  const linked = await link(browser, lanAsCitizen)
  assert.equal(linked.pathname + linked.search, '/tai-khoan?done=identity.linked')
  const account = (await browser.send('GET', '/api/account')).body as { identity: { label: string } }
  assert.equal(account.identity.label, 'lan@vneid.example')

  const door = openBrowser(app)
  const page = await enter(lanAsCitizen, door, '/nhiem-vu?standing=open')
  assert.equal(page.pathname + page.search, '/nhiem-vu?standing=open')
  const me = (await door.send('GET', '/api/me')).body as { userId: string; secondFactor: { state: string } }
  assert.deepEqual([me.userId, me.secondFactor.state], [lan.actor.userId, 'none'])
  assert.equal((await app.db.selectFrom('platform.user').select('id').execute()).length, users.length)

  assert.equal((await browser.send('DELETE', '/api/account/identity')).status, 204)
  assert.deepEqual(problemAt(await enter(lanAsCitizen)), ['/dang-nhap', 'identity.not_linked'])
  const events = await app.db
    .selectFrom('platform.audit')
    .select(['event', 'actor_name'])
    .where('event', 'like', 'identity.%')
    .orderBy('id')
    .execute()
  assert.deepEqual(events, [
    { event: 'identity.linked', actor_name: 'Trần Thị Lan Mẫu' },
    { event: 'identity.unlinked', actor_name: 'Trần Thị Lan Mẫu' },
  ])
})

test('a level of assurance that is too low or missing is refused with the remedy', async (t) => {
  const { enter, link, signedIn } = await world(t)
  const browser = await signedIn()
  await link(browser, lanAsCitizen)
  for (const [level, shown] of [
    ['muc1', 'muc1'],
    [undefined, null],
    ['muc9', 'muc9'],
  ] as const) {
    const page = await enter({ ...lanAsCitizen, level })
    assert.deepEqual(problemAt(page), ['/dang-nhap', 'identity.level_too_low'])
    assert.deepEqual([page.searchParams.get('level'), page.searchParams.get('needed')], [shown, 'muc2'])
  }
  assert.equal((await enter({ ...lanAsCitizen, level: 'muc3' })).pathname, '/')
})

test('from the level the operator trusts as two factors, no further one is required', async (t) => {
  const { app, enter, link, signedIn } = await world(t, { ...LEVELS, OIDC_TWO_FACTOR_LEVEL: 'muc3' })
  await app.db.updateTable('registry.role').set({ is_two_factor: true }).where('role', '=', 'officer').execute()
  const { actor, email, password } = await app.as('auditor')
  const owner = await signedIn({ actor, email, password } as never)
  await link(owner, lanAsCitizen)
  await app.db.updateTable('registry.role').set({ is_two_factor: true }).where('role', '=', 'auditor').execute()
  const state = async (level: string) => {
    const door = openBrowser(app)
    assert.equal((await enter({ ...lanAsCitizen, level }, door)).pathname, '/')
    return ((await door.send('GET', '/api/me')).body as { secondFactor: { state: string } }).secondFactor.state
  }
  assert.equal(await state('muc2'), 'toEnrol')
  assert.equal(await state('muc3'), 'proved')
})

test('one identity belongs to one account, and an account has only one', async (t) => {
  const { app, link, signedIn } = await world(t)
  const [lan, minh] = [await signedIn(), await signedIn(await app.as('officer'))]
  await link(lan, lanAsCitizen)
  assert.deepEqual(problemAt(await link(minh, lanAsCitizen)), ['/tai-khoan', 'identity.taken'])
  const again = await link(lan, lanAsCitizen)
  assert.equal(again.searchParams.get('done'), 'identity.linked', 'linking the same again changes nothing')
  const second = await app.send('GET', '/api/sign-in').then(() => link(lan, { ...lanAsCitizen, subject: 'cccd-002' }))
  assert.deepEqual(problemAt(second), ['/tai-khoan', 'identity.one_only'])
})

test('a verified address links if the operator wants it, an unverified one never', async (t) => {
  const off = await world(t)
  const verified = { ...lanAsCitizen, email: off.lan.email.toUpperCase(), isEmailVerified: true }
  assert.deepEqual(problemAt(await off.enter(verified)), ['/dang-nhap', 'identity.not_linked'])

  const on = await world(t, { ...LEVELS, OIDC_MATCH_EMAIL: 'verified' })
  const unverified = { ...verified, isEmailVerified: false }
  assert.deepEqual(problemAt(await on.enter(unverified)), ['/dang-nhap', 'identity.not_linked'])
  assert.equal((await on.enter(verified)).pathname, '/')
  assert.equal((await on.enter(unverified)).pathname, '/', 'recognised by their identity from then on')
  const other = { ...verified, subject: 'cccd-999' }
  assert.deepEqual(
    problemAt(await on.enter(other)),
    ['/dang-nhap', 'identity.not_linked'],
    'a second one of that address',
  )
  await on.app.db.updateTable('platform.user').set({ deactivated_at: '2021-01-01' }).execute()
  assert.deepEqual(problemAt(await on.enter(verified)), ['/dang-nhap', 'identity.not_linked'], 'a closed sign-in')
})

test('an answer is accepted once, in the browser that started it, with the state and nonce it was started with', async (t) => {
  const { server, app, enter, link, signedIn } = await world(t)
  await link(await signedIn(), lanAsCitizen)
  assert.deepEqual(problemAt(await enter('cancel')), ['/dang-nhap', 'identity.denied'])

  const send = async (browser: Browser) =>
    ((await browser.send('POST', '/api/sign-in/identity', { body: {} })).body as { url: string }).url
  const victim = openBrowser(app)
  const thief = openBrowser(app)
  const answer = await server.visit(await send(thief), lanAsCitizen)
  assert.deepEqual(problemAt(await comeBack(victim, answer)), ['/dang-nhap', 'auth.challenge_gone'], 'no attempt here')
  await send(victim)
  assert.deepEqual(problemAt(await comeBack(victim, answer)), ['/dang-nhap', 'auth.challenge_gone'], 'another attempt')
  assert.equal((await victim.send('GET', '/api/me')).status, 401)

  const url = new URL(await send(thief))
  assert.equal(url.searchParams.get('code_challenge_method'), 'S256')
  url.searchParams.set('nonce', 'cua-nguoi-khac')
  const swapped = await server.visit(url.href, lanAsCitizen)
  assert.deepEqual(problemAt(await comeBack(thief, swapped)), ['/dang-nhap', 'identity.failed'])

  const mine = openBrowser(app)
  const right = await server.visit(await send(mine), lanAsCitizen)
  assert.equal((await comeBack(mine, right)).pathname, '/')
  assert.deepEqual(problemAt(await comeBack(mine, right)), ['/dang-nhap', 'auth.challenge_gone'], 'replayed')

  for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', 'nhiem-vu']) {
    assert.equal((await mine.send('POST', '/api/sign-in/identity', { body: { to } })).status, 400, to)
  }
})

test('an unreachable provider is reported as unreachable, and is tried again', async (t) => {
  const app = await freshApp(t, { env: { ORIGIN, OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'dieuhanh' } })
  for (let attempt = 1; attempt <= 2; attempt++) {
    const answer = await app.send('POST', '/api/sign-in/identity', { body: {} })
    assert.deepEqual([answer.status, (answer.body as { code: string }).code], [503, 'identity.away'])
  }
})
