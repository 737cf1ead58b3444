import { systemActor } from '../platform/actor.ts'
import { VIETNAM } from '../platform/calendar.ts'
import type { JobContext, JobHandlers, Schedule } from '../platform/jobs.ts'
import type { Joined } from '../platform/room.ts'
import { composeDigest, DIGEST_JOB, orderDigests } from './digest.ts'
import { applyRules } from './run.ts'

export const RUN_JOB = 'urging.applyRules'
/** The hour in Viet Nam from which people are notified each day; the country has no daylight saving time. */
const HOUR = 7

/** Also when a worker starts, so that a day whose hour passed while no server ran is not skipped. */
export const schedules: readonly Schedule[] = [{ at: '0 0 * * *', job: RUN_JOB, atStart: true }]

export const handlers = ({ digests }: Joined): JobHandlers => ({
  [RUN_JOB]: async (_payload: never, { db, clock, log }: JobContext) => {
    const now = clock.now()
    if (now.toZonedDateTimeISO(VIETNAM).hour < HOUR) return
    const result = await db.transaction().execute(async (trx) => {
      const applied = await applyRules(trx, { actor: systemActor('quy tắc đôn đốc'), now })
      if (!applied.isWorkingDay) return applied
      let people = applied.people
      for (const digest of digests)
        people += await orderDigests(trx, await digest.people(trx, applied.on), applied.on, now)
      return { ...applied, people }
    })
    log.info({ job: RUN_JOB, ...result }, 'rules applied')
  },
  [DIGEST_JOB]: async (payload: { personId: number; on: string }, { db, clock, config }: JobContext) => {
    const { origin } = config
    await db.transaction().execute((trx) => composeDigest(trx, payload, digests, { origin, now: clock.now() }))
  },
})
