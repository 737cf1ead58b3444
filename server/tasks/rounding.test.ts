import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { ROUNDINGS, type Rounding } from './figure-shapes.ts'
import { pointsBetween, pointsInWords, pointsValue, share } from './rounding.ts'
import { partition, standing } from './standing.ts'

describe('a share as printed', () => {
  const cases: [string, number, number, Rounding, string][] = [
    ['2021: 343 of 10.527 assigned, truncated', 343, 10_527, 'truncate1', '3,2%'],
    ['2021: the same, rounded, would be more', 343, 10_527, 'round1', '3,3%'],
    ['work programme: 12 of 44 owed, truncated', 12, 44, 'truncate1', '27,2%'],
    ['conditions: 3.893 of 6.191, rounded', 3893, 6191, 'round0', '63%'],
    ['goods lines: 6.776 of 9.926, rounded', 6776, 9926, 'round0', '68%'],
    ['2017: 16.051 of 16.274 due, truncated', 16_051, 16_274, 'truncate2', '98,62%'],
    ['2017: the rest of those due, rounded to two', 223, 16_274, 'round2', '1,37%'],
    ['2025: 7.892 of 9.831, rounded', 7892, 9831, 'round1', '80,3%'],
    ['2019: 197 of 390 issued, rounded', 197, 390, 'round1', '50,5%'],
    ['a half goes up', 1, 8, 'round0', '13%'],
    ['all', 7, 7, 'truncate1', '100,0%'],
    ['none', 0, 7, 'truncate1', '0,0%'],
    ['of nothing', 0, 0, 'truncate1', '–'],
  ]
  for (const [name, numerator, denominator, rounding, printed] of cases) {
    test(name, () => {
      const result = share(numerator, denominator, rounding)
      assert.equal(result.printed, printed)
      assert.equal(result.rounding, rounding)
      assert.deepEqual([result.numerator, result.denominator], [numerator, denominator])
    })
  }

  test('a share of nothing has no exact value', () => assert.equal(share(0, 0, 'round1').exact, null))

  test('never differs from the exact share by a whole last digit', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.constantFrom(...ROUNDINGS), (part, rest, rounding) => {
        fc.pre(part + rest > 0)
        const result = share(part, part + rest, rounding)
        const printed = Number(result.printed.replace('%', '').replace('.', '').replace(',', '.'))
        const digit = 10 ** -Number(rounding.at(-1))
        const off = result.exact! - printed
        if (rounding.startsWith('truncate'))
          assert.ok(off > -1e-9 && off < digit, `${result.printed} of ${result.exact}`)
        else assert.ok(Math.abs(off) <= digit / 2 + 1e-9, `${result.printed} of ${result.exact}`)
      }),
    )
  })
})

describe('change in percentage points', () => {
  const points = (earlier: [number, number], later: [number, number], rounding: Rounding) =>
    pointsBetween(share(...earlier, rounding), share(...later, rounding), rounding)

  test('is signed and printed by the same rule', () => {
    assert.equal(points([31, 1000], [343, 10_000], 'truncate1'), '+0,3')
    assert.equal(points([343, 10_000], [31, 1000], 'truncate1'), '-0,3')
    assert.equal(points([1, 100], [1, 100], 'round2'), '0,00')
    assert.equal(points([0, 7], [7, 7], 'round0'), '+100')
  })

  test('is the difference of what is printed: 3,19 and 3,21 print "3,1%" and "3,2%"', () => {
    assert.equal(share(319, 10_000, 'truncate1').printed, '3,1%')
    assert.equal(share(321, 10_000, 'truncate1').printed, '3,2%')
    assert.equal(points([319, 10_000], [321, 10_000], 'truncate1'), '+0,1')
  })

  test('is what was published: 98,62% done of 2017 leave 1,38%, where the counts alone give 1,37%', () => {
    assert.equal(points([16_051, 16_274], [1, 1], 'truncate2'), '+1,38')
    assert.equal(share(223, 16_274, 'truncate2').printed, '1,37%')
    // February 2021: 3,2% from 3,1%, and 27,2% from 34,7%.
    assert.equal(points([320, 10_206], [343, 10_527], 'truncate1'), '+0,1')
    assert.equal(points([16, 46], [12, 44], 'truncate1'), '-7,5')
    assert.equal(pointsValue('-7,5'), -7.5)
    assert.equal(pointsValue('–'), null)
  })

  test('a decrease is printed by the rule of the shares', () => {
    assert.equal(points([319, 10_000], [300, 10_000], 'truncate1'), '-0,1')
    assert.equal(points([315, 10_000], [300, 10_000], 'round1'), '-0,2')
  })

  test('is not given for a share of nothing', () => assert.equal(points([0, 0], [1, 2], 'round1'), '–'))

  test('is said as an official writes it; of nothing to compare with nothing is said', () => {
    assert.equal(pointsInWords('+0,1'), 'tăng 0,1 điểm phần trăm')
    assert.equal(pointsInWords('-7,5'), 'giảm 7,5 điểm phần trăm')
    for (const none of ['0', '0,0', '0,00']) assert.equal(pointsInWords(none), 'không thay đổi')
    assert.equal(pointsInWords('–'), null)
  })
})

describe('the partition', () => {
  test('reproduces 2017: 21.914 assigned, 14.068 on time, 1.983 late, 5.640 in term, 223 overdue', () => {
    const figures = partition({ doneOnTime: 14_068, doneLate: 1983, openInTerm: 5640, openOverdue: 223 }, 0)
    assert.equal(figures.assigned, 21_914)
    assert.equal(figures.done, 16_051)
    assert.equal(figures.open, 5863)
    assert.equal(share(figures.done, figures.due, 'truncate2').printed, '98,62%')
  })

  test('cannot give what a report of 2025 printed, 9.831 for parts that sum to 9.813', () => {
    const figures = partition({ doneOnTime: 7892, doneLate: 0, openInTerm: 1602, openOverdue: 319 }, 0)
    assert.equal(figures.assigned, 9813)
  })

  test('gives every task exactly one of the four on every day, and the four add up', () => {
    const day = fc
      .integer({ min: 0, max: 800 })
      .map((n) => new Date(n * 86_400_000 + 1.577e12).toISOString().slice(0, 10))
    const task = fc.record({ due: fc.option(day), completed: fc.option(day) })
    fc.assert(
      fc.property(fc.array(task), day, (tasks, asOf) => {
        const counts = { doneOnTime: 0, doneLate: 0, openInTerm: 0, openOverdue: 0 }
        for (const { due, completed } of tasks) counts[standing(due, completed, asOf)] += 1
        const figures = partition(counts, 0)
        assert.equal(figures.assigned, tasks.length)
        assert.equal(figures.done, tasks.filter(({ completed }) => completed !== null).length)
      }),
    )
  })
})
