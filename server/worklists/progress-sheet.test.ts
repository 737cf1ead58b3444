import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { A_TARGET, agenciesOf, aSource, aTask, FINANCE, given, PLANNING } from '../tasks/task.fixture.ts'
import { freshApp, upload, type Visitor } from '../test/app.ts'
import { missingOffice, savedByOffice } from '../test/installed-software.ts'
import type { SheetPreview } from './progress-sheet-shapes.ts'

async function world(t: TestContext) {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const officer = await app.as('officer', { agency: FINANCE, name: 'Lê Tài Chính' })
  const give = async (ref: string, dueOn: string, change = {}) => {
    const id = await given(app, aSource(agencies), aTask(ref, agencies.finance, dueOn, change))
    await officer.send('POST', `/api/tasks/${id}/receive`, { body: {}, ifMatch: 1 })
    return id
  }
  return { ...app, agencies, officer, give }
}

async function take(who: Visitor): Promise<ExcelJS.Workbook> {
  const answer = await who.send('GET', '/api/tasks/progress-sheet.xlsx')
  assert.equal(answer.status, 200)
  return opened(answer.bytes)
}
async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book
}
const bytesOf = async (book: ExcelJS.Workbook) => Buffer.from(await book.xlsx.writeBuffer())

async function bring(who: Visitor, book: ExcelJS.Workbook | Buffer): Promise<{ status: number; body: SheetPreview }> {
  const bytes = Buffer.isBuffer(book) ? book : await bytesOf(book)
  return who.send('POST', '/api/tasks/progress-sheet', upload('phieu.xlsx', bytes))
}

const accept = (who: Visitor, rows: SheetPreview['rows'], mode = 'all') =>
  who.send('POST', '/api/tasks/bulk', {
    body: { act: 'report', items: rows.map(({ id, version, report }) => ({ id, version, body: report })), mode },
  })

const RATE = { ...A_TARGET, literal: 'đạt tối thiểu 50%', measure: 'Tỷ lệ hồ sơ trực tuyến' }

test('the sheet has the user’s own open tasks, and only cells that are read can be edited', async (t) => {
  const { officer, give, as, agencies, ...app } = await world(t)
  const id = await give('1', '2021-06-30', { targets: [RATE] })
  await given(app as never, aSource(agencies), aTask('2', agencies.planning, '2021-06-30'))
  const book = await take(officer)
  const sheet = book.getWorksheet('Báo cáo tiến độ')!
  assert.equal(sheet.getCell('B5').value, 'Nhiệm vụ 1')
  assert.equal((sheet.getCell('C5').value as Date).toISOString().slice(0, 10), '2021-06-30')
  assert.equal(sheet.getCell('J5').value, id)
  assert.equal(sheet.rowCount, 5)
  assert.equal(sheet.getColumn('J').hidden, true)
  assert.equal(sheet.getCell('F5').protection?.locked, false)
  assert.notEqual(sheet.getCell('B5').protection?.locked, false)
  assert.equal(sheet.getCell('F5').dataValidation?.type, 'whole')
  assert.equal(book.getWorksheet('Chỉ tiêu')?.getCell('B5').value, 'Tỷ lệ hồ sơ trực tuyến')
  assert.ok(book.getWorksheet('Hướng dẫn'))
  assert.equal((await (await as('taskForce')).send('GET', '/api/tasks/progress-sheet.xlsx')).status, 403)
  const stranger = await take(await as('officer', { agency: 'bo-y-te' }))
  assert.equal(stranger.getWorksheet('Báo cáo tiến độ')?.rowCount, 4)
})

test('only changed rows become reports', (t) => becomesReport(t, (bytes) => bytes))

test(
  'only changed rows become reports, also after another application saved the sheet',
  { skip: missingOffice() },
  (t) =>
    becomesReport(t, (bytes) => {
      const saved = savedByOffice(bytes)
      assert.ok(saved)
      return saved
    }),
)

