import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Conflict } from '../platform/errors.ts'
import { move, next, STATE_NAMES, type Step } from './progress.ts'
import { STATES, type State } from './shapes.ts'

const STEPS: readonly Step[] = [
  'receive',
  'start',
  'report',
  'measure',
  'reportDone',
  'confirm',
  'sendBack',
  'finishMilestone',
  'split',
  'requestContribution',
  'contribute',
  'attach',
  'workOnSubtask',
  'setRhythm',
  'request',
  'extend',
  'takeBack',
  'succeed',
  'transfer',
  'cancel',
  'correct',
  'reopen',
]

/** The whole table again, as an office would draw it: for each state, the possible steps and where they lead. */
const DRAWN: Record<State, Partial<Record<Step, State>>> = {
  assigned: {
    receive: 'received',
    contribute: 'assigned',
    setRhythm: 'assigned',
    request: 'assigned',
    extend: 'assigned',
    takeBack: 'returned',
    transfer: 'assigned',
    succeed: 'assigned',
    cancel: 'cancelled',
  },
  received: {
    start: 'inProgress',
    report: 'inProgress',
    measure: 'received',
    reportDone: 'reportedDone',
    finishMilestone: 'received',
    split: 'received',
    requestContribution: 'received',
    contribute: 'received',
    attach: 'received',
    workOnSubtask: 'received',
    setRhythm: 'received',
    request: 'received',
    extend: 'received',
    takeBack: 'returned',
    transfer: 'assigned',
    succeed: 'received',
    cancel: 'cancelled',
  },
  inProgress: {
    report: 'inProgress',
    measure: 'inProgress',
    reportDone: 'reportedDone',
    finishMilestone: 'inProgress',
    split: 'inProgress',
    requestContribution: 'inProgress',
    contribute: 'inProgress',
    attach: 'inProgress',
    workOnSubtask: 'inProgress',
    setRhythm: 'inProgress',
    request: 'inProgress',
    extend: 'inProgress',
    takeBack: 'returned',
    transfer: 'assigned',
    succeed: 'inProgress',
    cancel: 'cancelled',
  },
  reportedDone: {
    confirm: 'confirmed',
    sendBack: 'inProgress',
    finishMilestone: 'reportedDone',
    contribute: 'reportedDone',
    attach: 'reportedDone',
    workOnSubtask: 'reportedDone',
    setRhythm: 'reportedDone',
    extend: 'reportedDone',
    succeed: 'reportedDone',
    cancel: 'cancelled',
  },
  confirmed: { correct: 'confirmed', reopen: 'inProgress' },
  returned: { extend: 'returned', succeed: 'returned', transfer: 'assigned', cancel: 'cancelled' },
  cancelled: {},
}

describe('the progress of a task', () => {
  for (const state of STATES) {
    test(`from ${state}`, () => {
      const table = Object.fromEntries(
        STEPS.flatMap((step) => {
          const to = next(state, step)
          return to === undefined ? [] : [[step, to]]
        }),
      )
      assert.deepEqual(table, DRAWN[state])
    })
  }

  test('a task is confirmed only by confirming a claim, on every path', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 40 }), (steps) => {
        let state: State = 'assigned'
        for (const step of steps) {
          const to = next(state, step)
          if (to === undefined) continue
          if (to === 'confirmed' && state !== 'confirmed') {
            assert.equal(state, 'reportedDone')
            assert.equal(step, 'confirm')
          }
          state = to
        }
      }),
    )
  })

  test('refuses a wrong step with the state and the step to take first', () => {
    const refused = (state: State, step: Step, remedy: RegExp) =>
      assert.throws(
        () => move(state, step),
        (error: unknown) => {
          assert.ok(error instanceof Conflict)
          assert.equal(error.code, 'task.wrong_state')
          assert.ok(error.detail.includes(STATE_NAMES[state]), error.detail)
          assert.match(error.detail, remedy)
          assert.equal(error.extra.state, state)
          return true
        },
      )
    refused('assigned', 'reportDone', /phải tiếp nhận nhiệm vụ trước/)
    refused('inProgress', 'confirm', /phải báo cáo hoàn thành trước/)
    refused('reportedDone', 'report', /xác nhận hoặc yêu cầu làm tiếp/)
    refused('returned', 'receive', /chuyển nhiệm vụ cho cơ quan khác hoặc hủy/)
    refused('confirmed', 'extend', /đính chính/)
    refused('cancelled', 'transfer', /không thay đổi được nữa/)
    refused('inProgress', 'correct', /đã xác nhận hoàn thành/)
  })
})
