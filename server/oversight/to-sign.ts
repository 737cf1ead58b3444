import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { signingHand } from '../platform/official-document/signing.ts'
import { hasRight } from '../platform/rights.ts'
import type { Signings, ToSign } from '../platform/to-sign.ts'
import type { OversightDb } from './db.ts'

/** Reports that the actor, or the holder whose deputy they are, may sign. */
export const reportsToSign: Signings = {
  kind: 'report',
  vi: 'Báo cáo tháng',
  en: 'Monthly report',
  async find({ db, actor, limit }) {
    if (!hasRight(actor, 'report.sign')) return []
    const { rows } = await sql<ToSign>`
      select 'Báo cáo tháng ' || ltrim(right(r.month, 2), '0') || '/' || left(r.month, 4) as title, null as detail, '/bao-cao/' || r.report_id as "to",
             r.submitted_at as "submittedAt", r.submitted_by as "submittedBy", r.signatory_id is not null as "isNamed",
             false as "isUnreached", false as "isReplyPassed"
      from oversight.report r
      where r.state = 'submitted' and (r.signatory_id is null or r.signatory_id = ${signingHand(actor)})
      order by r.submitted_at, r.report_id limit ${limit}`.execute(reading<OversightDb>(db))
    return rows
  },
}
