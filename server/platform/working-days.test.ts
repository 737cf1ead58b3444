import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PlannedDay, ruleOf, workingCalendar } from './working-days.ts'

const USUAL = { tetDaysBefore: 1, nationalDaysBefore: 1, hasCultureDay: false }
const swap = (off: string, work: string): PlannedDay[] => [
  { day: off, kind: 'off', name: 'Hoán đổi', pairedDay: work, source: 'thử', confidence: 'memory' },
  { day: work, kind: 'work', name: 'Làm bù', pairedDay: off, source: 'thử', confidence: 'memory' },
]
const calendar = workingCalendar({
  choicesOf: (year) => (year === 2021 ? { ...USUAL, tetDaysBefore: 2, nationalDaysBefore: 0 } : USUAL),
  plannedDays: swap('2026-01-02', '2026-01-10'),
})
const off = (year: number, choices = USUAL) =>
  ruleOf(year, choices).map(({ day, kind, holiday }) => `${day.slice(5)} ${kind} ${holiday}`)

test('the eleven days of Điều 112, and those made up for on the next working day', () => {
  assert.deepEqual(off(2022), [
    '01-01 holiday newYear',
    '01-03 compensation newYear',
    '01-31 holiday tet',
    '02-01 holiday tet',
    '02-02 holiday tet',
    '02-03 holiday tet',
    '02-04 holiday tet',
    '04-10 holiday hungKings',
    '04-11 compensation hungKings',
    '04-30 holiday reunification',
    '05-01 holiday labour',
    '05-02 compensation reunification',
    '05-03 compensation labour',
    '09-01 holiday nationalDayAdjacent',
    '09-02 holiday nationalDay',
  ])
})

test('what the law leaves open: the split of Tết, the day beside National Day, the Culture Day', () => {
  const tet = (tetDaysBefore: number) => off(2021, { ...USUAL, tetDaysBefore }).filter((line) => line.endsWith('tet'))
  assert.deepEqual(
    tet(2).map((line) => line.slice(0, 5)),
    ['02-10', '02-11', '02-12', '02-13', '02-14', '02-15', '02-16'],
  )
  assert.deepEqual(
    tet(1).map((line) => line.slice(0, 5)),
    ['02-11', '02-12', '02-13', '02-14', '02-15', '02-16', '02-17'],
  )
  assert.ok(off(2024, { ...USUAL, nationalDaysBefore: 0 }).includes('09-03 holiday nationalDayAdjacent'))
  assert.ok(off(2026, { ...USUAL, hasCultureDay: true }).includes('11-24 holiday cultureDay'))
  assert.ok(!off(2026).some((line) => line.startsWith('11-24')))
})

test('one National Day before 2021', () => {
  assert.deepEqual(
    off(2020).filter((line) => line.includes('national')),
    ['09-02 holiday nationalDay'],
  )
})

test('eleven weekdays are off in every year, wherever the holidays fall', () => {
  for (let year = 2021; year < 2099; year++) {
    const weekdays = ruleOf(year, USUAL).filter(({ day }) => Temporal.PlainDate.from(day).dayOfWeek < 6)
    assert.equal(weekdays.length, 11, String(year))
  }
})

test('counting: the first day is not counted, a make-up Saturday is', () => {
  assert.equal(calendar.isWorkingDay('2026-01-02'), false)
  assert.equal(calendar.isWorkingDay('2026-01-10'), true, 'a Saturday worked for 02/01')
  assert.equal(calendar.isWorkingDay('2026-01-17'), false, 'an ordinary Saturday')
  assert.equal(calendar.addWorkingDays('2025-12-31', 1), '2026-01-05')
  assert.equal(calendar.addWorkingDays('2026-01-09', 1), '2026-01-10')
  assert.equal(calendar.addWorkingDays('2026-01-12', -1), '2026-01-10')
  assert.equal(calendar.addWorkingDays('2021-02-09', 1), '2021-02-17', 'over Tết 2021')
  assert.equal(calendar.addWorkingDays('2021-02-13', 0), '2021-02-13')
  assert.equal(calendar.nextWorkingDay('2021-02-10'), '2021-02-17')
  assert.equal(calendar.nextWorkingDay('2021-02-09'), '2021-02-09')
  assert.equal(calendar.workingDaysBetween('2021-02-09', '2021-02-17'), 1)
  assert.equal(calendar.workingDaysBetween('2021-02-17', '2021-02-09'), -1)
  assert.equal(calendar.workingDaysBetween('2021-02-10', '2021-02-16'), 0)
  assert.equal(calendar.workingDaysBetween('2021-03-01', '2021-03-01'), 0)
})

test('adding and counting agree, and no count ends on a day off', () => {
  for (let start = Temporal.PlainDate.from('2025-11-20'), days = 0; days < 90; days++) {
    const from = start.add({ days }).toString()
    for (const count of [1, 5, 20]) {
      const reached = calendar.addWorkingDays(from, count)
      assert.ok(calendar.isWorkingDay(reached))
      assert.equal(calendar.workingDaysBetween(from, reached), count, `${count} days from ${from}`)
    }
  }
})

test('the reason a day is off', () => {
  assert.deepEqual(calendar.special('2021-02-15'), {
    day: '2021-02-15',
    isWorking: false,
    kind: 'compensation',
    holiday: 'tet',
    name: 'Nghỉ bù: Tết Nguyên đán',
    plan: null,
  })
  assert.equal(calendar.special('2026-01-10')?.plan?.pairedDay, '2026-01-02')
  assert.equal(calendar.special('2021-03-01'), undefined)
})
