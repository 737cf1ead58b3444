import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { Invalid } from '../platform/errors.ts'
import { readSheet } from './sheet.ts'

const { unzipSync, zipSync } = createRequire(import.meta.url)('fflate') as typeof import('fflate')

test('a zip bomb is refused before it is unpacked', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Phương án')
  sheet.addRow(['Cơ quan cũ', 'Cơ quan mới'])
  sheet.addRow(['Bộ Y tế', 'Bộ Nội vụ'])
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  assert.equal((await readSheet(bytes, 'a.xlsx'))[0]?.old, 'Bộ Y tế')
  const parts = unzipSync(bytes)
  const swelling = zipSync({ ...parts, 'xl/media/image1.bmp': new Uint8Array(90 * 1024 * 1024) })
  assert.ok(swelling.length < 1024 * 1024)
  await assert.rejects(
    readSheet(swelling, 'a.xlsx'),
    (error) => error instanceof Invalid && error.fields?.[0]?.code === 'reorganisation.unreadable',
  )
})

const HEAD = ['Cơ quan cũ', 'Cơ quan mới', 'Ghi chú']

/** Sheets by name, each with its lines below the usual columns. */
async function saved(
  sheets: [string, string[][], ((sheet: ExcelJS.Worksheet) => void)?][],
  open = 0,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const [name, lines, change] of sheets) {
    const sheet = book.addWorksheet(name)
    sheet.addRow(HEAD)
    for (const line of lines) sheet.addRow(line)
    change?.(sheet)
  }
  book.views = [{ x: 0, y: 0, width: 1, height: 1, firstSheet: 0, activeTab: open, visibility: 'visible' }]
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test('a plan is read from what its author could see: no hidden sheet, row or column', async () => {
  const lines = async (bytes: Uint8Array) =>
    (await readSheet(bytes, 'a.xlsx')).map((line) => `${line.old} → ${line.new}`)
  const old: [string, string[][], (sheet: ExcelJS.Worksheet) => void] = [
    'Cũ',
    [['Bộ Y tế', 'Bộ Nội vụ']],
    (sheet) => {
      sheet.state = 'hidden'
    },
  ]
  assert.deepEqual(await lines(await saved([old, ['Phương án', [['Bộ Công Thương', 'Bộ Tài chính']]]], 1)), [
    'Bộ Công Thương → Bộ Tài chính',
  ])
  const choices: typeof old = [
    'Danh mục',
    [['Bộ Y tế', 'Bộ Nội vụ']],
    (sheet) => {
      sheet.state = 'veryHidden'
    },
  ]
  assert.deepEqual(await lines(await saved([choices, ['Phương án', [['Bộ Tư pháp', 'Bộ Nội vụ']]]])), [
    'Bộ Tư pháp → Bộ Nội vụ',
  ])
  const two = [['Bản một', [['Bộ Y tế', 'Bộ Nội vụ']]] as const, ['Bản hai', [['Bộ Tư pháp', 'Bộ Nội vụ']]] as const]
  assert.deepEqual(
    await lines(
      await saved(
        two.map(([name, rows]) => [name, rows.map((row) => [...row])]),
        1,
      ),
    ),
    ['Bộ Tư pháp → Bộ Nội vụ'],
  )
  const filtered: typeof old = [
    'Phương án',
    [
      ['Bộ Y tế', 'Bộ Nội vụ'],
      ['Bộ Tư pháp', 'Bộ Nội vụ'],
    ],
    (sheet) => {
      sheet.getRow(2).hidden = true
    },
  ]
  assert.deepEqual(await lines(await saved([filtered])), ['Bộ Tư pháp → Bộ Nội vụ'])
  const narrow: typeof old = [
    'Phương án',
    [['Bộ Y tế', 'Bộ Nội vụ']],
    (sheet) => {
      sheet.getColumn(2).hidden = true
    },
  ]
  await assert.rejects(
    lines(await saved([narrow])),
    (error) => error instanceof Invalid && error.fields?.[0]?.code === 'reorganisation.no_columns',
  )
})
