import { type RawBuilder, sql } from 'kysely'
import { holdsNotation, notationPattern, typedNotation } from './search-notation.ts'

/**
 * Whether a folded text contains what was typed: every word of it, or the document whose number it is, in whatever spelling
 * ("02nqcp", "QĐ 12/VPCP", "quyet dinh 12"). True if nothing is typed.
 */
export function holdsTyped(folded: RawBuilder<unknown>, typed: string): RawBuilder<boolean> {
  const notation = typedNotation(typed)
  const words = holdsWords(folded, typed)
  return notation ? sql<boolean>`(${words} or ${holdsNotation(folded, notation)})` : words
}

/** For an order: the texts that name the document of that number before those that only hold the words. */
export function namesTyped(folded: RawBuilder<unknown>, typed: string): RawBuilder<boolean> {
  const notation = typedNotation(typed)
  // A bare constant is refused in an order.
  return notation ? holdsNotation(folded, notation) : sql<boolean>`(1 = 0)`
}

/**
 * Whether a folded text contains every word typed, ignoring case and diacritics; `%`, `_` and `\` are ordinary
 * characters. A word counts where a word of the text begins with it, so that it is found while it is being typed but
 * not as a piece of another word. True if nothing is typed.
 */
export function holdsWords(folded: RawBuilder<unknown>, typed: string): RawBuilder<boolean> {
  const conditions = wordsOf(typed).map((word) => holds(folded, word))
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

/** As `holdsWords`, for a text that has been read: no index is asked. */
export function startsWords(folded: RawBuilder<unknown>, typed: string): RawBuilder<boolean> {
  const conditions = wordsOf(typed).map((word) => starts(folded, word))
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

/**
 * The tiers of texts that `holdsTyped` finds, best first, each as a condition that excludes the ones before it: the document
 * of the number as typed, of the number in another spelling; the words in the order typed and with their diacritics, in this order without them, in any order. `text` is the text as written,
 * `folded` the same folded. One tier where all are equal.
 */
export function tiersOf(text: RawBuilder<unknown>, folded: RawBuilder<unknown>, typed: string): RawBuilder<boolean>[] {
  const tiers = [...betterTiers(text, folded, typed), sql<boolean>`true`]
  return tiers.map((tier, place) => (place === 0 ? tier : sql<boolean>`(${tier} and ${noneOf(tiers.slice(0, place))})`))
}

/** The number of the tier that a text is in which `holdsTyped` finds, 0 the best. */
export function tierOf(text: RawBuilder<unknown>, folded: RawBuilder<unknown>, typed: string): RawBuilder<number> {
  const better = betterTiers(text, folded, typed, { holding: starts })
  if (better.length === 0) return sql<number>`0`
  const cases = better.map((tier, place) => sql`when ${tier} then ${sql.lit(place)}`)
  return sql<number>`(case ${sql.join(cases, sql` `)} else ${sql.lit(better.length)} end)`
}

/**
 * Where in a folded text what was typed begins, counted from 1: the words in the order typed, the number, or the longest word;
 * 1 where none of them stands.
 */
export function placeOf(folded: RawBuilder<unknown>, typed: string): RawBuilder<number> {
  const words = wordsOf(typed)
  const longest = words.toSorted((one, other) => other.length - one.length)[0] ?? ''
  const notation = typedNotation(typed)
  const places = [words.join(' '), longest].map((part) => sql`strpos(${folded}, platform.fold(${part}))`)
  if (notation) places.splice(1, 0, sql`regexp_instr(${folded}, ${notationPattern(notation)})`)
  return sql<number>`coalesce(${sql.join(places.map((place) => sql`nullif(${place}, 0)`))}, 1)`
}

/**
 * The tiers as for `tiersOf`, for a search that is known to find much: the planner is shown of each only what the index finds
 * it by. It would multiply the chances of conditions that mean the same, expect next to nothing, and read all there is.
 */
export function tiersOfMany(
  text: RawBuilder<unknown>,
  folded: RawBuilder<unknown>,
  typed: string,
): RawBuilder<boolean>[] {
  const tiers = [...betterTiers(text, folded, typed, { planned: unplanned }), sql<boolean>`true`]
  return tiers.map((tier, place) =>
    place === 0 ? tier : sql<boolean>`(${tier} and ${unplanned(noneOf(tiers.slice(0, place)))})`,
  )
}

/** The last first: it is the one that holds most. */
const noneOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.join(
    conditions.toReversed().map((one) => sql`not ${one}`),
    sql` and `,
  )}`

/** A condition of whose chance the planner knows nothing. */
const unplanned = (condition: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql<boolean>`(case when ${condition} then true else false end)`

/** All tiers but the last. */
function betterTiers(
  text: RawBuilder<unknown>,
  folded: RawBuilder<unknown>,
  typed: string,
  { holding = holds, planned = (condition: RawBuilder<boolean>) => condition } = {},
): RawBuilder<boolean>[] {
  const words = wordsOf(typed)
  const phrase = words.join(' ').toLowerCase().normalize('NFC')
  const isPlain = phrase === bare(phrase)
  const notation = typedNotation(typed)
  // A number typed with its signs is looked for as typed, before the others that it may mean.
  const asPrinted = notation && words.length === 1 && /[/-]/.test(phrase) ? [holding(folded, phrase)] : []
  const named = notation ? [...asPrinted, holdsNotation(folded, notation)] : []
  if (named.length === 0 && (words.length === 0 || (words.length === 1 && isPlain))) return []
  const inOrder = holding(folded, phrase)
  // The folded phrase comes first: its index finds the few texts whose letters are compared.
  const letters = planned(isWritten(text, phrase))
  const asTyped = sql<boolean>`(${inOrder} and ${letters})`
  return [...named, ...(isPlain ? [] : [asTyped]), ...(words.length > 1 ? [inOrder] : [])]
}

/** The usual ways of writing capitals are tried as they are: `lower` costs as much as all the rest. */
function isWritten(text: RawBuilder<unknown>, phrase: string): RawBuilder<boolean> {
  const first = phrase.charAt(0).toUpperCase() + phrase.slice(1)
  const each = phrase.replace(/(^|\s)\S/gu, (letter) => letter.toUpperCase())
  const forms = [...new Set([phrase, first, each])].map((form) => contains(text, form))
  return sql<boolean>`(${sql.join(forms, sql` or `)} or ${contains(sql`lower(${text})`, phrase)})`
}

const wordsOf = (typed: string): string[] => typed.split(/\s+/u).filter(Boolean)
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

/**
 * The first condition is answered by the trigram index; the second decides, and its collation keeps it out of the index,
 * where it would find nothing more and cost as much again. As a function, and not as the operator `~`, it is not tried on a
 * sample of the column at each planning, which took longer than the search: what the first condition estimates is enough.
 */
function holds(folded: RawBuilder<unknown>, words: string): RawBuilder<boolean> {
  if (/^[\p{L}\p{N}]{1,2}$/u.test(words)) return holdsShort(folded, words)
  return sql<boolean>`(${folded} like '%' || platform.fold(${literal(words)}) || '%' and ${starts(folded, words)})`
}

/** As `holds`, for texts that are read anyway. */
function starts(folded: RawBuilder<unknown>, words: string): RawBuilder<boolean> {
  // Most words follow a space, which is seen without the regular expression.
  return sql<boolean>`case when ${contains(folded, sql`' ' || platform.fold(${words})`)} then true
    else regexp_like(${folded} collate "C", platform.fold(${startOf(words)})) end`
}

/** Several times faster than `like`, which goes from letter to letter; no index knows it. */
const contains = (text: RawBuilder<unknown>, phrase: unknown): RawBuilder<boolean> =>
  sql<boolean>`strpos(${text}, ${phrase}) > 0`

/** What may stand before a word of one or two letters, besides the start of the text. */
const BEFORE_SHORT = [' ', '/', '-', '(', '.', ',', ':', '"', '“', '\n']

/**
 * One or two letters hold no trigram, and every text would be read. With the sign before them they do, so each is asked for: a
 * word behind any other sign is not found by so little.
 */
function holdsShort(folded: RawBuilder<unknown>, word: string): RawBuilder<boolean> {
  const before = ['', ...BEFORE_SHORT.map((sign) => `%${sign}`)]
  const likes = before.map((start) => sql`${folded} like ${start} || platform.fold(${word}) || '%'`)
  // Most texts that are read without the index have it nowhere, which is seen before the many signs are tried.
  return sql<boolean>`(${contains(folded, sql`platform.fold(${word})`)} and (${sql.join(likes, sql` or `)}))`
}

const literal = (words: string): string => words.replace(/[\\%_]/g, '\\$&')

/** Where a word begins. Words that begin with a sign are found anywhere. */
function startOf(words: string): string {
  const signs = words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return /^[\p{L}\p{N}]/u.test(words) ? `(^|[^[:alnum:]])${signs}` : signs
}
