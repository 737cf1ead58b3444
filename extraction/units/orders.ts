import type { Passage } from '../language/passage.ts'
import { COMMANDS, POINTERS } from '../language/vocabulary.ts'
import { lexicon, phraseAt, wordAt, wordsOf } from '../language/words.ts'
import type { Party } from '../shapes.ts'
import { partiesOf } from './parties.ts'
import { isUnitAt, type UnitPhrase, unitPhraseAt, verbAt } from './units.ts'

/** Who must do what, in a sentence or at the start of an item. */
export interface Order {
  lead: Party[]
  coordinating: Party[]
  /** Where the action itself begins: after the subject and "chủ trì, phối hợp với …". */
  actionFrom: number
  /** The words "giao", "yêu cầu", "đề nghị" come before the subject. */
  commanded: boolean
  /** The text is only names of agencies: a heading that states whose work follows. */
  isName: boolean
  /** The action begins with a verb. */
  acts: boolean
  /** Begins with "phối hợp với": the lead is named elsewhere. */
  joins: boolean
}

const GIVES = lexicon(COMMANDS)
const POINTS = lexicon(POINTERS)

/** Reads the start of a text range. */
export function orderOf(passage: Passage, from: number, to: number): Order {
  const opened = openingOf(passage, from, to)
  const subject = opened.isGiver ? null : unitPhraseAt(passage, opened.at, to)
  const order: Order = {
    lead: [],
    coordinating: [],
    actionFrom: opened.at,
    commanded: opened.commanded,
    isName: false,
    acts: false,
    joins: false,
  }
  let at = opened.at
  if (subject && isSubject(passage, subject, opened.commanded)) {
    order.lead = partiesOf(passage, subject.from, subject.to, 'lead')
    order.isName = subject.whole || (subject.stop === 'colon' && subject.to >= to - 2)
    at = skipSigns(passage, subject.to, to)
  } else if (opened.at === from) {
    at = pastTime(passage, from, to)
  }
  const duty = dutyAt(passage, at, to)
  if (order.lead.length === 0) {
    const inBrackets = bracketed(passage, from, to)
    order.lead = inBrackets.lead
    duty.coordinating.push(...inBrackets.coordinating)
  }
  order.coordinating = duty.coordinating
  order.joins = duty.joins
  const starts = verbAt(passage, wordAt(wordsOf(passage), duty.actionFrom), true) > 0
  order.actionFrom = duty.joins && !starts ? at : duty.actionFrom
  order.acts = verbAt(passage, wordAt(wordsOf(passage), at), true) > 0
  return order
}

const BRACKETS = /\(([^()]{0,300}\bchu tri\b[^()]{0,300})\)/g

/** "… (Vụ A chủ trì, Vụ B phối hợp; hoàn thành trước …)": the agencies, in brackets after the action. */
function bracketed(passage: Passage, from: number, to: number): Pick<Order, 'lead' | 'coordinating'> {
  const found: Pick<Order, 'lead' | 'coordinating'> = { lead: [], coordinating: [] }
  for (const hit of passage.plain.slice(from, to).matchAll(BRACKETS)) {
    const open = from + hit.index + 1
    const inner = hit[1] as string
    const leads = inner.search(/\bchu tri\b/)
    const before = /^(?:giao |do )?/.exec(inner)?.[0].length ?? 0
    if (leads > before) found.lead.push(...partiesOf(passage, open + before, open + leads, 'lead', 0.9))
    const rest = /^chu tri[ ,;:]*(?:va )?(?<with>phoi hop (?:chat che )?(?:cung |voi |cung voi )?)?/.exec(
      inner.slice(leads),
    )
    const start = leads + (rest?.[0].length ?? 0)
    const stop = rest?.groups?.with ? /[;.]|$/.exec(inner.slice(start))! : /\bphoi hop\b|$/.exec(inner.slice(start))!
    const isPartners = rest?.groups?.with !== undefined || inner.slice(start).includes('phoi hop')
    if (isPartners && stop.index > 1)
      found.coordinating.push(...partiesOf(passage, open + start, open + start + stop.index, 'coordinating', 0.85))
  }
  return found
}

interface Opening {
  at: number
  commanded: boolean
  isGiver: boolean
}

/** Skips "Đồng thời,", "Thủ tướng Chính phủ yêu cầu", "Giao", "Căn cứ chức năng, nhiệm vụ được giao,". */
function openingOf(passage: Passage, from: number, to: number): Opening {
  const words = wordsOf(passage)
  const direct = commandAt(passage, wordAt(words, from), to)
  if (direct) return direct
  const adverb = leadingClause(passage, from, to)
  if (adverb > from) {
    const after = commandAt(passage, wordAt(words, adverb), to)
    return after ?? { at: adverb, commanded: false, isGiver: false }
  }
  return { at: from, commanded: false, isGiver: false }
}

