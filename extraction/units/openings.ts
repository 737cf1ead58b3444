import type { Passage } from '../language/passage.ts'
import { lexicon, opensPhrase, phraseAt, wordAt, wordsOf } from '../language/words.ts'
import { scopeAt } from './capacities.ts'
import { isCollectiveAt, isUnitAt, type UnitPhrase, unitPhraseAt, verbAt } from './units.ts'
import { COMMANDS, GIVER_VERBS, POINTERS } from './verbs.ts'

/** Where the subject of an order begins, and what comes before it. */
export interface Opening {
  at: number
  /** "giao", "yêu cầu", "đề nghị" comes before it. */
  commanded: boolean
  /** The subject is the authority itself; it gives work and gets none. */
  isGiver: boolean
  /** The text up to here is a name, whatever words it has: "Trách nhiệm của chủ bến thuê theo mùa:". */
  nameTo: number | null
}

const GIVES = lexicon(COMMANDS)
const POINTS = lexicon(POINTERS)
const AGREES = lexicon(GIVER_VERBS)

const plainOpening = (at: number): Opening => ({ at, commanded: false, isGiver: false, nameTo: null })

/**
 * Skips "Đồng thời,", "Thủ tướng Chính phủ yêu cầu", "Giao", "Căn cứ chức năng, nhiệm vụ được giao,", and the topic or
 * condition before the order: "Về bến cũ: giao Sở A …", "Nhất trí chủ trương; giao Sở A …".
 */
export function openingOf(passage: Passage, from: number, to: number): Opening {
  const person = PERSON_WITH_ROLE.exec(passage.plain.slice(from, Math.min(to, from + LONGEST_POINTED)))
  const words = wordsOf(passage)
  // "Đồng chí Giám đốc Sở A" is an agency's, and read as such.
  const isNamed = person && !isUnitAt(passage, wordAt(words, from + person[1]!.length))
  if (isNamed) return { ...plainOpening(from), nameTo: from + person[0].length - 1 }
  const direct = commandAt(passage, wordAt(words, from), to)
  if (direct) return direct
  const before = BEFORE_NAME.exec(passage.plain.slice(from, Math.min(to, from + 30)))
  if (before && isUnitAt(passage, wordAt(words, from + before[0].length))) return plainOpening(from + before[0].length)
  const isTopic = ADVERBS.test(passage.plain.slice(from, Math.min(to, from + 30)))
  const adverb = isTopic ? leadingClause(passage, from, to) : from
  if (adverb > from) {
    const after = commandAt(passage, wordAt(words, adverb), to)
    if (after) return after
    if (isUnitAt(passage, wordAt(words, adverb))) return plainOpening(adverb)
  }
  return afterTopic(passage, from, to, isTopic) ?? plainOpening(adverb)
}

/** "Hằng tháng các đơn vị báo cáo", "Riêng xã A xây dựng thêm": words stand before the agency without a comma. */
const BEFORE_NAME =
  /^(?:dinh ky )?(?:hang|moi) (?:nam|quy|thang|tuan|ngay) |^dinh ky |^rieng |^(?:tren co so|can cu|theo|tu) do,? /

/** "Ông Lê Văn Mẫu - Phó Trưởng đoàn: …": a member of a team, with the role that says which one. */
const PERSON_WITH_ROLE =
  /^((?:ong|ba|dong chi|d\/c)[.:]? )[^:;()]{4,60} ?[-,] ?(?:pho |uy vien|thanh vien|thu ky|truong |chu tich|giam doc|chuyen vien|bi thu|doi truong|to truong|cong chuc|can bo)[^:;]{0,80}:/

/** Longest name after "Trách nhiệm của". */
const LONGEST_POINTED = 200

