import type { Passage } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'

/** How far a clause reaches from its number. Nothing is searched farther, so that time grows with the length of the text. */
const LONGEST_CLAUSE = 400

/**
 * The clause around a number: from the last ";", ":" or full stop to the next, and after a comma that opens a new aim.
 */
export function clauseAt(folded: string, start: number, end: number, min: number, max: number): Stretch {
  const bracket = bracketAround(
    folded,
    start,
    Math.max(min, start - LONGEST_CLAUSE),
    Math.min(max, end + LONGEST_CLAUSE),
  )
  const from = bracket?.from ?? Math.max(min, start - LONGEST_CLAUSE)
  const to = bracket?.to ?? Math.min(max, end + LONGEST_CLAUSE)
  let left = start
  while (left > from && !isClauseEdge(folded, left - 1, from, to)) left--
  // "Lắp đặt mới trạm phát sóng: 58 trạm": what stands before the colon is the measure of a value right after it.
  if (left > from && folded.charAt(left - 1) === ':' && /^[\s≥≤<>=]*$/.test(folded.slice(left, start))) {
    left--
    while (left > from && !isClauseEdge(folded, left - 1, from, to)) left--
  }
  let right = end
  while (right < to && !isClauseEdge(folded, right, from, to)) right++
  const lead = /^(?:\s|[-+*,.;:]|bao dam |dam bao |trong do |phan dau |va )+/.exec(folded.slice(left, start))
  if (lead && left + lead[0].length < start) left += lead[0].length
  const open = folded.slice(end, right).lastIndexOf('(')
  if (open >= 0 && !folded.slice(end + open, right).includes(')')) right = end + open
  while (right > end && /[\s,;:.]/.test(folded.charAt(right - 1))) right--
  while (left < start && /\s/.test(folded.charAt(left))) left++
  return { from: left, to: right }
}

/** A bracket that holds a whole aim is its own clause: "(phấn đấu đạt 100% kế hoạch)"; "(10%)" is not. */
function bracketAround(folded: string, start: number, from: number, to: number): Stretch | null {
  const before = folded.slice(from, start)
  const open = before.lastIndexOf('(')
  if (open < 0 || before.includes(')', open)) return null
  const close = folded.slice(start, to).indexOf(')')
  const words = before.slice(open + 1).match(/\p{L}{2,}/gu)?.length ?? 0
  return words < 2 || close < 0 ? null : { from: from + open + 1, to: start + close }
}

function isClauseEdge(folded: string, at: number, from: number, to: number): boolean {
  const sign = folded.charAt(at)
  if (sign === ';' || sign === ':') return true
  if (sign === '.') return at + 1 >= to || folded.charAt(at + 1) === ' ' || at === from
  return (
    sign === ',' &&
    /^, (?:bao dam|dam bao|phan dau|trong do|ty le|it nhat|toi thieu|tren \d|\d+%|\d+ ?%|(?:giam|tang|cat giam|xay(?: dung| moi)?|sua chua|trong|dao tao|mua) \d)/.test(
      folded.slice(at, at + 18),
    )
  )
}

/** The verb that says what the number is: "rút ngắn tối thiểu 30% thời gian" measures the cut in time. */
const CUT =
  /(cắt giảm|rút ngắn|tiết giảm|tiết kiệm|giảm)\s+(?:bình quân\s+)?(?:ít nhất|tối thiểu|trên|hơn|không dưới|từ|khoảng)?\s*$/iu

/** "từ 12% xuống còn", "lên", "gấp", "vượt" before the number say how it moves, not what is measured. */
const LEAVING = /(?:\s+từ \d[^;]{0,40})?\s+(?:xuống|lên|gấp|còn)(?:\s+(?:còn|dưới|đến|trên))*\s*$/iu
/** After the number: with what it is compared, or by when; not what is measured. */
const NOT_MEASURED = /^(?:so với|vào|trong|đến|năm|trước)\s/iu
/** By when, or the next count: "hồ sơ, hoàn thành trước ngày …", "cán bộ và 20 giảng viên". */
const LIMITED =
  /(?:,?\s+(?:(?:chậm|muộn) nhất|(?:hoàn thành|xong) (?:trước|trong|vào|chậm)|(?:thời hạn|thời gian)(?: hoàn thành)?:?\s\D{0,12}\d)|(?:,| và)\s+(?:\p{L}+ ){0,2}\d).*$/iu
/** The verb before a count whose noun is only its unit: "sản lượng đạt 250 nghìn tấn". */
const REACHED = /(?:đạt|lên|xuống|còn|gấp|dưới|trên)\s*$/iu

