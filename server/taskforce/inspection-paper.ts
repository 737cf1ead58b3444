import { formatDay, formatNumber } from '../platform/calendar.ts'
import {
  asWritten,
  type OfficialDocument,
  type Part,
  paragraph,
  paragraphs,
  run,
  type Signature,
  type Table,
} from '../platform/official-document/model.ts'
import { asSentence, inTable, lowerFirst, onOneLine } from '../platform/official-document/typography.ts'
import { STATE_NAMES } from '../tasks/index.ts'
import type { CAUSES, DEGREES, DELEGATE_ROLES, FORMS, SEEN } from './inspection-shapes.ts'
import { HEAD } from './signature.ts'

type State = keyof typeof STATE_NAMES
type OneOf<List extends readonly string[]> = List[number]

/** What follows the number of minutes: they are the delegation's. */
export const MINUTES_NOTATION = '/BB-ĐKT'
const PLACE = 'Hà Nội'

/** What the papers of an inspection print. Names of agencies are those of the day. */
export interface PaperFacts {
  title: string
  agency: string
  force: { id: number; name: string; act: string; actOn: string }
  form: OneOf<typeof FORMS>
  place: string | null
  fromOn: string
  toOn: string
  decision: string
  decidedOn: string
  bases: string | null
  delegation: { fullName: string; office: string; role: OneOf<typeof DELEGATE_ROLES> }[]
  /** As they were frozen when the inspection was decided. */
  scope: { code: string; words: string; state: string; dueOn: string | null }[]
  minutes: MinutesFacts | null
  findings: FindingFacts[]
  /** Marks of truth that the delegation set on tasks in scope. */
  marks: { code: string; seen: OneOf<typeof SEEN>; isTrue: boolean; words: string }[]
  /** Those from its findings that were sent. */
  recommendations: { words: string; dueOn: string; addressee: string }[]
  conclusionWords: string | null
  isSample: boolean
}
interface MinutesFacts {
  heldOn: string
  place: string
  officeSide: string
  agencySide: string
  words: string
  commitments: string | null
  officeSigner: string | null
  officeSignedAt: string | null
  agencySigner: string | null
  agencySignedAt: string | null
}
interface FindingFacts {
  fact: string
  nature: string
  degree: OneOf<typeof DEGREES>
  cause: OneOf<typeof CAUSES> | null
  causeWords: string | null
  responsible: string
  responsibleWords: string | null
  evidence: string
  /** The task in scope that it is about. */
  task: string | null
  /** The inspection whose finding it repeats. */
  repeats: string | null
  /** The last day for the answer of the body responsible, of the sending of this very finding. */
  answerBy: string | null
  answer: string | null
  agrees: boolean | null
}

const FORM_WORDS: Record<PaperFacts['form'], string> = {
  onSite: 'kiểm tra tại chỗ',
  onPaper: 'kiểm tra qua hồ sơ',
  online: 'kiểm tra trực tuyến',
  unannounced: 'kiểm tra đột xuất',
}
const ROLE_WORDS: Record<PaperFacts['delegation'][number]['role'], string> = {
  head: 'Trưởng đoàn',
  deputy: 'Phó trưởng đoàn',
  member: 'Thành viên',
  secretary: 'Thư ký',
}
const DEGREE_WORDS: Record<FindingFacts['degree'], string> = {
  minor: 'nhẹ',
  serious: 'nghiêm trọng',
  grave: 'rất nghiêm trọng',
}
const CAUSE_WORDS: Record<OneOf<typeof CAUSES>, string> = {
  rule: 'quy định',
  money: 'kinh phí',
  people: 'con người',
  coordination: 'phối hợp',
  wrongAddressee: 'giao không đúng cơ quan',
  deadline: 'thời hạn không phù hợp',
  other: 'khác',
}
const SEEN_WORDS: Record<OneOf<typeof SEEN>, string> = { onPaper: 'qua hồ sơ', onSpot: 'tại chỗ' }

