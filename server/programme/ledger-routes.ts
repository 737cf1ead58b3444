import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { closeYear } from './close-year.ts'
import { ledgerOf, listYears, recoveryBy, summarise } from './ledger.ts'
import {
  ClosedYear,
  Ledger,
  LedgerQuery,
  RecoveryAnswer,
  RecoveryQuery,
  Summary,
  SummaryQuery,
  YearList,
  YearParams,
} from './ledger-shapes.ts'

const tags = ['programme']

export function ledgerRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  app.get(
    '/api/programme/summary',
    {
      schema: {
        operationId: 'summariseProgramme',
        summary: 'A period in the words of the monthly report: due, submitted, owed, share, points, due next month',
        tags,
        querystring: SummaryQuery,
        response: { 200: Summary },
      },
    },
    (request) => summarise(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  app.get(
    '/api/programme/ledger',
    {
      schema: {
        operationId: 'programmeLedger',
        summary: 'What is owed at the end of a day, by agency, level, deputy in charge, age or times postponed',
        tags,
        querystring: LedgerQuery,
        response: { 200: Ledger },
      },
    },
    (request) => ledgerOf(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  app.get(
    '/api/programme/recovery',
    {
      schema: {
        operationId: 'programmeRecovery',
        summary: 'What became, by one day, of the entries owed on another',
        tags,
        querystring: RecoveryQuery,
        response: { 200: RecoveryAnswer },
      },
    },
    (request) => recoveryBy(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  app.get(
    '/api/programme/years',
    {
      schema: {
        operationId: 'listProgrammeYears',
        summary: 'The debt of each year: owed at its start, newly owed, cleared, stopped, owed at its end',
        tags,
        response: { 200: YearList },
      },
    },
    (request) => listYears(db, actorOf(request), todayInVietnam(clock)),
  )
  changes(app, deps, ...tags).make(
    '/api/programme/years/:year/close',
    {
      operationId: 'closeProgrammeYear',
      summary: 'Close the debt of a year that is over and carry it over to the next',
      params: YearParams,
      answer: ClosedYear,
    },
    (trx, ask, { params }) => closeYear(trx, ask, params.year),
  )
}
