import type { Actor } from './actor.ts'
import type { AnyTransaction } from './db.ts'

/** What passes from one agency to its successor, or ends with it, on a day. */
export interface Inheritance {
  from: { id: number; name: string }
  /** The successor; null: none. */
  to: number | null
  on: string
  /** The document it is based on. */
  source: string
  now: Temporal.Instant
}

/** How many of each kind passed on, under the names the console counts them by: `{ webhooks: 2 }`. */
export type Passed = Readonly<Record<string, number>>

/** What a room, or all of them, does when an agency passes to another. */
export type Succeed = (trx: AnyTransaction, actor: Actor, inheritance: Inheritance) => Promise<Passed>

/** Calls each in turn and combines what passed on. Throws if two count under one name: one would hide the other. */
export function succeedInTurn(each: readonly Succeed[]): Succeed {
  return async (trx, actor, inheritance) => {
    const all: Record<string, number> = {}
    for (const succeed of each) {
      for (const [name, count] of Object.entries(await succeed(trx, actor, inheritance))) {
        if (name in all) throw new Error(`two rooms count ${name} at a reorganisation`)
        all[name] = count
      }
    }
    return all
  }
}
