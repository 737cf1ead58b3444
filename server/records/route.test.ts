import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterAgreement, endedByReturn, problemsOfRoute, type Step, stepsToOpen, whyNotSign } from './route.ts'

const step = (
  id: number,
  position: number,
  state: Step['state'] = 'waiting',
  kind: Step['kind'] = 'opinion',
): Step => ({
  id,
  position,
  state,
  kind,
  personId: 100 + id,
})
const codes = (steps: [number, Step['kind'], number][], parts = { drafterId: 1, signerId: 9 as number | null }) =>
  problemsOfRoute(
    steps.map(([position, kind, personId]) => ({ position, kind, personId })),
    parts,
  ).map(({ place, code }) => `${place ?? '*'} ${code}`)

test('a route asks opinions, then who initials, then who approves, each person once', () => {
  assert.deepEqual(
    codes([
      [1, 'opinion', 2],
      [1, 'opinion', 3],
      [2, 'initial', 4],
      [3, 'approve', 5],
    ]),
    [],
  )
  assert.deepEqual(codes([[1, 'initial', 4]]), [])
  assert.deepEqual(codes([]), ['* route.nobody_checks'])
  assert.deepEqual(codes([[1, 'opinion', 2]]), ['* route.nobody_checks'])
  assert.deepEqual(
    codes([
      [1, 'initial', 1],
      [2, 'approve', 9],
    ]),
    ['0 route.drafter', '1 route.signer'],
  )
  assert.deepEqual(
    codes([
      [1, 'opinion', 2],
      [2, 'initial', 2],
    ]),
    ['1 route.twice'],
  )
  assert.deepEqual(
    codes([
      [1, 'approve', 2],
      [1, 'opinion', 3],
    ]),
    ['1 route.opinion_late'],
  )
  assert.deepEqual(codes([[1, 'initial', 2]], { drafterId: 1, signerId: null }), [], 'the signer may be chosen later')
})

test('steps of one position open side by side, the next when all of them have agreed', () => {
  const steps = [step(1, 1), step(2, 1), step(3, 2)]
  assert.deepEqual(stepsToOpen(steps), [1, 2])
  const open = [step(1, 1, 'open'), step(2, 1, 'open'), step(3, 2)]
  assert.deepEqual(stepsToOpen(open), [], 'none while some are open')
  assert.deepEqual(afterAgreement(open, 1), { opens: [], isLast: false })
  const second = [step(1, 1, 'agreed'), step(2, 1, 'open'), step(3, 2)]
  assert.deepEqual(afterAgreement(second, 2), { opens: [3], isLast: false })
  const last = [step(1, 1, 'agreed'), step(2, 1, 'ended'), step(3, 2, 'open')]
  assert.deepEqual(afterAgreement(last, 3), { opens: [], isLast: true })
})

test('a return ends what is not decided', () => {
  const steps = [step(1, 1, 'agreed'), step(2, 2, 'open'), step(3, 2, 'open'), step(4, 3)]
  assert.deepEqual(endedByReturn(steps, 2), [3, 4])
  assert.deepEqual(endedByReturn(steps, null), [2, 3, 4])
})

test('nobody signs what they drafted or checked, nor in the place of one who did', () => {
  const parts = { drafterId: 1, checkers: [4, 5] }
  assert.equal(whyNotSign({ personId: 9, onBehalfOf: null }, parts), null)
  assert.equal(whyNotSign({ personId: 1, onBehalfOf: null }, parts), 'drafter')
  assert.equal(whyNotSign({ personId: 4, onBehalfOf: 9 }, parts), 'checker', 'a deputy who checked it')
  assert.equal(whyNotSign({ personId: 9, onBehalfOf: 1 }, parts), 'drafter', 'in the place of the drafter')
})
