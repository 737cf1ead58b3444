import { key, plain } from '../language/fold.ts'
import { type Known, NOTHING_KNOWN } from '../language/known.ts'
import type { Passage } from '../language/passage.ts'
import { list } from '../language/vocabulary.ts'
import { roleOf } from './labels.ts'

/** A value of a row; `inherited` if it is printed only in a row above, like a merged cell laid out as text. */
export interface RowValue {
  passage: Passage
  inherited: boolean
  /** The role of its column was judged by its cells, not by its head. */
  guessed?: boolean
}

/** The content of a column of a plan's table. */
export type ColumnRole =
  | 'ordinal'
  | 'content'
  | 'lead'
  | 'altLead'
  | 'coordinating'
  | 'deadline'
  | 'product'
  | 'target'
  /** In what the values of the target column are counted: "%", "hộ". */
  | 'measureUnit'
  | 'other'

const ORDINAL_HEAD = /^(?:tt|stt|so tt|so thu tu|no)\.?$/
const CONTENT_HEAD =
  /(?:nhiem vu|noi dung|cong viec|hoat dong|de an|ten van ban|giai phap|van ban|dau viec|chuong trinh|ten goi|viec can lam|nhom nhiem vu)/
const TARGET_HEAD = /^(?:chi tieu|muc tieu|ke hoach giao|gia tri|muc phan dau)/

/** "Sản phẩm/Chỉ tiêu": what is counted there is to be reached. */
const RESULT_AND_TARGET = /^(?:san pham|ket qua|dau ra)(?: ?[/,&-] ?| va )(?:chi tieu|muc tieu)/

