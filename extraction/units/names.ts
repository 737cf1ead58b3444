import { isDigit } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import { isSyllable } from '../language/syllable.ts'
import { list } from '../language/vocabulary.ts'
import { adjacent, hasPhrase, isOneOf, lexicon, opensPhrase, phraseAt, type Word, wordList } from '../language/words.ts'
import { CAPITAL_FIELDS, DEPARTMENT_FIELDS, fieldNameAt } from './fields.ts'
import { EVENTS, traitsOf, UNIT_HEADS } from './heads.ts'
import {
  BODY_WORK,
  COMPOUNDS,
  CONTINUES_NAME,
  LIST_ENDS,
  NAME_BINDERS,
  NAME_VERBS,
  OBJECT_VERBS,
  ORDER_VERBS,
  PURPOSE_HEADS,
  SINGLE_NAMES,
} from './verbs.ts'

/**
 * The grammar of names. A name is a head ("Cục", "Ủy ban nhân dân"), then a field or a place. Verbs occur in fields
 * ("Cục Quản lý, giám sát bảo hiểm"), so where a name ends is decided by whether it is complete before the verb.
 */

export const HEADS = lexicon(UNIT_HEADS, traitsOf)
export const VERBS = lexicon(ORDER_VERBS)
/** Verbs of two syllables, of which the second may be a verb of its own: "di dời", "tháo gỡ". */
const PAIRED_VERBS = lexicon(ORDER_VERBS.filter((verb) => /^\S+ \S+$/.test(verb)))
export const WORK = lexicon(BODY_WORK)
const COMPOUND_PAIRS = lexicon([...COMPOUNDS])
const FIELD_WORDS = lexicon(CAPITAL_FIELDS)
const LONGEST_FIELD = 8
const PURPOSES = lexicon([...PURPOSE_HEADS])
const LONGEST_PURPOSE = 5

/** The name that a word may belong to: its first word, and the first word after its head. */
export interface Name {
  at: number
  field: number
}

export function nameAt(words: readonly Word[], at: number): Name {
  return { at, field: at + Math.max(1, phraseAt(words, at, HEADS)) }
}

export function phraseText(words: readonly Word[], at: number, length: number): string {
  let text = words[at]?.lower ?? ''
  for (let k = 1; k < length; k++) text += ` ${words[at + k]?.lower ?? ''}`
  return text
}

/** The word is inside the name of a field that begins with a capital: "tạo" in "Bộ Giáo dục và Đào tạo". */
export function isInField(words: readonly Word[], at: number): boolean {
  for (let from = at - 1; from >= 0 && from > at - LONGEST_FIELD; from--) {
    if (!opensPhrase(words[from]!, FIELD_WORDS)) continue
    if (from + fieldAt(words, from) <= at) continue
    if (words[from]!.capital || isAfterObjectVerb(words, from)) return true
  }
  return false
}

/** "đầu tư xây dựng" in "Cục Quản lý đầu tư xây dựng": the field is the object of a verb in capitals. */
function isAfterObjectVerb(words: readonly Word[], at: number): boolean {
  if (!adjacent(words, at)) return false
  const pair = `${words[at - 2]?.lower} ${words[at - 1]?.lower}`
  if (words[at - 2]?.capital && adjacent(words, at - 1) && OBJECT_VERBS.has(pair)) return true
  return pair === 'dự án' && words[at - 4]?.capital === true
}

export function fieldAt(words: readonly Word[], at: number): number {
  return phraseAt(words, at, FIELD_WORDS)
}

/** A verb of one syllable is part of a compound with the syllable before or after it: "hàng không", "giao thông". */
export function isInCompound(words: readonly Word[], at: number): boolean {
  return (
    hasPhrase(words, at - 1, COMPOUND_PAIRS, 2) ||
    hasPhrase(words, at, COMPOUND_PAIRS, 2) ||
    hasPhrase(words, at - 1, PAIRED_VERBS, 2)
  )
}

/** Words in capitals such as "TNHH" and "HĐND": whole names, not the first syllable of one. */
function isAbbreviation(passage: Passage, { start, end }: Word): boolean {
  const printed = passage.text.slice(start, end)
  return printed.length > 1 && printed === printed.toUpperCase()
}

const DASH = 45

