import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { actorOf, type KnownActor } from '../actor.ts'
import { type Auth, CALLER_ADDRESS, type FindActor, type FindClient, type KnownClient, userOfSession } from '../auth.ts'
import { todayInVietnam } from '../calendar.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Db } from '../db.ts'
import { Forbidden, Invalid, NotFound, Problem, TooMany } from '../errors.ts'
import { type Attempt, forgiveGuess, giveBackGuess, limitsOf, takeGuess } from '../guessing.ts'
import type { App } from '../http/server.ts'
import { RIGHTS } from '../rights.ts'
import { Day, Id, Nullable, oneOf } from '../shapes.ts'
import { callerByToken, noteUse } from '../token.ts'
import { demandTokenScope, type ScopesOfTags } from '../token-scopes.ts'
import { demandProvedToken, demandSecondFactor, factorStateFrom, factorStateOf, owes } from './factor-state.ts'
import { deviceOf, rememberDevice } from './known-device.ts'
import { mountAccount } from './routes.ts'
import { callerBySession, isDue, sessionTokenIn } from './session-cookie.ts'
import { FactorStateShape } from './shapes.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True if a stranger may call it: health, sign-in, the API description. */
    open?: boolean
    /** True if a request is no sign of a user at work: it does not extend the session. */
    quiet?: boolean
  }
}

export interface SignIn {
  auth: Auth
  db: Db
  config: Pick<Config, 'origin' | 'trustedOrigins' | 'dataDir' | 'authSecret' | 'identity' | 'mail'>
  findActor: FindActor
  findClient: FindClient
  /** Scopes that API clients need, by the beginning of addresses; elsewhere one of tasks. */
  clientScopes: Readonly<Record<string, string>>
  /** The scope of personal tokens that each tag of the API belongs to. */
  tokenScopes: ScopesOfTags
  clock: Clock
  /** Whether the accounts of sample data are listed beside the server. */
  hasSampleAccounts: boolean
}

/**
 * The parts of better-auth that are reachable; the rest (signing up, deleting oneself, linking) is ours or not part of
 * the product.
 */
const REACHABLE = new Set(['/sign-in/email', '/sign-in/username', '/sign-out'])
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export const Me = Type.Object(
  {
    userId: Type.String(),
    personId: Nullable(Id),
    name: Type.String(),
    role: Type.String({ description: 'Key of the role' }),
    rights: Type.Array(oneOf(RIGHTS), { description: 'What the post may do' }),
    seesAll: Type.Boolean({ description: 'Whether the tasks of every agency may be read' }),
    /** Who follows the agencies this person follows up: themselves, or the holder for a deputy; null: none are followed. */
    followerId: Nullable(Id),
    onBehalfOf: Nullable(Type.String({ description: 'Holder of the post, for a deputy' })),
    agencyId: Id,
    agencyName: Type.String(),
    isUnit: Type.Boolean({ description: 'Whether that is a unit of another agency' }),
    title: Nullable(Type.String({ description: 'As written under a signature' })),
    sample: Type.Boolean({ description: 'An invented person of the sample data' }),
    secondFactor: FactorStateShape,
    today: Day,
  },
  { description: 'Who is signed in, and the server’s day' },
)

/**
 * Requires sign-in on every route under `/api` but those marked open, and mounts sign-in itself. By browser session or
 * by `Authorization: Bearer dh_…`; a change authorised by the session cookie must come from our own pages. Returns a
 * function that finds again who is behind a long request.
 */
export function mountSignIn(app: App, signIn: SignIn): (request: FastifyRequest) => Promise<KnownActor | null> {
  app.decorateRequest('factorState', null)
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/') || request.is404) return
    if (request.routeOptions.config.open) return demandNotForeign(request, signIn.config)
    request.actor = await actorBehind(request, signIn, reply)
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
    {
      config: { beforeProof: true },
      schema: { operationId: 'getMe', summary: 'Who is signed in', tags: ['sign-in'], response: { 200: Me } },
    },
    async (request) => {
      const { own: _, isTwoFactor: __, seen, onBehalfOf, ...actor } = actorOf(request)
      return {
        ...actor,
        isUnit: actor.isUnit ?? false,
        secondFactor: request.factorState ?? { state: 'none' as const, factors: [] },
        rights: [...actor.rights],
        seesAll: seen === null,
        onBehalfOf: onBehalfOf?.name ?? null,
        today: todayInVietnam(signIn.clock),
      }
    },
  )
  const whoAsks = (request: FastifyRequest) => actorBehind(request, signIn)
  mountAccount(app, { ...signIn, whoAsks })
  return whoAsks
}

/**
 * The requesting user, refused if a second factor is required and not proved. A session renewed on the way is sent to
 * the browser by `reply`. One statement, however they sign in: every request pays for it before its own work.
 */
async function actorBehind(request: FastifyRequest, signIn: SignIn, reply?: FastifyReply): Promise<KnownActor | null> {
  const { db, auth, clock } = signIn
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer?.startsWith('dha_')) {
    const client = await signIn.findClient(db, bearer, clock.now())
    if (client) demandScope(request, client, signIn.clientScopes)
    return client?.actor ?? null
  }
  if (bearer !== undefined) {
    const query = callerByToken(bearer)
    const found = query && (await signIn.findActor(db, query, todayInVietnam(clock)))
    if (!found) return null
    await noteUse(db, found.kept)
    const actor = withPost(found.actor)
    demandTokenScope(found.kept.scopes, request.routeOptions.schema?.tags?.[0], signIn.tokenScopes)
    demandProvedToken(actor, found.kept.isProved)
    if (!found.kept.mayChange && !SAFE.has(request.method)) {
      throw new Forbidden(
        'token.reads_only',
        'Mã API này chỉ được đọc. Hãy tạo mã được phép thay đổi ở trang Tài khoản.',
      )
    }
    return actor
  }
  if (!request.headers.cookie) return null
  if (!SAFE.has(request.method)) demandOwnPage(request, signIn.config)
  const token = await sessionTokenIn(auth, request.headers.cookie)
  const found = token && (await signIn.findActor(db, callerBySession(token), todayInVietnam(clock)))
  if (!found) return null
  const isQuiet = request.routeOptions.config.quiet === true
  if (await isDue(auth, found.kept, isQuiet)) {
    const session = await userOfSession(auth, request.headers, { isQuiet })
    if (session === undefined) return null
    for (const cookie of session.cookies) reply?.header('set-cookie', cookie)
  }
  request.sessionId = found.kept.sessionId
  const actor = withPost(found.actor)
  request.factorState = factorStateFrom(found.kept, actor.isTwoFactor)
  demandSecondFactor(request, request.factorState)
  return actor
}

