import type { FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { publicEvents } from '../platform/audit.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { demandKeeper, endpointToKeep } from './access.ts'
import { checkedUrl } from './address.ts'
import { listDeliveries, listEndpoints, replayAfter, replayOne, sendTest, showDelivery } from './console.ts'
import { addEndpoint, editEndpoint, pauseEndpoint, removeEndpoint, renewSecret, resumeEndpoint } from './endpoints.ts'
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

export function webhookRoutes(app: App, deps: Deps): void {
  const { db, config } = deps
  const { change, make, act } = changes(app, deps, ...tags)
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
        summary: 'The events an endpoint can subscribe to',
        tags,
        response: { 200: EventList },
      },
    },
    async (request) => {
      demandKeeper(actorOf(request))
      return { events: publicEvents(db).map(({ name, vi, en }) => ({ name, vi, en })) }
    },
  )
  // Before the transaction, which must not wait for a name server, and after the check of rights: a user without them cannot
  // make this server look up names.
  const lookingUp = (demandRights: (request: FastifyRequest) => unknown) => ({
    async preHandler(request: FastifyRequest) {
      await demandRights(request)
      const body = request.body as { url: string }
      body.url = await checkedUrl(body.url, config.webhooks)
    },
  })
  make(
    '/api/webhooks',
    {
      operationId: 'addWebhook',
      summary: 'Add an endpoint; its secret is shown once',
      body: NewEndpoint,
      answer: EndpointSecret,
      // A repeated request is refused: the name is taken.
      isSecret: true,
      options: lookingUp((request) => demandKeeper(actorOf(request))),
    },
    (trx, ask, { body }) => addEndpoint(trx, ask, body, deps),
  )
  const endpoint = '/api/webhooks/:id'
  change(
    'PUT',
    endpoint,
    {
      operationId: 'editWebhook',
      summary: 'Change name, address and events',
      body: EndpointEdit,
      options: lookingUp((request) => endpointToKeep(db, actorOf(request), (request.params as { id: number }).id)),
    },
    (trx, ask, { body }) => editEndpoint(trx, ask, body),
  )
  change(
    'POST',
    `${endpoint}/pause`,
    { operationId: 'pauseWebhook', summary: 'Pause an endpoint; its events are kept until it is resumed' },
    pauseEndpoint,
  )
  change(
    'POST',
    `${endpoint}/resume`,
    { operationId: 'resumeWebhook', summary: 'Resume an endpoint and deliver what is due' },
    resumeEndpoint,
  )
  change('POST', `${endpoint}/remove`, { operationId: 'removeWebhook', summary: 'Remove an endpoint' }, removeEndpoint)
  change(
    'POST',
    `${endpoint}/secret`,
    {
      operationId: 'renewWebhookSecret',
      summary: 'Renew the secret, shown once; the previous one signs for a while',
      body: Renewal,
      answer: EndpointSecret,
      isSecret: true,
    },
    (trx, ask, { body }) => renewSecret(trx, ask, body, deps),
  )
  act(
    'POST',
    `${endpoint}/replay`,
    { operationId: 'replayWebhook', summary: 'Deliver again from a cursor', body: Replay, answer: Replayed },
    (trx, ask, { body }) => replayAfter(trx, ask, body),
  )
  act(
    'POST',
    `${endpoint}/deliveries/:deliveryId/replay`,
    {
      operationId: 'replayWebhookDelivery',
      summary: 'Deliver one again',
      params: DeliveryParams,
      answer: Replayed,
    },
    (trx, ask, { params: { deliveryId } }) => replayOne(trx, ask, { deliveryId }),
  )
  // A plain route: the request is sent between two transactions, and is made to see the answer now, so it needs no key.
  app.post(
    '/api/webhooks/:id/test',
    { schema: schema('testWebhook', 'Send a sample event now and return the answer', Delivery) },
    async (request) => {
      const actor = actorOf(request)
      const deliveryId = await sendTest(db, actor, request.params.id, config)
      return showDelivery(db, actor, request.params.id, deliveryId)
    },
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
}
