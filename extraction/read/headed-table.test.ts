import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from './text.ts'

/** As `pdftotext -layout` writes a table: columns move from row to row, and only one space is left where a cell is full. */
const PAGES = [
  '                                      PHỤ LỤC',
  '                       DANH MỤC CÁC NHIỆM VỤ (MẪU)',
  '',
  '                                                              Cơ quan,        Cá nhân theo    Thời hạn',
  ' TT                  Nhiệm vụ cụ thể                          tổ chức       dõi, đôn đốc     thực hiện',
  '                                                              chủ trì                           (*)',
  ' I    Các nhiệm vụ làm ngay trong năm 2026',
  '',
  '      Tổ chức học tập, quán triệt kế hoạch sửa chữa bến đò                    Thủ trưởng các',
  '      đến toàn thể cán bộ; nâng cao nhận thức, trách nhiệm,    Đảng ủy',
  ' 1                                                                             cơ quan, Bí thư Trước ngày',
  '      tạo sự thống nhất trong hành động của cả hệ thống       UBND tỉnh                       15/10/2026',
  '                                                                               Đảng ủy xã',
  '      chính trị.',
  '                                            7',
  '',
  'II   Nhiệm vụ theo lộ trình',
  '',
  'II.1 Hoàn thiện quy hoạch bến đò; quy định về neo đậu',
  '     Rà soát hệ thống văn bản quy định về bến đò, bến                    Đồng chí Lê Văn Mẫu -',
  '                                                             Đảng ủy UBND',
  ' 1   khách ngang sông trên địa bàn tỉnh                                    Tỉnh ủy viên, Phó Chủ 2026 - 2030',
  '                                                                  tỉnh',
  '                                                                         tịch UBND tỉnh',
  '                                                                         Đồng chí Trần Thị Mẫu -',
  '     Xây dựng Kế hoạch thay thế đò cũ, đò gỗ giai đoạn 2027 Đảng ủy UBND',
  ' 2                                                                        Tỉnh ủy viên, Phó Chủ 2029 - 2030',
  '     - 2030, tầm nhìn đến năm 2040                          tỉnh',
  '                                                                             tịch UBND tỉnh',
  '                                            8',
  '',
  '                                                                               Đồng chí Lê Văn Mẫu -',
  '   Đầu tư phao, áo phao cho các bến, ưu tiên những bến có Đảng ủy UBND',
  ' 3                                                                              Tỉnh ủy viên, Phó Chủ 2026 - 2027',
  '   học sinh qua lại hằng ngày                                tỉnh',
  '                                                                                   tịch UBND tỉnh',
  '',
  '(*) Thời hạn tính đến hết năm cuối.',
]

