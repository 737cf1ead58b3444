import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import test from 'node:test'
import { type Issued, newAuthority, type Revoked } from './authority.ts'
import { NO_EVIDENCE, type Trust } from './chain.ts'
import { integer, readDer, sequence, Unreadable, utf8 } from './der.ts'
import {
  CONTENT,
  found,
  judge,
  listsOf,
  NOW,
  STAMPED_AT,
  signed,
  stamped,
  tokenFor,
  trustIn,
} from './signed.fixture.ts'
import { judgeToken, timeStampRequest, tokenOf } from './time-stamp.ts'

const authority = newAuthority({ algorithm: 'ecdsa-sha256' })
const stamper = authority.issue({ name: 'MẪU - Dấu thời gian', usage: 'timeStamp' })
const token = tokenFor(authority, CONTENT, STAMPED_AT, stamper)
const judged = (trust: Partial<Trust> = {}, of = token, content: Uint8Array = CONTENT) =>
  judgeToken(of, (name) => hash(name, content, 'buffer'), { ...trustIn(authority, listsOf(authority, NOW)), ...trust })

test('a token vouches for these bytes, by this authority, at this time', () => {
  const verdict = judged()
  assert.equal(verdict.state, 'valid')
  assert.equal(verdict.at, STAMPED_AT.toISOString())
  assert.equal(verdict.authority?.name, 'MẪU - Dấu thời gian')
  assert.deepEqual(verdict.findings, [])
})

test('of other bytes, or changed itself, it is invalid', () => {
  assert.deepEqual(found(judged({}, token, Buffer.from('khác'))), ['time_stamp.other_imprint'])
  const changed = Buffer.from(token)
  const at = changed.indexOf('20261120030005Z')
  changed.write('20251120030005Z', at)
  const verdict = judged({}, changed)
  assert.equal(verdict.state, 'invalid')
  assert.ok(found(verdict).includes('cms.content_changed'))
})

test('a certificate that is not for stamping makes it invalid', async () => {
  const person = authority.issue({ name: 'Nguyễn Văn Mẫu', usage: 'person' })
  const by = tokenFor(authority, CONTENT, STAMPED_AT, person)
  assert.deepEqual(found(judged({}, by)), ['time_stamp.not_for_stamping'])
  const verdict = judge(
    stamped(authority, await signed(person), STAMPED_AT, person),
    trustIn(authority, listsOf(authority, NOW)),
  )
  assert.equal(verdict.provenAt, null)
  assert.equal(verdict.state, 'valid')
  assert.deepEqual(found(verdict, ['warning']), ['time_stamp.invalid', 'time_stamp.not_for_stamping'])
})

test('the time lies within the validity of its certificate, which may have ended since', () => {
  const of = (options: Partial<Parameters<typeof authority.issue>[0]>) =>
    tokenFor(authority, CONTENT, STAMPED_AT, authority.issue({ name: 'MẪU', usage: 'timeStamp', ...options }))
  assert.ok(
    found(judged({}, of({ notAfter: new Date('2026-11-19T00:00:00Z') }))).includes('time_stamp.outside_validity'),
  )
  const evidence = listsOf(authority, STAMPED_AT)
  const ended = judged({ evidence }, of({ notAfter: new Date('2026-11-21T00:00:00Z') }))
  assert.equal(ended.state, 'valid')
  assert.deepEqual(found(ended, ['warning']), ['time_stamp.authority_ended'])
  // An archive time stamp around it was made in time.
  const inTime = new Date('2026-11-20T12:00:00Z')
  assert.deepEqual(
    judged({ evidence, existedAt: inTime }, of({ notAfter: new Date('2026-11-21T00:00:00Z') })).findings,
    [],
  )
})

