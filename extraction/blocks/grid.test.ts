import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from '../read/text.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nSố: 9/KH-UBND\nAn Bình, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nChỉnh trang bờ kè\n'

const tasksOf = (text: string): unknown[] =>
  extract(readText(`${HEAD}${text}`, 'mau.txt')).tasks.map((task) => [
    task.group,
    task.content,
    task.lead,
    task.coordinating,
    task.deadlines.map((one) => one.dueOn ?? one.kind),
  ])

/** Cells as a copy from a web page gives them: a bar on a line of its own before each cell and behind the last of a row. */
const bars = (rows: string[][]): string =>
  rows.map((row) => `|\n${row.map((cell) => `${cell}\n|\n`).join('')}`).join('')
const lines = (rows: string[][]): string => rows.flat().join('\n')

describe('several works in one row', () => {
  const HEADS = ['TT', 'Nội dung', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian']
  const briefOf = (body: string[][]): unknown[] =>
    tasksOf(bars([HEADS, ...body])).map((task) => (task as unknown[]).slice(1))
  const other = ['2', 'Sơn lại lan can.', 'Sở Y tế', '', 'Thường xuyên']
  const otherWanted = ['Sơn lại lan can.', ['Sở Y tế'], [], ['standing']]
  it('are paired with the lines of the agencies', () => {
    const body = [
      '1',
      'Phát quang bờ kè dọc\nsông.\nXây dựng bậc lên xuống\nở bến đò.',
      'Sở Xây dựng\nCông an tỉnh',
      'Sở Tài chính\nSở Nội vụ',
      'Quý II/2026',
    ]
    assert.deepEqual(briefOf([body, other]), [
      ['Phát quang bờ kè dọc sông.', ['Sở Xây dựng'], ['Sở Tài chính'], ['2026-06-30']],
      ['Xây dựng bậc lên xuống ở bến đò.', ['Công an tỉnh'], ['Sở Nội vụ'], ['2026-06-30']],
      otherWanted,
    ])
  })
  it('have in common what is printed once, and each its own time', () => {
    const body = [
      '1',
      'Rà soát các bến đò.\nXây dựng đề án bến đò;\nTổ chức diễn tập cứu hộ.',
      'Sở Xây dựng\nSở Nội vụ\nCông an tỉnh',
      'UBND các xã, phường',
      'Quý I/2026\nQuý II/2026\nQuý III/2026',
    ]
    assert.deepEqual(briefOf([body, other]), [
      ['Rà soát các bến đò.', ['Sở Xây dựng'], ['UBND các xã, phường'], ['2026-03-31']],
      ['Xây dựng đề án bến đò', ['Sở Nội vụ'], ['UBND các xã, phường'], ['2026-06-30']],
      ['Tổ chức diễn tập cứu hộ.', ['Công an tỉnh'], ['UBND các xã, phường'], ['2026-09-30']],
      otherWanted,
    ])
  })
  it('stay one where the lines are other in number', () => {
    const body = ['1', 'Rà soát các bến đò.\nXây dựng đề án bến đò.', 'Sở Xây dựng', 'Sở Nội vụ\nSở Y tế', 'Quý I/2026']
    assert.equal(briefOf([body, other]).length, 2)
  })
  it('share the partners where number, partners and time are merged', () => {
    const body = ['1', 'Rà soát các bến đò.', 'Sở Xây dựng', 'Sở Nội vụ', 'Quý II/2026']
    assert.deepEqual(briefOf([body, ['Tổ chức diễn tập cứu hộ.', 'Công an tỉnh'], other]), [
      ['Rà soát các bến đò.', ['Sở Xây dựng'], ['Sở Nội vụ'], ['2026-06-30']],
      ['Tổ chức diễn tập cứu hộ.', ['Công an tỉnh'], ['Sở Nội vụ'], ['2026-06-30']],
      otherWanted,
    ])
  })
})

const PLAN = [
  ['**TT**', '**Nội dung**', '**Cơ quan chủ trì**', '**Cơ quan phối hợp**', '**Thời gian**'],
  ['**I**', '**NHÓM VIỆC BỜ KÈ**'],
  ['1', 'Phát quang bờ kè dọc\nsông.', 'Sở Xây dựng', 'Sở Tài chính; UBND các\nxã, phường', 'Quý II/2026'],
  ['2', 'Sơn lại lan can.', 'Sở Y tế', '', 'Thường xuyên'],
  ['**II**', '**NHÓM VIỆC BẾN ĐÒ**'],
  ['3', 'Đóng mới phao cứu sinh.', 'Công an tỉnh', 'Sở Y tế', '30/9/2026'],
]
const WANT = [
  [
    'NHÓM VIỆC BỜ KÈ',
    'Phát quang bờ kè dọc sông.',
    ['Sở Xây dựng'],
    ['Sở Tài chính', 'UBND các xã, phường'],
    ['2026-06-30'],
  ],
  ['NHÓM VIỆC BỜ KÈ', 'Sơn lại lan can.', ['Sở Y tế'], [], ['standing']],
  ['NHÓM VIỆC BẾN ĐÒ', 'Đóng mới phao cứu sinh.', ['Công an tỉnh'], ['Sở Y tế'], ['2026-09-30']],
]

describe('a table with one cell after another', () => {
  it('is rebuilt from cells between bars', () => assert.deepEqual(tasksOf(bars(PLAN)), WANT))
  it('is rebuilt from a bar before each cell', () =>
    assert.deepEqual(tasksOf(PLAN.map((row) => `${row.map((cell) => `| ${cell}`).join('\n')}\n|\n`).join('')), WANT))
  it('is rebuilt from plain lines', () => assert.deepEqual(tasksOf(lines(PLAN)), WANT))
  it('is rebuilt from plain lines with empty lines between them', () =>
    assert.deepEqual(tasksOf(PLAN.flat().join('\n\n')), WANT))
  it('ends where running text follows', () => {
    const after =
      'III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ tham mưu khen thưởng các tập thể làm tốt trong tháng 12 năm 2026.\n2. Giao Báo An Bình xây dựng chuyên mục về bờ kè trước ngày 30/6/2026.\n'
    for (const table of [bars(PLAN), `${lines(PLAN)}\n`]) {
      const tasks = tasksOf(`I. MỤC ĐÍCH\nGiữ bờ kè sạch đẹp.\nII. NHIỆM VỤ\n${table}${after}`)
      assert.deepEqual(
        tasks.slice(0, 3).map((task) => (task as unknown[]).slice(1)),
        WANT.map((task) => task.slice(1)),
      )
      assert.deepEqual(
        tasks.slice(3).map((task) => (task as unknown[])[2]),
        [['Sở Nội vụ'], ['Báo An Bình']],
      )
    }
  })
  it('keeps its columns where a row lacks cells', () => {
    const torn = [
      ['STT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời hạn hoàn thành', 'Sản phẩm'],
      ['1', 'Khảo sát các bến đò ngang sông', 'Sở Xây dựng', 'Công an tỉnh', 'Tháng 4/2026', 'Báo cáo'],
      ['2', 'Cấp phao cho chủ đò', 'Sở Y tế', 'Tháng 5/2026', 'Danh sách'],
      ['3', 'Tập huấn người lái đò', 'Tháng 6/2026'],
      ['4', 'Lập sổ theo dõi bến đò', 'Sở Nội vụ', 'Các xã, phường'],
    ]
    const want = [
      [['Sở Xây dựng'], ['Công an tỉnh'], ['2026-04-30']],
      [['Sở Y tế'], [], ['2026-05-31']],
      [['Sở Y tế'], [], ['2026-06-30']],
      [['Sở Nội vụ'], ['Các xã, phường'], ['2026-06-30']],
    ]
    for (const table of [bars(torn), lines(torn)])
      assert.deepEqual(
        tasksOf(table).map((task) => (task as unknown[]).slice(2)),
        want,
      )
  })
  it('reads its columns in any order, and rows without numbers', () => {
    const plan = [
      ['Thời gian thực hiện', 'Cơ quan thực hiện', 'Nội dung công việc'],
      ['Trước 15/4/2026', 'Phòng Kinh tế', 'Thống kê số hộ nuôi cá lồng'],
      ['Quý III/2026', 'Phòng Văn hóa - Xã hội', 'Tuyên truyền cho các hộ nuôi cá'],
    ]
    const want = [
      ['Thống kê số hộ nuôi cá lồng', ['Phòng Kinh tế'], [], ['2026-04-15']],
      ['Tuyên truyền cho các hộ nuôi cá', ['Phòng Văn hóa - Xã hội'], [], ['2026-09-30']],
    ]
    for (const table of [bars(plan), lines(plan)])
      assert.deepEqual(
        tasksOf(table).map((task) => (task as unknown[]).slice(1)),
        want,
      )
  })
  it('finds the column that a second line of heads divides, and skips the numbers of the columns', () => {
    const plan = [
      ['TT', 'Nhiệm vụ cụ thể', 'Phân công thực hiện', 'Thời gian hoàn thành'],
      ['Chủ trì', 'Phối hợp'],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      ['1', 'Trồng cây chắn sóng ven sông', 'Chi cục Thủy lợi', 'Hội Nông dân tỉnh', 'Năm 2026'],
      ['2', 'Nạo vét luồng vào bến', 'Sở Xây dựng', 'Chi cục Thủy lợi', 'Quý IV/2026'],
    ]
    const want = [
      ['Trồng cây chắn sóng ven sông', ['Chi cục Thủy lợi'], ['Hội Nông dân tỉnh'], ['2026-12-31']],
      ['Nạo vét luồng vào bến', ['Sở Xây dựng'], ['Chi cục Thủy lợi'], ['2026-12-31']],
    ]
    for (const table of [bars(plan), lines(plan)])
      assert.deepEqual(
        tasksOf(table).map((task) => (task as unknown[]).slice(1)),
        want,
      )
  })
  it('goes on after a page break that repeats the header', () => {
    const [head] = PLAN as [string[]]
    const rows = [head, PLAN[2]!, head, PLAN[3]!, PLAN[5]!]
    const want = WANT.map((task) => [null, ...task.slice(1)])
    assert.deepEqual(tasksOf(bars(rows)), want)
    assert.deepEqual(tasksOf(lines(rows)), want)
    assert.deepEqual(tasksOf(lines([PLAN[0]!, PLAN[2]!, ['2'], head, PLAN[3]!, PLAN[5]!])), want)
  })
  it('is found twice in one document', () => {
    const other = [
      ['Số TT', 'Công việc', 'Bộ phận chủ trì', 'Hoàn thành'],
      ['1', 'Kiểm kê máy bơm', 'Trạm Bơm số 2', '15/5/2026'],
      ['2', 'Sửa cửa cống', 'Đội Thủy nông', '20/6/2026'],
    ]
    for (const form of [bars, lines]) {
      const tasks = tasksOf(
        `PHỤ LỤC I\nDANH MỤC NHIỆM VỤ BỜ KÈ\n${form(PLAN)}\n\nPHỤ LỤC II\nDANH MỤC TRẠM BƠM\n${form(other)}`,
      )
      assert.deepEqual(
        tasks.map((task) => (task as unknown[])[2]),
        [['Sở Xây dựng'], ['Sở Y tế'], ['Công an tỉnh'], ['Trạm Bơm số 2'], ['Đội Thủy nông']],
      )
    }
  })
  it('keeps the dashes of one cell together', () => {
    const plan = [
      ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Tiến độ'],
      ['1', '- Kiểm tra bến đò;\n- Xử lý vi phạm', 'Công an tỉnh', 'Hằng năm'],
      ['2', 'Nâng cấp đèn báo', 'Sở Xây dựng', 'Năm 2026'],
    ]
    for (const table of [bars(plan), lines(plan)])
      assert.deepEqual(
        tasksOf(table).map((task) => (task as unknown[]).slice(1, 3)),
        [
          ['Kiểm tra bến đò; - Xử lý vi phạm', ['Công an tỉnh']],
          ['Nâng cấp đèn báo', ['Sở Xây dựng']],
        ],
      )
  })
  it('is not seen in a list of labels or in running text', () => {
    const text =
      '1. Dọn bờ kè\nCơ quan chủ trì: Sở Xây dựng\nCơ quan phối hợp: Sở Y tế\nThời gian: Quý II/2026\n2. Sơn lan can\nCơ quan chủ trì: Sở Y tế\nThời gian: Quý III/2026\n'
    assert.deepEqual(
      tasksOf(text).map((task) => (task as unknown[])[2]),
      [['Sở Xây dựng'], ['Sở Y tế']],
    )
  })
})

describe('a label that the office added', () => {
  const labels = [
    { phrase: 'Cơ quan theo dõi', role: 'lead' as const },
    { phrase: 'Vạch đích', role: 'deadline' as const },
  ]
  const rows = [
    ['TT', 'Nội dung', 'Cơ quan theo dõi', 'Vạch đích'],
    ['1', 'Phát quang bờ kè dọc sông', 'Sở Xây dựng', 'Quý II/2026'],
    ['2', 'Sơn lại lan can cầu', 'Sở Y tế', '30/9/2026'],
  ]
  for (const [name, text] of [
    ['between bars', bars(rows)],
    ['on plain lines', `${lines(rows)}\n`],
  ] as const) {
    it(`names a column of a table with one cell after another, ${name}`, () => {
      const { tasks } = extract(readText(`${HEAD}${text}`, 'mau.txt'), { units: [], labels })
      assert.deepEqual(
        tasks.map(({ lead, deadlines }) => [lead, deadlines.map(({ dueOn }) => dueOn)]),
        [
          [['Sở Xây dựng'], ['2026-06-30']],
          [['Sở Y tế'], ['2026-09-30']],
        ],
      )
    })
  }
})

describe('heads that look like work, and times that are no limit', () => {
  const brief = (rows: string[][]): unknown[] => tasksOf(lines(rows)).map((task) => (task as unknown[]).slice(1))

  it('begin the rows at the first work, in a table without numbers', () => {
    const rows = [
      ['Nhiệm vụ', 'Đơn vị chủ trì', 'Thời hạn'],
      ['Rà soát văn bản', 'Sở Tư pháp', 'Thường xuyên'],
      ['Số hóa hồ sơ', 'Sở Nội vụ', 'Hằng năm'],
      ['Đào tạo cán bộ', 'Sở Y tế', '2026 - 2030'],
    ]
    assert.deepEqual(brief(rows), [
      ['Rà soát văn bản', ['Sở Tư pháp'], [], ['standing']],
      ['Số hóa hồ sơ', ['Sở Nội vụ'], [], ['standing']],
      ['Đào tạo cán bộ', ['Sở Y tế'], [], ['2030-12-31']],
    ])
  })
  it('leave the day on which the work begins out', () => {
    const rows = [
      ['TT', 'Nhiệm vụ', 'Đơn vị thực hiện', 'Thời gian bắt đầu', 'Thời gian kết thúc'],
      ['1', 'Khảo sát nhu cầu đào tạo', 'Sở Nội vụ', '01/4/2026', '30/6/2026'],
      ['2', 'Xây dựng phần mềm quản lý', 'Sở Y tế', '01/7/2026', '31/12/2026'],
      ['3', 'Đào tạo cán bộ', 'Sở Nội vụ', '01/8/2026', '30/11/2026'],
    ]
    assert.deepEqual(
      brief(rows).map((task) => (task as unknown[])[3]),
      [['2026-06-30'], ['2026-12-31'], ['2026-11-30']],
    )
  })
})
