import { deadlinesInText, type Times } from '../deadlines/deadlines.ts'
import { key } from '../language/fold.ts'
import type { Passage } from '../language/passage.ts'
import { type Stretch, sentencesOf } from '../language/sentences.ts'
import { list, NO_ORDER, OBLIGATION, PRAISE } from '../language/vocabulary.ts'
import { isOneOf, wordAt, wordList, wordsOf } from '../language/words.ts'
import { hasConcreteAct, isGeneral, isOversight } from '../outline/closing.ts'
import { isApparatus, isClosing } from '../outline/headings.ts'
import type { Item } from '../outline/outline.ts'
import type { Deadline, Party } from '../shapes.ts'
import { dutyAt } from '../units/duties.ts'
import { type Order, orderOf } from '../units/orders.ts'
import { isUnitAt, unitPhraseAt } from '../units/units.ts'
import { taskOf } from './assemble.ts'
import { type Command, commandIn, isDecision, unreadLead } from './command.ts'
import { type Context, type Draft, inherited, type Setting } from './drafts.ts'
import { enumerationIn } from './enumeration.ts'
import { leadAtEnd } from './lead-at-end.ts'
import { sharedLimit, withTerm } from './limits.ts'
import { tellsOfThePast } from './told.ts'
import { wholeDraft } from './whole-draft.ts'

/**
 * Tasks in running text. An item is one task, or several if a later sentence has its own lead or its own deadline, or if
 * it counts off actions "(i) … (ii) …". `bare` marks a paragraph without list mark: it gives work only if it says so
 * explicitly.
 */
export function runningTasks(item: Item, context: Context, setting: Setting, bare: boolean): Draft[] {
  const { passage } = item
  const start = contentStart(item)
  if (context.section === 'aims' || isApparatus(passage, start)) return []
  const counted = enumerationIn(passage, start, passage.text.length)
  if (!counted) {
    const all = segmentsOf(passage, start, setting.times)
    const named = context.isStated ? null : leadAtEnd(passage, all)
    const segments = named?.segments ?? all
    const led = named ? { ...context, lead: named.lead, coordinating: named.coordinating } : context
    const drafts = tasksOf({ item, context: led, setting, bare, segments })
    if (named?.term) withTerm(drafts, passage, named.term, setting.times)
    return drafts.length > 1 ? sharedLimit(drafts, passage, segments.at(-1) as Stretch, setting.times) : drafts
  }
  // "Tập trung nguồn lực thực hiện dự án. Nhà đầu tư thực hiện: (i) …": what is ordered before the count is work too.
  const opening = sentencesOf(passage, start, counted.head.to).at(-1)?.from ?? start
  const head = commandIn(passage, opening, counted.head.to, context.lead.length > 0)
  const below =
    head.lead.length > 0
      ? { ...context, lead: inherited(head.lead), coordinating: inherited(head.coordinating) }
      : context
  const parts = tasksOf({ item, context: below, setting, bare, segments: counted.parts, topicFrom: opening })
  if (opening === start || !orderOf(passage, start, opening).acts) return parts
  return [
    ...tasksOf({ item, context, setting, bare, segments: segmentsOf(passage, start, setting.times, opening) }),
    ...parts,
  ]
}

interface Text {
  item: Item
  context: Context
  setting: Setting
  bare: boolean
  segments: readonly Stretch[]
  /** Where the words begin that introduce the segments. */
  topicFrom?: number
}

