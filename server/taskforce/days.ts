import { type RawBuilder, sql } from 'kysely'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import { Conflict, wrong } from '../platform/errors.ts'

/*
 * The days of acts, one rule for all: an act is not after today, and not before what it answers. Where a body records later than
 * the day it names, what it did counts from the day it was recorded, until the office confirms the day that was named.
 */

/** What an act follows, within a sentence, and its day; null where it has not happened. */
export type Follows = readonly [what: string, on: string | null | undefined]

/** The day of an act, checked. Throws on the field `path`. */
export function demandDay(ask: Pick<Ask, 'now'>, day: string, path: string, ...follows: readonly Follows[]): string {
  if (day > dayInVietnam(ask.now))
    throw wrong(path, 'taskforce.in_future', 'Ngày này không được sau hôm nay. Hãy sửa ngày.')
  for (const [what, on] of follows) {
    if (!on || day >= on) continue
    throw wrong(path, 'taskforce.before_cause', `Ngày này không được trước ${what} (${formatDay(on)}). Hãy sửa ngày.`)
  }
  return day
}

/** The day must be within the days of a task force. */
export function demandInForce(
  { from_on: from, to_on: to }: { from_on: string; to_on: string | null },
  day: string,
  path: string,
): string {
  if (day >= from && (to === null || day <= to)) return day
  const until = to === null ? '' : ` đến ${formatDay(to)}`
  throw wrong(
    path,
    'task_force.not_in_force',
    `Tổ công tác hoạt động từ ${formatDay(from)}${until}. Hãy sửa ngày, hoặc chọn Tổ công tác khác.`,
  )
}

/** There is nothing to confirm: the day that was named counts already. */
export const dayCounts = (): Conflict =>
  new Conflict('taskforce.day_counts', 'Ngày trả lời đã được tính đúng ngày cơ quan nêu, không cần xác nhận.')

const recordedOn = (at: string): RawBuilder<string> =>
  sql<string>`(${sql.ref(at)} at time zone 'Asia/Ho_Chi_Minh')::date`

/** For `taskforce.recommendation_answer k`: the day from which it counts. */
export const ANSWER_DAY = sql<string>`(case
  when exists (select from taskforce.day_confirmed c where c.answer_id = k.answer_id) then k.answered_on
  else ${recordedOn('k.recorded_at')} end)`

/** For `taskforce.question q`: one of its sendings ended after its term without an answer. */
export const WAS_SILENT = sql<boolean>`exists (
  select from taskforce.question_sending s where s.question_id = q.question_id and s.ending <> 'answered' and s.ended_on > s.due_on)`

/** For `taskforce.question q`: answered or still open after its term, or somebody who had it let the term pass. */
export const isLateQuestion = (today: string): RawBuilder<boolean> =>
  sql<boolean>`coalesce(q.due_on < coalesce(${QUESTION_DAY}, ${today}::date) or ${WAS_SILENT}, false)`

/** For `taskforce.question q`: the day from which its answer counts; the office's own is as it says. Null without an answer. */
export const QUESTION_DAY = sql<string | null>`(case
  when q.is_on_the_spot or exists (select from taskforce.day_confirmed c where c.question_id = q.question_id) then q.answered_on
  else ${recordedOn('q.answered_at')} end)`