async function becomesReport(t: TestContext, resaved: (bytes: Buffer) => Buffer) {
  const { officer, give } = await world(t)
  const [first, second] = [await give('1', '2021-06-30', { targets: [RATE] }), await give('2', '2021-07-30')]
  const third = await give('3', '2021-08-30')
  const book = await take(officer)
  const sheet = book.getWorksheet('Báo cáo tiến độ')!
  sheet.getCell('F5').value = 60
  sheet.getCell('G5').value = { richText: [{ text: 'Đã lấy ý kiến ' }, { text: 'các bộ', font: { bold: true } }] }
  sheet.getCell('H5').value = 'Thiếu kinh phí'
  sheet.getCell('I5').value = 'Đề nghị bổ sung'
  sheet.getCell('F6').value = '35 %'
  sheet.getCell('G6').value = 'Đang soạn thảo'
  const targets = book.getWorksheet('Chỉ tiêu')!
  targets.getCell('F5').value = 0.425
  // Cells of a loaded workbook share their style.
  targets.getCell('F5').style = { ...targets.getCell('F5').style, numFmt: '0.0%' }
  targets.getCell('G5').value = new Date('2021-02-20T00:00:00Z')
  const { status, body } = await bring(officer, resaved(await bytesOf(book)))
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(body.errors, [])
  assert.equal(body.unchanged, 1)
  assert.deepEqual(
    body.rows.map(({ id, report, conflict, refusal }) => ({ id, report, conflict, refusal })),
    [
      {
        id: first,
        report: {
          percent: 60,
          body: 'Đã lấy ý kiến các bộ',
          obstacles: 'Thiếu kinh phí',
          proposals: 'Đề nghị bổ sung',
          measurements: [
            { targetId: body.rows[0]?.report.measurements?.[0]?.targetId, value: 42.5, measuredOn: '2021-02-20' },
          ],
        },
        conflict: null,
        refusal: null,
      },
      { id: second, report: { percent: 35, body: 'Đang soạn thảo' }, conflict: null, refusal: null },
    ],
  )
  assert.deepEqual(
    body.rows[0]?.changes.map(({ sheet: on, cell, field, before }) => [on, cell, field, before]),
    [
      ['Báo cáo tiến độ', 'F5', 'percent', '0%'],
      ['Báo cáo tiến độ', 'G5', 'body', null],
      ['Báo cáo tiến độ', 'H5', 'obstacles', null],
      ['Báo cáo tiến độ', 'I5', 'proposals', null],
      ['Chỉ tiêu', 'F5', 'measured', null],
    ],
  )
  assert.equal(
    ((await officer.send('GET', `/api/tasks/${first}`)) as { body: { percent: number } }).body.percent,
    0,
    'nothing is changed before it is accepted',
  )

  const accepted = await accept(officer, body.rows)
  assert.equal((accepted.body as { done: unknown[] }).done.length, 2, JSON.stringify(accepted.body))
  const task = (await officer.send('GET', `/api/tasks/${first}`)).body as {
    percent: number
    progress: { body: string; obstacles: string; proposals: string }[]
    targets: { measurements: { value: number; measuredOn: string }[] }[]
  }
  assert.equal(task.percent, 60)
  assert.deepEqual(
    [task.progress[0]?.body, task.progress[0]?.obstacles, task.progress[0]?.proposals],
    ['Đã lấy ý kiến các bộ', 'Thiếu kinh phí', 'Đề nghị bổ sung'],
  )
  assert.deepEqual(
    task.targets[0]?.measurements.map(({ value, measuredOn }) => [value, measuredOn]),
    [[42.5, '2021-02-20']],
  )
  const untouched = (await officer.send('GET', `/api/tasks/${third}`)).body as { progress: unknown[] }
  assert.deepEqual(untouched.progress, [])
}

test('a task changed by another user is shown next to the sheet row, and either may be kept', async (t) => {
  const { officer, give, as } = await world(t)
  const id = await give('1', '2021-06-30')
  const book = await take(officer)
  const colleague = await as('officer', { agency: FINANCE, name: 'Phạm Đồng Nghiệp' })
  await colleague.send('POST', `/api/tasks/${id}/progress`, {
    body: { percent: 55, body: 'Đã họp tổ biên tập' },
    ifMatch: 2,
  })
  const sheet = book.getWorksheet('Báo cáo tiến độ')!
  sheet.getCell('F5').value = 40
  sheet.getCell('G5').value = 'Đã xin ý kiến'
  const { body } = await bring(officer, book)
  const { conflict, version, report } = body.rows[0]!
  assert.deepEqual(
    [conflict?.changedBy, conflict?.percent, conflict?.body, conflict?.state],
    ['Phạm Đồng Nghiệp', 55, 'Đã họp tổ biên tập', 'inProgress'],
  )
  assert.deepEqual([version, report.percent], [3, 40])
  const kept = await accept(officer, body.rows, 'each')
  assert.equal((kept.body as { done: unknown[] }).done.length, 1)
})

