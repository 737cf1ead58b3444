/**
 * The files of a report with an annex of 10,527 rows, each as a ratio to writing the same rows as CSV in the same run; and
 * the memory at its peak. The CSV is written to a buffer, as the files are. The workbook is read again: it has to hold every row.
 */
import assert from 'node:assert/strict'
import ExcelJS from 'exceljs'
import { longReport } from '../server/oversight/long-report.fixture.ts'
import { textPaper } from '../server/oversight/text-paper.ts'
import type { ReportText, TaskLine } from '../server/oversight/text-shapes.ts'
import { textWorkbook } from '../server/oversight/text-workbook.ts'
import { toDocx } from '../server/platform/official-document/docx.ts'
import { toPdf } from '../server/platform/official-document/pdf.ts'
import type { Ratio } from './measure.ts'

const ROWS = 10_527
const RUNS = 3
/** How many times the CSV each file may take, and, on a quiet machine, how long. */
const FILES = [
  { name: 'docx', atMost: 60, within: 1_000 },
  { name: 'pdf', atMost: 150, within: 3_000 },
  { name: 'xlsx', atMost: 400, within: 10_000 },
] as const

/** The shortest of a few runs, in milliseconds. */
async function shortest(work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now()
    await work()
    least = Math.min(least, performance.now() - begun)
  }
  return least
}

function csv(rows: readonly TaskLine[]): Buffer {
  const cell = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`
  return Buffer.from(rows.map((row) => Object.values(row).map(cell).join(',')).join('\r\n'), 'utf8')
}

async function holdsAll(text: ReportText): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await textWorkbook(text)) as unknown as ArrayBuffer)
  let rows = 0
  book.getWorksheet('Nhiệm vụ')!.eachRow((row) => {
    if (/^NV-/.test(row.getCell(2).text)) rows += 1
  })
  assert.equal(rows, ROWS, 'rows of the workbook')
}

export async function bench(): Promise<Ratio[]> {
  const { text, kind, issue } = longReport(ROWS)
  const paper = textPaper(text, kind, issue, 'https://dieuhanh.example', null)
  const base = await shortest(() => csv(text.sections[1]!.data!.tasks!))
  const make = { docx: () => toDocx(paper), pdf: () => toPdf(paper), xlsx: () => textWorkbook(text) }
  const ratios: Ratio[] = []
  for (const { name, atMost, within } of FILES) {
    const slow = await shortest(make[name])
    console.log(`${name}: ${Math.round(slow)} ms (aim ${within} ms on a quiet machine)`)
    ratios.push({ what: `${name} with ${ROWS} rows against the same rows as CSV`, slow, fast: base, atMost })
  }
  console.log(`memory at its peak: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`)
  await holdsAll(text)
  return ratios
}
