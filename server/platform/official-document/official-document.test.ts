import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { asTyped } from '../../test/paper.ts'
import { toDocx } from './docx.ts'
import { toHtml } from './html.ts'
import {
  addresseeLines,
  numberLine,
  type OfficialDocument,
  paragraph,
  paragraphs,
  placeLine,
  recipientLines,
  run,
} from './model.ts'
import { toPdf } from './pdf.ts'

const unzip = (bytes: Uint8Array) => {
  const { unzipSync, strFromU8 } = createRequire(import.meta.url)('fflate') as typeof import('fflate')
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]))
}

/** Every Vietnamese letter with every tone, both cases: what a paper must never lose. */
const LETTERS = 'aăâeêioôơuưy'
  .split('')
  .flatMap((letter) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (letter + tone).normalize('NFC')),
  )
const ALPHABET = `${LETTERS.join(' ')} đ ${LETTERS.join(' ').toUpperCase()} Đ`

const sample: OfficialDocument = {
  superiorAgency: 'Cơ quan mẫu cấp trên',
  issuingAgency: 'Cơ quan mẫu',
  number: '7/BC-CQM',
  notation: '/BC-CQM',
  place: 'Hà Nội',
  issuedOn: '2021-03-02',
  type: 'Báo cáo',
  subject: 'Tình hình thực hiện nhiệm vụ được giao (MẪU)',
  body: [
    { kind: 'heading', level: 1, text: 'I. KẾT QUẢ' },
    paragraph('Có ', run('10.527', { href: 'http://127.0.0.1/nhiem-vu' }), ' nhiệm vụ < & "ngoặc".'),
    paragraph(ALPHABET),
    {
      kind: 'table',
      columns: [
        { title: 'Cơ quan', width: 3, align: 'left' },
        { title: 'Quá hạn', width: 1, align: 'right' },
      ],
      rows: [
        [run('Bộ Mẫu'), run('12')],
        [run('Tổng số'), run('12')],
      ],
      totals: [1],
    },
  ],
  signature: { title: 'TM. Cơ quan mẫu\nTrưởng ban', name: 'Nguyễn Thị Mẫu' },
  recipients: ['Như trên', 'Lưu: VT'],
  annexes: [
    {
      label: 'Phụ lục I',
      title: 'DANH MỤC NHIỆM VỤ',
      landscape: true,
      parts: [{ kind: 'table', columns: [{ title: 'TT', width: 1, align: 'center' }], rows: [[run('1')]] }],
    },
  ],
  mark: 'MẪU',
}

test('number and date follow Nghị định 30/2020: leading zeros below ten and for months 1 and 2', () => {
  assert.equal(numberLine(sample), 'Số: 07/BC-CQM')
  assert.equal(numberLine({ number: '12/BC-CQM', notation: '/BC-CQM' }), 'Số: 12/BC-CQM')
  assert.match(numberLine({ number: null, notation: '/BC-CQM' }), /^Số: +\/BC-CQM$/)
  assert.equal(placeLine({ place: 'Hà Nội', issuedOn: '2021-03-02' }), 'Hà Nội, ngày 02 tháng 3 năm 2021')
  assert.equal(placeLine({ place: 'Hà Nội', issuedOn: '2021-01-12' }), 'Hà Nội, ngày 12 tháng 01 năm 2021')
  assert.deepEqual(recipientLines(['Như trên', 'Lưu: VT']), ['- Như trên;', '- Lưu: VT.'])
})

