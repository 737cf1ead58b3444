import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { type TOTP, URI } from 'otpauth'
import { type Answer, freshApp, type TestApp, type Visitor } from '../../test/app.ts'
import { type Browser, openBrowser } from '../../test/browser.ts'
import { newAuthenticator } from './authenticator.fixture.ts'

const ORIGIN = 'http://localhost:8080'
const codeOf = ({ body }: Answer) => (body as { code?: string }).code
const factorStateIn = async (browser: Browser) =>
  ((await browser.send('GET', '/api/me')).body as { secondFactor: { state: string; factors: string[] } }).secondFactor

async function signedIn(app: TestApp, who: Visitor, options = {}): Promise<Browser> {
  const browser = openBrowser(app, options)
  const answer = await browser.signIn(who)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return browser
}

/** Enrols an authenticator app as its owner does. Returns the app and the recovery codes. */
async function enrol(browser: Browser, { password }: Visitor): Promise<{ app: TOTP; code: string; codes: string[] }> {
  const begun = await browser.send('POST', '/api/account/totp', { body: { password } })
  assert.equal(begun.status, 200, JSON.stringify(begun.body))
  const app = URI.parse((begun.body as { address: string }).address) as TOTP
  const code = app.generate()
  const confirmed = await browser.send('POST', '/api/account/totp/confirm', { body: { code } })
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body))
  return { app, code, codes: (confirmed.body as { recoveryCodes: string[] }).recoveryCodes }
}

/** The code after the one that enrolling used up. */
const nextCode = (app: TOTP) => app.generate({ timestamp: Date.now() + 30_000 })
const prove = (browser: Browser, code: string) => browser.send('POST', '/api/second-factor/code', { body: { code } })
const requireFor = (app: TestApp, role: string) =>
  sql`update registry.role set is_two_factor = true where role = ${role}`.execute(app.db)
const eventsOf = async (app: TestApp, who: Visitor) =>
  (
    await app.db
      .selectFrom('platform.audit')
      .select('event')
      .where('subject_kind', '=', 'person')
      .where('subject_id', '=', String(who.actor.personId))
      .where('event', '<>', 'person.added')
      .orderBy('id')
      .execute()
  ).map(({ event }) => event)

test('an authenticator app, once enrolled, is required in every session, and each code works once', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('followUp')
  const [first, other] = [await signedIn(app, lan), await signedIn(app, lan)]
  assert.deepEqual(await factorStateIn(first), { state: 'none', factors: [] })

  const wrongPassword = await first.send('POST', '/api/account/totp', { body: { password: 'khong-phai-cai-nay' } })
  assert.deepEqual([wrongPassword.status, codeOf(wrongPassword)], [400, 'password.wrong'])
  const begun = await first.send('POST', '/api/account/totp', { body: { password: lan.password } })
  assert.equal(begun.status, 200)
  assert.deepEqual(await factorStateIn(other), { state: 'none', factors: [] }, 'nothing counts before the first code')
  const wrong = await first.send('POST', '/api/account/totp/confirm', { body: { code: '000000' } })
  assert.deepEqual([wrong.status, codeOf(wrong)], [400, 'secondFactor.wrong_code'])

  const { app: phone, code: enrolled, codes } = await enrol(first, lan)
  assert.equal(codes.length, 10)
  assert.deepEqual(await factorStateIn(first), { state: 'proved', factors: ['totp'] })
  assert.equal((await other.send('GET', '/api/me')).status, 401, 'the session that was open before')
  const before = { headers: { authorization: `Bearer ${lan.token}` } }
  assert.equal((await app.send('GET', '/api/tasks', before)).status, 401, 'and the token')
  assert.equal((await other.signIn(lan)).status, 200)
  assert.deepEqual(await factorStateIn(other), { state: 'toProve', factors: ['totp'] })
  const refused = await other.send('GET', '/api/tasks')
  assert.deepEqual([refused.status, codeOf(refused)], [403, 'auth.second_factor_required'])
  assert.equal((await first.send('GET', '/api/tasks')).status, 200)

  const used = await prove(other, enrolled)
  assert.deepEqual([used.status, codeOf(used)], [400, 'secondFactor.wrong_code'], 'the code that enrolled')
  const code = nextCode(phone)
  const both = await Promise.all([prove(other, code), prove(await signedIn(app, lan), code)])
  assert.deepEqual(both.map(({ status }) => status).sort(), [204, 400], 'of two at the same time, one')
  assert.deepEqual(await eventsOf(app, lan), ['secondFactor.enrolled', 'session.revoked'])
})

