/** Many rows at once: books that were kept elsewhere come in as years of documents, not one by one. */
import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import { signatureOf } from '../platform/actor.ts'
import { type Transaction, toJson } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { RecordsDb } from './db.ts'

type Trx = Transaction<RecordsDb>

/** When and by whom something was done. `at`: an ISO instant. */
export interface Done {
  at: string
  by: KnownActor
}
export const signed = ({ by }: Done): string => signatureOf(by)

/** Rows per statement: a few megabytes of JSON at most. */
const CHUNK = 2_000

/** The next ids of a table, in their order. */
export async function idsOf(trx: Trx, table: keyof RecordsDb & `records.${string}`, column: string, count: number) {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, ${column}))::bigint as id from generate_series(1, ${count})`.execute(
    trx,
  )
  return rows.map(({ id }) => id)
}

/** Adds rows in the order given. The keys of the first are the columns: every row has them all. */
export async function addRows(trx: Trx, table: keyof RecordsDb & string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = sql.join(Object.keys(rows[0]!).map((column) => sql.ref(column)))
  for (let from = 0; from < rows.length; from += CHUNK)
    await sql`
      insert into ${sql.table(table)} (${columns}) overriding system value
      select ${columns}
      from rows from (jsonb_populate_recordset(null::${sql.table(table)}, ${toJson(rows.slice(from, from + CHUNK))}::jsonb))
        with ordinality
      order by ordinality`.execute(trx)
}

/** A hash as JSON gives it to a column of bytes. */
export const asBytea = (sha256: string): string => `\\x${sha256}`

/** Refuses acts that are not in the order of time, or that have not happened yet; `place` names the document. */
export function demandOrder(acts: readonly string[], now: Temporal.Instant, place: string): void {
  let last: Temporal.Instant | undefined
  for (const at of acts) {
    const instant = Temporal.Instant.from(at)
    if ((last && Temporal.Instant.compare(instant, last) < 0) || Temporal.Instant.compare(instant, now) > 0)
      throw wrong(
        place,
        'books.out_of_order',
        'Các bước của văn bản không theo thứ tự thời gian, hoặc ở tương lai. Hãy sửa giờ, ngày.',
      )
    last = instant
  }
}
