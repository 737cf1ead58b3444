import assert from 'node:assert/strict'
import test from 'node:test'
import { type Authority, extension, type Issued, newAuthority, type Revoked } from './authority.ts'
import { readCertificate } from './certificate.ts'
import { type Evidence, NO_EVIDENCE } from './chain.ts'
import { entryOf, readCrl } from './crl.ts'
import { boolean, context, integer, sequence, time, tlv } from './der.ts'
import { OID } from './names.ts'
import { ocspRequest, readOcsp } from './ocsp.ts'
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
  trustIn,
} from './signed.fixture.ts'

const authority = newAuthority({ algorithm: 'ecdsa-sha256' })
const URL = 'http://crl.mau.example/ca.crl'
const person = authority.issue({ name: 'Nguyễn Văn Mẫu', organization: 'MẪU', usage: 'person', crlUrl: URL })
const BEFORE = new Date('2026-11-19T00:00:00Z')
const AFTER = new Date('2026-11-25T00:00:00Z')
const bare = await signed(person)
const withStamp = stamped(authority, bare)

const revoked = (at: Date, more: Partial<Revoked> = {}): Evidence =>
  listsOf(authority, NOW, [{ serial: person.serial, at, reason: 4, ...more }])
const state = (cms: Uint8Array, evidence: Evidence, now = NOW) => {
  const verdict = judge(cms, trustIn(authority, evidence, now))
  return [verdict.state, ...found(verdict)]
}

/** The root's list, and an answer about the person or nothing. */
const withAnswer = (...ocsps: Uint8Array[]): Evidence => ({
  ...NO_EVIDENCE,
  // The stamping authority's own standing comes by the list, which does not tell of the person.
  crls: [authority.crl({ at: NOW, by: 'root' })],
  ocsps,
})
const answer = (options: Partial<Parameters<Authority['ocsp']>[1]> = {}) =>
  authority.ocsp(person.serial, { at: NOW, ...options })

test('revoked before the stamp is invalid, after it valid with a note', () => {
  assert.deepEqual(state(withStamp, revoked(BEFORE)), ['invalid', 'revocation.revoked_before'])
  assert.deepEqual(state(withStamp, revoked(STAMPED_AT)), ['invalid', 'revocation.revoked_before'])
  const after = judge(withStamp, trustIn(authority, revoked(AFTER)))
  assert.equal(after.state, 'valid')
  assert.equal(after.level, 'B-LT')
  assert.deepEqual(found(after, ['note']), ['revocation.revoked_after'])
  assert.equal(after.findings[0]?.params?.reason, 'superseded')
})

test('without a stamp, a time that is only claimed leaves doubt where it lies before the revocation', () => {
  assert.deepEqual(state(bare, revoked(BEFORE)), ['invalid', 'revocation.revoked_before'])
  assert.deepEqual(state(bare, revoked(AFTER)), ['unverifiable', 'revocation.revoked_claimed_before'])
})

test('a key that may have been lost before the stamp leaves doubt', () => {
  assert.deepEqual(state(withStamp, revoked(AFTER, { reason: 1, invalidFrom: BEFORE })), [
    'unverifiable',
    'revocation.key_lost_before',
  ])
  assert.deepEqual(state(withStamp, revoked(AFTER, { reason: 1, invalidFrom: AFTER })), ['valid'])
})

test('a hold leaves doubt, and one that was lifted nothing', () => {
  const onHold = revoked(BEFORE, { reason: 6 })
  assert.deepEqual(state(withStamp, onHold), ['unverifiable', 'revocation.on_hold'])
  const later = new Date(NOW.getTime() + 3600_000)
  const lifted = { ...onHold, crls: [...onHold.crls, authority.crl({ at: later })] }
  assert.deepEqual(state(withStamp, lifted, later), ['valid'])
  // Other revocations are for ever.
  const final = { ...NO_EVIDENCE, crls: [...revoked(BEFORE).crls, authority.crl({ at: later })] }
  assert.deepEqual(state(withStamp, final, later), ['invalid', 'revocation.revoked_before'])
})

test('no information is unverifiable, and says where to fetch it', () => {
  const verdict = judge(bare, trustIn(authority, withAnswer()))
  assert.equal(verdict.state, 'unverifiable')
  const [finding] = verdict.findings
  assert.equal(finding?.code, 'revocation.none')
  assert.equal(finding?.params?.urls, URL)
  assert.equal(finding?.params?.name, 'Nguyễn Văn Mẫu')
})

