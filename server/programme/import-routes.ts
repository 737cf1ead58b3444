import { actorOf } from '../platform/actor.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import { changes, Made } from '../platform/change.ts'
import { inputOf } from '../platform/http/form-input.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { fileIn, uploadedForm } from '../platform/upload.ts'
import { etag } from '../platform/version.ts'
import { toKeep } from './access.ts'
import { ANNEX_TYPES, annexOf } from './annex-read.ts'
import { confirmImport, dropImport, editRow, fillLevel, keepImport, showImport } from './import.ts'
import { Confirmed, EditRow, FillLevel, Import, NewImport, RowParams } from './import-shapes.ts'

const tags = ['programme']
const importIn = inputOf('annex', NewImport)

export function importRoutes(app: App, deps: Deps): void {
  const { db, clock, blobs } = deps
  const { change } = changes(app, deps, ...tags)

  // By hand: the file is read before the transaction begins, so that no connection waits for the reader.
  app.post(
    '/api/programme/imports',
    {
      config: { heavy: true },
      schema: {
        operationId: 'readAnnex',
        summary: 'Read the annex of a programme; nothing is added before a person confirms',
        description: `A form: the field "annex" is JSON with programmeId, the table is \`file\`: ${ANNEX_TYPES}. A column that is missing is 400 \`annex.column_missing\`.`,
        tags,
        consumes: ['multipart/form-data'],
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      toKeep(actor)
      const form = await uploadedForm(request)
      const { programmeId } = importIn(form)
      const file = fileIn(form, 'annex.no_file', `Chưa có tệp nào được gửi lên. Hãy chọn danh mục: ${ANNEX_TYPES}.`)
      const annex = await annexOf(file)
      const ask = { actor, now: clock.now() }
      const id = await db
        .transaction()
        .execute((trx) =>
          idempotent(trx, actor, idempotencyKey(request), () =>
            keepImport(trx, ask, { programmeId, annex, file }, { blobs }),
          ),
        )
      return reply.code(201).send({ id })
    },
  )
  app.get(
    '/api/programme/imports/:id',
    {
      schema: {
        operationId: 'getAnnex',
        summary: 'The rows of an annex under review, with what is wrong in each',
        tags,
        params: IdParams,
        response: { 200: Import },
      },
    },
    async (request, reply) => {
      const found = await showImport(db, actorOf(request), request.params.id, dayInVietnam(clock.now()))
      etag(reply, found.version)
      return found
    },
  )
  change(
    'PATCH',
    '/api/programme/imports/:id/rows/:position',
    { operationId: 'correctAnnexRow', summary: 'Put a row right, or drop it', params: RowParams, body: EditRow },
    (trx, ask, { params, body }) => editRow(trx, ask, { ...body, position: params.position }),
  )
  change(
    'POST',
    '/api/programme/imports/:id/level',
    { operationId: 'fillAnnexLevel', summary: 'The level of every row that names none', body: FillLevel },
    (trx, ask, { body }) => fillLevel(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/imports/:id/confirm',
    {
      operationId: 'confirmAnnex',
      summary: 'Add every row that is not dropped to the programme, all or none',
      answer: Confirmed,
    },
    (trx, ask) => confirmImport(trx, ask),
  )
  change(
    'POST',
    '/api/programme/imports/:id/drop',
    { operationId: 'dropAnnex', summary: 'Drop an annex that was read' },
    (trx, ask) => dropImport(trx, ask),
  )
}
