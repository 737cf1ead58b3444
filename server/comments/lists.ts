import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import { type Handle, reading } from '../platform/db.ts'
import { Forbidden } from '../platform/errors.ts'
import { decodeCursor, onlyId, pageOf } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { taskToRead } from '../tasks/index.ts'
import { audiencesOf, mayComment, threadToRead } from './access.ts'
import type { CommentsDb } from './db.ts'
import { MOST_COMMENTS } from './reply.ts'
import { correctableUntil, isCorrectable, takesComments } from './rules.ts'
import type { Audience, Comment, ReadersQuery, Thread, ThreadList, ThreadsQuery } from './shapes.ts'
import { readersOfComments } from './store.ts'

const PAGE = 20
/** Of a longer thread, the first comment and this many of the latest are shown; the others on demand. */
const LATEST = 10
const MOST_UNREAD = 100
const FOUND = 8

/** What decides how a comment is shown to a reader. */
interface Reading {
  actor: Actor
  now: Temporal.Instant
  commentMinutes: number
}

/** A page of the threads of a task, for the audiences the actor belongs to. */
export async function listThreads(
  db: Handle<CommentsDb>,
  reader: Reading,
  taskId: number,
  query: ThreadsQuery,
): Promise<ThreadList> {
  const { actor } = reader
  const { state } = await taskToRead(db, actor, taskId)
  const audiences = audiencesOf(actor)
  const { cursor, limit = PAGE } = query
  const after = decodeCursor({ taskId }, cursor, onlyId)
  const { rows: found } = await prepared(sql<{ id: number; audience: Audience }>`
    select t.thread_id as id, t.audience from comments.thread t
    where t.task_id = ${taskId} and t.audience = any(${audiences}::text[])
      and t.thread_id < coalesce(${after?.[0] ?? null}::bigint, 9223372036854775807)
    order by t.thread_id desc limit ${sql.lit(limit + 1)}`).execute(db)
  const { items, next } = pageOf({ taskId }, found, limit, ({ id }) => [id])
  const [shown, counts] = await Promise.all([
    commentsOf(
      db,
      reader,
      items.map(({ id }) => id),
      LATEST,
    ),
    countsOf(db, actor, taskId, audiences),
  ])
  return {
    threads: items.map(({ id, audience }) => threadOf(id, audience, shown.get(id) ?? [])),
    nextCursor: next,
    audiences,
    mayComment: mayComment(actor),
    isClosed: !takesComments(state),
    ...counts,
  }
}

/** A thread as a whole. */
export async function showThread(
  db: Handle<CommentsDb>,
  reader: Reading,
  taskId: number,
  threadId: number,
): Promise<Thread> {
  const { audience } = await threadToRead(db, reader.actor, taskId, threadId)
  return threadOf(threadId, audience, (await commentsOf(db, reader, [threadId], MOST_COMMENTS)).get(threadId) ?? [])
}

function threadOf(id: number, audience: Audience, rows: readonly Shown[]): Thread {
  return {
    id,
    audience,
    comments: rows.map(({ comment }) => comment),
    left: (rows[0]?.total ?? 0) - rows.length,
  }
}

interface Row extends Omit<Comment, 'isNew' | 'may' | 'correctUntil' | 'correctedAt'> {
  threadId: number
  total: number
  changedAt: string
  isUnseen: boolean
}
interface Shown {
  comment: Comment
  total: number
}

