import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { disposition } from '../platform/attachment.ts'
import { changes, Gone } from '../platform/change.ts'
import { Invalid } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import type { UploadedForm } from '../platform/upload.ts'
import { etag } from '../platform/version.ts'
import { accuracyRoutes } from './accuracy-routes.ts'
import { confirm } from './confirm.ts'
import { correct } from './correct.ts'
import { draftRoutes } from './draft-routes.ts'
import { dropDirective } from './drop.ts'
import { fileToSee } from './file.ts'
import { labelRoutes } from './label-routes.ts'
import { listDirectives, showDirective, showText } from './lists.ts'
import { outsideOrderRoutes } from './outside-order-routes.ts'
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
  SharingEdit,
  SharingSetting,
  Uploaded,
} from './shapes.ts'
import { changeSharing, sharingOf } from './sharing.ts'
import { type Incoming, pasted, upload } from './upload.ts'
import { inLanguageAsked } from './wording.ts'

const tags = ['directives']

/** Five million characters of pasted text in JSON. */
const LARGEST_PASTE = 24 * 1024 * 1024

export function directiveRoutes(app: App, deps: Deps): void {
  const { db, blobs, clock } = deps
  const { change, make } = changes(app, deps, ...tags)

  app.get(
    '/api/directives',
    {
      preSerialization: inLanguageAsked,
      schema: {
        operationId: 'listDirectives',
        summary: 'Directives, newest first',
        description:
          'Officers get confirmed directives with a task of an agency they see. Why one was not read is in the language of `Accept-Language`, Vietnamese or English.',
        tags,
        querystring: DirectiveQuery,
        response: { 200: DirectiveList },
      },
    },
    async (request) => listDirectives(db, actorOf(request), request.query),
  )

  make(
    '/api/directives',
    {
      operationId: 'uploadDirective',
      summary: 'Upload a document',
      description:
        'multipart/form-data with one field `file`, up to 50 MB. Reading runs in the background: poll the directive until its state is no longer `reading`. A file uploaded before gives 409 `directive.known_file` with the `id` of the existing directive.',
      consumes: ['multipart/form-data'],
      answer: Uploaded,
    },
    (trx, ask, { form }) => upload(trx, ask, documentIn(form), deps),
  )
  make(
    '/api/directives/paste',
    {
      operationId: 'pasteDirective',
      summary: 'Paste the text of a document',
      body: Paste,
      answer: Uploaded,
      options: { bodyLimit: LARGEST_PASTE },
    },
    (trx, ask, { body }) => upload(trx, ask, pasted(body.text, body.name), deps),
  )

  app.get(
    '/api/directives/setting',
    {
      schema: {
        operationId: 'getSharing',
        summary: 'How much of a document agencies read',
        tags,
        response: { 200: SharingSetting },
      },
    },
    async (request, reply) => {
      actorOf(request)
      const setting = await sharingOf(db)
      etag(reply, setting.version)
      return setting
    },
  )
  change(
    'PUT',
    '/api/directives/setting',
    { operationId: 'changeSharing', summary: 'Set how much of a document agencies read', body: SharingEdit },
    (trx, ask, { body }) => changeSharing(trx, ask, body),
  )
  app.get(
    '/api/directives/:id',
    {
      preSerialization: inLanguageAsked,
      schema: {
        operationId: 'getDirective',
        summary: 'One directive with its drafts',
        description:
          'Its doubts, its problems and why it was not read are in the language of `Accept-Language`, Vietnamese or English.',
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

  const directive = '/api/directives/:id'
  change(
    'PATCH',
    directive,
    { operationId: 'correctDirective', summary: "Correct the document's own fields (If-Match)", body: DirectiveEdit },
    (trx, ask, { body }) => correct(trx, ask, body),
  )
  change(
    'POST',
    `${directive}/retry`,
    { operationId: 'retryDirective', summary: 'Read a failed document again (If-Match)', answer: Uploaded },
    retry,
  )
  change(
    'DELETE',
    directive,
    {
      operationId: 'dropDirective',
      summary: 'Drop a document before its confirmation (If-Match)',
      description: 'Deletes the file, its text and its drafts; the log keeps a record of it.',
      answer: Gone,
    },
    (trx, ask) => dropDirective(trx, ask),
  )
  change(
    'POST',
    `${directive}/confirm`,
    {
      operationId: 'confirmDirective',
      summary: 'Turn the drafts into tasks (If-Match)',
      description: 'All or none. A repeated request gives the same answer and creates nothing.',
      body: Confirm,
      answer: Confirmed,
    },
    (trx, ask, { body }) => confirm(trx, ask, body),
  )

  draftRoutes(app, deps)
  labelRoutes(app, deps)
  outsideOrderRoutes(app, deps)
  accuracyRoutes(app, deps)
}

/** The one file of the form. */
function documentIn({ file }: UploadedForm): Incoming {
  if (file) return file
  throw new Invalid('directive.no_file', 'Chưa có tệp nào được gửi lên. Hãy chọn một tệp văn bản.', {
    fields: [{ path: 'file', code: 'required', message: 'Bắt buộc phải có.' }],
  })
}
