import { type RawBuilder, sql } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import { addDays, monthEnd } from '../platform/calendar.ts'
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

/** Whether the days up to one have been counted. */
export function isKept(day: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`${day} <= (select k.through from tasks.figure_kept k)`
}

/** `from` of the points in force on a day: `s` is the series, `p` its point, `h` whoever stands in a body's place today. */
export function pointsOn(day: RawBuilder<unknown>, series: KeptSeries, { mapOn }: Scope): RawBuilder<unknown> {
  const { by, agencyId, from, to } = series
  const isMapped = by === 'agency' && mapOn !== null
  const key = keyOf(series, { mapOn })
  return sql`
    from tasks.figure_series s
    cross join lateral (
      select * from tasks.figure_point p
      where p.series_id = s.series_id and p.counted_on <= ${day}
      order by p.counted_on desc limit 1
    ) p
    ${isMapped ? sql`left join registry.heirs(${mapOn}::date) h on h.agency_id = s.key::bigint` : sql``}
    where s.by = ${by} and s.assigned_year between ${from}::integer and ${to}::integer
      ${agencyId === undefined ? sql`` : sql`and ${key} = ${String(agencyId)}`}`
}

/** Whose counts a series are: its own key or, by today's map, the body in its place. */
export function keyOf({ by }: KeptSeries, { mapOn }: Pick<Scope, 'mapOn'>): RawBuilder<string> {
  return by === 'agency' && mapOn !== null ? sql<string>`coalesce(h.heir_id::text, s.key)` : sql<string>`s.key`
}

const yearOf = (day: string) => Number(day.slice(0, 4))

/** The last day that is over. */
export const lastDayOver = (today: string) => addDays(today, -1)
