import { knownUnitAt } from '../language/known.ts'
import type { Passage } from '../language/passage.ts'
import {
  CAPITAL_FIELDS,
  COLLECTIVE_NOUNS,
  DEPARTMENT_FIELDS,
  LIST_ENDS,
  list,
  NAME_BINDERS,
  NAME_VERBS,
  NAME_WORDS,
  NEEDS_NAME,
  NOT_A_UNIT,
  ORDER_VERBS,
  QUALIFIERS,
  SHORT_NOUNS,
  UNIT_HEADS,
} from '../language/vocabulary.ts'
import { adjacent, lexicon, phraseAt, type Word, wordAt, wordsOf } from '../language/words.ts'

const HEADS = lexicon(UNIT_HEADS)
const NOUNS = lexicon([...COLLECTIVE_NOUNS])
const VERBS = lexicon(ORDER_VERBS)
const PLURALS = new Set(['các', 'những', 'mọi', 'mỗi', 'từng', 'toàn'])

/** True if the name of an agency, or a phrase for many agencies, begins at this word. */
export function isUnitAt(passage: Passage, at: number): boolean {
  const words = wordsOf(passage)
  const word = words[at]
  if (!word) return false
  if (knownUnitAt(passage, at)) return true
  if (PLURALS.has(word.lower)) return isPluralAt(passage, words, at)
  const length = phraseAt(passage, words, at, HEADS)
  if (length === 0) return false
  const head = phrase(words, at, length)
  const next = adjacent(passage, words, at + length) ? words[at + length] : undefined
  if (head === 'phòng' && /^(?:chống|cháy)$/.test(words[at + length]?.lower ?? '')) return false
  if (next && (NOT_A_UNIT[head]?.includes(next.lower) ?? false)) {
    if (!(next.capital && word.capital) || head === 'ban' || isShouted(passage, next)) return false
  }
  if (!NEEDS_NAME.has(head)) return true
  if (next) return next.capital || NAME_WORDS.has(next.lower)
  return SHORT_NOUNS.has(head) || COLLECTIVE_NOUNS.has(head)
}

/** The whole word is in capitals, as in a heading, so its first letter has no meaning. */
function isShouted(passage: Passage, word: Word): boolean {
  const printed = passage.text.slice(word.start, word.end)
  return printed.length > 1 && printed === printed.toUpperCase()
}

/** "các bộ", "các cơ quan", "các đồng chí": a plural before a noun for agencies. */
function isPluralAt(passage: Passage, words: readonly Word[], at: number): boolean {
  const length = phraseAt(passage, words, at + 1, NOUNS) || phraseAt(passage, words, at + 1, HEADS)
  if (length === 0) return false
  const head = phrase(words, at + 1, length)
  const next = words[at + 1 + length]
  return !(next && adjacent(passage, words, at + 1 + length) && NOT_A_UNIT[head]?.includes(next.lower) && !next.capital)
}

/** True if a common noun for agencies is here and no proper name follows it: "đơn vị liên quan", "ngành". */
export function isCollectiveAt(passage: Passage, at: number, end: number): boolean {
  const words = wordsOf(passage)
  const length = phraseAt(passage, words, at, NOUNS)
  if (length === 0) return false
  const head = phrase(words, at, length)
  const next = words[at + length]
  if (!next || next.start >= end || !adjacent(passage, words, at + length)) return true
  if (next.capital && !words[at]!.capital) return false
  if (next.capital && next.lower === 'liên' && /^(?:hiệp|đoàn|minh)$/.test(words[at + length + 1]?.lower ?? ''))
    return false
  if (SHORT_NOUNS.has(head)) return QUALIFIERS.has(next.lower) || (NOUNS.has(next.lower) && !next.capital)
  return !next.capital || !words[at]!.capital || QUALIFIERS.has(next.lower)
}

function phrase(words: readonly Word[], at: number, length: number): string {
  let text = words[at]!.lower
  for (let k = 1; k < length; k++) text += ` ${words[at + k]!.lower}`
  return text
}

/** How many words long the order verb at this word is; 0 if there is none or if it belongs to a name before it. */
export function verbAt(passage: Passage, at: number, isFirst: boolean): number {
  const words = wordsOf(passage)
  const word = words[at]
  if (!word) return 0
  const length = phraseAt(passage, words, at, VERBS)
  if (length === 0 || isFirst) return length
  if (word.capital || (adjacent(passage, words, at) && PLURALS.has(words[at - 1]!.lower))) return 0
  const verb = phrase(words, at, length)
  const opener = words[at - 1]
  if (opener?.capital && phraseAt(passage, words, at - 1, VERBS) > 1) return 0
  if (!NAME_VERBS.has(verb)) return /^(?:nhà|chủ)$/.test(words[at - 1]?.lower ?? '') ? 0 : length
  if (adjacent(passage, words, at) && isBinder(words, at - 1) && !(isModal(words, at) && !isNounPair(words, at - 1)))
    return 0
  if (isModal(words, at)) return length
  const next = at + length
  const hasNext = words[next] !== undefined && adjacent(passage, words, next)
  if (hasNext && !NEVER_LAST.has(verb) && isModal(words, next) && !words[next]!.capital) return 0
  if (verb === 'cấp' && /^(?:các|mọi|những|hai|ba|cùng|từng|ngành)$/.test(words[at - 1]!.lower)) return 0
  if (verb === 'cấp' && hasNext && /^(?:tỉnh|xã|huyện|bộ|trên|dưới|cơ|phường|trung|ủy)$/.test(words[next]!.lower))
    return 0
  if (
    verb === 'có' &&
    hasNext &&
    /^(?:liên|chức|thẩm|trụ|trách|đủ|chung|quyền|rừng|đường|biển|tổ)$/.test(words[next]!.lower)
  )
    return 0
  if (verb === 'không' && hasNext && words[next]!.lower === 'chuyên') return 0
  return length
}

