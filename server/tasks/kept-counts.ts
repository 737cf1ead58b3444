import { type RawBuilder, sql } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import { monthEnd } from '../platform/calendar.ts'
import { bodiesSeenBy } from '../platform/rights.ts'
import type { StatisticsQuery } from './figure-shapes.ts'
import { isAsReported, type Scope } from './filter.ts'
import type { TaskFilter } from './shapes.ts'

export type By = NonNullable<StatisticsQuery['by']>

/** Series of `tasks.figure_series` whose points, on the day asked about, add up to what is asked. */
export interface KeptSeries {
  by: 'all' | 'agency' | 'directive' | 'group'
  /** The body whose series alone are meant, by the map of the scope. */
  agencyId: number | undefined
  /** Years of assignment, both included. */
  from: number
  to: number
}

/** What a filter may hold for the series to answer: they know nothing of a task but its year and what they count by. */
const KNOWN_TO_SERIES = new Set(['from', 'to', 'agencyId', 'asOf', 'knownOn', 'map'])

/**
 * The series that answer a question, or undefined where the tasks have to be gone through. They count every body's tasks, as
 * known at the end of the day itself; whether the day has been counted yet, only the database knows (`isKept`).
 */
export function keptSeries(
  actor: Actor | SystemActor,
  scope: Scope,
  { from, to, agencyId, ...filter }: TaskFilter,
  by: By | undefined,
): KeptSeries | undefined {
  const isPlain = Object.entries(filter).every(([name, value]) => value === undefined || KNOWN_TO_SERIES.has(name))
  if (!isPlain || bodiesSeenBy(actor) !== null || !isAsReported(scope)) return undefined
  if ((from !== undefined && !from.endsWith('-01-01')) || (to !== undefined && !to.endsWith('-12-31'))) return undefined
  const years = { from: from === undefined ? 0 : yearOf(from), to: to === undefined ? 9999 : yearOf(to) }
  switch (by) {
    case undefined:
      return { by: agencyId === undefined ? 'all' : 'agency', agencyId, ...years }
    case 'agency':
      return { by, agencyId, ...years }
    case 'directive':
    case 'group':
      // Their points stand at the ends of months.
      return agencyId === undefined && scope.asOf === monthEnd(scope.asOf) ? { by, agencyId, ...years } : undefined
    case 'month':
      return undefined
  }
}

/** Days past the last one counted that are reckoned from its points: what changed since is looked up by day. */
const DAYS_PAST_KEPT = 62

/** Whether the day is answered from points: those of directives and groups stand for days that are over alone. */
export function isKept(day: RawBuilder<unknown>, { by }: Pick<KeptSeries, 'by'>): RawBuilder<boolean> {
  const past = by === 'all' || by === 'agency' ? DAYS_PAST_KEPT : 0
  return sql<boolean>`${day} <= (select k.through + ${sql.lit(past)} from tasks.figure_kept k)`
}

/** `from` of the points in force on a day: `s` is the series, `p` its point, `h` whoever stands in a body's place today. */
export function pointsOn(day: RawBuilder<unknown>, series: KeptSeries, { mapOn }: Scope): RawBuilder<unknown> {
  const { by, from, to } = series
  return sql`
    from tasks.figure_series s
    cross join lateral (
      select * from tasks.figure_point p
      where p.series_id = s.series_id and p.counted_on <= least(${day}, (select k.through from tasks.figure_kept k))
      order by p.counted_on desc limit 1
    ) p
    ${by === 'agency' && mapOn !== null ? sql`left join registry.heirs(${mapOn}::date) h on h.agency_id = s.key::bigint` : sql``}
    where s.by = ${by} and s.assigned_year between ${from}::integer and ${to}::integer
      ${ofAgency(keyOf(series, { mapOn }), series)}`
}

/** `from` of what has changed since the last day counted, up to a day: `c` is a change. Nothing for a day that is counted. */
export function changesUntil(day: RawBuilder<unknown>, series: KeptSeries, { mapOn }: Scope): RawBuilder<unknown> {
  const { from, to } = series
  return sql`
    from tasks.figure_kept k
    cross join lateral tasks.count_changes(k.through, ${day}) c
    ${mapOn === null ? sql`` : sql`left join registry.heirs(${mapOn}::date) h on h.agency_id = c.lead_agency_id`}
    where k.through < ${day} and c.assigned_year between ${from}::integer and ${to}::integer
      ${ofAgency(keyOfChange({ mapOn }), series)}`
}

function ofAgency(key: RawBuilder<string>, { agencyId }: KeptSeries): RawBuilder<unknown> {
  return agencyId === undefined ? sql`` : sql`and ${key} = ${String(agencyId)}`
}

/** Whose count a change belongs to, by the same rule. */
export function keyOfChange({ mapOn }: Pick<Scope, 'mapOn'>): RawBuilder<string> {
  return mapOn === null ? sql<string>`c.lead_agency_id::text` : sql<string>`coalesce(h.heir_id, c.lead_agency_id)::text`
}

/** Whose counts a series are: its own key or, by today's map, the body in its place. */
export function keyOf({ by }: KeptSeries, { mapOn }: Pick<Scope, 'mapOn'>): RawBuilder<string> {
  return by === 'agency' && mapOn !== null ? sql<string>`coalesce(h.heir_id::text, s.key)` : sql<string>`s.key`
}

const yearOf = (day: string) => Number(day.slice(0, 4))
