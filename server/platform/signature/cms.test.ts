import assert from 'node:assert/strict'
import { createHash, hash } from 'node:crypto'
import test from 'node:test'
import { extension, newAuthority } from './authority.ts'
import { readCertificate } from './certificate.ts'
import { NO_EVIDENCE } from './chain.ts'
import { finishCms, judgeSigners, prepareCms, signatureValueOf, wantedFor, withEvidence, withTimeStamp } from './cms.ts'
import { contextPrimitive, derOf, isSame, octetString, oid, readDer, sequence, setOf, tlv, Unreadable } from './der.ts'
import { OID } from './names.ts'
import {
  CONTENT,
  found,
  judge,
  listsOf,
  NOW,
  SIGNED_AT,
  STAMPED_AT,
  signed,
  stamped,
  tokenFor,
  trustIn,
} from './signed.fixture.ts'
import { contentInfo, signedDataParts, signerInfoDer } from './signed-data.ts'

const authority = newAuthority({ algorithm: 'ecdsa-sha256' })
const person = authority.issue({
  name: 'Nguyễn Văn Mẫu',
  organization: 'Cơ quan MẪU',
  usage: 'person',
  crlUrl: 'http://crl.mau.example/1.crl',
})
const lists = listsOf(authority, NOW)

test('a signature with a time stamp and its evidence inside is valid at B-LT, without anything fetched', async () => {
  const cms = withEvidence(stamped(authority, await signed(person)), lists)
  const verdict = judge(cms, trustIn(authority))
  assert.deepEqual(found(verdict, ['error', 'doubt', 'warning', 'note']), [])
  assert.equal(verdict.state, 'valid')
  assert.equal(verdict.level, 'B-LT')
  assert.equal(verdict.claimedAt, SIGNED_AT.toISOString())
  assert.equal(verdict.provenAt, STAMPED_AT.toISOString())
  assert.equal(verdict.holder?.name, 'Nguyễn Văn Mẫu')
  assert.equal(verdict.holder?.organization, 'Cơ quan MẪU')
})

test('what was fetched counts, but does not make a signature B-LT', async () => {
  const cms = stamped(authority, await signed(person))
  const verdict = judge(cms, { ...trustIn(authority), fetched: lists })
  assert.equal(verdict.state, 'valid')
  assert.equal(verdict.level, 'B-T')
})

test('a signature that was prepared here may be finished elsewhere, from plain data', async () => {
  const { chain, algorithm, signingKey } = person
  const prepared = prepareCms({ contentHash: hash('sha256', CONTENT, 'buffer'), chain, algorithm })
  const text = JSON.stringify(prepared, (_key, value) =>
    value?.type === 'Buffer' ? { base64: Buffer.from(value.data).toString('base64') } : value,
  )
  const again = JSON.parse(text, (_key, value) => (value?.base64 ? Buffer.from(value.base64, 'base64') : value))
  const [signature] = await signingKey.sign([again.hash])
  const verdict = judge(finishCms(again, signature!), trustIn(authority, lists))
  assert.equal(verdict.state, 'valid')
  // PAdES: the time is in the dictionary.
  assert.equal(verdict.claimedAt, null)
})

test('a hash of another length is refused', () => {
  const { chain, algorithm } = person
  assert.throws(() => prepareCms({ contentHash: new Uint8Array(20), chain, algorithm }), RangeError)
  assert.throws(() => prepareCms({ contentHash: new Uint8Array(32), chain: [], algorithm }), RangeError)
})

test('changed content is invalid', async () => {
  const verdict = judge(await signed(person), trustIn(authority, lists), Buffer.from('khác'))
  assert.equal(verdict.state, 'invalid')
  assert.deepEqual(found(verdict), ['cms.content_changed'])
})

test('a changed attribute is invalid', async () => {
  const cms = Buffer.from(await signed(person))
  // The claimed time is signed: one day earlier.
  const at = cms.indexOf('261120030000Z')
  assert.ok(at > 0)
  cms.write('261119030000Z', at)
  const verdict = judge(cms, trustIn(authority, lists))
  assert.equal(verdict.state, 'invalid')
  assert.deepEqual(found(verdict), ['cms.signature_wrong'])
})

test('another certificate of the same key in place of the one signed with is invalid', async () => {
  const other = authority.issue({ name: 'Trần Thị Mẫu', organization: 'MẪU', usage: 'person', key: person.key })
  const cms = await signed(person)
  const parts = signedDataParts(cms)
  const signer = signerInfoDer({
    certificate: readCertificate(other.certificate),
    algorithm: person.algorithm,
    signedAttributes: derOf(parts.signers.at(0).at(3)),
    signature: signatureValueOf(cms),
  })
  const swapped = contentInfo([
    parts.version.bytes,
    parts.hashes.bytes,
    parts.encapsulated.bytes,
    setOf(other.chain, 0xa0),
    setOf([signer]),
  ])
  const verdict = judge(swapped, trustIn(authority, lists))
  assert.equal(verdict.state, 'invalid')
  assert.deepEqual(found(verdict), ['cms.other_certificate'])
  assert.equal(verdict.level, null)
})

