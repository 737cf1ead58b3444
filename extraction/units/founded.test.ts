import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passageOf } from '../language/passage.ts'
import { list } from '../language/vocabulary.ts'
import * as everyday from './everyday-verbs.ts'
import { orderOf } from './orders.ts'
import * as verbs from './verbs.ts'

/** Kinds of bodies, with the verb of their work in lower case as decisions print it. */
const BODIES = list(`
  Ban Chỉ đạo cổ phần hóa doanh nghiệp | Ban Chỉ đạo tái cơ cấu nông nghiệp | Ban Chỉ đạo phổ cập giáo dục |
  Ban Chỉ đạo phổ cập giáo dục, xóa mù chữ | Ban Chỉ đạo di dân tái định cư | Ban Chỉ đạo giải tỏa hành lang an toàn |
  Ban Chỉ đạo dồn điền đổi thửa | Ban Chỉ đạo rà phá bom mìn | Ban Chỉ đạo tìm kiếm, quy tập hài cốt liệt sĩ |
  Ban Chỉ đạo tổng điều tra dân số | Ban Chỉ đạo kiểm kê đất đai | Ban Chỉ đạo cơ cấu lại ngân hàng |
  Ban Chỉ đạo sắp xếp, đổi mới doanh nghiệp | Ban Quản lý dự án di dân tái định cư | Ban Quản lý dự án cải tạo môi trường |
  Ban coi thi | Ban chấm thi | Ban kiểm phiếu | Ban thanh lý tài sản | Ban đền bù giải phóng mặt bằng |
  Hội đồng coi thi | Hội đồng chấm thi | Hội đồng phúc khảo | Hội đồng sơ tuyển | Hội đồng xét duyệt hồ sơ |
  Hội đồng xét tuyển viên chức | Hội đồng thi tuyển | Hội đồng tuyển sinh | Hội đồng sát hạch | Hội đồng nghiệm thu |
  Hội đồng phản biện | Hội đồng thẩm định giá | Hội đồng bình xét gia đình văn hóa | Hội đồng kiểm kê tài sản |
  Hội đồng tiêu hủy tài liệu | Hội đồng đấu giá quyền sử dụng đất | Hội đồng kỷ luật | Hội đồng ra đề thi |
  Hội đồng hòa giải cơ sở | Hội đồng xét tặng danh hiệu | Trung tâm chẩn đoán hình ảnh |
  Trung tâm định danh và xác thực điện tử | Trung tâm dạy nghề | Trung tâm ươm tạo doanh nghiệp |
  Trung tâm sàng lọc sơ sinh | Trung tâm cai nghiện ma túy | Trung tâm cấp cứu 115 | Trung tâm giới thiệu việc làm |
  Trung tâm bảo hành thiết bị | Trung tâm học tập cộng đồng | Cơ sở cai nghiện ma túy | Cơ quan xác thực |
  Công ty cho thuê tài chính | Tổ công tác tái cơ cấu nợ | Tổ công tác giải phóng mặt bằng | Tổ lấy mẫu xét nghiệm |
  Tổ chấm điểm thi đua | Tổ truy vết | Tổ phản ứng nhanh | Nhóm phản biện xã hội | Đội quy tập hài cốt liệt sĩ |
  Đội rà phá bom mìn | Đội phun thuốc khử trùng | Đội chiếu phim lưu động | Đội dân phòng | Trạm kiểm dịch | Trạm thu phí |
  Hội đồng giám định y khoa | Trung tâm kiểm nghiệm thuốc | Ban Chỉ đạo xóa nhà tạm | Tổ kiểm đếm tài sản | Hội đồng bồi thường giải phóng mặt bằng | Trung tâm hiến máu nhân đạo |
  Ban Chỉ đạo sáp nhập xã | Hội đồng lựa chọn sách giáo khoa | Ban Quản lý dự án nâng cấp đô thị | Đội cưỡng chế thi hành án |
  Ban Chỉ đạo số hóa tài liệu | Ban Chỉ đạo chống thất thu thuế | Hội đồng kiểm tra sát hạch | Trung tâm phục hồi chức năng |
  Đội tìm kiếm cứu nạn | Ban Chỉ đạo khắc phục hậu quả bom mìn | Ban Tổ chức diễn tập | Trung tâm huấn luyện thể thao
`)

