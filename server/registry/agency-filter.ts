import { type AnyHandle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import type { RegistryDb } from './db.ts'

/** The query fields by which lists, figures and files of any room are narrowed to one agency. */
const FIELDS = ['agencyId', 'coordinatingId'] as const

/**
 * Refuses what is asked of an agency that never was, of any room (`request.no_such_agency`): an empty list would say that it has
 * nothing. Of agencies that have ended there are rows. Mount it before the rooms, after sign-in.
 */
export function mountAgencyFilter(app: App, { db }: { db: AnyHandle }): void {
  app.addHook('preHandler', async (request) => {
    if (request.method !== 'GET' || request.actor === null) return
    const query = request.query as Partial<Record<(typeof FIELDS)[number], unknown>>
    // The query has been read by the schema of its route: a number is an id there.
    for (const field of FIELDS) if (typeof query[field] === 'number') await refuseUnknown(db, query[field], field)
  })
}

async function refuseUnknown(db: AnyHandle, id: number, field: string): Promise<void> {
  const found = await reading<RegistryDb>(db)
    .selectFrom('registry.agency')
    .select('agency_id')
    .where('agency_id', '=', id)
    .executeTakeFirst()
  if (!found) throw wrong(field, 'request.no_such_agency', 'Không có cơ quan này. Hãy chọn lại cơ quan.')
}