test('another hash algorithm outside than inside is seen', async () => {
  const cms = Buffer.from(await signed(person))
  const parts = signedDataParts(cms)
  // The last arc of SHA-256 in the signer's own field becomes SHA-384.
  const field = parts.signers.at(0).at(2).content
  const at = cms.indexOf(field, cms.length - 400)
  cms[at + field.length - 1] = 2
  const verdict = judge(cms, trustIn(authority, lists))
  assert.equal(verdict.state, 'invalid')
  assert.ok(found(verdict).includes('cms.hashes_differ'))
})

test('without its certificate it cannot be verified, and with it from elsewhere it can', async () => {
  const cms = await signed(person)
  const parts = signedDataParts(cms)
  const bare = contentInfo([
    parts.version.bytes,
    parts.hashes.bytes,
    parts.encapsulated.bytes,
    setOf(parts.signers.children.map(({ bytes }) => bytes)),
  ])
  const without = judge(bare, trustIn(authority, lists))
  assert.equal(without.state, 'unverifiable')
  assert.deepEqual(found(without), ['cms.no_certificate'])
  assert.equal(judge(bare, trustIn(authority, { ...lists, certificates: person.chain })).state, 'valid')
})

test('a signature by the key alone names no certificate, and is of no level', async () => {
  const content = Buffer.from('không thuộc tính')
  const rsa = newAuthority()
  const who = rsa.issue({ name: 'Nguyễn Văn Mẫu', usage: 'person' })
  const [signature] = await who.signingKey.sign([hash('sha256', content, 'buffer')])
  const prepared = prepareCms({
    contentHash: hash('sha256', content, 'buffer'),
    chain: who.chain,
    algorithm: 'rsa-sha256',
  })
  const parts = signedDataParts(finishCms(prepared, signature!))
  const fields = parts.signers.at(0).children.map(({ bytes }) => bytes)
  const old = contentInfo([
    parts.version.bytes,
    parts.hashes.bytes,
    parts.encapsulated.bytes,
    parts.certificates!.bytes,
    setOf([sequence(...fields.toSpliced(3, 1))]),
  ])
  const trust = trustIn(rsa, listsOf(rsa, NOW))
  const verdict = judge(old, trust, content)
  assert.equal(verdict.state, 'valid')
  assert.equal(verdict.level, null)
  assert.deepEqual(found(verdict, ['warning']), ['cms.no_signing_certificate'])
  assert.deepEqual(found(judge(old, trust)), ['cms.signature_wrong'])
})

test('all signers are judged, and the worst decides', async () => {
  const other = authority.issue({ name: 'Trần Thị Mẫu', organization: 'MẪU', usage: 'person' })
  const [one, two] = [signedDataParts(await signed(person)), signedDataParts(await signed(other))]
  const both = (second: typeof two) =>
    contentInfo([
      one.version.bytes,
      one.hashes.bytes,
      one.encapsulated.bytes,
      setOf([...person.chain, other.certificate], 0xa0),
      setOf([one.signers.at(0).bytes, second.signers.at(0).bytes]),
    ])
  const good = judge(both(two), trustIn(authority, lists))
  assert.equal(good.state, 'valid')
  assert.deepEqual(found(good, ['note']), ['cms.several_signers'])
  const wrong = both(signedDataParts(await signed(other, Buffer.from('khác'))))
  assert.equal(judge(wrong, trustIn(authority, lists)).state, 'invalid')
  const each = judgeSigners(wrong, (algorithm) => hash(algorithm, CONTENT, 'buffer'), trustIn(authority, lists))
  assert.deepEqual(each.map(({ state }) => state).sort(), ['invalid', 'valid'])
})

test('a stamp of something else is refused, and a stamp that is false proves no time', async () => {
  const cms = await signed(person)
  const strange = tokenFor(authority, Buffer.from('khác'), STAMPED_AT)
  assert.throws(
    () => withTimeStamp(cms, strange),
    (error) => error instanceof Unreadable && error.code === 'time_stamp.other',
  )
  const { chain, algorithm } = person
  const prepared = prepareCms({ contentHash: hash('sha256', CONTENT, 'buffer'), chain, algorithm })
  const [signature] = await person.signingKey.sign([prepared.hash])
  const verdict = judge(finishCms(prepared, signature!, strange), trustIn(authority, lists))
  assert.equal(verdict.provenAt, null)
  assert.equal(verdict.level, 'B-B')
  assert.equal(verdict.state, 'valid')
  assert.deepEqual(found(verdict, ['warning']), ['time_stamp.invalid', 'time_stamp.other_imprint'])
})

