import ExcelJS from 'exceljs'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { announcedEvents, subjectNames } from '../audit.ts'
import { formatDay } from '../calendar.ts'
import { type AnyHandle, type Database, type Handle, reading } from '../db.ts'
import { Invalid } from '../errors.ts'
import { type CursorKey, decodeCursor, pageOf } from '../paging.ts'
import { demandRight } from '../rights.ts'
import { nameSubjects } from './name-subjects.ts'
import type { AuditFilter, AuditList, AuditQuery } from './shapes.ts'

type AuditDb = Pick<Database, 'platform.audit'>
type Row = Omit<AuditList['rows'][number], 'subject'>

/** A sheet holds a million rows; beyond this a date range is easier to read, and less work. */
const LARGEST_SHEET = 50_000

/** Refuses an actor who may not read the log of all acts. */
export function demandAudit(actor: Actor): void {
  demandRight(actor, 'audit.read', 'audit.not_allowed', 'Chỉ người có quyền đọc nhật ký mới xem được phần này.')
}

/** The log, newest first by the instant recorded. */
export async function readAudit(db: AnyHandle, actor: Actor, query: AuditQuery): Promise<AuditList> {
  demandAudit(actor)
  const limit = query.limit ?? 50
  const after = decodeCursor(query, query.cursor, isInstantKey)
  const rows = await find(reading<AuditDb>(db), query, limit + 1, after)
  const { items, next } = pageOf(query, rows, limit, ({ recordedAt, id }) => [recordedAt, id])
  const nameOf = await nameSubjects(db, actor, subjectNames(db), items)
  return {
    rows: items.map((row) => ({ ...row, subject: nameOf(row.subjectKind, row.subjectId) ?? null })),
    nextCursor: next,
  }
}

/** The names in the log, to filter by: who acted, in whose posts, what happened, to what kinds of things. */
export async function auditNames(db: AnyHandle, actor: Actor) {
  demandAudit(actor)
  const handle = reading<AuditDb>(db)
  const [actors, onBehalfOf, subjectKinds] = await Promise.all(
    ['actor_name', 'on_behalf_of_name', 'subject_kind'].map((column) => distinct(handle, column)),
  )
  return {
    actors: actors!,
    onBehalfOf: onBehalfOf!,
    subjectKinds: subjectKinds!,
    events: announcedEvents(db).flatMap(({ name, formerNames = [], vi, en }) =>
      [name, ...formerNames].map((one) => ({ name: one, vi, en })),
    ),
  }
}

/** The rows that match the filter, as a sheet. */
export async function exportAudit(db: AnyHandle, actor: Actor, filter: AuditFilter): Promise<Buffer> {
  demandAudit(actor)
  const rows = await find(reading<AuditDb>(db), filter, LARGEST_SHEET + 1)
  if (rows.length > LARGEST_SHEET) {
    throw new Invalid(
      'audit.too_many',
      `Nhật ký có hơn ${LARGEST_SHEET.toLocaleString('vi-VN')} dòng theo bộ lọc này. Hãy chọn khoảng ngày hẹp hơn.`,
    )
  }
  const names = new Map(announcedEvents(db).map(({ name, vi }) => [name, vi]))
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Nhật ký', {
    views: [{ state: 'frozen', ySplit: 4 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0, printTitlesRow: '4:4' },
  })
  sheet.columns = COLUMNS.map(({ width, format }) => ({ width, style: format ? { numFmt: format } : {} }))
  sheet.addRow(['NHẬT KÝ']).font = { bold: true, size: 14 }
  sheet.addRow([`${rows.length} dòng, mới nhất trước; thời điểm theo giờ Việt Nam`])
  sheet.addRow([filterWords(filter)])
  const header = sheet.addRow(COLUMNS.map((column) => column.header))
  header.font = { bold: true }
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFEFEF' } }
  })
  for (const row of rows) {
    sheet.addRow(COLUMNS.map(({ value }) => value(row, names))).alignment = { wrapText: true, vertical: 'top' }
  }
  sheet.autoFilter = { from: { row: 4, column: 1 }, to: { row: 4 + rows.length, column: COLUMNS.length } }
  return Buffer.from(await book.xlsx.writeBuffer())
}

interface Column {
  header: string
  width: number
  format?: string
  value: (row: Row, names: ReadonlyMap<string, string>) => unknown
}

