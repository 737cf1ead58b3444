import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Static } from 'typebox'
import type { Comparator } from './shapes.ts'
import { isExact, isMet } from './target.ts'

test('the comparator decides whether a target is met; without a measurement it is neither met nor missed', () => {
  const cases: [Static<typeof Comparator>, number, number | null, number, boolean][] = [
    ['=', 100, null, 100, true],
    ['=', 100, null, 99, false],
    ['=', 80, null, 82, true],
    ['>=', 80, null, 80, true],
    ['>=', 80, null, 79.9, false],
    ['<=', 5, null, 5, true],
    ['<=', 5, null, 5.1, false],
    ['>', 50, null, 50, false],
    ['>', 50, null, 51, true],
    ['<', 50, null, 50, false],
    ['<', 50, null, 49, true],
    ['range', 10, 15, 12, true],
    ['range', 10, 15, 16, false],
    ['increase>=', 20, null, 20, true],
    ['decrease>=', 20, null, 19, false],
  ]
  for (const [comparator, value, max, measured, met] of cases) {
    assert.equal(isMet({ comparator, value, max }, measured), met, `${measured} ${comparator} ${value}`)
    assert.equal(isMet({ comparator, value, max }, undefined), null)
  }
})

test('a value is accepted only if it is read back unchanged', () => {
  for (const value of [0, -1.5, 82.5, 0.1, 1_700_000, 999_999_999_999_999, 1e-7]) assert.ok(isExact(value), `${value}`)
  for (const value of [1e15, 1e32, -1e308, Math.PI, 0.1 + 0.2]) assert.ok(!isExact(value), `${value}`)
})
