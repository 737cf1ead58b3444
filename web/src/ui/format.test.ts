import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addDays,
  asSentence,
  boundTitle,
  compareVi,
  daysBetween,
  fold,
  lastFullMonth,
  monthEnd,
  readNumber,
  shiftMonth,
  showBytes,
  showDay,
  showInstant,
  showMonth,
  showNumber,
  showPrinted,
  showQuantity,
  unitBeside,
} from './format.ts'

test('days are written day first, instants in Viet Nam time', () => {
  assert.equal(showDay('2021-02-28'), '28/02/2021')
  assert.equal(showDay(null), '')
  assert.equal(showInstant('2021-02-27T17:05:00Z'), '00:05 28/02/2021')
})

test('numbers take the dot for thousands and the comma for decimals in Vietnamese, the reverse in English', () => {
  assert.equal(showNumber(10527, 'vi'), '10.527')
  assert.equal(showNumber(10527.25, 'vi'), '10.527,25')
  assert.equal(showNumber(10527.25, 'en'), '10,527.25')
  assert.equal(showPrinted('+0,1', 'en'), '+0.1')
  assert.equal(showPrinted('10.527', 'en'), '10,527')
  assert.equal(showPrinted('3,2%', 'vi'), '3,2%')
  assert.equal(showQuantity(10, 15, '%', 'vi'), '10–15%')
  assert.equal(showQuantity(12.5, null, 'triệu hồ sơ', 'vi'), '12,5 triệu hồ sơ')
  assert.equal(unitBeside('Thùng rác tại các chợ', 'thùng rác'), '')
  assert.equal(unitBeside('hồ sơ số hóa', '%'), '%')
  assert.equal(unitBeside('đường bộ', 'km'), 'km')
  assert.equal(showBytes(1_536, 'vi'), '1,5 KB')
})

test('months follow the calendar', () => {
  assert.equal(monthEnd('2021-02'), '2021-02-28')
  assert.equal(monthEnd('2020-02-01'), '2020-02-29')
  assert.equal(shiftMonth('2021-01', -1), '2020-12')
  assert.equal(shiftMonth('2021-12-31', 1), '2022-01')
  assert.equal(showMonth('2021-02'), '02/2021')
  assert.equal(lastFullMonth('2021-02-28'), '2021-02')
  assert.equal(lastFullMonth('2021-03-01'), '2021-02')
  assert.equal(lastFullMonth('2021-02-27'), '2021-01')
  assert.equal(addDays('2021-02-28', 1), '2021-03-01')
  assert.equal(daysBetween('2021-02-28', '2021-03-30'), 30)
})

test('names are sorted and searched as Vietnamese', () => {
  assert.deepEqual(['Đà Nẵng', 'Dak', 'Cần Thơ', 'An Giang'].sort(compareVi), ['An Giang', 'Cần Thơ', 'Dak', 'Đà Nẵng'])
  assert.equal(fold('  Nghị quyết  số 02/NQ-CP Đề án'), 'nghi quyet so 02/nq-cp de an')
})

test('a title begins with a capital, also with diacritics', () => {
  assert.equal(asSentence('đẩy mạnh số hóa'), 'Đẩy mạnh số hóa')
  assert.equal(asSentence(''), '')
})

test('a typed number is read with either decimal mark', () => {
  const cases: [string, number | null][] = [
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['1 234', 1234],
    ['-3', -3],
    ['100%', null],
    ['', null],
    [',', null],
  ]
  for (const [text, value] of cases) assert.equal(readNumber(text), value, text)
})

test('a title breaks at no name and before no month or year', () => {
  const shown = (title: string) => boundTitle(title).replaceAll('\u00a0', '_')
  assert.equal(
    shown('Nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao tháng 02 năm 2021'),
    'Nhiệm vụ Chính_phủ, Thủ_tướng Chính_phủ giao tháng_02_năm_2021',
  )
  assert.equal(shown('Chính sách 5 tỉnh'), 'Chính sách 5 tỉnh')
})
