/** The annex of a report as a workbook, in the official layout: figures with their days and rounding, then each table. */
import ExcelJS from 'exceljs'
import { formatDay } from '../platform/calendar.ts'
import { STANDINGS } from './chart.ts'
import { goalWords } from './goal-words.ts'
import { changedFigures, changedName, PAPERS } from './text-paper.ts'
import type { ReportText, SectionView } from './text-shapes.ts'

const day = (iso: string | null) => (iso === null ? null : new Date(`${iso}T00:00:00Z`))
const BORDER: Partial<ExcelJS.Borders> = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
}
const FONT = { name: 'Times New Roman', size: 12 }
type Cell = string | number | Date | null
interface Column {
  title: string
  width: number
  format?: string
}

/** @returns the bytes of an XLSX file with every row of every table */
export async function textWorkbook(text: ReportText): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.title = text.title
  const names = new Set<string>()
  const sheet = (name: string, title: string, columns: Column[], rows: Cell[][]) =>
    table(
      book,
      unused(name, names),
      [text.title, title, `(Số liệu đến hết ngày ${formatDay(text.asOf)})`],
      columns,
      rows,
    )
  sheet(
    'Số liệu',
    'SỐ LIỆU CỦA BÁO CÁO',
    [
      { title: 'TT', width: 6 },
      { title: 'Số liệu', width: 46 },
      { title: 'Giá trị', width: 14, format: '#,##0.####' },
      { title: 'In trong báo cáo', width: 22 },
      { title: 'Tính từ ngày', width: 13, format: 'dd/mm/yyyy' },
      { title: 'Đến ngày', width: 13, format: 'dd/mm/yyyy' },
      { title: 'Ghi nhận đến', width: 13, format: 'dd/mm/yyyy' },
      { title: 'Làm tròn', width: 12 },
      { title: 'Ghi chú', width: 40 },
    ],
    text.figures.map((one, place) => [
      place + 1,
      one.vi,
      one.value,
      one.printed,
      day(one.from),
      day(one.asOf),
      day(one.knownOn),
      one.rounding,
      one.missing,
    ]),
  )
  const changed = changedFigures(text)
  if (changed.length > 0) {
    sheet(
      'Đính chính',
      `SỐ LIỆU ĐÍNH CHÍNH SO VỚI BÁO CÁO SỐ ${text.corrects?.number ?? ''}`,
      [
        { title: 'TT', width: 6 },
        { title: 'Số liệu', width: 46 },
        { title: 'Đã in', width: 20 },
        { title: 'Nay là', width: 20 },
        { title: 'Lý do', width: 50 },
      ],
      changed.map((one, place) => [
        place + 1,
        changedName(one),
        one.before,
        one.printed,
        one.why ?? text.corrects?.reason ?? '',
      ]),
    )
  }
  const rows = text.changedRows ?? []
  if (rows.length > 0) {
    sheet(
      'Đính chính bảng',
      `DÒNG ĐÍNH CHÍNH CỦA CÁC BẢNG SO VỚI BÁO CÁO SỐ ${text.corrects?.number ?? ''}`,
      [
        { title: 'TT', width: 6 },
        { title: 'Bảng', width: 34 },
        { title: 'Dòng', width: 46 },
        { title: 'Đã in', width: 40 },
        { title: 'Nay là', width: 40 },
      ],
      rows.map((one, place) => [place + 1, one.table, one.row, one.before, one.after]),
    )
  }
  for (const section of text.sections) {
    const made = rowsOf(section)
    if (made) sheet(made.name, section.heading ?? made.name, made.columns, made.rows)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function rowsOf({ data, compared, settings }: SectionView): { name: string; columns: Column[]; rows: Cell[][] } | null {
  if (compared.length > 0) {
    return {
      name: 'So sánh',
      columns: [
        { title: 'Chỉ tiêu', width: 40 },
        { title: 'Kỳ này', width: 16 },
        { title: 'Kỳ trước', width: 16 },
        { title: 'Cùng kỳ năm trước', width: 18 },
      ],
      rows: compared.map(({ label, cells }) => [label, ...cells.map(({ printed }) => printed)]),
    }
  }
  if (data?.agencies) {
    return {
      name: 'Theo cơ quan',
      columns: [
        { title: 'TT', width: 6 },
        { title: 'Cơ quan', width: 44 },
        ...['Đã giao', 'Hoàn thành đúng hạn', 'Hoàn thành quá hạn', 'Trong hạn', 'Quá hạn'].map((title) => ({
          title,
          width: 13,
          format: '#,##0',
        })),
        { title: 'Tỷ lệ quá hạn', width: 12 },
      ],
      rows: data.agencies.map((one, place) => [
        place + 1,
        one.agencyName,
        one.assigned,
        one.doneOnTime,
        one.doneLate,
        one.openInTerm,
        one.openOverdue,
        one.overdueShare,
      ]),
    }
  }
  if (data?.goals) {
    return {
      name: 'Chỉ tiêu',
      columns: [
        { title: 'TT', width: 6 },
        { title: 'Chỉ tiêu', width: 40 },
        { title: 'Yêu cầu', width: 16 },
        { title: 'Hạn', width: 12, format: 'dd/mm/yyyy' },
        { title: 'Đạt được', width: 14 },
        { title: 'Đơn vị tính', width: 12 },
        { title: 'Ngày đo', width: 12, format: 'dd/mm/yyyy' },
        { title: 'Đơn vị chủ trì', width: 30 },
        { title: 'Minh chứng của nhiệm vụ', width: 24 },
        { title: 'Đánh giá', width: 16 },
      ],
      rows: data.goals.map((one, place) => [
        place + 1,
        one.measure,
        one.required,
        day(one.dueOn),
        one.measured,
        one.unit,
        day(one.measuredOn),
        one.agency,
        PAPERS[one.ground],
        goalWords(one).state,
      ]),
    }
  }
  if (data?.tasks) {
    return {
      name: { overdue: 'Quá hạn', dueNextMonth: 'Đến hạn tháng tới', open: 'Chưa hoàn thành', all: 'Nhiệm vụ' }[
        settings.which ?? 'all'
      ],
      columns: [
        { title: 'TT', width: 6 },
        { title: 'Mã', width: 18 },
        { title: 'Nhiệm vụ', width: 70 },
        { title: 'Cơ quan chủ trì', width: 36 },
        { title: 'Cơ quan phối hợp', width: 36 },
        { title: 'Văn bản giao', width: 20 },
        { title: 'Ngày giao', width: 12, format: 'dd/mm/yyyy' },
        { title: 'Thời hạn', width: 12, format: 'dd/mm/yyyy' },
        { title: 'Tình trạng', width: 20 },
        { title: 'Số ngày quá hạn', width: 10 },
      ],
      rows: data.tasks.map((one, place) => [
        place + 1,
        one.code,
        one.title,
        one.agency,
        one.coordinating,
        one.source,
        day(one.assignedOn),
        day(one.dueOn),
        STANDINGS[one.standing] ?? one.standing,
        one.daysLate,
      ]),
    }
  }
  return null
}

/** Names of sheets are unique and short. */
function unused(name: string, names: Set<string>): string {
  let free = name
  for (let number = 2; names.has(free); number += 1) free = `${name} ${number}`
  names.add(free)
  return free
}

function table(book: ExcelJS.Workbook, name: string, heads: string[], columns: Column[], rows: Cell[][]): void {
  const sheet = book.addWorksheet(name, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&P/&N' },
  })
  columns.forEach(({ width, format }, index) => {
    const column = sheet.getColumn(index + 1)
    column.width = width
    column.font = FONT
    column.alignment = { wrapText: true, vertical: 'top' }
    if (format) column.numFmt = format
  })
  for (const [place, words] of heads.entries()) {
    const row = sheet.addRow([words])
    sheet.mergeCells(row.number, 1, row.number, columns.length)
    row.font = { ...FONT, bold: place < 2, italic: place === 2 }
    row.alignment = { horizontal: 'center', wrapText: true }
  }
  sheet.addRow([])
  const header = sheet.addRow(columns.map(({ title }) => title))
  header.font = { ...FONT, bold: true }
  header.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  header.eachCell((cell) => {
    cell.border = BORDER
  })
  for (const row of rows) {
    sheet.addRow(row).eachCell({ includeEmpty: true }, (cell) => {
      cell.border = BORDER
    })
  }
  sheet.views = [{ state: 'frozen', ySplit: header.number }]
  sheet.autoFilter = { from: { row: header.number, column: 1 }, to: { row: header.number, column: columns.length } }
  sheet.pageSetup.printTitlesRow = `${header.number}:${header.number}`
}
