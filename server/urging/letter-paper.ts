import { formatDay, formatNumber } from '../platform/calendar.ts'
import { type OfficialDocument, type Part, paragraphs, run, type Table } from '../platform/official-document/model.ts'
import { inTable } from '../platform/official-document/typography.ts'

/** One row of the letter's table. */
export interface PaperTask {
  code: string
  title: string
  sourceNumber: string | null
  dueOn: string | null
  /** Days past due on the letter's `asOf` day; null: not late. */
  daysLate: number | null
}

/** Everything a letter prints. Frozen at issue, so that its page never changes. */
export interface LetterContent {
  superiorAgency: string | null
  issuingAgency: string
  notationSuffix: string
  notation: string | null
  place: string
  issuedOn: string | null
  agencyName: string
  asOf: string
  about: string
  opening: string
  closing: string
  replyBy: string
  tasks: PaperTask[]
  annexFrom: number
  signature: { title: string; name: string | null }
  recipients: string[]
  isSample: boolean
}

/** The default wording of a letter. Its facts come from the tasks the letter is made from. */
export function defaultWording(facts: {
  agencyName: string
  basis: string
  asOf: string
  late: number
  soon: number
  /** Neither: open, and to be reported on. */
  others: number
  soonDays: number
  replyBy: string
}): { about: string; opening: string; closing: string } {
  const { agencyName, basis, asOf, late, soon, others, soonDays, replyBy } = facts
  const counted = [
    ...(late > 0 ? [`${formatNumber(late)} nhiệm vụ đã quá hạn chưa hoàn thành`] : []),
    ...(soon > 0 ? [`${formatNumber(soon)} nhiệm vụ chưa hoàn thành, đến hạn trong ${soonDays} ngày tới`] : []),
    ...(others > 0 ? [`${formatNumber(others)} nhiệm vụ chưa hoàn thành, cần báo cáo tiến độ`] : []),
  ]
    .join('; ')
    .replace(/; (?=[^;]*$)/, ' và ')
  return {
    about: 'đôn đốc thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao',
    opening: `Thực hiện ${basis}, Văn phòng Chính phủ đã rà soát các nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao ${agencyName} chủ trì. Tính đến hết ngày ${formatDay(asOf)}, ${agencyName} còn ${counted || 'nhiệm vụ cần báo cáo tiến độ'}.`,
    closing: `Văn phòng Chính phủ đề nghị ${agencyName} khẩn trương chỉ đạo hoàn thành các nhiệm vụ nêu trên; đối với nhiệm vụ quá hạn, báo cáo rõ nguyên nhân, trách nhiệm và cam kết thời gian hoàn thành; cập nhật kết quả trên Hệ thống và có văn bản gửi Văn phòng Chính phủ trước ngày ${formatDay(replyBy)} để tổng hợp, báo cáo Thủ tướng Chính phủ.`,
  }
}

const CLAUSE = String.raw`(?:[\d.]+ nhiệm vụ (?:đã quá hạn chưa hoàn thành|chưa hoàn thành, đến hạn trong \d+ ngày tới|chưa hoàn thành, cần báo cáo tiến độ)|nhiệm vụ cần báo cáo tiến độ)`
const DEFAULT_OPENING = new RegExp(
  String.raw`^Thực hiện .+, Văn phòng Chính phủ đã rà soát các nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao .+ chủ trì\. Tính đến hết ngày \d{2}/\d{2}/\d{4}, .+ còn ${CLAUSE}(?:(?:; | và )${CLAUSE})*\.$`,
)

/** Whether the opening is as `defaultWording` makes it, whatever its figures: then it can be made anew for other tasks. */
export function isDefaultOpening(opening: string): boolean {
  return DEFAULT_OPENING.test(opening.trim())
}

/** The letter as an official document: a công văn of Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5. */
export function letterPaper(content: LetterContent): OfficialDocument {
  const isAnnexed = content.tasks.length >= content.annexFrom
  const table = taskTable(content.tasks)
  const body: Part[] = [
    ...paragraphs(content.opening),
    {
      kind: 'paragraph',
      runs: [
        run(
          isAnnexed
            ? `Danh mục ${formatNumber(content.tasks.length)} nhiệm vụ tại Phụ lục kèm theo.`
            : 'Cụ thể như sau:',
        ),
      ],
    },
    ...(isAnnexed ? [] : [table]),
    ...paragraphs(content.closing, './.'),
  ]
  return {
    superiorAgency: content.superiorAgency,
    issuingAgency: content.issuingAgency,
    number: content.notation,
    notation: content.notationSuffix,
    place: content.place,
    issuedOn: content.issuedOn,
    type: null,
    subject: content.about,
    addressees: [content.agencyName],
    body,
    signature: content.signature,
    recipients: content.recipients,
    annexes: isAnnexed
      ? [
          {
            label: 'Phụ lục',
            title: `DANH MỤC NHIỆM VỤ ĐÔN ĐỐC ${content.agencyName.toLocaleUpperCase('vi')}`,
            basis:
              content.notation === null || content.issuedOn === null
                ? `(Số liệu đến hết ngày ${formatDay(content.asOf)})`
                : `(Kèm theo Công văn số ${content.notation} ngày ${formatDay(content.issuedOn)} của ${content.issuingAgency}; số liệu đến hết ngày ${formatDay(content.asOf)})`,
            landscape: false,
            parts: [table],
          },
        ]
      : [],
    mark:
      [content.notation === null ? 'DỰ THẢO' : '', content.isSample ? 'MẪU' : ''].filter(Boolean).join(' - ') || null,
  }
}

function taskTable(tasks: readonly PaperTask[]): Table {
  return {
    kind: 'table',
    columns: [
      { title: 'STT', width: 6, align: 'center' },
      { title: 'Nhiệm vụ', width: 46, align: 'left' },
      { title: 'Văn bản giao', width: 18, align: 'left' },
      { title: 'Thời hạn', width: 15, align: 'center' },
      { title: 'Số ngày quá hạn', width: 15, align: 'right' },
    ],
    rows: tasks.map((task, place) => [
      run(String(place + 1)),
      run(`${inTable(task.title)} (${task.code})`),
      run(task.sourceNumber ?? ''),
      run(task.dueOn === null ? '' : formatDay(task.dueOn)),
      run(task.daysLate === null ? '' : formatNumber(task.daysLate)),
    ]),
  }
}

/** The default recipients (nơi nhận). */
export function standardRecipients(issuing: string, notationUnit: string): string[] {
  return [
    'Như trên',
    'Thủ tướng, các Phó Thủ tướng (để báo cáo)',
    `${issuing}: Bộ trưởng, Chủ nhiệm; Tổ công tác của Thủ tướng Chính phủ`,
    `Lưu: VT, ${notationUnit}`,
  ]
}
