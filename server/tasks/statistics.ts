import { sql } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import { addDays, addMonths, cutBefore, monthEnd, monthStart, yearBefore } from '../platform/calendar.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { prepared } from '../platform/prepared.ts'
import { type Counted, countDays, countParts, type Part } from './count.ts'
import type { TasksDb } from './db.ts'
import type {
  Change,
  Partition,
  RecordedLater,
  Rounding,
  Shares,
  Statistics,
  StatisticsQuery,
  StatisticsRow,
  Trend,
  TrendQuery,
} from './figure-shapes.ts'
import { matching, rowsLink, type Scope, scopeOf } from './filter.ts'
import type { By } from './kept-counts.ts'
import { pointsBetween, share } from './rounding.ts'
import { STANDINGS, type TaskFilter } from './shapes.ts'
import { type Counts, partition } from './standing.ts'

/** The official reports truncate shares to one decimal: 343 of 10.527 is printed "3,2%". */
const DEFAULT_ROUNDING: Rounding = 'truncate1'

/** Groups shown together. There are never so many agencies, but documents can be; the most overdue come first. */
const MOST_ROWS = 2_000

/**
 * The partition of the tasks the actor may see, its shares, its changes since the end of the previous month and since the
 * same day last year, and the same by agency, group, source or month, all in one statement. Every figure has an address.
 */
export async function statistics(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: StatisticsQuery,
  today: string,
  { isEarlierAsReported = false }: { isEarlierAsReported?: boolean } = {},
): Promise<Statistics> {
  const scope = scopeOf(query, today)
  const db = reading<TasksDb>(handle)
  const { by, rounding = DEFAULT_ROUNDING, standing: figure, ...filter } = query
  const { counting = 'perMember', ...ofEach } = filter
  // Each agency answers for its own task: its row counts that, however the work of many counts in the whole.
  const isApart = by === 'agency' && counting === 'once'
  const grouped = isApart ? ofEach : filter
  const then = isEarlierAsReported ? { ...scope, knownOn: null } : scope
  const monthBefore = earlier({ scope: then, filter, figure }, addDays(monthStart(scope.asOf), -1), filter)
  const yearAgo = earlier({ scope: then, filter, figure }, yearBefore(scope.asOf), shiftedByAYear(filter))
  const whole = isApart ? [{ scope, filter, figure }] : []
  const parts: [Part, ...Part[]] = [
    { scope, filter: grouped, figure },
    ...whole,
    ...[monthBefore, yearAgo].filter((part) => part !== null),
  ]
  const [counted, ...before] = await countParts(db, actor, parts, by)
  const rowsTotal = sum(counted!)
  const all = isApart ? before.shift()! : counted!
  const total = sum(all)
  const against = (part: Part | null) => (part === null ? null : change(part, sum(before.shift()!), total, rounding))
  return {
    from: filter.from ?? null,
    ...scope,
    by: by ?? null,
    rounding,
    counting,
    total,
    totalOnFirstDue: sum(all.map(({ onFirstDue, awaiting }) => ({ counts: onFirstDue, awaiting }))),
    shares: sharesOf(total, rounding),
    previousMonth: against(monthBefore),
    samePeriodLastYear: against(yearAgo),
    rows:
      by === undefined
        ? []
        : counted!.slice(0, MOST_ROWS).map((row) => toRow(row, by, { scope, filter: grouped, figure }, rounding)),
    rowsTotal,
    together: await together(db, actor, scope, ofEach),
    rowsLeftOut: by === undefined ? 0 : Math.max(counted!.length - MOST_ROWS, 0),
    link: rowsLink(scope, filter, figure),
  }
}

/**
 * The works given to several agencies, and their tasks, among those that match. Where there are none this costs a look into
 * an empty index; the plan begins with that index whatever the values, so it is kept.
 */
async function together(
  db: Handle<TasksDb>,
  actor: Actor | SystemActor,
  scope: Scope,
  filter: TaskFilter,
): Promise<Statistics['together']> {
  const statement = sql<{ collectives: number; tasks: number }>`
    select count(distinct t.collective_id)::integer as collectives, count(*)::integer as tasks
    ${matching(actor, scope, filter)} and t.collective_id is not null`
  const { rows } = await prepared(statement).execute(db)
  return { ...rows[0]!, rows: rowsLink(scope, { ...filter, given: 'together' }) }
}

/**
 * The tasks of a period that the figures of a day leave out because they were recorded after it, where those figures are
 * empty; null where nothing at all was assigned in the period. `firstOn`: the day the first of them was recorded.
 */
