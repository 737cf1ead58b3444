import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { changes } from '../platform/change.ts'
import { inputOf } from '../platform/http/form-input.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Id } from '../platform/shapes.ts'
import { taskToRead } from './access.ts'
import { amend, amendmentFile } from './amend.ts'
import { Amend } from './content-shapes.ts'
import { ACCEPTED } from './evidence-kind.ts'

const tags = ['tasks']
const amendmentIn = inputOf('amendment', Amend)

/** What of a task was entered wrongly is amended, with the document it rests on. */
export function amendmentRoutes(app: App, deps: Deps): void {
  const { db, blobs } = deps
  changes(app, deps, ...tags).change(
    'POST',
    '/api/tasks/:id/amend',
    {
      operationId: 'amendTask',
      summary: 'Amend what was entered wrongly: title, parties, deadlines, targets',
      description: `A form: the field "amendment" is JSON with reason, document (number, issuedOn) and the amended fields (title, content, product, parties, deadlines, targets) as they should have been; what is left out stays. The document may come as a file instead, or as well: ${ACCEPTED}.`,
      consumes: ['multipart/form-data', 'application/json'],
    },
    async (trx, ask, { form }) => {
      // Who may not see the task is told nothing about its input.
      await taskToRead(trx, ask.actor, ask.id)
      return amend(trx, ask, { ...amendmentIn(form), file: form.file }, { blobs })
    },
  )

  app.get(
    '/api/tasks/:id/amendments/:amendmentId/file',
    {
      schema: {
        operationId: 'getAmendmentFile',
        summary: 'The file that an amendment rests on',
        tags,
        params: Type.Object({ id: Id, amendmentId: Id }),
        produces: ['application/octet-stream'],
        response: { 200: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const { id, amendmentId } = request.params
      return sendDownload(reply, await amendmentFile(db, blobs, actorOf(request), id, amendmentId))
    },
  )
}
