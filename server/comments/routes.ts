import { actorOf } from '../platform/actor.ts'
import { changes, Gone } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { correct } from './correct.ts'
import { findReaders, listThreads, showThread } from './lists.ts'
import { reply } from './reply.ts'
import { see } from './see.ts'
import {
  MadeComment,
  NewThread,
  Readers,
  ReadersQuery,
  Seen,
  Thread,
  ThreadList,
  ThreadParams,
  ThreadsQuery,
  Words,
} from './shapes.ts'
import { startThread } from './start-thread.ts'
import { withdraw } from './withdraw.ts'

const tags = ['comments']

export function commentRoutes(app: App, deps: Deps): void {
  const { db, clock, config } = deps
  const { change, add, act } = changes(app, deps, ...tags)
  const readerOf = (request: Parameters<typeof actorOf>[0]) => ({
    actor: actorOf(request),
    now: clock.now(),
    commentMinutes: config.commentMinutes,
  })

  app.get(
    '/api/tasks/:id/comments',
    {
      schema: {
        operationId: 'listComments',
        summary: 'Threads of comments on a task, newest first, as far as the user belongs to their audience',
        tags,
        params: IdParams,
        querystring: ThreadsQuery,
        response: { 200: ThreadList },
      },
    },
    (request) => listThreads(db, readerOf(request), request.params.id, request.query),
  )
  app.get(
    '/api/tasks/:id/threads/:threadId',
    {
      schema: {
        operationId: 'getThread',
        summary: 'A thread with all its comments',
        tags,
        params: ThreadParams,
        response: { 200: Thread },
      },
    },
    (request) => showThread(db, readerOf(request), request.params.id, request.params.threadId),
  )
  app.get(
    '/api/tasks/:id/comment-readers',
    {
      schema: {
        operationId: 'findCommentReaders',
        summary: 'People who may read comments for an audience, and so may be mentioned',
        tags,
        params: IdParams,
        querystring: ReadersQuery,
        response: { 200: Readers },
      },
    },
    (request) => findReaders(db, readerOf(request), request.params.id, request.query),
  )

  add(
    '/api/tasks/:id/comments',
    {
      operationId: 'startThread',
      summary: 'Comment on a task: starts a thread, and decides for whom it is',
      body: NewThread,
      answer: MadeComment,
    },
    (trx, ask, { body }) => startThread(trx, ask, body),
  )
  add(
    '/api/tasks/:id/threads/:threadId/replies',
    {
      operationId: 'replyInThread',
      summary: 'Reply in a thread',
      params: ThreadParams,
      body: Words,
      answer: MadeComment,
    },
    (trx, ask, { params, body }) => reply(trx, ask, { ...body, threadId: params.threadId }),
  )
  change(
    'POST',
    '/api/comments/:id/correct',
    {
      operationId: 'correctComment',
      summary: 'Correct one’s own comment shortly after writing it; the text before stays',
      body: Words,
    },
    (trx, ask, { body }) => correct(trx, ask, body, config),
  )
  change(
    'POST',
    '/api/comments/:id/withdraw',
    { operationId: 'withdrawComment', summary: 'Withdraw one’s own comment: its text is no longer shown' },
    (trx, ask) => withdraw(trx, ask),
  )
  act(
    'PUT',
    '/api/me/seen-comments/:id',
    {
      operationId: 'seeComments',
      summary: 'Mark the comments of a task as seen up to one of them',
      body: Seen,
      answer: Gone,
    },
    (trx, ask, { body }) => see(trx, ask, body),
  )
}
