import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import test from 'node:test'
import { certify, extension, newAuthority, newKey } from './authority.ts'
import { holderOf, isWeakKey, publicKeyOf, readCertificate } from './certificate.ts'
import { integer, readDer, sequence, tlv, Unreadable } from './der.ts'
import { nameDer, nameOf, OID } from './names.ts'

const authority = newAuthority({ algorithm: 'ecdsa-sha256' })

test('a certificate says who holds it, for what, and where to ask', () => {
  const { certificate, serial } = authority.issue({
    name: 'Nguyễn Văn Mẫu',
    organization: 'Bộ MẪU',
    units: ['Văn phòng', 'Phòng Văn thư'],
    identifier: 'CCCD:001099000000',
    usage: 'person',
    notBefore: new Date('2024-01-01T00:00:00Z'),
    notAfter: new Date('2051-01-01T00:00:00Z'),
    ocspUrl: 'http://ocsp.mau.example/',
    crlUrl: 'http://crl.mau.example/ca.crl',
  })
  const read = readCertificate(certificate)
  assert.equal(read.subject.commonName, 'Nguyễn Văn Mẫu')
  assert.equal(
    read.subject.text,
    'UID=CCCD:001099000000, CN=Nguyễn Văn Mẫu, OU=Phòng Văn thư, OU=Văn phòng, O=Bộ MẪU, C=VN',
  )
  assert.deepEqual(read.subject.units, ['Văn phòng', 'Phòng Văn thư'])
  assert.deepEqual(read.subject.identifiers, [{ kind: 'CCCD', number: '001099000000' }])
  assert.equal(read.serial, serial)
  assert.equal(read.notAfter.toISOString(), '2051-01-01T00:00:00.000Z')
  assert.deepEqual(read.keyUsage, { digitalSignature: true, nonRepudiation: true, keyCertSign: false, crlSign: false })
  assert.deepEqual(read.purposes, { identifiers: [OID.emailProtection, OID.documentSigning], isCritical: false })
  assert.equal(read.isAuthority, false)
  assert.deepEqual(read.ocspUrls, ['http://ocsp.mau.example/'])
  assert.deepEqual(read.crlUrls, ['http://crl.mau.example/ca.crl'])
  assert.equal(read.authorityKeyId, readCertificate(authority.issuing.certificate).subjectKeyId)
  assert.equal(holderOf(read).organization, 'Bộ MẪU')
  assert.equal(readCertificate(Uint8Array.from(certificate)), read)
})

test('an authority may issue, within its length', () => {
  const issuing = readCertificate(authority.issuing.certificate)
  assert.ok(issuing.isAuthority)
  assert.equal(issuing.pathLength, 0)
  assert.equal(readCertificate(authority.root.certificate).pathLength, null)
  assert.deepEqual(issuing.keyUsage, {
    digitalSignature: false,
    nonRepudiation: false,
    keyCertSign: true,
    crlSign: true,
  })
})

test('the same keys and options give the same certificates', () => {
  // RSA: the signature of the same bytes is the same.
  const keys = { root: newKey('rsa-sha256'), issuing: newKey('rsa-sha256') }
  const [one, other] = [newAuthority({ keys }), newAuthority({ keys })]
  assert.deepEqual(one.root.certificate, other.root.certificate)
  const key = keys.root
  const asked = { name: 'Nguyễn Văn Mẫu', usage: 'person', key } as const
  assert.deepEqual(one.issue(asked).certificate, other.issue(asked).certificate)
})

const name = (...parts: [string, string][]) => nameOf(readDer(nameDer(parts)))

test('names that differ in case, spaces and composition only are the same, and others are not', () => {
  const one = name([OID.organization, 'Bộ  MẪU '], [OID.commonName, 'Nguyễn'])
  assert.equal(one.key, name([OID.organization, 'bộ mẫu'], [OID.commonName, 'Nguyễn'.normalize('NFD')]).key)
  assert.notEqual(one.key, name([OID.commonName, 'Nguyễn'], [OID.organization, 'Bộ MẪU']).key)
  assert.notEqual(name([OID.commonName, 'a\n2.5.4.10=b']).key, name([OID.commonName, 'a'], [OID.organization, 'b']).key)
})

test('numbers of persons and bodies are told by their kind', () => {
  const kinds = ['MST:0100000000', 'CMND: 012000000', 'MNS-123', '12345'].map(
    (text) => name([OID.userId, text]).identifiers[0],
  )
  assert.deepEqual(kinds, [
    { kind: 'MST', number: '0100000000' },
    { kind: 'CMND', number: '012000000' },
    { kind: 'MNS', number: '123' },
    { kind: 'UID', number: '12345' },
  ])
})

test('keys shorter than anybody should trust are weak', () => {
  const keys = [
    [generateKeyPairSync('rsa', { modulusLength: 1024 }), true],
    [generateKeyPairSync('rsa', { modulusLength: 2048 }), false],
    [generateKeyPairSync('ec', { namedCurve: 'P-521' }), false],
    [generateKeyPairSync('ec', { namedCurve: 'secp224r1' }), true],
    [generateKeyPairSync('ed25519'), true],
  ] as const
  for (const [{ publicKey }, isWeak] of keys) assert.equal(isWeakKey(publicKey), isWeak)
  assert.ok(publicKeyOf(readCertificate(authority.root.certificate)))
})

test('what is no certificate is named', () => {
  const { certificate } = authority.root
  const cut = certificate.subarray(0, certificate.length - 1)
  const unreadable = (bytes: Uint8Array) =>
    assert.throws(
      () => readCertificate(bytes),
      (error) => error instanceof Unreadable,
    )
  unreadable(cut)
  unreadable(new Uint8Array())
  unreadable(sequence(integer(1)))
  unreadable(tlv(0x30, new Uint8Array(70_000)))
  const twice = certify({
    issuer: nameDer([[OID.commonName, 'MẪU']]),
    issuerKey: authority.root.key,
    issuerAlgorithm: 'ecdsa-sha256',
    subject: nameDer([[OID.commonName, 'MẪU']]),
    key: authority.root.key,
    algorithm: 'ecdsa-sha256',
    notBefore: new Date(0),
    notAfter: new Date(0),
    extensions: [extension(OID.crlNumber, integer(1)), extension(OID.crlNumber, integer(1))],
  })
  unreadable(twice.certificate)
})
