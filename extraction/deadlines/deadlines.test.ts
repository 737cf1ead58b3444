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
    ['Chậm nhất 05 ngày trước ngày 30/6/2026', 'date 2026-06-25'],
    ['Chậm nhất 03 ngày làm việc trước ngày 30/6/2026', 'date -'],
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
    ['trước 17 giờ 00 ngày 15/4/2026', 'date 2026-04-15'],
    ['Trong tháng 5', 'month 2026-05-31'],
    ['Trong quý này', 'quarter 2026-03-31'],
    ['Đến hết năm', 'year 2026-12-31'],
    ['Từ nay đến hết năm 2026', 'year 2026-12-31'],
    ['Cuối tháng 6/2026', 'month 2026-06-30'],
    ['Giữa quý', 'quarter 2026-03-31'],
    ['Đầu năm học 2026 - 2027', 'perRegulation -'],
    ['Trước kỳ họp thứ 10 Hội đồng nhân dân', 'perRegulation -'],
    ['10 ngày đầu tháng', 'date - monthly'],
    ['Vào ngày 20 tháng cuối quý', 'date - quarterly'],
    ['Ngày làm việc cuối cùng của tháng', 'date - monthly'],
    ['Trước thứ Sáu hằng tuần', 'date - weekly'],
    ['Trước 16h00 thứ Năm hằng tuần', 'date - weekly'],
    ['Hằng tuần, trước 16 giờ thứ Sáu', 'standing - weekly'],
    ['Hai tuần một lần', 'standing -'],
    ['02 lần/năm', 'standing - halfYearly'],
    ['Mỗi quý một lần', 'standing - quarterly'],
    ['Sau 15 ngày kể từ ngày ban hành Kế hoạch này', 'date 2026-02-25'],
    ['Trong vòng 30 ngày kể từ ngày Quyết định này có hiệu lực', 'date 2026-03-31'],
    ['Trong 03 ngày làm việc kể từ khi nhận đủ hồ sơ', 'date -'],
    ['15 ngày làm việc', 'date -'],
    ['Trong 24 giờ kể từ khi xảy ra sự cố', 'date -'],
    ['Ngay khi có kết quả thẩm định', 'perRegulation -'],
    ['Song song với việc sắp xếp tổ chức bộ máy', 'perRegulation -'],
    ['Theo tiến độ dự án', 'perRegulation -'],
    ['Triển khai bảo đảm theo lộ trình của ngành', 'perRegulation -'],
    ['Theo Điều 9 Thông tư số 21/2016/TT-BXD ngày 12/4/2016', 'perRegulation -'],
    ['Theo kế hoạch, hoàn thành trước ngày 30/9/2026', 'date 2026-09-30'],
    ['Sau khi Nghị định được ban hành, trong năm 2026', 'year 2026-12-31'],
    ['Năm 2026, theo tiến độ được giao', 'year 2026-12-31'],
    ['Thường xuyên, theo yêu cầu nhiệm vụ', 'standing -'],
    ['Từ 01/4/2026 đến 30/6/2026', 'date 2026-06-30'],
    ['15/3/2026 - 30/4/2026', 'date 2026-04-30'],
    ['01-15/6/2026', 'date 2026-06-15'],
    ['Đến năm 2030, tầm nhìn đến năm 2045', 'year 2030-12-31'],
    ['Năm 2026 và các năm tiếp theo', 'standing -'],
    ['Từ quý II/2026', 'standing -'],
    ['Từ quý II đến quý IV năm 2026', 'quarter 2026-12-31'],
    ['Từ quý I đến hết quý III/2026', 'quarter 2026-09-30'],
    ['Bắt đầu từ quý II, quý III năm 2026', 'quarter 2026-09-30'],
    ['T6/2026', 'month 2026-06-30'],
    ['Tháng 7-8', 'month 2026-08-31'],
    ['Tháng 6, tháng 9 và tháng 12/2026', 'month 2026-12-31'],
    ['tháng Sáu năm 2026', 'month 2026-06-30'],
    ['Q.II/2026', 'quarter 2026-06-30'],
    ['30-6-2026', 'date 2026-06-30'],
    ['30.06.26', 'date 2026-06-30'],
    ['2026-09-30', 'date 2026-09-30'],
    ['Trước ngày 10 của tháng kế tiếp', 'date - monthly'],
    ['Trước ngày 15/02 năm liền kề', 'date 2027-02-15'],
    ['Trước ngày 20/6, 20/12 hằng năm', 'date - yearly; date - yearly'],
    ['Trước ngày 15 tháng 6 và trước ngày 15 tháng 12 hằng năm', 'date - yearly; date - yearly'],
    ['Hằng năm (trước ngày 15 tháng 11)', 'date - yearly'],
    ['Ngày 15, 30 hằng tháng', 'date - monthly'],
    ['Từ ngày 10 đến ngày 15 hằng tháng', 'date - monthly'],
    ['Tháng 6, tháng 12 hằng năm', 'month - yearly'],
    ['Quý I hằng năm', 'quarter - yearly'],
    ['Tuần đầu tháng 6/2026', 'date 2026-06-07'],
    ['Báo cáo quý, 6 tháng, năm', 'standing - halfYearly'],
    ['Đến ngày hết hạn hợp đồng', 'perRegulation -'],
    // Written as days, but none.
    ['Trước ngày 31/6/2026', ''],
    ['30 tháng 2 năm 2027', ''],
    ['ngày … tháng … năm 2026', ''],
    ['Trước ngày .../6/2026', ''],
    ['Quý II/2026; 31/6/2026', 'quarter 2026-06-30'],
    ['Từ tháng 01 đến ngày bầu cử 15/3/2026', 'date 2026-03-15'],
    ['Từ nay đến ngày khai giảng 05/9/2026', 'date 2026-09-05'],
    ['Từ đầu tháng 02 đến ngày 20/3/2026', 'date 2026-03-20'],
    ['Các ngày 06 và 07/12/2026', 'date 2026-12-07'],
    ['Trước ngày 15/6 (cấp xã) và 15/12 (cấp tỉnh) hằng năm', 'date - yearly; date - yearly'],
    ['Trước 16 giờ thứ Sáu, ngày 12/6/2026', 'date 2026-06-12'],
    ['Cuối mỗi quý', 'standing - quarterly'],
    ['Trong mười lăm ngày làm việc kể từ ngày nhận đủ hồ sơ', 'date -'],
    ['Quý V/2026', ''],
    ['Trước ngày 30/9/20266', ''],
    ['Khẩn trương', ''],
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
    ['Dán mã cho các quầy, xong trước khi khai trương chợ mới (dự kiến 19/8/2026)', 'date 2026-08-19'],
    ['Cấp bồn nước xong trước Tết Bính Ngọ (16/02/2026)', 'date 2026-02-16'],
    ['Chậm nhất 04 giờ sau khi nước rút, phải thông xe', 'perRegulation -'],
    ['Hạ mực nước hồ không chậm quá 22 giờ đêm 05/11/2026', 'date 2026-11-05'],
    ['Có mặt trước trưa 05/11', 'date 2026-11-05'],
    ['Đài phát thanh tăng thời lượng, mỗi giờ phát một bản tin', 'standing -'],
    ['Phát động tháng vệ sinh từ 15/3 đến hết 15/4/2026', 'date 2026-04-15'],
    ['Số hóa 100% hồ sơ, chậm nhất trong tháng 6 năm 2026', 'month 2026-06-30'],
    ['Hoàn thành xây dựng trạm y tế trong giai đoạn 2026-2027', 'year 2027-12-31'],
    ['Theo dõi các dự án hoàn thành trong giai đoạn 2026-2027', ''],
    ['Rà soát từ tháng 4 đến tháng 8 năm 2026', 'month 2026-08-31'],
    ['Báo cáo số hồ sơ từ tháng 4 đến tháng 8 năm 2026', ''],
    ['Lấy ý kiến từ ngày 01/4 đến hết ngày 30/4/2026', 'date 2026-04-30'],
    ['Báo cáo không chậm hơn 5 ngày làm việc sau khi kết thúc đợt kiểm tra', 'date -'],
    ['Gửi hồ sơ. Hạn chót: 9h00 30/03', 'date 2026-03-30'],
    ['Hoàn thành trước ngày 30/6/2026 (thay cho thời hạn ngày 30/4/2026)', 'date 2026-06-30'],
    ['báo cáo trước ngày 30/9 và 30/12 năm 2026', 'date 2026-09-30; date 2026-12-30'],
    ['hoàn thành chậm nhất hết tháng Mười năm 2026', 'month 2026-10-31'],
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
    ['báo cáo trước 17 giờ 00 ngày 15/4/2026.', 'date 2026-04-15'],
    ['chậm nhất 16 giờ 30 phút, ngày 21 tháng 11 năm 2026', 'date 2026-11-21'],
    ['báo cáo trước ngày 2026-12-01', 'date 2026-12-01'],
    ['báo cáo trước ngày 5-12-26', 'date 2026-12-05'],
    ['gửi về Sở trước 30/6/26', 'date 2026-06-30'],
    ['hoàn thành trong quý này', 'quarter 2026-03-31'],
    ['phải xong trước cuối tháng 6/2026', 'month 2026-06-30'],
    ['từ nay đến hết tháng 6/2026, các xã phải hoàn thành', 'month 2026-06-30'],
    ['báo cáo hằng tuần kết quả thực hiện', 'standing - weekly'],
    ['tổng hợp báo cáo kinh tế - xã hội hằng tháng của tỉnh', 'standing - monthly'],
    ['báo cáo trước 16 giờ thứ Năm hằng tuần', 'date - weekly'],
    ['Định kỳ hằng tuần, Ban Mẫu báo cáo trước 16 giờ 00 ngày thứ Sáu.', 'standing - weekly'],
    ['Ban Mẫu gửi số liệu chậm nhất 9 giờ thứ Hai hằng tuần', 'date - weekly'],
    ['Chi cục Mẫu công bố giá đất hằng quý.', 'standing - quarterly'],
    ['nâng cao chất lượng công tác báo cáo, thống kê hằng năm.', ''],
    ['gửi báo cáo hàng tuần trước 15:00 ngày thứ Sáu hàng tuần', 'standing - weekly; date - weekly'],
    ['báo cáo trước ngày 20/6, 20/12 hằng năm', 'date - yearly; date - yearly'],
    ['Hằng năm, Sở Mẫu báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12.', 'date - yearly'],
    ['Định kỳ báo cáo kết quả hằng năm (trước ngày 15 tháng 11)', 'date - yearly'],
    ['Định kỳ hằng quý (trước ngày 25 của tháng cuối quý), các xã báo cáo', 'date - quarterly'],
    ['gửi báo cáo trước ngày 05 tháng sau', 'date - monthly'],
    ['kiểm tra định kỳ 6 tháng một lần', 'standing - halfYearly'],
    ['tổ chức giao ban 02 lần/năm', 'standing - halfYearly'],
    ['báo cáo trong vòng 30 ngày, kể từ ngày 20 tháng 4 năm 2026', 'date 2026-05-20'],
    ['trình Hội đồng nhân dân trước kỳ họp thường lệ cuối năm 2026', 'perRegulation -'],
    ['rà soát theo tỷ lệ 12/20 dự án, hoàn thành trong quý II năm 2026', 'quarter 2026-06-30'],
    ['đạt tỷ lệ 3/5, xong trong quý III/2026', 'quarter 2026-09-30'],
    ['giảm 15 vụ so với cùng kỳ, hoàn thành trong năm 2026', 'year 2026-12-31'],
    // A day right after its act.
    ['gửi báo cáo về Sở Mẫu ngày 30/9/2026 để tổng hợp', 'date 2026-09-30'],
    ['khánh thành bến đò ngày 19/12/2026.', 'date 2026-12-19'],
    ['tổ chức diễn tập các ngày 06 và 07/12/2026', 'date 2026-12-07'],
    ['tổ chức hội thi trong hai ngày, 12 và 13 tháng 6 năm 2026', 'date 2026-06-13'],
    ['nộp hồ sơ trong ngày 12 và 13/6/2026', 'date 2026-06-13'],
    ['báo cáo theo văn bản của Sở Mẫu ngày 30/9/2026', ''],
    ['tổ chức thực hiện ý kiến tại cuộc họp ngày 20/5/2026', ''],
    ['họp ngày 12/6/2026 giao nhiệm vụ', ''],
    // Words, signs and slips between the limit and its day.
    ['xong trước: ngày 30/9/2026', 'date 2026-09-30'],
    ['thời hạn gửi: 15/6/2026', 'date 2026-06-15'],
    ['bàn giao trước 16h00 thứ Sáu, ngày 12/6', 'date 2026-06-12'],
    ['gửi trước 17 giờ, thứ Hai ngày 15 tháng 6 năm 2026', 'date 2026-06-15'],
    ['hoàn thành không muộn hơn ngày 15/6/2026', 'date 2026-06-15'],
    ['hoàn thành không chậm hơn quý III/2026', 'quarter 2026-09-30'],
    ['phấn đấu khánh thành vào dịp 19/8/2026', 'date 2026-08-19'],
    ['hoàn thành trước ngày 30-6', 'date 2026-06-30'],
    ['hoàn thành trước ngày30/6/2026', 'date 2026-06-30'],
    ['hoàn thành trước ngày 30tháng 6 năm 2026', 'date 2026-06-30'],
    ['báo cáo trước các ngày 25/6, 25/9 và 25/12/2026', 'date 2026-06-25; date 2026-09-25; date 2026-12-25'],
    ['Từ tháng 01 đến ngày bầu cử 15/3/2026', 'date 2026-03-15'],
    ['báo cáo ngày 25 hằng tháng', 'date - monthly'],
    ['báo cáo từ ngày 20 đến 25 hằng tháng', 'date - monthly'],
    ['hoàn thành trong năm học 2026 - 2027', 'perRegulation -'],
    ['mở cao điểm từ 15/4 đến 15/5/2026', 'date 2026-05-15'],
    ['tổ chức phun hóa chất đợt 1 từ ngày 15/9 đến ngày 20/9/2026', 'date 2026-09-20'],
    ['hoàn thành vào hạ tuần tháng 5/2026', 'date 2026-05-31'],
    ['các vụ việc từ 15/4 đến 15/5/2026', ''],
    ['thực hiện xong trong 6 tháng cuối năm', 'halfYear 2026-12-31'],
    ['gửi về Ban Mẫu trước 17h00’ ngày 25/5/2026', 'date 2026-05-25'],
    ['đến cuối năm 2026 hoàn thành cấp phát', 'year 2026-12-31'],
    // What goes on without end.
    ['Thường xuyên kiểm tra bến đò', 'standing -'],
    ['Công an xã thường xuyên tuyên truyền luật', 'standing -'],
    ['xử lý nghiêm vi phạm; thường xuyên theo dõi diễn biến', 'standing -'],
    ['Thường xuyên rà soát, báo cáo trước ngày 30/6/2026', 'date 2026-06-30'],
    ['xe chở cát thường xuyên đi qua', ''],
    ['nơi thường xuyên xảy ra sạt lở, người thường xuyên làm việc', ''],
    ['thiết lập chế độ báo cáo nhanh hàng ngày trong thời gian lũ', 'standing - daily'],
    ['duy trì chế độ thông tin hằng ngày', 'standing - daily'],
    ['trực ban 24/24 giờ hằng ngày', 'standing - daily'],
    // Ordered at a meeting before the day of issue.
    ['giao Phó Trưởng ban Mẫu trước ngày 05/02/2026 trực tiếp kiểm tra', 'date 2026-02-05'],
    ['thống nhất phương án; báo cáo Trưởng ban Mẫu trước ngày 01 tháng 02 năm 2026', 'date 2026-02-01'],
    ['nghiệm thu các bến hoàn thành trước ngày 01/02/2026', ''],
    ['báo cáo trước ngày 30/6/2025', ''],
    // Names, scopes, aims and past days are not deadlines.
    ['theo Thông tư số 21/2026/TT-BXD ngày 12/4/2026 trước khi nghiệm thu', ''],
    ['đạt tối thiểu 90% vào năm 2027', ''],
    ['xây dựng nông thôn mới năm 2027 và bệnh viện hạng năm', ''],
    ['giai đoạn 2026 - 2030, phấn đấu giữ vững kết quả', ''],
    ['các vụ việc xảy ra từ ngày 01/4/2026 đến ngày 30/4/2026', ''],
    ['hoàn thành trước ngày 31 tháng 6 năm 2026', ''],
    ['báo cáo trước ngày … tháng … năm 2026', ''],
    ['thực hiện Nghị quyết số 68/NQ-CP ngày 12 tháng 5 năm 2026', ''],
    ['lập Quy hoạch phát triển đến năm 2030 trình Thủ tướng', ''],
    ['thực hiện Kế hoạch phát triển kinh tế - xã hội năm 2026 và giai đoạn 2026-2030', ''],
    ['bảo đảm tỷ lệ triển khai là 30% trong năm 2026', ''],
    ['tính đến hết ngày 31 tháng 5 năm 2026 còn 20 hồ sơ', ''],
    ['các dự án đã được phê duyệt trước ngày 01/7/2027', ''],
    ['khẩn trương, ngay lập tức triển khai', ''],
    ['xử lý tồn đọng trước ngày 01/01/2020', ''],
    ['các xã gửi báo cáo tháng về Sở Xây dựng trước ngày 25', 'date - monthly'],
    ['gửi kết quả quý về Sở Xây dựng trước ngày 05', 'date - quarterly'],
    ['gửi báo cáo quy định tại Điều 5 trước ngày 25', ''],
    ['định kỳ trước 25 hằng tháng báo cáo kết quả', 'date - monthly'],
    ['Khi có bến đò hỏng, trong 03 ngày báo về Sở Xây dựng', 'date -'],
    ['phát động tháng sửa bến, cắm phao từ 15/3 đến hết 15/4/2026', 'date 2026-04-15'],
    ['ra quân trong 45 ngày, từ 01/6 đến 15/7/2026', 'date 2026-07-15'],
    ['Dự án nào đến 31/8/2026 chưa xong thì phải báo cáo, gửi Sở Tài chính trước ngày 04/9/2026', 'date 2026-09-04'],
    ['theo dõi các bến; năm 2028 tham mưu sơ kết, năm 2030 tham mưu tổng kết', 'year 2028-12-31; year 2030-12-31'],
    ['Năm 2027: Rà soát, tổng kết các quy định về bến đò', 'year 2027-12-31'],
    ['hoàn thành trước mùa mưa (trong tháng 8)', 'month 2026-08-31'],
    ['các xã hoàn thành frong tháng 5/2026', 'month 2026-05-31'],
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
  it('keeps a day without year open where the document has no day', () => {
    const text = 'báo cáo trước ngày 15/02 năm liền kề'
    const found = deadlinesInText(passage(text), 0, text.length, { issuedOn: null, effectOn: null })
    assert.equal(brief(found), 'date -')
  })
})
