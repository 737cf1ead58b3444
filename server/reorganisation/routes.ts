import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { wrong } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { Changed, Id, IdParams } from '../platform/shapes.ts'
import { uploadedFile } from '../platform/upload.ts'
import { etag, ifMatch } from '../platform/version.ts'
import { toKeepReorganisations } from './access.ts'
import { choose } from './choose.ts'
import { listChoosable, listMoves, listPlans, showPlan, showRun } from './lists.ts'
import { changePlan, draftPlan, dropPlan, uploadPlan } from './plan.ts'
import { askApplication, askRehearsal } from './run.ts'
import {
  Apply,
  ChoosableList,
  ChoosableQuery,
  Choose,
  Created,
  MoveList,
  MovesQuery,
  PlanInput,
  Reorganisation,
  ReorganisationList,
  Run,
  Started,
} from './shapes.ts'

const tags = ['reorganisation']
const RunParams = Type.Object({ id: Id, runId: Id })

/** Reorganisations: all of it is for those who keep the registry. */
export function reorganisationRoutes(app: App, { db, clock }: Deps): void {
  const doing = (request: Parameters<typeof actorOf>[0]) => ({ actor: actorOf(request), clock })

  app.get(
    '/api/reorganisations',
    {
      schema: {
        operationId: 'listReorganisations',
        summary: 'Reorganisations drafted and applied, newest first',
        tags,
        response: { 200: ReorganisationList },
      },
    },
    (request) => listPlans(db, actorOf(request)),
  )

  app.post(
    '/api/reorganisations',
    {
      schema: {
        operationId: 'draftReorganisation',
        summary: 'Draft a reorganisation by hand',
        tags,
        body: PlanInput,
        response: { 201: Created },
      },
    },
    async (request, reply) => {
      const by = doing(request)
      const id = await db
        .transaction()
        .execute((trx) => idempotent(trx, by.actor, idempotencyKey(request), () => draftPlan(trx, by, request.body)))
      return reply.code(201).send({ id })
    },
  )

  app.post(
    '/api/reorganisations/upload',
    {
      schema: {
        operationId: 'uploadReorganisation',
        summary: 'Draft a reorganisation from a sheet',
        description:
          'multipart/form-data with one field `file`: XLSX, CSV or TSV with a row of column names (Cơ quan cũ, Cơ quan mới, Hình thức, Lĩnh vực, Ngày hiệu lực, Căn cứ). What cannot be read is told on its line.',
        tags,
        consumes: ['multipart/form-data'],
        response: { 201: Created },
      },
    },
    async (request, reply) => {
      const by = doing(request)
      toKeepReorganisations(by.actor)
      const file = await uploadedFile(request)
      if (!file) throw wrong('file', 'reorganisation.no_file', 'Chưa có tệp nào được gửi lên. Hãy chọn một tệp.')
      const key = idempotencyKey(request, createHash('sha256').update(file.bytes).digest('hex'))
      const id = await db
        .transaction()
        .execute((trx) => idempotent(trx, by.actor, key, () => uploadPlan(trx, by, file)))
      return reply.code(201).send({ id })
    },
  )

  app.get(
    '/api/reorganisations/:id',
    {
      schema: {
        operationId: 'getReorganisation',
        summary: 'One reorganisation: lines, what is wrong with them, the last run',
        tags,
        params: IdParams,
        response: { 200: Reorganisation },
      },
    },
    async (request, reply) => {
      const plan = await showPlan(db, actorOf(request), clock, request.params.id)
      etag(reply, plan.version)
      return plan
    },
  )

  app.put(
    '/api/reorganisations/:id',
    {
      schema: {
        operationId: 'changeReorganisation',
        summary: 'Change a draft: title, document and all its lines (If-Match)',
        tags,
        params: IdParams,
        body: PlanInput,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const version = await db
        .transaction()
        .execute((trx) => changePlan(trx, doing(request), request.params.id, ifMatch(request), request.body))
      etag(reply, version)
      return { version }
    },
  )

  app.delete(
    '/api/reorganisations/:id',
    {
      schema: {
        operationId: 'dropReorganisation',
        summary: 'Drop a draft (If-Match)',
        tags,
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await db.transaction().execute((trx) => dropPlan(trx, doing(request), request.params.id, ifMatch(request)))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/reorganisations/:id/tasks',
    {
      schema: {
        operationId: 'listChoosableTasks',
        summary: 'Open tasks of the old body of a line, and who is to have each',
        tags,
        params: IdParams,
        querystring: ChoosableQuery,
        response: { 200: ChoosableList },
      },
    },
    (request) => listChoosable(db, actorOf(request), clock, request.params.id, request.query),
  )

  app.put(
    '/api/reorganisations/:id/tasks',
    {
      schema: {
        operationId: 'chooseTasks',
        summary: 'Give tasks to a partial successor, or back to the main one (If-Match)',
        tags,
        params: IdParams,
        body: Choose,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const version = await db
        .transaction()
        .execute((trx) => choose(trx, doing(request), request.params.id, ifMatch(request), request.body))
      etag(reply, version)
      return { version }
    },
  )

  app.post(
    '/api/reorganisations/:id/rehearse',
    {
      schema: {
        operationId: 'rehearseReorganisation',
        summary: 'Find out what the plan would move, changing nothing',
        description: 'Goes on in the background: poll the run until its state is done or failed.',
        tags,
        params: IdParams,
        response: { 202: Started },
      },
    },
    async (request, reply) => {
      const runId = await db.transaction().execute((trx) => askRehearsal(trx, doing(request), request.params.id))
      return reply.code(202).send({ runId })
    },
  )

  app.post(
    '/api/reorganisations/:id/apply',
    {
      schema: {
        operationId: 'applyReorganisation',
        summary: 'Apply the plan as a rehearsal showed it (If-Match)',
        description:
          'One transaction, in the background. Refused by the run when anything would move otherwise than shown.',
        tags,
        params: IdParams,
        body: Apply,
        response: { 202: Started },
      },
    },
    async (request, reply) => {
      const { rehearsalId } = request.body
      const by = doing(request)
      const runId = await db
        .transaction()
        .execute((trx) =>
          idempotent(trx, by.actor, idempotencyKey(request), () =>
            askApplication(trx, by, request.params.id, ifMatch(request), rehearsalId),
          ),
        )
      return reply.code(202).send({ runId })
    },
  )

  app.get(
    '/api/reorganisations/:id/runs/:runId',
    {
      schema: {
        operationId: 'getReorganisationRun',
        summary: 'How far a run is, and what it moved or would',
        tags,
        params: RunParams,
        response: { 200: Run },
      },
    },
    (request) => showRun(db, actorOf(request), request.params.id, request.params.runId),
  )

  app.get(
    '/api/reorganisations/:id/runs/:runId/tasks',
    {
      schema: {
        operationId: 'listReorganisationMoves',
        summary: 'The tasks behind one figure of a run',
        tags,
        params: RunParams,
        querystring: MovesQuery,
        response: { 200: MoveList },
      },
    },
    (request) => listMoves(db, actorOf(request), request.params.id, request.params.runId, request.query),
  )
}
