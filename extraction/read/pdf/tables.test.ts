import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../../extract.ts'
import { Composer } from '../compose.ts'
import { composeSheets } from '../sheet/flow.ts'
import type { Word } from '../sheet/sheet.ts'
import { type Draw, HEIGHT, paragraphAt, reach, readPages, type TestPage, WIDTH, wrapped } from './page.fixture.ts'

const SIZE = 11
const PITCH = 13
/** Left edges and widths of the columns. */
type Columns = readonly (readonly [number, number])[]
const FOUR: Columns = [
  [60, 200],
  [280, 80],
  [376, 80],
  [470, 70],
]
const HEAD = ['Nhiệm vụ', 'Cơ quan chủ trì thực hiện', 'Cơ quan phối hợp', 'Thời hạn']
const ROWS = [
  [
    'Xây dựng quy chế quản lý hồ sơ điện tử trên địa bàn tỉnh, trình ban hành',
    'Sở Nội vụ',
    'Sở Tài chính',
    '11/6/2026',
  ],
  ['Kiểm tra công vụ', 'Sở Tài chính', '', '12/6/2026'],
  ['Tổ chức tập huấn kỹ năng số cho cán bộ, công chức cấp xã', 'Công an tỉnh', 'Sở Xây dựng', '13/6/2026'],
]
const WANT = [
  [ROWS[0]![0]!, 'Sở Nội vụ', 'Sở Tài chính', '2026-06-11'],
  [ROWS[1]![0]!, 'Sở Tài chính', '', '2026-06-12'],
  [ROWS[2]![0]!, 'Công an tỉnh', 'Sở Xây dựng', '2026-06-13'],
]
const line = (text: string, y: number, x = 60): Draw => ({ text, x, y, size: 13 })
const TOP = [line('ỦY BAN NHÂN DÂN TỈNH AN BÌNH', 60), line('KẾ HOẠCH', 80), line('Chuyển đổi số (MẪU)', 100)]
const AFTER = 'Sở Y tế lập danh sách các cơ sở khám bệnh, chữa bệnh trên địa bàn tỉnh, báo cáo trước ngày 20/5/2026.'
const WANT_AFTER = ['2026-05-20']

interface Layout {
  columns?: Columns
  place?: 'top' | 'middle'
  /** Space between the rows. */
  space?: number
  rules?: 'all' | 'across'
}

/** Draws the rows of a table; returns where the next one would begin. */
function rowsAt(draw: Draw[], rows: readonly string[][], y: number, layout: Layout = {}): number {
  const { columns = FOUR, place = 'top', space = 6, rules } = layout
  const right = columns.at(-1)![0] + columns.at(-1)![1]
  const ends: number[] = []
  let top = y
  for (const row of rows) {
    ends.push(top - PITCH - space / 2 + 3)
    if (row.length === 1) {
      draw.push({ text: row[0]!, x: (60 + right - reach(row[0]!, SIZE)) / 2, y: top, size: SIZE })
      top += PITCH + space
      continue
    }
    const cells = row.map((text, at) => (text === '' ? [] : wrapped(text, columns[at]![1], SIZE)))
    const height = Math.max(...cells.map((lines) => lines.length))
    cells.forEach((lines, at) => {
      const down = place === 'middle' ? (height - lines.length) / 2 : 0
      lines.forEach((text, index) => {
        draw.push({ text, x: columns[at]![0], y: top + (down + index) * PITCH, size: SIZE })
      })
    })
    top += height * PITCH + space
  }
  ends.push(top - PITCH - space / 2 + 3)
  if (rules) draw.push(...ends.map((end): Draw => ({ from: [56, end], to: [right, end] })))
  if (rules === 'all')
    for (const x of [...columns.map(([left]) => left - 4), right])
      draw.push({ from: [x, ends[0]!], to: [x, ends.at(-1)!] })
  return top
}

async function tasksOf(...pages: TestPage[]) {
  const { tasks, warnings } = extract(await readPages(...pages))
  const rows = tasks.map(({ content, lead, coordinating, deadlines }) => [
    content,
    lead.join(' + '),
    coordinating.join(' + '),
    deadlines.map(({ dueOn }) => dueOn ?? '').join(),
  ])
  return { tasks, rows, unread: warnings.filter(({ code }) => code === 'table_unread') }
}

