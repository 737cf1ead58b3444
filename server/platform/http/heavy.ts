import type { FastifyRequest } from 'fastify'
import { serverBusy } from '../database/away.ts'
import { gone } from '../database/request-scope.ts'
import { TooMany } from '../errors.ts'
import type { App } from './server.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for a request that reads very many rows: figures, trends, exports, reports. */
    heavy?: boolean
  }
}

export interface HeavyLimits {
  /** Running at the same time for one user, or for one API client. */
  perPerson: number
  /** Running at the same time for all users; the rest of the pool's connections is left to light requests. */
  atOnce: number
}

/** How many a user may have waiting per running one: two or three pages opened together. */
const WAITING_PER_PLACE = 2
/** Most that wait in one process, of all users. */
const MOST_WAITING = 100
/** Longest wait for a turn. */
const WAIT_MS = 10_000

interface Waiting {
  who: string
  begin: () => void
}

/**
 * The turns of heavy requests in this process. Few run at the same time; the next turn goes to the user with the fewest
 * running, so that a user who sends forty waits behind everyone who sends one.
 */
export class HeavyTurns {
  readonly #limits: HeavyLimits
  readonly #waitMs: number
  readonly #atWork = new Map<string, number>()
  #allAtWork = 0
  #waiting: Waiting[] = []

  constructor(limits: HeavyLimits, waitMs = WAIT_MS) {
    this.#limits = limits
    this.#waitMs = waitMs
  }

  /**
   * Resolves when it is the turn of `who`, with the function that ends it; call that once or more often. `signal` gives
   * up the wait, and an aborted one takes no turn (499). Throws 429 `request.too_many_heavy` for too many of one user,
   * 503 `server.busy` when there is no turn in time.
   */
  enter(who: string, signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted) return Promise.reject(gone())
    if (this.#hasPlace(who)) return Promise.resolve(this.#begin(who))
    const ownWaiting = this.#waiting.filter((one) => one.who === who).length
    if (ownWaiting >= this.#limits.perPerson * WAITING_PER_PLACE) return Promise.reject(tooMany())
    if (this.#waiting.length >= MOST_WAITING) return Promise.reject(serverBusy())
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        who,
        begin: () => {
          settle()
          resolve(this.#begin(who))
        },
      }
      const giveUp = () => {
        settle()
        reject(this.#isAtLimit(who) ? tooMany() : serverBusy())
      }
      const timer = setTimeout(giveUp, this.#waitMs)
      signal?.addEventListener('abort', giveUp)
      const settle = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
        this.#waiting = this.#waiting.filter((one) => one !== waiting)
      }
      this.#waiting.push(waiting)
    })
  }

  #isAtLimit(who: string): boolean {
    return (this.#atWork.get(who) ?? 0) >= this.#limits.perPerson
  }

  #hasPlace(who: string): boolean {
    return this.#allAtWork < this.#limits.atOnce && !this.#isAtLimit(who)
  }

  #begin(who: string): () => void {
    this.#atWork.set(who, (this.#atWork.get(who) ?? 0) + 1)
    this.#allAtWork += 1
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      this.#allAtWork -= 1
      const left = (this.#atWork.get(who) ?? 1) - 1
      if (left === 0) this.#atWork.delete(who)
      else this.#atWork.set(who, left)
      this.#next()?.begin()
    }
  }

  /** Of those who may start, the one with the fewest running; among equals, the one who has waited longest. */
  #next(): Waiting | undefined {
    const fewest = (one: Waiting) => this.#atWork.get(one.who) ?? 0
    return this.#waiting
      .filter(({ who }) => this.#hasPlace(who))
      .reduce<Waiting | undefined>((best, one) => (best && fewest(best) <= fewest(one) ? best : one), undefined)
  }
}

function tooMany(): TooMany {
  return new TooMany(
    'request.too_many_heavy',
    'Bạn đang yêu cầu quá nhiều số liệu, báo cáo cùng một lúc. Hãy đợi các yêu cầu trước có kết quả rồi thử lại.',
    { retryAfter: 5 },
  )
}

/** Admits requests of routes marked `heavy` by turns. Mount it before the routes. */
export function mountHeavy(app: App, limits: HeavyLimits): void {
  const turns = new HeavyTurns(limits)
  // After validation: a request that is refused anyway takes no turn.
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.config.heavy !== true) return
    const closed = new AbortController()
    // The user is found before this, and the client may have left meanwhile: `close` is not emitted twice.
    if (reply.raw.closed || reply.raw.destroyed) closed.abort()
    else reply.raw.once('close', () => closed.abort())
    const leave = await turns.enter(whoIs(request), closed.signal)
    closed.signal.addEventListener('abort', leave)
    if (closed.signal.aborted) leave()
  })
}

function whoIs(request: FastifyRequest): string {
  return request.actor?.userId ?? request.ip
}
