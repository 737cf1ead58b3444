import { COUNTINGS, compact, day, id, MAPS, oneOf, type Raw } from './parse.ts'

export interface OverviewSearch {
  from?: string
  asOf?: string
  /** Agencies of the day of the figures, or their successors of today. */
  map?: (typeof MAPS)[number]
  /** Tasks given together count each, or once. */
  counting?: (typeof COUNTINGS)[number]
  /** Only what the agencies that a person follows lead. */
  followerId?: number
  /** Only what this agency leads. */
  agencyId?: number
  /** Only what this agency coordinates. */
  coordinatingId?: number
}
export const overviewSearchOf = (raw: Raw): OverviewSearch =>
  compact({
    from: day(raw.from),
    asOf: day(raw.asOf),
    map: oneOf(MAPS)(raw.map),
    counting: oneOf(COUNTINGS)(raw.counting),
    followerId: id(raw.followerId),
    agencyId: id(raw.agencyId),
    coordinatingId: id(raw.coordinatingId),
  })
