import type { QueryClient } from '@tanstack/react-query'

/**
 * What the console's questions about tasks are called. Under `lists` stands every question whose answer depends on which
 * tasks there are and how they stand; a feature above puts its own there (`[...taskKeys.lists, 'desk']`), so that a change
 * of a task refreshes it though tasks do not know it.
 */
export const taskKeys = {
  lists: ['tasks'] as const,
  all: ['task'] as const,
  one: (id: number) => ['task', id] as const,
}

/** Past so many, asking for each by its id is more work than asking for whatever is shown. */
const MOST_BY_ID = 50

/** Asks anew for what shows tasks: all lists and figures, and of single tasks those that changed, or all. */
export function refreshTasks(queries: QueryClient, ids?: Iterable<number>): Promise<unknown> {
  const changed = ids === undefined ? undefined : [...ids]
  const single =
    changed === undefined || changed.length > MOST_BY_ID ? [taskKeys.all] : changed.map((id) => taskKeys.one(id))
  return Promise.all([taskKeys.lists, ...single].map((queryKey) => queries.invalidateQueries({ queryKey })))
}
