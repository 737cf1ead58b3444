import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readHtml } from '../read/html.ts'
import type { Knowledge } from '../shapes.ts'

/** A cell that begins with "<" is written as it is, to state what it is merged over. */
const extracted = (rows: string[][], knowledge?: Knowledge) => {
  const cells = rows.map((row) => row.map((cell) => (cell.startsWith('<') ? cell : `<td>${cell}</td>`)).join(''))
  const reading = readHtml(
    `<p>UBND XÃ BẢN VƯỢC</p><p>Số: 1/KH-UBND</p><p>Bản Vược, ngày 05 tháng 01 năm 2026</p><p>KẾ HOẠCH</p><p>Kiểm tra bến đò (MẪU)</p><table>${cells.map((row) => `<tr>${row}</tr>`).join('')}</table>`,
    'mau.html',
  )
  const { tasks, warnings } = extract(reading, knowledge)
  return {
    rows: tasks.map(({ lead, coordinating, deadlines }) => [lead, coordinating, deadlines.map(({ dueOn }) => dueOn)]),
    tasks,
    codes: [...warnings, ...tasks.flatMap((task) => task.warnings)].map(({ code }) => code),
    places: warnings.flatMap(({ code, span }) => (span ? [[code, reading.text.slice(span.start, span.end)]] : [])),
  }
}

describe('columns judged by their cells', () => {
  const ROWS = [
    ['1', 'Rà soát danh mục bến đò ngang', 'Phòng Kinh tế', '15/3/2026', 'Báo cáo'],
    ['2', 'Kiểm tra áo phao trên các đò', 'Công an xã', '30/4/2026', 'Biên bản'],
    ['3', 'Tập huấn người lái đò ngang', 'Trạm Y tế', '30/5/2026', 'Danh sách'],
  ]
  const WANT = [
    [['Phòng Kinh tế'], [], ['2026-03-15']],
    [['Công an xã'], [], ['2026-04-30']],
    [['Trạm Y tế'], [], ['2026-05-30']],
  ]
  it('are those of a plan below heads in other words', () => {
    const { rows, codes, tasks } = extracted([['Số TT', 'Đầu mục', 'Bộ phận', 'Khi nào', 'Ra cái gì'], ...ROWS])
    assert.deepEqual(rows, WANT)
    assert.deepEqual(codes, ['columns_guessed'])
    assert.ok(tasks.every(({ parties, deadlines }) => [...parties, ...deadlines].every((one) => one.confidence <= 0.7)))
  })
  it('are those of a plan without heads', () => assert.deepEqual(extracted(ROWS).rows, WANT))
  it('stand in another order', () => {
    const { rows } = extracted([
      ['Xong trước', 'Giao cho', 'Công tác'],
      ...ROWS.map(([, work, who, day]) => [day!, who!, work!]),
    ])
    assert.deepEqual(rows, WANT)
  })
  it('do not overrule a head that says otherwise', () => {
    const { rows } = extracted([
      ['TT', 'Nhiệm vụ', 'Cơ quan theo dõi', 'Thời hạn'],
      ...ROWS.map((row) => row.slice(0, 4)),
    ])
    assert.deepEqual(
      rows.map(([lead]) => lead),
      [[], [], []],
    )
  })
})

describe('a table that is not understood', () => {
  it('is a warning in its place', () => {
    const { places } = extracted([
      ['TT', 'Tên công trình', 'Chủ đầu tư', 'Vốn'],
      ['1', 'Xây dựng cầu Bản Vược', 'Ban Quản lý dự án', '12'],
      ['2', 'Cải tạo bến Hạ', 'UBND xã Bản Vược', '7'],
      ['3', 'Nâng cấp đường liên thôn', 'UBND xã Bản Vược', '9'],
    ])
    assert.equal(places[0]?.[0], 'table_unread')
    assert.match(places[0]![1]!, /^TT \| Tên công trình[\s\S]*9$/)
  })
  it('is no warning if it only has figures', () => {
    const { codes } = extracted([
      ['TT', 'Tên bến', 'Số đò', 'Tổng cộng'],
      ['1', 'Bến Hạ', '12', '20'],
      ['2', 'Bến Thượng', '14', '22'],
      ['3', 'Bến Trung', '7', '9'],
    ])
    assert.deepEqual(codes, ['no_tasks'])
  })
})

