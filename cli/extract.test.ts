import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import ExcelJS from 'exceljs'
import { widthOf, wrap } from './columns.ts'

const BIN = join(import.meta.dirname, 'bin.mjs')
const FIXTURES = join(import.meta.dirname, '../extraction/fixtures')
const DOCX = join(FIXTURES, 'quyet-dinh-mau.docx')
const HTML = join(FIXTURES, 'quyet-dinh-mau.html')

interface Outcome {
  code: number | null
  out: Buffer
  text: string
  err: string
}

/** Runs the real command. `node` is a Node other than the one the tests run on. */
async function run(
  args: string[],
  options: { input?: Uint8Array; env?: Record<string, string>; node?: string } = {},
): Promise<Outcome> {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, HOME, NODE_COMPILE_CACHE, LANG: 'vi_VN.UTF-8', ...options.env }
  const child: ChildProcess = spawn(options.node ?? process.execPath, [BIN, ...args], { env })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout!.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr!.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin!.on('error', () => {})
  child.stdin!.end(options.input ?? '')
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const whole = Buffer.concat(out)
  return { code, out: whole, text: whole.toString(), err: Buffer.concat(err).toString() }
}

describe('dieuhanh extract', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dieuhanh-cli-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('prints one JSON object with spans that select their text', async () => {
    const { code, text, err } = await run(['extract', DOCX])
    assert.equal(code, 0, err)
    assert.equal(err, '')
    const result = JSON.parse(text)
    assert.equal(result.document.number, '45/QĐ-UBND')
    assert.equal(result.document.type, 'Quyết định')
    assert.equal(result.document.issuedOn, '2026-03-16')
    assert.equal(result.tasks.length, 7)
    assert.equal(result.source.format, 'docx')
    for (const task of result.tasks) {
      const shown: string = result.source.text.slice(task.contentSpan.start, task.contentSpan.end)
      assert.ok(shown.startsWith(task.content.slice(0, 20)), `"${shown}" begins as "${task.content}"`)
      for (const party of task.parties) assert.ok(party.confidence > 0 && party.confidence <= 1)
      for (const deadline of task.deadlines) assert.ok('recurs' in deadline && 'inherited' in deadline)
    }
  })

  it('leaves the text out when requested, and reports what the reader saw', async () => {
    const renamed = join(folder, 'cong-van.pdf')
    writeFileSync(renamed, readFileSync(DOCX))
    const { code, text } = await run(['extract', renamed, '--no-text'])
    const result = JSON.parse(text)
    assert.equal(code, 0)
    assert.deepEqual([result.source.text, result.source.blocks], [undefined, undefined])
    assert.equal(result.warnings[0].code, 'name_mismatch')
  })

  it('reads stdin for "-"', async () => {
    const { code, text } = await run(['extract', '-', '-f', 'json'], { input: readFileSync(HTML) })
    assert.equal(code, 0)
    assert.equal(JSON.parse(text).tasks.length, 7)
  })

  it('prints several files one object a line, and continues past one that it cannot read', async () => {
    const { code, text, err } = await run(['extract', DOCX, join(folder, 'khong-co.txt'), HTML])
    assert.equal(code, 3)
    assert.match(err, /^dieuhanh: .*khong-co\.txt: Không có tệp này\.\n$/)
    const lines = text.trimEnd().split('\n')
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).source.name),
      ['quyet-dinh-mau.docx', 'quyet-dinh-mau.html'],
    )
  })

  it('writes one file a document into a directory', async () => {
    const out = join(folder, 'ket-qua')
    const { code } = await run(['extract', DOCX, HTML, '--format', 'akn', '--out', out])
    assert.equal(code, 0)
    assert.deepEqual(readdirSync(out).sort(), ['quyet-dinh-mau-2.xml', 'quyet-dinh-mau.xml'])
    assert.match(
      readFileSync(join(out, 'quyet-dinh-mau.xml'), 'utf8'),
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<akomaNtoso /,
    )
  })

  it('lays a table out within the terminal, in either language', async () => {
    for (const [columns, lang, head] of [
      ['120', 'vi', 'Nhiệm vụ'],
      ['60', 'en', 'Lead'],
    ] as const) {
      const { code, text } = await run(['extract', DOCX, '--format', 'table', '--lang', lang], {
        env: { COLUMNS: columns },
      })
      assert.equal(code, 0)
      for (const line of text.split('\n')) assert.ok(widthOf(line) <= Number(columns), line)
      assert.ok(text.includes(head))
      assert.ok(text.includes('30/04/2026'))
      assert.ok(text.replace(/[\s│]+/g, ' ').includes('Hạ tầng và dữ liệu'))
    }
  })

  it('says once what was struck out, on its task', async () => {
    const file = join(folder, 'gach-ngang.html')
    writeFileSync(
      file,
      '<p>KẾ HOẠCH</p><p>1. Sở Y tế mua phao <s>trước ngày 15/12/2026</s> trước ngày 20/12/2026.</p><p>2. Sở Nội vụ soát sổ.</p>',
    )
    const json = JSON.parse((await run(['extract', file])).text)
    const struck = ({ code }: { code: string }): boolean => code === 'struck_text'
    assert.equal(json.warnings.filter(struck).length, 0)
    assert.equal(json.tasks[0].warnings.filter(struck).length, 1)
    const { text } = await run(['extract', file, '--format', 'table'], { env: { COLUMNS: '200' } })
    assert.equal(text.split('gạch ngang').length, 2)
  })

  it('makes a spreadsheet with a row for each task under its group, ready to print', async () => {
    const out = join(folder, 'ke-hoach.xlsx')
    assert.equal((await run(['extract', DOCX, '-f', 'xlsx', '-o', out])).code, 0)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(out)
    const sheet = workbook.worksheets[0]!
    const rows: unknown[][] = []
    sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
    const head = rows.findIndex((row) => row[0] === 'TT')
    assert.deepEqual(rows[head], [
      'TT',
      'Nhiệm vụ',
      'Cơ quan chủ trì',
      'Cơ quan phối hợp',
      'Thời hạn',
      'Sản phẩm',
      'Chỉ tiêu',
      'Ghi chú',
    ])
    assert.deepEqual(
      rows
        .slice(head + 1)
        .filter((row) => typeof row[0] === 'number')
        .map((row) => row[0]),
      [1, 2, 3, 4, 5, 6, 7],
    )
    assert.ok(rows.some((row) => row[0] === 'Hạ tầng và dữ liệu'))
    assert.ok(rows.slice(0, head).some((row) => row.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')))
    assert.equal(sheet.pageSetup.orientation, 'landscape')
    assert.equal(sheet.pageSetup.paperSize, 9)
    assert.match(sheet.pageSetup.printTitlesRow!, /^\d+:\d+$/)
  })

  it('exits with 3 and a sentence for each refused file, and writes nothing', async () => {
    const secret =
      'VĂN PHÒNG CHÍNH PHỦ\nMẬT\nSố: 7/QĐ-VPCP\nHà Nội, ngày 05 tháng 01 năm 2021\nQUYẾT ĐỊNH\nĐiều 1. Giao Bộ A báo cáo.\n'
    for (const [name, bytes, sentence] of [
      ['rong.docx', '', /Tệp rỗng/],
      ['la.bin', '\u0000\u0001\u0002'.repeat(100), /Không nhận ra định dạng/],
      ['mat.txt', secret, /mật/i],
    ] as const) {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      const out = join(folder, `${name}.json`)
      const { code, text, err } = await run(['extract', path, '--out', out])
      assert.equal(code, 3, name)
      assert.equal(text, '')
      assert.match(err, sentence)
      assert.equal(existsSync(out), false)
    }
    assert.equal((await run(['extract', folder])).code, 3)
  })

  it('refuses 200 MB by the size alone', async () => {
    const path = join(folder, 'lon.pdf')
    const { openSync, ftruncateSync, closeSync } = await import('node:fs')
    const handle = openSync(path, 'w')
    ftruncateSync(handle, 200 * 1024 * 1024)
    closeSync(handle)
    const { code, err } = await run(['extract', path])
    assert.equal(code, 3)
    assert.match(err, /200 MB, quá giới hạn 50 MB/)
  })

  it('says that a document has no task, which is not a failure', async () => {
    const { code, text } = await run(['extract', '-', '-f', 'table'], {
      input: Buffer.from('THÔNG BÁO\nVề giờ mở cửa (MẪU)\nTrụ sở mở cửa từ 8 giờ đến 17 giờ.\n'),
    })
    assert.equal(code, 0)
    assert.match(text, /Không tìm thấy nhiệm vụ nào/)
  })
})

