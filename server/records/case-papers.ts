/** What is printed of case files: lists, minutes. The facts come from the rows; nothing here reads the database. */
import { formatDay, formatNumber } from '../platform/calendar.ts'
import {
  type Annex,
  dayInWords,
  type OfficialDocument,
  paragraph,
  run,
  type Table,
} from '../platform/official-document/model.ts'
import type { ItemRow } from './case-items.ts'
import type { Verdict } from './case-order.ts'

export const retentionWords = (years: number | null): string => (years === null ? 'Vĩnh viễn' : `${years} năm`)

export const VERDICT_WORDS: Record<Verdict, string> = {
  unsigned: 'không có chữ ký điện tử',
  valid: 'chữ ký hợp lệ',
  unverifiable: 'không kiểm tra được chữ ký',
  invalid: 'chữ ký không hợp lệ',
  unchecked: 'chữ ký chưa được kiểm tra',
  gone: 'tệp đã bị gỡ trước khi giao nộp',
}

export interface CaseFacts {
  id: number
  code: string | null
  title: string
  year: number
  fonds: string
  unit: string
  keeper: string
  retentionYears: number | null
  openedOn: string
  endedOn: string
  /** In the order of the list. */
  items: readonly ItemRow[]
}

const period = ({ openedOn, endedOn }: CaseFacts) => `${formatDay(openedOn)} – ${formatDay(endedOn)}`
const table = (columns: [title: string, width: number][], rows: string[][]): Table => ({
  kind: 'table',
  columns: columns.map(([title, width], place) => ({ title, width, align: place === 0 ? 'center' : 'left' })),
  rows: rows.map((row) => row.map((text) => run(text))),
})

/** What is to be said of the files of an item: nothing of those that are valid or unsigned. */
const doubtWords = ({ files }: ItemRow) =>
  [
    ...new Set(
      files
        .filter(({ verdict }) => verdict !== 'valid' && verdict !== 'unsigned')
        .map(({ verdict }) => VERDICT_WORDS[verdict]),
    ),
  ].join('; ')

/** Mục lục văn bản, tài liệu in a case (Nghị định 30/2020/NĐ-CP, Phụ lục V). */
export const documentList = (one: CaseFacts): Annex => ({
  label: `Hồ sơ số: ${one.code ?? 'ngoài danh mục'}`,
  title: 'MỤC LỤC VĂN BẢN, TÀI LIỆU TRONG HỒ SƠ',
  basis: one.title,
  landscape: true,
  parts: [
    table(
      [
        ['STT', 5],
        ['Số, ký hiệu', 14],
        ['Ngày tháng', 10],
        ['Tác giả', 20],
        ['Tên loại, trích yếu', 34],
        ['Số trang', 7],
        ['Ghi chú', 16],
      ],
      one.items.map((item, place) => [
        String(place + 1),
        item.notation ?? '',
        item.datedOn === null ? '' : formatDay(item.datedOn),
        item.author ?? '',
        item.title,
        item.pages === null ? '' : String(item.pages),
        doubtWords(item),
      ]),
    ),
  ],
})

/** Mục lục hồ sơ, tài liệu nộp lưu (the same, Phụ lục V); of a destruction the list of what is destroyed. */
export const caseList = (
  cases: readonly CaseFacts[],
  { label, title, basis }: { label: string; title: string; basis: string },
): Annex => ({
  label,
  title,
  basis,
  landscape: true,
  parts: [
    table(
      [
        ['STT', 5],
        ['Số, ký hiệu hồ sơ', 12],
        ['Tiêu đề hồ sơ', 38],
        ['Thời gian tài liệu', 18],
        ['Thời hạn bảo quản', 12],
        ['Số văn bản', 8],
        ['Ghi chú', 16],
      ],
      cases.map((one, place) => [
        String(place + 1),
        one.code ?? '',
        one.title,
        period(one),
        retentionWords(one.retentionYears),
        String(one.items.length),
        one.items.some((item) => doubtWords(item) !== '') ? 'có tệp chưa xác thực được chữ ký' : '',
      ]),
    ),
  ],
})

export interface MinutesFacts {
  body: string
  notation: string
  /** Null: a draft that goes with the offer. */
  number: string | null
  on: string
  unit: string
  giver: { name: string; title: string | null }
  taker: { name: string; title: string | null } | null
  cases: readonly CaseFacts[]
  returned: readonly { title: string; reason: string }[]
  files: number
  words: string | null
  packageSha256: string | null
  isSample: boolean
}

const counted = (cases: readonly CaseFacts[]) =>
  `${formatNumber(cases.length)} hồ sơ, ${formatNumber(cases.reduce((sum, { items }) => sum + items.length, 0))} văn bản, tài liệu`
const mark = (isDraft: boolean, isSample: boolean) =>
  [...(isDraft ? ['DỰ THẢO'] : []), ...(isSample ? ['MẪU'] : [])].join(' - ') || null
const party = ({ name, title }: { name: string; title: string | null }) => [name, title].filter(Boolean).join(', ')