describe('an empty cell', () => {
  const HEADS = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn']
  it('takes over what a merged cell says', () => {
    const { rows } = extracted([
      HEADS,
      ['1', 'Rà soát bến đò', '<td rowspan="2">Phòng Kinh tế</td>', 'Công an xã', '<td rowspan="2">Quý I/2026</td>'],
      ['2', 'Cắm biển báo', 'Trạm Y tế'],
    ])
    assert.deepEqual(rows, [
      [['Phòng Kinh tế'], ['Công an xã'], ['2026-03-31']],
      [['Phòng Kinh tế'], ['Trạm Y tế'], ['2026-03-31']],
    ])
  })
  it('says nothing where it is not merged', () => {
    const { rows, codes } = extracted([
      HEADS,
      ['1', 'Rà soát bến đò', 'Phòng Kinh tế', 'Công an xã', 'Quý I/2026'],
      ['2', 'Cắm biển báo', '', '', ''],
      ['3', 'Kiểm tra áo phao', 'Trạm Y tế', '', '30/5/2026'],
    ])
    assert.deepEqual(rows[1], [[], [], []])
    assert.deepEqual(codes, ['lead_missing'])
  })
})

it('reads heads that are merged over two rows, and takes neither the start, the group nor the sum', () => {
  const over = (head: string): string => `<td rowspan="2">${head}</td>`
  const { tasks, rows } = extracted([
    [
      ...['TT', 'Nhóm nhiệm vụ', 'Nhiệm vụ cụ thể', 'Cơ quan chủ trì', 'Đơn vị hỗ trợ'].map(over),
      '<td colspan="2">Thời gian</td>',
    ],
    ['Bắt đầu', 'Hoàn thành'],
    ['1', '<td rowspan="2">Bến đò</td>', 'Rà soát danh mục', 'Sở Xây dựng', 'Sở Tài chính', '01/4/2026', '30/6/2026'],
    ['2', 'Kiểm tra áo phao', 'Công an tỉnh', 'Sở Xây dựng', '01/5/2026', '30/9/2026'],
    ['', '', 'Tổng cộng', '', '', '', '2'],
  ])
  assert.deepEqual(rows, [
    [['Sở Xây dựng'], ['Sở Tài chính'], ['2026-06-30']],
    [['Công an tỉnh'], ['Sở Xây dựng'], ['2026-09-30']],
  ])
  assert.deepEqual(
    tasks.map(({ title }) => title),
    ['Rà soát danh mục', 'Kiểm tra áo phao'],
  )
})

it('takes rows over the whole width for groups, also where they have the words of a head', () => {
  const { tasks } = extracted([
    ['STT', 'Nội dung', 'Chủ trì', 'Thời gian'],
    ['<td colspan="4">I. Nhóm nhiệm vụ khảo sát</td>'],
    ['1', 'Rà soát danh mục', 'Sở Xây dựng', '30/6/2026'],
    ['<td colspan="4">II. Nội dung công việc truyền thông</td>'],
    ['2', 'Phát tờ rơi', 'Sở Y tế', '30/9/2026'],
  ])
  assert.deepEqual(
    tasks.map(({ ref, title, group }) => [ref, title, group]),
    [
      ['PL.I.1', 'Rà soát danh mục', 'Nhóm nhiệm vụ khảo sát'],
      ['PL.II.2', 'Phát tờ rơi', 'Nội dung công việc truyền thông'],
    ],
  )
})
