import { type RawBuilder, sql } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import { addDays, addMonths, monthEnd, monthStart } from '../platform/calendar.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import type { TasksDb } from './db.ts'
import type {
  Change,
  Partition,
  Rounding,
  Shares,
  Statistics,
  StatisticsQuery,
  StatisticsRow,
  Trend,
  TrendQuery,
} from './figure-shapes.ts'
import { awaitingConfirmation, leadOf, matching, namesOn, rowsLink, type Scope, scopeOf } from './filter.ts'
import { pointsBetween, share } from './rounding.ts'
import { STANDINGS, type TaskFilter } from './shapes.ts'
import { type Counts, partition } from './standing.ts'

type By = NonNullable<StatisticsQuery['by']>

/** The official reports cut shares to one decimal: 343 of 10.527 is printed "3,2%". */
const DEFAULT_ROUNDING: Rounding = 'truncate1'

/**
 * The partition of the tasks the actor may see, its shares, its change against the end of the month before and the same
 * day of the year before, and the same by agency, group, directive or month. Every figure has its address.
 */
export async function statistics(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: StatisticsQuery,
  today: string,
): Promise<Statistics> {
  const db = reading<TasksDb>(handle)
  const scope = scopeOf(query, today)
  const { by, rounding = DEFAULT_ROUNDING, ...filter } = query
  const counted = await count(db, actor, scope, filter, by)
  const total = sum(counted.map(({ counts, awaiting }) => ({ counts, awaiting })))
  const now = { total, rounding }
  return {
    from: filter.from ?? null,
    ...scope,
    by: by ?? null,
    rounding,
    total,
    totalOnFirstDue: sum(counted.map(({ onFirstDue, awaiting }) => ({ counts: onFirstDue, awaiting }))),
    shares: sharesOf(total, rounding),
    previousMonth: await change(
      db,
      actor,
      now,
      scope,
      filter,
      (day) => addDays(monthStart(day), -1),
      (same) => same,
    ),
    samePeriodLastYear: await change(db, actor, now, scope, filter, yearBefore, shiftedByAYear),
    rows: by === undefined ? [] : counted.map((row) => toRow(row, by, scope, filter, rounding)),
    link: rowsLink(scope, filter),
  }
}

interface Counted {
  key: string
  label: string
  counts: Counts
  onFirstDue: Counts
  awaiting: number
}

interface Grouping {
  key: RawBuilder<unknown>
  label: RawBuilder<unknown>
  /** What else the label is looked up in. */
  join?: RawBuilder<unknown>
}

function groupingOf(by: By | undefined, scope: Scope): Grouping {
  switch (by) {
    case undefined:
      return { key: sql`''`, label: sql`''` }
    case 'agency':
      return {
        key: sql`(${leadOf(scope)})::text`,
        label: sql`coalesce(n.name, found.key)`,
        join: sql`left join (${namesOn(scope.mapOn ?? scope.asOf)}) n on n.agency_id = found.key::bigint`,
      }
    case 'group':
      return {
        key: sql`coalesce(t.group_title, '')`,
        label: sql`coalesce(nullif(found.key, ''), 'Không thuộc nhóm nào')`,
      }
    case 'month':
      return {
        key: sql`to_char(t.assigned_on, 'YYYY-MM')`,
        label: sql`right(found.key, 2) || '/' || left(found.key, 4)`,
      }
    case 'directive':
      return {
        key: sql`t.source_kind || ':' || coalesce(case when t.source_kind = 'directive' then t.source_id::text else t.source_number end, '')`,
        label: sql`coalesce(nullif(concat_ws(' – ', found.number, found.title), ''), 'Không ghi số văn bản')`,
      }
  }
}

