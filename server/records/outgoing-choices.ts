/** What a draft can be made of: kinds, units, and people to ask and to sign. */
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { holdsWords } from '../platform/search.ts'
import { signatoriesOf } from '../registry/index.ts'
import { bodyOf, demand } from './access.ts'
import type { RecordsDb } from './db.ts'
import { COPY_FORMS, type DraftChoices, type PeopleToAsk } from './outgoing-shapes.ts'
import { strangersTo } from './outgoing-store.ts'

/** Kinds, the units that may draft, and who may sign in the actor's body today. */
export async function draftChoices(db: AnyHandle, actor: Actor, today: string): Promise<DraftChoices> {
  demand(actor, 'records.draft')
  const handle = reading<RecordsDb>(db)
  const body = await bodyOf(db, actor, today)
  const kinds = await handle
    .selectFrom('registry.document_kind_card')
    .select(['kind', 'name', 'name_en as nameEn', 'abbreviation'])
    .where('kind', 'not in', [...COPY_FORMS])
    .orderBy('position')
    .execute()
  const { rows: units } = await sql<DraftChoices['units'][number]>`
    select a.agency_id as id, a.name from registry.agency_card a
    where a.valid @> ${today}::date and (a.agency_id = ${body} or (a.parent_id = ${body} and a.kind = 'unit'))
    order by a.agency_id <> ${body}, a.name collate "vi-x-icu"`.execute(handle)
  const holders = await signatoriesOf(db, 'records.sign', today)
  const strangers = new Set(
    await strangersTo(
      db,
      body,
      holders.map(({ id }) => id),
      today,
    ),
  )
  return {
    kinds: kinds as DraftChoices['kinds'],
    units,
    unitId: actor.agencyId,
    signers: holders.filter(({ id }) => !strangers.has(id)),
  }
}

const FOUND = 20

/** People with a post in the actor's body today, by name, title and unit: whom a route can ask. */
export async function peopleToAsk(db: AnyHandle, actor: Actor, words: string, today: string): Promise<PeopleToAsk> {
  demand(actor, 'records.draft')
  const body = await bodyOf(db, actor, today)
  const { rows } = await sql<PeopleToAsk['people'][number]>`
    select distinct on (c.full_name collate "vi-x-icu", c.person_id) c.person_id as id, c.full_name as name, c.title, a.name as "agencyName"
    from registry.person_card c
    join registry.agency_latest a on a.agency_id = c.agency_id
    join platform.user_card u on u.user_id = c.user_id and u.deactivated_at is null
    where c.valid @> ${today}::date and c.agency_id = any(registry.reach(array[${body}]::bigint[], ${today}::date))
      ${words.trim() === '' ? sql`` : sql`and ${holdsWords(sql`platform.fold(c.full_name || ' ' || c.title || ' ' || a.name)`, words)}`}
    order by c.full_name collate "vi-x-icu", c.person_id, lower(c.valid) desc limit ${FOUND}`.execute(
    reading<RecordsDb>(db),
  )
  return { people: rows }
}
