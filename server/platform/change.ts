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

/** Who asks for an act, on what, having seen which version of it, and at what instant. */
export interface Ask<Key = number, Doer = Actor> {
  actor: Doer
  id: Key
  version: number
  now: Temporal.Instant
}
/** An act that adds something to a thing and undoes nobody's change: on whatever version it is. */
export type AskToAdd<Key = number, Doer = Actor> = Omit<Ask<Key, Doer>, 'version'>
/** An act that makes something new, which has neither id nor version yet. */
export type AskToMake<Doer = Actor> = Omit<Ask<number, Doer>, 'id' | 'version'>
/** An act that other acts and the system do as well, in a transaction that holds the lock: they name no version. */
export type AskWithin<Key = number> = Pick<Ask<Key, Actor | SystemActor>, 'actor' | 'id'> & { version?: number }

/** The answer of a route that adds or makes one thing. */
export const Made = Type.Object({ id: Id })
/** The answer of a route that has nothing to say: 204. */
export const Gone = Type.Null()

interface Schema {
  operationId?: string
  summary?: string
  description?: string
  /** `{ id }` where left out and the path names a thing. */
  params?: TSchema
  querystring?: TSchema
  body?: TSchema
  /** `multipart/form-data`: the form is read before the transaction and given to the act as `form`. */
  consumes?: string[]
  /** What is answered. Left out: the next version of what is changed, the id of what is made, nothing of what is done. */
  answer?: TSchema
  /** The work goes on in the background. */
  status?: 202
  /** The answer holds a secret, so it is kept nowhere: a request sent again is done again, or refused by what it finds. */
  isSecret?: true
  /** The `version` answered is not of the thing that `If-Match` named, so it is no `ETag`. */
  isUntagged?: true
  /** `preHandler` runs before the transaction and before a form is read: what others are asked, and who may send much. */
  options?: Pick<RouteShorthandOptions, 'bodyLimit' | 'config' | 'preHandler'>
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
/** The first parameter of a path, which names the thing asked about. */
type First<Rest> = Rest extends `${infer Name}/${string}` ? Name : Rest
type Named<Url> = Url extends `${string}/:${infer Rest}` ? First<Rest> : never
type KeyOf<Url, S extends Schema> =
  Named<Url> extends keyof Checked<S>['params'] ? Checked<S>['params'][Named<Url>] : undefined
type Act<S extends Schema, Asked, Short> = (
  trx: Trx,
  ask: Asked,
  request: Checked<S>,
) => Promise<S['answer'] extends TNull ? unknown : S['answer'] extends TSchema ? Static<S['answer']> : Short>

/**
 * The routes by which a room changes things. Each act runs in one transaction, once per `Idempotency-Key`, in the name of
 * who is signed in; a system that did not hear the answer sends it again and is answered as then. An act is asked about
 * what the first parameter of the path names.
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
     * Changes a thing, on the version seen: without `If-Match` 428. `act` answers the next version, or an object that has
     * it; it goes out as `ETag` and in the body.
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
    /** Adds something to a thing; answers 201 with its id, which is what `act` answers. */
    add<const Url extends string, const S extends Schema>(
      url: Url,
      schema: S,
      act: Act<S, AskToAdd<KeyOf<Url, S>, KnownActor>, number>,
    ): void {
      route('POST', url, { answer: Made, ...schema }, 201, act, made)
    },
    /** Makes something new; answers 201 with its id, which is what `act` answers. */
    make<const S extends Schema>(url: string, schema: S, act: Act<S, AskToMake<KnownActor>, number>): void {
      route('POST', url, { answer: Made, ...schema }, 201, act, made)
    },
    /** Does what makes nothing and undoes nobody's change, on whatever version the thing is; answers what `act` answers. */
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
