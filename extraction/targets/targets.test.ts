import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passageOf } from '../language/passage.ts'
import { targetsIn } from './targets.ts'

const passage = (text: string): ReturnType<typeof passageOf> => passageOf(text, [{ start: 0, end: text.length }])
const brief = (text: string): string[] =>
  targetsIn(passage(text), 0, text.length).map(
    (t) => `${t.comparator} ${t.value}${t.max === null ? '' : `..${t.max}`} ${t.unit}`,
  )

describe('targets', () => {
  const cases: [string, string[]][] = [
    ['tỷ lệ hồ sơ xử lý trên môi trường mạng đạt 100%', ['= 100 %']],
    ['đạt tỷ lệ 10-15% trong năm 2026', ['range 10..15 %']],
    ['đạt từ 10% đến 15%', ['range 10..15 %']],
    ['tối thiểu 80% hồ sơ được số hóa, ít nhất 95% cán bộ được tập huấn', ['>= 80 %', '>= 95 %']],
    ['tăng thêm tối thiểu 20% so với năm 2025', ['increase>= 20 %']],
    ['giảm ít nhất 30% thời gian giải quyết', ['>= 30 %']],
    ['giảm ít nhất 20% số vụ tai nạn so với năm 2020', ['decrease>= 20 %']],
    ['giảm số hộ nghèo xuống còn 5%', ['<= 5 %']],
    ['xây dựng phương án tự chủ cho 03 đơn vị sự nghiệp', ['= 3 đơn vị sự nghiệp']],
    ['không quá 5% hồ sơ trễ hạn', ['<= 5 %']],
    ['tỷ lệ hài lòng đạt 90% trở lên', ['>= 90 %']],
    ['hoàn thiện ít nhất 500ha mặt bằng sạch', ['>= 500 ha']],
    ['di dời trên 400 hộ dân theo lộ trình', ['>= 400 hộ dân']],
    ['Hoàn thành di dời 01 khu công nghiệp', ['= 1 khu công nghiệp']],
    ['thu hút ít nhất 1.500 tỷ đồng', ['>= 1500 tỷ đồng']],
    ['đạt tối thiểu 7,5%', ['>= 7.5 %']],
    ['dịch vụ công mức độ 3, 4; bệnh viện từ hạng 2 trở lên; trực 24/7', []],
    ['Nghị quyết số 01/NQ-CP ngày 01 tháng 01 năm 2026, giai đoạn 2026-2030', []],
    ['đánh giá kết quả 2 năm thực hiện Quyết định số 105/2009/QĐ-TTg', []],
    ['doanh nghiệp có trên 50% vốn nhà nước', []],
    ['theo tinh thần 6 rõ, Ban chỉ đạo 751', []],
  ]
  for (const [text, want] of cases) it(`"${text}"`, () => assert.deepEqual(brief(text), want))

  it('are all found in a sentence of ten', () => {
    const text = Array.from({ length: 10 }, (_, i) => `tỷ lệ nhóm ${i} đạt ${10 + i}%`).join('; ')
    assert.equal(targetsIn(passage(text), 0, text.length).length, 10)
  })
  it('give the measure, the baseline, the exclusion and the deadline', () => {
    const text =
      'bảo đảm tỷ lệ hồ sơ (trừ hồ sơ mật) xử lý trên mạng tăng thêm tối thiểu 20% so với năm 2025 trong năm 2026'
    const [target] = targetsIn(passage(text), 0, text.length)
    assert.match(target?.measure ?? '', /^tỷ lệ hồ sơ \(trừ hồ sơ mật\) xử lý trên mạng$/)
    assert.match(target?.baseline ?? '', /^so với năm 2025/)
    assert.equal(target?.scope, 'trừ hồ sơ mật')
    assert.equal(target?.byWhen, 'trong năm 2026')
    assert.equal(target?.text, text.slice('bảo đảm '.length))
  })
})
