import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { copyFile, copyIncoming, copyOutgoing } from './copy.ts'
import { bookFile, listBook } from './outgoing-book.ts'
import { Book, BookFileQuery, BookQuery, NewCopy } from './outgoing-shapes.ts'

const tags = ['records']
const Binary = Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' })

/** The book of outgoing documents, and the copies that are numbered in it. */
export function bookRoutes(app: App, deps: Deps): void {
  const { db, blobs, clock, config } = deps
  const { add } = changes(app, deps, ...tags)
  add(
    '/api/records/outgoing/:id/copies',
    {
      operationId: 'copyOutgoing',
      summary: 'Make a copy of an issued document, with its number and mark',
      body: NewCopy,
    },
    (trx, ask, { body }) => copyOutgoing(trx, ask, body, { blobs, config }),
  )
  add(
    '/api/records/incoming/:id/copies',
    { operationId: 'copyIncoming', summary: 'Make a copy of a registered document that came in', body: NewCopy },
    (trx, ask, { body }) => copyIncoming(trx, ask, body, { blobs, config }),
  )
  app.get(
    '/api/records/outgoing/book',
    {
      schema: {
        operationId: 'listOutgoingBook',
        summary: 'The book of outgoing documents of the own body, the newest numbers first',
        tags,
        querystring: BookQuery,
        response: { 200: Book },
      },
    },
    async (request) => listBook(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  app.get(
    '/api/records/outgoing/book/file',
    {
      schema: {
        operationId: 'outgoingBookFile',
        summary: 'The book of a year as the decree lays it out',
        tags,
        querystring: BookFileQuery,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) =>
      sendDownload(reply, await bookFile(db, actorOf(request), request.query, todayInVietnam(clock))),
  )
  app.get(
    '/api/records/copies/:id/pdf',
    {
      schema: {
        operationId: 'copyPdf',
        summary: 'The PDF of a copy',
        tags,
        params: IdParams,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => sendDownload(reply, await copyFile(db, actorOf(request), request.params.id, blobs)),
  )
}
