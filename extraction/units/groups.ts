import type { Passage } from '../language/passage.ts'
import { list } from '../language/vocabulary.ts'
import { adjacent, lexicon, phraseAt, type Word, wordsOf } from '../language/words.ts'
import type { Name } from './names.ts'

/** "hệ thống truyền thanh cơ sở": a network that informs people; among agencies it is one that acts. */
export function isNetworkAt(passage: Passage, at: number): boolean {
  return phraseAt(wordsOf(passage), at, NETWORKS) > 0
}

export const NETWORKS = lexicon(
  list(`
  hệ thống truyền thanh | hệ thống truyền thanh cơ sở | hệ thống truyền thanh các cấp | hệ thống truyền thông |
  hệ thống thông tin cơ sở | hệ thống thông tin các cấp | hệ thống loa truyền thanh
`),
)

/** What follows the subject of a duty and nothing else. */
export const OBLIGED = /^(?:có trách|chịu trách)$/
/** Verbs of what persons and enterprises live by; after a group they say which one is meant, if its duty comes later. */
export const TRADES = lexicon(
  list(`
  khai thác | sử dụng | sản xuất | chế biến | xuất khẩu | nhập khẩu | kinh doanh | thăm dò | cung cấp | cung ứng |
  vận hành | quản lý | vận chuyển | nuôi | nuôi trồng | trồng | mua | mua bán | bán | thuê | cho thuê | xả | đánh bắt |
  thi công | tiêu thụ | tham gia | hoạt động | tư vấn | đăng ký | có | lưu trữ | đóng | neo đậu | chăn nuôi | xây dựng |
  trực tiếp quản lý | buôn bán | thu gom | tái chế | phân phối | bảo quản | thu mua | giết mổ
`),
)

/** Adverbs that open what must be done. */
export const ROUTINES =
  /^(?:thường xuyên|chủ động|khẩn trương|kịp thời|tích cực|tiếp tục|tăng cường|tập trung|phải)(?: |$)/

/** Words back to what a group has or was given. */
const LONGEST_RELATIVE_BEGUN = 8

/** The words up to `last` are part of what a group has ("có nông sản xuất khẩu") or was given ("được cấp phép thăm dò"). */
export function isWithinRelative(words: readonly Word[], last: number, name: Name): 'has' | 'given' | null {
  for (let k = last; k > name.at && k > last - LONGEST_RELATIVE_BEGUN; k--) {
    if (words[k]!.capital || (k < last && !adjacent(words, k + 1))) return null
    if (words[k]!.lower === 'có') return 'has'
    if (words[k]!.lower === 'được') return 'given'
  }
  return null
}
