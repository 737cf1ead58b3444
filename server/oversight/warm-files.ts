/**
 * The first DOCX of a process takes three times as long as the next: nothing is loaded late, but the code that draws charts and
 * packs the file runs for the first time. So a small report is drawn once the server
 * listens, in steps, between which requests are answered. Files are no slower without it than they were; it is not waited for.
 */
import { setTimeout as after } from 'node:timers/promises'
import type { App } from '../platform/http/server.ts'
import { toDocx } from '../platform/official-document/docx.ts'
import { drawChart } from './chart.ts'
import { DRAFT } from './paper.ts'
import { KINDS } from './report-kinds.ts'
import { CHARTS } from './section.ts'
import { textPaper } from './text-paper.ts'
import type { ReportText, SectionView, TaskLine } from './text-shapes.ts'

/** Milliseconds: a server that has just started answers the requests that waited for it first. */
const QUIET = 2_000
/** Rows of its annex: so many are written the way long annexes are. */
const ROWS = 300
const POINTS = [
  { label: 'Bộ, cơ quan', assigned: 10, doneOnTime: 4, doneLate: 3, openInTerm: 2, openOverdue: 1 },
  { label: 'Địa phương', assigned: 10, doneOnTime: 4, doneLate: 3, openInTerm: 2, openOverdue: 1 },
]

export function warmFilesAtStart(app: App): void {
  app.addHook('onListen', async () => {
    after(QUIET, undefined, { ref: false })
      .then(warmFiles)
      .catch((error: unknown) => app.log.warn({ err: error }, 'the first report file will be slow'))
  })
}

/** Draws charts and a file that nobody reads; returns the file. */
export async function warmFiles(): Promise<Uint8Array> {
  for (const chart of CHARTS) {
    drawChart({ chart, points: POINTS })
    await after(0)
  }
  return toDocx(textPaper(blankReport(), KINDS[0]!, DRAFT, '', null))
}

function blankReport(): ReportText {
  const section: SectionView = {
    key: 'tasks',
    kind: 'text',
    heading: 'I. KẾT QUẢ',
    body: '',
    settings: {},
    paragraphs: [[{ text: 'Từ 01/01/2020 đến 28/02/2021.', ref: null }]],
    tasksLeftOut: 0,
    compared: [],
    data: null,
  }
  const task: TaskLine = {
    id: 1,
    code: 'NV-2020-000001',
    title: 'Xây dựng đề án, trình Thủ tướng Chính phủ',
    agency: 'Bộ, cơ quan',
    coordinating: '',
    source: '',
    assignedOn: '2020-06-15',
    dueOn: '2021-03-15',
    standing: 'openInTerm',
    daysLate: null,
  }
  return {
    kind: KINDS[0]!.kind,
    kindName: KINDS[0]!.name,
    title: KINDS[0]!.name,
    from: '2020-01-01',
    asOf: '2021-02-28',
    knownOn: null,
    rounding: 'truncate1',
    template: { id: 1, versionNumber: 1 },
    sections: [
      section,
      {
        ...section,
        key: 'chart',
        kind: 'chart',
        heading: null,
        paragraphs: [],
        data: { chart: { chart: 'standings', points: POINTS } },
      },
      {
        ...section,
        key: 'annex',
        kind: 'tasks',
        settings: { which: 'all', isAnnex: true },
        paragraphs: [],
        data: { tasks: Array.from({ length: ROWS }, () => task) },
      },
    ],
    figures: [],
    recommendations: [],
    recipients: ['Lưu: VT'],
    isSample: false,
    open: [],
    corrects: null,
    edition: 1,
  }
}