/** Counts by group; what hurts most comes first, months in their order. One pass over the tasks. */
async function count(
  db: Handle<TasksDb>,
  actor: Actor | SystemActor,
  scope: Scope,
  filter: TaskFilter,
  by?: By,
): Promise<Counted[]> {
  const { key, label, join = sql`` } = groupingOf(by, scope)
  const onFirstDue = sql`tasks.standing(t.first_due_on, a.completed_on, ${scope.asOf}::date)`
  const of = (standing: RawBuilder<unknown>) =>
    sql`jsonb_build_object(${sql.join(
      STANDINGS.map((name) => sql`${sql.lit(name)}, count(*) filter (where ${standing} = ${sql.lit(name)})`),
    )})`
  const order =
    by === 'month' ? sql`found.key` : sql`found.overdue desc, found.assigned desc, ${label} collate "vi-x-icu"`
  const { rows } = await sql<Counted>`
    select found.key, ${label} as label, found.counts, found."onFirstDue", found.awaiting
    from (
      select ${key} as key, max(t.source_number) as number, max(t.source_title) as title,
             ${of(sql`a.standing`)} as counts, ${of(onFirstDue)} as "onFirstDue",
             count(*) filter (where ${awaitingConfirmation}) as awaiting,
             count(*) filter (where a.standing = 'openOverdue') as overdue, count(*) as assigned
      ${matching(actor, scope, filter)}
      group by 1
    ) found
    ${join}
    order by ${order}`.execute(db)
  return rows
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

function toRow(row: Counted, by: By, scope: Scope, filter: TaskFilter, rounding: Rounding): StatisticsRow {
  const figures = sum([row])
  return {
    key: row.key,
    label: row.label,
    partition: figures,
    overdueShare: share(figures.openOverdue, figures.assigned, rounding),
    doneOfDueShare: share(figures.done, figures.due, rounding),
    rows: rowsLink(scope, { ...filter, ...rowsOf(by, row.key) }),
  }
}

/** The filter that means one row. */
function rowsOf(by: By, key: string): TaskFilter {
  switch (by) {
    case 'agency':
      return { agencyId: Number(key) }
    case 'group':
      return { group: key }
    case 'month':
      return { month: key }
    case 'directive': {
      const [kind, ...id] = key.split(':')
      return kind === 'directive' ? { directiveId: Number(id[0]) } : { archiveSource: id.join(':') }
    }
  }
}

/**
 * The same question asked of an earlier day, from what was known at its end: so the change is against what was reported
 * then. Asked as known on a later day, both days are taken as known on that day. Null where the period had not begun.
 */
async function change(
  db: Handle<TasksDb>,
  actor: Actor | SystemActor,
  now: { total: Partition; rounding: Rounding },
  scope: Scope,
  filter: TaskFilter,
  earlier: (day: string) => string,
  shift: (filter: TaskFilter) => TaskFilter,
): Promise<Change | null> {
  const then: Scope = { ...scope, asOf: earlier(scope.asOf) }
  const shifted = shift(filter)
  if (shifted.from !== undefined && shifted.from > then.asOf) return null
  const before = sum(await count(db, actor, then, shifted))
  const overdueShare = share(before.openOverdue, before.assigned, now.rounding)
  return {
    asOf: then.asOf,
    from: shifted.from ?? null,
    partition: before,
    overdueShare,
    overdueSharePoints: pointsBetween(
      overdueShare,
      share(now.total.openOverdue, now.total.assigned, now.rounding),
      now.rounding,
    ),
  }
}

const yearBefore = (day: string) => addMonths(day, -12)

function shiftedByAYear(filter: TaskFilter): TaskFilter {
  const { from, to, dueFrom, dueTo, month } = filter
  const moved = (day: string | undefined) => (day === undefined ? undefined : yearBefore(day))
  return {
    ...filter,
    from: moved(from),
    to: moved(to),
    dueFrom: moved(dueFrom),
    dueTo: moved(dueTo),
    month: month === undefined ? undefined : yearBefore(`${month}-01`).slice(0, 7),
  }
}

/** The partition at the end of each of the last months, the last one on `asOf` itself, oldest first. */
export async function trend(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: TrendQuery,
  today: string,
): Promise<Trend> {
  const db = reading<TasksDb>(handle)
  const scope = scopeOf(query, today)
  const { months = 12, rounding = DEFAULT_ROUNDING, from, to, agencyId } = query
  const points: Trend['months'] = []
  for (let back = months - 1; back >= 0; back--) {
    const asOf = back === 0 ? scope.asOf : monthEnd(addMonths(monthStart(scope.asOf), -back))
    const counted = sum(await count(db, actor, { ...scope, asOf }, { from, to, agencyId }))
    points.push({
      month: asOf.slice(0, 7),
      asOf,
      partition: counted,
      overdueShare: share(counted.openOverdue, counted.assigned, rounding),
    })
  }
  return { mapOn: scope.mapOn, months: points }
}
