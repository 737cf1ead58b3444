import { ApiProblem, createClient, type Problem, readProblem, unreachable } from '@dieuhanh/client'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import i18next from 'i18next'

/** The server this page came from, asked in the language of the page rather than of the browser. */
export const api = createClient({ baseUrl: '' })
api.use({
  onRequest: ({ request }) => {
    request.headers.set('accept-language', i18next.language)
  },
})

/** Any thrown value as a problem with a code; an unknown error becomes `client.error`. */
export function problemOf(error: unknown): Problem {
  return error instanceof ApiProblem ? error.problem : readProblem({ code: 'client.error' }, 0)
}

/** Whether the same request may succeed later: the server was not reached, was busy, or failed. A refusal is final. */
export const mayPass = ({ status }: Problem): boolean => status === 0 || status >= 500 || status === 429

/** A change was refused because another user changed the same record first. */
export const isStale = (problem: Problem): boolean => problem.status === 409 && problem.code.endsWith('.stale')

/** Who changed it and when, from a stale problem. */
export function lastChange(problem: Problem): { by: string; at: string } | undefined {
  const { changedBy, changedAt } = problem.extra
  return typeof changedBy === 'string' && typeof changedAt === 'string' ? { by: changedBy, at: changedAt } : undefined
}

/** One change, from the log. */
export interface Change {
  event: string
  by: string
  at: string
  before: unknown
  after: unknown
  detail: unknown
}

/** Every change since the seen version, from a stale problem; empty if it has none. */
export function changesSince(problem: Problem): Change[] {
  const { changes } = problem.extra
  return Array.isArray(changes) ? changes.filter(isChange) : []
}

function isChange(value: unknown): value is Change {
  const { event, by, at } = (value ?? {}) as Partial<Change>
  return typeof event === 'string' && typeof by === 'string' && typeof at === 'string'
}

/** POST of a small body to a route outside the contract (sign-in and sign-out belong to better-auth). */
export async function post(path: string, body: object): Promise<void> {
  let response: Response
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch (cause) {
    throw unreachable(cause)
  }
  if (!response.ok) throw new ApiProblem(readProblem(await response.text(), response.status))
}

/** A key for one intended creation: a retry after a broken connection creates nothing twice. */
export const newKey = (): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': crypto.randomUUID() })

/**
 * The query client of the page. `onSignedOut` is called when the server reports that the session has ended, `onLocked` when it
 * requires the second factor.
 */
export function createQueries(onSignedOut: () => void, onLocked: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (!(error instanceof ApiProblem)) return
    if (error.problem.status === 401) onSignedOut()
    else if (error.problem.code === 'auth.second_factor_required') onLocked()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A refusal is final; only a temporary failure is retried.
        retry: (count, error) =>
          count < 2 && error instanceof ApiProblem && (error.problem.status === 0 || error.problem.status === 503),
      },
    },
  })
}
