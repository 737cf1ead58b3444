import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Landing, type LandingWords, landingRows } from '../platform/landing.ts'
import { hasRight } from '../platform/rights.ts'
import type { ProgrammeDb } from './db.ts'
import { type Filter, matching, scopeOf } from './lists.ts'

const line = (
  name: string,
  urgency: LandingWords['urgency'],
  [vi, en]: [string, string],
  filter: Filter,
): LandingWords & { filter: Filter } => ({
  name: `programme.${name}`,
  urgency,
  vi,
  en,
  filter,
  to: `/chuong-trinh-cong-tac?${new URLSearchParams({ tab: 'list', ...Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, String(value)])) })}`,
})

/** What the programme needs of a user today; each count is that of the list its address opens. */
export const programmeLanding: Landing = async ({ db, actor, today }) => {
  const lines: ReturnType<typeof line>[] = []
  if (hasRight(actor, 'programme.submit') && actor.seen !== null) {
    lines.push(
      line('owed', 'late', ['Đề án nợ đọng', 'Entries of the programme owed'], { standing: 'owed' }),
      line('returned', 'now', ['Hồ sơ trình bị trả lại', 'Files that were returned'], { only: 'returned' }),
      line('dueSoon', 'watch', ['Đề án đến hạn trong 40 ngày', 'Entries due within 40 days'], { only: 'dueSoon' }),
    )
  }
  if (hasRight(actor, 'programme.keep')) {
    lines.push(line('toCheck', 'now', ['Hồ sơ trình chờ kiểm tra', 'Files to check'], { only: 'toCheck' }))
  }
  if (hasRight(actor, 'programme.decide')) {
    lines.push(
      line('requested', 'now', ['Đề nghị điều chỉnh chương trình chờ quyết định', 'Requests to decide'], {
        only: 'requested',
      }),
    )
  }
  if (lines.length === 0) return []
  const scope = scopeOf({}, today)
  const columns = lines.map(
    ({ name, filter }) => sql`(select count(*)::integer ${matching(actor, scope, filter)}) as ${sql.id(name)}`,
  )
  const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)}`.execute(reading<ProgrammeDb>(db))
  return landingRows(
    lines.map(({ filter: _, ...words }) => words),
    rows[0],
  )
}
