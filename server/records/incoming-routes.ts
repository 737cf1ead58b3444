import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes, Gone } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Changed, Id, IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { assignIncoming, finishIncoming, reopenIncoming } from './handling.ts'
import { arrive, attach } from './incoming-arrive.ts'
import { incomingBookFile, listIncomingBook } from './incoming-book.ts'
import { checkAgain } from './incoming-check.ts'
import { incomingChoices, incomingPeople } from './incoming-choices.ts'
import { describeIncoming } from './incoming-describe.ts'
import { incomingFigures } from './incoming-figures.ts'
import { listIncoming } from './incoming-lists.ts'
import { presentIncoming } from './incoming-present.ts'
import { registerIncoming } from './incoming-register.ts'
import { returnIncoming, sameAs } from './incoming-return.ts'
import { openReview } from './incoming-review.ts'
import {
  Assign,
  Description,
  FiguresQuery,
  FinishIncoming,
  IncomingBook,
  IncomingBookFileQuery,
  IncomingBookQuery,
  IncomingChoices,
  IncomingDetail,
  IncomingFigures,
  IncomingList,
  IncomingPeople,
  IncomingPeopleQuery,
  IncomingQuery,
  LinkTask,
  Present,
  Reason,
  Registered,
  RegisterIncoming,
  ReturnIncoming,
  SameAs,
} from './incoming-shapes.ts'
import { linkTask, unlinkTask } from './incoming-tasks.ts'
import { incomingFile, incomingText, showIncoming } from './incoming-view.ts'

const tags = ['records']
const Binary = Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' })
const FileParams = Type.Object({ id: Id, fileId: Id })
const base = '/api/records/incoming'
const one = '/api/records/incoming/:id'
const FORM = ['multipart/form-data']

/** Documents that come in: arrival, check, number, presenting and assigning. */
export function incomingRoutes(app: App, deps: Deps): void {
  readingRoutes(app, deps)
  const { change, make, add, act } = changes(app, deps, ...tags)
  make(
    base,
    {
      operationId: 'arriveIncoming',
      summary: 'Take a document in: one file as it came',
      description:
        'multipart/form-data with a field `file` (PDF, DOCX, XLSX, PNG, JPEG or TIFF, up to 50 MB), and optionally `way` (upload or scan) and `arrivedAt`. The file is read in the background; what it says is proposed until a clerk confirms it.',
      consumes: FORM,
    },
    (trx, ask, { form }) => arrive(trx, ask, form, deps),
  )
  add(
    `${one}/files`,
    {
      operationId: 'attachIncoming',
      summary: 'Add an attachment before the document is registered',
      description: 'multipart/form-data with one field `file`, as on arrival.',
      consumes: FORM,
    },
    (trx, ask, { form }) => attach(trx, ask, form, deps),
  )
  change(
    'PATCH',
    one,
    {
      operationId: 'describeIncoming',
      summary: 'Confirm or correct what a document says of itself',
      body: Description,
    },
    (trx, ask, { body }) => describeIncoming(trx, ask, body),
  )
  change(
    'POST',
    `${one}/register`,
    {
      operationId: 'registerIncoming',
      summary: 'Check a document and give it its number in the book',
      body: RegisterIncoming,
      answer: Registered,
    },
    (trx, ask, { body }) => registerIncoming(trx, ask, body, deps),
  )
  change(
    'POST',
    `${one}/same`,
    { operationId: 'sameIncoming', summary: 'It is a document that came before', body: SameAs },
    (trx, ask, { body }) => sameAs(trx, ask, body.incomingId),
  )
  change(
    'POST',
    `${one}/return`,
    { operationId: 'returnIncoming', summary: 'Return a wrong or misaddressed document', body: ReturnIncoming },
    (trx, ask, { body }) => returnIncoming(trx, ask, body.reason),
  )
  change(
    'POST',
    `${one}/present`,
    { operationId: 'presentIncoming', summary: 'Put a document before a leader', body: Present },
    (trx, ask, { body }) => presentIncoming(trx, ask, body),
  )
  change(
    'POST',
    `${one}/assign`,
    { operationId: 'assignIncoming', summary: 'Give a document to units and persons', body: Assign },
    (trx, ask, { body }) => assignIncoming(trx, ask, body),
  )
  change(
    'POST',
    `${one}/finish`,
    { operationId: 'finishIncoming', summary: 'End a document with nothing more to do', body: FinishIncoming },
    (trx, ask, { body }) => finishIncoming(trx, ask, body.words),
  )
  change(
    'POST',
    `${one}/reopen`,
    { operationId: 'reopenIncoming', summary: 'Open a document again', body: Reason },
    (trx, ask, { body }) => reopenIncoming(trx, ask, body.reason),
  )
  change(
    'POST',
    `${one}/review`,
    {
      operationId: 'reviewIncoming',
      summary: 'Open the review of a directive that came in',
      answer: Type.Object({ ...Changed.properties, directiveId: Id }),
    },
    (trx, ask) => openReview(trx, ask, deps),
  )
  act(
    'POST',
    `${one}/check`,
    { operationId: 'checkIncoming', summary: 'Look at the signatures of its files again' },
    checkAgain,
  )
  act(
    'POST',
    `${one}/tasks`,
    { operationId: 'linkIncomingTask', summary: 'It answers a task', body: LinkTask },
    (trx, ask, { body }) => linkTask(trx, ask, body.taskId),
  )
  act(
    'DELETE',
    `${one}/tasks/:taskId`,
    {
      operationId: 'unlinkIncomingTask',
      summary: 'It does not answer a task',
      params: Type.Object({ id: Id, taskId: Id }),
      answer: Gone,
    },
    (trx, ask, { params }) => unlinkTask(trx, ask, params.taskId),
  )
}

