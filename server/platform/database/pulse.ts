import { performance } from 'node:perf_hooks'
import { askFor } from './asking.ts'

/** A statement, or a wait for a connection, without an answer so far. Times in ms of `performance.now()`. */
export interface Unanswered {
  since: number
  /** When the driver gives up, whatever PostgreSQL says of itself. */
  until: number
  /** Makes it fail with this error; the connection it has is broken off, and the pool makes another. */
  giveUp: (error: Error) => void
}

/** Looked at so often while there is something to look at. */
const LOOK_MS = 500
/** Nothing heard for so long makes us ask whether PostgreSQL is there at all. */
const DOUBT_MS = 1_000

/**
 * Tells a slow PostgreSQL from one that is frozen or unreachable. A statement on a frozen server waits for ever, because
 * time limits are kept by that server; so when one waits long, a new connection is tried, and where that gets no answer
 * either, every statement that was waiting fails.
 */
export class Pulse {
  readonly #unanswered = new Set<Unanswered>()
  readonly #isAlive: () => Promise<boolean>
  #timer: NodeJS.Timeout | undefined
  #isTrying = false
  #foundAwayAt = Number.NEGATIVE_INFINITY

  /** `isAlive` tries to reach PostgreSQL by a way of its own, answers within a few seconds and never throws. */
  constructor(isAlive: () => Promise<boolean>) {
    this.#isAlive = isAlive
  }

  /** Whether PostgreSQL was found to be away a moment ago. */
  get wasAway(): boolean {
    return performance.now() - this.#foundAwayAt < 10_000
  }

  add(statement: Unanswered): void {
    this.#unanswered.add(statement)
    // Whoever is looked after first starts the timer; it must not go on in their name.
    this.#timer ??= askFor(undefined, () => setTimeout(() => this.#look(), LOOK_MS).unref())
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
