import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { readDocx } from './docx.ts'
import { linesOf, paragraph, readBody, run } from './word.fixture.ts'

const br = '<w:r><w:br/></w:r>'
const page = '<w:r><w:br w:type="page"/></w:r>'
const deletedEnd = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
const movedEnd = '<w:rPr><w:moveFrom w:id="1" w:author="A"/></w:rPr>'

describe('a break inside a paragraph', () => {
  const cases: [string, string, string[]][] = [
    [
      'a soft break in the middle of a sentence ends nothing',
      run('1. Sở Y tế lập danh sách trạm,') + br + run('trình Ủy ban nhân dân tỉnh trước ngày 10/5/2026.'),
      ['1. Sở Y tế lập danh sách trạm, trình Ủy ban nhân dân tỉnh trước ngày 10/5/2026.'],
    ],
    [
      'a carriage return and a page break neither',
      `${run('Công an tỉnh cấp lại biển số cho')}<w:r><w:cr/></w:r>${run('các phương tiện công, báo cáo trước')}${page}${run('ngày 02/7/2026.')}`,
      ['Công an tỉnh cấp lại biển số cho các phương tiện công, báo cáo trước ngày 02/7/2026.'],
    ],
    [
      'where Word last broke the page is no break at all',
      `<w:r><w:t>Sở Nội vụ rà </w:t><w:lastRenderedPageBreak/><w:t>soát biên chế.</w:t></w:r>`,
      ['Sở Nội vụ rà soát biên chế.'],
    ],
    [
      'a unit broken after its first words',
      run('Giao các') + br + run('Sở, ban, ngành tổng hợp số liệu.'),
      ['Giao các Sở, ban, ngành tổng hợp số liệu.'],
    ],
    [
      'items and labels begin lines of their own',
      ['2. Quản lý bến đò', 'Đơn vị chủ trì: Sở Xây dựng', 'Thời hạn: tháng 6', '- Cấp phép bến', 'a) thu hồi phép cũ']
        .map((text) => run(text))
        .join(br),
      ['2. Quản lý bến đò', 'Đơn vị chủ trì: Sở Xây dựng', 'Thời hạn: tháng 6', '- Cấp phép bến', 'a) thu hồi phép cũ'],
    ],
    [
      'the header keeps its lines',
      run('ỦY BAN NHÂN DÂN') + br + run('TỈNH MẪU') + br + run('-------') + br + run('Số: 12/KH-UBND'),
      ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU', '-------', 'Số: 12/KH-UBND'],
    ],
    [
      'a title keeps its lines',
      run('KẾ HOẠCH') + br + run('triển khai dọn bờ kè năm 2026'),
      ['KẾ HOẠCH', 'triển khai dọn bờ kè năm 2026'],
    ],
  ]
  for (const [what, content, lines] of cases) {
    it(what, () => assert.deepEqual(linesOf(readBody(paragraph(content))), lines))
  }
})

describe('one paragraph for each printed line', () => {
  it('joins the lines of a sentence, whatever the case of the next word', () => {
    const reading = readBody(
      [
        '1. Sở Tài chính chủ trì, phối hợp với Kho bạc Nhà nước khu vực và các đơn vị liên quan lập',
        'Phương án phân bổ vốn sửa chữa cầu treo, trình Ủy ban nhân dân tỉnh xem xét, phê duyệt và',
        'công bố trước ngày 20 tháng 4 năm 2026.',
        '2. Sở Xây dựng kiểm tra các cầu treo trên địa bàn, treo biển tải trọng ở hai đầu cầu theo',
        'quy chuẩn, hoàn thành trong quý II năm 2026.',
      ]
        .map((line) => paragraph(line))
        .join(''),
    )
    assert.deepEqual(linesOf(reading), [
      '1. Sở Tài chính chủ trì, phối hợp với Kho bạc Nhà nước khu vực và các đơn vị liên quan lập Phương án phân bổ vốn sửa chữa cầu treo, trình Ủy ban nhân dân tỉnh xem xét, phê duyệt và công bố trước ngày 20 tháng 4 năm 2026.',
      '2. Sở Xây dựng kiểm tra các cầu treo trên địa bàn, treo biển tải trọng ở hai đầu cầu theo quy chuẩn, hoàn thành trong quý II năm 2026.',
    ])
  })

  it('leaves whole paragraphs, headings and short lines alone', () => {
    const whole = [
      'II. NHIỆM VỤ',
      'Nâng cấp bến đò khách ngang sông trên địa bàn các xã vùng hạ du',
      'Ủy ban nhân dân các xã lập danh mục bến đò cần nâng cấp, gửi Sở Xây dựng tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 30/6/2026; bố trí vốn sự nghiệp để sửa chữa nhỏ hằng năm.',
      'Sở Xây dựng',
      'kiểm tra bến',
    ]
    assert.deepEqual(linesOf(readBody(whole.map((line) => paragraph(line)).join(''))), whole)
  })
})

