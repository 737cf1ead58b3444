import { formatDay, formatNumber } from '../platform/calendar.ts'
import type { Annex, OfficialDocument, Part, Run } from '../platform/official-document/model.ts'
import { run } from '../platform/official-document/model.ts'
import type { MonthlyReport } from './shapes.ts'

/** The one for whom others sign reports (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7), and how their titles begin. */
export const HEAD = { headTitle: 'Tổ trưởng', headTitles: ['Tổ trưởng'] }
/** What follows the number of a report. */
export const NOTATION = '/BC-TCT'

/** What the office adds to a report when issuing it. */
export interface Issue {
  number: string | null
  place: string
  issuedOn: string | null
  signature: { title: string; name: string | null }
}

export const DRAFT: Issue = {
  number: null,
  place: 'Hà Nội',
  issuedOn: null,
  signature: { title: HEAD.headTitle.toLocaleUpperCase('vi'), name: null },
}

/** The link from a figure to its rows: the screen with the same filter as the API address. */
function screenAddress(origin: string, rows: string): string {
  return origin + rows.replace(/^\/api\/tasks/, '/nhiem-vu')
}

/**
 * The report as an official document (Nghị định 30/2020/NĐ-CP). Figures in the text are links; the annexes list every row
 * of the two lists, so that every counted task is named.
 */
export function monthlyPaper(report: MonthlyReport, issue: Issue, origin: string): OfficialDocument {
  const linked = (text: string, rows: string | null): Run =>
    rows ? run(text, { href: screenAddress(origin, rows) }) : run(text)
  const body: Part[] = report.paragraphs.flatMap((paragraph): Part[] => [
    ...(paragraph.heading ? [{ kind: 'heading' as const, level: 1 as const, text: paragraph.heading }] : []),
    { kind: 'paragraph', runs: paragraph.runs.map((one) => linked(one.text, one.rows)) },
  ])
  if (report.footnote) body.push({ kind: 'paragraph', runs: [run(report.footnote, { italic: true })] })
  const { partition: total, overdueShare } = report.agenciesTotal ?? {
    partition: report.headline,
    overdueShare: report.overdueShare,
  }
  body.push(
    { kind: 'heading', level: 1, text: 'II. KẾT QUẢ THEO CƠ QUAN CHỦ TRÌ' },
    {
      kind: 'table',
      columns: [
        { title: 'TT', width: 6, align: 'center' },
        { title: 'Cơ quan', width: 33, align: 'left' },
        { title: 'Đã giao', width: 10, align: 'right' },
        { title: 'Hoàn thành đúng hạn', width: 11, align: 'right' },
        { title: 'Hoàn thành quá hạn', width: 11, align: 'right' },
        { title: 'Trong hạn', width: 10, align: 'right' },
        { title: 'Quá hạn', width: 10, align: 'right' },
        { title: 'Tỷ lệ quá hạn', width: 10, align: 'right' },
      ],
      rows: [
        ...report.agencies.map((agency, index) => [
          run(String(index + 1)),
          linked(agency.agencyName, agency.rows),
          ...counts(agency.partition),
          run(agency.overdueShare.printed),
        ]),
        [
          run(''),
          run(report.counting === 'once' ? 'Cộng theo cơ quan' : 'Tổng số'),
          ...counts(total),
          run(overdueShare.printed),
        ],
      ],
      totals: [report.agencies.length],
    },
    { kind: 'heading', level: 1, text: 'III. KIẾN NGHỊ' },
    ...report.recommendations.map(
      (sentence, index): Part => ({ kind: 'paragraph', runs: [run(`${index + 1}. ${sentence}`)] }),
    ),
    {
      kind: 'paragraph',
      runs: [run('Tổ công tác của Thủ tướng Chính phủ kính báo cáo Chính phủ, Thủ tướng Chính phủ./.')],
    },
  )
  return {
    superiorAgency: 'Thủ tướng Chính phủ',
    issuingAgency: 'Tổ công tác',
    number: issue.number,
    notation: NOTATION,
    place: issue.place,
    issuedOn: issue.issuedOn,
    type: 'Báo cáo',
    subject: report.title,
    body,
    signature: issue.signature,
    recipients: [
      'Thủ tướng, các Phó Thủ tướng Chính phủ (để báo cáo)',
      'Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ',
      'UBND các tỉnh, thành phố trực thuộc Trung ương',
      'Các thành viên Tổ công tác',
      'Lưu: VT, TCT',
    ],
    annexes: [
      taskAnnex('Phụ lục I', 'NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH', report.overdue, report, true),
      taskAnnex('Phụ lục II', 'NHIỆM VỤ ĐẾN HẠN TRONG THÁNG TỚI', report.dueNextMonth, report, false),
    ],
    mark:
      [issue.number === null ? 'DỰ THẢO' : '', report.isSample ? 'SỐ LIỆU MẪU' : ''].filter(Boolean).join(' - ') ||
      null,
  }
}

const counts = (p: MonthlyReport['headline']): Run[] =>
  [p.assigned, p.doneOnTime, p.doneLate, p.openInTerm, p.openOverdue].map((value) => run(formatNumber(value)))

function taskAnnex(
  label: string,
  title: string,
  tasks: MonthlyReport['overdue'],
  report: MonthlyReport,
  late: boolean,
): Annex {
  const heading: Part = {
    kind: 'paragraph',
    runs: [
      run(`(Số liệu đến hết ngày ${formatDay(report.asOf)}: ${formatNumber(tasks.length)} nhiệm vụ)`, { italic: true }),
    ],
  }
  if (tasks.length === 0) return { label, title, landscape: true, parts: [heading] }
  return {
    label,
    title,
    landscape: true,
    parts: [
      heading,
      {
        kind: 'table',
        columns: [
          { title: 'TT', width: 5, align: 'center' },
          { title: 'Mã', width: 15, align: 'left' },
          { title: 'Nhiệm vụ', width: 40, align: 'left' },
          { title: 'Cơ quan chủ trì', width: 19, align: 'left' },
          { title: 'Văn bản giao', width: 14, align: 'left' },
          { title: 'Thời hạn', width: 11, align: 'center' },
          ...(late ? [{ title: 'Số ngày quá hạn', width: 9, align: 'right' as const }] : []),
        ],
        rows: tasks.map((task, index) =>
          [
            String(index + 1),
            task.code,
            task.title,
            task.leadAgencyName,
            task.sourceNumber ?? '',
            task.dueOn ? formatDay(task.dueOn) : '',
            ...(late ? [formatNumber(task.daysLate ?? 0)] : []),
          ].map((text) => run(text)),
        ),
      },
    ],
  }
}
