import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readHtml } from '../read/html.ts'
import { readText } from '../read/text.ts'

/** The first task of a plan whose one row has these cells; "/" is a line end inside a cell. */
const taskOf = (lead: string, partners = '', limit = '30/9/2026') => {
  const cell = (text: string): string => `|\n${text.replaceAll(' / ', '\n')}\n`
  const row = (cells: string[]): string => `${cells.map(cell).join('')}|\n`
  const text = `Số: 1/KH-UBND\nHòa Lạc, ngày 05 tháng 01 năm 2026\n${row(['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn'])}${row(['1', 'Lập danh mục bến đò ngang', lead, partners, limit])}${row(['2', 'Cắm biển báo tại các bến đò', 'Sở Y tế', '', '30/10/2026'])}`
  const reading = readText(text, 'mau.txt')
  const task = extract(reading).tasks[0]!
  return {
    ...task,
    at: task.warnings.map(({ code, span }) => [code, span && reading.text.slice(span.start, span.end)]),
  }
}

describe('a cell with several agencies', () => {
  const cases: [string, string[]][] = [
    ['Bộ Công an / Bộ Tài chính', ['Bộ Công an', 'Bộ Tài chính']],
    ['Bộ Công an Bộ Tài chính', ['Bộ Công an', 'Bộ Tài chính']],
    ['Sở Y tế Công an tỉnh', ['Sở Y tế', 'Công an tỉnh']],
    ['- Sở Tư pháp / - Hội Nông dân tỉnh', ['Sở Tư pháp', 'Hội Nông dân tỉnh']],
    ['• Sở Tư pháp • Báo Hòa Lạc', ['Sở Tư pháp', 'Báo Hòa Lạc']],
    ['- Vụ Kế hoạch - Tài chính / - Vụ Pháp chế', ['Vụ Kế hoạch - Tài chính', 'Vụ Pháp chế']],
    ['Trung tâm Y tế / Phòng Kinh tế', ['Trung tâm Y tế', 'Phòng Kinh tế']],
    ['Bộ Công an; Bộ Tài chính với các tiêu chuẩn dùng chung toàn quốc', ['Bộ Công an', 'Bộ Tài chính']],
  ]
  for (const [printed, want] of cases) it(`"${printed}"`, () => assert.deepEqual(taskOf(printed).lead, want))
  for (const printed of [
    'Bộ Công / an',
    'Văn phòng / Bộ Tài chính',
    'Ủy ban nhân dân / các xã',
    'Thanh tra / Chính phủ',
  ])
    it(`keeps "${printed}" one`, () => assert.deepEqual(taskOf(printed).lead, [printed.replace(' / ', ' ')]))
})

describe('a cell whose lines the format keeps', () => {
  const leadOf = (cell: string): string[] =>
    extract(
      readHtml(
        `<p>Số: 1/KH-UBND</p><p>Hòa Lạc, ngày 05 tháng 01 năm 2026</p><table><tr><th>TT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Thời hạn</th></tr>
        <tr><td>1</td><td>Lập danh mục bến đò ngang</td><td>${cell}</td><td>30/9/2026</td></tr><tr><td>2</td><td>Cắm biển báo tại bến</td><td>Sở Y tế</td><td>30/10/2026</td></tr></table>`,
        'mau.html',
      ),
    ).tasks[0]!.lead
  it('names an agency on each', () => {
    assert.deepEqual(leadOf('<p>UBND xã Đông</p><p>UBND xã Tây</p>'), ['UBND xã Đông', 'UBND xã Tây'])
    assert.deepEqual(leadOf('Cục Thuế<br>Cục Hải quan'), ['Cục Thuế', 'Cục Hải quan'])
    assert.deepEqual(leadOf('<div>Vụ Pháp chế</div><div>Vụ Tổ chức cán bộ</div>'), ['Vụ Pháp chế', 'Vụ Tổ chức cán bộ'])
    assert.deepEqual(leadOf('UBND các xã, phường<br>Chi cục Thủy lợi'), ['UBND các xã, phường', 'Chi cục Thủy lợi'])
  })
  it('may break one name', () => {
    assert.deepEqual(leadOf('Văn phòng<br>Ủy ban nhân dân tỉnh'), ['Văn phòng Ủy ban nhân dân tỉnh'])
    assert.deepEqual(leadOf('Bộ Công<br>an'), ['Bộ Công an'])
  })
})

describe('a cell that is not understood', () => {
  it('is a warning with its place', () => {
    const { at } = taskOf('Sở Y tế', '', 'Đầu vụ gặt')
    assert.deepEqual(
      at.filter(([code]) => code === 'deadline_unread'),
      [['deadline_unread', 'Đầu vụ gặt']],
    )
  })
  it('is a warning in the column of the lead', () => {
    const { at } = taskOf('(*)')
    assert.deepEqual(
      at.filter(([code]) => code === 'lead_unread'),
      [['lead_unread', '(*)']],
    )
  })
})

describe('a column of partners', () => {
  it('holds names without their noun, though some of them are verbs', () => {
    assert.deepEqual(taskOf('Sở Y tế', 'Xây dựng, Y tế, Công Thương').coordinating, ['Xây dựng', 'Y tế', 'Công Thương'])
    assert.deepEqual(taskOf('Sở Y tế', 'Quản lý thị trường, Công an tỉnh').coordinating, [
      'Quản lý thị trường',
      'Công an tỉnh',
    ])
  })
  it('tells of what names no one, unless it says so itself', () => {
    const unread = (cell: string): unknown[] =>
      taskOf('Sở Y tế', cell).at.flatMap(([code, text]) => (code === 'coordinating_unread' ? [text] : []))
    assert.deepEqual(unread('Thực hiện sau khi có hướng dẫn'), ['Thực hiện sau khi có hướng dẫn'])
    for (const cell of ['Không', '-', 'x', '']) assert.deepEqual(unread(cell), [])
  })
  it('may hold notes as well', () => {
    assert.deepEqual(taskOf('Sở Y tế', 'Phối hợp các phòng thuộc Sở, UBND cấp xã').coordinating, [
      'các phòng thuộc Sở',
      'UBND cấp xã',
    ])
    for (const note of ['Thực hiện sau khi có hướng dẫn của Bộ Mẫu', 'Đã tham mưu tại Quyết định số 4/QĐ-UBND'])
      assert.deepEqual(taskOf('Sở Y tế', note).coordinating, [])
  })
})

it('takes a cell that a converter repeats in every column for the one cell that it is', () => {
  const lines = [
    'TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn',
    'I | Sửa bến đò ngang sông | Sửa bến đò ngang sông | Sửa bến đò ngang sông',
    '1 | Lập danh mục bến đò | Sở Xây dựng | 30/9/2026',
    '2 | Cắm biển báo tại bến | Sở Y tế | 30/10/2026',
  ]
  const { tasks } = extract(readText(lines.join('\n\n'), 'mau.txt'))
  assert.deepEqual(
    tasks.map(({ ref, group, lead }) => [ref, group, lead]),
    [
      ['PL.I.1', 'Sửa bến đò ngang sông', ['Sở Xây dựng']],
      ['PL.I.2', 'Sửa bến đò ngang sông', ['Sở Y tế']],
    ],
  )
})
