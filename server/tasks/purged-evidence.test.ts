import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Document, Packer, Paragraph } from 'docx'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import type { LandingRow } from '../platform/landing.ts'
import { type Answer, freshApp, upload, type Visitor } from '../test/app.ts'
import { look, type Refusal, SECRET, send } from '../test/review-desk.ts'
import type { Task } from './shapes.ts'
import { agenciesOf, aSource, aTask, FINANCE, given } from './task.fixture.ts'

const word = async (lines: string): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.split('\n').map((line) => new Paragraph(line)) }] }))

async function workbook(lines: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Biểu')
  for (const line of lines.split('\n')) sheet.addRow([line])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const OPEN = SECRET.replace('\nMẬT', '')

async function open(t: TestContext) {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const id = await given(app, aSource(agencies), aTask('II.1', agencies.finance, '2021-06-30'))
  const lead = await app.as('officer', { agency: FINANCE })
  assert.equal((await lead.send('POST', `/api/tasks/${id}/receive`, { ifMatch: 1, body: {} })).status, 200)
  const attach = (name: string, bytes: Buffer): Promise<Answer> =>
    lead.send('POST', `/api/tasks/${id}/evidence`, upload(name, bytes))
  const files = () =>
    readdirSync(join(app.config.dataDir, 'blobs'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
  const evidence = async (who: Visitor = lead) => ((await who.send('GET', `/api/tasks/${id}`)).body as Task).evidence
  return { app, id, lead, attach, files, evidence }
}

test('evidence with a mark of secrecy is found, whatever its kind, and taken away with a word to its owners', async (t) => {
  const { app, id, lead, attach, files, evidence } = await open(t)
  for (const [name, bytes] of [
    ['mat.docx', await word(SECRET)],
    ['mat.xlsx', await workbook(SECRET)],
    ['mo.docx', await word(OPEN)],
    ['mo.xlsx', await workbook(OPEN)],
  ] as const)
    assert.equal((await attach(name, bytes)).status, 201, name)
  await app.drain()
  const kept = new Map((await evidence()).map((card) => [card.fileName, card]))
  for (const name of ['mat.docx', 'mat.xlsx']) {
    const card = kept.get(name)!
    assert.equal(card.withdrawnBy, 'kiểm tra dấu mật', name)
    assert.match(card.withdrawnReason!, /dấu mật/)
    const gone = await lead.send('GET', `/api/tasks/${id}/evidence/${card.id}/file`)
    assert.deepEqual([gone.status, (gone.body as Refusal).code], [410, 'blob.purged'])
  }
  for (const name of ['mo.docx', 'mo.xlsx']) {
    const card = kept.get(name)!
    assert.equal(card.withdrawnBy, null, name)
    assert.equal((await lead.send('GET', `/api/tasks/${id}/evidence/${card.id}/file`)).status, 200)
  }
  assert.equal(files().length, 2)
  const again = await attach('mat-2.docx', await word(SECRET))
  assert.notEqual(again.status, 500)
})

test('a marked document whose bytes are also evidence is purged from both, and does not come back', async (t) => {
  const { app, attach, files, evidence } = await open(t)
  const reviewer = await app.as('followUp')
  const bytes = await word(SECRET)
  assert.equal((await attach('phu-luc.docx', bytes)).status, 201)
  const directive = await send(reviewer, 'van-ban.docx', bytes)
  await app.drain()
  const read = await look(reviewer, directive)
  assert.deepEqual([read.state, read.failureCode, read.isFileKept], ['failed', 'secret', false])
  assert.equal((await evidence())[0]!.withdrawnBy, 'kiểm tra dấu mật')
  assert.deepEqual(files(), [])
  const back = await attach('phu-luc-2.docx', bytes)
  assert.deepEqual([back.status, (back.body as Refusal).code], [409, 'blob.purged'])
})

test('an open document that is dropped leaves the evidence with the same bytes', async (t) => {
  const { app, id, lead, attach, files, evidence } = await open(t)
  const reviewer = await app.as('followUp')
  const bytes = await word(OPEN)
  assert.equal((await attach('phu-luc.docx', bytes)).status, 201)
  const directive = await look(reviewer, await send(reviewer, 'van-ban.docx', bytes))
  const url = `/api/directives/${directive.id}`
  assert.equal((await reviewer.send('DELETE', url, { ifMatch: directive.version })).status, 204)
  await app.drain()
  assert.equal(files().length, 1)
  const [card] = await evidence()
  assert.equal((await lead.send('GET', `/api/tasks/${id}/evidence/${card!.id}/file`)).status, 200)
})

test('bytes that the disk does not give up are tried again, and alarm the administrators', async (t) => {
  const { app, attach, files } = await open(t)
  const keeper = await app.as('administrator')
  const alarm = async () =>
    ((await keeper.send('GET', '/api/landing')).body as { rows: LandingRow[] }).rows.find(
      ({ name }) => name === 'files.toRemove',
    )
  const remove = app.blobs.disk.delete.bind(app.blobs.disk)
  app.blobs.disk.delete = () => Promise.reject(new Error('EIO: i/o error'))
  assert.equal((await attach('mat.docx', await word(SECRET))).status, 201)
  await assert.rejects(app.drain(), /EIO/)
  assert.equal(files().length, 1)
  assert.equal(await alarm(), undefined)
  await sql`update platform.blob set purged_at = now() - interval '6 minutes'`.execute(app.db)
  assert.equal((await alarm())?.count, 1)
  app.blobs.disk.delete = remove
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(app.db)
  await app.drain()
  assert.deepEqual([files(), await alarm()], [[], undefined])
})
