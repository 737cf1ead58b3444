/** What a document can be described by, and to whom it can go. */
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { Forbidden } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { holdsWords } from '../platform/search.ts'
import { holdersOf } from '../registry/index.ts'
import { bodyOf, demand } from './access.ts'
import type { RecordsDb } from './db.ts'
import type { IncomingChoices, IncomingPeople } from './incoming-shapes.ts'
import { keepsBooks } from './sight.ts'

/** Who assigns documents of a body on a day: those with a post in the body itself, not in its units. */
export async function leadersOf(db: AnyHandle, agencyId: number, on: string): Promise<IncomingChoices['leaders']> {
  const holders = (await holdersOf(db, 'records.assign', on)).filter((one) => one.agencyId === agencyId)
  const { rows } = await sql<{ name: string }>`
    select name from registry.agency_latest where agency_id = ${agencyId}`.execute(reading<RecordsDb>(db))
  return holders.map(({ personId, name, title }) => ({ id: personId, name, title, agencyName: rows[0]!.name }))
}

/** Kinds, the units of the actor's body, and its leaders. */
export async function incomingChoices(db: AnyHandle, actor: Actor, today: string): Promise<IncomingChoices> {
  if (!keepsBooks(actor) && !hasRight(actor, 'records.draft'))
    throw new Forbidden('records.not_of_an_office', 'Chỉ người làm việc với văn bản của cơ quan mới xem được phần này.')
  const handle = reading<RecordsDb>(db)
  const body = await bodyOf(db, actor, today)
  const kinds = await handle
    .selectFrom('registry.document_kind_card')
    .select(['kind', 'name', 'name_en as nameEn'])
    .orderBy('position')
    .execute()
  const { rows: units } = await sql<{ id: number; name: string }>`
    select a.agency_id as id, a.name from registry.agency_card a
    where a.valid @> ${today}::date and a.parent_id = ${body} and a.kind = 'unit'
    order by a.position nulls last, a.name collate "vi-x-icu"`.execute(handle)
  return {
    kinds: kinds as IncomingChoices['kinds'],
    units,
    leaders: await leadersOf(db, body, today),
    unitId: actor.agencyId,
  }
}

const FOUND = 20

/** People with a post today in the agency whose documents the actor assigns, by name, title and unit: whom a document can be given to. */
export async function incomingPeople(
  db: AnyHandle,
  actor: Actor,
  words: string,
  today: string,
): Promise<IncomingPeople> {
  demand(actor, 'records.assign')
  const { rows } = await sql<IncomingPeople['people'][number]>`
    select distinct on (c.full_name collate "vi-x-icu", c.person_id) c.person_id as id, c.full_name as name, c.title, a.name as "agencyName"
    from registry.person_card c
    join registry.agency_latest a on a.agency_id = c.agency_id
    join platform.user_card u on u.user_id = c.user_id and u.deactivated_at is null
    where c.valid @> ${today}::date and c.agency_id = any(registry.reach(array[${actor.agencyId}]::bigint[], ${today}::date))
      ${words.trim() === '' ? sql`` : sql`and ${holdsWords(sql`platform.fold(c.full_name || ' ' || c.title || ' ' || a.name)`, words)}`}
    order by c.full_name collate "vi-x-icu", c.person_id, lower(c.valid) desc limit ${FOUND}`.execute(
    reading<RecordsDb>(db),
  )
  return { people: rows }
}
