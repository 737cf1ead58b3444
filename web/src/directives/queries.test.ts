import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubtsOf } from './queries.ts'

test('a doubt of the reader that stops the confirmation is told once, with what to do', () => {
  const doubts = doubtsOf({
    problems: [{ code: 'lead_missing', field: 'parties', message: 'Add a lead.', values: {} }],
    warnings: [
      { code: 'lead_missing', message: 'No lead was found.', values: {}, span: null },
      { code: 'deadline_vague', message: 'The day is only supposed.', values: {}, span: null },
    ],
  } as unknown as Parameters<typeof doubtsOf>[0])
  assert.deepEqual(
    doubts.map(({ message }) => message),
    ['Add a lead.', 'The day is only supposed.'],
  )
})
