import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missedLabel } from './missed-label.ts'

const TASK = [
  '1. Rà soát cấu hình máy chủ, báo cáo: kết quả rà soát của Vụ Tổng hợp.',
  '- Đầu mối gánh việc: Vụ Tổng hợp, Cục  Mẫu.',
  '- Phụ giúp: Bộ Y tế.',
  'Nộp: trước ngày 30/6.',
].join('\n')
const WHOLE = { start: 0, end: TASK.length }
const of = (words: string, read: string[] = [], places: Parameters<typeof missedLabel>[1] = [WHOLE]) =>
  missedLabel(
    TASK,
    places,
    words,
    read.map((each) => ({ start: TASK.indexOf(each), end: TASK.indexOf(each) + each.length })),
  )

test('the label of the line on which the words stand', () => {
  assert.equal(of('cục mẫu'), 'Đầu mối gánh việc')
  assert.equal(of('Bộ Y tế'), 'Phụ giúp')
  assert.equal(of('trước ngày 30/6'), 'Nộp')
})

test('none if something on the line was read, or no line has both', () => {
  assert.equal(of('Cục Mẫu', ['Vụ Tổng hợp, Cục']), undefined)
  assert.equal(of('Cục Mẫu', ['Bộ Y tế']), 'Đầu mối gánh việc')
  assert.equal(of('Bộ Công an'), undefined)
  assert.equal(of(' '), undefined)
  assert.equal(of('Bộ Y tế', [], [null]), undefined)
  assert.equal(of('Bộ Y tế', [], [{ start: 0, end: 100 }]), undefined)
})