const order = (text: string): { lead: string[]; coordinating: string[]; action: string } => {
  const { lead, coordinating, actionFrom } = orderOf(passageOf(text, [{ start: 0, end: text.length }]), 0, text.length)
  const name = (party: { name: string }): string => party.name
  return { lead: lead.map(name), coordinating: coordinating.map(name), action: text.slice(actionFrom) }
}

describe('a body named after its work', () => {
  it('is whole as the lead, as a partner and in a heading', () => {
    for (const name of BODIES) {
      for (const action of ['rà soát phương án.', 'xây dựng kế hoạch thực hiện.'])
        assert.deepEqual(order(`${name} ${action}`), { lead: [name], coordinating: [], action })
      assert.deepEqual(order(`Sở Nội vụ chủ trì, phối hợp với ${name}, Sở Tài chính rà soát phương án.`), {
        lead: ['Sở Nội vụ'],
        coordinating: [name, 'Sở Tài chính'],
        action: 'rà soát phương án.',
      })
      assert.deepEqual(order(`Giao ${name} chủ trì, phối hợp với Sở Y tế và ${name} hướng dẫn các xã.`), {
        lead: [name],
        coordinating: ['Sở Y tế', name],
        action: 'hướng dẫn các xã.',
      })
      assert.deepEqual(order(`${name}:`).lead, [name])
    }
  })
  it('ends before the verb where that is what they are told to do', () => {
    const orders: readonly [lead: string, action: string][] = [
      ['Sở Nội vụ', 'sơ tuyển hồ sơ.'],
      ['Sở Nội vụ', 'sơ tuyển hồ sơ dự thi trước ngày 30/6/2026.'],
      ['Hội đồng', 'sơ tuyển hồ sơ dự thi trước ngày 30/6/2026.'],
      ['Hội đồng', 'xét duyệt hồ sơ, lập danh sách gửi Sở Y tế.'],
      ['Hội đồng', 'xét duyệt hồ sơ trình Chủ tịch UBND xã phê duyệt.'],
      ['Ban Chỉ đạo', 'kiểm kê tài sản công trên địa bàn và báo cáo kết quả.'],
      ['Trung tâm', 'giới thiệu việc làm cho 500 lao động, báo cáo UBND tỉnh.'],
      ['Trung tâm', 'lấy mẫu, xét nghiệm nước sinh hoạt, báo cáo kết quả.'],
      ['Công ty', 'nghiệm thu khối lượng hoàn thành làm cơ sở thanh toán.'],
      ['Phòng Giáo dục và Đào tạo', 'phổ cập giáo dục mầm non và báo cáo UBND huyện.'],
      ['Công ty', 'nâng cấp hệ thống quản lý dữ liệu.'],
      ['Trung tâm', 'huấn luyện 200 vận động viên để thi đấu.'],
      ['UBND huyện', 'di dân tái định cư, bàn giao mặt bằng cho chủ đầu tư.'],
    ]
    for (const [lead, action] of orders)
      assert.deepEqual(order(`${lead} ${action}`), { lead: [lead], coordinating: [], action })
  })
  it('ends before the work that "công tác" makes a noun of', () => {
    const action = 'triển khai công tác kiểm tra tại các xã, phường trên địa bàn.'
    assert.deepEqual(order(`Ban Chỉ đạo ${action}`), { lead: ['Ban Chỉ đạo'], coordinating: [], action })
  })
})

it('a name that holds its work is as sure as others', () => {
  const sureness = (text: string): number | undefined =>
    orderOf(passageOf(text, [{ start: 0, end: text.length }]), 0, text.length).lead[0]?.confidence
  assert.ok(sureness('Hội đồng sơ tuyển rà soát phương án.')! >= 0.9)
  assert.ok(sureness('Trung tâm định danh và xác thực điện tử rà soát phương án.')! >= 0.9)
})

describe('the lists of verbs', () => {
  it('hold each verb once', () => {
    for (const [name, entries] of Object.entries({ ...everyday, ...verbs })) {
      if (!Array.isArray(entries)) continue
      const twice = entries.filter((verb, at) => entries.indexOf(verb) !== at)
      assert.deepEqual(twice, [], name)
    }
  })
})
