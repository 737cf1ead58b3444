import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { disposition } from '../platform/attachment.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { Changed, Id, IdParams } from '../platform/shapes.ts'
import { uploadedFile } from '../platform/upload.ts'
import { etag, ifMatch } from '../platform/version.ts'
import type { Ask } from './access.ts'
import { Noted, Reasoned } from './act-shapes.ts'
import { askContribution, contribute } from './contribute.ts'
import type { TasksDb } from './db.ts'
import { ACCEPTED } from './evidence-kind.ts'
import { attachDocument, attachFile, fileOf, withdrawEvidence } from './prove.ts'
import { setRhythm } from './rhythm.ts'
import {
  acceptSubtask,
  cancelSubtask,
  changeSubtask,
  finishSubtask,
  reportSubtask,
  sendSubtaskBack,
  split,
  startSubtask,
} from './subtask.ts'
import {
  AddDocument,
  AskContribution,
  ChangeSubtask,
  Contribute,
  EvidenceQuery,
  FinishSubtask,
  Made,
  ReportSubtask,
  SetRhythm,
  Split,
} from './subtask-act-shapes.ts'

const tags = ['tasks']
const SubtaskParams = Type.Object({ id: Id, subtaskId: Id })
const EvidenceParams = Type.Object({ id: Id, evidenceId: Id })

