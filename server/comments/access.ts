import type { Actor } from '../platform/actor.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound } from '../platform/errors.ts'
import { demandRight, hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import { isGiverSide, lockedTask, tasksToRead, taskToRead } from '../tasks/index.ts'
import type { CommentsDb } from './db.ts'
import { takesComments } from './rules.ts'
import type { Audience } from './shapes.ts'

/** The audiences an actor belongs to, on every task they may read. */
export function audiencesOf(actor: Actor): Audience[] {
  return isGiverSide(actor) ? ['shared', 'internal'] : ['shared']
}

/** Only people who act comment; a system of an agency reads what is shared. */
export const mayComment = (actor: Actor): boolean => actor.personId !== null && hasRight(actor, 'task.comment')

/** Who writes: a person. Throws 403 for a system and for those who only read. */
export function writerOf(actor: Actor): number {
  demandRight(
    actor,
    'task.comment',
    'comment.not_allowed',
    'Vai trò của bạn chỉ đọc trao đổi. Người xử lý hoặc theo dõi nhiệm vụ mới gửi được.',
  )
  return personOf(actor)
}

export function personOf({ personId }: Actor): number {
  if (personId !== null) return personId
  throw new Forbidden('comment.people_only', 'Chỉ người dùng gửi và đánh dấu trao đổi; phần mềm của cơ quan chỉ đọc.')
}

/** The task an actor may add a comment to, locked. */
export async function taskToComment(trx: Transaction<CommentsDb>, ask: AskToAdd): Promise<void> {
  const { state } = await lockedTask(trx, ask)
  writerOf(ask.actor)
  if (takesComments(state)) return
  throw new Conflict(
    'comment.task_cancelled',
    'Nhiệm vụ đã hủy nên không nhận thêm trao đổi. Trao đổi cũ vẫn đọc được.',
  )
}

/** A thread of a task that the actor may read: the same 404 whether there is none or it is not for them. */
export async function threadToRead(
  db: AnyHandle,
  actor: Actor,
  taskId: number,
  threadId: number,
): Promise<{ audience: Audience }> {
  await taskToRead(db, actor, taskId)
  const thread = await reading<CommentsDb>(db)
    .selectFrom('comments.thread')
    .select('audience')
    .where('thread_id', '=', threadId)
    .where('task_id', '=', taskId)
    .where('audience', 'in', audiencesOf(actor))
    .executeTakeFirst()
  if (thread) return { audience: thread.audience as Audience }
  throw new NotFound('comment.thread_not_found', 'Không tìm thấy trao đổi này.')
}

export interface CommentOf {
  comment_id: number
  thread_id: number
  task_id: number
  audience: Audience
  version: number
  made_at: string
}

/**
 * One's own comment to correct or withdraw, locked. 404 where there is none to read, 403 for another's, 409 where it has
 * changed or was withdrawn. No one changes what another wrote, whatever their rights.
 */
export async function ownComment(trx: Transaction<CommentsDb>, ask: Ask): Promise<CommentOf> {
  const comment = await trx
    .selectFrom('comments.comment')
    .select([
      'comment_id',
      'thread_id',
      'task_id',
      'audience',
      'version',
      'made_at',
      'changed_at',
      'author_id',
      'author_name',
      'withdrawn_at',
    ])
    .where('comment_id', '=', ask.id)
    .where('audience', 'in', audiencesOf(ask.actor))
    .forUpdate()
    .executeTakeFirst()
  if (!comment || (await tasksToRead(trx, ask.actor, [comment.task_id])).length === 0) {
    throw new NotFound('comment.not_found', 'Không tìm thấy ý kiến này.')
  }
  if (comment.author_id !== personOf(ask.actor)) {
    throw new Forbidden('comment.not_yours', 'Chỉ người viết mới sửa hoặc rút được ý kiến của mình.')
  }
  checkVersion(ask.version, comment.version, { by: comment.author_name, at: comment.changed_at })
  if (comment.withdrawn_at !== null) throw new Conflict('comment.withdrawn', 'Ý kiến này đã được rút.')
  return { ...comment, audience: comment.audience as Audience }
}