/** "1883/QĐ- UBND": a notation that the end of a line broke names no one. */
export function isOfNotation({ text }: Passage, { start }: Word): boolean {
  return (
    start > 1 &&
    text.charCodeAt(start - 2) === DASH &&
    /\/\p{Lu}[\p{L}\d]{0,6}-$/u.test(text.slice(Math.max(0, start - 10), start - 1))
  )
}

/**
 * "Đăng" in "Cục Đăng kiểm": a capital opens a compound, whose next syllable is in lower case. Capitals in a row are a
 * proper name ("Lào Cai"), as is a capital after the noun of a place ("xã Mẫu").
 */
export function opensCompound(passage: Passage, words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word?.capital || isAbbreviation(passage, word) || SINGLE_NAMES.has(word.lower)) return false
  if (!isSyllable(word.lower) || ROMAN.test(passage.text.slice(word.start, word.end))) return false
  return !isProperEnd(passage, words, at)
}

const ROMAN = /^[IVX]+$/
const LEVELS = wordList(list('tỉnh | huyện | quận | xã | phường | thôn | bản | ấp | phố | trấn | miền | phía | vùng'))

/** A proper name ends with this word: two capitals outside the head, or one after the noun of a place. */
function isProperEnd(passage: Passage, words: readonly Word[], at: number): boolean {
  const word = words[at]!
  const before = words[at - 1]
  if (!before || !adjacent(words, at)) return false
  if (word.capital && before.capital && fieldAt(words, at - 1) === 2) return true
  const isLevel = isOneOf(before, LEVELS) && words[at - 2]?.lower !== 'tác' && !isInCompound(words, at - 1)
  if (isLevel && (word.capital || /^\d+$/.test(word.lower))) return !isInHead(words, at)
  if (!word.capital || !before.capital) return false
  if (isOneOf(before, NO_PROPER_NAME) || isAbbreviation(passage, before)) return false
  return !isInHead(words, at - 1) && (!isInHead(words, at) || phraseAt(words, at, HEADS) === 1)
}

/** Words whose capital begins no proper name: the next word is another noun ("Khu Kinh tế", "Phó Giám đốc"). */
const NO_PROPER_NAME = wordList(list('phó | tổng | trưởng | chánh | các | khu | cụm | quỹ | phòng'))

const LONGEST_HEAD = 4

/** The word is part of a head: "Sở" in "Giám đốc Sở". */
function isInHead(words: readonly Word[], at: number): boolean {
  for (let from = at; from >= 0 && from > at - LONGEST_HEAD; from--) {
    if (from + phraseAt(words, from, HEADS) > at) return true
  }
  return false
}

/** Names that no word in lower case continues: the text after them is the action, with any verb. */
const COMPLETE = new RegExp(
  `(?:^|\\s)(?:liên quan|trực thuộc trung ương|(?:bộ|sở) (?:${DEPARTMENT_FIELDS.join('|')})|văn phòng chính phủ|ngân hàng nhà nước(?: việt nam)?|(?:vụ|phòng|ban) (?:pháp chế|tổ chức cán bộ|hợp tác quốc tế|kế hoạch ?(?:-|–|,|và) ?tài chính)|văn phòng bộ|thanh tra chính phủ|kiểm toán nhà nước|thông tấn xã việt nam|đài (?:truyền hình|tiếng nói) việt nam|bảo hiểm xã hội việt nam|(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|công an|tòa án nhân dân|viện kiểm sát nhân dân|bộ chỉ huy quân sự|mặt trận tổ quốc việt nam|thanh tra) (?:cấp )?(?:tỉnh|thành phố|huyện|xã|phường))$`,
  'u',
)

/** Nouns with which "công" means what is public: "hành chính công", "dịch vụ công". */
const PUBLIC = /^(?:hành chính|dịch vụ|đầu tư|tài sản|tài chính|sự nghiệp)$/
/** The last words of these names: only behind one of them the name is looked for. */
const LAST_WORDS = wordList(COMPLETE.source.match(/\p{L}{2,}(?![\p{L} ])/gu)!)

/** Words that continue a name, but not before these others. */
const ENDS_NAME =
  /^(?:thực hiện|thực thi|trực (?!thuộc|tiếp)|có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|trong|tại|với|trên cơ sở)/
const MAY_END = wordList(list('thực | trực | có | chịu | trong | tại | với | trên'))

