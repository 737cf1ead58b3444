import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocumentProxy } from 'unpdf'
import { toDocx } from '../platform/official-document/docx.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import { isOfficeHere, printedByOffice } from '../test/installed-software.ts'
import { drawChart, optionOf, svgOf } from './chart.ts'
import { fitted } from './fitted.ts'
import { infographicSvg } from './infographic.ts'
import { longReport } from './long-report.fixture.ts'
import { KINDS } from './report-kinds.ts'
import { textPaper } from './text-paper.ts'
import type { GoalLine, ReportText } from './text-shapes.ts'

const MEASURES = [
  'Tỷ lệ văn bản điện tử được ký số, gửi nhận trên Trục liên thông văn bản quốc gia giữa các bộ, ngành, địa phương',
  'Số dịch vụ công',
  'Tỷ lệ hồ sơ giải quyết đúng hạn',
]
const STATES = [
  { state: 'reached', words: 'đạt', measured: 20 },
  { state: 'missed', words: 'thiếu 6%', measured: 14 },
  { state: 'unmeasured', words: 'chưa có số đo', measured: null },
] as const
const goal = (place: number): GoalLine => ({
  targetId: place + 1,
  taskId: 1,
  code: 'NV-2020-000001',
  title: '',
  agency: 'Cục Kiểm soát thủ tục hành chính',
  measure: MEASURES[place % 3]!,
  required: 'tăng ít nhất 20%',
  unit: '%',
  measuredOn: STATES[place % 3]!.measured === null ? null : '2021-02-10',
  evidence: 1,
  gap: null,
  ground: STATES[place % 3]!.measured === null ? 'none' : 'evidence',
  dueOn: '2021-12-31',
  ...STATES[place % 3]!,
})

/** A page on a resolution with so many targets. */
function page(targets: number): ReportText {
  const { text } = longReport(1)
  const [words] = text.sections
  const goals = Array.from({ length: targets }, (_, place) => goal(place))
  return {
    ...text,
    kind: 'resolutionPage',
    sections: [
      { ...words!, heading: null },
      { ...words!, key: 'goals', kind: 'goals', heading: 'CHỈ TIÊU', paragraphs: [], data: { goals } },
    ],
  }
}

test('a picture page shows the targets, keeps words within their tiles, and says only what the report has', () => {
  const figure = { name: 'tasks.openOverdue', en: '', from: '2020-01-01', asOf: '2021-02-28', knownOn: null }
  const vi = 'Số nhiệm vụ quá hạn chưa hoàn thành của các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và địa phương'
  const more = {
    rounding: 'truncate1',
    value: 343,
    printed: '343',
    rows: null,
    missing: null,
    now: null,
    before: null,
    why: null,
  }
  const svg = infographicSvg(
    { ...page(21), figures: [{ ...figure, ...more, ref: 'a', vi }] },
    'Văn phòng Chính phủ',
    null,
  )
  assert.equal(svg.split('Thiếu 6%').length - 1, 7)
  assert.ok(!svg.includes('phụ lục'), 'it has no annex')
  // What an agency claims is not printed as what its papers prove.
  const claimed = page(3)
  claimed.sections[1]!.data!.goals![0]!.ground = 'claim'
  const drawn = infographicSvg(claimed, '', null)
  assert.match(drawn, /font-style="italic"[^>]*>[^<]*cơ quan báo|font-style="italic"[^>]*>Đạt/)
  assert.ok(!svg.includes('font-style="italic"'))
  assert.ok(!svg.includes(vi) && svg.includes('Số nhiệm vụ quá hạn'), 'the words are set in two lines')
  assert.ok(infographicSvg(longReport(1).text, '', null).includes('danh sách nhiệm vụ ở phụ lục'))
  for (const line of fitted(vi, 17, 200, 2)) assert.ok(line.length < 40, line)
})

