import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from './extract.ts'
import { readText } from './read/text.ts'

const HEAD = `BỘ MẪU
Số: 12/KH-BM
Hà Nội, ngày 12 tháng 3 năm 2024
KẾ HOẠCH
Đào tạo cán bộ năm 2024 (MẪU)
II. NHIỆM VỤ
1. Vụ Pháp chế
`
const tasksOf = (items: string) => extract(readText(HEAD + items, 'mau.txt')).tasks

test('points run from h) to n): "i)" is not a Roman numeral and "l)" not a capital I', () => {
  const letters = ['g', 'h', 'i', 'k', 'l', 'm', 'n']
  const all = ['a', 'b', 'c', 'd', 'đ', 'e', ...letters]
  const tasks = tasksOf(all.map((letter) => `${letter}) Rà soát quy định thứ ${letter} của ngành.`).join('\n'))
  assert.deepEqual(
    tasks.map((task) => task.ref),
    all.map((letter) => `II.1.${letter}`),
  )
})

for (const order of [
  'Tổ chức các lớp tập huấn cho cán bộ cấp xã.',
  'Tổ chức các hoạt động tuyên truyền về cải cách hành chính.',
  'Thanh tra, kiểm tra việc chấp hành pháp luật.',
  'Phòng, chống tham nhũng, lãng phí trong nội bộ.',
  'Thống kê, rà soát các quy định hiện hành.',
  'Hội thảo khoa học về cải cách tiền lương.',
]) {
  test(`an order is not mistaken for an agency: ${order}`, () => {
    const [task] = tasksOf(`a) ${order}\nb) Rà soát quy định.`)
    assert.deepEqual(task?.lead, ['Vụ Pháp chế'])
    assert.equal(task?.title, order.slice(0, -1))
  })
}

for (const name of [
  'Cục Công nghệ thông tin',
  'Cục Quản lý đăng ký kinh doanh',
  'Vụ Giám sát và Thẩm định đầu tư',
  'Vụ Phát triển thị trường trong nước',
  'Cục Xúc tiến thương mại',
  'Ủy ban Giám sát tài chính Quốc gia',
]) {
  test(`verbs inside a name do not end it: ${name}`, () => {
    const [supported, led] = tasksOf(
      `- Phối hợp với ${name} xây dựng cơ sở dữ liệu.\n- ${name} hướng dẫn việc thực hiện quy chế.`,
    )
    assert.deepEqual(supported?.coordinating, [name])
    assert.deepEqual(led?.lead, [name])
  })
}