export async function recordedLater(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: Pick<StatisticsQuery, 'from' | 'asOf' | 'counting' | 'followerId'>,
  today: string,
): Promise<RecordedLater | null> {
  const scope = scopeOf({ ...query, knownOn: today }, today)
  const { from, counting, followerId } = query
  const filter: TaskFilter = {
    ...(followerId === undefined ? {} : { followerId }),
    ...(from === undefined ? {} : { from }),
    ...(counting === undefined ? {} : { counting }),
  }
  const { rows } = await sql<{ tasks: number; firstOn: string | null }>`
    select count(*)::integer as tasks, (min(t.created_at) at time zone 'Asia/Ho_Chi_Minh')::date::text as "firstOn"
    ${matching(actor, scope, filter)}`.execute(reading<TasksDb>(handle))
  const { tasks, firstOn } = rows[0]!
  return firstOn === null ? null : { tasks, firstOn, rows: rowsLink(scope, filter) }
}

function sum(parts: readonly { counts: Counts; awaiting: number }[]): Partition {
  const total: Counts = { doneOnTime: 0, doneLate: 0, openInTerm: 0, openOverdue: 0 }
  for (const { counts } of parts) for (const name of STANDINGS) total[name] += counts[name]
  return partition(
    total,
    parts.reduce((all, { awaiting }) => all + awaiting, 0),
  )
}

function sharesOf(total: Partition, rounding: Rounding): Shares {
  return {
    overdueOfAssigned: share(total.openOverdue, total.assigned, rounding),
    doneOfAssigned: share(total.done, total.assigned, rounding),
    inTermOfAssigned: share(total.openInTerm, total.assigned, rounding),
    doneOfDue: share(total.done, total.due, rounding),
    overdueOfDue: share(total.openOverdue, total.due, rounding),
  }
}

function toRow(row: Counted, by: By, { scope, filter, figure }: Part, rounding: Rounding): StatisticsRow {
  const figures = sum([row])
  return {
    key: row.key,
    label: row.label,
    partition: figures,
    overdueShare: share(figures.openOverdue, figures.assigned, rounding),
    doneOfDueShare: share(figures.done, figures.due, rounding),
    rows: rowsLink(scope, { ...filter, ...rowsOf(by, row.key) }, figure),
  }
}

/** The filter of one row. */
function rowsOf(by: By, key: string): TaskFilter {
  switch (by) {
    case 'agency':
      return { agencyId: Number(key) }
    case 'group':
      return { group: key }
    case 'month':
      return { month: key }
    case 'source':
      return { source: key }
  }
}

/**
 * The same query for an earlier day, from what was known at its end, so the change is from what was reported then. With
 * `knownOn` set, both days are as known on that day, unless the earlier one is to be as it was reported. Null where the period had not begun.
 */
function earlier({ scope, figure }: Part, asOf: string, filter: TaskFilter): Part | null {
  if (filter.from !== undefined && filter.from > asOf) return null
  const { knownOn, knownBefore } = scope
  return { scope: { ...scope, asOf, knownBefore: cutBefore(knownOn ?? asOf, knownBefore) }, filter, figure }
}

function change({ scope, filter, figure }: Part, before: Partition, now: Partition, rounding: Rounding): Change {
  const overdueShare = share(before.openOverdue, before.assigned, rounding)
  return {
    asOf: scope.asOf,
    from: filter.from ?? null,
    partition: before,
    overdueShare,
    overdueSharePoints: pointsBetween(overdueShare, share(now.openOverdue, now.assigned, rounding), rounding),
    link: rowsLink(scope, filter, figure),
  }
}

function shiftedByAYear(filter: TaskFilter): TaskFilter {
  const { from, to, dueFrom, dueTo, anyDueOn, month } = filter
  const moved = (day: string | undefined) => (day === undefined ? undefined : addMonths(day, -12))
  const last = (day: string | undefined) => (day === undefined ? undefined : yearBefore(day))
  return {
    ...filter,
    from: moved(from),
    to: last(to),
    dueFrom: moved(dueFrom),
    dueTo: last(dueTo),
    anyDueOn: moved(anyDueOn),
    month: month === undefined ? undefined : addMonths(`${month}-01`, -12).slice(0, 7),
  }
}

/** The partition at the end of each of the last months, the last one on `asOf` itself, oldest first. */
export async function trend(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: TrendQuery,
  today: string,
): Promise<Trend> {
  const scope = scopeOf(query, today)
  const {
    months = 12,
    rounding = DEFAULT_ROUNDING,
    from,
    to,
    agencyId,
    source,
    coordinatingId,
    followerId,
    counting,
  } = query
  const days = Array.from({ length: months }, (_, place) =>
    place === months - 1 ? scope.asOf : monthEnd(addMonths(monthStart(scope.asOf), place + 1 - months)),
  )
  const counted = await countDays(reading<TasksDb>(handle), actor, days, {
    scope,
    filter: { from, to, agencyId, source, coordinatingId, followerId, counting },
  })
  return {
    mapOn: scope.mapOn,
    months: counted.map((one, place) => {
      const total = sum([one])
      const overdueShare = share(total.openOverdue, total.assigned, rounding)
      return { month: days[place]!.slice(0, 7), asOf: days[place]!, partition: total, overdueShare }
    }),
  }
}
