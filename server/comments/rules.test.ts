import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STATE_NAMES } from '../tasks/index.ts'
import { isCorrectable, takesComments } from './rules.ts'

test('a task takes comments in every state but when it is cancelled', () => {
  const open = Object.keys(STATE_NAMES).filter(takesComments)
  assert.deepEqual(
    Object.keys(STATE_NAMES).filter((state) => !open.includes(state)),
    ['cancelled'],
  )
})

test('a comment may be corrected within its minutes, and with none of them never', () => {
  const made = '2021-03-01T02:00:00Z'
  const at = (time: string) => Temporal.Instant.from(`2021-03-01T02:${time}Z`)
  assert.equal(isCorrectable(made, 15, at('14:59')), true)
  assert.equal(isCorrectable(made, 15, at('15:00')), false)
  assert.equal(isCorrectable(made, 0, at('00:00')), false)
})