describe('wrong use', () => {
  for (const [args, sentence] of [
    [[], /Cách dùng/],
    [['extract'], /Cần ít nhất một tệp/],
    [['extract', 'a', '--format', 'yaml'], /Không có định dạng "yaml"/],
    [['extract', 'a', '--khong'], /Tham số không đúng/],
    [['extract', '-', '-'], /stdin/],
    [['extract', 'a', 'b', '-f', 'xlsx'], /--out/],
    [['frob'], /Không có lệnh "frob"/],
    [['tasks'], /list/],
    [['tasks', 'list'], /DIEUHANH_SERVER/],
    [['tasks', 'list', '--server', 'http://127.0.0.1:9'], /DIEUHANH_TOKEN/],
    [['tasks', 'list', '--server', 'khong phai', '--token', 'x'], /Địa chỉ máy chủ không đúng/],
    [['report', '--month', '2021-13', '--server', 'http://127.0.0.1:9', '--token', 'x'], /NĂM-THÁNG/],
    [
      ['report', '--month', '2021-02', '--format', 'html', '--server', 'http://127.0.0.1:9', '--token', 'x'],
      /docx, pdf, xlsx/,
    ],
    [['import', '--server', 'http://127.0.0.1:9', '--token', 'x'], /Cần ít nhất một tệp/],
  ] as const) {
    it(`${['dieuhanh', ...args].join(' ')} ends with 2`, async () => {
      const { code, err, text } = await run([...args])
      assert.equal(code, 2)
      assert.equal(text, '')
      assert.match(err, sentence)
    })
  }
})

