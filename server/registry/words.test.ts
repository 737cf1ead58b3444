import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edits, folded, hasMarks, likeness, plain } from './words.ts'

test('spellings of one name have one plain form', () => {
  const same = [
    ['Ủy ban', 'Uỷ ban', 'ỦY BAN', 'ủy\u00a0ban'],
    ['Khánh Hòa', 'Khánh Hoà'],
    ['UBND TP. Hồ Chí Minh', 'Ủy ban nhân dân thành phố Hồ Chí Minh'],
    ['Bà Rịa - Vũng Tàu', 'Bà Rịa – Vũng Tàu', 'Bà Rịa Vũng Tàu'],
    ['Kế hoạch & Đầu tư', 'Kế hoạch và Đầu tư'],
  ]
  for (const [first, ...rest] of same) {
    for (const other of rest) assert.equal(plain(other), plain(first!))
    assert.equal(plain(first!.normalize('NFD')), plain(first!))
  }
  assert.notEqual(plain('Công'), plain('Cổng'))
  assert.equal(folded(plain('Cổng Đổi mới')), 'cong doi moi')
})

test('diacritics are recognised in either Unicode form', () => {
  assert.ok(hasMarks('bộ') && hasMarks('bộ'.normalize('NFD')) && hasMarks('Đ'))
  assert.ok(!hasMarks('Bo Tai chinh 2021'))
})

test('edits count letters inserted, deleted, replaced or swapped', () => {
  assert.equal(edits('', 'abc'), 3)
  assert.equal(edits('quang nihn', 'quang ninh'), 1)
  assert.equal(edits('bo y te', 'so y te'), 1)
  assert.equal(edits('same', 'same'), 0)
})

test('a lost diacritic counts less than a wrong letter', () => {
  const name = plain('Vụ Tổng hợp')
  assert.equal(likeness(name, name), 1)
  assert.ok(likeness(plain('Vụ Tông hợp'), name) > likeness(plain('Vụ Tổng hợb'), name))
  assert.ok(likeness(plain('Bộ Quốc phòng'), name) < 0.5)
})
