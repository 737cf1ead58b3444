import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { disposition } from '../platform/attachment.ts'
import { getBlob } from '../platform/blobs.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import { NotFound } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import { toDocx } from '../platform/official-document/docx.ts'
import { toHtml } from '../platform/official-document/html.ts'
import { DOCX, PDF } from '../platform/official-document/kept.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import type { Deps } from '../platform/room.ts'
import { Id, IdParams, Version } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { letterToRead, toPrepare } from './access.ts'
import { answerLetter } from './answer.ts'
import { answerIn } from './answer-form.ts'
import { closeLetter, dropLetter, editLetter, sendBackLetter, submitLetter, withdrawLetter } from './edit-letter.ts'
import { contentOf } from './letter-content.ts'
import { letterPaper } from './letter-paper.ts'
import {
  AnswerParams,
  Choices,
  DocumentQuery,
  EditLetter,
  Letter,
  LetterList,
  LetterQuery,
  MadeLetters,
  MakeLetters,
  ManyLetters,
  Note,
  Reason,
  ReportChoices,
  Signed,
  SignedLetters,
  SubmittedLetters,
  UrgedTasks,
  UrgeTasks,
} from './letter-shapes.ts'
import { answerFile, filesOf } from './letter-store.ts'
import { choicesFor, listLetters, reportsFor, showLetter } from './letters.ts'
import { makeLetters } from './make-letters.ts'
import { signLetter, signLetters } from './sign.ts'
import { submitLetters } from './submit-many.ts'
import { urgeTasks } from './urge-tasks.ts'

const tags = ['urging']
const File = Type.Unsafe<Buffer | string>({ type: 'string', format: 'binary' })
const LETTERS = '/api/urging/letters'

