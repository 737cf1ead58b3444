import createFetchClient, { type Client as FetchClient } from 'openapi-fetch'
import type { paths } from './openapi.ts'

export type { paths } from './openapi.ts'

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Operation<Path extends keyof paths, Method extends Verb> = paths[Path][Method & keyof paths[Path]]
type JsonOf<T> = T extends { content: { 'application/json': infer Json } } ? Json : never

/** What a call answers when it succeeds: `Answer<'/api/tasks'>`, `Answer<'/api/directives/paste', 'post'>`. */
export type Answer<Path extends keyof paths, Method extends Verb = 'get'> =
  Operation<Path, Method> extends { responses: infer Responses }
    ? { [Status in keyof Responses & (200 | 201)]: JsonOf<Responses[Status]> }[keyof Responses & (200 | 201)]
    : never
/** What a call takes in its body: `Body<'/api/tasks/{id}/progress', 'post'>`. */
export type Body<Path extends keyof paths, Method extends Verb = 'post'> =
  Operation<Path, Method> extends { requestBody?: infer Request } ? JsonOf<NonNullable<Request>> : never
/** What a call takes after the question mark: `Query<'/api/tasks'>`. */
export type Query<Path extends keyof paths, Method extends Verb = 'get'> =
  Operation<Path, Method> extends { parameters: { query?: infer Parameters } } ? NonNullable<Parameters> : never

/** One thing wrong with one field; `path` is dotted from the body or query down: "deadlines.0.dueOn". */
export interface ProblemField {
  path: string
  code: string
  message: string
}

/** An error as the server says it (`application/problem+json`). `status` 0: the server was not reached at all. */
export interface Problem {
  status: number
  /** Dotted and stable: "task.stale". */
  code: string
  title: string
  /** What is wrong and what to do, in Vietnamese. */
  detail: string
  fields: ProblemField[]
  requestId: string | null
  /** Further members of the problem, such as who changed it and when. */
  extra: Record<string, unknown>
}

/** Thrown by `answer`; carries the problem, its message is the problem's own sentence. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

export interface ClientOptions {
  /** Where the server is, without a slash at the end: "http://127.0.0.1:8080"; '' in a page the server itself sent. */
  baseUrl: string
  /** Token of a program; a browser goes by its session cookie instead. */
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

/** The value a call answered. Throws `ApiProblem` for an error of the server and for a server that cannot be reached. */
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

/** The header by which a change names the version it saw. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` }
}

/** Any error body as a `Problem`; what is not problem+json (a proxy's page, nothing at all) keeps its status only. */
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
    // The sign-in routes of better-auth say `message` where problem+json says `detail`.
    detail: typeof detail === 'string' ? detail : typeof members.message === 'string' ? members.message : '',
    fields: Array.isArray(fields) ? fields.filter(isField) : [],
    requestId: typeof requestId === 'string' ? requestId : null,
    extra,
  }
}

/** The problem of a server that did not answer. */
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
