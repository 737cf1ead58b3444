import assert from 'node:assert/strict'
import { test } from 'node:test'
import { marksUpTo } from './drawing.ts'

test('ticks are even, round and reach the highest figure', () => {
  assert.deepEqual(marksUpTo(10_527), [0, 2000, 4000, 6000, 8000, 10_000, 12_000])
  assert.deepEqual(marksUpTo(3.26), [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5])
  assert.deepEqual(marksUpTo(0.3), [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3])
  assert.deepEqual(marksUpTo(100), [0, 20, 40, 60, 80, 100])
})

test('figures that are all zero still have an axis', () => {
  assert.deepEqual(marksUpTo(0), [0, 1])
})

test('for any highest figure, the ticks reach it and are few', () => {
  for (let most = 1; most < 2_000_000; most = most * 1.7 + 1) {
    const marks = marksUpTo(most)
    assert.ok(marks.at(-1)! >= most, String(most))
    assert.ok(marks.length >= 4 && marks.length <= 9, `${most}: ${marks.length}`)
  }
})
