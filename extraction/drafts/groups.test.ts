import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from '../read/text.ts'

const HEAD =
  'SỞ XÂY DỰNG TỈNH AN BÌNH\nSố: 21/KH-SXD\nAn Bình, ngày 03 tháng 2 năm 2026\n\nKẾ HOẠCH\nDọn bến đò (MẪU)\n\n'

function groupsOf(body: string): (string | null)[] {
  return extract(readText(`${HEAD}${body}\n`, 'mau.txt')).tasks.map(({ group }) => group)
}

describe('the group of a task', () => {
  it('is the heading of the section where only agencies are named below it', () => {
    const body =
      'III. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n- Lập dự toán sửa bến.\n2. Trạm Quản lý bến: Treo biển báo tại bến.'
    assert.deepEqual(groupsOf(body), ['TỔ CHỨC THỰC HIỆN', 'TỔ CHỨC THỰC HIỆN'])
  })
  it('is the theme below such a heading where there is one', () => {
    const body =
      'II. NHIỆM VỤ, GIẢI PHÁP\n1. Nạo vét luồng vào bến\n- Sở Xây dựng đo độ sâu.\n- Sở Tài chính cấp kinh phí.'
    assert.deepEqual(groupsOf(body), ['Nạo vét luồng vào bến', 'Nạo vét luồng vào bến'])
  })
  it('is the heading below one that only lists what the part holds', () => {
    for (const frame of [
      'NỘI DUNG, HÌNH THỨC DIỄN TẬP',
      'THỜI GIAN VÀ ĐỊA ĐIỂM DIỄN TẬP',
      'LỘ TRÌNH THỰC HIỆN VÀ NỘI DUNG',
    ]) {
      const body = `II. ${frame}\n1. Diễn tập cứu đuối\n- Công an tỉnh chuẩn bị xuồng máy.\n- Sở Y tế bố trí xe cứu thương.`
      assert.deepEqual(groupsOf(body), ['Diễn tập cứu đuối', 'Diễn tập cứu đuối'], frame)
    }
  })
  it('is listed among the groups of the document with its place', () => {
    const text = `${HEAD}IV. PHÂN CÔNG NHIỆM VỤ\n1. Phòng Kinh tế\n- Lập dự toán sửa bến.\n`
    const reading = readText(text, 'mau.txt')
    const { groups } = extract(reading)
    assert.deepEqual(
      groups.map(({ title, span }) => [title, reading.text.slice(span.start, span.end)]),
      [['PHÂN CÔNG NHIỆM VỤ', 'PHÂN CÔNG NHIỆM VỤ']],
    )
  })
})
