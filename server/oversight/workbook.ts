import ExcelJS from 'exceljs'
import { formatDay } from '../platform/calendar.ts'
import type { MonthlyReport } from './shapes.ts'

type Sheet = ExcelJS.Worksheet
interface Column<T> {
  title: string
  width: number
  value: (row: T, index: number) => string | number | Date | null
  format?: string
}

const day = (iso: string | null) => (iso ? new Date(`${iso}T00:00:00Z`) : null)
const STANDING: Record<string, string> = {
  doneOnTime: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  openInTerm: 'Trong hạn',
  openOverdue: 'Quá hạn',
}

/**
 * The report as a workbook: figures, the table of agencies, and the two annexes row by row. Counts are numbers and days are
 * dates, so that an office can calculate with them.
 * @returns the bytes of an XLSX file
 */
export async function monthlyWorkbook(report: MonthlyReport): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.title = report.title
  const summary = sheet(book, 'Tổng hợp', report)
  const t = report.headline
  const lines: [string, string | number][] = [
    ['Giao từ ngày', formatDay(report.from)],
    ['Số liệu đến hết ngày', formatDay(report.asOf)],
    ['Tổng số nhiệm vụ đã giao', t.assigned],
    ['Đã hoàn thành', t.done],
    ['- đúng hạn', t.doneOnTime],
    ['- quá hạn', t.doneLate],
    ['Chưa hoàn thành, trong hạn', t.openInTerm],
    ['Chưa hoàn thành, quá hạn', t.openOverdue],
    ['Tỷ lệ quá hạn trên tổng số đã giao', report.overdueShare.printed],
    ['Thay đổi', report.againstPreviousMonth.words],
    ['Giao từ đầu năm', report.assignedThisYear.value],
  ]
  if (report.footnote) lines.push(['Cách tính', report.footnote])
  summary.addRows(lines)
  summary.getColumn(1).width = 44
  summary.getColumn(2).width = 40
  for (const sentence of report.recommendations) summary.addRow(['Kiến nghị', sentence])
  summary.getColumn(2).alignment = { wrapText: true, vertical: 'top', horizontal: 'left' }

  table(sheet(book, 'Theo cơ quan', report), report.agencies, [
    { title: 'TT', width: 6, value: (_, index) => index + 1 },
    { title: 'Cơ quan', width: 44, value: (row) => row.agencyName },
    { title: 'Đã giao', width: 12, value: (row) => row.partition.assigned },
    { title: 'Hoàn thành đúng hạn', width: 14, value: (row) => row.partition.doneOnTime },
    { title: 'Hoàn thành quá hạn', width: 14, value: (row) => row.partition.doneLate },
    { title: 'Trong hạn', width: 12, value: (row) => row.partition.openInTerm },
    { title: 'Quá hạn', width: 12, value: (row) => row.partition.openOverdue },
    { title: 'Tỷ lệ quá hạn', width: 12, value: (row) => row.overdueShare.printed },
  ])
  const rows: Column<MonthlyReport['overdue'][number]>[] = [
    { title: 'TT', width: 6, value: (_, index) => index + 1 },
    { title: 'Mã', width: 18, value: (row) => row.code },
    { title: 'Nhiệm vụ', width: 70, value: (row) => row.title },
    { title: 'Nhóm', width: 30, value: (row) => row.groupTitle },
    { title: 'Cơ quan chủ trì', width: 36, value: (row) => row.leadAgencyName },
    { title: 'Cơ quan phối hợp', width: 36, value: (row) => row.coordinating.join('; ') },
    { title: 'Văn bản giao', width: 20, value: (row) => row.sourceNumber },
    { title: 'Ngày giao', width: 12, value: (row) => day(row.assignedOn), format: 'dd/mm/yyyy' },
    { title: 'Thời hạn', width: 12, value: (row) => day(row.dueOn), format: 'dd/mm/yyyy' },
    { title: 'Tình trạng', width: 20, value: (row) => STANDING[row.standing] ?? row.standing },
    { title: 'Số ngày quá hạn', width: 12, value: (row) => row.daysLate },
  ]
  table(sheet(book, 'Quá hạn', report), report.overdue, rows)
  table(sheet(book, 'Đến hạn tháng tới', report), report.dueNextMonth, rows)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function sheet(book: ExcelJS.Workbook, name: string, report: MonthlyReport): Sheet {
  const made = book.addWorksheet(name, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&P/&N' },
  })
  made.addRow([report.title]).font = { bold: true, size: 13 }
  made.addRow([])
  return made
}

function table<T>(made: Sheet, rows: T[], columns: Column<T>[]): void {
  const header = made.addRow(columns.map((column) => column.title))
  header.font = { bold: true }
  header.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  rows.forEach((row, index) => {
    made.addRow(columns.map((column) => column.value(row, index)))
  })
  columns.forEach((column, index) => {
    const at = made.getColumn(index + 1)
    at.width = column.width
    if (column.format) at.numFmt = column.format
    at.alignment = { wrapText: true, vertical: 'top' }
  })
  made.views = [{ state: 'frozen', ySplit: header.number }]
  made.autoFilter = { from: { row: header.number, column: 1 }, to: { row: header.number, column: columns.length } }
  made.pageSetup.printTitlesRow = `${header.number}:${header.number}`
}
