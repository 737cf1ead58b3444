import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Landing, type LandingWords, landingRows } from '../platform/landing.ts'
import { prepared } from '../platform/prepared.ts'
import { hasRight } from '../platform/rights.ts'
import type { TasksDb } from './db.ts'
import { matching, scopeOf } from './filter.ts'

const OVERDUE: LandingWords = {
  name: 'tasks.overdue',
  urgency: 'late',
  vi: 'Nhiệm vụ quá hạn của cơ quan được theo dõi',
  en: 'Overdue tasks of the agencies you follow',
  to: '/nhiem-vu?standing=openOverdue',
}

/** For those who neither carry out nor decide but follow some agencies: what is overdue there. */
export const tasksLanding: Landing = async ({ db, actor, today }) => {
  if (actor.seen === null || hasRight(actor, 'task.carryOut') || hasRight(actor, 'task.steer')) return []
  const { rows } = await prepared(
    sql<Record<string, number>>`
      select count(*)::integer as ${sql.id(OVERDUE.name)} ${matching(actor, scopeOf({}, today), {}, 'openOverdue')}`,
  ).execute(reading<TasksDb>(db))
  return landingRows([OVERDUE], rows[0])
}
