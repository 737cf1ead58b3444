import { key, plain } from '../language/fold.ts'
import { type Known, NOTHING_KNOWN } from '../language/known.ts'
import { unitsLike } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import type { LabelRole } from '../shapes.ts'
import { isUnitAt } from '../units/units.ts'

export interface Label {
  role: LabelRole
  /** Where the label begins, including its list mark. */
  from: number
  /** Its value. */
  valueFrom: number
  valueTo: number
}

const words = (text: string): Set<string> => new Set(text.split(' '))
const DEADLINE_WORDS = words(
  'thoi gian han diem ky tien do lo trinh moc hoan thanh thuc hien ban hanh bao cao gui va ket thuc bat dau du kien trien khai nhiem vu cong viec cuoi cung nop xong giai quyet cho phai can yeu cau tat xay dung to chuc chot truoc lam',
)
const LEAD_WORDS = words(
  'co quan don vi to chuc bo phan ca nhan chu tri thuc hien chiu trach nhiem chinh dau moi phan cong duoc giao tham muu va phu xay dung trien khai soan thao trinh phong ban nganh dia phuong nguoi phu phong vien cap bo so nhiem vu lanh dao thi hanh giao cho lam ganh vac dam nhiem dam trach dam nhan dam duong',
)
const COORDINATING_WORDS = new Set([...LEAD_WORDS, ...words('phoi hop cung cac voi tham gia lien quan ho tro lam')])
const PRODUCT_WORDS = words(
  'san pham ket qua dau ra du kien dat duoc can phai hinh thuc van ban hoan thanh cu the yeu cau chu yeu chinh thuc hien nhiem vu cua ho so sp',
)
const OTHER_LABEL =
  /^(?:muc tieu|muc dich|y nghia|ten (?:doanh nghiep|nha dau tu|du an|cong trinh|goi thau)|kinh phi|nguon kinh phi|nguon luc|nguon von|dia diem|thanh phan|doi tuong|so luong|quy mo|ghi chu|hinh thuc|phuong thuc|cap trinh|cap phe duyet|cap ban hanh|lanh dao (?:chi dao|phu trach|theo doi)|pham vi|tong von|dia ban|co quan theo doi|don vi theo doi|tham quyen ban hanh|tham quyen)(?: thuc hien| trien khai| tham gia| du kien| ap dung)?$/
const CONTENT_WORDS = words(
  'noi dung nhiem vu cong viec hoat dong viec ten giai phap thuc hien trien khai chinh chu yeu cu the trong tam can lam phai va cac chi tiet cua',
)
/** The longest label has about ten words; a colon farther away belongs to a sentence. */
const LONGEST_LABEL = 70

/**
 * The labels in a passage, each with its value. A label is at the start of a line or after a mark, and all its words are
 * label words, so "Sở Nội vụ chủ trì:" is not one. One line may have several; recognised text often runs them together.
 */
export function labelsOf(passage: Passage, from: number, to = passage.text.length): Label[] {
  if (!passage.text.includes(':', from)) return []
  const folded = passage.plain
  const labels: Label[] = []
  for (let colon = folded.indexOf(':', from); colon >= 0 && colon < to; colon = folded.indexOf(':', colon + 1)) {
    const found = labelBefore(folded, from, colon, passage.known) ?? bareLead(passage, from, colon)
    if (!found) continue
    const previous = labels.at(-1)
    if (previous) previous.valueTo = trimValue(folded, previous.valueFrom, found.from)
    labels.push({ role: found.role, from: found.from, valueFrom: colon + 1, valueTo: to })
  }
  for (const label of labels) {
    while (label.valueFrom < label.valueTo && isSpace(folded.charCodeAt(label.valueFrom))) label.valueFrom++
    label.valueTo = trimValue(folded, label.valueFrom, label.valueTo)
    const value = folded.slice(label.valueFrom, label.valueTo)
    if (value.endsWith(')') && !value.includes('(')) label.valueTo--
  }
  return labels
}

/** Signs behind which a label may begin. */
const isEdgeSign = unitsLike(/[.;:,()\-+*"|]/)
const isStopSign = unitsLike(/[.;:]/)
const isSpace = unitsLike(/\s/)
const isTailSign = unitsLike(/[\s;.,:+*-]/)
const COMMA = 44
const COLON = 58

function labelBefore(
  folded: string,
  from: number,
  colon: number,
  known: Known,
): { role: LabelRole; from: number } | null {
  const floor = Math.max(from, colon - LONGEST_LABEL)
  let best: { role: LabelRole; from: number } | null = null
  for (let i = colon - 1; i >= floor - 1; i--) {
    const code = i < 0 ? 0 : folded.charCodeAt(i)
    if (i >= floor && code === COLON) {
      const role = roleOf(folded.slice(i + 1, colon), known)
      return role ? { role, from: i + 1 } : best && { role: best.role, from: markBefore(folded, from, best.from) }
    }
    const isEdge = i < floor ? floor === from : isEdgeSign(code)
    if (!isEdge) continue
    const role = code === COMMA && isDuty(folded, i) ? null : roleOf(folded.slice(i + 1, colon), known)
    if (role) best = { role, from: i + 1 }
    else if (best && i >= floor && isStopSign(code)) break
  }
  return best && { role: best.role, from: markBefore(folded, from, best.from) }
}

/** "Cơ quan: Sở A": the noun alone is a label where an agency follows it; "Đơn vị: triệu đồng" is none. */
const BARE_LEAD = /^(?:[-+*] ?|[a-z]\) ?|\d{1,2}[.)] ?)?(?:co quan|don vi|co quan,? don vi)\s?$/

