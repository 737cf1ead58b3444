import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lineOf, nextSpan, placeOf, spanOf, stretch, ticksOf } from './timeline.ts'

const FEBRUARY = { first: '2021-02-01', end: '2021-03-01' }

describe('the days a timeline shows', () => {
  test('are around the day of the figures, or begin with the month chosen', () => {
    assert.deepEqual(spanOf('month', undefined, '2021-02-28'), FEBRUARY)
    assert.deepEqual(spanOf('quarter', undefined, '2021-01-31'), { first: '2020-12-01', end: '2021-03-01' })
    assert.deepEqual(spanOf('year', undefined, '2021-02-28'), { first: '2020-08-01', end: '2021-08-01' })
    assert.deepEqual(spanOf('year', '2020-01', '2021-02-28'), { first: '2020-01-01', end: '2021-01-01' })
    assert.deepEqual([nextSpan('quarter', FEBRUARY, 1), nextSpan('year', FEBRUARY, -1)], ['2021-05', '2020-02'])
  })

  test('have a mark at the first of each month of a year, at each Monday of less', () => {
    const year = ticksOf('year', spanOf('year', '2020-08', ''))
    assert.deepEqual([year.length, year[0]!.label, year[1]!.label, year[5]!.label], [12, '08/2020', '09', '01/2021'])
    const month = ticksOf('month', FEBRUARY)
    assert.deepEqual(
      month.map(({ day }) => day),
      ['2021-02-01', '2021-02-08', '2021-02-15', '2021-02-22'],
    )
    assert.deepEqual(
      ticksOf('month', { first: '2020-11-01', end: '2020-12-01' }).map(({ label }) => label),
      ['02/11', '09/11', '16/11', '23/11', '30/11'],
    )
  })

  test('a stretch has its last day, and is cut where the span ends', () => {
    assert.deepEqual([placeOf('2021-02-15', FEBRUARY), placeOf('2021-03-01', FEBRUARY)], [50, 100])
    assert.deepEqual(stretch('2021-02-15', '2021-02-28', FEBRUARY), {
      left: 50,
      width: 50,
      isCutLeft: false,
      isCutRight: false,
    })
    assert.deepEqual(stretch('2021-01-01', '2021-04-01', FEBRUARY), {
      left: 0,
      width: 100,
      isCutLeft: true,
      isCutRight: true,
    })
    assert.equal(stretch('2021-01-01', '2021-01-31', FEBRUARY), undefined)
    assert.equal(stretch('2021-03-01', '2021-03-02', FEBRUARY), undefined)
  })
})

describe('the line of a task', () => {
  const task = { assignedOn: '2021-02-01', dueOn: '2021-02-14', completedOn: null, percent: 50 }
  test('overdue: the bar ends at the deadline, the rest goes to the day of the figures', () => {
    const { bar, done, late, beyond } = lineOf(task, FEBRUARY, '2021-02-21')
    assert.deepEqual([bar!.left, bar!.width, done!.width, late!.left, late!.width], [0, 50, 25, 50, 25])
    assert.equal(beyond, undefined)
  })
  test('in term, on its last day and done on time: nothing is late', () => {
    assert.equal(lineOf(task, FEBRUARY, '2021-02-14').late, undefined)
    assert.equal(lineOf({ ...task, completedOn: '2021-02-10', percent: 100 }, FEBRUARY, '2021-02-28').late, undefined)
  })
  test('done late: late up to the day of completion', () => {
    const late = lineOf({ ...task, completedOn: '2021-02-21', percent: 100 }, FEBRUARY, '2021-06-30').late
    assert.deepEqual([late!.left, late!.width], [50, 25])
  })
  test('without a deadline: to no end while open, to its completion when done', () => {
    const open = lineOf({ ...task, dueOn: null }, FEBRUARY, '2021-02-28')
    assert.deepEqual([open.isEndless, open.bar!.width, open.done], [true, 100, undefined])
    const done = lineOf({ ...task, dueOn: null, completedOn: '2021-02-07', percent: 100 }, FEBRUARY, '2021-02-28')
    assert.deepEqual([done.isEndless, done.bar!.width], [false, 25])
  })
  test('outside the span: which way it lies', () => {
    const at = (assignedOn: string, dueOn: string) =>
      lineOf({ ...task, assignedOn, dueOn, completedOn: dueOn }, FEBRUARY, '2021-02-28').beyond
    assert.deepEqual([at('2020-01-01', '2020-02-01'), at('2021-03-01', '2021-04-01')], ['before', 'after'])
  })
  test('a deadline before the assignment still has a day', () => {
    const { bar } = lineOf({ ...task, assignedOn: '2021-02-15', dueOn: '2021-02-10' }, FEBRUARY, '2021-02-15')
    assert.ok(bar!.width > 0)
  })
})
