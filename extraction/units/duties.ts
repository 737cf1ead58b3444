import { hitsOf } from '../language/hits.ts'
import { unitsLike } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import type { Party } from '../shapes.ts'
import { BETWEEN, pastCapacity } from './capacities.ts'
import { partiesOf } from './parties.ts'
import { isUnitAt, unitPhraseAt, verbAt } from './units.ts'

/** What comes between the subject and the action: "có trách nhiệm chủ trì, phối hợp với Sở B". */
interface Duty {
  coordinating: Party[]
  actionFrom: number
  /** Begins with "phối hợp với": the lead is named elsewhere. */
  joins: boolean
}

const OPENING = 40
const CLOSING = 41
const isSign = unitsLike(/[\s,;:–-]/)

export function skipSigns(passage: Passage, from: number, to: number): number {
  let at = from
  let depth = 0
  while (at < to) {
    const code = passage.text.charCodeAt(at)
    if (code === OPENING) depth++
    else if (code === CLOSING) depth--
    else if (depth <= 0 && !isSign(code)) break
    at++
  }
  return at
}

const LEAD = /^(?:chu tri|chiu trach nhiem chinh|lam? (?:co quan |don vi )?dau moi(?=,))(?:[,;]? (?:va )?|$)/
const JOIN =
  /^(?:(?:kip thoi|chu dong|tich cuc|thuong xuyen|tang cuong|chu dong va|chu dong,|tiep tuc|cung) )*phoi hop(?: chat che| thuong xuyen| kip thoi| hieu qua| dong bo| tot|,)*(?<with>(?: (?:va )?(?:cung )?voi| cung)+:?)? */
const TOGETHER = /^(?:cung voi|cung|voi su (?:tham gia|phoi hop)(?: chat che)? cua) /
const AGREE =
  /^(?:va |, )?(?:(?:chu dong |truc tiep )?(?:trao doi|lam viec)(?: cu the| truc tiep)?|thong nhat)(?:,? (?:va )?thong nhat)?(?: y kien)? voi */

/** No list of partners is longer. */
const LONGEST_LIST = 500

/** "chủ trì, phối hợp với A, B" at the start of the action: the agencies named, and where the action continues. */
export function dutyAt(passage: Passage, from: number, to: number): Duty {
  const folded = passage.plain
  const capacity = pastCapacity(passage, from, to)
  let at = pastCapacity(passage, capacity, to, BETWEEN)
  const lead = LEAD.exec(folded.slice(at, Math.min(to, at + 40)))
  if (lead) at += lead[0].length
  const ahead = folded.slice(at, Math.min(to, at + 120))
  const join = joined(passage, at, JOIN.exec(ahead)) ?? AGREE.exec(ahead) ?? (lead ? TOGETHER.exec(ahead) : null)
  const helpers = lead && !join ? helpersAt(passage, at, to) : null
  const duty: Duty = { coordinating: [], actionFrom: at, joins: false }
  if (join) {
    const listed = unitPhraseAt(passage, namesAfter(passage, at + join[0].length), to)
    if (listed && listed.to - listed.from < LONGEST_LIST) {
      duty.coordinating.push(...partiesOf(passage, listed.from, listed.to, 'coordinating'))
      at = skipSigns(passage, listed.to, to)
      duty.joins = !lead
    } else if (!lead) duty.joins = true
    else at += join[0].length
  } else if (helpers) {
    duty.coordinating.push(...partiesOf(passage, helpers.from, helpers.to, 'coordinating'))
    at = skipSigns(passage, helpers.end, to)
  } else if (!lead) at = capacity
  duty.coordinating.push(...later(passage, at, to))
  duty.actionFrom = skipSigns(passage, pastCapacity(passage, skipSigns(passage, at, to), to), to)
  return duty
}

/** "các cơ quan liên quan: Sở A, Sở B": those named after the colon are the ones meant. */
const COLLECTIVE =
  /^(?:cac|nhung) (?<kind>co quan|don vi|to chuc|dia phuong|doan the|luc luong|so|bo|ban)(?:,? (?:va )?(?:cac )?(?:co quan|don vi|to chuc|dia phuong|doan the|so|bo|ban|nganh|(?:co )?lien quan|chuc nang|khac|sau|sau day|gom))*: ?/
/** "Các Bộ: Công an, Quốc phòng": the names have no noun of their own, and take that of the collective. */
const NOUN = /^(?:so|bo|ban|cuc|vu|uy ban|ubnd) /

