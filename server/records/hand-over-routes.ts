import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { Binary, Reasoned } from './case-shapes.ts'
import { acceptHandOver, offerCases, returnHandOver } from './hand-over.ts'
import { handOverFile, listHandOvers, showHandOver } from './hand-over-lists.ts'
import { AcceptHandOver, HandOver, HandOverList, HandOverQuery, NewHandOver } from './hand-over-shapes.ts'

const tags = ['records']

export function handOverRoutes(app: App, deps: Deps): void {
  const { db, blobs } = deps
  const { change, make } = changes(app, deps, ...tags)
  const base = '/api/records/hand-overs'
  const one = '/api/records/hand-overs/:id'
  app.get(
    base,
    {
      schema: {
        operationId: 'listHandOvers',
        summary: 'Hand-overs to the archive, the latest first',
        tags,
        querystring: HandOverQuery,
        response: { 200: HandOverList },
      },
    },
    (request) => listHandOvers(db, actorOf(request), request.query),
  )
  app.get(
    one,
    {
      schema: {
        operationId: 'getHandOver',
        summary: 'A hand-over with its list, and the files that nobody vouches for',
        tags,
        params: IdParams,
        response: { 200: HandOver },
      },
    },
    async (request, reply) => {
      const found = await showHandOver(db, actorOf(request), request.params.id)
      etag(reply, found.version)
      return found
    },
  )
  for (const [part, operationId, summary] of [
    [
      'package',
      'getHandOverPackage',
      'The package as it was made: originals, lists, data, and a manifest for sha256sum -c',
    ],
    ['minutes', 'getHandOverMinutes', 'The minutes of both sides, as PDF'],
  ] as const) {
    app.get(
      `${one}/${part}`,
      {
        config: { heavy: true },
        schema: {
          operationId,
          summary,
          tags,
          params: IdParams,
          produces: ['application/octet-stream'],
          response: { 200: Binary },
        },
      },
      async (request, reply) =>
        sendDownload(reply, await handOverFile(db, blobs, actorOf(request), { id: request.params.id, part })),
    )
  }
  make(
    base,
    {
      operationId: 'offerCases',
      summary: 'Hand cases of one unit over to the archive; the package is made and kept',
      body: NewHandOver,
      options: { config: { heavy: true } },
    },
    (trx, ask, { body }) => offerCases(trx, ask, body, deps),
  )
  change(
    'POST',
    `${one}/accept`,
    {
      operationId: 'acceptHandOver',
      summary: 'The archive takes it, but for what it returns; another person than who handed over (If-Match)',
      body: AcceptHandOver,
    },
    (trx, ask, { body }) => acceptHandOver(trx, ask, body, deps),
  )
  change(
    'POST',
    `${one}/return`,
    {
      operationId: 'returnHandOver',
      summary: 'The archive returns all of it, with the reason (If-Match)',
      body: Reasoned,
    },
    (trx, ask, { body }) => returnHandOver(trx, ask, body),
  )
}
