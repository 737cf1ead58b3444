import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Landing, type LandingWords, landingRows } from '../platform/landing.ts'
import { hasRight } from '../platform/rights.ts'
import { seesCase, seesDestruction, seesHandOver } from './case-access.ts'
import type { RecordsDb } from './db.ts'
import { peopleOf } from './sight.ts'

const WORDS: readonly LandingWords[] = [
  {
    name: 'records.casesDue',
    urgency: 'now',
    vi: 'Hồ sơ tôi giữ đến hạn nộp lưu trữ',
    en: 'My case files due for the archive',
    to: '/van-ban/ho-so?state=dueForArchive&isMine=true',
  },
  {
    name: 'records.handOversOffered',
    urgency: 'now',
    vi: 'Lần giao nộp chờ lưu trữ nhận',
    en: 'Hand-overs to take',
    to: '/van-ban/luu-tru?tab=offered',
  },
  {
    name: 'records.casesEnded',
    urgency: 'watch',
    vi: 'Hồ sơ hết thời hạn bảo quản',
    en: 'Case files whose retention has ended',
    to: '/van-ban/luu-tru?tab=ended',
  },
  {
    name: 'records.destructionsToDecide',
    urgency: 'now',
    vi: 'Đề nghị hủy tài liệu chờ quyết định',
    en: 'Destructions to decide',
    to: '/van-ban/luu-tru?tab=destructions&destruction=considered',
  },
]

/** What waits for the keeper, the archive and the leader; each count equals the length of the list it opens. */
export const caseLanding: Landing = async ({ db, actor, today }) => {
  const drafts = hasRight(actor, 'records.draft')
  const archives = hasRight(actor, 'records.archive')
  const signs = hasRight(actor, 'records.sign')
  if (!drafts && !archives && !signs) return []
  const counted = (is: boolean, query: ReturnType<typeof sql>) => (is ? query : sql`0`)
  const { rows } = await sql<Record<string, number>>`
    select ${counted(
      drafts,
      sql`(select count(*) from records.case_file c where c.state = 'dueForArchive'
        and c.keeper_id = any(${peopleOf(actor)}::bigint[]) and ${seesCase(actor)})::integer`,
    )} as "records.casesDue",
      ${counted(
        archives,
        sql`(select count(*) from records.hand_over h where h.state = 'offered' and ${seesHandOver(actor)})::integer`,
      )} as "records.handOversOffered",
      ${counted(
        archives,
        sql`(select count(*) from records.case_file c where c.state = 'accepted' and c.kept_until < ${today}::date and ${seesCase(actor)})::integer`,
      )} as "records.casesEnded",
      ${counted(
        signs,
        sql`(select count(*) from records.destruction d where d.state = 'considered' and ${seesDestruction(actor)})::integer`,
      )} as "records.destructionsToDecide"`.execute(reading<RecordsDb>(db))
  return landingRows(WORDS, rows[0])
}
