import assert from 'node:assert/strict'
import { test } from 'node:test'
import { QueryClient } from '@tanstack/react-query'
import { refreshTasks, taskKeys } from './keys.ts'

const SHOWN = {
  list: [...taskKeys.lists, 'list', {}],
  desk: [...taskKeys.lists, 'desk', 'all', {}],
  one: [...taskKeys.one(7), 'today'],
  other: [...taskKeys.one(8), 'today'],
  people: ['people', 'list'],
}

/** The query keys that are refetched after a change. */
async function refreshed(ids?: Iterable<number>): Promise<string[]> {
  const queries = new QueryClient()
  for (const key of Object.values(SHOWN)) queries.setQueryData(key, 'known')
  await refreshTasks(queries, ids)
  return Object.entries(SHOWN).flatMap(([name, key]) => (queries.getQueryState(key)?.isInvalidated ? [name] : []))
}

test('a task change refreshes the task and every list that features put under the task lists', async () => {
  assert.deepEqual(await refreshed([7]), ['list', 'desk', 'one'])
})

test('lists alone, or every task', async () => {
  assert.deepEqual(await refreshed([]), ['list', 'desk'])
  assert.deepEqual(await refreshed(), ['list', 'desk', 'one', 'other'])
})

test('with very many changed tasks all are refetched, not each one', async () => {
  const many = Array.from({ length: 60 }, (_, place) => 100 + place)
  assert.deepEqual(await refreshed(many), ['list', 'desk', 'one', 'other'])
})
