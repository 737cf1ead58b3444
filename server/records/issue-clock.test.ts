import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingCalendar } from '../platform/working-days.ts'
import { issueBy } from './issue-clock.ts'

const calendar = workingCalendar({
  choicesOf: () => ({ tetDaysBefore: 1, nationalDaysBefore: 1, hasCultureDay: false }),
  plannedDays: [],
})
const RULE = { days: 1, urgentMinutes: 30 }
const by = (at: string, isUrgent = false) => issueBy(RULE, Temporal.Instant.from(at), isUrgent, calendar).toString()

test('a signed document is issued by the end of the next working day, over a weekend and a holiday', () => {
  assert.equal(by('2026-12-01T10:00:00+07:00'), '2026-12-02T17:00:00Z', 'the end of Wednesday in Viet Nam')
  assert.equal(by('2026-12-01T23:59:59+07:00'), '2026-12-02T17:00:00Z', 'late in the evening is the same day')
  assert.equal(by('2026-12-04T16:00:00+07:00'), '2026-12-07T17:00:00Z', 'Friday: by Monday')
  assert.equal(by('2026-12-31T16:00:00+07:00'), '2027-01-04T17:00:00Z', 'over New Year and the weekend')
})

test('an urgent document is issued at once, on a Sunday too', () => {
  assert.equal(by('2026-12-06T22:00:00+07:00', true), '2026-12-06T15:30:00Z')
})
