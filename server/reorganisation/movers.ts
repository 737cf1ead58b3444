import type { Actor } from '../platform/actor.ts'
import type { AnyTransaction } from '../platform/db.ts'
import { passFeeds } from '../tasks/index.ts'
import { passRules } from '../urging/index.ts'
import { passEndpoints } from '../webhooks/index.ts'

/** What passes from one body to its successor, or ends with it, on a day. */
export interface Inheritance {
  from: { id: number; name: string }
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
export const movers: readonly Mover[] = [
  { name: 'feeds', move: async (trx, _actor, { from, to }) => (to === null ? 0 : passFeeds(trx, from.id, to)) },
  {
    name: 'webhooks',
    move: async (trx, actor, { from, to }) => (to === null ? 0 : passEndpoints(trx, actor, from, to)),
  },
  {
    name: 'rules',
    move: async (trx, actor, { from, to, now }) => (to === null ? 0 : passRules(trx, actor, from.id, to, now)),
  },
]