function tasksOf({ item, context, setting, bare, segments, topicFrom }: Text): Draft[] {
  const { passage } = item
  const drafts: Draft[] = []
  let previous: Party[] = []
  /** A first sentence that only names the topic belongs to the task after it. */
  let topic = topicFrom ?? null
  for (const [index, segment] of segments.entries()) {
    if (index > 0 && isClosing(passage, segment.from)) continue
    const read = commandIn(passage, segment.from, segment.to, context.lead.length > 0 || previous.length > 0)
    // "(i) Thống kê nhà trọ": counted off among actions, what looks like a name is one too.
    const isOwn = (topicFrom !== undefined && read.isName) || asksOthers(passage, segment, read, context)
    const order = isOwn ? { ...read, ...ACTION, actionFrom: segment.from } : read
    const next = segments[index + 1]
    if (
      next &&
      index === 0 &&
      isTopic(passage, segment, order) &&
      (orderOf(passage, next.from, next.to).lead.length > 0 || isGivenLater(passage, next))
    ) {
      topic = segment.from
      continue
    }
    const isPlaced = context.section !== null || context.lead.length > 0
    const isMember = order.isName && LISTS.test(item.parent?.passage.plain.slice(-12) ?? '')
    if (order.isName && !isMember && context.isWork && isPlaced && !bare && /^[^:]*[.;]\s*$/.test(passage.text)) {
      drafts.push(unreadTask(item, segment, context, setting))
      continue
    }
    if (order.isName || (!order.commanded && isGiver(order, setting, bare))) continue
    const lead = leadOf(order, previous, context, setting)
    const follows = previous.length > 0 && order.acts
    if (!follows && !givesWork({ item, segment, order, lead, context, setting, bare })) continue
    if (order.lead.length > 0) previous = order.lead
    const from = order.topicFrom ?? (order.lead.length > 0 && !context.isStated ? order.contentFrom : segment.from)
    const isFirst = drafts.length === 0
    drafts.push({
      source: 'text',
      section: context.section,
      isGeneral:
        (bare ||
          (context.section === 'implementation' &&
            !(lead.length > 0 && hasConcreteAct(passage, order.actionFrom, segment.to)))) &&
        (isGeneral(passage, order.actionFrom, segment.to) || isOversight(passage, order.actionFrom, segment.to)),
      task: taskOf({
        path: segments.length > 1 ? [...context.path, `-${index + 1}`] : context.path,
        annex: item.annex,
        group: context.group ?? context.part,
        body: [{ passage, from: isFirst && topicFrom === undefined ? (topic ?? from) : from, to: segment.to }],
        action: { passage, from: Math.min(order.actionFrom, segment.to), to: segment.to },
        span: passage.span(isFirst ? 0 : segment.from, segment.to),
        lead,
        coordinating: coordinatingOf(order, context),
        deadlines: limitsOf(passage, segment, context, setting),
        unreadLead: order.lead.length > 0 ? null : unreadLead(passage, segment.from, segment.to),
      }),
    })
  }
  return drafts
}

const ACTION = { lead: [], isName: false, acts: true }

/** "Các sở chuyên ngành gồm:": the items below say which these are. */
const LISTS = /\bgom(?: co)?\s*:\s*$/

/** Verbs of what the body in a heading does to those named after them, which look like the beginning of a name. */
const DIRECTS = /^(?:yeu cau|lanh dao|thuong truc) /

/**
 * Below the heading "4. Sở A", "Yêu cầu các đơn vị …" is what that agency does, below "2. Đảng ủy B", "Lãnh đạo Ủy ban nhân dân
 * …", below a centre "Thường trực triển khai …": those named are not the lead.
 */
function asksOthers(passage: Passage, { from }: Stretch, order: Command, context: Context): boolean {
  if (!context.isHeaded || !DIRECTS.test(passage.plain.slice(from, from + 14))) return false
  if (order.commanded) return passage.plain.startsWith('yeu cau ', from)
  const above = key(context.lead[0]?.name ?? '')
  if (passage.plain.startsWith('lanh dao ', from))
    return /^(?:dang (?:uy|doan|bo)|ban (?:thuong vu|chap hanh|can su)|(?:tinh|thanh|huyen|quan) uy|chi (?:uy|bo)|cap uy)/.test(
      above,
    )
  return order.lead.length === 1 && key(order.lead[0]!.name) === 'thuong truc'
}

/** Words among actions that were read as a name only: the verb is unknown, so who acts must be looked at. */
function unreadTask(item: Item, segment: Stretch, context: Context, setting: Setting): Draft {
  return wholeDraft(item, segment, context, {
    lead: context.lead,
    coordinating: context.coordinating,
    deadlines: limitsOf(item.passage, segment, context, setting),
    unreadLead: item.passage.span(segment.from, segment.to),
  })
}

/** Skips a content label ("Nội dung: …") and a number in words ("Thứ nhất, …"). */
function contentStart(item: Item): number {
  const content = item.labels[0]
  if (content?.role === 'content' && content.from <= item.from + 2) return content.valueFrom
  return item.from + (IN_WORDS.exec(item.passage.plain.slice(item.from, item.from + 20))?.[0].length ?? 0)
}

const IN_WORDS = /^(?:thu (?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)|(?:mot|hai|ba|bon|nam|sau|bay|tam) la)[,:] /

/** "Về kiến nghị mở bến." or "Nhất trí chủ trương mở bến.": no one is to do it. */
function isTopic(passage: Passage, { from }: Stretch, order: Command): boolean {
  return order.lead.length === 0 && (!order.acts || isDecision(passage, from))
}

/** The labelled line, else the subject of the sentence, else of the sentence before, else the unit in the heading, else the addressees. */
function leadOf(order: Order, previous: readonly Party[], context: Context, setting: Setting): Party[] {
  if (context.isStated) return context.lead
  if (order.lead.length > 0) return order.lead
  if (previous.length > 0) return inherited(previous)
  return context.lead.length > 0 ? context.lead : inherited(setting.addressees)
}