/** "giao Bộ X", "Bộ Y kính đề nghị Ủy ban …", "Trách nhiệm của Sở Z": where the names of those who must act begin. */
function commandAt(passage: Passage, at: number, to: number): Opening | null {
  const words = wordsOf(passage)
  const isNamed = (next: number): boolean =>
    words[next] !== undefined && words[next]!.start < to && isUnitAt(passage, next)
  const command = phraseAt(passage, words, at, GIVES)
  if (command > 0)
    return isNamed(at + command) ? { at: words[at + command]!.start, commanded: true, isGiver: false } : null
  const pointer = phraseAt(passage, words, at, POINTS)
  if (pointer > 0 && isNamed(at + pointer)) {
    const named = unitPhraseAt(passage, words[at + pointer]!.start, to)
    return named && (named.whole || named.stop === 'colon')
      ? { at: named.from, commanded: false, isGiver: false }
      : null
  }
  if (!words[at] || !isUnitAt(passage, at)) return null
  const giver = unitPhraseAt(passage, words[at]!.start, to)
  if (!giver || giver.stop === 'colon' || giver.whole) return null
  let next = wordAt(words, giver.to)
  while (MODIFIERS.has(words[next]?.lower ?? '')) next++
  const gives = phraseAt(passage, words, next, GIVES)
  if (gives === 0) return null
  if (isNamed(next + gives)) return { at: words[next + gives]!.start, commanded: true, isGiver: false }
  const isCommander =
    /^(?:phó )?thủ tướng|^chính phủ|^(?:chủ tịch )?(?:ủy ban nhân dân|ubnd) (?:tỉnh|thành phố)|^bộ trưởng/.test(
      passage.lower.slice(giver.from, giver.to),
    )
  return isCommander ? { at: giver.from, commanded: false, isGiver: true } : null
}

const MODIFIERS = new Set(['kính', 'trân', 'trọng', 'cũng', 'đã', 'tiếp', 'tục'])

const ADVERBS =
  /^(?:dong thoi|ngoai ra|ben canh do|truoc mat|hang (?:nam|quy|thang|tuan)|dinh ky|trong (?:nam|quy|thang|qua trinh)|den (?:nam|het|thang|ngay)|truoc (?:ngay|thang)|can cu|tren co so|de |nham |theo (?!doi)|khi |sau khi|ngay sau|truong hop|doi voi|ve |rieng|cham nhat|tu ngay|thoi gian toi)/

/** End of a clause before the subject, or `from` if there is none. The subject follows a comma. */
function leadingClause(passage: Passage, from: number, to: number): number {
  if (!ADVERBS.test(passage.plain.slice(from, Math.min(to, from + 30)))) return from
  const words = wordsOf(passage)
  const limit = Math.min(to, from + 320)
  for (
    let comma = passage.text.indexOf(',', from);
    comma >= 0 && comma < limit;
    comma = passage.text.indexOf(',', comma + 1)
  ) {
    const at = wordAt(words, comma)
    if (!words[at] || words[at]!.start >= to) break
    const command = phraseAt(passage, words, at, GIVES)
    if (command > 0 && isUnitAt(passage, at + command)) return words[at]!.start
    if (!isUnitAt(passage, at)) continue
    // In "đôn đốc các bộ, cơ quan, địa phương thực hiện" the comma stands inside a list of those who are directed.
    if (
      !words[at]!.capital &&
      /\b(?:cac|nhung) [a-z, ]{2,40}$/.test(passage.plain.slice(Math.max(from, comma - 46), comma))
    )
      continue
    const phrase = unitPhraseAt(passage, words[at]!.start, to)
    if (phrase && phrase.stop === 'verb' && !phrase.whole) return words[at]!.start
  }
  return from
}

/** "Đến năm 2015, hoàn thành …": the action comes after the time. */
function pastTime(passage: Passage, from: number, to: number): number {
  const hit = TIME_FIRST.exec(passage.plain.slice(from, Math.min(to, from + 60)))
  return hit ? from + hit[0].length : from
}

const TIME_FIRST =
  /^(?:trong |den |den het |truoc |cham nhat |hang |dinh ky |tu nay den |vao |cuoi |quy |thang |truoc mat|dong thoi|ben canh do|ngoai ra)[^,;.:]{0,45}, /

