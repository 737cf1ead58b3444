import type { Actor } from './actor.ts'
import type { AnyHandle } from './db.ts'

/** A document that waits for the actor's signature. */
export interface ToSign {
  title: string
  /** What it is about: the agency it goes to, the month. */
  detail: string | null
  /** Address in the console, where it is read and signed. */
  to: string
  submittedAt: string
  submittedBy: string
  /** Submitted to the actor, or to the holder whose deputy they are, by name; else to whoever may sign. */
  isNamed: boolean
  /** Nobody at the agency can be told of it here: it must also be sent another way. */
  isUnreached: boolean
  /** It asks for an answer by a day that has passed: it cannot be signed until that day is changed. */
  isReplyPassed: boolean
}

/** What waits for a signature in a room: at most `limit`, longest waiting first; only what the actor may sign now. */
export interface Signings {
  kind: string
  vi: string
  en: string
  find: (ask: { db: AnyHandle; actor: Actor; today: string; limit: number }) => Promise<readonly ToSign[]>
}