/** What an agency does with one task: sub-tasks, evidence, contributions, and the rhythm of its reports. */
export function subtaskRoutes(app: App, { db, blobs, clock }: Deps): void {
  /** Adds something to a task, once per Idempotency-Key; answers its id. */
  const add = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: number,
    act: (trx: Transaction<TasksDb>, ask: Omit<Ask, 'version'>) => Promise<number>,
    content: unknown = request.body,
  ) => {
    const actor = actorOf(request)
    const key = idempotencyKey(request, content)
    const made = await db
      .transaction()
      .execute((trx) =>
        idempotent(trx, actor, key, async () => ({ id: await act(trx, { actor, id, now: clock.now() }) })),
      )
    return reply.code(201).send(made)
  }
  /** Changes a sub-task on the version seen; answers the next one. */
  const change = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: number,
    act: (trx: Transaction<TasksDb>, ask: Ask) => Promise<number>,
  ) => {
    const ask: Ask = { actor: actorOf(request), id, version: ifMatch(request), now: clock.now() }
    const version = await db.transaction().execute((trx) => act(trx, ask))
    etag(reply, version)
    return { version }
  }
  const adding = <Body extends TSchema>(operationId: string, summary: string, body: Body) => ({
    schema: { operationId, summary, tags, params: IdParams, body, response: { 201: Made } },
  })
  const changing = <Body extends TSchema>(operationId: string, summary: string, body: Body) => ({
    schema: { operationId, summary, tags, params: SubtaskParams, body, response: { 200: Changed } },
  })

  app.post('/api/tasks/:id/subtasks', adding('splitTask', 'Give a unit a piece of the task', Split), (request, reply) =>
    add(request, reply, request.params.id, (trx, ask) => split(trx, ask, request.body)),
  )
  const onSubtask = '/api/tasks/:id/subtasks/:subtaskId'
  app.put(onSubtask, changing('changeSubtask', 'Say a piece otherwise', ChangeSubtask), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) =>
      changeSubtask(trx, ask, request.params.subtaskId, request.body),
    ),
  )
  app.post(`${onSubtask}/start`, changing('startSubtask', 'Begin a piece', Noted), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => startSubtask(trx, ask, request.params.subtaskId)),
  )
  app.post(`${onSubtask}/report`, changing('reportSubtask', 'Report on a piece', ReportSubtask), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) =>
      reportSubtask(trx, ask, request.params.subtaskId, request.body),
    ),
  )
  app.post(`${onSubtask}/finish`, changing('finishSubtask', 'Say a piece is done', FinishSubtask), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) =>
      finishSubtask(trx, ask, request.params.subtaskId, request.body),
    ),
  )
  app.post(`${onSubtask}/accept`, changing('acceptSubtask', 'Take a piece as done', Noted), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) =>
      acceptSubtask(trx, ask, request.params.subtaskId, request.body.note),
    ),
  )
  app.post(`${onSubtask}/send-back`, changing('sendSubtaskBack', 'Send a piece back', Reasoned), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) =>
      sendSubtaskBack(trx, ask, request.params.subtaskId, request.body.reason),
    ),
  )
  app.post(`${onSubtask}/cancel`, changing('cancelSubtask', 'Take a piece away', Reasoned), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) =>
      cancelSubtask(trx, ask, request.params.subtaskId, request.body.reason),
    ),
  )

  app.post(
    '/api/tasks/:id/contributions',
    adding('contributeToTask', 'Give the part of a coordinating unit', Contribute),
    (request, reply) => add(request, reply, request.params.id, (trx, ask) => contribute(trx, ask, request.body)),
  )
  app.post(
    '/api/tasks/:id/contributions/ask',
    adding('askContribution', 'Ask a coordinating unit for its part by a day', AskContribution),
    (request, reply) => add(request, reply, request.params.id, (trx, ask) => askContribution(trx, ask, request.body)),
  )

  app.post(
    '/api/tasks/:id/evidence',
    {
      schema: {
        operationId: 'attachEvidence',
        summary: 'Add a file as evidence',
        description: `multipart/form-data with one field \`file\`, up to 50 MB: ${ACCEPTED.replace(' hoặc ', ', ')}, by its bytes. Name the id in \`evidence\` of the report, claim or contribution it goes with.`,
        tags,
        params: IdParams,
        querystring: EvidenceQuery,
        consumes: ['multipart/form-data'],
        response: { 201: Made },
      },
    },
    async (request, reply) => {
      const file = await uploadedFile(request)
      if (!file) throw wrong('file', 'evidence.missing', `Chưa có tệp nào. Hãy chọn một tệp ${ACCEPTED}.`)
      const hash = createHash('sha256').update(file.bytes).digest('hex')
      const { id } = request.params
      return add(request, reply, id, (trx, ask) => attachFile(trx, blobs, ask, file, request.query), hash)
    },
  )
  app.post(
    '/api/tasks/:id/evidence/documents',
    adding('attachDocument', 'Add a document by its notation as evidence', AddDocument),
    (request, reply) => add(request, reply, request.params.id, (trx, ask) => attachDocument(trx, ask, request.body)),
  )
  app.get(
    '/api/tasks/:id/evidence/:evidenceId/file',
    {
      schema: {
        operationId: 'getEvidenceFile',
        summary: 'The bytes of evidence',
        tags,
        params: EvidenceParams,
        produces: ['application/octet-stream'],
        response: { 200: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const { id, evidenceId } = request.params
      const { bytes, mediaType, fileName } = await fileOf(db, blobs, actorOf(request), id, evidenceId)
      // Handed over to be kept, never shown in our own pages' name: whatever is in it runs nowhere.
      reply
        .type(mediaType)
        .header('content-disposition', disposition(fileName))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-store')
      return reply.send(Buffer.from(bytes))
    },
  )
  app.post(
    '/api/tasks/:id/evidence/:evidenceId/withdraw',
    {
      schema: {
        operationId: 'withdrawEvidence',
        summary: 'Say that evidence proves nothing; it stays, marked',
        tags,
        params: EvidenceParams,
        body: Reasoned,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id, evidenceId } = request.params
      const ask = { actor: actorOf(request), id, now: clock.now() }
      await db.transaction().execute((trx) => withdrawEvidence(trx, ask, evidenceId, request.body.reason))
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/api/tasks/:id/rhythm',
    {
      schema: {
        operationId: 'setRhythm',
        summary: 'Set how often a task without an end is reported',
        tags,
        params: IdParams,
        body: SetRhythm,
        response: { 200: Changed },
      },
    },
    (request, reply) => change(request, reply, request.params.id, (trx, ask) => setRhythm(trx, ask, request.body)),
  )
}
