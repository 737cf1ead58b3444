import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { JobContext, JobHandlers, Schedule } from '../platform/jobs.ts'

export const ARCHIVE_DAYS_JOB = 'records.archiveDays'
const ARCHIVE = systemActor('lịch lưu trữ')

/**
 * What a day brings: closed cases whose day for the archive is near are due, and the keeper is told once of all of them; of
 * cases whose retention has ended the archive is told once. A second run of the day finds nothing.
 */
export async function archiveDays(_payload: unknown, { db, clock }: Pick<JobContext, 'db' | 'clock'>): Promise<void> {
  const today = todayInVietnam(clock)
  const at = clock.now().toString()
  await db.transaction().execute(async (trx) => {
    const { rows: due } = await sql<{ id: number; keeperId: number; unitId: number }>`
      update records.case_file c set state = 'dueForArchive', version = c.version + 1, changed_at = ${at}, changed_by = ${ARCHIVE.name}
      from (
        select f.case_id from records.case_file f
        join records.archive_rule r on r.rule = 'handOver' and r.valid @> f.ended_on
        where f.state = 'closed' and f.due_on - r.notice_days <= ${today}::date
        order by f.case_id for update of f
      ) n
      where c.case_id = n.case_id returning c.case_id as id, c.keeper_id as "keeperId", c.unit_id as "unitId"`.execute(
      trx,
    )
    for (const { id } of due)
      await record(trx, ARCHIVE, 'case.fellDue', { subject: { kind: 'caseFile', id }, at, on: today })
    for (const own of Map.groupBy(due, ({ keeperId, unitId }) => `${keeperId}/${unitId}`).values())
      await record(trx, ARCHIVE, 'case.keeperReminded', {
        subject: { kind: 'caseFile', id: own[0]!.id },
        at,
        on: today,
        detail: { keeperId: own[0]!.keeperId, unitId: own[0]!.unitId, cases: own.length },
      })
    const { rows: ended } = await sql<{ id: number; agencyId: number }>`
      update records.case_file c set end_told_at = ${at}
      from (
        select f.case_id from records.case_file f
        where f.state = 'accepted' and f.kept_until < ${today}::date and f.end_told_at is null
        order by f.case_id for update
      ) n
      where c.case_id = n.case_id returning c.case_id as id, c.agency_id as "agencyId"`.execute(trx)
    for (const own of Map.groupBy(ended, ({ agencyId }) => agencyId).values())
      await record(trx, ARCHIVE, 'case.retentionEnded', {
        subject: { kind: 'caseFile', id: own[0]!.id },
        at,
        on: today,
        detail: { agencyId: own[0]!.agencyId, cases: own.length },
      })
  })
}

export const caseJobs: JobHandlers = { [ARCHIVE_DAYS_JOB]: archiveDays }
/** Twenty past midnight in Viet Nam. */
export const caseSchedules: readonly Schedule[] = [{ at: '20 17 * * *', job: ARCHIVE_DAYS_JOB, atStart: true }]
