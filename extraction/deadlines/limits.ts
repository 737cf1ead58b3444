import type { Passage } from '../language/passage.ts'
import { addDays } from './days.ts'
import type { Printed, Times } from './printed.ts'
import { clauseBefore, isStanding, LONGEST_CLAUSE } from './standing.ts'
import { DUE_ACTS, EVENTS, HOUR } from './words.ts'

/** Words that make the period after them a limit. */
const LIMIT_WORDS =
  'truoc|cham nhat|muon nhat|tre nhat|khong (?:muon|tre|cham) (?:hon|qua)|den het|het|den|toi|[tf]rong|(?<=\\()rong|vao|xong|hoan thanh|han cuoi|han chot|cuoi|dau|giua|khong qua|som nhat|ngay|han|thoi han(?: [a-z]+){0,2}|han (?:nop|gui|bao cao|hoan thanh|chot|cuoi)'
/** Of these, the ones that leave no doubt. */
const HARD_WORDS =
  'truoc|cham nhat|muon nhat|tre nhat|khong (?:muon|tre|cham) (?:hon|qua)|xong|hoan thanh|khong qua|han cuoi|han chot'
const WEEKDAY = '(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),?'
/** A named day: "ngày bầu cử 15/3/2026". */
const EVENT = `(?:${EVENTS.join('|')})(?: [a-z]{2,6})?,?`
const BETWEEN = `lam viec|dem|khuya|la|vao|den|het|ngay|truoc|trong|cuoi|dau|giua|moc|thoi diem|khoang|nay|cuoi cung|thang|nam|quy|toi|cac|dip|sang|chieu|trua|${HOUR}|${WEEKDAY}|${EVENT}`

