import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { assess, assessmentRows, listMethods, setMethod } from './assess.ts'
import {
  Assessment,
  AssessmentQuery,
  AssessmentRows,
  AssessmentRowsQuery,
  FixAssessment,
  FixedAssessment,
  FixedList,
  FixedRowsQuery,
  Method,
  NewMethod,
} from './assess-shapes.ts'
import { dialogueRoutes } from './dialogue-routes.ts'
import { correctAssessment, fixAssessment, fixedRows, listFixed, showFixed } from './fixed-assessment.ts'
import { forceRoutes } from './force-routes.ts'
import { inspectionRoutes } from './inspection-routes.ts'
import { recommendationRoutes } from './recommendation-routes.ts'
import { Reasoned } from './shapes.ts'

const tags = ['taskforce']

export function taskforceRoutes(app: App, deps: Deps): void {
  forceRoutes(app, deps)
  recommendationRoutes(app, deps)
  inspectionRoutes(app, deps)
  dialogueRoutes(app, deps)
  assessmentRoutes(app, deps)
  fixedRoutes(app, deps)
}

function assessmentRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { make } = changes(app, deps, ...tags)
  const today = () => todayInVietnam(clock)
  app.get(
    '/api/taskforce/assessment',
    {
      config: { heavy: true },
      schema: {
        operationId: 'assessAgencies',
        summary:
          'The parts, sum and rank of each agency in a period, with the method in force; of an agency its own row',
        tags,
        querystring: AssessmentQuery,
        response: { 200: Assessment },
      },
    },
    (request) => assess(db, actorOf(request), request.query, today()),
  )
  app.get(
    '/api/taskforce/assessment/:id',
    {
      config: { heavy: true },
      schema: {
        operationId: 'listAssessmentRows',
        summary: 'The rows that one part of an agency counts, those against it first',
        tags,
        params: IdParams,
        querystring: AssessmentRowsQuery,
        response: { 200: AssessmentRows },
      },
    },
    (request) => assessmentRows(db, actorOf(request), request.params.id, request.query, today()),
  )
  app.get(
    '/api/taskforce/assessment-methods',
    {
      schema: {
        operationId: 'listAssessmentMethods',
        summary: 'Every method that was or will be in force, the newest first',
        tags,
        response: { 200: Type.Object({ rows: Type.Array(Method) }) },
      },
    },
    (request) => listMethods(db, actorOf(request)),
  )
  make(
    '/api/taskforce/assessment-methods',
    { operationId: 'setAssessmentMethod', summary: 'Set the method in force from a day on', body: NewMethod },
    (trx, ask, { body }) => setMethod(trx, ask, body),
  )
}

function fixedRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { make, add } = changes(app, deps, ...tags)
  const base = '/api/taskforce/fixed-assessments'
  const one = '/api/taskforce/fixed-assessments/:id'
  app.get(
    base,
    {
      schema: {
        operationId: 'listFixedAssessments',
        summary: 'Assessments that were fixed, the latest period first; of an agency those it is in',
        tags,
        response: { 200: FixedList },
      },
    },
    (request) => listFixed(db, actorOf(request)),
  )
  make(
    base,
    {
      operationId: 'fixAssessment',
      summary: 'Fix the assessment of a period: figures, method and every row as they are known now',
      body: FixAssessment,
    },
    (trx, ask, { body }) => fixAssessment(trx, ask, body),
  )
  app.get(
    one,
    {
      config: { heavy: true },
      schema: {
        operationId: 'getFixedAssessment',
        summary: 'A fixed assessment, what a correction changed, and where today’s reading differs',
        tags,
        params: IdParams,
        response: { 200: FixedAssessment },
      },
    },
    (request) => showFixed(db, actorOf(request), request.params.id, todayInVietnam(clock)),
  )
  app.get(
    `${one}/rows`,
    {
      schema: {
        operationId: 'listFixedAssessmentRows',
        summary: 'The rows that one part of an agency counted when it was fixed, those against it first',
        tags,
        params: IdParams,
        querystring: FixedRowsQuery,
        response: { 200: AssessmentRows },
      },
    },
    (request) => fixedRows(db, actorOf(request), request.params.id, request.query),
  )
  add(
    `${one}/correct`,
    {
      operationId: 'correctAssessment',
      summary: 'Correct the newest edition by what is known now: a new edition, with the reason',
      body: Reasoned,
    },
    (trx, ask, { body }) => correctAssessment(trx, ask, body),
  )
}
