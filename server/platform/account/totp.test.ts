import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { Secret, TOTP, URI } from 'otpauth'
import { base32, codeOf, matchingStep, stepAt, totpAddress } from './totp.ts'

test('codes are those of RFC 6238, appendix B', () => {
  const secret = Buffer.from('12345678901234567890')
  for (const [seconds, code] of [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ] as const) {
    assert.equal(codeOf(secret, stepAt(Temporal.Instant.fromEpochMilliseconds(seconds * 1000))), code)
  }
})

test('an authenticator app reads the address and makes the codes we expect', () => {
  const secret = randomBytes(20)
  const app = URI.parse(totpAddress(secret, 'an.mau@mau.gov.vn'))
  assert.ok(app instanceof TOTP)
  assert.deepEqual([app.issuer, app.label], ['Điều Hành', 'an.mau@mau.gov.vn'])
  assert.equal(base32(secret), new Secret({ buffer: new Uint8Array(secret).buffer }).base32)
  const now = Temporal.Now.instant()
  const code = app.generate({ timestamp: now.epochMilliseconds })
  assert.equal(matchingStep(secret, code, stepAt(now), 0), stepAt(now))
})

test('a code is accepted one step before and after its time, once, and never later', () => {
  const secret = randomBytes(20)
  const code = codeOf(secret, 1000)
  for (const [now, after, found] of [
    [999, 0, 1000],
    [1000, 0, 1000],
    [1001, 0, 1000],
    [1002, 0, undefined],
    [998, 0, undefined],
    [1000, 1000, undefined],
    [1001, 1000, undefined],
  ] as const) {
    assert.equal(matchingStep(secret, code, now, after), found, `at ${now}, after ${after}`)
  }
  for (const odd of ['', '12345', '1234567', 'abcdef', ' 12345', '١٢٣٤٥٦']) {
    assert.equal(matchingStep(secret, odd, 1000, 0), undefined)
  }
})
