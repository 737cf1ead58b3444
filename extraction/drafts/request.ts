import { hitsOf } from '../language/hits.ts'
import type { Passage } from '../language/passage.ts'
import { PERSONS } from '../language/vocabulary.ts'
import { isOneOf, lexicon, phraseAt, wordAt, wordsOf } from '../language/words.ts'
import { partyList } from '../outline/actors.ts'
import { isOrganising } from '../units/names.ts'
import { type Order, orderOf } from '../units/orders.ts'
import { isCollectiveAt, isUnitAt, unitPhraseAt, verbAt } from '../units/units.ts'
import { LIST_ENDS } from '../units/verbs.ts'

const GIVING = /\b(?:yeu cau|de nghi|giao|phan cong)(?= )/g
/** The order of an introduction stands at its end; more givings are a narrative. */
const MOST_GIVINGS = 4
const PERSON = lexicon(PERSONS)

/**
 * The order in a line that introduces items: "Để khắc phục …, Thủ tướng Chính phủ yêu cầu các Bộ … thực hiện các nhiệm
 * vụ sau:". The order comes at the end, and all words between "yêu cầu" and the verb say whose work follows.
 */
export function requestIn(passage: Passage, from: number, to: number): Order {
  const order = orderOf(passage, from, to)
  const hits = hitsOf(GIVING, passage.plain.slice(from, to)).slice(-MOST_GIVINGS).reverse()
  for (const { index, 0: word } of hits) {
    const inner = orderOf(passage, from + index, to)
    const start = from + index + word.length + 1
    const end = nameEnd(passage, start, to)
    const phrase = inner.commanded ? unitPhraseAt(passage, start, to) : null
    // What the list of agencies leaves out before the verb belongs to those who are asked.
    if (end !== null && (phrase === null || phrase.to + LEFT_OUT < end))
      return { ...inner, lead: partyList(passage, start, end, 0.85), commanded: true }
    if (phrase && isShared(passage, phrase.from, phrase.to))
      return { ...inner, lead: partyList(passage, phrase.from, phrase.to, 0.85) }
    if (inner.commanded) return inner
  }
  const preceded =
    order.lead.length === 0 && PREAMBLE.test(passage.plain.slice(from, from + 20)) && afterPreamble(passage, from, to)
  if (preceded) return preceded
  const action = passage.plain.slice(order.actionFrom, order.actionFrom + 40)
  const isIssuing = ISSUES.test(action) && !(MARKED.test(passage.text) && DIRECTS.test(action))
  return order.commanded || order.isName || !isIssuing ? order : { ...order, lead: [] }
}

/** "2. Ủy ban nhân dân tỉnh chỉ đạo các cơ quan, đơn vị:": as an item of a document, one who is told to direct others. */
const MARKED = /^\W{0,3}(?:\d{1,2}|[a-zđ])[.)]/
const DIRECTS = /^(?:chi dao|huong dan) (?:cac|nhung) /

/**
 * "đảng bộ, chi bộ, mặt trận và hội quần chúng các thôn": common nouns of which only the last says where, so that the
 * whole phrase is one name. Agencies with a "các" of their own are several.
 */
function isShared(passage: Passage, from: number, to: number): boolean {
  const printed = passage.text.slice(from, to)
  return !/\p{Lu}|;/u.test(printed.slice(1)) && SHARED.test(passage.lower.slice(from, to))
}

const SHARED = /^(?!các |những )[^,]{2,60}, (?:(?!(?:,|và) (?:các|những|toàn thể) )[^;.:()]){2,300}$/u

/** What a line says before it names those who act: its grounds, or the aim. */
const PREAMBLE = /^(?:can cu|tren co so|quan triet|tiep thu|thuc hien|trien khai|de|nham|truoc)\s/
/** A preamble has no more parts than this. */
const MOST_PARTS = 10

/** "Quán triệt ý kiến …; căn cứ mục tiêu …, Sở A và các phòng tập trung một số việc sau:": those named after the grounds. */
function afterPreamble(passage: Passage, from: number, to: number): Order | null {
  const words = wordsOf(passage)
  let parts = 0
  for (let at = passage.text.indexOf(',', from); at >= 0 && at < to; at = passage.text.indexOf(',', at + 1)) {
    if (++parts > MOST_PARTS) return null
    const next = words[wordAt(words, at)]
    if (!next || next.start >= to) return null
    if (!isUnitAt(passage, wordAt(words, at))) continue
    const order = orderOf(passage, next.start, to)
    if (
      order.lead.length > 0 &&
      !order.isName &&
      order.acts &&
      !ISSUES.test(passage.plain.slice(order.actionFrom, order.actionFrom + 40))
    )
      return order
  }
  return null
}

/** What an authority does when it issues a document: the line tells of the document and asks no one. */
const ISSUES =
  /^(?:(?:da|vua) )?(?:ban hanh|chi thi|co y kien|co cong van|ket luan|quyet dinh|thong bao|yeu cau|de nghi|giao|xay dung ke hoach|phe duyet|thong nhat|chi dao|huong dan|trien khai|to chuc thuc hien)\b/

/** Signs and a short word that may stand between the list and the verb. */
const LEFT_OUT = 4

/** Where those named from here end, before the verb; null if the words name no one. */
function nameEnd(passage: Passage, from: number, to: number): number | null {
  const words = wordsOf(passage)
  const first = wordAt(words, from)
  // "quý cơ quan" is whom the document addresses.
  if (!words[first] || words[first]!.start >= to || words[first]!.lower === 'quý' || !isNamed(passage, first, to))
    return null
  let depth = 0
  let end = to
  for (let at = first + 1; words[at] && words[at]!.start < to; at++) {
    const gap = passage.text.slice(words[at - 1]!.end, words[at]!.start)
    if (gap.includes('(')) depth++
    if (gap.includes(')')) depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const isEnd = verbAt(passage, at, false) > 0 || (isOneOf(words[at]!, LIST_ENDS) && !KEEPS.has(words[at]!.lower))
    const isUnit = isUnitAt(passage, at) || isCollectiveAt(passage, at, to)
    if (/[:.]/.test(gap) || (isEnd && (!isUnit || isOrganising(words, at)))) {
      end = words[at - 1]!.end
      break
    }
  }
  return end
}

/** Words inside the description of those who are asked: "các xã, phường trên địa bàn", "các hộ tại khu vực". */
const KEEPS = new Set(['tại', 'trên'])

function isNamed(passage: Passage, at: number, to: number): boolean {
  return isUnitAt(passage, at) || isCollectiveAt(passage, at, to) || phraseAt(wordsOf(passage), at, PERSON) > 0
}