/** This word cannot continue a complete name: it is in lower case and neither joins nor specifies. */
export function isNotContinued(passage: Passage, words: readonly Word[], at: number): boolean {
  const word = words[at]!
  if (word.capital || !adjacent(words, at) || isDigit(word.lower.charCodeAt(0))) return false
  if (word.lower === 'công' && PUBLIC.test(phraseText(words, at - 2, 2))) return false
  // "Phó Chủ tịch UBND xã phụ trách kinh tế chỉ đạo …": the charge is part of the post if an action follows.
  if (word.lower === 'phụ' && words[at + 1]?.lower === 'trách')
    return !adjacent(words, at + 2) || !hasAction(passage, words, at + 2, false)
  // "Viện KSND tối cao"; "tối thiểu" begins something else.
  if (word.lower === 'tối') return words[at + 1]?.lower !== 'cao'
  if (!isOneOf(word, CONTINUES_NAME)) return true
  return isOneOf(word, MAY_END) && ENDS_NAME.test(passage.lower.slice(word.start, word.start + 16))
}

/** The name that ends before this word is complete, so the word begins something else, whatever it is. */
export function isNameComplete(passage: Passage, words: readonly Word[], at: number, start: number): boolean {
  if (!isNotContinued(passage, words, at)) return false
  if (words[at - 2] && words[at - 2]!.start >= start && isProperEnd(passage, words, at - 1)) return true
  if (endsWithLevel(words, at, start) || endsWithLetters(passage, words, at, start)) return true
  if (!isOneOf(words[at - 1]!, LAST_WORDS)) return false
  const end = words[at - 1]!.end
  return COMPLETE.test(passage.lower.slice(Math.max(start, end - 60), end))
}

const FEWEST_LETTERS = 3
/** Words that specify the field behind an abbreviation: "Ban QLDA đầu tư", "Trung tâm CNTT quốc gia". */
const OF_LETTERS = /^(?:dự|đầu|quốc|công|giao|nông|dân|thành|số|ngành|trọng)$/

/** "Đội QLLĐ soi đường dây", "Phòng GDĐT chấm điểm": the letters are the whole field, so what follows is the action. */
function endsWithLetters(passage: Passage, words: readonly Word[], at: number, start: number): boolean {
  const letters = words[at - 1]!
  if (!letters.capital || letters.start <= start || letters.end - letters.start < FEWEST_LETTERS) return false
  return isAbbreviation(passage, letters) && isInHead(words, at - 2) && !OF_LETTERS.test(words[at]!.lower)
}

/** Levels in lower case that end a name, and the words that make another noun of them: "xã hội", "huyện ủy". */
const LEVEL_ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['tỉnh', new Set(list('ủy | uỷ | lỵ | lộ | đoàn | đội | bạn | thành'))],
  ['huyện', new Set(list('ủy | uỷ | đoàn | đội | lỵ'))],
  ['xã', new Set(list('hội | viên | đội | đoàn | ủy | loại'))],
  ['phường', new Set(list('hội | đội | đoàn'))],
])

/** "Trạm Y tế xã cân trẻ", "Hội Nông dân tỉnh cho vay": after the level of an agency comes the action, with any verb. */
function endsWithLevel(words: readonly Word[], at: number, start: number): boolean {
  const level = words[at - 1]!
  const nouns = level.capital ? undefined : LEVEL_ENDS.get(level.lower)
  if (!nouns || nouns.has(words[at]!.lower)) return false
  for (let k = at - 2; k > at - LONGEST_FIELD && words[k] && words[k]!.start >= start; k--) {
    if (!adjacent(words, k + 1) || OF_MANY.test(words[k]!.lower)) return false
    if (words[k]!.capital) return true
  }
  return false
}

/** "các tỉnh", "ngành tỉnh": the level of many, which more words may describe. */
const OF_MANY = /^(?:các|những|mỗi|từng|tác|cấp|hai|ba|và|ngành|thể|quan|vị)$/

/**
 * Whether the verb in lower case at this word, `length` words long, is part of the name before it. The first rule that
 * applies decides; a verb that none of them claims is the action.
 */