test('information that counted until before the signature says nothing about it', () => {
  const old = new Date('2026-11-01T00:00:00Z')
  const crls = [authority.crl({ at: old }), authority.crl({ at: NOW, by: 'root' })]
  assert.deepEqual(state(bare, { ...NO_EVIDENCE, crls }), ['unverifiable', 'revocation.stale'])
  // What still counted at the proven time is enough for ever.
  const then = [authority.crl({ at: BEFORE }), authority.crl({ at: BEFORE, by: 'root' })]
  assert.deepEqual(state(withStamp, { ...NO_EVIDENCE, crls: then }, new Date('2028-01-01T00:00:00Z')), ['valid'])
  const future = [authority.crl({ at: new Date('2027-01-01T00:00:00Z') }), authority.crl({ at: NOW, by: 'root' })]
  assert.deepEqual(state(bare, { ...NO_EVIDENCE, crls: future }), ['unverifiable', 'revocation.none'])
})

test('an ended certificate: valid if the stamp was before, invalid if after, unverifiable without one', async () => {
  const ends = new Date('2026-11-21T00:00:00Z')
  const ended = authority.issue({ name: 'Hết Hạn Mẫu', usage: 'person', notAfter: ends })
  const cms = await signed(ended)
  const lists = {
    ...NO_EVIDENCE,
    crls: [authority.crl({ at: SIGNED_AT }), authority.crl({ at: SIGNED_AT, by: 'root' })],
  }
  const good = judge(stamped(authority, cms), trustIn(authority, lists, NOW))
  assert.equal(good.state, 'valid')
  assert.deepEqual(found(good, ['note']), ['certificate.ended_since'])
  assert.deepEqual(state(stamped(authority, cms, AFTER), lists), ['invalid', 'certificate.ended_before'])
  assert.ok(state(cms, lists).includes('certificate.ended_unproven'))
  assert.equal(state(cms, lists)[0], 'unverifiable')
  const late = await signed(ended, CONTENT, AFTER)
  assert.ok(state(late, lists).includes('certificate.ended_before'))
  // A list made after the end may have forgotten it.
  const forgotten = { ...NO_EVIDENCE, crls: [authority.crl({ at: NOW }), authority.crl({ at: NOW, by: 'root' })] }
  assert.deepEqual(state(stamped(authority, cms), forgotten), ['unverifiable', 'revocation.stale'])
  const keeps = [extension(OID.expiredCertsOnCrl, time(BEFORE, 'generalized'))]
  const kept = {
    ...NO_EVIDENCE,
    crls: [authority.crl({ at: NOW, extensions: keeps }), authority.crl({ at: NOW, by: 'root' })],
  }
  assert.deepEqual(state(stamped(authority, cms), kept), ['valid'])
})

test('a certificate that was not yet valid at the stamp is invalid', async () => {
  const young = authority.issue({ name: 'Chưa Đến Mẫu', usage: 'person', notBefore: AFTER })
  assert.deepEqual(state(stamped(authority, await signed(young)), listsOf(authority, NOW)), [
    'invalid',
    'certificate.not_yet_valid',
  ])
})

test('a certificate for servers is invalid, and one of another authority unverifiable', async () => {
  const server = authority.issue({ name: 'mau.example', usage: 'tls' })
  assert.deepEqual(state(await signed(server), listsOf(authority, NOW)), ['invalid', 'certificate.not_for_signing'])
  const other = newAuthority({ algorithm: 'ecdsa-sha256', organization: 'Khác MẪU' })
  const cms = await signed(other.issue({ name: 'Nguyễn Văn Mẫu', usage: 'person' }))
  assert.deepEqual(state(cms, listsOf(other, NOW)), ['unverifiable', 'chain.no_anchor'])
})

test('an authority that was revoked takes all it issued with it', () => {
  const lists = {
    ...NO_EVIDENCE,
    crls: [
      authority.crl({ at: NOW }),
      authority.crl({ at: NOW, by: 'root', revoked: [{ serial: authority.issuing.serial, at: BEFORE, reason: 2 }] }),
    ],
  }
  assert.deepEqual(state(bare, lists), ['invalid', 'revocation.revoked_before'])
})

test('OCSP: good, revoked, unknown, and on what day', () => {
  assert.deepEqual(state(bare, withAnswer(answer())), ['valid'])
  assert.deepEqual(state(bare, withAnswer(answer({ status: 'revoked', revokedAt: BEFORE }))), [
    'invalid',
    'revocation.revoked_before',
  ])
  assert.deepEqual(state(bare, withAnswer(answer({ status: 'unknown' }))), ['unverifiable', 'revocation.unknown'])
  assert.deepEqual(state(bare, withAnswer(answer({ at: BEFORE }))), ['unverifiable', 'revocation.stale'])
  // Without a next update it counts for a day.
  assert.deepEqual(state(bare, withAnswer(answer({ nextAt: null }))), ['valid'])
  assert.deepEqual(state(bare, withAnswer(answer({ nextAt: null, at: BEFORE }))), ['unverifiable', 'revocation.stale'])
})

