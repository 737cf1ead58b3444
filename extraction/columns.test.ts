import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from './extract.ts'
import { readText } from './read/text.ts'

const tasksOf = (text: string): unknown[] =>
  extract(
    readText(
      `UBND TỈNH HÒA LẠC\nSố: 9/KH-UBND\nHòa Lạc, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nDọn bờ kè\n${text}`,
      'mau.txt',
    ),
  ).tasks.map((task) => [
    task.content,
    task.lead,
    task.coordinating,
    task.deadlines.map((one) => one.dueOn ?? one.kind),
  ])

const WANT = [
  [
    'Phát quang bờ kè dọc sông từ cầu Trắng đến cầu Đen',
    ['Sở Xây dựng'],
    ['Sở Tài chính', 'UBND các xã'],
    ['2026-06-30'],
  ],
  ['Sơn lại lan can', ['Sở Y tế'], ['Công an tỉnh'], ['standing']],
  ['Cắm biển báo', ['Công an tỉnh'], [], ['2026-09-30']],
]

describe('a table laid out with gaps', () => {
  it('is read by the columns of its heads', () =>
    assert.deepEqual(
      tasksOf(`
TT   Nội dung                   Cơ quan        Cơ quan          Thời gian
                                chủ trì        phối hợp
1    Phát quang bờ kè dọc       Sở Xây dựng    Sở Tài chính;    Quý II/2026
     sông từ cầu Trắng đến                     UBND các xã
     cầu Đen
2    Sơn lại lan can            Sở Y tế        Công an tỉnh     Thường xuyên
3    Cắm biển báo               Công an tỉnh                    30/9/2026

Giao Sở Nội vụ theo dõi thi đua dọn bờ kè và báo cáo Ủy ban nhân dân tỉnh kết quả.
`).slice(0, 3),
      WANT,
    ))
  it('has rows between empty lines, with the number in the middle of the row', () =>
    assert.deepEqual(
      tasksOf(`
 STT        Nhiệm vụ                    Đơn vị chủ trì      Đơn vị phối hợp       Thời hạn

            Phát quang bờ kè dọc                            Sở Tài chính;
  1         sông từ cầu Trắng đến       Sở Xây dựng         UBND các xã           Quý II/2026
            cầu Đen

  2         Sơn lại lan can             Sở Y tế             Công an tỉnh          Thường xuyên

  3         Cắm biển báo                Công an tỉnh                              30/9/2026
`),
      WANT,
    ))
  it('is no table where the heads are those of the letterhead', () =>
    assert.deepEqual(
      tasksOf('1. Sở Y tế    chủ trì     kiểm tra bến đò trước ngày 30/6/2026.\n').map(
        (task) => (task as unknown[])[1],
      ),
      [['Sở Y tế']],
    ))
})
