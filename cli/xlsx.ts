import type { ExtractedTask, Extraction, Reading } from '@dieuhanh/extraction'
import ExcelJS from 'exceljs'
import { wrap } from './columns.ts'
import { shownDay, shownDeadline } from './table.ts'

/** Column headings and widths (in characters) of the plan; together they fill A4 landscape. */
const COLUMNS: [string, number][] = [
  ['TT', 6],
  ['Nhiệm vụ', 44],
  ['Cơ quan chủ trì', 20],
  ['Cơ quan phối hợp', 24],
  ['Thời hạn', 18],
  ['Sản phẩm', 18],
  ['Chỉ tiêu', 22],
  ['Ghi chú', 18],
]
const FONT = 'Times New Roman'
const THIN = { style: 'thin' } as const
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }
const WHOLE_WIDTH = COLUMNS.reduce((sum, [, width]) => sum + width, 0)
/** Letters of Times New Roman 12 per unit of column width, slightly below the average of Vietnamese text. */
const LETTERS_PER_UNIT = 1.14
/** Height of one line of it, in points. */
const LINE = 14.5
const MILLIMETRES_PER_INCH = 25.4

/**
 * The plan for carrying out the document as an office lays it out: national header, title, one row for each task under
 * the heading of its group, header repeated on each printed page, A4 landscape (margins of Nghị định 30/2020/NĐ-CP).
 * The interface language does not apply: it is an official Vietnamese paper.
 */
export async function toWorkbook(reading: Reading, extraction: Extraction): Promise<Uint8Array> {
  const { document, tasks } = extraction
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Điều Hành'
  workbook.title = `Danh mục nhiệm vụ ${document.number ?? reading.name}`
  const sheet = workbook.addWorksheet('Nhiệm vụ', {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: mm(20), right: mm(15), top: mm(20), bottom: mm(20), header: mm(10), footer: mm(10) },
    },
    headerFooter: { oddFooter: '&C&"Times New Roman"&12&P' },
  })
  sheet.columns = COLUMNS.map(([, width]) => ({ width, style: { font: { name: FONT, size: 12 } } }))
  letterhead(sheet, extraction)
  const headerRow = sheet.addRow(COLUMNS.map(([name]) => name))
  headerRow.eachCell((cell) => {
    cell.font = { name: FONT, size: 12, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = BORDER
  })
  headerRow.height = 36
  sheet.pageSetup.printTitlesRow = `${headerRow.number}:${headerRow.number}`
  sheet.views = [{ state: 'frozen', ySplit: headerRow.number, showGridLines: false }]
  fill(sheet, tasks)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function letterhead(sheet: ExcelJS.Worksheet, { document }: Extraction): void {
  const line = (
    left: string,
    right: string,
    look: { left?: Partial<ExcelJS.Font>; right?: Partial<ExcelJS.Font> },
  ): void => {
    const row = sheet.addRow([left, null, null, right])
    sheet.mergeCells(row.number, 1, row.number, 3)
    sheet.mergeCells(row.number, 4, row.number, COLUMNS.length)
    for (const [column, font] of [
      [1, look.left],
      [4, look.right],
    ] as const) {
      const cell = row.getCell(column)
      cell.font = { name: FONT, size: 13, ...font }
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    }
  }
  line((document.issuer ?? '').toUpperCase(), 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', {
    left: { bold: true },
    right: { bold: true },
  })
  line('', 'Độc lập - Tự do - Hạnh phúc', { right: { bold: true, underline: true } })
  sheet.addRow([])
  titleLine(sheet, 'DANH MỤC NHIỆM VỤ', { bold: true, size: 14 })
  const source = [
    document.type,
    document.number && `số ${document.number}`,
    document.issuedOn && `ngày ${shownDay(document.issuedOn)}`,
  ]
  const known = source.filter(Boolean).join(' ')
  if (known)
    titleLine(sheet, `Thực hiện ${known}${document.issuer ? ` của ${document.issuer}` : ''}`, {
      italic: true,
      size: 13,
    })
  if (document.subject) titleLine(sheet, document.subject, { bold: true, size: 13 })
  sheet.addRow([])
}

function titleLine(sheet: ExcelJS.Worksheet, text: string, font: Partial<ExcelJS.Font>): void {
  const row = sheet.addRow([text])
  sheet.mergeCells(row.number, 1, row.number, COLUMNS.length)
  row.getCell(1).font = { name: FONT, ...font }
  row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  // Merged cells do not grow with their text, so the height of a long subject is set here.
  row.height = 20 * wrap(text, Math.floor(WHOLE_WIDTH * 0.9)).length
}

function fill(sheet: ExcelJS.Worksheet, tasks: ExtractedTask[]): void {
  let group: string | null = null
  tasks.forEach((task, index) => {
    if (task.group !== group) {
      group = task.group
      if (group) groupRow(sheet, group)
    }
    const row = sheet.addRow([
      index + 1,
      safe(task.content),
      safe(task.lead.join(';\n')),
      safe(task.coordinating.join(';\n')),
      safe(
        task.deadlines
          .filter((deadline) => deadline.kind !== 'none')
          .map((deadline) => shownDeadline(deadline, 'Thường xuyên'))
          .join(';\n'),
      ),
      safe(task.product?.value ?? ''),
      safe(task.targets.map((target) => target.text).join(';\n')),
      safe(noteOf(task)),
    ])
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cell.border = BORDER
      cell.alignment = { vertical: 'top', wrapText: true, horizontal: column === 1 ? 'center' : 'left' }
    })
    row.height = heightOf(row)
  })
}

function groupRow(sheet: ExcelJS.Worksheet, group: string): void {
  const row = sheet.addRow([safe(group)])
  sheet.mergeCells(row.number, 1, row.number, COLUMNS.length)
  row.getCell(1).font = { name: FONT, size: 12, bold: true }
  row.getCell(1).alignment = { vertical: 'middle', wrapText: true }
  row.getCell(1).border = BORDER
  row.height = wrap(group, Math.floor(WHOLE_WIDTH * LETTERS_PER_UNIT)).length * LINE + 3
}

/**
 * Not every application fits rows to their text when it opens a file, so the height is set explicitly: points for the
 * most lines.
 */
function heightOf(row: ExcelJS.Row): number {
  let lines = 1
  row.eachCell((cell, column) => {
    const width = Math.max(1, Math.floor(COLUMNS[column - 1]![1] * LETTERS_PER_UNIT))
    lines = Math.max(lines, wrap(String(cell.value ?? ''), width).length)
  })
  // Excel allows no row higher than 409 points.
  return Math.min(409, lines * LINE + 3)
}

/** Where the task is in the document, what it implements, what its lead is limited to. */
function noteOf(task: ExtractedTask): string {
  const scopes = task.parties.filter((party) => party.scope).map((party) => `${party.name}: ${party.scope}`)
  const carried = task.implements.length > 0 ? [`Thực hiện ${task.implements.join(', ')}`] : []
  return [`Mục ${task.ref}`, ...carried, ...scopes].join(';\n')
}

/** Text that begins like a formula must stay text, also when the sheet is exported again (CSV injection). */
function safe(text: string): string {
  return /^[=@\t\r]/.test(text) ? `'${text}` : text
}

function mm(millimetres: number): number {
  return millimetres / MILLIMETRES_PER_INCH
}
