import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import { inputOf } from '../platform/http/form-input.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Changed, Id, IdParams } from '../platform/shapes.ts'
import { fileIn } from '../platform/upload.ts'
import { etag } from '../platform/version.ts'
import { caseVerdicts, checkCase } from './case-check.ts'
import { closeCase, reopenCase } from './case-close.ts'
import { caseItemFile, casePaper } from './case-downloads.ts'
import { addDocument, addFile, removeItem } from './case-fill.ts'
import { caseFigures, keepersOf, listCases, retentionClasses, showCase } from './case-lists.ts'
import { editCase, openCase } from './case-open.ts'
import {
  AddDocument,
  Binary,
  Case,
  CaseFigures,
  CaseList,
  CaseQuery,
  CaseVerdicts,
  CloseCase,
  EditCase,
  FigureQuery,
  Keepers,
  NewCase,
  NewFile,
  NewRetentionClass,
  Reasoned,
  RetentionClass,
} from './case-shapes.ts'
import { destructionRoutes } from './destruction-routes.ts'
import { handOverRoutes } from './hand-over-routes.ts'
import { addRetentionClass } from './nomenclature.ts'
import { nomenclatureRoutes } from './nomenclature-routes.ts'

const tags = ['records']
const ItemParams = Type.Object({ id: Id, itemId: Id })
const aboutFile = inputOf('about', NewFile)

/** Case files, nomenclatures, hand-overs to the archive and destructions. */
export function caseRoutes(app: App, deps: Deps): void {
  readingRoutes(app, deps)
  changingRoutes(app, deps)
  nomenclatureRoutes(app, deps)
  handOverRoutes(app, deps)
  destructionRoutes(app, deps)
}

function readingRoutes(app: App, { db, blobs, clock }: Deps): void {
  const today = () => todayInVietnam(clock)
  app.get(
    '/api/records/cases',
    {
      schema: {
        operationId: 'listCases',
        summary: 'Case files that the user may see, the latest first',
        tags,
        querystring: CaseQuery,
        response: { 200: CaseList },
      },
    },
    (request) => listCases(db, actorOf(request), request.query, today()),
  )
  app.get(
    '/api/records/cases/:id',
    {
      schema: {
        operationId: 'getCase',
        summary: 'A case file: what is in it in order, what is missing, what was done',
        tags,
        params: IdParams,
        response: { 200: Case },
      },
    },
    async (request, reply) => {
      const found = await showCase(db, actorOf(request), request.params.id, today())
      etag(reply, found.version)
      return found
    },
  )
  app.get(
    '/api/records/cases/:id/paper',
    {
      config: { heavy: true },
      schema: {
        operationId: 'getCasePaper',
        summary: 'The list of documents of a case file, as PDF',
        tags,
        params: IdParams,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => sendDownload(reply, await casePaper(db, actorOf(request), request.params.id, today())),
  )
  app.get(
    '/api/records/cases/:id/verdicts',
    {
      schema: {
        operationId: 'getCaseVerdicts',
        summary: 'What was last found of the signatures of its files',
        tags,
        params: IdParams,
        response: { 200: CaseVerdicts },
      },
    },
    (request) => caseVerdicts(db, actorOf(request), request.params.id),
  )
  app.get(
    '/api/records/cases/:id/items/:itemId/file',
    {
      schema: {
        operationId: 'getCaseItemFile',
        summary: 'A file that was put into a case file, as it came',
        tags,
        params: ItemParams,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => sendDownload(reply, await caseItemFile(db, blobs, actorOf(request), request.params)),
  )
  app.get(
    '/api/records/case-figures',
    {
      schema: {
        operationId: 'countCases',
        summary: 'Case files of a year by unit: opened, ended, due for the archive, in time, late, overdue',
        tags,
        querystring: FigureQuery,
        response: { 200: CaseFigures },
      },
    },
    (request) => caseFigures(db, actorOf(request), request.query.year, today()),
  )
  app.get(
    '/api/records/case-keepers',
    {
      schema: {
        operationId: 'listCaseKeepers',
        summary: 'Who may keep a case file of the user’s body; no one for those who open none',
        tags,
        response: { 200: Keepers },
      },
    },
    (request) => keepersOf(db, actorOf(request), today()),
  )
  app.get(
    '/api/records/retention-classes',
    {
      schema: {
        operationId: 'listRetentionClasses',
        summary: 'How long case files are kept: the classes in force that the user’s body may use',
        tags,
        response: { 200: Type.Object({ rows: Type.Array(RetentionClass) }) },
      },
    },
    (request) => retentionClasses(db, actorOf(request), today()),
  )
}

function changingRoutes(app: App, deps: Deps): void {
  const { change, make, add, act } = changes(app, deps, ...tags)
  const one = '/api/records/cases/:id'
  make(
    '/api/records/cases',
    { operationId: 'openCase', summary: 'Open a case file for work of one’s unit', body: NewCase },
    (trx, ask, { body }) => openCase(trx, ask, body),
  )
  change(
    'PATCH',
    one,
    { operationId: 'editCase', summary: 'Correct title, retention and keeper (If-Match)', body: EditCase },
    (trx, ask, { body }) => editCase(trx, ask, body),
  )
  add(
    `${one}/documents`,
    { operationId: 'addDocumentToCase', summary: 'Put a document of the books into it', body: AddDocument },
    (trx, ask, { body }) => addDocument(trx, ask, body),
  )
  add(
    `${one}/files`,
    {
      operationId: 'addFileToCase',
      summary: 'Put any other file into it: the fields of the file as JSON in "about"',
      consumes: ['multipart/form-data'],
    },
    (trx, ask, { form }) =>
      addFile(trx, ask, deps, {
        file: fileIn(form, 'case_item.file_missing', 'Hãy chọn tệp.'),
        about: aboutFile(form),
      }),
  )
  act(
    'POST',
    `${one}/items/:itemId/remove`,
    {
      operationId: 'removeFromCase',
      summary: 'Take an item out of it, with the reason; that it was there stays',
      params: ItemParams,
      body: Reasoned,
      answer: Changed,
    },
    (trx, ask, { params, body }) => removeItem(trx, ask, params.itemId, body),
  )
  act(
    'POST',
    `${one}/check`,
    { operationId: 'checkCase', summary: 'Look at the signatures of all its files again' },
    (trx, ask) => checkCase(trx, ask, deps),
  )
  change(
    'POST',
    `${one}/close`,
    { operationId: 'closeCase', summary: 'The work has ended and nothing is missing (If-Match)', body: CloseCase },
    (trx, ask, { body }) => closeCase(trx, ask, body),
  )
  change(
    'POST',
    `${one}/reopen`,
    { operationId: 'reopenCase', summary: 'Open it again, with the reason (If-Match)', body: Reasoned },
    (trx, ask, { body }) => reopenCase(trx, ask, body),
  )
  make(
    '/api/records/retention-classes',
    {
      operationId: 'addRetentionClass',
      summary: 'Add a class of retention of one’s body: of a circular of its sector',
      body: NewRetentionClass,
    },
    (trx, ask, { body }) => addRetentionClass(trx, ask, body),
  )
}
