import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Landing, type LandingWords, landingRows } from '../platform/landing.ts'
import { hasRight } from '../platform/rights.ts'
import { mayKeep } from './access.ts'
import type { TaskforceDb } from './db.ts'

const AGENCY: readonly LandingWords[] = [
  {
    name: 'taskforce.toExplain',
    urgency: 'now',
    vi: 'Yêu cầu giải trình chờ cơ quan bạn',
    en: 'Requests for explanation',
    to: '/to-cong-tac?tab=inspections&state=waiting',
  },
  {
    name: 'taskforce.toAnswerFindings',
    urgency: 'now',
    vi: 'Phát hiện kiểm tra chờ ý kiến của cơ quan bạn',
    en: 'Findings to answer',
    to: '/to-cong-tac?tab=findings&toAnswer=true',
  },
  {
    name: 'taskforce.toAnswer',
    urgency: 'now',
    vi: 'Kiến nghị chờ cơ quan bạn trả lời',
    en: 'Recommendations to answer',
    to: '/to-cong-tac?tab=recommendations&standing=waiting',
  },
  {
    name: 'taskforce.toAnswerLate',
    urgency: 'late',
    vi: 'Kiến nghị quá hạn trả lời',
    en: 'Recommendations past the day for an answer',
    to: '/to-cong-tac?tab=recommendations&standing=overdueAnswer',
  },
  {
    name: 'taskforce.questions',
    urgency: 'now',
    vi: 'Câu hỏi đối thoại chờ cơ quan bạn trả lời',
    en: 'Questions of dialogues to answer',
    to: '/to-cong-tac?tab=questions&toAnswer=true',
  },
]
const OFFICE: readonly LandingWords[] = [
  {
    name: 'taskforce.toConclude',
    urgency: 'now',
    vi: 'Cuộc kiểm tra đã có ý kiến, chờ kết luận',
    en: 'Inspections to conclude',
    to: '/to-cong-tac?tab=inspections&state=answered',
  },
  {
    name: 'taskforce.toConfirm',
    urgency: 'now',
    vi: 'Phát hiện được báo đã khắc phục, chờ xác nhận',
    en: 'Remedies to confirm',
    to: '/to-cong-tac?tab=findings&findingState=claimed',
  },
  {
    name: 'taskforce.noWord',
    urgency: 'late',
    vi: 'Kiến nghị quá hạn mà chưa được trả lời',
    en: 'Recommendations without a word',
    to: '/to-cong-tac?tab=recommendations&standing=overdueAnswer',
  },
]

/** What waits here for the actor's agency, or for the office; each count equals the length of the list it opens. */
export const taskforceLanding: Landing = async ({ db, actor, today }) => {
  const handle = reading<TaskforceDb>(db)
  if (mayKeep(actor)) {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from taskforce.inspection i where i.state = 'answered')::integer as "taskforce.toConclude",
             (select count(*) from taskforce.finding f where f.state = 'claimed')::integer as "taskforce.toConfirm",
             (select count(*) from taskforce.recommendation r where r.state = 'made' and r.answer_by < ${today}::date)::integer
               as "taskforce.noWord"`.execute(handle)
    return landingRows(OFFICE, rows[0])
  }
  if (!hasRight(actor, 'task.carryOut') || actor.seen === null) return []
  const own = sql`any(${[...actor.seen]}::bigint[])`
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from taskforce.inspection i where i.state = 'waiting'
              and (i.agency_id = ${own} or i.subject_id = ${own}))::integer as "taskforce.toExplain",
           (select count(*) from taskforce.finding f where f.state = 'sent' and f.answered_at is null
              and f.responsible_id = ${own})::integer as "taskforce.toAnswerFindings",
           (select count(*) from taskforce.recommendation r where r.state = 'made' and r.answer_by >= ${today}::date
              and (r.agency_id = ${own} or r.addressee_id = ${own}))::integer as "taskforce.toAnswer",
           (select count(*) from taskforce.recommendation r where r.state = 'made' and r.answer_by < ${today}::date
              and (r.agency_id = ${own} or r.addressee_id = ${own}))::integer as "taskforce.toAnswerLate",
           (select count(*) from taskforce.question q where q.state = 'sent'
              and (q.agency_id = ${own} or q.sent_to_id = ${own}))::integer as "taskforce.questions"`.execute(handle)
  return landingRows(AGENCY, rows[0])
}
