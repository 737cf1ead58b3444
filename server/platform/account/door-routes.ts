import { Type } from 'typebox'
import { limitAddress } from '../guessing.ts'
import type { App } from '../http/server.ts'
import type { AccountDeps } from './deps.ts'
import { noteProof } from './factor-state.ts'
import { rememberDevice } from './known-device.ts'
import { beginSignIn, siteOf, userOfPasskey } from './passkey.ts'
import { beginSession } from './session.ts'
import { Challenged, PasskeyAnswer, WaysIn } from './shapes.ts'

const tags = ['sign-in']
/** Per address, and a whole ministry may share one. */
const A_MINUTE = 120

/** What a stranger sees at sign-in, and sign-in by passkey, which is two factors in one. By hand, as `routes.ts` says. */
export function doorRoutes(app: App, { auth, db, config, hasSampleAccounts }: AccountDeps): void {
  app.get(
    '/api/sign-in',
    {
      config: { open: true },
      schema: {
        operationId: 'getWaysIn',
        summary: 'How users may sign in here',
        tags,
        security: [],
        response: { 200: WaysIn },
      },
    },
    async () => ({
      identity: config.identity ? { name: config.identity.name } : null,
      isSetUp: (await db.selectFrom('platform.user').select('id').limit(1).executeTakeFirst()) !== undefined,
      hasMail: config.mail !== undefined,
      sample: hasSampleAccounts,
    }),
  )

  app.post(
    '/api/sign-in/passkey/options',
    {
      config: { open: true },
      schema: {
        operationId: 'beginSignInByPasskey',
        summary: 'What the browser needs to sign in with a passkey',
        tags,
        security: [],
        response: { 200: Challenged },
      },
    },
    async (request) => {
      await limitAddress(db, request.ip, 'passkey', A_MINUTE)
      return beginSignIn(db, siteOf(request, config))
    },
  )

  app.post(
    '/api/sign-in/passkey',
    {
      config: { open: true },
      schema: {
        operationId: 'signInByPasskey',
        summary: 'Sign in with a passkey',
        tags,
        security: [],
        body: PasskeyAnswer,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await limitAddress(db, request.ip, 'passkey', A_MINUTE)
      const site = siteOf(request, config)
      const userId = await db.transaction().execute((trx) => userOfPasskey(trx, site, request.body))
      const sessionId = await beginSession(auth, userId, request, reply)
      await db.transaction().execute((trx) => noteProof(trx, sessionId, 'passkey'))
      await rememberDevice(db, userId, request, reply, config.origin.startsWith('https:'))
      return reply.code(204).send(null)
    },
  )
}
