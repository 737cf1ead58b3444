import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needsSecond } from './reset.ts'

test('a link waits without mail or at an address changed within a week, but by who manages all for who has no password yet', () => {
  const now = Temporal.Instant.from('2021-03-10T05:00:00Z')
  for (const [access, emailChangedAt, hasMail, keepsAll, want] of [
    ['invited', null, false, true, false],
    ['expired', null, false, true, false],
    ['invited', null, false, false, true],
    ['expired', null, false, false, true],
    ['invited', null, true, false, false],
    ['open', null, false, true, true],
    ['open', null, true, true, false],
    ['open', '2021-03-04T05:00:00Z', true, true, true],
    ['open', '2021-03-03T05:00:00Z', true, true, false],
    ['invited', '2021-03-09T05:00:00Z', true, true, false],
    ['invited', '2021-03-09T05:00:00Z', true, false, true],
  ] as const)
    assert.equal(
      needsSecond({ access, emailChangedAt }, { hasMail, keepsAll }, now),
      want,
      `${access} ${emailChangedAt} ${hasMail} ${keepsAll}`,
    )
})
