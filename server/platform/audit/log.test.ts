import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { freshApp } from '../../test/app.ts'
import { type PastFact, recordMany } from '../audit.ts'
import type { AuditList, Verified } from './shapes.ts'

test('the log is read by those allowed, filtered, paged, as a sheet, and verified', async (t) => {
  const app = await freshApp(t)
  const [auditor, officer] = [await app.as('auditor'), await app.as('officer', { agency: 'bo-y-te' })]
  const deputy = { ...officer.actor, onBehalfOf: { personId: auditor.actor.personId!, name: 'Vũ Thử Lãnh Đạo' } }
  const fact = (at: string, id: number, more: Partial<PastFact> = {}): PastFact => ({
    actor: officer.actor,
    event: 'task.received',
    subject: { kind: 'task', id },
    on: at.slice(0, 10),
    at,
    after: { id },
    ...more,
  })
  await app.db.transaction().execute((trx) =>
    recordMany(trx, [
      fact('2021-02-01T02:00:00Z', 1),
      fact('2021-02-02T16:59:59Z', 2, { actor: deputy, event: 'task.started' }),
      // Half past midnight of the third in Viet Nam.
      fact('2021-02-02T17:30:00Z', 3),
      fact('2021-02-02T17:30:00Z', 4, { detail: { note: '=1+1' } }),
    ]),
  )
  const read = async (query: string) => {
    const { status, body } = await auditor.send('GET', `/api/audit?${query}`)
    assert.equal(status, 200, JSON.stringify(body))
    return body as AuditList
  }
  const ids = async (query: string) => (await read(query)).rows.map(({ subjectId }) => subjectId)
  const days = 'from=2021-02-01&to=2021-02-05'
  assert.deepEqual(await ids(days), ['4', '3', '2', '1'])
  assert.deepEqual(await ids('from=2021-02-02&to=2021-02-02'), ['2'])
  assert.deepEqual(await ids(`onBehalfOf=${encodeURIComponent('Vũ Thử Lãnh Đạo')}`), ['2'])
  assert.deepEqual(await ids(`${days}&event=task.started`), ['2'])
  assert.deepEqual(await ids('subjectKind=task&subjectId=3'), ['3'])
  assert.deepEqual(await ids(`personId=${officer.actor.personId}`), ['4', '3', '2', '1'])
  assert.deepEqual(await ids(`${days}&actor=${encodeURIComponent(officer.actor.name)}`), ['4', '3', '2', '1'])
  assert.deepEqual((await read(`${days}&event=task.started`)).rows[0]!.onBehalfOf, 'Vũ Thử Lãnh Đạo')

  const paged: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: AuditList = await read(`${days}&limit=1${cursor ? `&cursor=${cursor}` : ''}`)
    paged.push(...page.rows.map(({ subjectId }) => subjectId))
    cursor = page.nextCursor
  }
  assert.deepEqual(paged, ['4', '3', '2', '1'])

  const names = (await auditor.send('GET', '/api/audit/names')).body as {
    actors: string[]
    onBehalfOf: string[]
    subjectKinds: string[]
    events: { name: string }[]
  }
  assert.ok(names.actors.includes(officer.actor.name))
  assert.deepEqual(names.onBehalfOf, ['Vũ Thử Lãnh Đạo'])
  assert.ok(names.subjectKinds.includes('person') && names.subjectKinds.includes('task'))
  assert.ok(names.events.some(({ name }) => name === 'person.deputed'))

  const file = await auditor.send('GET', `/api/audit/export.xlsx?${days}`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.bytes as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  assert.deepEqual(
    [5, 6, 7, 8].map((row) => sheet.getCell(row, 9).value),
    ['4', '3', '2', '1'],
  )
  assert.equal(sheet.rowCount, 8)
  assert.equal((sheet.getCell('B5').value as Date).toISOString(), '2021-02-03T00:30:00.000Z')
  assert.equal(sheet.getCell('L5').value, '{"note":"=1+1"}', 'words, never a formula')

  const verified = (await auditor.send('GET', '/api/audit/verify')).body as Verified
  assert.ok(verified.ok && verified.checked > 4)
  const other = (await auditor.send('GET', `/api/audit/verify?expect=${'0'.repeat(64)}`)).body as Verified
  assert.equal(other.fault?.kind, 'unexpected')
  assert.equal((await auditor.send('GET', '/api/audit/verify?expect=abc')).status, 400)

  for (const path of ['', '/names', '/export.xlsx', '/verify']) {
    assert.equal((await officer.send('GET', `/api/audit${path}`)).status, 403, path)
    assert.equal((await app.send('GET', `/api/audit${path}`)).status, 401, path)
  }
})
