import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RawServerDefault,
} from 'fastify'
import type { TSchema } from 'typebox'
import { type ConstraintMeanings, LARGEST_BODY, LARGEST_FILE, ProblemShape, problemHandler } from './problem.ts'
import { answered, closed, compileSerializer, compileValidator } from './validator.ts'

/** The web server as rooms see it: shapes give types to `request` and `reply`. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

export interface HttpOptions {
  /** pino's level, or 'silent'. */
  logLevel: string
  version: string
  /** Proxies whose `X-Forwarded-For` is trusted. */
  trustProxy?: string
  constraints?: ConstraintMeanings
  /** The address people type. */
  origin?: string
}

/** Only what our own server serves may run, load or frame: the console fetches nothing from another host. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const

/** For half a year a browser that was here by https comes by nothing else (RFC 6797). */
const ALWAYS_HTTPS = { 'strict-transport-security': 'max-age=15768000' } as const

/**
 * One log line per request, when it is answered, with all that Fastify writes in two: a line costs a system call, as
 * much as sending the answer. At level `debug` there is one at the beginning too.
 */
class OneLine extends LogController {
  override incomingRequest(request: FastifyRequest): void {
    request.log.debug({ req: request }, 'incoming request')
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const { elapsedTime: responseTime } = reply
    if (error) request.log.error({ req: request, res: reply, err: error, responseTime }, 'request errored')
    else request.log.info({ req: request, res: reply, responseTime }, 'request completed')
  }
}

/**
 * The web server before any room: shapes, errors, limits, headers, the API description. Await it, register routes, then
 * `ready()`. Validators and serialisers are compiled there, once for each route, never during a request.
 *
 * Answers are not compressed. A list of 100 tasks is 66 kB of JSON, 9 kB under gzip; compressing takes 4 (gzip 1) to 7
 * (gzip 6) ms of CPU per MB, brotli 1 takes 2. On one machine or a line of 1 Gb/s (8 ms per MB) that gains nothing; on
 * 20 Mb/s from a province it saves 20 ms of such a list for 0.3. So if lines are slow, let the proxy that has the
 * certificate compress JSON above some 16 kB for clients that accept it: it has CPU that the figures do not need.
 */
export async function buildHttp({
  logLevel,
  version,
  trustProxy,
  constraints = {},
  origin = '',
}: HttpOptions): Promise<App> {
  const headers = origin.startsWith('https:') ? { ...SECURITY_HEADERS, ...ALWAYS_HTTPS } : SECURITY_HEADERS
  const app = fastify({
    logger: logLevel === 'silent' ? false : { level: logLevel },
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    logController: new OneLine(),
    trustProxy: trustProxy ?? false,
    bodyLimit: LARGEST_BODY,
    // A path parameter is an id or a short code.
    routerOptions: { maxParamLength: 200 },
    // Running requests get their answer: see closing.ts.
    forceCloseConnections: 'idle',
    // An unknown address never reaches a route, nor the hooks and the error handler below.
    frameworkErrors: (error, request, reply) => {
      reply.headers(headers).header('x-request-id', request.id)
      problemHandler(constraints)(error, request, reply)
    },
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.setValidatorCompiler(compileValidator)
  app.setSerializerCompiler(compileSerializer)
  app.setErrorHandler(problemHandler(constraints))
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id)
  })
  // Closed here already, so that the API description matches what the validator does.
  app.addHook('onRoute', (route) => {
    const schema = route.schema as { body?: TSchema; hide?: boolean; response?: object } | undefined
    if (!schema || schema.hide) return
    route.schema = {
      ...schema,
      ...(schema.body ? { body: closed(schema.body) } : {}),
      ...(schema.response ? { response: { '4xx': ProblemShape, ...answered(schema.response) } } : {}),
    }
  })
  app.decorateRequest('actor', null)
  app.decorateRequest('sessionId', null)

  await app.register(multipart, {
    limits: { fileSize: LARGEST_FILE, files: 1, fields: 20, fieldSize: 64 * 1024, parts: 21 },
    throwFileSizeLimit: true,
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Điều Hành',
        description: 'Nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao: từ văn bản chỉ đạo tới báo cáo tháng.',
        version,
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'dieuhanh.session_token' },
          token: { type: 'http', scheme: 'bearer', description: 'API token, begins with dh_' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
  })
  return app
}
