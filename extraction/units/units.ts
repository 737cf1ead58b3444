import { knownUnitAt } from '../language/known-units.ts'
import { unitsLike } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import { list } from '../language/vocabulary.ts'
import {
  adjacent,
  hasPhrase,
  isOneOf,
  lexicon,
  longestAt,
  type Phrase,
  phraseAt,
  type Word,
  wordAt,
  wordList,
  wordsOf,
} from '../language/words.ts'
import { OPENING_VERBS, RESCUING_VERBS } from './everyday-verbs.ts'
import { fieldNameAt } from './fields.ts'
import { isInVerb, isTeamAt, isWorkOfBody } from './founded.ts'
import { isNetworkAt, isWithinRelative, NETWORKS, OBLIGED, ROUTINES, TRADES } from './groups.ts'
import { COLLECTIVE_NOUNS, NAME_WORDS, NOT_A_UNIT, PLACE_NOUNS, QUALIFIERS, TRAITS, traitsOf } from './heads.ts'
import {
  fieldAt,
  HEADS,
  hasAction,
  isBinder,
  isDeed,
  isInCompound,
  isInField,
  isNameComplete,
  isNotContinued,
  isNounPair,
  isOfNotation,
  isOrganising,
  isVerbOfName,
  type Name,
  nameAt,
  opensCompound,
  PLURALS,
  phraseText,
  VERBS,
} from './names.ts'
import { isMember, isOrganisation } from './organisation.ts'
import { hasDuty, isInCharge, isInName, isModal, isOffice, isPassive, isRole, isScope, NEVER_LAST } from './turns.ts'
import { LIST_ENDS, NAME_VERBS } from './verbs.ts'

const NOUNS = lexicon([...COLLECTIVE_NOUNS], traitsOf)
const OPENINGS = lexicon(OPENING_VERBS)

/** True if the name of an agency, or a phrase for many agencies, begins at this word. */
export function isUnitAt(passage: Passage, at: number): boolean {
  const words = wordsOf(passage)
  const word = words[at]
  if (!word || isOfNotation(passage, word)) return false
  if (knownUnitAt(passage, at)) return !isDateLine(passage, word) && !isOfLevel(words, at)
  if (isOneOf(word, PLURALS)) return isPluralAt(passage, words, at)
  if (word.lower === 'đ') return isComradeAt(passage, words, at)
  const found = longestAt(words, at, HEADS)
  if (!found) return false
  return found.traits === 0 || isNamedAt(passage, words, at, found)
}

/** The same for a head of which the lists say something. */
function isNamedAt(passage: Passage, words: readonly Word[], at: number, found: Phrase): boolean {
  const { text: head, traits } = found
  const length = found.words.length
  const word = words[at]!
  const next = adjacent(words, at + length) ? words[at + length] : undefined
  if (traits & TRAITS.special) {
    if (head === 'phòng' && /^(?:chống|cháy)$/.test(words[at + length]?.lower ?? '')) return false
    // "Thống kê tỉnh" is an office; "thống kê tài sản", "thống kê các hộ" is what one does.
    if (head === 'thống kê')
      return next !== undefined && (next.capital || PLACE_NOUNS.has(next.lower) || next.lower === 'thành')
    const organisation = head === 'tổ chức' ? isOrganisation(passage, words, at) : null
    if (organisation !== null) return organisation
  }
  if (next && traits & TRAITS.ambiguous && hasPhrase(words, at, NO_UNITS, length + 1)) {
    if (!(next.capital && word.capital) || head === 'ban' || head === 'chủ tịch' || isShouted(passage, next))
      return false
  }
  if (traits & TRAITS.needsCapital) return next?.capital === true && !isDateLine(passage, next)
  if (!(traits & TRAITS.needsName)) return true
  if (next && head === 'doanh nghiệp' && phraseAt(words, at + length, TRADES) > 0) return true
  if (next) return next.capital || isOneOf(next, NAME_WORDS) || isTeamAt(passage, words, at + length, head)
  return (traits & (TRAITS.short | TRAITS.collective)) !== 0
}

