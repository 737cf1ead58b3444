import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { etag } from '../platform/version.ts'
import { showDesk } from './desk.ts'
import { showQueue } from './queue.ts'
import { showChanges } from './queue-changes.ts'
import { setWatch, showWatch } from './watch.ts'
import { ChangesSince, Desk, DeskQuery, Queue, QueueChanges, QueueQuery, SetWatch, Watch } from './work-shapes.ts'

const tags = ['work']

/** What waits for whom. */
export function workRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change } = changes(app, deps, ...tags)
  const today = () => todayInVietnam(clock)

  app.get(
    '/api/desk',
    {
      schema: {
        operationId: 'getDesk',
        summary: 'What waits for one’s own bodies, in groups, what hurts first on top',
        tags,
        querystring: DeskQuery,
        response: { 200: Desk },
      },
    },
    (request) => showDesk(db, actorOf(request), request.query, today()),
  )

  app.get(
    '/api/queue',
    {
      schema: {
        operationId: 'getQueue',
        summary: 'What waits for whoever follows up for the giver',
        tags,
        querystring: QueueQuery,
        response: { 200: Queue },
      },
    },
    (request) => showQueue(db, actorOf(request), request.query, today()),
  )

  app.get(
    '/api/queue/changes',
    {
      schema: {
        operationId: 'getQueueChanges',
        summary: 'What was done to tasks since yesterday, latest first',
        tags,
        querystring: ChangesSince,
        response: { 200: QueueChanges },
      },
    },
    (request) => showChanges(db, actorOf(request), request.query, today()),
  )

  app.get(
    '/api/watch',
    {
      schema: { operationId: 'getWatch', summary: 'The days that lists of work go by', tags, response: { 200: Watch } },
    },
    async (_request, reply) => {
      const watch = await showWatch(db)
      etag(reply, watch.version)
      return watch
    },
  )

  change(
    'PUT',
    '/api/watch',
    { operationId: 'setWatch', summary: 'Set the days that lists of work go by', body: SetWatch },
    (trx, ask, { body }) => setWatch(trx, ask, body),
  )
}
