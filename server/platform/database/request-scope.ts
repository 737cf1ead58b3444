import { AsyncLocalStorage } from 'node:async_hooks'
import { Problem } from '../errors.ts'
import type { App } from '../http/server.ts'
import { databaseAway, isAway, isCancelled, tooSlow } from './away.ts'

/**
 * One HTTP request as the database knows it. Every statement finds it through the asynchronous context; what no request
 * asks (jobs, migrations, sample data, the command line) has none, and none of what is said here holds for it.
 */
export class Asking {
  /** An act (POST, PUT, …) is carried out even when the client is gone. */
  readonly isAct: boolean
  /** What the database failed with, for where a library in between hides it. */
  trouble: Problem | undefined
  #hasLeft = false
  readonly #stops = new Set<() => void>()

  constructor({ isAct }: { isAct: boolean }) {
    this.isAct = isAct
  }

  get hasLeft(): boolean {
    return this.#hasLeft
  }

  /** The client has gone: what runs for it is stopped, and nothing new is begun. */
  leave(): void {
    this.#hasLeft = true
    for (const stop of this.#stops) stop()
    this.#stops.clear()
  }

  /** `stop` is called once, when the client leaves; take it back with `staysFor`. */
  whenLeft(stop: () => void): void {
    this.#stops.add(stop)
  }

  staysFor(stop: () => void): void {
    this.#stops.delete(stop)
  }

  /** An error of the driver as what it means to whoever asked. */
  explain(error: unknown): unknown {
    if (this.#hasLeft) return gone(error)
    if (isAway(error)) this.trouble = databaseAway(error)
    else if (isCancelled(error)) this.trouble = tooSlow(error)
    else {
      if (error instanceof Problem) this.trouble = error
      return error
    }
    return this.trouble
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null outside `/api`. */
    asking: Asking | null
  }
}

const context = new AsyncLocalStorage<Asking | undefined>()

/** On whose behalf the code at hand runs; undefined where no request is behind it. */
export function whoAsksNow(): Asking | undefined {
  return context.getStore()
}

/** Runs `work`, and all that it begins, on behalf of `asking`; with undefined, on nobody's. */
export function askFor<T>(asking: Asking | undefined, work: () => T): T {
  return context.run(asking, work)
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Ties the statements of a request to it. When the connection of a GET closes before the answer is sent, its statements
 * are cancelled in PostgreSQL and those that wait for a connection are not run. Mount it before anything that asks the
 * database.
 */
export function mountAsking(app: App): void {
  app.decorateRequest('asking', null)
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/api/')) return done()
    const asking = new Asking({ isAct: !SAFE.has(request.method) })
    request.asking = asking
    // Listening (`quiet`) opens the one connection on which a whole process listens: it is not its first listener's alone.
    if (!asking.isAct && request.routeOptions.config.quiet !== true) {
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) asking.leave()
      })
    }
    askFor(asking, done)
  })
  // A body is read by events of the socket, which know nothing of the request: after it the context is entered again.
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.asking?.isAct) askFor(request.asking, done)
    else done()
  })
}

/**
 * The outcome of `work`, or `database_away` when it takes longer than `limitMs`: what it still has in PostgreSQL is then
 * stopped.
 */
export function inTime<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  const asking = new Asking({ isAct: false })
  return new Promise((resolve, reject) => {
    const forget = later(limitMs, () => {
      reject(databaseAway(new Error(`no answer within ${limitMs} ms`)))
      asking.leave()
    })
    askFor(asking, work).then(resolve, reject).finally(forget)
  })
}

/**
 * Calls `then` after `ms` unless the function it answers is called first. A process that was busy sees its timers before its
 * sockets: what has come in meanwhile is read first, so that an answer is not called missing which lies there.
 */
export function later(ms: number, then: () => void): () => void {
  let timer = setTimeout(() => {
    timer = setTimeout(then, 50)
  }, ms)
  return () => clearTimeout(timer)
}

/** Nobody reads this answer: the status is nginx's for "the client closed the request", for the log. */
export function gone(cause?: unknown): Problem {
  return new Problem(499, 'request.abandoned', 'Người yêu cầu đã rời đi trước khi có kết quả.', { cause })
}
