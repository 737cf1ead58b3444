import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { publicEvents } from '../platform/audit.ts'
import type { Transaction } from '../platform/db.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Changed, IdParams } from '../platform/shapes.ts'
import { etag, ifMatch } from '../platform/version.ts'
import { demandKeeper, endpointToKeep } from './access.ts'
import { checkedUrl } from './address.ts'
import { listDeliveries, listEndpoints, replayAfter, replayOne, sendTest, showDelivery } from './console.ts'
import type { WebhooksDb } from './db.ts'
import {
  type Ask,
  addEndpoint,
  editEndpoint,
  pauseEndpoint,
  removeEndpoint,
  renewSecret,
  resumeEndpoint,
} from './endpoints.ts'
import {
  Delivery,
  DeliveryList,
  DeliveryParams,
  DeliveryQuery,
  EndpointEdit,
  EndpointList,
  EndpointSecret,
  EventList,
  NewEndpoint,
  Renewal,
  Replay,
  Replayed,
} from './shapes.ts'

const tags = ['webhooks']

export function webhookRoutes(app: App, { db, clock, config }: Deps): void {
  const askOf = (request: FastifyRequest, id: number): Ask => ({
    actor: actorOf(request),
    id,
    version: ifMatch(request),
    now: clock.now(),
  })
  const change = async (reply: FastifyReply, act: (trx: Transaction<WebhooksDb>) => Promise<number>) => {
    const version = await db.transaction().execute(act)
    etag(reply, version)
    return { version }
  }
  const schema = <Answer extends TSchema>(operationId: string, summary: string, answer: Answer) => ({
    operationId,
    summary,
    tags,
    params: IdParams,
    response: { 200: answer },
  })

  app.get(
    '/api/webhooks',
    { schema: { operationId: 'listWebhooks', summary: 'Endpoints kept', tags, response: { 200: EndpointList } } },
    async (request) => ({ endpoints: await listEndpoints(db, actorOf(request)) }),
  )
  app.get(
    '/api/webhooks/events',
    {
      schema: {
        operationId: 'listWebhookEvents',
        summary: 'The events an endpoint can ask for',
        tags,
        response: { 200: EventList },
      },
    },
    async (request) => {
      demandKeeper(actorOf(request))
      return { events: publicEvents(db).map(({ name, vi, en }) => ({ name, vi, en })) }
    },
  )
  app.post(
    '/api/webhooks',
    {
      schema: {
        operationId: 'addWebhook',
        summary: 'Add an endpoint; its secret is told this once',
        tags,
        body: NewEndpoint,
        response: { 201: EndpointSecret },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      // Before the address is looked up: a stranger to endpoints makes this server ask nobody anything.
      demandKeeper(actor)
      const url = await checkedUrl(request.body.url, config.webhooks)
      // Without an idempotency key: its answer would be kept, and a secret must not be. The name taken tells of a retry.
      const made = await db
        .transaction()
        .execute((trx) => addEndpoint(trx, actor, { ...request.body, url }, config, clock.now()))
      return reply.code(201).send(made)
    },
  )
  app.put(
    '/api/webhooks/:id',
    { schema: { ...schema('editWebhook', 'Change name, address and events', Changed), body: EndpointEdit } },
    async (request, reply) => {
      const ask = askOf(request, request.params.id)
      await endpointToKeep(db, ask.actor, ask.id)
      const url = await checkedUrl(request.body.url, config.webhooks)
      return change(reply, (trx) => editEndpoint(trx, ask, { ...request.body, url }))
    },
  )
  app.post(
    '/api/webhooks/:id/pause',
    { schema: schema('pauseWebhook', 'Keep what happens until it is resumed', Changed) },
    (request, reply) => change(reply, (trx) => pauseEndpoint(trx, askOf(request, request.params.id))),
  )
  app.post(
    '/api/webhooks/:id/resume',
    { schema: schema('resumeWebhook', 'Deliver what waits, and go on', Changed) },
    (request, reply) => change(reply, (trx) => resumeEndpoint(trx, askOf(request, request.params.id))),
  )
  app.post(
    '/api/webhooks/:id/remove',
    { schema: schema('removeWebhook', 'Remove an endpoint', Changed) },
    (request, reply) => change(reply, (trx) => removeEndpoint(trx, askOf(request, request.params.id))),
  )
  app.post(
    '/api/webhooks/:id/secret',
    {
      schema: {
        ...schema(
          'renewWebhookSecret',
          'A new secret, told this once; the one before signs for a while',
          EndpointSecret,
        ),
        body: Renewal,
      },
    },
    (request) => {
      const ask = askOf(request, request.params.id)
      return db.transaction().execute((trx) => renewSecret(trx, ask, request.body.overlapHours, config))
    },
  )
  app.post(
    '/api/webhooks/:id/test',
    { schema: schema('testWebhook', 'Send a sample event now and see what is answered', Delivery) },
    async (request) => {
      const actor = actorOf(request)
      const deliveryId = await sendTest(db, actor, request.params.id, config)
      return showDelivery(db, actor, request.params.id, deliveryId)
    },
  )
  app.post(
    '/api/webhooks/:id/replay',
    { schema: { ...schema('replayWebhook', 'Deliver again from a cursor', Replayed), body: Replay } },
    async (request) => ({
      count: await db
        .transaction()
        .execute((trx) => replayAfter(trx, actorOf(request), request.params.id, request.body.after)),
    }),
  )
  app.get(
    '/api/webhooks/:id/deliveries',
    {
      schema: {
        ...schema('listWebhookDeliveries', 'Deliveries, newest first', DeliveryList),
        querystring: DeliveryQuery,
      },
    },
    (request) => listDeliveries(db, actorOf(request), request.params.id, request.query),
  )
  app.get(
    '/api/webhooks/:id/deliveries/:deliveryId',
    { schema: { ...schema('getWebhookDelivery', 'One delivery with every try', Delivery), params: DeliveryParams } },
    (request) => showDelivery(db, actorOf(request), request.params.id, request.params.deliveryId),
  )
  app.post(
    '/api/webhooks/:id/deliveries/:deliveryId/replay',
    { schema: { ...schema('replayWebhookDelivery', 'Deliver one again', Replayed), params: DeliveryParams } },
    async (request) => {
      const { id, deliveryId } = request.params
      return { count: await db.transaction().execute((trx) => replayOne(trx, actorOf(request), id, deliveryId)) }
    },
  )
}
