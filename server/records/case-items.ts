import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { type FileFacts, type ItemFacts, inOrder } from './case-order.ts'
import type { CaseItem } from './case-shapes.ts'
import type { RecordsDb } from './db.ts'
import { filesOfIncoming, lastCheck } from './last-check.ts'
import { seesIncoming, seesOutgoing } from './sight.ts'
import type { FileVerdictShape } from './verdict-shapes.ts'

export interface ItemFileRow extends FileFacts {
  size: number
  /** 64 hexadecimal digits. */
  sha256: string
  mediaType: string
  checkedAt: string | null
  /** What was found, in words; null unless asked for. */
  check: FileVerdictShape | null
}
export interface ItemRow extends ItemFacts {
  caseId: number
  documentId: number | null
  mayOpen: boolean
  title: string
  documentKind: string | null
  author: string | null
  signer: string | null
  pages: number | null
  files: ItemFileRow[]
  addedAt: string
  addedBy: string
  removed: CaseItem['removed']
}

/** The files beside one, for `lastCheck`: those of its document, or those that were put into the case `t` by themselves. */
const BESIDE = sql`(case when t.incoming_id is not null then ${filesOfIncoming(sql`t.incoming_id`)}
  when t.outgoing_id is not null then array[f.sha256]
  else (select array_agg(z.sha256) from records.case_item z where z.case_id = t.case_id and z.sha256 is not null) end)`

/**
 * The items of cases, those taken out included, each with its files as they are kept and what was last found about their
 * signatures; a file that nobody looked at is `unchecked`. Of a document that goes out the file is what was signed.
 */
export async function itemsOf(
  db: AnyHandle,
  actor: Actor,
  caseIds: readonly number[],
  { withChecks = false } = {},
): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select t.case_id as "caseId", t.case_item_id as id, t.position,
           case when t.incoming_id is not null then 'incoming' when t.outgoing_id is not null then 'outgoing' else 'file' end as kind,
           coalesce(t.incoming_id, t.outgoing_id) as "documentId",
           case when t.incoming_id is not null then ${seesIncoming(actor)} when t.outgoing_id is not null then ${seesOutgoing(actor)}
             else true end as "mayOpen",
           coalesce(t.title, i.about, o.about,
             (select f.name from records.incoming_file f where f.incoming_id = i.incoming_id order by f.position limit 1),
             'Văn bản chưa có trích yếu') as title,
           coalesce(t.notation, i.notation, o.notation) as notation,
           coalesce(i.kind, o.kind) as "documentKind",
           coalesce(t.dated_on, i.issued_on, o.dated_on) as "datedOn",
           coalesce(t.author, i.sender_name, (select a.name from registry.agency_latest a where a.agency_id = o.agency_id)) as author,
           coalesce(i.signer_name, o.signer_name) as signer,
           coalesce(t.pages, i.pages) as pages, coalesce(i.state, o.state) as state,
           exists (select from records.handling w
             where w.incoming_id = i.incoming_id and w.state in ('assigned', 'underway') and w.part <> 'know') as "hasOpenHandling",
           coalesce((
             select json_agg(json_build_object('name', f.name, 'size', b.size, 'sha256', encode(f.sha256, 'hex'), 'mediaType', f.media_type,
                 'verdict', case when b.purged_at is not null then 'gone' else coalesce(k.state, 'unchecked') end,
                 'checkedAt', k.checked_at, 'check', ${withChecks ? sql`k.verdicts` : sql`null`}) order by f.position)
             from (
               select x.name, x.sha256, x.media_type, x.position from records.incoming_file x where x.incoming_id = i.incoming_id
               union all
               select coalesce(replace(o.notation, '/', '-'), 'van-ban-' || o.outgoing_id) || case when o.pdf_sha256 is null then '.docx' else '.pdf' end,
                 coalesce(o.pdf_sha256, o.docx_sha256), y.media_type, 1
               from platform.blob_card y where y.sha256 = coalesce(o.pdf_sha256, o.docx_sha256)
               union all
               select t.name, t.sha256, t.media_type, 1 where t.sha256 is not null
             ) f
             join platform.blob_card b on b.sha256 = f.sha256
             left join ${lastCheck(sql`f.sha256`, BESIDE)} k on true), '[]') as files,
           t.added_at as "addedAt", t.added_by as "addedBy",
           case when r.case_item_id is not null then json_build_object('at', r.removed_at, 'by', r.removed_by, 'reason', r.reason) end as removed
    from records.case_item t
    left join records.incoming i on i.incoming_id = t.incoming_id
    left join records.outgoing o on o.outgoing_id = t.outgoing_id
    left join records.case_item_removal r on r.case_item_id = t.case_item_id
    where t.case_id = any(${[...caseIds]}::bigint[])
    order by t.case_id, t.position`.execute(reading<RecordsDb>(db))
  return rows
}

/** Files that lie beside each other: those of one document, and those that were put into the case by themselves. */
export const filesTogether = (items: readonly ItemRow[]): ItemFileRow[][] =>
  [...Map.groupBy(items, (item) => (item.kind === 'file' ? 0 : item.id)).values()].map((own) =>
    own.flatMap(({ files }) => files.filter(({ verdict }) => verdict !== 'gone')),
  )

/** Those that are in the case now, in the order of its list. */
export const contentsOf = (items: readonly ItemRow[]): ItemRow[] =>
  inOrder(items.filter(({ removed }) => removed === null))

export const shown = (item: ItemRow, number: number | null): CaseItem => ({
  id: item.id,
  number,
  kind: item.kind,
  documentId: item.documentId,
  mayOpen: item.mayOpen,
  title: item.title,
  notation: item.notation,
  datedOn: item.datedOn,
  author: item.author,
  pages: item.pages,
  state: item.state,
  files: item.files.map(({ name, size, sha256, verdict, checkedAt }) => ({ name, size, sha256, verdict, checkedAt })),
  addedAt: item.addedAt,
  addedBy: item.addedBy,
  removed: item.removed,
})
