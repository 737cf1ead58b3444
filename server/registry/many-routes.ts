import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { disposition } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { Invalid } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { uploadedFile } from '../platform/upload.ts'
import { addPeople } from './many.ts'
import { AddedPeople, AddPeople, PeopleSheet } from './many-shapes.ts'
import { readPeopleSheet, writePeopleSheet } from './many-sheet.ts'
import { demandKeeper } from './person-access.ts'

const tags = ['people']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Many people invited from a sheet: downloaded, filled in, uploaded, previewed, and then sent. */
export function manyRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps

  app.get(
    '/api/people/sheet.xlsx',
    {
      schema: {
        operationId: 'takePeopleSheet',
        summary: 'An empty sheet to invite many people with, with the roles and agencies the user may choose',
        tags,
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const file = await writePeopleSheet(db, actorOf(request), todayInVietnam(clock))
      reply.type(XLSX).header('content-disposition', disposition('moi-nguoi-dung.xlsx'))
      return reply.send(file)
    },
  )

  // By hand: it reads an uploaded file and changes nothing.
  app.post(
    '/api/people/sheet',
    {
      schema: {
        operationId: 'previewPeopleSheet',
        summary: 'Whom a filled-in sheet would invite, row by row; nothing is changed',
        description: 'multipart/form-data with one `file`. Send the people without errors to `/api/people/many`.',
        tags,
        consumes: ['multipart/form-data'],
        response: { 200: PeopleSheet },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      demandKeeper(actor)
      const found = await uploadedFile(request)
      if (!found) throw new Invalid('sheet.no_file', 'Chưa có tệp nào được gửi lên. Hãy chọn phiếu đã điền.')
      return db.transaction().execute((trx) => readPeopleSheet(trx, actor, found.bytes, todayInVietnam(clock)))
    },
  )

  // By hand, as for one person: who was added is stored under the Idempotency-Key, the codes of the invitations are not.
  app.post(
    '/api/people/many',
    {
      schema: {
        operationId: 'addPeople',
        summary: 'Add many people, each with a first post, and invite them: all of them or none',
        tags,
        body: AddPeople,
        response: { 201: AddedPeople },
      },
    },
    async (request, reply) => {
      const ask = { actor: actorOf(request), now: clock.now() }
      const added = await db
        .transaction()
        .execute((trx) => addPeople(trx, ask, request.body, idempotencyKey(request), deps))
      return reply.code(201).send(added)
    },
  )
}