function coordinatingOf(order: Order, context: Context): Party[] {
  if (context.isStated) return context.coordinating.length > 0 ? context.coordinating : order.coordinating
  if (order.coordinating.length > 0) return order.coordinating
  return order.lead.length > 0 ? [] : context.coordinating
}

function limitsOf(passage: Passage, segment: Stretch, context: Context, setting: Setting): Deadline[] {
  const own = deadlinesInText(passage, segment.from, segment.to, setting.times)
  // A day stated for the item says when "trước mùa mưa" or "khi có yêu cầu" in its own words is.
  const isOpen = own.every((one) => one.kind === 'perRegulation')
  return isOpen && (own.length === 0 || context.deadlines.some((one) => one.dueOn !== null)) ? context.deadlines : own
}

/**
 * The authority speaks about itself: "Chính phủ thống nhất …", "Văn phòng Chính phủ nhận thấy …". It gives work and gets
 * none, unless "giao" names an agency.
 */
export function isGiver(order: Order, setting: Setting, bare: boolean): boolean {
  if (order.lead.length !== 1) return false
  const name = key((order.lead[0] as Party).name)
  if (GIVERS.test(name)) return true
  if (!bare) return false
  const issuer = setting.issuer === null ? '' : key(setting.issuer)
  return name === issuer || (name.length > SHORTEST_GIVER && issuer.startsWith(`${name} `))
}

/** "Ủy ban nhân dân Thành phố" is the issuer named without its place; a shorter beginning could be another. */
const SHORTEST_GIVER = 16

const GIVERS =
  /^(?:(?:pho )?thu tuong(?: chinh phu)?(?: thuong truc| phu trach)?|pho thu tuong thuong truc chinh phu|chinh phu|quoc hoi|uy ban thuong vu quoc hoi|ban bi thu|bo chinh tri)$/

interface Claim {
  item: Item
  segment: Stretch
  order: Command
  lead: readonly Party[]
  context: Context
  setting: Setting
  bare: boolean
}

/** Shorter texts are headings or scraps; with a full stop two words may be a whole order ("Sơn tường."). */
const TWO_WORDS = /\s/
const THREE_WORDS = /\s\S+\s/
/** The beginning of a sentence shows whether it orders or tells. */
const HEAD = 160

/** Whether this text orders someone to do something. */
function givesWork({ item, segment, order, lead, context, setting, bare }: Claim): boolean {
  const { passage } = item
  const text = passage.text.slice(segment.from, segment.to)
  const isClause = context.isWork || /[.;]\s*$/.test(text)
  if (!(isClause ? TWO_WORDS : THREE_WORDS).test(text)) return false
  const hasSubject = order.lead.length > 0
  const tells = tellsOnly(passage, segment, order)
  const isObliged = hasSubject && OBLIGED.test(passage.plain.slice(order.actionFrom, order.actionFrom + 6))
  const acts = (order.acts || isObliged) && !tells && !tellsNews(passage, segment)
  if (context.section === 'account')
    return (
      order.commanded ||
      (hasSubject && !tells && OBLIGATION.test(passage.plain.slice(segment.from, segment.from + 400)))
    )
  if (tells && !order.commanded) return false
  if (hasSubject && PRAISES.test(passage.plain.slice(order.actionFrom, order.actionFrom + 24))) return false
  if (isShare(passage, order)) {
    const isInSection = context.section === 'tasks' || context.section === 'implementation'
    const above = orderAbove(item)
    if (isInSection && !above?.lead.length) return true
    // Below the order of another a count may tell what there is; a day makes it work.
    return (
      (isInSection || (setting.isDirective && above !== null)) &&
      deadlinesInText(passage, segment.from, segment.to, setting.times).length > 0
    )
  }
  if (SLOGAN.test(text)) return false
  if (bare) {
    if (tellsOfThePast(passage, segment, setting.times.issuedOn)) return false
    if (hasSubject) return order.commanded || ((context.lead.length > 0 || setting.isDirective) && acts)
    if (context.spoken.length > 0 && context.lead === context.spoken) return acts
    if (context.path.length < HEADED || !acts) return false
    if (context.lead.length > 0) return true
    const isWork = context.isWork || (context.section === 'tasks' && context.path.length > HEADED)
    const refers = REFERS.test(passage.plain.slice(order.actionFrom, order.actionFrom + 24))
    return isWork && !refers && !isGeneral(passage, order.actionFrom, segment.to)
  }
  if (item.mark?.kind === 'article') return hasSubject && (order.acts || order.commanded)
  if (isDecision(passage, segment.from) && !hasSubject) return false
  if (lead.length > 0 || context.isWork || unreadLead(passage, segment.from, segment.to)) return true
  return setting.isDirective && order.acts && context.section !== null
}

