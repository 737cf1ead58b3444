import { PassThrough, type Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { formatDay } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { TasksDb } from './db.ts'
import { nameOn, scopeOf } from './filter.ts'
import { exportedTasks } from './lists.ts'
import { STATE_NAMES } from './progress.ts'
import { COLUMNS, type Column, type ExportQuery, type Standing } from './shapes.ts'
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

interface SheetColumn {
  header: string
  width: number
  isDay?: true
  value: (row: Exported, place: number) => unknown
}
const NUMBER: SheetColumn = { header: 'STT', width: 6, value: (_, place) => place + 1 }
const CODE: SheetColumn = { header: 'Mã nhiệm vụ', width: 17, value: (row) => row.code }
const TITLE: SheetColumn = { header: 'Nhiệm vụ', width: 45, value: (row) => row.title }
const GROUP: SheetColumn = { header: 'Nhóm nhiệm vụ', width: 30, value: (row) => row.groupTitle }
const SOURCE: SheetColumn = { header: 'Số, ký hiệu văn bản', width: 20, value: (row) => row.sourceNumber }
const ASSIGNED: SheetColumn = { header: 'Ngày giao', width: 12, isDay: true, value: (row) => day(row.assignedOn) }
const LEAD: SheetColumn = { header: 'Cơ quan chủ trì', width: 30, value: (row) => row.leadAgencyName }
const OTHER_LEADS: SheetColumn = { header: 'Cùng chủ trì', width: 30, value: (row) => row.otherLeads.join('; ') }
const COORDINATING: SheetColumn = {
  header: 'Cơ quan phối hợp',
  width: 40,
  value: (row) => row.coordinating.join('; '),
}
const FIRST_DUE: SheetColumn = { header: 'Hạn ban đầu', width: 12, isDay: true, value: (row) => day(row.firstDueOn) }
const DUE: SheetColumn = { header: 'Hạn đang áp dụng', width: 12, isDay: true, value: (row) => day(row.dueOn) }
const STANDING: SheetColumn = { header: 'Tình hình', width: 26, value: (row) => STANDING_NAMES[row.standing] }
const LATE: SheetColumn = { header: 'Số ngày quá hạn', width: 10, value: (row) => row.daysLate }
const STATE: SheetColumn = { header: 'Trạng thái xử lý', width: 26, value: (row) => STATE_NAMES[row.state] }
const PERCENT: SheetColumn = { header: 'Tiến độ (%)', width: 10, value: (row) => row.percent }

/** Everything there is to say, where no columns are named. */
const ALL: readonly SheetColumn[] = [
  NUMBER,
  CODE,
  TITLE,
  { header: 'Nội dung', width: 60, value: (row) => row.content },
  GROUP,
  SOURCE,
  { header: 'Trích yếu', width: 40, value: (row) => row.sourceTitle },
  ASSIGNED,
  LEAD,
  OTHER_LEADS,
  COORDINATING,
  { header: 'Sản phẩm', width: 30, value: (row) => row.product },
  FIRST_DUE,
  DUE,
  { header: 'Ngày hoàn thành', width: 12, isDay: true, value: (row) => day(row.completedOn) },
  STANDING,
  { header: 'Tình hình theo hạn ban đầu', width: 26, value: (row) => STANDING_NAMES[row.standingOnFirstDue] },
  LATE,
  STATE,
  PERCENT,
]

/** What a column of the list shows, which may be more than one thing: an extended deadline, the days that one is late. */
const SHOWN: Record<Column, readonly SheetColumn[]> = {
  code: [CODE],
  title: [TITLE],
  lead: [LEAD, OTHER_LEADS],
  coordinating: [COORDINATING],
  source: [SOURCE],
  group: [GROUP],
  assignedOn: [ASSIGNED],
  dueOn: [DUE, FIRST_DUE],
  standing: [STANDING, LATE],
  state: [STATE],
  percent: [PERCENT],
  targets: [{ header: 'Số chỉ tiêu', width: 10, value: (row) => row.targetCount }],
}

function columnsOf(names: string | undefined): readonly SheetColumn[] {
  if (names === undefined) return ALL
  return [
    NUMBER,
    ...names.split(',').flatMap((name) => {
      const column = COLUMNS.find((known) => known === name)
      if (column === undefined) {
        throw wrong('columns', 'task.export_columns', `Không có cột “${name}”. Các cột: ${COLUMNS.join(', ')}.`)
      }
      return SHOWN[column]
    }),
  ]
}

/**
 * The whole list as a sheet, or the chosen tasks, with the filters stated at the top. Rows are written out one by one, so
 * that the sheet is never in memory as a whole; whatever can be refused is refused before the first of them.
 */
export async function exportTasks(
  db: AnyHandle,
  actor: Actor,
  { columns: names, ...query }: ExportQuery,
  today: string,
  ids?: readonly number[],
): Promise<Readable> {
  const columns = columnsOf(names)
  const scope = scopeOf(query, today)
  const rows = await exportedTasks(db, actor, query, today, ids)
  const source = query.source === undefined ? [] : [await sourceWords(db, query.source, rows[0])]
  const known = scope.knownOn === null ? '' : `, theo số liệu ghi nhận đến hết ngày ${formatDay(scope.knownOn)}`
  const filters =
    ids === undefined ? filterWords(query, source, await namesIn(db, query, scope.asOf)) : 'Các nhiệm vụ được chọn'
  return written(columns, rows, [
    'DANH SÁCH NHIỆM VỤ',
    `Tính đến ngày ${formatDay(scope.asOf)}${known}; ${rows.length} nhiệm vụ`,
    filters,
  ])
}

function written(
  columns: readonly SheetColumn[],
  rows: readonly Exported[],
  [title, ...about]: readonly string[],
): Readable {
  const file = new PassThrough()
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true })
  const sheet = book.addWorksheet('Nhiệm vụ', {
    views: [{ state: 'frozen', ySplit: 4 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0, printTitlesRow: '4:4' },
  })
  sheet.columns = columns.map(({ width, isDay }) => ({ width, style: isDay ? { numFmt: 'dd/mm/yyyy' } : {} }))
  sheet.autoFilter = { from: { row: 4, column: 1 }, to: { row: 4 + rows.length, column: columns.length } }
  const head = sheet.addRow([title])
  head.font = { bold: true, size: 14 }
  head.commit()
  for (const line of about) sheet.addRow([line]).commit()
  const header = sheet.addRow(columns.map((column) => column.header))
  header.font = { bold: true }
  header.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFEFEF' } }
    cell.border = { bottom: { style: 'thin' } }
  })
  header.commit()
  const write = async () => {
    for (const [place, row] of rows.entries()) {
      const added = sheet.addRow(columns.map(({ value }) => value(row, place)))
      added.alignment = { wrapText: true, vertical: 'top' }
      added.commit()
      // What was written is passed on before more is.
      if (place % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate()
    }
    sheet.commit()
    await book.commit()
  }
  write().catch((error: Error) => file.destroy(error))
  return file
}

