import { actorOf } from '../platform/actor.ts'
import { changes } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { toReadHistory } from './agency-access.ts'
import {
  AddCode,
  AddSuccession,
  AgencyHistory,
  Alias,
  ChangeAgency,
  CompareQuery,
  Comparison,
  EndAgency,
  EndCode,
  FoundAgency,
  Reason,
  SuccessionParams,
} from './agency-shapes.ts'
import { addAlias, addCode, removeAlias, removeCode } from './code.ts'
import { compareDays } from './compare.ts'
import type { RegistryDb } from './db.ts'
import { agencyHistory } from './detail.ts'
import { endAgency } from './end.ts'
import { foundAgency } from './found.ts'
import { changePeriod } from './period.ts'
import { addSuccession, removeSuccession } from './succession.ts'

const tags = ['registry']

/** Managing the registry: each act names the version of the agency it saw (If-Match) and returns the next one. */
export function agencyRoutes(app: App, deps: Deps): void {
  const { db } = deps
  const { change, make } = changes(app, deps, ...tags)

  app.get(
    '/api/agencies/compare',
    {
      schema: {
        operationId: 'compareAgencies',
        summary: 'Compare the registry on two days',
        tags,
        querystring: CompareQuery,
        response: { 200: Comparison },
      },
    },
    async ({ query }) => compareDays(db, query.from, query.to),
  )

  app.get(
    '/api/agencies/:id/history',
    {
      schema: {
        operationId: 'agencyHistory',
        summary: 'Who changed the agency, when, by which document',
        tags,
        params: IdParams,
        response: { 200: AgencyHistory },
      },
    },
    async (request) => {
      await toReadHistory(db, actorOf(request), request.params.id)
      return agencyHistory(db, request.params.id)
    },
  )

  make(
    '/api/agencies',
    { operationId: 'foundAgency', summary: 'Add an agency or unit', body: FoundAgency },
    (trx, ask, { body }) => foundAgency(trx, ask, body),
  )
  const agency = '/api/agencies/:id'
  change(
    'POST',
    `${agency}/changes`,
    { operationId: 'changeAgency', summary: 'Change from a day on', body: ChangeAgency },
    (trx, ask, { body }) => changePeriod(trx, ask, body),
  )
  change(
    'POST',
    `${agency}/end`,
    { operationId: 'endAgency', summary: 'End, or withdraw the end', body: EndAgency },
    (trx, ask, { body }) => endAgency(trx, ask, body),
  )
  change(
    'POST',
    `${agency}/successions`,
    { operationId: 'addSuccession', summary: 'Record who takes over from it', body: AddSuccession },
    async (trx, ask, { body }) => {
      await addSuccession(trx, ask, body)
      return versionOf(trx, ask.id)
    },
  )
  change(
    'POST',
    `${agency}/successions/:successionId/withdraw`,
    {
      operationId: 'removeSuccession',
      summary: 'Withdraw a succession recorded by mistake',
      params: SuccessionParams,
      body: Reason,
    },
    async (trx, ask, { params: { successionId }, body }) => {
      await removeSuccession(trx, ask, { ...body, successionId })
      return versionOf(trx, ask.id)
    },
  )
  change(
    'POST',
    `${agency}/codes`,
    { operationId: 'addCode', summary: 'Add a code from a day on', body: AddCode },
    (trx, ask, { body }) => addCode(trx, ask, body),
  )
  change(
    'POST',
    `${agency}/codes/end`,
    { operationId: 'endCode', summary: 'End a code', body: EndCode },
    (trx, ask, { body }) => removeCode(trx, ask, body),
  )
  change(
    'POST',
    `${agency}/aliases`,
    { operationId: 'addAlias', summary: 'Add an alternative spelling of its name', body: Alias },
    (trx, ask, { body }) => addAlias(trx, ask, body),
  )
  change(
    'POST',
    `${agency}/aliases/withdraw`,
    { operationId: 'removeAlias', summary: 'Remove an alternative spelling of its name', body: Alias },
    (trx, ask, { body }) => removeAlias(trx, ask, body),
  )
}

async function versionOf(trx: Transaction<RegistryDb>, id: number): Promise<number> {
  const { version } = await trx
    .selectFrom('registry.agency')
    .select('version')
    .where('agency_id', '=', id)
    .executeTakeFirstOrThrow()
  return version
}
