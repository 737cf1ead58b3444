import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from './text.ts'

const read = (...lines: string[]) => readText(lines.join('\n'), 'a.txt')
const rowsOf = (...lines: string[]): string[][] => {
  const reading = read(...lines)
  const rows: string[][] = []
  for (const cell of reading.blocks.find((block) => block.kind === 'table')?.cells ?? []) {
    rows[cell.row] ??= []
    rows[cell.row]!.push(reading.text.slice(cell.span.start, cell.span.end))
  }
  return rows
}

describe('two texts side by side', () => {
  it('the national header: each side in its own order', () => {
    const headers = [
      [
        '   ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '     TỈNH LÀO CAI                          Độc lập - Tự do - Hạnh phúc',
        '',
        '    Số: 145/KH-UBND                     Lào Cai, ngày 12 tháng 3 năm 2026',
      ],
      [
        'BỘ Y TẾ                              CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '-------                                  Độc lập - Tự do - Hạnh phúc',
        'Số: 145/KH-UBND                      Hà Nội, ngày 12 tháng 3 năm 2026',
      ],
      [
        '  THÀNH ỦY CẦN THƠ                       ĐẢNG CỘNG SẢN VIỆT NAM',
        '        *                           Cần Thơ, ngày 12 tháng 3 năm 2026',
        '   Số 145-CT/TU',
      ],
    ]
    const lines = headers.map((header) => read(...header, '', '            CHỈ THỊ').text.split('\n'))
    assert.deepEqual(lines[0]!.slice(0, 6), [
      'ỦY BAN NHÂN DÂN',
      'TỈNH LÀO CAI',
      'Số: 145/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Lào Cai, ngày 12 tháng 3 năm 2026',
    ])
    assert.deepEqual(lines[1]!.slice(0, 3), ['BỘ Y TẾ', '-------', 'Số: 145/KH-UBND'])
    assert.deepEqual(lines[2]!.slice(0, 2), ['THÀNH ỦY CẦN THƠ', '*'])
    for (const header of headers.slice(0, 2)) {
      const { document } = extract(read(...header, '', 'KẾ HOẠCH', 'Dọn bờ kè', '', '1. Giao Sở Y tế mua áo phao.'))
      assert.equal(document.number, '145/KH-UBND')
      assert.equal(document.issuedOn, '2026-03-12')
    }
  })

  it('recipients and signature, whichever is longer', () => {
    const reading = read(
      'Nơi nhận:                                     TM. ỦY BAN NHÂN DÂN',
      '- Như trên;                                        CHỦ TỊCH',
      '- Các sở, ban, ngành;',
      '- Lưu: VT.',
      '',
      '',
      '                                                 Trần Văn Mẫu',
      '              PHỤ LỤC',
    )
    assert.deepEqual(reading.text.split('\n'), [
      'Nơi nhận:',
      '- Như trên;',
      '- Các sở, ban, ngành;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Trần Văn Mẫu',
      '              PHỤ LỤC',
    ])
  })
})

