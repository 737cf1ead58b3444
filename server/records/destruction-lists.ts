import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Download } from '../platform/attachment.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { PDF } from '../platform/official-document/kept.ts'
import { decodeCursor, onlyId, pageOf } from '../platform/paging.ts'
import { hasRight } from '../platform/rights.ts'
import { mayArchive, ofArchiveToRead, seesDestruction } from './case-access.ts'
import { PAGE } from './case-shapes.ts'
import { mayMoveDestruction } from './case-state.ts'
import type { RecordsDb } from './db.ts'
import {
  DESTRUCTION_SCREEN_ACTS,
  type Destruction,
  type DestructionList,
  type DestructionQuery,
  type DestructionRow,
} from './destruction-shapes.ts'
import { peopleOf } from './sight.ts'

type Found = Omit<DestructionRow, 'may'> & {
  agency_id: number
  proposed_by_id: number
  proposed_for_id: number | null
}
const ROW = sql`
  d.destruction_id as id, d.version, d.state, d.agency_id, d.proposed_by_id, d.proposed_for_id, d.reason,
  json_build_object('id', d.agency_id, 'name', (select a.name from registry.agency_latest a where a.agency_id = d.agency_id)) as agency,
  d.proposed_at as "proposedAt", d.proposed_by as "proposedBy", d.decision, d.decided_on as "decidedOn",
  (select count(*) from records.destruction_case x where x.destruction_id = d.destruction_id)::integer as cases`

function withMay(actor: Actor, { agency_id, proposed_by_id, proposed_for_id, ...row }: Found): DestructionRow {
  const archives = mayArchive(actor, { agency_id }) && actor.personId !== null
  const decides =
    hasRight(actor, 'records.sign') &&
    actor.own.includes(agency_id) &&
    actor.personId !== null &&
    !peopleOf(actor).some((id) => id === proposed_by_id || id === proposed_for_id)
  const who: Record<DestructionRow['may'][number], boolean> = {
    consider: archives,
    withdraw: archives,
    carryOut: archives,
    decide: decides,
    decline: decides,
  }
  return { ...row, may: DESTRUCTION_SCREEN_ACTS.filter((act) => who[act] && mayMoveDestruction(row.state, act)) }
}

/** Destructions of the actor's body, the latest first; for those who archive there or sign for it. */
export async function listDestructions(db: AnyHandle, actor: Actor, query: DestructionQuery): Promise<DestructionList> {
  const { state, cursor, limit = PAGE } = query
  const after = decodeCursor(query, cursor, onlyId)
  const { rows } = await sql<Found>`
    select ${ROW} from records.destruction d
    where ${seesDestruction(actor)} and ${state === undefined ? sql`true` : sql`d.state = ${state}`}
      and ${after ? sql`d.destruction_id < ${after[0]}` : sql`true`}
    order by d.destruction_id desc limit ${limit + 1}`.execute(reading<RecordsDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ id }) => [id])
  return { rows: items.map((row) => withMay(actor, row)), nextCursor: next }
}

export async function showDestruction(db: AnyHandle, actor: Actor, id: number): Promise<Destruction> {
  await ofArchiveToRead(db, actor, 'records.destruction', id)
  const { rows } = await sql<Found & Omit<Destruction, keyof DestructionRow>>`
    select ${ROW}, d.council, d.council_on as "councilOn", d.council_words as "councilWords", d.decided_by as "decidedBy",
           d.ended_words as "endedWords", d.carried_out_on as "carriedOutOn", d.witnesses, d.minutes_sha256 is not null as "hasMinutes",
           (select json_agg(json_build_object('caseId', c.case_id, 'code', c.code, 'title', c.title, 'year', c.year, 'state', c.state,
               'retentionYears', c.retention_years, 'keptUntil', c.kept_until) order by x.position)
             from records.destruction_case x join records.case_file c using (case_id) where x.destruction_id = d.destruction_id) as list
    from records.destruction d where d.destruction_id = ${id}`.execute(reading<RecordsDb>(db))
  return withMay(actor, rows[0]!) as Destruction
}

export async function destructionFile(db: AnyHandle, blobs: Blobs, actor: Actor, id: number): Promise<Download> {
  const one = await ofArchiveToRead(db, actor, 'records.destruction', id)
  if (one.minutes_sha256 === null)
    throw new NotFound('destruction.no_minutes', 'Chưa có biên bản: tài liệu chưa hủy. Hãy quay lại sau khi hủy.')
  const { bytes } = await getBlob(db, blobs, Buffer.from(one.minutes_sha256).toString('hex'))
  return { bytes, mediaType: PDF, fileName: `Biên bản hủy tài liệu ${id}.pdf` }
}
