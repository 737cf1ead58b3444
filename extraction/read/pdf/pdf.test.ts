import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Draw, HEIGHT, paragraphAt, reach, readPages, textsOf } from './page.fixture.ts'

const at = (text: string, x: number, y: number, size = 12): Draw => ({ text, x, y, size })
const across = (left: number, right: number, y: number): Draw => ({ from: [left, y], to: [right, y] })
const rest = paragraphAt('Các sở, ban, ngành báo cáo kết quả dọn bờ kè về Sở Xây dựng để tổng hợp hằng quý.', 300)
const REST = 'Các sở, ban, ngành báo cáo kết quả dọn bờ kè về Sở Xây dựng để tổng hợp hằng quý.'

describe('letters drawn twice', () => {
  const line = '1. Sở Y tế mua áo phao trước ngày 30 tháng 6 năm 2026.'
  const halves: [string, string] = ['1. Sở Y tế mua áo phao ', 'trước ngày 30 tháng 6 năm 2026.']
  const cases: [string, Draw[]][] = [
    ['at the same place', [at(line, 85, 200), at(line, 85, 200)]],
    ['a little to the right, for bold', [at(line, 85, 200), at(line, 85.4, 200)]],
    ['a little lower, as a shadow', [at(line, 85, 200), at(line, 85.5, 200.6)]],
    ['three times', [at(line, 85, 200), at(line, 85.3, 200), at(line, 84.8, 200)]],
    [
      'in pieces over a whole',
      [at(line, 85, 200), at(halves[0], 85.3, 200), at(halves[1], 85.3 + reach(halves[0]), 200)],
    ],
    [
      'letter by letter',
      [...'Sở A'].flatMap((sign, index) => [at(sign, 85 + index * 8, 200), at(sign, 85.3 + index * 8, 200)]),
    ],
  ]
  for (const [what, draw] of cases) {
    it(what, async () => {
      const [first] = textsOf(await readPages({ draw: [...draw, ...rest] }))
      assert.equal(first, what === 'letter by letter' ? 'Sở A' : line)
    })
  }

  it('letters that really repeat stay', async () => {
    const text = 'Tổ công tác 11 xã, 22 thôn: bboo, xong hẳn hẳn năm 2000 và 2011.'
    assert.equal(textsOf(await readPages({ draw: [at(text, 85, 200, 8), ...rest] }))[0], text)
  })
})

describe('letters that a second font draws after the rest of the line', () => {
  it('stand where they are seen', async () => {
    const whole = 'Giao Sở Y tế tỉnh An Bình kiểm tra hệ thống trạm y tế.'
    const strange = new Set('ỉểệạ')
    /** Runs of letters of the first font, each at its place; then the others. */
    const runs: Draw[] = []
    const others: Draw[] = []
    let run = ''
    const close = (end: number): void => {
      if (run.trim() !== '') runs.push(at(run, 85 + reach(whole.slice(0, end - run.length)), 200))
      run = ''
    }
    for (const [index, sign] of [...whole].entries()) {
      if (!strange.has(sign)) {
        run += sign
        continue
      }
      close(index)
      others.push(at(sign, 85 + reach(whole.slice(0, index)), 200))
    }
    close(whole.length)
    assert.equal(textsOf(await readPages({ draw: [...runs, ...others, ...rest] }))[0], whole)
  })
})

