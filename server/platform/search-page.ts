import { type RawBuilder, sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { AnyHandle } from './db.ts'
import { type CursorKey, decodeCursor, pageOf } from './paging.ts'
import { holdsTyped, startsWords, tierOf, tiersOfMany } from './search.ts'
import { excerptOf, holdsAll, type Marked, marked } from './search-marks.ts'

/**
 * Where a thing stands, in words that all kinds share: not out yet; under way, or in force; past its day and not done; done,
 * issued; ended without being done, or no longer in force.
 */
export const SEARCH_STATES = ['draft', 'open', 'overdue', 'done', 'ended'] as const
export type SearchState = (typeof SEARCH_STATES)[number]

/** Hits are counted up to this number; beyond it there are more. */
export const MOST_COUNTED = 1000

export interface SearchHit {
  title: string
  /** What distinguishes it from others of the same title: its number, its agency. */
  detail: string | null
  /** Address in the console. */
  to: string
  /** How well the words fit, 0 the best: the same for every kind (`tierOf`). */
  tier: number
}

/** One kind of thing as the search page lists it. */
export interface Searched {
  /** The day of it that a period asks about; null: it has none, and a period finds nothing of this kind. */
  day: { vi: string; en: string } | null
  /** The states that it can be in. */
  states: readonly SearchState[]
  /** Whether the kind exists for the actor; everyone, if left out. */
  isFor?: (actor: Actor) => boolean
  /** The things that the actor may open, as SQL over one row of each. */
  rows: (ask: { actor: Actor; today: string; words: string }) => SearchedRows
}

export interface SearchedRows {
  /** What follows `from`; one row for each thing. */
  from: RawBuilder<unknown>
  id: RawBuilder<number>
  /** The text as written, and the same folded: the expression of an index. */
  written: RawBuilder<string>
  folded: RawBuilder<string>
  /** What the words are looked for in, where that is more than `folded`. */
  holds?: (typed: string) => RawBuilder<boolean>
  /** The title folded, where the text has more: things whose title holds the words come first in their tier. */
  foldedTitle?: RawBuilder<string>
  /** The actor may open it, and it has not been dropped. */
  seen: RawBuilder<boolean>
  day: RawBuilder<string | null>
  /** The day as things of one rank are ordered by it, never null: the expression of an index. */
  order?: RawBuilder<string>
  state: RawBuilder<SearchState>
  ofAgencies: (ids: readonly number[]) => RawBuilder<boolean>
  /** Joins that only the rows shown need. The name of an agency is a subquery: a join would make all of `agency_latest` for each row. */
  join?: RawBuilder<unknown>
  title: RawBuilder<string>
  /** What distinguishes it: number, agency. */
  detail: RawBuilder<string | null>
  /** Further text, of which the part with the words is shown. */
  content?: RawBuilder<string | null>
  /** Address in the console. */
  to: RawBuilder<string>
}

export interface SearchFilter {
  words: string
  /** An agency and those whose work it took over. */
  agencyIds?: readonly number[]
  from?: string
  to?: string
  state?: SearchState
}

export interface FoundHit {
  id: number
  tier: number
  title: Marked
  detail: Marked | null
  excerpt: Marked | null
  day: string | null
  state: SearchState
  to: string
}

export interface FoundPage {
  rows: FoundHit[]
  nextCursor: string | null
  /** Up to `MOST_COUNTED` and one more. */
  total: number
}

type Row = Omit<SearchHit, 'tier'> & {
  id: number
  rank: number
  day_key: string
  day: string | null
  state: SearchState
  content: string | null
  total: number
}

const fits = (key: CursorKey): key is readonly [number, string, number] =>
  key.length === 3 &&
  Number.isSafeInteger(key[0]) &&
  /^(-infinity|\d{4}-\d\d-\d\d)$/.test(String(key[1])) &&
  Number.isSafeInteger(key[2])

/**
 * A page of one kind, best first: by tier (`tierOf`), then those whose title holds the words, the latest day first. Up to
 * `MOST_COUNTED` hits are read once, by the index of the words: rank and count come from the same read. Of more, the
 * `MOST_COUNTED` best are listed: the tiers one after the other, the latest of each (docs/decisions/0035).
 */
export async function findPage(
  db: AnyHandle,
  { actor, today, kind, searched }: { actor: Actor; today: string; kind: string; searched: Searched },
  { cursor, limit, ...filter }: SearchFilter & { cursor?: string; limit: number },
): Promise<FoundPage> {
  const query = { ...filter, kind }
  const cut = { after: decodeCursor(query, cursor, fits), limit: limit + 1 }
  const rows = searched.rows({ actor, today, words: filter.words })
  let { rows: found } = await pageFrom(rows, few(rows, filter), cut).execute(db)
  // The count comes even without a row.
  const { total } = found[0]!
  if (total > MOST_COUNTED) found = (await pageFrom(rows, many(rows, filter), cut).execute(db)).rows
  const { items, next } = pageOf(
    query,
    found.filter(({ id }) => id !== null),
    limit,
    ({ rank, day_key, id }) => [rank, day_key, id],
  )
  const hits = items.map((row) => ({ ...hitOf(row, filter.words), tier: tierIn(rows, row.rank) }))
  return { rows: hits, nextCursor: next, total }
}

interface Cut {
  after: readonly [number, string, number] | undefined
  limit: number
}

/** A page out of `hits`: common table expressions, the last of which is `hit`. */
const pageFrom = (rows: SearchedRows, hits: RawBuilder<unknown>, { after, limit }: Cut): RawBuilder<Row> => sql<Row>`
  with ${hits},
  counted as materialized (select count(*)::integer as total from hit),
  page as materialized (
    select h.id, h.day, h.rank from hit h where ${after ? isBeyond(after) : sql`true`}
    order by h.rank, h.day desc, h.id desc limit ${limit}
  )
  select page.id, page.rank, page.day::text as day_key, shown.*, counted.total
  from counted left join page on true left join lateral (${shownOf(rows)} where ${rows.id} = page.id) shown on true
  order by page.rank, page.day desc, page.id desc`

function few(rows: SearchedRows, filter: SearchFilter): RawBuilder<unknown> {
  const tier = tierOf(rows.written, rows.folded, filter.words)
  return sql`
    hit as materialized (
      select ${rows.id} as id, ${orderOf(rows)} as day, ${rankIn(rows, filter, tier)} as rank
      from ${rows.from} where ${matching(rows, filter)} limit ${MOST_COUNTED + 1}
    )`
}

/**
 * A tier is read only where those before it hold less than is listed. Whatever is in a tier holds the words, which only the
 * last, of any order, has to be asked.
 */
function many(rows: SearchedRows, filter: SearchFilter): RawBuilder<unknown> {
  const day = orderOf(rows)
  const tiers = tiersOfMany(rows.written, rows.folded, filter.words)
  const names = tiers.map((_, tier) => sql.ref(`tier${tier}`))
  const read = tiers.map((condition, tier) => {
    const before = names.slice(0, tier).map((name) => sql`(select count(*) from ${name})`)
    const isNeeded = tier === 0 ? sql`` : sql`and ${sql.join(before, sql` + `)} < ${sql.lit(MOST_COUNTED)}`
    return sql`
      ${names[tier]} as materialized (
        select ${rows.id} as id, ${day} as day, ${rankIn(rows, filter, sql<number>`${sql.lit(tier)}`)} as rank
        from ${rows.from} where ${tier < tiers.length - 1 && !rows.holds ? among(rows, filter) : matching(rows, filter)}
          and ${condition} ${isNeeded}
        order by ${day} desc, ${rows.id} desc limit ${sql.lit(MOST_COUNTED)}
      )`
  })
  const all = sql.join(
    names.map((name) => sql`select * from ${name}`),
    sql` union all `,
  )
  return sql`${sql.join(read)}, hit as materialized (${all} limit ${sql.lit(MOST_COUNTED)})`
}

export interface KindCount {
  count: number
  /** The tier of the best of those counted; null where there are none. */
  best: number | null
}

/** How many of each kind the words find, up to `MOST_COUNTED` and one more, and how well the best fits; in one statement. */
export async function countKinds(
  db: AnyHandle,
  { actor, today }: { actor: Actor; today: string },
  kinds: readonly { kind: string; searched: Searched }[],
  filter: SearchFilter,
): Promise<ReadonlyMap<string, KindCount>> {
  if (kinds.length === 0) return new Map()
  const counts = kinds.map(({ kind, searched }) => {
    const rows = searched.rows({ actor, today, words: filter.words })
    return sql`(select ${kind}::text as kind, count(*)::integer as count, min(h.tier)::integer as best
      from (select ${tierOf(rows.written, rows.folded, filter.words)} as tier
            from ${rows.from} where ${matching(rows, filter)} limit ${MOST_COUNTED + 1}) h)`
  })
  const { rows } = await sql<KindCount & { kind: string }>`${sql.join(counts, sql` union all `)}`.execute(db)
  return new Map(rows.map(({ kind, ...found }) => [kind, found]))
}

/** A finder's few hits for the box of the console, from what the page of its kind would show first. */
export async function firstHits(
  db: AnyHandle,
  { actor, today, searched }: { actor: Actor; today: string; searched: Searched },
  words: string,
  limit: number,
): Promise<SearchHit[]> {
  if (searched.isFor?.(actor) === false) return []
  const { rows } = await findPage(db, { actor, today, kind: '', searched }, { words, limit })
  return rows.map(({ title, detail, to, tier }) => ({ title: title.text, detail: detail?.text ?? null, to, tier }))
}

function matching(rows: SearchedRows, filter: SearchFilter): RawBuilder<boolean> {
  const { words } = filter
  return sql<boolean>`${rows.holds?.(words) ?? holdsTyped(rows.folded, words)} and ${among(rows, filter)}`
}

/** What the actor may open, by the filters besides the words. */
function among(rows: SearchedRows, { agencyIds, from, to, state }: SearchFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [rows.seen]
  if (agencyIds !== undefined) conditions.push(rows.ofAgencies(agencyIds))
  if (from !== undefined) conditions.push(sql<boolean>`${rows.day} >= ${from}::date`)
  if (to !== undefined) conditions.push(sql<boolean>`${rows.day} <= ${to}::date`)
  if (state !== undefined) conditions.push(sql<boolean>`${rows.state} = ${state}`)
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

const orderOf = ({ order, day }: SearchedRows) => order ?? sql<string>`coalesce(${day}, '-infinity'::date)`

/** The rank of a row in its tier: the title before the content. */
function rankIn({ foldedTitle }: SearchedRows, { words }: SearchFilter, tier: RawBuilder<number>): RawBuilder<number> {
  if (foldedTitle === undefined) return tier
  return sql<number>`(${tier} * 2 + case when ${startsWords(foldedTitle, words)} then 0 else 1 end)`
}

const tierIn = ({ foldedTitle }: SearchedRows, rank: number) =>
  foldedTitle === undefined ? rank : Math.floor(rank / 2)

const isBeyond = ([rank, day, id]: readonly [number, string, number]) =>
  sql`(h.rank > ${rank} or (h.rank = ${rank} and (h.day, h.id) < (${day}::date, ${id}::bigint)))`

function shownOf({ from, join = sql``, title, detail, content = sql`null::text`, to, day, state }: SearchedRows) {
  return sql`select ${title} as title, ${detail} as detail, ${content} as content, ${to} as "to", ${day} as day, ${state} as state
    from ${from} ${join}`
}

function hitOf({ id, title, detail, content, day, state, to }: Row, words: string): Omit<FoundHit, 'tier'> {
  return {
    id,
    title: marked(title, words),
    detail: detail === null || detail === '' ? null : marked(detail, words),
    // What the title says already is not said again.
    excerpt: content === null || holdsAll(title, words) ? null : excerptOf(content, words),
    day,
    state,
    to,
  }
}
