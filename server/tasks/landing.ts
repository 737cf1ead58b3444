import { sql } from 'kysely'
import { addDays } from '../platform/calendar.ts'
import { reading } from '../platform/db.ts'
import { type Landing, type LandingWords, landingRows } from '../platform/landing.ts'
import { prepared } from '../platform/prepared.ts'
import { hasRight } from '../platform/rights.ts'
import type { TasksDb } from './db.ts'
import { matching, scopeOf } from './filter.ts'
import type { Figure, TaskFilter } from './shapes.ts'

/** Days ahead that count as soon. */
const SOON = 7

const addressOf = (filter: object): string =>
  new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)])).toString()

/** What is shown of the agencies a person follows, each with the filter that opens it. */
const linesOf = (followerId: number, today: string): (LandingWords & { filter: TaskFilter; standing: Figure })[] => {
  const soon = addDays(today, SOON)
  const line = (
    name: string,
    urgency: LandingWords['urgency'],
    standing: Figure,
    [vi, en]: [string, string],
    filter: TaskFilter = {},
  ) => ({
    name: `tasks.${name}`,
    urgency,
    vi,
    en,
    standing,
    filter: { ...filter, followerId },
    to: `/nhiem-vu?${addressOf({ ...filter, followerId, standing })}`,
  })
  return [
    line('overdue', 'late', 'openOverdue', [
      'Nhiệm vụ quá hạn của cơ quan được theo dõi',
      'Overdue tasks of the agencies you follow',
    ]),
    line('awaiting', 'watch', 'awaitingConfirmation', [
      'Báo cáo hoàn thành chờ Văn phòng xác nhận',
      'Completions the Office has yet to confirm',
    ]),
    line('dueSoon', 'watch', 'openInTerm', ['Nhiệm vụ đến hạn trong 7 ngày tới', 'Tasks due within 7 days'], {
      dueFrom: today,
      dueTo: soon,
    }),
  ]
}

/** For those who neither carry out nor decide but follow some agencies: what is overdue, claimed and due there. */
export const tasksLanding: Landing = async ({ db, actor, today }) => {
  if (actor.seen === null || hasRight(actor, 'task.carryOut') || hasRight(actor, 'task.steer')) return []
  if (actor.followerId === null) return []
  const lines = linesOf(actor.followerId, today)
  const scope = scopeOf({}, today)
  const columns = lines.map(
    ({ name, filter, standing }) =>
      sql`(select count(*)::integer ${matching(actor, scope, filter, standing)}) as ${sql.id(name)}`,
  )
  const { rows } = await prepared(sql<Record<string, number>>`select ${sql.join(columns)}`).execute(
    reading<TasksDb>(db),
  )
  return landingRows(
    lines.map(({ filter: _, standing: __, ...words }) => words),
    rows[0],
  )
}