const ROWS_AT_ONCE = 500

const FILTER_NAMES: Partial<Record<keyof ExportQuery, string>> = {
  from: 'giao từ ngày',
  to: 'giao đến ngày',
  agencyId: 'cơ quan chủ trì',
  coordinatingId: 'cơ quan phối hợp',
  followerId: 'các cơ quan do người này theo dõi',
  map: 'cơ quan tính theo',
  group: 'nhóm nhiệm vụ',
  month: 'giao trong tháng',
  state: 'trạng thái xử lý',
  deadlineKind: 'loại thời hạn',
  dueFrom: 'hạn từ ngày',
  dueTo: 'hạn đến ngày',
  anyDueOn: 'có hạn, mốc hoặc kỳ báo cáo ngày',
  urgency: 'độ khẩn của văn bản',
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

/** The agencies and the person that a filter names by id, by their names on the day. */
async function namesIn(
  db: AnyHandle,
  { agencyId, coordinatingId, followerId }: ExportQuery,
  on: string,
): Promise<Partial<Record<string, string>>> {
  if (agencyId === undefined && coordinatingId === undefined && followerId === undefined) return {}
  const { rows } = await sql<Record<string, string | null>>`
    select ${nameOn(sql`${agencyId ?? null}::bigint`, on)} as "agencyId",
           ${nameOn(sql`${coordinatingId ?? null}::bigint`, on)} as "coordinatingId",
           (select c.full_name from registry.person_card c where c.person_id = ${followerId ?? null}::bigint limit 1)
             as "followerId"`.execute(reading<TasksDb>(db))
  return Object.fromEntries(Object.entries(rows[0]!).filter(([, name]) => name !== null)) as Record<string, string>
}

function filterWords(query: ExportQuery, source: readonly string[], names: Partial<Record<string, string>>): string {
  const named = Object.entries(query).flatMap(([name, value]) => {
    const words = FILTER_NAMES[name as keyof ExportQuery]
    return words === undefined || value === undefined
      ? []
      : [`${words}: ${names[name] ?? valueWords(name, String(value))}`]
  })
  const all = [...source, ...named]
  return all.length === 0 ? 'Không lọc' : `Lọc theo ${all.join('; ')}`
}

function valueWords(name: string, value: string): string {
  if (name === 'standing') return FIGURE_NAMES[value] ?? value
  if (name === 'urgency') return URGENCY_NAMES[value] ?? value
  if (name === 'map') return value === 'today' ? 'cơ quan hiện nay' : 'cơ quan tại thời điểm của số liệu'
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

const URGENCY_NAMES: Record<string, string> = {
  any: 'khẩn, thượng khẩn, hỏa tốc',
  express: 'hỏa tốc',
  veryUrgent: 'thượng khẩn',
  urgent: 'khẩn',
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