function readingRoutes(app: App, { db, blobs, clock }: Deps): void {
  const today = () => todayInVietnam(clock)
  app.get(
    base,
    {
      schema: {
        operationId: 'listIncoming',
        summary: 'Documents that came in, the latest first',
        tags,
        querystring: IncomingQuery,
        response: { 200: IncomingList },
      },
    },
    (request) => listIncoming(db, actorOf(request), request.query, clock),
  )
  app.get(
    `${base}/choices`,
    {
      schema: {
        operationId: 'incomingChoices',
        summary: 'Kinds, units and leaders of the own body',
        tags,
        response: { 200: IncomingChoices },
      },
    },
    (request) => incomingChoices(db, actorOf(request), today()),
  )
  app.get(
    `${base}/people`,
    {
      schema: {
        operationId: 'incomingPeople',
        summary: 'People whom the actor can give a document to',
        tags,
        querystring: IncomingPeopleQuery,
        response: { 200: IncomingPeople },
      },
    },
    (request) => incomingPeople(db, actorOf(request), request.query.words ?? '', today()),
  )
  app.get(
    `${base}/figures`,
    {
      schema: {
        operationId: 'incomingFigures',
        summary: 'In time, online and late, by step, unit and person',
        tags,
        querystring: FiguresQuery,
        response: { 200: IncomingFigures },
      },
    },
    (request) => incomingFigures(db, actorOf(request), request.query, clock),
  )
  app.get(
    `${base}/book`,
    {
      schema: {
        operationId: 'listIncomingBook',
        summary: 'The book of incoming documents of the own body, the newest numbers first',
        tags,
        querystring: IncomingBookQuery,
        response: { 200: IncomingBook },
      },
    },
    (request) => listIncomingBook(db, actorOf(request), request.query, today()),
  )
  app.get(
    `${base}/book/file`,
    {
      config: { heavy: true },
      schema: {
        operationId: 'incomingBookFile',
        summary: 'The book of a year as the decree lays it out',
        tags,
        querystring: IncomingBookFileQuery,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => sendDownload(reply, await incomingBookFile(db, actorOf(request), request.query, today())),
  )
  app.get(
    one,
    {
      schema: {
        operationId: 'showIncoming',
        summary: 'A document that came in: files, verdicts, duplicates, handling, history',
        tags,
        params: IdParams,
        response: { 200: IncomingDetail },
      },
    },
    async (request, reply) => {
      const found = await showIncoming(db, actorOf(request), request.params.id)
      etag(reply, found.version)
      return found
    },
  )
  app.get(
    `${one}/files/:fileId`,
    {
      schema: {
        operationId: 'incomingFile',
        summary: 'A file as it came',
        tags,
        params: FileParams,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => sendDownload(reply, await incomingFile(db, actorOf(request), request.params, blobs)),
  )
  app.get(
    `${one}/files/:fileId/text`,
    {
      schema: {
        operationId: 'incomingFileText',
        summary: 'The words of a file as they were read',
        tags,
        params: FileParams,
        response: { 200: Type.Object({ text: Type.String() }) },
      },
    },
    (request) => incomingText(db, actorOf(request), request.params),
  )
}
