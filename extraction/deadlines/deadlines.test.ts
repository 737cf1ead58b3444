import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passageOf } from '../language/passage.ts'
import type { Deadline } from '../shapes.ts'
import { deadlinesInText, deadlinesOfValue } from './deadlines.ts'

const times = { issuedOn: '2026-02-10', effectOn: '2026-03-01' }
const passage = (text: string): ReturnType<typeof passageOf> => passageOf(text, [{ start: 0, end: text.length }])
const brief = (all: Deadline[]): string =>
  all
    .map((d) => [d.kind, d.dueOn ?? '-', d.recurs, d.milestone ? 'milestone' : null].filter(Boolean).join(' '))
    .join('; ')

describe('the value of a deadline label', () => {
  const cases: [string, string][] = [
    ['Quý IV năm 2026', 'quarter 2026-12-31'],
    ['Quý 2/2026', 'quarter 2026-06-30'],
    ['Quý II, quý III năm 2026', 'quarter 2026-09-30'],
    ['Tháng 8/2026', 'month 2026-08-31'],
    ['10-11/2026', 'month 2026-11-30'],
    ['Từ tháng 3 đến tháng 9 năm 2026', 'month 2026-09-30'],
    ['Trước ngày 15/4/2026', 'date 2026-04-15'],
    ['ngày 05 tháng 6 năm 2026', 'date 2026-06-05'],
    ['30.6.2026', 'date 2026-06-30'],
    ['6 tháng đầu năm 2026', 'halfYear 2026-06-30'],
    ['Năm 2026', 'year 2026-12-31'],
    ['2026 - 2030', 'year 2030-12-31'],
    ['Giai đoạn 2026-2028', 'year 2028-12-31'],
    ['Nhiệm vụ thường xuyên', 'standing -'],
    ['Thường xuyên, hằng năm', 'standing - yearly'],
    ['Hằng quý', 'standing - quarterly'],
    ['Định kỳ 6 tháng', 'standing - halfYearly'],
    ['Trước ngày 30/6 hằng năm', 'date - yearly'],
    ['Trước ngày 25 hằng tháng', 'date - monthly'],
    ['Theo Quy chế làm việc của Chính phủ', 'perRegulation -'],
    ['Theo quy định về kỳ báo cáo tại Nghị quyết năm 2026', 'perRegulation -'],
    ['Ngay sau khi Kế hoạch được ban hành', 'perRegulation -'],
    [
      'Nhiệm vụ thường xuyên; trình lần 1 trước ngày 31 tháng 5 năm 2026 và lần 2 trước ngày 30/9/2026',
      'standing -; date 2026-05-31 milestone; date 2026-09-30 milestone',
    ],
    ['Tháng 6', 'month 2026-06-30'],
    ['Tháng 01', 'month 2027-01-31'],
    ['Trước 20/3', 'date 2026-03-20'],
    ['Thường', 'standing -'],
    ['khi thích hợp nhất', 'perRegulation -'],
    ['chưa rõ', ''],
  ]
  for (const [text, want] of cases) {
    it(`"${text}"`, () => {
      assert.equal(brief(deadlinesOfValue(passage(text), 0, text.length, times)), want)
    })
  }
  it('names the rule', () => {
    const text = 'Theo Quy chế làm việc của Chính phủ'
    assert.equal(deadlinesOfValue(passage(text), 0, text.length, times)[0]?.rule, 'Quy chế làm việc của Chính phủ')
  })
})

describe('running text', () => {
  const cases: [string, string][] = [
    ['trình Chính phủ xem xét trong quý III năm 2026.', 'quarter 2026-09-30'],
    ['hoàn thành trước ngày 30 tháng 4 năm 2026', 'date 2026-04-30'],
    ['báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2026', 'date 2026-12-15'],
    ['chậm nhất là ngày 20/3/2026 gửi về Bộ', 'date 2026-03-20'],
    ['Hàng năm, tiến hành rà soát', 'standing - yearly'],
    ['cung cấp thông tin định kỳ hằng quý gửi về Bộ', 'standing - quarterly'],
    ['hoàn thành trong năm 2026', 'year 2026-12-31'],
    ['Đến năm 2028, hoàn thành chương trình hỗ trợ', 'year 2028-12-31'],
    ['trong vòng 30 ngày kể từ ngày ký Quyết định này', 'date 2026-03-12'],
    ['trong thời hạn 06 tháng kể từ ngày Nghị định có hiệu lực', 'date -'],
    // Names, scopes, aims and past days are not deadlines.
    ['thực hiện Nghị quyết số 68/NQ-CP ngày 12 tháng 5 năm 2026', ''],
    ['lập Quy hoạch phát triển đến năm 2030 trình Thủ tướng', ''],
    ['thực hiện Kế hoạch phát triển kinh tế - xã hội năm 2026 và giai đoạn 2026-2030', ''],
    ['bảo đảm tỷ lệ triển khai là 30% trong năm 2026', ''],
    ['tính đến hết ngày 31 tháng 5 năm 2026 còn 20 hồ sơ', ''],
    ['các dự án đã được phê duyệt trước ngày 01/7/2027', ''],
    ['khẩn trương, ngay lập tức triển khai', ''],
    ['xử lý tồn đọng trước ngày 01/01/2020', ''],
  ]
  for (const [text, want] of cases) {
    it(`"${text}"`, () => {
      assert.equal(brief(deadlinesInText(passage(text), 0, text.length, times)), want)
    })
  }
  it('keeps the text as printed and the anchor of a relative deadline', () => {
    const text = 'trong thời hạn 06  tháng kể từ ngày Nghị định có hiệu lực'
    const [found] = deadlinesInText(passage(text), 0, passage(text).text.length, times)
    assert.equal(found?.text, text)
    assert.deepEqual(found?.relative, { amount: 6, unit: 'month', anchor: 'Nghị định có hiệu lực' })
  })
  it('marks "trước" as strict', () => {
    const text = 'xong trước ngày 01/6/2026'
    assert.equal(deadlinesInText(passage(text), 0, text.length, times)[0]?.strict, true)
  })
})
