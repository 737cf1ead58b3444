import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshApp } from './app.ts'
import { openBrowser } from './browser.ts'

test('a database whose disk is full refuses an act with its reason, keeps nothing of it, and goes on when there is space', async (t) => {
  const app = await freshApp(t)
  const officer = await app.as('followUp')
  const text =
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/CT-TTg\nMẪU. Bộ Tài chính báo cáo trước ngày 30 tháng 6 năm 2021.'
  const paste = () => officer.send('POST', '/api/directives/paste', { body: { text } })
  const asOwner = (...statements: string[]) =>
    app.db.transaction().execute(async (trx) => {
      for (const statement of ['set local role none', ...statements]) await sql.raw(statement).execute(trx)
    })
  const tables = ['directives.directive', 'platform.session']
  await asOwner(
    `create function platform.fill() returns trigger language plpgsql as
     $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`,
    ...tables.map((table) => `create trigger fill before insert on ${table} execute function platform.fill()`),
  )
  const refused = await paste()
  assert.deepEqual([refused.status, (refused.body as { code: string }).code], [503, 'server.disk_full'])
  assert.equal((await openBrowser(app).signIn(officer)).status, 503)
  const { rows } = await sql`
    select from platform.audit where event like 'directive.%' union all select from directives.directive`.execute(
    app.db,
  )
  assert.equal(rows.length, 0)
  assert.equal((await officer.send('GET', '/api/directives')).status, 200, 'reading goes on')

  await asOwner(...tables.map((table) => `drop trigger fill on ${table}`))
  assert.equal((await paste()).status, 201)
  assert.equal((await openBrowser(app).signIn(officer)).status, 200)
})
