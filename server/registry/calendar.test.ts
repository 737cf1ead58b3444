import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../test/database.ts'
import { calendarOf } from './index.ts'

/** Weekdays off and Saturdays worked, as the official plans of six years had them. */
const PLANS: Record<number, { off: string; work: string }> = {
  2021: { off: '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03', work: '' },
  2022: { off: '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02', work: '' },
  2023: { off: '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', work: '' },
  2024: { off: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', work: '05-04' },
  2025: { off: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', work: '04-26' },
  2026: {
    off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02',
    work: '01-10 08-22',
  },
}

test('the official plans of 2021 to 2026', async (t) => {
  const { db } = await freshDatabase(t)
  const calendar = await calendarOf(db)
  for (const [year, { off, work }] of Object.entries(PLANS)) {
    const days = calendar.specialDays(Number(year))
    const isWeekday = (day: string) => Temporal.PlainDate.from(day).dayOfWeek < 6
    const list = (isWorking: boolean) =>
      days.filter((each) => each.isWorking === isWorking && (isWorking || isWeekday(each.day)))
    assert.equal(
      list(false)
        .map(({ day }) => day.slice(5))
        .join(' '),
      off,
      year,
    )
    assert.equal(
      list(true)
        .map(({ day }) => day.slice(5))
        .join(' '),
      work,
      year,
    )
  }
})

const PUBLISHED = new URL('../../../shared/data/holidays_2021_2026.tsv', import.meta.url)
test('the published holidays of 2021 to 2026, row by row', { skip: !existsSync(PUBLISHED) }, async (t) => {
  const { db } = await freshDatabase(t)
  const calendar = await calendarOf(db)
  const KINDS: Record<string, string> = {
    statutory: 'holiday',
    compensation: 'compensation',
    swap_off: 'planned',
    swap_work: 'planned',
  }
  const rows = readFileSync(PUBLISHED, 'utf8').normalize('NFC').trimEnd().split('\n').slice(1)
  const found = [2021, 2022, 2023, 2024, 2025, 2026].flatMap((year) => calendar.specialDays(year))
  const line = (day: string, isWorking: boolean, kind: string, name: string) => `${day} ${isWorking} ${kind} ${name}`
  const published = rows.map((row) => {
    const [day, , kind, name] = row.split('\t')
    const paired = /(\d{4}-\d{2}-\d{2})$/.exec(name!)?.[1]
    return line(day!, kind === 'swap_work', KINDS[kind!]!, paired ?? name!)
  })
  assert.equal(published.length, 90)
  assert.deepEqual(
    found.map(({ day, isWorking, kind, name, plan }) => line(day, isWorking, kind, plan?.pairedDay ?? name)),
    published,
  )
})

test('a cached calendar is used until it is changed, in any process', async (t) => {
  const { db } = await freshDatabase(t)
  const before = await calendarOf(db)
  assert.equal(await calendarOf(db), before, 'nothing changed: the same one')
  assert.equal(before.isWorkingDay('2027-03-01'), true)
  const plan = sql`insert into registry.day_plan (day, kind, name, source) values ('2027-03-01', 'off', 'Nghỉ', 'thử')`
  await assert.rejects(
    db.transaction().execute(async (trx) => {
      await plan.execute(trx)
      assert.equal((await calendarOf(trx)).isWorkingDay('2027-03-01'), false, 'visible in the changing transaction')
      assert.equal((await calendarOf(db)).isWorkingDay('2027-03-01'), true, 'not yet to others')
      throw new Error('undo')
    }),
    /undo/,
  )
  assert.equal(await calendarOf(db), before)
  await plan.execute(db)
  assert.equal((await calendarOf(db)).isWorkingDay('2027-03-01'), false)
})

test('24/11 is off from the year that declares it', async (t) => {
  const { db } = await freshDatabase(t)
  await sql`insert into registry.calendar_year (year, changed_by) values (2027, 'thử'), (2030, 'thử')`.execute(db)
  await sql`insert into registry.holiday_choice (year, holiday, days_before, source)
            values (2027, 'cultureDay', 1, 'thử'), (2030, 'cultureDay', 0, 'thử')`.execute(db)
  const calendar = await calendarOf(db)
  assert.deepEqual(
    [2026, 2027, 2028, 2029, 2030].map((year) => calendar.special(`${year}-11-24`)?.holiday ?? null),
    [null, 'cultureDay', 'cultureDay', 'cultureDay', null],
  )
})