/** "giao Bộ X", "Bộ Y kính đề nghị Ủy ban …", "Trách nhiệm của Sở Z": where the names of those who must act begin. */
function commandAt(passage: Passage, at: number, to: number): Opening | null {
  const words = wordsOf(passage)
  const isNamed = (next: number): boolean =>
    words[next] !== undefined && words[next]!.start < to && isUnitAt(passage, next)
  const command = phraseAt(words, at, GIVES)
  if (command > 0)
    return isNamed(at + command) ? { ...plainOpening(words[at + command]!.start), commanded: true } : null
  const pointer = phraseAt(words, at, POINTS)
  const isPointed = isNamed(at + pointer) || isCollectiveAt(passage, at + pointer, to)
  if (pointer > 0 && isPointed) return pointedAt(passage, at, pointer, to)
  if (!words[at] || !isUnitAt(passage, at)) return null
  const giver = unitPhraseAt(passage, words[at]!.start, to)
  if (!giver || giver.stop === 'colon' || giver.whole) return null
  let next = wordAt(words, giver.to)
  while (MODIFIERS.has(words[next]?.lower ?? '')) next++
  const gives = phraseAt(words, next, GIVES)
  if (gives === 0) return null
  if (isNamed(next + gives)) return { ...plainOpening(words[next + gives]!.start), commanded: true }
  const isCommander =
    /^(?:phó )?thủ tướng|^chính phủ|^(?:chủ tịch )?(?:ủy ban nhân dân|ubnd) (?:tỉnh|thành phố)|^bộ trưởng/.test(
      passage.lower.slice(giver.from, giver.to),
    )
  return isCommander ? { ...plainOpening(giver.from), isGiver: true } : null
}

const MODIFIERS = new Set(['kính', 'trân', 'trọng', 'cũng', 'đã', 'tiếp', 'tục'])

/** After "Trách nhiệm của" stands a name and nothing else, so verbs in it are part of it. */
function pointedAt(passage: Passage, at: number, pointer: number, to: number): Opening | null {
  const words = wordsOf(passage)
  const start = words[at + pointer]!.start
  const named = unitPhraseAt(passage, start, to)
  // "Đối với thành phố A: giao Sở B …": the city is what the order is about.
  const given = named?.stop === 'colon' ? commandAt(passage, wordAt(words, named.to), to) : null
  if (given?.commanded) return given
  if (named && (named.whole || named.stop === 'colon')) return plainOpening(named.from)
  if (words[at + pointer - 1]!.lower !== 'của') return null
  const colon = passage.text.indexOf(':', start)
  const end = colon >= 0 && colon < to ? colon : to
  const isLine = end - start < LONGEST_POINTED && !/[.;]\s/.test(passage.text.slice(start, end))
  const isEnd = passage.text.slice(end + 1, to).trim() === ''
  return isLine && isEnd ? { ...plainOpening(start), nameTo: end } : null
}

const ADVERBS =
  /^(?:dong thoi|ngoai ra|ben canh do|truoc mat|(?:hang|moi|tung) (?:nam|quy|thang|tuan|ngay|ky|dot|khi|hoc ky)|(?:vao |nhan )?dip |vao (?:dau|cuoi|ngay|thang)|(?:dau|cuoi) (?:moi|nam|quy|thang|ky|nam hoc) |ke tu |(?:hai|ba|mot|\d{1,2}) (?:tuan|thang|ngay) (?:mot|0?1) lan|dinh ky|trong (?:nam|quy|thang|qua trinh)|den (?:nam|het|thang|ngay)|truoc (?:ngay|thang|khi|mua|moi|ky|dot|gio|cac (?:ky|dot|dip))|trong (?:thoi gian|khi|luc|truong hop|dieu kien|giai doan|mua)|neu |ngoai (?:cac|nhung)|ngay khi|tu nay|song song|lien quan |tai (?:cac|nhung|khu|noi)|voi (?:cac|nhung)|cung voi|can cu|tren co so|de |nham |theo (?!doi)|duoi su |khi |sau (?:khi|moi|ky|dot|gio|cac (?:ky|dot))|ngay sau|truong hop|doi voi|ve |rieng|cham nhat|tu ngay|thoi gian toi)/

const TOPIC = /^(?:ve|doi voi|lien quan) [^:]{3,200}: /

/** End of a clause before the subject or before the action, or `from` if there is none. It ends with a comma. */
function leadingClause(passage: Passage, from: number, to: number): number {
  const words = wordsOf(passage)
  const limit = Math.min(to, from + 320)
  for (
    let comma = passage.text.indexOf(',', from);
    comma >= 0 && comma < limit;
    comma = passage.text.indexOf(',', comma + 1)
  ) {
    const at = wordAt(words, comma)
    if (!words[at] || words[at]!.start >= to) break
    // The words before a colon are the topic; what comes after it is looked at as a whole.
    if (TOPIC.test(passage.plain.slice(from, comma))) return from
    if (passage.text.lastIndexOf('(', comma) > Math.max(from - 1, passage.text.lastIndexOf(')', comma))) continue
    const command = phraseAt(words, at, GIVES)
    if (command > 0 && isUnitAt(passage, at + command)) return words[at]!.start
    if (/^(?:chu tri|phoi hop)\b/.test(passage.plain.slice(words[at]!.start, words[at]!.start + 9)))
      return words[at]!.start
    if (!isUnitAt(passage, at)) continue
    if (!words[at]!.capital && isDirectedList(passage, from, at)) continue
    const phrase = unitPhraseAt(passage, words[at]!.start, to)
    if (!phrase || phrase.whole) continue
    if (phrase.stop === 'verb' || (phrase.stop === 'word' && scopeAt(passage, phrase.to, to)?.acts))
      return words[at]!.start
  }
  return from
}