const upper = (text: string) => text.toLocaleUpperCase('vi')
const heading = (text: string, level: 1 | 2 = 1): Part => ({ kind: 'heading', level, text })
/** "Tính chất: báo cáo không đúng thực tế." */
const named = (name: string, words: string): Part => paragraph(run(`${name}: `, { italic: true }), asSentence(words))

/** "Kiểm tra …" as what is done to the agency, which a title often names already: "kiểm tra … đối với Bộ Mẫu". */
export function inspectionOf({ title, agency }: Pick<PaperFacts, 'title' | 'agency'>): string {
  const words = title.trim().replace(/[.;:,]+$/, '')
  const what = /^kiểm tra(?!\p{L})/iu.test(words) ? lowerFirst(words) : `kiểm tra: ${words}`
  return what.toLocaleLowerCase('vi').includes(agency.toLocaleLowerCase('vi')) ? what : `${what} đối với ${agency}`
}

/** The same of one decision on several bodies: said once where the titles are one, else of each. */
export function inspectionsOf(all: readonly Pick<PaperFacts, 'title' | 'agency'>[]): string {
  const [first, ...others] = all
  const isOne = others.every(({ title }) => title.trim() === first!.title.trim())
  return isOne ? inspectionOf({ title: first!.title, agency: listed(all) }) : all.map(inspectionOf).join('; ')
}
/** "Bộ A, Bộ B và Bộ C". */
const inWords = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} và ${things.at(-1)}`
const listed = (all: readonly Pick<PaperFacts, 'agency'>[]): string => inWords(all.map(({ agency }) => agency))

/** Who issues, under the Prime Minister: the name without whose task force it is, and without the mark of a sample. */
export const issuerOf = (name: string): string =>
  name
    .replace(/\(MẪU\)/giu, '')
    .replace(/của Thủ tướng(?: Chính phủ)?/iu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** What all three papers share. */
function paperOf(
  facts: PaperFacts,
  isDraft: boolean,
): Pick<OfficialDocument, 'superiorAgency' | 'issuingAgency' | 'mark'> {
  return {
    superiorAgency: 'Thủ tướng Chính phủ',
    issuingAgency: issuerOf(facts.force.name),
    mark: [isDraft ? 'DỰ THẢO' : '', facts.isSample ? 'MẪU' : ''].filter(Boolean).join(' - ') || null,
  }
}

const ofDay = (number: string, on: string) => `số ${asWritten(number)} ngày ${formatDay(on)}`

/**
 * The decision: a quyết định (Phụ lục III, Mẫu 1.2), with the delegation and the frozen list of tasks as annexes. On several bodies
 * it is one paper that names them all.
 */
export function decisionPaper(all: readonly [PaperFacts, ...PaperFacts[]], signature: Signature): OfficialDocument {
  const [facts] = all
  const { force, decision, decidedOn, delegation, bases } = facts
  const head = delegation.find(({ role }) => role === 'head')!
  const what = inspectionsOf(all)
  const agencies = listed(all)
  const base = paperOf(facts, false)
  const grounds = [
    `Căn cứ Quyết định ${ofDay(force.act, force.actOn)} của Thủ tướng Chính phủ về việc thành lập ${force.name}`,
    ...(bases ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ].map((line) => asSentence(line).replace(/[.;,]$/, ''))
  const article = (number: number, ...words: string[]): Part =>
    paragraph(run(`Điều ${number}. `, { bold: true }), words.join(' '))
  const with_ = `(Kèm theo Quyết định ${ofDay(decision, decidedOn)})`
  return {
    ...base,
    number: decision,
    notation: '',
    place: PLACE,
    issuedOn: decidedOn,
    type: 'Quyết định',
    subject: `Về việc ${what}`,
    body: [
      { kind: 'centred', text: `${upper(HEAD.headTitle)} ${upper(base.issuingAgency)}` },
      ...grounds.map(
        (line, place): Part => paragraph(run(`${line}${place === grounds.length - 1 ? '.' : ';'}`, { italic: true })),
      ),
      { kind: 'centred', text: 'QUYẾT ĐỊNH:' },
      article(
        1,
        `Thành lập Đoàn kiểm tra để ${what}.`,
        `Trưởng đoàn: ${head.fullName}, ${head.office}. Danh sách Đoàn kiểm tra tại Phụ lục I kèm theo.`,
      ),
      article(
        2,
        `Phạm vi kiểm tra: ${inWords(all.map(scopeWords))} chủ trì hoặc phối hợp thực hiện, tại Phụ lục II kèm theo; tình trạng của từng nhiệm vụ được chốt tại thời điểm ban hành Quyết định này.`,
      ),
      article(3, ...heldWords(all)),
      article(
        4,
        `Đoàn kiểm tra làm việc với ${agencies}, lập biên bản, báo cáo kết quả với ${HEAD.headTitle} và kết thúc hoạt động khi có kết luận kiểm tra.`,
      ),
      article(
        5,
        `Quyết định này có hiệu lực kể từ ngày ký. ${agencies}, các thành viên Đoàn kiểm tra và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.`,
      ),
    ],
    signature,
    recipients: [
      'Như Điều 5',
      'Thủ tướng, các Phó Thủ tướng Chính phủ (để báo cáo)',
      'Các thành viên Tổ công tác',
      'Lưu: VT, TCT',
    ],
    annexes: [
      {
        label: 'Phụ lục I',
        title: 'DANH SÁCH ĐOÀN KIỂM TRA',
        basis: with_,
        landscape: false,
        parts: [delegationTable(delegation)],
      },
      {
        label: 'Phụ lục II',
        title: 'DANH MỤC NHIỆM VỤ TRONG PHẠM VI KIỂM TRA',
        basis: with_,
        landscape: false,
        parts: [scopeTable(all)],
      },
    ],
  }
}

const delegationTable = (delegation: PaperFacts['delegation']): Table => ({
  kind: 'table',
  columns: [
    { title: 'TT', width: 7, align: 'center' },
    { title: 'Họ và tên', width: 32, align: 'left' },
    { title: 'Chức danh, đơn vị', width: 38, align: 'left' },
    { title: 'Nhiệm vụ trong Đoàn', width: 23, align: 'left' },
  ],
  rows: delegation.map(({ fullName, office, role }, place) =>
    [String(place + 1), fullName, office, ROLE_WORDS[role]].map((text) => run(text)),
  ),
})

/** "3 nhiệm vụ do Bộ A", within a sentence. */
const scopeWords = ({ scope, agency }: PaperFacts): string => `${formatNumber(scope.length)} nhiệm vụ do ${agency}`

/** In which form, when and where: once where it is the same for every body, else body by body. */
function heldWords(all: readonly PaperFacts[]): string[] {
  const each = all.map(({ form, fromOn, toOn, place }) => {
    const days =
      fromOn === toOn ? `ngày ${formatDay(fromOn)}` : `từ ngày ${formatDay(fromOn)} đến hết ngày ${formatDay(toOn)}`
    return [`Hình thức: ${FORM_WORDS[form]}. Thời gian: ${days}.`, place ? `Địa điểm: ${asSentence(place)}` : '']
      .filter(Boolean)
      .join(' ')
  })
  if (each.every((words) => words === each[0])) return each.slice(0, 1)
  return all.map(({ agency }, at) => `Đối với ${agency}: ${lowerFirst(each[at]!)}`)
}

/** The tasks in scope; those of each body under its name where there are several. */
function scopeTable(all: readonly PaperFacts[]): Table {
  const sections: number[] = []
  const rows: Table['rows'] = []
  for (const { agency, scope } of all) {
    if (all.length > 1) {
      sections.push(rows.length)
      rows.push([run(agency)])
    }
    for (const { code, words, state, dueOn } of scope) {
      const cells = [
        String(rows.length - sections.length + 1),
        code,
        inTable(words),
        dueOn === null ? '' : formatDay(dueOn),
        inTable(STATE_NAMES[state as State]),
      ]
      rows.push(cells.map((text) => run(text)))
    }
  }
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 6, align: 'center' },
      { title: 'Mã', width: 18, align: 'left' },
      { title: 'Nhiệm vụ', width: 42, align: 'left' },
      { title: 'Thời hạn', width: 14, align: 'center' },
      { title: 'Tình trạng', width: 20, align: 'left' },
    ],
    rows,
    ...(sections.length > 0 ? { sections } : {}),
  }
}

/** "09 giờ 30 phút ngày 02/3/2021", in Viet Nam. */
function momentOf(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Ho_Chi_Minh')
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(at.hour)} giờ ${two(at.minute)} phút ngày ${formatDay(at.toPlainDate().toString())}`
}