describe('a table below a printed head', () => {
  const tasks = extract(readText(PAGES.join('\n'), 'a.txt')).tasks

  it('keeps rows apart whose numbers stand in the middle, over pages, below groups', () => {
    assert.deepEqual(
      tasks.map(({ ref }) => ref),
      ['PL.I.1', 'PL.II.1.1', 'PL.II.1.2', 'PL.II.1.3'],
    )
    assert.equal(
      tasks[0]!.content,
      'Tổ chức học tập, quán triệt kế hoạch sửa chữa bến đò đến toàn thể cán bộ; nâng cao nhận thức, trách nhiệm, ' +
        'tạo sự thống nhất trong hành động của cả hệ thống chính trị.',
    )
  })

  it('parts cells that only one space keeps apart', () => {
    assert.deepEqual(
      tasks.map(({ lead, deadlines }) => [lead, deadlines.map(({ dueOn }) => dueOn)]),
      [
        [['Đảng ủy UBND tỉnh'], ['2026-10-15']],
        [['Đảng ủy UBND tỉnh'], ['2030-12-31']],
        [['Đảng ủy UBND tỉnh'], ['2030-12-31']],
        [['Đảng ủy UBND tỉnh'], ['2027-12-31']],
      ],
    )
    assert.equal(
      tasks[2]!.content,
      'Xây dựng Kế hoạch thay thế đò cũ, đò gỗ giai đoạn 2027 - 2030, tầm nhìn đến năm 2040',
    )
  })

  it('takes how a number must be reached, and its unit, from the words of the row', () => {
    const lines = [
      'TT          Chỉ tiêu                          Mục tiêu       Cơ quan chủ trì',
      '1    Tỷ lệ bến đò có phao đạt tối thiểu         90%          Sở Xây dựng',
      '2    Số bến đò được cấp phép                    25           Sở Xây dựng',
    ]
    const targets = extract(readText(lines.join('\n'), 'a.txt')).tasks.flatMap((task) => task.targets)
    assert.deepEqual(
      targets.map(({ comparator, value, unit }) => [comparator, value, unit]),
      [
        ['>=', 90, '%'],
        ['=', 25, 'bến đò'],
      ],
    )
  })

  describe('what stands directly above and below it', () => {
    const head = ['ỦY BAN NHÂN DÂN TỈNH AN BÌNH', 'Số: 15/KH-UBND', '          An Bình, ngày 05 tháng 3 năm 2026']
    const title = ['                      KẾ HOẠCH', '            Dọn bờ kè (MẪU)']
    const table = [
      'TT   Nhiệm vụ                              Chủ trì           Thời hạn',
      '1    Cắt cỏ bờ kè                          Sở Xây dựng       30/6/2026',
      '2    Sơn lan can cầu                       Sở Nội vụ         31/7/2026',
    ]
    const order = [
      'Sau khi các cơ quan làm xong việc nêu ở bảng trên, Sở Y tế',
      'báo cáo Ủy ban nhân dân tỉnh trước ngày 20/8/2026.',
    ]
    const section = [
      '',
      'II. TỔ CHỨC THỰC HIỆN',
      '',
      '1. Sở Y tế báo cáo kết quả dọn bờ kè của các xã, phường trước ngày 20/8/2026.',
    ]
    for (const [what, below] of [
      ['a sentence', order],
      ['a section', section],
    ] as const) {
      it(what, () => {
        const { document, tasks } = extract(readText([...head, ...title, ...table, ...below].join('\n'), 'mau.txt'))
        assert.deepEqual([document.issuedOn, document.subject], ['2026-03-05', 'Dọn bờ kè (MẪU)'])
        assert.deepEqual(
          tasks.map(({ lead, deadlines }) => [lead.join(), deadlines[0]?.dueOn]),
          [
            ['Sở Xây dựng', '2026-06-30'],
            ['Sở Nội vụ', '2026-07-31'],
            ['Sở Y tế', '2026-08-20'],
          ],
        )
      })
    }
  })

  it('goes on behind a line in capitals, a heading and a second line of a cell, while rows follow', () => {
    const lines = [
      'TT   Nhiệm vụ                              Chủ trì           Thời hạn',
      '1    Cắt cỏ bờ kè cho sạch ở các           Ủy ban nhân dân   30/6/2026',
      '     bến đò',
      'XÃ MẪU AN BÌNH',
      '2    Sơn lan can cầu                       Sở Nội vụ         31/7/2026',
      '',
      'Nhóm việc của các xã',
      '3    Mua phao                              Sở Y tế           20/8/2026',
    ]
    const text = `UBND TỈNH AN BÌNH\nSố: 15/KH-UBND\nKẾ HOẠCH\nDọn bờ kè (MẪU)\n\n${lines.join('\n')}`
    assert.deepEqual(
      extract(readText(text, 'mau.txt')).tasks.map(({ deadlines }) => deadlines[0]?.dueOn),
      ['2026-06-30', '2026-07-31', '2026-08-20'],
    )
  })

  it('is no table without numbered rows: the text stays as it is', () => {
    const text = ['TT      Tên gọi        Ghi rõ', 'Văn bản này không có bảng nào.', 'Mọi dòng đều là lời văn.'].join(
      '\n',
    )
    assert.equal(readText(text, 'a.txt').text, text)
  })
})

it('takes time in proportion to the length, also where no table follows a head', () => {
  const time = (times: number): number => {
    const lines = Array.from({ length: times }, () => [
      'TT      Nhiệm vụ        Chủ trì      Hạn',
      '1    Cắt cỏ bờ kè dọc sông cho sạch Sở A 2026',
    ]).flat()
    const start = performance.now()
    readText(lines.join('\n'), 'a.txt')
    return performance.now() - start
  }
  time(300)
  const [short, long] = [time(400), time(4_000)]
  assert.ok(long < short * 25 + 200, `${short.toFixed()} ms, ten times as long ${long.toFixed()} ms`)
})

it('is not looked for in a line longer than a page is wide, and costs no more where a cell is long', () => {
  const head = 'TT      Nhiệm vụ        Chủ trì      Hạn\n'
  const start = performance.now()
  readText(`${head}1       ${'dọn  bờ kè '.repeat(20_000)}\n2       Mua phao        Sở Y tế      2026`, 'a.txt')
  readText(`TT      ${'Nhiệm vụ        '.repeat(20_000)}\n1       Mua phao`, 'a.txt')
  assert.ok(performance.now() - start < 2_000)
})
