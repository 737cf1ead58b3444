import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '../platform/calendar.ts'
import { workingCalendar } from '../platform/working-days.ts'
import type { TaskToUrge } from '../tasks/index.ts'
import { afterQuiet } from './quiet.ts'
import { occasionOf, type RuleOf } from './when.ts'

const calendar = workingCalendar({
  choicesOf: () => ({ tetDaysBefore: 2, nationalDaysBefore: 1, hasCultureDay: false }),
  plannedDays: [],
})

const task: TaskToUrge = {
  id: 1,
  code: 'NV-2021-000001',
  title: 'Việc',
  sourceNumber: null,
  urgency: null,
  deadlineKind: 'date',
  state: 'received',
  leadAgencyId: 7,
  followUpAgencyId: 1,
  assignedOn: '2021-01-12',
  dueOn: null,
  percent: 0,
  heardOn: '2021-01-12',
  milestones: [],
  periods: [],
}
const rule = (event: RuleOf['event'], days: number | null, more: Partial<RuleOf> = {}): RuleOf => ({
  event,
  days,
  urgencies: [],
  deadlineKinds: [],
  agencyIds: [],
  ...more,
})

/** The days from 01/02 to 30/4/2021 on which the rule applies, each checked as the daily run does. */
function daysOf(one: RuleOf, of: Partial<TaskToUrge>): string[] {
  const found: string[] = []
  let after = '2021-01-31'
  for (let on = '2021-02-01'; on <= '2021-04-30'; on = addDays(on, 1)) {
    if (!calendar.isWorkingDay(on)) continue
    if (occasionOf(one, { ...task, ...of }, { after, on }, calendar)) found.push(on)
    after = on
  }
  return found
}

test('before, on and after count working days; no one is notified on a day of rest', () => {
  // 15/3/2021 is a Monday; 10/02–16/02 was Tết, 21/4 the Hùng Kings' day, 30/4 a holiday.
  assert.deepEqual(daysOf(rule('before', 5), { dueOn: '2021-03-15' }), ['2021-03-08'])
  assert.deepEqual(daysOf(rule('before', 1), { dueOn: '2021-03-15' }), ['2021-03-12'])
  assert.deepEqual(daysOf(rule('on', null), { dueOn: '2021-03-15' }), ['2021-03-15'])
  assert.deepEqual(daysOf(rule('on', null), { dueOn: '2021-03-13' }), ['2021-03-15'], 'a Saturday: the Monday after')
  assert.deepEqual(daysOf(rule('on', null), { dueOn: '2021-02-12' }), ['2021-02-17'], 'Tết: the first day worked')
  assert.deepEqual(daysOf(rule('after', 5), { dueOn: '2021-04-01' }), ['2021-04-08', '2021-04-15', '2021-04-23'])
  assert.deepEqual(daysOf(rule('after', 5), { dueOn: null }), [])
})

test('silence is counted in days, and a reminder that falls on a rest day is made on the next working day', () => {
  assert.deepEqual(daysOf(rule('silence', 30), { heardOn: '2021-01-28' }), ['2021-03-01', '2021-03-29', '2021-04-28'])
  const occasion = occasionOf(
    rule('silence', 30),
    { ...task, heardOn: '2021-01-28' },
    { after: '2021-02-26', on: '2021-03-01' },
    calendar,
  )
  assert.deepEqual(occasion, { dueOn: '2021-01-28', days: 32 })
})

test('a period or a milestone is due on the first working day past it, then at every interval', () => {
  const periods = [{ id: 1, endsOn: '2021-03-14', dueOn: '2021-03-19' }]
  assert.deepEqual(daysOf(rule('period', 5), { periods }), [
    '2021-03-22',
    '2021-03-29',
    '2021-04-05',
    '2021-04-12',
    '2021-04-19',
    '2021-04-27',
  ])
  assert.deepEqual(daysOf(rule('period', null), { periods }), ['2021-03-22'])
  const milestones = [{ literal: 'Tháng 3', dueOn: '2021-03-31' }]
  assert.deepEqual(daysOf(rule('milestone', null), { milestones }), ['2021-04-01'])
})

test('a rule for some urgencies, kinds of deadline or agencies is about no other', () => {
  const due = { dueOn: '2021-03-15' }
  assert.equal(daysOf(rule('on', null, { urgencies: ['Hỏa tốc'] }), due).length, 0)
  assert.equal(daysOf(rule('on', null, { urgencies: ['hỏa tốc'] }), { ...due, urgency: 'HỎA TỐC' }).length, 1)
  assert.equal(daysOf(rule('on', null, { urgencies: ['thường'] }), due).length, 1)
  assert.equal(daysOf(rule('on', null, { deadlineKinds: ['standing'] }), due).length, 0)
  assert.equal(daysOf(rule('on', null, { agencyIds: [8] }), due).length, 0)
  assert.equal(daysOf(rule('on', null, { agencyIds: [7, 8] }), due).length, 1)
})

test('mail waits for the end of the quiet hours, which may go over midnight', () => {
  const at = (text: string) => Temporal.Instant.from(text)
  const waits = (text: string) => afterQuiet(at(text), '20:00', '06:30').toString()
  assert.equal(waits('2021-03-01T12:00:00+07:00'), at('2021-03-01T12:00:00+07:00').toString())
  assert.equal(waits('2021-03-01T21:15:00+07:00'), at('2021-03-02T06:30:00+07:00').toString())
  assert.equal(waits('2021-03-02T05:00:00+07:00'), at('2021-03-02T06:30:00+07:00').toString())
  assert.equal(waits('2021-03-02T06:30:00+07:00'), at('2021-03-02T06:30:00+07:00').toString())
  assert.equal(
    afterQuiet(at('2021-03-01T21:15:00+07:00'), '00:00', '00:00').toString(),
    at('2021-03-01T21:15:00+07:00').toString(),
  )
})
