import { type RawBuilder, sql } from 'kysely'
import { holdsTyped } from '../platform/search.ts'
import { tsqueryOf } from './words.ts'

/**
 * Whether a case `c` holds the words: in its title and code, or in the text of a file that was put into it directly and is still there.
 * The documents of the two books are found as themselves, by those who may read them.
 */
export function caseHolds(words: string): RawBuilder<boolean> {
  const query = tsqueryOf(words)
  const inHead = holdsTyped(sql`c.searched`, words)
  if (query === null) return inHead
  return sql<boolean>`c.case_id in (
    select w.case_id from (select c.case_id from records.case_file c where ${inHead}) w
    union select n.case_id from records.file_text t join records.case_item n using (sha256)
      where t.search @@ ${query}::tsquery
        and not exists (select from records.case_item_removal r where r.case_item_id = n.case_item_id))`
}