/** A phrase of agencies is the subject if a verb, a colon or nothing follows. */
function isSubject(passage: Passage, phrase: UnitPhrase, commanded: boolean): boolean {
  if (phrase.stop === 'verb' || phrase.stop === 'colon' || phrase.whole) return phrase.to - phrase.from < 400
  const words = wordsOf(passage)
  const next = words[wordAt(words, phrase.to)]
  if (phrase.stop === 'word')
    return commanded || /^(?:căn|theo|trong|là|cần|phải|nghiêm|trên|rà|có|tại|để)$/.test(next?.lower ?? '')
  if (phrase.stop === 'mark') {
    const at = wordAt(words, phrase.to)
    return (
      verbAt(passage, at, true) > 0 || commanded || /^(?:trong|căn|theo|trên|định|hằng|hàng)$/.test(next?.lower ?? '')
    )
  }
  return false
}

function skipSigns(passage: Passage, from: number, to: number): number {
  let at = from
  let depth = 0
  while (at < to) {
    const sign = passage.text.charAt(at)
    if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (depth <= 0 && !/[\s,;:–-]/.test(sign)) break
    at++
  }
  return at
}

const DUTY =
  /^(?:(?:co trach nhiem|chiu trach nhiem|la (?:co quan|don vi) (?:chu tri|dau moi)|lam dau moi|la dau moi|chu dong|khan truong|tiep tuc|can|phai|giup \p{L}+)(?:,| va)? +)*(?<lead>chu tri)?(?:,? (?:va )?)?/u
const JOIN =
  /^(?:(?:kip thoi|chu dong|tich cuc|thuong xuyen) )?phoi hop(?: chat che| thuong xuyen| kip thoi| hieu qua| dong bo)*(?:,? (?:cung )?voi|,? cung| (?=(?:cac|so|bo|uy ban|ubnd|ban|cong an|vu|cuc) ))? */
const AGREE = /^(?:va |, )?(?:trao doi|thong nhat)(?:,? (?:va )?thong nhat)?(?: y kien)? voi */

/** "chủ trì, phối hợp với A, B" at the start of the action: the agencies named, and where the action continues. */
function dutyAt(passage: Passage, from: number, to: number): Pick<Order, 'coordinating' | 'actionFrom' | 'joins'> {
  const folded = passage.plain
  const duty = DUTY.exec(folded.slice(from, Math.min(to, from + 120)))
  let at = duty?.groups?.lead ? from + duty[0].length : from
  const leads = duty?.groups?.lead !== undefined
  let skipped = 0
  if (!leads && duty) {
    const pre = /^(?:(?:co trach nhiem|chiu trach nhiem|chu dong|khan truong|tiep tuc) )+/.exec(
      folded.slice(from, Math.min(to, from + 120)),
    )
    skipped = pre?.[0].length ?? 0
  }
  const coordinating: Party[] = []
  let joins = false
  const join =
    JOIN.exec(folded.slice(at + skipped, Math.min(to, at + skipped + 120))) ??
    AGREE.exec(folded.slice(at + skipped, Math.min(to, at + skipped + 60)))
  if (join) {
    const listed = unitPhraseAt(passage, at + skipped + join[0].length, to)
    if (listed && listed.to - listed.from < 500) {
      coordinating.push(...partiesOf(passage, listed.from, listed.to, 'coordinating'))
      at = skipSigns(passage, listed.to, to)
      joins = !leads
    } else if (!leads) {
      joins = true
    } else {
      at = at + join[0].length
    }
  }
  const others = leads || joins ? [] : later(passage, at, to)
  return { coordinating: [...coordinating, ...others], actionFrom: skipSigns(passage, at, to), joins }
}

/**
 * "…, phối hợp với Sở B …" later in the sentence. Agencies that the lead directs ("Chỉ đạo … phối hợp …") are not
 * included.
 */
function later(passage: Passage, from: number, to: number): Party[] {
  const folded = passage.plain.slice(from, to)
  if (/^(?:chi dao|huong dan|don doc|yeu cau|de nghi|tham muu)/.test(folded)) return []
  const found: Party[] = []
  for (const hit of folded.matchAll(
    /(?:[,;] (?:chu tri,? )?|chu tri,? |chu dong )phoi hop(?: chat che| thuong xuyen)?(?: cung)? voi /g,
  )) {
    const at = from + hit.index + hit[0].length
    const listed = unitPhraseAt(passage, at, to)
    if (listed && !listed.whole) found.push(...partiesOf(passage, listed.from, listed.to, 'coordinating', 0.8))
  }
  return found
}