/** Where the names of partners begin: behind the collective and the colon before them, if there are such. */
function namesAfter(passage: Passage, from: number): number {
  const collective = COLLECTIVE.exec(passage.plain.slice(from, from + 120))
  if (!collective) return from
  const words = wordsOf(passage)
  const at = wordAt(words, from + collective[0].length)
  const first = words[at]
  if (!first?.capital || !isUnitAt(passage, at)) return from
  const isShared = /^(?:so|bo|ban)$/.test(collective.groups!.kind!)
  return isShared && !NOUN.test(passage.plain.slice(first.start, first.start + 8)) ? from : first.start
}

/** "phối hợp với …", or "phối hợp Khoa Dược kiểm tra" with an agency right behind the verb. */
function joined(passage: Passage, from: number, hit: RegExpExecArray | null): RegExpExecArray | null {
  return hit && (hit.groups?.with || isPartnerAt(passage, from + hit[0].length)) ? hit : null
}

/** "phối hợp tổ chức", "phối hợp phòng ngừa" begin acts: of the nouns in lower case only those count that are no verb too. */
function isPartnerAt(passage: Passage, from: number): boolean {
  const words = wordsOf(passage)
  const at = wordAt(words, from)
  return isUnitAt(passage, at) && (words[at]!.capital || verbAt(passage, at, true) === 0)
}

const HELP =
  /^,? ?(?:(?:cung |tich cuc |chu dong )?phoi hop|tham gia)(?: thuc hien| trien khai| chat che)?(?! (?:cung )?voi\b)(?=[\s.,;)]|$)/

/** "Phòng A chủ trì, Công an xã phối hợp rà soát …": those who help, and where their duty ends. */
export function helpersAt(passage: Passage, from: number, to: number): (Stretch & { end: number }) | null {
  const words = wordsOf(passage)
  if (!isUnitAt(passage, wordAt(words, from))) return null
  const listed = unitPhraseAt(passage, from, to)
  if (listed?.from !== from || listed.to - listed.from >= LONGEST_LIST) return null
  const help = HELP.exec(passage.plain.slice(listed.to, Math.min(to, listed.to + 40)))
  return help ? { from, to: listed.to, end: listed.to + help[0].length } : null
}

const MORE =
  /\b(?:phoi hop(?: chat che| thuong xuyen| kip thoi| hieu qua| dong bo)*,? (?:va )?(?<with>(?:(?:cung )?voi|cung) )?|(?:trao doi|lam viec)(?: cu the| truc tiep)?(?:,? (?:va )?thong nhat)?(?: y kien)? (?<agree>voi) )(?=[a-z])/g
/** The verb that directs others is no farther from what they do. */
const LONGEST_CLAUSE = 300
/** "quy chế phối hợp với": cooperation as a thing. */
const AS_NOUN =
  /\b(?:quy che|cong tac|su|viec|chuong trinh|co che|ke hoach|hoat dong|tinh than|ket qua|duoc|noi dung|moi quan he) $/
const DIRECTS = /\b(?:chi dao|huong dan|don doc|yeu cau|de nghi|giao|van dong|cho phep|phan cong) /g

/** "…, phối hợp với Sở B …" later in the text. Agencies that the lead directs ("Chỉ đạo Sở A phối hợp …") do so, not the lead. */
function later(passage: Passage, from: number, to: number): Party[] {
  const folded = passage.plain.slice(from, to)
  const found: Party[] = []
  for (const hit of hitsOf(MORE, folded)) {
    if (AS_NOUN.test(folded.slice(Math.max(0, hit.index - 20), hit.index))) continue
    const near = Math.max(0, hit.index - LONGEST_CLAUSE)
    const before = folded.slice(near, hit.index)
    const clause = near + Math.max(before.lastIndexOf(';'), before.lastIndexOf('. ')) + 1
    if (!OWN_PART.test(before) && isDirected(passage, from + clause, from + hit.index)) continue
    const partners = from + hit.index + hit[0].length
    if (!hit.groups?.with && !hit.groups?.agree && !isPartnerAt(passage, partners)) continue
    const listed = unitPhraseAt(passage, partners, to)
    if (listed && listed.to - listed.from < LONGEST_LIST)
      found.push(...partiesOf(passage, listed.from, listed.to, 'coordinating', 0.8))
  }
  return found
}

/** "chỉ đạo các đơn vị trên địa bàn, phối hợp với Bộ A": after the comma of a list of those directed that ends here, the lead goes on. */
const OWN_PART = /\b(?:tren dia ban|co lien quan|lien quan|truc thuoc|thuoc pham vi quan ly)[a-z ]{0,20}, $/

/** An agency is told to act in this part of the clause, so what follows is its work. */
function isDirected(passage: Passage, from: number, to: number): boolean {
  const words = wordsOf(passage)
  for (const hit of hitsOf(DIRECTS, passage.plain.slice(from, to))) {
    if (isUnitAt(passage, wordAt(words, from + hit.index + hit[0].length))) return true
  }
  return false
}
