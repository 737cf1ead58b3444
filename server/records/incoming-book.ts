/** The book of incoming documents of a body (Nghị định 30/2020/NĐ-CP, Phụ lục IV). */
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Download } from '../platform/attachment.ts'
import { formatDay } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { Forbidden } from '../platform/errors.ts'
import { decodeCursor, pageOf } from '../platform/paging.ts'
import { holdsTyped } from '../platform/search.ts'
import { bodyOf } from './access.ts'
import { bookPaper } from './book-file.ts'
import type { RecordsDb } from './db.ts'
import { DAY, SEARCHED } from './incoming-lists.ts'
import type { IncomingBookFileQuery, IncomingBookQuery, IncomingBookRow } from './incoming-shapes.ts'
import { issuerOn } from './outgoing-paper.ts'
import { keepsBooks } from './sight.ts'

/** The body and those it took over, whose books it keeps. Throws 403 to those who keep no books. */
async function bookToRead(
  db: AnyHandle,
  actor: Actor,
  today: string,
): Promise<{ body: number; of: readonly number[] }> {
  if (keepsBooks(actor)) {
    const body = await bodyOf(db, actor, today)
    return { body, of: [body, ...actor.own] }
  }
  throw new Forbidden('records.may_not_read_book', 'Chỉ văn thư, lãnh đạo và người làm lưu trữ của cơ quan mới xem sổ.')
}

const COLUMNS = sql`
  i.incoming_id as id, i.number_written as number, ${DAY('i.arrived_at')} as "arrivedOn", i.sender_name as sender, i.notation,
  i.issued_on as "issuedOn", k.name as "kindName", i.about,
  coalesce((
    select string_agg(w.name, '; ' order by w.handling_id) from (
      select h.handling_id, coalesce((select a.name from registry.agency_latest a where a.agency_id = h.agency_id),
        (select c.full_name from registry.person_card c where c.person_id = h.person_id limit 1)) as name
      from records.handling h where h.incoming_id = i.incoming_id and h.from_id is null and h.state not in ('withdrawn', 'givenBack')) w),
    (select c.full_name from registry.person_card c where c.person_id = i.presented_to_id limit 1)) as receivers,
  ${DAY('i.assigned_at')} as "passedOn", coalesce(i.returned_reason, i.refused_reason) as note, i.is_urgent as "isUrgent", i.state`

function linesOf(of: readonly number[], { year, words }: { year: number; words?: string | undefined }) {
  const typed = words?.trim() ?? ''
  return sql`
    from records.incoming i left join registry.document_kind_card k on k.kind = i.kind
    where i.register in (select r.register from registry.register_card r
        where r.agency_id = any(${[...of]}::bigint[]) and r.direction = 'incoming' and not r.is_secret)
      and i.year = ${year}
      ${typed === '' ? sql`` : sql`and (${holdsTyped(SEARCHED, typed)} or i.number_written = ${typed})`}`
}

const fits = (key: readonly unknown[]): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])

/** A page of the book of a year, the newest numbers first. */
export async function listIncomingBook(
  db: AnyHandle,
  actor: Actor,
  { year, ...query }: IncomingBookQuery,
  today: string,
): Promise<{ year: number; rows: IncomingBookRow[]; nextCursor: string | null }> {
  const { of } = await bookToRead(db, actor, today)
  const ofYear = { ...query, year: year ?? Number(today.slice(0, 4)) }
  const { cursor, limit = 50 } = query
  const after = decodeCursor(ofYear, cursor, fits)
  const { rows } = await sql<IncomingBookRow & { register: string; place: number }>`
    select ${COLUMNS}, i.register, i.number as place ${linesOf(of, ofYear)}
    ${after ? sql`and (i.register, i.number) < (${after[0]}, ${after[1]}::integer)` : sql``}
    order by i.register desc, i.number desc limit ${limit + 1}`.execute(reading<RecordsDb>(db))
  const { items, next } = pageOf(ofYear, rows, limit, ({ register, place }) => [register, place])
  return { year: ofYear.year, rows: items.map(({ register: _, place: __, ...row }) => row), nextCursor: next }
}

const HEADS = [
  { title: 'Ngày đến', width: 11, align: 'center' },
  { title: 'Số đến', width: 7, align: 'center' },
  { title: 'Tác giả', width: 20, align: 'left' },
  { title: 'Số, ký hiệu văn bản', width: 15, align: 'left' },
  { title: 'Ngày tháng văn bản', width: 11, align: 'center' },
  { title: 'Tên loại và trích yếu nội dung văn bản', width: 42, align: 'left' },
  { title: 'Đơn vị hoặc người nhận', width: 22, align: 'left' },
  { title: 'Ngày chuyển', width: 11, align: 'center' },
  { title: 'Ký nhận', width: 9, align: 'left' },
  { title: 'Ghi chú', width: 16, align: 'left' },
] as const

const NOTES: Record<string, string> = { returned: 'Đã trả lại', refused: 'Đã gỡ' }

const cellsOf = (row: IncomingBookRow): string[] => [
  formatDay(row.arrivedOn),
  row.number,
  row.sender,
  row.notation ?? '',
  row.issuedOn === null ? '' : formatDay(row.issuedOn),
  [row.kindName, row.about].filter(Boolean).join(' '),
  row.receivers ?? '',
  row.passedOn === null ? '' : formatDay(row.passedOn),
  '',
  [row.isUrgent ? 'KHẨN' : '', NOTES[row.state] && [NOTES[row.state], row.note].filter(Boolean).join(': ')]
    .filter(Boolean)
    .join('; '),
]

/** The book of a year in the order of its numbers. */
export async function incomingBookFile(
  db: AnyHandle,
  actor: Actor,
  { format, year, words }: IncomingBookFileQuery,
  today: string,
): Promise<Download> {
  const { body, of } = await bookToRead(db, actor, today)
  const ofYear = year ?? Number(today.slice(0, 4))
  const { rows } = await sql<IncomingBookRow>`
    select ${COLUMNS} ${linesOf(of, { year: ofYear, words })} order by i.register, i.number`.execute(
    reading<RecordsDb>(db),
  )
  const { name } = await issuerOn(db, { agency_id: body, unit_id: body }, today)
  return bookPaper(
    {
      title: `Sổ đăng ký văn bản đến năm ${ofYear}`,
      sheet: 'Sổ văn bản đến',
      name,
      heads: HEADS,
      lines: rows.map(cellsOf),
      days: [0, 4, 7],
      numbers: [1],
    },
    format,
  )
}