/** Verbs that never end a name, so a further verb after them proves nothing. */
const NEVER_LAST = new Set(
  list(
    'chỉ đạo | lập | phát | trình | giao | báo cáo | có | không | cùng | quyết định | xử lý | thu hút | tham gia | phát hành | sắp xếp | soạn thảo | tuyên truyền | tiếp nhận',
  ),
)

/** "cơ quan chủ trì", "đơn vị quản lý": the verb after such a noun specifies which one is meant. */
function isNounPair(words: readonly Word[], at: number): boolean {
  return NAME_BINDERS.has(`${words[at - 1]?.lower} ${words[at]?.lower}`)
}

function isBinder(words: readonly Word[], at: number): boolean {
  if (
    /^(?:xã hội|quốc hội|hải phòng|quốc phòng|bộ đội|quân đội|quân khu)$/.test(
      `${words[at - 1]?.lower} ${words[at]!.lower}`,
    )
  )
    return false
  return NAME_BINDERS.has(words[at]!.lower) || isNounPair(words, at)
}

/** "chủ trì", "phối hợp", "có trách nhiệm" and similar verbs follow a complete name. */
function isModal(words: readonly Word[], at: number): boolean {
  const pair = `${words[at]?.lower} ${words[at + 1]?.lower}`
  return /^(?:chủ trì|phối hợp|có trách|chịu trách|tiếp tục|khẩn trương|chủ động|tăng cường|tập trung|thực hiện|triển khai|tham mưu|hướng dẫn|rà soát|tổ chức|đẩy mạnh|căn cứ|báo cáo)/.test(
    pair,
  )
}

export interface UnitPhrase {
  from: number
  to: number
  /** The phrase runs to the end of the text: the whole line is a name, a heading. */
  whole: boolean
  /** What stopped it: a verb, a colon, another mark or a linking word. */
  stop: 'verb' | 'colon' | 'mark' | 'word' | 'end'
}

/** No list of agencies is longer; anything longer is misread running text. */
const LONGEST_PHRASE = 160

/**
 * The phrase of one or more agencies that begins at `from`, up to the verb that says what they do; null if none begins
 * there. Text in brackets is skipped.
 */
export function unitPhraseAt(passage: Passage, from: number, to: number): UnitPhrase | null {
  const words = wordsOf(passage)
  const first = wordAt(words, from)
  if (!words[first] || words[first]!.start >= to || !isUnitAt(passage, first)) return null
  const start = words[first]!.start
  let depth = 0
  let cursor = start
  /** The word after a name that the office has: the name is complete there. */
  let complete = -1
  for (let at = first; at < Math.min(words.length, first + LONGEST_PHRASE); at++) {
    const word = words[at]!
    if (word.start >= to) break
    for (; cursor < word.start; cursor++) {
      const sign = passage.text.charAt(cursor)
      if (sign === '(') depth++
      else if (sign === ')') depth = Math.max(0, depth - 1)
      else if (depth === 0 && sign === ':') {
        const plural = SHARED_NOUN.test(passage.lower.slice(start, cursor))
        if (plural && isNameAhead(passage, cursor, to)) continue
        return { from: start, to: cursor, whole: false, stop: 'colon' }
      } else if (depth === 0 && (sign === '.' || sign === ';')) {
        if (sign === ';' && isUnitAt(passage, at)) continue
        if (
          sign === '.' &&
          /\p{Lu}|P/u.test(passage.text.charAt(cursor - 1)) &&
          passage.text.charAt(cursor - 2).trim() !== '' &&
          cursor + 1 === word.start
        )
          continue
        return { from: start, to: cursor, whole: false, stop: 'mark' }
      } else if (depth === 0 && sign === ',' && !continuesAfterComma(passage, words, at)) {
        return { from: start, to: cursor, whole: false, stop: 'mark' }
      }
    }
    cursor = word.end
    const known = depth === 0 ? knownUnitAt(passage, at) : null
    if (known) {
      at += known.length - 1
      cursor = words[at]!.end
      complete = at + 1
      continue
    }
    if (depth > 0 || at === first || isInField(passage, words, at)) continue
    const named =
      !LIST_ENDS.has(word.lower) &&
      (at === complete ? isNotContinued(passage, words, at) : isNameComplete(passage, words, at, start))
    if (named || verbAt(passage, at, false) > 0)
      return { from: start, to: trimBack(passage, start, word.start), whole: false, stop: 'verb' }
    if (!word.capital && LIST_ENDS.has(word.lower) && !isInName(passage, words, at)) {
      return { from: start, to: trimBack(passage, start, word.start), whole: false, stop: 'word' }
    }
  }
  const last = wordAt(words, to) - 1
  const reached = last - first < LONGEST_PHRASE
  return reached ? { from: start, to: Math.min(to, passage.text.length), whole: true, stop: 'end' } : null
}

