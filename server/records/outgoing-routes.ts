import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { fileIn } from '../platform/upload.ts'
import { etag, ifMatch } from '../platform/version.ts'
import { dropDraft, editDraft, makeDraft, takeInDraft } from './draft.ts'
import { issue, recall, seal } from './issue.ts'
import { draftChoices, peopleToAsk } from './outgoing-choices.ts'
import { listOutgoing } from './outgoing-lists.ts'
import {
  Agree,
  Differences,
  DraftChoices,
  EditDraft,
  FinishOnDevice,
  NewDraft,
  OneVersion,
  OutgoingDetail,
  OutgoingList,
  OutgoingQuery,
  PeopleQuery,
  PeopleToAsk,
  PreparedOnDevice,
  Reasoned,
  ReplaceStep,
  SendDraft,
  Signed,
  SignedMany,
  SignedOnDevice,
  SignMany,
  TwoVersions,
  WithPin,
} from './outgoing-shapes.ts'
import { checkOutgoing, outgoingVerdict } from './outgoing-verdict.ts'
import { compareVersions, outgoingFile, previewOutgoing, showOutgoing, takenFile } from './outgoing-view.ts'
import { agree, replaceStep, sendBack, sendDraft, withdraw } from './review.ts'
import { signMany, signOutgoing } from './sign.ts'
import { finishOnDevice, prepareOnDevice } from './sign-device.ts'
import { VerdictAt } from './verdict-shapes.ts'

const tags = ['records']
const Binary = Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' })

