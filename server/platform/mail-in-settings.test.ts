import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CannotStart } from './errors.ts'
import { readMailIn } from './mail-in-settings.ts'

test('without a port no mail is taken; with one, from this machine alone unless others are named', () => {
  assert.equal(readMailIn({}), undefined)
  const own = readMailIn({ MAIL_IN_PORT: '2525' })!
  assert.deepEqual([own.host, own.port], ['127.0.0.1', 2525])
  assert.ok(own.from.check('127.0.0.1') && own.from.check('::1', 'ipv6') && !own.from.check('10.20.0.5'))
  const named = readMailIn({ MAIL_IN_PORT: '25', MAIL_IN_HOST: '0.0.0.0', MAIL_IN_FROM: '10.20.0.5, 10.21.0.0/16' })!
  assert.ok(named.from.check('10.20.0.5') && named.from.check('10.21.3.4') && !named.from.check('127.0.0.1'))
})

test('a wrong value is named', () => {
  for (const [env, named] of [
    [{ MAIL_IN_HOST: '0.0.0.0' }, /MAIL_IN_HOST.*MAIL_IN_PORT/],
    [{ MAIL_IN_PORT: '25', MAIL_IN_FROM: 'mail.bo.local' }, /MAIL_IN_FROM.*mail\.bo\.local/],
    [{ MAIL_IN_PORT: 'abc' }, /MAIL_IN_PORT/],
  ] as const)
    assert.throws(
      () => readMailIn(env),
      (error: unknown) =>
        error instanceof CannotStart && named.test(JSON.stringify(error, Object.getOwnPropertyNames(error))),
    )
})