/** Heads with the words after them that show that they are no agency: "ban hành". */
const NO_UNITS = lexicon(Object.entries(NOT_A_UNIT).flatMap(([head, words]) => words.map((word) => `${head} ${word}`)))

/** "Ban Quản lý khu kinh tế tỉnh Đồng Tháp": a place that the office knows is here a part of the name. */
function isOfLevel(words: readonly Word[], at: number): boolean {
  return at > 0 && adjacent(words, at) && /^(?:tỉnh|phố|huyện|xã|phường|trấn|khu)$/.test(words[at - 1]!.lower)
}

/** A name that the office has for a place alone: "Đồng Nai" of "Ủy ban nhân dân tỉnh Đồng Nai". */
export function isPlaceAt(passage: Passage, at: number): boolean {
  const known = knownUnitAt(passage, at)
  if (!known) return false
  const printed = phraseText(wordsOf(passage), at, known.length)
  return known.name.length > printed.length && known.name.toLowerCase().endsWith(` ${printed}`)
}

/** "đ/c Trưởng Công an xã", "Đ/c Nguyễn Văn Mẫu": short for "đồng chí". */
function isComradeAt(passage: Passage, words: readonly Word[], at: number): boolean {
  const named = words[at + 2]
  return (
    named !== undefined &&
    passage.lower.startsWith('đ/c ', words[at]!.start) &&
    (named.capital || isUnitAt(passage, at + 2))
  )
}

/** "Thành phố Sông Mẫu, ngày …": the place where a document was signed. */
function isDateLine(passage: Passage, { start }: Word): boolean {
  return /^[\p{L} ]{2,30}, ?ngày /u.test(passage.lower.slice(start, start + 40))
}

/** The whole word is in capitals, as in a heading, so its first letter has no meaning. */
function isShouted(passage: Passage, word: Word): boolean {
  const printed = passage.text.slice(word.start, word.end)
  return printed.length > 1 && printed === printed.toUpperCase()
}

/** "các bộ", "các cơ quan", "các đồng chí": a plural before a noun for agencies. */
function isPluralAt(passage: Passage, words: readonly Word[], at: number): boolean {
  const length = phraseAt(words, at + 1, NOUNS) || phraseAt(words, at + 1, HEADS)
  if (length === 0) {
    // "Các chi, đảng bộ": branches and committees of the Party.
    if (words[at + 1]?.lower === 'chi') return passage.lower.startsWith('chi, đảng bộ', words[at + 1]!.start)
    return words[at + 1]?.lower === 'đ' && isComradeAt(passage, words, at + 1)
  }
  const head = phraseText(words, at + 1, length)
  const next = words[at + 1 + length]
  // After a plural "tổ chức" is always the noun.
  if (head === 'tổ chức') return true
  return !(next && !next.capital && hasPhrase(words, at + 1, NO_UNITS, length + 1))
}

/** True if a common noun for agencies is here and no proper name follows it: "đơn vị liên quan", "ngành". */
export function isCollectiveAt(passage: Passage, at: number, end: number): boolean {
  const words = wordsOf(passage)
  const found = longestAt(words, at, NOUNS)
  if (!found) return false
  const head = found.text
  const length = found.words.length
  const next = words[at + length]
  if (
    next &&
    found.traits & TRAITS.ambiguous &&
    next.start < end &&
    NOT_A_UNIT[head]?.includes(next.lower) &&
    !isMember(words, at + length)
  )
    return false
  if (next && head === 'phòng' && /^(?:chống|cháy)$/.test(next.lower)) return false
  if (!next || next.start >= end || !adjacent(words, at + length)) return true
  if (next.capital && !words[at]!.capital) return STATE_WIDE.test(passage.lower.slice(next.start, next.start + 14))
  if (next.capital && next.lower === 'liên' && /^(?:hiệp|đoàn|minh)$/.test(words[at + length + 1]?.lower ?? ''))
    return false
  if (words[at]!.capital && OF_COMMITTEE.test(passage.lower.slice(next.start, next.start + 10))) return false
  if (found.traits & TRAITS.short)
    return (
      isOneOf(next, QUALIFIERS) ||
      (next.lower === 'nhà' && /^(?:tập đoàn|tổng công ty|công ty)$/.test(head)) ||
      (!next.capital && phraseAt(words, at + length, NOUNS) > 0)
    )
  return !next.capital || !words[at]!.capital || isOneOf(next, QUALIFIERS)
}

