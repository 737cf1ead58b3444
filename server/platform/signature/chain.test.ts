import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject, sign as signWith } from 'node:crypto'
import test from 'node:test'
import {
  authorityConstraints,
  authorityUsage,
  certify,
  extension,
  type Issued,
  newKey,
  type ToIssue,
} from './authority.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { chainOf, mayNotSign, mayNotStamp } from './chain.ts'
import { bitString, isSame, NULL, oid, readDer, sequence } from './der.ts'
import { nameDer, OID } from './names.ts'
import { found } from './signed.fixture.ts'

const AT = new Date('2026-11-20T00:00:00Z')
const FROM = new Date('2020-01-01T00:00:00Z')
const UNTIL = new Date('2040-01-01T00:00:00Z')

interface Known {
  name: string
  key: KeyObject
  certificate: Certificate
  issued: Issued
}

/** A certificate by an issuer, or by itself. */
function by(issuer: Known | null, name: string, changes: Partial<ToIssue> = {}): Known {
  const key = changes.key ?? newKey('ecdsa-sha256')
  const nameOfIt = (text: string) => nameDer([[OID.commonName, text]])
  const issued = certify({
    issuer: nameOfIt(issuer?.name ?? name),
    issuerKey: issuer?.key ?? key,
    issuerAlgorithm: 'ecdsa-sha256',
    subject: nameOfIt(name),
    algorithm: 'ecdsa-sha256',
    notBefore: FROM,
    notAfter: UNTIL,
    extensions: [authorityConstraints(), authorityUsage()],
    ...changes,
    key,
  })
  return { name, key, issued, certificate: readCertificate(issued.certificate) }
}

const HOLDER: Partial<ToIssue> = { extensions: [] }
const root = by(null, 'Gốc MẪU')
const middle = by(root, 'Cấp MẪU')
const holder = by(middle, 'Nguyễn Văn Mẫu', HOLDER)

const chain = (of: Known, anchors: readonly Known[], others: readonly Known[], at = AT) =>
  chainOf(
    of.certificate,
    anchors.map(({ certificate }) => certificate),
    others.map(({ certificate }) => certificate),
    at,
  )

test('a chain leads to its anchor, whatever else lies about', () => {
  const stranger = by(null, 'Người lạ MẪU')
  const result = chain(holder, [stranger, root], [stranger, holder, middle])
  assert.ok(result.isAnchored)
  assert.deepEqual(
    result.certificates.map(({ subject }) => subject.commonName),
    ['Nguyễn Văn Mẫu', 'Cấp MẪU', 'Gốc MẪU'],
  )
  assert.deepEqual(result.findings, [])
})

test('an anchor may be the issuing authority itself, or the certificate', () => {
  assert.deepEqual(chain(holder, [middle], []).certificates.length, 2)
  const itself = chain(holder, [holder], [])
  assert.ok(itself.isAnchored)
  assert.equal(itself.certificates.length, 1)
})

test('without an anchor it cannot be verified: a wrong one, a missing one between, nobody at all', () => {
  const wrong = by(null, 'Gốc MẪU')
  for (const result of [
    chain(holder, [wrong], [middle]),
    chain(holder, [root], []),
    chain(holder, [], [middle, root]),
  ]) {
    assert.ok(!result.isAnchored)
    assert.deepEqual(found(result), ['chain.no_anchor'])
  }
})

test('a certificate that says it is of an authority whose key did not sign it is forged', () => {
  const forger: Known = { ...middle, key: newKey('ecdsa-sha256') }
  const forged = by(forger, 'Giả MẪU', HOLDER)
  // With the true authority's key named.
  const bytes = Buffer.from(forged.certificate.bytes)
  const keyId = Buffer.from(forged.certificate.authorityKeyId!, 'hex')
  bytes.set(Buffer.from(middle.certificate.subjectKeyId!, 'hex'), bytes.indexOf(keyId))
  const named = { ...forged, certificate: readCertificate(bytes) }
  assert.deepEqual(found(chain(named, [root], [middle])), ['chain.forged', 'chain.no_anchor'])
  assert.deepEqual(found(chain(forged, [root], [middle])), ['chain.no_anchor'])
})

test('an authority that had ended at the instant, or was not yet, leaves doubt', () => {
  const ended = by(root, 'Cấp MẪU', { key: middle.key, notAfter: new Date('2026-11-19T00:00:00Z') })
  assert.deepEqual(found(chain(holder, [root], [ended])), ['chain.authority_not_valid'])
  assert.deepEqual(found(chain(holder, [root], [ended], new Date('2026-11-18T00:00:00Z'))), [])
  assert.deepEqual(found(chain(holder, [root], [middle], new Date('2019-01-01T00:00:00Z'))).length, 2)
  // With another certificate of the same key that was valid, that one is taken.
  assert.deepEqual(found(chain(holder, [root], [ended, middle])), [])
})

test('who is no authority, or may not issue, issues nothing', () => {
  const nobody = by(root, 'Người dùng MẪU', HOLDER)
  assert.deepEqual(found(chain(by(nobody, 'Giả MẪU', HOLDER), [root], [nobody])), ['chain.no_authority'])
  // Not even as an anchor.
  assert.deepEqual(found(chain(by(nobody, 'Giả MẪU', HOLDER), [nobody], [])), ['chain.no_authority'])
  const signs = extension(OID.keyUsage, bitString(Uint8Array.of(0x80), 7), true)
  const limited = by(root, 'Chỉ ký MẪU', { extensions: [authorityConstraints(), signs] })
  assert.deepEqual(found(chain(by(limited, 'Giả MẪU', HOLDER), [root], [limited])), ['chain.may_not_issue'])
})