describe('help and start', () => {
  it('uses the language requested, else that of the environment, else Vietnamese', async () => {
    for (const [args, env, sentence] of [
      [['--help'], { LANG: '' }, /Cách dùng/],
      [['--help'], { LANG: 'C.UTF-8' }, /Cách dùng/],
      [['--help'], { LANG: 'en_GB.UTF-8' }, /Usage/],
      [['--help', '--lang', 'vi'], { LANG: 'en_GB.UTF-8' }, /Cách dùng/],
      [['--lang', 'en', 'extract', '--help'], {}, /one object per line/],
      [['extract', '--help'], {}, /mỗi tệp một đối tượng trên một dòng/],
    ] as const) {
      const { code, text } = await run([...args], { env })
      assert.equal(code, 0)
      assert.match(text, sentence)
    }
  })

  it('says why a file was refused in the language requested', async () => {
    const input = Buffer.from('{\\rtf1 MẪU}')
    for (const [language, sentence] of [
      ['vi', /-: Đây là tệp RTF, chưa đọc được\./],
      ['en', /-: This file type is not supported\. Upload DOCX/],
    ] as const) {
      const { code, err } = await run(['extract', '-', '--lang', language], { input })
      assert.equal(code, 3)
      assert.match(err, sentence)
    }
  })

  it('says the warnings of a reading in the language requested', async () => {
    const input = Buffer.from('1. Sở Y tế chủ trì xây dựng kế hoạch, hoàn thành trước ngày 31/6/2026.\n')
    for (const [language, sentence] of [
      ['vi', /lịch không có ngày này/],
      ['en', /a day that does not exist/],
    ] as const) {
      const table = await run(['extract', '-', '--format', 'table', '--lang', language], { input })
      assert.match(table.text, sentence)
      const { tasks } = JSON.parse((await run(['extract', '-', '--lang', language], { input })).text)
      assert.match(tasks[0].warnings[0].message, sentence)
      assert.equal(tasks[0].warnings[0].code, 'deadline_unread')
    }
  })

  const other = ['/usr/local/bin/node', '/usr/bin/node'].find((path) => existsSync(path))
  const skip = other ? false : 'no other Node on this machine'
  it('restarts with the Node it needs when run by an older one', { skip }, async () => {
    const { code, text } = await run(['--version'], { node: other })
    assert.equal(code, 0)
    assert.match(text, /^\d+\.\d+\.\d+\n$/)
  })
})

describe('columns', () => {
  it('count letters as a terminal shows them', () => {
    assert.equal(widthOf('Quyết định'), 10)
    assert.equal(widthOf('Quyết định'.normalize('NFD')), 10)
    assert.equal(widthOf('政府'), 4)
  })
  it('break at spaces, and within words that are too long', () => {
    assert.deepEqual(wrap('Bộ Nội vụ chủ trì', 9), ['Bộ Nội vụ', 'chủ trì'])
    assert.deepEqual(wrap('abcdefghij', 4), ['abcd', 'efgh', 'ij'])
    assert.deepEqual(wrap('một\n\nhai', 9), ['một', '', 'hai'])
  })
})
