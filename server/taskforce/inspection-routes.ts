import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import { NotFound } from '../platform/errors.ts'
import { inputOf } from '../platform/http/form-input.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Id, IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { tasksToRead } from '../tasks/index.ts'
import { decideInspection } from './decide.ts'
import { explain, explanationFile, signMinutes, writeMinutes } from './explain.ts'
import {
  addFinding,
  answerFinding,
  claimRemedy,
  dropFinding,
  editFinding,
  judgeRemedy,
  markTask,
  planRemedy,
  setCause,
} from './find.ts'
import { Binary } from './force-routes.ts'
import {
  concludeInspection,
  editInspection,
  planInspection,
  postponeInspection,
  requestExplanation,
  sendFindings,
  stopInspection,
} from './inspect.ts'
import { draftMinutes, inspectionPaper } from './inspection-papers.ts'
import {
  AnswerFinding,
  ClaimRemedy,
  Conclude,
  Decide,
  EditInspection,
  Explain,
  FindingList,
  FindingQuery,
  Inspection,
  InspectionList,
  InspectionQuery,
  JudgeRemedy,
  MarkTask,
  Minutes,
  NewFinding,
  NewInspection,
  PaperQuery,
  PlanRemedy,
  RequestExplanation,
  SendFindings,
  SetCause,
  TaskTrace,
} from './inspection-shapes.ts'
import { listFindings, listInspections, showInspection, traceTask } from './inspections.ts'
import { Reasoned } from './shapes.ts'

const tags = ['taskforce']
const explanationIn = inputOf('explanation', Explain)

