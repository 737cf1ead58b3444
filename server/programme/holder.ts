/** Who holds an action plan or a detailing text that is owed: the agency it was given to, or from a reorganisation on its successor. */
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type Known, knownIn } from './store.ts'

/** The column of `programme.duty_move`, and the column of the duty `d` with the agency that owed it first. */
const KINDS = {
  plan: { id: sql.ref('plan_duty_id'), first: sql.ref('d.agency_id') },
  detailing: { id: sql.ref('detailing_duty_id'), first: sql.ref('d.lead_agency_id') },
} as const

export interface Held {
  /** To follow `programme.plan_duty d` or `programme.detailing_duty d` in a `from`. */
  join: RawBuilder<unknown>
  /** Who holds it on the day. */
  ofDay: RawBuilder<number>
  /** Whom it counts for: who holds it on the day or, by today's map, the agency that has replaced that one. */
  agency: RawBuilder<number>
  /** Who owed it at first. */
  first: RawBuilder<number>
  /** Seen by those who see who holds it on the day; a successor sees what it took over on any day. */
  seenBy: (actor: Actor) => RawBuilder<unknown>
}

/** At the end of a day, from what was recorded by the end of another (null: until now). `mapOn`: the day of today's map. */
export function heldOn(
  kind: keyof typeof KINDS,
  { asOf, mapOn = null, ...known }: Known & { asOf: string; mapOn?: string | null },
): Held {
  const { id, first } = KINDS[kind]
  const ofDay = sql<number>`coalesce(moved.agency_id, ${first})`
  return {
    join: sql`
      left join lateral (
        select m.agency_id from programme.duty_move m
        where m.${id} = d.${id} and m.effective_on <= ${asOf}::date and m.recorded_at < ${knownIn(known)}
        order by m.effective_on desc, m.duty_move_id desc limit 1
      ) moved on true
      ${mapOn === null ? sql`` : sql`left join registry.heirs(${mapOn}::date) heir on heir.agency_id = ${ofDay}`}`,
    ofDay,
    agency: mapOn === null ? ofDay : sql<number>`coalesce(heir.heir_id, ${ofDay})`,
    first: sql<number>`${first}`,
    seenBy: ({ seen }) => (seen === null ? sql`true` : sql`${ofDay} = any(${[...seen]}::bigint[])`),
  }
}
