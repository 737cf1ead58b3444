import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readHtml } from './html.ts'

const lines = (html: string): string[] => readHtml(html, 'a.html').text.split('\n')

it('leaves out what is not text, and keeps inline words together', () => {
  const html = `<head><title>T</title></head><nav>Trang chủ</nav><script>var a</script><p hidden>ẩn</p>
    <p style="display: none">ẩn</p><p>Giao <b>Bộ</b> <i>Nội</i> vụ&nbsp;chủ trì<br>thực hiện.</p>`
  assert.deepEqual(lines(html), ['Giao Bộ Nội vụ chủ trì', 'thực hiện.'])
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
