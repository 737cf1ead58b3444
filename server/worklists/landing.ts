import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { reading } from '../platform/db.ts'
import { type Landing, type LandingWords, landingRows } from '../platform/landing.ts'
import { prepared } from '../platform/prepared.ts'
import { hasRight } from '../platform/rights.ts'
import type { WorklistsDb } from './db.ts'
import { sourceOf as deskGroup } from './desk.ts'
import { sourceOf as queueGroup, visibleOf } from './queue.ts'
import type { DeskGroup, QueueGroup } from './shapes.ts'

type Wording = [urgency: LandingWords['urgency'], vi: string, en: string]

/** What the user's own agency has to do; requests that wait for a decision of the giver are left out. */
const DESK = {
  overdue: ['late', 'Nhiệm vụ quá hạn', 'Tasks overdue'],
  sentBack: ['now', 'Nhiệm vụ bị yêu cầu làm tiếp', 'Tasks sent back'],
  toReceive: ['now', 'Nhiệm vụ cần tiếp nhận', 'Tasks to receive'],
  calledFor: ['now', 'Báo cáo được yêu cầu gửi', 'Reports called for'],
  toReport: ['now', 'Báo cáo cần gửi', 'Reports to send'],
  units: ['now', 'Việc giao cho đơn vị của bạn', 'Sub-tasks of your unit'],
  toAccept: ['now', 'Việc đơn vị báo xong, chờ duyệt', 'Sub-tasks to accept'],
  contributions: ['now', 'Đề nghị phối hợp chờ trả lời', 'Contributions to give'],
  dueSoon: ['watch', 'Nhiệm vụ sắp đến hạn', 'Tasks due soon'],
} as const satisfies Partial<Record<DeskGroup, Wording>>

const QUEUE = {
  missingPeriods: ['late', 'Kỳ báo cáo còn thiếu', 'Period reports missing'],
  toConfirm: ['now', 'Báo cáo hoàn thành chờ xác nhận', 'Completions to confirm'],
  toDecide: ['now', 'Đề nghị chờ quyết định', 'Requests to decide'],
  contradictions: ['now', 'Báo cáo có số liệu cần kiểm tra', 'Contradictory reports'],
  returned: ['now', 'Nhiệm vụ trả lại, chờ chuyển', 'Returned tasks to pass on'],
  silent: ['watch', 'Nhiệm vụ chưa cập nhật', 'Tasks without news'],
} as const satisfies Record<QueueGroup, Wording>

/** Each group of the actor's desk and queue, counted with the same SQL that finds its rows. */
export const workListsLanding: Landing = async ({ db, actor, today }) => {
  const counted = [...deskOf(actor, today), ...queueOf(actor, today)]
  if (counted.length === 0) return []
  const columns = counted.map(([{ name }, count]) => sql`(${count}) as ${sql.id(name)}`)
  const { rows } = await prepared(sql<Record<string, number>>`select ${sql.join(columns)}`).execute(
    reading<WorklistsDb>(db),
  )
  return landingRows(
    counted.map(([words]) => words),
    rows[0],
  )
}

type Counted = [words: LandingWords, count: RawBuilder<unknown>]

const silentDays = sql<number>`(select w.silent_days from worklists.threshold w)`
const soonDays = sql<number>`(select w.soon_days from worklists.threshold w)`
const rowsOf = (source: RawBuilder<unknown>) => sql`select count(*)::integer from (${source}) g`

function deskOf(actor: Actor, today: string): Counted[] {
  // Actors who see all have no desk: they act for the giver.
  if (actor.seen === null || !hasRight(actor, 'task.carryOut')) return []
  return (Object.entries(DESK) as [DeskGroup, Wording][]).map(([group, wording]) => [
    wordsOf('desk', group, wording, '/viec-cua-toi'),
    rowsOf(deskGroup(group, actor, { silentDays, soonDays, today })),
  ])
}

function queueOf(actor: Actor, today: string): Counted[] {
  if (!hasRight(actor, 'task.steer')) return []
  // Whoever follows agencies is shown what waits there; the queue has one click to all.
  const followerId = actor.followerId ?? undefined
  return (Object.entries(QUEUE) as [QueueGroup, Wording][]).map(([group, wording]) => [
    wordsOf('queue', group, wording, '/theo-doi', followerId === undefined ? '' : `&followerId=${followerId}`),
    rowsOf(queueGroup(group, visibleOf(actor, { followerId }, today), silentDays, today)),
  ])
}

function wordsOf(
  list: 'desk' | 'queue',
  group: string,
  [urgency, vi, en]: Wording,
  page: string,
  filter = '',
): LandingWords {
  return { name: `${list}.${group}`, urgency, vi, en, to: `${page}?group=${group}${filter}` }
}