export function measureOf(passage: Passage, clause: Stretch, start: number, end: number, percent: boolean): string {
  const printed = passage.text.slice(clause.from, start).replace(LEAVING, '')
  const head = printed
    .replace(
      /[\s,]*(?:(?:tăng|giảm)\s+thêm|tăng|(?<!cắt\s)giảm|đạt|là|từ|trên|dưới|hơn|ít nhất|tối thiểu|tối đa|không dưới|không quá|khoảng|thêm|chuẩn)?(?:\s+(?:đạt|là|từ|trên|dưới|hơn|ít nhất|tối thiểu|tối đa|khoảng))*\s*[≥≤<>=]*\s*$/iu,
      '',
    )
    .replace(/\s*[(:]$/, '')
    .trim()
  if (/:[\s≥≤<>=]*$/.test(printed) && head.length >= 4) return head
  const isRate =
    /(?:tỷ lệ|tỉ lệ|mức|chỉ số|tốc độ|số lượng|tổng số|chi phí)/iu.test(head) ||
    /(?:đạt|là|tăng|giảm)\s*(?:\S+\s+){0,3}$/iu.test(passage.text.slice(clause.from, start))
  const rest = passage.text
    .slice(end, clause.to)
    .replace(/^\s*trở (?:lên|xuống)/iu, '')
    .replace(LIMITED, '')
    .trim()
  const tail = NOT_MEASURED.test(rest) ? '' : rest
  const cut = CUT.exec(passage.text.slice(Math.max(clause.from, start - 40), start))
  const isCut = cut !== null && tail.length >= 4 && head.toLowerCase() === (cut[1] as string).toLowerCase()
  if (percent && isRate && head.length >= 4 && !isCut) return head
  if (!percent && head.length >= 4 && REACHED.test(passage.text.slice(clause.from, start))) return head
  if (cut && tail.length >= 4) return `${cut[1]} ${tail}`
  // "xây 3 cầu": the verb alone would say less than the noun, however short.
  const isNoun = tail.length >= 4 || (!percent && tail.length >= 2 && (head.length < 12 || /\d/.test(head)))
  return (isNoun ? tail : head).trim() || rest
}

const UNIT_STOPS =
  /\b(?:theo|trong|tren|tai|den|de|va|cho|duoc|truoc|cua|ve|o|voi|thuoc|tu|co(?! so\b)|tro|dat|cac|vao|so (?:voi|luong)|gan (?:voi|lien)|phuc vu|dam bao|bao (?:dam|gom)|nham|hoan (?:thanh|thien)|quy mo|cong suat|(?<![/\d.])\d+)\b/

/** The noun counted: "hộ dân", "ha", "cụm công nghiệp", "tỷ đồng". */
export function unitAfter(passage: Passage, end: number, to: number): string {
  const folded = passage.plain.slice(end, Math.min(to, end + 50))
  const edge = folded.search(/[,;:()]|\.(?!\d)/)
  const stretch = edge < 0 ? folded : folded.slice(0, edge)
  const stop = UNIT_STOPS.exec(stretch)
  const length = stop && stop.index > 1 ? stop.index : stretch.length
  const printed = passage.text.slice(end, end + length).trim()
  const measure = /^(?:ha|km2|km|m2|m3|m|kg|tấn|tạ|MW|kW|(?:nghìn |triệu |tỷ )?(?:đồng|USD))(?=\s|$)/u.exec(printed)
  if (measure) return measure[0]
  return printed.split(' ').slice(0, 6).join(' ')
}

const BY_WHEN =
  /(?:trong|đến hết|đến cuối|đến|trước|vào|cuối)\s+(?:hết\s+)?(?:(?:quý|tháng|ngày)\s+[\dIVX/]+\s+)?(?:năm\s+)\d{4}(?!\s*[-–]\s*\d)/iu
/** A bare year: "tăng trưởng năm 2026 đạt trên 8%"; not the year compared with, nor that of an act's name. */
const BARE_YEAR =
  /(?<!(?:so với|cùng kỳ|từ|luật|nghị quyết|của|kết quả)\s(?:\S{1,12}\s){0,3})năm\s+20\d{2}(?!\s*[-–/]\s*\d)/iu

/** By when the number is to be reached: "vào năm 2030", "đến hết quý II năm 2026", "năm 2026". */
export function byWhenIn(clause: string): string | null {
  const words = clause.replace(/(?:tính đến|so với)[^,;.]{0,60}?\d{4}/giu, '')
  return BY_WHEN.exec(words)?.[0] ?? BARE_YEAR.exec(words)?.[0] ?? null
}

/** What the number is compared with: "so với năm 2020", or the value that it leaves: "từ 12%". */
export function baselineIn(clause: string): string | null {
  const compared = /so với [^,;.()]{3,60}/iu.exec(clause)?.[0].trim()
  const left = /(từ \d[\d.,]{0,12} ?%?(?: (?!trở)\p{L}+){0,4}?) (?:xuống|lên|còn)(?=\s)/iu.exec(clause)?.[1]
  return compared ?? left ?? null
}

/** What is not counted: "trừ hồ sơ mật". */
export function scopeIn(clause: string): string | null {
  return /\((?:trừ|không bao gồm|không kể|ngoại trừ|chỉ tính)[^()]*\)/iu.exec(clause)?.[0].slice(1, -1) ?? null
}
