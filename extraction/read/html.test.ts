import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readHtml } from './html.ts'
import { looksLikeHtml, withoutFrontMatter } from './sniff.ts'

const lines = (html: string): string[] => readHtml(html, 'a.html').text.split('\n')

it('leaves out what is not text, and keeps inline words together', () => {
  const html = `<head><title>T</title></head><nav>Trang chủ</nav><script>var a</script><p hidden>ẩn</p>
    <p style="display: none">ẩn</p><p>Giao <b>Bộ</b> <i>Nội</i> vụ&nbsp;chủ trì<br>thực hiện.</p>`
  assert.deepEqual(lines(html), ['Giao Bộ Nội vụ chủ trì thực hiện.'])
})

it('numbers lists by their type, but not items that already have a number', () => {
  const html = `<ol type="I" start="2"><li>hai</li><li>ba<ul><li>gạch</li></ul></li></ol>
    <ol type="a"><li>a</li><li value="5">e</li></ol><ol><li>1. có số sẵn</li></ol><ul><li>- có gạch sẵn</li><li>gạch</li></ul>`
  assert.deepEqual(lines(html), [
    'II. hai',
    'III. ba',
    '+ gạch',
    'a) a',
    'e) e',
    '1. có số sẵn',
    '- có gạch sẵn',
    '- gạch',
  ])
})

it('places cells under rowspan and colspan, with a header of two rows', () => {
  const reading = readHtml(
    `<table><tr><th rowspan=2>TT<th colspan=2>Cơ quan</tr><tr><th>Chủ trì<th>Phối hợp</tr>
     <tr><td>1<td rowspan=2>Bộ A<td>Bộ B</tr><tr><td>2<td>Bộ C</tr></table>`,
    'a.html',
  )
  assert.equal(reading.blocks[0]?.headerRows, 2)
  assert.deepEqual(
    reading.blocks[0]?.cells?.map((cell) => [
      reading.text.slice(cell.span.start, cell.span.end),
      cell.row,
      cell.column,
      cell.rowSpan,
      cell.columnSpan,
    ]),
    [
      ['TT', 0, 0, 2, 1],
      ['Cơ quan', 0, 1, 1, 2],
      ['Chủ trì', 1, 1, 1, 1],
      ['Phối hợp', 1, 2, 1, 1],
      ['1', 2, 0, 1, 1],
      ['Bộ A', 2, 1, 2, 1],
      ['Bộ B', 2, 2, 1, 1],
      ['2', 3, 0, 1, 1],
      ['Bộ C', 3, 2, 1, 1],
    ],
  )
})

it('reads headings, and a layout table as text around the table in it', () => {
  const reading = readHtml(
    '<table><tr><td><p>Mở đầu</p><table><tr><td>1<td>Việc</tr><tr><td>2<td>Khác</tr></table><h2>Phụ lục</h2><p>Kết</p></td></tr></table>',
    'a.html',
  )
  assert.deepEqual(
    reading.blocks.map((block) => [block.kind, reading.text.slice(block.span.start, block.span.end)]),
    [
      ['paragraph', 'Mở đầu'],
      ['table', '1 | Việc\n2 | Khác'],
      ['heading', 'Phụ lục'],
      ['paragraph', 'Kết'],
    ],
  )
})

it('accepts markup that never closes', () => {
  assert.deepEqual(lines('<p>một<p>hai<table><tr><td>a<td>b<tr><td>c<td>d'), ['một', 'hai', 'a | b', 'c | d'])
})

it('joins lines that a break cut in the middle of a sentence, and no others', () => {
  assert.deepEqual(
    lines('<div>1. Sở Y tế mua áo phao,<br>xong trước ngày 15/6/2026.<br/>2. Công an tỉnh cấp phép.</div>'),
    ['1. Sở Y tế mua áo phao, xong trước ngày 15/6/2026.', '2. Công an tỉnh cấp phép.'],
  )
  assert.deepEqual(
    lines('<p>ỦY BAN NHÂN DÂN<br>XÃ MẪU<br>Số: 7/KH-UBND<br>Đơn vị chủ trì: Văn phòng<br>Thời hạn: quý I</p>'),
    ['ỦY BAN NHÂN DÂN', 'XÃ MẪU', 'Số: 7/KH-UBND', 'Đơn vị chủ trì: Văn phòng', 'Thời hạn: quý I'],
  )
  assert.deepEqual(lines('<td><p>Giao các<br>Sở, ngành tổng hợp, báo cáo trong tháng<br>10 năm 2026.</p>'), [
    'Giao các Sở, ngành tổng hợp, báo cáo trong tháng 10 năm 2026.',
  ])
})

