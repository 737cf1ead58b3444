import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../../extract.ts'
import { type Draw, paragraphAt, readPages, type TestPage, wrapped } from './page.fixture.ts'

/** Left edges and widths of the columns: number, work, lead, partners, day. */
const COLUMNS = [
  [60, 22],
  [90, 160],
  [262, 90],
  [364, 90],
  [466, 70],
] as const
const PITCH = 14

/** Draws rows of a table without its rules; returns where the next row would begin. */
function rowsAt(draw: Draw[], rows: readonly string[][], y: number, place: 'top' | 'middle'): number {
  let top = y
  for (const row of rows) {
    const cells = row.map((text, at) => (text === '' ? [] : wrapped(text, COLUMNS[at]![1], 11)))
    const height = Math.max(...cells.map((lines) => lines.length))
    cells.forEach((lines, at) => {
      const down = place === 'middle' ? (height - lines.length) / 2 : 0
      lines.forEach((text, line) => {
        draw.push({ text, x: COLUMNS[at]![0], y: top + (down + line) * PITCH, size: 11 })
      })
    })
    top += height * PITCH + 6
  }
  return top
}

const HEAD = [
  'TT',
  'Nội dung công việc cần triển khai',
  'Cơ quan chủ trì thực hiện',
  'Cơ quan phối hợp thực hiện',
  'Thời gian',
]
const ROWS = [
  [
    '1',
    'Rà soát danh mục các bến đò ngang trên địa bàn toàn xã, lập hồ sơ từng bến',
    'Phòng Kinh tế',
    'Công an xã',
    'Quý I/2026',
  ],
  ['2', 'Cắm biển báo hiệu đường thủy nội địa tại các bến', 'Công an xã', 'Phòng Kinh tế', '30/4/2026'],
  ['3', 'Tập huấn kỹ năng cứu đuối cho người lái đò và sơ cứu người bị nạn', 'Trạm Y tế', '', '30/5/2026'],
  ['4', 'Trang bị áo phao cho các chủ đò', 'Hội Chữ thập đỏ xã', 'Phòng Kinh tế', '15/6/2026'],
]
const WANT = [
  ['1', 'Phòng Kinh tế', 'Công an xã', '2026-03-31'],
  ['2', 'Công an xã', 'Phòng Kinh tế', '2026-04-30'],
  ['3', 'Trạm Y tế', '', '2026-05-30'],
  ['4', 'Hội Chữ thập đỏ xã', 'Phòng Kinh tế', '2026-06-15'],
]
const line = (text: string, y: number, x = 60): Draw => ({ text, x, y, size: 13 })
const TOP = [
  line('ỦY BAN NHÂN DÂN XÃ BẢN VƯỢC', 60),
  line('Số: 1/KH-UBND', 80),
  line('Bản Vược, ngày 05 tháng 01 năm 2026', 100),
  line('KẾ HOẠCH', 120),
]

async function rowsOf(...pages: TestPage[]): Promise<string[][]> {
  const { tasks } = extract(await readPages(...pages))
  return tasks.map(({ ref, lead, coordinating, deadlines }) => [
    ref.replace(/^PL\./, ''),
    lead.join(' + '),
    coordinating.join(' + '),
    deadlines.map(({ dueOn }) => dueOn ?? '').join(),
  ])
}

describe('a table whose rules are no text of the file', () => {
  for (const place of ['top', 'middle'] as const) {
    it(`has its columns where no line has letters, cells at the ${place}`, async () => {
      const draw = [...TOP]
      const end = rowsAt(draw, [HEAD, ...ROWS], 160, place)
      draw.push(line('Nơi nhận:', end + 20), line('- Như trên;', end + 36))
      assert.deepEqual(await rowsOf({ draw }), WANT)
    })
  }
  it('may have the name of a group across its columns, and text behind it', async () => {
    const draw = [...TOP]
    let end = rowsAt(draw, [HEAD], 160, 'top')
    draw.push(
      { text: 'I', x: 62, y: end, size: 11 },
      { text: 'CÔNG TÁC BẾN BÃI TRÊN ĐỊA BÀN XÃ NĂM 2026', x: 90, y: end, size: 11 },
    )
    end = rowsAt(draw, ROWS, end + 20, 'top')
    draw.push(
      ...paragraphAt(
        '1. Văn phòng HĐND và UBND xã theo dõi, đôn đốc việc thực hiện, báo cáo Chủ tịch trước ngày 20/12/2026.',
        end + 20,
      ),
    )
    const rows = await rowsOf({ draw })
    assert.deepEqual(
      rows.slice(0, 4),
      WANT.map(([ref, ...rest]) => [`I.${ref}`, ...rest]),
    )
    assert.deepEqual(rows[4]!.slice(1), ['Văn phòng HĐND và UBND xã', '', '2026-12-20'])
  })
  it('goes on at the top of the next page', async () => {
    const first = [...TOP]
    rowsAt(first, [HEAD, ...ROWS.slice(0, 3)], 160, 'top')
    const second: Draw[] = []
    rowsAt(second, ROWS.slice(3), 60, 'top')
    assert.deepEqual(await rowsOf({ draw: first }, { draw: second }), WANT)
  })
  it('is no table where a text only mentions the word', async () => {
    const text =
      'TT là chữ viết tắt của số thứ tự trong các biểu mẫu báo cáo do Văn phòng lập hằng năm và gửi các thôn.'
    const reading = await readPages({
      draw: [...TOP, ...paragraphAt(text, 160, { indent: 0 }), ...paragraphAt(text, 260)],
    })
    assert.ok(reading.blocks.every(({ kind }) => kind !== 'table'))
  })
})
