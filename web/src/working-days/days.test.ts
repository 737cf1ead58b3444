import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weekdayOf, weeksOf } from './days.ts'

test('weeks begin on Monday and contain every day of the month once', () => {
  const february = weeksOf(2027, 2)
  assert.deepEqual(february, [
    ['2027-02-01', '2027-02-02', '2027-02-03', '2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07'],
    ['2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12', '2027-02-13', '2027-02-14'],
    ['2027-02-15', '2027-02-16', '2027-02-17', '2027-02-18', '2027-02-19', '2027-02-20', '2027-02-21'],
    ['2027-02-22', '2027-02-23', '2027-02-24', '2027-02-25', '2027-02-26', '2027-02-27', '2027-02-28'],
  ])
  const august = weeksOf(2027, 8)
  assert.deepEqual([august.length, august[0]?.indexOf('2027-08-01'), august.flat().filter(Boolean).length], [6, 6, 31])
  assert.equal(weekdayOf('2026-11-22'), 7)
})
