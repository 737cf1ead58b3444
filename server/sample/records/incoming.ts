import { addDays, VIETNAM } from '../../platform/calendar.ts'
import type { WorkingCalendar } from '../../platform/working-days.ts'
import type { PastIncoming, PastPart } from '../../records/index.ts'
import { type Random, randomFrom } from '../random.ts'
import type { Body, Sender } from './office.ts'
import { type Page, pdfOf, wordsOf } from './page.ts'

interface Letter {
  kind: string
  about: string
  paragraphs: readonly string[]
  needsAnswer: boolean
}

/** What is written to a body. `{t}`: the topic, `{b}`: the body, `{m}`: a month. */
const LETTERS: readonly (readonly [Letter, number])[] = [
  [
    {
      kind: 'CV',
      about: 'đề nghị hướng dẫn việc {t} (MẪU)',
      paragraphs: [
        'Trong quá trình thực hiện việc {t}, {s} gặp vướng mắc về thẩm quyền, trình tự và nguồn kinh phí do các quy định hiện hành chưa thống nhất.',
        '{s} đề nghị {b} xem xét, hướng dẫn để có cơ sở thực hiện./.',
      ],
      needsAnswer: true,
    },
    8,
  ],
  [
    {
      kind: 'BC',
      about: 'tình hình thực hiện việc {t} đến hết tháng {m} (MẪU)',
      paragraphs: [
        'Thực hiện yêu cầu của {b}, {s} báo cáo tình hình thực hiện việc {t} đến hết tháng {m} như sau:',
        'Kết quả: đã hoàn thành {p}% khối lượng theo kế hoạch; các đơn vị báo cáo đúng thời hạn.',
        'Khó khăn: thiếu nhân lực có chuyên môn; số liệu giữa các đơn vị chưa khớp. {s} tiếp tục đôn đốc và báo cáo vào kỳ sau./.',
      ],
      needsAnswer: false,
    },
    7,
  ],
  [
    {
      kind: 'CV',
      about: 'lấy ý kiến dự thảo văn bản về {t} (MẪU)',
      paragraphs: [
        '{s} đang xây dựng dự thảo văn bản về {t}. Để bảo đảm chất lượng và tính khả thi, {s} đề nghị {b} nghiên cứu, có ý kiến bằng văn bản.',
        'Ý kiến gửi về {s} trước ngày 25 tháng {m} để tổng hợp./.',
      ],
      needsAnswer: true,
    },
    5,
  ],
  [
    {
      kind: 'GM',
      about: 'dự họp về {t} (MẪU)',
      paragraphs: [
        '{s} trân trọng mời đại diện lãnh đạo {b} dự họp về {t}.',
        'Thời gian: 08 giờ 30 phút; địa điểm: trụ sở {s}. Tài liệu gửi kèm qua trục liên thông./.',
      ],
      needsAnswer: false,
    },
    4,
  ],
  [
    {
      kind: 'TTr',
      about: 'bổ sung kinh phí cho việc {t} (MẪU)',
      paragraphs: [
        'Căn cứ nhu cầu thực tế, {s} kính trình {b} xem xét, bổ sung {p} tỷ đồng cho việc {t}.',
        'Hồ sơ, dự toán chi tiết gửi kèm./.',
      ],
      needsAnswer: true,
    },
    3,
  ],
  [
    {
      kind: 'KH',
      about: 'phối hợp thực hiện việc {t} (MẪU)',
      paragraphs: ['{s} ban hành kế hoạch phối hợp thực hiện việc {t} trong quý tới, gửi {b} để biết, phối hợp./.'],
      needsAnswer: false,
    },
    2,
  ],
]
const RESULTS = [
  'Đã có văn bản trả lời (MẪU).',
  'Đã tổng hợp vào báo cáo chung (MẪU).',
  'Đã cử người dự họp, lưu kết luận (MẪU).',
  'Đã thẩm định, trình lãnh đạo (MẪU).',
] as const
const SIGNERS = ['Nguyễn Thứ Mẫu', 'Trần Phó Mẫu', 'Lê Thừa Mẫu', 'Phạm Lệnh Mẫu', 'Vũ Thay Mẫu'] as const
const PAPER = 'Bản vẽ khổ lớn, chưa số hóa được (MẪU)'

