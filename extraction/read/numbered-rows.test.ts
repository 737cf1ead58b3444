import assert from 'node:assert/strict'
import { it } from 'node:test'
import { rowStartsOf } from './numbered-rows.ts'

const cells: [string, string][] = [
  ['1', 'Rà soát bến đò'],
  ['', 'trên địa bàn'],
  ['2', 'Đăng ký phương tiện'],
  ['', 'của hộ dân'],
  ['3', 'Tổng hợp, báo cáo'],
]

it('numbered rows begin at their numbers, and each line is weighed once as their beginning', () => {
  let looks = 0
  const lines = cells.map((row) => ({
    cells: row,
    get afterBlank(): boolean {
      looks++
      return false
    },
  }))
  assert.deepEqual(rowStartsOf(lines), [0, 2, 4])
  assert.equal(looks, cells.length - 1)
})
