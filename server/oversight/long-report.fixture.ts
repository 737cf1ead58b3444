import type { Issue } from './paper.ts'
import type { ReportKind } from './report-kinds.ts'
import type { ReportText, TaskLine } from './text-shapes.ts'

const WORDS =
  'xây dựng hoàn thiện đề án trình Thủ tướng Chính phủ về cơ chế chính sách phát triển kinh tế số tại các tỉnh'.split(
    ' ',
  )
const AGENCIES = ['Bộ Công Thương', 'Bộ Kế hoạch và Đầu tư', 'Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu']

const line = (place: number): TaskLine => ({
  id: place + 1,
  code: `NV-2020-${String(place + 1).padStart(6, '0')}`,
  title: Array.from({ length: 8 + ((place * 7) % 17) }, (_, at) => WORDS[(place * 3 + at * 5) % WORDS.length]).join(
    ' ',
  ),
  agency: AGENCIES[place % 3]!,
  coordinating: '',
  source: `${(place % 90) + 10}/NQ-MẪU`,
  assignedOn: '2020-06-15',
  dueOn: '2021-03-15',
  standing: 'openInTerm',
  daysLate: null,
})

/**
 * An invented report with as many annexes of so many rows and so many paragraphs, issued: for its files alone, without a
 * database.
 */
export function longReport(
  rows: number,
  { annexes = 1, paragraphs = 1 } = {},
): { text: ReportText; kind: ReportKind; issue: Issue } {
  const section = { heading: null, body: '', settings: {}, paragraphs: [], tasksLeftOut: 0, compared: [], data: null }
  const words = `Từ 01/01/2020 đến 28/02/2021, Chính phủ, Thủ tướng Chính phủ giao ${rows} nhiệm vụ (MẪU).`
  const lines = Array.from({ length: paragraphs }, () => [{ text: words, ref: null }])
  const text: ReportText = {
    kind: 'directive',
    kindName: 'Báo cáo thực hiện một văn bản chỉ đạo',
    title: 'Tình hình thực hiện nhiệm vụ (MẪU)',
    from: '2020-01-01',
    asOf: '2021-02-28',
    knownOn: '2021-02-28',
    rounding: 'truncate1',
    template: { id: 1, versionNumber: 1 },
    sections: [
      { ...section, key: 'tasks', kind: 'text', heading: 'I. KẾT QUẢ', paragraphs: lines },
      ...Array.from({ length: annexes }, (_, annex) => ({
        ...section,
        key: `allTasks${annex}`,
        kind: 'tasks' as const,
        heading: 'NHIỆM VỤ CỦA VĂN BẢN',
        settings: { which: 'all' as const, isAnnex: true },
        data: { tasks: Array.from({ length: rows }, (_, place) => line(place)) },
      })),
    ],
    figures: [],
    recommendations: [],
    recipients: ['Như trên', 'Lưu: VT, TH'],
    isSample: true,
    open: [],
    corrects: null,
    edition: 1,
  }
  const kind = {
    kind: 'directive',
    superior_agency: null,
    issuing_agency: 'Văn phòng Chính phủ',
    notation: '/BC-VPCP',
  } as unknown as ReportKind
  const signature = { title: 'KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM', name: 'Đặng Khoa Mẫu' }
  return { text, kind, issue: { number: '15/BC-VPCP', place: 'Hà Nội', issuedOn: '2021-03-02', signature } }
}