test('someone who knows only the password reaches the second factor and no further', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('followUp')
  const own = await signedIn(app, lan)
  await enrol(own, lan)
  const thief = await signedIn(app, lan)
  const { password } = lan
  const acts: [Parameters<Browser['send']>[0], string, object?][] = [
    ['POST', '/api/account/totp', { password }],
    ['POST', '/api/account/totp/confirm', { code: '123456' }],
    ['POST', '/api/account/totp/remove', { password }],
    ['POST', '/api/account/passkeys/options', { password }],
    ['POST', '/api/account/passkeys', { challengeId: 'x', name: 'x', response: {} }],
    ['POST', '/api/account/recovery-codes', { password }],
    ['POST', '/api/account/password', { currentPassword: password, newPassword: 'con meo den ngu tren ghe' }],
    ['POST', '/api/account/tokens', { name: 'x', days: 1, scopes: ['tasks'] }],
    ['POST', '/api/account/identity', undefined],
    ['DELETE', '/api/account/sessions', undefined],
    ['GET', '/api/account', undefined],
    ['GET', '/api/openapi.json', undefined],
  ]
  for (const [method, url, body] of acts) {
    const answer = await thief.send(method, url, body ? { body } : {})
    if (url === '/api/openapi.json') assert.equal(answer.status, 200)
    else assert.deepEqual([answer.status, codeOf(answer)], [403, 'auth.second_factor_required'], `${method} ${url}`)
  }
  assert.equal((await thief.send('GET', '/api/me')).status, 200)
  assert.equal((await thief.send('POST', '/api/auth/sign-out', { body: {} })).status, 200)
})

test('thirty codes at the same time are checked no more often than thirty in turn', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('followUp')
  const own = await signedIn(app, lan)
  await enrol(own, lan)
  const thief = await signedIn(app, lan, { address: '10.1.1.1' })
  const codes = Array.from({ length: 30 }, (_, at) => String(at).padStart(6, '0'))
  const answers = await Promise.all(codes.map((code) => prove(thief, code)))
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  assert.deepEqual([count(400), count(429)], [5, 25])
})

test('codes can be guessed only a few times, and guessing does not lock the owner out of a known browser', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('followUp')
  const own = await signedIn(app, lan)
  const { app: phone, codes } = await enrol(own, lan)
  // The browser is known from the first sign-in on; the thief's is not.
  const thief = await signedIn(app, lan, { address: '10.1.1.1' })
  for (let guess = 1; guess <= 5; guess++) {
    const answer = await prove(thief, String(guess).padStart(6, '0'))
    assert.equal(answer.status, 400, `guess ${guess}`)
  }
  const stopped = await prove(thief, nextCode(phone))
  assert.deepEqual([stopped.status, codeOf(stopped)], [429, 'auth.too_many'])
  assert.equal((await prove(thief, codes[0]!)).status, 429, 'recovery codes count against the same limit')
  const another = await signedIn(app, lan, { address: '10.2.2.2' })
  assert.equal((await prove(another, nextCode(phone))).status, 429, 'from another address too')

  assert.equal((await own.send('POST', '/api/auth/sign-out', { body: {} })).status, 200)
  assert.equal((await own.signIn(lan)).status, 200)
  assert.equal((await prove(own, nextCode(phone))).status, 204, 'the owner, where they always sign in')
  assert.ok((await eventsOf(app, lan)).includes('secondFactor.guessed'))

  await sql`update platform.sign_in_failure set since = since - interval '16 minutes'`.execute(app.db)
  for (let round = 0; round < 3; round++) {
    for (let guess = 1; guess <= 5; guess++) assert.equal((await prove(thief, '000000')).status, 400)
    await sql`update platform.sign_in_failure set since = since - interval '16 minutes'`.execute(app.db)
  }
  const tomorrow = await prove(thief, '000000')
  assert.equal(tomorrow.status, 429, 'twenty in a day')
  assert.match((tomorrow.body as { detail: string }).detail, /giờ/)
})