/** The role of a column by its header. Two-line headers are read together, the lower line first. */
export function columnRole(printed: string, known: Known = NOTHING_KNOWN): ColumnRole {
  const own = known.labels.size > 0 ? known.labels.get(key(printed)) : undefined
  if (own) return own
  const head = printed
    .replace(/\(\s*(?:\d{1,2}|[a-h])\s*\)/g, ' ')
    .replace(/[^a-z0-9/ ,&-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (head === '') return 'other'
  if (ORDINAL_HEAD.test(head)) return 'ordinal'
  if (RESULT_AND_TARGET.test(head)) return 'target'
  const role = roleOf(head) ?? roleOf(head.replace(/\b(?:ghi chu|cac|va cac|chinh)\b/g, ' '))
  if (role === 'coordinating' || role === 'deadline' || role === 'product') return role
  if (role === 'lead')
    return /chu tri|phan cong|dau moi/.test(head) || !/chiu trach nhiem|phu trach|^(?:nguoi|ca nhan)\b/.test(head)
      ? 'lead'
      : 'altLead'
  if (/\bphoi hop\b/.test(head) && !/\bchu tri\b/.test(head)) return 'coordinating'
  if (/\bchu tri\b/.test(head)) return 'lead'
  if (
    /^(?:moc|bat dau|ket thuc|den ngay)$|^(?:thoi (?:gian|han|diem|ky)|tien do|ky han|han |lo trinh|hoan thanh|du kien hoan thanh|nam hoan thanh)/.test(
      head,
    )
  )
    return 'deadline'
  if (/^(?:san pham|ket qua|dau ra|yeu cau san pham|hinh thuc)/.test(head)) return 'product'
  if (TARGET_HEAD.test(head)) return 'target'
  if (CONTENT_HEAD.test(head)) return 'content'
  if (/(?:co quan|don vi|bo phan|phong|nguoi)\b.*(?:thuc hien|chiu trach nhiem|tham muu|phu trach)/.test(head))
    return 'altLead'
  if (/^(?:co quan|don vi)(?: ?\/ ?(?:co quan|don vi|dia phuong))*$/.test(head)) return 'altLead'
  if (/(?:thoi gian|thoi han)/.test(head)) return 'deadline'
  return 'other'
}

/** Columns that plans have besides those that give work: whoever they name does not do it. */
const OTHER_HEADS = new RegExp(
  `^(?:${list(`
    ghi chú | kinh phí | dự toán | nguồn kinh phí | nguồn lực | nguồn vốn | địa điểm | địa bàn | lãnh đạo | căn cứ | cơ sở pháp lý |
    mức độ | văn bản | đối tượng | lĩnh vực | thành phần | phạm vi | số lượng | quy mô | tình trạng | kết quả thực hiện | hình thức |
    người theo dõi | người ký | người nhận | người phụ trách | cấp trình | cấp ban hành | cấp phê duyệt | cấp quyết định |
    thẩm quyền | nơi nhận | chủ đầu tư | nhà thầu | tên dự án | danh mục dự án | tên công trình | tên đơn vị | đơn vị được | cơ quan được | đơn vị nhận
  `)
    .map(plain)
    .join(
      '|',
    )})(?![a-z])|(?:co quan|don vi|bo phan|cap|nguoi)\\s(?:\\S+\\s){0,2}(?:theo doi|don doc|giam sat|tham dinh|phe duyet|trinh|kiem tra|tiep nhan)(?![a-z])`,
)

/** The head is that of a column that gives no work, whatever its cells name. */
export function isOtherHead(head: string): boolean {
  return OTHER_HEADS.test(head)
}

/** "Thời gian bắt đầu" beside "Thời gian hoàn thành": only the end is a deadline. */
const START_HEAD = /\b(?:bat dau|khoi cong)\b/

/** "Nhóm nhiệm vụ" beside "Nhiệm vụ cụ thể": the group is not the work. */
const GROUP_HEAD = /^(?:nhom|linh vuc|chuyen de|mang)\b/

/** The head of a column from those printed above each other, upper first: "Thời gian" over "Bắt đầu". */
export function headOf(printed: readonly string[], known: Known = NOTHING_KNOWN): string {
  const lowest = printed.at(-1) ?? ''
  const isHead = (head: string): boolean => head.length < LONGEST_HEAD && columnRole(head, known) !== 'other'
  // Beside an indicator also "Đơn vị tính" and "Kế hoạch năm 2026" say something, which alone do not.
  const from = printed.findLast(isHead) ?? (lowest.length < LONGEST_HEAD ? lowest : '')
  return from !== '' && from !== lowest && START_HEAD.test(lowest) ? `${from} ${lowest}` : from
}
const LONGEST_HEAD = 120

/** The roles of columns by their heads, each role once. */
export function rolesOfHeads(heads: readonly string[], known: Known = NOTHING_KNOWN): ColumnRole[] {
  const roles = heads.map((head) => columnRole(head, known))
  const ends = roles.filter((role, at) => role === 'deadline' && !START_HEAD.test(heads[at]!)).length
  const isWork = (at: number): boolean => roles[at] === 'content' && !GROUP_HEAD.test(heads[at]!)
  const hasWork = roles.some((_, at) => isWork(at))
  return onePerRole(
    asIndicators(
      heads,
      roles.map((role, at) => {
        if (role === 'deadline' && ends > 0 && START_HEAD.test(heads[at]!)) return 'other'
        return role === 'content' && hasWork && !isWork(at) ? 'other' : role
      }),
    ),
  )
}

const INDICATOR_HEAD = /^(?:ten |cac |danh muc |noi dung )?(?:chi tieu|muc tieu|chi so)\b/
const VALUE_HEAD =
  /^(?:gia tri|ket qua|muc|muc dat|muc tieu|chi tieu|ke hoach|chi tieu giao|den nam \d{4}|nam \d{4}|giai doan \d{4}.*|\d{4})\b/
const MEASURE_HEAD = /^(?:don vi(?: tinh| do)?|dvt)$/

/**
 * "Chỉ tiêu | Đơn vị | Kết quả | Cơ quan chủ trì": a table of indicators gives each to who must reach it. The indicator is the
 * work, the last of its values the target, and "Đơn vị" what they are counted in, not who acts.
 */
function asIndicators(heads: readonly string[], roles: readonly ColumnRole[]): ColumnRole[] {
  const given = [...roles]
  const hasWho = heads.some((head, at) => (given[at] === 'lead' || given[at] === 'altLead') && !MEASURE_HEAD.test(head))
  const measure = heads.findIndex((head) => MEASURE_HEAD.test(head))
  const name = given.includes('content') ? -1 : heads.findIndex((head) => INDICATOR_HEAD.test(head))
  const value = heads.findLastIndex(
    (head, at) => at > name && VALUE_HEAD.test(head) && ['target', 'product', 'other', 'deadline'].includes(given[at]!),
  )
  if (name >= 0 && hasWho && value > name) {
    given[name] = 'content'
    for (const [at, role] of given.entries())
      if (role === 'target' || (role === 'product' && at === value)) given[at] = 'other'
    given[value] = 'target'
  }
  if (measure >= 0 && hasWho && given.includes('target')) given[measure] = 'measureUnit'
  return given
}

/** One column for each role: of two, the first; without a clear lead column, the weaker one is used. */
function onePerRole(roles: readonly ColumnRole[]): ColumnRole[] {
  const seen = new Set<ColumnRole>()
  const hasLead = roles.includes('lead')
  return roles.map((role) => {
    const own: ColumnRole = role === 'altLead' && !hasLead && !seen.has('lead') ? 'lead' : role
    if (own === 'other') return own
    if (seen.has(own)) return 'other'
    seen.add(own)
    return own
  })
}

/** How many roles a plan gives to its columns; 0 if it is none: it needs the work, and who or by when. */
export function scoreOf(roles: readonly ColumnRole[]): number {
  const has = (role: ColumnRole): boolean => roles.includes(role)
  if (!has('content') || !(has('lead') || has('deadline') || has('coordinating'))) return 0
  return new Set(roles.filter((role) => role !== 'other')).size
}
