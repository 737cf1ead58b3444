import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ActsOf, type BulkAct, commonActs } from './bulk.ts'

const OFFERED: BulkAct[] = ['receive', 'report', 'decide']
const task = (id: number, may: ActsOf['may'], kinds: ActsOf['requests'][number]['kind'][] = []) =>
  ({ id, version: 1, may, requests: kinds.map((kind, place) => ({ id: place + 1, kind })) }) as ActsOf

test('only acts that every task allows are offered, in the order of the acts', () => {
  assert.deepEqual(commonActs([task(1, ['report', 'receive']), task(2, ['receive', 'report'])], OFFERED), [
    'receive',
    'report',
  ])
  assert.deepEqual(commonActs([task(1, ['report']), task(2, ['receive'])], OFFERED), [])
})

test('requests can be decided together if each task has one, all of one kind', () => {
  const one = task(1, ['decide'], ['extension'])
  assert.deepEqual(commonActs([one, task(2, ['decide'], ['extension'])], OFFERED), ['decide'])
  assert.deepEqual(commonActs([one, task(2, ['decide'], ['return'])], OFFERED), [])
  assert.deepEqual(commonActs([one, task(2, ['decide'], ['extension', 'extension'])], OFFERED), [])
})