describe('a table that counts no rows', () => {
  const layouts: [string, Layout][] = [
    ['with all rules', { rules: 'all' }],
    ['with rules across only', { rules: 'across' }],
    ['with rules across only and cells in the middle', { rules: 'across', place: 'middle' }],
    ['without rules', {}],
    ['without rules, cells in the middle', { place: 'middle' }],
    ['without rules or space between rows', { space: 0 }],
    ['with much space between rows', { space: 20 }],
  ]
  for (const [what, layout] of layouts) {
    it(`is read row by row ${what}`, async () => {
      const draw = [...TOP]
      const end = rowsAt(draw, [HEAD, ...ROWS], 140, layout)
      draw.push(...paragraphAt(AFTER, end + 24, { x: 60 }))
      const { rows, unread } = await tasksOf({ draw })
      assert.deepEqual(rows.slice(0, 3), WANT)
      assert.deepEqual(
        rows.slice(3).map((row) => row[3]),
        WANT_AFTER,
      )
      assert.deepEqual(unread, [])
    })
  }

  it('may have a row that the end of a page cuts without a rule, as browsers print it', async () => {
    const [first, second] = [[...TOP], [] as Draw[]]
    const cut = ['Tổ chức tập huấn kỹ năng số cho', 'Công an tỉnh', 'Sở Xây dựng', '13/6/2026']
    const end = rowsAt(first, [HEAD, ROWS[0]!, ROWS[1]!, cut], 700, { rules: 'all' })
    const isLast = (one: Draw): boolean => 'from' in one && one.from[1] === one.to[1] && one.from[1] > end - PITCH - 6
    assert.equal(first.filter(isLast).length, 1)
    rowsAt(second, [HEAD, ['cán bộ, công chức cấp xã', '', '', '']], 60, { rules: 'all' })
    const { rows } = await tasksOf({ draw: first.filter((one) => !isLast(one)) }, { draw: second })
    assert.deepEqual(rows, WANT)
  })

  it('may have its columns in any order', async () => {
    const order = [3, 1, 0]
    const columns: Columns = [
      [60, 60],
      [140, 90],
      [250, 220],
    ]
    const draw = [...TOP]
    rowsAt(
      draw,
      [HEAD, ...ROWS].map((row) => order.map((at) => row[at]!)),
      140,
      { columns },
    )
    const { rows } = await tasksOf({ draw })
    assert.deepEqual(
      rows,
      WANT.map(([content, lead, , day]) => [content, lead, '', day]),
    )
  })

  it('has groups across its columns, and another table below it', async () => {
    const columns: Columns = [
      [60, 110],
      [190, 210],
      [420, 70],
    ]
    const draw = [...TOP]
    const groups = ['I. Cải cách hành chính và xây dựng chính quyền số của tỉnh trong năm', 'II. Hạ tầng số']
    let end = rowsAt(draw, [HEAD, [groups[0]!], ...ROWS.slice(0, 2), [groups[1]!], ROWS[2]!], 140)
    draw.push(line('II. NHIỆM VỤ ĐỘT XUẤT', end + 10))
    end = rowsAt(
      draw,
      [
        ['Đơn vị', 'Nội dung công việc', 'Thời gian'],
        ['Sở Y tế', 'Kiểm tra an toàn thực phẩm', '21/7/2026'],
      ],
      end + 34,
      {
        columns,
      },
    )
    const { rows, tasks } = await tasksOf({ draw })
    assert.deepEqual(rows, [...WANT, ['Kiểm tra an toàn thực phẩm', 'Sở Y tế', '', '2026-07-21']])
    assert.deepEqual(
      tasks.slice(0, 3).map(({ group }) => group),
      [groups[0]!.slice(3), groups[0]!.slice(3), groups[1]!.slice(4)],
    )
  })

  for (const repeated of [true, false]) {
    it(`goes on at the next page ${repeated ? 'below its head' : 'without its head'}`, async () => {
      const [first, second]: Draw[][] = [[...TOP], []]
      rowsAt(first!, [HEAD, ...ROWS.slice(0, 2)], 140)
      rowsAt(second!, [...(repeated ? [HEAD] : []), ROWS[2]!, ...ROWS.slice(0, 2)], 60)
      const { rows, unread } = await tasksOf({ draw: first! }, { draw: second! })
      assert.deepEqual(rows, [...WANT, ...WANT.slice(0, 2)])
      assert.deepEqual(unread, [])
    })
  }

  it('may have a row that the end of the page breaks', async () => {
    const [first, second]: Draw[][] = [[...TOP], []]
    const work = ROWS[2]![0]!
    const cut = wrapped(work, FOUR[0]![1], SIZE)
    const upper = [cut[0]!, ...ROWS[2]!.slice(1)]
    rowsAt(first!, [HEAD, ...ROWS.slice(0, 2), upper], 140)
    rowsAt(second!, [[cut.slice(1).join(' '), '', '', ''], ROWS[0]!, ROWS[1]!], 60)
    const { rows } = await tasksOf({ draw: first! }, { draw: second! })
    assert.deepEqual(rows, [...WANT, ...WANT.slice(0, 2)])
  })
})

