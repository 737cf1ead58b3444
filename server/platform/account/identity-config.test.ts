import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CannotStart } from '../errors.ts'
import { readIdentity } from './identity-config.ts'

const given = { OIDC_ISSUER: 'https://id.example.gov.vn', OIDC_CLIENT_ID: 'dieuhanh' }

test('without an issuer there is no provider; with one, the rest has its usual values', () => {
  assert.equal(readIdentity({}), undefined)
  assert.deepEqual(readIdentity(given), {
    issuer: 'https://id.example.gov.vn',
    clientId: 'dieuhanh',
    clientSecret: undefined,
    name: 'id.example.gov.vn',
    scopes: 'openid profile email',
    levelClaim: 'acr',
    levels: [],
    minimumLevel: undefined,
    twoFactorLevel: undefined,
    isMatchedByEmail: false,
  })
})

test('levels go from the lowest to the highest', () => {
  const read = readIdentity({
    ...given,
    OIDC_LEVELS: 'muc1, muc2,',
    OIDC_MINIMUM_LEVEL: 'muc2',
    OIDC_LEVEL_CLAIM: 'loa',
  })
  assert.deepEqual([read?.levels, read?.minimumLevel, read?.levelClaim], [['muc1', 'muc2'], 'muc2', 'loa'])
})

test('an inconsistent configuration stops the start with the name of the variable', () => {
  for (const [env, name] of [
    [{ OIDC_ISSUER: 'http://id.example.gov.vn', OIDC_CLIENT_ID: 'x' }, 'OIDC_ISSUER'],
    [{ OIDC_ISSUER: 'vneid', OIDC_CLIENT_ID: 'x' }, 'OIDC_ISSUER'],
    [{ OIDC_ISSUER: 'https://id.example.gov.vn' }, 'OIDC_CLIENT_ID'],
    [{ ...given, OIDC_MINIMUM_LEVEL: 'muc2' }, 'OIDC_MINIMUM_LEVEL'],
    [{ ...given, OIDC_LEVELS: 'a,b', OIDC_TWO_FACTOR_LEVEL: 'c' }, 'OIDC_TWO_FACTOR_LEVEL'],
    [{ ...given, OIDC_MATCH_EMAIL: 'yes' }, 'OIDC_MATCH_EMAIL'],
  ] as const) {
    assert.throws(
      () => readIdentity(env),
      (error) => error instanceof CannotStart && error.message.includes(name),
      name,
    )
  }
})
