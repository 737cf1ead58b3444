import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingCalendar } from '../platform/working-days.ts'
import { registerBy } from './clock.ts'

const calendar = workingCalendar({
  choicesOf: () => ({ tetDaysBefore: 1, nationalDaysBefore: 1, hasCultureDay: false }),
  plannedDays: [],
})
const RULE = { closesAt: '17:00:00', days: 0, urgentMinutes: 30 }
const by = (at: string, isUrgent = false, rule = RULE) =>
  registerBy(rule, Temporal.Instant.from(at), isUrgent, calendar).toString()

test('a document is registered on the day it arrives, which ends at midnight in Viet Nam', () => {
  assert.equal(by('2026-12-01T08:00:00+07:00'), '2026-12-01T17:00:00Z')
  assert.equal(by('2026-12-01T16:59:59+07:00'), '2026-12-01T17:00:00Z')
})

test('after closing hour, on a day off and before a holiday, the next working day counts', () => {
  assert.equal(by('2026-12-01T17:00:00+07:00'), '2026-12-02T17:00:00Z', 'at the hour itself')
  assert.equal(by('2026-12-04T18:00:00+07:00'), '2026-12-07T17:00:00Z', 'Friday evening: Monday')
  assert.equal(by('2026-12-05T09:00:00+07:00'), '2026-12-07T17:00:00Z', 'Saturday: Monday')
  assert.equal(by('2026-12-31T17:30:00+07:00'), '2027-01-04T17:00:00Z', 'over New Year and the weekend')
})

test('an urgent one is registered at once, on a Sunday night too', () => {
  assert.equal(by('2026-12-06T23:50:00+07:00', true), '2026-12-06T17:20:00Z')
})

test('a rule of later days counts working days', () => {
  assert.equal(by('2026-12-04T09:00:00+07:00', false, { ...RULE, days: 1 }), '2026-12-07T17:00:00Z')
})