const COLUMNS: Column[] = [
  { header: 'Số', width: 9, value: ({ id }) => id },
  {
    header: 'Ghi lúc',
    width: 18,
    format: 'dd/mm/yyyy hh:mm:ss',
    // A sheet has no time zones: the clock of Viet Nam, written as if it were the sheet's own.
    value: ({ recordedAt }) => new Date(Date.parse(recordedAt) + 7 * 3_600_000),
  },
  {
    header: 'Ngày có hiệu lực',
    width: 12,
    format: 'dd/mm/yyyy',
    value: ({ happenedOn }) => new Date(`${happenedOn}T00:00:00Z`),
  },
  { header: 'Người thực hiện', width: 28, value: ({ actor }) => actor },
  { header: 'Thay mặt', width: 28, value: ({ onBehalfOf }) => onBehalfOf },
  { header: 'Việc', width: 40, value: ({ event }, names) => names.get(event) ?? event },
  { header: 'Mã việc', width: 24, value: ({ event }) => event },
  { header: 'Đối tượng', width: 14, value: ({ subjectKind }) => subjectKind },
  { header: 'Số đối tượng', width: 12, value: ({ subjectId }) => subjectId },
  { header: 'Trước', width: 50, value: ({ before }) => jsonWords(before) },
  { header: 'Sau', width: 50, value: ({ after }) => jsonWords(after) },
  { header: 'Nội dung khác', width: 50, value: ({ detail }) => jsonWords(detail) },
]

/** A cell holds 32 767 characters. */
function jsonWords(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value).slice(0, 32_000)
}

const FILTER_NAMES: Record<keyof AuditFilter, string> = {
  personId: 'người thực hiện (mã)',
  actor: 'người thực hiện',
  onBehalfOf: 'thay mặt',
  event: 'việc',
  subjectKind: 'đối tượng',
  subjectId: 'số đối tượng',
  from: 'từ ngày',
  to: 'đến ngày',
}

function filterWords(filter: AuditFilter): string {
  const conditions = (Object.keys(FILTER_NAMES) as (keyof AuditFilter)[]).flatMap((name) => {
    const value = filter[name]
    if (value === undefined) return []
    return [`${FILTER_NAMES[name]}: ${name === 'from' || name === 'to' ? formatDay(String(value)) : value}`]
  })
  return conditions.length === 0 ? 'Không lọc' : `Lọc theo ${conditions.join('; ')}`
}

async function find(
  db: Handle<AuditDb>,
  filter: AuditFilter,
  limit: number,
  after?: readonly [string, number],
): Promise<Row[]> {
  const conditions: RawBuilder<boolean>[] = []
  const equal = (column: string, value: string | number | undefined) => {
    if (value !== undefined) conditions.push(sql<boolean>`${sql.ref(column)} = ${value}`)
  }
  equal('actor_person_id', filter.personId)
  equal('actor_name', filter.actor)
  equal('on_behalf_of_name', filter.onBehalfOf)
  equal('event', filter.event)
  equal('subject_kind', filter.subjectKind)
  equal('subject_id', filter.subjectId)
  if (filter.from)
    conditions.push(sql<boolean>`recorded_at >= ${filter.from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
  if (filter.to)
    conditions.push(sql<boolean>`recorded_at < (${filter.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
  if (after) conditions.push(sql<boolean>`(recorded_at, id) < (${after[0]}::timestamptz, ${after[1]}::bigint)`)
  const { rows } = await sql<Row>`
    select id, recorded_at as "recordedAt", happened_on as "happenedOn", actor_person_id as "actorPersonId",
           actor_name as actor, on_behalf_of_name as "onBehalfOf", event, subject_kind as "subjectKind",
           subject_id as "subjectId", before, after, detail
    from platform.audit
    where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
    order by recorded_at desc, id desc limit ${limit}`.execute(db)
  return rows
}

/** Every value of an indexed column, by jumping from one to the next: as many steps as values, however long the log. */
async function distinct(db: Handle<AuditDb>, column: string): Promise<string[]> {
  const name = sql.ref(column)
  const { rows } = await sql<{ value: string }>`
    with recursive leap as (
      (select ${name} as value from platform.audit where ${name} is not null order by ${name} limit 1)
      union all
      select (select a.${name} from platform.audit a where a.${name} > leap.value order by a.${name} limit 1)
      from leap where leap.value is not null
    )
    select value from leap where value is not null order by value collate "vi-x-icu" limit 5000`.execute(db)
  return rows.map(({ value }) => value)
}

const isInstantKey = (key: CursorKey): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && !Number.isNaN(Date.parse(key[0])) && Number.isSafeInteger(key[1])
