import type { Passage } from '../language/passage.ts'
import type { Printed } from './printed.ts'
import { DUE_ACTS, HOUR, REGULAR_NOUNS, REPEATED, WATCHING } from './words.ts'

/**
 * Whether "thường xuyên", "định kỳ", "hằng năm" in running text is when the work is to be done. It is if it is said of the
 * act itself or of a report; of a plan, a budget, a place or in an aim it only describes.
 */
export function isStanding(passage: Passage, p: Printed, from: number, to: number): boolean {
  const before = passage.plain.slice(Math.max(from, p.from - 60), p.from)
  const after = passage.plain.slice(p.to, Math.min(to, p.to + 40))
  const words = passage.plain.slice(p.from, p.to)
  if (p.form === 'standing' && LASTING.test(words)) return isOngoing(passage, p, from, after)
  const isFixed = /^dinh ky (?!hoac|va|hay)/.test(words)
  if (p.recurs === null && !isFixed && !/\b(?:lan|gio)\b/.test(words)) return false
  if (KEPT_REPORT.test(before) || AT_HOUR.test(before)) return true
  if (/\blan\b/.test(words) && /(?:gap|hon|bang|tang|giam)\s*$/.test(before)) return false
  if (/\blan ?\/|\blan moi\b/.test(words) && /^\s*(?:[.;,)]|$|tren |tai |vao |theo )/.test(after)) return true
  if (!isFixed && (REGULAR_NOUN.test(clauseBefore(before)) || CITED_REPORT.test(before))) return false
  return (
    isFixed ||
    p.from === from ||
    isBetweenSubjectAndAct(passage, p, from, after) ||
    /\bdinh ky (?:it nhat|toi thieu)?\s*$/.test(before) ||
    /[.;:,(]\s*$/.test(before) ||
    /(?:vao|gui|bao cao(?: ket qua| tinh hinh)?|truoc|giao ban|cap nhat|kiem tra|to chuc|thuc hien)\s*$/.test(before) ||
    (ENDS_ACT.test(after) && isOfAct(passage, p, from))
  )
}

const ACT_AHEAD = new RegExp(
  `^ (?:${[...new Set([...DUE_ACTS, ...REPEATED, ...WATCHING])].join('|')}|dua|lap|thong bao)\\b`,
)

/** "Các chi bộ hằng tháng đưa nội dung …": the rhythm stands between who acts and the act. */
function isBetweenSubjectAndAct(passage: Passage, p: Printed, from: number, after: string): boolean {
  if (p.from - from > 100 || !ACT_AHEAD.test(after)) return false
  const subject = passage.plain.slice(from, p.from)
  return /^[^;.:]{4,100} $/.test(subject) && !REGULAR_NOUN.test(subject) && !HAS_ACT.test(subject)
}
const HAS_ACT = new RegExp(`\\b(?:${[...new Set([...DUE_ACTS, ...REPEATED])].join('|')}|ke hoach|theo|de|cho)\\b`)

/** How far back to look for the verb of a clause. */
export const LONGEST_CLAUSE = 240

/** From the last full stop or semicolon. */
export function clauseBefore(before: string): string {
  return before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. ')) + 1)
}

/** What goes on, with or without a rhythm of its own; "liên tục" and "lâu dài" alone only describe. */
const LASTING = /^(?:theo |mot cach )?(?:thuong xuyen|dinh ky)/

/** "báo cáo trước 19 giờ hằng ngày". */
const AT_HOUR = new RegExp(`\\b(?:truoc|vao|luc|cham nhat)(?: la| luc| vao)? ${HOUR}(?: va ${HOUR})? ?$`)

/** A regular report or watch that is set up or kept: "thiết lập chế độ báo cáo nhanh hằng ngày". */
const KEPT_REPORT =
  /\b(?:(?:thiet lap|thuc hien|duy tri) che do (?:bao cao|thong tin|truc)(?: [a-z]+){0,2}|truc(?: ban| chi huy)?(?: 24\/24)?(?: gio)?) ?$/