describe('struck words', () => {
  const line = 'Sở Xây dựng dọn bờ kè trước ngày 05/4/2026 25/4/2026.'
  const from = 85 + reach('Sở Xây dựng dọn bờ kè trước ngày ')
  const to = from + reach('05/4/2026')
  const right = 'Sở Xây dựng dọn bờ kè trước ngày 25/4/2026.'

  it('by a line through them', async () => {
    const reading = await readPages({ draw: [at(line, 85, 200), across(from, to, 196.5), ...rest] })
    assert.deepEqual(textsOf(reading), [right, REST])
    const [warning] = reading.warnings
    assert.equal(warning?.code, 'struck_text')
    assert.match(warning?.message ?? '', /“05\/4\/2026”/)
    assert.equal(reading.text.slice(warning?.span?.start, warning?.span?.end), right)
  })

  it('by a thin box, and by a line for each word', async () => {
    const box: Draw[] = [across(from, to, 196.2), across(from, to, 196.9)]
    assert.equal(textsOf(await readPages({ draw: [at(line, 85, 200), ...box, ...rest] }))[0], right)
    const words = [
      at('Giao Sở A Sở B lập sổ.', 85, 200),
      across(85 + reach('Giao '), 85 + reach('Giao Sở'), 196),
      across(85 + reach('Giao Sở '), 85 + reach('Giao Sở A'), 196),
    ]
    assert.equal(textsOf(await readPages({ draw: [...words, ...rest] }))[0], 'Giao Sở B lập sổ.')
  })

  it('by the mark of a reviewer in the file', async () => {
    const y = HEIGHT - 200
    const annotation = `<< /Type /Annot /Subtype /StrikeOut /Rect [${from} ${y - 3} ${to} ${y + 10}] /QuadPoints [${from} ${y + 10} ${to} ${y + 10} ${from} ${y - 3} ${to} ${y - 3}] >>`
    const reading = await readPages({ draw: [at(line, 85, 200), ...rest], annotations: [annotation] })
    assert.equal(textsOf(reading)[0], right)
    assert.equal(reading.warnings[0]?.code, 'struck_text')
  })

  it('but not underlined words, nor text next to a long line', async () => {
    const reading = await readPages({
      draw: [at(line, 85, 200), across(from, to, 202), across(85, 520, 188), across(85, 520, 206), ...rest],
    })
    assert.deepEqual([textsOf(reading)[0], reading.warnings], [line, []])
  })
})

describe('hidden text', () => {
  const old = 'Sở Nội vụ dọn bờ kè trước ngày 01 tháng 01 năm 2020, gửi báo cáo về Ủy ban nhân dân tỉnh.'
  const seen = 'Sở Xây dựng dọn bờ kè trước ngày 25 tháng 4 năm 2026, gửi báo cáo về Ủy ban nhân dân tỉnh.'

  it('gives way to visible text, whether drawn invisibly or in a layer switched off', async () => {
    for (const how of [{ invisible: true }, { layer: 'off' as const }]) {
      const reading = await readPages({ draw: [{ ...at(old, 40, 200, 10), ...how } as Draw, at(seen, 40, 240, 10)] })
      assert.deepEqual(textsOf(reading), [seen])
    }
    const shown = await readPages({ draw: [{ ...at(seen, 40, 240, 10), layer: 'on' } as Draw] })
    assert.deepEqual(textsOf(shown), [seen])
  })

  it('is read where it is all the page has, as on a scan with its text below the picture', async () => {
    const reading = await readPages({
      draw: [{ ...at(old, 40, 200, 10), invisible: true } as Draw, at('Người ký: X', 300, 700, 8)],
    })
    assert.equal(textsOf(reading)[0], old)
  })
})

