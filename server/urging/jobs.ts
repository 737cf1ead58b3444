import { systemActor } from '../platform/actor.ts'
import { VIETNAM } from '../platform/calendar.ts'
import type { JobContext, JobHandlers, Schedule } from '../platform/jobs.ts'
import { composeDigest } from './digest.ts'
import { applyRules, DIGEST_JOB } from './run.ts'

export const RUN_JOB = 'urging.applyRules'
/** The hour in Viet Nam from which people are notified each day; the country has no daylight saving time. */
const HOUR = 7

/** Also when a worker starts, so that a day whose hour passed while no server ran is not skipped. */
export const schedules: readonly Schedule[] = [{ at: '0 0 * * *', job: RUN_JOB, atStart: true }]

export const handlers: JobHandlers = {
  [RUN_JOB]: async (_payload: never, { db, clock, log }: JobContext) => {
    if (clock.now().toZonedDateTimeISO(VIETNAM).hour < HOUR) return
    const result = await db
      .transaction()
      .execute((trx) => applyRules(trx, { actor: systemActor('quy tắc đôn đốc'), now: clock.now() }))
    log.info({ job: RUN_JOB, ...result }, 'rules applied')
  },
  [DIGEST_JOB]: async (payload: { personId: number; on: string }, { db, clock, config }: JobContext) => {
    await db.transaction().execute((trx) => composeDigest(trx, payload, config.origin, clock.now()))
  },
}
