import { type Actor, signatureOf } from '../platform/actor.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { When } from './consequences.ts'

/** The instant of a change and its day in Viet Nam. */
export function whenOf({ actor, now }: { actor: Actor; now: Temporal.Instant }): When {
  return { on: dayInVietnam(now), at: now.toString(), by: signatureOf(actor) }
}
