import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { type Block, type Extraction, extract, type Progress, type Reading, read } from '../index.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const textOf = (reading: Reading, block: { span: Block['span'] }): string =>
  reading.text.slice(block.span.start, block.span.end)

/** What must be true for every reading, in any format. */
function assertSound(reading: Reading): void {
  assert.equal(reading.text, reading.text.normalize('NFC'))
  assert.ok(!reading.text.includes('\r'))
  let end = 0
  for (const block of reading.blocks) {
    assert.ok(block.span.start >= end && block.span.end > block.span.start, 'blocks in order, not overlapping')
    end = block.span.end
    for (const cell of block.cells ?? []) {
      assert.ok(cell.span.start >= block.span.start && cell.span.end <= block.span.end, 'cells within their table')
      assert.ok(!textOf(reading, cell).includes('\n'), 'a cell on one line')
    }
  }
  assert.ok(end <= reading.text.length)
}

/** A table as text, with every place of a merged cell filled with it, as a reader sees it. */
function gridOf(reading: Reading, table: Block): string[][] {
  const grid: string[][] = []
  for (const cell of table.cells ?? []) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        grid[row] ??= []
        assert.equal(grid[row]![column], undefined, `place ${row},${column} covered once`)
        // Formats that say where a line of a cell begins keep it; a page only shows where it was broken.
        grid[row]![column] = textOf(reading, cell).replaceAll('\u2028', ' ')
      }
    }
  }
  return grid
}

const ANNEX = [
  ['TT', 'Nhiệm vụ', 'Cơ quan thực hiện', 'Cơ quan thực hiện', 'Thời hạn hoàn thành', 'Sản phẩm'],
  ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn hoàn thành', 'Sản phẩm'],
  ['I', ...Array<string>(5).fill('Hạ tầng và dữ liệu')],
  [
    '1',
    'Nâng cấp Cổng dịch vụ công của tỉnh, bảo đảm hoạt động liên tục',
    'Sở Khoa học và Công nghệ',
    'Văn phòng Ủy ban nhân dân tỉnh; Công an tỉnh',
    'Tháng 9 năm 2026',
    'Cổng được nâng cấp',
  ],
  [
    '2',
    'Chia sẻ dữ liệu đất đai cho bộ phận một cửa các xã, phường',
    'Sở Nông nghiệp và Môi trường',
    'Ủy ban nhân dân các xã, phường',
    'Tháng 9 năm 2026',
    'Dữ liệu được chia sẻ',
  ],
  ['II', ...Array<string>(5).fill('Truyền thông')],
  [
    '3',
    'Mở chuyên mục hướng dẫn nộp hồ sơ trực tuyến trên sóng phát thanh, truyền hình tỉnh',
    'Báo và Đài Phát thanh - Truyền hình tỉnh',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Quý IV năm 2026',
    'Chuyên mục',
  ],
]

const tasksOf = (extraction: Extraction) =>
  extraction.tasks.map(({ ref, group, content, lead, coordinating, deadlines, targets }) => ({
    ref,
    group,
    content,
    lead,
    coordinating,
    deadlines: deadlines.map(({ kind, dueOn }) => `${kind} ${dueOn}`),
    targets: targets.map(({ comparator, value, unit }) => `${comparator}${value}${unit}`),
  }))

describe('one document in every format', () => {
  let wanted: Extraction
  before(async () => {
    wanted = extract(await read(fixture('quyet-dinh-mau.docx'), 'quyet-dinh-mau.docx'))
  })

  it('gives seven tasks from DOCX', () => {
    assert.deepEqual(
      wanted.tasks.map((task) => task.lead[0]),
      [
        'Văn phòng Ủy ban nhân dân tỉnh',
        'Sở Tài chính',
        'Sở Tài chính',
        'Sở Nội vụ',
        'Sở Khoa học và Công nghệ',
        'Sở Nông nghiệp và Môi trường',
        wanted.tasks[6]!.lead[0],
      ],
    )
    assert.equal(wanted.document.number, '45/QĐ-UBND')
    assert.equal(wanted.document.issuedOn, '2026-03-16')
  })

  for (const [name, format] of [
    ['quyet-dinh-mau.docx', 'docx'],
    ['quyet-dinh-mau.doc', 'doc'],
    ['quyet-dinh-mau.pdf', 'pdf'],
    ['quyet-dinh-mau.html', 'html'],
    ['quyet-dinh-mau.md', 'markdown'],
    ['quyet-dinh-mau.windows-1258.txt', 'txt'],
  ] as const) {
    it(`${name} gives the same tasks and the same document`, async () => {
      const reading = await read(fixture(name), name)
      assertSound(reading)
      assert.equal(reading.format, format)
      assert.equal(reading.recognised, false)
      const got = extract(reading)
      assert.deepEqual(tasksOf(got), tasksOf(wanted))
      for (const field of ['number', 'type', 'issuer', 'place', 'issuedOn', 'subject', 'signer'] as const) {
        assert.equal(got.document[field], wanted.document[field], field)
      }
    })
  }

  for (const name of ['quyet-dinh-mau.docx', 'quyet-dinh-mau.doc', 'quyet-dinh-mau.pdf', 'quyet-dinh-mau.html']) {
    it(`${name} keeps the annex with its merged cells`, async () => {
      const reading = await read(fixture(name), name)
      const tables = reading.blocks.filter((block) => block.kind === 'table')
      assert.equal(tables.length, 1, 'header and signature are not tables')
      assert.deepEqual(gridOf(reading, tables[0]!), ANNEX)
    })
  }

  it('the scan gives the same tasks by recognition, page by page', async () => {
    const updates: Progress[] = []
    const reading = await read(fixture('quyet-dinh-mau.scan.pdf'), 'quyet-dinh-mau.scan.pdf', {
      onProgress: (progress) => updates.push(progress),
    })
    assertSound(reading)
    assert.equal(reading.recognised, true)
    assert.equal(reading.pages, 2)
    assert.ok(reading.warnings.some((warning) => warning.code === 'recognised'))
    assert.deepEqual(
      updates.filter((progress) => progress.stage === 'recognising').map(({ done, total }) => `${done}/${total}`),
      ['0/2', '1/2', '2/2'],
    )
    const got = extract(reading)
    assert.equal(got.document.number, wanted.document.number)
    assert.equal(got.tasks.length, wanted.tasks.length)
    const right = got.tasks.filter((task, index) => task.lead[0] === wanted.tasks[index]!.lead[0])
    assert.ok(right.length >= 6, `correct leads: ${right.length} of 7`)
    const table = reading.blocks.find((block) => block.kind === 'table')!
    const shape = (grid: string[][]): number[] => grid.map((row) => row.length)
    assert.deepEqual(shape(gridOf(reading, table)), shape(ANNEX))
  })
})

