import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { etag } from '../platform/version.ts'
import { bulkRoutes } from './bulk-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { showDesk } from './desk.ts'
import { progressSheetRoutes } from './progress-sheet-routes.ts'
import { showQueue } from './queue.ts'
import { showChanges } from './queue-changes.ts'
import { ChangesSince, Desk, DeskQuery, Queue, QueueChanges, QueueQuery, SetThresholds, Thresholds } from './shapes.ts'
import { setThresholds, showThresholds } from './thresholds.ts'

const tags = ['work']

/** The work lists. */
export function workListRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change } = changes(app, deps, ...tags)
  const today = () => todayInVietnam(clock)

  app.get(
    '/api/desk',
    {
      schema: {
        operationId: 'getDesk',
        summary: 'What the user’s own agencies have to do, in groups, most urgent first',
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
        summary: 'What the officers who follow up for the giver have to do',
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
        summary: 'Acts on tasks since yesterday, latest first',
        tags,
        querystring: ChangesSince,
        response: { 200: QueueChanges },
      },
    },
    (request) => showChanges(db, actorOf(request), request.query, today()),
  )

  app.get(
    '/api/thresholds',
    {
      schema: {
        operationId: 'getThresholds',
        summary: 'The thresholds of the work lists, in days',
        tags,
        response: { 200: Thresholds },
      },
    },
    async (_request, reply) => {
      const thresholds = await showThresholds(db)
      etag(reply, thresholds.version)
      return thresholds
    },
  )

  change(
    'PUT',
    '/api/thresholds',
    { operationId: 'setThresholds', summary: 'Set the thresholds of the work lists', body: SetThresholds },
    (trx, ask, { body }) => setThresholds(trx, ask, body),
  )

  bulkRoutes(app, deps)
  progressSheetRoutes(app, deps)
  calendarRoutes(app, deps)
}