/** Words between "các" and the comma of its list. */
const LONGEST_SHARED = 9

/** In "đôn đốc các bộ, cơ quan, địa phương thực hiện" the comma stands inside a list of those who are directed. */
function isDirectedList(passage: Passage, from: number, at: number): boolean {
  const words = wordsOf(passage)
  for (let k = at - 1; k >= 0 && k >= at - LONGEST_SHARED && words[k]!.start >= from; k--) {
    if (words[k]!.capital) return false
    if (/^(?:các|những)$/.test(words[k]!.lower)) return isUnitAt(passage, k)
  }
  return false
}

/** A topic or condition is no longer than this. */
const LONGEST_TOPIC = 400

/**
 * The order after a topic with a colon ("Về bến cũ: Sở A sửa bến"), after what the authority agrees to ("Nhất trí …; giao
 * Sở A …"), or after a condition without a comma ("Khi xong việc giao Sở A …").
 */
function afterTopic(passage: Passage, from: number, to: number, isTopic: boolean): Opening | null {
  const words = wordsOf(passage)
  const first = wordAt(words, from)
  const agrees = phraseAt(words, first, AGREES) > 0
  if (words[first] && isUnitAt(passage, first) && !agrees) return null
  const limit = Math.min(to, from + LONGEST_TOPIC)
  for (let at = first + 1; at < words.length && words[at]!.start < limit; at++) {
    const isApart = !words[at]!.joined
    // Between words of one clause only "giao" gives, after a topic.
    if (!isApart && !(isTopic && opensPhrase(words[at]!, GIVES))) continue
    const gap = isApart ? passage.text.slice(words[at - 1]!.end, words[at]!.start) : ' '
    if (isApart && /[.!?]/.test(gap)) return null
    const isAfterColon = gap.includes(':')
    const command = phraseAt(words, at, GIVES)
    const mayGive =
      isAfterColon || (isApart && /[,;]/.test(gap) ? agrees || isTopic : isTopic && words[at]!.lower === 'giao')
    if (command > 0 && mayGive && !GIVEN.has(words[at - 1]!.lower) && acts(passage, at + command, to))
      return { ...plainOpening(words[at + command]!.start), commanded: true }
    if (isAfterColon) {
      // "Về dự án Luật A: Chính phủ giao Bộ B …": the authority gives, behind its topic.
      const given = commandAt(passage, at, to)
      if (given?.commanded) return given
      const isList = LISTED.test(passage.plain.slice(Math.max(from, words[at - 1]!.end - 60), words[at - 1]!.end))
      return !isList && isUnitAt(passage, at) && acts(passage, at, to) ? plainOpening(words[at]!.start) : null
    }
  }
  return null
}

/** "phối hợp giữa các cơ quan: Sở A, Sở B …": the colon opens a list of names. */
const LISTED =
  /\b(?:giua|voi|gom|gom co) (?:cac |nhung )?(?:co quan|don vi|so|bo|nganh|dia phuong|luc luong|to chuc)[a-z, ]{0,30}$/

/** Words before "giao" that make it "được giao", "bàn giao" or the relative "do Chính phủ giao". */
const GIVEN = new Set([
  'được',
  'hướng',
  'việc',
  'bàn',
  'chuyển',
  'ngoại',
  'xã',
  'đã',
  'phủ',
  'tướng',
  'tỉnh',
  'trên',
  'cấp',
  'bang',
  'dân',
])

/** An agency begins here, and an action follows it. */
function acts(passage: Passage, at: number, to: number): boolean {
  const words = wordsOf(passage)
  if (!words[at] || words[at]!.start >= to || !isUnitAt(passage, at)) return false
  const phrase: UnitPhrase | null = unitPhraseAt(passage, words[at]!.start, to)
  if (!phrase || phrase.whole) return false
  if (phrase.stop === 'verb' || phrase.stop === 'word') return true
  const next = wordAt(words, phrase.to)
  return verbAt(passage, next, true) > 0 || words[next]?.lower === 'xong'
}