/** The minutes: a biên bản (Mẫu 1.9) that both sides sign. Without a number it is a draft. */
export function minutesPaper(facts: PaperFacts, minutes: MinutesFacts, number: string | null): OfficialDocument {
  const { agency, decision, decidedOn } = facts
  const force = paperOf(facts, number === null)
  return {
    ...force,
    superiorAgency: force.issuingAgency,
    issuingAgency: 'Đoàn kiểm tra',
    number,
    notation: MINUTES_NOTATION,
    place: null,
    issuedOn: minutes.heldOn,
    type: 'Biên bản',
    subject: `Làm việc về ${inspectionOf(facts)}`,
    body: [
      paragraph(
        `Thực hiện Quyết định ${ofDay(decision, decidedOn)} của ${HEAD.headTitle} ${facts.force.name}, ngày ${formatDay(minutes.heldOn)}, tại ${lowerFirst(minutes.place.trim()).replace(/[.;,]+$/, '')}, Đoàn kiểm tra và ${agency} đã làm việc.`,
      ),
      heading('I. THÀNH PHẦN'),
      heading('1. Đoàn kiểm tra', 2),
      ...paragraphs(minutes.officeSide),
      heading(`2. ${agency}`, 2),
      ...paragraphs(minutes.agencySide),
      heading('II. NỘI DUNG LÀM VIỆC'),
      ...paragraphs(minutes.words),
      ...(minutes.commitments
        ? [heading(`III. CAM KẾT CỦA ${upper(agency)}`), ...paragraphs(minutes.commitments)]
        : []),
      paragraph(
        minutes.officeSignedAt && minutes.agencySignedAt
          ? `Hai bên thống nhất nội dung biên bản và ký xác nhận trên Hệ thống: đại diện Đoàn kiểm tra ký lúc ${momentOf(minutes.officeSignedAt)}, đại diện ${agency} ký lúc ${momentOf(minutes.agencySignedAt)}./.`
          : 'Hai bên thống nhất nội dung biên bản và cùng ký./.',
      ),
    ],
    counterSignature: { title: `Đại diện\n${agency}`, name: minutes.agencySigner },
    signature: { title: 'Đại diện\nĐoàn kiểm tra', name: minutes.officeSigner },
    recipients: [agency, 'Các thành viên Đoàn kiểm tra', 'Lưu: VT, ĐKT'],
    annexes: [],
  }
}

