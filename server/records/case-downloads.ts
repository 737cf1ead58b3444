import type { Actor, KnownActor } from '../platform/actor.ts'
import type { Download } from '../platform/attachment.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { PDF } from '../platform/official-document/kept.ts'
import { annexesToPdf } from '../platform/official-document/pdf.ts'
import { caseToRead } from './case-access.ts'
import { contentsOf, itemsOf } from './case-items.ts'
import { showCase } from './case-lists.ts'
import { documentList } from './case-papers.ts'
import type { RecordsDb } from './db.ts'

/** The list of documents of a case as it is now. */
export async function casePaper(db: AnyHandle, actor: KnownActor, id: number, today: string): Promise<Download> {
  const one = await showCase(db, actor, id, today)
  const facts = {
    id,
    code: one.code,
    title: one.title,
    year: one.year,
    fonds: one.fonds.name,
    unit: one.unit.name,
    keeper: one.keeper.name,
    retentionYears: one.retentionYears,
    openedOn: one.openedOn,
    endedOn: one.endedOn ?? today,
    items: contentsOf(await itemsOf(db, actor, [id])),
  }
  const bytes = await annexesToPdf({ title: one.title, issuingAgency: one.agency.name, annexes: [documentList(facts)] })
  return { bytes, mediaType: PDF, fileName: `Mục lục văn bản ${(one.code ?? String(id)).replaceAll('/', '-')}.pdf` }
}

/** A file that was put into a case by itself; documents of the books are read where they are kept. */
export async function caseItemFile(
  db: AnyHandle,
  blobs: Blobs,
  actor: Actor,
  { id, itemId }: { id: number; itemId: number },
): Promise<Download> {
  await caseToRead(db, actor, id)
  const row = await reading<RecordsDb>(db)
    .selectFrom('records.case_item')
    .select(['name', 'media_type', 'sha256'])
    .where('case_id', '=', id)
    .where('case_item_id', '=', itemId)
    .where('sha256', 'is not', null)
    .executeTakeFirst()
  if (!row) throw new NotFound('case_item.not_found', 'Hồ sơ không có tệp này. Hãy tải lại trang.')
  const { bytes } = await getBlob(db, blobs, Buffer.from(row.sha256!).toString('hex'))
  return { bytes, mediaType: row.media_type!, fileName: row.name! }
}
