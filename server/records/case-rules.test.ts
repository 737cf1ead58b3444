import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubtsOf, type ItemFacts, inOrder, missingToClose } from './case-order.ts'
import {
  CASE_ACTS,
  CASE_STATES,
  isHandedOver,
  mayMoveCase,
  mayMoveDestruction,
  moveCase,
  moveDestruction,
} from './case-state.ts'
import { dueForArchiveOn, hasRetentionEnded, keptUntil } from './retention.ts'

const by2011 = { rule: 'handOver', countsFrom: 'day', years: 1, source: 'x' } as const
const by2024 = { rule: 'handOver', countsFrom: 'yearEnd', years: 1, source: 'x' } as const
const retention = { rule: 'retention', countsFrom: 'yearEnd', years: null, source: 'x' } as const

test('a case goes to the archive within a year after the year of its work, before 2025 within a year of the day', () => {
  assert.equal(dueForArchiveOn('2025-07-01', by2024), '2026-12-31')
  assert.equal(dueForArchiveOn('2025-12-31', by2024), '2026-12-31')
  assert.equal(dueForArchiveOn('2026-01-01', by2024), '2027-12-31')
  assert.equal(dueForArchiveOn('2021-03-05', by2011), '2022-03-05')
  assert.equal(dueForArchiveOn('2024-02-29', by2011), '2025-02-28')
})

test('retention counts from the year of the work, and a permanent one never ends', () => {
  assert.equal(keptUntil('2021-03-05', 10, retention), '2031-12-31')
  assert.equal(keptUntil('2021-03-05', null, retention), null)
  assert.equal(hasRetentionEnded('2031-12-31', '2031-12-31'), false)
  assert.equal(hasRetentionEnded('2031-12-31', '2032-01-01'), true)
  assert.equal(hasRetentionEnded(null, '2999-01-01'), false)
})

test('a case goes its way, back only where the archive returns it, and never leaves its end', () => {
  let state = moveCase('open', 'close')
  for (const act of ['fallDue', 'offer', 'return', 'offer', 'accept', 'proposeDestruction', 'keepOn'] as const)
    state = moveCase(state, act)
  assert.equal(state, 'accepted')
  assert.throws(() => moveCase('accepted', 'reopen'), { code: 'case.wrong_state' })
  assert.throws(() => moveCase('closed', 'add'), /mở lại hồ sơ/)
  assert.throws(() => moveCase('accepted', 'destroy'), { code: 'case.wrong_state' })
  for (const act of CASE_ACTS) assert.equal(mayMoveCase('destroyed', act), false)
  assert.deepEqual(CASE_STATES.filter(isHandedOver), ['handedOver', 'accepted', 'destructionProposed', 'destroyed'])
  assert.equal(moveDestruction('proposed', 'consider'), 'considered')
  assert.throws(() => moveDestruction('proposed', 'decide'), /ý kiến của hội đồng/)
  assert.equal(mayMoveDestruction('decided', 'withdraw'), false)
})

const item = (id: number, change: Partial<ItemFacts> = {}): ItemFacts => ({
  id,
  position: id,
  kind: 'file',
  datedOn: '2021-03-01',
  notation: null,
  state: null,
  hasOpenHandling: false,
  files: [],
  ...change,
})

test('items are in the order of their days, those of one day as they were added, without a day last', () => {
  const items = [item(1, { datedOn: null }), item(2), item(3, { datedOn: '2021-02-01' }), item(4)]
  assert.deepEqual(
    inOrder(items).map(({ id }) => id),
    [3, 2, 4, 1],
  )
  assert.deepEqual(
    items.map(({ id }) => id),
    [1, 2, 3, 4],
  )
})

test('what is missing before closing names each item', () => {
  assert.deepEqual(missingToClose([]), [{ itemId: null, what: 'empty' }])
  assert.deepEqual(
    missingToClose([
      item(1),
      item(2, { kind: 'incoming', state: 'arrived' }),
      item(3, { kind: 'incoming', state: 'done', notation: '1/VP', hasOpenHandling: true }),
      item(4, { kind: 'incoming', state: 'done', notation: '2/VP' }),
      item(5, { kind: 'outgoing', state: 'forSignature' }),
      item(6, { kind: 'outgoing', state: 'issued', notation: '3/BC' }),
      item(7, { kind: 'outgoing', state: 'dropped' }),
      item(8, { kind: 'incoming', state: 'returned' }),
    ]),
    [
      { itemId: 2, what: 'unnumbered' },
      { itemId: 2, what: 'openHandling' },
      { itemId: 3, what: 'openHandling' },
      { itemId: 5, what: 'unfinished' },
    ],
  )
})

test('files that cannot be vouched for are named, not dropped', () => {
  const files = (['valid', 'unsigned', 'unverifiable', 'invalid', 'unchecked', 'gone'] as const).map((verdict) => ({
    name: `${verdict}.pdf`,
    verdict,
  }))
  assert.deepEqual(
    doubtsOf([item(1, { files })]).map(({ verdict }) => verdict),
    ['unverifiable', 'invalid', 'unchecked', 'gone'],
  )
})
