import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Task } from './queries.ts'
import { changedOf, statedOf } from './stated.ts'

const task = {
  title: 'Nhiệm vụ mẫu',
  content: 'Nội dung',
  product: null,
  parties: [
    { role: 'lead', namedAs: 'Cơ quan cũ', isAccountable: true, agencyId: 1, scope: null, endedOn: '2021-01-12' },
    { role: 'lead', namedAs: 'Cơ quan mới', isAccountable: true, agencyId: 2, scope: null, endedOn: null },
  ],
  deadlines: [
    deadline(1, '2021-02-10', { amendedOn: '2021-02-28' }),
    deadline(2, '2021-03-31', {}),
    deadline(3, '2021-06-30', { approvedBy: '1/VPCP' }),
  ],
  targets: [],
} as unknown as Task

function deadline(id: number, dueOn: string, change: object) {
  const none = { approvedBy: null, amendedOn: null, isStrict: false, recurs: null, isMilestone: false, rule: null }
  return { id, kind: 'date', literal: dueOn, dueOn, ...none, ...change }
}

test('what the source states: parts in force, deadlines that no one granted or amended', () => {
  const stated = statedOf(task)
  assert.deepEqual(
    [stated.parties.map(({ name }) => name), stated.deadlines.map(({ id }) => id)],
    [['Cơ quan mới'], [2]],
  )
})

test('an amendment names only what differs', () => {
  const before = statedOf(task)
  assert.deepEqual(changedOf(before, { ...before, title: 'Tên đúng' }), { title: 'Tên đúng' })
  assert.deepEqual(changedOf(before, statedOf(task)), {})
})
