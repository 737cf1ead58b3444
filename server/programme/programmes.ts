import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { itemSeen } from './access.ts'
import type { ProgrammeDb } from './db.ts'
import type { ProgrammeList } from './shapes.ts'

/** Programmes, newest first, with how many entries the actor may read in each. */
export async function listProgrammes(db: AnyHandle, actor: Actor): Promise<Static<typeof ProgrammeList>> {
  const { rows } = await sql<Static<typeof ProgrammeList>['rows'][number]>`
    select p.programme_id as id, p.kind, p.first_on as "firstOn", p.last_on as "lastOn", p.title, p.state, p.act_number as "actNumber",
           p.act_on as "actOn", p.version, coalesce(e.items, 0) as items, coalesce(e.carried, 0) as carried
    from programme.programme p
    left join (
      select e.programme_id, count(*)::integer as items, count(e.carried_from_id)::integer as carried
      from programme.entry e
      ${
        // Who sees every entry needs none of them to be looked up.
        actor.seen === null
          ? sql``
          : sql`join programme.item i on i.item_id = e.item_id
      where ${itemSeen(actor, sql`i.item_id`, sql`i.lead_agency_id`)}`
      } group by e.programme_id
    ) e on e.programme_id = p.programme_id
    order by p.first_on desc, p.kind limit 500`.execute(reading<ProgrammeDb>(db))
  return { rows }
}

/** The file of a submission, for those who may read its entry. */
export async function submissionFile(db: AnyHandle, blobs: Blobs, actor: Actor, id: number) {
  const { rows } = await sql<{ sha256: string; file_name: string }>`
    select encode(s.sha256, 'hex') as sha256, s.file_name
    from programme.submission s join programme.item i on i.item_id = s.item_id
    where s.submission_id = ${id} and s.sha256 is not null and ${itemSeen(actor, sql`i.item_id`, sql`i.lead_agency_id`)}`.execute(
    reading<ProgrammeDb>(db),
  )
  if (!rows[0]) throw new NotFound('programme.file_not_found', 'Không tìm thấy tệp này.')
  return { ...(await getBlob(db, blobs, rows[0].sha256)), fileName: rows[0].file_name }
}
