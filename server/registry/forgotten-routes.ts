import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { takeForgotten } from './forgotten.ts'
import { Answered, Forgotten } from './person-shapes.ts'

/** By hand: whoever forgot their password is a stranger, under whom no key could be stored. */
export function forgottenRoutes(app: App, { db, config }: Deps): void {
  app.post(
    '/api/forgotten-password',
    {
      config: { open: true },
      schema: {
        operationId: 'forgotPassword',
        summary: 'Ask for a link to set a new password',
        description:
          'The answer is the same whether or not there is such an account. The link goes to its own address only.',
        tags: ['sign-in'],
        security: [],
        body: Forgotten,
        response: { 202: Answered },
      },
    },
    async (request, reply) => {
      await takeForgotten(db, request.body.account, request.ip)
      return reply.code(202).send({ isMailed: config.mail !== undefined, minutes: config.resetMinutes })
    },
  )
}
