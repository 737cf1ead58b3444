import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from '../read/text.ts'

const doubtsOf = (body: string): [string, string][] => {
  const reading = readText(
    `ỦY BAN NHÂN DÂN TỈNH PHÚ SƠN\nSố: 5/CT-UBND\nPhú Sơn, ngày 17 tháng 9 năm 2025\nCHỈ THỊ\nVề bến đò (MẪU)\n\n${body}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.`,
    'mau.txt',
  )
  return extract(reading).warnings.flatMap(({ code, span }): [string, string][] =>
    span && code.endsWith('_unread') ? [[code, reading.text.slice(span.start, span.end)]] : [],
  )
}

describe('what gave no task', () => {
  it('is reported where its words order something', () =>
    assert.deepEqual(
      doubtsOf(`Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Y tế kiểm tra bến đò trước ngày 30/9/2025.
2. Đồng ý chủ trương mở bến mới, cần hoàn thiện thủ tục bến do Sở Xây dựng chủ trì trước ngày 5/10/2025.`),
      [
        [
          'order_unread',
          '2. Đồng ý chủ trương mở bến mới, cần hoàn thiện thủ tục bến do Sở Xây dựng chủ trì trước ngày 5/10/2025.',
        ],
      ],
    ))
  it('is not reported where nothing is ordered', () =>
    assert.deepEqual(
      doubtsOf(`I. TÌNH HÌNH
Ngày 14 tháng 9 năm 2025, Phó Chủ tịch Ủy ban nhân dân tỉnh đã chủ trì buổi làm việc với các sở về bến đò.
II. NHIỆM VỤ
1. Sở Y tế kiểm tra bến đò trước ngày 30/9/2025.
2. Sở Xây dựng sửa bến đò trước ngày 30/9/2025.
Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các cơ quan phản ánh về Sở Xây dựng.`),
      [],
    ))
  it('is reported where a label is not known, and makes no task', () => {
    const body = `II. NHIỆM VỤ
1. Rà soát danh mục bến đò.
- Đơn vị chủ trì: Sở Xây dựng.
- Gánh vác cùng: Sở Y tế.
- Đơn vị gánh gồng: Sở Y tế
- Phải trả bài: 30/6/2026.`
    assert.deepEqual(doubtsOf(body), [
      ['label_unread', 'Gánh vác cùng: Sở Y tế.'],
      ['label_unread', 'Đơn vị gánh gồng: Sở Y tế'],
      ['label_unread', 'Phải trả bài: 30/6/2026.'],
    ])
  })
})
