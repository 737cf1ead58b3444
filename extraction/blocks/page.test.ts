import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from '../read/text.ts'

const found = (text: string) => {
  const { document, tasks } = extract(readText(text, 'mau.txt'))
  const { number, type, issuer, issuedOn, subject } = document
  return { head: [number, type, issuer, issuedOn, subject], leads: tasks.map((task) => task.lead.join()) }
}
const MENU =
  'Trang chủ\nĐăng nhập\nVĂN BẢN PHÁP LUẬT\nTIN TỨC\n1. Hỏi đáp\n2. Biểu mẫu\nThuộc tính\nLược đồ\nTải về\nChia sẻ\n'
const AFTER =
  'Tải về\nVăn bản liên quan\n1. Quyết định 5/QĐ-UBND giao Sở Y tế quản lý trạm y tế xã.\n2. Sở Nội vụ thông báo tuyển dụng.\nBản quyền thuộc Cổng thông tin\n'
const BODY =
  'CHỈ THỊ\nVề việc quản lý bến đò\nThời gian qua, các bến đò trên địa bàn hoạt động chưa bảo đảm an toàn, nhiều chủ đò chưa trang bị phao cứu sinh cho khách qua sông.\nChủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n1. Sở Xây dựng kiểm tra bến đò, báo cáo kết quả trước ngày 30/6/2026 để Ủy ban nhân dân tỉnh xem xét, chỉ đạo tiếp theo.\n2. Công an tỉnh xử lý vi phạm.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n'

describe('a web page', () => {
  it('is left away around the document', () => {
    const page = found(
      `${MENU}UBND TỈNH HÒA LẠC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/CT-UBND\nHòa Lạc, ngày 05 tháng 3 năm 2026\n${BODY}${AFTER}`,
    )
    assert.deepEqual(page, {
      head: ['12/CT-UBND', 'Chỉ thị', 'UBND tỉnh Hòa Lạc', '2026-03-05', 'Về việc quản lý bến đò'],
      leads: ['Sở Xây dựng', 'Công an tỉnh'],
    })
  })
  it('may state what the document leaves open', () => {
    const page = found(
      `${MENU}Số hiệu:\n12/CT-UBND\nLoại văn bản: Chỉ thị\nCơ quan ban hành: UBND tỉnh Hòa Lạc\nNgày ban hành: 05/03/2026\nTrích yếu: Quản lý bến đò\nĐẢNG ỦY XÃ BẢN VƯỢC\nĐẢNG CỘNG SẢN VIỆT NAM\nYêu cầu các cơ quan sau đây thực hiện ngay việc kiểm tra bến đò trên địa bàn và báo cáo kết quả về Đảng ủy xã:\n1. Sở Xây dựng kiểm tra bến đò, báo cáo kết quả trước ngày 30/6/2026.\n`,
    )
    assert.deepEqual(page.head, ['12/CT-UBND', 'Chỉ thị', 'Đảng ủy xã Bản Vược', '2026-03-05', 'Quản lý bến đò'])
  })
  it('with a report on a document begins at the report', () => {
    const page = found(
      `${MENU}Thời sự\nThứ tư, 11/03/2026 08:30\nNgày 05/3/2026, Chủ tịch Ủy ban nhân dân tỉnh Hòa Lạc đã ký Chỉ thị số 12/CT-UBND về quản lý bến đò trên địa bàn tỉnh.\nTheo đó, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n- Sở Xây dựng kiểm tra bến đò trên toàn tỉnh và báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 30/6/2026 theo quy định.\nTin liên quan\n- Sở Y tế tổ chức tập huấn sơ cứu.\n`,
    )
    assert.deepEqual(page.head.slice(0, 4), [
      '12/CT-UBND',
      'Chỉ thị',
      'Chủ tịch Ủy ban nhân dân tỉnh Hòa Lạc',
      '2026-03-05',
    ])
    assert.deepEqual(page.leads, ['Sở Xây dựng'])
  })
  it('keeps an annex that follows its buttons', () => {
    const page = found(
      `UBND TỈNH HÒA LẠC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/CT-UBND\nHòa Lạc, ngày 05 tháng 3 năm 2026\n${BODY}Tải về\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\nTT\nNhiệm vụ\nCơ quan chủ trì\nThời hạn\n1\nLập danh mục bến đò\nSở Tư pháp\n30/9/2026\n2\nCắm biển báo tại bến\nSở Y tế\n30/10/2026\n`,
    )
    assert.deepEqual(page.leads, ['Sở Xây dựng', 'Công an tỉnh', 'Sở Tư pháp', 'Sở Y tế'])
  })
  it('goes on behind the recipients, however short its orders are', () => {
    const page = found(
      'UBND TỈNH HÒA LẠC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/CT-UBND\nHòa Lạc, ngày 05 tháng 3 năm 2026\nCHỈ THỊ\nVề việc quản lý bến đò\n1. Sở Xây dựng kiểm tra bến đò.\nNơi nhận:\n- Lưu: VT.\nVăn bản liên quan\n1. Sở Y tế báo cáo trước ngày 03/6/2026.\n',
    )
    assert.deepEqual(page.leads, ['Sở Xây dựng'])
  })
})
