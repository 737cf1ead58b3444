import { type RawBuilder, sql } from 'kysely'
import { type Actor, agenciesSeenBy, type SystemActor } from '../platform/actor.ts'
import { monthEnd } from '../platform/calendar.ts'
import type { StatisticsQuery } from './figure-shapes.ts'
import { isAsReported, type Scope } from './filter.ts'
import type { Figure, TaskFilter } from './shapes.ts'
import { SOURCE_KEY } from './source.ts'

export type By = NonNullable<StatisticsQuery['by']>

/** Series of `tasks.figure_series` whose points add up to the figures of a query on its day. */
export interface KeptSeries {
  by: 'all' | 'agency' | 'source' | 'group'
  /** Only the series of this agency, by the map of the scope. */
  agencyId: number | undefined
  /** Only the series of the agencies that this person follows on the day. */
  followerId: number | undefined
  /** Years of assignment, both included. */
  from: number
  to: number
  /** Sources and groups have points only at the ends of months; whether the day in question is one. */
  isMonthEnd?: boolean
}

/** The filters that the series cover: of a task they know only its year and what they count by. */
const COVERED_BY_SERIES = new Set(['from', 'to', 'agencyId', 'asOf', 'knownOn', 'knownBefore', 'map'])

/**
 * The series that answer a query, or undefined where the tasks themselves must be counted. They count the tasks of every
 * agency, as known at the end of the day itself. Only the database knows whether the day is counted yet (`isKept`).
 */
export function keptSeries(
  actor: Actor | SystemActor,
  scope: Scope,
  { from, to, agencyId, followerId, ...filter }: TaskFilter,
  by: By | undefined,
  figure?: Figure,
): KeptSeries | undefined {
  const isPlain = Object.entries(filter).every(([name, value]) => value === undefined || COVERED_BY_SERIES.has(name))
  if (!isPlain || figure !== undefined || agenciesSeenBy(actor) !== null || !isAsReported(scope)) return undefined
  if ((from !== undefined && !from.endsWith('-01-01')) || (to !== undefined && !to.endsWith('-12-31'))) return undefined
  const years = { from: from === undefined ? 0 : yearOf(from), to: to === undefined ? 9999 : yearOf(to) }
  switch (by) {
    case undefined:
      return {
        by: agencyId === undefined && followerId === undefined ? 'all' : 'agency',
        agencyId,
        followerId,
        ...years,
      }
    case 'agency':
      return { by, agencyId, followerId, ...years }
    case 'source':
    case 'group':
      return agencyId === undefined && followerId === undefined
        ? { by, agencyId, followerId, ...years, isMonthEnd: scope.asOf === monthEnd(scope.asOf) }
        : undefined
    case 'month':
      return undefined
  }
}

/** Days after the last counted one that are still derived from its points, adding the changes since, found by day. */
const DAYS_PAST_KEPT = 62

/** The last day on which the series have points: the last day counted, or the last end of a month up to it. */
function pointsEnd({ isMonthEnd }: KeptSeries): RawBuilder<string> {
  return isMonthEnd === undefined
    ? sql<string>`(select k.through from tasks.figure_kept k)`
    : sql<string>`(select (date_trunc('month', (k.through + 1)::timestamp) - interval '1 day')::date from tasks.figure_kept k)`
}

/** Whether the day is answered from points and the changes since the last of them. */
export function isKept(day: RawBuilder<unknown>, series: KeptSeries): RawBuilder<boolean> {
  const near = sql`${day} <= (select k.through + ${sql.lit(DAYS_PAST_KEPT)} from tasks.figure_kept k)`
  // Within a past month sources and groups have no points, and the changes since the previous point are not looked up.
  return series.isMonthEnd === false
    ? sql<boolean>`(${near} and ${day} > ${pointsEnd(series)})`
    : sql<boolean>`(${near})`
}

/** `from` of the points in force on a day: `s` is the series, `p` its point, `h` the successor of an agency today. */
export function pointsOn(day: RawBuilder<unknown>, series: KeptSeries, { mapOn }: Scope): RawBuilder<unknown> {
  const { by, from, to } = series
  return sql`
    from tasks.figure_series s
    cross join lateral (
      select * from tasks.figure_point p
      where p.series_id = s.series_id and p.counted_on <= least(${day}, ${pointsEnd(series)})
      order by p.counted_on desc limit 1
    ) p
    ${by === 'agency' && mapOn !== null ? sql`left join registry.heirs(${mapOn}::date) h on h.agency_id = s.key::bigint` : sql``}
    where s.by = ${by} and s.assigned_year between ${from}::integer and ${to}::integer
      ${ofAgency(keyOf(series, { mapOn }), series)} ${ofFollowed(sql`s.key`, series, day)}`
}

/**
 * `from` of the changes since the last point, up to a day: `c` is a change, `t` its task where the series are of sources or
 * groups. Nothing for a day that has points.
 */
export function changesUntil(day: RawBuilder<unknown>, series: KeptSeries, { mapOn }: Scope): RawBuilder<unknown> {
  const { by, from, to } = series
  return sql`
    from (select ${pointsEnd(series)} as ended_on) k
    cross join lateral tasks.count_changes(k.ended_on, ${day}) c
    ${by === 'agency' && mapOn !== null ? sql`left join registry.heirs(${mapOn}::date) h on h.agency_id = c.lead_agency_id` : sql``}
    ${by === 'source' || by === 'group' ? sql`join tasks.task t on t.task_id = c.task_id` : sql``}
    where k.ended_on < ${day} and c.assigned_year between ${from}::integer and ${to}::integer
      ${ofAgency(keyOfChange(series, { mapOn }), series)} ${ofFollowed(sql`c.lead_agency_id::text`, series, day)}`
}

function ofAgency(key: RawBuilder<string>, { agencyId }: KeptSeries): RawBuilder<unknown> {
  return agencyId === undefined ? sql`` : sql`and ${key} = ${String(agencyId)}`
}

/** Whatever the map, as the tasks themselves: an agency of the day. By its text, because other series have other keys. */
function ofFollowed(
  key: RawBuilder<unknown>,
  { followerId }: KeptSeries,
  day: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return followerId === undefined
    ? sql``
    : sql`and ${key} = any(array(select unnest(registry.followed(${followerId}, ${day}))::text))`
}

/** For `tasks.task t`: the key of its group. */
export const GROUP_KEY = sql<string>`coalesce(t.group_title, '')`

/** The key that a change counts under, by the same rule as `keyOf`. */
export function keyOfChange({ by }: KeptSeries, { mapOn }: Pick<Scope, 'mapOn'>): RawBuilder<string> {
  if (by === 'source') return SOURCE_KEY
  if (by === 'group') return GROUP_KEY
  if (by === 'all') return sql<string>`''::text`
  return mapOn === null ? sql<string>`c.lead_agency_id::text` : sql<string>`coalesce(h.heir_id, c.lead_agency_id)::text`
}

/** The key that a series counts under: its own or, by today's map, that of the successor. */
export function keyOf({ by }: KeptSeries, { mapOn }: Pick<Scope, 'mapOn'>): RawBuilder<string> {
  return by === 'agency' && mapOn !== null ? sql<string>`coalesce(h.heir_id::text, s.key)` : sql<string>`s.key`
}

const yearOf = (day: string) => Number(day.slice(0, 4))
