import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needsSecond } from './reset.ts'

test('a link needs a second administrator for who signs in, without mail or at an address changed within a week', () => {
  const now = Temporal.Instant.from('2021-03-10T05:00:00Z')
  for (const [access, emailChangedAt, hasMail, want] of [
    ['invited', null, false, false],
    ['expired', null, false, false],
    ['open', null, false, true],
    ['open', null, true, false],
    ['open', '2021-03-04T05:00:00Z', true, true],
    ['open', '2021-03-03T05:00:00Z', true, false],
    ['invited', '2021-03-09T05:00:00Z', true, false],
  ] as const)
    assert.equal(needsSecond({ access, emailChangedAt }, hasMail, now), want, `${access} ${emailChangedAt} ${hasMail}`)
})