test('a long title of a chart is set in lines that fit its picture, which grows by them', () => {
  const point = { assigned: 10, doneOnTime: 4, doneLate: 3, openInTerm: 2, openOverdue: 1 }
  const points = Array.from({ length: 12 }, (_, month) => ({ label: `${month + 1}/2020`, ...point }))
  const [short, long] = [
    drawChart({ chart: 'trend', points })!,
    drawChart({ chart: 'trend', points, since: 'period' })!,
  ]
  const inBold = (svg: string) =>
    [...svg.matchAll(/<text[^>]*font-size:15px[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words!)
  const lines = inBold(long.svg)
  assert.equal(
    lines.join(' '),
    'Diễn biến 12 tháng: nhiệm vụ theo trạng thái vào cuối tháng (tính từ đầu kỳ của tháng đó)',
  )
  assert.equal(lines.length, 2)
  for (const line of lines) assert.deepEqual(fitted(line, 15, 540 - 16, 1), [line], 'within the picture')
  assert.equal(inBold(short.svg).length, 1)
  assert.ok(long.height > short.height)
})

test('a drawing has no frames without width, which are drawn as hair lines, and no text that only browsers centre', () => {
  const points = [{ label: '01/2021', assigned: 10, doneOnTime: 4, doneLate: 3, openInTerm: 2, openOverdue: 1 }]
  for (const chart of ['standings', 'trend', 'agencies'] as const) {
    const svg = svgOf(optionOf({ chart, points }, 820), 820, 270)
    assert.ok(!/stroke-width="0"/.test(svg) && !svg.includes('dominant-baseline'), chart)
    assert.ok(svg.includes('<text y='), chart)
  }
})

test('where a resolution stands is one page however many targets it has, and says what it leaves out', async () => {
  const kind = KINDS.find((one) => one.kind === 'resolutionPage')!
  const { issue } = longReport(1)
  for (const targets of [0, 3, 21, 80]) {
    const paper = textPaper(page(targets), kind, issue, '', null)
    assert.equal((await getDocumentProxy(await toPdf(paper))).numPages, 1, `${targets} targets`)
    if (targets !== 80) continue
    const words = JSON.stringify(paper.body)
    assert.match(words, /80 chỉ tiêu: 27 chưa đạt, 26 chưa có số đo, 27 đạt\. Trang này không in \d+ chỉ tiêu/)
    assert.ok(!words.includes('"Đạt"'), 'what is missed comes first')
    const printed = isOfficeHere ? printedByOffice(await toDocx(paper), 'trang.docx') : undefined
    if (printed) assert.equal((await getDocumentProxy(new Uint8Array(printed))).numPages, 1, 'as DOCX')
  }
})

test('the page on a resolution names the worst of what is missed, whatever its place in the document', () => {
  const kind = KINDS.find((one) => one.kind === 'resolutionPage')!
  const text = page(80)
  for (const section of text.sections)
    for (const [place, one] of (section.data?.goals ?? []).entries())
      if (one.state === 'missed')
        Object.assign(one, { value: 100, gap: place > 75 ? 39 : 6, measure: `Chỉ tiêu thứ ${place}` })
  const { body } = textPaper(text, kind, longReport(1).issue, '', null)
  const table = body.find((part) => part.kind === 'table')!
  assert.ok(table.kind === 'table')
  assert.match(table.rows[0]![1]!.text, /^Chỉ tiêu thứ 7[6-9]$/)
})

test('on one page the targets furthest from their aim come first, whatever their unit, and the page is filled', () => {
  const kind = KINDS.find((one) => one.kind === 'resolutionPage')!
  const missed = (gap: number, unit = '%', value = 100): GoalLine => ({
    ...goal(1),
    unit,
    value,
    gap,
    measured: value - gap,
    words: `thiếu ${gap}${unit === '%' ? '%' : ` ${unit}`}`,
  })
  const text = page(0)
  const goals = [goal(0), goal(2), missed(6), missed(9), missed(39), missed(12), missed(30, 'hệ thống', 120)]
  text.sections[1]!.data = { goals: [...goals, ...Array.from({ length: 14 }, () => goal(0))] }
  const table = textPaper(text, kind, longReport(1).issue, '', null).body.find((part) => part.kind === 'table')!
  assert.ok(table.kind === 'table')
  assert.deepEqual(
    table.rows.slice(0, 6).map((row) => row.at(-1)!.text),
    ['Thiếu 39%', 'Thiếu 30 hệ thống', 'Thiếu 12%', 'Thiếu 9%', 'Thiếu 6%', 'Chưa có số đo'],
  )
  // Its columns are as wide as these words need: with the first widths it had a row less.
  const full = page(80)
  full.sections[0]!.paragraphs = [...full.sections[0]!.paragraphs, ...full.sections[0]!.paragraphs]
  const body = textPaper({ ...full, isSample: false }, kind, longReport(1).issue, '', null).body
  assert.equal(body.find((part) => part.kind === 'table')!.rows.length, 5)
})

test('the table of targets says by when, on what evidence and how far off', () => {
  const kind = KINDS.find((one) => one.kind === 'directive')!
  const table = textPaper(page(3), kind, longReport(1).issue, '', null).body.find((part) => part.kind === 'table')!
  assert.ok(table.kind === 'table')
  assert.deepEqual(
    table.columns.map(({ title }) => title),
    ['TT', 'Chỉ tiêu', 'Yêu cầu', 'Hạn', 'Đạt được (ngày đo)', 'Đơn vị chủ trì', 'Minh chứng của nhiệm vụ', 'Đánh giá'],
  )
  assert.deepEqual(table.rows[1]!.map(({ text }) => text).slice(2), [
    'tăng ít nhất 20%',
    '31/12/2021',
    '14% (10/02/2021)',
    'Cục Kiểm soát thủ tục hành chính',
    'có, chưa xác nhận',
    'Thiếu 6%',
  ])
})

test('a draft says under its heading that recommendations are undecided, or that there are none', () => {
  const { text, issue } = longReport(1)
  const section = { ...text.sections[0]!, key: 'recommendations', kind: 'recommendations' as const, paragraphs: [] }
  const words = (states: ('suggested' | 'taken' | 'left')[]) => {
    const recommendations = states.map((state, place) => ({
      key: `r${place}`,
      rule: null,
      body: '',
      runs: [{ text: `Câu ${place}.`, ref: null }],
      state,
      decidedBy: null,
    }))
    const paper = textPaper({ ...text, sections: [section], recommendations }, KINDS[0]!, issue, '', null)
    return JSON.stringify(paper.body)
  }
  assert.match(words(['suggested', 'suggested', 'left']), /còn 2 kiến nghị chưa chọn/)
  assert.match(words(['left']), /Không có kiến nghị\./)
  assert.ok(!/chưa chọn|Không có/.test(words(['taken'])))
})
