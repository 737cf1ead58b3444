import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countsOfNodeTest, countsOfPlaywright, slowest, timesOfPlaywright } from './counts.mjs'

test("node's closing lines are counted, a cancelled test as failed", () => {
  const output =
    '✔ adds (1ms)\nℹ tests 7\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 2\nℹ duration_ms 5\n'
  assert.deepEqual(countsOfNodeTest(output), { passed: 3, failed: 2, skipped: 2 })
})

test('without closing lines, or without a test, there is no count', () => {
  assert.equal(countsOfNodeTest('Could not start PostgreSQL'), undefined)
  assert.equal(countsOfNodeTest('ℹ tests 0\nℹ pass 0\nℹ fail 0\n'), undefined)
  assert.equal(countsOfPlaywright('{"stats":{"expected":0,"unexpected":0,"flaky":0,"skipped":0}}'), undefined)
  assert.equal(countsOfPlaywright('{"errors":[]}'), undefined)
})

test('a flaky browser test has failed', () => {
  const counts = countsOfPlaywright('{"stats":{"expected":4,"unexpected":1,"flaky":2,"skipped":1}}')
  assert.deepEqual(counts, { passed: 4, failed: 3, skipped: 1 })
})

test('the ten slowest files are listed, the slowest first', () => {
  const took = (duration: number) => ({ tests: [{ results: [{ duration }] }] })
  const report = { suites: [{ file: 'a.e2e.ts', specs: [took(1500)], suites: [{ specs: [took(500), took(250)] }] }] }
  assert.deepEqual(timesOfPlaywright(JSON.stringify(report)), [['e2e/a.e2e.ts', 2.25]])
  const times = Array.from({ length: 12 }, (_, n): [string, number] => [`file-${n}`, n])
  const lines = slowest(times)
  assert.equal(lines.length, 10)
  assert.match(lines[0]!, /11\.0 s {2}file-11$/)
  assert.match(lines[9]!, /2\.0 s {2}file-2$/)
})
