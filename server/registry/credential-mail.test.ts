import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { freshApp } from '../test/app.ts'
import { openBrowser } from '../test/browser.ts'

const MAIL = { SMTP_URL: 'smtp://127.0.0.1:9', SMTP_TLS: 'none', MAIL_FROM: 'Điều Hành <dieuhanh@mau.gov.vn>' }
const FRESH = 'ngua-xanh-bay-qua-song'

for (const [about, env, expected] of [
  [
    'the owner of a sign-in is told by mail, once, of each change of what they prove themselves with',
    MAIL,
    ['một mã API đã được tạo', 'mật khẩu đã được đổi', 'quản trị đã gỡ xác thực hai lớp'],
  ],
  ['where there is no mail, nothing is written to its ledger', {}, []],
] as const) {
  test(about, async (t) => {
    const app = await freshApp(t, { env })
    const owner = await app.as('officer', { agency: 'bo-y-te' })
    const administrator = await app.as('administrator')
    const desk = openBrowser(app)
    assert.equal((await desk.signIn(owner)).status, 200)
    const made = await desk.send('POST', '/api/account/tokens', {
      body: { name: 'x', days: 1, scopes: ['tasks'], password: owner.password },
    })
    assert.equal(made.status, 201)
    const body = { currentPassword: owner.password, newPassword: FRESH }
    assert.equal((await desk.send('POST', '/api/account/password', { body })).status, 204)
    const path = `/api/people/${owner.actor.personId}`
    const { version } = (await administrator.send('GET', path)).body as { version: number }
    const cleared = await administrator.send('POST', `${path}/clear-second-factors`, { ifMatch: version, body: {} })
    assert.equal(cleared.status, 200, JSON.stringify(cleared.body))
    await app.drain()
    const mails = await app.db.selectFrom('platform.mail').selectAll().orderBy('mail_id').execute()
    assert.deepEqual(
      mails.map(({ subject, to_address }) => [subject, to_address]),
      expected.map((subject) => [`Điều Hành: ${subject}`, owner.email]),
    )
    assert.ok(
      expected.every((what, place) =>
        mails[place]!.text_body.includes(
          `Với tài khoản mang tên ông/bà, hệ thống Điều Hành vừa ghi nhận: ${what}, lúc `,
        ),
      ),
    )
    assert.ok(mails.every(({ text_body }) => !text_body.includes(FRESH) && text_body.includes('báo ngay')))
  })
}

test('an identity linked by the system itself, before anyone signed in, is told to its owner', async (t) => {
  const app = await freshApp(t, { env: MAIL })
  const owner = await app.as('officer', { agency: 'bo-y-te' })
  await app.db
    .transaction()
    .execute((trx) =>
      record(trx, systemActor('VNeID'), 'identity.linked', { subject: { kind: 'user', id: owner.actor.userId } }),
    )
  await app.drain()
  const mails = await app.db.selectFrom('platform.mail').selectAll().execute()
  assert.deepEqual(
    mails.map(({ to_address }) => to_address),
    [owner.email],
  )
})
