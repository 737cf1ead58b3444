import { createHmac, timingSafeEqual } from 'node:crypto'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { secretOf } from '../platform/auth.ts'
import { formatDay, formatNumber } from '../platform/calendar.ts'
import type { Config } from '../platform/config.ts'
import type { Handle } from '../platform/db.ts'
import { demandRight } from '../platform/rights.ts'
import { keyFor } from '../platform/sealed.ts'
import { STATE_NAMES, type State } from '../tasks/index.ts'
import type { WorklistsDb } from './db.ts'

/** The layout of the sheet that an officer downloads, fills in offline and uploads. */
export const SHEETS = { tasks: 'Báo cáo tiến độ', targets: 'Chỉ tiêu', guide: 'Hướng dẫn' } as const
export const FIRST_ROW = 5
export const COLUMN = { percent: 'F', body: 'G', obstacles: 'H', proposals: 'I' } as const
/** Hidden columns: what the row was made from, and our signature on it. */
export const HIDDEN = { id: 'J', version: 'K', percent: 'L', mark: 'M' } as const
export const TARGET = { value: 'F', measuredOn: 'G', task: 'H', id: 'I', mark: 'J' } as const
export const MARK_HEADER = 'dieuhanh'

const MOST_ROWS = 3_000

/** Signs and verifies what a row was made from. */
export interface Marker {
  of(...parts: (string | number)[]): string
  fits(mark: string, ...parts: (string | number)[]): boolean
}