test('the DOCX has the page of the decree and every word of the model', async () => {
  const bytes = await toDocx(sample)
  const files = unzip(bytes)
  const body = files['word/document.xml'] ?? ''
  const measure = (tag: string, name: string) => Number(new RegExp(`<w:${tag} [^>]*w:${name}="(\\d+)"`).exec(body)?.[1])
  const millimetres = (twips: number) => Math.round((twips / 1440) * 25.4)
  assert.deepEqual(
    ['w', 'h'].map((name) => millimetres(measure('pgSz', name))),
    [210, 297],
  )
  const margins = ['top', 'right', 'bottom', 'left'].map((name) => millimetres(measure('pgMar', name)))
  assert.deepEqual(margins, [20, 15, 20, 30])
  assert.ok(body.includes('w:orient="landscape"'), 'the annex is in landscape')
  assert.ok(body.includes('<w:titlePg/>'), 'page 1 has a header of its own')
  const headers = Object.entries(files).filter(([name]) => /^word\/header\d*\.xml$/.test(name))
  assert.ok(headers.some(([, text]) => text.includes('PAGE')) && headers.some(([, text]) => !text.includes('PAGE')))
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  for (const words of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 07/BC-CQM',
    ALPHABET,
    'Bộ Mẫu',
    'DANH MỤC NHIỆM VỤ',
    'Nơi nhận:',
  ])
    assert.ok(asTyped(value).includes(words), words)
})

test('a last paragraph of more than a page is printed to its end, and the signature after it', async () => {
  const long = `${'Đề nghị các cơ quan khẩn trương thực hiện. '.repeat(100)}Hết lời`
  const pdf = await getDocumentProxy(await toPdf({ ...sample, body: [paragraph(long)], annexes: [] }))
  const { text } = await extractText(pdf, { mergePages: true })
  const words = asTyped(text.normalize('NFC')).replace(/\s+/g, ' ')
  for (const one of ['Hết lời', 'Nơi nhận', 'Nguyễn Thị Mẫu']) assert.ok(words.includes(one), `${one}: ${words}`)
})

test('the PDF gives back every Vietnamese letter as text, on A4, numbered from page 2', async () => {
  const pdf = await getDocumentProxy(await toPdf(sample))
  assert.equal(pdf.numPages, 2)
  const first = await pdf.getPage(1)
  const [, , width = 0, height = 0] = first.view
  assert.deepEqual([Math.round(width), Math.round(height)], [595, 842])
  const { text } = await extractText(pdf, { mergePages: false })
  const words = text.map((page) => page.normalize('NFC').replace(/\s+/g, ' '))
  for (const letter of new Set(ALPHABET.split(' '))) assert.ok(words[0]?.includes(letter), `letter ${letter} is lost`)
  assert.ok(words[0]?.includes('Hà Nội, ngày 02 tháng 3 năm 2021'))
  assert.ok(!/\b1$/.test(words[0] ?? ''), 'page 1 carries no number')
  assert.match(words[1] ?? '', /\b2$/)
})

test('no line ends inside a notation, nor between a number and what it counts, in any of the files', async () => {
  const words = 'Thực hiện Nghị quyết số 02/2021/NQ-CP và các văn bản liên quan '
  const paper: OfficialDocument = { ...sample, body: [paragraph(words.repeat(12), 'có ', run('1.343'), ' nhiệm vụ')] }
  const xml = unzip(await toDocx(paper))['word/document.xml'] ?? ''
  assert.equal(xml.split('<w:noBreakHyphen/>').length - 1, 12)
  assert.ok(xml.includes('\u00a0nhiệm vụ'))
  const html = toHtml(paper)
  assert.equal(html.split('<span class="nb">02/2021/NQ-CP</span>').length - 1, 12)
  assert.ok(html.includes('1.343\u00a0nhiệm vụ'))
  const page = await (await getDocumentProxy(await toPdf(paper))).getPage(1)
  const { items } = await page.getTextContent()
  const lines = new Map<number, string>()
  for (const item of items)
    if ('str' in item) lines.set(item.transform[5], (lines.get(item.transform[5]) ?? '') + item.str)
  const text = [...lines.values()]
  assert.equal(
    text
      .filter((line) => line.includes('02/2021/'))
      .join(' ')
      .split('02/2021/NQ-CP').length - 1,
    12,
  )
  assert.ok(
    text.every((line) => !/NQ-$|02\/2021\/$|số$/.test(line.trim())),
    text.join('\n'),
  )
})

