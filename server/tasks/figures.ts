import { sql } from 'kysely'
import { record } from '../platform/audit.ts'
import { addDays, todayInVietnam } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import { type AnyHandle, type AnyTransaction, reading, within } from '../platform/db.ts'
import { addJob, type JobContext } from '../platform/jobs.ts'
import { demandRight } from '../platform/rights.ts'
import type { TasksDb } from './db.ts'
import type { Rebuild, Rebuilt } from './figure-shapes.ts'

/** Tasks whose versions are rebuilt in one statement: a second or two. */
const SLICE = 5_000

/** The job: counts the past days that are not counted yet. If it does not run, the figures are the same but slower. */
export async function keepFigures(_payload: unknown, { db, clock }: Pick<JobContext, 'db' | 'clock'>): Promise<void> {
  await keepCounts(db, addDays(todayInVietnam(clock), -1))
}

/**
 * Counts every past day up to `until` (ISO) that is not counted yet, a year at a time, each in its own transaction:
 * writers of facts wait while one runs. Returns how many points were written. Throws PostgreSQL's 55P03 where facts were
 * being written for two seconds without a break.
 */
export async function keepCounts(handle: AnyHandle, until: string): Promise<number> {
  const db = reading<TasksDb>(handle)
  const { rows } = await sql<{ day: string }>`
    select day::date::text as day
    from (
      select greatest(k.through, (select min(v.assigned_on) from tasks.task_version v where v.reported_to = 'infinity')) as since
      from tasks.figure_kept k
      -- Without a task there are no years to count.
      where exists (select from tasks.task_version v where v.reported_to = 'infinity')
    ) k
    cross join generate_series(k.since::timestamp, ${until}::timestamp, '1 year') day
    union
    select ${until} order by day`.execute(db)
  let written = 0
  for (const { day } of rows) {
    const { rows: kept } = await sql<{ points: number }>`
      select tasks.keep_counts(${day}::date) as points`.execute(db)
    written += kept[0]!.points
  }
  return written
}

interface Slice {
  /** Id of the last task checked; null where there was none. */
  last: number | null
  tasks: number
  /** Versions that differed from the facts and were corrected. */
  changed: number
}

async function rebuildSlice(handle: AnyHandle, after: number, limit: number): Promise<Slice> {
  const { rows } = await sql<Slice>`
    with slice as materialized (
      select array_agg(s.task_id) as ids, max(s.task_id) as last, count(*)::integer as tasks
      from (select t.task_id from tasks.task t where t.task_id > ${after} order by t.task_id limit ${limit}) s
    )
    select s.last, s.tasks, case when s.ids is null then 0 else tasks.refresh_versions(s.ids) end as changed
    from slice s`.execute(reading<TasksDb>(handle))
  return rows[0]!
}

/**
 * Builds the versions where there are none: in a database older than the table, or after the table was emptied.
 * Checked at server start, since without versions every list is empty. Some 4,000 tasks a second.
 */
export async function makeMissingVersions(trx: AnyTransaction): Promise<void> {
  const { rows } = await sql<{ missing: boolean }>`
    select exists (select from tasks.fact) and not exists (select from tasks.task_version) as missing`.execute(trx)
  if (!rows[0]!.missing) return
  let after: number | null = 0
  while (after !== null) after = (await rebuildSlice(trx, after, SLICE)).last
}

/**
 * Rebuilds versions and counts from the facts: after a bulk load without triggers, or from the command line. Each slice is
 * its own transaction. Returns how many versions differed from the facts.
 */
export async function rebuildFigures(
  db: AnyHandle,
  until: string,
  onProgress: (tasks: number, changed: number) => void = () => {},
): Promise<number> {
  let [after, tasks, changed] = [0, 0, 0]
  for (;;) {
    const slice = await rebuildSlice(db, after, SLICE)
    if (slice.last === null) break
    after = slice.last
    tasks += slice.tasks
    changed += slice.changed
    onProgress(tasks, changed)
  }
  await sql`select tasks.recount_all()`.execute(reading<TasksDb>(db))
  await keepCounts(db, until)
  return changed
}

/** Rebuilds one slice for an administrator. After the last one, a job recounts all days. */
export async function rebuildFigureSlice(
  trx: AnyTransaction,
  { actor, now }: AskToMake,
  { after = 0, limit = SLICE }: Rebuild,
): Promise<Rebuilt> {
  demandRight(actor, 'system.keep', 'figures.not_yours', 'Chỉ quản trị hệ thống tính lại được số liệu.')
  const { last, tasks, changed } = await rebuildSlice(trx, after, limit)
  const isLast = tasks < limit
  if (isLast) {
    await sql`select tasks.recount_all()`.execute(within<TasksDb>(trx))
    await addJob(trx, 'tasks.keepFigures', {}, { jobKey: 'tasks.keepFigures' })
  }
  if (isLast || changed > 0) {
    await record(trx, actor, 'figures.rebuilt', {
      subject: { kind: 'figures', id: 'all' },
      at: now.toString(),
      detail: { afterTask: after, lastTask: last, tasks, changed },
    })
  }
  return { tasks, changed, next: isLast ? null : last }
}
