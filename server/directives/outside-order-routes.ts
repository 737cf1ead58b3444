import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { changes } from '../platform/change.ts'
import { inputOf } from '../platform/http/form-input.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { checkMayReview } from './access.ts'
import { addToOrder, recordOrder } from './outside-order.ts'
import { NewOrder, Order, OrderList, OrderMade, OrderQuery, OrderTasks } from './outside-order-shapes.ts'
import { listOrders, orderFile, showOrder } from './outside-order-store.ts'

const tags = ['directives']
const orderIn = inputOf('order', NewOrder)

/** Orders given outside the documents of the system, and the tasks entered from them by hand. */
export function outsideOrderRoutes(app: App, deps: Deps): void {
  const { db, blobs } = deps
  const { make, add } = changes(app, deps, ...tags)

  app.get(
    '/api/outside-orders',
    {
      schema: {
        operationId: 'listOutsideOrders',
        summary: 'Orders given outside the documents of the system, newest first',
        tags,
        querystring: OrderQuery,
        response: { 200: OrderList },
      },
    },
    (request) => listOrders(db, actorOf(request), request.query),
  )
  make(
    '/api/outside-orders',
    {
      operationId: 'recordOutsideOrder',
      summary: 'Enter an order and its tasks by hand',
      description:
        'A form: the field "order" is JSON with form, givenBy, givenOn, about, document (number, issuedOn) and tasks, each with the fields of a draft; an optional file.',
      consumes: ['multipart/form-data', 'application/json'],
      answer: OrderMade,
      options: { preHandler: async (request) => checkMayReview(actorOf(request)) },
    },
    (trx, ask, { form }) => recordOrder(trx, ask, { ...orderIn(form), file: form.file }, { blobs }),
  )
  app.get(
    '/api/outside-orders/:id',
    {
      schema: {
        operationId: 'getOutsideOrder',
        summary: 'One order with its tasks',
        tags,
        params: IdParams,
        response: { 200: Order },
      },
    },
    (request) => showOrder(db, actorOf(request), request.params.id),
  )
  add(
    '/api/outside-orders/:id/tasks',
    { operationId: 'addToOutsideOrder', summary: 'Add tasks to an order', body: OrderTasks, answer: OrderMade },
    (trx, ask, { body }) => addToOrder(trx, ask, body),
  )
  app.get(
    '/api/outside-orders/:id/file',
    {
      schema: {
        operationId: 'getOutsideOrderFile',
        summary: 'The file that proves an order',
        tags,
        params: IdParams,
        produces: ['application/octet-stream'],
        response: { 200: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      return sendDownload(reply, await orderFile(db, blobs, actorOf(request), request.params.id))
    },
  )
}
