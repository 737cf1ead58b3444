import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plain } from '../language/fold.ts'
import { passageOf } from '../language/passage.ts'
import { COMPARATORS, comparatorOf } from './comparators.ts'
import { measuredBy, targetsIn, targetsOfValue } from './targets.ts'
import { UNREAD_FORMS, unreadTargetsIn } from './unread.ts'

const passage = (text: string): ReturnType<typeof passageOf> => passageOf(text, [{ start: 0, end: text.length }])
const brief = (text: string): string[] =>
  targetsIn(passage(text), 0, text.length).map(
    (t) => `${t.comparator} ${t.value}${t.max === null ? '' : `..${t.max}`} ${t.unit}`,
  )

it('measures neither by when nor the next count', () => {
  const measures = (text: string): string[] => targetsIn(passage(text), 0, text.length).map((one) => one.measure)
  assert.deepEqual(measures('số hóa 80% hồ sơ, hoàn thành trước ngày 30/6/2026'), ['hồ sơ'])
  assert.deepEqual(measures('số hóa 100% hồ sơ chậm nhất trong tháng 6 năm 2026'), ['hồ sơ'])
  assert.deepEqual(measures('sửa chữa 12 km đường, xây 3 cầu'), ['km đường', 'cầu'])
  assert.deepEqual(measures('giảm 50% số vụ, giảm 60% số người chết'), ['giảm số vụ', 'giảm số người chết'])
  assert.deepEqual(measures('đào tạo 150 cán bộ và 20 giảng viên'), ['cán bộ', 'giảng viên'])
})

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
    ['giảm tỷ lệ hộ nghèo từ 5,2% xuống còn 3,1%', ['<= 3.1 %']],
    ['di dời ngay 1.250 hộ dân vùng sạt lở', ['= 1250 hộ dân vùng sạt lở']],
    ['chịu trách nhiệm nếu tỷ lệ thu đạt dưới 80%', []],
    ['cắt giảm phát thải khí nhà kính ít nhất 15%', ['>= 15 %']],
    ['các xã nêu trên phấn đấu đạt 90%', ['= 90 %']],
    ['bệnh viện đa khoa tiêm ít nhất 500 liều', ['>= 500 liều']],
    ['số hóa 4.250 sổ đăng ký kết hôn', ['= 4250 sổ đăng ký kết hôn']],
    ['pha dung dịch cồn 70% để sát khuẩn', []],
    ['giám sát 4 chi bộ có tỷ lệ hộ nghèo trên 15%', []],
    ['cải cách hành chính trên ba phương diện', []],
    ['xây dựng phương án tự chủ cho 03 đơn vị sự nghiệp', ['= 3 đơn vị sự nghiệp']],
    ['không quá 5% hồ sơ trễ hạn', ['<= 5 %']],
    ['thu hồi 3,5 tỷ đồng nợ đọng', ['= 3.5 tỷ đồng']],
    ['kết nối 1,9km vào cảng hàng không', []],
    ['bảo đảm thuốc dự trữ tối thiểu 30 ngày', ['>= 30 ngày']],
    ['rút ngắn thời gian cấp phép từ 12 tháng xuống còn 06 tháng', ['<= 6 tháng']],
    ['giảm lãi suất cho vay bình quân 0,5 điểm phần trăm so với năm 2025', ['decrease>= 0.5 điểm phần trăm']],
    ['rút ngắn thời gian cấp số đăng ký từ 12 tháng xuống còn 06 tháng', ['<= 6 tháng']],
    ['nuôi cá, đạt sản lượng từ 350.000 tấn trở lên', ['>= 350000 tấn']],
    ['In 2.000 tờ rơi', ['= 2000 tờ rơi']],
    ['đón 9,5 triệu lượt khách', ['= 9.5 triệu lượt khách']],
    ['nâng số giường bệnh đạt 35 giường/10.000 dân', ['= 35 giường/10.000 dân']],
    ['nhân giống 20 loài san hô', ['= 20 loài san hô']],
    ['mua 1.500 tấn gạo dự trữ trong 3 tháng', ['= 1500 tấn']],
    ['đào tạo 150 cán bộ công đoàn và 20 giảng viên', ['= 150 cán bộ công đoàn', '= 20 giảng viên']],
    ['đào tạo 150 cán bộ công đoàn và 20 ngày nghỉ', ['= 150 cán bộ công đoàn']],
    ['bố trí kinh phí tối thiểu bằng 1,5% tổng chi', ['>= 1.5 %']],
    ['tổ chức bán đấu giá từ 05 khu đất ở có mặt tiền đường tỉnh trở lên', ['>= 5 khu']],
    ['mở từ 03 lớp học bơi miễn phí trở lên', ['>= 3 lớp học bơi miễn phí']],
    ['xóa nhóm từ 30 hộ dân chưa có điện trở lên', []],
    ['Đặt thêm 40 thùng rác tại các điểm công cộng', ['= 40 thùng rác']],
    ['Bổ sung thêm 12 bể bơi cho các trường', ['= 12 bể bơi']],
    ['xây dựng thêm 02 đề án', []],
    ['Tập huấn cho nhân viên đang công tác tại 04 cơ sở cai nghiện', []],
    ['báo cáo danh sách các chủ đầu tư giải ngân dưới 40%', []],
    ['lập danh sách hộ có mức thu nhập dưới 50% mức bình quân', []],
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
    ['giảm tỷ lệ hộ nghèo từ 12% xuống còn 5% vào năm 2030', ['<= 5 %']],
    ['giảm từ 45 vụ xuống dưới 30 vụ', ['< 30 vụ']],
    ['tăng tỷ lệ che phủ rừng từ 54% lên 56%', ['>= 56 %']],
    ['nâng tỷ lệ đô thị hóa lên 45% đến năm 2030', ['>= 45 %']],
    ['phấn đấu số bến đạt chuẩn vượt mục tiêu (10%)', ['>= 10 %']],
    ['thu ngân sách vượt 12% dự toán giao', ['>= 12 %']],
    ['hoàn thành 3/3 chỉ tiêu được giao', ['= 3 chỉ tiêu']],
    ['đạt 19/19 tiêu chí nông thôn mới', ['= 19 tiêu chí nông thôn mới']],
    ['năng suất tăng gấp 2 lần so với năm 2025', ['= 2 lần']],
    ['kim ngạch xuất khẩu đạt 2,5 tỷ USD', ['= 2.5 tỷ USD']],
    ['rút ngắn thời gian xử lý xuống còn 3 ngày', ['<= 3 ngày']],
    ['đào tạo nghề cho 1.500 lao động', ['= 1500 lao động']],
    // Values after a label that names the act.
    ['Lắp đặt mới trạm quan trắc: 58 trạm (trong đó: đơn vị A 25 trạm)', ['= 58 trạm']],
    ['Đầu tư mới bến đò: 35 bến; cải tạo bến cũ: 12 bến', ['= 35 bến', '= 12 bến']],
    ['Chỉ tiêu: 40 lớp xóa mù chữ', ['= 40 lớp xóa mù chữ']],
    ['Kinh phí: 5 tỷ đồng; chiều dài: 12 km; thành phần: 15 người', []],
    // What there is to be by a year, and what is due from each.
    ['phấn đấu đến hết năm 2026 toàn tỉnh có khoảng 1.700km đê', ['= 1700 km']],
    ['đến năm 2030 huyện có 12 xã đạt chuẩn', ['= 12 xã']],
    ['mỗi xã 01 mô hình trồng rừng gỗ lớn', ['= 1 mô hình']],
    ['bảo đảm mỗi thôn có 02 điểm thu gom', ['= 2 điểm thu gom']],
    ['phổ biến điểm mới của Luật Mẫu năm 2024 sau sửa đổi', []],
    ['giữ ổn định diện tích lúa 45.000 ha', ['= 45000 ha']],
    ['sản lượng đạt từ 450 đến 500 nghìn tấn', ['range 450..500 nghìn tấn']],
    ['đón 2 triệu lượt khách', ['= 2 triệu lượt khách']],
    ['số hóa toàn bộ 12.500 hồ sơ lưu trữ', ['= 12500 hồ sơ lưu trữ']],
    ['vận động ủng hộ 2 tỷ đồng', ['= 2 tỷ đồng']],
    ['thu ngân sách nhà nước đạt 9.500 tỷ đồng', ['= 9500 tỷ đồng']],
    ['thời gian giải quyết tối đa 5 ngày/hồ sơ', ['<= 5 ngày/hồ sơ']],
    ['mật độ đạt 120 thuê bao/100 dân', ['= 120 thuê bao/100 dân']],
    ['giảm tỷ suất tử vong xuống dưới 15‰', ['< 15 ‰']],
    ['giảm ít nhất 5% số vụ, 5% số người chết, 5% số người bị thương', ['>= 5 %', '>= 5 %', '>= 5 %']],
    ['mua 500 áo phao cho các xã', ['= 500 áo phao']],
    ['tiêm chủng cho 500 trẻ', ['= 500 trẻ']],
    ['trồng 1 500 ha rừng', ['= 1500 ha']],
    ['sửa chữa 12 km đường, xây 3 cầu', ['= 12 km', '= 3 cầu']],
    // In words.
    ['ít nhất hai mô hình du lịch', ['>= 2 mô hình du lịch']],
    ['xây dựng ba trạm y tế kiểu mẫu', ['= 3 trạm y tế kiểu mẫu']],
    ['mỗi tổ không quá năm hộ', ['<= 5 hộ']],
    ['xây dựng một số mô hình, mỗi năm ít nhất một lần, tối thiểu ba trăm hộ', []],
    // What is or was, and a new aim after it.
    ['Hiện nay khối lượng hoàn thành khoảng 61%, thời gian còn lại rất ít', []],
    ['đến nay mới giải ngân được 35% kế hoạch; phấn đấu đạt 95%', ['= 95 %']],
    ['lũy kế đã trồng 1.200 ha rừng, đạt 45% kế hoạch', []],
    ['tỷ lệ hộ nghèo hiện còn 5%, phấn đấu cuối năm còn 3%', ['= 3 %']],
    ['tính đến hết tháng 5 năm 2025 tỷ lệ đơn giản hóa đạt 10% trong năm 2026', ['= 10 %']],
    // Names.
    ['phát động thi đua “500 ngày đêm hoàn thành 300 km đường”', []],
    ['hưởng ứng chương trình "Trồng 1.000 cây xanh" tại các xã', []],
    ['ưu tiên dự án trong danh mục hoàn thành 500 km đê vào năm 2030', []],
    ['Đề án đầu tư xây dựng ít nhất 300 cầu dân sinh', []],
    // The strength of a material, the measures of one thing.
    ['cấp hóa chất Cloramin B, Chlorine 70%, máy phun', []],
    ['khử khuẩn bằng cồn 90%, dung dịch clo 0,5% và Presept 2%', []],
    ['sấy lúa đến độ ẩm dưới 14%', []],
    ['tách thửa tối thiểu 60 m2; chiều rộng ít nhất 5 m', []],
    ['nhà ở đạt 28 m2 sàn/người', ['= 28 m2']],
    // Which ones are meant.
    ['kiểm tra các cơ sở có diện tích trên 500 ha, các xe khách trên 30 chỗ', []],
    ['rà soát các xã có tỷ lệ hộ nghèo trên 20%', []],
    ['đối với các dự án giải ngân đạt dưới 30% kế hoạch', []],
    ['trực ban khi mưa trên 100 mm, gió trên 15 m/s', []],
    ['tỷ lệ các trường có thư viện đạt trên 50%', ['>= 50 %']],
    ['phấn đấu các xã có trên 90% hộ dùng nước sạch', ['>= 90 %']],
    // Documents drawn up, budgets, rates, what there is and what has been reached are none.
    ['xây dựng 02 đề án trình Ban Mẫu, ban hành 05 kế hoạch', []],
    ['hỗ trợ 5 tỷ đồng kinh phí sửa chữa, tổng mức đầu tư 1.200 tỷ đồng', []],
    ['hỗ trợ 70% kinh phí đóng bảo hiểm, miễn 100% học phí', []],
    ['hiện có 12 bến đò và 35 lái đò hoạt động', []],
    ['tỷ lệ này mới đạt 45%, chiếm 30% tổng số', []],
    ['tổ chức họp tối thiểu 02 lần/năm', []],
    ['tuyến đường dài 12 km qua 3 xã', []],
    ['ít nhất 2/3 số xã', []],
  ]
  for (const [text, want] of cases) it(`"${text}"`, () => assert.deepEqual(brief(text), want))

  it('are all found in a sentence of ten', () => {
    const text = Array.from({ length: 10 }, (_, i) => `tỷ lệ nhóm ${i} đạt ${10 + i}%`).join('; ')
    assert.equal(targetsIn(passage(text), 0, text.length).length, 10)
  })
  it('take the label before the colon into the text', () => {
    const text = 'Xây mới trạm bơm: 12 trạm (Trong đó: vùng A 5 trạm)'
    const [target] = targetsIn(passage(text), 0, text.length)
    assert.deepEqual([target?.text, target?.measure], ['Xây mới trạm bơm: 12 trạm', 'Xây mới trạm bơm'])
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

describe('comparators', () => {
  for (const { comparator, examples } of COMPARATORS) {
    for (const example of examples) {
      it(`${comparator}: "${example}"`, () => {
        const folded = plain(example)
        const number = folded.search(/\d+(?:,\d+)?\D*$/)
        assert.equal(comparatorOf(folded.slice(0, number).trimEnd()), comparator)
      })
    }
  }
})

describe('the value of a product or target column', () => {
  const of = (text: string, column: 'product' | 'target'): string[] =>
    targetsOfValue(passage(text), 0, text.length, column).map((t) => `${t.comparator} ${t.value} ${t.unit}`)
  const cases: [string, string[], string[]][] = [
    ['100% bờ kè sạch cỏ', ['= 100 %'], ['= 100 %']],
    ['Ít nhất 02 cầu được sơn', ['>= 2 cầu'], ['>= 2 cầu']],
    ['05 km kè được gia cố', ['= 5 km'], ['= 5 km']],
    ['Tỷ lệ hài lòng đạt trên 95%', ['>= 95 %'], ['>= 95 %']],
    ['Kế hoạch; 100% cán bộ được tập huấn', ['= 100 %'], ['= 100 %']],
    ['03 lớp tập huấn', [], ['= 3 lớp tập huấn']],
    ['Báo cáo', [], []],
    ['01 Đề án', [], []],
    ['02 Quyết định của Ủy ban nhân dân tỉnh', [], []],
    ['Văn bản số 12/KH-UBND năm 2026', [], []],
  ]
  for (const [text, product, target] of cases) {
    it(`"${text}"`, () => assert.deepEqual([of(text, 'product'), of(text, 'target')], [product, target]))
  }
})

describe('a number whose unit stands in a column of its own', () => {
  const measured = { unit: '%', measure: 'Tỉ lệ hồ sơ số hóa' }
  const cases: [string, string[]][] = [
    ['≥ 80', ['>= 80 %']],
    ['16 - 18', ['range 16-18 %']],
    ['100%', ['= 100 %']],
    ['Đạt mức tiên tiến', []],
  ]
  for (const [text, want] of cases) {
    it(`"${text}"`, () => {
      const found = targetsOfValue(passage(text), 0, text.length, 'target', measured)
      const shown = found.map((t) => `${t.comparator} ${t.value}${t.max === null ? '' : `-${t.max}`} ${t.unit}`)
      assert.deepEqual(shown, want)
      for (const { measure } of found) assert.equal(measure, measured.measure)
    })
  }
})

describe('by when and from where', () => {
  const cases: [string, string | null, string | null][] = [
    ['tỷ lệ hộ dùng nước sạch đạt trên 90% vào năm 2027', 'vào năm 2027', null],
    ['tốc độ tăng trưởng năm 2026 đạt 10%', 'năm 2026', null],
    ['giảm tỷ lệ hộ nghèo từ 12% xuống còn 5% đến năm 2030', 'đến năm 2030', 'từ 12%'],
    ['giảm 10% số vụ so với năm 2025', null, 'so với năm 2025'],
    ['từ 90% trở lên hồ sơ được số hóa', null, null],
  ]
  for (const [text, byWhen, baseline] of cases) {
    it(`"${text}"`, () => {
      const [target] = targetsIn(passage(text), 0, text.length)
      assert.deepEqual([target?.byWhen, target?.baseline], [byWhen, baseline])
    })
  }
})

describe('a target that was not understood', () => {
  const warningsOf = (text: string): string[] => {
    const understood = targetsIn(passage(text), 0, text.length).map(({ span }) => span)
    return unreadTargetsIn(passage(text), 0, text.length, understood).map(({ message }) => message)
  }
  for (const { examples } of UNREAD_FORMS) {
    for (const example of examples) {
      it(`"${example}" is one warning`, () => {
        const messages = warningsOf(`Phòng Mẫu phấn đấu: ${example}.`)
        assert.equal(messages.length, 1)
        assert.match(messages[0] ?? '', /^Chỉ tiêu “.+” .+; cần .+\.$/)
      })
    }
  }
  for (const text of [
    'đạt trên 90% hộ dân',
    'ít nhất một lần mỗi năm',
    'trực 24/7',
    'đạt chuẩn mức độ 3',
    'nâng cao chất lượng',
  ])
    it(`"${text}" gives none`, () => assert.deepEqual(warningsOf(text), []))
})

it('a number alone counts what the words before it say is counted: "số", not "sơ" or "sổ"', () => {
  const unit = (measure: string): string => {
    const words = passage(measure)
    return measuredBy(words, 0, measure.length, passage('25')).unit ?? ''
  }
  assert.deepEqual(
    ['Số bến đò được cấp phép', 'Sơ kết mô hình bến đò', 'Sổ sức khỏe điện tử'].map((measure) => unit(measure) !== ''),
    [true, false, false],
  )
})
