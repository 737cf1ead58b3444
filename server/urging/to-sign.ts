import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { signingHand } from '../platform/official-document/signing.ts'
import { hasRight } from '../platform/rights.ts'
import type { Signings, ToSign } from '../platform/to-sign.ts'
import { agencySeen } from './access.ts'
import type { UrgingDb } from './db.ts'
import { peopleOf } from './plan.ts'

/** Letters that the actor, or the holder whose deputy they are, may sign. */
export const lettersToSign: Signings = {
  kind: 'letter',
  vi: 'Công văn đôn đốc',
  en: 'Urging letter',
  async find({ db, actor, today, limit }) {
    if (!hasRight(actor, 'urge.sign')) return []
    const hand = signingHand(actor)
    const { rows } = await sql<Omit<ToSign, 'isUnreached'> & { agencyId: number }>`
      select l.about as title, l.agency_name as detail, '/don-doc/' || l.letter_id as "to", l.agency_id as "agencyId",
             l.submitted_at as "submittedAt", l.submitted_by as "submittedBy", l.signatory_id is not null as "isNamed",
             l.reply_by <= ${today}::date as "isReplyPassed"
      from urging.letter l
      where l.state = 'submitted' and (l.signatory_id is null or l.signatory_id = ${hand}) and ${agencySeen(actor, sql`l.agency_id`)}
      order by l.submitted_at, l.letter_id limit ${limit}`.execute(reading<UrgingDb>(db))
    const people = await peopleOf(db, [...new Set(rows.map(({ agencyId }) => agencyId))], today)
    return rows.map(({ agencyId, ...row }) => ({ ...row, isUnreached: (people.get(agencyId)?.length ?? 0) === 0 }))
  },
}