export function isVerbOfName(
  passage: Passage,
  words: readonly Word[],
  at: number,
  length: number,
  name: Name,
): boolean {
  const verb = phraseText(words, at, length)
  const touches = adjacent(words, at)
  if (length === 1 && isInCompound(words, at)) return true
  if (touches && at - 1 >= name.field && !ALWAYS_ACTION.has(verb) && opensCompound(passage, words, at - 1)) return true
  if (words[at - 1]!.lower === 'về') return NAME_VERBS.has(verb)
  if (words[at - 1]!.lower === 'và' && at - 2 >= name.field)
    return NAME_VERBS.has(verb) && (hasField(words, name, at) || isOfPurpose(passage, words, at + length, name))
  const before = verbBefore(words, at, name)
  if (before && !touches) return isCoordinated(passage, words, at, before, verb)
  if (!touches && isListedField(passage, words, at, length, name)) return true
  if (!NAME_VERBS.has(verb)) return false
  if (before && OBJECT_VERBS.has(before.verb) && fieldNameAt(passage, words[at - 1]!.end) === null)
    return hasAction(passage, words, at + length)
  if (touches && !GOVERNS.has(verb) && isPurpose(words, at, name))
    return hasAction(passage, words, at + length, !isSentence(passage))
  return false
}

/** The verb in capitals or after a comma that ends just before this word and is part of the name. */
function verbBefore(words: readonly Word[], at: number, name: Name): { verb: string; from: number } | null {
  for (let from = at - 1; from >= name.at && from >= at - 3; from--) {
    if (from + phraseAt(words, from, VERBS) !== at) continue
    if (words[from]!.capital) return { verb: phraseText(words, from, at - from), from }
  }
  return null
}

/** "Cục Quản lý, giám sát bảo hiểm", "Trường Đào tạo, bồi dưỡng cán bộ": after a comma the same name has another verb. */
function isCoordinated(
  passage: Passage,
  words: readonly Word[],
  at: number,
  before: { verb: string; from: number },
  verb: string,
): boolean {
  const gap = passage.text.slice(words[at - 1]!.end, words[at]!.start)
  return gap === ', ' && NAME_VERBS.has(verb) && before.from > 0 && !ALWAYS_ACTION.has(verb)
}

const SERVICE_HEADS = /^(?:trung|ban|viện|quỹ|công|hội)$/

/** "Trung tâm Dịch vụ, tư vấn và xúc tiến đầu tư công bố …": two verbs of names joined by "và", then the action. */
function isListedField(passage: Passage, words: readonly Word[], at: number, length: number, name: Name): boolean {
  const next = at + length
  if (words[next]?.lower !== 'và' || !SERVICE_HEADS.test(words[name.at]!.lower) || !hasField(words, name, at))
    return false
  if (passage.text.slice(words[at - 1]!.end, words[at]!.start) !== ', ') return false
  const second = phraseAt(words, next + 1, VERBS)
  return (
    NAME_VERBS.has(phraseText(words, at, length)) &&
    NAME_VERBS.has(phraseText(words, next + 1, second)) &&
    hasAction(passage, words, next + 1 + second)
  )
}

/** Verbs that name nothing: after a name, they are what the agency does. */
const ALWAYS_ACTION = new Set(
  list(
    'chủ trì | phối hợp | có trách nhiệm | chịu trách nhiệm | rà soát | chủ động | khẩn trương | tiếp tục | tăng cường | có',
  ),
)

/** What a body for a purpose does to others; its purpose is never this. */
const GOVERNS = new Set(list('chỉ đạo | giao | báo cáo | trình | tham mưu | phối hợp | chủ trì | quyết định'))

/** "Ban Chỉ đạo phòng, chống thiên tai và tìm kiếm cứu nạn rà soát …": a purpose of two parts, before the action. */
function isOfPurpose(passage: Passage, words: readonly Word[], after: number, name: Name): boolean {
  return PURPOSE_HEADS.has(phraseText(words, name.at, name.field - name.at)) && hasAction(passage, words, after)
}

/** The field of the name begins with a capital. */
function hasField(words: readonly Word[], name: Name, at: number): boolean {
  return name.field < at && words[name.field]?.capital === true
}

/**
 * "về" is part of a name after words that need it ("quản lý nhà nước về", "tội phạm về") and after heads whose purpose it
 * introduces ("Ban Chỉ đạo Trung ương về phòng, chống …"), if the action comes later.
 */