/** The conclusion: a thông báo (Mẫu 1.4) of what was found, with nature, degree, cause, responsibility and the agency's answer. */
export function conclusionPaper(
  facts: PaperFacts,
  { number, on, signature }: { number: string; on: string; signature: Signature },
): OfficialDocument {
  const { agency, decision, decidedOn, scope, findings, marks, recommendations, minutes } = facts
  const sections: [title: string, parts: Part[]][] = [
    ['KẾT QUẢ KIỂM TRA', [...paragraphs(facts.conclusionWords ?? ''), ...marks.map(markLine)]],
    [
      'TỒN TẠI, HẠN CHẾ',
      findings.length === 0
        ? [paragraph('Đoàn kiểm tra không phát hiện tồn tại, hạn chế phải khắc phục.')]
        : findings.flatMap((finding, place) => findingParts(finding, place + 1)),
    ],
    ...(recommendations.length === 0
      ? []
      : ([
          [
            'KIẾN NGHỊ',
            recommendations.map(({ words, dueOn, addressee }, place) =>
              paragraph(
                `${place + 1}. ${asSentence(words)} Cơ quan thực hiện: ${addressee}; hạn: ngày ${formatDay(dueOn)}.`,
              ),
            ),
          ],
        ] satisfies [string, Part[]][])),
  ]
  return {
    ...paperOf(facts, false),
    number,
    notation: '',
    place: PLACE,
    issuedOn: on,
    type: 'Thông báo',
    subject: `Kết luận ${inspectionOf(facts)}`,
    body: [
      paragraph(
        `Thực hiện Quyết định ${ofDay(decision, decidedOn)}, Đoàn kiểm tra đã ${FORM_WORDS[facts.form]} ${formatNumber(scope.length)} nhiệm vụ của ${agency}${minutes ? `, làm việc và lập biên bản ngày ${formatDay(minutes.heldOn)}` : ''}. Trên cơ sở kết quả kiểm tra và ý kiến của ${agency}, ${facts.force.name} thông báo kết luận như sau:`,
      ),
      ...sections.flatMap(([title, parts], place) => [heading(`${ROMAN[place]}. ${title}`), ...parts]),
      paragraph(`${facts.force.name} thông báo để ${agency} và các cơ quan có liên quan biết, thực hiện./.`),
    ],
    signature,
    recipients: [
      agency,
      // Who answers for a finding and was not inspected is a recipient, and may open this paper (`seesPaper`).
      ...[...new Set(findings.map(({ responsible }) => responsible))]
        .filter((responsible) => responsible !== agency)
        .map((responsible) => `${responsible} (để thực hiện phần có liên quan)`),
      'Thủ tướng, các Phó Thủ tướng Chính phủ (để báo cáo)',
      'Các thành viên Tổ công tác, Đoàn kiểm tra',
      'Lưu: VT, TCT',
    ],
    annexes: [],
  }
}
const ROMAN = ['I', 'II', 'III']

