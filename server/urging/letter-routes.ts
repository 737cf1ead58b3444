import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { disposition } from '../platform/attachment.ts'
import { getBlob } from '../platform/blobs.ts'
import type { Transaction } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import { toDocx } from '../platform/official-document/docx.ts'
import { toHtml } from '../platform/official-document/html.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import type { Deps } from '../platform/room.ts'
import { Changed, Id, IdParams, Version } from '../platform/shapes.ts'
import { etag, ifMatch } from '../platform/version.ts'
import { letterToRead, toPrepare } from './access.ts'
import { answerLetter } from './answer.ts'
import { answerForm } from './answer-form.ts'
import type { UrgingDb } from './db.ts'
import {
  type AskLetter,
  closeLetter,
  dropLetter,
  editLetter,
  sendBackLetter,
  submitLetter,
  withdrawLetter,
} from './edit-letter.ts'
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
} from './letter-shapes.ts'
import { answerFile, filesOf } from './letter-store.ts'
import { choicesFor, listLetters, reportsFor, showLetter } from './letters.ts'
import { makeLetters } from './make-letters.ts'
import { DOCX, PDF, signLetter, signLetters } from './sign.ts'
import { submitLetters } from './submit-many.ts'

const tags = ['urging']
const File = Type.Unsafe<Buffer | string>({ type: 'string', format: 'binary' })
const LETTERS = '/api/urging/letters'

export function letterRoutes(app: App, deps: Deps): void {
  const { db, clock, blobs } = deps
  const actor = (request: FastifyRequest) => actorOf(request)
  const ask = (request: FastifyRequest<{ Params: { id: number } }>): AskLetter => ({
    actor: actor(request),
    id: request.params.id,
    version: ifMatch(request),
    clock,
  })
  const change = async (act: (trx: Transaction<UrgingDb>) => Promise<number>) => ({
    version: await db.transaction().execute((trx) => act(trx)),
  })

  app.get(
    LETTERS,
    {
      schema: {
        operationId: 'listLetters',
        summary: 'Letters that urge, newest first',
        tags,
        querystring: LetterQuery,
        response: { 200: LetterList },
      },
    },
    (request) => listLetters(db, actor(request), request.query, clock),
  )
  app.post(
    LETTERS,
    {
      schema: {
        operationId: 'makeLetters',
        summary: 'Draft a letter to each body',
        tags,
        body: MakeLetters,
        response: { 201: MadeLetters },
      },
    },
    async (request, reply) => {
      const made = await db
        .transaction()
        .execute((trx) =>
          idempotent(trx, actor(request), idempotencyKey(request), () =>
            makeLetters(trx, clock, actor(request), request.body.agencyIds),
          ),
        )
      return reply.code(201).send(made)
    },
  )
  app.post(
    `${LETTERS}/submit`,
    {
      schema: {
        operationId: 'submitLetters',
        summary: 'Hand several to a leader',
        tags,
        body: ManyLetters,
        response: { 200: SubmittedLetters },
      },
    },
    (request) => submitLetters(db, clock, actor(request), request.body.letters),
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
    (request) => signLetters(db, deps, actor(request), request.body.letters),
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
  app.patch(
    `${LETTERS}/:id`,
    {
      schema: {
        operationId: 'editLetter',
        summary: 'Change a draft',
        tags,
        params: IdParams,
        body: EditLetter,
        response: { 200: Changed },
      },
    },
    (request) => change((trx) => editLetter(trx, ask(request), request.body)),
  )
  app.post(
    `${LETTERS}/:id/submit`,
    {
      schema: {
        operationId: 'submitLetter',
        summary: 'Hand it to a leader',
        tags,
        params: IdParams,
        response: { 200: Changed },
      },
    },
    (request) => change((trx) => submitLetter(trx, ask(request))),
  )
  app.post(
    `${LETTERS}/:id/withdraw`,
    {
      schema: {
        operationId: 'withdrawLetter',
        summary: 'Take it back from the leader',
        tags,
        params: IdParams,
        response: { 200: Changed },
      },
    },
    (request) => change((trx) => withdrawLetter(trx, ask(request))),
  )
  app.post(
    `${LETTERS}/:id/send-back`,
    {
      schema: {
        operationId: 'sendBackLetter',
        summary: 'Not signed, with the reason',
        tags,
        params: IdParams,
        body: Reason,
        response: { 200: Changed },
      },
    },
    (request) => change((trx) => sendBackLetter(trx, ask(request), request.body.reason)),
  )
  app.post(
    `${LETTERS}/:id/sign`,
    {
      schema: {
        operationId: 'signLetter',
        summary: 'Sign: number, day, files, delivery',
        tags,
        params: IdParams,
        response: { 200: Signed },
      },
    },
    async (request) => {
      const asked = { actor: actor(request), id: request.params.id, version: ifMatch(request) }
      return db.transaction().execute((trx) => signLetter(trx, deps, asked))
    },
  )
  app.post(
    `${LETTERS}/:id/drop`,
    {
      schema: {
        operationId: 'dropLetter',
        summary: 'Give up a draft',
        tags,
        params: IdParams,
        response: { 200: Changed },
      },
    },
    (request) => change((trx) => dropLetter(trx, ask(request))),
  )
  app.post(
    `${LETTERS}/:id/close`,
    {
      schema: {
        operationId: 'closeLetter',
        summary: 'Done with it',
        tags,
        params: IdParams,
        body: Note,
        response: { 200: Changed },
      },
    },
    (request) => change((trx) => closeLetter(trx, ask(request), request.body.note)),
  )
  app.post(
    `${LETTERS}/:id/answer`,
    {
      schema: {
        operationId: 'answerLetter',
        summary: 'File the answer of the body',
        description:
          'A form: number, answeredOn, summary, progressReportId, and the file (PDF or DOCX) if there is one.',
        tags,
        params: IdParams,
        consumes: ['multipart/form-data'],
        response: { 200: Type.Object({ version: Version, id: Id }) },
      },
    },
    async (request) => {
      const asked = ask(request)
      await letterToRead(db, asked.actor, asked.id)
      const { said, file } = await answerForm(request)
      return db.transaction().execute((trx) => answerLetter(trx, asked, said, file, blobs))
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
        summary: 'The letter on paper',
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
      const paper = async () => letterPaper(await contentOf(db, clock, letter))
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