test('the HTML escapes the text of the model and links its figures', () => {
  const html = toHtml(sample)
  assert.ok(html.includes('&lt; &amp; &quot;ngoặc&quot;'))
  assert.ok(html.includes('<a href="http://127.0.0.1/nhiem-vu">10.527</a>'))
  assert.ok(!html.includes('src='), 'nothing is fetched')
})

test('an annex says in HTML too what it goes with, and sets a small table small', () => {
  const table = {
    kind: 'table' as const,
    columns: [{ title: 'TT', width: 1, align: 'left' as const }],
    rows: [[run('1')]],
    size: 9,
  }
  const annex = {
    label: 'Phụ lục',
    title: 'DANH MỤC',
    basis: '(Kèm theo văn bản MẪU)',
    landscape: false,
    parts: [table],
  }
  const html = toHtml({ ...sample, annexes: [annex] })
  assert.ok(html.includes('<p class="c i">(Kèm theo văn bản MẪU)</p><table style="font-size: 9pt">'), html)
})

test('a letter has no title: its subject is under the number, and it names its addressees', async () => {
  const letter: OfficialDocument = { ...sample, type: null, subject: 'đôn đốc (MẪU)', addressees: ['Bộ Mẫu'] }
  assert.deepEqual(addresseeLines(['Bộ Một', 'Bộ Hai']), ['Kính gửi:', '- Bộ Một;', '- Bộ Hai.'])
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await toDocx(letter)) })
  const { text } = await extractText(await getDocumentProxy(await toPdf(letter)), { mergePages: true })
  for (const words of [value, text.normalize('NFC').replace(/\s+/g, ' '), toHtml(letter)]) {
    const typed = asTyped(words)
    assert.ok(typed.includes('V/v đôn đốc (MẪU)') && typed.includes('Kính gửi: Bộ Mẫu'), words.slice(0, 400))
    assert.ok(!words.includes('BÁO CÁO'))
  }
})

test('a justified line of the PDF is widened between words alone', async () => {
  const words = 'Đến ngày '
  const paper: OfficialDocument = {
    ...sample,
    annexes: [],
    body: [
      paragraph(
        ...Array.from({ length: 20 }, () => [
          words,
          run('28/02/2021', { href: 'http://127.0.0.1/x' }),
          ', Chính phủ giao ',
        ]).flat(),
      ),
    ],
  }
  const { text } = await extractText(await getDocumentProxy(await toPdf(paper)), { mergePages: true })
  const typed = text.normalize('NFC')
  assert.equal(typed.split('28/02/2021, Chính').length - 1, 20, typed)
})

test('the header of a table is never alone at the foot of a page', async () => {
  const tableOf = (title: string, rows: number, words: string) => ({
    kind: 'table' as const,
    columns: [{ title, width: 1, align: 'left' as const }],
    rows: Array.from({ length: rows }, (_, place) => [run(`${words} ${place + 1}`)]),
  })
  // The second table begins a line lower each time; one of 300 rows is written by another hand.
  for (const [rows, starts] of [
    [2, [35, 36, 37, 38, 39, 40, 41]],
    [300, [35, 36, 37, 38, 39, 40, 41]],
  ] as const) {
    let isCarried = false
    for (const before of starts) {
      const parts = [tableOf('Bảng trước', before, 'Dòng'), tableOf('Đầu bảng', rows, 'Hàng')]
      const annex = { label: 'Phụ lục', title: 'DANH MỤC', landscape: false, parts }
      const { text } = await extractText(
        await getDocumentProxy(await toPdf({ ...sample, body: [], annexes: [annex] })),
        {
          mergePages: false,
        },
      )
      const pages = text.map((one) => one.normalize('NFC')).filter((one) => one.includes('Đầu bảng'))
      for (const page of pages) assert.ok(page.includes('Hàng'), `${rows} rows after ${before}:\n${page}`)
      isCarried ||= !pages[0]!.includes('Dòng')
    }
    assert.ok(isCarried, 'one of them goes over to the next page')
  }
})

