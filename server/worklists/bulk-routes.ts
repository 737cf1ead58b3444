import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { Id, IdParams } from '../platform/shapes.ts'
import { actsOf, checkedItems, doBulk } from './bulk.ts'
import { showRun, startRun } from './bulk-run.ts'
import { ActsOf, ActsQuery, Bulk, BulkResult, BulkRun, MOST_AT_ONCE } from './bulk-shapes.ts'

const tags = ['tasks']

/** The same act on many tasks. */
export function bulkRoutes(app: App, { db, clock }: Deps): void {
  app.get(
    '/api/tasks/acts',
    {
      schema: {
        operationId: 'listActs',
        summary: 'The acts allowed now on each of these tasks, and their versions',
        tags,
        querystring: ActsQuery,
        response: { 200: ActsOf },
      },
    },
    (request) => actsOf(db, actorOf(request), request.query.ids),
  )

  // By hand: up to 500 are done immediately, in mode `each` with a transaction per task, so the answer cannot be kept for the
  // idempotency key in the same transaction. Sent again, each item is refused by its version. A run is one row, kept under its key.
  app.post(
    '/api/tasks/bulk',
    {
      schema: {
        operationId: 'actOnMany',
        summary: 'The same act on many tasks: all or none, or each separately',
        description: `Up to ${MOST_AT_ONCE} are done immediately; more become a run, answered with 202 and its id.`,
        tags,
        body: Bulk,
        response: { 200: BulkResult, 202: Type.Object({ runId: Id }) },
      },
    },
    async (request, reply) => {
      const who = { actor: actorOf(request), now: clock.now() }
      const { body } = request
      if (body.items.length <= MOST_AT_ONCE) {
        return doBulk(db, who, body, (error) => request.log.error({ err: error }, 'bulk'))
      }
      const checked = checkedItems(body)
      const { id } = await db
        .transaction()
        .execute((trx) =>
          idempotent(trx, who.actor, idempotencyKey(request), () => startRun(trx, who, { ...body, checked })),
        )
      return reply.code(202).send({ runId: id })
    },
  )

  app.get(
    '/api/bulk-runs/:id',
    {
      schema: {
        operationId: 'getBulkRun',
        summary: 'Progress and result of a run of one act on many tasks',
        tags,
        params: IdParams,
        response: { 200: BulkRun },
      },
    },
    (request) => showRun(db, actorOf(request), request.params.id),
  )
}