/** HMAC-SHA-256 with a key of the installation used only for this. */
export function markerOf(config: Pick<Config, 'authSecret' | 'dataDir'>): Marker {
  const key = keyFor(secretOf(config), 'progress sheet')
  const of = (...parts: (string | number)[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
  return {
    of,
    fits: (mark, ...parts) => {
      const [given, right] = [Buffer.from(mark), Buffer.from(of(...parts))]
      return given.length === right.length && timingSafeEqual(given, right)
    },
  }
}

interface Row {
  id: number
  code: string
  title: string
  dueOn: string | null
  state: State
  percent: number
  version: number
  reportedOn: string | null
  body: string | null
  targets: {
    id: number
    measure: string
    literal: string
    unit: string
    value: number | null
    measuredOn: string | null
  }[]
}

export function demandOwnSheet(actor: Actor): void {
  const sentence = 'Chỉ cán bộ của cơ quan thực hiện mới báo cáo tiến độ bằng phiếu.'
  demandRight(actor, 'task.carryOut', 'task.not_allowed', sentence)
}

async function rowsOf(db: Handle<WorklistsDb>, actor: Actor): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select t.task_id as id, t.code, t.title, t.due_on as "dueOn", t.state, t.percent, t.version,
           last.reported_on as "reportedOn", last.body, coalesce(goals.list, '[]') as targets
    from tasks.task_card t
    left join lateral (
      select r.reported_on, r.body from tasks.report_card r where r.task_id = t.task_id
      order by r.reported_on desc, r.progress_report_id desc limit 1
    ) last on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', g.target_id, 'measure', g.measure, 'literal', g.literal, 'unit', g.unit,
                                          'value', g.measured, 'measuredOn', g.measured_on) order by g.position) as list
      from tasks.target_card g
      where g.task_id = t.task_id
    ) goals on true
    where t.state in ('assigned', 'received', 'inProgress')
      and exists (select from tasks.party_card p where p.task_id = t.task_id and p.role = 'lead'
                    and p.agency_id = any(${[...actor.own]}::bigint[]))
    order by t.due_on nulls last, t.task_id limit ${MOST_ROWS}`.execute(db)
  return rows
}

/** Open tasks that the actor's agencies lead, to be filled in: only cells that may change can be edited. */
export async function writeProgressSheet(
  db: Handle<WorklistsDb>,
  actor: Actor,
  marker: Marker,
  today: string,
): Promise<Buffer> {
  demandOwnSheet(actor)
  const rows = await rowsOf(db, actor)
  const book = new ExcelJS.Workbook()
  addTasks(book, rows, marker, `${actor.agencyName}, ngày ${formatDay(today)}, ${rows.length} nhiệm vụ đang thực hiện`)
  addTargets(book, rows, marker)
  addGuide(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const day = (iso: string | null) => (iso === null ? null : new Date(`${iso}T00:00:00Z`))
const OPEN_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBE6' } }

function addTasks(book: ExcelJS.Workbook, rows: readonly Row[], marker: Marker, about: string): void {
  const sheet = startSheet(book, SHEETS.tasks, 'PHIẾU BÁO CÁO TIẾN ĐỘ', about, [
    ['Mã nhiệm vụ', 16],
    ['Nhiệm vụ', 44],
    ['Hạn', 12],
    ['Trạng thái', 18],
    ['Kết quả đã báo cáo', 40],
    ['Tiến độ (%)', 10],
    ['Kết quả thực hiện (báo cáo lần này)', 48],
    ['Khó khăn, vướng mắc', 36],
    ['Kiến nghị, đề xuất', 36],
    ...([MARK_HEADER, 'v', 'p', 's'].map((name) => [name, 4]) as [string, number][]),
  ])
  for (const [place, row] of rows.entries()) {
    const reported = row.body === null ? null : `${formatDay(row.reportedOn!)}: ${row.body}`
    const added = sheet.addRow([row.code, row.title, day(row.dueOn), STATE_NAMES[row.state], reported, row.percent])
    added.alignment = { wrapText: true, vertical: 'top' }
    added.getCell('C').numFmt = 'dd/mm/yyyy'
    const number = FIRST_ROW + place
    sheet.getCell(`${HIDDEN.id}${number}`).value = row.id
    sheet.getCell(`${HIDDEN.version}${number}`).value = row.version
    sheet.getCell(`${HIDDEN.percent}${number}`).value = row.percent
    sheet.getCell(`${HIDDEN.mark}${number}`).value = marker.of('task', row.id, row.version, row.percent)
    for (const column of Object.values(COLUMN)) openCell(sheet.getCell(`${column}${number}`))
    sheet.getCell(`${COLUMN.percent}${number}`).dataValidation = {
      type: 'whole',
      operator: 'between',
      formulae: [0, 100],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: 'Tiến độ',
      error: 'Hãy ghi một số nguyên từ 0 đến 100.',
    }
  }
  for (const column of Object.values(HIDDEN)) sheet.getColumn(column).hidden = true
  sheet.autoFilter = { from: { row: 4, column: 1 }, to: { row: 4 + rows.length, column: 9 } }
}

function addTargets(book: ExcelJS.Workbook, rows: readonly Row[], marker: Marker): void {
  const sheet = startSheet(book, SHEETS.targets, 'GIÁ TRỊ ĐO ĐƯỢC CỦA CHỈ TIÊU', 'Ghi giá trị mới ở hai cột cuối.', [
    ['Mã nhiệm vụ', 16],
    ['Chỉ tiêu', 44],
    ['Phải đạt', 30],
    ['Đơn vị', 12],
    ['Đã đo', 22],
    ['Giá trị mới', 14],
    ['Ngày đo', 12],
    ...([MARK_HEADER, 't', 's'].map((name) => [name, 4]) as [string, number][]),
  ])
  let number = FIRST_ROW
  for (const row of rows) {
    for (const target of row.targets) {
      const measured =
        target.value === null ? null : `${formatNumber(target.value)} (${formatDay(target.measuredOn ?? '')})`
      sheet.addRow([row.code, target.measure, target.literal, target.unit, measured]).alignment = {
        wrapText: true,
        vertical: 'top',
      }
      sheet.getCell(`${TARGET.task}${number}`).value = row.id
      sheet.getCell(`${TARGET.id}${number}`).value = target.id
      sheet.getCell(`${TARGET.mark}${number}`).value = marker.of('target', row.id, target.id)
      openCell(sheet.getCell(`${TARGET.value}${number}`))
      openCell(sheet.getCell(`${TARGET.measuredOn}${number}`)).numFmt = 'dd/mm/yyyy'
      number += 1
    }
  }
  for (const column of [TARGET.task, TARGET.id, TARGET.mark]) sheet.getColumn(column).hidden = true
}

const GUIDE = [
  'Chỉ ghi vào các ô nền vàng: tiến độ, kết quả thực hiện, khó khăn, kiến nghị; giá trị mới của chỉ tiêu ở trang “Chỉ tiêu”.',
  'Chỉ những dòng có thay đổi được nhận khi nộp lại; dòng để nguyên không sinh báo cáo nào.',
  'Đã đổi tiến độ, khó khăn, kiến nghị hoặc giá trị chỉ tiêu thì phải ghi kết quả thực hiện của lần báo cáo này.',
  'Tiến độ là số nguyên từ 0 đến 100. Ngày ghi dạng ngày/tháng/năm, ví dụ 28/02/2021. Số lẻ dùng dấu phẩy.',
  'Có thể sắp xếp, lọc và xóa bớt dòng. Không sửa các cột ẩn: dòng bị sửa cột ẩn không được nhận.',
  'Nộp lại ở mục Việc của tôi → Nộp phiếu. Trước khi ghi, hệ thống cho xem từng thay đổi; nhiệm vụ đã có người khác cập nhật được đặt cạnh nhau để chọn.',
  'Nhiệm vụ mới giao phải được tiếp nhận trước khi báo cáo tiến độ.',
] as const

function addGuide(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet(SHEETS.guide)
  sheet.columns = [{ width: 4 }, { width: 110 }]
  sheet.addRow(['', 'HƯỚNG DẪN']).font = { bold: true, size: 14 }
  for (const [place, line] of GUIDE.entries()) {
    sheet.addRow([place + 1, line]).alignment = { wrapText: true, vertical: 'top' }
  }
}

function startSheet(
  book: ExcelJS.Workbook,
  name: string,
  title: string,
  about: string,
  columns: readonly (readonly [string, number])[],
): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 4, xSplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0, printTitlesRow: '4:4' },
  })
  sheet.columns = columns.map(([, width]) => ({ width }))
  sheet.addRow([title]).font = { bold: true, size: 14 }
  sheet.addRow([about])
  sheet.addRow(['Ghi vào các ô nền vàng; xem trang “Hướng dẫn”.']).font = { italic: true }
  const header = sheet.addRow(columns.map(([words]) => words))
  header.font = { bold: true }
  header.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  // This is not a security measure: it prevents typing in cells that are not read.
  void sheet.protect('', {
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
    sort: true,
    deleteRows: true,
  })
  return sheet
}

function openCell(cell: ExcelJS.Cell): ExcelJS.Cell {
  cell.protection = { locked: false }
  cell.fill = OPEN_FILL
  cell.alignment = { wrapText: true, vertical: 'top' }
  return cell
}