/** Biên bản giao nhận hồ sơ, tài liệu (the same, Phụ lục V), signed by both sides. */
export function handOverMinutes(facts: MinutesFacts): OfficialDocument {
  const { body, unit, giver, taker, cases, returned, on } = facts
  const years = [...new Set(cases.map(({ year }) => year))].sort()
  const doubts = cases.flatMap(({ items }) => items).filter((item) => doubtWords(item) !== '')
  return {
    superiorAgency: null,
    issuingAgency: body,
    number: facts.number,
    notation: facts.notation,
    place: null,
    issuedOn: null,
    type: 'Biên bản',
    subject: 'Về việc giao nhận hồ sơ, tài liệu',
    body: [
      paragraph(
        'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư; Luật Lưu trữ và danh mục hồ sơ của cơ quan.',
      ),
      paragraph(`Hôm nay, ${dayInWords(on)}, chúng tôi gồm:`),
      paragraph(run('Bên giao: ', { bold: true }), `${unit}; đại diện: ${party(giver)}.`),
      paragraph(
        run('Bên nhận: ', { bold: true }),
        `Lưu trữ ${body}; đại diện: ${taker === null ? '................................' : party(taker)}.`,
      ),
      paragraph('Thống nhất lập biên bản giao nhận hồ sơ, tài liệu như sau:'),
      paragraph(run('1. Khối tài liệu: ', { bold: true }), `hồ sơ công việc của ${unit}, năm ${years.join(', ')}.`),
      paragraph(
        run('2. Số lượng: ', { bold: true }),
        `${counted(cases)}, ${formatNumber(facts.files)} tệp (theo Mục lục hồ sơ kèm theo).`,
      ),
      paragraph(
        run('3. Tình trạng: ', { bold: true }),
        doubts.length === 0
          ? 'tài liệu điện tử nguyên vẹn, mỗi tệp có mã băm SHA-256 trong gói giao nộp.'
          : `mỗi tệp có mã băm SHA-256 trong gói giao nộp; ${formatNumber(doubts.length)} tài liệu có tệp chưa xác thực được chữ ký, được giao nộp nguyên trạng và ghi rõ trong mục lục.`,
      ),
      ...(returned.length === 0
        ? []
        : [
            paragraph(
              run('4. Hồ sơ trả lại: ', { bold: true }),
              `${returned.map(({ title, reason }) => `${title} (${reason})`).join('; ')}.`,
            ),
          ]),
      ...(facts.packageSha256 === null ? [] : [paragraph(`Mã băm SHA-256 của gói giao nộp: ${facts.packageSha256}.`)]),
      ...(facts.words === null ? [] : [paragraph(`Ý kiến khác: ${facts.words}`)]),
      paragraph('Biên bản được lưu cùng hồ sơ giao nhận của hai bên./.'),
    ],
    counterSignature: { title: 'Đại diện bên giao', name: giver.name },
    signature: { title: 'Đại diện bên nhận', name: taker?.name ?? null },
    recipients: ['Bên giao', 'Bên nhận'],
    annexes: [
      caseList(cases, {
        label: 'Mục lục',
        title: 'HỒ SƠ, TÀI LIỆU NỘP LƯU',
        basis: facts.number === null ? 'Kèm theo dự thảo biên bản giao nhận' : `Kèm theo biên bản số ${facts.number}`,
      }),
    ],
    mark: mark(facts.number === null, facts.isSample),
  }
}

export interface DestructionFacts {
  body: string
  decision: string
  decidedOn: string
  decidedBy: string
  council: string
  councilOn: string
  on: string
  by: { name: string; title: string | null }
  witnesses: string
  cases: readonly CaseFacts[]
  destroyed: number
  kept: number
  isSample: boolean
}

/** Minutes of a destruction: what was destroyed by which decision, and what remains. */
export const destructionMinutes = (facts: DestructionFacts): OfficialDocument => ({
  superiorAgency: null,
  issuingAgency: facts.body,
  number: null,
  notation: '',
  place: null,
  issuedOn: null,
  type: 'Biên bản',
  subject: 'Về việc hủy tài liệu hết thời hạn bảo quản',
  body: [
    paragraph(
      `Căn cứ Quyết định số ${facts.decision} ngày ${formatDay(facts.decidedOn)} của ${facts.body} về việc hủy tài liệu hết thời hạn bảo quản; ý kiến của ${facts.council} ngày ${formatDay(facts.councilOn)}.`,
    ),
    paragraph(
      `Hôm nay, ${dayInWords(facts.on)}, chúng tôi gồm: ${party(facts.by)}; người chứng kiến: ${facts.witnesses}.`,
    ),
    paragraph(
      `Đã hủy ${counted(facts.cases)}: xóa ${formatNumber(facts.destroyed)} tệp khỏi hệ thống${facts.kept > 0 ? `; giữ lại ${formatNumber(facts.kept)} tệp vì hồ sơ, văn bản hoặc công việc khác còn cần` : ''}.`,
    ),
    paragraph('Hệ thống giữ bản ghi về từng hồ sơ, tài liệu đã hủy và mã băm của từng tệp./.'),
  ],
  counterSignature: { title: 'Người chứng kiến', name: null },
  signature: { title: 'Người thực hiện', name: facts.by.name },
  recipients: ['Hồ sơ hủy tài liệu'],
  annexes: [
    caseList(facts.cases, {
      label: 'Danh mục',
      title: 'HỒ SƠ, TÀI LIỆU ĐÃ HỦY',
      basis: `Theo Quyết định số ${facts.decision} ngày ${formatDay(facts.decidedOn)}`,
    }),
  ],
  mark: mark(false, facts.isSample),
})
