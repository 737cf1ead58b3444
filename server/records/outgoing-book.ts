/** The book of outgoing documents of a body: every number that was given, from every room (Nghị định 30/2020/NĐ-CP, Phụ lục IV). */
import { type RawBuilder, sql } from 'kysely'
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
import { issuerOn } from './outgoing-paper.ts'
import type { BookFilter, BookFormat, BookQuery, BookRow } from './outgoing-shapes.ts'
import { keepsBooks } from './sight.ts'

/** Throws 403 to those who keep no books. */
async function bookToRead(db: AnyHandle, actor: Actor, today: string): Promise<number> {
  if (keepsBooks(actor)) return bodyOf(db, actor, today)
  throw new Forbidden('records.may_not_read_book', 'Chỉ văn thư, lãnh đạo và người làm lưu trữ của cơ quan mới xem sổ.')
}

/** Of a register or a line of it: that this body numbers open outgoing documents there. */
const isOfBody = (alias: string, body: number) =>
  sql`${sql.ref(`${alias}.agency_id`)} = ${body} and ${sql.ref(`${alias}.direction`)} = 'outgoing' and not ${sql.ref(`${alias}.is_secret`)}`
const DOCUMENT = sql`left join records.outgoing o on o.register = b.register and o.year = b.year and o.notation = b.notation`

/** What is asked of a line `b`; its document `o` is needed only for a kind and for words. */
function asked({ kind, words }: Pick<BookFilter, 'kind' | 'words'>): RawBuilder<unknown>[] {
  return [
    ...(kind === undefined ? [] : [sql`coalesce(b.kind, o.kind) = ${kind}`]),
    ...(words === undefined
      ? []
      : [holdsTyped(sql`platform.fold(concat_ws(' ', b.notation, coalesce(b.about, o.about), b.recipients))`, words)]),
  ]
}

/** What a line `b` tells of its document. A number whose document is signed and not issued yet has a line too: the book has no gap. */
const TOLD = sql`
    ${DOCUMENT}
    left join records.copy c on c.register = b.register and c.year = b.year and c.notation = b.notation
    left join registry.document_kind_card k on k.kind = coalesce(b.kind, o.kind)
    left join registry.agency_latest u on u.agency_id = o.unit_id and o.unit_id <> o.agency_id`

const COLUMNS = sql`
  b.register, b.notation, b.number, b.issued_on as "issuedOn", k.name as "kindName", coalesce(b.about, o.about) as about,
  coalesce(b.signer, o.signer_name) as signer, b.recipients,
  -- The clerk keeps the original, the unit that drafted it a copy.
  concat_ws(', ', 'Văn thư', u.name) as "keptBy",
  case when o.outgoing_id is not null then (select count(*)::integer from records.recipient r where r.outgoing_id = o.outgoing_id) end as copies,
  o.state, b.is_urgent as "isUrgent",
  case when coalesce(o.outgoing_id, c.outgoing_id) is not null then '/van-ban-di/' || coalesce(o.outgoing_id, c.outgoing_id) end as "to"`

const fits = (
  key: readonly unknown[],
): key is readonly [day: string, register: string, number: number, notation: string] =>
  key.length === 4 && [0, 1, 3].every((place) => typeof key[place] === 'string') && Number.isSafeInteger(key[2])

