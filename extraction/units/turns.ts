import type { Passage } from '../language/passage.ts'
import { list } from '../language/vocabulary.ts'
import { adjacent, lexicon, phraseAt, type Word } from '../language/words.ts'
import { hasAction, isAbout, isInCompound, type Name, opensCompound, phraseText } from './names.ts'

/** Turns of speech at the end of a name: what they show does not depend on the name before them. */

/** "thuộc phạm vi quản lý", "trong lĩnh vực phụ trách": what an office has in its charge. */
export function isScope(words: readonly Word[], at: number): boolean {
  return adjacent(words, at) && /^(?:phạm vi|thẩm quyền|lĩnh vực|địa bàn)$/.test(phraseText(words, at - 2, 2))
}

/**
 * "các sở quản lý nhà nước về hạ tầng", "cơ quan tham mưu, giúp việc Đảng ủy": what such bodies are there for says which ones are
 * meant. True at the verb, and at the second verb of a pair.
 */
export function isOffice(passage: Passage, words: readonly Word[], at: number): boolean {
  const { lower, start } = words[at]!
  if (/^(?:quản|giúp)$/.test(lower) && /tham mưu, ?$/.test(passage.lower.slice(Math.max(0, start - 11), start)))
    return true
  if (lower === 'quản')
    return (
      /^quản lý (?:nhà nước|chuyên ngành|ngành)(?!\p{L})/u.test(passage.lower.slice(start, start + 24)) &&
      isPlainHead(words[at - 1])
    )
  return (
    lower === 'tham' &&
    /^tham mưu,? (?:và )?(?:giúp việc|quản lý nhà nước)(?!\p{L})/u.test(passage.lower.slice(start, start + 30)) &&
    (isPlainHead(words[at - 1]) || words[at - 1]?.lower === 'trách')
  )
}

function isPlainHead(word: Word | undefined): boolean {
  return word !== undefined && !word.capital && /^(?:sở|bộ|ngành|quan|vị|ban|phòng|cục|phận)$/.test(word.lower)
}

/** Words of "quản lý nhà nước chuyên ngành về hạ tầng" before its "về". */
const LONGEST_OFFICE = 7

function isOfficeAbout(passage: Passage, words: readonly Word[], at: number, name: Name): boolean {
  if (!/^(?:nước|ngành)$/.test(words[at - 1]!.lower)) return false
  for (let k = at - 2; k > name.at && k >= at - LONGEST_OFFICE; k--)
    if (isOffice(passage, words, k)) return hasAction(passage, words, at + 1)
  return false
}

/** Verbs that never end a name, so a further verb after them proves nothing. */
export const NEVER_LAST = new Set(
  list(
    'chỉ đạo | lập | phát | trình | giao | báo cáo | có | không | cùng | quyết định | xử lý | thu hút | tham gia | phát hành | sắp xếp | soạn thảo | tuyên truyền | tiếp nhận',
  ),
)

/** "chủ trì", "phối hợp", "có trách nhiệm" and similar verbs follow a complete name. */
export function isModal(words: readonly Word[], at: number): boolean {
  const pair = `${words[at]?.lower} ${words[at + 1]?.lower}`
  return /^(?:chủ trì|phối hợp|có (?:trách|nhiệm)|chịu trách|tiếp tục|khẩn trương|chủ động|tăng cường|tập trung|thực hiện|triển khai|tham mưu|hướng dẫn|rà soát|tổ chức|đẩy mạnh|căn cứ|báo cáo)/.test(
    pair,
  )
}

const HAS_DUTY = lexicon(list('có nhiệm vụ | có các nhiệm vụ | có những nhiệm vụ | có chức năng'))

/** "Tổ công tác có nhiệm vụ:": of one body that is its duty; of many it says which ones ("các đơn vị có chức năng liên quan"). */
export function hasDuty(words: readonly Word[], at: number, name: Name | null): boolean {
  const head = name && words[name.at]
  return head?.capital === true && !/^(?:các|những|mọi)$/.test(head.lower) && phraseAt(words, at, HAS_DUTY) > 0
}

const ROLES = lexicon(
  list(
    'với vai trò | với tư cách | với trách nhiệm | với chức năng | ngoài nhiệm vụ | ngoài việc | ngoài các nội dung | dưới sự | dưới hình thức',
  ),
)