export function outgoingRoutes(app: App, deps: Deps): void {
  const { db, blobs, clock, config } = deps
  const { change, make } = changes(app, deps, ...tags)
  const base = '/api/records/outgoing'
  const one = '/api/records/outgoing/:id'

  app.get(
    base,
    {
      schema: {
        operationId: 'listOutgoing',
        summary: 'Outgoing documents, the last changed first',
        tags,
        querystring: OutgoingQuery,
        response: { 200: OutgoingList },
      },
    },
    async (request) => listOutgoing(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  app.get(
    one,
    {
      schema: {
        operationId: 'showOutgoing',
        summary: 'An outgoing document: text, route, note sheet, signatures',
        tags,
        params: IdParams,
        response: { 200: OutgoingDetail },
      },
    },
    async (request, reply) => {
      const found = await showOutgoing(db, actorOf(request), request.params.id)
      etag(reply, found.version)
      return found
    },
  )
  app.get(
    `${one}/differences`,
    {
      schema: {
        operationId: 'compareOutgoingVersions',
        summary: 'What changed between two versions of the text',
        tags,
        params: IdParams,
        querystring: TwoVersions,
        response: { 200: Differences },
      },
    },
    async (request) => compareVersions(db, actorOf(request), request.params.id, request.query),
  )
  app.get(
    `${one}/verdict`,
    {
      schema: {
        operationId: 'outgoingVerdict',
        summary: 'What the signatures of the file were last found to be',
        tags,
        params: IdParams,
        response: { 200: VerdictAt },
      },
    },
    async (request) => outgoingVerdict(db, actorOf(request), request.params.id, { blobs, config, now: clock.now() }),
  )
  app.get(
    `${one}/preview`,
    {
      schema: {
        operationId: 'previewOutgoing',
        summary: 'The page as it would be signed now',
        tags,
        params: IdParams,
        response: { 200: Type.String() },
      },
    },
    async (request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .send(await previewOutgoing(db, actorOf(request), request.params.id, todayInVietnam(clock))),
  )
  for (const form of ['pdf', 'docx'] as const)
    app.get(
      `${one}/${form}`,
      {
        schema: {
          operationId: form === 'pdf' ? 'outgoingPdf' : 'outgoingDocx',
          summary: form === 'pdf' ? 'The PDF, as signed and sealed' : 'The DOCX, of a signed document',
          tags,
          params: IdParams,
          produces: ['application/octet-stream'],
          response: { 200: Binary },
        },
      },
      async (request, reply) =>
        sendDownload(
          reply,
          await outgoingFile(db, actorOf(request), request.params.id, { blobs, today: todayInVietnam(clock), form }),
        ),
    )

  app.get(
    `${base}/choices`,
    {
      schema: {
        operationId: 'listDraftChoices',
        summary: 'What a draft can be made of: kinds, units, signers',
        tags,
        response: { 200: DraftChoices },
      },
    },
    async (request) => draftChoices(db, actorOf(request), todayInVietnam(clock)),
  )
  app.get(
    `${base}/people`,
    {
      schema: {
        operationId: 'findPeopleToAsk',
        summary: 'People of the own body whom a route can ask, by name, title and unit',
        tags,
        querystring: PeopleQuery,
        response: { 200: PeopleToAsk },
      },
    },
    async (request) => peopleToAsk(db, actorOf(request), request.query.words ?? '', todayInVietnam(clock)),
  )
  app.get(
    `${one}/versions/:number/file`,
    {
      schema: {
        operationId: 'outgoingVersionFile',
        summary: 'The DOCX that a version was taken from',
        tags,
        params: OneVersion,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => sendDownload(reply, await takenFile(db, actorOf(request), request.params, blobs)),
  )

  change(
    'POST',
    `${one}/file`,
    {
      operationId: 'takeInOutgoing',
      summary: 'Take in a DOCX as the next version of a draft',
      consumes: ['multipart/form-data'],
    },
    (trx, ask, { form }) =>
      takeInDraft(trx, ask, fileIn(form, 'draft.file_missing', 'Hãy chọn tệp DOCX của dự thảo.'), { blobs }),
  )
  make(base, { operationId: 'makeOutgoing', summary: 'Begin a draft', body: NewDraft }, (trx, ask, { body }) =>
    makeDraft(trx, ask, body),
  )
  change(
    'PATCH',
    one,
    { operationId: 'editOutgoing', summary: 'Change a draft; a changed text is a new version', body: EditDraft },
    (trx, ask, { body }) => editDraft(trx, ask, body),
  )
  change('POST', `${one}/drop`, { operationId: 'dropOutgoing', summary: 'Give a draft up' }, dropDraft)
  change(
    'POST',
    `${one}/send`,
    { operationId: 'sendOutgoing', summary: 'Put a draft on its route', body: SendDraft },
    (trx, ask, { body }) => sendDraft(trx, ask, body),
  )
  change(
    'POST',
    `${one}/agree`,
    { operationId: 'agreeOutgoing', summary: 'Agree with a draft', body: Agree },
    (trx, ask, { body }) => agree(trx, ask, body),
  )
  change(
    'POST',
    `${one}/send-back`,
    { operationId: 'returnOutgoing', summary: 'Return a draft with the reason', body: Reasoned },
    (trx, ask, { body }) => sendBack(trx, ask, body),
  )
  change('POST', `${one}/withdraw`, { operationId: 'withdrawOutgoing', summary: 'Take a draft back' }, withdraw)
  change(
    'POST',
    `${one}/replace-step`,
    { operationId: 'replaceOutgoingStep', summary: 'Ask another person on the route', body: ReplaceStep },
    (trx, ask, { body }) => replaceStep(trx, ask, body),
  )
  change(
    'POST',
    `${one}/sign`,
    { operationId: 'signOutgoing', summary: 'Sign and number a document', body: WithPin, answer: Signed },
    (trx, ask, { body }) => signOutgoing(trx, ask, body, { blobs, config }),
  )
  // Each document in a transaction of its own: one that cannot be signed does not hold up the others.
  app.post(
    `${base}/sign`,
    {
      schema: {
        operationId: 'signManyOutgoing',
        summary: 'Sign and number several documents, each on its own',
        tags,
        body: SignMany,
        response: { 200: SignedMany },
      },
    },
    async (request) => signMany(db, { actor: actorOf(request), now: clock.now() }, request.body, { blobs, config }),
  )
  deviceRoutes(app, deps)
  change(
    'POST',
    `${one}/seal`,
    { operationId: 'sealOutgoing', summary: 'Seal a signed document', body: WithPin },
    (trx, ask, { body }) => seal(trx, ask, body, { blobs, config }),
  )
  change('POST', `${one}/issue`, { operationId: 'issueOutgoing', summary: 'Issue a sealed document' }, issue)
  change(
    'POST',
    `${one}/recall`,
    { operationId: 'recallOutgoing', summary: 'Recall an issued document', body: Reasoned },
    (trx, ask, { body }) => recall(trx, ask, body),
  )
}

/** Signing and sealing with a device of the own machine, each in two requests; and looking at signatures again. */
function deviceRoutes(app: App, deps: Deps): void {
  const { db, blobs, clock, config } = deps
  const { act, change } = changes(app, deps, ...tags)
  act(
    'POST',
    '/api/records/outgoing/:id/check',
    { operationId: 'checkOutgoing', summary: 'Look at the signatures of the file again', answer: VerdictAt },
    (trx, ask) => checkOutgoing(trx, ask, { blobs, config }),
  )
  for (const [part, what, done] of [
    ['sign', 'person', 'Sign'],
    ['seal', 'agency', 'Seal'],
  ] as const) {
    const url = `/api/records/outgoing/:id/${part}` as const
    // Not `change`: what it does is undone, and its answer is for one use.
    app.post(
      `${url}/prepare`,
      {
        schema: {
          operationId: `prepare${done}OnDevice`,
          summary: `${done} with a device of the own machine, first step: the hash (If-Match)`,
          tags,
          params: IdParams,
          response: { 200: PreparedOnDevice },
        },
      },
      async (request) => {
        const ask = { actor: actorOf(request), id: request.params.id, version: ifMatch(request), now: clock.now() }
        return prepareOnDevice(db, ask, what, { blobs, config })
      },
    )
    change(
      'POST',
      `${url}/finish`,
      {
        operationId: `finish${done}OnDevice`,
        summary: `${done} with a device of the own machine, second step: its signature`,
        body: FinishOnDevice,
        answer: SignedOnDevice,
      },
      (trx, ask, { body }) => finishOnDevice(trx, ask, what, body, { blobs, config }),
    )
  }
}
