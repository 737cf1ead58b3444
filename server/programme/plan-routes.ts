import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes, Gone } from '../platform/change.ts'
import { inputOf } from '../platform/http/form-input.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { annulDetailing, issueDetailing, listDetailing, oweDetailing } from './detailing.ts'
import {
  Because,
  CallForPlans,
  DetailingList,
  DetailingQuery,
  IssueDetailing,
  IssuePlan,
  OweDetailing,
  PlanCall,
  PlanCallList,
  PlanCallQuery,
  PlanQuery,
} from './plan-shapes.ts'
import { callForPlans, issuePlan, listPlanCalls, planFile, showPlanCall, withdrawPlan } from './plans.ts'

const tags = ['programme']
const planIn = inputOf('plan', IssuePlan)

export function planRoutes(app: App, deps: Deps): void {
  const { db, clock, blobs } = deps
  const { change, add, make, act } = changes(app, deps, ...tags)

  app.get(
    '/api/programme/plan-calls',
    {
      schema: {
        operationId: 'listPlanCalls',
        summary: 'Resolutions that oblige agencies to issue an action plan, with how many have',
        tags,
        querystring: PlanCallQuery,
        response: { 200: PlanCallList },
      },
    },
    (request) => listPlanCalls(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  make(
    '/api/programme/plan-calls',
    {
      operationId: 'callForPlans',
      summary: 'Record who must issue an action plan under a resolution, and by when',
      body: CallForPlans,
    },
    (trx, ask, { body }) => callForPlans(trx, ask, body),
  )
  app.get(
    '/api/programme/plan-calls/:id',
    {
      schema: {
        operationId: 'getPlanCall',
        summary: 'Who owes an action plan under a resolution, and who has issued it',
        tags,
        params: IdParams,
        querystring: PlanQuery,
        response: { 200: PlanCall },
      },
    },
    (request) => showPlanCall(db, actorOf(request), request.params.id, request.query, todayInVietnam(clock)),
  )
  add(
    '/api/programme/plan-duties/:id/issue',
    {
      operationId: 'issuePlan',
      summary: 'Record the document by which an agency issued its action plan',
      description: 'A form: the field "plan" is JSON with number, issuedOn, title; the document may come as `file`.',
      consumes: ['multipart/form-data', 'application/json'],
    },
    (trx, ask, { form }) => issuePlan(trx, ask, { ...planIn(form), file: form.file }, { blobs }),
  )
  act(
    'POST',
    '/api/programme/plan-duties/:id/withdraw',
    {
      operationId: 'withdrawPlan',
      summary: 'Withdraw an action plan that was recorded wrongly',
      body: Because,
      answer: Gone,
    },
    (trx, ask, { body }) => withdrawPlan(trx, ask, body),
  )
  app.get(
    '/api/programme/plans/:id/file',
    {
      schema: {
        operationId: 'getPlanFile',
        summary: 'The document of an action plan',
        tags,
        params: IdParams,
        produces: ['application/octet-stream'],
        response: { 200: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) =>
      sendDownload(reply, await planFile(db, blobs, actorOf(request), request.params.id, todayInVietnam(clock))),
  )

  app.get(
    '/api/programme/detailing',
    {
      schema: {
        operationId: 'listDetailing',
        summary: 'Texts that detail laws: owed since the law took effect, coming, issued in time or late',
        tags,
        querystring: DetailingQuery,
        response: { 200: DetailingList },
      },
    },
    (request) => listDetailing(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  make(
    '/api/programme/detailing',
    {
      operationId: 'oweDetailing',
      summary: 'Record a text that a clause of a law leaves to be issued',
      body: OweDetailing,
    },
    (trx, ask, { body }) => oweDetailing(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/detailing/:id/issue',
    { operationId: 'issueDetailing', summary: 'Record the text that was issued', body: IssueDetailing },
    (trx, ask, { body }) => issueDetailing(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/detailing/:id/annul',
    { operationId: 'annulDetailing', summary: 'Annul a text that was recorded by mistake; it stays', body: Because },
    (trx, ask, { body }) => annulDetailing(trx, ask, body),
  )
}
