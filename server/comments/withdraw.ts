import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { ownComment } from './access.ts'
import type { CommentsDb } from './db.ts'
import { recordComment } from './store.ts'

/** The author takes a comment back: that it was there stays, its texts are no longer shown to anyone. */
export async function withdraw(trx: Transaction<CommentsDb>, ask: Ask): Promise<number> {
  const { task_id: taskId, thread_id: threadId, audience, version } = await ownComment(trx, ask)
  const at = ask.now.toString()
  await trx
    .updateTable('comments.comment')
    .set({ version: version + 1, changed_at: at, withdrawn_at: at })
    .where('comment_id', '=', ask.id)
    .execute()
  await recordComment(trx, ask, 'withdrawn', { taskId, threadId, audience, commentId: ask.id })
  return version + 1
}
