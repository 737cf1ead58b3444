import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passageOf } from '../language/passage.ts'
import { deadlinesInText } from './deadlines.ts'

const times = { issuedOn: '2026-02-10', effectOn: null }

function standingIn(text: string): string[] {
  const passage = passageOf(text, [{ start: 0, end: text.length }])
  return deadlinesInText(passage, 0, passage.text.length, times)
    .filter(({ kind }) => kind === 'standing')
    .map((one) => one.text.toLowerCase())
}

describe('a frequency word that says when the work is done', () => {
  const cases: [string, string][] = [
    ['Thường xuyên kiểm tra hồ chứa trên địa bàn.', 'thường xuyên'],
    ['UBND các xã có bến đò ngang qua sông Mẫu thường xuyên cập nhật mực nước.', 'thường xuyên'],
    ['Chủ động, thường xuyên chỉ đạo các đơn vị trực thuộc.', 'thường xuyên'],
    ['Bố trí lực lượng; cập nhật thường xuyên danh sách hộ phải di dời.', 'thường xuyên'],
    ['Tổ chức kiểm tra thường xuyên và đột xuất các bến thủy nội địa.', 'thường xuyên và đột xuất'],
    ['Tăng cường thanh tra, kiểm tra thường xuyên, đột xuất việc bán thuốc.', 'thường xuyên, đột xuất'],
    ['Thực hiện việc quan trắc, giám sát thường xuyên chất lượng nước.', 'thường xuyên'],
    ['Duy trì chế độ trực, tuần tra thường xuyên; kịp thời báo cáo.', 'thường xuyên'],
    ['Tích hợp, cập nhật dữ liệu thường xuyên vào hệ thống.', 'thường xuyên'],
    ['Sở Mẫu định kỳ kiểm tra an toàn thông tin của các hệ thống.', 'định kỳ'],
    ['Tổ chức thanh tra các cơ sở lưu trú theo định kỳ hoặc đột xuất.', 'theo định kỳ hoặc đột xuất'],
    ['Thiết lập, cập nhật định kỳ bản đồ ngập lụt.', 'định kỳ'],
    ['Xây dựng phương án và tổ chức diễn tập ứng phó sự cố hằng năm.', 'hằng năm'],
    ['Tham mưu ban hành bảng giá đất trên địa bàn hàng năm theo quy định.', 'hàng năm'],
    ['Tổng hợp nhu cầu, báo cáo UBND tỉnh trước 19h00 hằng ngày và đột xuất khi cần.', 'trước 19h00 hằng ngày'],
    ['Vận động nhân dân dọn vệ sinh ngõ xóm; thực hiện thường xuyên.', 'thường xuyên'],
    ['Phối hợp với Hiệp hội nắm bắt kiến nghị của doanh nghiệp hằng quý.', 'hằng quý'],
    ['Người đứng đầu định kỳ ít nhất 6 tháng một lần đối thoại với công nhân.', '6 tháng một lần'],
    ['Phát thanh 02 lần/tuần trên hệ thống loa của xã.', '02 lần/tuần'],
  ]
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(standingIn(text), [expected]))
})

describe('a frequency word that only describes', () => {
  const cases = [
    'Xây dựng kế hoạch thanh tra, kiểm tra định kỳ về đất đai.',
    'Bố trí kinh phí từ nguồn chi thường xuyên của đơn vị.',
    'Lắp đặt biển báo tại khu vực thường xuyên xảy ra sạt lở.',
    'Đưa nội dung vào chương trình giáo dục thường xuyên của trường.',
    'Lồng ghép vào kế hoạch hằng năm của địa phương.',
    'Nâng cấp phần mềm để cập nhật thường xuyên dữ liệu hộ tịch.',
    'Rà soát các thiết bị đã được kiểm tra định kỳ.',
    'Hoàn thành chỉ tiêu theo Nghị quyết hằng năm của Hội đồng nhân dân.',
    'Phê duyệt quy trình sao lưu và chế độ kiểm tra định kỳ.',
  ]
  for (const text of cases) it(text, () => assert.deepEqual(standingIn(text), []))
})
