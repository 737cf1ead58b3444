import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '../platform/calendar.ts'
import { periodOf, periodState } from './period.ts'
import { CADENCES, CUTOFFS } from './subtask-shapes.ts'

describe('the period a day falls into', () => {
  const rows = [
    ['month', 'decree', '2021-02-14', '2021-01-15', '2021-02-14'],
    ['month', 'decree', '2021-02-15', '2021-02-15', '2021-03-14'],
    ['quarter', 'decree', '2020-12-15', '2020-12-15', '2021-03-14'],
    ['quarter', 'decree', '2021-03-14', '2020-12-15', '2021-03-14'],
    ['quarter', 'decree', '2021-03-15', '2021-03-15', '2021-06-14'],
    ['halfYear', 'decree', '2021-06-14', '2020-12-15', '2021-06-14'],
    ['halfYear', 'decree', '2021-06-15', '2021-06-15', '2021-12-14'],
    ['year', 'decree', '2021-12-14', '2020-12-15', '2021-12-14'],
    ['year', 'decree', '2021-12-15', '2021-12-15', '2022-12-14'],
    ['month', 'calendar', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['quarter', 'calendar', '2021-02-28', '2021-01-01', '2021-03-31'],
    ['halfYear', 'calendar', '2021-07-01', '2021-07-01', '2021-12-31'],
    ['year', 'calendar', '2021-02-28', '2021-01-01', '2021-12-31'],
  ] as const
  for (const [cadence, cutoff, day, startsOn, endsOn] of rows) {
    test(`${cadence}, ${cutoff}: ${day}`, () => assert.deepEqual(periodOf(cadence, cutoff, day), { startsOn, endsOn }))
  }

  test('contains the day, and the next one begins the day after it ends', () => {
    const cadence = fc.constantFrom(...CADENCES.filter((one) => one !== 'none'))
    fc.assert(
      fc.property(cadence, fc.constantFrom(...CUTOFFS), fc.integer({ min: 0, max: 20_000 }), (every, cutoff, days) => {
        const day = addDays('1990-01-01', days)
        const span = periodOf(every, cutoff, day)
        assert.ok(span.startsOn <= day && day <= span.endsOn)
        assert.deepEqual(periodOf(every, cutoff, span.startsOn), span)
        assert.deepEqual(periodOf(every, cutoff, span.endsOn), span)
        assert.equal(periodOf(every, cutoff, addDays(span.endsOn, 1)).startsOn, addDays(span.endsOn, 1))
      }),
    )
  })
})

test('a report on its last day is on time, a day later it is late; without one the period is missing', () => {
  const due = { dueOn: '2021-03-19' }
  assert.equal(periodState({ ...due, reportedOn: null }, '2021-03-19'), 'open')
  assert.equal(periodState({ ...due, reportedOn: null }, '2021-03-20'), 'missing')
  assert.equal(periodState({ ...due, reportedOn: '2021-03-19' }, '2021-04-01'), 'onTime')
  assert.equal(periodState({ ...due, reportedOn: '2021-03-20' }, '2021-04-01'), 'late')
})