function bareLead(passage: Passage, from: number, colon: number): { role: LabelRole; from: number } | null {
  if (colon - from > 24 || !BARE_LEAD.test(passage.plain.slice(from, colon))) return null
  return isUnitAt(passage, wordAt(wordsOf(passage), colon + 1)) ? { role: 'lead', from } : null
}

/** In "Bộ A chủ trì, phối hợp với các bộ, cơ quan:" the sentence continues after the comma; no label begins there. */
function isDuty(folded: string, comma: number): boolean {
  return (
    /^, ?(?:va )?phoi hop\b/.test(folded.slice(comma, comma + 16)) && /\bchu tri$/.test(folded.slice(comma - 10, comma))
  )
}

/** A list mark before the label ("b) ", "- ") belongs to it. */
function markBefore(folded: string, from: number, at: number): number {
  const before = folded.slice(Math.max(from, at - 8), at)
  const mark = /(?:^|[\s;.,])((?:[-+*] ?)?(?:[a-z]\)|\d{1,2}[.)])\s*|[-+*]\s*)$/.exec(before)
  return mark ? at - (mark[1] as string).length : at
}

function trimValue(folded: string, from: number, to: number): number {
  let end = to
  while (end > from && isTailSign(folded.charCodeAt(end - 1))) end--
  return end
}

/** "Phụ trách:", "Người làm:": who acts, without a noun for offices. */
const LEADS = /^(?:(?:can bo|nguoi) )?phu trach(?: chinh| thuc hien)?$|^nguoi (?:lam|thuc hien|chu tri)$/

/** "Cơ quan phối hợp", "Đơn vị cùng thực hiện", "Đơn vị hỗ trợ": who helps. */
const HELPS =
  /^cung (?:lam|thuc hien|tham gia)$|^tham gia(?: cung| thuc hien)?$|\bphoi hop\b|^(?:cac )?(?:co quan|don vi|bo phan|to chuc|phong|nguoi) (?:cung (?:lam|tham gia|thuc hien|phu trach)|tham gia(?: thuc hien)?|ho tro(?: thuc hien)?)$/

/** What the library itself understands by a label as printed; null if it does not know it. */
export function builtInRole(label: string): LabelRole | null {
  return roleOf(plain(label.normalize('NFC')))
}

/**
 * The role of a label phrase in folded letters, or null if it is not a label. Also used for the headers of table columns.
 * What the office says of a label goes before what is read from its words.
 */
export function roleOf(printed: string, known: Known = NOTHING_KNOWN): LabelRole | null {
  const own = known.labels.size > 0 ? known.labels.get(key(printed)) : undefined
  if (own) return own
  const parts = printed.match(/[a-z0-9]+/g) ?? []
  if (parts.length === 0 || parts.length > 12) return null
  const phrase = parts.join(' ')
  const all = (set: Set<string>): boolean => parts.every((part) => set.has(part))
  if (
    /^(?:thoi (?:gian|han|diem|ky)|tien do|han|ky han|lo trinh|moc|hoan thanh|xong|du kien (?:thoi|hoan))\b/.test(
      phrase,
    ) &&
    all(DEADLINE_WORDS)
  ) {
    return /^(?:hoan thanh|thoi ky|moc|lo trinh)$/.test(phrase) && phrase !== 'hoan thanh' && phrase !== 'lo trinh'
      ? null
      : 'deadline'
  }
  // "- Chủ trì, phối hợp với các Bộ: Tài chính, Xây dựng rà soát …" is an order with the colon inside a list, and "Chủ trì,
  // phối hợp với các đơn vị liên quan thực hiện:" one that goes on in the lines below.
  if (/^(?:chu tri (?:va )?)?phoi hop voi (?:cac|don vi|co quan) /.test(phrase)) return null
  if (LEADS.test(phrase)) return 'lead'
  if (HELPS.test(phrase) && all(COORDINATING_WORDS)) return /\bchu tri\b/.test(phrase) ? 'lead' : 'coordinating'
  if (
    /\b(?:chu tri|thuc hien|chiu trach nhiem|dau moi|phan cong|tham muu|duoc giao|phu trach|soan thao|trach nhiem|giao cho|lam chinh|ganh vac|dam (?:nhiem|trach|nhan|duong))\b/.test(
      phrase,
    ) &&
    /^(?:co quan|don vi|to chuc|bo phan|ca nhan|nguoi|chu tri|dau moi|phan cong|trach nhiem|giao|phong|so|ban|cap)\b/.test(
      phrase,
    ) &&
    // "Sở Xây dựng thực hiện:" names who acts, though each of its words may stand in a label.
    !/^(?:to chuc (?:thuc hien|trien khai)$|(?:so|bo|phong|ban) (?:xay dung|to chuc)\b)/.test(phrase) &&
    all(LEAD_WORDS)
  ) {
    return 'lead'
  }
  if (/^(?:san pham|ket qua|dau ra|sp)\b/.test(phrase) && all(PRODUCT_WORDS)) return 'product'
  if (/^(?:(?:cac|ten) )?(?:noi dung|nhiem vu|cong viec|hoat dong|viec)\b/.test(phrase) && all(CONTENT_WORDS))
    return 'content'
  if (OTHER_LABEL.test(phrase)) return 'other'
  return null
}
