import type { FastifyRequest } from 'fastify'
import { actorOf } from '../platform/actor.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Changed } from '../platform/shapes.ts'
import { etag, ifMatch } from '../platform/version.ts'
import {
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

/** Programs of bodies: kept by people, and given keys here. */
export function clientRoutes(app: App, { db, clock }: Deps): void {
  const change = (request: FastifyRequest<{ Params: { clientId: string } }>) => ({
    actor: actorOf(request),
    clientId: request.params.clientId,
    version: ifMatch(request),
    now: clock.now(),
  })

  app.get(
    '/api/clients',
    { schema: { operationId: 'listClients', summary: 'Programs of bodies', tags, response: { 200: ClientList } } },
    async (request) => ({ clients: await listClients(db, actorOf(request)) }),
  )
  app.post(
    '/api/clients',
    {
      schema: {
        operationId: 'addClient',
        summary: 'Add a program; its secret is told this once',
        tags,
        body: NewClient,
        response: { 201: ClientSecret },
      },
    },
    async (request, reply) => {
      // Without an idempotency key: its answer would be kept, and a secret must not be. The name taken tells of a retry.
      const made = await db.transaction().execute((trx) => addClient(trx, actorOf(request), request.body, clock.now()))
      return reply.code(201).send(made)
    },
  )
  app.put(
    '/api/clients/:clientId',
    {
      schema: {
        operationId: 'editClient',
        summary: 'Change name, scopes and rate',
        tags,
        params: ClientParams,
        body: ClientEdit,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const version = await db.transaction().execute((trx) => editClient(trx, change(request), request.body))
      etag(reply, version)
      return { version }
    },
  )
  app.post(
    '/api/clients/:clientId/secret',
    {
      schema: {
        operationId: 'renewClientSecret',
        summary: 'A new secret; the one before is taken for a day more',
        tags,
        params: ClientParams,
        response: { 200: ClientSecret },
      },
    },
    (request) => db.transaction().execute((trx) => renewSecret(trx, change(request))),
  )
  app.post(
    '/api/clients/:clientId/revoke',
    {
      schema: {
        operationId: 'revokeClient',
        summary: 'End a program and its keys',
        tags,
        params: ClientParams,
        response: { 200: Changed },
      },
    },
    async (request) => ({ version: await db.transaction().execute((trx) => revokeClient(trx, change(request))) }),
  )

  app.register(async (scope) => {
    // The form of RFC 6749, taken at this address alone.
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    scope.post(
      '/api/oauth/token',
      {
        config: { open: true },
        schema: {
          operationId: 'giveToken',
          summary: 'A key for a program: client credentials (RFC 6749, section 4.4)',
          description:
            'Form fields `grant_type=client_credentials` and, if fewer than all are wanted, `scope`; the program names itself by HTTP Basic or by `client_id` and `client_secret`. Send the key as `Authorization: Bearer …`.',
          tags,
          security: [],
          response: { 200: TokenAnswer, 400: TokenRefusal, 401: TokenRefusal },
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
        if (!credentials) return refuse(401, 'invalid_client', 'the program does not name itself')
        const asked = form.get('scope')?.split(' ').filter(Boolean)
        const given = await db.transaction().execute((trx) => giveToken(trx, credentials, asked, clock.now()))
        if (given === 'invalid_client') {
          reply.header('www-authenticate', 'Basic realm="dieuhanh"')
          return refuse(401, given, 'unknown program or wrong secret')
        }
        if (given === 'invalid_scope') return refuse(400, given, 'the program does not have this scope')
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
  if (basic !== undefined) {
    const [clientId, secret] = Buffer.from(basic, 'base64').toString('utf8').split(':').map(decoded)
    return clientId && secret ? { clientId, secret } : undefined
  }
  const [clientId, secret] = [form.get('client_id'), form.get('client_secret')]
  return clientId && secret ? { clientId, secret } : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
