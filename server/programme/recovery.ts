/** What became of the entries owed on one day by another ("bảo đảm trình trước 10/3/2021"). Pure. */

export interface OwedThen {
  /** When it was submitted after the first day; null: not by the second. */
  submittedOn: string | null
  /** It left the debt without being submitted: by a later due day or a stop. */
  isGone: boolean
  /** The day promised; null: none. */
  promisedBy: string | null
}

export interface Recovery {
  owed: number
  submitted: number
  gone: number
  left: number
  /** Of those with a promise. */
  promised: number
  kept: number
  broken: number
}

/** `by`: the last day that counts. `over`: the last that is over, by which a promise may be broken. */
export function recoveryOf(owed: readonly OwedThen[], by: string, over = by): Recovery {
  const submitted = owed.filter(({ submittedOn }) => submittedOn !== null && submittedOn <= by).length
  const gone = owed.filter(({ submittedOn, isGone }) => isGone && !(submittedOn !== null && submittedOn <= by)).length
  const promised = owed.filter(({ promisedBy }) => promisedBy !== null)
  return {
    owed: owed.length,
    submitted,
    gone,
    left: owed.length - submitted - gone,
    promised: promised.length,
    kept: promised.filter((one) => promiseOf(one, by, over) === 'kept').length,
    broken: promised.filter((one) => promiseOf(one, by, over) === 'broken').length,
  }
}

/** Whether a promise was kept by the end of a day: submitted by the day promised, or the day is over without it. */
export function promiseOf(
  { submittedOn, isGone, promisedBy }: OwedThen,
  on: string,
  over = on,
): 'kept' | 'broken' | 'waiting' | null {
  if (promisedBy === null) return null
  if (submittedOn !== null && submittedOn <= promisedBy && submittedOn <= on) return 'kept'
  if (isGone) return null
  return promisedBy <= over ? 'broken' : 'waiting'
}
