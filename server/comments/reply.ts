import type { AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { taskToComment, threadToRead } from './access.ts'
import type { CommentsDb } from './db.ts'
import type { Words } from './shapes.ts'
import { addComment, lengthOf, recordComment } from './store.ts'

/** Beyond this a thread is no longer one conversation, and is too long to be read at once. */
export const MOST_COMMENTS = 500

/** Replies in a thread, for its audience. */
export async function reply(
  trx: Transaction<CommentsDb>,
  ask: AskToAdd,
  { threadId, ...words }: Words & { threadId: number },
): Promise<{ id: number; threadId: number }> {
  const { audience } = await threadToRead(trx, ask.actor, ask.id, threadId)
  await taskToComment(trx, ask)
  if ((await lengthOf(trx, threadId)) >= MOST_COMMENTS) {
    throw new Conflict('comment.thread_full', `Trao đổi này đã có ${MOST_COMMENTS} ý kiến. Hãy mở một trao đổi mới.`)
  }
  const place = { taskId: ask.id, threadId, audience }
  const id = await addComment(trx, ask, place, words)
  await recordComment(trx, ask, 'added', { ...place, commentId: id })
  return { id, threadId }
}
