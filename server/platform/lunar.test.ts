import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { dayOfLunar } from './lunar.ts'

test('Tết and Giỗ Tổ of years that try the reckoning', () => {
  const days: [number, string, string][] = [
    [1985, '1985-01-21', '1985-04-29'],
    [2007, '2007-02-17', '2007-04-26'],
    [2021, '2021-02-12', '2021-04-21'],
    [2023, '2023-01-22', '2023-04-29'],
    [2030, '2030-02-02', '2030-04-12'],
    [2034, '2034-02-19', '2034-04-28'],
  ]
  for (const [year, tet, hungKings] of days) {
    assert.deepEqual([dayOfLunar(year, 1, 1), dayOfLunar(year, 3, 10)], [tet, hungKings], String(year))
  }
  assert.equal(dayOfLunar(2053, 1, 1), '2053-02-18', 'one day before the Chinese new year, as in 2007 and 2030')
  assert.throws(() => dayOfLunar(2026, 13, 1), RangeError)
})

test('every lunar year follows the one before it, in twelve or thirteen months', () => {
  for (let year = 1950; year < 2099; year++) {
    const length = Temporal.PlainDate.from(dayOfLunar(year, 1, 1)).until(dayOfLunar(year + 1, 1, 1)).days
    assert.ok([353, 354, 355, 383, 384, 385].includes(length), `${year}: ${length} days`)
    for (let month = 1; month < 12; month++) {
      const days = Temporal.PlainDate.from(dayOfLunar(year, month, 1)).until(dayOfLunar(year, month + 1, 1)).days
      assert.ok([29, 30, 58, 59, 60].includes(days), `${month}/${year}: ${days} days`)
    }
  }
})

const PUBLISHED = new URL('../../../shared/data/lunar_dates.tsv', import.meta.url)
test('the published table of lunar dates, row by row', { skip: !existsSync(PUBLISHED) }, () => {
  const rows = readFileSync(PUBLISHED, 'utf8').trimEnd().split('\n').slice(1)
  assert.equal(rows.length, 36)
  for (const row of rows) {
    const [year, tet, last, length, hungKings] = row.split('\t')
    assert.equal(dayOfLunar(Number(year), 1, 1), tet)
    assert.equal(dayOfLunar(Number(year), 3, 10), hungKings, row)
    const lastMonth = Temporal.PlainDate.from(dayOfLunar(Number(year) - 1, 12, 1))
    assert.equal(
      Temporal.PlainDate.from(last!).toString(),
      Temporal.PlainDate.from(tet!).subtract({ days: 1 }).toString(),
    )
    assert.equal(lastMonth.until(tet!).days, Number(length), row)
  }
})