describe('a table laid out by spaces', () => {
  it('gives its rows and the tasks in them', () => {
    const lines = [
      ' TT   Nội dung nhiệm vụ          Cơ quan chủ     Cơ quan phối     Thời gian',
      '                                     trì             hợp          hoàn thành',
      ' 1    Phát quang bờ kè dọc       Sở Xây dựng     Sở Tài chính;    Tháng 6/2026',
      '      sông, dọn rác tại các                      UBND các xã,',
      '      bến đò                                     phường',
      ' 2    Sơn lại lan can cầu        Sở Y tế                          Quý IV/2026',
      ' 3    Tổ chức tập huấn cắt cỏ    Sở Nội vụ       Công an tỉnh     Trước ngày',
      '      cho các xã                                                  15/8/2026',
    ]
    assert.deepEqual(rowsOf(...lines), [
      ['TT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành'],
      [
        '1',
        'Phát quang bờ kè dọc sông, dọn rác tại các bến đò',
        'Sở Xây dựng',
        'Sở Tài chính; UBND các xã, phường',
        'Tháng 6/2026',
      ],
      ['2', 'Sơn lại lan can cầu', 'Sở Y tế', '', 'Quý IV/2026'],
      ['3', 'Tổ chức tập huấn cắt cỏ cho các xã', 'Sở Nội vụ', 'Công an tỉnh', 'Trước ngày 15/8/2026'],
    ])
    assert.deepEqual(
      extract(read(...lines)).tasks.map(({ lead, deadlines }) => [lead[0], deadlines[0]?.dueOn]),
      [
        ['Sở Xây dựng', '2026-06-30'],
        ['Sở Y tế', '2026-12-31'],
        ['Sở Nội vụ', '2026-08-15'],
      ],
    )
  })

  it('with numbers in the middle of rows, a header of two lines and group rows', () => {
    assert.deepEqual(
      rowsOf(
        '                                             Cơ quan thực hiện            Thời hạn',
        'STT          Nhiệm vụ',
        '                                        Chủ trì            Phối hợp       hoàn thành',
        '',
        '  I    NHÓM VIỆC BỜ KÈ',
        '',
        '       Phát quang bờ kè dọc sông',
        ' 1     và dọn rác tại các bến đò    Sở Xây dựng        Sở Tài chính       30/6/2026',
        '       ở nội thành',
        '',
        '                                                       UBND các xã,',
        ' 2     Sơn lại lan can cầu          Sở Y tế                               15/7/2026',
        '                                                       phường',
        '',
        ' 3     Cấp phép bến đò              Công an tỉnh       Sở Nội vụ          Quý III/2026',
      ).slice(1),
      [
        ['I', 'NHÓM VIỆC BỜ KÈ', '', '', ''],
        [
          '1',
          'Phát quang bờ kè dọc sông và dọn rác tại các bến đò ở nội thành',
          'Sở Xây dựng',
          'Sở Tài chính',
          '30/6/2026',
        ],
        ['2', 'Sơn lại lan can cầu', 'Sở Y tế', 'UBND các xã, phường', '15/7/2026'],
        ['3', 'Cấp phép bến đò', 'Công an tỉnh', 'Sở Nội vụ', 'Quý III/2026'],
      ],
    )
  })

  it('without a column of numbers', () => {
    assert.deepEqual(
      rowsOf(
        'Nhiệm vụ                        Đơn vị chủ trì        Hạn',
        'Lập danh mục bến đò cần sửa     Vụ Kế hoạch           Tháng 4/2026',
        'và dự toán',
        'Tập huấn sơ cứu                 Cục Quản lý           Tháng 5/2026',
        '                                khám chữa bệnh',
        'Kiểm tra bến                    Thanh tra Bộ          Tháng 6/2026',
      ),
      [
        ['Nhiệm vụ', 'Đơn vị chủ trì', 'Hạn'],
        ['Lập danh mục bến đò cần sửa và dự toán', 'Vụ Kế hoạch', 'Tháng 4/2026'],
        ['Tập huấn sơ cứu', 'Cục Quản lý khám chữa bệnh', 'Tháng 5/2026'],
        ['Kiểm tra bến', 'Thanh tra Bộ', 'Tháng 6/2026'],
      ],
    )
  })

  it('over two pages with other columns, page numbers between', () => {
    assert.deepEqual(
      rowsOf(
        'TT    Nhiệm vụ                   Chủ trì         Thời hạn',
        '1     Cắt cỏ bờ kè               Sở Y tế         30/6/2026',
        '2     Sơn lan can cầu            Sở Nội vụ       15/7/2026',
        '',
        '',
        '',
        '                           4',
        '\f3      Treo biển báo ở hai        Công an tỉnh       31/8/2026',
        '       đầu bến đò',
        '4      Đặt phao                   Sở Xây dựng        Quý III/2026',
      ),
      [
        ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
        ['1', 'Cắt cỏ bờ kè', 'Sở Y tế', '30/6/2026'],
        ['2', 'Sơn lan can cầu', 'Sở Nội vụ', '15/7/2026'],
        ['3', 'Treo biển báo ở hai đầu bến đò', 'Công an tỉnh', '31/8/2026'],
        ['4', 'Đặt phao', 'Sở Xây dựng', 'Quý III/2026'],
      ],
    )
  })

  it('and one with tabs between its cells', () => {
    assert.deepEqual(
      rowsOf('Trước bảng.', '', 'TT\tNhiệm vụ\tChủ trì', '1\tCắt cỏ\tSở Y tế', '2\tSơn lan can\t', '', 'Hết.'),
      [
        ['TT', 'Nhiệm vụ', 'Chủ trì'],
        ['1', 'Cắt cỏ', 'Sở Y tế'],
        ['2', 'Sơn lan can', ''],
      ],
    )
  })
})

it('running text, justified lines and blanks to fill in stay as they are', () => {
  const texts = [
    'Số:          /UBND-KT\nV/v kiểm tra bến đò\n\nKính gửi: Các sở,  ban,  ngành.',
    'Ủy  ban  nhân dân  tỉnh yêu cầu các sở, ban,  ngành kiểm   tra bến đò khách\nngang sông,  lập danh  sách bến không đủ điều kiện  hoạt  động, báo cáo\nỦy ban nhân dân   tỉnh trước  ngày 30 tháng 4 năm 2026.',
    'TT | Nhiệm vụ   | Chủ trì\n1  | Cắt cỏ     | Sở Y tế\n2  | Sơn        | Sở Nội vụ',
    '- Một\n\n   - Hai\n\n      - Ba',
  ]
  for (const text of texts) assert.equal(readText(text, 'a.txt').text, text)
})

it('takes time in proportion to the length', () => {
  const row = ' 1    Phát quang bờ kè dọc       Sở Xây dựng     Sở Tài chính;    Tháng 6/2026\n'
  const time = (rows: number): number => {
    const begun = performance.now()
    readText(row.repeat(rows), 'a.txt')
    return performance.now() - begun
  }
  time(2_000)
  assert.ok(time(40_000) < Math.max(400, time(4_000) * 40))
})

it('keeps the two sides of a letterhead apart where no column between them stays free', () => {
  const text = `BỘ MẪU       CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
   CỤC KỸ THUẬT AN TOÀN         Độc lập - Tự do - Hạnh phúc
VÀ MÔI TRƯỜNG BẾN ĐÒ

       Số: 216/ATMT                                   Hà Nội, ngày 30 tháng 01 năm 2026
`
  assert.deepEqual(readText(text, 'mau.txt').text.split('\n').slice(0, 5), [
    'BỘ MẪU',
    'CỤC KỸ THUẬT AN TOÀN',
    'VÀ MÔI TRƯỜNG BẾN ĐÒ',
    'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
  ])
})