test('OCSP: who may answer', () => {
  const by = (who: Issued) => state(bare, withAnswer(answer({ by: who })))
  assert.deepEqual(by(authority.issuing), ['valid'])
  assert.deepEqual(by(authority.issue({ name: 'MẪU', usage: 'ocsp' })), ['valid'])
  const entitled = ['unverifiable', 'revocation.none', 'revocation.not_entitled']
  assert.deepEqual(by(person), entitled)
  assert.deepEqual(by(authority.root), entitled)
  assert.deepEqual(by(authority.issue({ name: 'MẪU', usage: 'ocsp', notAfter: BEFORE })), entitled)
  const other = newAuthority({ algorithm: 'ecdsa-sha256' })
  assert.deepEqual(by(other.issue({ name: 'MẪU', usage: 'ocsp' })), entitled)
  const changed = Buffer.from(answer())
  changed[changed.indexOf(Buffer.from(person.serial, 'hex')) - 60]! ^= 1
  assert.notEqual(state(bare, withAnswer(changed))[0], 'valid')
})

test('OCSP: a responder that was dismissed before it answered is not entitled', () => {
  const responder = authority.issue({ name: 'MẪU', usage: 'ocsp', crlUrl: URL })
  const using = (at: Date) => {
    const list = authority.crl({ at: NOW, revoked: [{ serial: responder.serial, at }] })
    const { crls, ocsps } = withAnswer(answer({ by: responder, status: 'revoked', revokedAt: BEFORE }))
    return state(bare, { ...NO_EVIDENCE, crls: [...crls, list], ocsps })
  }
  assert.deepEqual(using(new Date(NOW.getTime() + 1000)), ['invalid', 'revocation.revoked_before'])
  // The list itself says nothing bad of the person.
  assert.deepEqual(using(BEFORE), ['valid'])
})

test('OCSP: an answer about another certificate, or a refusal, says nothing', () => {
  const other = authority.issue({ name: 'Trần Thị Mẫu', usage: 'person' })
  assert.deepEqual(state(bare, withAnswer(authority.ocsp(other.serial, { at: NOW }))), [
    'unverifiable',
    'revocation.none',
  ])
  const refused = sequence(integer(6, 0x0a))
  assert.deepEqual(state(bare, withAnswer(refused)), ['unverifiable', 'revocation.none'])
  assert.throws(() => readOcsp(refused), /unauthorized/)
})

test('OCSP: the root answers about the issuing authority', () => {
  const request = ocspRequest(authority.issuing.certificate, authority.root.certificate)
  const ocsps = [answer(), authority.ocsp(request, { at: NOW })]
  assert.deepEqual(state(bare, { ...NO_EVIDENCE, ocsps }), ['valid'])
})

test('a list signed by another key, for others, or in part, is not used', () => {
  const using = (extensions: Uint8Array[]) => {
    const crls = [authority.crl({ at: NOW, extensions }), authority.crl({ at: NOW, by: 'root' })]
    return state(bare, { ...NO_EVIDENCE, crls })
  }
  const scope = (...parts: Uint8Array[]) => [extension(OID.issuingDistributionPoint, sequence(...parts), true)]
  const place = (url: string) => tlv(0xa0, context(0, tlv(0x86, Buffer.from(url))))
  const none = ['unverifiable', 'revocation.none']
  assert.deepEqual(using([]), ['valid'])
  assert.deepEqual(using(scope(place(URL))), ['valid'])
  assert.deepEqual(using(scope(tlv(0x81, boolean(true).subarray(2)))), ['valid'])
  assert.deepEqual(using(scope(place('http://crl.mau.example/other.crl'))), none)
  assert.deepEqual(using(scope(tlv(0x82, boolean(true).subarray(2)))), none)
  assert.deepEqual(using(scope(tlv(0x84, boolean(true).subarray(2)))), none)
  assert.deepEqual(using([extension(OID.deltaCrl, integer(1), true)]), none)
  assert.deepEqual(using([extension('2.999.9', integer(1), true)]), none)
  const forged = Buffer.from(authority.crl({ at: NOW }))
  forged[forged.length - 10]! ^= 1
  assert.deepEqual(state(bare, { ...NO_EVIDENCE, crls: [forged, authority.crl({ at: NOW, by: 'root' })] }), [
    ...none,
    'revocation.not_entitled',
  ])
})

test('a serial is found among a hundred thousand in little time', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => ({ serial: (0x100000 + index).toString(16), at: BEFORE }))
  const crl = readCrl(authority.crl({ at: NOW, revoked: [...many, { serial: person.serial, at: BEFORE, reason: 1 }] }))
  const started = performance.now()
  assert.equal(entryOf(crl, person.serial)?.reason, 1)
  assert.equal(entryOf(crl, readCertificate(authority.issuing.certificate).serial), null)
  assert.ok(performance.now() - started < 1000)
})
