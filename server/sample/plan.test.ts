import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OFFICE_DAYS } from './days.ts'
import { framesUpTo, NATIONAL } from './frame.ts'
import { apportion, planTasks } from './plan.ts'
import { randomFrom } from './random.ts'

test('random numbers repeat with their seed and are spread evenly', () => {
  const draw = (seed: number) => Array.from({ length: 1_000 }, randomFrom(seed).next)
  assert.deepEqual(draw(7), draw(7))
  assert.notDeepEqual(draw(7), draw(8))
  const many = randomFrom(1)
  const tenths = Array.from({ length: 10 }, () => 0)
  for (let count = 0; count < 20_000; count++) tenths[many.between(0, 9)]! += 1
  assert.ok(
    tenths.every((count) => count > 1_800 && count < 2_200),
    tenths.join(' '),
  )
})

test('integer shares add up to the total', () => {
  assert.deepEqual(apportion(10, [1, 1, 1]), [4, 3, 3])
  assert.deepEqual(apportion(5, [0, 1]), [0, 5])
  const shares = apportion(9_835, [3, 1, 4, 1, 5, 9, 2, 6])
  assert.equal(
    shares.reduce((sum, share) => sum + share, 0),
    9_835,
  )
})

test('the plan has the published counts for any seed', () => {
  for (const seed of [1, 2, 3]) {
    const plan = planTasks(randomFrom(seed))
    const count = (which: (task: (typeof plan)[number]) => boolean) => plan.filter(which).length
    assert.equal(plan.length, 10_527)
    assert.equal(
      count(({ month }) => month >= '2021-01'),
      692,
    )
    assert.equal(
      count(({ outcome }) => outcome === 'openOverdue'),
      343,
    )
    assert.equal(
      count(({ wasOverdue }) => wasOverdue),
      320,
    )
  }
})

test('frames follow each other without a gap, and each has the published shares', () => {
  const frames = framesUpTo('2026-11', 6, OFFICE_DAYS)
  const months = frames.flatMap((frame) => frame.months)
  assert.equal(new Set(months).size, 84)
  assert.deepEqual([months[0], months.at(-1), [...months].sort().join()], ['2019-12', '2026-11', months.join()])
  assert.deepEqual([NATIONAL.months[0], NATIONAL.months[13], NATIONAL.months.length], ['2020-01', '2021-02', 14])
  for (const total of [1_300, 16_667, 58_823]) {
    const plan = planTasks(randomFrom(4), frames[5]!, total)
    assert.equal(plan.length, total)
    assert.ok(plan.every(({ month }) => frames[5]!.months.includes(month)))
    const overdue = plan.filter(({ outcome }) => outcome === 'openOverdue').length / total
    assert.ok(Math.abs(overdue - 343 / 10_527) < 0.001, `${overdue}`)
  }
})
