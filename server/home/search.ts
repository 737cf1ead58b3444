import type { Static } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import type { AnyHandle } from '../platform/db.ts'
import { NotFound, wrong } from '../platform/errors.ts'
import type { Finder } from '../platform/finder.ts'
import type { Room } from '../platform/room.ts'
import { withCodes } from '../platform/search-code.ts'
import { countKinds, findPage, MOST_COUNTED, type SearchFilter } from '../platform/search-page.ts'
import type { CountsQuery, PageQuery, SearchCounts, SearchHits } from './shapes.ts'

interface Who {
  actor: Actor
  today: string
}

/** One letter finds nearly everything and reaches no index. */
export const FEWEST_LETTERS = 2

export async function countFound(
  rooms: readonly Room[],
  db: AnyHandle,
  who: Who,
  query: CountsQuery,
): Promise<Static<typeof SearchCounts>> {
  const filter = await filterOf(rooms, db, who, query)
  const finders = findersFor(rooms, who.actor)
  const counts = await countKinds(db, who, finders, filter)
  return {
    kinds: finders.map(({ kind, vi, en, searched, all }) => {
      const { count, best } = counts.get(kind) ?? { count: 0, best: null }
      const { day, states } = searched
      return { kind, vi, en, ...upTo(count), best, day, states: [...states], all: all?.(filter.words) ?? null }
    }),
  }
}

export async function findOfKind(
  rooms: readonly Room[],
  db: AnyHandle,
  who: Who,
  kind: string,
  { limit = 20, cursor, ...query }: PageQuery,
): Promise<Static<typeof SearchHits>> {
  const finder = findersFor(rooms, who.actor).find((one) => one.kind === kind)
  if (!finder) {
    throw new NotFound('search.no_such_kind', 'Không có loại kết quả này. Hãy chọn lại loại trên trang tìm kiếm.')
  }
  const { total, ...page } = await findPage(
    db,
    { ...who, kind, searched: finder.searched },
    { ...(await filterOf(rooms, db, who, query)), cursor, limit },
  )
  return { ...page, ...upTo(total) }
}

/** What the actor searches at all: a kind that is not theirs does not exist for them. */
const findersFor = (rooms: readonly Room[], actor: Actor): Finder[] =>
  rooms.flatMap(({ search }) => search ?? []).filter(({ searched }) => searched.isFor?.(actor) ?? true)

const upTo = (count: number) => ({ count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED })

async function filterOf(
  rooms: readonly Room[],
  db: AnyHandle,
  { today }: Who,
  { agencyId, words, ...rest }: CountsQuery,
): Promise<SearchFilter> {
  const typed = typedWords(rooms, words)
  if (typed.length < FEWEST_LETTERS) {
    throw wrong('words', 'search.too_short', 'Hãy gõ ít nhất hai chữ cái hoặc chữ số.')
  }
  if (rest.from !== undefined && rest.to !== undefined && rest.from > rest.to) {
    throw wrong('to', 'search.period', 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi. Hãy sửa một trong hai ngày.')
  }
  if (agencyId === undefined) return { ...rest, words: typed }
  // By today's map, as the lists count: what an agency that ended had is its successor's.
  const before = await Promise.all(rooms.map(({ predecessors }) => predecessors?.(db, agencyId, today) ?? []))
  return { ...rest, words: typed, agencyIds: [agencyId, ...before.flat()] }
}

/**
 * The words to look for: codes of the rooms with their signs, and without quotation marks, which say that words belong together,
 * as they do in the best hits.
 */
export function typedWords(rooms: readonly Room[], words: string): string {
  const codes = rooms.flatMap(({ search = [] }) => search.flatMap((finder) => finder.codes ?? []))
  return withCodes(words.normalize('NFC').replace(/["“”„«»]/g, ' '), codes).trim()
}
