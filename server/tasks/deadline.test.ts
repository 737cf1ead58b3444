import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isPassed, termOf } from './deadline.ts'
import { aDeadline } from './task.fixture.ts'

describe('the term of a task', () => {
  test('a single day is the due day', () => {
    const term = termOf([aDeadline('2021-12-31', { kind: 'quarter' })])
    assert.deepEqual([term.kind, term.dueOn, term.deadlines[0]!.isMilestone], ['quarter', '2021-12-31', false])
  })

  test('of several final days the last counts and the others are milestones, in any order', () => {
    const term = termOf([aDeadline('2021-09-30'), aDeadline('2021-05-31')])
    assert.equal(term.dueOn, '2021-09-30')
    assert.deepEqual(
      term.deadlines.map(({ isMilestone }) => isMilestone),
      [false, true],
    )
  })

  test('a standing task with rounds has no end', () => {
    const rounds = ['2021-05-31', '2021-09-30'].map((day) => aDeadline(day, { isMilestone: true }))
    const term = termOf([aDeadline(null, { recurs: 'quarterly' }), ...rounds])
    assert.deepEqual([term.kind, term.dueOn, term.recurs], ['standing', null, 'quarterly'])
    assert.deepEqual(
      term.deadlines.map(({ isMilestone }) => isMilestone),
      [false, true, true],
    )
  })

  test('rounds alone end with the last one', () => {
    const rounds = ['2021-05-31', '2021-09-30'].map((day) => aDeadline(day, { isMilestone: true }))
    const term = termOf(rounds)
    assert.equal(term.dueOn, '2021-09-30')
    assert.deepEqual(
      term.deadlines.map(({ isMilestone }) => isMilestone),
      [true, false],
    )
  })

  test('a final day beside a standing part counts', () => {
    assert.equal(termOf([aDeadline(null), aDeadline('2021-06-30')]).dueOn, '2021-06-30')
  })

  test('by regulation has no day; without a deadline the kind is none', () => {
    assert.deepEqual(termOf([aDeadline(null, { kind: 'perRegulation' })]).kind, 'perRegulation')
    assert.deepEqual([termOf([]).kind, termOf([]).dueOn], ['none', null])
  })
})

describe('a deadline has passed', () => {
  const deadline = (change: object) => ({ dueOn: '2021-02-10', replacedOn: null, doneOn: null, ...change })
  test('only after its day', () => {
    assert.equal(isPassed(deadline({}), true, '2021-02-10'), false)
    assert.equal(isPassed(deadline({}), true, '2021-02-11'), true)
  })
  test('not if it is done, replaced or without a day, or if the task is done', () => {
    assert.equal(isPassed(deadline({ doneOn: '2021-02-11' }), true, '2021-02-11'), false)
    assert.equal(isPassed(deadline({ doneOn: '2021-02-12' }), true, '2021-02-11'), true)
    assert.equal(isPassed(deadline({ replacedOn: '2021-02-11' }), true, '2021-02-11'), false)
    assert.equal(isPassed(deadline({}), false, '2021-02-11'), false)
    assert.equal(isPassed(deadline({ dueOn: null }), true, '2021-02-11'), false)
  })
})
