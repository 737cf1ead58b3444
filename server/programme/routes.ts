import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes, Gone } from '../platform/change.ts'
import { inputOf } from '../platform/http/form-input.ts'
import type { App } from '../platform/http/server.ts'
import { DOCX, PDF, XLSX } from '../platform/official-document/kept.ts'
import type { Deps } from '../platform/room.ts'
import { Id, IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { itemToRead } from './access.ts'
import { addItem, registerItem } from './add-items.ts'
import { annul } from './annul.ts'
import { askChange, decideChange, withdrawChange } from './change.ts'
import { consider, issueText, revise, sign } from './consider.ts'
import { showItem } from './detail.ts'
import { correctProgramme, foundProgramme, issueProgramme, removeProgramme } from './found.ts'
import { importRoutes } from './import-routes.ts'
import { ledgerRoutes } from './ledger-routes.ts'
import { listIn } from './list-again.ts'
import { listItems } from './lists.ts'
import { planRoutes } from './plan-routes.ts'
import { correctItem, giveTask, planStep, promiseRecovery, tieTask, untieTask } from './prepare-item.ts'
import { printedFile, printedProgramme } from './print.ts'
import { PrintQuery } from './print-shapes.ts'
import { listProgrammes, submissionFile } from './programmes.ts'
import {
  AddItem,
  Annul,
  AskChange,
  CheckFile,
  CorrectItem,
  CorrectProgramme,
  DecideChange,
  IssueProgramme,
  IssueText,
  Item,
  ItemList,
  ItemQuery,
  ListIn,
  MadeItem,
  NewProgramme,
  OnDay,
  PlanStep,
  ProgrammeList,
  PromiseRecovery,
  RegisterItem,
  Sign,
  Submit,
  TieTask,
} from './shapes.ts'
import { checkFile, submit } from './submit.ts'
import { weekRoutes } from './week-routes.ts'

const tags = ['programme']
const ChangeParams = Type.Object({ id: Id, changeId: Id })
const submissionIn = inputOf('submission', Submit)
const PRINTED_AS = { docx: DOCX, pdf: PDF, xlsx: XLSX } as const
const File = Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' })

export function programmeRoutes(app: App, deps: Deps): void {
  const { db, clock, blobs } = deps
  const { change, make } = changes(app, deps, ...tags)

  app.get(
    '/api/programme/programmes',
    {
      schema: {
        operationId: 'listProgrammes',
        summary: 'Programmes of years, quarters, months and weeks, newest first',
        tags,
        response: { 200: ProgrammeList },
      },
    },
    (request) => listProgrammes(db, actorOf(request)),
  )
  make(
    '/api/programme/programmes',
    { operationId: 'foundProgramme', summary: 'Draw up the programme of a period', body: NewProgramme },
    (trx, ask, { body }) => foundProgramme(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/programmes/:id/issue',
    { operationId: 'issueProgramme', summary: 'Record the act that issued a programme', body: IssueProgramme },
    (trx, ask, { body }) => issueProgramme(trx, ask, body),
  )
  change(
    'PATCH',
    '/api/programme/programmes/:id',
    {
      operationId: 'correctProgramme',
      summary: 'Correct the name of a programme and the number of its act',
      body: CorrectProgramme,
    },
    (trx, ask, { body }) => correctProgramme(trx, ask, body),
  )
  change(
    'DELETE',
    '/api/programme/programmes/:id',
    {
      operationId: 'removeProgramme',
      summary: 'Remove a programme that was recorded by mistake and lists no entry',
      answer: Gone,
    },
    (trx, ask) => removeProgramme(trx, ask),
  )

  app.get(
    '/api/programme/programmes/:id/file',
    {
      config: { heavy: true },
      schema: {
        operationId: 'printProgramme',
        summary: 'The annex “Danh mục đề án” of a programme as of a day, in the official layout',
        description:
          'By agency or by month, as DOCX, PDF or XLSX; what is printed can be read back. Of those who do not see every agency: the entries they lead or coordinate on.',
        tags,
        params: IdParams,
        querystring: PrintQuery,
        produces: ['application/octet-stream'],
        response: { 200: File },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const printed = await printedProgramme(db, actorOf(request), params.id, query, todayInVietnam(clock))
      return sendDownload(reply, {
        bytes: await printedFile(printed, query.format),
        mediaType: PRINTED_AS[query.format],
        fileName: `${printed.fileName}.${query.format}`,
      })
    },
  )

  app.get(
    '/api/programme/items',
    {
      schema: {
        operationId: 'listProgrammeItems',
        summary: 'Entries of the programme as of a day, as known on a day',
        tags,
        querystring: ItemQuery,
        response: { 200: ItemList },
      },
    },
    (request) => listItems(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  make(
    '/api/programme/items',
    {
      operationId: 'addProgrammeItem',
      summary: 'Add an entry that an act put into a programme',
      body: AddItem,
      answer: MadeItem,
    },
    (trx, ask, { body }) => addItem(trx, ask, body),
  )
  make(
    '/api/programme/registrations',
    {
      operationId: 'registerProgrammeItem',
      summary: 'Register an entry of the own agency; it is in the programme once that is decided',
      body: RegisterItem,
      answer: MadeItem,
    },
    (trx, ask, { body }) => registerItem(trx, ask, body),
  )
  app.get(
    '/api/programme/items/:id',
    {
      schema: {
        operationId: 'getProgrammeItem',
        summary: 'One entry: its clause, due days, requests, submissions and text',
        tags,
        params: IdParams,
        response: { 200: Item },
      },
    },
    async (request, reply) => {
      const item = await showItem(db, actorOf(request), request.params.id, todayInVietnam(clock))
      etag(reply, item.version)
      return item
    },
  )
  change(
    'PATCH',
    '/api/programme/items/:id',
    {
      operationId: 'correctProgrammeItem',
      summary: 'Correct name, kind, level, deputy in charge, coordinating agencies',
      body: CorrectItem,
    },
    (trx, ask, { body }) => correctItem(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/items/:id/changes',
    {
      operationId: 'askProgrammeChange',
      summary: 'Ask to postpone, stop, give to another lead, merge or split an entry',
      description: 'A body cannot ask to stop or merge what it owes: 409 `programme.owed_not_stopped`.',
      body: AskChange,
    },
    (trx, ask, { body }) => askChange(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/items/:id/changes/:changeId/decide',
    {
      operationId: 'decideProgrammeChange',
      summary: 'Grant a request with the act that decided it, or refuse it',
      params: ChangeParams,
      body: DecideChange,
    },
    (trx, ask, { body, params }) => decideChange(trx, ask, { ...body, changeId: params.changeId }),
  )
  change(
    'POST',
    '/api/programme/items/:id/changes/:changeId/withdraw',
    {
      operationId: 'withdrawProgrammeChange',
      summary: 'Withdraw a request before it is decided',
      params: ChangeParams,
    },
    (trx, ask, { params }) => withdrawChange(trx, ask, { changeId: params.changeId }),
  )
  change(
    'POST',
    '/api/programme/items/:id/submissions',
    {
      operationId: 'submitProgrammeItem',
      summary: 'Submit an entry: number, day, and what proves it',
      description:
        'A form: the field "submission" is JSON with number, sentOn, receivedOn, registryNumber, missing, note; the signed paper comes as `file`. A lead sends the file; receivedOn and registryNumber are the office’s to say. What the lead records counts from the day of the record.',
      consumes: ['multipart/form-data', 'application/json'],
    },
    async (trx, ask, { form }) => {
      // Who may not see the entry is told nothing about its input.
      await itemToRead(trx, ask.actor, ask.id)
      return submit(trx, ask, { ...submissionIn(form), file: form.file }, { blobs })
    },
  )
  change(
    'POST',
    '/api/programme/items/:id/check',
    {
      operationId: 'checkProgrammeFile',
      summary: 'Find the file complete, or return it with all reasons',
      body: CheckFile,
    },
    (trx, ask, { body }) => checkFile(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/items/:id/consider',
    { operationId: 'considerProgrammeItem', summary: 'The Government has given its opinion', body: OnDay },
    (trx, ask, { body }) => consider(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/items/:id/revise',
    { operationId: 'reviseProgrammeItem', summary: 'The lead is to take the opinions up', body: OnDay },
    (trx, ask, { body }) => revise(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/items/:id/sign',
    { operationId: 'signProgrammeItem', summary: 'The text was signed', body: Sign },
    (trx, ask, { body }) => sign(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/items/:id/issue',
    { operationId: 'issueProgrammeItem', summary: 'The text was issued, and is in force from a day', body: IssueText },
    (trx, ask, { body }) => issueText(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/items/:id/annul',
    {
      operationId: 'annulProgrammeStep',
      summary: 'Annul the last step that was recorded by mistake: the issue, the signing, the stop, or the submission',
      description:
        'It never was, as known from now on; a submission falls with what followed it. It stays in the history.',
      body: Annul,
    },
    (trx, ask, { body }) => annul(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/items/:id/steps',
    {
      operationId: 'planProgrammeStep',
      summary: 'Plan a step of preparation, or say when it was done',
      body: PlanStep,
    },
    (trx, ask, { body }) => planStep(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/items/:id/promises',
    {
      operationId: 'promiseRecovery',
      summary: 'Promise the day by which an owed entry will be submitted',
      body: PromiseRecovery,
    },
    (trx, ask, { body }) => promiseRecovery(trx, ask, body),
  )
  change(
    'POST',
    '/api/programme/items/:id/task',
    {
      operationId: 'tieProgrammeTask',
      summary: 'Tie the task that demands this entry: its submission closes it',
      body: TieTask,
    },
    (trx, ask, { body }) => tieTask(trx, ask, body),
  )
  change(
    'DELETE',
    '/api/programme/items/:id/task',
    { operationId: 'untieProgrammeTask', summary: 'Untie the task: it is claimed and confirmed by hand again' },
    (trx, ask) => untieTask(trx, ask),
  )
  change(
    'POST',
    '/api/programme/items/:id/task/give',
    { operationId: 'giveProgrammeTask', summary: 'Give the lead the task to submit this entry' },
    (trx, ask) => giveTask(trx, ask),
  )
  change(
    'POST',
    '/api/programme/items/:id/programmes',
    {
      operationId: 'listProgrammeItemIn',
      summary: 'List an entry in one more programme: of the quarter, the month, the next year',
      description: 'Nothing else of it changes, and it is counted once.',
      body: ListIn,
    },
    (trx, ask, { body }) => listIn(trx, ask, body),
  )
  app.get(
    '/api/programme/submissions/:id/file',
    {
      schema: {
        operationId: 'getSubmissionFile',
        summary: 'The paper that proves a submission',
        tags,
        params: IdParams,
        produces: ['application/octet-stream'],
        response: { 200: File },
      },
    },
    async (request, reply) => sendDownload(reply, await submissionFile(db, blobs, actorOf(request), request.params.id)),
  )
  ledgerRoutes(app, deps)
  importRoutes(app, deps)
  planRoutes(app, deps)
  weekRoutes(app, deps)
}
