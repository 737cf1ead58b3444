import assert from 'node:assert/strict'
import { createHash, createHmac, randomBytes, verify, X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { missing } from '../../test/installed-software.ts'
import { context, integer, NULL, octetString, oid, readDer, sequence } from './der.ts'
import { opensslFolder, pkcs12 } from './openssl-keys.fixture.ts'
import { readPkcs12 } from './pkcs12.ts'
import { hashOf } from './signer.ts'
import { KEY_WORDS, type KeyReason, KeyRefused } from './words-keys.ts'

const skip = missing('openssl', ['version'])
const PASSWORD = 'Mật khẩu-2026'
const now = new Date(Date.now() + 86_400_000)

async function refusal(file: Uint8Array, password = PASSWORD, at = now): Promise<KeyReason> {
  const error = await readPkcs12(file, password, at).then(
    () => assert.fail('the file was read'),
    (error: unknown) => error,
  )
  assert.ok(error instanceof KeyRefused, String(error))
  assert.equal(error.code, KEY_WORDS[error.reason].code)
  assert.doesNotMatch(error.message, /Mật khẩu/)
  return error.reason
}

test('reads what openssl writes, and signs what node:crypto verifies', { skip }, async (t) => {
  const made = opensslFolder(t)
  const old = ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']
  for (const [name, more] of [
    ['AES-256, the way of OpenSSL 3', []],
    ['3DES, the way of old Windows', old],
    ['AES-128, SHA-512', ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-128-CBC', '-macalg', 'sha512', '-iter', '600']],
    ['certificates in the open', ['-certpbe', 'NONE']],
    ['all in the open but for its check', ['-certpbe', 'NONE', '-keypbe', 'NONE']],
  ] as const) {
    for (const key of ['rsa', 'ec']) {
      const signer = await readPkcs12(pkcs12(made, key, PASSWORD, ...more), PASSWORD, now)
      assert.deepEqual(signer.chain.map(Buffer.from), [made.der(`${key}.pem`), made.der('ca.pem')], name)
      const text = randomBytes(100)
      const hash = createHash(hashOf(signer.algorithm)).update(text).digest()
      const [first, second] = await signer.sign([hash, hash])
      const { publicKey } = new X509Certificate(made.read(`${key}.pem`))
      for (const signature of [first, second]) {
        assert.ok(signature && verify('sha256', text, publicKey, signature), `${name}, ${key}`)
      }
    }
  }
})

test('refuses with a reason what it cannot use', { skip }, async (t) => {
  const made = opensslFolder(t)
  const file = pkcs12(made, 'rsa', PASSWORD)
  assert.equal(await refusal(file, 'sai'), 'pkcs12.password')
  assert.equal(await refusal(file, ''), 'pkcs12.password')
  assert.equal(await refusal(pkcs12(made, 'rsa', PASSWORD, '-nomac')), 'pkcs12.no_mac')
  assert.equal(await refusal(pkcs12(made, 'rsa', PASSWORD, '-nokeys')), 'pkcs12.no_key')
  assert.equal(await refusal(file, PASSWORD, new Date(Date.now() + 366 * 86_400_000)), 'certificate.ended')
  assert.equal(await refusal(file, PASSWORD, new Date(Date.now() - 7 * 86_400_000)), 'certificate.not_yet')
  assert.equal(await refusal(file.subarray(0, -20)), 'pkcs12.unreadable')
  assert.equal(await refusal(Buffer.from('không phải tệp khóa')), 'pkcs12.unreadable')
  assert.equal(await refusal(Buffer.alloc(0)), 'pkcs12.unreadable')
  assert.equal(await refusal(Buffer.alloc(2_000_000)), 'pkcs12.too_large')
  assert.equal(await refusal(made.der('rsa.pem')), 'pkcs12.unreadable')
})

// The old ciphers are a part of openssl that some systems leave out.
const skipOld = missing('openssl', ['list', '-provider', 'legacy', '-cipher-algorithms'])
test('refuses the cipher RC2, and says how to convert the file', { skip: skip ?? skipOld }, async (t) => {
  const made = opensslFolder(t)
  const file = pkcs12(made, 'rsa', PASSWORD, '-legacy')
  assert.equal(await refusal(file), 'pkcs12.old_cipher')
  assert.match(KEY_WORDS['pkcs12.old_cipher'].en, /openssl pkcs12 -legacy/)
})

/** A file of these parts with the integrity check of one round, whose key openssl derives. */
function written(made: ReturnType<typeof opensslFolder>, bags: readonly Uint8Array[]): Uint8Array {
  const DATA = oid('1.2.840.113549.1.7.1')
  const safe = sequence(sequence(DATA, context(0, octetString(sequence(...bags)))))
  const password = Buffer.from(`${PASSWORD}\0`, 'utf16le').swap16().toString('hex')
  const key = made.run(
    ...['kdf', '-binary', '-keylen', '32', '-kdfopt', 'digest:SHA256', '-kdfopt', `hexpass:${password}`],
    ...['-kdfopt', 'hexsalt:0102030405060708', '-kdfopt', 'iter:1', '-kdfopt', 'id:3', 'PKCS12KDF'],
  )
  const mac = createHmac('sha256', key).update(safe).digest()
  const check = sequence(sequence(oid('2.16.840.1.101.3.4.2.1'), NULL), octetString(mac))
  return sequence(
    integer(3),
    sequence(DATA, context(0, octetString(safe))),
    sequence(check, octetString(Buffer.from('0102030405060708', 'hex'))),
  )
}

test('refuses several keys, and a key whose certificate is not there', { skip }, async (t) => {
  const made = opensslFolder(t)
  const key = (name: string) =>
    sequence(
      oid('1.2.840.113549.1.12.10.1.1'),
      context(0, made.run('pkcs8', '-topk8', '-nocrypt', '-in', `${name}.key`, '-outform', 'DER')),
    )
  const certificate = (name: string) =>
    sequence(
      oid('1.2.840.113549.1.12.10.1.3'),
      context(0, sequence(oid('1.2.840.113549.1.9.22.1'), context(0, octetString(made.der(`${name}.pem`))))),
    )
  const right = written(made, [certificate('ca'), key('ec'), certificate('ec')])
  assert.equal((await readPkcs12(right, PASSWORD, now)).chain.length, 2)
  assert.equal(await refusal(written(made, [key('ec'), key('rsa'), certificate('ec')])), 'pkcs12.several_keys')
  assert.equal(await refusal(written(made, [key('rsa'), certificate('ec')])), 'pkcs12.does_not_fit')
  assert.equal(await refusal(written(made, [key('rsa')])), 'pkcs12.no_certificate')
  const many = Array<Uint8Array>(70).fill(certificate('ec'))
  assert.equal(await refusal(written(made, many)), 'pkcs12.unreadable')
})

test('refuses a file that asks for ten million rounds, at once', { skip }, async (t) => {
  const made = opensslFolder(t)
  const [version, safe, mac] = readDer(pkcs12(made, 'ec', PASSWORD)).children
  assert.ok(version && safe && mac)
  const slow = (rounds: number) =>
    sequence(version.bytes, safe.bytes, sequence(mac.at(0).bytes, mac.at(1).bytes, integer(rounds)))
  const from = performance.now()
  assert.equal(await refusal(slow(10_000_000)), 'pkcs12.too_slow')
  assert.equal(await refusal(slow(0)), 'pkcs12.unreadable')
  assert.ok(performance.now() - from < 500)
})

test('ends with a reason for files with changed bytes', { skip }, async (t) => {
  const made = opensslFolder(t)
  const file = pkcs12(made, 'ec', PASSWORD)
  for (let at = 0; at < file.length; at += 9) {
    const changed = Buffer.from(file)
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
    // What is not covered by the check, such as a parameter NULL, may be read all the same.
    await readPkcs12(changed, PASSWORD, now).catch((error) =>
      assert.ok(error instanceof KeyRefused, String(error?.stack)),
    )
  }
})
