import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newDeadline, newTarget } from './edit.ts'
import { draftIdOf, marksOfDirective, ownerOf } from './marks.ts'
import type { Draft } from './queries.ts'

const draft: Draft = {
  id: 12,
  version: 1,
  position: 1,
  ref: 'II.1.a',
  groupTitle: null,
  title: 'a',
  content: 'a',
  product: null,
  implements: [],
  parties: [
    {
      role: 'coordinating',
      name: 'Vụ Mẫu',
      scope: null,
      collective: false,
      span: { start: 30, end: 36 },
      confidence: 1,
      accountable: false,
      agencyId: null,
      agencyName: null,
      outcome: 'unknown',
      candidates: [],
      members: null,
    },
  ],
  deadlines: [{ ...newDeadline(), span: { start: 20, end: 26 } }],
  targets: [{ ...newTarget(), span: null }],
  span: { start: 0, end: 40 },
  contentSpan: { start: 0, end: 10 },
  warnings: [
    { code: 'deadline_unread', message: 'Xem lại', span: { start: 11, end: 15 } },
    { code: 'lead_inherited', message: 'Lấy từ đề mục', span: { start: 90, end: 99 } },
  ],
  confidence: 1,
  isDropped: false,
  problems: [],
  taskId: null,
  changedBy: 'x',
  changedAt: '2021-01-01T00:00:00Z',
  checkedBy: null,
  distributions: [],
  distributionId: null,
  checkedAt: null,
}

test('each field with a place is a mark of its draft', () => {
  const marks = marksOfDirective({
    drafts: [draft],
    found: { number: { span: { start: 50, end: 60 }, confidence: 1 } },
    warnings: [
      { code: 'order_unread', message: 'Chưa tách', span: { start: 70, end: 80 } },
      { code: 'struck_text', message: 'Gạch bỏ', span: { start: 82, end: 84 } },
    ],
  })
  assert.deepEqual(
    marks.map(({ kind, owner, start }) => [kind, owner, start]),
    [
      ['field', 'f-number', 50],
      ['unread', 'w-0', 70],
      ['content', 'd12', 0],
      ['coordinating', 'd12', 30],
      ['deadline', 'd12', 20],
      // What was not understood is marked in its place; a doubt about what was read is not.
      ['unread', 'd12', 11],
    ],
  )
  assert.equal(draftIdOf(ownerOf(draft)), 12)
  assert.equal(draftIdOf('f-number'), undefined)
})

test('a dropped draft is not highlighted', () => {
  assert.deepEqual(marksOfDirective({ drafts: [{ ...draft, isDropped: true }], found: {}, warnings: [] }), [])
})