test('a recovery code replaces a lost telephone, once; after renewal the old ones are invalid', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('followUp')
  const { codes } = await enrol(await signedIn(app, lan), lan)
  const again = await signedIn(app, lan)
  assert.equal((await prove(again, ` ${codes[0]!.toLowerCase().replaceAll('-', ' ')}`)).status, 204, 'as users type it')
  assert.equal((await again.send('GET', '/api/tasks')).status, 200)
  const third = await signedIn(app, lan)
  assert.equal((await prove(third, codes[0]!)).status, 400, 'used')

  const renewed = await again.send('POST', '/api/account/recovery-codes', { body: { password: lan.password } })
  const fresh = (renewed.body as { recoveryCodes: string[] }).recoveryCodes
  assert.equal((await prove(third, codes[1]!)).status, 400, 'ended')
  assert.equal((await prove(third, fresh[1]!)).status, 204)
  const kept = await app.db.selectFrom('platform.recovery_code').select('sha256').execute()
  assert.ok(kept.every(({ sha256 }) => !sha256.toString('latin1').includes(fresh[2]!)))
  assert.deepEqual(await eventsOf(app, lan), [
    'secondFactor.enrolled',
    'secondFactor.recovered',
    'secondFactor.codesRenewed',
    'secondFactor.recovered',
  ])
})

test('a role that requires a second factor lets no one work without one, by session or by token', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('followUp')
  await requireFor(app, 'followUp')
  const browser = await signedIn(app, lan)
  assert.deepEqual(await factorStateIn(browser), { state: 'toEnrol', factors: [] })
  const refused = await browser.send('GET', '/api/tasks')
  assert.equal(codeOf(refused), 'auth.second_factor_required')
  assert.equal((refused.body as { factorState: string }).factorState, 'toEnrol')
  const token = await lan.send('GET', '/api/tasks')
  assert.deepEqual([token.status, codeOf(token)], [403, 'auth.second_factor_required'], 'a token made without')

  await enrol(browser, lan)
  assert.equal((await browser.send('GET', '/api/tasks')).status, 200)
  const made = await browser.send('POST', '/api/account/tokens', {
    body: { name: 'sổ tay', scopes: ['tasks', 'administration'], days: 30, password: lan.password },
  })
  const authorization = `Bearer ${(made.body as { token: string }).token}`
  assert.equal((await app.send('GET', '/api/tasks', { headers: { authorization } })).status, 200)
  const last = await browser.send('POST', '/api/account/totp/remove', { body: { password: lan.password } })
  assert.deepEqual([last.status, codeOf(last)], [409, 'secondFactor.required'])
})

test('the app is removed by a user who proved it and knows the password, and its codes go with it', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('followUp')
  const browser = await signedIn(app, lan)
  await enrol(browser, lan)
  assert.equal((await browser.send('POST', '/api/account/totp', { body: { password: lan.password } })).status, 409)
  assert.equal(
    (await browser.send('POST', '/api/account/totp/remove', { body: { password: 'sai-mat-khau' } })).status,
    400,
  )
  assert.equal(
    (await browser.send('POST', '/api/account/totp/remove', { body: { password: lan.password } })).status,
    204,
  )
  assert.deepEqual(await app.db.selectFrom('platform.recovery_code').selectAll().execute(), [])
  assert.deepEqual(await factorStateIn(await signedIn(app, lan)), { state: 'none', factors: [] })
  const { rows } = await sql<{ secret: Buffer }>`select secret from platform.totp`.execute(app.db)
  assert.equal(rows.length, 0)
  assert.deepEqual(await eventsOf(app, lan), ['secondFactor.enrolled', 'secondFactor.removed'])
})

