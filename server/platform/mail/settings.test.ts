import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CannotStart } from '../errors.ts'
import { readMail } from './settings.ts'

const MAIL_FROM = 'Điều Hành <dieuhanh@co-quan.example>'
const from = { name: 'Điều Hành', address: 'dieuhanh@co-quan.example' }

test('without a mail server there is none', () => {
  assert.equal(readMail({}), undefined)
  assert.equal(readMail({ SMTP_HOST: ' ' }), undefined)
})

test('a mail server is configured by its parts or by one address', () => {
  assert.deepEqual(readMail({ SMTP_HOST: 'thu.example', MAIL_FROM }), {
    host: 'thu.example',
    port: 587,
    security: 'starttls',
    user: undefined,
    password: undefined,
    from,
  })
  assert.deepEqual(readMail({ SMTP_URL: 'smtps://dieu%40hanh:m%C3%A2t@thu.example', MAIL_FROM: from.address }), {
    host: 'thu.example',
    port: 465,
    security: 'direct',
    user: 'dieu@hanh',
    password: 'mât',
    from,
  })
  assert.deepEqual(readMail({ SMTP_URL: 'smtp://[::1]:2525', SMTP_TLS: 'none', MAIL_FROM }), {
    host: '::1',
    port: 2525,
    security: 'none',
    user: undefined,
    password: undefined,
    from,
  })
})

for (const [variable, env] of [
  ['MAIL_FROM', { SMTP_HOST: 'thu.example' }],
  ['MAIL_FROM', { SMTP_HOST: 'thu.example', MAIL_FROM: 'Điều Hành' }],
  ['MAIL_FROM', { SMTP_HOST: 'thu.example', MAIL_FROM: 'a@b.example, c@d.example' }],
  ['MAIL_FROM', { SMTP_HOST: 'thu.example', MAIL_FROM: 'a@b.example\nBcc: c@d.example' }],
  ['SMTP_HOST', { SMTP_HOST: 'thu.example:25', MAIL_FROM: from.address, SMTP_PORT: 'x' }],
  ['SMTP_HOST', { SMTP_HOST: 'smtp://thu.example', MAIL_FROM }],
  ['SMTP_HOST', { MAIL_FROM }],
  ['SMTP_PORT', { SMTP_HOST: 'thu.example', SMTP_PORT: '25a', MAIL_FROM }],
  ['SMTP_PASSWORD', { SMTP_HOST: 'thu.example', SMTP_USER: 'u', MAIL_FROM }],
  ['SMTP_TLS', { SMTP_HOST: 'thu.example', SMTP_TLS: 'yes', MAIL_FROM }],
  ['SMTP_TLS', { SMTP_URL: 'smtps://thu.example', SMTP_TLS: 'none', MAIL_FROM }],
  ['SMTP_URL', { SMTP_URL: 'http://thu.example', MAIL_FROM }],
  ['SMTP_URL', { SMTP_URL: 'smtp://u:%@thu.example', MAIL_FROM }],
  ['SMTP_URL', { SMTP_URL: 'smtp://thu.example', SMTP_HOST: 'thu.example', MAIL_FROM }],
] as const) {
  test(`${JSON.stringify(env)} stops the start with a sentence on ${variable}`, () => {
    assert.throws(
      () => readMail(env),
      (error) =>
        error instanceof CannotStart && [error.sentence.vi, error.sentence.en].every((text) => text.includes(variable)),
    )
  })
}

test('a password is not repeated', () => {
  for (const env of [
    { SMTP_URL: 'smtp://u:mat-khau-that@thu.example/x', MAIL_FROM },
    { SMTP_HOST: 'thu.example', SMTP_PASSWORD: 'mat-khau-that', MAIL_FROM },
  ]) {
    assert.throws(
      () => readMail(env),
      (error) => error instanceof CannotStart && !JSON.stringify(error.sentence).includes('mat-khau-that'),
    )
  }
})
