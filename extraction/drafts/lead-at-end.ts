import type { Passage } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'
import type { Party } from '../shapes.ts'
import { orderOf } from '../units/orders.ts'
import { partiesOf } from '../units/parties.ts'
import { unitPhraseAt } from '../units/units.ts'

/** Who does what the sentences before say, named after them. */
export interface LeadAtEnd {
  lead: Party[]
  coordinating: Party[]
  /** The sentences that say the work. */
  segments: Stretch[]
}

/** The words after the agency say only that it does what was said before. */
const DOES_IT =
  /^(?:to chuc |trien khai |chu tri |co trach nhiem |chiu trach nhiem |lam dau moi )*(?:thuc hien|tham muu|trien khai|chiu trach nhiem|dau moi)(?: thuc hien| noi dung nay| nhiem vu nay)?[.;/ ]*$/

/** "(Sở A chủ trì)", "(giao Sở B)", "(Ngân hàng C và Sở D)" at the end. */
const BRACKET =
  /\(\s*(?:giao |do )?(?<name>[^()]{4,300}?)(?:,? (?:chủ trì|thực hiện|chịu trách nhiệm|phụ trách))?\s*\)[\s.;:/]*$/iu
/** A bracket is looked for only here. */
const REACH = 330
const CERTAINTY = 0.85

/**
 * "Đầu tư trung tâm dữ liệu. Sở A chủ trì, phối hợp với Sở B thực hiện." and "… trong năm 2026. (Sở A và Sở B)": the lead
 * stands after the work. Null if the sentences before name a lead, or nothing of the kind ends the text.
 */
export function leadAtEnd(passage: Passage, segments: readonly Stretch[]): LeadAtEnd | null {
  const last = segments.at(-1)
  if (!last) return null
  const bracket = bracketAt(passage, segments)
  if (bracket) return bracket
  const before = segments.slice(0, -1).map(({ from, to }) => ({ from: afterTopic(passage, from), to }))
  if (before.length === 0 || !areUnled(passage, before)) return null
  const order = orderOf(passage, last.from, last.to)
  if (order.lead.length === 0 || !DOES_IT.test(passage.plain.slice(order.actionFrom, last.to).trimStart())) return null
  return { lead: order.lead, coordinating: order.coordinating, segments: before }
}

function bracketAt(passage: Passage, segments: readonly Stretch[]): LeadAtEnd | null {
  const end = segments.at(-1)!.to
  const tail = Math.max(segments[0]!.from, end - REACH)
  if (!/\)[\s.;:/]*$/.test(passage.text.slice(Math.max(tail, end - 8), end))) return null
  const hit = BRACKET.exec(passage.text.slice(tail, end))
  if (!hit?.groups) return null
  const at = tail + hit.index
  const from = at + hit[0].indexOf(hit.groups.name!)
  const to = from + hit.groups.name!.length
  const phrase = unitPhraseAt(passage, from, to)
  if (phrase?.from !== from || (!phrase.whole && phrase.to < to)) return null
  const before = segments
    .filter((one) => one.from < at)
    .map((one) => ({ from: afterTopic(passage, one.from), to: Math.min(one.to, at) }))
  if (before.length === 0 || !areUnled(passage, before)) return null
  return { lead: partiesOf(passage, from, to, 'lead', CERTAINTY), coordinating: [], segments: before }
}

/** Where the work begins in "Về tín dụng: Mở rộng cho vay …". */
function afterTopic(passage: Passage, from: number): number {
  const topic = /^ve [^:.;]{2,80}: /.exec(passage.plain.slice(from, from + 90))
  return from + (topic?.[0].length ?? 0)
}

/** An action each, of no agency named. */
function areUnled(passage: Passage, segments: readonly Stretch[]): boolean {
  return segments.every(({ from, to }) => {
    const order = orderOf(passage, from, to)
    return order.lead.length === 0 && !order.isName
  })
}