/** "Văn phòng Tỉnh ủy": the one office of a Party committee. */
const OF_COMMITTEE = /^(?:tỉnh|thành|huyện|đảng|xã|phường) (?:ủy|uỷ)(?!\p{L})/u

/** "cơ quan Trung ương", "đơn vị Thành phố liên quan": not one agency but those of a branch. */
const STATE_WIDE = /^(?:trung ương|nhà nước|đảng|quốc hội|chính phủ|(?:thành phố|tỉnh) (?:liên|có))/

/** How many words long the order verb at this word is; 0 if there is none or if it belongs to a name before it. */
export function verbAt(passage: Passage, at: number, isFirst: boolean, name: Name | null = null): number {
  const words = wordsOf(passage)
  const word = words[at]
  if (!word) return 0
  const length = phraseAt(words, at, VERBS)
  if (isFirst) return length || phraseAt(words, at, OPENINGS)
  if (length === 0) return 0
  if (word.lower === 'nêu' && /^nêu (?:trên|tại|ở)/.test(passage.lower.slice(word.start, word.start + 8))) return 0
  if (words[at - 1]?.lower === 'được' && adjacent(words, at)) return 0
  if (/^(?:quản|phụ|theo)$/.test(word.lower) && isScope(words, at)) return 0
  if (word.capital) return 0
  if (adjacent(words, at) && isOneOf(words[at - 1]!, PLURALS) && !isInCompound(words, at - 1)) return 0
  if (isOffice(passage, words, at)) return 0
  const verb = phraseText(words, at, length)
  if (verb === 'quản lý' && OF_A_BRANCH.test(passage.lower.slice(words[at - 1]?.start ?? word.start, word.end + 20)))
    return 0
  if (hasDuty(words, at, name)) return length
  if (name && (isVerbOfName(passage, words, at, length, name) || isWorkOfBody(passage, words, at, length, name)))
    return 0
  if (isInVerb(words, at)) return 0
  if (verb === 'phối hợp' && words[at + 2]?.lower === 'với') return length
  if (passage.text[word.start - 2] === ')') return length
  if (!NAME_VERBS.has(verb)) return /^(?:nhà|chủ)$/.test(words[at - 1]?.lower ?? '') ? 0 : length
  if (
    adjacent(words, at) &&
    isBinder(words, at - 1, name) &&
    !isOrganising(words, at) &&
    !isDeed(passage, words, at, verb) &&
    !(isModal(words, at) && !isNounPair(words, at - 1))
  )
    return 0
  if (isModal(words, at)) return length
  const next = at + length
  const hasNext = words[next] !== undefined && adjacent(words, next)
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
  if (verb === 'có' && hasNext && isRelative(passage, words, at)) return 0
  if (verb === 'không' && hasNext && words[next]!.lower === 'chuyên') return 0
  return length
}

/** "Bộ quản lý chuyên ngành", "các sở quản lý ngành": which of them is meant. */
const OF_A_BRANCH = /^(?:bộ|sở) quản lý (?:chuyên )?ngành(?!\p{L})/u

/** "Các địa phương có biên giới tăng cường …": what they have says which ones are meant; the action comes after it. */
function isRelative(passage: Passage, words: readonly Word[], at: number): boolean {
  const after = passage.lower.slice(words[at]!.start, words[at]!.start + 16)
  return (
    !words[at - 1]!.capital &&
    !/^có (?:biện|giải|kế|phương|văn|hướng|cơ chế|chính sách|hình|ý|báo)/.test(after) &&
    hasAction(passage, words, at + 2)
  )
}

