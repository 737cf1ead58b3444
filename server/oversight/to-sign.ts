import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { signingHand } from '../platform/official-document/signing.ts'
import { hasRight } from '../platform/rights.ts'
import type { Signings, ToSign } from '../platform/to-sign.ts'
import type { OversightDb } from './db.ts'
import { isOwnWork } from './own-work.ts'

/** Reports that the actor, or the holder whose deputy they are, may sign. */
export const reportsToSign: Signings = {
  kind: 'report',
  vi: 'Báo cáo',
  en: 'Report',
  async find({ db, actor, limit }) {
    const [office, own] = [hasRight(actor, 'report.sign'), hasRight(actor, 'report.signOwn')]
    if (!office && !own) return []
    const { rows } = await sql<ToSign>`
      select coalesce(r.title, 'Báo cáo tháng ' || ltrim(right(r.period, 2), '0') || '/' || left(r.period, 4)) as title, null as detail, '/bao-cao/' || r.report_id as "to",
             r.submitted_at as "submittedAt", r.submitted_by as "submittedBy", r.signatory_id is not null as "isNamed",
             false as "isUnreached", false as "isReplyPassed"
      from oversight.report r join oversight.report_kind k on k.kind = r.kind
      where r.state = 'submitted' and case k.whose when 'office' then ${office}::boolean
          else ${own}::boolean and r.subject_agency_id = any(${[...actor.own]}::bigint[]) end and (r.signatory_id is null or r.signatory_id = ${signingHand(actor)})
        and not ${isOwnWork(actor.personId)}
      order by r.submitted_at, r.report_id limit ${limit}`.execute(reading<OversightDb>(db))
    return rows
  },
}
