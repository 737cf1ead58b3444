/** Whoever keeps a key is told once that its certificate ends, so that another is there in time. */
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { JobContext } from '../platform/jobs.ts'
import { noted, type Tell } from '../platform/tell.ts'
import { workersOf } from './workers.ts'

export const WARN_JOB = 'registry.warnSigning'
const DAYS = 30

/** Marks and announces each certificate that ends within 30 days and has no successor. */
export async function warnSigning({ db, clock }: Pick<JobContext, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{
      id: number
      personId: number | null
      agencyId: number | null
      holder: string
      last: string
    }>`
      update registry.signing_identity i set warned_at = ${now.toString()}
      where warned_at is null and end_kind is null and not_after > ${now.toString()}
        and not_after <= ${now.add({ hours: DAYS * 24 }).toString()}
        and not exists (
          select from registry.signing_identity n
          where n.end_kind is null and n.not_after > i.not_after and upper(n.valid) > upper(i.valid)
            and (n.person_id = i.person_id or n.agency_id = i.agency_id))
      returning signing_identity_id as id, person_id as "personId", agency_id as "agencyId", holder,
        (not_after at time zone 'Asia/Ho_Chi_Minh')::date as last`.execute(trx)
    for (const { id, personId, agencyId, holder, last } of rows) {
      await record(trx, systemActor('nhắc hạn chứng thư'), 'signing.ending', {
        subject: agencyId === null ? { kind: 'person', id: personId ?? 0 } : { kind: 'agency', id: agencyId },
        at: now.toString(),
        after: { identityId: id, holder, last },
      })
    }
  })
}

export const signingTells: readonly Tell[] = [
  {
    events: ['signing.ending'],
    tell: async (trx, { subject, after, at }) => {
      const last = noted(after, 'last', 'string')
      const id = Number(subject.id)
      const isSeal = subject.kind === 'agency'
      const people = isSeal
        ? (await workersOf(trx, [id], 'people.keepOwn', dayInVietnam(at))).map(({ personId }) => ({
            personId,
            agencyId: id,
            why: 'owner' as const,
          }))
        : [{ personId: id, agencyId: null, why: 'owner' as const }]
      const what = isSeal ? 'con dấu số' : 'chữ ký số'
      const title = `Chứng thư của ${what} ${noted(after, 'holder', 'string') ?? ''} sắp hết hạn`
      const note = last === undefined ? null : `Hết hạn ngày ${formatDay(last)}`
      const to = isSeal ? `/co-quan/${id}` : '/tai-khoan'
      return [{ kind: 'account', about: { code: null, title, to, note }, people }]
    },
  },
]
