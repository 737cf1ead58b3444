import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import type { Transaction } from '../platform/db.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { Changed, Id, IdParams } from '../platform/shapes.ts'
import { etag, ifMatch } from '../platform/version.ts'
import type { Ask } from './access.ts'
import {
  Correct,
  Decide,
  Extend,
  FinishMilestone,
  Noted,
  Reasoned,
  ReportDone,
  ReportProgress,
  RequestExtension,
  RequestTransfer,
  Transfer,
} from './act-shapes.ts'
import { confirm, correct, sendBack } from './confirm.ts'
import type { TasksDb } from './db.ts'
import { decide } from './decide.ts'
import { finishMilestone } from './milestone.ts'
import { receive, start } from './receive.ts'
import { reportDone, reportProgress } from './report.ts'
import { requestExtension, requestReturn, requestTransfer } from './request.ts'
import { cancel, extend, transfer } from './steer.ts'

/** Changes of one task: each names the version it saw (If-Match) and answers the next one. */
export function actRoutes(app: App, { db, clock }: Deps): void {
  const change = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: number,
    act: (trx: Transaction<TasksDb>, ask: Ask) => Promise<number>,
  ) => {
    const ask: Ask = { actor: actorOf(request), id, version: ifMatch(request), now: clock.now() }
    // A program that did not hear the answer sends the act again: under its key it is done once, and answered as then.
    const key = idempotencyKey(request)
    const version = await db.transaction().execute((trx) => idempotent(trx, ask.actor, key, () => act(trx, ask)))
    etag(reply, version)
    return { version }
  }
  const schema = <Body extends TSchema>(operationId: string, summary: string, body: Body) => ({
    schema: { operationId, summary, tags: ['tasks'], params: IdParams, body, response: { 200: Changed } },
  })

  app.post('/api/tasks/:id/receive', schema('receiveTask', 'Receive', Noted), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => receive(trx, ask, request.body.note)),
  )
  app.post('/api/tasks/:id/start', schema('startTask', 'Begin the work', Noted), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => start(trx, ask, request.body.note)),
  )
  app.post('/api/tasks/:id/progress', schema('reportProgress', 'Report progress', ReportProgress), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => reportProgress(trx, ask, request.body)),
  )
  app.post('/api/tasks/:id/done', schema('reportDone', 'Claim completion', ReportDone), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => reportDone(trx, ask, request.body)),
  )
  app.post('/api/tasks/:id/confirm', schema('confirmTask', 'Confirm completion', Noted), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => confirm(trx, ask, request.body.note)),
  )
  app.post('/api/tasks/:id/send-back', schema('sendTaskBack', 'Refuse a claim', Reasoned), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => sendBack(trx, ask, request.body.reason)),
  )
  app.post('/api/tasks/:id/correct', schema('correctTask', 'Correct the completion', Correct), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => correct(trx, ask, request.body)),
  )
  app.post('/api/tasks/:id/extend', schema('extendTask', 'Move the due day', Extend), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => extend(trx, ask, request.body)),
  )
  app.post('/api/tasks/:id/transfer', schema('transferTask', 'Pass to another body', Transfer), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => transfer(trx, ask, request.body)),
  )
  app.post('/api/tasks/:id/cancel', schema('cancelTask', 'Cancel', Reasoned), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => cancel(trx, ask, request.body.reason)),
  )
  app.post(
    '/api/tasks/:id/requests/extension',
    schema('requestExtension', 'Ask for a later day', RequestExtension),
    (request, reply) =>
      change(request, reply, request.params.id, (trx, ask) => requestExtension(trx, ask, request.body)),
  )
  app.post(
    '/api/tasks/:id/requests/return',
    schema('requestReturn', 'Ask to be relieved', Reasoned),
    (request, reply) =>
      change(request, reply, request.params.id, (trx, ask) => requestReturn(trx, ask, request.body.reason)),
  )
  app.post(
    '/api/tasks/:id/requests/transfer',
    schema('requestTransfer', 'Name another addressee', RequestTransfer),
    (request, reply) =>
      change(request, reply, request.params.id, (trx, ask) => requestTransfer(trx, ask, request.body)),
  )
  app.post(
    '/api/tasks/:id/requests/:requestId/decide',
    {
      schema: {
        ...schema('decideRequest', 'Grant or refuse', Decide).schema,
        params: Type.Object({ id: Id, requestId: Id }),
      },
    },
    (request, reply) =>
      change(request, reply, request.params.id, (trx, ask) => decide(trx, ask, request.params.requestId, request.body)),
  )
  app.post(
    '/api/tasks/:id/deadlines/:deadlineId/finish',
    {
      schema: {
        ...schema('finishMilestone', 'Finish a milestone', FinishMilestone).schema,
        params: Type.Object({ id: Id, deadlineId: Id }),
      },
    },
    (request, reply) =>
      change(request, reply, request.params.id, (trx, ask) =>
        finishMilestone(trx, ask, request.params.deadlineId, request.body.doneOn),
      ),
  )
}