/** Refuses a key that was not given for what is at this address; the rooms say what needs a scope of its own. */
function demandScope(request: FastifyRequest, { scopes }: KnownClient, own: SignIn['clientScopes']): void {
  const url = request.routeOptions.url ?? ''
  const needed = Object.entries(own).find(([address]) => url === address || url.startsWith(`${address}/`))?.[1]
  const isGiven = needed === undefined ? scopes.some((scope) => scope.startsWith('tasks.')) : scopes.includes(needed)
  if (isGiven) return
  throw new Forbidden(
    'client.scope',
    `Khóa này không được cấp phạm vi ${needed ?? 'tasks.read'}. Hãy thêm phạm vi cho ứng dụng kết nối rồi lấy khóa mới.`,
  )
}

function withPost(actor: KnownActor | undefined): KnownActor {
  if (!actor) {
    throw new Forbidden('auth.no_post', 'Tài khoản này chưa được giao vai trò nào. Hãy liên hệ quản trị hệ thống.')
  }
  return actor
}

/**
 * A browser says in `Origin` which page sends the request (and in `Sec-Fetch-Site`, if it omits `Origin`). Without
 * either the cookie is not trusted: API clients use tokens.
 */
function demandOwnPage(request: FastifyRequest, config: SignIn['config']): void {
  const { origin } = request.headers
  const own =
    origin === undefined
      ? request.headers['sec-fetch-site'] === 'same-origin'
      : config.trustedOrigins.includes(origin) ||
        (URL.canParse(origin) && isOwnAddress(new URL(origin), request, config))
  if (!own) {
    throw new Forbidden('auth.cross_origin', 'Yêu cầu không xuất phát từ trang của hệ thống nên không được thực hiện.')
  }
}

/**
 * The page at the address of this request, come to as people come here: where that is by https, one that came by http could
 * be anyone's. A proxy that speaks https may stand before an installation that says http, if it is trusted.
 */
function isOwnAddress({ protocol, host }: URL, request: FastifyRequest, config: SignIn['config']): boolean {
  const own = new URL(config.origin).protocol
  return host === request.headers.host && (protocol === own || (own === 'http:' && protocol === `${request.protocol}:`))
}

/**
 * Open to strangers, so there need be no session; but a request that has one, or comes from a page, must come from our
 * own pages.
 */
function demandNotForeign(request: FastifyRequest, config: SignIn['config']): void {
  const hasSession = request.headers.cookie?.includes('session_token=') === true
  if (!SAFE.has(request.method) && (hasSession || request.headers.origin)) demandOwnPage(request, config)
}

/** Passes the request to better-auth and returns its answer; its refusals become problems like all others. */
async function passOn(
  request: FastifyRequest,
  reply: FastifyReply,
  { auth, db, config }: SignIn,
): Promise<FastifyReply> {
  const path = new URL(request.url, config.origin).pathname.slice('/api/auth'.length)
  if (!REACHABLE.has(path)) throw new NotFound('request.no_such_address', 'Không có địa chỉ này.')
  const attempt = attemptIn(request, path)
  const limits = attempt ? await limitsOf(db, attempt) : []
  if (attempt) await takeGuess(db, limits)
  const headers = fromNodeHeaders(request.headers)
  headers.delete('content-length')
  headers.set(CALLER_ADDRESS, request.ip)
  // The check above has passed; better-auth compares with the one origin it was given.
  if (headers.has('origin')) headers.set('origin', config.origin)
  const passed = new Request(new URL(request.url, config.origin), {
    method: request.method,
    headers,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  })
  const answer = await auth.handler(passed).catch(async (error: unknown) => {
    // It was no guess. Where this cannot be written either, the first error is the one to tell.
    if (attempt) await giveBackGuess(db, limits).catch(() => undefined)
    throw error
  })
  if (attempt && answer.status >= 400 && answer.status !== 401) await giveBackGuess(db, limits)
  if (answer.status >= 400) throw await refusal(answer)
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
  if (attempt) {
    const { user } = (await answer.json()) as { user: { id: string } }
    await forgiveGuess(db, limits)
    const factorState = await factorStateOf(db, user.id, '', false)
    if (!owes(factorState)) await rememberDevice(db, user.id, request, reply, config.origin.startsWith('https:'))
  }
  // The rest of better-auth's answer contains the session's token, which no script may read.
  return reply.code(answer.status).send({})
}

/** The account whose password is being tried; undefined if none is. */
function attemptIn(request: FastifyRequest, path: string): Attempt | undefined {
  if (!path.startsWith('/sign-in/')) return undefined
  const { email, username } = (request.body ?? {}) as { email?: unknown; username?: unknown }
  const account = path === '/sign-in/email' ? email : username
  return typeof account === 'string' ? { account, address: request.ip, device: deviceOf(request) } : undefined
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
