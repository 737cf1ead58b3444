import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Rebuild, Rebuilt, Statistics, StatisticsQuery, Trend, TrendQuery } from './figure-shapes.ts'
import { rebuildFigureSlice } from './figures.ts'
import { statistics, trend } from './statistics.ts'

const tags = ['tasks']

/** Figures of the tasks on any day. */
export function figureRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { act } = changes(app, deps, ...tags)
  const today = () => todayInVietnam(clock)

  app.get(
    '/api/statistics',
    {
      config: { heavy: true },
      schema: {
        operationId: 'getStatistics',
        summary: 'The official partition as of a day, with shares, changes and rows',
        description: 'Every figure is a set of rows: follow `link` or `rows`, with `&standing=` for one figure.',
        tags,
        querystring: StatisticsQuery,
        response: { 200: Statistics },
      },
    },
    (request) => statistics(db, actorOf(request), request.query, today()),
  )

  app.get(
    '/api/statistics/trend',
    {
      config: { heavy: true },
      schema: {
        operationId: 'getTrend',
        summary: 'The partition at the end of each of the last months',
        tags,
        querystring: TrendQuery,
        response: { 200: Trend },
      },
    },
    (request) => trend(db, actorOf(request), request.query, today()),
  )

  act(
    'POST',
    '/api/figures/rebuild',
    {
      operationId: 'rebuildFigures',
      summary: 'Rebuild the data behind the figures from the facts, slice by slice',
      description:
        'Figures stay complete meanwhile: only rows that differ from the facts are written. After the last slice a job recounts all days.',
      body: Rebuild,
      answer: Rebuilt,
    },
    (trx, ask, { body }) => rebuildFigureSlice(trx, ask, body),
  )
}
