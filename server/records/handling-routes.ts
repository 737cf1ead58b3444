import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { finishHandling, giveBack, passOn, startHandling, withdrawHandling } from './handling.ts'
import { listHandlings } from './handling-lists.ts'
import { FinishHandling, HandlingList, HandlingQuery, PassOn, Reason } from './incoming-shapes.ts'

const tags = ['records']
const one = '/api/records/handlings/:id'

/** The parts of documents that were given to units and persons. */
export function handlingRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change } = changes(app, deps, ...tags)
  app.get(
    '/api/records/handlings',
    {
      schema: {
        operationId: 'listHandlings',
        summary: 'Parts of documents given to me, my unit or all units, what is due first at the top',
        tags,
        querystring: HandlingQuery,
        response: { 200: HandlingList },
      },
    },
    (request) => listHandlings(db, actorOf(request), request.query, todayInVietnam(clock)),
  )
  change('POST', `${one}/start`, { operationId: 'startHandling', summary: 'Begin a part' }, startHandling)
  change(
    'POST',
    `${one}/pass-on`,
    { operationId: 'passHandlingOn', summary: 'Pass a part on inside the unit', body: PassOn },
    (trx, ask, { body }) => passOn(trx, ask, body.handlings),
  )
  change(
    'POST',
    `${one}/finish`,
    { operationId: 'finishHandling', summary: 'A part is done, with its result', body: FinishHandling },
    (trx, ask, { body }) => finishHandling(trx, ask, body),
  )
  change(
    'POST',
    `${one}/give-back`,
    { operationId: 'giveHandlingBack', summary: 'Give a part back with the reason', body: Reason },
    (trx, ask, { body }) => giveBack(trx, ask, body.reason),
  )
  change(
    'POST',
    `${one}/withdraw`,
    { operationId: 'withdrawHandling', summary: 'Take a part back from whom it was given to', body: Reason },
    (trx, ask, { body }) => withdrawHandling(trx, ask, body.reason),
  )
}