export function isAbout(passage: Passage, words: readonly Word[], at: number, name: Name): boolean {
  if (!adjacent(words, at)) return false
  const pair = `${words[at - 2]?.lower} ${words[at - 1]?.lower}`
  const needs =
    /^(?:nhà nước|quản lý hành chính|(?:quản lý )?hành chính|tội phạm|chuyên môn|đề chung|quốc gia|trung ương|liên ngành)$/.test(
      pair,
    )
  const { length, lower } = { length: name.field - name.at, lower: words[name.at]!.lower }
  const head = phraseText(words, name.at, Math.min(length, words.length - name.at))
  const takes =
    lower === 'ban' ||
    lower === 'cục' ||
    lower === 'vụ' ||
    /^(?:ủy ban|tổ công tác|hội đồng|tiểu ban|nhóm|cơ quan)$/.test(head)
  return (
    (needs && takes && words[name.field]!.capital) || (PURPOSE_HEADS.has(head) && hasAction(passage, words, at + 1))
  )
}

/** The head says that a purpose follows ("Tổ công tác", "Ban Chỉ đạo"), and this word is the first after it. */
function isPurpose(words: readonly Word[], at: number, name: Name): boolean {
  for (let from = at - 1; from >= name.at && from >= at - LONGEST_PURPOSE; from--) {
    if ((words[from]!.capital || from === name.at) && from + phraseAt(words, from, PURPOSES) === at) return true
  }
  return false
}

/** How far the action of a sentence may be from a verb inside the name of its subject. */
const ACTION_REACH = 12
const NOT_AN_ACTION = wordList(
  list('việc | sự | để | và | hoặc | đã | được | về | nhằm | bị | cho | quả | độ | hình | phí | hạn'),
)

const KIND_OF_WORK = lexicon(['công tác'])

/** A text of some length that ends like a sentence is no mere name. */
function isSentence({ text }: Passage): boolean {
  return text.length > SHORT_TEXT && /[.;]$/.test(text.trimEnd())
}
const SHORT_TEXT = 40

function isNoAction(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]!
  // "công tác kiểm tra" is a kind of work; "Tổ công tác kiểm tra" is who checks.
  if (hasPhrase(words, at - 2, KIND_OF_WORK, 2)) return !/^(?:tổ|đoàn|đội|nhóm|ban)$/.test(words[at - 3]?.lower ?? '')
  if (!isOneOf(before, NOT_AN_ACTION)) return false
  return before.lower !== 'sự' || !/^(?:dân|quân|nhân|hình|thời)$/.test(words[at - 2]?.lower ?? '')
}

/** A verb that can only be the action follows in the same clause; or, with `orEnd`, nothing does and the text is a name. */
export function hasAction(passage: Passage, words: readonly Word[], from: number, orEnd = true): boolean {
  for (let at = from; at < Math.min(words.length, from + ACTION_REACH); at++) {
    const gap = at > 0 && !adjacent(words, at) ? passage.text.slice(words[at - 1]!.end, words[at]!.start) : ''
    if (gap !== '' && /[.;:]/.test(gap)) return orEnd
    if (gap.includes(',') && words[at]!.capital && phraseAt(words, at, HEADS) > 0) return true
    if (words[at]!.capital) continue
    if (at > from && isOneOf(words[at]!, LIST_ENDS) && !/^(?:về|tại|qua|sau|bằng)$/.test(words[at]!.lower)) return true
    const length = phraseAt(words, at, VERBS)
    if (length === 0 || (length === 1 && isInCompound(words, at))) continue
    if (length === 1 && /^(?:có|không)$/.test(words[at]!.lower)) continue
    if (at === from && NAME_VERBS.has(phraseText(words, at, length))) continue
    if (isNoAction(words, at)) continue
    return true
  }
  return orEnd && words.length - from <= ACTION_REACH
}

/** Nouns that such a verb may follow directly inside a name: "Ban quản lý", "cơ quan thanh tra". */
export function isBinder(words: readonly Word[], at: number, name: Name | null): boolean {
  if (
    /^(?:xã hội|quốc hội|hải phòng|dân phòng|biên phòng|đặc khu|thư viện|tại doanh|quốc phòng|bộ đội|quân đội|quân khu)$/.test(
      `${words[at - 1]?.lower} ${words[at]!.lower}`,
    )
  )
    return false
  // "đảng bộ cơ sở", "đoàn cơ sở": at the base, not a place that a verb specifies.
  if (/^(?:bộ|đoàn|hội|ủy|uỷ|đảng|giải) cơ sở$/.test(phraseText(words, at - 2, 3))) return false
  const length = isNounPair(words, at) ? 2 : NAME_BINDERS.has(words[at]!.lower) ? 1 : 0
  const first = at - length + 1
  if (length === 0 || /^(?:tại|ban|mỗi|từng)$/.test(words[first - 1]?.lower ?? '')) return false
  return name === null || first <= name.field || !isFieldEnd(words, first, name)
}

