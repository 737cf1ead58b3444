import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { extractText, getDocumentProxy } from 'unpdf'
import { toDocx } from '../platform/official-document/docx.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import { isOfficeHere, missingWriter, printedByOffice } from '../test/installed-software.ts'
import { longReport } from './long-report.fixture.ts'
import { textPaper } from './text-paper.ts'
import { textWorkbook } from './text-workbook.ts'
import { warmFiles } from './warm-files.ts'

/** `LONG_REPORT=10527` has the whole register; a run of all tests takes fewer rows, because an office application takes its time. */
const ROWS = Number(process.env.LONG_REPORT ?? 600)

const wordsOf = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ')

test('an office application opens the DOCX of a report with a long annex, and prints as many pages as our PDF has', {
  skip: isOfficeHere ? false : 'no office application is on this machine',
}, async (t) => {
  const { text, kind, issue } = longReport(ROWS)
  const paper = textPaper(text, kind, issue, 'https://dieuhanh.example', null)
  const own = await getDocumentProxy(new Uint8Array(await toPdf(paper)))
  const printed = printedByOffice(await toDocx(paper), 'bao-cao.docx')
  // Asked only now, because starting an office application takes seconds: one without the part that opens texts says nothing here.
  const cannot = printed ? undefined : missingWriter()
  if (cannot) return t.diagnostic(cannot)
  assert.ok(printed, 'the DOCX opens without a question about repair, which nobody answers here')
  const theirs = await getDocumentProxy(new Uint8Array(printed))
  t.diagnostic(`${ROWS} rows: ${own.numPages} pages of ours, ${theirs.numPages} of the office application`)
  assert.ok(Math.abs(own.numPages - theirs.numPages) <= 1, `${own.numPages} and ${theirs.numPages} pages`)
  // The same rows on the same pages, to the last: the pages agree in what they hold, not only in their number.
  const [ours, others] = [
    (await extractText(own, { mergePages: false })).text.map(wordsOf),
    (await extractText(theirs, { mergePages: false })).text.map(wordsOf),
  ]
  const all = (pages: string[]) => pages.join(' ').match(/NV-2020-\d{6}/g)
  assert.equal(all(ours)?.length, ROWS)
  assert.deepEqual(all(others), all(ours))
  // And broken into as many lines: a column that holds a word less makes the report of a month two pages longer.
  const last = (pages: string[]) => pages.map((page) => page.match(/NV-2020-\d{6}/g)?.at(-1))
  const apart = last(ours).filter((code, place) => code !== last(others)[place]).length
  assert.ok(apart <= ours.length / 2, `${apart} of ${ours.length} pages end with another row`)
})

test('a report of two pages with two long annexes has in both files the same words on the same pages', {
  skip: isOfficeHere ? false : 'no office application is on this machine',
}, async (t) => {
  const { text, kind, issue } = longReport(310, { annexes: 2, paragraphs: 26 })
  const paper = textPaper(text, kind, issue, 'https://dieuhanh.example', null)
  const own = await getDocumentProxy(new Uint8Array(await toPdf(paper)))
  const printed = printedByOffice(await toDocx(paper), 'bao-cao-hai-phu-luc.docx')
  const cannot = printed ? undefined : missingWriter()
  if (cannot) return t.diagnostic(cannot)
  assert.ok(printed, 'the DOCX opens without a question about repair, which nobody answers here')
  const theirs = await getDocumentProxy(new Uint8Array(printed))
  const [ours, others] = [
    (await extractText(own, { mergePages: false })).text.map(wordsOf),
    (await extractText(theirs, { mergePages: false })).text.map(wordsOf),
  ]
  const pagesOf = (pages: string[]) =>
    ['Nơi nhận:', 'Phụ lục I ', 'Phụ lục II '].map((words) => pages.findIndex((page) => page.includes(words)))
  assert.deepEqual(pagesOf(others), pagesOf(ours))
  assert.equal(others.length, ours.length)
  // Of each page of words, as many paragraphs begin on it.
  const begun = (pages: string[]) => pages.slice(0, 3).map((page) => page.match(/Từ 01\/01\/2020/g)?.length ?? 0)
  assert.deepEqual(begun(others), begun(ours))
  // An annex begins its page.
  for (const page of pagesOf(others).slice(1)) assert.match(others[page]!, /^\s*\d+\s+Phụ lục/)
})

test('what is drawn at the start is a file of every part: charts, words and a long annex', async () => {
  const { unzipSync, strFromU8 } = createRequire(import.meta.url)('fflate') as typeof import('fflate')
  const parts = unzipSync(await warmFiles())
  assert.ok(
    Object.keys(parts).some((name) => /^word\/media\/.+\.png$/.test(name)),
    'the chart',
  )
  const words = strFromU8(parts['word/document.xml']!)
    .replaceAll('<w:noBreakHyphen/>', '-')
    .replace(/<[^>]+>/g, '')
  assert.ok(words.includes('KẾT QUẢ'))
  assert.equal(words.split('NV-2020-000001').length - 1, 300)
})

test('the workbook has the targets as the papers have them, and the rows that a correction changed', async () => {
  const { text } = longReport(1)
  const goal = {
    taskId: 1,
    targetId: 1,
    code: 'NV.1',
    title: 'Nhiệm vụ mẫu',
    agency: 'Bộ Công Thương',
    measure: 'Tỷ lệ hồ sơ trực tuyến',
    required: 'không quá 3%',
    unit: '%',
    measured: 5,
    measuredOn: '2021-02-20',
    evidence: 1,
    state: 'missed' as const,
    gap: 2,
    words: 'vượt 2%',
    ground: 'evidence' as const,
    dueOn: '2021-06-30',
  }
  const goals = {
    ...text.sections[0]!,
    key: 'goals',
    kind: 'goals' as const,
    heading: 'CHỈ TIÊU',
    data: { goals: [goal] },
  }
  const changedRows = [
    { table: 'CHỈ TIÊU', row: 'NV.1 Tỷ lệ hồ sơ trực tuyến', before: 'Đạt được: 4%', after: 'Đạt được: 5%' },
  ]
  const corrects = { id: 1, number: '14/BC-VPCP', reason: 'Số đo mới' }
  const book = new ExcelJS.Workbook()
  const file = await textWorkbook({ ...text, sections: [goals], changedRows, corrects, edition: 2 })
  await book.xlsx.load(file as unknown as ArrayBuffer)
  const cells = (name: string, row: number) =>
    (book.getWorksheet(name)!.getRow(row).values as unknown[])
      .slice(1)
      .map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  assert.deepEqual(
    [cells('Chỉ tiêu', 5), cells('Chỉ tiêu', 6)],
    [
      [
        'TT',
        'Chỉ tiêu',
        'Yêu cầu',
        'Hạn',
        'Đạt được',
        'Đơn vị tính',
        'Ngày đo',
        'Đơn vị chủ trì',
        'Minh chứng của nhiệm vụ',
        'Đánh giá',
      ],
      [
        1,
        'Tỷ lệ hồ sơ trực tuyến',
        'không quá 3%',
        '2021-06-30',
        5,
        '%',
        '2021-02-20',
        'Bộ Công Thương',
        'có, chưa xác nhận',
        'Vượt 2%',
      ],
    ],
  )
  assert.deepEqual(cells('Đính chính bảng', 6), [
    1,
    'CHỈ TIÊU',
    'NV.1 Tỷ lệ hồ sơ trực tuyến',
    'Đạt được: 4%',
    'Đạt được: 5%',
  ])
})
