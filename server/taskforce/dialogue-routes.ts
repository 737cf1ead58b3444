import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import {
  answerQuestion,
  askQuestions,
  cancelDialogue,
  confirmQuestionDay,
  holdDialogue,
  judgeAnswer,
  planDialogue,
  returnQuestion,
  sortQuestions,
} from './dialogue.ts'
import { dialoguePaper } from './dialogue-paper.ts'
import {
  AnswerQuestion,
  Dialogue,
  DialogueList,
  DialogueQuery,
  Hold,
  Judge,
  NewDialogue,
  NewQuestions,
  QuestionList,
  QuestionQuery,
  Sort,
  Sorted,
} from './dialogue-shapes.ts'
import { listDialogues, listQuestions, showDialogue } from './dialogues.ts'
import { Binary } from './force-routes.ts'
import { PaperQuery } from './inspection-shapes.ts'
import { ConfirmDay } from './recommendation-shapes.ts'
import { Reasoned } from './shapes.ts'

const tags = ['taskforce']

export function dialogueRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change, make, act } = changes(app, deps, ...tags)
  const base = '/api/taskforce/dialogues'
  const one = '/api/taskforce/dialogues/:id'
  const question = '/api/taskforce/questions/:id'

  app.get(
    base,
    {
      schema: {
        operationId: 'listDialogues',
        summary: 'Dialogues, latest first, with what was answered by the next session',
        tags,
        querystring: DialogueQuery,
        response: { 200: DialogueList },
      },
    },
    (request) => listDialogues(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  make(base, { operationId: 'planDialogue', summary: 'Plan a session', body: NewDialogue }, (trx, ask, { body }) =>
    planDialogue(trx, ask, body),
  )
  app.get(
    one,
    {
      schema: {
        operationId: 'getDialogue',
        summary: 'A session with its counts, and what became of the questions of the one before',
        tags,
        params: IdParams,
        response: { 200: Dialogue },
      },
    },
    async (request, reply) => {
      const found = await showDialogue(db, actorOf(request), request.params.id, todayInVietnam(clock))
      etag(reply, found.version)
      return found
    },
  )
  app.get(
    `${one}/paper`,
    {
      config: { heavy: true },
      schema: {
        operationId: 'getDialoguePaper',
        summary: 'All questions of a session with their answers, as a draft report',
        tags,
        params: IdParams,
        querystring: PaperQuery,
        produces: ['application/octet-stream'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => {
      const which = { id: request.params.id, format: request.query.format, today: todayInVietnam(clock) }
      return sendDownload(reply, await dialoguePaper(db, actorOf(request), which))
    },
  )
  change(
    'POST',
    `${one}/hold`,
    { operationId: 'holdDialogue', summary: 'Record that it was held (If-Match)', body: Hold },
    (trx, ask, { body }) => holdDialogue(trx, ask, body),
  )
  change(
    'POST',
    `${one}/cancel`,
    { operationId: 'cancelDialogue', summary: 'Cancel it, with the reason (If-Match)', body: Reasoned },
    (trx, ask, { body }) => cancelDialogue(trx, ask, body),
  )
  act(
    'POST',
    `${one}/questions`,
    {
      operationId: 'askQuestions',
      summary: 'Enter questions, up to two thousand',
      body: NewQuestions,
      answer: Type.Object({ added: Type.Integer() }),
    },
    (trx, ask, { body }) => askQuestions(trx, ask, body),
  )
  act(
    'POST',
    `${one}/sort`,
    {
      operationId: 'sortQuestions',
      summary: 'Class questions and send those that name an agency, all or none; each names the version seen',
      body: Sort,
      answer: Sorted,
    },
    (trx, ask, { body }) => sortQuestions(trx, ask, body),
  )
  app.get(
    '/api/taskforce/questions',
    {
      schema: {
        operationId: 'listQuestions',
        summary: 'Questions that the user may see: of a session in their order, or all, latest first',
        tags,
        querystring: QuestionQuery,
        response: { 200: QuestionList },
      },
    },
    (request) => listQuestions(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  change(
    'POST',
    `${question}/answer`,
    { operationId: 'answerQuestion', summary: 'The agency answers (If-Match)', body: AnswerQuestion },
    (trx, ask, { body }) => answerQuestion(trx, ask, 'answer', body),
  )
  change(
    'POST',
    `${question}/answer-here`,
    { operationId: 'answerOnTheSpot', summary: 'The office answers on the spot (If-Match)', body: AnswerQuestion },
    (trx, ask, { body }) => answerQuestion(trx, ask, 'answerHere', body),
  )
  change(
    'POST',
    `${question}/return`,
    { operationId: 'returnQuestion', summary: 'It is not the agency’s to answer (If-Match)', body: Reasoned },
    (trx, ask, { body }) => returnQuestion(trx, ask, body),
  )
  change(
    'POST',
    `${question}/confirm-day`,
    {
      operationId: 'confirmQuestionDay',
      summary: 'An answer that was recorded late counts from the day it names (If-Match)',
      body: ConfirmDay,
    },
    (trx, ask, { body }) => confirmQuestionDay(trx, ask, body),
  )
  change(
    'POST',
    `${question}/judge`,
    { operationId: 'judgeAnswer', summary: 'Whether the asker is satisfied (If-Match)', body: Judge },
    (trx, ask, { body }) => judgeAnswer(trx, ask, body),
  )
}
