import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { type Actor, actorOf } from '../platform/actor.ts'
import type { Transaction } from '../platform/db.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { Changed, IdParams } from '../platform/shapes.ts'
import { etag, ifMatch } from '../platform/version.ts'
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
  Founded,
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

/** Keeping the registry: each act names the version of the body it saw (If-Match) and answers the next one. */
export function agencyRoutes(app: App, { db }: Deps): void {
  const change = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: number,
    act: (trx: Transaction<RegistryDb>, actor: Actor, seen: { agencyId: number; version: number }) => Promise<unknown>,
  ) => {
    const actor = actorOf(request)
    const seen = { agencyId: id, version: ifMatch(request) }
    const version = await db.transaction().execute((trx) =>
      idempotent(trx, actor, idempotencyKey(request), async () => {
        await act(trx, actor, seen)
        return versionOf(trx, id)
      }),
    )
    etag(reply, version)
    return { version }
  }
  const schema = <Body extends TSchema>(operationId: string, summary: string, body: Body) => ({
    schema: { operationId, summary, tags, params: IdParams, body, response: { 200: Changed } },
  })

  app.get(
    '/api/agencies/compare',
    {
      schema: {
        operationId: 'compareAgencies',
        summary: 'Two days of the registry beside each other',
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
        summary: 'Who changed the body, when, by which document',
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

  app.post(
    '/api/agencies',
    {
      schema: {
        operationId: 'foundAgency',
        summary: 'Add a body or unit',
        tags,
        body: FoundAgency,
        response: { 201: Founded },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const key = idempotencyKey(request)
      const id = await db
        .transaction()
        .execute((trx) => idempotent(trx, actor, key, () => foundAgency(trx, actor, request.body)))
      return reply.code(201).send({ id })
    },
  )
  app.post(
    '/api/agencies/:id/changes',
    schema('changeAgency', 'Change from a day on', ChangeAgency),
    (request, reply) =>
      change(request, reply, request.params.id, (trx, actor, seen) =>
        changePeriod(trx, actor, { ...request.body, ...seen }),
      ),
  )
  app.post('/api/agencies/:id/end', schema('endAgency', 'End, or let go on', EndAgency), (request, reply) =>
    change(request, reply, request.params.id, (trx, actor, seen) =>
      endAgency(trx, actor, { ...request.body, ...seen }),
    ),
  )
  app.post(
    '/api/agencies/:id/successions',
    schema('addSuccession', 'Say who takes over from it', AddSuccession),
    (request, reply) =>
      change(request, reply, request.params.id, (trx, actor, { agencyId, version }) =>
        addSuccession(trx, actor, { ...request.body, oldId: agencyId, version }),
      ),
  )
  app.post(
    '/api/agencies/:id/successions/:successionId/withdraw',
    {
      schema: {
        operationId: 'removeSuccession',
        summary: 'Take back a succession wrongly said',
        tags,
        params: SuccessionParams,
        body: Reason,
        response: { 200: Changed },
      },
    },
    (request, reply) =>
      change(request, reply, request.params.id, (trx, actor, seen) =>
        removeSuccession(trx, actor, { ...request.body, ...seen, successionId: request.params.successionId }),
      ),
  )
  app.post('/api/agencies/:id/codes', schema('addCode', 'Give it a code from a day on', AddCode), (request, reply) =>
    change(request, reply, request.params.id, (trx, actor, seen) => addCode(trx, actor, { ...request.body, ...seen })),
  )
  app.post('/api/agencies/:id/codes/end', schema('endCode', 'Take a code from it', EndCode), (request, reply) =>
    change(request, reply, request.params.id, (trx, actor, seen) =>
      removeCode(trx, actor, { ...request.body, ...seen }),
    ),
  )
  app.post('/api/agencies/:id/aliases', schema('addAlias', 'Another way to write its name', Alias), (request, reply) =>
    change(request, reply, request.params.id, (trx, actor, seen) => addAlias(trx, actor, { ...request.body, ...seen })),
  )
  app.post(
    '/api/agencies/:id/aliases/withdraw',
    schema('removeAlias', 'A way its name is not written', Alias),
    (request, reply) =>
      change(request, reply, request.params.id, (trx, actor, seen) =>
        removeAlias(trx, actor, { ...request.body, ...seen }),
      ),
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