/** "với vai trò cơ quan thường trực", "ngoài nhiệm vụ thường xuyên": in what role or under whom they act. */
export function isRole(words: readonly Word[], at: number): boolean {
  return phraseAt(words, at, ROLES) > 0
}

/** "Phó Bí thư Đảng ủy phụ trách, phân công …": with a sign behind it, the charge is the act and not a part of the post. */
export function isInCharge(passage: Passage, words: readonly Word[], at: number): boolean {
  if (words[at]!.lower !== 'phụ' || words[at + 1]?.lower !== 'trách') return false
  return /^[,;]/.test(passage.text.slice(words[at + 1]!.end, words[at + 1]!.end + 1))
}

const OBLIGED_LATER =
  /^được [^.;:()]{0,100}(?<!\p{L})(?:phải|có trách nhiệm|chịu trách nhiệm|khẩn trương|chủ động|tập trung|tiếp tục|phối hợp|chủ trì)(?!\p{L})/u

/** "Sở A được hỗ trợ xe mới": what is given to them. In "UBND xã được chọn làm điểm phải …" it says which one is meant. */
export function isPassive(passage: Passage, words: readonly Word[], at: number): boolean {
  const { start } = words[at]!
  if (!adjacent(words, at)) return false
  const ahead = passage.lower.slice(start, start + 130)
  if (/^được (?:giao|phân công) /.test(ahead))
    return !/(?<!\p{L})(?:nào|phải|có trách nhiệm|chịu trách nhiệm)(?!\p{L})/u.test(ahead)
  return !OBLIGED_LATER.test(passage.lower.slice(start, start + 130))
}

/** "các tỉnh từ Thanh Hóa đến Quảng Ngãi": a range of places. */
function isRange(passage: Passage, words: readonly Word[], at: number, name: Name): boolean {
  const end = words[at]!.start
  return /(?:^|\s)(?:tỉnh|thành phố|xã|phường|địa phương|từ)(?=\s)/u.test(
    passage.lower.slice(words[name.at]!.start, end),
  )
}

/** A word that mostly ends a list of agencies is here a part of the name. */
export function isInName(passage: Passage, words: readonly Word[], at: number, name: Name): boolean {
  const word = words[at]!.lower
  const before = words[at - 1]?.lower ?? ''
  const next = words[at + 1]?.lower ?? ''
  if (word === 'trong') return INSIDE.has(next) && !words[at - 1]!.capital && adjacent(words, at)
  if (isInCompound(words, at) || (at - 1 >= name.field && adjacent(words, at) && opensCompound(passage, words, at - 1)))
    return true
  if (word === 'tại' && PLACES.test(`${next} ${words[at + 2]?.lower}`) && isGroup(passage, words, at, name)) return true
  if (word === 'tại' && /^(?:quân|chân)$/.test(before) && adjacent(words, at)) return true
  if (/^(?:từ|đến)$/.test(word) && words[at + 1]?.capital && isRange(passage, words, at, name)) return true
  if (word === 'về' && (isAbout(passage, words, at, name) || isOfficeAbout(passage, words, at, name))) return true
  if (word === 'về') return /^(?:đạo|gia|ban|công|môn)$/.test(before) && adjacent(words, at)
  if (word === 'làm') return false
  return word === 'từ' && next === 'thiện'
}

/** Places that say which of many bodies are meant: "chính quyền cơ sở tại các địa bàn giáp ranh". */
const PLACES = /^(?:(?:các|những) (?:địa|khu|vùng|xã|thôn|bản|tuyến|cửa|bến|điểm)|(?:địa bàn|khu vực|địa phương)$)/

/** The name has no proper name, and an action comes after the place that follows. */
function isGroup(passage: Passage, words: readonly Word[], at: number, name: Name): boolean {
  if (!adjacent(words, at)) return false
  for (let k = at - 1; k > name.at && k > at - 6; k--) if (words[k]!.capital) return false
  return hasAction(passage, words, at + 3, false)
}

/** Bodies and places that members are in: "các thành viên trong tiểu ban", "các đơn vị trong ngành". */
const INSIDE = new Set(list('tiểu | ban | tổ | hội | đoàn | ngành | khối | cụm | tỉnh | xã | thôn | vùng'))
