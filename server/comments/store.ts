import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import type { AnyHandle, Transaction } from '../platform/db.ts'
import { Invalid } from '../platform/errors.ts'
import { type Reader, readersOf } from '../registry/index.ts'
import { audienceOf, INTERNAL_TO_GIVER } from '../tasks/index.ts'
import { personOf } from './access.ts'
import type { CommentsDb } from './db.ts'
import type { Audience, Words } from './shapes.ts'
import { asWritten, keptWords } from './words.ts'

interface Place {
  taskId: number
  audience: Audience
}

/** The people who may read comments for an audience of a task. */
export async function readersOfComments(
  db: AnyHandle,
  { taskId, audience }: Place,
  on: string,
  which: { among?: readonly number[]; words?: string; limit?: number } = {},
): Promise<Reader[]> {
  const agencyIds = (await audienceOf(db, [taskId])).get(taskId) ?? []
  return readersOf(db, { agencyIds, ...(audience === 'internal' ? { only: 'task.steer' } : {}), ...which }, on)
}

/** Adds a comment to a thread; returns its id. */
export async function addComment(
  trx: Transaction<CommentsDb>,
  { actor, now }: Pick<AskToAdd, 'actor' | 'now'> & { actor: Actor & { title?: string | null } },
  place: Place & { threadId: number },
  words: Words,
): Promise<number> {
  const at = now.toString()
  const { comment_id: id } = await trx
    .insertInto('comments.comment')
    .values({
      thread_id: place.threadId,
      task_id: place.taskId,
      audience: place.audience,
      author_id: personOf(actor),
      author_name: signatureOf(actor),
      author_title: actor.title ?? null,
      agency_id: actor.agencyId,
      agency_name: actor.agencyName,
      made_at: at,
      changed_at: at,
    })
    .returning('comment_id')
    .executeTakeFirstOrThrow()
  await addVersion(trx, { id, version: 1, at, on: dayInVietnam(now) }, place, words)
  return id
}

/**
 * Adds a text of a comment with its mentions. Whoever is mentioned must be able to read it; a refusal names them as the
 * sender wrote them, so that no one learns the name behind an id.
 */
export async function addVersion(
  trx: Transaction<CommentsDb>,
  { id, version, at, on }: { id: number; version: number; at: string; on: string },
  place: Place,
  { body: typed, mentions: meant = [] }: Words,
): Promise<void> {
  const among = [...new Set(meant.map(({ personId }) => personId))]
  const readers = among.length === 0 ? [] : await readersOfComments(trx, place, on, { among })
  const names = new Map(readers.map(({ personId, name }) => [personId, name]))
  const { body, mentions } = keptWords(typed, meant, (mention) => {
    const name = names.get(mention.personId)
    if (name !== undefined) return name
    const what = place.audience === 'internal' ? 'trao đổi nội bộ này' : 'nhiệm vụ này'
    const named = asWritten(typed, mention)
    const message = `${named} không được xem ${what} nên không nhắc tên được. Hãy bỏ tên này rồi gửi lại.`
    throw new Invalid('comment.mention_cannot_read', message, {
      fields: [{ path: 'mentions', code: 'comment.mention_cannot_read', message }],
      extra: { named },
    })
  })
  await trx.insertInto('comments.comment_version').values({ comment_id: id, version, body, made_at: at }).execute()
  if (mentions.length === 0) return
  await trx
    .insertInto('comments.mention')
    .values(
      mentions.map(({ personId, start, end, name }) => ({
        comment_id: id,
        version,
        starts_at: start,
        ends_at: end,
        person_id: personId,
        name,
      })),
    )
    .execute()
}

/**
 * Writes what was done with a comment into the log, without its text: a text that is withdrawn must not remain readable there.
 * What is internal is recorded about another subject than the task.
 */
export async function recordComment(
  trx: Transaction<CommentsDb>,
  { actor, now }: Pick<Ask, 'actor' | 'now'>,
  act: 'added' | 'corrected' | 'withdrawn',
  { taskId, audience, ...detail }: Place & { threadId: number; commentId: number },
): Promise<void> {
  const isInternal = audience === 'internal'
  await record(trx, actor, `${isInternal ? 'internalComment' : 'comment'}.${act}`, {
    subject: { kind: isInternal ? INTERNAL_TO_GIVER : 'task', id: taskId },
    at: now.toString(),
    detail,
  })
}

/** How many comments a thread has. */
export async function lengthOf(trx: Transaction<CommentsDb>, threadId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from comments.comment where thread_id = ${threadId}`.execute(trx)
  return rows[0]!.count
}