/** A page of the book, the newest numbers first. */
export async function listBook(
  db: AnyHandle,
  actor: Actor,
  { year, ...query }: BookQuery,
  today: string,
): Promise<{ year: number; rows: BookRow[]; nextCursor: string | null }> {
  const body = await bookToRead(db, actor, today)
  const ofYear = { ...query, year: year ?? Number(today.slice(0, 4)) }
  const { cursor, limit = 50 } = query
  const after = decodeCursor(ofYear, cursor, fits)
  const conditions = [
    sql`b.register = g.register and b.year = ${ofYear.year}`,
    ...asked(query),
    ...(after
      ? [
          // The day alone is what an index can begin with: the registers are walked side by side.
          sql`b.issued_on <= ${after[0]}::date and (b.issued_on, b.register, coalesce(b.number, 0), b.notation)
            < (${after[0]}::date, ${after[1]}::text, ${after[2]}::integer, ${after[3]}::text)`,
        ]
      : []),
  ]
  const needsDocument = query.kind !== undefined || query.words !== undefined
  // Each register is walked from its newest day: the numbers of a year are never sorted for one page.
  const { rows } = await sql<BookRow & { register: string; number: number | null }>`
    with page as materialized (
      select l.* from registry.register_card g
      cross join lateral (
        select b.register, b.year, b.notation, b.issued_on, coalesce(b.number, 0) as place
        from registry.book_card b ${needsDocument ? DOCUMENT : sql``}
        where ${sql.join(conditions, sql` and `)}
        order by b.issued_on desc, coalesce(b.number, 0) desc, b.notation desc limit ${limit + 1}) l
      where ${isOfBody('g', body)}
      order by l.issued_on desc, l.register desc, l.place desc, l.notation desc limit ${limit + 1})
    select ${COLUMNS} from page p join registry.book_card b using (register, year, notation) ${TOLD}
    order by p.issued_on desc, p.register desc, p.place desc, p.notation desc`.execute(reading<RecordsDb>(db))
  const { items, next } = pageOf(ofYear, rows, limit, ({ issuedOn, register, number, notation }) => [
    issuedOn,
    register,
    number ?? 0,
    notation,
  ])
  return { year: ofYear.year, rows: items.map(({ register: _, number: __, ...row }) => row), nextCursor: next }
}

const HEADS = [
  { title: 'Số, ký hiệu văn bản', width: 16, align: 'left' },
  { title: 'Ngày tháng văn bản', width: 11, align: 'center' },
  { title: 'Tên loại và trích yếu nội dung văn bản', width: 48, align: 'left' },
  { title: 'Người ký', width: 18, align: 'left' },
  { title: 'Nơi nhận văn bản', width: 32, align: 'left' },
  { title: 'Đơn vị, người nhận bản lưu', width: 20, align: 'left' },
  { title: 'Số lượng bản', width: 8, align: 'center' },
  { title: 'Ghi chú', width: 16, align: 'left' },
] as const

const NOTES: Record<string, string> = {
  signed: 'Chưa đóng dấu',
  sealed: 'Chưa phát hành',
  replaced: 'Đã được thay thế',
  recalled: 'Đã thu hồi',
}

const cellsOf = (row: BookRow): string[] => [
  row.notation,
  formatDay(row.issuedOn),
  [row.kindName, row.about].filter(Boolean).join(' '),
  row.signer ?? '',
  row.recipients ?? '',
  row.keptBy,
  row.copies === null ? '' : String(row.copies),
  [row.isUrgent ? 'KHẨN' : '', NOTES[row.state ?? ''] ?? ''].filter(Boolean).join('; '),
]

/** The book of a year as the decree lays it out, in the order of days and numbers. */
export async function bookFile(
  db: AnyHandle,
  actor: Actor,
  { format, year, ...filter }: BookFilter & { format: BookFormat },
  today: string,
): Promise<Download> {
  const body = await bookToRead(db, actor, today)
  const ofYear = year ?? Number(today.slice(0, 4))
  const { rows } = await sql<BookRow>`
    select ${COLUMNS} from registry.book_card b ${TOLD}
    where ${sql.join([sql`b.year = ${ofYear} and ${isOfBody('b', body)}`, ...asked(filter)], sql` and `)}
    order by b.issued_on, b.register, b.number nulls first, b.notation`.execute(reading<RecordsDb>(db))
  const { name } = await issuerOn(db, { agency_id: body, unit_id: body }, today)
  const title = `Sổ đăng ký văn bản đi năm ${ofYear}`
  return bookPaper(
    { title, sheet: 'Sổ văn bản đi', name, heads: HEADS, lines: rows.map(cellsOf), days: [1], numbers: [6] },
    format,
  )
}
