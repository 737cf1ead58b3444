import { addDays, VIETNAM } from '../../platform/calendar.ts'
import type { DraftContent, NewRecipient, PastOutgoing, PastPage } from '../../records/index.ts'
import { type Random, randomFrom } from '../random.ts'
import type { Year } from './incoming.ts'
import type { Body } from './office.ts'
import { pdfOf } from './page.ts'

export interface Text {
  kind: string
  about: string
  paragraphs: readonly string[]
}

/** What a body writes. `{t}`: the topic, `{b}`: the body, `{m}`: a month, `{p}`: a number. */
const TEXTS: readonly (readonly [Text, number])[] = [
  [
    {
      kind: 'CV',
      about: 'trả lời vướng mắc trong việc {t} (MẪU)',
      paragraphs: [
        '{b} nhận được văn bản đề nghị hướng dẫn việc {t}. Sau khi nghiên cứu, {b} có ý kiến như sau:',
        'Đề nghị đơn vị căn cứ quy định hiện hành, chủ động quyết định theo thẩm quyền; nội dung vượt thẩm quyền thì báo cáo cấp có thẩm quyền.',
        '{b} trả lời để đơn vị biết, thực hiện./.',
      ],
    },
    9,
  ],
  [
    {
      kind: 'CV',
      about: 'đôn đốc việc {t} trong tháng {m} (MẪU)',
      paragraphs: [
        'Qua theo dõi, tiến độ việc {t} mới đạt {p}% kế hoạch. {b} đề nghị các đơn vị tập trung nguồn lực, báo cáo kết quả trước ngày 25 hằng tháng.',
        'Quá thời hạn chưa báo cáo, đơn vị giải trình bằng văn bản./.',
      ],
    },
    5,
  ],
  [
    {
      kind: 'BC',
      about: 'kết quả thực hiện việc {t} đến hết tháng {m} (MẪU)',
      paragraphs: [
        '{b} báo cáo kết quả thực hiện việc {t} đến hết tháng {m}: đã hoàn thành {p}% khối lượng.',
        'Thời gian tới, {b} tiếp tục rà soát, tháo gỡ vướng mắc, bảo đảm hoàn thành đúng thời hạn./.',
      ],
    },
    4,
  ],
  [
    {
      kind: 'QĐ',
      about: 'thành lập tổ công tác về {t} (MẪU)',
      paragraphs: [
        'Thành lập tổ công tác về {t}, gồm đại diện các đơn vị có liên quan; tổ trưởng là lãnh đạo Văn phòng.',
        'Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ. Quyết định có hiệu lực từ ngày ký./.',
      ],
    },
    3,
  ],
  [
    {
      kind: 'TB',
      about: 'kết luận cuộc họp về {t} (MẪU)',
      paragraphs: [
        'Sau khi nghe báo cáo và ý kiến các đại biểu, lãnh đạo {b} kết luận: các đơn vị hoàn thành phần việc về {t} trước ngày 20 tháng sau.',
        'Văn phòng theo dõi, tổng hợp, báo cáo kết quả./.',
      ],
    },
    3,
  ],
  [
    {
      kind: 'KH',
      about: 'triển khai việc {t} quý tới (MẪU)',
      paragraphs: ['{b} ban hành kế hoạch triển khai việc {t} trong quý tới, phân công rõ đơn vị, người, thời hạn./.'],
    },
    2,
  ],
]
const OPINIONS = ['Nhất trí.', 'Nhất trí, lưu ý thời hạn báo cáo.', 'Đồng ý với dự thảo.', null] as const

/** What is written, about one of the topics of the body. */
export function textOf(random: Random, body: Body, month: number): Text {
  const { kind, about, paragraphs } = random.weighted(TEXTS)
  const topic = random.pick(body.topics)
  const percent = random.between(35, 96)
  const words = (text: string) =>
    text
      .replaceAll('{t}', topic)
      .replaceAll('{b}', body.name)
      .replaceAll('{m}', String(month))
      .replaceAll('{p}', String(percent))
  return { kind, about: words(about), paragraphs: paragraphs.map(words) }
}

export const contentOf = (paragraphs: readonly string[]): DraftContent => ({
  addressees: [],
  parts: paragraphs.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
})

/** One to three other agencies, the first of which is to act. */
export function recipientsOf(random: Random, body: Body, { senders }: Pick<Year, 'senders'>): NewRecipient[] {
  const others = random.shuffled(senders.filter(({ id }) => id !== body.agencyId)).slice(0, random.between(1, 3))
  return others.map(({ id, name }, place) => ({ agencyId: id, name, purpose: place === 0 ? 'act' : 'know' }))
}

/** Documents that a body issued on the working days of a year, two in three days. */
export function outgoingOf(body: Body, year: Year): PastOutgoing[] {
  const random = randomFrom(body.seed + 1)
  const past: PastOutgoing[] = []
  let days = 0
  for (let day = year.from; day <= year.to; day = addDays(day, 1)) {
    if (!year.calendar.isWorkingDay(day)) continue
    const isWritten = random.isLikely(0.65)
    const isTaken = days++ % year.every === 0
    const one = documentOf(random, body, day, year)
    if (isWritten && isTaken) past.push(one)
  }
  return past
}

const at = (day: string, time: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: VIETNAM, plainTime: time }).toInstant().toString()

/** Drafted some working days before; an opinion, the head of the office, the signer, the clerk. */
function documentOf(random: Random, body: Body, day: string, year: Year): PastOutgoing {
  const { clerk, leader, head, drafter, colleague } = body
  const text = textOf(random, body, Number(day.slice(5, 7)))
  const days = random.between(2, 6)
  const before = (count: number) => year.calendar.addWorkingDays(day, -count)
  const isLate = random.isLikely(0.08)
  const opinion = random.pick(OPINIONS)
  return {
    unitId: drafter.agencyId,
    kind: text.kind,
    about: text.about,
    content: contentOf(text.paragraphs),
    place: body.place,
    recipients: recipientsOf(random, body, year),
    isUrgent: random.isLikely(0.05),
    replyToId: null,
    taskId: null,
    drafted: { at: at(before(days), '09:10'), by: drafter },
    steps: [
      ...(colleague.personId === drafter.personId
        ? []
        : [
            {
              at: at(before(1), '10:20'),
              by: colleague,
              kind: 'opinion' as const,
              words: opinion,
              dueOn: before(isLate ? 2 : 1),
            },
          ]),
      { at: at(before(1), '15:40'), by: head, kind: 'initial', words: null, dueOn: before(1) },
    ],
    signed: { at: at(day, '09:30'), by: leader },
    sealed: { at: at(day, '10:00'), by: clerk },
    issued: { at: at(day, '10:15'), by: clerk },
  }
}

/** The file of a past document. */
export const draw =
  ({ place }: Body) =>
  ({ issuer, notation, datedOn, kindName, about, content, recipients, signature }: PastPage): Uint8Array =>
    pdfOf({
      issuer,
      notation,
      place,
      datedOn,
      kindName,
      about,
      addressees: kindName === null ? recipients.slice(0, 1) : [],
      paragraphs: content.parts.flatMap((part) =>
        part.kind === 'paragraph' ? [part.runs.map(({ text }) => text).join('')] : [],
      ),
      recipients:
        kindName === null ? ['Như trên', ...recipients.slice(1), 'Lưu: VT, VP'] : [...recipients, 'Lưu: VT, VP'],
      signature,
    })
