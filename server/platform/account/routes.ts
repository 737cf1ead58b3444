import { Type } from 'typebox'
import type { App } from '../http/server.ts'
import { IdParams } from '../shapes.ts'
import { changePassword, demandOwner, demandPassword } from './change-password.ts'
import { type AccountDeps, factorStateIn } from './deps.ts'
import { showAccount } from './detail.ts'
import { doorRoutes } from './door-routes.ts'
import { factorRoutes } from './factor-routes.ts'
import { unlinkIdentity } from './identity.ts'
import { identityRoutes } from './identity-routes.ts'
import { openProvider } from './provider.ts'
import { atWork, revokeOtherSessions, revokeSession } from './session.ts'
import { Account, NewToken, PasswordChange, TokenMade } from './shapes.ts'
import { endToken, makeToken } from './token-acts.ts'

const tags = ['account']
const Done = Type.Null()

/**
 * Sign-in and the account page: everything with which a user proves who they are, except the password itself.
 *
 * By hand, here and in the files below: what a person does to their own sign-in comes from a browser that waits for the
 * answer. Answers hold cookies, challenges or codes, which are kept nowhere, so an `Idempotency-Key` could not repeat them;
 * done twice, each changes nothing more or is refused.
 */
export function mountAccount(app: App, deps: AccountDeps): void {
  const { db, config } = deps
  const provider = config.identity && openProvider(config.identity)
  doorRoutes(app, deps)
  factorRoutes(app, deps)
  identityRoutes(app, deps, provider)

  app.get(
    '/api/account',
    {
      schema: {
        operationId: 'getAccount',
        summary: 'How I sign in, and where I am signed in',
        tags,
        response: { 200: Account },
      },
    },
    (request) => showAccount(db, atWork(request), config.identity),
  )

  app.post(
    '/api/account/password',
    {
      schema: {
        operationId: 'changePassword',
        summary: 'Change my password; every other session ends',
        tags,
        body: PasswordChange,
        response: { 204: Done },
      },
    },
    async (request, reply) => {
      const at = atWork(request)
      const { currentPassword, newPassword } = request.body
      await demandPassword(db, request, at.actor.userId, currentPassword, 'currentPassword')
      await db.transaction().execute((trx) => changePassword(trx, at, newPassword))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/account/identity',
    {
      schema: {
        operationId: 'unlinkIdentity',
        summary: 'Remove the link to my identity',
        tags,
        response: { 204: Done },
      },
    },
    async (request, reply) => {
      const at = atWork(request)
      await db.transaction().execute((trx) => unlinkIdentity(trx, at, config.identity?.issuer ?? ''))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/account/sessions',
    {
      schema: {
        operationId: 'revokeOtherSessions',
        summary: 'Sign out everywhere else',
        tags,
        response: { 200: Type.Object({ ended: Type.Integer() }) },
      },
    },
    async (request) => {
      const at = atWork(request)
      return { ended: await db.transaction().execute((trx) => revokeOtherSessions(trx, at)) }
    },
  )

  app.delete(
    '/api/account/sessions/:sessionId',
    {
      schema: {
        operationId: 'revokeSession',
        summary: 'Sign out in one place',
        tags,
        params: Type.Object({ sessionId: Type.String({ minLength: 1, maxLength: 100 }) }),
        response: { 204: Done },
      },
    },
    async (request, reply) => {
      const at = atWork(request)
      await db.transaction().execute((trx) => revokeSession(trx, at, request.params.sessionId))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/account/tokens',
    {
      schema: {
        operationId: 'makeToken',
        summary: 'Make an API token, shown once',
        tags,
        body: NewToken,
        response: { 201: TokenMade },
      },
    },
    async (request, reply) => {
      const at = atWork(request)
      await demandOwner(db, request, at, request.body.password)
      const token = await db.transaction().execute((trx) => makeToken(trx, at, factorStateIn(request), request.body))
      return reply.code(201).send({ token })
    },
  )

  app.delete(
    '/api/account/tokens/:id',
    {
      schema: {
        operationId: 'revokeToken',
        summary: 'End an API token',
        tags,
        params: IdParams,
        response: { 204: Done },
      },
    },
    async (request, reply) => {
      const at = atWork(request)
      await db.transaction().execute((trx) => endToken(trx, at, request.params.id))
      return reply.code(204).send(null)
    },
  )
}
