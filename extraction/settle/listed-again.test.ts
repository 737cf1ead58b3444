import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from '../read/text.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN TỈNH PHÚ SƠN\nSố: 5/KH-UBND\nPhú Sơn, ngày 17 tháng 9 năm 2025\nKẾ HOẠCH\nVề rừng (MẪU)\n\n'

const TABLE = `PHỤ LỤC
| TT | Nội dung | Chủ trì | Thời gian |
| --- | --- | --- | --- |
| 1 | Phổ biến Nghị định đến các xã ven rừng | Chi cục Kiểm lâm | Quý IV/2025 |
| 2 | Xây dựng cơ sở dữ liệu về rừng | Sở Y tế | Quý IV/2025 |
| 3 | Ký hợp đồng chuyển nhượng kết quả | Chi cục Kiểm lâm | Thường xuyên |`

const read = (list: string) => {
  const reading = readText(`${HEAD}II. NỘI DUNG\n${list}\n${TABLE}`, 'mau.txt')
  const { tasks, warnings } = extract(reading)
  return {
    refs: tasks.map(({ ref }) => ref),
    again: warnings.flatMap(({ code, values, span }) =>
      code === 'listed_again' && span ? [[values, reading.text.slice(span.start, span.end)]] : [],
    ),
    unread: warnings.filter(({ code }) => code === 'order_unread').length,
  }
}

describe('work that the text lists and a table gives out', () => {
  it('is taken once, from the table, and the reviewer is told where it also stands', () => {
    const list = `1. Phổ biến nội dung Nghị định đến các xã.
2. Xây dựng cơ sở dữ liệu về rừng, giao dịch.
3. Ký các hợp đồng chuyển nhượng kết quả giảm phát thải.
4. Theo dõi thi hành pháp luật.`
    assert.deepEqual(read(list), { refs: ['PL.1', 'PL.2', 'PL.3'], again: [[{ items: 4 }, list]], unread: 0 })
  })

  it('stays where the text says who, by when or how much', () => {
    const { refs, again } = read(`1. Sở Xây dựng phổ biến nội dung Nghị định đến các xã.
2. Xây dựng cơ sở dữ liệu về rừng trước ngày 30/11/2025.
3. Ký hợp đồng chuyển nhượng kết quả, đạt ít nhất 80% diện tích.`)
    assert.deepEqual(refs.slice(0, 3), ['II.1', 'II.2', 'II.3'])
    assert.deepEqual(again, [])
  })

  it('stays where the rows are about other work', () => {
    const { refs, again } = read(`1. Phổ biến nội dung Nghị định đến các xã.
2. Trồng cây phân tán dọc quốc lộ.
3. Tuần tra khu vực giáp ranh.
4. Sửa chòi canh lửa.`)
    assert.equal(refs.length, 7)
    assert.deepEqual(again, [])
  })
})
