import { deadlinesInText, type Times } from '../deadlines/deadlines.ts'
import { key } from '../language/fold.ts'
import type { Passage } from '../language/passage.ts'
import { type Stretch, sentencesOf } from '../language/sentences.ts'
import { isApparatus } from '../outline/headings.ts'
import type { Item } from '../outline/outline.ts'
import type { Deadline, Party } from '../shapes.ts'
import { type Order, orderOf } from '../units/orders.ts'
import { taskOf } from './assemble.ts'
import { type Context, type Draft, inherited, type Setting } from './drafts.ts'

/**
 * Tasks in running text. An item is one task, or several if a later sentence has its own lead or its own deadline.
 * `bare` marks a paragraph without list mark: it gives work only if it says so explicitly.
 */
export function runningTasks(item: Item, context: Context, setting: Setting, bare: boolean): Draft[] {
  const { passage } = item
  const start = contentStart(item)
  if (context.section === 'aims' || isApparatus(passage, start)) return []
  const segments = segmentsOf(passage, start, setting.times)
  const drafts: Draft[] = []
  let previous: Party[] = []
  segments.forEach((segment, index) => {
    const order = orderOf(passage, segment.from, segment.to)
    if (order.isName || (!order.commanded && isGiver(order, setting, bare))) return
    const lead = leadOf(order, previous, context, setting)
    const follows = previous.length > 0 && order.acts
    const text = passage.text.slice(segment.from, segment.to)
    if (!follows && !givesWork({ item, order, lead, context, setting, bare, text })) return
    if (order.lead.length > 0) previous = order.lead
    drafts.push({
      source: 'text',
      section: context.section,
      task: taskOf({
        path: segments.length > 1 ? [...context.path, `-${index + 1}`] : context.path,
        annex: item.annex,
        group: context.group,
        body: [{ passage, from: order.lead.length > 0 ? order.actionFrom : segment.from, to: segment.to }],
        action: { passage, from: Math.min(order.actionFrom, segment.to), to: segment.to },
        span: passage.span(index === 0 ? 0 : segment.from, segment.to),
        lead,
        coordinating: coordinatingOf(order, context),
        deadlines: limitsOf(passage, segment, context, setting),
        product: null,
        limits: [],
        alsoRead: [],
      }),
    })
  })
  return drafts
}

/** Skips a content label ("Nội dung: …"). */
function contentStart(item: Item): number {
  const content = item.labels[0]
  return content?.role === 'content' && content.from <= item.from + 2 ? content.valueFrom : item.from
}

/** Subject of the sentence, else of the sentence before, else the unit in the heading, else the addressees. */
function leadOf(order: Order, previous: readonly Party[], context: Context, setting: Setting): Party[] {
  if (order.lead.length > 0) return order.lead
  if (previous.length > 0) return inherited(previous)
  return context.lead.length > 0 ? context.lead : inherited(setting.addressees)
}

function coordinatingOf(order: Order, context: Context): Party[] {
  if (order.coordinating.length > 0) return order.coordinating
  return order.lead.length > 0 ? [] : context.coordinating
}

function limitsOf(passage: Passage, segment: Stretch, context: Context, setting: Setting): Deadline[] {
  const own = deadlinesInText(passage, segment.from, segment.to, setting.times)
  return own.length > 0 ? own : context.deadlines
}

/**
 * The authority speaks about itself: "Chính phủ thống nhất …", "Văn phòng Chính phủ nhận thấy …". It gives work and gets
 * none, unless "giao" names an agency.
 */
export function isGiver(order: Order, setting: Setting, bare: boolean): boolean {
  if (order.lead.length !== 1) return false
  const name = key((order.lead[0] as Party).name)
  return GIVERS.test(name) || (bare && setting.issuer !== null && name === key(setting.issuer))
}

const GIVERS =
  /^(?:(?:pho )?thu tuong(?: chinh phu)?(?: thuong truc)?|pho thu tuong thuong truc chinh phu|chinh phu|quoc hoi|uy ban thuong vu quoc hoi|ban bi thu|bo chinh tri)$/

interface Claim {
  item: Item
  order: Order
  lead: readonly Party[]
  context: Context
  setting: Setting
  bare: boolean
  text: string
}

/** Shorter texts are headings or scraps. */
const FEWEST_WORDS = 3

/** Whether this text orders someone to do something. */
function givesWork({ item, order, lead, context, setting, bare, text }: Claim): boolean {
  if (text.split(/\s+/).length < FEWEST_WORDS) return false
  const hasSubject = order.lead.length > 0
  const acts = order.acts && !NARRATIVE.test(text.slice(0, 160))
  if (bare) {
    if (hasSubject) return order.commanded || ((context.lead.length > 0 || setting.isDirective) && acts)
    return context.lead.length > 0 && context.path.length > 1 && acts
  }
  if (context.section === 'account') return order.commanded || (acts && (hasSubject || context.lead.length > 0))
  if (item.mark?.kind === 'article') return hasSubject && (order.acts || order.commanded)
  if (lead.length > 0) return true
  return setting.isDirective && order.acts && context.section !== null
}

const NARRATIVE =
  /(?:^|\s)(?:đã|vừa|sẽ|đang|cho biết|cho hay|nhấn mạnh|phát biểu|ghi nhận|đánh giá cao|cảm ơn|còn chậm)(?=[\s,])/iu

function segmentsOf(passage: Passage, from: number, times: Times): Stretch[] {
  const segments: Stretch[] = []
  for (const sentence of sentencesOf(passage, from)) {
    const last = segments.at(-1)
    if (last && !isSeparate(passage, sentence, times)) last.to = sentence.to
    else segments.push({ ...sentence })
  }
  return segments
}

/** A separate sentence "Hoàn thành trước ngày …" is only the deadline of the sentence before. */
const BARE_LIMIT =
  /^(?:hoan thanh|xong|thoi (?:gian|han)|viec|cac noi dung|noi dung|cong viec|nhiem vu)\b[^,;]{0,40}\b(?:truoc|trong|cham nhat|den)\b/

function isSeparate(passage: Passage, sentence: Stretch, times: Times): boolean {
  const folded = passage.plain.slice(sentence.from, sentence.to)
  if (folded.length < 90 && BARE_LIMIT.test(folded)) return false
  const order = orderOf(passage, sentence.from, sentence.to)
  if (order.lead.length > 0 && !order.isName && (order.acts || order.commanded)) return true
  return order.acts && deadlinesInText(passage, sentence.from, sentence.to, times).length > 0
}