describe('a heading above a table', () => {
  const columns: Columns = [
    [60, 26],
    [95, 200],
    [310, 90],
    [420, 70],
  ]
  const rows = ROWS.map(([work, lead, , day], at) => [`${at + 1}`, work!, lead!, day!])
  const want = WANT.map(([work, lead, , day]) => [work, lead, '', day])
  for (const head of ['Stt', 'TT', 'Số TT']) {
    it(`is no part of its head, where that begins with “${head}”`, async () => {
      const draw = [...TOP, { text: 'I. NHIỆM VỤ', x: 100, y: 125, size: SIZE }]
      rowsAt(draw, [[head, 'Nội dung', 'Đơn vị thực hiện', 'Thời gian'], ...rows], 141, { columns })
      const reading = await readPages({ draw })
      assert.ok(reading.text.includes('\nI. NHIỆM VỤ\n'))
      const { rows: found, tasks } = await tasksOf({ draw })
      assert.deepEqual(found, want)
      assert.deepEqual(
        tasks.map(({ group }) => group),
        ['NHIỆM VỤ', 'NHIỆM VỤ', 'NHIỆM VỤ'],
      )
    })
  }
})

describe('text in columns that was not read as a table', () => {
  const columns = FOUR.slice(0, 3)
  it('is told once, with its place', async () => {
    const draw = [...TOP]
    rowsAt(draw, [['Mảng', 'Ai', 'Khi nào'], ...ROWS.map((row) => [row[0]!, row[1]!, row[3]!])], 140, { columns })
    const { unread } = await tasksOf({ draw })
    assert.equal(unread.length, 1)
    assert.ok(unread[0]!.span)
  })

  it('is not found in prose, lists and signatures', async () => {
    const draw = [
      ...TOP,
      ...paragraphAt(AFTER, 140),
      ...paragraphAt('Thời hạn, đơn vị và nội dung theo kế hoạch này; các sở thực hiện nhiệm vụ được giao.', 200),
      ...[220, 238, 256].flatMap((y) => [...'Sở'.repeat(12)].map((sign, at) => line(sign, y + 120, 60 + at * 19))),
      line('- Sở Nội vụ;', 260, 100),
      line('- Sở Tài chính.', 278, 100),
      line('Nơi nhận:', 320),
      line('CHỦ TỊCH', 320, 400),
      line('- Như trên;', 338),
      line('Lò Văn Thử', 380, 395),
    ]
    const { unread } = await tasksOf({ draw })
    assert.deepEqual(unread, [])
  })
})

describe('the time to lay out a page in columns', () => {
  const word = (text: string, left: number, top: number): Word => {
    return { text, left, right: left + reach(text), top, bottom: top + 12 }
  }
  const heads = HEAD.map(
    (text, at) =>
      (top: number): Word =>
        word(text, FOUR[at]![0], top),
  )
  const kinds: [string, (at: number) => Word[]][] = [
    ['of heads', (at) => heads.map((head) => head(at * 15))],
    ['of heads parted by text', (at) => (at % 2 ? [word(AFTER, 60, at * 15)] : heads.map((head) => head(at * 15)))],
    ['of rows', (at) => (at ? FOUR.map(([left]) => word('Sở Y tế', left, at * 20)) : heads.map((head) => head(0)))],
  ]
  for (const [what, lineAt] of kinds) {
    it(`${what} grows with what stands on it`, () => {
      const timeOf = (count: number): number => {
        const words = Array.from({ length: count }, (_, at) => lineAt(at)).flat()
        const from = performance.now()
        composeSheets([{ page: 1, width: WIDTH, height: HEIGHT, words, rules: [] }], new Composer())
        return performance.now() - from
      }
      timeOf(500)
      const [few, many] = [timeOf(1_000), timeOf(8_000)]
      assert.ok(many < few * 24 + 500, `${Math.round(few)} ms for 1000 lines, ${Math.round(many)} ms for 8000`)
    })
  }
})
