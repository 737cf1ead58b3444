import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { changes, Gone } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Id } from '../platform/shapes.ts'
import { fileIn } from '../platform/upload.ts'
import { Noted, Reasoned } from './act-shapes.ts'
import { contribute, requestContribution } from './contribute.ts'
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
  ChangeSubtask,
  Contribute,
  EvidenceQuery,
  FinishSubtask,
  type OnSubtask,
  ReportSubtask,
  RequestContribution,
  SetRhythm,
  Split,
} from './subtask-act-shapes.ts'

const tags = ['tasks']
const SubtaskParams = Type.Object({ id: Id, subtaskId: Id })
const EvidenceParams = Type.Object({ id: Id, evidenceId: Id })

/** The id of the sub-task, and the body. */
function inputOf<Body extends object>({
  params,
  body,
}: {
  params: { subtaskId: number }
  body: Body
}): OnSubtask<Body> {
  return { ...body, subtaskId: params.subtaskId }
}

/** What an agency does with one task: sub-tasks, evidence, contributions, and the rhythm of its reports. */
export function subtaskRoutes(app: App, deps: Deps): void {
  const { db, blobs } = deps
  const { change, add, act } = changes(app, deps, ...tags)

  add(
    '/api/tasks/:id/subtasks',
    { operationId: 'splitTask', summary: 'Give a sub-task to a unit', body: Split },
    (trx, ask, { body }) => split(trx, ask, body),
  )
  const onSubtask = '/api/tasks/:id/subtasks/:subtaskId'
  const params = SubtaskParams
  change(
    'PUT',
    onSubtask,
    { operationId: 'changeSubtask', summary: 'Change a sub-task', params, body: ChangeSubtask },
    (trx, ask, request) => changeSubtask(trx, ask, inputOf(request)),
  )
  change(
    'POST',
    `${onSubtask}/start`,
    { operationId: 'startSubtask', summary: 'Start a sub-task', params, body: Noted },
    (trx, ask, request) => startSubtask(trx, ask, inputOf(request)),
  )
  change(
    'POST',
    `${onSubtask}/report`,
    { operationId: 'reportSubtask', summary: 'Report on a sub-task', params, body: ReportSubtask },
    (trx, ask, request) => reportSubtask(trx, ask, inputOf(request)),
  )
  change(
    'POST',
    `${onSubtask}/finish`,
    { operationId: 'finishSubtask', summary: 'Report a sub-task as done', params, body: FinishSubtask },
    (trx, ask, request) => finishSubtask(trx, ask, inputOf(request)),
  )
  change(
    'POST',
    `${onSubtask}/accept`,
    { operationId: 'acceptSubtask', summary: 'Accept a sub-task', params, body: Noted },
    (trx, ask, request) => acceptSubtask(trx, ask, inputOf(request)),
  )
  change(
    'POST',
    `${onSubtask}/send-back`,
    { operationId: 'sendSubtaskBack', summary: 'Send a sub-task back', params, body: Reasoned },
    (trx, ask, request) => sendSubtaskBack(trx, ask, inputOf(request)),
  )
  change(
    'POST',
    `${onSubtask}/cancel`,
    { operationId: 'cancelSubtask', summary: 'Cancel a sub-task', params, body: Reasoned },
    (trx, ask, request) => cancelSubtask(trx, ask, inputOf(request)),
  )

  add(
    '/api/tasks/:id/contributions',
    { operationId: 'contributeToTask', summary: 'Give the part of a coordinating unit', body: Contribute },
    (trx, ask, { body }) => contribute(trx, ask, body),
  )
  add(
    '/api/tasks/:id/contributions/request',
    {
      operationId: 'requestContribution',
      summary: 'Request the part of a coordinating unit by a day',
      body: RequestContribution,
    },
    (trx, ask, { body }) => requestContribution(trx, ask, body),
  )
  add(
    '/api/tasks/:id/evidence/documents',
    { operationId: 'attachDocument', summary: 'Add a document by its notation as evidence', body: AddDocument },
    (trx, ask, { body }) => attachDocument(trx, ask, body),
  )
  change(
    'PUT',
    '/api/tasks/:id/rhythm',
    { operationId: 'setRhythm', summary: 'Set how often a task without an end is reported', body: SetRhythm },
    (trx, ask, { body }) => setRhythm(trx, ask, body),
  )

  add(
    '/api/tasks/:id/evidence',
    {
      operationId: 'attachEvidence',
      summary: 'Add a file as evidence',
      description: `multipart/form-data with one field \`file\`, up to 50 MB: ${ACCEPTED.replace(' hoặc ', ', ')}; the bytes decide the type. Name the id in \`evidence\` of the report, claim or contribution it goes with.`,
      querystring: EvidenceQuery,
      consumes: ['multipart/form-data'],
    },
    (trx, ask, { query, form }) => {
      const file = fileIn(form, 'evidence.missing', `Chưa có tệp nào. Hãy chọn một tệp ${ACCEPTED}.`)
      return attachFile(trx, ask, { ...query, file }, deps)
    },
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
      return sendDownload(reply, await fileOf(db, blobs, actorOf(request), id, evidenceId))
    },
  )
  act(
    'POST',
    '/api/tasks/:id/evidence/:evidenceId/withdraw',
    {
      operationId: 'withdrawEvidence',
      summary: 'Withdraw evidence; it stays, marked as withdrawn',
      params: EvidenceParams,
      body: Reasoned,
      answer: Gone,
    },
    (trx, ask, { params: { evidenceId }, body }) => withdrawEvidence(trx, ask, { ...body, evidenceId }),
  )
}
