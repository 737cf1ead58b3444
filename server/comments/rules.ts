/** In which states a task takes comments. A cancelled one is over: what was written stays, and nothing is added. */
export function takesComments(state: string): boolean {
  return state !== 'cancelled'
}

/** Until when the author may correct a comment: what others have read and acted on must stay what they read. */
export function correctableUntil(madeAt: string, minutes: number): Temporal.Instant {
  return Temporal.Instant.from(madeAt).add({ minutes })
}

export function isCorrectable(madeAt: string, minutes: number, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, correctableUntil(madeAt, minutes)) < 0
}
