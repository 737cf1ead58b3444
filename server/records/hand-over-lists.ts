import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Download } from '../platform/attachment.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { PDF } from '../platform/official-document/kept.ts'
import { decodeCursor, onlyId, pageOf } from '../platform/paging.ts'
import { mayArchive, ofArchiveToRead, seesHandOver } from './case-access.ts'
import { PAGE } from './case-shapes.ts'
import type { RecordsDb } from './db.ts'
import type { HandOver, HandOverList, HandOverQuery, HandOverRow } from './hand-over-shapes.ts'
import { peopleOf } from './sight.ts'

type Found = Omit<HandOverRow, 'may'> & { agency_id: number; offered_by_id: number; offered_for_id: number | null }
const DOUBTED = sql`f.verdict not in ('valid', 'unsigned')`
const ROW = sql`
  h.hand_over_id as id, h.version, h.state, h.agency_id, h.offered_by_id, h.offered_for_id,
  json_build_object('id', h.unit_id, 'name', (select a.name from registry.agency_latest a where a.agency_id = h.unit_id)) as unit,
  h.offered_at as "offeredAt", h.offered_by as "offeredBy", h.answered_at as "answeredAt", h.answered_by as "answeredBy",
  (select count(*) from records.hand_over_case x where x.hand_over_id = h.hand_over_id)::integer as cases, h.files,
  (select count(*) from records.hand_over_file f where f.hand_over_id = h.hand_over_id and ${DOUBTED})::integer as doubts`

/** The archive answers, but not whoever handed over. */
function withMay(actor: Actor, { agency_id, offered_by_id, offered_for_id, ...row }: Found): HandOverRow {
  const isOwn = peopleOf(actor).some((id) => id === offered_by_id || id === offered_for_id)
  const mayAnswer = row.state === 'offered' && !isOwn && actor.personId !== null && mayArchive(actor, { agency_id })
  return { ...row, may: mayAnswer ? ['accept', 'return'] : [] }
}

/** Hand-overs that the actor may see, the latest first. */
export async function listHandOvers(db: AnyHandle, actor: Actor, query: HandOverQuery): Promise<HandOverList> {
  const { state, cursor, limit = PAGE } = query
  const after = decodeCursor(query, cursor, onlyId)
  const { rows } = await sql<Found>`
    select ${ROW} from records.hand_over h
    where ${seesHandOver(actor)} and ${state === undefined ? sql`true` : sql`h.state = ${state}`}
      and ${after ? sql`h.hand_over_id < ${after[0]}` : sql`true`}
    order by h.hand_over_id desc limit ${limit + 1}`.execute(reading<RecordsDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ id }) => [id])
  return { rows: items.map((row) => withMay(actor, row)), nextCursor: next }
}

/** One hand-over: its list, and of each case the files that nobody vouches for. */
export async function showHandOver(db: AnyHandle, actor: Actor, id: number): Promise<HandOver> {
  await ofArchiveToRead(db, actor, 'records.hand_over', id)
  type Rest = Omit<HandOver, keyof HandOverRow>
  const { rows } = await sql<Found & Rest>`
    select ${ROW}, json_build_object('id', h.agency_id, 'name', (select a.name from registry.agency_latest a where a.agency_id = h.agency_id)) as agency,
           h.words, h.answered_words as "answeredWords", h.notation, h.minutes_sha256 is not null as "hasMinutes",
           encode(h.package_sha256, 'hex') as "packageSha256", h.package_size as "packageSize", b.purged_at is null as "hasPackage",
           (select json_agg(json_build_object('caseId', c.case_id, 'position', x.position, 'code', c.code, 'title', c.title, 'year', c.year,
               'retentionYears', c.retention_years, 'isAccepted', x.is_accepted, 'reason', x.reason,
               'files', (select count(*) from records.hand_over_file f where f.hand_over_id = h.hand_over_id and f.case_id = c.case_id),
               'doubts', coalesce((select json_agg(json_build_object('path', f.path, 'verdict', f.verdict) order by f.path)
                 from records.hand_over_file f where f.hand_over_id = h.hand_over_id and f.case_id = c.case_id and ${DOUBTED}), '[]'))
               order by x.position)
             from records.hand_over_case x join records.case_file c using (case_id) where x.hand_over_id = h.hand_over_id) as list
    from records.hand_over h join platform.blob_card b on b.sha256 = h.package_sha256
    where h.hand_over_id = ${id}`.execute(reading<RecordsDb>(db))
  return withMay(actor, rows[0]!) as HandOver
}

/** The package as it was made, or the minutes of both sides. */
export async function handOverFile(
  db: AnyHandle,
  blobs: Blobs,
  actor: Actor,
  { id, part }: { id: number; part: 'package' | 'minutes' },
): Promise<Download> {
  const one = await ofArchiveToRead(db, actor, 'records.hand_over', id)
  const hash = part === 'package' ? one.package_sha256 : one.minutes_sha256
  if (hash === null)
    throw new NotFound(
      'hand_over.no_minutes',
      'Chưa có biên bản: lưu trữ chưa nhận. Hãy xem dự thảo trong gói giao nộp.',
    )
  const { bytes } = await getBlob(db, blobs, Buffer.from(hash).toString('hex'))
  return part === 'package'
    ? { bytes, mediaType: 'application/zip', fileName: `goi-giao-nop-${id}.zip` }
    : { bytes, mediaType: PDF, fileName: `Biên bản giao nhận ${one.notation!.replaceAll('/', '-')}.pdf` }
}
