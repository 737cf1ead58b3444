import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInSearchOf } from './account.ts'
import { reviewSearchOf, spanOf } from './directives.ts'
import { queryString, readQuery } from './parse.ts'
import { filterOfRows, taskFilterOf, taskSearchOf, tasksFile } from './tasks.ts'

test('a figure and its rows are one filter, both ways', () => {
  const filter = filterOfRows('/api/tasks?from=2020-01-01&asOf=2021-02-28&standing=openOverdue&agencyId=12&limit=50')
  assert.deepEqual(filter, { from: '2020-01-01', asOf: '2021-02-28', standing: 'openOverdue', agencyId: 12 })
  assert.deepEqual(taskFilterOf(readQuery(queryString(filter))), filter)
})

test('a group name with special characters survives the address', () => {
  const filter = { group: 'Cải cách & số hóa, 100% = đủ' }
  assert.deepEqual(taskFilterOf(readQuery(queryString(filter))), filter)
})

test('“no group” is a filter of its own', () => {
  assert.deepEqual(filterOfRows('/api/tasks?asOf=2021-02-28&group='), { asOf: '2021-02-28', group: '' })
  assert.equal(queryString({ group: '', search: undefined }), '?group=')
})

test('an invalid parameter is dropped rather than sent on', () => {
  const wrong = {
    asOf: '28/02/2021',
    from: '2021-02-31x',
    agencyId: '-1',
    standing: 'late',
    month: '2021-13',
    sort: 'x',
  }
  assert.deepEqual(taskSearchOf(wrong), {})
  assert.deepEqual(taskSearchOf({ columns: 'title,dueOn,nonsense' }), { columns: ['title', 'dueOn'] })
  assert.deepEqual(reviewSearchOf({ span: '20-10', draft: '7' }), { draft: 7 })
})

test('spans are half-open and forward', () => {
  assert.deepEqual(spanOf('1200-1315'), { start: 1200, end: 1315 })
  for (const wrong of ['', '5', '9-9', '9-3', 'a-b', undefined]) assert.equal(spanOf(wrong), undefined)
})

test('sign-in redirects only to pages of the console', () => {
  assert.deepEqual(signInSearchOf({ to: '/nhiem-vu?standing=done' }), { to: '/nhiem-vu?standing=done' })
  for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    assert.deepEqual(signInSearchOf({ to }), {}, to)
  }
})

test('an export uses the filter of the list', () => {
  assert.equal(
    tasksFile({ agencyId: 3, standing: 'done' }, 'dueOn'),
    '/api/tasks/export.xlsx?agencyId=3&standing=done&sort=dueOn',
  )
})
