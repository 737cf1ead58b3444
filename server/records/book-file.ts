/** A book of documents as the decree lays it out (Nghị định 30/2020/NĐ-CP, Phụ lục IV), as PDF and as a workbook. */
import ExcelJS from 'exceljs'
import type { Download } from '../platform/attachment.ts'
import { PDF, XLSX } from '../platform/official-document/kept.ts'
import { type Column, type LooseAnnexes, run } from '../platform/official-document/model.ts'
import { annexesToPdf } from '../platform/official-document/pdf.ts'

export interface BookPaper {
  /** "Sổ đăng ký văn bản đi năm 2026" */
  title: string
  /** Of the sheet. */
  sheet: string
  /** Of the body. */
  name: string
  heads: readonly Readonly<Column>[]
  lines: readonly string[][]
  /** Places of the columns with days ("28/02/2021"), and of those with numbers: as such in the workbook. */
  days: readonly number[]
  numbers: readonly number[]
}

export async function bookPaper(book: BookPaper, format: 'pdf' | 'xlsx'): Promise<Download> {
  const { title, name, heads, lines } = book
  const fileName = `${title} - ${name}.${format}`
  if (format === 'xlsx') return { bytes: await workbook(book), mediaType: XLSX, fileName }
  const loose: LooseAnnexes = {
    title,
    issuingAgency: name,
    annexes: [
      {
        label: name.toLocaleUpperCase('vi'),
        title,
        landscape: true,
        parts: [
          {
            kind: 'table',
            columns: heads.map((head) => ({ ...head })),
            rows: lines.map((cells) => cells.map((cell) => run(cell))),
            size: 10,
          },
        ],
      },
    ],
  }
  return { bytes: await annexesToPdf(loose), mediaType: PDF, fileName }
}

async function workbook({
  title,
  sheet: sheetName,
  name,
  heads,
  lines,
  days,
  numbers,
}: BookPaper): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.title = title
  const sheet = book.addWorksheet(sheetName, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&P/&N' },
  })
  sheet.addRow([name])
  sheet.addRow([title]).font = { bold: true, size: 13 }
  const head = sheet.addRow(heads.map((column) => column.title))
  head.font = { bold: true }
  for (const cells of lines)
    sheet.addRow(
      cells.map((cell, place) => {
        if (days.includes(place)) return dayOf(cell)
        if (numbers.includes(place)) return cell === '' ? null : Number(cell)
        return cell
      }),
    )
  heads.forEach(({ width, align }, place) => {
    const column = sheet.getColumn(place + 1)
    column.width = width
    column.alignment = { wrapText: true, vertical: 'top', horizontal: align }
  })
  for (const place of days) sheet.getColumn(place + 1).numFmt = 'dd/mm/yyyy'
  head.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  sheet.views = [{ state: 'frozen', ySplit: head.number }]
  sheet.autoFilter = { from: { row: head.number, column: 1 }, to: { row: head.number, column: heads.length } }
  sheet.pageSetup.printTitlesRow = `${head.number}:${head.number}`
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function dayOf(cell: string): Date | null {
  const [day, month, year] = cell.split('/').map(Number)
  return year ? new Date(Date.UTC(year, month! - 1, day!)) : null
}