/** The first and the `latest` comments of each thread, in their order. A withdrawn one has no text for anyone. */
async function commentsOf(
  db: Handle<CommentsDb>,
  reader: Reading,
  threadIds: readonly number[],
  latest: number,
): Promise<Map<number, Shown[]>> {
  const { personId } = reader.actor
  const { rows } = await prepared(sql<Row>`
    select c.thread_id as "threadId", n.total, c.comment_id as id, c.version, c.author_name as by, c.author_id as "byId",
           c.author_title as title, c.agency_name as "agencyName", c.made_at as "madeAt", c.changed_at as "changedAt",
           c.withdrawn_at as "withdrawnAt", case when c.withdrawn_at is null then v.body end as body,
           coalesce(m.list, '[]') as mentions, coalesce(e.list, '[]') as earlier,
           coalesce(c.author_id <> ${personId}::bigint, false) and c.withdrawn_at is null
             and c.comment_id > coalesce(s.comment_id, 0) as "isUnseen"
    from unnest(${[...threadIds]}::bigint[]) as t(id)
    cross join lateral (select count(*)::integer as total from comments.comment x where x.thread_id = t.id) n
    cross join lateral (
      (select x.comment_id from comments.comment x where x.thread_id = t.id order by x.comment_id desc limit ${sql.lit(latest)})
      union
      (select x.comment_id from comments.comment x where x.thread_id = t.id order by x.comment_id limit 1)
    ) l
    join comments.comment c on c.comment_id = l.comment_id
    -- Of a withdrawn comment this finds no text: withdrawing it is a version of its own.
    left join comments.comment_version v on v.comment_id = c.comment_id and v.version = c.version
    left join lateral (
      select jsonb_agg(jsonb_build_object('personId', m.person_id, 'name', m.name, 'start', m.starts_at, 'end', m.ends_at)
                       order by m.starts_at) as list
      from comments.mention m where m.comment_id = c.comment_id and m.version = v.version and c.withdrawn_at is null
    ) m on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('body', w.body, 'madeAt', w.made_at) order by w.version) as list
      from comments.comment_version w
      where c.version > 1 and c.withdrawn_at is null and w.comment_id = c.comment_id and w.version < v.version
    ) e on true
    left join comments.last_seen s on s.person_id = ${personId}::bigint and s.task_id = c.task_id
    order by c.thread_id, c.comment_id`).execute(db)
  const byThread = new Map<number, Shown[]>()
  for (const { threadId, total, ...row } of rows) {
    const thread = byThread.get(threadId) ?? []
    thread.push({ comment: shownTo(reader, row), total })
    byThread.set(threadId, thread)
  }
  return byThread
}

function shownTo(
  { actor, now, commentMinutes }: Reading,
  { changedAt, isUnseen, ...row }: Omit<Row, 'threadId' | 'total'>,
): Comment {
  const isOwn = row.byId === actor.personId && row.withdrawnAt === null
  const mayCorrect = isOwn && mayComment(actor) && isCorrectable(row.madeAt, commentMinutes, now)
  return {
    ...row,
    isNew: isUnseen,
    correctedAt: row.withdrawnAt === null && row.version > 1 ? changedAt : null,
    may: [...(mayCorrect ? (['correct'] as const) : []), ...(isOwn ? (['withdraw'] as const) : [])],
    correctUntil: mayCorrect ? correctableUntil(row.madeAt, commentMinutes).toString() : null,
  }
}

async function countsOf(
  db: Handle<CommentsDb>,
  { personId }: Actor,
  taskId: number,
  audiences: readonly Audience[],
): Promise<Pick<ThreadList, 'unread' | 'newest'>> {
  const ofTask = sql`c.task_id = ${taskId} and c.audience = any(${[...audiences]}::text[])`
  const { rows } = await prepared(sql<Pick<ThreadList, 'unread' | 'newest'>>`
    select (select max(c.comment_id) from comments.comment c where ${ofTask}) as newest,
           (select count(*)::integer from (
              select from comments.comment c
              where ${ofTask} and ${personId}::bigint is not null and c.author_id <> ${personId}::bigint and c.withdrawn_at is null
                and c.comment_id > coalesce((select s.comment_id from comments.last_seen s
                                             where s.person_id = ${personId}::bigint and s.task_id = ${taskId}), 0)
              limit ${sql.lit(MOST_UNREAD)}) u) as unread`).execute(db)
  return rows[0]!
}

/** The people who may be mentioned in comments for an audience of a task, found by name, post and agency. */
export async function findReaders(
  db: Handle<CommentsDb>,
  { actor, now }: Pick<Reading, 'actor' | 'now'>,
  taskId: number,
  { audience, words = '' }: ReadersQuery,
) {
  await taskToRead(db, actor, taskId)
  if (!audiencesOf(actor).includes(audience) || !mayComment(actor)) {
    throw new Forbidden('comment.not_allowed', 'Vai trò của bạn không nhắc tên ai trong trao đổi này.')
  }
  const found = await readersOfComments(reading(db), { taskId, audience }, dayInVietnam(now), {
    words,
    limit: FOUND + 1,
  })
  return { people: found.filter(({ personId }) => personId !== actor.personId).slice(0, FOUND) }
}