describe('filled forms', () => {
  const field = (value: string, x: number, y: number, more = ''): string =>
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V ${value} /F 4 /Rect [${x} ${HEIGHT - y - 4} ${x + 90} ${HEIGHT - y + 12}] ${more} >>`

  it('give the values of their fields in their places, and say so', async () => {
    const draw = [at('1. Sở Y tế mua áo phao trước ngày', 60, 200), at('theo kế hoạch.', 430, 200), ...rest]
    const reading = await readPages({ draw, annotations: [field('(30/6/2026)', 320, 200)] })
    assert.equal(textsOf(reading)[0], '1. Sở Y tế mua áo phao trước ngày 30/6/2026 theo kế hoạch.')
    assert.match(reading.warnings.find(({ code }) => code === 'form_fields')?.message ?? '', /“30\/6\/2026”/)
  })

  it('hidden and empty fields say nothing; a value printed into the page counts once', async () => {
    const draw = [at('Số: 12/KH-UBND', 60, 200), ...rest]
    const annotations = [field('(An)', 300, 100, '/F 2'), field('()', 300, 120), field('(12/KH-UBND)', 80, 200)]
    const reading = await readPages({ draw, annotations })
    assert.deepEqual([textsOf(reading), reading.warnings], [['Số: 12/KH-UBND', REST], []])
  })

  it('words typed over the page are text', async () => {
    const note = `<< /Type /Annot /Subtype /FreeText /Contents (45) /DA (/Helv 12 Tf) /F 4 /Rect [82 ${HEIGHT - 203} 110 ${HEIGHT - 189}] >>`
    const reading = await readPages({
      draw: [at('Số:', 60, 200), at('/QĐ-UBND', 112, 200), ...rest],
      annotations: [note],
    })
    assert.equal(textsOf(reading)[0], 'Số: 45 /QĐ-UBND')
  })
})

describe('running heads and feet', () => {
  const body = (number: number): Draw[] => [
    ...paragraphAt(
      `${number}. Sở Xây dựng phối hợp với các xã, phường kiểm tra bến đò khách ngang sông ở khu vực ${number}, báo cáo kết quả về Ủy ban nhân dân tỉnh, hoàn thành trước ngày 1${number} tháng 6 năm 2026.`,
      130,
    ),
  ]
  const texts = async (...pages: Draw[][]): Promise<[number, string[]]> => {
    const reading = await readPages(...pages.map((draw) => ({ draw })))
    return [textsOf(reading).length, [...textsOf(reading, 'header'), ...textsOf(reading, 'footer')]]
  }

  it('on two of three pages', async () => {
    const head = at('Kế hoạch số 9/KH-UBND', 240, 60, 10)
    assert.deepEqual(await texts(body(1), [head, ...body(2)], [head, ...body(3)]), [
      3,
      [head, head].map((one) => ('text' in one ? one.text : '')),
    ])
  })

  it('that change from left to right pages, and at the foot', async () => {
    const left = at('ỦY BAN NHÂN DÂN TỈNH MẪU', 85, 55, 9)
    const right = at('Kế hoạch dọn bờ kè', 430, 55, 9)
    const foot = at('Bản lấy ý kiến ngày 3/3', 250, 800, 9)
    const pages = [1, 2, 3, 4, 5].map((number) => [
      number % 2 ? right : left,
      ...body(number),
      ...(number > 3 ? [foot] : []),
    ])
    const [paragraphs, edges] = await texts(...pages)
    assert.equal(paragraphs, 5)
    assert.equal(edges.length, 7)
  })

  it('but not a label line that ends two pages', async () => {
    const last = at('Thời gian thực hiện: Năm 2026.', 113, 778, 13)
    const page = (text: string, ...more: Draw[]): Draw[] => [...paragraphAt(text, 742, { pitch: 18 }), ...more]
    const pages = [
      page('1. Kiểm tra bến đò khách ngang sông và lập sổ theo dõi áo phao trên đò của từng bến.', last),
      page('2. Treo biển báo ở hai đầu bến và niêm yết số điện thoại cứu hộ cho hành khách biết.'),
      page('3. Mở lớp dạy bơi cho học sinh các xã ven sông trong kỳ nghỉ hè hằng năm của trường.', last),
    ]
    assert.deepEqual((await texts(...pages))[1], [])
  })
})

describe('a text layer with broken letters', () => {
  it('is said to be unreadable, and the page is recognised from its picture', async () => {
    const lines = [
      'uY BAN NgAN nAN TiNH MAU CQNG HOA xA HQI CHU NGHiA',
      'DQc lap - Tg do - Hanh phric V/v ki6m tra ben dd kh6ch s6ng',
      'Thgc hiQn Chi thi cua Thu tu6ng Chinh phu vO viQc tang cuong',
      'tly ban nhAn dAn tinh y6u cAu cdc don vi thgc hiQn nghi6m tric',
    ]
    const reading = await readPages({ draw: lines.map((line, index) => at(line, 85, 200 + index * 20)) })
    assert.equal(reading.recognised, true)
    const message = reading.warnings.find(({ code }) => code === 'broken_letters')?.message ?? ''
    assert.match(message, /trang 1 \(ví dụ “.*NgAN.*”\), không đọc được; đã nhận dạng lại/)
  })
})

describe('notes', () => {
  const pageOf = (draw: Draw[]): Draw[] => [
    ...draw,
    ...paragraphAt(
      'Sở Y tế mua áo phao cho các bến đò khách ngang sông trên địa bàn tỉnh theo quy định hiện hành.',
      400,
    ),
  ]

  it('their small raised marks are no text, and a date stays a date', async () => {
    const year = 'Sở Xây dựng dọn bờ kè, xong trong năm 2026'
    const draw = [
      at(year, 85, 200, 13),
      at('1', 85 + reach(year, 13), 195, 8),
      at(' theo kế hoạch.', 85 + reach(year, 13) + 5, 200, 13),
    ]
    assert.equal(textsOf(await readPages({ draw: pageOf(draw) }))[0], `${year} theo kế hoạch.`)
    const star = [at('Tập huấn sơ cứu', 85, 200, 13), at('(*)', 85 + reach('Tập huấn sơ cứu', 13), 194, 7)]
    assert.equal(textsOf(await readPages({ draw: pageOf(star) }))[0], 'Tập huấn sơ cứu')
    // A browser prints its marks at 0.83 of the text; none leaves a space before what follows.
    const day = 'Sở Y tế rà soát trước ngày 10/5'
    const browser = [
      at(day, 85, 200, 13),
      at('2', 85 + reach(day, 13), 195, 10.8),
      at('; mua phao.', 85 + reach(day, 13) + 6, 200, 13),
    ]
    assert.equal(textsOf(await readPages({ draw: pageOf(browser) }))[0], `${day}; mua phao.`)
    const area = [
      at('Phát quang 100 m', 85, 200, 13),
      at('2', 85 + reach('Phát quang 100 m', 13), 195, 8),
      at('bờ kè.', 85 + reach('Phát quang 100 m', 13) + 9, 200, 13),
    ]
    assert.equal(textsOf(await readPages({ draw: pageOf(area) }))[0], 'Phát quang 100 m2 bờ kè.')
  })

  it('at the foot of the page do not cut the paragraph that goes on', async () => {
    const first = paragraphAt(
      '1. Sở Xây dựng phối hợp với các xã, phường kiểm tra bến đò khách ngang sông, lập danh sách bến không đủ điều kiện và báo cáo Ủy ban nhân dân tỉnh trước ngày 30',
      700,
    )
    const notes = [
      at('1', 85, 767, 6),
      at('Theo Nghị định số 12/2020/NĐ-CP của Chính phủ về bến đò.', 91, 771, 10),
      at('2', 85, 780, 6),
      at('Chỉ thị số 7/CT-UBND của Ủy ban nhân dân tỉnh.', 91, 784, 10),
    ]
    const reading = await readPages(
      { draw: [...first, ...notes] },
      { draw: [at('tháng 6 năm 2026.', 85, 80, 13), ...paragraphAt('2. Sở Y tế mua áo phao.', 110)] },
    )
    assert.match(textsOf(reading)[0] ?? '', /trước ngày 30 tháng 6 năm 2026\.$/)
    assert.deepEqual(textsOf(reading, 'note'), [
      '1 Theo Nghị định số 12/2020/NĐ-CP của Chính phủ về bến đò.',
      '2 Chỉ thị số 7/CT-UBND của Ủy ban nhân dân tỉnh.',
    ])
  })
  it('are none where nothing is raised: a small list at the foot of the page is text', async () => {
    const first = paragraphAt('1. Sở Xây dựng lập danh sách các bến đò không đủ điều kiện hoạt động.', 700)
    const list = [
      at('1 Sở Y tế mua phao trước ngày 30/6/2026.', 85, 771, 10),
      at('2 Sở Nội vụ rà soát biên chế trước ngày 30/6/2026.', 85, 784, 10),
    ]
    const reading = await readPages({ draw: [...first, ...list] })
    assert.deepEqual(textsOf(reading, 'note'), [])
  })
})

describe('paragraphs', () => {
  const long =
    'a) Chủ trì, phối hợp với Công an tỉnh và Ủy ban nhân dân các xã, phường kiểm tra toàn bộ bến đò khách ngang sông, lập danh sách bến không đủ điều kiện hoạt động, báo cáo Ủy ban nhân dân tỉnh trước ngày 30 tháng 4 năm 2026.'
  const shapes: [string, Parameters<typeof paragraphAt>[2]][] = [
    ['indented', {}],
    ['with a hanging indent', { indent: -18, x: 103 }],
    ['flush left', { indent: 0 }],
    ['in a narrow column', { width: 300 }],
    ['widely spaced', { pitch: 30 }],
  ]
  for (const [what, shape] of shapes) {
    it(`${what} are whole`, async () => {
      const draw = [
        ...paragraphAt(long, 200, shape),
        ...paragraphAt('b) Cấp phép hoạt động cho các bến đủ điều kiện.', 420, shape),
      ]
      assert.deepEqual(textsOf(await readPages({ draw })), [long, 'b) Cấp phép hoạt động cho các bến đủ điều kiện.'])
    })
  }

  it('next to small print keep their lines together', async () => {
    const small = Array.from({ length: 14 }, (_, index) =>
      at(`Dòng chữ nhỏ thứ ${index + 1} của khung ghi chú.`, 85, 80 + index * 9, 7),
    )
    const reading = await readPages({ draw: [...small, ...paragraphAt(long, 260, { pitch: 24 })] })
    assert.equal(textsOf(reading).at(-1), long)
  })

  it('a numbered line begins an item, even below a full line without a full stop', async () => {
    const head = 'II. Nhiệm vụ trọng tâm và phân công thực hiện đối với bến đò khách ngang'
    const reading = await readPages({
      draw: [
        at(head, 85, 200, 13),
        at('1. Sở Y tế mua áo phao.', 85, 218, 13),
        at('2. Công an tỉnh cấp biển số.', 85, 236, 13),
      ],
    })
    assert.deepEqual(textsOf(reading), [head, '1. Sở Y tế mua áo phao.', '2. Công an tỉnh cấp biển số.'])
  })

  it('the two texts of the head stay apart, and so do recipients and signature', async () => {
    const centred = (text: string, x: number, y: number): Draw => at(text, x - reach(text) / 2, y)
    const draw = [
      centred('ỦY BAN NHÂN DÂN', 160, 70),
      centred('TỈNH MẪU', 160, 86),
      centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 410, 70),
      centred('Độc lập - Tự do - Hạnh phúc', 410, 86),
      centred('Số: 45/KH-UBND', 160, 112),
      centred('Mẫu, ngày 12 tháng 3 năm 2026', 410, 112),
      ...paragraphAt(long, 200),
      at('Nơi nhận:', 85, 320),
      at('- Các sở, ban, ngành;', 85, 335),
      at('- Lưu: VT.', 85, 350),
      centred('KT. CHỦ TỊCH', 420, 320),
      centred('PHÓ CHỦ TỊCH', 420, 335),
    ]
    const texts = textsOf(await readPages({ draw }))
    assert.deepEqual(texts.slice(0, 5), [
      'ỦY BAN NHÂN DÂN TỈNH MẪU',
      'Số: 45/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Mẫu, ngày 12 tháng 3 năm 2026',
    ])
    assert.deepEqual(texts.slice(6, 9), ['Nơi nhận:', '- Các sở, ban, ngành;', '- Lưu: VT.'])
  })

  it('the cells of a ruled table stay cells', async () => {
    const xs = [85, 120, 330, 520]
    const ys = [200, 225, 265, 290]
    const rules: Draw[] = [
      ...ys.map((y) => across(85, 520, y)),
      ...xs.map((x): Draw => ({ from: [x, 200], to: [x, 290] })),
    ]
    const cells = [
      at('TT', 90, 217),
      at('Nhiệm vụ', 125, 217),
      at('Chủ trì', 335, 217),
      at('1', 90, 240),
      at('Phát quang bờ kè dọc', 125, 240),
      at('sông', 125, 256),
      at('Sở Xây dựng', 335, 240),
      at('2', 90, 282),
      at('Sơn lan can', 125, 282),
      at('Sở Y tế', 335, 282),
    ]
    const reading = await readPages({ draw: [...rules, ...cells, ...paragraphAt(long, 400)] })
    assert.deepEqual(textsOf(reading, 'table'), [
      'TT | Nhiệm vụ | Chủ trì\n1 | Phát quang bờ kè dọc sông | Sở Xây dựng\n2 | Sơn lan can | Sở Y tế',
    ])
  })
})

describe('a table whose columns are narrow', () => {
  const tableOf = async (rows: string[][][], pages: number[]): Promise<string[]> => {
    const xs = [85, 140, 335, 520]
    let row = 0
    const drawn = pages.map((count) => {
      const own = rows.slice(row, row + count)
      row += count
      const ys = [100]
      for (const cells of own) ys.push(ys.at(-1)! + 8 + 16 * Math.max(...cells.map((cell) => cell.length)))
      return {
        draw: [
          ...ys.map((y) => across(85, 520, y)),
          ...xs.map((x): Draw => ({ from: [x, ys[0]!], to: [x, ys.at(-1)!] })),
          ...own.flatMap((cells, index) =>
            cells.flatMap((lines, column) =>
              lines.map((line, below) => at(line, xs[column]! + 4, ys[index]! + 16 + 16 * below)),
            ),
          ),
        ],
      }
    })
    return textsOf(await readPages(...drawn), 'table')
  }
  it('keeps the numbers whole that they break', async () => {
    const rows = [
      [['Hạn'], ['Nhiệm vụ'], ['Chủ trì']],
      [['10-', '11/202', '6'], ['Phát quang bờ kè dọc sông'], ['Sở Xây dựng']],
      [['II.', '1'], ['Sơn lan can các cầu'], ['Sở Y tế']],
    ]
    assert.deepEqual(await tableOf(rows, [3]), [
      'Hạn | Nhiệm vụ | Chủ trì\n10-11/2026 | Phát quang bờ kè dọc sông | Sở Xây dựng\nII.1 | Sơn lan can các cầu | Sở Y tế',
    ])
  })
  it('keeps a row whole that the end of the page cuts, its day as well', async () => {
    const rows = [
      [['Hạn'], ['Nhiệm vụ'], ['Chủ trì']],
      [['7/2026'], ['Phát quang bờ kè dọc sông'], ['Sở Xây dựng']],
      [['10-'], ['Sơn lan can các cầu và'], ['Sở Văn hóa và Thể']],
      [['11/2026'], ['các bến đò ngang của tỉnh'], ['thao']],
    ]
    assert.deepEqual(await tableOf(rows, [3, 1]), [
      'Hạn | Nhiệm vụ | Chủ trì\n7/2026 | Phát quang bờ kè dọc sông | Sở Xây dựng\n10-11/2026 | Sơn lan can các cầu và các bến đò ngang của tỉnh | Sở Văn hóa và Thể thao',
    ])
  })
})

describe('a last page with only a few letters', () => {
  it('does not make the document unreadable, and is read', async () => {
    const reading = await readPages({ draw: paragraphAt(REST, 100) }, { draw: [at('- Lưu: VT.', 85, 100)] })
    assert.deepEqual(textsOf(reading), [REST, '- Lưu: VT.'])
    assert.equal(reading.recognised, false)
  })
})

describe('items in one wording, each at the foot of its page', () => {
  it('are no running foot', async () => {
    const item = (n: number): string => `${n}. Sở Y tế rà soát kho thuốc số ${n} trước ngày 1${n}/5/2026.`
    const reading = await readPages(...[1, 2, 3].map((n) => ({ draw: [...rest, at(item(n), 85, HEIGHT - 60)] })))
    for (const n of [1, 2, 3]) assert.ok(textsOf(reading).includes(item(n)), item(n))
  })
})
