import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newFirstCode } from '../platform/account/first-code.ts'
import { type Answer, freshApp, type TestApp } from '../test/app.ts'
import { openBrowser } from '../test/browser.ts'

const first = {
  name: ' Nguyễn An Mẫu ',
  email: 'An.Mau@mau.example',
  title: 'Quản trị hệ thống',
  password: 'con meo den ngu tren ghe',
  agency: 'Văn phòng Chính phủ',
}
const make = (app: TestApp, code: string, over: Partial<typeof first> = {}, remoteAddress = '127.0.0.1') =>
  app.send('POST', '/api/first-administrator', { body: { ...first, ...over, code }, remoteAddress })
const problemOf = ({ status, body }: Answer) => {
  const { code, fields } = body as { code?: string; fields?: { path: string }[] }
  return [status, fields?.[0]?.path, code]
}

test('the code creates one administrator, survives mistakes in other fields, and is useless afterwards', async (t) => {
  const app = await freshApp(t)
  const code = (await newFirstCode(app.db))!
  assert.match(code, /^([A-Z0-9]{4}-){4}[A-Z0-9]{4}$/)
  assert.deepEqual(problemOf(await make(app, code, { agency: 'Văn phòng Chính phú' })), [
    400,
    'agency',
    'first.no_such_agency',
  ])
  assert.deepEqual(problemOf(await make(app, code, { email: 'an@mau.example\nBcc: x' })), [
    400,
    'email',
    'person.email',
  ])
  assert.deepEqual(problemOf(await make(app, code, { password: 'matkhau123456' })), [
    400,
    'password',
    'password.common',
  ])
  assert.deepEqual(problemOf(await make(app, code, { password: 'nguyen an mau 77' })), [
    400,
    'password',
    'password.has_name',
  ])
  assert.deepEqual(await app.db.selectFrom('platform.user').select('id').execute(), [])

  const two = await Promise.all([make(app, code), make(app, ` ${code.toLowerCase().replaceAll('-', '')}`)])
  assert.deepEqual(two.map(({ status }) => status).sort(), [204, 400], 'of two at the same time, one')
  const browser = openBrowser(app)
  assert.equal((await browser.signIn(first)).status, 200)
  const me = (await browser.send('GET', '/api/me')).body as { name: string; role: string; agencyName: string }
  assert.deepEqual([me.name, me.role, me.agencyName], ['Nguyễn An Mẫu', 'administrator', 'Văn phòng Chính phủ'])
  assert.equal(await newFirstCode(app.db), undefined, 'there is already a user')
  assert.deepEqual(problemOf(await make(app, code)), [400, 'code', 'first.wrong_code'])
  const events = await app.db
    .selectFrom('platform.audit')
    .select('event')
    .where('subject_kind', '=', 'person')
    .orderBy('id')
    .execute()
  assert.deepEqual(
    events.map(({ event }) => event),
    ['person.added', 'administrator.first'],
  )
})

test('an old code, an expired one, and one beside a user are wrong; guessing is stopped', async (t) => {
  const app = await freshApp(t)
  const old = (await newFirstCode(app.db))!
  const code = (await newFirstCode(app.db))!
  assert.deepEqual(problemOf(await make(app, old)), [400, 'code', 'first.wrong_code'])
  await sql`update platform.first_code set expires_at = now()`.execute(app.db)
  assert.deepEqual(problemOf(await make(app, code)), [400, 'code', 'first.wrong_code'])
  const fresh = (await newFirstCode(app.db))!
  const { rows } = await sql<{ sha256: Buffer }>`select sha256 from platform.first_code`.execute(app.db)
  assert.ok(!rows[0]!.sha256.toString('latin1').includes(fresh))
  for (let guess = 3; guess <= 10; guess++) assert.equal((await make(app, 'AAAA-BBBB')).status, 400)
  assert.equal((await make(app, fresh)).status, 429, 'from this address')
  await app.as('officer')
  assert.deepEqual(problemOf(await make(app, fresh, {}, '10.0.0.9')), [400, 'code', 'first.wrong_code'])
})
