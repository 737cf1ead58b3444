import { type Answer, ApiProblem, answer, type Body, readProblem } from '@dieuhanh/client'
import { queryOptions } from '@tanstack/react-query'
import { api, newKey } from '../shell/api.ts'
import { taskKeys } from './keys.ts'

export type BulkRequest = Body<'/api/tasks/bulk', 'post'>
export type BulkAct = BulkRequest['act']
export type BulkResult = Answer<'/api/tasks/bulk', 'post'> & { applied: boolean }
export type ActsOf = Answer<'/api/tasks/acts'>['tasks'][number]

const ASKED_AT_ONCE = 500

/** The allowed acts and the version of each of these tasks. */
export const actsQuery = (ids: readonly number[]) =>
  queryOptions({
    queryKey: [...taskKeys.lists, 'acts', ids],
    queryFn: async ({ signal }) => {
      const found: ActsOf[] = []
      for (let from = 0; from < ids.length; from += ASKED_AT_ONCE) {
        const query = { ids: ids.slice(from, from + ASKED_AT_ONCE) }
        found.push(...(await answer(api.GET('/api/tasks/acts', { params: { query }, signal }))).tasks)
      }
      return found
    },
    staleTime: 0,
    enabled: ids.length > 0,
  })

/**
 * The acts in `offered` that every one of the tasks allows. Requests can be decided together if each task has one,
 * all of one kind.
 */
export function commonActs(tasks: readonly ActsOf[], offered: readonly BulkAct[]): BulkAct[] {
  return offered.filter((act) => {
    if (!tasks.every(({ may }) => may.includes(act))) return false
    const kinds = new Set(tasks.flatMap(({ requests }) => requests.map(({ kind }) => kind)))
    return act !== 'decide' || (kinds.size === 1 && tasks.every(({ requests }) => requests.length === 1))
  })
}

/** Does one act on many tasks. If it becomes a background run, polls it and reports its progress. */
export async function actOnMany(
  request: BulkRequest,
  onProgress: (tried: number, total: number) => void,
): Promise<BulkResult> {
  const begun = await answer(api.POST('/api/tasks/bulk', { body: request, headers: newKey() }))
  if (!('runId' in begun)) return begun
  for (;;) {
    const run = await answer(api.GET('/api/bulk-runs/{id}', { params: { path: { id: Number(begun.runId) } } }))
    onProgress(run.tried, run.total)
    if (run.state === 'failed') throw new ApiProblem(readProblem({ code: 'task.run_broken' }, 500))
    if (run.result !== null) return run.result
    await new Promise((wake) => setTimeout(wake, 700))
  }
}
