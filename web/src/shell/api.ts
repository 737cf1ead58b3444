import { ApiProblem, createClient, type Problem, readProblem, unreachable } from '@dieuhanh/client'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

/** The server this page came from. */
export const api = createClient({ baseUrl: '' })

/** Anything thrown as a problem with a code; what is not ours becomes `client.error`. */
export function problemOf(error: unknown): Problem {
  return error instanceof ApiProblem ? error.problem : readProblem({ code: 'client.error' }, 0)
}

/** A change was refused because somebody else changed the same thing first. */
export const isStale = (problem: Problem): boolean => problem.status === 409 && problem.code.endsWith('.stale')

/** Who changed it and when, as a stale problem tells. */
export function lastChange(problem: Problem): { by: string; at: string } | undefined {
  const { changedBy, changedAt } = problem.extra
  return typeof changedBy === 'string' && typeof changedAt === 'string' ? { by: changedBy, at: changedAt } : undefined
}

/** One change as the log tells it. */
export interface Change {
  event: string
  by: string
  at: string
  before: unknown
  after: unknown
  detail: unknown
}

/** Every change since the version seen, as a stale problem tells; none where it does not. */
export function changesSince(problem: Problem): Change[] {
  const { changes } = problem.extra
  return Array.isArray(changes) ? changes.filter(isChange) : []
}

function isChange(value: unknown): value is Change {
  const { event, by, at } = (value ?? {}) as Partial<Change>
  return typeof event === 'string' && typeof by === 'string' && typeof at === 'string'
}

/** POST of a few words to a route outside the contract (sign-in and sign-out belong to better-auth). */
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

/** A key for one intended creation: sent again after a broken connection, it creates nothing twice. */
export const newKey = (): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': crypto.randomUUID() })

/**
 * Queries of the page. `onSignedOut` is called when the server says that nobody is signed in any more, `onLocked` when it
 * says that the second factor is owed.
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
        // A refusal is an answer; only what may pass by itself is asked again.
        retry: (count, error) =>
          count < 2 && error instanceof ApiProblem && (error.problem.status === 0 || error.problem.status === 503),
      },
    },
  })
}