export function letterRoutes(app: App, deps: Deps): void {
  const { db, clock, blobs } = deps
  const actor = (request: FastifyRequest) => actorOf(request)
  const { change, make } = changes(app, deps, ...tags)

  app.get(
    LETTERS,
    {
      schema: {
        operationId: 'listLetters',
        summary: 'List urging letters, newest first',
        tags,
        querystring: LetterQuery,
        response: { 200: LetterList },
      },
    },
    (request) => listLetters(db, actor(request), request.query, clock),
  )
  make(
    LETTERS,
    { operationId: 'makeLetters', summary: 'Draft a letter to each agency', body: MakeLetters, answer: MadeLetters },
    (trx, ask, { body }) => makeLetters(trx, ask, body),
  )
  make(
    `${LETTERS}/for-tasks`,
    {
      operationId: 'urgeTasks',
      summary: 'Draft letters about exactly these tasks',
      description: 'One draft to each lead; the tasks are added to the draft that is open for it. Nothing is sent.',
      body: UrgeTasks,
      answer: UrgedTasks,
    },
    (trx, ask, { body }) => urgeTasks(trx, ask, body),
  )
  // These two do not use `make` or `act`: each letter has its own transaction, so no single answer can be stored under a key.
  // A repeated request is refused by its version.
  app.post(
    `${LETTERS}/submit`,
    {
      schema: {
        operationId: 'submitLetters',
        summary: 'Submit several drafts for signature',
        tags,
        body: ManyLetters,
        response: { 200: SubmittedLetters },
      },
    },
    (request) => submitLetters(db, { actor: actor(request), now: clock.now() }, request.body),
  )
  app.post(
    `${LETTERS}/sign`,
    {
      schema: {
        operationId: 'signLetters',
        summary: 'Sign several',
        tags,
        body: ManyLetters,
        response: { 200: SignedLetters },
      },
    },
    (request) => signLetters(db, { actor: actor(request), now: clock.now() }, request.body, deps),
  )
  app.get(
    `${LETTERS}/:id`,
    { schema: { operationId: 'getLetter', summary: 'One letter', tags, params: IdParams, response: { 200: Letter } } },
    async (request, reply) => {
      const letter = await showLetter(db, actor(request), request.params.id, clock)
      etag(reply, letter.version)
      return letter
    },
  )
  app.get(
    `${LETTERS}/:id/choices`,
    {
      schema: {
        operationId: 'letterChoices',
        summary: 'Tasks, units and signatories to choose from',
        tags,
        params: IdParams,
        response: { 200: Choices },
      },
    },
    async (request) => {
      await letterToRead(db, actor(request), request.params.id)
      toPrepare(actor(request))
      return choicesFor(db, actor(request), request.params.id, clock)
    },
  )
  app.get(
    `${LETTERS}/:id/reports`,
    {
      schema: {
        operationId: 'letterReports',
        summary: 'Reports that may be the answer',
        tags,
        params: IdParams,
        response: { 200: ReportChoices },
      },
    },
    (request) => reportsFor(db, actor(request), request.params.id),
  )
  const letter = `${LETTERS}/:id` as const
  change(
    'PATCH',
    letter,
    { operationId: 'editLetter', summary: 'Change a draft', body: EditLetter },
    (trx, ask, { body }) => editLetter(trx, ask, body),
  )
  change(
    'POST',
    `${letter}/submit`,
    { operationId: 'submitLetter', summary: 'Submit a draft for signature' },
    submitLetter,
  )
  change(
    'POST',
    `${letter}/withdraw`,
    { operationId: 'withdrawLetter', summary: 'Withdraw a submitted letter' },
    withdrawLetter,
  )
  change(
    'POST',
    `${letter}/send-back`,
    { operationId: 'sendBackLetter', summary: 'Send a letter back unsigned, with the reason', body: Reason },
    (trx, ask, { body }) => sendBackLetter(trx, ask, body),
  )
  change(
    'POST',
    `${letter}/sign`,
    { operationId: 'signLetter', summary: 'Sign: number, day, files, delivery', answer: Signed },
    (trx, ask) => signLetter(trx, ask, deps),
  )
  change('POST', `${letter}/drop`, { operationId: 'dropLetter', summary: 'Drop a draft' }, dropLetter)
  change(
    'POST',
    `${letter}/close`,
    { operationId: 'closeLetter', summary: 'Close a letter', body: Note },
    (trx, ask, { body }) => closeLetter(trx, ask, body),
  )
  change(
    'POST',
    `${letter}/answer`,
    {
      operationId: 'answerLetter',
      summary: 'File the answer of the agency',
      description: 'A form: number, answeredOn, summary, progressReportId, and an optional file (PDF or DOCX).',
      consumes: ['multipart/form-data'],
      answer: Type.Object({ version: Version, id: Id }),
    },
    async (trx, ask, { form }) => {
      await letterToRead(trx, ask.actor, ask.id)
      return answerLetter(trx, ask, answerIn(form), deps)
    },
  )
  app.get(
    `${LETTERS}/:id/answers/:answerId/file`,
    {
      schema: {
        operationId: 'getAnswerFile',
        summary: 'File of an answer',
        tags,
        params: AnswerParams,
        response: { 200: File },
      },
    },
    async (request, reply) => {
      const { id, answerId } = request.params
      await letterToRead(db, actor(request), id)
      const found = await answerFile(db, id, answerId)
      if (!found) throw new NotFound('letter.no_file', 'Trả lời này không có tệp.')
      const { bytes, mediaType } = await getBlob(db, blobs, found.sha256)
      return reply.type(mediaType).header('content-disposition', disposition(found.fileName)).send(Buffer.from(bytes))
    },
  )
  app.get(
    `${LETTERS}/:id/document`,
    {
      schema: {
        operationId: 'getLetterDocument',
        summary: 'The letter as a document',
        tags,
        params: IdParams,
        querystring: DocumentQuery,
        response: { 200: File },
      },
    },
    async (request, reply) => {
      const { format } = request.query
      const letter = await letterToRead(db, actor(request), request.params.id)
      const name = letter.notation ? `cong-van-${letter.notation}` : `du-thao-cong-van-${letter.id}`
      const fileName = `${name.replaceAll(/[^\p{L}\d-]+/gu, '-')}.${format}`
      const paper = async () => letterPaper(await contentOf(db, todayInVietnam(clock), letter))
      if (format === 'html') {
        return reply
          .type('text/html; charset=utf-8')
          .header('content-disposition', disposition(fileName, 'inline'))
          .send(toHtml(await paper()))
      }
      const kept = await filesOf(db, letter.id)
      const bytes = kept
        ? (await getBlob(db, blobs, kept[format])).bytes
        : format === 'pdf'
          ? await toPdf(await paper())
          : await toDocx(await paper())
      return reply
        .type(format === 'pdf' ? PDF : DOCX)
        .header('content-disposition', disposition(fileName, format === 'pdf' ? 'inline' : 'attachment'))
        .send(Buffer.from(bytes))
    },
  )
}
