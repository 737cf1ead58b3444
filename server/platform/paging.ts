import { createHash } from 'node:crypto'
import { Invalid } from './errors.ts'

/**
 * Keyset paging: a cursor contains the sort key of the last row shown, so a page costs the same at any position and no
 * row is shown twice or lost when others are added. Opaque to clients; bound to its query, because a key of one order
 * means nothing in another.
 */
export type CursorKey = readonly (string | number | boolean | null)[]

/** `query` is everything that decides which rows come and in what order: filter, order, asOf. */
export function encodeCursor(query: unknown, key: CursorKey): string {
  return Buffer.from(JSON.stringify([hashOf(query), ...key])).toString('base64url')
}

/**
 * The key of the last row shown, or undefined at the first page. `fits` says whether it has the shape the query
 * expects. Throws `Invalid` for a cursor that is damaged or belongs to another query.
 */
export function decodeCursor<Key extends CursorKey>(
  query: unknown,
  cursor: string | undefined,
  fits: (key: CursorKey) => key is Key,
): Key | undefined {
  if (cursor === undefined) return undefined
  const [hash, ...key] = parse(cursor)
  if (hash !== hashOf(query)) {
    throw new Invalid(
      'request.cursor_of_another_query',
      'Trang tiếp theo không thuộc danh sách đang xem. Hãy mở lại từ trang đầu.',
    )
  }
  if (!fits(key)) throw damaged()
  return key
}

/** For a key that is only an id. */
export const onlyId = (key: CursorKey): key is readonly [number] => key.length === 1 && Number.isSafeInteger(key[0])

export interface Page<Row> {
  items: Row[]
  /** Pass it as `cursor` for the next page; null at the end. */
  next: string | null
}

/** Cuts a page out of the `limit + 1` rows fetched: the extra row shows whether there is a next page. */
export function pageOf<Row>(query: unknown, rows: Row[], limit: number, keyOf: (row: Row) => CursorKey): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(query, keyOf(last)) : null }
}

function parse(cursor: string): CursorKey {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object')) return value
  } catch {
    // counted below
  }
  throw damaged()
}

function damaged(): Invalid {
  return new Invalid('request.cursor_damaged', 'Con trỏ trang bị hỏng. Hãy mở lại danh sách từ trang đầu.')
}

/** Same query, same hash: members are sorted first. `cursor` and `limit` are left out. */
function hashOf(query: unknown): string {
  const ordered = JSON.stringify(query, (key, value: unknown) =>
    key === 'cursor' || key === 'limit'
      ? undefined
      : value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  )
  return createHash('sha256').update(ordered).digest('base64url').slice(0, 16)
}
