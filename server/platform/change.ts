import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import { type Actor, actorOf } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Database, Db, Transaction } from './db.ts'
import type { App } from './http/server.ts'
import { idempotencyKey, idempotent } from './idempotency.ts'
import { Changed, Id, IdParams } from './shapes.ts'
import { etag, ifMatch } from './version.ts'

/** Who asks for an act, on what, having seen which version of it, and at what instant. */
export interface Ask<Key = number> {
  actor: Actor
  id: Key
  version: number
  now: Temporal.Instant
}
/** An act that adds something to a thing and undoes nobody's change: on whatever version it is. */
export type AskToAdd<Key = number> = Omit<Ask<Key>, 'version'>
/** An act that makes something new, which has neither id nor version yet. */
export type AskToMake = Pick<Ask, 'actor' | 'now'>

/** The answer of a route that adds or makes one thing. */
export const Made = Type.Object({ id: Id })

interface Schema {
  operationId: string
  summary: string
  description?: string
  /** `{ id }` where left out. */
  params?: TSchema
  querystring?: TSchema
  body?: TSchema
  consumes?: string[]
  /** What is answered: the next version, or the id of what was made, where left out. */
  answer?: TSchema
}
type Of<Shape, Else> = Shape extends TSchema ? Static<Shape> : Else
/** A request whose parts have been checked against the schema of its route. */
interface Checked<S extends Schema> extends Pick<FastifyRequest, 'log'> {
  params: Of<S['params'], { id: number }>
  query: Of<S['querystring'], unknown>
  body: Of<S['body'], undefined>
}
type KeyOf<S extends Schema> = Checked<S>['params'] extends { id: infer Key } ? Key : never
type Trx = Transaction<Database>
type Answer<S extends Schema, Short> = Promise<S['answer'] extends TSchema ? Static<S['answer']> : Short>
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * The routes by which a room changes things. Each act runs in one transaction, once per `Idempotency-Key`, in the name of
 * who is signed in; a system that did not hear the answer sends it again and is answered as then.
 *
 * An answer is kept under its key: a route that answers a secret is not made here.
 */
export function changes(app: App, { db, clock }: { db: Db; clock: Clock }, ...tags: string[]) {
  const route = (
    method: Method,
    url: string,
    { answer = Changed, params = IdParams, ...schema }: Schema,
    status: 200 | 201,
    act: (trx: Trx, request: FastifyRequest) => Promise<unknown>,
    reply: (reply: FastifyReply, done: unknown) => unknown,
  ) => {
    app.route({
      method,
      url,
      schema: { ...schema, params, tags, response: { [status]: answer } },
      handler: async (request, to) => {
        const key = idempotencyKey(request)
        const { userId } = actorOf(request)
        const done = await db.transaction().execute((trx) => idempotent(trx, { userId }, key, () => act(trx, request)))
        return reply(to.code(status), done)
      },
    })
  }
  const askToAdd = (request: FastifyRequest) => ({
    actor: actorOf(request),
    id: (request.params as { id: never }).id,
    now: clock.now(),
  })
  const made = (_: FastifyReply, done: unknown) => (typeof done === 'number' ? { id: done } : done)

  return {
    /**
     * Changes the thing named by `:id`, on the version seen: without `If-Match` 428. `act` answers the next version, or an
     * object that has it; it goes out as `ETag` and in the body.
     */
    change<S extends Schema>(
      method: Method,
      url: string,
      schema: S,
      act: (trx: Trx, ask: Ask<KeyOf<S>>, request: Checked<S>) => Answer<S, number>,
    ): void {
      route(
        method,
        url,
        schema,
        200,
        (trx, request) => act(trx, { ...askToAdd(request), version: ifMatch(request) }, request as never),
        (to, done) => {
          const answer = typeof done === 'number' ? { version: done } : (done as { version: number })
          etag(to, answer.version)
          return answer
        },
      )
    },
    /** Adds something to the thing named by `:id`; answers 201 with its id, which is what `act` answers. */
    add<S extends Schema>(
      url: string,
      schema: S,
      act: (trx: Trx, ask: AskToAdd<KeyOf<S>>, request: Checked<S>) => Answer<S, number>,
    ): void {
      const whole = { answer: Made, ...schema }
      route('POST', url, whole, 201, (trx, request) => act(trx, askToAdd(request), request as never), made)
    },
    /** Makes something new; answers 201 with its id, which is what `act` answers. */
    make<S extends Schema>(
      url: string,
      schema: S,
      act: (trx: Trx, ask: AskToMake, request: Checked<S>) => Answer<S, number>,
    ): void {
      const whole = { answer: Made, params: Type.Object({}), ...schema }
      const ask = (request: FastifyRequest) => ({ actor: actorOf(request), now: clock.now() })
      route('POST', url, whole, 201, (trx, request) => act(trx, ask(request), request as never), made)
    },
  }
}
