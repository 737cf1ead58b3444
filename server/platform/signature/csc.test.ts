import assert from 'node:assert/strict'
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto'
import { test } from 'node:test'
import { CLIENT, cscProvider, PIN } from './csc.fixture.ts'
import { openProvider } from './csc.ts'
import { type KeyReason, KeyRefused } from './words-keys.ts'

const hashOf = (text: Uint8Array) => createHash('sha256').update(text).digest()
const isRefused = (reason: KeyReason) => (error: unknown) => {
  assert.ok(error instanceof KeyRefused, String(error))
  assert.equal(error.reason, reason, error.message)
  for (const secret of [PIN, '000000', CLIENT.clientSecret])
    assert.ok(!`${error.message}${error.stack}`.includes(secret))
  return true
}

test('signs one hash and a batch, each batch authorised for its own hashes', async (t) => {
  for (const algorithm of ['rsa-sha256', 'ecdsa-sha256'] as const) {
    const { url, holder, state } = await cscProvider(t, { algorithm, isOlder: algorithm === 'rsa-sha256' })
    const provider = openProvider({ url, ...CLIENT })
    assert.equal(await provider.name(), 'Dịch vụ ký từ xa MẪU')
    assert.deepEqual(await provider.credentials(), ['khoa-1', 'khoa-2'])
    const key = await provider.open('khoa-1', { pin: PIN })
    assert.equal(key.algorithm, algorithm)
    assert.deepEqual(key.chain.map(Buffer.from), holder.chain.map(Buffer.from))
    const texts = Array.from({ length: 7 }, () => randomBytes(30))
    const signatures = await key.sign(texts.map(hashOf))
    const publicKey = createPublicKey(holder.key)
    for (const [at, text] of texts.entries()) {
      assert.ok(verify('sha256', text, publicKey, signatures[at] ?? Buffer.alloc(0)), `${algorithm} ${at}`)
    }
    assert.equal(state.calls.filter((call) => call === 'credentials/authorize').length, 3, 'three hashes at once')
    assert.equal(state.calls.filter((call) => call.endsWith('oauth2/token')).length, 1)
  }
})

test('takes r and s one after the other, and refuses a signature of something else', async (t) => {
  const { url, holder, state } = await cscProvider(t, { algorithm: 'ecdsa-sha256' })
  const key = await openProvider({ url, ...CLIENT }).open('khoa-1', { pin: PIN })
  state.forge = (der) => {
    const size = der[3] ?? 0
    const pad = (part: Uint8Array) => Buffer.concat([Buffer.alloc(32), part]).subarray(-32)
    return Buffer.concat([pad(der.subarray(4, 4 + size)), pad(der.subarray(6 + size))])
  }
  const text = randomBytes(10)
  const [signature] = await key.sign([hashOf(text)])
  assert.ok(signature && verify('sha256', text, createPublicKey(holder.key), signature))
  state.swapHash = true
  await assert.rejects(key.sign([hashOf(text)]), isRefused('certificate.does_not_fit'))
})

test('a wrong PIN is refused and not tried again; then the key is locked', async (t) => {
  const { url, state } = await cscProvider(t)
  const provider = openProvider({ url, ...CLIENT })
  for (let i = 0; i < 3; i++) {
    const key = await provider.open('khoa-1', { pin: '000000' })
    await assert.rejects(key.sign([hashOf(randomBytes(9))]), isRefused('provider.pin'))
    assert.equal(state.wrongPins, i + 1)
  }
  const key = await provider.open('khoa-1', { pin: PIN })
  await assert.rejects(key.sign([hashOf(randomBytes(9))]), isRefused('provider.locked'))
  await assert.rejects(provider.open('khoa-1'), isRefused('provider.pin'))
})

test('a one-time code is sent, signs once, and is refused if it is wrong', async (t) => {
  for (const isOlder of [false, true]) {
    const { url, state } = await cscProvider(t, { otp: true, isOlder })
    const provider = openProvider({ url, ...CLIENT })
    await assert.rejects(provider.open('khoa-1', { pin: PIN }), isRefused('provider.pin'))
    await provider.sendOtp('khoa-1')
    const wrong = await provider.open('khoa-1', { pin: PIN, otp: '000000' })
    await assert.rejects(wrong.sign([hashOf(randomBytes(9))]), isRefused('provider.pin'))
    const key = await provider.open('khoa-1', { pin: PIN, otp: state.otp })
    await assert.rejects(key.sign(Array.from({ length: 4 }, () => hashOf(randomBytes(9)))), isRefused('provider.pin'))
    assert.equal((await key.sign([hashOf(randomBytes(9)), hashOf(randomBytes(9))])).length, 2)
    await assert.rejects(key.sign([hashOf(randomBytes(9))]), isRefused('provider.pin'))
  }
})

test('an authorisation that ended, and hashes it is not for, are refused by the provider', async (t) => {
  const { url, state } = await cscProvider(t)
  const provider = openProvider({ url, ...CLIENT })
  const key = await provider.open('khoa-1', { pin: PIN })
  state.sadMs = 0
  await assert.rejects(key.sign([hashOf(randomBytes(9))]), isRefused('provider.expired'))
  state.sadMs = 60_000
  // The fixture itself: another hash under the same activation data.
  const post = async (method: string, body: object, token: string) =>
    (
      await fetch(`${url}/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json() as Promise<Record<string, string>>
  const form = new URLSearchParams({ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret })
  const signIn = await fetch(`${new URL(url).origin}/sign-in/oauth2/token`, { method: 'POST', body: form })
  const { access_token: token } = (await signIn.json()) as { access_token: string }
  const [one, other] = [hashOf(randomBytes(9)).toString('base64'), hashOf(randomBytes(9)).toString('base64')]
  const authData = [{ id: 'PIN', value: PIN }]
  const { SAD } = await post('credentials/authorize', { authData, hashes: [one], numSignatures: 1 }, token)
  const { error_description } = await post('signatures/signHash', { SAD, hashes: [other] }, token)
  assert.match(error_description ?? '', /not authorized/)
})

test('asks again only what changes nothing, and takes a new token where the old one is refused', async (t) => {
  const { url, state, forgetTokens } = await cscProvider(t)
  const provider = openProvider({ url, ...CLIENT })
  state.failing.set('info', 1)
  state.failing.set('credentials/info', 1)
  const key = await provider.open('khoa-1', { pin: PIN })
  forgetTokens()
  assert.equal((await key.sign([hashOf(randomBytes(9))])).length, 1)
  for (const method of ['credentials/authorize', 'signatures/signHash']) {
    state.failing.set(method, 1)
    const before = state.calls.filter((call) => call === method).length
    await assert.rejects(key.sign([hashOf(randomBytes(9))]), isRefused('provider.unreachable'))
    assert.equal(state.calls.filter((call) => call === method).length, before + 1, method)
  }
})

test('refuses what is not there: provider, credential, client, key', async (t) => {
  const { url, state } = await cscProvider(t)
  const provider = openProvider({ url, ...CLIENT })
  await assert.rejects(provider.open('khoa-9', { pin: PIN }), isRefused('provider.absent'))
  state.isDisabled = true
  await assert.rejects(provider.open('khoa-1', { pin: PIN }), isRefused('provider.locked'))
  await assert.rejects(
    openProvider({ url, ...CLIENT, clientSecret: 'khác' }).credentials(),
    isRefused('provider.refused'),
  )
  const nowhere = openProvider({ url: 'http://127.0.0.1:9/csc/v2', ...CLIENT })
  await assert.rejects(nowhere.name(), isRefused('provider.unreachable'))
})
