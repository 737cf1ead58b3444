import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { CannotStart } from './errors.ts'
import { newAuthority } from './signature/authority.ts'
import { readSignature } from './signature-settings.ts'

test('reads what signatures need; all of it may be absent', (t) => {
  const none = readSignature({})
  assert.deepEqual([none.anchors, none.timeStampUrls, none.providers, none.tokenLibraries.size], [[], [], [], 0])
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-anchors-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const roots = [0, 1, 2].map(() => newAuthority({ algorithm: 'ecdsa-sha256' }).root.certificate)
  const pem = (der: Uint8Array) =>
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`
  writeFileSync(join(folder, 'hai.pem'), `MẪU\n${pem(roots[0]!)}${pem(roots[1]!)}`)
  writeFileSync(join(folder, 'mot.cer'), roots[2]!)
  writeFileSync(join(folder, 'ghi-chu.txt'), 'không phải chứng thư')
  const csc = join(folder, 'csc.json')
  writeFileSync(
    csc,
    JSON.stringify([{ name: 'mau', url: 'https://ky.mau.example/csc/v2', clientId: 'a', clientSecret: 'b' }]),
  )
  const read = readSignature({
    SIGNATURE_ANCHORS: folder,
    SIGNATURE_TSA: 'http://tsa.mau.example, https://tsa2.mau.example/ts',
    SIGNATURE_PKCS11: 'mau=/opt/mau.so',
    SIGNATURE_PKCS11_ENV: 'MAU_CONF',
    MAU_CONF: '/etc/mau',
    SIGNATURE_CSC: csc,
  })
  assert.deepEqual(
    read.anchors.map((one) => Buffer.from(one).toString('hex')),
    roots.map((one) => Buffer.from(one).toString('hex')),
  )
  assert.deepEqual(read.timeStampUrls, ['http://tsa.mau.example/', 'https://tsa2.mau.example/ts'])
  assert.deepEqual([...read.tokenLibraries], [['mau', '/opt/mau.so']])
  assert.deepEqual(read.tokenEnvironment, { MAU_CONF: '/etc/mau' })
  assert.equal(read.providers[0]?.name, 'mau')

  writeFileSync(join(folder, 'hong.pem'), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')
  writeFileSync(csc, '[{"name":"mau","clientSecret":"rat-bi-mat"}]')
  for (const [name, value] of [
    ['SIGNATURE_ANCHORS', folder],
    ['SIGNATURE_ANCHORS', '/nowhere'],
    ['SIGNATURE_TSA', 'ftp://tsa'],
    ['SIGNATURE_PKCS11', 'mau=lib.so'],
    ['SIGNATURE_PKCS11', '/opt/mau.so'],
    ['SIGNATURE_PKCS11_ENV', 'NOT_SET'],
    ['SIGNATURE_PRIVATE_HOSTS', '10.0.0.0/99'],
    ['SIGNATURE_CSC', csc],
    ['SIGNATURE_CSC', join(folder, 'mot.cer')],
  ] as const) {
    assert.throws(
      () => readSignature({ [name]: value }),
      (error: unknown) =>
        error instanceof CannotStart && error.message.includes(name) && !error.message.includes('rat-bi-mat'),
      `${name}=${value}`,
    )
  }
})
