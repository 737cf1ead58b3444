import { AsyncLocalStorage } from 'node:async_hooks'
import { Problem } from '../errors.ts'
import type { App } from '../http/server.ts'
import { databaseAway, isAway, isCancelled, tooSlow } from './away.ts'

/**
 * One HTTP request as the database layer knows it. Every statement finds it through the asynchronous context; code
 * outside requests (jobs, migrations, sample data, the command line) has none, and nothing here applies to it.
 */
export class RequestScope {
  /** An act (POST, PUT, …) is carried out even when the client is gone. */
  readonly isAct: boolean
  /** The database error, in case a library in between hides it. */
  trouble: Problem | undefined
  #hasLeft = false
  readonly #stops = new Set<() => void>()

  constructor({ isAct }: { isAct: boolean }) {
    this.isAct = isAct
  }

  get hasLeft(): boolean {
    return this.#hasLeft
  }

  /** The client has gone: what runs for it is stopped, and nothing new is started. */
  leave(): void {
    this.#hasLeft = true
    for (const stop of this.#stops) stop()
    this.#stops.clear()
  }

  /** `stop` is called once, when the client leaves; withdraw it with `staysFor`. */
  whenLeft(stop: () => void): void {
    this.#stops.add(stop)
  }

  staysFor(stop: () => void): void {
    this.#stops.delete(stop)
  }

  /** Translates a driver error into an error for the caller. */
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
    scope: RequestScope | null
  }
}

const context = new AsyncLocalStorage<RequestScope | undefined>()

/** The request on whose behalf the current code runs; undefined outside requests. */
export function currentScope(): RequestScope | undefined {
  return context.getStore()
}

/** Runs `work`, and all that it starts, on behalf of `scope`; with undefined, outside any request. */
export function runInScope<T>(scope: RequestScope | undefined, work: () => T): T {
  return context.run(scope, work)
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Ties the statements of a request to it. When the connection of a GET closes before the answer is sent, its statements
 * are cancelled in PostgreSQL and those that wait for a connection are not run. Mount it before anything that uses the
 * database.
 */
export function mountRequestScope(app: App): void {
  app.decorateRequest('scope', null)
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/api/')) return done()
    const scope = new RequestScope({ isAct: !SAFE.has(request.method) })
    request.scope = scope
    // Listening (`quiet`) opens the one connection on which a whole process listens: it does not belong to its first
    // listener.
    if (!scope.isAct && request.routeOptions.config.quiet !== true) {
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) scope.leave()
      })
    }
    runInScope(scope, done)
  })
  // A body arrives in socket events, which know nothing of the request: afterwards the context is entered again.
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.scope?.isAct) runInScope(request.scope, done)
    else done()
  })
}

/**
 * The outcome of `work`, or `database_away` if it takes longer than `limitMs`: what it still runs in PostgreSQL is then
 * stopped.
 */
export function inTime<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  const scope = new RequestScope({ isAct: false })
  return new Promise((resolve, reject) => {
    const forget = later(limitMs, () => {
      reject(databaseAway(new Error(`no answer within ${limitMs} ms`)))
      scope.leave()
    })
    runInScope(scope, work).then(resolve, reject).finally(forget)
  })
}

/**
 * Calls `then` after `ms` unless the returned function is called first. A busy process handles its timers before its
 * sockets: what has arrived meanwhile is read first, so that an answer already there is not called missing.
 */
export function later(ms: number, then: () => void): () => void {
  let timer = setTimeout(() => {
    timer = setTimeout(then, 50)
  }, ms)
  return () => clearTimeout(timer)
}

/** No one reads this answer: the status is nginx's for "the client closed the request", for the log. */
export function gone(cause?: unknown): Problem {
  return new Problem(499, 'request.abandoned', 'Người yêu cầu đã rời đi trước khi có kết quả.', { cause })
}
