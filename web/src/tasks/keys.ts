import type { QueryClient } from '@tanstack/react-query'

/**
 * Query keys about tasks. Under `lists` is every query whose result depends on which
 * tasks there are and on their state; a feature above puts its own there (`[...taskKeys.lists, 'desk']`), so that a change
 * of a task refreshes it although tasks do not know it.
 */
export const taskKeys = {
  lists: ['tasks'] as const,
  all: ['task'] as const,
  one: (id: number) => ['task', id] as const,
}

/** Above this number, refetching each task by id costs more than refetching everything shown. */
const MOST_BY_ID = 50

/** Refetches what shows tasks: all lists and figures, and the changed single tasks, or all of them. */
export function refreshTasks(queries: QueryClient, ids?: Iterable<number>): Promise<unknown> {
  const changed = ids === undefined ? undefined : [...ids]
  const single =
    changed === undefined || changed.length > MOST_BY_ID ? [taskKeys.all] : changed.map((id) => taskKeys.one(id))
  return Promise.all([taskKeys.lists, ...single].map((queryKey) => queries.invalidateQueries({ queryKey })))
}