describe('tracked changes', () => {
  it('a deleted end joins two paragraphs, a moved end too, and three in a row', () => {
    const reading = readBody(
      paragraph('Điều 1. Sở Y tế mua áo phao, xong trước', deletedEnd) +
        paragraph(' ngày 15/6/2026.') +
        paragraph('Điều 2. Sở Nội vụ', movedEnd) +
        paragraph(' mở lớp', deletedEnd) +
        paragraph(' cứu đuối.'),
    )
    assert.deepEqual(linesOf(reading), [
      'Điều 1. Sở Y tế mua áo phao, xong trước ngày 15/6/2026.',
      'Điều 2. Sở Nội vụ mở lớp cứu đuối.',
    ])
  })

  it('a deleted end before a table or at the end of a cell holds nothing back', () => {
    const cell = (content: string): string => `<w:tc>${content}</w:tc>`
    const row = `<w:tr>${cell(paragraph('1', deletedEnd))}${cell(paragraph('Cắt', deletedEnd) + paragraph(' cỏ'))}</w:tr>`
    const reading = readBody(`${paragraph('Danh mục', deletedEnd)}<w:tbl>${row}${row}</w:tbl>${paragraph('Hết')}`)
    assert.deepEqual(linesOf(reading), ['Danh mục', '1 | Cắt cỏ', '1 | Cắt cỏ', 'Hết'])
  })

  it('says what was deleted and where; what was moved counts where it came to', () => {
    const reading = readBody(
      paragraph(
        `${run('Giao ')}<w:del><w:r><w:delText>Sở A</w:delText></w:r></w:del><w:ins>${run('Sở B')}</w:ins>${run(' lập kế hoạch.')}`,
      ) +
        `<w:p><w:moveFrom>${run('Dời đi')}</w:moveFrom></w:p>` +
        `<w:p><w:moveTo>${run('Dời đi')}</w:moveTo></w:p>`,
    )
    assert.deepEqual(linesOf(reading), ['Giao Sở B lập kế hoạch.', 'Dời đi'])
    const [first] = reading.warnings
    assert.equal(first?.code, 'deleted_text')
    assert.match(first?.message ?? '', /“Sở A”/)
    assert.equal(reading.text.slice(first?.span?.start, first?.span?.end), 'Giao Sở B lập kế hoạch.')
  })
})

it('raised marks of notes typed by hand are no text', () => {
  const raised = (text: string): string => run(text, '<w:vertAlign w:val="superscript"/>')
  const reading = readBody(
    paragraph(run('Sở A xây 500 m') + raised('2') + run(' nhà trong tháng 1') + raised('2') + run(' năm 2027.')) +
      paragraph(raised('2') + run(' Sở B có ý kiến.')),
  )
  assert.deepEqual(
    reading.blocks.map(({ kind, span }) => [kind, reading.text.slice(span.start, span.end).trim()]),
    [
      ['paragraph', 'Sở A xây 500 m2 nhà trong tháng 1 năm 2027.'],
      ['note', 'Sở B có ý kiến.'],
    ],
  )
})

describe('struck words', () => {
  for (const strike of ['<w:strike/>', '<w:dstrike/>', '<w:strike w:val="true"/>']) {
    it(`${strike} no longer hold, and the reviewer is told`, () => {
      const reading = readBody(
        paragraph(run('Sở Y tế báo cáo trước ngày ') + run('05/4/2026', strike) + run(' 25/4/2026.')),
      )
      assert.equal(reading.text, 'Sở Y tế báo cáo trước ngày  25/4/2026.')
      assert.deepEqual(
        reading.warnings.map(({ code, message }) => [code, message]),
        [['struck_text', 'Không tính chữ bị gạch ngang: “05/4/2026”. Hãy đối chiếu với bản gốc khi rà soát.']],
      )
    })
  }

  it('a strike that is switched off strikes nothing', () => {
    const reading = readBody(paragraph(run('còn hiệu lực', '<w:strike w:val="0"/>')))
    assert.deepEqual([reading.text, reading.warnings], ['còn hiệu lực', []])
  })

  it('in a cell and in a whole item', () => {
    const reading = readBody(
      `<w:tbl><w:tr><w:tc>${paragraph('1')}</w:tc><w:tc>${paragraph(run('Sở A', '<w:strike/>') + run('Sở B'))}</w:tc></w:tr>
        <w:tr><w:tc>${paragraph('2')}</w:tc><w:tc>${paragraph('Sở C')}</w:tc></w:tr></w:tbl>${paragraph(run('3. Bỏ cả mục', '<w:strike/>'))}`,
    )
    assert.deepEqual(linesOf(reading), ['1 | Sở B', '2 | Sở C'])
    assert.deepEqual(
      reading.warnings.map(({ message }) => /“(.*)”/.exec(message)?.[1]),
      ['Sở A', '3. Bỏ cả mục'],
    )
  })
})

