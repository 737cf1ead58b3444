import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passageOf } from '../language/passage.ts'
import { deadlinesInText, deadlinesOfValue } from './deadlines.ts'
import { doubtOf } from './doubts.ts'
import { unreadDeadlinesIn, unreadDeadlinesOfValue } from './unread.ts'

const times = { issuedOn: '2026-02-10', effectOn: null }
const passage = (text: string): ReturnType<typeof passageOf> => passageOf(text, [{ start: 0, end: text.length }])

/** The words of each warning, after what is understood. */
const unreadIn = (text: string): string[] => {
  const one = passage(text)
  const understood = deadlinesInText(one, 0, text.length, times).map(({ span }) => span)
  return unreadDeadlinesIn(one, 0, text.length, understood).map(({ span }) => text.slice(span?.start, span?.end))
}
const unreadOf = (text: string): string[] => {
  const one = passage(text)
  const understood = deadlinesOfValue(one, 0, text.length, times).map(({ span }) => span)
  return unreadDeadlinesOfValue(one, 0, text.length, understood).map(({ span }) => text.slice(span?.start, span?.end))
}

describe('a deadline in running text that was not understood', () => {
  const cases: [string, string[]][] = [
    ['hoàn thành trước ngày 31 tháng 6 năm 2026.', ['hoàn thành trước ngày 31 tháng 6 năm 2026']],
    ['báo cáo Sở Mẫu trước ngày 15/13/2026.', ['trước ngày 15/13/2026']],
    ['xong trước ngày 30 tháng 02 năm 2027', ['xong trước ngày 30 tháng 02 năm 2027']],
    ['gửi về Sở Mẫu trước ngày … tháng … năm 2026', ['trước ngày … tháng … năm 2026']],
    ['trình Ban Mẫu trước ngày .../6/2026', ['trước ngày .../6/2026']],
    ['báo cáo kết quả trước ngày 25 để tổng hợp', ['trước ngày 25']],
    ['gửi báo cáo trước thứ Sáu.', ['trước thứ Sáu']],
    ['xử lý, báo cáo trong vòng 05 ngày làm việc.', ['trong vòng 05 ngày làm việc']],
    ['hoàn thành trước ngày 30/6/2019.', ['hoàn thành trước ngày 30/6/2019']],
    ['bàn giao mặt bằng trước ngày khai giảng', ['trước ngày khai giảng']],
    ['nghiệm thu, chậm nhất là khi khánh thành', ['chậm nhất là khi khánh thành']],
    ['hoàn thành trong quý V năm 2026', ['hoàn thành trong quý V năm 2026']],
    ['xong trước ngày 30/9/20266.', ['xong trước ngày 30/9/20266']],
    ['nộp hồ sơ trước ngày 15/6/206', ['trước ngày 15/6/206']],
    ['hoàn thành trước ngày 3O/6/2026', ['hoàn thành trước ngày 3O/6/2026']],
    ['báo cáo trước ngày l5/6/2026', ['trước ngày l5/6/2026']],
    ['trả lời trong mười ngày làm việc', ['trong mười ngày làm việc']],
    ['hoàn thành trong 45 ngày đêm', ['hoàn thành trong 45 ngày']],
    ['gửi tài liệu chậm nhất 03 ngày trước ngày họp', ['chậm nhất 03 ngày trước ngày họp']],
    ['hoàn thành trước ngày ba mươi tháng sáu năm 2026.', ['trước ngày ba mươi tháng sáu năm 2026']],
    ['trả lời trong vòng 1 - 2 tháng.', ['trong vòng 1 - 2 tháng']],
    ['hoàn thành trong 100 ngày đầu.', ['trong 100 ngày đầu']],
    // Understood, or clearly none.
    ['báo cáo chậm nhất 05 ngày trước ngày 30/6/2026.', []],
    ['báo cáo kết quả trong 10 năm thực hiện', []],
    ['bàn giao trước thứ Sáu (ngày 12/6/2026)', []],
    ['hoàn thành trước ngày 30/6/2026.', []],
    ['đơn vị giải ngân chậm nhất tỉnh', []],
    ['các dự án đã được phê duyệt trước ngày 01/7/2020', []],
    ['khẩn trương, kịp thời báo cáo', []],
    ['trước khi trình Bộ trưởng', []],
    ['theo Nghị quyết số 01/NQ-CP ngày 31 tháng 12 năm 2025', []],
    ['hồ sơ số 31/6/2026/HS', []],
  ]
  for (const [text, want] of cases) it(`"${text}"`, () => assert.deepEqual(unreadIn(text), want))

  it('says what is wrong and what to do', () => {
    const text = 'xong trước ngày 31/6/2026'
    const [warning] = unreadDeadlinesIn(passage(text), 0, text.length, [])
    assert.equal(warning?.code, 'deadline_unread')
    assert.match(warning?.message ?? '', /“xong trước ngày 31\/6\/2026” nhưng lịch không có ngày này; cần đối chiếu/)
  })
})

describe('the value of a deadline label that was not understood', () => {
  const cases: [string, string[]][] = [
    ['khoảng giữa kỳ', ['khoảng giữa kỳ']],
    ['31/6/2026', ['31/6/2026']],
    ['Quý II/2026; 31/6/2026', ['31/6/2026']],
    ['Trước ngày … tháng … năm 2026', ['Trước ngày … tháng … năm 2026']],
    ['Trước ngày 25', ['Trước ngày 25']],
    ['Quý II/2026', []],
    ['-', []],
    ['Không', []],
    ['Khẩn trương', []],
    ['Ngay', []],
  ]
  for (const [text, want] of cases) it(`"${text}"`, () => assert.deepEqual(unreadOf(text), want))
})

describe('a deadline that was read but has to be checked', () => {
  const cases: [string, string | undefined][] = [
    ['Trước ngày 30/6', 'deadline_year'],
    ['Trong quý này', 'deadline_year'],
    ['Giữa quý II/2026', 'deadline_vague'],
    ['Tuần đầu tháng 6/2026', 'deadline_vague'],
    ['Năm 2024', 'deadline_doubtful'],
    ['Trong 03 ngày làm việc kể từ khi nhận đủ hồ sơ', 'deadline_open'],
    ['Trong vòng 30 ngày kể từ ngày bàn giao', 'deadline_open'],
    ['30 ngày', 'deadline_open'],
    ['Định kỳ hai năm một lần', 'deadline_rhythm'],
    ['30.06.26', undefined],
    ['Quý II/2026', undefined],
    ['Trước ngày 25 hằng tháng', undefined],
    ['Thường xuyên', undefined],
    ['Theo tiến độ dự án', undefined],
  ]
  for (const [text, code] of cases) {
    it(`"${text}"`, () => {
      const [deadline] = deadlinesOfValue(passage(text), 0, text.length, times)
      assert.ok(deadline)
      assert.equal(doubtOf(deadline)?.code, code)
    })
  }
  it('tells why a day is open', () => {
    const text = 'trong thời hạn 10 ngày làm việc kể từ ngày nhận hồ sơ'
    const [deadline] = deadlinesInText(passage(text), 0, text.length, times)
    assert.match(
      (deadline && doubtOf(deadline)?.message) ?? '',
      /tính theo ngày làm việc nên phải trừ ngày nghỉ; cần nhập/,
    )
  })
})