test('a cell that cannot be read is named by its address, and its row is not accepted', async (t) => {
  const { officer, give } = await world(t)
  await give('1', '2021-06-30', { targets: [RATE] })
  await give('2', '2021-07-30', { targets: [{ ...RATE, unit: 'hồ sơ' }] })
  await give('3', '2021-08-30')
  await give('4', '2021-09-30')
  const book = await take(officer)
  const sheet = book.getWorksheet('Báo cáo tiến độ')!
  sheet.getCell('F5').value = 140
  sheet.getCell('G5').value = 'Có tiến độ'
  sheet.getCell('F6').value = 30
  sheet.getCell('G7').value = { formula: 'A1/0', result: { error: '#DIV/0!' } } as unknown as ExcelJS.CellValue
  sheet.getCell('G8').value = 'x'.repeat(4001)
  const targets = book.getWorksheet('Chỉ tiêu')!
  targets.getCell('F5').value = 'nhiều'
  targets.getCell('F6').value = 12
  targets.getCell('G6').value = '31/02/2021'
  const { body } = await bring(officer, book)
  assert.deepEqual(body.errors.map(({ sheet: on, cell }) => `${on}!${cell}`).sort(), [
    'Báo cáo tiến độ!F5',
    'Báo cáo tiến độ!G6',
    'Báo cáo tiến độ!G7',
    'Báo cáo tiến độ!G8',
    'Chỉ tiêu!F5',
    'Chỉ tiêu!G6',
  ])
  assert.deepEqual(body.rows, [])
})

test('a sheet of another user, an invented row and a copied row are refused', async (t) => {
  const { officer, give, as, agencies, ...app } = await world(t)
  const [first] = [await give('1', '2021-06-30'), await give('2', '2021-07-30')]
  const hidden = await given(app as never, aSource(agencies), aTask('3', agencies.planning, '2021-06-30'))
  const book = await take(officer)
  const sheet = book.getWorksheet('Báo cáo tiến độ')!
  sheet.getCell('G5').value = 'Của tôi'
  sheet.getCell('G6').value = 'Sửa cột ẩn'
  sheet.getCell('J6').value = hidden
  for (const column of 'ABCDEFGHIJKLM') sheet.getCell(`${column}7`).value = sheet.getCell(`${column}5`).value
  sheet.getCell('G8').value = 'Dòng tự thêm'
  const { body } = await bring(officer, book)
  assert.deepEqual(
    body.rows.map(({ id }) => id),
    [first],
  )
  assert.deepEqual(
    body.errors.map(({ cell }) => cell),
    ['A6', 'A7', 'A8'],
  )

  // For an officer of another agency who uploads the sheet, its tasks are answered like missing ones.
  const stranger = await as('officer', { agency: PLANNING })
  const preview = await bring(stranger, book)
  assert.deepEqual([preview.body.rows, preview.body.errors.at(-1)?.message], [[], 'Không tìm thấy nhiệm vụ này.'])

  const own = new ExcelJS.Workbook()
  own.addWorksheet('Báo cáo tiến độ').getCell('A5').value = 'NV-2021-000001'
  for (const [bytes, code] of [
    [await bytesOf(own), 'sheet.foreign'],
    [Buffer.from('not a workbook'), 'sheet.unreadable'],
    [swelling(), 'sheet.too_large'],
    [Buffer.alloc(6 * 1024 * 1024), 'sheet.too_large'],
  ] as const) {
    const answer = await bring(officer, bytes)
    assert.deepEqual([answer.status, (answer.body as unknown as { code: string }).code], [400, code])
  }
  assert.equal((await bring(await as('taskForce'), book)).status, 403)
})

/** A container with one part that expands to 200 MB. */
function swelling(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(200 * 1024 * 1024))
  const name = Buffer.from('xl/workbook.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  // It declares a small size.
  entry.writeUInt32LE(100, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, entry, name, end])
}
