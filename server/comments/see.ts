import { sql } from 'kysely'
import type { AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { taskToRead } from '../tasks/index.ts'
import { audiencesOf, personOf } from './access.ts'
import type { CommentsDb } from './db.ts'

/**
 * A person has seen the comments of a task up to one of them. Never goes back, and an id of what they may not read, or of
 * another task, changes nothing.
 */
export async function see(trx: Transaction<CommentsDb>, ask: AskToAdd, { upTo }: { upTo: number }): Promise<void> {
  await taskToRead(trx, ask.actor, ask.id)
  await sql`
    insert into comments.last_seen (person_id, task_id, comment_id)
    select ${personOf(ask.actor)}, c.task_id, c.comment_id from comments.comment c
    where c.comment_id = ${upTo} and c.task_id = ${ask.id} and c.audience = any(${audiencesOf(ask.actor)}::text[])
    on conflict (person_id, task_id) do update set comment_id = greatest(last_seen.comment_id, excluded.comment_id)`.execute(
    trx,
  )
}