test('an authority that lost its key vouches for nothing, one that closed still does', () => {
  const revoked = (more: Partial<Revoked>) =>
    listsOf(authority, NOW, [{ serial: stamper.serial, at: new Date('2026-11-25T00:00:00Z'), ...more }])
  assert.deepEqual(found(judged({ evidence: revoked({ reason: 5 }) })), [])
  assert.deepEqual(found(judged({ evidence: revoked({ reason: 1 }) })), ['time_stamp.authority_revoked'])
  assert.deepEqual(found(judged({ evidence: revoked({}) })), ['time_stamp.authority_revoked'])
  const existedAt = new Date('2026-11-24T00:00:00Z')
  assert.deepEqual(found(judged({ evidence: revoked({ reason: 1 }), existedAt })), [])
})

test('a time that has not come, another anchor, or no evidence leave doubt', () => {
  const future = tokenFor(authority, CONTENT, new Date('2026-12-02T00:00:00Z'), stamper)
  assert.ok(found(judged({}, future)).includes('time_stamp.in_future'))
  assert.ok(found(judged({ anchors: [] })).includes('chain.no_anchor'))
  assert.deepEqual(found(judged({ evidence: NO_EVIDENCE })), ['revocation.none_offered', 'revocation.none_offered'])
  for (const each of [judged({}, future), judged({ anchors: [] }), judged({ evidence: NO_EVIDENCE })])
    assert.equal(each.state, 'unverifiable')
})

test('a stamp proves the time of a signature whose certificate has ended since', async () => {
  const who: Issued = authority.issue({
    name: 'Nguyễn Văn Mẫu',
    usage: 'person',
    notAfter: new Date('2026-11-30T00:00:00Z'),
  })
  const evidence = listsOf(authority, STAMPED_AT)
  const cms = await signed(who)
  assert.equal(judge(stamped(authority, cms), trustIn(authority, evidence)).state, 'valid')
  // An archive time stamp around the file does as much.
  const existedAt = STAMPED_AT
  const verdict = judge(cms, { ...trustIn(authority, evidence), existedAt })
  assert.equal(verdict.state, 'valid')
  assert.equal(verdict.provenAt, STAMPED_AT.toISOString())
  assert.equal(verdict.level, 'B-B')
})

test('only the answer to what was asked is taken', () => {
  const asked = { hash: hash('sha256', CONTENT, 'buffer'), nonce: randomBytes(8) }
  const response = authority.timeStamp(timeStampRequest(asked.hash, asked.nonce), STAMPED_AT, stamper)
  assert.ok(tokenOf(response, asked).length > 500)
  const refuses = (answer: Uint8Array, code: string, changes = {}) =>
    assert.throws(
      () => tokenOf(answer, { ...asked, ...changes }),
      (error) => error instanceof Unreadable && error.code === code,
    )
  refuses(response, 'time_stamp.other', { hash: new Uint8Array(32) })
  refuses(response, 'time_stamp.other', { nonce: randomBytes(8) })
  refuses(sequence(sequence(integer(0))), 'time_stamp.unreadable')
  refuses(new Uint8Array(), 'der.truncated')
  refuses(sequence(sequence(integer(2), sequence(utf8('hết hạn mức')))), 'time_stamp.refused')
  refuses(authority.timeStamp(utf8('không phải yêu cầu'), STAMPED_AT), 'time_stamp.refused')
  assert.throws(
    () => tokenOf(authority.timeStamp(utf8('x'), STAMPED_AT), asked),
    /badDataFormat: request cannot be read/,
  )
})

test('a nonce whose number is short or begins high is the same number', () => {
  for (const nonce of [Uint8Array.of(0, 0, 7), Uint8Array.of(0xff, 1), Uint8Array.of(0)]) {
    const asked = { hash: hash('sha256', CONTENT, 'buffer'), nonce }
    const request = timeStampRequest(asked.hash, nonce)
    assert.ok(readDer(request).at(2).integer() >= 0n)
    assert.ok(tokenOf(authority.timeStamp(request, STAMPED_AT, stamper), asked).length > 500)
  }
})
