import type { AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Forbidden } from '../platform/errors.ts'
import { audiencesOf, taskToComment } from './access.ts'
import type { CommentsDb } from './db.ts'
import type { NewThread } from './shapes.ts'
import { addComment, recordComment } from './store.ts'

/** Starts a thread on a task; its first comment decides for whom it is, and that stays. */
export async function startThread(
  trx: Transaction<CommentsDb>,
  ask: AskToAdd,
  { audience, ...words }: NewThread,
): Promise<{ id: number; threadId: number }> {
  await taskToComment(trx, ask)
  if (!audiencesOf(ask.actor).includes(audience)) {
    throw new Forbidden(
      'comment.audience_not_allowed',
      'Trao đổi nội bộ chỉ dành cho bên giao và theo dõi nhiệm vụ. Hãy gửi vào trao đổi chung.',
    )
  }
  const { thread_id: threadId } = await trx
    .insertInto('comments.thread')
    .values({ task_id: ask.id, audience })
    .returning('thread_id')
    .executeTakeFirstOrThrow()
  const place = { taskId: ask.id, threadId, audience }
  const id = await addComment(trx, ask, place, words)
  await recordComment(trx, ask, 'added', { ...place, commentId: id })
  return { id, threadId }
}
