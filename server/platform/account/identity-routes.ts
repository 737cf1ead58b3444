import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound, Problem } from '../errors.ts'
import { limitAddress } from '../guessing.ts'
import { cookieOf, setCookie } from '../http/cookie.ts'
import type { App } from '../http/server.ts'
import { ask, CHALLENGE_SECONDS, newChallengeId, type Purpose, take } from './challenge.ts'
import type { AccountDeps } from './deps.ts'
import { factorStateOf, noteProof, owes } from './factor-state.ts'
import { demandLevel, isTwoFactors, linkIdentity, userOfIdentity } from './identity.ts'
import type { IdentityConfig } from './identity-config.ts'
import { rememberDevice } from './known-device.ts'
import type { Attempt, Provider } from './provider.ts'
import { atWork, beginSession } from './session.ts'
import { SendTo, Sent } from './shapes.ts'

const CALLBACK = '/api/sign-in/identity/callback'
/** Binds the attempt to the browser that started it: someone lured into another user's answer has no such cookie. */
const COOKIE = 'dieuhanh.errand'
const A_MINUTE = 60
const DOOR = '/dang-nhap'
const ACCOUNT = '/tai-khoan'

interface Kept extends Attempt {
  to: string
}

/**
 * Sign-in by an identity provider, and linking one. The browser leaves for the provider's pages and comes back by the
 * one address `CALLBACK`, which redirects to the page requested, or to a page that says what went wrong.
 * By hand, as `routes.ts` says.
 */
export function identityRoutes(app: App, deps: AccountDeps, provider: Provider | undefined): void {
  const { auth, db, config, whoAsks } = deps
  const isSecure = config.origin.startsWith('https:')
  const cookie = { isSecure, path: CALLBACK }
  const redirectUri = `${config.origin}${CALLBACK}`

  /** Exists only with a configured provider. */
  const configured = (): { provider: Provider; identity: IdentityConfig } => {
    const { identity } = config
    if (provider && identity) return { provider, identity }
    throw new NotFound('identity.not_configured', 'Hệ thống này chưa nối với nhà cung cấp định danh nào.')
  }

  const send = async (reply: FastifyReply, purpose: Purpose, sessionId: string | null, to: string) => {
    // The provider returns the state unchanged; what belongs to it stays here.
    const state = newChallengeId()
    const { url, attempt } = await configured().provider.send(state, redirectUri)
    await ask(db, purpose, sessionId, { ...attempt, to } satisfies Kept, state)
    setCookie(reply, COOKIE, `${purpose}.${state}`, { ...cookie, seconds: CHALLENGE_SECONDS })
    return { url }
  }

  app.post(
    '/api/sign-in/identity',
    {
      config: { open: true },
      schema: {
        operationId: 'sendToIdentity',
        summary: 'Where the browser goes to sign in by the identity provider',
        tags: ['sign-in'],
        security: [],
        body: SendTo,
        response: { 200: Sent },
      },
    },
    async (request, reply) => {
      configured()
      await limitAddress(db, request.ip, 'identity', A_MINUTE)
      return send(reply, 'identity.signIn', null, request.body.to ?? '/')
    },
  )

  app.post(
    '/api/account/identity',
    {
      schema: {
        operationId: 'sendToLinkIdentity',
        summary: 'Where the browser goes to link my identity',
        tags: ['account'],
        response: { 200: Sent },
      },
    },
    (request, reply) => {
      const { sessionId } = atWork(request)
      return send(reply, 'identity.link', sessionId, ACCOUNT)
    },
  )

  app.get(CALLBACK, { config: { open: true }, schema: { hide: true } }, async (request, reply) => {
    const [purpose, id] = attemptOf(request)
    setCookie(reply, COOKIE, '', { ...cookie, seconds: 0 })
    const back = purpose === 'identity.link' ? ACCOUNT : DOOR
    try {
      await limitAddress(db, request.ip, 'identity', A_MINUTE)
      const to = await (purpose === 'identity.link' ? link(request, id) : enter(request, reply, id))
      return reply.redirect(to, 303)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      request.log.info({ err: error }, error.code)
      // The page has its own sentence for it: anyone could have written the text in an address.
      const query = new URLSearchParams({ problem: error.code })
      for (const [name, value] of Object.entries(error.extra)) if (typeof value === 'string') query.set(name, value)
      return reply.redirect(`${back}?${query}`, 303)
    }
  })

  /** The purpose and id of the attempt, if browser and provider name the same one. */
  function attemptOf(request: FastifyRequest): [Purpose | undefined, string] {
    const found = /^(identity\.(?:link|signIn))\.([\w-]+)$/.exec(cookieOf(request, COOKIE) ?? '')
    const { state } = request.query as { state?: unknown }
    return found && found[2] === state ? [found[1] as Purpose, found[2]!] : [undefined, '']
  }

  /** Who came back. The provider is called outside any transaction. */
  async function receive(request: FastifyRequest, purpose: Purpose, sessionId: string | null, id: string) {
    const { provider, identity } = configured()
    const kept = await db.transaction().execute((trx) => take<Kept>(trx, purpose, sessionId, id))
    const providerUser = await provider.receive(new URL(request.url, config.origin), id, kept)
    demandLevel(identity, providerUser)
    return { providerUser, identity, to: kept.to }
  }

  async function link(request: FastifyRequest, id: string): Promise<string> {
    request.actor = await whoAsks(request)
    const at = atWork(request)
    const { providerUser } = await receive(request, 'identity.link', at.sessionId, id)
    await db.transaction().execute((trx) => linkIdentity(trx, at, providerUser))
    return `${ACCOUNT}?done=identity.linked`
  }

  async function enter(request: FastifyRequest, reply: FastifyReply, id: string): Promise<string> {
    const { providerUser, identity, to } = await receive(request, 'identity.signIn', null, id)
    const userId = await db.transaction().execute((trx) => userOfIdentity(trx, identity, providerUser))
    const sessionId = await beginSession(auth, userId, request, reply)
    if (isTwoFactors(identity, providerUser)) {
      await db.transaction().execute((trx) => noteProof(trx, sessionId, 'identity'))
    }
    if (!owes(await factorStateOf(db, userId, sessionId, false)))
      await rememberDevice(db, userId, request, reply, isSecure)
    return to
  }
}
