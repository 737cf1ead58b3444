import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Id, IdParams, Version } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import {
  answerRecommendation,
  confirmAnswerDay,
  draftRecommendation,
  issueRecommendation,
  judgeRecommendation,
  makeRecommendation,
  replaceRecommendation,
  withdrawRecommendation,
} from './recommend.ts'
import {
  Answer,
  ConfirmDay,
  IssueAsTask,
  NewRecommendation,
  Recommendation,
  RecommendationList,
  RecommendationQuery,
  Replacement,
} from './recommendation-shapes.ts'
import { listRecommendations, showRecommendation } from './recommendations.ts'
import { Reasoned } from './shapes.ts'

const tags = ['taskforce']
const base = '/api/taskforce/recommendations'

export function recommendationRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change, make } = changes(app, deps, ...tags)
  const one = `${base}/:id` as const

  app.get(
    base,
    {
      schema: {
        operationId: 'listRecommendations',
        summary: 'Recommendations that the user may see, latest due first',
        tags,
        querystring: RecommendationQuery,
        response: { 200: RecommendationList },
      },
    },
    (request) => listRecommendations(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  make(
    base,
    { operationId: 'draftRecommendation', summary: 'Draft a recommendation', body: NewRecommendation },
    (trx, ask, { body }) => draftRecommendation(trx, ask, body),
  )
  app.get(
    one,
    {
      schema: {
        operationId: 'getRecommendation',
        summary: 'A recommendation from its source to what proves it',
        tags,
        params: IdParams,
        response: { 200: Recommendation },
      },
    },
    async (request, reply) => {
      const found = await showRecommendation(db, actorOf(request), request.params.id, todayInVietnam(clock))
      etag(reply, found.version)
      return found
    },
  )
  change(
    'POST',
    `${one}/make`,
    { operationId: 'makeRecommendation', summary: 'Send it to the agency (If-Match)' },
    (trx, ask) => makeRecommendation(trx, ask),
  )
  change(
    'POST',
    `${one}/accept`,
    { operationId: 'acceptRecommendation', summary: 'The agency takes it up (If-Match)', body: Answer },
    (trx, ask, { body }) => answerRecommendation(trx, ask, 'accept', body),
  )
  change(
    'POST',
    `${one}/decline`,
    {
      operationId: 'declineRecommendation',
      summary: 'The agency does not take it up, and says why (If-Match)',
      body: Answer,
    },
    (trx, ask, { body }) => answerRecommendation(trx, ask, 'decline', body),
  )
  change(
    'POST',
    `${one}/claim`,
    {
      operationId: 'claimRecommendation',
      summary: 'The agency says it is carried out, with the proof (If-Match)',
      body: Answer,
    },
    (trx, ask, { body }) => answerRecommendation(trx, ask, 'claim', body),
  )
  change(
    'POST',
    `${one}/close`,
    { operationId: 'closeRecommendation', summary: 'Close it on its proof (If-Match)', body: Answer },
    (trx, ask, { body }) => judgeRecommendation(trx, ask, 'close', body),
  )
  change(
    'POST',
    `${one}/refuse`,
    {
      operationId: 'refuseRecommendationProof',
      summary: 'Do not take the proof, and say why (If-Match)',
      body: Answer,
    },
    (trx, ask, { body }) => judgeRecommendation(trx, ask, 'refuse', body),
  )
  change(
    'POST',
    `${one}/issue`,
    {
      operationId: 'issueRecommendation',
      summary: 'Give it as a task: from then on its state is the task’s (If-Match)',
      body: IssueAsTask,
      answer: Type.Object({ version: Version, taskId: Id }),
    },
    (trx, ask, { body }) => issueRecommendation(trx, ask, body),
  )
  change(
    'POST',
    `${one}/answers/:answerId/confirm-day`,
    {
      operationId: 'confirmAnswerDay',
      summary: 'An answer that was recorded late counts from the day it names (If-Match)',
      params: Type.Object({ id: Id, answerId: Id }),
      body: ConfirmDay,
    },
    (trx, ask, { params, body }) => confirmAnswerDay(trx, ask, { ...body, answerId: params.answerId }),
  )
  change(
    'POST',
    `${one}/withdraw`,
    { operationId: 'withdrawRecommendation', summary: 'Take it back, with the reason (If-Match)', body: Reasoned },
    (trx, ask, { body }) => withdrawRecommendation(trx, ask, body),
  )
  change(
    'POST',
    `${one}/replace`,
    {
      operationId: 'replaceRecommendation',
      summary: 'Put another wording in its place, which is drafted and named (If-Match)',
      body: Replacement,
      answer: Type.Object({ version: Version, id: Id }),
    },
    (trx, ask, { body }) => replaceRecommendation(trx, ask, body),
  )
}
