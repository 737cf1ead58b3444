import ExcelJS from 'exceljs'
import type { Printed } from './print-shapes.ts'

const LINE = { style: 'thin' } as const
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }
const FACE = 'Times New Roman'
/** Of this face and size that a column holds for each share of its width, and how high a line is, in points. */
const LETTERS = 1.4
const LINE_HEIGHT = 15

/** Lines that words take where a line holds so many letters; a word is not broken. */
function linesIn(words: string, most: number): number {
  let lines = 1
  let used = 0
  for (const { length } of words.split(/\s+/)) {
    if (used > 0 && used + 1 + length > most) {
      lines += 1
      used = 0
    }
    used += (used > 0 ? 1 : 0) + length
  }
  return lines
}

/** The annex as a workbook: landscape A4, its heads on every page that is printed. */
export async function printedSheet({ title, basis, columns, rows }: Printed): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.title = title
  const sheet = book.addWorksheet('Danh mục', {
    views: [{ state: 'frozen', ySplit: 4 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '4:4',
      margins: { left: 1.2, right: 0.6, top: 0.8, bottom: 0.8, header: 0.4, footer: 0.4 },
    },
    headerFooter: { differentFirst: true, oddHeader: '&C&P' },
  })
  const letters = columns.map(({ width }) => width * LETTERS)
  sheet.columns = letters.map((width) => ({ width }))
  const across = (at: number) => sheet.mergeCells(at, 1, at, columns.length)
  for (const [place, words] of ['PHỤ LỤC', title, basis].entries()) {
    const row = sheet.addRow([words])
    across(place + 1)
    row.getCell(1).font = { name: FACE, size: 13, bold: place < 2, italic: place === 2 }
    row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    if (place > 0) row.height = 18 * Math.ceil(words.length / 110)
  }
  const heads = sheet.addRow(columns.map((column) => column.title))
  heads.eachCell((cell) => {
    cell.font = { name: FACE, size: 11, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = BORDER
  })
  for (const cells of rows) {
    const row = sheet.addRow(cells)
    const isSection = cells.length === 1
    if (isSection) across(row.number)
    // Not every application makes a row as high as its words.
    else row.height = LINE_HEIGHT * Math.max(...cells.map((words, place) => linesIn(words, letters[place]!)))
    for (const [place, { align }] of columns.entries()) {
      const cell = row.getCell(place + 1)
      cell.font = { name: FACE, size: 11, bold: isSection }
      cell.alignment = { horizontal: isSection ? 'left' : align, vertical: 'middle', wrapText: true }
      cell.border = BORDER
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}