export interface Year {
  from: string
  /** The last day on which documents are registered. */
  to: string
  now: Temporal.Instant
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'addWorkingDays'>
  senders: readonly Sender[]
  /** Of how many working days one has documents: 1 in the national sample. */
  every: number
}

/** Documents that came to a body on the working days of a year, with what had become of them until now. */
export function incomingOf(body: Body, year: Year): PastIncoming[] {
  const random = randomFrom(body.seed)
  const past: PastIncoming[] = []
  let days = 0
  for (let day = year.from; day <= year.to; day = addDays(day, 1)) {
    if (!year.calendar.isWorkingDay(day)) continue
    // The same numbers are drawn however many are taken.
    const count = random.weighted([
      [1, 5],
      [2, 3],
      [3, 1],
    ])
    const isTaken = days++ % year.every === 0
    for (let place = 0; place < count; place++) {
      const { page, ...one } = documentOf(random, body, day, place, year)
      if (isTaken && hasHappened(one.registered.at, year.now)) past.push({ ...one, file: fileOf(page) })
    }
  }
  return past
}

const at = (day: string, minutes: number) =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: VIETNAM, plainTime: Temporal.PlainTime.from('00:00').add({ minutes }) })
    .toInstant()
    .toString()

const fileOf = (page: Page): PastIncoming['file'] => ({
  name: `${page.notation.replaceAll('/', '-')}.pdf`,
  mediaType: 'application/pdf',
  bytes: pdfOf(page),
  text: wordsOf(page),
})

/** A document and its page, which is drawn if the document is taken. */
type Planned = Omit<PastIncoming, 'file'> & { page: Page }

function documentOf(random: Random, body: Body, day: string, place: number, year: Year): Planned {
  const sender = random.pick(year.senders.filter(({ id }) => id !== body.agencyId))
  const letter = random.weighted(LETTERS)
  const topic = random.pick(body.topics)
  const month = Number(day.slice(5, 7)) % 12 || 12
  const percent = random.between(31, 97)
  const words = (text: string) =>
    text
      .replaceAll('{t}', topic)
      .replaceAll('{b}', body.name)
      .replaceAll('{s}', sender.name)
      .replaceAll('{m}', String(month))
      .replaceAll('{p}', String(percent))
  const arrivesAt = 8 * 60 + place * 75 + random.between(0, 60)
  const isLate = random.isLikely(0.04)
  const registeredOn = isLate ? year.calendar.addWorkingDays(day, 1) : day
  const issuedOn = addDays(day, -random.between(0, 3))
  const number = random.between(20, 4_800)
  const notation =
    letter.kind === 'CV'
      ? `${number}/${sender.abbreviation}-MẪU`
      : `${number}/${letter.kind}-${sender.abbreviation}-MẪU`
  const about = words(letter.about)
  const kindNames: Record<string, string> = { BC: 'Báo cáo', GM: 'Giấy mời', TTr: 'Tờ trình', KH: 'Kế hoạch' }
  const signerName = random.pick(SIGNERS)
  const page: Page = {
    issuer: sender.name,
    notation,
    place: sender.isProvince ? sender.name.replace(/^Ủy ban nhân dân (?:tỉnh|thành phố) /, '') : 'Hà Nội',
    datedOn: issuedOn,
    kindName: kindNames[letter.kind] ?? null,
    about,
    addressees: letter.kind === 'CV' ? [body.name] : [],
    paragraphs: letter.paragraphs.map(words),
    recipients: letter.kind === 'CV' ? ['Như trên', 'Lưu: VT'] : [body.name, 'Lưu: VT'],
    signature: {
      title: sender.isProvince ? 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH' : 'KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG',
      name: signerName,
    },
  }
  const isUrgent = random.isLikely(0.06)
  const isReturned = random.isLikely(0.015)
  const registeredAt = isLate ? 8 * 60 + 20 + place * 5 : arrivesAt + random.between(4, isUrgent ? 9 : 40)
  const registered = { at: at(registeredOn, registeredAt), by: body.clerk }
  const dueOn = year.calendar.addWorkingDays(registeredOn, random.between(5, 12))
  const parts = partsOf(random, body, { registeredOn, registeredAt, dueOn, letter }, year)
  const one: Planned = {
    way: random.isLikely(0.8) ? 'upload' : 'scan',
    arrived: { at: at(day, arrivesAt), by: body.clerk },
    sender: { id: sender.id, name: sender.name },
    notation,
    issuedOn,
    kind: letter.kind,
    about,
    signerName,
    isUrgent,
    needsAnswer: letter.needsAnswer,
    page,
    registered,
    parts: [],
  }
  if (isReturned)
    return {
      ...one,
      returned: {
        at: at(registeredOn, registeredAt + 35),
        by: body.clerk,
        reason: 'Văn bản gửi nhầm nơi nhận, đề nghị nơi gửi chuyển lại (MẪU).',
      },
    }
  const isUntil = (instant: string) => hasHappened(instant, year.now)
  const presentedAt = at(registeredOn, registeredAt + 10)
  if (!isUntil(presentedAt)) return one
  const presented = { at: presentedAt, by: body.clerk, to: body.leader.personId!, words: null }
  const given = parts[0]!.given.at
  // Of the last day, the last few still wait for the leader.
  if (!isUntil(given) || (registeredOn >= addDays(year.to, -1) && place > 0)) return { ...one, presented }
  const so = parts.filter((part) => isUntil(part.given.at)).map((part) => until(part, isUntil))
  return { ...one, presented, dueOn, parts: so }
}

