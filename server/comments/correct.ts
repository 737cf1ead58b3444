import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { ownComment, writerOf } from './access.ts'
import type { CommentsDb } from './db.ts'
import { isCorrectable } from './rules.ts'
import type { Words } from './shapes.ts'
import { addVersion, recordComment } from './store.ts'

/** The author corrects a comment shortly after writing it. The text before stays, and is shown to those who read the new one. */
export async function correct(
  trx: Transaction<CommentsDb>,
  ask: Ask,
  words: Words,
  { commentMinutes }: { commentMinutes: number },
): Promise<number> {
  const comment = await ownComment(trx, ask)
  writerOf(ask.actor)
  if (!isCorrectable(comment.made_at, commentMinutes, ask.now)) {
    throw new Conflict(
      'comment.too_late_to_correct',
      `Chỉ sửa được trong ${commentMinutes} phút sau khi gửi. Hãy trả lời để nói lại cho đúng, hoặc rút ý kiến.`,
    )
  }
  const version = comment.version + 1
  const at = ask.now.toString()
  const place = { taskId: comment.task_id, audience: comment.audience }
  await trx.updateTable('comments.comment').set({ version, changed_at: at }).where('comment_id', '=', ask.id).execute()
  await addVersion(trx, { id: ask.id, version, at, on: dayInVietnam(ask.now) }, place, words)
  await recordComment(trx, ask, 'corrected', { ...place, threadId: comment.thread_id, commentId: ask.id })
  return version
}