test('a paper of two sides has both signatures, the recipients below them, and no place in its head', async () => {
  const minutes: OfficialDocument = {
    ...sample,
    type: 'Biên bản',
    place: null,
    body: [{ kind: 'centred', text: 'HAI BÊN THỐNG NHẤT' }, ...paragraphs('dòng một\n\ndòng hai', './.')],
    counterSignature: { title: 'Đại diện\nBộ Mẫu', name: 'Trần Văn Mẫu' },
    annexes: [],
  }
  assert.equal(placeLine(minutes), '')
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await toDocx(minutes)) })
  const { text } = await extractText(await getDocumentProxy(await toPdf(minutes)), { mergePages: true })
  for (const words of [value, text.normalize('NFC'), toHtml(minutes)]) {
    const typed = asTyped(words).replace(/\s+/g, ' ')
    const order = ['HAI BÊN THỐNG NHẤT', 'Dòng một.', 'Dòng hai./.', 'ĐẠI DIỆN', 'Nơi nhận:'].map((one) =>
      typed.indexOf(one),
    )
    assert.ok(
      order.every((at, place) => at > (order[place - 1] ?? -1)),
      `${order}: ${typed.slice(0, 900)}`,
    )
    assert.ok(typed.includes('Trần Văn Mẫu') && typed.includes('Nguyễn Thị Mẫu') && !typed.includes('Hà Nội'))
  }
})

test('a signature that misses the page by some lines does not leave half of it empty: the body is set closer, in both files', async () => {
  const pad =
    'Đoàn kiểm tra đã làm việc với các đơn vị, xem hồ sơ, đối chiếu số liệu và nghe giải trình về từng nhiệm vụ.'
  const minutes = (lines: number): OfficialDocument => ({
    ...sample,
    type: 'Biên bản',
    place: null,
    body: [
      ...Array.from({ length: lines }, (_, place) => paragraph(place % 2 ? 'Dòng ngắn.' : pad)),
      paragraph('Hai bên thống nhất nội dung biên bản và cùng ký./.'),
    ],
    counterSignature: { title: 'Đại diện\nBộ Mẫu', name: 'Trần Văn Mẫu' },
    annexes: [],
    recipients: ['Bộ Mẫu', 'Các thành viên Đoàn kiểm tra', 'Lưu: VT, ĐKT'],
  })
  const set = async (document: OfficialDocument) => {
    const xml = unzip(await toDocx(document))['word/document.xml']!
    const found = /w:line="(\d+)" w:lineRule="auto"[\s\S]*?w:sz w:val="(\d+)"/.exec(xml)!
    return [(await getDocumentProxy(await toPdf(document))).numPages, Number(found[1]), Number(found[2])]
  }
  const all = []
  for (let lines = 8; lines <= 20; lines += 1) all.push(await set(minutes(lines)))
  // As usual while it fits; then closer; then smaller, never below 13; and as usual again where no page is spared.
  assert.deepEqual(
    [...new Set(all.map((one) => one.join(' ')))],
    ['1 276 28', '1 240 28', '1 240 26', '2 276 28'],
    JSON.stringify(all),
  )
})

test('the second file is as the first: a face is read once, what a file takes of it is its own', async () => {
  const first = await toPdf(sample)
  const files = [first, ...(await Promise.all([toPdf({ ...sample, annexes: [] }), toPdf(sample)]))]
  const texts = await Promise.all(
    files.map(async (file) => (await extractText(await getDocumentProxy(file), { mergePages: true })).text),
  )
  assert.equal(texts[2], texts[0])
  for (const letter of LETTERS) assert.ok(texts[1]!.includes(letter), letter)
})
