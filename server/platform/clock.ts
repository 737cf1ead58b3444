/**
 * The only source of "now" for business rules. It is injected, so that a test can run on 28/02/2021: the one fake the
 * tests use.
 */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that does not move until it is set. `at` is an ISO instant, or a day (meaning noon in Viet Nam). */
export function stoppedClock(at: string): Clock & { set(at: string): void } {
  let instant = instantOf(at)
  return {
    now: () => instant,
    set(next) {
      instant = instantOf(next)
    },
  }
}

function instantOf(at: string): Temporal.Instant {
  return /^\d{4}-\d{2}-\d{2}$/.test(at) ? Temporal.Instant.from(`${at}T12:00:00+07:00`) : Temporal.Instant.from(at)
}