const REGULAR_NOUN = new RegExp(`\\b(?:${REGULAR_NOUNS.join('|')})\\s*$`)
/** A report that is only cited: "tại báo cáo hằng năm". */
const CITED_REPORT = /\b(?:tai|theo|trong|qua|tu|can cu|cac)(?: cac| ban)? bao cao\s*$/

/** Acts of watching over, which "thường xuyên" before them makes standing. */
const WATCHED = new RegExp(`^,? (?:va |kip thoi )?(?:${WATCHING.join('|')})\\b`)
/** Places of which "thường xuyên" tells what happens there. */
const PLACE = /\b(?:khu vuc|noi|dia ban|vung|dia diem|tuyen|doi tuong|nguoi)\s*$/

/** What ends the clause of the act, or what the act is done to. */
const ENDS_ACT =
  /^\s*(?:[.;,)]|$|ve |gui |cho |cua |theo |vao |tai |doi voi |va dot xuat|hoac |hay |trong (?:thoi gian|suot|dot|cac|\d)|ket qua |tinh hinh )/

/**
 * The nearest act of the clause, with no noun that has a rhythm of its own behind it, and neither told ("đã được kiểm tra
 * định kỳ") nor part of an aim ("để … cập nhật thường xuyên").
 */
const ACT = new RegExp(`(?<=^|[^a-z])(?:${REPEATED.join('|')})(?![a-z])`, 'g')
const NOT_OWN =
  /\b(?:ke hoach|che do|du toan|kinh phi|ngan sach|chuong trinh|nghi quyet|chi tieu|quy trinh|phan loai|bieu mau|bien ban|quy che)\b|%/
/** As printed: folded, "để" is "đề" and "tại" is "tài". */
const AIM_OR_TOLD = /(?<!\p{L})(?:để|nhằm|bảo đảm|đảm bảo|đã|được|căn cứ|theo|kết quả|tại)(?!\p{L})/u
/** Words between such a noun and its act; "duy trì chế độ", "đẩy mạnh công tác" are the act itself. */
const OF_NOUN =
  /(?<!(?:duy tri|thuc hien|day manh|tang cuong|lam tot|chu trong) )\b(?:ke hoach|che do|cong tac|quy trinh|chuong trinh|chat luong|quy dinh|noi dung|he thong|viec|ket qua|hoat dong)(?: [a-z]+){0,2},?(?: va)? $/
const TOLD = /(?<!\p{L})(?:để|nhằm|bảo đảm|đảm bảo|đã|được|bị|chưa)(?: \p{L}+){0,2},?(?: và)? $/u

function isOfAct(passage: Passage, p: Printed, from: number): boolean {
  const start = Math.max(from, p.from - LONGEST_CLAUSE)
  const clause = clauseBefore(passage.plain.slice(start, p.from))
  const act = [...clause.matchAll(ACT)].at(-1)
  if (!act) return false
  const printed = passage.lower.slice(p.from - clause.length, p.from)
  const end = act.index + act[0].length
  if (NOT_OWN.test(clause.slice(end)) || AIM_OR_TOLD.test(printed.slice(end))) return false
  return !OF_NOUN.test(clause.slice(0, act.index)) && !TOLD.test(printed.slice(0, act.index))
}

/** "Thường xuyên kiểm tra …" at the head of a clause or after its subject; "kiểm tra thường xuyên …" behind the act. */
function isOngoing(passage: Passage, p: Printed, from: number, after: string): boolean {
  const before = passage.plain.slice(Math.max(from, p.from - 100), p.from)
  if (PLACE.test(before) || REGULAR_NOUN.test(before)) return false
  if (WATCHED.test(after)) {
    if (p.from === from || /(?:[.;:]|\bchu dong,?)\s*$/.test(before)) return true
    if (/^[^,;.]{4,100} $/.test(passage.plain.slice(Math.max(from, p.from - 110), p.from)) && p.from - from < 110)
      return true
  }
  const isBehind = ENDS_ACT.test(after) || /\b(?:kiem tra|tuan tra|giam sat|cap nhat|theo doi)\s*$/.test(before)
  return isBehind && isOfAct(passage, p, from)
}
