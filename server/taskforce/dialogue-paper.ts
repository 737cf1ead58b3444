/** What was asked in a session and answered: a report for the office to sign and number, drawn from the rows of the day. */
import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import type { Download } from '../platform/attachment.ts'
import { formatDay, formatNumber } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { toDocx } from '../platform/official-document/docx.ts'
import { type OfficialDocument, paragraph, run } from '../platform/official-document/model.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import { asSentence, lowerFirst } from '../platform/official-document/typography.ts'
import type { TaskforceDb } from './db.ts'
import type { Dialogue, Question } from './dialogue-shapes.ts'
import { showDialogue } from './dialogues.ts'
import { issuerOf } from './inspection-paper.ts'
import { MEDIA, type PaperFormat } from './inspection-papers.ts'
import { HEAD } from './signature.ts'

type Asked = Pick<Question, 'asker' | 'words' | 'state' | 'class' | 'dueOn' | 'answer' | 'answeredOn'> & {
  agency: string | null
}

const CLASS_WORDS: Record<NonNullable<Question['class']>, string> = {
  clear: 'Quy định đã rõ',
  rule: 'Cần sửa quy định',
  outside: 'Ngoài phạm vi',
}
const STATE_WORDS: Record<Question['state'], string> = {
  asked: 'Chưa phân loại',
  classed: 'Đã phân loại, chưa chuyển cơ quan trả lời',
  sent: 'Chờ trả lời',
  answered: 'Đã trả lời',
}

/** All questions of a session with their answers, for those who may read it. */
export async function dialoguePaper(
  db: AnyHandle,
  actor: KnownActor,
  { id, format, today }: { id: number; format: PaperFormat; today: string },
): Promise<Download> {
  const dialogue = await showDialogue(db, actor, id, today)
  const { rows } = await sql<Asked>`
    select q.asker, q.words, q.state, q.class, q.due_on as "dueOn", q.answer, q.answered_on as "answeredOn", a.name as agency
    from taskforce.question q left join registry.agency_latest a on a.agency_id = q.agency_id
    where q.dialogue_id = ${id} order by q.position`.execute(reading<TaskforceDb>(db))
  const paper = questionsPaper(dialogue, rows, today, actor.sample)
  return {
    bytes: format === 'pdf' ? await toPdf(paper) : await toDocx(paper),
    mediaType: MEDIA[format],
    fileName: `Tổng hợp kiến nghị ${formatDay(dialogue.heldOn).replaceAll('/', '-')}.${format}`,
  }
}

function questionsPaper(
  { title, partner, heldOn, participants, taskForce, counts, questions }: Dialogue,
  rows: readonly Asked[],
  today: string,
  isSample: boolean,
): OfficialDocument {
  const left = counts.asked + counts.classed + counts.sent
  const session = lowerFirst(title)
  return {
    superiorAgency: 'Thủ tướng Chính phủ',
    issuingAgency: issuerOf(taskForce.name),
    number: null,
    notation: '/BC-TCT',
    place: 'Hà Nội',
    issuedOn: null,
    type: 'Báo cáo',
    subject: `Tổng hợp kiến nghị và kết quả trả lời sau buổi ${session}`,
    body: [
      paragraph(
        `Ngày ${formatDay(heldOn)}, ${taskForce.name} tổ chức buổi ${session} với ${partner}.`,
        ...(participants ? [` Thành phần: ${asSentence(participants)}`] : []),
      ),
      paragraph(
        `Tính đến hết ngày ${formatDay(today)}, trong ${formatNumber(questions)} kiến nghị, câu hỏi có ${formatNumber(counts.answered)} câu đã được trả lời (${formatNumber(counts.onTheSpot)} câu trả lời tại chỗ), ${formatNumber(left)} câu chưa được trả lời; ${formatNumber(counts.late)} câu quá hạn hoặc trả lời quá hạn; ${formatNumber(counts.rule)} câu cần sửa quy định.`,
      ),
      paragraph('Chi tiết từng kiến nghị tại Phụ lục kèm theo./.'),
    ],
    signature: { title: HEAD.headTitle, name: null },
    recipients: ['Thủ tướng Chính phủ (để báo cáo)', 'Các thành viên Tổ công tác', partner, 'Lưu: VT, TCT'],
    annexes: [
      {
        label: 'Phụ lục',
        title: 'TỔNG HỢP KIẾN NGHỊ VÀ TRẢ LỜI',
        landscape: true,
        parts: [
          paragraph(
            run(`(Số liệu đến hết ngày ${formatDay(today)}: ${formatNumber(questions)} câu)`, { italic: true }),
          ),
          {
            kind: 'table',
            columns: [
              { title: 'TT', width: 4, align: 'center' },
              { title: 'Người hỏi', width: 14, align: 'left' },
              { title: 'Nội dung', width: 28, align: 'left' },
              { title: 'Phân loại', width: 11, align: 'left' },
              { title: 'Cơ quan trả lời', width: 14, align: 'left' },
              { title: 'Hạn', width: 9, align: 'center' },
              { title: 'Kết quả trả lời', width: 20, align: 'left' },
            ],
            rows: rows.map((one, place) =>
              [
                String(place + 1),
                one.asker,
                asSentence(one.words),
                one.class === null ? '' : CLASS_WORDS[one.class],
                one.agency ?? '',
                one.dueOn === null ? '' : formatDay(one.dueOn),
                one.answer === null || one.answeredOn === null
                  ? STATE_WORDS[one.state]
                  : `${asSentence(one.answer)} (ngày ${formatDay(one.answeredOn)})`,
              ].map((text) => run(text)),
            ),
          },
        ],
      },
    ],
    mark: ['DỰ THẢO', ...(isSample ? ['MẪU'] : [])].join(' - '),
  }
}