test('of two stamps the earlier counts, and each is kept', async () => {
  const later = new Date('2026-11-25T00:00:00Z')
  const cms = stamped(authority, stamped(authority, await signed(person), later), STAMPED_AT)
  assert.equal(judge(cms, trustIn(authority, lists)).provenAt, STAMPED_AT.toISOString())
})

test('evidence is added once', async () => {
  const once = withEvidence(await signed(person), lists)
  assert.ok(isSame(once, withEvidence(once, lists)))
  assert.ok(isSame(once, withEvidence(once, { ...NO_EVIDENCE, certificates: person.chain })))
})

test('what is missing is named: for the signer, the stamp and both authorities, or where their certificates lie', async () => {
  const cms = stamped(authority, await signed(person))
  const names = (wanted: ReturnType<typeof wantedFor>) =>
    wanted.revocation.map(({ certificate, issuer }) => [certificate.subject.commonName, issuer.subject.commonName])
  const issuing = 'MẪU - Tổ chức chứng thực'
  assert.deepEqual(names(wantedFor(cms, trustIn(authority))), [
    ['Nguyễn Văn Mẫu', issuing],
    [issuing, 'MẪU - Tổ chức chứng thực gốc'],
    ['MẪU - Dấu thời gian', issuing],
  ])
  assert.deepEqual(wantedFor(cms, trustIn(authority, lists)), { revocation: [], issuerUrls: [] })
  const url = tlv(0x86, Buffer.from('http://mau.example/issuing.cer'))
  const extensions = [extension(OID.authorityInfoAccess, sequence(sequence(oid(OID.caIssuers), url)))]
  const other = authority.issue({ name: 'Trần Thị Mẫu', usage: 'person', extensions })
  const lonely = await signed({ ...other, chain: [other.certificate] })
  assert.deepEqual(wantedFor(lonely, trustIn(authority)), {
    revocation: [],
    issuerUrls: ['http://mau.example/issuing.cer'],
  })
})

test('a claimed time after the proven one is a warning', async () => {
  const cms = stamped(authority, await signed(person, CONTENT, new Date('2026-11-21T00:00:00Z')))
  const verdict = judge(cms, trustIn(authority, lists))
  assert.equal(verdict.state, 'valid')
  assert.deepEqual(found(verdict, ['warning']), ['cms.claimed_after_proven'])
})

test('lengths and pieces of BER, and zeros at the end, change nothing', async () => {
  const cms = stamped(authority, await signed(person))
  const bent = Buffer.concat([indefinite(cms), Buffer.alloc(500)])
  assert.ok(bent.length > cms.length + 500)
  const verdict = judge(bent, trustIn(authority, lists))
  assert.deepEqual(found(verdict), [])
  assert.equal(verdict.level, 'B-LT')
  assert.equal(judge(Buffer.concat([cms, Buffer.from('x')]), trustIn(authority, lists)).state, 'unverifiable')
})

/** The same with indefinite lengths down to where certificates begin, which stay DER, as strangers write. */
function indefinite(der: Uint8Array, depth = 0): Buffer {
  const value = readDer(der)
  if ((value.tag & 0x20) === 0 || depth > 3) {
    if (value.tag !== 0x04 || depth > 5) return Buffer.from(der)
    return Buffer.concat([Buffer.from([0x24, 0x80]), octetString(value.content), Buffer.from([0, 0])])
  }
  const inside = value.children.map(({ bytes }) => indefinite(bytes, depth + 1))
  return Buffer.concat([Buffer.from([value.tag, 0x80]), ...inside, Buffer.from([0, 0])])
}

test('attributes that were signed out of order are right, with a warning', async () => {
  const rsa = newAuthority()
  const who = rsa.issue({ name: 'Nguyễn Văn Mẫu', usage: 'person' })
  const prepared = prepareCms({
    contentHash: hash('sha256', CONTENT, 'buffer'),
    chain: who.chain,
    algorithm: 'rsa-sha256',
  })
  const reversed = tlv(
    0x31,
    ...readDer(prepared.signedAttributes)
      .children.map(({ bytes }) => bytes)
      .reverse(),
  )
  const [signature] = await who.signingKey.sign([createHash('sha256').update(reversed).digest()])
  const cms = finishCms({ ...prepared, signedAttributes: reversed }, signature!)
  const verdict = judge(cms, trustIn(rsa, listsOf(rsa, NOW)))
  assert.equal(verdict.state, 'valid')
  assert.deepEqual(found(verdict, ['warning']), ['cms.attributes_unordered'])
})

test('bytes that are no signature are named, not thrown', () => {
  for (const bytes of [new Uint8Array(), Uint8Array.of(0x30), sequence(), contextPrimitive(0, new Uint8Array(9))]) {
    const verdict = judge(bytes, trustIn(authority))
    assert.equal(verdict.state, 'unverifiable')
    assert.equal(verdict.findings.length, 1)
  }
})
