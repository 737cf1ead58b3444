import assert from 'node:assert/strict'
import { test } from 'node:test'
import { QueryClient } from '@tanstack/react-query'
import { refreshesOf } from '../shell/live.ts'
import { refreshTasksOfTaskforce, taskforceRefreshes } from './news.ts'

const SHOWN = {
  inspection: ['taskforce', 'inspection', 7],
  dialogue: ['taskforce', 'dialogue', 7],
  mine: ['taskforce', 'mine'],
  fixed: ['taskforce', 'fixed', 3],
  live: ['taskforce', 'assessment', {}],
  people: ['people', 'list'],
}

async function refreshed(act: (queries: QueryClient) => Promise<unknown>): Promise<string[]> {
  const queries = new QueryClient()
  for (const key of Object.values(SHOWN)) queries.setQueryData(key, 'known')
  await act(queries)
  return Object.entries(SHOWN).flatMap(([name, key]) => (queries.getQueryState(key)?.isInvalidated ? [name] : []))
}

test('an act of the Task Force refreshes its pages, and asks no whole period again', async () => {
  const { inspection } = taskforceRefreshes
  assert.deepEqual(await refreshed((queries) => inspection!(queries, new Set([7]))), ['inspection', 'dialogue', 'mine'])
})

test('an assessment that is fixed or corrected refreshes the fixed ones', async () => {
  const { fixedAssessment } = taskforceRefreshes
  assert.deepEqual(await refreshed((queries) => fixedAssessment!(queries, new Set([3]))), ['fixed'])
})

test('an act on a task refreshes what shows tasks here', async () => {
  assert.deepEqual(await refreshed(refreshTasksOfTaskforce), ['inspection', 'mine'])
})

test('news of many kinds call each refetch once, with all their ids; of no kind, none; after a gap, all', () => {
  const one = async () => {}
  const other = async () => {}
  const refreshes = { inspection: one, finding: one, task: other }
  const heard = new Map([
    ['inspection', new Set([1])],
    ['finding', new Set([2])],
  ])
  assert.deepEqual([...refreshesOf(refreshes, { heard, isAll: false })], [[one, new Set([1, 2])]])
  assert.deepEqual([...refreshesOf(refreshes, { heard: new Map(), isAll: false })], [])
  assert.deepEqual(
    [...refreshesOf(refreshes, { heard, isAll: true })],
    [
      [one, undefined],
      [other, undefined],
    ],
  )
})
