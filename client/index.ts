import createFetchClient, { type Client as FetchClient } from 'openapi-fetch'
import type { paths } from './openapi.ts'

export type { paths } from './openapi.ts'

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Operation<Path extends keyof paths, Method extends Verb> = paths[Path][Method & keyof paths[Path]]
type JsonOf<T> = T extends { content: { 'application/json': infer Json } } ? Json : never

/** The response of a successful call: `Answer<'/api/tasks'>`, `Answer<'/api/directives/paste', 'post'>`. */
export type Answer<Path extends keyof paths, Method extends Verb = 'get'> =
  Operation<Path, Method> extends { responses: infer Responses }
    ? { [Status in keyof Responses & (200 | 201)]: JsonOf<Responses[Status]> }[keyof Responses & (200 | 201)]
    : never
/** The request body of a call: `Body<'/api/tasks/{id}/progress', 'post'>`. */
export type Body<Path extends keyof paths, Method extends Verb = 'post'> =
  Operation<Path, Method> extends { requestBody?: infer Request } ? JsonOf<NonNullable<Request>> : never
/** The query parameters of a call: `Query<'/api/tasks'>`. */
export type Query<Path extends keyof paths, Method extends Verb = 'get'> =
  Operation<Path, Method> extends { parameters: { query?: infer Parameters } } ? NonNullable<Parameters> : never

/** One error of one field; `path` is dotted, from the root of the body or query: "deadlines.0.dueOn". */
export interface ProblemField {
  path: string
  code: string
  message: string
}

/** An error response (`application/problem+json`). `status` 0: the server could not be reached. */
export interface Problem {
  status: number
  /** Dotted and stable: "task.stale". */
  code: string
  title: string
  /** What is wrong and what to do, in Vietnamese. */
  detail: string
  fields: ProblemField[]
  requestId: string | null
  /** Other members of the problem, such as who changed it and when. */
  extra: Record<string, unknown>
}

/** Thrown by `answer`. Carries the problem; its message is the problem's `detail`. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

export interface ClientOptions {
  /** Base URL of the server, without a trailing slash: "http://127.0.0.1:8080"; '' in a page the server itself sent. */
  baseUrl: string
  /** Token of an API client; a browser uses its session cookie instead. */
  token?: string
  fetch?: (request: Request) => Promise<Response>
}
export type Client = FetchClient<paths>

/** A typed client of every route in the contract. Pass its calls through `answer` to get the value or an `ApiProblem`. */
export function createClient({ baseUrl, token, fetch }: ClientOptions): Client {
  return createFetchClient<paths>({
    baseUrl,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    ...(fetch === undefined ? {} : { fetch }),
  })
}

/** The value a call returned. Throws `ApiProblem` on an error response or when the server cannot be reached. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result: { data?: T; error?: unknown; response: Response }
  try {
    result = await call
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw unreachable(cause)
  }
  if (!result.response.ok) throw new ApiProblem(readProblem(result.error, result.response.status))
  return result.data as T
}

/** The header in which a change names the version it is based on. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` }
}

/** Any error body as a `Problem`; anything but problem+json (a proxy's page, an empty body) keeps only its status. */
export function readProblem(body: unknown, status: number): Problem {
  const members = parsed(body)
  const {
    code,
    title,
    detail,
    fields,
    requestId,
    status: _status,
    type: _type,
    instance: _instance,
    ...extra
  } = members
  return {
    status,
    code: typeof code === 'string' ? code : `http.${status}`,
    title: typeof title === 'string' ? title : '',
    // The sign-in routes of better-auth use `message` where problem+json uses `detail`.
    detail: typeof detail === 'string' ? detail : typeof members.message === 'string' ? members.message : '',
    fields: Array.isArray(fields) ? fields.filter(isField) : [],
    requestId: typeof requestId === 'string' ? requestId : null,
    extra,
  }
}

/** The problem for a server that did not respond. */
export function unreachable(cause: unknown): ApiProblem {
  const problem = readProblem({ code: 'client.unreachable' }, 0)
  return Object.assign(new ApiProblem(problem), { cause })
}

function parsed(body: unknown): Record<string, unknown> {
  if (typeof body === 'string') {
    try {
      return parsed(JSON.parse(body))
    } catch {
      return {}
    }
  }
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {}
}

function isField(value: unknown): value is ProblemField {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  )
}
