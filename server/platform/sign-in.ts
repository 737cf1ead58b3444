import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { actorOf, type KnownActor } from './actor.ts'
import { type Auth, CALLER_ADDRESS, type FindActor, type FindClient, type Known, userOfSession } from './auth.ts'
import { todayInVietnam } from './calendar.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import { Forbidden, Invalid, NotFound, Problem, TooMany } from './errors.ts'
import { type Attempt, clearFailures, countFailure, refuseGuessing } from './guessing.ts'
import type { App } from './http.ts'
import { RIGHTS } from './rights.ts'
import { Day, Id, Nullable, oneOf } from './shapes.ts'
import { userOfToken } from './token.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True where a stranger may come in: health, sign-in, the API description. */
    open?: boolean
    /** True where asking is no sign of a person at work: it does not make the session last longer. */
    quiet?: boolean
  }
}

export interface SignIn {
  auth: Auth
  db: Db
  config: Pick<Config, 'origin' | 'trustedOrigins'>
  findActor: FindActor
  findClient: FindClient
  clock: Clock
}

/** What of better-auth is reachable; the rest (signing up, deleting oneself, linking) is not part of the product. */
const REACHABLE = new Set(['/sign-in/email', '/sign-in/username', '/sign-out', '/get-session', '/change-password'])
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export const Me = Type.Object(
  {
    userId: Type.String(),
    personId: Nullable(Id),
    name: Type.String(),
    role: Type.String({ description: 'Key of the role' }),
    rights: Type.Array(oneOf(RIGHTS), { description: 'What the post may do' }),
    seesAll: Type.Boolean({ description: 'Whether the tasks of every body may be read' }),
    onBehalfOf: Nullable(Type.String({ description: 'Whose post it is, for a deputy' })),
    agencyId: Id,
    agencyName: Type.String(),
    title: Nullable(Type.String({ description: 'As it stands under a signature' })),
    sample: Type.Boolean({ description: 'An invented person of the sample data' }),
    today: Day,
  },
  { description: 'Who is signed in, and the day it is there' },
)

/**
 * Demands someone signed in on every route under `/api` but those marked open, and mounts sign-in itself. By browser
 * session or by `Authorization: Bearer dh_…`; a change that rests on the session cookie must come from our own pages.
 * Answers how to ask again who is behind a request that goes on.
 */
export function mountSignIn(app: App, signIn: SignIn): (request: FastifyRequest) => Promise<KnownActor | null> {
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/') || request.is404 || request.routeOptions.config.open) return
    request.actor = await actorBehind(request, signIn)
    actorOf(request)
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    config: { open: true },
    schema: { hide: true },
    handler: (request, reply) => passOn(request, reply, signIn),
  })

  app.get(
    '/api/me',
    { schema: { operationId: 'getMe', summary: 'Who is signed in', tags: ['sign-in'], response: { 200: Me } } },
    async (request) => {
      const { own: _, seen, onBehalfOf, ...actor } = actorOf(request)
      return {
        ...actor,
        rights: [...actor.rights],
        seesAll: seen === null,
        onBehalfOf: onBehalfOf?.name ?? null,
        today: todayInVietnam(signIn.clock),
      }
    },
  )
  return (request) => actorBehind(request, signIn)
}

async function actorBehind(request: FastifyRequest, signIn: SignIn): Promise<KnownActor | null> {
  const key = /^Bearer (dha_\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (key !== undefined) return (await signIn.findClient(signIn.db, key, signIn.clock.now())) ?? null
  const known = await userBehind(request, signIn)
  if (known === undefined) return null
  request.sessionId = known.sessionId
  const actor = await signIn.findActor(signIn.db, known, todayInVietnam(signIn.clock))
  if (!actor) {
    throw new Forbidden('auth.no_post', 'Tài khoản này chưa được giao vai trò nào. Hãy liên hệ quản trị hệ thống.')
  }
  return actor
}

async function userBehind(request: FastifyRequest, { auth, db, config }: SignIn): Promise<Known | undefined> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) {
    const userId = await userOfToken(db, bearer)
    return userId === undefined ? undefined : { userId, sessionId: null }
  }
  if (!request.headers.cookie) return undefined
  if (!SAFE.has(request.method)) demandOwnPage(request, config)
  return userOfSession(auth, request.headers, { isQuiet: request.routeOptions.config.quiet === true })
}

/**
 * A browser says in `Origin` whose page asks (and in `Sec-Fetch-Site`, where it leaves `Origin` out). Without either the
 * cookie is not believed: a program has tokens.
 */
function demandOwnPage(request: FastifyRequest, config: SignIn['config']): void {
  const { origin } = request.headers
  const own =
    origin === undefined
      ? request.headers['sec-fetch-site'] === 'same-origin'
      : config.trustedOrigins.includes(origin) ||
        (URL.canParse(origin) && new URL(origin).host === request.headers.host)
  if (!own) {
    throw new Forbidden('auth.cross_origin', 'Yêu cầu không xuất phát từ trang của hệ thống nên không được thực hiện.')
  }
}

/** Hands the request to better-auth and its answer back; its refusals become problems like all others. */
async function passOn(
  request: FastifyRequest,
  reply: FastifyReply,
  { auth, db, config }: SignIn,
): Promise<FastifyReply> {
  const path = new URL(request.url, config.origin).pathname.slice('/api/auth'.length)
  if (!REACHABLE.has(path)) throw new NotFound('request.no_such_address', 'Không có địa chỉ này.')
  if (!SAFE.has(request.method) && (request.headers.cookie || request.headers.origin)) demandOwnPage(request, config)
  const attempt = attemptIn(request, path)
  if (attempt) await refuseGuessing(db, attempt)
  const headers = fromNodeHeaders(request.headers)
  headers.delete('content-length')
  headers.set(CALLER_ADDRESS, request.ip)
  // The check above has been passed; better-auth compares with the one origin it was told.
  if (headers.has('origin')) headers.set('origin', config.origin)
  const answer = await auth.handler(
    new Request(new URL(request.url, config.origin), {
      method: request.method,
      headers,
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    }),
  )
  if (attempt && answer.status === 401) await countFailure(db, attempt)
  if (answer.status >= 400) throw await refusal(answer)
  if (attempt) await clearFailures(db, attempt)
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
  return reply
    .code(answer.status)
    .type('application/json; charset=utf-8')
    .send(await answer.text())
}

/** Whose password is being tried; undefined where none is. */
function attemptIn(request: FastifyRequest, path: string): Attempt | undefined {
  if (!path.startsWith('/sign-in/')) return undefined
  const { email, username } = (request.body ?? {}) as { email?: unknown; username?: unknown }
  const account = path === '/sign-in/email' ? email : username
  return typeof account === 'string' ? { account, address: request.ip } : undefined
}

async function refusal(answer: Response): Promise<Problem> {
  if (answer.status === 429) {
    const wait = Number(answer.headers.get('x-retry-after') ?? 60)
    return new TooMany('auth.too_many', `Đã thử quá nhiều lần. Hãy đợi ${wait} giây rồi thử lại.`, { retryAfter: wait })
  }
  if (answer.status === 401) {
    return new Problem(401, 'auth.wrong_credentials', 'Tên đăng nhập hoặc mật khẩu không đúng.')
  }
  if (answer.status >= 500) return new Problem(500, 'server.error', 'Có lỗi ở phía hệ thống. Hãy thử lại.')
  const { code } = (await answer.json().catch(() => ({}))) as { code?: string }
  return new Invalid('auth.refused', 'Thông tin đăng nhập hoặc mật khẩu không được nhận.', { extra: { reason: code } })
}
