import type { Passage } from '../language/passage.ts'
import { list } from '../language/vocabulary.ts'
import { adjacent, type Word } from '../language/words.ts'
import { phraseText } from './names.ts'

/** Turns of speech at the end of a name: what they show does not depend on the name before them. */

/** "thuộc phạm vi quản lý", "trong lĩnh vực phụ trách": what an office has in its charge. */
export function isScope(passage: Passage, words: readonly Word[], at: number): boolean {
  return adjacent(passage, words, at) && /^(?:phạm vi|thẩm quyền|lĩnh vực|địa bàn)$/.test(phraseText(words, at - 2, 2))
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
  return /^(?:chủ trì|phối hợp|có trách|chịu trách|tiếp tục|khẩn trương|chủ động|tăng cường|tập trung|thực hiện|triển khai|tham mưu|hướng dẫn|rà soát|tổ chức|đẩy mạnh|căn cứ|báo cáo)/.test(
    pair,
  )
}

/** "với vai trò cơ quan thường trực": in what role they act. */
export function isRole(words: readonly Word[], at: number): boolean {
  return words[at]!.lower === 'với' && /^(?:vai trò|tư cách|trách nhiệm|chức năng)$/.test(phraseText(words, at + 1, 2))
}

/** "Phó Bí thư Đảng ủy phụ trách, phân công …": with a sign behind it, the charge is the act and not a part of the post. */
export function isInCharge(passage: Passage, words: readonly Word[], at: number): boolean {
  if (words[at]!.lower !== 'phụ' || words[at + 1]?.lower !== 'trách') return false
  return /^[,;]/.test(passage.text.slice(words[at + 1]!.end, words[at + 1]!.end + 1))
}