async function withPasskey(t: TestContext) {
  const app = await freshApp(t, { env: { ORIGIN } })
  const lan = await app.as('followUp')
  const browser = await signedIn(app, lan)
  const key = newAuthenticator()
  const begun = await browser.send('POST', '/api/account/passkeys/options', { body: { password: lan.password } })
  assert.equal(begun.status, 200, JSON.stringify(begun.body))
  const { challengeId, options } = begun.body as { challengeId: string; options: object }
  const body = { challengeId, name: 'Khóa ở bàn', response: key.create(options, ORIGIN) }
  const added = await browser.send('POST', '/api/account/passkeys', { body })
  assert.equal(added.status, 201, JSON.stringify(added.body))
  assert.equal((added.body as { recoveryCodes: string[] }).recoveryCodes.length, 10)
  const again = await browser.send('POST', '/api/account/passkeys', { body })
  assert.deepEqual([again.status, codeOf(again)], [400, 'auth.challenge_gone'])
  return { app, lan, browser, key }
}

const begin = async (browser: Browser, url: string) =>
  (await browser.send('POST', `${url}/options`)).body as { challengeId: string; options: object }

test('a passkey alone signs in as two factors, and proves the second after a password', async (t) => {
  const { app, lan, browser, key } = await withPasskey(t)
  assert.deepEqual(await factorStateIn(browser), { state: 'proved', factors: ['passkey'] })

  const door = openBrowser(app)
  const challenge = await begin(door, '/api/sign-in/passkey')
  const response = key.get(challenge.options, ORIGIN)
  const entered = await door.send('POST', '/api/sign-in/passkey', {
    body: { ...challenge, options: undefined, response },
  })
  assert.equal(entered.status, 204, JSON.stringify(entered.body))
  assert.deepEqual(await factorStateIn(door), { state: 'proved', factors: ['passkey'] })
  const played = await openBrowser(app).send('POST', '/api/sign-in/passkey', {
    body: { challengeId: challenge.challengeId, response },
  })
  assert.deepEqual([played.status, codeOf(played)], [400, 'auth.challenge_gone'], 'replayed')

  const byPassword = await signedIn(app, lan)
  assert.deepEqual(await factorStateIn(byPassword), { state: 'toProve', factors: ['passkey'] })
  const half = await begin(byPassword, '/api/second-factor/passkey')
  const proof = { challengeId: half.challengeId, response: key.get(half.options, ORIGIN) }
  const elsewhere = await (await signedIn(app, lan)).send('POST', '/api/second-factor/passkey', { body: proof })
  assert.equal(codeOf(elsewhere), 'auth.challenge_gone', 'a proof belongs to its session')
  assert.equal((await byPassword.send('POST', '/api/second-factor/passkey', { body: proof })).status, 204)
  assert.equal((await byPassword.send('GET', '/api/tasks')).status, 200)

  const { passkeys } = (await browser.send('GET', '/api/account')).body as { passkeys: { id: number; name: string }[] }
  assert.deepEqual(
    passkeys.map(({ name }) => name),
    ['Khóa ở bàn'],
  )
  const other = await signedIn(app, await app.as('followUp'))
  assert.equal((await other.send('DELETE', `/api/account/passkeys/${passkeys[0]!.id}`)).status, 404)
  assert.equal((await browser.send('DELETE', `/api/account/passkeys/${passkeys[0]!.id}`)).status, 204)
  assert.deepEqual(await eventsOf(app, lan), ['passkey.added', 'passkey.removed', 'session.revoked'])
})