test('a chain longer than an authority allows is refused', () => {
  const short = by(root, 'Ngắn MẪU', { extensions: [authorityConstraints(0), authorityUsage()] })
  const below = by(short, 'Dưới MẪU')
  assert.deepEqual(found(chain(by(short, 'Người MẪU', HOLDER), [root], [short])), [])
  assert.deepEqual(found(chain(by(below, 'Người MẪU', HOLDER), [root], [short, below])), ['chain.too_long'])
})

test('a condition that must be understood and is not leaves doubt', () => {
  const odd = by(middle, 'Lạ MẪU', { extensions: [extension('2.999.7', NULL, true)] })
  const result = chain(odd, [root], [middle])
  assert.deepEqual(found(result), ['chain.unknown_critical'])
  assert.equal(result.findings[0]?.params?.identifier, '2.999.7')
  const harmless = by(middle, 'Lạ MẪU', { extensions: [extension('2.999.7', NULL)] })
  assert.deepEqual(found(chain(harmless, [root], [middle])), [])
})

test('a weak key and a weak hash leave doubt', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const weak = by(middle, 'Yếu MẪU', { ...HOLDER, key: privateKey, algorithm: 'rsa-sha256' })
  assert.deepEqual(found(chain(weak, [root], [middle])), ['chain.weak_key'])
  const old = oldCertificate()
  assert.deepEqual(found(chain(old.holder, [old.root], [])), ['chain.weak_hash'])
})

/** Signed by SHA-1, as `certify` never does: the algorithm is exchanged and the rest signed again. */
function oldCertificate(): { root: Known; holder: Known } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const rsaRoot = by(null, 'Cũ MẪU', { key: privateKey, issuerAlgorithm: 'rsa-sha256', algorithm: 'rsa-sha256' })
  const modern = by(rsaRoot, 'Người MẪU', { ...HOLDER, issuerAlgorithm: 'rsa-sha256' })
  const sha1 = sequence(oid(OID.sha1WithRsa), NULL)
  const sha256 = sequence(oid(OID.sha256WithRsa), NULL)
  const fields = readDer(modern.certificate.signed).children.map(({ bytes }) => (isSame(bytes, sha256) ? sha1 : bytes))
  const toBeSigned = sequence(...fields)
  const signature = signWith('sha1', toBeSigned, privateKey)
  return {
    root: rsaRoot,
    holder: { ...modern, certificate: readCertificate(sequence(toBeSigned, sha1, bitString(signature))) },
  }
}

test('authorities that issue each other, and hundreds of one name, end', () => {
  const [one, two] = [newKey('ecdsa-sha256'), newKey('ecdsa-sha256')]
  const first: Known = { ...root, name: 'Một MẪU', key: one }
  const second: Known = { ...root, name: 'Hai MẪU', key: two }
  const round = [by(second, 'Một MẪU', { key: one }), by(first, 'Hai MẪU', { key: two })]
  assert.ok(!chain(by(first, 'Người MẪU', HOLDER), [root], round).isAnchored)
  const many = Array.from({ length: 300 }, (_, index) =>
    by(root, 'Cấp MẪU', { key: middle.key, notAfter: new Date(UNTIL.getTime() + index * 1000) }),
  )
  const started = performance.now()
  assert.ok(!chain(holder, [by(null, 'Khác MẪU')], many).isAnchored)
  assert.ok(performance.now() - started < 2000)
})

const withPurposes = (isCritical: boolean, ...purposes: string[]) =>
  by(middle, 'Mục đích MẪU', {
    extensions: [extension(OID.extendedKeyUsage, sequence(...purposes.map(oid)), isCritical)],
  }).certificate

test('certificates for servers, code and other things do not sign documents', () => {
  assert.deepEqual(found({ findings: mayNotSign(holder.certificate) }), [])
  assert.deepEqual(found({ findings: mayNotSign(withPurposes(false, OID.clientAuth, OID.serverAuth)) }), [])
  assert.deepEqual(found({ findings: mayNotSign(withPurposes(false, OID.serverAuth)) }), [
    'certificate.not_for_signing',
  ])
  assert.deepEqual(found({ findings: mayNotSign(withPurposes(false, '2.999.8')) }), ['certificate.purpose_unknown'])
  const encipher = extension(OID.keyUsage, bitString(Uint8Array.of(0x20), 5), true)
  const only = by(middle, 'Mã hóa MẪU', { extensions: [encipher] }).certificate
  assert.deepEqual(found({ findings: mayNotSign(only) }), ['certificate.not_for_signing'])
})

test('a time stamp is signed with a certificate for that, and that alone', () => {
  assert.deepEqual(mayNotStamp(withPurposes(true, OID.timeStamping)), [])
  for (const wrong of [
    withPurposes(false, OID.timeStamping),
    withPurposes(true, OID.timeStamping, OID.emailProtection),
    holder.certificate,
  ])
    assert.deepEqual(found({ findings: mayNotStamp(wrong) }), ['time_stamp.not_for_stamping'])
})
