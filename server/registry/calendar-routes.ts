import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { Changed } from '../platform/shapes.ts'
import { etag, ifMatch } from '../platform/version.ts'
import { Reason } from './agency-shapes.ts'
import { calendarOf } from './calendar.ts'
import { CalendarYear, ChangeChoice, Count, CountQuery, DayParams, PlanDays, YearParams } from './calendar-shapes.ts'
import { getCalendarYear } from './calendar-year.ts'
import type { RegistryDb } from './db.ts'
import { changeChoice, planDays, withdrawDay, type YearAsk } from './plan.ts'

const tags = ['calendar']

/** What can be counted: see `YearParams`. */
const FIRST = '1990-01-01'
const LAST = '2099-12-31'

/** The calendar is read by everybody; whoever keeps the registry keeps it, naming the version of the year they saw. */
export function calendarRoutes(app: App, { db }: Deps): void {
  const change = async (
    request: FastifyRequest,
    reply: FastifyReply,
    year: number,
    act: (trx: Transaction<RegistryDb>, ask: YearAsk) => Promise<number>,
  ) => {
    const ask: YearAsk = { actor: actorOf(request), year, version: ifMatch(request) }
    const key = idempotencyKey(request)
    const version = await db.transaction().execute((trx) => idempotent(trx, ask.actor, key, () => act(trx, ask)))
    etag(reply, version)
    return { version }
  }
  const schema = <Body extends TSchema>(operationId: string, summary: string, body: Body) => ({
    schema: { operationId, summary, tags, params: YearParams, body, response: { 200: Changed } },
  })

  app.get(
    '/api/working-calendar/:year',
    {
      schema: {
        operationId: 'getCalendarYear',
        summary: 'Days off and days worked of a year, and why',
        tags,
        params: YearParams,
        response: { 200: CalendarYear },
      },
    },
    async (request, reply) => {
      const year = await getCalendarYear(db, actorOf(request), request.params.year)
      etag(reply, year.version)
      return year
    },
  )
  app.put(
    '/api/working-calendar/:year/choices',
    schema('changeChoice', 'What was announced', ChangeChoice),
    (request, reply) => change(request, reply, request.params.year, (trx, ask) => changeChoice(trx, ask, request.body)),
  )
  app.post(
    '/api/working-calendar/:year/days',
    schema('planDays', 'A day off, worked, or swapped', PlanDays),
    (request, reply) => change(request, reply, request.params.year, (trx, ask) => planDays(trx, ask, request.body)),
  )
  app.post(
    '/api/working-calendar/:year/days/:day/withdraw',
    {
      schema: {
        operationId: 'withdrawDay',
        summary: 'Take back a planned day and its swap',
        tags,
        params: DayParams,
        body: Reason,
        response: { 200: Changed },
      },
    },
    (request, reply) =>
      change(request, reply, request.params.year, (trx, ask) =>
        withdrawDay(trx, ask, request.params.day, request.body.reason),
      ),
  )

  app.get(
    '/api/working-days',
    {
      schema: {
        operationId: 'countWorkingDays',
        summary: 'Count working days between two days, or add them to one',
        tags,
        querystring: CountQuery,
        response: { 200: Count },
      },
    },
    async ({ query: { from, to, add } }) => {
      if ((to === undefined) === (add === undefined)) {
        throw wrong('to', 'calendar.count_what', 'Hãy nêu ngày đến, hoặc số ngày cần cộng.')
      }
      for (const [path, day] of Object.entries({ from, to })) {
        if (day !== undefined && (day < FIRST || day > LAST)) {
          throw wrong(path, 'calendar.out_of_range', 'Lịch chỉ tính được cho các năm từ 1990 đến 2099.')
        }
      }
      const calendar = await calendarOf(db)
      const last = to ?? calendar.addWorkingDays(from, add ?? 0)
      return { from, to: last, workingDays: calendar.workingDaysBetween(from, last) }
    },
  )
}
