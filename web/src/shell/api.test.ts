import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readProblem, unreachable } from '@dieuhanh/client'
import { mayPass } from './api.ts'

test('trying again is offered where it can help: network, busy, failed; never on a refusal', () => {
  const again = [500, 502, 503, 504, 429].map((status) => mayPass(readProblem({}, status)))
  assert.deepEqual(again, [true, true, true, true, true])
  assert.equal(mayPass(unreachable(new TypeError('fetch failed')).problem), true)
  const final = [400, 401, 403, 404, 409, 410, 412, 413, 415, 422, 428].map((status) =>
    mayPass(readProblem({}, status)),
  )
  assert.deepEqual(new Set(final), new Set([false]))
})
