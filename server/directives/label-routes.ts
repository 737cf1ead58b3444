import { actorOf } from '../platform/actor.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { AddLabel, LabelList, LabelParams, LabelQuery } from './label-shapes.ts'
import { addLabel, listLabels, withdrawLabel } from './labels.ts'

/** The words that an office teaches the reader. Names of agencies are the registry's: POST /api/agencies/{id}/aliases. */
export function labelRoutes(app: App, deps: Deps): void {
  const { change, make } = changes(app, deps, 'directives')
  app.get(
    '/api/directives/labels',
    {
      schema: {
        operationId: 'listLabels',
        summary: 'Labels of lines and columns that this office has added',
        tags: ['directives'],
        querystring: LabelQuery,
        response: { 200: LabelList },
      },
    },
    async (request) => listLabels(deps.db, actorOf(request), request.query),
  )
  make(
    '/api/directives/labels',
    {
      operationId: 'addLabel',
      summary: 'Add a label of a line or column',
      description: 'Used for documents read from now on. Case, accents and a colon at the end do not matter.',
      body: AddLabel,
    },
    (trx, ask, { body }) => addLabel(trx, ask, body),
  )
  change(
    'POST',
    '/api/directives/labels/:labelId/withdraw',
    { operationId: 'withdrawLabel', summary: 'Withdraw a label (If-Match)', params: LabelParams },
    (trx, ask) => withdrawLabel(trx, ask),
  )
}
