/** What is done to the bytes of cases that were destroyed: only those that nothing else needs go. */
import { type RawBuilder, sql } from 'kysely'
import { blobReferrers, destroyBlob } from '../platform/blob-removal.ts'
import type { Transaction } from '../platform/db.ts'
import type { ItemRow } from './case-items.ts'
import type { RecordsDb } from './db.ts'

type Trx = Transaction<RecordsDb>
export type KeptFor = 'otherCase' | 'openWork' | 'otherDocument' | 'elsewhere'

/** Tables whose reference to a file is judged below, or says nothing of its own about who needs it. */
const JUDGED = new Set([
  'records.incoming_file',
  'records.outgoing',
  'records.document_version',
  'records.signing',
  'records.copy',
  'records.case_item',
  'records.file_text',
  'records.signature_check',
  'records.hand_over',
])

const isIn = (column: string, document: string, state: RawBuilder<unknown>) => sql<boolean>`exists (
  select from records.case_item t join records.case_file c using (case_id)
  where ${sql.ref(column)} = ${sql.ref(document)} and ${state}
    and not exists (select from records.case_item_removal r where r.case_item_id = t.case_item_id))`
const LIVES = sql`c.state <> 'destroyed'`
const IS_DESTROYED = sql`c.state = 'destroyed'`
const OPEN_TASK = sql`k.state not in ('confirmed', 'cancelled')`

/** For `records.incoming i`: what needs it; null where it went with its cases. */
const INCOMING_NEED = sql<KeptFor | null>`case
  when ${isIn('t.incoming_id', 'i.incoming_id', LIVES)} then 'otherCase'
  when i.state not in ('done', 'returned')
    or exists (select from records.handling w where w.incoming_id = i.incoming_id and w.state in ('assigned', 'underway'))
    or exists (select from records.task_answer a join tasks.task_card k using (task_id) where a.incoming_id = i.incoming_id and ${OPEN_TASK})
    then 'openWork'
  when ${isIn('t.incoming_id', 'i.incoming_id', IS_DESTROYED)} then null
  else 'otherDocument' end`
/** For `records.outgoing o`. */
const OUTGOING_NEED = sql<KeptFor | null>`case
  when ${isIn('t.outgoing_id', 'o.outgoing_id', LIVES)} then 'otherCase'
  when o.state in ('drafting', 'inReview', 'returned', 'initialled', 'forSignature')
    or exists (select from tasks.task_card k where k.task_id = o.task_id and ${OPEN_TASK})
    then 'openWork'
  when ${isIn('t.outgoing_id', 'o.outgoing_id', IS_DESTROYED)} then null
  else 'otherDocument' end`

/** Everything that was kept for the documents of these items: versions, signatures and copies too. 64 hexadecimal digits. */
export async function hashesOf(trx: Trx, items: readonly ItemRow[]): Promise<string[]> {
  const ids = (kind: ItemRow['kind']) => items.filter((item) => item.kind === kind).map(({ documentId }) => documentId!)
  const incoming = sql`any(${ids('incoming')}::bigint[])`
  const outgoing = sql`any(${ids('outgoing')}::bigint[])`
  const { rows } = await sql<{ sha256: string }>`
    select distinct encode(h.sha256, 'hex') as sha256 from (
      select f.sha256 from records.incoming_file f where f.incoming_id = ${incoming}
      union all select p.pdf_sha256 from records.copy p where p.incoming_id = ${incoming} or p.outgoing_id = ${outgoing}
      union all select unnest(array[o.pdf_sha256, o.docx_sha256]) from records.outgoing o where o.outgoing_id = ${outgoing}
      union all select v.docx_sha256 from records.document_version v where v.outgoing_id = ${outgoing}
      union all select s.pdf_sha256 from records.signing s where s.outgoing_id = ${outgoing}
      union all select t.sha256 from records.case_item t where t.case_item_id = any(${items.map(({ id }) => id)}::bigint[])
    ) h where h.sha256 is not null order by 1`.execute(trx)
  return rows.map(({ sha256 }) => sha256)
}

/** What still needs a file after its cases were destroyed; null where nothing does. */
export async function neededFor(trx: Trx, sha256: string): Promise<KeptFor | null> {
  const hash = Buffer.from(sha256, 'hex')
  const { rows } = await sql<{ need: KeptFor | null }>`
    select n.need from (
      select ${INCOMING_NEED} as need from records.incoming i
      where exists (select from records.incoming_file f where f.incoming_id = i.incoming_id and f.sha256 = ${hash})
         or exists (select from records.copy p where p.incoming_id = i.incoming_id and p.pdf_sha256 = ${hash})
      union all
      select ${OUTGOING_NEED} from records.outgoing o
      where o.pdf_sha256 = ${hash} or o.docx_sha256 = ${hash}
         or exists (select from records.document_version v where v.outgoing_id = o.outgoing_id and v.docx_sha256 = ${hash})
         or exists (select from records.signing s where s.outgoing_id = o.outgoing_id and s.pdf_sha256 = ${hash})
         or exists (select from records.copy p where p.outgoing_id = o.outgoing_id and p.pdf_sha256 = ${hash})
      union all
      select 'otherCase' from records.case_item t join records.case_file c using (case_id)
      where t.sha256 = ${hash} and ${LIVES}
        and not exists (select from records.case_item_removal r where r.case_item_id = t.case_item_id)
    ) n where n.need is not null order by n.need limit 1`.execute(trx)
  if (rows[0]) return rows[0].need
  return (await blobReferrers(trx, sha256)).some((table) => !JUDGED.has(table)) ? 'elsewhere' : null
}

/** Deletes a file and the words that were read from it. */
export async function eraseFile(trx: Trx, sha256: string): Promise<void> {
  await trx.deleteFrom('records.file_text').where('sha256', '=', Buffer.from(sha256, 'hex')).execute()
  await destroyBlob(trx, sha256)
}

/** Packages that hold files of these cases go with them: their hash and their list stay in the hand-over. */
export async function erasePackages(trx: Trx, caseIds: readonly number[]): Promise<void> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct encode(h.package_sha256, 'hex') as sha256
    from records.hand_over h join records.hand_over_case x using (hand_over_id)
    where x.case_id = any(${[...caseIds]}::bigint[]) order by 1`.execute(trx)
  for (const { sha256 } of rows) await destroyBlob(trx, sha256)
}
