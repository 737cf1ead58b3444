import type { FastifyRequest } from 'fastify'
import { actorOf } from '../platform/actor.ts'
import { changes } from '../platform/change.ts'
import { Problem } from '../platform/errors.ts'
import { forgiveGuess, secretLimitsOf, takeGuess } from '../platform/guessing.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import {
  CLIENT_ID,
  ClientEdit,
  ClientList,
  ClientParams,
  ClientSecret,
  NewClient,
  TokenAnswer,
  TokenRefusal,
} from './client-shapes.ts'
import { type Credentials, giveToken, TOKEN_SECONDS } from './client-token.ts'
import { addClient, editClient, listClients, renewSecret, revokeClient } from './clients.ts'

const tags = ['clients']

/** API clients of agencies: managed by users, and given keys here. */
export function clientRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change, make } = changes(app, deps, ...tags)

  app.get(
    '/api/clients',
    { schema: { operationId: 'listClients', summary: 'API clients of agencies', tags, response: { 200: ClientList } } },
    async (request) => ({ clients: await listClients(db, actorOf(request)) }),
  )
  make(
    '/api/clients',
    {
      operationId: 'addClient',
      summary: 'Add an API client; its secret is shown once',
      body: NewClient,
      answer: ClientSecret,
      // A repeated request is refused: the name is taken.
      isSecret: true,
    },
    (trx, ask, { body }) => addClient(trx, ask, body),
  )
  const client = '/api/clients/:clientId'
  const params = ClientParams
  change(
    'PUT',
    client,
    { operationId: 'editClient', summary: 'Change name, scopes and rate', params, body: ClientEdit },
    (trx, ask, { body }) => editClient(trx, ask, body),
  )
  change(
    'POST',
    `${client}/secret`,
    {
      operationId: 'renewClientSecret',
      summary: 'Make a new secret; the old one is accepted for one more day',
      params,
      answer: ClientSecret,
      isSecret: true,
    },
    renewSecret,
  )
  change(
    'POST',
    `${client}/revoke`,
    { operationId: 'revokeClient', summary: 'End an API client and its keys', params },
    revokeClient,
  )

  app.register(async (scope) => {
    // The form of RFC 6749, accepted at this address only.
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    // Refusals of this address have the shape of the standard, whatever refuses.
    scope.setErrorHandler(async (error, _request, reply) => {
      const problem = error instanceof Problem ? error : null
      const status = problem?.status ?? (error as { statusCode?: number }).statusCode ?? 500
      if (problem?.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
      const code = status === 429 || status >= 500 ? 'temporarily_unavailable' : 'invalid_request'
      if (status >= 500) reply.log.error({ err: error }, 'a key could not be given')
      return reply
        .code(status)
        .header('cache-control', 'no-store')
        .send({ error: code, error_description: status === 429 ? 'too many wrong secrets; try again later' : code })
    })
    scope.post(
      '/api/oauth/token',
      {
        config: { open: true },
        schema: {
          operationId: 'giveToken',
          summary: 'A key for an API client: client credentials (RFC 6749, section 4.4)',
          description:
            'Form fields `grant_type=client_credentials` and, if fewer than all are wanted, `scope`; the API client authenticates by HTTP Basic or by `client_id` and `client_secret`. Send the key as `Authorization: Bearer …`.',
          tags,
          security: [],
          // The three before the ranges, because every route has them for problems.
          response: {
            200: TokenAnswer,
            400: TokenRefusal,
            401: TokenRefusal,
            429: TokenRefusal,
            '4xx': TokenRefusal,
            '5xx': TokenRefusal,
          },
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store')
        const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
        const refuse = (status: 400 | 401, error: string, why: string) =>
          reply.code(status).send({ error, error_description: why })
        if (form.get('grant_type') !== 'client_credentials') {
          return refuse(400, 'unsupported_grant_type', 'grant_type must be client_credentials')
        }
        const credentials = credentialsIn(request, form)
        if (!credentials) return refuse(401, 'invalid_client', 'the API client does not identify itself')
        const requested = form.get('scope')?.split(' ').filter(Boolean)
        const limits = secretLimitsOf(credentials.clientId, request.ip)
        await takeGuess(db, limits)
        const given = await db.transaction().execute((trx) => giveToken(trx, credentials, requested, clock.now()))
        if (given !== 'invalid_client') await forgiveGuess(db, limits)
        if (given === 'invalid_client') {
          reply.header('www-authenticate', 'Basic realm="dieuhanh"')
          return refuse(401, given, 'unknown API client or wrong secret')
        }
        if (given === 'invalid_scope') return refuse(400, given, 'the API client does not have this scope')
        return reply.code(200).send({
          access_token: given.token,
          token_type: 'Bearer' as const,
          expires_in: TOKEN_SECONDS,
          scope: given.scopes.join(' '),
        })
      },
    )
  })
}

/** By HTTP Basic, its two parts form-encoded (RFC 6749, section 2.3.1), or by two fields of the form. */
function credentialsIn(request: FastifyRequest, form: URLSearchParams): Credentials | undefined {
  const basic = /^Basic ([\w+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const [clientId, secret] =
    basic === undefined
      ? [form.get('client_id'), form.get('client_secret')]
      : Buffer.from(basic, 'base64').toString('utf8').split(':').map(decoded)
  // What is no id of ours is unknown, and never reaches the database.
  return clientId && CLIENT_ID.test(clientId) && secret ? { clientId, secret } : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
