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

test('recognition reads "1." as "I.": before "2." it is the first item', () => {
  const head = `SỞ MẪU
Số: 12/SM-VP
Kính gửi: Các phòng thuộc Sở.
Sở Mẫu yêu cầu các phòng thuộc Sở thực hiện các nhiệm vụ sau:
`
  const { tasks } = extract(
    readText(
      `${head}I. Tổ chức tuyên truyền về an toàn bến đò.\n2. Rà soát các bến đò đã cấp phép.\n3. Lập danh mục bến.`,
      'a.txt',
    ),
  )
  assert.deepEqual(
    tasks.map(({ ref }) => ref),
    ['1', '2', '3'],
  )
})

test('an agency behind the last dash of a point leads it', () => {
  const [first, second] = tasksOf(
    'a) Công bố danh mục hạ tầng bến đò - Sở Xây dựng.\nb) Công bố danh mục hạ tầng chợ - Sở Công Thương.',
  )
  assert.deepEqual([first?.lead, second?.lead], [['Sở Xây dựng'], ['Sở Công Thương']])
})

test('an item of several sentences is work of its own, though points follow it', () => {
  const tasks = tasksOf(
    'a) Hoàn thành kế hoạch năm 2023 trước ngày 29/4/2024. Đồng thời, lập kế hoạch năm 2024.\n- Áp dụng biểu mẫu mới trong kiểm tra.\n- Chỉ đạo nhập số liệu kịp thời.',
  )
  assert.deepEqual(
    tasks.map(({ ref }) => ref),
    ['II.1.a', 'II.1.a-1', 'II.1.a-2'],
  )
})

test('what is no text of the document gives no task: front matter, notes on the copy, marks of pages, closing words', () => {
  const text = `---
title: "Công văn mẫu"
category: "Tax"
---

[OCR] [Bản trích chữ tự động; số và ngày phải đối chiếu bản gốc trước khi trích dẫn.]

===== Trang 1 =====
${HEAD}a) Rà soát quy định về bến đò.

===== Trang 2 =====
b) Lập danh mục bến đò.
Bộ Mẫu thông báo cho các đơn vị được biết và thực hiện./.
Bộ Mẫu thông báo dé các đơn vị được biết, triển khai./. é`
  assert.deepEqual(
    extract(readText(text, 'mau.txt')).tasks.map(({ title }) => title),
    ['Rà soát quy định về bến đò', 'Lập danh mục bến đò'],
  )
})

test('a rule of dashes above an order is no front matter', () => {
  const text = `---
- Sở Y tế rà soát kho thuốc trước ngày 10/5/2026.
Giao: Sở Nội vụ rà soát biên chế trước ngày 10/5/2026.
---
Sở Tư pháp soát quy chế trước ngày 10/5/2026.`
  const reading = readText(text, 'mau.txt')
  assert.deepEqual(
    reading.blocks.filter(({ kind }) => kind === 'header'),
    [],
  )
})

test('those whom a letter asks in short are named in full by its address', () => {
  const text = `TỔNG CỤC MẪU
Số: 12/TCM-VP
Kính gửi: Cục Thuế các tỉnh, thành phố.
Tổng cục đề nghị các Cục Thuế tổ chức thực hiện một số công việc sau:
1. Hoàn thành kiểm tra trước ngày 29/4/2024.
2. Lập danh mục hồ sơ còn tồn.`
  assert.deepEqual(extract(readText(text, 'mau.txt')).tasks[0]?.lead, ['Cục Thuế các tỉnh, thành phố'])
})

test('what another act gives is told, not given', () => {
  const text = `SỞ MẪU
Số: 12/SM-VP
CHỈ THỊ
Về bến đò (MẪU)
Ngày 02/3/2024, Bộ Mẫu ban hành Quyết định số 5/QĐ-BM về bến đò. Quyết định có hiệu lực kể từ ngày ký và giao Ủy ban nhân dân các tỉnh kiểm tra các bến đò.
1. Phòng Hạ tầng lập danh mục bến đò.
2. Phòng Hạ tầng cắm biển báo.`
  assert.equal(extract(readText(text, 'mau.txt')).tasks.length, 2)
})

test('the lines of the gazette and the stamps of signatures between the pages are no text', () => {
  const pages = `${HEAD}a) Rà soát các quy định về bến đò trên địa bàn.
Ký bởi: CÔNG BÁO MẪU
Cơ quan: VĂN PHÒNG MẪU
Ngày ký: 2024-03-21 15:32:11 +07:00

CÔNG BÁO/Số 238/Ngày 21-03-2024
93

b) Lập danh mục bến đò.`
  const tasks = extract(readText(`${'CÔNG BÁO/Số 238/Ngày 21-03-2024\n92\n'}${pages}`, 'mau.txt')).tasks
  assert.deepEqual(
    tasks.map(({ content }) => content),
    ['Rà soát các quy định về bến đò trên địa bàn.', 'Lập danh mục bến đò.'],
  )
})

test('a stamp without its day takes no item below it', () => {
  const items = ['Sở Nội vụ rà soát biên chế', 'Sở Xây dựng sửa cầu', 'Sở Y tế mua phao', 'Sở Tư pháp soát quy chế']
  const text = items.map((item, at) => `${at + 2}. ${item} trước ngày 10/5/2026.`).join('\n')
  for (const stamp of ['Người ký: Nguyễn Văn Mẫu', 'Ký bởi: Văn phòng Mẫu\nEmail: mau@anbinh.example']) {
    const { tasks } = extract(readText(`${HEAD}1. Sở Y tế rà soát kho thuốc.\n${stamp}\n${text}`, 'mau.txt'))
    assert.deepEqual(
      tasks.map(({ ref }) => ref),
      ['II.1', 'II.2', 'II.3', 'II.4', 'II.5'],
    )
  }
})

test('a line break of HTML inside a cell of Markdown is one', () => {
  const text = `| **BỘ MẪU** <br><br> Số: 624/BM-KHCN <br> V/v hướng dẫn kết nối dữ liệu bến đò | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** <br> *Hà Nội, ngày 15 tháng 9 năm 2026* |
| :--- | :--- |

Kính gửi: Các sở.

1. Các sở cập nhật dữ liệu bến đò trước ngày 30/9/2026.`
  const { document } = extract(readText(text, 'mau.md', 'markdown'))
  assert.deepEqual([document.number, document.issuedOn], ['624/BM-KHCN', '2026-09-15'])
  assert.ok(!/<br/i.test(readText(text, 'mau.md', 'markdown').text))
})

test('an article ends where it quotes another act under a heading', () => {
  const text = `# Kết luận về bến đò

Ngày 07/3/2026, Ủy ban nhân dân tỉnh An Bình đã ký Thông báo số 75/TB-UBND về bảo đảm an toàn tại các bến đò trên địa bàn tỉnh.

Giao Sở Xây dựng kiểm tra các bến đò, báo cáo trước ngày 30/4/2026.

### Điều 2 Nghị định số 17/2024/NĐ-CP quy định đối tượng áp dụng gồm:

1. Chủ bến thực hiện đăng ký bến đò theo quy định của pháp luật.

2. Người lái đò phải mang theo giấy chứng nhận khi hoạt động.`
  assert.equal(extract(readText(text, 'mau.md', 'markdown')).tasks.length, 1)
})
