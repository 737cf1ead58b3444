import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { difference } from './difference.ts'
import { type DraftContent, hasWords, linesOf, unevenTable } from './draft-content.ts'
import { fieldsIn, fill, refuseUnknownFields, unfilledIn } from './template-fields.ts'

const draft = (...lines: string[]): DraftContent => ({
  addressees: [],
  parts: lines.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
})

test('a template has fields of a closed list, and an unknown one is named', () => {
  const content = draft('Trả lời văn bản số {incoming.notation} ngày { incoming.issuedOn }', 'Kính gửi {agency}')
  assert.deepEqual(fieldsIn(content, '{task.code}'), ['task.code', 'incoming.notation', 'incoming.issuedOn', 'agency'])
  refuseUnknownFields(content, '')
  assert.throws(
    () => refuseUnknownFields(draft('Theo {so_van_ban}'), ''),
    (error: { fields: { message: string }[] }) =>
      error.fields[0]!.message.startsWith('Không có trường {so_van_ban}. Các trường dùng được: {agency}'),
  )
  assert.throws(() => refuseUnknownFields(draft('x'), '{}'), /Không có trường \{\}/)
})

test('fields are filled, and one without a value stays to be seen', () => {
  const content = draft('Số {incoming.notation} của {incoming.sender}')
  const filled = fill(content, { 'incoming.notation': '12/BTC-VP $& {agency}' })
  assert.deepEqual(linesOf(filled), ['Số 12/BTC-VP $& {agency} của {incoming.sender}'])
  assert.deepEqual(unfilledIn(filled, ''), ['agency', 'incoming.sender'])
})

test('an empty draft has no words, and a table whose rows do not fit is found', () => {
  assert.equal(hasWords(draft(' ', '')), false)
  assert.equal(hasWords(draft('a')), true)
  const table = (cells: number): DraftContent => ({
    addressees: [],
    parts: [
      {
        kind: 'table',
        columns: [
          { title: 'A', width: 1, align: 'left' },
          { title: 'B', width: 1, align: 'left' },
        ],
        rows: [Array.from({ length: cells }, () => ({ text: 'x' }))],
      },
    ],
  })
  assert.equal(unevenTable(table(2)), null)
  assert.equal(unevenTable(table(3)), 0)
})

test('differences: kept, reworded, added and removed lines', () => {
  const before = draft('Một', 'Bộ Tài chính trình trong tháng 3', 'Bỏ đi', 'Cuối')
  const after = draft('Một', 'Bộ Tài chính trình trong tháng 4', 'Cuối', 'Thêm')
  assert.deepEqual(
    difference(before, after).map(({ kind, before: b, after: a }) => [kind, b, a]),
    [
      ['same', 'Một', 'Một'],
      ['changed', 'Bộ Tài chính trình trong tháng 3', 'Bộ Tài chính trình trong tháng 4'],
      ['removed', 'Bỏ đi', null],
      ['same', 'Cuối', 'Cuối'],
      ['added', null, 'Thêm'],
    ],
  )
})

test('both versions can be read back from their difference', () => {
  const lines = fc.array(fc.constantFrom('a b c', 'a b d', 'x', '', 'dài hơn một chút'), { maxLength: 12 })
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const rows = difference(draft(...a), draft(...b))
      assert.deepEqual(
        rows.map(({ before }) => before).filter((line) => line !== null),
        a,
      )
      assert.deepEqual(
        rows.map(({ after }) => after).filter((line) => line !== null),
        b,
      )
      return rows.every(({ kind, before, after }) => (kind === 'same') === (before === after))
    }),
  )
})