/** The noun ends a field ("Tài chính doanh nghiệp", "cổ phần hóa doanh nghiệp") and so is no head of its own. */
function isFieldEnd(words: readonly Word[], at: number, name: Name): boolean {
  for (let k = at - 1; k >= Math.max(name.field, at - 3) && adjacent(words, k + 1); k--) {
    if (isOneOf(words[k]!, PLURALS)) return false
    if (words[k]!.capital || k + phraseAt(words, k, WORK) === at) return true
  }
  return false
}

/** What is held: before it "tổ chức" is a verb. */
export const HELD = lexicon(EVENTS)

/** "Các đơn vị tổ chức trực ban", "tổ chức lễ ra quân": "tổ chức" is what they do, not which ones they are. */
export function isOrganising(words: readonly Word[], at: number): boolean {
  if (!/^(?:tổ chức|triển khai)$/.test(phraseText(words, at, 2))) return false
  if (phraseAt(words, at + 2, VERBS) > 0) return true
  if (words[at]!.lower !== 'tổ') return false
  return phraseAt(words, at + 2, HELD) > 0 || (words[at + 2]?.lower === 'các' && phraseAt(words, at + 3, HELD) > 0)
}

/** "Các đơn vị báo cáo kết quả", "doanh nghiệp lập danh mục": what such nouns do, not which ones they are. */
export function isDeed(passage: Passage, words: readonly Word[], at: number, verb: string): boolean {
  const after = at + verb.split(' ').length
  if (!words[after] || !adjacent(words, after)) return false
  if (verb === 'báo cáo') return phraseAt(words, after, VERBS) === 0
  if (verb === 'thực hiện' && CARRIED_OUT.test(passage.lower.slice(words[after]!.start, words[after]!.start + 24)))
    return true
  if (verb === 'xây dựng' && phraseAt(words, after, DRAWN_UP) > 0) return true
  return DEEDS.has(verb) && !hasAction(passage, words, after, !isSentence(passage))
}

/** What is drawn up: before it "xây dựng" is what they do, as in "Các phòng xây dựng kế hoạch". */
const DRAWN_UP = lexicon(
  list(`
  kế hoạch | phương án | đề án | dự thảo | dự toán | chương trình | quy chế | quy trình | quy định | văn bản | danh mục |
  kịch bản | nghị quyết | báo cáo | bộ tiêu chí | bộ chỉ số | cơ sở dữ liệu | hồ sơ
`),
)

/** "các đơn vị thực hiện các nội dung sau": what they are to carry out, not which ones they are. */
const CARRIED_OUT =
  /^(?:(?:các|những|một số|tốt(?: các)?|ngay(?: các)?) (?:nội dung|nhiệm vụ|công việc|việc|giải pháp|yêu cầu)|nghiêm|đúng|đầy đủ|(?:tốt )?(?:công (?:tác|văn|điện)|chỉ thị|nghị quyết|kết luận|thông báo))/

/** Verbs of names that say what an agency does, unless another verb follows. */
const DEEDS = new Set(
  list(`
  xử lý | tháo gỡ | lập | trình | triển khai | tuyên truyền | phổ biến | thu hút | sắp xếp | giao | quyết định |
  bồi thường | tiếp nhận | bồi dưỡng | thi đua | chi trả | thu gom
`),
)

export const PLURALS = wordList(list('các | những | mọi | mỗi | từng | toàn'))

const BINDER_PAIRS = lexicon([...NAME_BINDERS].filter((noun) => noun.includes(' ')))

/** "cơ quan chủ trì", "đơn vị quản lý": the verb after such a noun specifies which one is meant. */
export function isNounPair(words: readonly Word[], at: number): boolean {
  const first = words[at - 1]
  return first !== undefined && opensPhrase(first, BINDER_PAIRS) && NAME_BINDERS.has(phraseText(words, at - 1, 2))
}
