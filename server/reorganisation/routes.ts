import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { changes, Gone } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Id, IdParams } from '../platform/shapes.ts'
import { fileIn } from '../platform/upload.ts'
import { etag } from '../platform/version.ts'
import { toDraftReorganisations } from './access.ts'
import { choose } from './choose.ts'
import { listChoosable, listMoves, listPlans, showPlan, showRun } from './lists.ts'
import { changePlan, draftPlan, dropPlan, uploadPlan } from './plan.ts'
import { requestApplication, requestRehearsal } from './run.ts'
import {
  Apply,
  ChoosableList,
  ChoosableQuery,
  Choose,
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

/** Reorganisations: drawn up by those who keep the registry, decided and applied by the office (`access.ts`). */
export function reorganisationRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change, make, act } = changes(app, deps, ...tags)

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

  make(
    '/api/reorganisations',
    { operationId: 'draftReorganisation', summary: 'Draft a reorganisation by hand', body: PlanInput },
    (trx, ask, { body }) => draftPlan(trx, ask, body),
  )
  make(
    '/api/reorganisations/upload',
    {
      operationId: 'uploadReorganisation',
      summary: 'Draft a reorganisation from a sheet',
      description:
        'multipart/form-data with one field `file`: XLSX, CSV or TSV with a row of column names (Cơ quan cũ, Cơ quan mới, Hình thức, Lĩnh vực, Ngày hiệu lực, Căn cứ). What cannot be read is reported on its line.',
      consumes: ['multipart/form-data'],
      // Checked before the sheet is read: a user without the right uploads nothing.
      options: { preHandler: async (request) => toDraftReorganisations(actorOf(request)) },
    },
    (trx, ask, { form }) => {
      toDraftReorganisations(ask.actor)
      const file = fileIn(form, 'reorganisation.no_file', 'Chưa có tệp nào được gửi lên. Hãy chọn một tệp.')
      return uploadPlan(trx, ask, file)
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

  const plan = '/api/reorganisations/:id'
  change(
    'PUT',
    plan,
    {
      operationId: 'changeReorganisation',
      summary: 'Change a draft: title, document and all its lines (If-Match)',
      body: PlanInput,
    },
    (trx, ask, { body }) => changePlan(trx, ask, body),
  )
  change(
    'DELETE',
    plan,
    { operationId: 'dropReorganisation', summary: 'Drop a draft (If-Match)', answer: Gone },
    dropPlan,
  )

  app.get(
    '/api/reorganisations/:id/tasks',
    {
      schema: {
        operationId: 'listChoosableTasks',
        summary: 'Open tasks of the old agency of a line, and the agency chosen for each',
        tags,
        params: IdParams,
        querystring: ChoosableQuery,
        response: { 200: ChoosableList },
      },
    },
    (request) => listChoosable(db, actorOf(request), clock, request.params.id, request.query),
  )

  change(
    'PUT',
    `${plan}/tasks`,
    {
      operationId: 'chooseTasks',
      summary: 'Assign tasks to a partial successor, or back to the main one (If-Match)',
      body: Choose,
    },
    (trx, ask, { body }) => choose(trx, ask, body),
  )
  act(
    'POST',
    `${plan}/rehearse`,
    {
      operationId: 'rehearseReorganisation',
      summary: 'Rehearse the plan: what it would move, changing nothing',
      description: 'Runs in the background: poll the run until its state is done or failed.',
      answer: Started,
      status: 202,
    },
    requestRehearsal,
  )
  change(
    'POST',
    `${plan}/apply`,
    {
      operationId: 'applyReorganisation',
      summary: 'Apply the plan as a rehearsal showed it (If-Match)',
      description:
        'One transaction, in the background. The run fails if anything would move differently from the rehearsal.',
      body: Apply,
      answer: Started,
      status: 202,
    },
    (trx, ask, { body }) => requestApplication(trx, ask, body),
  )

  app.get(
    '/api/reorganisations/:id/runs/:runId',
    {
      schema: {
        operationId: 'getReorganisationRun',
        summary: 'Progress of a run, and what it moved or would move',
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
