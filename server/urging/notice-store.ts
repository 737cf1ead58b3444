import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Handle } from '../platform/db.ts'
import type { CursorKey } from '../platform/paging.ts'
import { decodeCursor, onlyId, pageOf } from '../platform/paging.ts'
import type { UrgingDb } from './db.ts'
import type { Ledger, LedgerRow } from './shapes.ts'

interface LedgerOf {
  taskId?: number
  agencyId?: number
  letterId?: number
  cursor?: string | undefined
  limit?: number
}

/** The notices about a task, to an agency, or by a letter; newest first, with the state of each message. */
export async function ledgerOf(db: Handle<UrgingDb>, query: LedgerOf): Promise<Static<typeof Ledger>> {
  const { cursor, limit = 50, ...of } = query
  const after = decodeCursor(of, cursor, onlyId)
  const { rows } = await sql<LedgerRow>`
    select n.notice_id as id, n.on_day as "onDay", n.made_at as "madeAt", n.event, r.name as "ruleName",
           n.letter_id as "letterId", l.notation, n.task_id as "taskId", t.code as "taskCode", n.agency_id as "agencyId",
           a.name as "agencyName", n.recipient, n.whom, p.full_name as "personName", p.title as "personTitle",
           n.is_gap as "isGap", n.channels, n.due_on as "dueOn", n.days, m.state as mail,
           coalesce(m.settled_at, m.created_at) as "mailAt", n.read_at as "readAt"
    from urging.notice n
    join registry.agency_latest a on a.agency_id = n.agency_id
    left join urging.rule r on r.rule_id = n.rule_id
    left join urging.letter l on l.letter_id = n.letter_id
    left join tasks.task_card t on t.task_id = n.task_id
    left join platform.mail_card m on m.mail_id = n.mail_id
    left join lateral (
      select c.full_name, c.title from registry.person_card c where c.person_id = n.person_id
      order by c.valid @> n.on_day desc, c.post_id limit 1
    ) p on true
    where ${conditionOf(of)} ${after ? sql`and n.notice_id < ${after[0]}` : sql``}
    order by n.notice_id desc limit ${limit + 1}`.execute(db)
  const page = pageOf(of, rows, limit, ({ id }): CursorKey => [id])
  return { rows: page.items, nextCursor: page.next }
}

function conditionOf({ taskId, agencyId, letterId }: LedgerOf) {
  if (letterId !== undefined) return sql`n.letter_id = ${letterId}`
  if (agencyId !== undefined) return sql`n.agency_id = ${agencyId}`
  return sql`(n.task_id = ${taskId} or n.letter_id in (select x.letter_id from urging.letter_task x where x.task_id = ${taskId}))`
}
