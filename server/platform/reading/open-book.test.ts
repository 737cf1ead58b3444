import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { Invalid } from '../errors.ts'
import { openBook } from './open-book.ts'

async function bookOf(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('Một'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The same file with its first sheet rewritten, as an application other than ours could write it. */
function withSheet(bytes: Buffer, change: (xml: string) => string): Buffer {
  const files = unzipSync(bytes)
  const name = 'xl/worksheets/sheet1.xml'
  files[name] = strToU8(change(strFromU8(files[name]!)))
  return Buffer.from(zipSync(files))
}

const refusal = async (bytes: Buffer): Promise<string> => {
  try {
    await openBook(bytes)
    return 'opened'
  } catch (error) {
    assert.ok(error instanceof Invalid, String(error))
    return error.code
  }
}

test('a workbook is read apart, and is the same here: values, formats, hidden sheets and columns, the open sheet', async () => {
  const day = new Date('2021-02-28T00:00:00Z')
  const bytes = await bookOf((sheet, book) => {
    sheet.getCell('A1').value = 'Bộ Tài chính'
    sheet.getCell('B1').value = 0.25
    sheet.getCell('B1').numFmt = '0%'
    sheet.getCell('C1').value = day
    sheet.getCell('D1').value = { formula: '1+1', result: 2 }
    sheet.getColumn('E').hidden = true
    sheet.mergeCells('A2:A3')
    sheet.getCell('A2').value = 'chung'
    sheet.getCell('F1').dataValidation = { type: 'list', allowBlank: true, formulae: ['"a,b"'] }
    book.addWorksheet('Ẩn', { state: 'veryHidden' }).getCell('A1').value = 'cũ'
    book.views = [{ x: 0, y: 0, width: 1, height: 1, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
  })
  const book = await openBook(bytes)
  const [sheet, hidden] = book.worksheets
  assert.deepEqual(
    ['A1', 'B1', 'C1', 'A3'].map((at) => sheet!.getCell(at).value),
    ['Bộ Tài chính', 0.25, day, 'chung'],
  )
  assert.deepEqual([sheet!.getCell('B1').numFmt, sheet!.getCell('D1').result], ['0%', 2])
  assert.deepEqual([sheet!.getColumn('E').hidden, hidden!.state, book.views[0]?.activeTab], [true, 'veryHidden', 0])
})

test('a few kilobytes that name a million cells end as one refused upload', async () => {
  const plain = await bookOf((sheet) => {
    sheet.getCell('A1').value = 'a'
  })
  const merged = withSheet(plain, (xml) =>
    xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  )
  const listed = withSheet(plain, (xml) =>
    xml.replace(
      '</sheetData>',
      '</sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
    ),
  )
  const last = withSheet(plain, (xml) =>
    xml.replace('</sheetData>', '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
  )
  assert.equal(await refusal(last), 'sheet.too_large')
  assert.ok(merged.length < 10_000 && listed.length < 10_000)
  const before = process.memoryUsage().heapTotal
  for (const bytes of [merged, listed]) assert.equal(await refusal(bytes), 'sheet.too_large')
  assert.ok(process.memoryUsage().heapTotal - before < 200 * 1024 * 1024, 'the memory of the server stays')
})

test('what is no workbook, or too large, is refused with its sentence', async () => {
  assert.equal(await refusal(Buffer.from('a,b,c')), 'sheet.unreadable')
  assert.equal(await refusal(Buffer.from(zipSync({ 'a.txt': strToU8('x') }))), 'sheet.unreadable')
  assert.equal(await refusal(Buffer.alloc(6 * 1024 * 1024)), 'sheet.too_large')
  assert.equal(await refusal(Buffer.from(zipSync({ 'a.xml': new Uint8Array(45 * 1024 * 1024) }))), 'sheet.too_large')
})