/** The point in "1.500". */
const THOUSANDS = /^\d\.\d$/

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
  const isMany = isOneOf(words[first]!, PLURALS)
  let name = nameAt(words, first)
  for (let at = first; at < Math.min(words.length, first + LONGEST_PHRASE); at++) {
    const word = words[at]!
    if (word.start >= to) break
    if (word.joined) cursor = word.start
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
        if (sign === '.' && THOUSANDS.test(passage.text.slice(cursor - 1, cursor + 2))) continue
        if (
          sign === '.' &&
          /\p{Lu}|P/u.test(passage.text.charAt(cursor - 1)) &&
          passage.text.charAt(cursor - 2).trim() !== '' &&
          cursor + 1 === word.start
        )
          continue
        return { from: start, to: cursor, whole: false, stop: 'mark' }
      } else if (
        depth === 0 &&
        sign === ',' &&
        !fieldNameAt(passage, cursor) &&
        !continuesAfterComma(passage, words, at, name) &&
        tradeEnd(passage, words, at, name, to) === at
      ) {
        return { from: start, to: cursor, whole: false, stop: 'mark' }
      }
    }
    cursor = word.end
    const known = depth === 0 ? knownUnitAt(passage, at) : null
    if (known) {
      name = nameAt(words, at)
      const end = at + known.length
      // A head alone ("Tổ công tác") is also the beginning of longer names.
      if (name.field < end) complete = end
      at = end - 1
      cursor = words[at]!.end
      continue
    }
    if (depth > 0) continue
    if (at === first) continue
    if (isNetworkAt(passage, at)) {
      at += phraseAt(words, at, NETWORKS) - 1
      cursor = words[at]!.end
      complete = at + 1
      continue
    }
    const described = relativeEnd(words, at, first)
    if (described > at) {
      at = described - 1
      cursor = words[at]!.end
      continue
    }
    const named =
      word.lower === 'được'
        ? !isMany && isPassive(passage, words, at) && !isCollectiveAt(passage, name.at, to)
        : !isOneOf(word, LIST_ENDS) &&
          (at === complete ? isNotContinued(passage, words, at) : isNameComplete(passage, words, at, start))
    if (named) return { from: start, to: trimBack(passage, start, word.start), whole: false, stop: 'verb' }
    if (beginsName(passage, words, at) && isUnitAt(passage, at)) name = nameAt(words, at)
    if (at < name.field) continue
    if (isInField(words, at)) continue
    if (!adjacent(words, at) && isUnitAt(passage, at) && isCollectiveAt(passage, at, to)) continue
    if (fieldNameAt(passage, word.start + 1) && passage.text.charAt(word.start - 2) === ',') continue
    if (verbAt(passage, at, false, name) > 0 || isInCharge(passage, words, at)) {
      const trade = tradeEnd(passage, words, at, name, to)
      if (trade > at) {
        at = trade - 1
        cursor = words[at]!.end
        continue
      }
      return { from: start, to: trimBack(passage, start, word.start), whole: false, stop: 'verb' }
    }
    if (!word.capital && (isOneOf(word, LIST_ENDS) || isRole(words, at)) && !isInName(passage, words, at, name)) {
      return { from: start, to: trimBack(passage, start, word.start), whole: false, stop: 'word' }
    }
  }
  const last = wordAt(words, to) - 1
  const reached = last - first < LONGEST_PHRASE
  return reached ? { from: start, to: Math.min(to, passage.text.length), whole: true, stop: 'end' } : null
}

/** The verb of a sentence that shows no other is looked for in so many words after the head. */
const LONGEST_SUBJECT = 14
const RESCUES = lexicon(RESCUING_VERBS)

/**
 * The subject of a sentence in which no verb was sure: "Trung tâm A lấy 1.500 mẫu nước.", "Các đơn vị giảm 20% điện."; null
 * if no common verb ends it.
 */
