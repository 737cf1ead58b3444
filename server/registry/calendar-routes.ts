import { actorOf } from '../platform/actor.ts'
import { changes } from '../platform/change.ts'
import { wrong } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { etag } from '../platform/version.ts'
import { Reason } from './agency-shapes.ts'
import { calendarOf } from './calendar.ts'
import { CalendarYear, ChangeChoice, Count, CountQuery, DayParams, PlanDays, YearParams } from './calendar-shapes.ts'
import { getCalendarYear } from './calendar-year.ts'
import { changeChoice, planDays, withdrawDay } from './plan.ts'

const tags = ['calendar']

/** What can be counted: see `YearParams`. */
const FIRST = '1990-01-01'
const LAST = '2099-12-31'

/** Everyone reads the calendar; those who manage the registry edit it, naming the version of the year they saw. */
export function calendarRoutes(app: App, deps: Deps): void {
  const { db } = deps
  const { change } = changes(app, deps, ...tags)

  app.get(
    '/api/working-calendar/:year',
    {
      schema: {
        operationId: 'getCalendarYear',
        summary: 'Days off and make-up working days of a year, with their reasons',
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
  const year = '/api/working-calendar/:year'
  change(
    'PUT',
    `${year}/choices`,
    { operationId: 'changeChoice', summary: 'What was announced', params: YearParams, body: ChangeChoice },
    (trx, ask, { body }) => changeChoice(trx, ask, body),
  )
  change(
    'POST',
    `${year}/days`,
    { operationId: 'planDays', summary: 'A day off, worked, or swapped', params: YearParams, body: PlanDays },
    (trx, ask, { body }) => planDays(trx, ask, body),
  )
  change(
    'POST',
    `${year}/days/:day/withdraw`,
    { operationId: 'withdrawDay', summary: 'Withdraw a planned day and its swap', params: DayParams, body: Reason },
    (trx, ask, { params: { day }, body }) => withdrawDay(trx, ask, { ...body, day }),
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
