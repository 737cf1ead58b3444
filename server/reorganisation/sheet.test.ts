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