export function rescuedSubject(passage: Passage, phrase: UnitPhrase): UnitPhrase | null {
  const words = wordsOf(passage)
  const first = wordAt(words, phrase.from)
  for (let at = first + 2; at < first + LONGEST_SUBJECT && words[at] && words[at]!.start < phrase.to; at++) {
    if (words[at]!.capital || !adjacent(words, at) || isOneOf(words[at - 1]!, PLURALS)) continue
    if (phraseAt(words, at, RESCUES) === 0 || isInCompound(words, at)) continue
    if (opensCompound(passage, words, at - 1)) continue
    return { from: phrase.from, to: trimBack(passage, phrase.from, words[at]!.start), whole: false, stop: 'verb' }
  }
  return null
}

/** What an owner or builder does says which one is meant no farther than this. */
const LONGEST_RELATIVE = 8
const BUILDERS = /^(?:nhà thầu|chủ đầu tư|nhà đầu tư|dự án|công trình|đơn vị|cơ quan)$/

/** First words of what they do. */
const DESCRIBED_BY = wordList(list('đang | thi | thiết | giám | tư | bảo'))

/**
 * "Chủ đầu tư các dự án đang thi công khẩn trương …", "nhà thầu thi công, …": where the words end that only say which
 * ones are meant, or `at` if none begin here. After them comes a sign or a verb that is never part of a name.
 */
function relativeEnd(words: readonly Word[], at: number, first: number): number {
  if (!isOneOf(words[at]!, DESCRIBED_BY)) return at
  const isNow = words[at]!.lower === 'đang'
  if (!adjacent(words, at) || !BUILDERS.test(phraseText(words, at - 2, 2)) || at - 2 < first) return at
  let next = at + (isNow ? 1 : 0)
  let verbs = 0
  for (; next < at + LONGEST_RELATIVE && words[next]; next++) {
    if (next > at && (!adjacent(words, next) || isOneOf(words[next]!, LIST_ENDS))) return verbs > 0 ? next : at
    const length = phraseAt(words, next, VERBS)
    if (length === 0) continue
    if (!NAME_VERBS.has(phraseText(words, next, length))) {
      if (verbs > 0) return next
      if (!isNow) return at
    }
    verbs++
    next += length - 1
  }
  return at
}

/** What a group has or does says which one is meant no farther than this. */
const LONGEST_TRADE = 24
/**
 * "Các hộ nuôi cá trên sông có trách nhiệm …", "Các xã có nông sản xuất khẩu qua biên giới thường xuyên …": where the words
 * end that only say which of a group are meant, or `at` if the verb here is what they must do. The duty itself must follow.
 */
function tradeEnd(passage: Passage, words: readonly Word[], at: number, name: Name, to: number): number {
  if (words[at]!.capital || OBLIGED.test(phraseText(words, at, 2)) || ROUTINES.test(phraseText(words, at, 2))) return at
  const length = phraseAt(words, at, TRADES)
  const within = isWithinRelative(words, at - 1, name)
  if ((length === 0 || !adjacent(words, at)) && within !== 'given') return at
  for (let k = name.at; k < at; k++) if (words[k]!.capital && k > name.at && !within) return at
  if (!within && !isCollectiveAt(passage, name.at, to) && !isOneOf(words[name.at]!, PLURALS)) return at
  // "Các hộ nuôi cá trên sông:": a heading, unless a verb that is no trade comes before its colon.
  let isHeading = /[^u]:\s*$/.test(passage.plain.slice(to - 6, to)) && words.length - at < LONGEST_TRADE
  for (let next = at + Math.max(1, length); next < at + LONGEST_TRADE && words[next]; next++) {
    const gap = adjacent(words, next) ? ' ' : passage.text.slice(words[next - 1]!.end, words[next]!.start)
    if (gap !== ' ' && /[.;:()]/.test(gap)) return at
    if (OBLIGED.test(phraseText(words, next, 2)) || words[next]!.lower === 'phải')
      return gap === ' ' && !/^(?:và|không|cần)$/.test(words[next - 1]!.lower) && !isUnitAt(passage, next - 1)
        ? next
        : at
    if (isUnitAt(passage, next) && !within) return at
    if (within && ROUTINES.test(phraseText(words, next, 2))) return next
    const verb = phraseAt(words, next, VERBS)
    if (verb > 0 && phraseAt(words, next, TRADES) === 0) isHeading = false
  }
  return isHeading ? wordAt(words, to) : at
}

