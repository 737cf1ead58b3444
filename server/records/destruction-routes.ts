import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { Binary, Reasoned } from './case-shapes.ts'
import {
  carryOutDestruction,
  considerDestruction,
  decideDestruction,
  endDestruction,
  proposeDestruction,
} from './destruction.ts'
import { destructionFile, listDestructions, showDestruction } from './destruction-lists.ts'
import {
  CarriedOut,
  CarryOut,
  Consider,
  Decide,
  Destruction,
  DestructionList,
  DestructionQuery,
  NewDestruction,
} from './destruction-shapes.ts'

const tags = ['records']

export function destructionRoutes(app: App, deps: Deps): void {
  const { db, blobs } = deps
  const { change, make } = changes(app, deps, ...tags)
  const base = '/api/records/destructions'
  const one = '/api/records/destructions/:id'
  app.get(
    base,
    {
      schema: {
        operationId: 'listDestructions',
        summary: 'Destructions of the body, the latest first; for its archive and its leaders',
        tags,
        querystring: DestructionQuery,
        response: { 200: DestructionList },
      },
    },
    (request) => listDestructions(db, actorOf(request), request.query),
  )
  app.get(
    one,
    {
      schema: {
        operationId: 'getDestruction',
        summary: 'A destruction: what is proposed, the opinion, the decision, the minutes',
        tags,
        params: IdParams,
        response: { 200: Destruction },
      },
    },
    async (request, reply) => {
      const found = await showDestruction(db, actorOf(request), request.params.id)
      etag(reply, found.version)
      return found
    },
  )
  app.get(
    `${one}/minutes`,
    {
      schema: {
        operationId: 'getDestructionMinutes',
        summary: 'The minutes of a destruction, as PDF',
        tags,
        params: IdParams,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) =>
      sendDownload(reply, await destructionFile(db, blobs, actorOf(request), request.params.id)),
  )
  make(
    base,
    {
      operationId: 'proposeDestruction',
      summary: 'Propose to destroy cases whose retention has ended',
      body: NewDestruction,
    },
    (trx, ask, { body }) => proposeDestruction(trx, ask, body),
  )
  change(
    'POST',
    `${one}/consider`,
    { operationId: 'considerDestruction', summary: 'Record the opinion of the council (If-Match)', body: Consider },
    (trx, ask, { body }) => considerDestruction(trx, ask, body),
  )
  change(
    'POST',
    `${one}/decide`,
    {
      operationId: 'decideDestruction',
      summary: 'Decide it: another person than who proposed (If-Match)',
      body: Decide,
    },
    (trx, ask, { body }) => decideDestruction(trx, ask, body),
  )
  change(
    'POST',
    `${one}/decline`,
    { operationId: 'declineDestruction', summary: 'Decline it, with the reason (If-Match)', body: Reasoned },
    (trx, ask, { body }) => endDestruction(trx, ask, 'decline', body),
  )
  change(
    'POST',
    `${one}/withdraw`,
    { operationId: 'withdrawDestruction', summary: 'Withdraw it, with the reason (If-Match)', body: Reasoned },
    (trx, ask, { body }) => endDestruction(trx, ask, 'withdraw', body),
  )
  change(
    'POST',
    `${one}/carry-out`,
    {
      operationId: 'carryOutDestruction',
      summary: 'Destroy what was decided; the record of it stays (If-Match)',
      body: CarryOut,
      answer: CarriedOut,
      options: { config: { heavy: true } },
    },
    (trx, ask, { body }) => carryOutDestruction(trx, ask, body, deps),
  )
}
