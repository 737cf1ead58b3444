/** What became of a promise. Pure. */

/** An entry that was owed when it was promised. */
export interface Promised {
  /** Null: not submitted, or returned since. */
  submittedOn: string | null
  /** It left the debt without being submitted: by a later due day or a stop. */
  isGone: boolean
  /** The day promised. */
  promisedBy: string
  /** Another day was promised since. */
  isReplaced: boolean
}

/** Whether a promise was kept by the end of a day: submitted by the day promised, or the day is over without it, whatever was promised since. */
export function promiseOf(
  { submittedOn, isGone, promisedBy, isReplaced }: Promised,
  over: string,
): 'kept' | 'broken' | 'replaced' | 'waiting' | null {
  if (submittedOn !== null && submittedOn <= promisedBy) return 'kept'
  if (submittedOn === null && isGone) return null
  if (promisedBy <= over) return 'broken'
  return isReplaced ? 'replaced' : 'waiting'
}
