import type { Database } from '../platform/db.ts'

/** The tables of this room. What it knows of tasks and people it asks their rooms. */
export type CommentsDb = Pick<
  Database,
  'comments.thread' | 'comments.comment' | 'comments.comment_version' | 'comments.mention' | 'comments.last_seen'
>