const FIELD_WORDS = lexicon(CAPITAL_FIELDS)
const LONGEST_FIELD = 8

/** The word is inside the name of a field that begins with a capital: "tạo" in "Bộ Giáo dục và Đào tạo". */
function isInField(passage: Passage, words: readonly Word[], at: number): boolean {
  for (let from = at - 1; from >= 0 && from > at - LONGEST_FIELD; from--) {
    if (words[from]!.capital && from + phraseAt(passage, words, from, FIELD_WORDS) > at) return true
  }
  return false
}

/** Names that no word in lower case continues: the text after them is the action, with any verb. */
const COMPLETE = new RegExp(
  `(?:^|\\s)(?:liên quan|trực thuộc trung ương|(?:bộ|sở) (?:${DEPARTMENT_FIELDS.join('|')})|văn phòng chính phủ|ngân hàng nhà nước(?: việt nam)?|thanh tra chính phủ|kiểm toán nhà nước|thông tấn xã việt nam|đài (?:truyền hình|tiếng nói) việt nam|bảo hiểm xã hội việt nam)$`,
  'u',
)
const CONTINUES_NAME = new Set(
  list(
    'và | của | thuộc | khác | đến | tới | tỉnh | thành | các | tại | trên | ở | cấp | trực | khu | thực | vùng | việt',
  ),
)

/** This word cannot continue a complete name: it is in lower case and neither joins nor specifies. */
function isNotContinued(passage: Passage, words: readonly Word[], at: number): boolean {
  const word = words[at]!
  if (word.capital || !adjacent(passage, words, at)) return false
  return (
    !CONTINUES_NAME.has(word.lower) ||
    /^(?:thực hiện|thực thi|trực (?!thuộc))/.test(passage.lower.slice(word.start, word.start + 10))
  )
}

function isNameComplete(passage: Passage, words: readonly Word[], at: number, start: number): boolean {
  if (!isNotContinued(passage, words, at)) return false
  const end = words[at - 1]!.end
  return COMPLETE.test(passage.lower.slice(Math.max(start, end - 60), end))
}

/** A plural that names follow: "các Bộ", "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố". */
const SHARED_NOUN =
  /(?:^|\s)(?:các|những)\s(?:bộ trưởng|bộ|sở|ban|cục|vụ|phòng|tổng cục|tập đoàn|tổng công ty|tỉnh(?:(?:, | và )thành phố)?(?: trực thuộc trung ương)?|thành phố|huyện|xã|phường|quận|trường|viện)$/

/** "Các Bộ: Tài chính, Công an": after the colon of a plural come capital letters, not a verb. */
function isNameAhead(passage: Passage, colon: number, to: number): boolean {
  const words = wordsOf(passage)
  const at = wordAt(words, colon)
  const word = words[at]
  return word !== undefined && word.start < to && word.capital && verbAsName(passage, at)
}

/** A capitalised word after "Các Bộ:" is a name unless it begins a sentence with a verb ("Các sở: Tổ chức …"). */
function verbAsName(passage: Passage, at: number): boolean {
  const words = wordsOf(passage)
  const length = phraseAt(passage, words, at, VERBS)
  if (length === 0 || phraseAt(passage, words, at, FIELD_WORDS) > length) return true
  const after = passage.text.charAt(words[at + length - 1]!.end)
  return after === ',' || after === ';'
}

/** After a comma the list continues with another agency, a common noun or a capital of the same name. */
function continuesAfterComma(passage: Passage, words: readonly Word[], at: number): boolean {
  const word = words[at]!
  if (verbAt(passage, at, false) > 0 && !isUnitAt(passage, at)) return false
  if (isUnitAt(passage, at)) return true
  if (phraseAt(passage, words, at, NOUNS) > 0) return true
  return word.capital || !LIST_ENDS.has(word.lower)
}

function isInName(passage: Passage, words: readonly Word[], at: number): boolean {
  const word = words[at]!.lower
  const before = words[at - 1]?.lower ?? ''
  const next = words[at + 1]?.lower ?? ''
  if (word === 'trong') return false
  if (word === 'về') return /^(?:đạo|gia|ban|công|môn)$/.test(before) && adjacent(passage, words, at)
  if (word === 'làm') return false
  return word === 'từ' && next === 'thiện'
}

/** Drops space and punctuation before a verb. */
function trimBack(passage: Passage, from: number, to: number): number {
  let end = to
  while (end > from && /[\s,;:–-]/.test(passage.text.charAt(end - 1))) end--
  return end
}