it('joins a paragraph for each printed line', () => {
  const html = [
    '1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính kiểm tra các chợ đầu mối trên địa bàn',
    'Tỉnh, lập danh sách chợ cần sửa chữa và dự kiến kinh phí, báo cáo Ủy ban nhân dân tỉnh',
    'trước ngày 20/8/2026.',
  ]
  assert.deepEqual(lines(html.map((line) => `<p>${line}</p>`).join('')), [html.join(' ')])
})

it('leaves out struck and deleted words however the page says so, and tells their place', () => {
  const struck = (html: string): [string, string[]] => {
    const reading = readHtml(html, 'a.html')
    return [reading.text, reading.warnings.map(({ code, message }) => `${code} ${/“(.*)”/.exec(message)?.[1]}`)]
  }
  const cases: [string, string, string[]][] = [
    ['<p>Hạn <s>30/6</s><ins>31/7</ins>.</p>', 'Hạn 31/7.', ['struck_text 30/6']],
    ['<p>Hạn <strike>30/<b>6</b></strike>31/7.</p>', 'Hạn 31/7.', ['struck_text 30/6']],
    ['<p>Hạn <del>30/6</del><ins>31/7</ins>.</p>', 'Hạn 31/7.', ['deleted_text 30/6']],
    ['<p>Giao <span style="text-decoration: line-through;">Sở A</span>Sở B</p>', 'Giao Sở B', ['struck_text Sở A']],
    [
      '<p>Giao <u style="text-decoration-line:underline line-through">Sở A</u>Sở B</p>',
      'Giao Sở B',
      ['struck_text Sở A'],
    ],
    [
      '<style>p{margin:0} .bo, span.cu { color:red; text-decoration: line-through }</style><p>Giao <span class="x cu">Sở A</span>Sở B</p><p class="bo">2. Bỏ</p>',
      'Giao Sở B',
      ['struck_text Sở A', 'struck_text 2. Bỏ'],
    ],
    ['<style>.an{display:none}</style><p>Giao <i class="an">Sở A</i>Sở B</p>', 'Giao Sở B', []],
    ['<table><tr><td>1<td><s>Sở A</s> Sở B<tr><td>2<td>Sở C</table>', '1 | Sở B\n2 | Sở C', ['struck_text Sở A']],
    ['<p>Vẫn <u>còn</u> <ins>hiệu lực</ins></p>', 'Vẫn còn hiệu lực', []],
  ]
  for (const [html, text, warnings] of cases) assert.deepEqual(struck(html), [text, warnings], html)
})

it('keeps what stands beside the text apart from it', () => {
  const reading = readHtml('<aside>Tin nổi bật</aside><p>1. Sở A sửa bến.</p>', 'mau.html')
  assert.deepEqual(
    reading.blocks.map(({ kind }) => kind),
    ['footer', 'paragraph'],
  )
})

it('leaves out raised marks of notes, and takes what begins with one for a note', () => {
  const reading = readHtml(
    '<p>Sở A xây 500 m<sup>2</sup> nhà trong tháng 1<sup>2</sup> năm 2027, trước ngày 10/1/2027<sup>[3]</sup>.</p><p><sup>2</sup> Sở B có ý kiến.</p>',
    'mau.html',
  )
  assert.equal(reading.text, 'Sở A xây 500 m2 nhà trong tháng 1 năm 2027, trước ngày 10/1/2027.\nSở B có ý kiến.')
  assert.deepEqual(
    reading.blocks.map(({ kind }) => kind),
    ['paragraph', 'note'],
  )
})

it('is a page also below what a program noted of it', () => {
  const noted = '---json\n{ "title": "Văn bản mẫu" }\n---\n'
  assert.ok(looksLikeHtml(`${noted}<p>1. Sở A sửa bến.</p>`))
  assert.equal(withoutFrontMatter(`${noted}<p>a</p>`), '<p>a</p>')
  assert.ok(!looksLikeHtml('---\ntitle: Mẫu\n---\n1. Sở A sửa bến.'))
})
