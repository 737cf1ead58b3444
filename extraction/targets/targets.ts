import { numberOf } from '../language/numbers.ts'
import type { Passage } from '../language/passage.ts'
import type { Comparator, Span, Target } from '../shapes.ts'

/**
 * Targets: numbers that the work must reach. A percentage is a target unless it only describes; a count is one if a word
 * says that it must be reached ("ít nhất 500 ha") or if an act of completion yields it ("hoàn thành di dời 01 khu công
 * nghiệp"). Level numbers, grades, numbers of acts, years and days are not targets.
 */
export function targetsIn(passage: Passage, from: number, to: number, holes: readonly Span[] = []): Target[] {
  const folded = passage.plain
  const targets: Target[] = []
  for (const hit of folded.slice(from, to).matchAll(NUMBER)) {
    const start = from + hit.index
    const end = start + hit[0].length
    if (/[\d\p{L}/.-]/u.test(folded.charAt(start - 1) || ' ') && !/[-(]/.test(folded.charAt(start - 1))) continue
    if (holes.some((hole) => start < hole.end && hole.start < end)) continue
    const found = targetAt(passage, hit, start, end, from, to)
    const last = targets.at(-1)
    if (
      found &&
      !(last && found.span.start === last.span.start && found.span.end === last.span.end && found.value === last.value)
    )
      targets.push(found)
  }
  return targets
}

const DIGITS = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?'
const NUMBER = new RegExp(
  `(?<low>${DIGITS})(?<pl> ?%| phan tram)?(?:(?: ?- ?| den | toi )(?<high>${DIGITS}))?(?<ph> ?%| phan tram)?`,
  'g',
)

const COMPARATORS: [RegExp, Comparator][] = [
  [
    /(?:tang|nang)(?: them| len| binh quan)*(?: [\p{L}/]+){0,3}? (?:toi thieu|it nhat|tren|hon|khong duoi|khong thap hon|tu)(?: la)?$/u,
    'increase>=',
  ],
  [
    /giam(?: bot| xuong| binh quan)*(?: [\p{L}/]+){0,5}? (?:toi thieu|it nhat|tren|hon|khong duoi|khong thap hon|tu)(?: la)?$/u,
    'decrease>=',
  ],
  [/giam(?: [\p{L}/]+){0,5}? con(?: duoi| khoang| toi da| khong qua)?$/u, '<='],
  [
    /(?:toi thieu|it nhat|khong duoi|khong thap hon|khong it hon|thap nhat|tren|hon|>=|≥|>|vuot)(?: la| muc| dat| khoang)?$/,
    '>=',
  ],
  [/(?:toi da|khong qua|khong vuot qua|khong cao hon|khong lon hon|nhieu nhat|cao nhat|<=|≤)(?: la| muc)?$/, '<='],
  [/(?:duoi|thap hon|nho hon|it hon|<)(?: muc)?$/, '<'],
  [/(?:tang|nang)(?: them| len| binh quan| ty le)*(?: khoang| dat)?(?: them)?$/, 'increase>='],
  [/(?:giam|cat giam|tiet kiem)(?: bot| xuong| binh quan| con| it)*(?: khoang)?$/, 'decrease>='],
]
/** Words that make a bare count a target. */
const REACH =
  /(?:dat|phan dau(?: dat| co)?|bao dam(?: dat| co)?|dam bao(?: dat| co)?|la|khoang|chi tieu|muc tieu|du|con|len|toi thieu|it nhat|binh quan|gom)$/
const STRONG_REACH = /(?:dat|phan dau(?: dat| co)?|toi thieu|it nhat)(?: khoang)?$/
/** Acts that yield a countable result. */
const YIELD =
  /(?:hoan thanh|thanh lap(?: moi)?|xay dung(?: moi)?|xay moi|khoi cong|di doi|dao tao|boi duong|tap huan|to chuc|trong(?: moi)?|phat trien(?: moi)?|ket nap|tao viec lam(?: moi)? cho|giai quyet viec lam cho|ho tro|cong nhan|cap|dua vao su dung|dau tu|thu hut|sua chua|nang cap|lap dat|ban hanh|kiem tra|thanh tra|so hoa|ket noi|phu song|tao lap|hinh thanh|xoa|tuyen dung|tu van cho|giao dat cho)(?: (?:xay dung|dau tu|di doi|moi|viec|cong tac|thanh lap|duoc|it|cho|cac))*$/

/** "… cho 03 đơn vị", "… tại 45 thôn": this many must be served or reached. */
const AMONG = /\b(?:cho|tai)$/
const UNIT_NOUNS =
  /^(?:don vi|co quan|xa|phuong|huyen|thon|ban|to dan pho|doanh nghiep|truong|benh vien|co so|ho (?:dan|gia|ngheo|kinh)|khu|cum|hop tac xa|tram|lang|mo hinh)\b/

const NOT_COUNTED =
  /^(?:nam|thang|ngay|quy|tuan|gio|phut|lan thu|ro|khong|buoc|nhom|noi dung|nhiem vu|dieu|khoan|muc|diem (?:[a-z](?![a-z])|nay)|phan|chuong|phu luc|dong chi|ky(?! su\b| thuat)|vong|giai doan|cap|so|tieng|trong|chieu|dot|cuoc cach mang|tuoi)\b/
const NOT_BEFORE =
  /(?:muc do|muc|cap do|hang|loai|so|thu|lan|dieu|khoan|diem|chuong|phu luc|bieu|mau|ngay|thang|nam|quy|khoa|ky|vung|cap|to|quoc lo|duong|tuyen|bang|hinh|tieu chi|nhom|giai doan|cong nghiep|the he|phien ban|web|de an|nghi quyet|ket luan|chi thi|quyet dinh|ban chi dao|lop|khu|quan|phuong|loat|dot|va|,|-)$/

type Hit = RegExpExecArray | RegExpMatchArray

function targetAt(passage: Passage, hit: Hit, start: number, end: number, from: number, to: number): Target | null {
  const folded = passage.plain
  const groups = hit.groups ?? {}
  const percent = groups.pl !== undefined || groups.ph !== undefined
  const before = folded.slice(Math.max(from, start - 60), start).trimEnd()
  const after = folded.slice(end, Math.min(to, end + 60))
  if (/^\s*\//.test(after) && /^\s*\/\d/.test(after)) return null
  const stated = comparatorOf(before)
  if (percent ? isDescribed(before, after) : !isCountTarget(groups, before, after, stated)) return null
  const clause = clauseAt(folded, start, end, from, to)
  /** A decrease is relative to a baseline; without one, the cut itself must reach the number. */
  const hasBaseline = /\bso voi\b/.test(folded.slice(clause.from, clause.to))
  const comparator = stated === 'decrease>=' && !hasBaseline ? '>=' : stated
  const unit = percent ? '%' : unitAfter(passage, end, clause.to)
  if (unit === '') return null
  const high = groups.high
  const value = numberOf(groups.low as string)
  const max = high === undefined ? null : numberOf(high)
  const orMore = /^\s*(?:\p{L}+ ){0,3}tro len\b/u.test(after)
  const orLess = /^\s*(?:\p{L}+ ){0,3}tro xuong\b/u.test(after)
  const sentence = passage.text.slice(clause.from, clause.to)
  return {
    text: passage.printed(clause.from, clause.to),
    measure: measureOf(passage, clause, start, end, percent),
    comparator: max !== null && max > value ? 'range' : orMore ? '>=' : orLess ? '<=' : (comparator ?? '='),
    value,
    max: max !== null && max > value ? max : null,
    unit,
    baseline: /so với [^,;.()]{3,60}/iu.exec(sentence)?.[0].trim() ?? null,
    scope: /\((?:trừ|không bao gồm|không kể|ngoại trừ|chỉ tính)[^()]*\)/iu.exec(sentence)?.[0].slice(1, -1) ?? null,
    byWhen:
      /(?:trong|đến hết|đến cuối|đến|trước|vào|cuối)\s+(?:hết\s+)?(?:(?:quý|tháng|ngày)\s+[\dIVX/]+\s+)?(?:năm\s+)\d{4}(?!\s*[-–]\s*\d)/iu.exec(
        sentence.replace(/tính đến[^,;.]*\d{4}/giu, ''),
      )?.[0] ?? null,
    span: passage.span(clause.from, clause.to),
    confidence: percent ? (comparator || REACH.test(before) ? 0.95 : 0.85) : 0.75,
  }
}

function comparatorOf(before: string): Comparator | null {
  const near = before.replace(/\s*(?:dat|la|tu|muc|duoc)$/, (word) => (/tu$/.test(word) ? ' tu' : ''))
  for (const [pattern, comparator] of COMPARATORS) if (pattern.test(near) || pattern.test(before)) return comparator
  return null
}

/** Shares of ownership and past results only describe; they are not targets. */
function isDescribed(before: string, after: string): boolean {
  if (/^\s*(?:von (?:dieu le|nha nuoc|nuoc ngoai|dau tu nuoc ngoai|cua nha nuoc)|co phan)/.test(after)) return true
  return /(?:chiem|da dat(?: duoc)?|moi dat|chi dat|uoc dat)$/.test(before)
}

function isCountTarget(
  groups: Record<string, string | undefined>,
  before: string,
  after: string,
  comparator: Comparator | null,
): boolean {
  const low = groups.low as string
  const noun = after.trimStart()
  if (noun === '' || NOT_COUNTED.test(noun) || !/^[a-z]/.test(noun)) return false
  if (!/^\s/.test(after) && !/^(?:ha|km|m2|m3|kg|tan|mw|kw|ty|trieu|nghin)\b/.test(after)) return false
  if (NOT_BEFORE.test(before) && !STRONG_REACH.test(before)) return false
  if (comparator !== null && comparator !== '<') return true
  if (STRONG_REACH.test(before)) return true
  if (AMONG.test(before) && UNIT_NOUNS.test(noun) && groups.high === undefined)
    return /^0\d$/.test(low) || numberOf(low) >= 10
  return (
    YIELD.test(before) && (/^0\d$/.test(low) || numberOf(low) >= 10 || /^\d$/.test(low)) && groups.high === undefined
  )
}

/**
 * The clause around a number: from the last ";", ":" or full stop to the next, and after a comma that opens a new aim.
 */
function clauseAt(folded: string, start: number, end: number, from: number, to: number): { from: number; to: number } {
  let left = start
  while (left > from && !isClauseEdge(folded, left - 1, from, to)) left--
  let right = end
  while (right < to && !isClauseEdge(folded, right, from, to)) right++
  const lead = /^(?:\s|[-+*,.;:]|bao dam |dam bao |trong do |phan dau |va )+/.exec(folded.slice(left, start))
  if (lead && left + lead[0].length < start) left += lead[0].length
  while (right > end && /[\s,;:.]/.test(folded.charAt(right - 1))) right--
  while (left < start && /\s/.test(folded.charAt(left))) left++
  return { from: left, to: right }
}

function isClauseEdge(folded: string, at: number, from: number, to: number): boolean {
  const sign = folded.charAt(at)
  if (sign === ';' || sign === ':') return true
  if (sign === '.') return at + 1 >= to || folded.charAt(at + 1) === ' ' || at === from
  return (
    sign === ',' &&
    /^, (?:bao dam|dam bao|phan dau|trong do|ty le|it nhat|toi thieu|tren \d|\d+%|\d+ ?%)/.test(
      folded.slice(at, at + 16),
    )
  )
}

/** The verb that says what the number is: "rút ngắn tối thiểu 30% thời gian" measures the cut in time. */
const CUT =
  /(cắt giảm|rút ngắn|tiết giảm|tiết kiệm|giảm)\s+(?:bình quân\s+)?(?:ít nhất|tối thiểu|trên|hơn|không dưới|từ|khoảng)?\s*$/iu

function measureOf(
  passage: Passage,
  clause: { from: number; to: number },
  start: number,
  end: number,
  percent: boolean,
): string {
  const head = passage.text
    .slice(clause.from, start)
    .replace(
      /[\s,]*(?:(?:tăng|giảm)\s+thêm|tăng|(?<!cắt\s)giảm|đạt|là|từ|trên|dưới|hơn|ít nhất|tối thiểu|tối đa|không dưới|không quá|khoảng|thêm|chuẩn)?(?:\s+(?:đạt|là|từ|trên|dưới|hơn|ít nhất|tối thiểu|tối đa|khoảng))*\s*[≥≤<>=]*\s*$/iu,
      '',
    )
    .trim()
  const isRate =
    /(?:tỷ lệ|tỉ lệ|mức|chỉ số|tốc độ|số lượng|tổng số|chi phí)/iu.test(head) ||
    /(?:đạt|là|tăng|giảm)\s*(?:\S+\s+){0,3}$/iu.test(passage.text.slice(clause.from, start))
  const tail = passage.text.slice(end, clause.to).trim()
  const cut = CUT.exec(passage.text.slice(Math.max(clause.from, start - 40), start))
  const isCut = cut !== null && tail.length >= 4 && head.toLowerCase() === (cut[1] as string).toLowerCase()
  if (percent && isRate && head.length >= 4 && !isCut) return head
  if (cut && tail.length >= 4) return `${cut[1]} ${tail}`
  return (tail.length >= 4 ? tail : head).trim()
}

const UNIT_STOPS =
  /\b(?:theo|trong|tren|tai|den|de|va|cho|duoc|truoc|cua|ve|o|voi|thuoc|tu|co|tro|dat|cac|vao|so|gan|phuc|dam|bao|nham|the|hoan)\b/

/** The noun counted: "hộ dân", "ha", "cụm công nghiệp", "tỷ đồng". */
function unitAfter(passage: Passage, end: number, to: number): string {
  const folded = passage.plain.slice(end, Math.min(to, end + 50))
  const edge = folded.search(/[,;.:()]/)
  const stretch = edge < 0 ? folded : folded.slice(0, edge)
  const stop = UNIT_STOPS.exec(stretch)
  const length = stop && stop.index > 1 ? stop.index : stretch.length
  const printed = passage.text.slice(end, end + length).trim()
  const measure = /^(?:ha|km2|km|m2|m3|m|kg|tấn|tạ|MW|kW|(?:nghìn |triệu |tỷ )?(?:đồng|USD))(?=\s|$)/u.exec(printed)
  if (measure) return measure[0]
  return printed.split(' ').slice(0, 6).join(' ')
}