const hasHappened = (at: string, now: Temporal.Instant) => Temporal.Instant.compare(Temporal.Instant.from(at), now) <= 0

/** The part as it stands now: what is to come has not happened. */
const until = ({ started, ended, ...part }: PastPart, isUntil: (at: string) => boolean): PastPart => ({
  ...part,
  ...(started && isUntil(started.at) ? { started } : {}),
  ...(ended && isUntil(ended.at) ? { ended } : {}),
})

/** The office of the body leads, as a rule, and passes it on to one of its people; else a person alone. */
function partsOf(
  random: Random,
  body: Body,
  of: { registeredOn: string; registeredAt: number; dueOn: string; letter: Letter },
  { calendar }: Year,
): PastPart[] {
  const { registeredOn, registeredAt, dueOn, letter } = of
  const isOffice = random.isLikely(0.7)
  const worker = random.isLikely(0.6) ? body.drafter : body.colleague
  const days = random.between(1, 10)
  const isSlow = random.isLikely(isOffice ? 0.07 : 0.11)
  const endedOn = isSlow
    ? calendar.addWorkingDays(dueOn, 1 + (days % 4))
    : earlier(calendar.addWorkingDays(registeredOn, days), dueOn)
  const isOnline = random.isLikely(0.97)
  const given = { at: at(registeredOn, registeredAt + 60), by: body.leader }
  const startedOn = earlier(calendar.addWorkingDays(registeredOn, 1), endedOn)
  const ended = {
    at: at(endedOn, 15 * 60 + (registeredAt % 90)),
    by: worker,
    result: random.pick(RESULTS),
    isOnline,
    paperReason: isOnline ? null : PAPER,
  }
  const words = letter.needsAnswer ? 'Chủ trì tham mưu trả lời đúng hạn (MẪU).' : null
  const person = { personId: worker.personId! }
  const started = { at: at(startedOn, 8 * 60 + 15), by: worker }
  if (!isOffice) return [{ whose: person, unitId: worker.agencyId, part: 'lead', dueOn, words, given, started, ended }]
  const unitId = body.head.agencyId
  return [
    { whose: { agencyId: unitId }, unitId, part: 'lead', dueOn, words, given, ended },
    {
      whose: person,
      unitId,
      part: 'lead',
      dueOn,
      words: null,
      given: { at: at(startedOn, 8 * 60 + 5), by: body.head },
      from: 0,
      started,
      ended,
    },
  ]
}

const earlier = (one: string, other: string) => (one < other ? one : other)
