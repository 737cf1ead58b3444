import type { Actor } from '../platform/actor.ts'
import type { AnyTransaction } from '../platform/db.ts'

/** What passes from one body to its successor, or ends with it, on a day. */
export interface Inheritance {
  from: number
  to: number | null
  on: string
  source: string
  now: Temporal.Instant
}

export interface Mover {
  /** As the screen counts it. */
  name: string
  /** Answers how many passed on. */
  move: (trx: AnyTransaction, actor: Actor, inheritance: Inheritance) => Promise<number>
}

/** What other rooms keep about a body, each moved through its own door. */
export const movers: readonly Mover[] = []
