import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { toDocx } from '../platform/official-document/docx.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import { isOfficeHere, missingWriter, printedByOffice } from '../test/installed-software.ts'
import { longReport } from './long-report.fixture.ts'
import { textPaper } from './text-paper.ts'
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

test('what is drawn at the start is a file of every part: charts, words and a long annex', async () => {
  const file = await warmFiles()
  assert.equal(Buffer.from(file.subarray(0, 2)).toString(), 'PK')
})
