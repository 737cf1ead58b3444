import { type RawBuilder, sql, type Transaction } from 'kysely'
import { toJson } from '../platform/db.ts'
import type { RegistryDb } from './db.ts'
import type { CodeRow, CollectiveRow, PeriodRow, SuccessionRow } from './reference.ts'

/** Ids by slug. */
export type Ids = ReadonlyMap<string, number>
type Trx = Transaction<RegistryDb>

export async function knownSlugs(trx: Trx): Promise<Map<string, number>> {
  const rows = await trx.selectFrom('registry.agency').select(['slug', 'agency_id as id']).execute()
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

export async function insertAgencies(trx: Trx, slugs: ReadonlySet<string>, known: Ids): Promise<Ids> {
  const rows = await trx
    .insertInto('registry.agency')
    .values([...slugs].map((slug) => ({ slug })))
    .returning(['slug', 'agency_id as id'])
    .execute()
  return new Map([...known, ...rows.map(({ slug, id }): [string, number] => [slug, id])])
}

export async function insertPeriods(trx: Trx, ids: Ids, rows: readonly PeriodRow[]): Promise<void> {
  await sql`
    insert into registry.agency_period
      (agency_id, valid, name, name_en, abbreviation, kind, parent_id, position, source, confidence)
    select r.agency_id, daterange(r."from", r."to"), r.name, r."nameEn", r.abbreviation, r.kind, r.parent_id, r.position,
           r.source, r.confidence
    from ${given(
      rows.map((row) => ({ ...row, agency_id: idOf(ids, row.slug), parent_id: row.parent && idOf(ids, row.parent) })),
      sql`agency_id bigint, "from" date, "to" date, name text, "nameEn" text, abbreviation text, kind text,
          parent_id bigint, position integer, source text, confidence text`,
    )}`.execute(trx)
}

export async function insertCodes(trx: Trx, ids: Ids, rows: readonly CodeRow[]): Promise<void> {
  await sql`
    insert into registry.agency_code (agency_id, scheme, code, valid, source, confidence)
    select r.agency_id, r.scheme, r.code, daterange(r."from", r."to"), r.source, r.confidence
    from ${given(
      rows.map((row) => ({ ...row, agency_id: idOf(ids, row.slug) })),
      sql`agency_id bigint, scheme text, code text, "from" date, "to" date, source text, confidence text`,
    )}`.execute(trx)
}

export async function insertAliases(
  trx: Trx,
  ids: Ids,
  rows: readonly { slug: string; alias: string }[],
): Promise<void> {
  await sql`
    insert into registry.agency_alias (agency_id, alias)
    select r.agency_id, r.alias
    from ${given(
      rows.map((row) => ({ ...row, agency_id: idOf(ids, row.slug) })),
      sql`agency_id bigint, alias text`,
    )}`.execute(trx)
}

export async function insertSuccessions(trx: Trx, ids: Ids, rows: readonly SuccessionRow[]): Promise<void> {
  await sql`
    insert into registry.succession (old_agency_id, new_agency_id, kind, subject, effective_on, source, confidence)
    select r.old_id, r.new_id, r.kind, r.subject, r."effectiveOn", r.source, r.confidence
    from ${given(
      rows.map((row) => ({ ...row, old_id: idOf(ids, row.old), new_id: row.new && idOf(ids, row.new) })),
      sql`old_id bigint, new_id bigint, kind text, subject text, "effectiveOn" date, source text, confidence text`,
    )}
    on conflict do nothing`.execute(trx)
}

export async function insertCollectives(trx: Trx, ids: Ids, rows: readonly CollectiveRow[]): Promise<void> {
  await sql`
    insert into registry.collective (phrase, kinds, parent_id, is_of_issuer, is_part)
    select r.phrase, r.kinds, r.parent_id, r."isOfIssuer", r."isPart"
    from ${given(
      rows.map((row) => ({ ...row, parent_id: row.parent && idOf(ids, row.parent) })),
      sql`phrase text, kinds text[], parent_id bigint, "isOfIssuer" boolean, "isPart" boolean`,
    )}
    on conflict do nothing`.execute(trx)
}

/** Rows sent as one parameter, however many there are; `columns` names and types those used. */
function given(rows: readonly object[], columns: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${toJson(rows)}::jsonb) as r(${columns})`
}

function idOf(ids: Ids, slug: string): number {
  const id = ids.get(slug)
  if (id === undefined) throw new Error(`the reference data names an agency that it does not contain:  ${slug}`)
  return id
}
