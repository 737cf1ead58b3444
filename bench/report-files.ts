/**
 * The files of a report with an annex of 10,527 rows, each as a ratio to writing the same rows as CSV in the same run; and
 * the memory at its peak. The CSV is written to a buffer, as the files are.
 */
import { toDocx } from '../server/platform/official-document/docx.ts'
import type { OfficialDocument } from '../server/platform/official-document/model.ts'
import { toPdf } from '../server/platform/official-document/pdf.ts'

const ROWS = 10_527
const RUNS = 3
const WORDS =
  'xây dựng hoàn thiện đề án trình Thủ tướng Chính phủ về cơ chế chính sách phát triển kinh tế số tại các tỉnh'.split(
    ' ',
  )
const rows = Array.from({ length: ROWS }, (_, place) => [
  String(place + 1),
  `NV-2020-${String(place + 1).padStart(6, '0')}`,
  Array.from({ length: 8 + ((place * 7) % 17) }, (_, at) => WORDS[(place * 3 + at * 5) % WORDS.length]).join(' '),
  ['Bộ Công Thương', 'Bộ Kế hoạch và Đầu tư', 'Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu'][place % 3]!,
  `${(place % 90) + 10}/NQ-MẪU`,
  '15/03/2021',
  'Trong hạn',
])
const TITLES = ['TT', 'Mã', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Văn bản giao', 'Thời hạn', 'Tình trạng']
const WIDTHS = [5, 15, 38, 19, 17, 11, 10]

const paper: OfficialDocument = {
  superiorAgency: 'Thủ tướng Chính phủ',
  issuingAgency: 'Tổ công tác',
  number: null,
  notation: '/BC-TCT',
  place: 'Hà Nội',
  issuedOn: null,
  type: 'Báo cáo',
  subject: 'Đo thời gian (MẪU)',
  body: [{ kind: 'paragraph', runs: [{ text: 'Phụ lục kèm theo.' }] }],
  signature: { title: 'TỔ TRƯỞNG', name: null },
  recipients: ['Lưu: VT'],
  annexes: [
    {
      label: 'Phụ lục',
      title: 'NHIỆM VỤ',
      landscape: true,
      parts: [
        {
          kind: 'table',
          columns: TITLES.map((title, place) => ({ title, width: WIDTHS[place]!, align: 'left' as const })),
          rows: rows.map((row) => row.map((text) => ({ text }))),
        },
      ],
    },
  ],
  mark: null,
}

const csv = () =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'), 'utf8')

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

const base = await shortest(csv)
for (const [name, work] of [
  ['docx', () => toDocx(paper)],
  ['pdf', () => toPdf(paper)],
] as const) {
  const took = await shortest(work)
  console.log(`${name}: ${Math.round(took)} ms, ${(took / base).toFixed(0)} times the CSV (${base.toFixed(1)} ms)`)
}
console.log(`memory at its peak: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`)
