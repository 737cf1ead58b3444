import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periodWords } from './period-words.ts'

test('the period of a report in words, whatever its length', () => {
  const words = ['2021-02', '2021-Q3', '2021-H1', '2021-H2', '2021', '2021-02-28'].map((period) => {
    const { key, fill } = periodWords(period)
    return [key, fill.quarter, fill.month, fill.day, key === 'month' || key === 'day' ? '' : fill.year]
      .filter(Boolean)
      .join(' ')
  })
  assert.deepEqual(words, [
    'month 02/2021',
    'quarter III 2021',
    'half 2021',
    'year 2021',
    'year 2021',
    'day 28/02/2021',
  ])
})