/** "Ban Chỉ đạo ghi nhận …" judges; "Trung tâm ghi nhận, xử lý phản ánh" is work. */
const PRAISES = new RegExp(`^(?:ghi nhan(?! ?,| va |[a-z ]* phan anh)|${PRAISE}|hoan nghenh|danh gia cao)\\b`)

/** "Thực hiện theo lộ trình tại phần II" points to what is said elsewhere. */
const REFERS = /^(?:thuc hien|trien khai) theo /
const OBLIGED = /^\s?(?:phai|can) /

/** Steps to a paragraph below a heading; one more inside a section. */
const HEADED = 2

/** "Toàn dân tham gia đọc sách!" calls on everyone and gives work to no one. */
const SLOGAN = /!["”\s]*$/

const NARRATIVE =
  /(?:^|\s)(?:đã|vừa|sẽ|đang|cho biết|cho hay|nhấn mạnh|phát biểu|ghi nhận|đánh giá cao|cảm ơn|còn chậm)(?=[\s,])/u

const NEWS = wordList(list('đã | vừa | sẽ | đang | cho | nhấn | phát | ghi | đánh | cảm | còn'))

/** The words at the head say what was said or done; they are looked for only where one of them begins. */
function tellsNews(passage: Passage, { from, to }: Stretch): boolean {
  const words = wordsOf(passage)
  const end = Math.min(to, from + HEAD)
  for (let at = wordAt(words, from); at < words.length && words[at]!.start < end; at++)
    if (isOneOf(words[at]!, NEWS)) return NARRATIVE.test(passage.lower.slice(from, end))
  return false
}

/** What is done, was done or is true: a passive, a past tense, a thing as subject. */
function tellsOnly(passage: Passage, segment: Stretch, order: Command): boolean {
  const folded = passage.plain.slice(segment.from, Math.min(segment.to, segment.from + HEAD))
  if (NO_ORDER.test(folded) || NOT_GIVEN.test(folded)) return true
  const action = passage.lower.slice(order.actionFrom, order.actionFrom + 30)
  if (
    order.lead.length > 0 &&
    passage.lower.slice(Math.max(0, order.actionFrom - 6), order.actionFrom).endsWith(' chưa ')
  )
    return true
  return (
    order.lead.length > 0 &&
    /^(?:đã|vừa|đang|chưa|không còn|có (?:sự|nhiều|những|bước|chuyển)|được|còn|cơ bản|luôn)\s/u.test(action)
  )
}

/** "Không giao Sở A …": no one is to do it. */
const NOT_GIVEN = /^(?:khong|thoi|chua) (?:giao|yeu cau|de nghi|phan cong) /

function segmentsOf(passage: Passage, from: number, times: Times, to = passage.text.length): Stretch[] {
  const segments: Stretch[] = []
  for (const sentence of sentencesOf(passage, from, to)) {
    for (const part of commandsOf(passage, sentence)) {
      const last = segments.at(-1)
      const isPart = part.from !== sentence.from
      if (last && !isPart && !isSeparate(passage, part, times)) last.to = part.to
      else segments.push({ ...part })
    }
  }
  return segments
}

/** More givings in one sentence are no text that an office writes, and each costs a look at the rest of it. */
const MOST_COMMANDS = 30

/**
 * "Giao Sở A …; giao Sở B …": each giving is a sentence of its own, and so is what another unit does ("Sở A lập danh sách;
 * UBND xã B sửa bến"). The decision or topic before the first belongs to it ("Nhất trí chủ trương; giao Sở A …").
 */
function commandsOf(passage: Passage, sentence: Stretch): Stretch[] {
  const parts: Stretch[] = []
  let start = sentence.from
  let isGiven = false
  let gives: boolean | null = null
  /** Where `TOWARDS` has been looked for, so that each word of a long list is looked at once. */
  let seen = start
  for (
    let at = passage.text.indexOf(';', start);
    at >= 0 && at < sentence.to && parts.length < MOST_COMMANDS;
    at = passage.text.indexOf(';', at + 1)
  ) {
    const next = at + 1 + (/^\s*/.exec(passage.text.slice(at + 1, at + 10))?.[0].length ?? 0)
    if (GIVES_AGAIN.test(passage.plain.slice(next, next + 20))) {
      gives ??= orderOf(passage, sentence.from, sentence.to).commanded
      const order = gives ? orderOf(passage, next, sentence.to) : null
      if (!order?.commanded || order.lead.length === 0 || GIVERS.test(key(order.lead[0]!.name))) continue
      if (isGiven || orderOf(passage, start, at).commanded) {
        parts.push({ from: start, to: at })
        start = next
      }
      isGiven = true
    } else if (TOWARDS.test(passage.plain.slice(Math.max(start, seen - LONGEST_TOWARDS), at))) {
      break
    } else if (isOthersWork(passage, start, at, next, sentence.to)) {
      parts.push({ from: start, to: at })
      start = next
    }
    seen = at
  }
  parts.push({ from: start, to: sentence.to })
  return parts
}

const LONGEST_TOWARDS = 30
/** "… thống nhất theo hướng: Bộ A chủ trì …; Bộ B chủ trì …": what they are to agree upon, not what each is to do. */
const TOWARDS = /\btheo (?:huong|nguyen tac|phuong an) ?:/

/** "UBND xã A: 12 căn": how much of the work is whose. */
function isShare(passage: Passage, order: Order): boolean {
  return order.lead.length > 0 && SHARE.test(passage.plain.slice(order.actionFrom - 2, order.actionFrom + 12))
}

/** "1. Sở A rà soát biên chế:": the item above orders what is shared out below it. */
function orderAbove({ parent }: Item): Order | null {
  if (!parent?.mark) return null
  const order = orderOf(parent.passage, parent.from, parent.passage.text.length)
  return order.acts || order.commanded ? order : null
}

const SHARE = /^: (?:\d|tu \d|it nhat \d|toi thieu \d)/

const GIVES_AGAIN = /^(?:dong thoi,? )?(?:giao|yeu cau|de nghi) /

/** After the semicolon another unit is named with what it does, and the words before it have a unit of their own. */
function isOthersWork(passage: Passage, start: number, end: number, next: number, to: number): boolean {
  if (!/^(?:\p{Lu}|(?:các|những) )/u.test(passage.text.slice(next, next + 6))) return false
  if (!isUnitAt(passage, wordAt(wordsOf(passage), next))) return false
  const order = orderOf(passage, next, to)
  if (order.lead.length === 0 || order.isName || GIVERS.test(key(order.lead[0]!.name))) return false
  // "Sở A chủ trì; Sở B phối hợp rà soát …": one work of two.
  if (LEADS_ONLY.test(passage.plain.slice(start, end))) return false
  const before = commandIn(passage, start, end, false)
  // "Sở A chủ trì, phối hợp với Sở B; Sở C rà soát": nothing is said to be done yet, so the list of partners goes on.
  if (passage.text.slice(dutyAt(passage, before.actionFrom, end).actionFrom, end).trim() === '') return false
  if (isShare(passage, order)) return before.lead.length > 0 && isShare(passage, before)
  if (!order.acts) return false
  return before.lead.length > 0 && !before.isName && (before.acts || before.commanded)
}

const LEADS_ONLY = / chu tri ?$/

/** A separate sentence "Hoàn thành trước ngày …" is only the deadline of the sentence before. */
const BARE_LIMIT =
  /^(?:hoan thanh|xong|thoi (?:gian|han)|viec|cac noi dung|noi dung|cong viec|nhiem vu)\b[^,;]{0,40}\b(?:truoc|trong|cham nhat|den)\b/

function isSeparate(passage: Passage, sentence: Stretch, times: Times): boolean {
  const folded = passage.plain.slice(sentence.from, sentence.to)
  if (folded.length < 90 && BARE_LIMIT.test(folded)) return false
  const order = orderOf(passage, sentence.from, sentence.to)
  const isObliged = OBLIGED.test(passage.plain.slice(order.actionFrom, order.actionFrom + 6))
  const hasVerb = order.acts || isObliged || unitPhraseAt(passage, sentence.from, sentence.to)?.stop === 'verb'
  if (order.lead.length > 0 && !order.isName && (hasVerb || order.commanded)) return true
  if (order.acts && deadlinesInText(passage, sentence.from, sentence.to, times).length > 0) return true
  return order.lead.length === 0 && GIVES_LATER.test(folded) && isGivenLater(passage, sentence)
}

const GIVES_LATER = /(?:[,;)]| thi) (?:giao|yeu cau|de nghi) /

/** "Phần diện tích còn lại, giao Sở A …": the agency is named behind what it is given. */
function isGivenLater(passage: Passage, { from, to }: Stretch): boolean {
  const order = commandIn(passage, from, to, false)
  return order.commanded && order.lead.length > 0 && !order.isName
}
