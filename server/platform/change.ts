import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import { type Static, type TNull, type TSchema, Type } from 'typebox'
import { type Actor, actorOf, type KnownActor, type SystemActor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Database, Db, Transaction } from './db.ts'
import type { App } from './http/server.ts'
import { idempotencyKey, idempotent } from './idempotency.ts'
import { Changed, Id, IdParams } from './shapes.ts'
import { type UploadedForm, uploadedForm } from './upload.ts'
import { etag, ifMatch } from './version.ts'

/** Who requests an act, on what, having seen which version of it, and at what instant. */
export interface Ask<Key = number, Doer = Actor> {
  actor: Doer
  id: Key
  version: number
  now: Temporal.Instant
}
/** An act that adds something to a thing and undoes no one's change: on any version. */
export type AskToAdd<Key = number, Doer = Actor> = Omit<Ask<Key, Doer>, 'version'>
/** An act that makes something new, which has neither id nor version yet. */
export type AskToMake<Doer = Actor> = Omit<Ask<number, Doer>, 'id' | 'version'>
/** An act that other acts and the system perform too, in a transaction that holds the lock: they name no version. */
export type AskWithin<Key = number> = Pick<Ask<Key, Actor | SystemActor>, 'actor' | 'id'> & { version?: number }

/** The answer of a route that adds or makes one thing. */
export const Made = Type.Object({ id: Id })
/** The answer of a route without content: 204. */
export const Gone = Type.Null()

interface Schema {
  operationId?: string
  summary?: string
  description?: string
  /** `{ id }` if omitted and the path names a thing. */
  params?: TSchema
  querystring?: TSchema
  body?: TSchema
  /** `multipart/form-data`: the form is read before the transaction and passed to the act as `form`. */
  consumes?: string[]
  /** The answer. If omitted: the next version of what is changed, the id of what is made, nothing for other acts. */
  answer?: TSchema
  /** The work continues in the background. */
  status?: 202
  /**
   * The answer contains a secret, so it is not stored: a repeated request is executed again, or refused because of what
   * it finds.
   */
  isSecret?: true
  /** The `version` in the answer is not of the thing that `If-Match` named, so it is no `ETag`. */
  isUntagged?: true
  /**
   * `preHandler` runs before the transaction and before a form is read: for calls to other systems, and for who may
   * upload much. `preSerialization` says the answer in the caller's language, a kept one too.
   */
  options?: Pick<RouteShorthandOptions, 'bodyLimit' | 'config' | 'preHandler' | 'preSerialization'>
}
type Of<Shape, Else> = Shape extends TSchema ? Static<Shape> : Else
/** A request whose parts have been checked against the schema of its route. */
interface Checked<S extends Schema> extends Pick<FastifyRequest, 'sessionId'> {
  params: Of<S['params'], { id: number }>
  query: Of<S['querystring'], unknown>
  body: Of<S['body'], undefined>
  form: S['consumes'] extends string[] ? UploadedForm : undefined
}
type Trx = Transaction<Database>
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** The first parameter of a path, which names the thing acted on. */
type First<Rest> = Rest extends `${infer Name}/${string}` ? Name : Rest
type Named<Url> = Url extends `${string}/:${infer Rest}` ? First<Rest> : never
type KeyOf<Url, S extends Schema> =
  Named<Url> extends keyof Checked<S>['params'] ? Checked<S>['params'][Named<Url>] : undefined
type Act<S extends Schema, AskKind, Short> = (
  trx: Trx,
  ask: AskKind,
  request: Checked<S>,
) => Promise<S['answer'] extends TNull ? unknown : S['answer'] extends TSchema ? Static<S['answer']> : Short>

/**
 * The routes with which a room changes things. Each act runs in one transaction, once per `Idempotency-Key`, in the
 * name of the signed-in user; a system that missed the answer repeats the request and gets the first answer. The first
 * parameter of the path names the thing that an act is about.
 */
export function changes(app: App, { db, clock }: { db: Db; clock: Clock }, ...tags: string[]) {
  const route = (
    method: Method,
    url: string,
    { isSecret, isUntagged, options, params, answer, status: later, ...schema }: Schema & { answer: TSchema },
    usual: 200 | 201,
    act: (trx: Trx, ask: never, request: never) => Promise<unknown>,
    reply: (done: unknown, reply: FastifyReply) => unknown,
    versionOf?: (request: FastifyRequest) => number,
  ) => {
    const key = /\/:(\w+)/.exec(url)?.[1]
    const status = later ?? (answer === Gone ? 204 : usual)
    app.route({
      ...options,
      method,
      url,
      schema: { ...schema, ...(key ? { params: params ?? IdParams } : {}), tags, response: { [status]: answer } },
      handler: async (request, to) => {
        const id = key && (request.params as Record<string, unknown>)[key]
        const ask = { actor: actorOf(request), id, now: clock.now() }
        const form = schema.consumes && (await uploadedForm(request))
        const { params, query, body, sessionId } = request
        const once = isSecret ? undefined : idempotencyKey(request)
        const done = await db.transaction().execute((trx) =>
          idempotent(trx, ask.actor, once, async () => {
            const seen = versionOf ? { version: versionOf(request) } : {}
            return act(trx, { ...ask, ...seen } as never, { params, query, body, form, sessionId } as never)
          }),
        )
        to.code(status)
        return status === 204 ? to.send(null) : reply(done, to)
      },
    })
  }
  const whole = (done: unknown) => done
  const made = (done: unknown) => (typeof done === 'number' ? { id: done } : done)

  return {
    /**
     * Changes a thing, at the version seen: without `If-Match` 428. `act` returns the next version, or an object with
     * it; it is sent as `ETag` and in the body.
     */
    change<const Url extends string, const S extends Schema>(
      method: Method,
      url: Url,
      schema: S,
      act: Act<S, Ask<KeyOf<Url, S>, KnownActor>, number>,
    ): void {
      const tagged = (done: unknown, to: FastifyReply) => {
        const answer = typeof done === 'number' ? { version: done } : (done as { version?: number })
        if (answer.version !== undefined && !schema.isUntagged) etag(to, answer.version)
        return answer
      }
      route(method, url, { answer: Changed, ...schema }, 200, act, tagged, ifMatch)
    },
    /** Adds something to a thing; returns 201 with its id, which is what `act` returns. */
    add<const Url extends string, const S extends Schema>(
      url: Url,
      schema: S,
      act: Act<S, AskToAdd<KeyOf<Url, S>, KnownActor>, number>,
    ): void {
      route('POST', url, { answer: Made, ...schema }, 201, act, made)
    },
    /** Makes something new; returns 201 with its id, which is what `act` returns. */
    make<const S extends Schema>(url: string, schema: S, act: Act<S, AskToMake<KnownActor>, number>): void {
      route('POST', url, { answer: Made, ...schema }, 201, act, made)
    },
    /**
     * Performs an act that makes nothing and undoes no one's change, at any version of the thing; returns what `act`
     * returns.
     */
    act<const Url extends string, const S extends Schema>(
      method: Method,
      url: Url,
      schema: S,
      act: Act<S, AskToAdd<KeyOf<Url, S>, KnownActor>, unknown>,
    ): void {
      route(method, url, { answer: Gone, ...schema }, 200, act, whole)
    },
  }
}