const markLine = ({ code, seen, isTrue, words }: PaperFacts['marks'][number]): Part =>
  paragraph(
    `Xem ${SEEN_WORDS[seen]} nhiệm vụ ${code}: kết quả ${isTrue ? 'đúng' : 'không đúng'} như báo cáo. ${asSentence(words)}`,
  )

function findingParts(finding: FindingFacts, number: number): Part[] {
  const { cause, causeWords, responsible, responsibleWords, task, repeats, answerBy, answer, agrees } = finding
  return [
    heading(`${number}. ${asSentence(finding.fact)}`, 2),
    ...(task ? [named('Nhiệm vụ', onOneLine(task))] : []),
    named('Tính chất', finding.nature),
    named('Mức độ', DEGREE_WORDS[finding.degree]),
    ...(cause && causeWords ? [named('Nguyên nhân', `${CAUSE_WORDS[cause]}. ${asSentence(causeWords)}`)] : []),
    named('Trách nhiệm', [responsible, responsibleWords].filter(Boolean).join('; ')),
    named('Chứng cứ', finding.evidence),
    ...(repeats ? [named('Tái diễn', `đã nêu tại kết luận cuộc ${lowerFirst(repeats)}`)] : []),
    named(
      `Ý kiến của ${responsible}`,
      answer === null
        ? `không có ý kiến trong thời hạn${answerBy ? ` đến hết ngày ${formatDay(answerBy)}` : ''}`
        : `${agrees ? 'nhất trí' : 'không nhất trí'}. ${asSentence(answer)}`,
    ),
  ]
}
