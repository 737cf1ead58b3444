import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Day, IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import { getAgencyDetail } from './detail.ts'
import { looksLikeCode, resolveAgency } from './resolve.ts'
import { AgencyDetail, AgencyList, AgencyQuery, Resolution, ResolveQuery } from './shapes.ts'
import { listAgencies, turnsOf } from './store.ts'

const tags = ['registry']

/** The registry is public inside the system: every signed-in user may read all of it. */
export function registryRoutes(app: App, { db, clock }: Deps): void {
  app.get(
    '/api/agencies',
    {
      schema: {
        operationId: 'listAgencies',
        summary: 'Agencies and units of a day',
        tags,
        querystring: AgencyQuery,
        response: { 200: AgencyList },
      },
    },
    async ({ query }) => {
      const on = query.on ?? todayInVietnam(clock)
      return { on, agencies: await listAgencies(db, { ...query, on }), turns: await turnsOf(db) }
    },
  )

  app.get(
    '/api/agencies/resolve',
    {
      schema: {
        operationId: 'resolveAgency',
        summary: 'Which agency a name or code means on a day',
        description:
          'A name without a day is resolved as of today; a two-digit statistical code without a day is refused.',
        tags,
        querystring: ResolveQuery,
        response: { 200: Resolution },
      },
    },
    async ({ query: { name, on, within } }) =>
      resolveAgency(db, name, on ?? (looksLikeCode(name) ? null : todayInVietnam(clock)), { within }),
  )

  app.get(
    '/api/agencies/:id',
    {
      schema: {
        operationId: 'getAgency',
        summary: 'One agency through time',
        tags,
        params: IdParams,
        querystring: Type.Object({ on: Type.Optional(Day) }),
        response: { 200: AgencyDetail },
      },
    },
    async (request, reply) => {
      const on = request.query.on ?? todayInVietnam(clock)
      const detail = await getAgencyDetail(db, actorOf(request), request.params.id, on)
      etag(reply, detail.version)
      return detail
    },
  )
}