test('a passkey of another site, another key, an older count or another user is refused', async (t) => {
  const { app, lan, key } = await withPasskey(t)
  const tryWith = async (make: (options: object) => unknown, browser = openBrowser(app)) => {
    const { challengeId, options } = await begin(browser, '/api/sign-in/passkey')
    return browser.send('POST', '/api/sign-in/passkey', { body: { challengeId, response: make(options) } })
  }
  const phished = await tryWith((options) => key.get(options, 'https://dieuhanh.example.com'))
  assert.deepEqual([phished.status, codeOf(phished)], [400, 'passkey.not_taken'])
  assert.equal((await tryWith((options) => newAuthenticator().get(options, ORIGIN))).status, 400)
  const stale = await tryWith((options) => {
    key.count = 1
    return key.get(options, ORIGIN)
  })
  assert.equal(codeOf(stale), 'passkey.not_taken', 'a copy of the key')
  key.count = 50
  const forged = await tryWith((options) => {
    const answer = key.get(options, ORIGIN)
    return {
      ...answer,
      response: { ...answer.response, signature: answer.response.signature.replace(/^.{12}/, 'AAAAAAAAAAAA') },
    }
  })
  assert.equal(codeOf(forged), 'passkey.not_taken')
  for (const nonsense of [{}, { id: 'x' }, { id: 7, response: null }]) {
    assert.equal((await tryWith(() => nonsense)).status, 400)
  }

  const minh = await app.as('followUp')
  const browser = await signedIn(app, minh)
  await enrol(browser, minh)
  const half = await signedIn(app, minh)
  const { challengeId, options } = await begin(half, '/api/second-factor/passkey')
  const body = { challengeId, response: key.get(options, ORIGIN) }
  assert.equal(codeOf(await half.send('POST', '/api/second-factor/passkey', { body })), 'passkey.not_taken')

  await sql`update platform.user set deactivated_at = now() where id = ${lan.actor.userId}`.execute(app.db)
  assert.equal((await tryWith((options) => key.get(options, ORIGIN))).status, 400, 'a closed sign-in')
})

test('where the address is a bare IP address, passkeys are refused with the reason', async (t) => {
  const app = await freshApp(t)
  const answer = await openBrowser(app, { origin: 'http://127.0.0.1:8080' }).send(
    'POST',
    '/api/sign-in/passkey/options',
  )
  assert.deepEqual([answer.status, codeOf(answer)], [409, 'passkey.needs_name'])
})

test('a user who lost every factor is let in by an administrator only', async (t) => {
  const app = await freshApp(t)
  const [nga, keeper, focal] = [
    await app.as('officer', { agency: 'bo-y-te' }),
    await app.as('administrator'),
    await app.as('focalPoint', { agency: 'bo-y-te' }),
  ]
  await requireFor(app, 'officer')
  const browser = await signedIn(app, nga)
  await enrol(browser, nga)
  const owing = await signedIn(app, nga)
  assert.equal((await factorStateIn(owing)).state, 'toProve')
  const url = `/api/people/${nga.actor.personId}/clear-second-factors`
  const clear = (visitor: Visitor) => visitor.send('POST', url, { body: {}, ifMatch: 1 })
  const refused = await clear(focal)
  assert.deepEqual([refused.status, codeOf(refused)], [403, 'person.factors_not_allowed'])
  assert.equal((await factorStateIn(owing)).state, 'toProve', 'refused, nothing has changed')
  const own = await keeper.send('POST', `/api/people/${keeper.actor.personId}/clear-second-factors`, {
    body: {},
    ifMatch: 1,
  })
  assert.deepEqual([own.status, codeOf(own)], [409, 'person.oneself_factors'])

  const cleared = await clear(keeper)
  assert.equal(cleared.status, 200, JSON.stringify(cleared.body))
  assert.equal((await browser.send('GET', '/api/me')).status, 401, 'open sessions have ended')
  const again = await signedIn(app, nga)
  assert.equal((await factorStateIn(again)).state, 'toEnrol')
  assert.equal((await again.send('GET', '/api/tasks')).status, 403, 'not signed in before there is a new factor')
  await enrol(again, nga)
  assert.equal((await again.send('GET', '/api/tasks')).status, 200)
  assert.ok((await eventsOf(app, nga)).includes('person.factorsCleared'))
})
