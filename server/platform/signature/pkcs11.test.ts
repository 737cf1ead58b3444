import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes, verify, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { missing } from '../../test/installed-software.ts'
import { opensslFolder } from './openssl-keys.fixture.ts'
import { openTokens, type Tokens } from './pkcs11.ts'
import type { SigningRefused } from './signer.ts'
import { KeyRefused } from './words-keys.ts'

const LIBRARY = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'].find(existsSync)
const skip = LIBRARY ? missing('softhsm2-util', ['--version']) : 'SoftHSM2 is not installed'
const PIN = '246810'

/** A token "MẪU" with the RSA key 0a01 and the P-256 key 0a02 of an openssl folder; it holds no certificates. */
function softToken(t: TestContext) {
  const made = opensslFolder(t)
  mkdirSync(made.path('tokens'))
  writeFileSync(
    made.path('softhsm.conf'),
    `directories.tokendir = ${made.path('tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  )
  const environment = { SOFTHSM2_CONF: made.path('softhsm.conf') }
  const util = (...args: string[]) =>
    execFileSync('softhsm2-util', args, { env: { ...process.env, ...environment }, stdio: 'pipe' })
  util('--init-token', '--free', '--label', 'MẪU', '--so-pin', '97531', '--pin', PIN)
  for (const [key, id] of [
    ['rsa', '0a01'],
    ['ec', '0a02'],
  ] as const) {
    made.run('pkcs8', '-topk8', '-nocrypt', '-in', `${key}.key`, '-out', `${key}.p8`)
    util('--import', made.path(`${key}.p8`), '--token', 'MẪU', '--label', key, '--id', id, '--pin', PIN)
  }
  const open = (more: { seconds?: number } = {}): Tokens => {
    const tokens = openTokens({ path: LIBRARY ?? '', environment, ...more })
    t.after(() => tokens.close())
    return tokens
  }
  const chains = { rsa: [made.der('rsa.pem'), made.der('ca.pem')], ec: [made.der('ec.pem'), made.der('ca.pem')] }
  return { made, tokens: open(), open, util, chains }
}

const isRefused = (code: SigningRefused['code']) => (error: unknown) => {
  assert.ok(error instanceof KeyRefused, String(error))
  assert.equal(error.code, code, error.message)
  assert.doesNotMatch(`${error.message} ${error.stack}`, new RegExp(`${PIN}|000000`))
  return true
}
const hashOf = (text: Uint8Array) => createHash('sha256').update(text).digest()

test('signs with the keys of a token, many hashes at once', { skip }, async (t) => {
  const { tokens, chains } = softToken(t)
  assert.deepEqual(
    (await tokens.list()).map(({ token, certificates }) => [token, certificates.length]),
    [['MẪU', 0]],
  )
  for (const [name, id] of [
    ['rsa', '0a01'],
    ['ec', '0a02'],
  ] as const) {
    const key = await tokens.open({ token: 'MẪU', key: id, pin: PIN, chain: chains[name] })
    const texts = Array.from({ length: 20 }, () => randomBytes(50))
    const signatures = await key.sign(texts.map(hashOf))
    const { publicKey } = new X509Certificate(chains[name][0] ?? Buffer.alloc(0))
    assert.equal(signatures.length, 20)
    for (const [at, text] of texts.entries()) {
      assert.ok(verify('sha256', text, publicKey, signatures[at] ?? Buffer.alloc(0)), `${name} ${at}`)
    }
    await key.close?.()
    await assert.rejects(key.sign([hashOf(randomBytes(1))]), isRefused('refused'))
  }
})

test('refuses a wrong PIN once, and does not try the same again', { skip }, async (t) => {
  const { tokens, chains, util } = softToken(t)
  const key = { token: 'MẪU', key: '0a01', chain: chains.rsa }
  await assert.rejects(tokens.open({ ...key, pin: '000000' }), isRefused('pin'))
  // The token would now take it: only the memory of the first refusal answers.
  util('--init-token', '--token', 'MẪU', '--label', 'MẪU', '--so-pin', '97531', '--pin', '000000')
  await assert.rejects(tokens.open({ ...key, pin: '000000' }), (error: Error) => {
    assert.match(error.message, /not tried again/)
    return isRefused('pin')(error)
  })
})

test('a wrong PIN is refused also while the right one is logged in', { skip }, async (t) => {
  const { tokens, chains } = softToken(t)
  const key = await tokens.open({ token: 'MẪU', key: '0a01', pin: PIN, chain: chains.rsa })
  await assert.rejects(tokens.open({ token: 'MẪU', key: '0a02', pin: '000000', chain: chains.ec }), isRefused('pin'))
  assert.equal((await key.sign([hashOf(randomBytes(9))])).length, 1, 'the first key logs in again')
})

test('refuses what is not there: token, key, certificate, library', { skip }, async (t) => {
  const { tokens, chains, util, made } = softToken(t)
  await assert.rejects(tokens.open({ token: 'KHÁC', key: '0a01', pin: PIN, chain: chains.rsa }), isRefused('absent'))
  await assert.rejects(tokens.open({ token: 'MẪU', key: 'ffff', pin: PIN, chain: chains.rsa }), isRefused('absent'))
  await assert.rejects(tokens.open({ token: 'MẪU', key: '0a01', pin: PIN }), isRefused('unreadable'))
  // Of another kind, and of another key of the same kind.
  await assert.rejects(tokens.open({ token: 'MẪU', key: '0a01', pin: PIN, chain: chains.ec }), isRefused('refused'))
  const wrong = await tokens.open({ token: 'MẪU', key: '0a02', pin: PIN, chain: [made.der('ca.pem')] })
  await assert.rejects(wrong.sign([hashOf(randomBytes(9))]), isRefused('refused'))
  util('--init-token', '--free', '--label', 'MẪU', '--so-pin', '97531', '--pin', PIN)
  await tokens.close()
  await assert.rejects(tokens.open({ token: 'MẪU', key: '0a01', pin: PIN, chain: chains.rsa }), (error: Error) => {
    assert.match(error.message, /several tokens/)
    return isRefused('absent')(error)
  })
  const nowhere = openTokens({ path: '/nowhere/lib.so' })
  t.after(() => nowhere.close())
  await assert.rejects(nowhere.list(), isRefused('unreachable'))
})

test('a token that is taken away is absent, and signs again when it is back', { skip }, async (t) => {
  const { tokens, chains, made } = softToken(t)
  const key = await tokens.open({ token: 'MẪU', key: '0a02', pin: PIN, chain: chains.ec })
  await key.sign([hashOf(randomBytes(9))])
  const folder = made.path(`tokens/${readdirSync(made.path('tokens'))[0]}`)
  execFileSync('mv', [folder, made.path('away')])
  await tokens.close()
  await assert.rejects(key.sign([hashOf(randomBytes(9))]), isRefused('absent'))
  execFileSync('mv', [made.path('away'), folder])
  await tokens.close()
  assert.equal((await key.sign([hashOf(randomBytes(9))])).length, 1)
})

/** The process of the library, as the system lists it: a child of this one. */
function childOf(path: string): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
      if (parent === process.pid && command.includes('pkcs11-child.ts') && command.includes(path)) return Number(pid)
    } catch {
      // It ended meanwhile.
    }
  }
  return assert.fail('no process of the library')
}

test('starts again after the library fell, also in the middle of signing', { skip }, async (t) => {
  const { tokens, chains } = softToken(t)
  const key = await tokens.open({ token: 'MẪU', key: '0a01', pin: PIN, chain: chains.rsa })
  process.kill(childOf(LIBRARY ?? ''), 'SIGSEGV')
  assert.equal((await key.sign([hashOf(randomBytes(9))])).length, 1)
  const many = key.sign(Array.from({ length: 200 }, () => hashOf(randomBytes(9))))
  const first = childOf(LIBRARY ?? '')
  setTimeout(() => process.kill(first, 'SIGKILL'), 60)
  assert.equal((await many).length, 200)
  assert.notEqual(childOf(LIBRARY ?? ''), first)
  // Its environment and its command hold no PIN.
  const pid = childOf(LIBRARY ?? '')
  for (const file of ['cmdline', 'environ']) assert.ok(!readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(PIN))
})

test('gives up a library that does not answer, and ends its process', { skip }, async (t) => {
  const { chains, open } = softToken(t)
  const tokens = open({ seconds: 1 })
  const key = await tokens.open({ token: 'MẪU', key: '0a01', pin: PIN, chain: chains.rsa })
  const pid = childOf(LIBRARY ?? '')
  process.kill(pid, 'SIGSTOP')
  await assert.rejects(key.sign([hashOf(randomBytes(9))]), isRefused('unreachable'))
  let isThere = true
  for (let i = 0; i < 100 && isThere; i++) {
    await new Promise((done) => setTimeout(done, 50))
    isThere = existsSync(`/proc/${pid}`)
  }
  assert.equal(isThere, false, 'the process is gone')
  assert.equal((await key.sign([hashOf(randomBytes(9))])).length, 1, 'the next one starts another')
})
