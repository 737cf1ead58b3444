import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a folded text holds every word of what was typed, capitals and marks aside; `%`, `_` and `\` are letters like all
 * others. True for nothing typed.
 */
export function holdsWords(folded: RawBuilder<unknown>, typed: string): RawBuilder<boolean> {
  const words = typed.split(/\s+/u).filter(Boolean)
  const conditions = words.map(
    (word) => sql`${folded} like '%' || platform.fold(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`,
  )
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
