import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { disposition } from '../platform/attachment.ts'
import { Invalid } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { Changed, IdParams } from '../platform/shapes.ts'
import { uploadedFile } from '../platform/upload.ts'
import { etag, ifMatch } from '../platform/version.ts'
import { confirm } from './confirm.ts'
import { correct } from './correct.ts'
import { draftRoutes } from './draft-routes.ts'
import { dropDirective } from './drop.ts'
import { fileToSee } from './file.ts'
import { listDirectives, showDirective, showText } from './lists.ts'
import { retry } from './retry.ts'
import {
  Confirm,
  Confirmed,
  Directive,
  DirectiveEdit,
  DirectiveList,
  DirectiveQuery,
  DirectiveText,
  Paste,
  Uploaded,
} from './shapes.ts'
import { type Incoming, pasted, upload } from './upload.ts'

const tags = ['directives']

/** Five million characters of pasted text in JSON. */
const LARGEST_PASTE = 24 * 1024 * 1024

export function directiveRoutes(app: App, deps: Deps): void {
  const { db, blobs, clock } = deps

  app.get(
    '/api/directives',
    {
      schema: {
        operationId: 'listDirectives',
        summary: 'Directives, newest first',
        description: 'Officers get the confirmed ones of which a task is theirs.',
        tags,
        querystring: DirectiveQuery,
        response: { 200: DirectiveList },
      },
    },
    async (request) => listDirectives(db, actorOf(request), request.query),
  )

  app.post(
    '/api/directives',
    {
      schema: {
        operationId: 'uploadDirective',
        summary: 'Upload a document',
        description:
          'multipart/form-data with one field `file`, up to 50 MB. Reading goes on in the background: poll the directive until its state is no longer `reading`. The same file again is 409 `directive.known_file` with the `id` of the one that is here.',
        tags,
        consumes: ['multipart/form-data'],
        response: { 201: Uploaded },
      },
    },
    async (request, reply) => reply.code(201).send(await takeIn(request, await fileOf(request))),
  )

  app.post(
    '/api/directives/paste',
    {
      bodyLimit: LARGEST_PASTE,
      schema: {
        operationId: 'pasteDirective',
        summary: 'Paste the text of a document',
        tags,
        body: Paste,
        response: { 201: Uploaded },
      },
    },
    async (request, reply) => reply.code(201).send(await takeIn(request, pasted(request.body.text, request.body.name))),
  )

  async function takeIn(request: FastifyRequest, file: Incoming) {
    const key = idempotencyKey(request, createHash('sha256').update(file.bytes).digest('hex'))
    const actor = actorOf(request)
    return db
      .transaction()
      .execute((trx) => idempotent(trx, actor, key, () => upload(trx, { blobs, clock }, actor, file)))
  }

  app.get(
    '/api/directives/:id',
    {
      schema: {
        operationId: 'getDirective',
        summary: 'One directive with its drafts',
        tags,
        params: IdParams,
        response: { 200: Directive },
      },
    },
    async (request, reply) => {
      const directive = await showDirective(db, clock, actorOf(request), request.params.id)
      etag(reply, directive.version)
      return directive
    },
  )

  app.get(
    '/api/directives/:id/text',
    {
      schema: {
        operationId: 'getDirectiveText',
        summary: 'The document as read',
        tags,
        params: IdParams,
        response: { 200: DirectiveText },
      },
    },
    async (request) => showText(db, actorOf(request), request.params.id),
  )

  app.get(
    '/api/directives/:id/file',
    {
      schema: {
        operationId: 'getDirectiveFile',
        summary: 'The original file',
        tags,
        params: IdParams,
        produces: ['application/octet-stream'],
        response: { 200: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const { bytes, mediaType, fileName } = await fileToSee(db, blobs, actorOf(request), request.params.id)
      return reply.type(mediaType).header('content-disposition', disposition(fileName)).send(bytes)
    },
  )

  app.patch(
    '/api/directives/:id',
    {
      schema: {
        operationId: 'correctDirective',
        summary: "Correct the document's own fields (If-Match)",
        tags,
        params: IdParams,
        body: DirectiveEdit,
        response: { 200: Changed },
      },
    },
    async (request) =>
      db
        .transaction()
        .execute((trx) => correct(trx, clock, actorOf(request), request.params.id, ifMatch(request), request.body)),
  )

  app.post(
    '/api/directives/:id/retry',
    {
      schema: {
        operationId: 'retryDirective',
        summary: 'Read a failed document again (If-Match)',
        tags,
        params: IdParams,
        response: { 200: Uploaded },
      },
    },
    async (request) =>
      db.transaction().execute((trx) => retry(trx, actorOf(request), request.params.id, ifMatch(request))),
  )

  app.delete(
    '/api/directives/:id',
    {
      schema: {
        operationId: 'dropDirective',
        summary: 'Drop a document before its confirmation (If-Match)',
        description: 'Removes the file, its text and its drafts for good; the log keeps that it was here.',
        tags,
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await db
        .transaction()
        .execute((trx) => dropDirective(trx, blobs, actorOf(request), request.params.id, ifMatch(request)))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/directives/:id/confirm',
    {
      schema: {
        operationId: 'confirmDirective',
        summary: 'Turn the drafts into tasks (If-Match)',
        description: 'All or none. Asked again it answers the same and creates nothing.',
        tags,
        params: IdParams,
        body: Confirm,
        response: { 200: Confirmed },
      },
    },
    async (request) =>
      db
        .transaction()
        .execute((trx) => confirm(trx, clock, actorOf(request), request.params.id, ifMatch(request), request.body)),
  )

  draftRoutes(app, deps)
}

/** The one file of a multipart request. */
async function fileOf(request: FastifyRequest): Promise<Incoming> {
  const file = await uploadedFile(request)
  if (!file) {
    throw new Invalid('directive.no_file', 'Chưa có tệp nào được gửi lên. Hãy chọn một tệp văn bản.', {
      fields: [{ path: 'file', code: 'required', message: 'Bắt buộc phải có.' }],
    })
  }
  return file
}