export const LIMIT = new RegExp(`\\b(?:${LIMIT_WORDS}|vao luc|luc)(?::? (?:${BETWEEN})){0,6}[\\s:(]*$`)
export const HARD_LIMIT = new RegExp(`\\b(?:${HARD_WORDS})(?: (?:${BETWEEN})){0,6}[\\s:(]*$`)
/** The verb of completion itself binds a period, whatever numbers stand before it in the sentence. */
const COMPLETION = new RegExp(
  `(?:^|[,;.(] ?(?:va )?|va |phai |de )(?:hoan thanh|xong|hoan thien|ket thuc)(?: (?:viec|nhiem vu|cac noi dung))?(?: (?:${BETWEEN})){1,6}\\s*$`,
)
/** The limit with its words, from the first to the period: "hoàn thành trước 17 giờ 00 ngày ". */
const TRIGGER = new RegExp(
  `(?:\\bhoan thanh (?=truoc|trong|xong|vao|cham))?\\b(?:truoc|trong|cham nhat|muon nhat|tre nhat|den|het|vao|xong|hoan thanh)(?: (?:la|vao|den|het|ngay(?: lam viec)?|truoc|trong|cuoi|dau|giua|luc|cac|dip|sang|chieu|trua|${HOUR}|${WEEKDAY}|${EVENT})){0,6}[\\s:(]*$`,
)
const ROUND =
  /(?:lan|dot|giai doan)\s*(?:thu )?(?:\d{1,2}|i{1,3})[ :(]*(?:truoc|den|trong|xong|cham nhat)?(?: (?:ngay|het))*\s*$/
/** "(trước ngày 20/5/2026; lần 2: 20/8/2026)". */
const NEXT_ROUND = /[;,(:] ?(?:lan|dot|giai doan) (?:thu )?(?:\d{1,2}|hai|ba|i{1,3})(?: ?: ?| )(?:ngay |het )*$/
/** Words that make the period after them a description: of an act, of data, of a plan's scope. */
const NOT_LIMIT =
  /\b(?:tinh den(?: het)?|ke tu|tu|ban hanh|so lieu|cap nhat den|co hieu luc(?: thi hanh)? (?:tu|truoc)|giai doan|thoi ky|nhiem ky|tam nhin(?: den)?|dinh huong(?: den)?|muc tieu(?: den)?|chien luoc(?: den)?|quy hoach(?: den)?|bao cao|phien hop(?: chinh phu)?(?: thuong ky)?|ky hop|so voi(?: cung ky)?(?: cuoi)?|tai thoi diem|cong ty|cuoi nam hoc)(?: (?:ngay|thang|nam|quy|het|cuoi|dau))*\s*$/
/** "trình tại phiên họp thường kỳ tháng 5": the session is when it is due. */
const SUBMITTED =
  /\b(?:trinh|thong qua|bao cao|cho y kien|quyet dinh)\b[^.;]{0,80}\b(?:tai |trong |vao )(?:phien hop|ky hop|cuoc hop)(?: [a-z]+){0,6} (?:vao |trong )?$/
/** "thực hiện từ tháng 5 đến hết tháng 8/2026": the end of the time that the act takes. */
const RANGED = new Set(['months', 'monthsOfYear', 'quarters'])
const RUNS =
  'ra soat|lay y kien(?: nhan dan)?|khao sat|kiem tra|thanh tra|kiem ke|dieu tra|tap huan|thi cong|thu thap|thong ke|dang ky|tuyen sinh|thu nghiem|van hanh thu|thi diem|tiem chung'
const FROM_TO = new RegExp(
  `\\b(?:thoi gian|thuc hien|trien khai|to chuc|dien ra|tien hanh|keo dai)(?: [a-z]+){0,2} tu $|\\b(?:${RUNS}) tu $`,
)
/** "Hoàn thành … trong giai đoạn 2026 - 2027": the period of the act itself. */
const DONE_WITHIN = /(?<!\b(?:du an|cong trinh|nhiem vu|da|duoc) )\b(?:hoan thanh|xong)\b[^,;.]{0,50} trong $/
/** "trước Tết Bính Ngọ (16/02/2026)", "trước khi khai trương (dự kiến 19/8/2026)": the day of the event that is the limit. */
const DAY_OF_EVENT =
  /\b(?:truoc|xong truoc|cham nhat|den|nhan|dip)(?: [a-z-]+){1,7} \((?:du kien|tuc|la|vao|ngay|khoang| )*$/
/** "(thay cho thời hạn ngày 30/4/2026)": the day that no longer counts. */
const REPLACED = /\bthay (?:cho|the)(?: cho)? (?:thoi han|thoi gian|moc|han|ngay|quy dinh)\b[^,;.)]{0,40}$/
/** "xử lý các tồn tại trước ngày …": what is already there is what must be gone by then. */
const RESOLVED =
  /\b(?:xu ly|giai quyet|khac phuc|thao go|hoan thanh|cham dut|xoa|tra loi|tham muu|bao cao)\b[^,.;]{0,50}\b(?:ton tai|ton dong|phat sinh|xay ra)(?: [a-z]+){0,4} (?:truoc|den) (?:ngay )?$/
const ALREADY_DONE =
  /\b(?:xay ra|phat sinh|ton dong|(?:ho so|don|don thu|vu viec|phan anh|kien nghi|da) tiep nhan)\b[^,.;]{0,40}(?:truoc|den) (?:ngay )?$|\b(?:duoc (?:cap|giao|phe duyet|tiep nhan|ban hanh|hinh thanh|xay dung|thanh lap)|phat sinh|ton tai)\b[^,.;]{0,40}truoc (?:ngay )?$/

/** With its accents: folded, "đã" is also "đa" in "đa khoa". */
const HAS_BEEN = /(?<!\p{L})đã(?!\p{L})[^,.;]{0,40}trước (?:ngày )?$/u
/** The words that are looked at before a period. */
const REACH = 60

/** The period at this place dates something that is already done: "các dự án đã được phê duyệt trước ngày …". */
export function isOfThePast({ plain, lower }: Passage, from: number, at: number): boolean {
  const start = Math.max(from, at - REACH)
  const before = plain.slice(start, at)
  if (RESOLVED.test(before)) return false
  return ALREADY_DONE.test(before) || HAS_BEEN.test(lower.slice(start, at))
}

export function isPast(p: Printed, times: Times): boolean {
  return p.dueOn !== null && times.issuedOn !== null && p.dueOn < times.issuedOn
}

/** Conclusions of a meeting are issued days after it: so far back a day is still one that was ordered. */
const LATE_BY = 60

function isLately(p: Printed, { issuedOn }: Times): boolean {
  return p.kind === 'date' && p.dueOn !== null && issuedOn !== null && p.dueOn >= addDays(issuedOn, -LATE_BY)
}

/** At the head of its clause: "các công trình hoàn thành trước ngày …" only says which. */
const DUE_ACT = new RegExp(
  `(?:^|[;,.:] ?|\\b(?:va|phai|can|khan truong|de|yeu cau|trach nhiem) )(?:${DUE_ACTS.join('|')})\\b[^,;.]{0,60}$`,
)

/** A hard limit of an act, or at the head of its clause; not one that dates something done. */
function isDueAct(passage: Passage, from: number, at: number, before: string): boolean {
  const isHead = /(?:^|[;,.] ?|\bgiao [^,;.]{3,60} )(?:hoan thanh |xong )?(?:truoc|cham nhat)(?: ngay)? ?$/.test(before)
  return HARD_LIMIT.test(before) && !isOfThePast(passage, from, at) && (isHead || DUE_ACT.test(before))
}

/** "cao điểm từ 15/4 đến 15/5/2026". */
const ACT_OVER_DAYS = new RegExp(
  `\\b(?:cao diem|to chuc|trien khai|thuc hien|phat dong|dien ra|ra quan|thoi gian)(?: [a-z\\d]+,?){0,9}:? ?$|\\b(?:${RUNS}) $`,
)

const DUE = new RegExp(`(?:^|[;,.] ?|\\b(?:va|phai|de) )(?:${DUE_ACTS.join('|')}|xong)\\b[^,;.]*$`)

/** Acts that take place on a day or end on it, up to that day. */
const DAY_OF_ACT =
  /(?:^|[,;.(] ?|\b(?:va|giao|de|tham muu|to chuc|phai|se|bao dam|dam bao|phan dau) |^[^,;.]{0,60} )(?:gui|nop|bao cao|trinh|to chuc|khoi cong|khanh thanh|khai mac|be mac|ban giao|cong bo|thong xe|dien ra|hop|so ket|tong ket|ky ket|phat dong|khai truong|ra mat)\b[^,;.]{0,80}$/
/** Words by which the day belongs to an act, a past meeting or a beginning. */
const OF_ANOTHER =
  /(?:^|\s)(?:theo|tại|của|số|ban hành|ký|phê duyệt|từ|kể từ|căn cứ|kết luận|văn bản|công văn|đã|vừa|ý kiến|phiên|cuộc)\s[^,;]{0,40}$/

/** "gửi báo cáo về Sở Mẫu ngày 30/9/2026": a full day right after its act is the day of the act. */
function isOwnDay(passage: Passage, p: Printed, from: number, after: string): boolean {
  if (p.kind !== 'date' || p.dueOn === null || p.sure < 0.9) return false
  const isNamed = /^(?:(?:trong )?(?:cac |\d{1,2} |hai |ba )?ngay)/.test(passage.plain.slice(p.from, p.to))
  if (!isNamed && !isOccasion(passage, p, from)) return false
  if (!/^\s*(?:[.;,)]|$|de |va |cho |tai |phuc vu )/.test(after)) return false
  const clause = passage.plain.slice(Math.max(from, p.from - 120), p.from)
  return DAY_OF_ACT.test(clause) && !OF_ANOTHER.test(passage.lower.slice(Math.max(from, p.from - 60), p.from))
}

/** "thông xe cầu dịp 02/9/2026"; not "các công trình khởi công dịp …", which says which. */
function isOccasion({ plain }: Passage, p: Printed, from: number): boolean {
  const before = plain.slice(Math.max(from, p.from - REACH), p.from)
  return before.endsWith(' dip ') && !/\b(?:cac|nhung|moi) (?:[a-z]+,? ){1,8}dip $/.test(before)
}

/** In a value a day, month or quarter is a limit as it stands, a year only after a word. */
export function isLimitInValue(passage: Passage, p: Printed, from: number): boolean {
  if (p.kind === 'standing' || p.kind === 'perRegulation') return false
  return p.kind !== 'year' || LIMIT.test(passage.plain.slice(Math.max(from, p.from - 20), p.from))
}

/** Where the words that belong to the deadline begin. */
export function triggerStart(passage: Passage, at: number, from: number): number {
  const before = passage.plain.slice(Math.max(from, at - 60), at)
  const hit = ROUND.exec(before) ?? TRIGGER.exec(before)
  if (!hit) return at
  const start = at - hit[0].length
  // Folded, "điểm đen trong năm" has the word of "đến".
  return hit[0].startsWith('den ') && passage.lower[start + 1] !== 'ế' ? start + 4 : start
}

/** "Dự án nào đến 31/8/2026 giải ngân dưới 30% thì …": the day on which it is looked at. */
function isOfCondition({ lower }: Passage, p: Printed, from: number, to: number): boolean {
  // With accents: folded, "nào" is also "nạo" and "thì" the "thi" of "thi công".
  const after = lower.slice(p.to, Math.min(to, p.to + 90))
  if (!after.includes('thì') || !/^[^.;,]{0,80}(?<!\p{L})thì(?!\p{L})/u.test(after)) return false
  return /(?:^|[.;,] ?)(?:nếu|trường hợp|(?:\p{L}+ ){1,3}nào)(?: [^.;,]{0,60})? $/u.test(
    lower.slice(Math.max(from, p.from - REACH), p.from).replace(/(?:đến|trước|tính đến)(?: ngày| hết)* $/, ''),
  )
}

/** In running text a period is a deadline only if the words around it make it one. */
export function isLimitInText(passage: Passage, p: Printed, from: number, to: number, times: Times): boolean {
  const before = passage.plain.slice(Math.max(from, p.from - REACH), p.from)
  if (REPLACED.test(before) || isOfCondition(passage, p, from, to)) return false
  if (isHeading(passage, p, from, to)) return true
  if (p.form === 'schoolYear')
    return (
      /\b(?:hoan thanh|xong)\s*$/.test(before) || (/^truoc/.test(passage.plain.slice(p.from, p.to)) && DUE.test(before))
    )
  if (p.relative !== null || p.kind === 'perRegulation') return true
  const after = passage.plain.slice(p.to, Math.min(to, p.to + 40))
  if (p.kind === 'standing') return isStanding(passage, p, from, to)
  if (p.recurs !== null && p.kind === 'date' && /\bbao cao\s*$/.test(before)) return true
  if (SUBMITTED.test(before) && (p.kind !== 'year' || /\bcuoi $/.test(before)) && !isPast(p, times)) return true
  if (RANGED.has(p.form) && FROM_TO.test(before) && !isPast(p, times)) return true
  // "báo cáo tháng 8" is a report on August; "báo cáo đầu tháng 8" is due then.
  const isDescription = NOT_LIMIT.test(before) && !/\bbao cao (?:vao )?(?:dau|giua) $/.test(before)
  if (isDescription && isOwnDay(passage, p, from, after)) return true
  if (isDescription && !/\btu (?:ngay |thang |quy |nam )?[\d/]+ den/.test(before)) return false
  if (isPast(p, times)) return isLately(p, times) && isDueAct(passage, from, p.from, before)
  if (p.recurs !== null && p.kind === 'date') return true
  if (/^(?:giai doan|nhiem ky|thoi ky)/.test(passage.plain.slice(p.from, p.to))) return DONE_WITHIN.test(before)
  if (/^\s*(?:cua|ve viec|quy dinh|tro di|tro lai)\b/.test(after) && p.kind === 'date' && !LIMIT.test(before))
    return false
  const inAim = isInAim(before)
  if (p.form === 'edgeOfNow') return !inAim && isEdgeLimit(passage, p, before)
  const clauseEnds = /^\s*(?:[.;,)]|$|va |de |nham |theo |trinh |bao cao |gui )/.test(after)
  const opens = /(?:^|[.;:(,]\s*|\b(?:thuc hien|dinh ky)\s*)$/.test(before) || p.from === from
  switch (p.kind) {
    case 'date':
      return (
        (p.form === 'dayRange' && ACT_OVER_DAYS.test(before)) ||
        DAY_OF_EVENT.test(before) ||
        NEXT_ROUND.test(before) ||
        (LIMIT.test(before) && !/\b(?:tu|thanh lap|ky)\s*$/.test(before) && !isOfThePast(passage, from, p.from)) ||
        isOwnDay(passage, p, from, after)
      )
    case 'month':
      return !inAim && (p.recurs !== null || LIMIT.test(before) || (opens && clauseEnds))
    case 'quarter':
      return (
        !inAim &&
        (p.recurs !== null || LIMIT.test(before) || opens || clauseEnds) &&
        !/(?:so lieu|tinh hinh|ket qua|tang truong|cong tac)\s*$/.test(before)
      )
    case 'halfYear':
      return !inAim && (p.recurs !== null || LIMIT.test(before) || opens)
    case 'year':
      return !inAim && isYearLimit({ passage, p, to, before, after, opens, clauseEnds })
    default:
      return false
  }
}

/** "Trong năm 2027:", "Giai đoạn 2027 - 2030:": when all the work below it is due. */
function isHeading({ plain }: Passage, p: Printed, from: number, to: number): boolean {
  if (p.dueOn === null || !/^ ?:\s*$/.test(plain.slice(p.to, to))) return false
  return /^(?:trong|den|vao|truoc|tu nay den|ca)?(?: (?:het|cuoi|giai doan))* ?$/.test(plain.slice(from, p.from))
}

/** "bàn giao 100% mặt bằng trong tháng 10": an act that is done to the whole by then, where no rate is to be reached. */
const ALL_DONE =
  /(?:^|[,;.(:] ?(?:va )?|va |phai |de )(?:(?!(?:(?<!\b(?:lap|cai) )dat|tang|phan|ty|ti|le|bao|dam|duy|giu|len|co|va)\b)[a-z]+ ){1,5}100 ?%[^.;:,]{0,60} (?:trong|truoc|xong trong|den het|het) (?:thang|quy)? ?$/

/** ", trình UBND tỉnh trong quý I": an act behind a comma has a time of its own. */
const OWN_ACT = /, (?:va )?(?:trinh|bao cao|gui|nop|ban hanh|tong hop|hoan thanh|xong)\b[^,]*$/

/** No aim is reached "at the latest". */
const AT_LATEST = /\b(?:cham|muon|tre) nhat(?: (?:la|vao|trong|den|het|truoc|cuoi|dau|thang|quy|nam))*\s*$/

/** A period in the clause of a number says by when the number is reached, unless a verb of completion takes it. */
function isInAim(before: string): boolean {
  if (COMPLETION.test(before) || ALL_DONE.test(before) || AT_LATEST.test(before)) return false
  const whole = clauseBefore(before)
  const clause = whole.slice(OWN_ACT.exec(whole)?.index ?? 0)
  return /\d\s?%[^.;]{0,60}$/.test(clause) || /(?:^|\s)(?:dat|tang|giam|ty le)\s[^.;]{0,50}\d[^.;]{0,30}$/.test(clause)
}

/** "đến hết năm", "trước cuối quý": the year or quarter of the document. */
function isEdgeLimit(passage: Passage, p: Printed, before: string): boolean {
  const isEnd = /^(?:het|cuoi)/.test(passage.plain.slice(p.from, p.to))
  return isEnd && /\b(?:truoc|den|toi|cham nhat|xong|hoan thanh|vao)(?: vao| la)*\s*$/.test(before)
}

/** Acts that "trong năm X" binds also in the middle of a sentence; at its end, any act. */
const ACT_OF_YEAR =
  /(?:hoan thanh|trinh|ban hanh|thuc hien|trien khai|to chuc|khoi cong|dua vao|xong|phe duyet|bao cao|hoan thien|xay dung|khanh thanh|thong xe|van hanh|ban giao|dut diem)\b/

/** "sơ kết vào giữa năm 2028, tổng kết vào năm 2030". */
const YEAR_OF_ACT =
  /(?:^|[,;.(:] ?(?:va )?|\b(?:va|phai|se|to chuc|tien hanh) |^[^,;.]{0,60} )(?:so ket|tong ket|khoi cong|khanh thanh|thong xe|hoan thanh|ban giao|nghiem thu|dua vao (?:su dung|khai thac|van hanh))\b[^,;.]{0,60} vao (?:dau |giua |cuoi )?$/

interface YearPlace {
  passage: Passage
  p: Printed
  to: number
  before: string
  after: string
  opens: boolean
  clauseEnds: boolean
}

/**
 * A year is a deadline after "hoàn thành", before a comma at the start of a sentence, or as "trong năm X" at the end of
 * a clause.
 */
function isYearLimit({ passage, p, to, before, after, opens, clauseEnds }: YearPlace): boolean {
  if (/\btu nay (?:cho )?(?:toi|den)(?: het| cuoi)?(?: nam)?\s*$/.test(before)) return true
  if (HARD_LIMIT.test(before) || (/\btrong\s*$/.test(before) && /^,? (?:phai |can )?(?:hoan thanh|xong)\b/.test(after)))
    return true
  if (before === '' && /^\s?:/.test(after)) return true
  if (opens && /^ (?:tham muu|to chuc (?:so|tong) ket|so ket|tong ket|hoan thanh|ban hanh|trinh)\b/.test(after))
    return true
  const leads =
    /(?:^|[.;:]\s*|phan dau\s*)(?:trong|den het|den|cuoi|den cuoi|nam)\s*$/.test(before) ||
    (opens && !/[,(]\s*$/.test(before))
  if (leads && /^\s*(?:,|(?:phai |co ban )?(?:hoan thanh|xong)\b)/.test(after))
    return !/\d\s?%|\bty le\b/.test(passage.plain.slice(p.to, to).split(/[.;]/)[0] ?? '')
  if (clauseEnds && YEAR_OF_ACT.test(before)) return true
  if (!clauseEnds || !/\btrong\s*$/.test(before)) return false
  const clause = clauseBefore(passage.plain.slice(Math.max(0, p.from - LONGEST_CLAUSE), p.from))
  return /^\s*(?:[.;]|$)/.test(after) || ACT_OF_YEAR.test(clause)
}
