import { isDigit } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import { list } from '../language/vocabulary.ts'
import { adjacent, hasPhrase, isOneOf, lexicon, phraseAt, type Word, wordList } from '../language/words.ts'
import { HEADS, isInCompound, type Name, PLURALS, phraseText, VERBS, WORK } from './names.ts'
import { PURPOSE_HEADS } from './verbs.ts'

/**
 * Bodies named after the work that they were founded for: "Hội đồng sơ tuyển", "Ban Chỉ đạo phổ cập giáo dục, xóa mù chữ".
 * The verb of their name also opens orders ("Hội đồng sơ tuyển hồ sơ trước ngày 5/6"), so it belongs to the name only
 * directly behind the head, and if the sentence has another verb for what they do or the text is nothing but a name.
 */

/** What a team is for that is no verb. */
const SERVICE = lexicon(list('phản ứng nhanh | kiểm dịch | khuyến nông | khuyến công | thú y | trồng trọt | khảo thí'))
const FOUNDED = new Set([
  ...PURPOSE_HEADS,
  ...list(`
  trung tâm | đội | tổ | nhóm | trạm | viện | ban | ban tổ chức | đoàn | phòng | phòng khám | công ty | xí nghiệp |
  cơ sở | bộ phận | cơ quan
`),
])
/** Teams are named after their work in lower case ("Đội quy tập"); other heads are also rooms or things. */
const TEAMS = new Set(list('đội | tổ | nhóm | trạm | ban'))
const PROJECT = lexicon(list('dự án | tỉnh | thành phố | huyện | xã | phường'))

/** "Đội quy tập hài cốt liệt sĩ": the word after the head of a team is its work. */
export function isTeamAt(passage: Passage, words: readonly Word[], at: number, head: string): boolean {
  if (!TEAMS.has(head) || !words[at - 1]!.capital) return false
  const length = phraseAt(words, at, WORK) || phraseAt(words, at, SERVICE)
  return length > 0 && hasOtherVerb(passage, words, at + length)
}

/** The verb at this word, `length` words long, says what the body before it was founded for. */
export function isWorkOfBody(
  passage: Passage,
  words: readonly Word[],
  at: number,
  length: number,
  name: Name,
): boolean {
  if (phraseAt(words, at, WORK) !== length || !FOUNDED.has(phraseText(words, name.at, name.field - name.at)))
    return false
  const first = name.field + phraseAt(words, name.field, PROJECT)
  // The second work of two: the first one was read before and is a part of the name.
  const isSecond =
    at > first && !words[first]!.capital && phraseAt(words, first, VERBS) > 0 && isJoined(passage, words, at)
  if (!isSecond && (at !== first || !adjacent(words, at))) return false
  return hasOtherVerb(passage, words, at + length)
}

const LONGEST_VERB = 4

/** "định giá" in "Hội đồng thẩm định giá": the verb that began before it was read, and is part of the name. */
export function isInVerb(words: readonly Word[], at: number): boolean {
  for (let k = 1; k < LONGEST_VERB; k++) if (phraseAt(words, at - k, VERBS) > k) return true
  return false
}

/** "…, xóa mù chữ", "… và xác thực": another of the same kind. */
function isJoined(passage: Passage, words: readonly Word[], at: number): boolean {
  return words[at - 1]!.lower === 'và' || passage.text.slice(words[at - 1]!.end, words[at]!.start) === ', '
}

/** What the body does comes no farther behind its work. */
const REACH = 12
const BEFORE_VERB = wordList(list('phải | cần | sẽ | đã | đang | chịu | nghiêm | tiếp | rà | là'))
/** Words behind which a verb only says when, why or how the work is done. */
const CIRCUMSTANCE = wordList(
  list('trong | để | theo | tại | khi | nếu | trước | từ | do | qua | đến | sau | như | nhằm'),
)
/** Verbs that go on with the work and its object: "xét duyệt hồ sơ trình Chủ tịch". */
const GOES_ON = lexicon(list('trình | gửi | đề nghị | hoàn thành'))
/** Verbs that say what the work is for, and no action of their own. */
const SERVES = lexicon(list('phục vụ | cho | giúp | có | không'))
/** Verbs that describe the object of the work: "số hóa hồ sơ quản lý đất đai". */
const DESCRIBES = lexicon(
  list(`
  đăng ký | tham gia | sử dụng | quản lý | đào tạo | đầu tư | phát triển | giáo dục | thông tin | truyền thông | bảo vệ |
  thi công | vận hành | khai thác | tư vấn | nghiên cứu | cung cấp | điều hành
`),
)
const NOUNS_OF_VERBS = wordList(list('việc | được | về'))

/** Behind the work comes the verb of an action, or the end of a mere name. */
function hasOtherVerb(passage: Passage, words: readonly Word[], from: number): boolean {
  for (let at = from; at < from + REACH; at++) {
    const word = words[at]
    const before = words[at - 1]!
    const gap = passage.text.slice(before.end, word?.start)
    if (/[.;]/.test(gap)) return at === from
    if (!word || /[:()]/.test(gap)) return true
    if (gap.includes(',') && word.capital && phraseAt(words, at, HEADS) > 0) return true
    if (gap.includes(',') && isOneOf(word, PLURALS)) return true
    if (word.capital) continue
    // "huấn luyện 200 học viên" is an order; "cấp cứu 115" is a name.
    if (isDigit(word.lower.charCodeAt(0)) && adjacent(words, at + 1) && verbLength(words, at + 1) === 0) return false
    if (isOneOf(word, BEFORE_VERB)) return true
    if (isOneOf(word, CIRCUMSTANCE) && !isInCompound(words, at)) return false
    const length = verbLength(words, at)
    if (length === 0 || (length === 1 && isInCompound(words, at))) continue
    if (phraseAt(words, at, GOES_ON) === length) return at === from
    if (phraseAt(words, at, SERVES) === length || isOneOf(before, NOUNS_OF_VERBS)) continue
    if (at > from && phraseAt(words, at, DESCRIBES) === length) continue
    if (hasPhrase(words, at, PAIR, 2)) return true
    if (!isJoined(passage, words, at)) return true
  }
  return false
}

/** As `phraseAt` for verbs, but "vận động viên" is a person. */
function verbLength(words: readonly Word[], at: number): number {
  const length = phraseAt(words, at, VERBS)
  return words[at + length]?.lower === 'viên' ? 0 : length
}

/** What no body was founded for: also behind a comma it is the action. */
const PAIR = lexicon(list('chủ trì | phối hợp | có trách nhiệm'))
