import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleaned, differs, draftFrom, inWords, newDeadline, newParty, newTarget, rebase } from './edit.ts'
import type { DraftEdit } from './queries.ts'

const base: DraftEdit = {
  groupTitle: 'Nhóm một',
  title: 'Xây dựng đề án',
  content: 'Xây dựng đề án trình Thủ tướng Chính phủ',
  product: null,
  implements: ['01/NQ-CP'],
  parties: [{ ...newParty('lead', true), name: 'Vụ Tổng hợp', agencyId: 7 }],
  deadlines: [{ ...newDeadline(), text: 'Quý IV năm 2021', kind: 'quarter', dueOn: '2021-12-31' }],
  targets: [],
}

test('a field only one of two reviewers changed keeps that change', () => {
  const mine = { ...base, title: 'Xây dựng Đề án A' }
  const other = { ...base, content: 'Nội dung khác' }
  const merged = rebase(base, mine, other)
  assert.equal(merged.title, 'Xây dựng Đề án A')
  assert.equal(merged.content, 'Nội dung khác')
})

test('a field both changed stays as this reviewer typed it', () => {
  const merged = rebase(base, { ...base, title: 'của tôi' }, { ...base, title: 'của họ' })
  assert.equal(merged.title, 'của tôi')
})

test('a changed party, day or number counts as a difference', () => {
  assert.ok(differs(base, { ...base, parties: [{ ...newParty('lead', true), name: 'Vụ Khác' }] }, 'parties'))
  assert.ok(differs(base, { ...base, deadlines: [] }, 'deadlines'))
  assert.ok(differs(base, { ...base, targets: [newTarget()] }, 'targets'))
  assert.ok(!differs(base, { ...base }, 'parties'))
  assert.equal(inWords(base, 'deadlines'), 'Quý IV năm 2021 → 2021-12-31')
})

test('a choice that changes no word counts as a difference, and survives a merge', () => {
  const [party, deadline] = [base.parties[0]!, base.deadlines[0]!]
  const target = newTarget()
  const withTarget = { ...base, targets: [target] }
  assert.ok(differs(base, { ...base, parties: [{ ...party, agencyId: 8 }] }, 'parties'), 'agency')
  assert.ok(differs(base, { ...base, parties: [{ ...party, accountable: false }] }, 'parties'), 'accountable')
  for (const change of [{ recurs: 'monthly' }, { milestone: true }, { strict: true }, { kind: 'standing' }] as const)
    assert.ok(
      differs(base, { ...base, deadlines: [{ ...deadline, ...change }] }, 'deadlines'),
      Object.keys(change).join(),
    )
  for (const change of [{ byWhen: 'năm 2026' }, { baseline: 'so với năm 2025' }, { scope: 'mỗi xã' }])
    assert.ok(
      differs(withTarget, { ...base, targets: [{ ...target, ...change }] }, 'targets'),
      Object.keys(change).join(),
    )
  assert.ok(!differs(base, { ...base, deadlines: [{ ...deadline, confidence: 0.5, span: null }] }, 'deadlines'))
  const mine = { ...base, parties: [{ ...party, agencyId: 8 }] }
  assert.equal(rebase(base, mine, { ...base, title: 'của họ' }).parties[0]?.agencyId, 8)
})

test('a draft from selected text loses its list marker and line breaks', () => {
  const text = 'x\na) **Nghị định** ban hành\nQuy chế làm việc.'
  const draft = draftFrom(text, { start: 2, end: text.length })
  assert.equal(draft.content, 'Nghị định ban hành Quy chế làm việc.')
  assert.equal(draft.title, 'Nghị định ban hành Quy chế làm việc')
  assert.deepEqual(draft.span, { start: 2, end: text.length })
})

test('empty rows and spaces are not sent', () => {
  const sent = cleaned({
    ...base,
    product: '  ',
    parties: [...base.parties, newParty('coordinating', false)],
    targets: [{ ...newTarget(), measure: ' Tỷ lệ ', comparator: '>=', max: 30 }],
  })
  assert.equal(sent.product, null)
  assert.equal(sent.parties.length, 1)
  assert.deepEqual([sent.targets[0]?.text, sent.targets[0]?.max], ['Tỷ lệ', null])
})