const BEFORE_NAME = wordList(list('và | với | cùng | của | thuộc | giao | tại'))

/** A head inside a phrase begins a name only after a sign or a linking word, or with a capital of its own. */
function beginsName(passage: Passage, words: readonly Word[], at: number): boolean {
  if (words[at - 1]!.lower === 'thuộc' && words[at - 2]?.lower === 'trực') return words[at]!.capital
  if (!adjacent(words, at) || isOneOf(words[at - 1]!, BEFORE_NAME) || isOneOf(words[at]!, PLURALS)) return true
  return words[at]!.capital && !opensCompound(passage, words, at - 1)
}

/** A plural that names follow: "các Bộ", "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố". */
const SHARED_NOUN =
  /(?:^|\s)(?:các|những|\d{1,2})\s(?:bộ trưởng|(?:bộ|sở)(?:, ban)?, ngành|bộ|sở|ban|cục|vụ|phòng|tổng cục|tập đoàn|tổng công ty|tỉnh(?:(?:, | và )thành phố)?(?: trực thuộc trung ương)?|thành phố|huyện|xã|phường|quận|trường|viện|thôn|bản|ấp|xóm|khu phố|tổ dân phố|khu dân cư)$/

/** "Các Bộ: Tài chính, Công an": after the colon of a plural come capital letters, not a verb. */
function isNameAhead(passage: Passage, colon: number, to: number): boolean {
  const words = wordsOf(passage)
  const at = wordAt(words, colon)
  const word = words[at]
  if (!word || word.start >= to) return false
  return word.capital ? verbAsName(passage, at) : NUMBERED.test(passage.text.slice(word.start, word.start + 8))
}

/** "các tổ dân phố: 1, 2 và 3": places with numbers as names. */
const NUMBERED = /^\d{1,2}(?:,| và) /

/** A capitalised word after "Các Bộ:" is a name unless it begins a sentence with a verb ("Các sở: Tổ chức …"). */
function verbAsName(passage: Passage, at: number): boolean {
  const words = wordsOf(passage)
  const length = phraseAt(words, at, VERBS)
  if (length === 0 || fieldAt(words, at) > length) return true
  const after = passage.text.charAt(words[at + length - 1]!.end)
  return after === ',' || after === ';'
}

/** "…, nhất là các xã ven sông": an example of what was named, not another agency. */
const ASIDE = /^(?:nhất là|đặc biệt|trong đó|kể cả|bao gồm|cụ thể|gồm |với (?:vai|tư|trách|chức) )/

const ASIDES = wordList(list('nhất | đặc | trong | kể | bao | cụ | gồm | với'))

/** After a comma the list continues with another agency, a common noun or a capital of the same name. */
function continuesAfterComma(passage: Passage, words: readonly Word[], at: number, name: Name): boolean {
  const word = words[at]!
  if (isOneOf(word, ASIDES) && ASIDE.test(passage.lower.slice(word.start, word.start + 12))) return false
  if (verbAt(passage, at, false, name) > 0 && !isUnitAt(passage, at)) return false
  if (isUnitAt(passage, at)) return true
  if (phraseAt(words, at, NOUNS) > 0) return true
  return word.capital || !isOneOf(word, LIST_ENDS)
}

const isSign = unitsLike(/[\s,;:–-]/)

/** Of the verb, not of the name before it: "các đơn vị không khai thác", "Đoàn kiểm tra tự giải thể". */
const BEFORE_VERB = /(?<!hàng|phòng),? (?:đồng thời|không|tự|chưa|đều|luôn|cũng|có thể)$/u

/** Drops space, punctuation and what denies or turns the verb before it. */
function trimBack(passage: Passage, from: number, to: number): number {
  let end = to
  while (end > from && isSign(passage.text.charCodeAt(end - 1))) end--
  const turned = BEFORE_VERB.exec(passage.text.slice(Math.max(from, end - 12), end))
  return turned && end - turned[0].length > from ? end - turned[0].length : end
}