describe('form fields', () => {
  const mark = (type: string, data = ''): string => `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`
  const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`

  it('a filled text field is its value', () => {
    const field =
      mark('begin', '<w:ffData><w:textInput/></w:ffData>') +
      code(' FORMTEXT ') +
      mark('separate') +
      run('30/9/2026') +
      mark('end')
    assert.equal(readBody(paragraph(`${run('Hạn: ')}${field}${run('.')}`)).text, 'Hạn: 30/9/2026.')
  })

  it('check boxes and lists of choices say what was chosen', () => {
    const box = (state: string): string =>
      mark('begin', `<w:ffData><w:checkBox><w:default w:val="0"/>${state}</w:checkBox></w:ffData>`) +
      code(' FORMCHECKBOX ') +
      mark('end')
    const list =
      mark(
        'begin',
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Sở A"/><w:listEntry w:val="Sở B"/></w:ddList></w:ffData>',
      ) +
      code(' FORMDROPDOWN ') +
      mark('end')
    assert.equal(
      readBody(paragraph(`${box('<w:checked/>')}${run(' Có ')}${box('')}${run(' Không; ')}${list}`)).text,
      '☒ Có ☐ Không; Sở B',
    )
  })

  it('the code of a field is not text, even with another field in it', () => {
    const inner = mark('begin') + code(' MERGEFIELD x ') + mark('separate') + run('ẩn') + mark('end')
    const field = mark('begin') + code(' IF ') + inner + mark('separate') + run('hiện') + mark('end')
    assert.equal(readBody(paragraph(`${field}${run(' rõ')}`)).text, 'hiện rõ')
  })

  it('a content control gives its content, but not the prompt of an empty one', () => {
    const control = (properties: string, text: string): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`
    const body = paragraph(
      `${control('', 'Sở Y tế ')}${control('<w:showingPlcHdr/>', 'Bấm để nhập')}${run('báo cáo.')}`,
    )
    assert.equal(readBody(body).text, 'Sở Y tế báo cáo.')
  })
})

describe('a web page in the package', () => {
  const packed = (name: string, content: string): Uint8Array =>
    zipSync({
      'word/document.xml': strToU8(
        '<?xml version="1.0"?><w:document xmlns:w="w" xmlns:r="r"><w:body><w:p><w:r><w:t>Đầu</w:t></w:r></w:p><w:altChunk r:id="c1"/></w:body></w:document>',
      ),
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships><Relationship Id="c1" Target="/word/${name}" Type="http://x/aFChunk"/></Relationships>`,
      ),
      [`word/${name}`]: strToU8(content),
    })
  const page =
    '<html><body><p>1. Sở Y tế <s>bỏ</s>mua áo phao.</p><table><tr><td>1<td>A<tr><td>2<td>B</table></body></html>'

  it('is read in its place, as HTML or as one file', () => {
    const mail = `MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page).toString('base64')}`
    for (const [name, content] of [
      ['chunk.htm', page],
      ['afchunk.mht', mail],
    ] as const) {
      const reading = readDocx(packed(name, content), 'mau.docx')
      assert.deepEqual(linesOf(reading), ['Đầu', '1. Sở Y tế mua áo phao.', '1 | A', '2 | B'])
      const [warning] = reading.warnings
      assert.equal(reading.text.slice(warning?.span?.start, warning?.span?.end), '1. Sở Y tế mua áo phao.')
    }
  })

  it('of another kind is told', () => {
    const { warnings } = readDocx(packed('chunk.rtf', '{\\rtf1 x}'), 'mau.docx')
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['part_unread'],
    )
  })
})

describe('a table in a table', () => {
  it('in a frame of one cell is a table, and the texts around it are paragraphs', () => {
    const table = (rows: string[][]): string =>
      `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
    const plan = table([
      ['TT', 'Nhiệm vụ', 'Chủ trì'],
      ['1', 'Rà soát bến đò', 'Phòng Kinh tế'],
    ])
    const { blocks, text } = readBody(table([[`${paragraph('I. NHIỆM VỤ')}${plan}${paragraph('Nơi nhận:')}`]]))
    assert.deepEqual(
      blocks.map(({ kind, cells, span }) => [kind, cells?.length ?? text.slice(span.start, span.end)]),
      [
        ['paragraph', 'I. NHIỆM VỤ'],
        ['table', 6],
        ['paragraph', 'Nơi nhận:'],
      ],
    )
  })
})
