import { performance } from 'node:perf_hooks'
import { runInScope } from './request-scope.ts'

/** A statement, or a wait for a connection, without an answer so far. Times in ms of `performance.now()`. */
export interface Unanswered {
  since: number
  /** When the driver gives up, whatever PostgreSQL reports about itself. */
  until: number
  /** Makes it fail with this error; its connection is closed, and the pool opens another. */
  giveUp: (error: Error) => void
}

/** Interval of the checks while there is something to check. */
const LOOK_MS = 500
/** Silence for this long makes us check whether PostgreSQL is there at all. */
const DOUBT_MS = 1_000

/**
 * Distinguishes a slow PostgreSQL from one that is frozen or unreachable. A statement on a frozen server waits forever,
 * because that server enforces the time limits; so when one waits long, a new connection is tried, and if that gets no
 * answer either, every statement that was waiting fails.
 */
export class Pulse {
  readonly #unanswered = new Set<Unanswered>()
  readonly #isAlive: () => Promise<boolean>
  #timer: NodeJS.Timeout | undefined
  #isTrying = false
  #foundAwayAt = Number.NEGATIVE_INFINITY

  /** `isAlive` tries to reach PostgreSQL on its own connection, returns within a few seconds and never throws. */
  constructor(isAlive: () => Promise<boolean>) {
    this.#isAlive = isAlive
  }

  /** Whether PostgreSQL was found to be unavailable a moment ago. */
  get wasAway(): boolean {
    return performance.now() - this.#foundAwayAt < 10_000
  }

  add(statement: Unanswered): void {
    this.#unanswered.add(statement)
    // The first statement watched starts the timer; it must not run in that request's context.
    this.#timer ??= runInScope(undefined, () => setTimeout(() => this.#look(), LOOK_MS).unref())
  }

  delete(statement: Unanswered): void {
    this.#unanswered.delete(statement)
  }

  #look(): void {
    this.#timer = undefined
    if (this.#unanswered.size === 0) return
    this.#timer = setTimeout(() => this.#look(), LOOK_MS).unref()
    const now = performance.now()
    let isInDoubt = false
    for (const statement of this.#unanswered) {
      if (now - statement.since >= DOUBT_MS) isInDoubt = true
      if (now >= statement.until) this.#giveUp(statement)
    }
    if (isInDoubt && !this.#isTrying) void this.#try()
  }

  async #try(): Promise<void> {
    this.#isTrying = true
    const begunAt = performance.now()
    const isAlive = await this.#isAlive()
    this.#isTrying = false
    if (isAlive) return
    this.#foundAwayAt = performance.now()
    for (const statement of this.#unanswered) if (statement.since <= begunAt) this.#giveUp(statement)
  }

  #giveUp(statement: Unanswered): void {
    this.#unanswered.delete(statement)
    statement.giveUp(new Error('Connection terminated: PostgreSQL gave no sign of life'))
  }
}