describe('a long PDF', () => {
  it('joins what page breaks split and separates page numbers and footers', async () => {
    const reading = await read(fixture('ke-hoach-mau.dai.pdf'), 'ke-hoach-mau.dai.pdf')
    assertSound(reading)
    assert.equal(reading.pages, 4)
    const kinds = (kind: Block['kind']): string[] =>
      reading.blocks.filter((block) => block.kind === kind).map((block) => textOf(reading, block))
    assert.deepEqual(kinds('pageNumber'), ['1', '2', '3', '4'])
    assert.deepEqual(kinds('footer'), Array<string>(4).fill('Kế hoạch MẪU năm 2026'))
    const paragraphs = kinds('paragraph')
    assert.equal(paragraphs.length, 11, 'a title, nine paragraphs, a title')
    for (const paragraph of paragraphs.slice(1, 10)) assert.match(paragraph, /^\d\. Đoạn văn .* quá trình thực hiện\.$/)
    const tables = reading.blocks.filter((block) => block.kind === 'table')
    assert.equal(tables.length, 1)
    const grid = gridOf(reading, tables[0]!)
    assert.equal(tables[0]!.headerRows, 1)
    assert.equal(grid.length, 17)
    grid.slice(1).forEach((row, index) => {
      assert.equal(row[0], String(index + 1))
      assert.match(row[1]!, /^Nhiệm vụ mẫu thứ \d+ xây dựng .* theo từng giai đoạn$/)
      assert.equal(row[2], `Sở Mẫu ${index + 1}`)
      assert.equal(row[3], 'Ủy ban nhân dân các xã, phường và các cơ quan, đơn vị có liên quan trên địa bàn tỉnh')
    })
  })
})

describe('names and encodings', () => {
  it('reads a DOCX renamed .pdf as what it is and warns', async () => {
    const reading = await read(fixture('quyet-dinh-mau.docx'), 'cong-van.pdf')
    assert.equal(reading.format, 'docx')
    assert.equal(reading.warnings[0]?.code, 'name_mismatch')
    assert.match(reading.warnings[0]!.message, /^Tệp có đuôi \.pdf nhưng nội dung là DOCX/)
  })

  it('does not warn about a name that fits or has no known extension', async () => {
    for (const name of ['a.docx', 'a.DOCX', 'stdin', 'a.docx.bak']) {
      const { warnings } = await read(fixture('quyet-dinh-mau.docx'), name)
      assert.deepEqual(warnings, [], name)
    }
  })

  it('reads UTF-16 with and without a byte order mark', async () => {
    const text = 'QUYẾT ĐỊNH\nĐiều 1. Bộ Nội vụ chủ trì.'
    const little = Buffer.from(text, 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const bytes of [
      little,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ]) {
      assert.equal((await read(bytes, 'a.txt')).text, text)
    }
  })

  it('composes decomposed letters', async () => {
    const reading = await read(Buffer.from('Quyết định của Thủ tướng'.normalize('NFD')), 'a.txt')
    assert.equal(reading.text, 'Quyết định của Thủ tướng')
  })

  it('warns about letters it could not read', async () => {
    const bytes = Buffer.concat([Buffer.from('Bộ Nội vụ chủ trì thực hiện nhiệm vụ. '.repeat(20)), Buffer.from([0xc3])])
    const reading = await read(bytes, 'a.txt')
    assert.ok(reading.warnings.some((warning) => warning.code === 'letters_lost'))
  })
})
