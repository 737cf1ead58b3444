import { actorOf } from '../platform/actor.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { accuracyOf, listOutcomes } from './accuracy.ts'
import { corpusOf } from './corpus.ts'
import { Corpus, CorpusQuery } from './corpus-shapes.ts'
import { correctionsOf, missedLabels } from './corrections.ts'
import { knowledgeToTakeOut } from './knowledge.ts'
import { KnowledgeCard } from './label-shapes.ts'
import {
  Accuracy,
  AccuracyQuery,
  Corrections,
  CorrectionsQuery,
  MissedLabels,
  OutcomeList,
  OutcomeQuery,
} from './outcome-shapes.ts'

const tags = ['directives']

/** How well documents are read, for those who see every directive; and what was confirmed and taught, to learn from. */
export function accuracyRoutes(app: App, { db, clock }: Deps): void {
  app.get(
    '/api/directives/accuracy',
    {
      schema: {
        operationId: 'getAccuracy',
        summary: 'How much of what was read was confirmed unchanged',
        tags,
        querystring: AccuracyQuery,
        response: { 200: Accuracy },
      },
    },
    async (request) => accuracyOf(db, clock, actorOf(request), request.query),
  )
  app.get(
    '/api/directives/corrections',
    {
      schema: {
        operationId: 'listCorrections',
        summary: 'The most frequent corrections',
        tags,
        querystring: CorrectionsQuery,
        response: { 200: Corrections },
      },
    },
    async (request) => correctionsOf(db, clock, actorOf(request), request.query),
  )
  app.get(
    '/api/directives/missed-labels',
    {
      schema: {
        operationId: 'listMissedLabels',
        summary: 'Labels of lines that were not understood, the most frequent first',
        tags,
        querystring: AccuracyQuery,
        response: { 200: MissedLabels },
      },
    },
    async (request) => missedLabels(db, clock, actorOf(request), request.query),
  )
  app.get(
    '/api/directives/outcomes',
    {
      schema: {
        operationId: 'listOutcomes',
        summary: 'Values as suggested and as confirmed, newest first: the rows behind a figure',
        tags,
        querystring: OutcomeQuery,
        response: { 200: OutcomeList },
      },
    },
    async (request) => listOutcomes(db, clock, actorOf(request), request.query),
  )
  app.get(
    '/api/directives/corpus',
    {
      schema: {
        operationId: 'exportCorpus',
        summary: 'Confirmed directives as labelled documents, in the order of confirmation',
        description:
          'What `dieuhanh corpus export` writes to files. For those who keep the registry, and of directives that they may read.',
        tags,
        querystring: CorpusQuery,
        response: { 200: Corpus },
      },
    },
    async (request) => corpusOf(db, actorOf(request), request.query),
  )
  app.get(
    '/api/directives/knowledge',
    {
      schema: {
        operationId: 'exportKnowledge',
        summary: 'What this office adds to the words of the reader: names of agencies, and labels in force',
        description:
          'What `dieuhanh knowledge export` writes and `dieuhanh extract --knowledge` reads. A few thousand short texts, in one answer. For those who keep the registry.',
        tags,
        response: { 200: KnowledgeCard },
      },
    },
    async (request) => knowledgeToTakeOut(db, actorOf(request)),
  )
}
