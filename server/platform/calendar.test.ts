import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addDays,
  addMonths,
  dayInVietnam,
  daysBetween,
  formatDay,
  formatNumber,
  formatPercentage,
  isDay,
  monthEnd,
  monthStart,
  percentage,
  todayInVietnam,
  yearBefore,
} from './calendar.ts'
import { stoppedClock } from './clock.ts'

test('the day changes at midnight in Viet Nam, seven hours before UTC', () => {
  assert.equal(dayInVietnam('2021-02-28T16:59:59.999Z'), '2021-02-28')
  assert.equal(dayInVietnam('2021-02-28T17:00:00Z'), '2021-03-01')
  const clock = stoppedClock('2021-02-28')
  assert.equal(todayInVietnam(clock), '2021-02-28')
  clock.set('2021-12-31T17:00:00Z')
  assert.equal(todayInVietnam(clock), '2022-01-01')
})

test('a month begins and ends on the right day, leap years included', () => {
  assert.equal(monthEnd('2021-02-03'), '2021-02-28')
  assert.equal(monthEnd('2024-02-29'), '2024-02-29')
  assert.equal(monthEnd('2021-12-31'), '2021-12-31')
  assert.equal(monthStart('2021-12-31'), '2021-12-01')
})

test('the same period of last year ends with its month where this one does', () => {
  assert.deepEqual(['2021-02-28', '2020-02-29', '2021-02-27', '2021-03-31', '2020-02-28'].map(yearBefore), [
    '2020-02-29',
    '2019-02-28',
    '2020-02-27',
    '2020-03-31',
    '2019-02-28',
  ])
})

test('days and months are added as a person would', () => {
  assert.equal(addDays('2021-02-28', 1), '2021-03-01')
  assert.equal(addDays('2020-03-01', -1), '2020-02-29')
  assert.equal(addMonths('2021-01-31', 1), '2021-02-28')
  assert.equal(addMonths('2021-03-31', -1), '2021-02-28')
  assert.equal(daysBetween('2021-02-01', '2021-02-28'), 27)
  assert.equal(daysBetween('2021-03-01', '2021-02-28'), -1)
})

test('a day must be a real day, written with all its digits', () => {
  for (const day of ['2021-02-28', '2024-02-29', '0001-01-01']) assert.ok(isDay(day), day)
  for (const text of ['2021-02-29', '2021-2-8', '28/02/2021', '2021-13-01', '', '2021-02-28T00:00'])
    assert.ok(!isDay(text), text)
})

test('shares are those of the official reports (domain 0.2)', () => {
  assert.equal(percentage(343, 10_527, 1, 'truncate'), 3.2)
  assert.equal(percentage(343, 10_527, 1, 'round'), 3.3)
  assert.equal(percentage(12, 44, 1, 'truncate'), 27.2)
  assert.equal(percentage(12, 44, 1, 'round'), 27.3)
  assert.equal(percentage(3_893, 6_191, 0, 'round'), 63)
  assert.equal(percentage(6_776, 9_926, 0, 'round'), 68)
  assert.equal(percentage(1, 8, 2, 'round'), 12.5)
  assert.equal(percentage(1, 200, 0, 'round'), 1)
  assert.equal(percentage(0, 7, 1, 'truncate'), 0)
  assert.equal(percentage(0, 0, 1, 'truncate'), null)
  assert.equal(percentage(7, 7, 1, 'truncate'), 100)
})

test('no digit depends on a binary fraction: 28.7% of 1000 stays 28.7', () => {
  for (let part = 0; part <= 1000; part++) assert.equal(percentage(part, 1000, 1, 'truncate'), part / 10)
})

test('numbers and days are written the Vietnamese way', () => {
  assert.equal(formatNumber(10_527), '10.527')
  assert.equal(formatNumber(999), '999')
  assert.equal(formatNumber(1_234_567.5, 2), '1.234.567,50')
  assert.equal(formatNumber(3.2), '3,2')
  assert.equal(formatNumber(-4_400_000), '-4.400.000')
  assert.equal(formatPercentage(3.2, 1), '3,2%')
  assert.equal(formatPercentage(3, 1), '3,0%')
  assert.equal(formatPercentage(null, 1), '–')
  assert.equal(formatDay('2021-02-28'), '28/02/2021')
})
