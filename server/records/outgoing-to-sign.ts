import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { hasRight } from '../platform/rights.ts'
import type { Signings, ToSign } from '../platform/to-sign.ts'
import type { RecordsDb } from './db.ts'
import { peopleOf } from './sight.ts'

/** Documents of the own body that wait for the actor's signature, or for that of the holder whose deputy they are. */
export const documentsToSign: Signings = {
  kind: 'outgoing',
  vi: 'Văn bản đi',
  en: 'Outgoing documents',
  async find({ db, actor, limit }) {
    if (!hasRight(actor, 'records.sign')) return []
    const { rows } = await sql<Pick<ToSign, 'title' | 'detail' | 'to' | 'submittedAt' | 'submittedBy'>>`
      select o.about as title, (select string_agg(r.name, '; ' order by r.position) from records.recipient r where r.outgoing_id = o.outgoing_id) as detail,
             '/van-ban-di/' || o.outgoing_id as "to", o.submitted_at as "submittedAt", o.submitted_by as "submittedBy"
      from records.outgoing o
      where o.state = 'forSignature' and o.signer_id = any(${peopleOf(actor)}::bigint[])
      order by o.submitted_at, o.outgoing_id limit ${limit}`.execute(reading<RecordsDb>(db))
    return rows.map((row) => ({ ...row, isNamed: true, isUnreached: false, isReplyPassed: false }))
  },
}