export function inspectionRoutes(app: App, deps: Deps): void {
  const { db, blobs, clock } = deps
  const { change, make, add } = changes(app, deps, ...tags)
  const base = '/api/taskforce/inspections'
  const one = '/api/taskforce/inspections/:id'

  app.get(
    base,
    {
      schema: {
        operationId: 'listInspections',
        summary: 'Inspections that the user may see, latest first',
        tags,
        querystring: InspectionQuery,
        response: { 200: InspectionList },
      },
    },
    (request) => listInspections(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  make(
    base,
    { operationId: 'planInspection', summary: 'Plan an inspection', body: NewInspection },
    (trx, ask, { body }) => planInspection(trx, ask, body),
  )
  app.get(
    one,
    {
      schema: {
        operationId: 'getInspection',
        summary: 'An inspection with its frozen scope, explanations, minutes and findings, as far as the user may see',
        tags,
        params: IdParams,
        response: { 200: Inspection },
      },
    },
    async (request, reply) => {
      const found = await showInspection(db, actorOf(request), request.params.id)
      etag(reply, found.version)
      return found
    },
  )
  change(
    'PATCH',
    one,
    { operationId: 'editInspection', summary: 'Change what is only planned (If-Match)', body: EditInspection },
    (trx, ask, { body }) => editInspection(trx, ask, body),
  )
  change(
    'POST',
    `${one}/decide`,
    {
      operationId: 'decideInspection',
      summary: 'Decide it: the delegation, and the tasks in scope with their versions, frozen (If-Match)',
      description:
        'A decision on several bodies names the inspections of the others in `also`: all are decided, or none.',
      body: Decide,
    },
    (trx, ask, { body }) => decideInspection(trx, ask, body, { blobs }),
  )
  change(
    'POST',
    `${one}/request`,
    {
      operationId: 'requestExplanation',
      summary: 'Ask the agency to explain by a day (If-Match)',
      body: RequestExplanation,
    },
    (trx, ask, { body }) => requestExplanation(trx, ask, body),
  )
  add(
    `${one}/issues/:issueId/explanations`,
    {
      operationId: 'explainIssue',
      summary: 'The agency explains an issue',
      description: 'A form: the field "explanation" is JSON with words, document, signer and on; an optional file.',
      params: Type.Object({ id: Id, issueId: Id }),
      consumes: ['multipart/form-data', 'application/json'],
    },
    (trx, ask, { params, form }) =>
      explain(trx, ask, { ...explanationIn(form), issueId: params.issueId, file: form.file }, { blobs }),
  )
  app.get(
    `${one}/explanations/:explanationId/file`,
    {
      schema: {
        operationId: 'getExplanationFile',
        summary: 'The file of an explanation',
        tags,
        params: Type.Object({ id: Id, explanationId: Id }),
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => {
      const { id, explanationId } = request.params
      return sendDownload(reply, await explanationFile(db, blobs, actorOf(request), id, explanationId))
    },
  )
  change(
    'PUT',
    `${one}/minutes`,
    {
      operationId: 'writeMinutes',
      summary: 'Write the minutes, while no side has signed them (If-Match)',
      body: Minutes,
    },
    (trx, ask, { body }) => writeMinutes(trx, ask, body),
  )
  change(
    'POST',
    `${one}/minutes/sign`,
    { operationId: 'signMinutes', summary: 'Sign the minutes for one’s side (If-Match)' },
    (trx, ask) => signMinutes(trx, ask, { blobs }),
  )
  add(
    `${one}/findings`,
    { operationId: 'addFinding', summary: 'Draft a finding', body: NewFinding },
    (trx, ask, { body }) => addFinding(trx, ask, body),
  )
  change(
    'POST',
    `${one}/send-findings`,
    {
      operationId: 'sendFindings',
      summary: 'Send the drafted findings to the agency for its answer (If-Match)',
      body: SendFindings,
    },
    (trx, ask, { body }) => sendFindings(trx, ask, body),
  )
  change(
    'POST',
    `${one}/conclude`,
    { operationId: 'concludeInspection', summary: 'Sign the conclusion (If-Match)', body: Conclude },
    (trx, ask, { body }) => concludeInspection(trx, ask, body, { blobs }),
  )
  change(
    'POST',
    `${one}/postpone`,
    { operationId: 'postponeInspection', summary: 'Put it off, with the reason (If-Match)', body: Reasoned },
    (trx, ask, { body }) => postponeInspection(trx, ask, body),
  )
  change(
    'POST',
    `${one}/stop`,
    { operationId: 'stopInspection', summary: 'Stop it, with the reason (If-Match)', body: Reasoned },
    (trx, ask, { body }) => stopInspection(trx, ask, body),
  )
  app.get(
    `${one}/minutes/draft`,
    {
      config: { heavy: true },
      schema: {
        operationId: 'getDraftMinutes',
        summary: 'The minutes as a draft, until both sides have signed them',
        tags,
        params: IdParams,
        querystring: PaperQuery,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => {
      const which = { id: request.params.id, format: request.query.format, today: todayInVietnam(clock) }
      return sendDownload(reply, await draftMinutes(db, actorOf(request), which))
    },
  )
  app.get(
    `${one}/papers/:paperId`,
    {
      schema: {
        operationId: 'getInspectionPaper',
        summary: 'The decision, the minutes or the conclusion as a file, as it was signed',
        tags,
        params: Type.Object({ id: Id, paperId: Id }),
        querystring: PaperQuery,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => {
      const which = { ...request.params, format: request.query.format }
      return sendDownload(reply, await inspectionPaper(db, blobs, actorOf(request), which))
    },
  )
  findingRoutes(app, deps)
}

function findingRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change, add } = changes(app, deps, ...tags)
  const one = '/api/taskforce/findings/:id'
  app.get(
    '/api/taskforce/findings',
    {
      schema: {
        operationId: 'listFindings',
        summary: 'Findings that were sent, of the agencies that the user may see',
        tags,
        querystring: FindingQuery,
        response: { 200: FindingList },
      },
    },
    (request) => listFindings(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  change(
    'PATCH',
    one,
    { operationId: 'editFinding', summary: 'Change a drafted finding (If-Match)', body: NewFinding },
    (trx, ask, { body }) => editFinding(trx, ask, body),
  )
  change(
    'POST',
    `${one}/cause`,
    { operationId: 'setFindingCause', summary: 'Code the cause, with words (If-Match)', body: SetCause },
    (trx, ask, { body }) => setCause(trx, ask, body),
  )
  change(
    'POST',
    `${one}/drop`,
    { operationId: 'dropFinding', summary: 'Drop a finding, with the reason (If-Match)', body: Reasoned },
    (trx, ask, { body }) => dropFinding(trx, ask, body),
  )
  change(
    'POST',
    `${one}/answer`,
    {
      operationId: 'answerFinding',
      summary: 'The agency answers before the conclusion (If-Match)',
      body: AnswerFinding,
    },
    (trx, ask, { body }) => answerFinding(trx, ask, body),
  )
  change(
    'POST',
    `${one}/plan`,
    { operationId: 'planRemedy', summary: 'How and by when it is remedied (If-Match)', body: PlanRemedy },
    (trx, ask, { body }) => planRemedy(trx, ask, body),
  )
  change(
    'POST',
    `${one}/claim`,
    { operationId: 'claimRemedy', summary: 'The agency says it is remedied (If-Match)', body: ClaimRemedy },
    (trx, ask, { body }) => claimRemedy(trx, ask, body),
  )
  change(
    'POST',
    `${one}/confirm`,
    {
      operationId: 'confirmRemedy',
      summary: 'Confirm the remedy, on paper or on the spot (If-Match)',
      body: JudgeRemedy,
    },
    (trx, ask, { body }) => judgeRemedy(trx, ask, 'confirm', body),
  )
  change(
    'POST',
    `${one}/refuse`,
    {
      operationId: 'refuseRemedy',
      summary: 'Refuse the remedy: the finding is open again (If-Match)',
      body: JudgeRemedy,
    },
    (trx, ask, { body }) => judgeRemedy(trx, ask, 'refuse', body),
  )
  app.get(
    '/api/taskforce/tasks/:id',
    {
      schema: {
        operationId: 'traceTask',
        summary: 'What the Task Force knows of a task: where it comes from, and its marks of truth',
        tags,
        params: IdParams,
        response: { 200: TaskTrace },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      const { id } = request.params
      const found = await tasksToRead(db, actor, [id])
      if (found.length === 0) throw new NotFound('task.not_found', 'Không tìm thấy nhiệm vụ này.')
      return traceTask(db, actor, id, found)
    },
  )
  add(
    '/api/taskforce/tasks/:id/marks',
    {
      operationId: 'markTask',
      summary: 'Record how a task was seen, and whether what was claimed is true',
      body: MarkTask,
    },
    (trx, ask, { body }) => markTask(trx, ask, body),
  )
}
