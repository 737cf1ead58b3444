import ExcelJS from 'exceljs'
import type { Actor } from '../platform/actor.ts'
import { formatDay } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { TasksDb } from './db.ts'
import { scopeOf } from './filter.ts'
import { exportedTasks } from './lists.ts'
import { STATE_NAMES } from './progress.ts'
import type { ExportQuery, Standing } from './shapes.ts'
import { sourceFrom } from './source.ts'

const STANDING_NAMES: Record<Standing, string> = {
  doneOnTime: 'Đã hoàn thành đúng hạn',
  doneLate: 'Đã hoàn thành quá hạn',
  openInTerm: 'Chưa hoàn thành, trong hạn',
  openOverdue: 'Chưa hoàn thành, quá hạn',
}

type Exported = Awaited<ReturnType<typeof exportedTasks>>[number]

/** Days are dates in the sheet, not text, so that they sort and filter. */
const day = (iso: string | null) => (iso === null ? null : new Date(`${iso}T00:00:00Z`))

const COLUMNS: { header: string; width: number; isDay?: true; value: (row: Exported, place: number) => unknown }[] = [
  { header: 'STT', width: 6, value: (_, place) => place + 1 },
  { header: 'Mã nhiệm vụ', width: 17, value: (row) => row.code },
  { header: 'Nhiệm vụ', width: 45, value: (row) => row.title },
  { header: 'Nội dung', width: 60, value: (row) => row.content },
  { header: 'Nhóm nhiệm vụ', width: 30, value: (row) => row.groupTitle },
  { header: 'Số, ký hiệu văn bản', width: 20, value: (row) => row.sourceNumber },
  { header: 'Trích yếu', width: 40, value: (row) => row.sourceTitle },
  { header: 'Ngày giao', width: 12, isDay: true, value: (row) => day(row.assignedOn) },
  { header: 'Cơ quan chủ trì', width: 30, value: (row) => row.leadAgencyName },
  { header: 'Cùng chủ trì', width: 30, value: (row) => row.otherLeads.join('; ') },
  { header: 'Cơ quan phối hợp', width: 40, value: (row) => row.coordinating.join('; ') },
  { header: 'Sản phẩm', width: 30, value: (row) => row.product },
  { header: 'Hạn ban đầu', width: 12, isDay: true, value: (row) => day(row.firstDueOn) },
  { header: 'Hạn đang áp dụng', width: 12, isDay: true, value: (row) => day(row.dueOn) },
  { header: 'Ngày hoàn thành', width: 12, isDay: true, value: (row) => day(row.completedOn) },
  { header: 'Tình hình', width: 26, value: (row) => STANDING_NAMES[row.standing] },
  { header: 'Tình hình theo hạn ban đầu', width: 26, value: (row) => STANDING_NAMES[row.standingOnFirstDue] },
  { header: 'Số ngày quá hạn', width: 10, value: (row) => row.daysLate },
  { header: 'Trạng thái xử lý', width: 26, value: (row) => STATE_NAMES[row.state] },
  { header: 'Tiến độ (%)', width: 10, value: (row) => row.percent },
]

/** The whole list as a sheet, with its filters stated at the top. */
export async function exportTasks(db: AnyHandle, actor: Actor, query: ExportQuery, today: string): Promise<Buffer> {
  const rows = await exportedTasks(db, actor, query, today)
  const scope = scopeOf(query, today)
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Nhiệm vụ', {
    views: [{ state: 'frozen', ySplit: 4 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0, printTitlesRow: '4:4' },
  })
  sheet.columns = COLUMNS.map(({ width, isDay }) => ({ width, style: isDay ? { numFmt: 'dd/mm/yyyy' } : {} }))
  sheet.addRow(['DANH SÁCH NHIỆM VỤ']).font = { bold: true, size: 14 }
  const known = scope.knownOn === null ? '' : `, theo số liệu ghi nhận đến hết ngày ${formatDay(scope.knownOn)}`
  sheet.addRow([`Tính đến ngày ${formatDay(scope.asOf)}${known}; ${rows.length} nhiệm vụ`])
  const source = query.source === undefined ? [] : [await sourceWords(db, query.source, rows[0])]
  sheet.addRow([filterWords(query, source)])
  const header = sheet.addRow(COLUMNS.map((column) => column.header))
  header.font = { bold: true }
  header.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFEFEF' } }
    cell.border = { bottom: { style: 'thin' } }
  })
  for (const [place, row] of rows.entries()) {
    const added = sheet.addRow(COLUMNS.map(({ value }) => value(row, place)))
    added.alignment = { wrapText: true, vertical: 'top' }
  }
  sheet.autoFilter = { from: { row: 4, column: 1 }, to: { row: 4 + rows.length, column: COLUMNS.length } }
  return Buffer.from(await book.xlsx.writeBuffer())
}

const FILTER_NAMES: Partial<Record<keyof ExportQuery, string>> = {
  from: 'giao từ ngày',
  to: 'giao đến ngày',
  agencyId: 'cơ quan chủ trì (mã)',
  map: 'cơ quan tính theo',
  group: 'nhóm nhiệm vụ',
  month: 'giao trong tháng',
  state: 'trạng thái xử lý',
  deadlineKind: 'loại thời hạn',
  dueFrom: 'hạn từ ngày',
  dueTo: 'hạn đến ngày',
  search: 'có các từ',
  standing: 'tình hình',
}

/** The source in the words of its room. Its number comes from the rows, so no number of an invisible task is shown. */
async function sourceWords(db: AnyHandle, source: string, row: Exported | undefined): Promise<string> {
  const { kind, name } = sourceFrom(source)
  const known = await reading<TasksDb>(db)
    .selectFrom('tasks.source_kind')
    .select('vi')
    .where('kind', '=', kind)
    .executeTakeFirst()
  return `${known?.vi ?? kind}: ${row?.sourceNumber ?? row?.sourceTitle ?? (name === '' ? 'không ghi số' : name)}`
}

function filterWords(query: ExportQuery, source: readonly string[]): string {
  const named = Object.entries(query).flatMap(([name, value]) => {
    const words = FILTER_NAMES[name as keyof ExportQuery]
    return words === undefined || value === undefined ? [] : [`${words}: ${valueWords(name, String(value))}`]
  })
  const all = [...source, ...named]
  return all.length === 0 ? 'Không lọc' : `Lọc theo ${all.join('; ')}`
}

function valueWords(name: string, value: string): string {
  if (name === 'standing') return FIGURE_NAMES[value] ?? value
  if (name === 'map') return value === 'today' ? 'bản đồ hiện nay' : 'thời điểm của số liệu'
  if (name === 'state') return STATE_NAMES[value as keyof typeof STATE_NAMES]
  if (name === 'deadlineKind') return KIND_NAMES[value] ?? value
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value
}

const FIGURE_NAMES: Record<string, string> = {
  ...STANDING_NAMES,
  done: 'Đã hoàn thành',
  open: 'Chưa hoàn thành',
  due: 'Đã đến hạn hoặc đã hoàn thành',
  awaitingConfirmation: 'Đã báo cáo, chờ xác nhận',
  milestoneOverdue: 'Có mốc quá hạn',
}

const KIND_NAMES: Record<string, string> = {
  date: 'ngày cụ thể',
  month: 'tháng',
  quarter: 'quý',
  halfYear: 'nửa năm',
  year: 'năm',
  standing: 'thường xuyên',
  perRegulation: 'theo quy định',
  none: 'không nêu thời hạn',
}
