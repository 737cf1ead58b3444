import type { Passage } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'
import { bracketAtEnd, dashAtEnd } from '../outline/actors.ts'
import type { Party } from '../shapes.ts'
import { orderOf } from '../units/orders.ts'

/** Who does what the sentences before say, named after them. */
interface LeadAtEnd {
  lead: Party[]
  coordinating: Party[]
  /** The sentences that say the work. */
  segments: Stretch[]
  /** Where it stands by when, if it does. */
  term: Stretch | null
}

/** The words after the agency say only that it does what was said before. */
const DOES_IT =
  /^(?:to chuc |trien khai |chu tri |co trach nhiem |chiu trach nhiem |lam dau moi )*(?:thuc hien|tham muu|trien khai|chiu trach nhiem|dau moi|chu tri)(?: thuc hien| noi dung nay| nhiem vu nay)?[.;/ ]*$/
/** … and by when: "Giao Sở A chủ trì, hoàn thành trước 20/5/2026." */
const DOES_IT_BY =
  /^(?:(?:to chuc )?thuc hien,? )?(?:hoan thanh |xong |thoi (?:han|gian):? |han:? )*(?:truoc|trong|cham nhat|den|vao|xong|han|quy|thang)\b[^,;.]{2,40}[.;/ ]*$/

/**
 * "Đầu tư trung tâm dữ liệu. Sở A chủ trì, phối hợp với Sở B thực hiện." and "… trong năm 2026. (Sở A và Sở B)": the lead
 * stands after the work. Null if the sentences before name a lead, or nothing of the kind ends the text.
 */
export function leadAtEnd(passage: Passage, segments: readonly Stretch[]): LeadAtEnd | null {
  const last = segments.at(-1)
  if (!last) return null
  const bracket = bracketAtEnd(passage, segments[0]!.from, last.to) ?? dashAtEnd(passage, segments[0]!.from, last.to)
  if (bracket) {
    const work = workIn(passage, segments, bracket.at)
    if (work) return { lead: bracket.lead, coordinating: [], segments: work, term: { from: bracket.at, to: last.to } }
  }
  const work = workIn(passage, segments.slice(0, -1), last.from)
  const order = work && orderOf(passage, last.from, last.to)
  if (!order || order.lead.length === 0) return null
  const does = passage.plain.slice(order.actionFrom, last.to).trimStart()
  const hasTerm = DOES_IT_BY.test(does)
  if (!hasTerm && !DOES_IT.test(does)) return null
  const term = hasTerm ? { from: order.actionFrom, to: last.to } : null
  return { lead: order.lead, coordinating: order.coordinating, segments: work, term }
}

/** The sentences up to `end`, each without its topic; null if there is none, or one names an agency. */
function workIn(passage: Passage, segments: readonly Stretch[], end: number): Stretch[] | null {
  const work = segments
    .filter(({ from }) => from < end)
    .map(({ from, to }) => ({ from: afterTopic(passage, from), to: Math.min(to, end) }))
  const isUnled = work.every(({ from, to }) => {
    const order = orderOf(passage, from, to)
    return order.lead.length === 0 && !order.isName
  })
  return work.length > 0 && isUnled ? work : null
}

/** Where the work begins in "Về tín dụng: Mở rộng cho vay …". */
function afterTopic(passage: Passage, from: number): number {
  const topic = /^ve [^:.;]{2,80}: /.exec(passage.plain.slice(from, from + 90))
  return from + (topic?.[0].length ?? 0)
}
