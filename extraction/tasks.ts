import { deadlinesInText, deadlinesOfValue, type Times } from './deadlines.ts'
import { isCapitals } from './flow.ts'
import type { Label } from './labels.ts'
import { type Order, orderOf } from './orders.ts'
import type { Item } from './outline.ts'
import { partiesOf } from './parties.ts'
import type { Passage } from './passage.ts'
import { type Stretch, sentencesOf } from './sentences.ts'
import type { Deadline, ExtractedTask, Found, Group, Party, Span } from './shapes.ts'
import { type TableRow, tableRows } from './tables.ts'
import { targetsIn } from './targets.ts'
import { AIM_HEADINGS, GENERIC_HEADING, IMPLEMENTATION_HEADINGS } from './vocabulary.ts'
import { wordsOf } from './words.ts'

/** What an item takes over from what stands above it. */
interface Context {
  lead: Party[]
  coordinating: Party[]
  deadlines: Deadline[]
  group: { title: string; passage: Passage; from: number } | null
  /** "aims": nobody is given work here; "implementation": duties in general terms. */
  section: 'aims' | 'implementation' | 'tasks' | null
  path: string[]
}

/** A task as found, before it is decided which of them stay. */
export interface Draft {
  task: ExtractedTask
  source: 'labels' | 'table' | 'text'
  section: Context['section']
}

export interface Setting {
  times: Times
  /** Those whom the document as a whole addresses ("Kính gửi"). */
  addressees: Party[]
  /** The document is an order (not a press report), so that a verb at the head of an item gives work. */
  isDirective: boolean
}

export interface Drafts {
  drafts: Draft[]
  groups: Group[]
}

export function draftsOf(root: Item, setting: Setting): Drafts {
  const found: Drafts = { drafts: [], groups: [] }
  const context: Context = { lead: [], coordinating: [], deadlines: [], group: null, section: null, path: [] }
  walkChildren(root, context, setting, found)
  return found
}

/** Paragraphs without mark may introduce the marked items after them; so siblings are taken in order. */
function walkChildren(parent: Item, context: Context, setting: Setting, found: Drafts): void {
  let current = context
  let place = 0
  for (const child of parent.children) {
    if (child.isLabelLine) continue
    if (child.table) {
      walkTable(child, current, setting, found)
    } else if (child.mark) {
      walkItem(child, { ...current, path: [...context.path, pathOf(child)] }, setting, found)
    } else {
      place++
      current = walkParagraph(child, { ...current, path: [...context.path, `-${place}`] }, context, setting, found)
    }
  }
}

function pathOf(child: Item): string {
  return child.mark!.label === '' ? `-${child.place}` : child.mark!.label
}

/** A paragraph without mark: an introduction to what follows, a heading, or an order of its own. */
function walkParagraph(item: Item, context: Context, outer: Context, setting: Setting, found: Drafts): Context {
  const { passage } = item
  const end = passage.text.length
  if (isApparatus(passage)) return context
  const back = { ...context, path: outer.path }
  const order = orderOf(passage, 0, end)
  if (/^ghi chu\b/.test(passage.plain) && end < 60) return { ...outer, section: 'aims' }
  if (
    item.heading ||
    (isHeadingText(passage, 0) && !/\.$/.test(passage.text) && !(order.lead.length > 0 && order.acts))
  ) {
    if (order.isName && order.lead.length > 0 && !isCapitals(passage.text))
      return { ...back, lead: inheritedParties(order.lead) }
    const section = sectionOf(passage, 0)
    if (section) return { ...outer, section }
    return outer.path.length === 0 && item.heading ? { ...outer, section: null } : back
  }
  const last = sentencesOf(passage, 0).at(-1)!
  if (/:\s*$/.test(passage.text)) {
    const order = introOrder(passage, last)
    if (order.lead.length > 0)
      return { ...back, lead: inheritedParties(order.lead), coordinating: inheritedParties(order.coordinating) }
    return back
  }
  if (context.section !== 'aims') emitText(item, context, setting, found, true)
  return back
}

/** In "Thủ tướng Chính phủ yêu cầu các Bộ …, Chủ tịch Ủy ban … thực hiện các nhiệm vụ sau:" the order may stand at the end. */
function introOrder(passage: Passage, last: Stretch): Order {
  const order = orderOf(passage, last.from, last.to)
  if (order.lead.length > 0 && (order.commanded || order.isName)) return order
  const folded = passage.plain.slice(last.from, last.to)
  const giver = [...folded.matchAll(/(?:^|, |; )[a-z ]{0,60}?(?:yeu cau|de nghi|giao|chi dao)(?= )/g)].at(-1)
  if (giver) {
    const word = /(?:yeu cau|de nghi|giao|chi dao)$/.exec(giver[0])!
    const at = last.from + giver.index + word.index
    const inner = orderOf(passage, at, last.to)
    if (inner.commanded) return inner
  }
  return order
}

function walkItem(item: Item, context: Context, setting: Setting, found: Drafts): void {
  const inner = item.children.filter((child) => !child.isLabelLine)
  const labels = gatheredLabels(item)
  const section =
    inner.length === 0 || (item.mark && DEEP.has(item.mark.kind)) ? null : sectionOf(item.passage, item.from)
  const here: Context = section ? { ...context, section, lead: [], coordinating: [], deadlines: [] } : context
  if (here.section === 'aims') return
  if (labels.some(({ label }) => isAssigning(label))) {
    emitLabelled(item, labels, here, setting, found)
    return
  }
  const isLeaf = inner.every((child) => !child.mark && !child.table)
  if (isLeaf && (inner.length === 0 || !isHeadOf(item, inner))) {
    emitText(item, here, setting, found, false)
    walkChildren({ ...item, children: inner }, { ...here, coordinating: [] }, setting, found)
    return
  }
  walkChildren(item, underItem(item, here, setting, found), setting, found)
}

/** An item followed only by paragraphs is their heading when it names a body or a theme; else they are its afterthought. */
function isHeadOf(item: Item, paragraphs: readonly Item[]): boolean {
  const { passage, from } = item
  const order = orderOf(passage, from, passage.text.length)
  if (order.isName || /:\s*$/.test(passage.text)) return true
  if (DEEP.has(item.mark!.kind) || (order.lead.length > 0 && order.acts)) return false
  const first = paragraphs[0]!.passage
  return (
    isHeadingText(passage, from) || (passage.text.length < 300 && orderOf(first, 0, first.text.length).lead.length > 0)
  )
}

const DEEP = new Set(['letter', 'bracketed', 'dash', 'plus', 'bullet'])

/** What the items below inherit from this one: its subject, its limit, its theme. */
function underItem(item: Item, context: Context, setting: Setting, found: Drafts): Context {
  const { passage, from } = item
  const end = passage.text.length
  const order = orderOf(passage, from, end)
  const opens = /:\s*$/.test(passage.text)
  const hasOwn = order.lead.length > 0
  const next: Context = { ...context }
  if (hasOwn) {
    next.lead = inheritedParties(order.lead)
    next.coordinating = []
    next.deadlines = []
  }
  if (order.coordinating.length > 0 && (opens || order.isName)) next.coordinating = inheritedParties(order.coordinating)
  if (opens || isHeadingText(passage, from)) {
    const limits = order.isName ? [] : deadlinesInText(passage, from, end, setting.times)
    if (limits.length > 0)
      next.deadlines = limits.map((limit) => ({ ...limit, inherited: true, confidence: limit.confidence * 0.8 }))
  }
  if (!hasOwn && isThematic(item)) {
    const targets = targetsIn(passage, from, end)
    const title = passage.text.slice(from).replace(/[\s:.;]+$/, '')
    if (targets.length > 0 || !context.group) found.groups.push({ title, span: passage.span(from), targets })
    next.group = context.group ?? { title, passage, from }
  } else if (hasOwn && !order.isName && !opens) {
    emitText(item, context, setting, found, false)
  }
  return next
}

function isThematic(item: Item): boolean {
  if (!item.mark || DEEP.has(item.mark.kind) || item.mark.kind === 'article') return false
  const folded = item.passage.plain.slice(item.from).trim()
  return (
    folded.length > 0 &&
    folded.length < 600 &&
    !GENERIC_HEADING.test(`${folded} `.replace(/[\s.:;]+$/, '')) &&
    !IMPLEMENTATION_HEADINGS.test(folded)
  )
}

function sectionOf(passage: Passage, from: number): Context['section'] {
  const folded = passage.plain.slice(from, from + 120).replace(/^[\s"(*]+/, '')
  if (!isHeadingText(passage, from)) return null
  if (IMPLEMENTATION_HEADINGS.test(folded)) return 'implementation'
  if (/^.{0,25}\b(?:nhiem vu|giai phap|noi dung (?:thuc hien|cong viec|chu yeu|trong tam)|phan cong)/.test(folded))
    return 'tasks'
  if (AIM_HEADINGS.test(folded)) return 'aims'
  return /^noi dung\b/.test(folded) ? 'tasks' : null
}

/** A heading is short and is no sentence. */
function isHeadingText(passage: Passage, from: number): boolean {
  const text = passage.text.slice(from).trim()
  if (isCapitals(text)) return true
  return text.length <= 130 && !/[;,]$/.test(text) && !/\.\s+\p{Lu}/u.test(text)
}

/** Formulas of the closing and opening, which give nobody work. */
const APPARATUS =
  /^(?:\(\*+\)|can cu|xet de nghi|theo de nghi|noi nhan|kinh gui|quyet dinh nay co hieu luc|chi thi nay co hieu luc|nghi quyet nay co hieu luc|thong tu nay|tren day la|xem them|tran trong|luu y:|ghi chu|\(\*\)|thuc hien (?:luat|nghi quyet|nghi dinh|chi thi|quyet dinh|ke hoach|cong van|cong dien|chuong trinh|thong bao|ket luan)[^.]*(?:ban hanh|xay dung|yeu cau|de nghi)?[^.]*(?:nhu sau|sau day|sau)\s*:?$|\(?chi tiet (?:tai )?phu luc|\(ban hanh kem theo|\(kem theo|\[\.\.\.\])/

const FORMULA =
  /^(?:[^.;]{0,80}nay co hieu luc (?:thi hanh )?(?:ke )?tu|ban hanh kem theo (?:quyet dinh|thong tu|ke hoach)|phe duyet kem theo|bai bo |thay the )|(?:chiu trach nhiem|chiu trach nhiem to chuc) thi hanh (?:quyet dinh|chi thi|nghi quyet|ke hoach|thong tu|nghi dinh)|tran trong cam on|duoc bo tri tu nguon|xin cam on/

function isApparatus(passage: Passage, from = 0): boolean {
  return APPARATUS.test(passage.plain.slice(from, from + 400))
}

interface Owned {
  item: Item
  label: Label
  /** Lines below an empty label, which are its value. */
  list: Item[]
}

function gatheredLabels(item: Item): Owned[] {
  const own: Owned[] = item.labels
    .filter((label) => label.role !== 'content')
    .map((label) => ({ item, label, list: [] }))
  for (const child of item.children) {
    if (!child.isLabelLine) continue
    child.labels.forEach((label, at) => {
      own.push({ item: child, label, list: at === child.labels.length - 1 ? child.children : [] })
    })
  }
  return own
}

function isAssigning(label: Label): boolean {
  return label.role === 'lead' || label.role === 'deadline' || label.role === 'coordinating' || label.role === 'product'
}

/** A task told by labelled lines. Its action is the item's own text and the paragraphs between it and the labels. */
function emitLabelled(item: Item, labels: Owned[], context: Context, setting: Setting, found: Drafts): void {
  const lead = labelParties(labels, 'lead')
  const coordinating = labelParties(labels, 'coordinating')
  const deadlines = labels
    .filter(({ label }) => label.role === 'deadline')
    .flatMap((one) =>
      valuesOf(one).flatMap(({ passage, from, to }) => deadlinesOfValue(passage, from, to, setting.times)),
    )
  const product = labels.find(({ label }) => label.role === 'product')
  const paragraphs = item.children.filter((child) => !child.isLabelLine && !child.table && !child.mark)
  const points = item.children.filter((child) => !child.isLabelLine && !child.table && child.mark)
  const head: Bounds = { passage: item.passage, from: item.from, to: contentEnd(item) }
  const isTheme = paragraphs.length > 0 && isThematic(item) && !DEEP.has(item.mark!.kind) && head.to - head.from < 400
  const body = [
    ...(isTheme ? [] : [head]),
    ...[...paragraphs, ...points].map((child) => ({ passage: child.passage, from: child.from, to: contentEnd(child) })),
  ].filter((one) => one.to > one.from)
  if (body.length === 0) return
  const action = paragraphs.length > 0 ? body.find((one) => one.passage === paragraphs[0]!.passage)! : body[0]!
  const order = orderOf(action.passage, action.from, action.to)
  const ownLead =
    lead.length > 0
      ? lead
      : order.lead.length > 0
        ? order.lead
        : context.lead.length > 0
          ? context.lead
          : inheritedParties(setting.addressees)
  const group = isTheme
    ? (context.group ?? {
        title: item.passage.text
          .slice(item.from)
          .trim()
          .replace(/[\s:.]+$/, ''),
        passage: item.passage,
        from: item.from,
      })
    : context.group
  const last = labels.at(-1)!
  const lastItem = last.list.at(-1) ?? last.item
  found.drafts.push({
    source: 'labels',
    section: context.section,
    task: assemble({
      path: [...context.path],
      annex: item.annex,
      group: group?.title ?? null,
      body,
      action: {
        passage: action.passage,
        from: order.actionFrom < action.to ? order.actionFrom : action.from,
        to: action.to,
      },
      span: {
        start: item.passage.span(0).start,
        end: Math.max(lastItem.passage.span(0).end, body.at(-1)!.passage.span(0).end),
      },
      lead: ownLead,
      coordinating: coordinating.length > 0 ? coordinating : lead.length > 0 ? [] : order.coordinating,
      deadlines: labels.some(({ label }) => label.role === 'deadline') ? deadlines : context.deadlines,
      product:
        product && product.label.valueTo > product.label.valueFrom
          ? foundAt(product.item.passage, product.label.valueFrom, product.label.valueTo)
          : null,
      hasUnreadDeadline: deadlines.length === 0 && labels.some(({ label }) => label.role === 'deadline'),
    }),
  })
}

interface Bounds {
  passage: Passage
  from: number
  to: number
}

function valuesOf({ item, label, list }: Owned): Bounds[] {
  const own: Bounds = { passage: item.passage, from: label.valueFrom, to: label.valueTo }
  return [
    ...(own.to > own.from ? [own] : []),
    ...list.map((one) => ({ passage: one.passage, from: one.from, to: one.passage.text.length })),
  ]
}

function labelParties(labels: Owned[], role: Party['role']): Party[] {
  const parties: Party[] = []
  for (const one of labels) {
    if (one.label.role !== role) continue
    for (const { passage, from, to } of valuesOf(one)) {
      const joined =
        role === 'lead'
          ? /[;,]? (?:va )?phoi hop (?:cung )?voi(?: cac don vi:)? /.exec(passage.plain.slice(from, to))
          : null
      parties.push(...partiesOf(passage, from, joined ? from + joined.index : to, role))
    }
  }
  return unique(parties)
}

/** Text of an item before its first label. */
function contentEnd(item: Item): number {
  const first = item.labels.find((label) => label.role !== 'content')
  return first ? first.from : item.passage.text.length
}

function foundAt(passage: Passage, from: number, to: number): Found {
  return { value: passage.text.slice(from, to), span: passage.span(from, to), confidence: 0.9 }
}

/** A task told in running text. Split into sentences where a later one has its own lead or its own limit. */
function emitText(item: Item, context: Context, setting: Setting, found: Drafts, needsCommand: boolean): void {
  const { passage, from } = item
  const start = contentStart(item)
  if (isApparatus(passage, start) || FORMULA.test(passage.plain.slice(start, start + 2000))) return
  const parts = segmentsOf(passage, start, setting.times)
  let previous: Party[] = []
  parts.forEach((part, index) => {
    const order = orderOf(passage, part.from, part.to)
    if (order.isName) return
    const inherited =
      context.lead.length > 0
        ? context.lead
        : setting.isDirective || !needsCommand
          ? inheritedParties(setting.addressees)
          : []
    const lead = order.lead.length > 0 ? order.lead : previous.length > 0 ? inheritedParties(previous) : inherited
    const text = passage.text.slice(part.from, part.to)
    const follows = previous.length > 0 && order.acts
    if (!follows && !givesWork(item, order, lead, context, setting, needsCommand, text)) return
    previous = order.lead.length > 0 ? order.lead : previous
    const own = deadlinesInText(passage, part.from, part.to, setting.times)
    found.drafts.push({
      source: 'text',
      section: context.section,
      task: assemble({
        path: parts.length > 1 ? [...context.path, `-${index + 1}`] : context.path,
        annex: item.annex,
        group: context.group?.title ?? null,
        body: [{ passage, from: order.lead.length > 0 ? order.actionFrom : part.from, to: part.to }],
        action: { passage, from: Math.min(order.actionFrom, part.to), to: part.to },
        span: passage.span(index === 0 ? Math.min(from, part.from) && 0 : part.from, part.to),
        lead,
        coordinating: order.coordinating.length > 0 ? order.coordinating : index === 0 ? context.coordinating : [],
        deadlines: own.length > 0 ? own : context.deadlines,
        product: null,
        hasUnreadDeadline: false,
      }),
    })
  })
}

function contentStart(item: Item): number {
  const content = item.labels[0]
  return content?.role === 'content' && content.from <= item.from + 2 ? content.valueFrom : item.from
}

/** Does this stretch tell somebody to do something? */
function givesWork(
  item: Item,
  order: Order,
  lead: readonly Party[],
  context: Context,
  setting: Setting,
  needsCommand: boolean,
  text: string,
): boolean {
  if (wordCount(text) < 4) return false
  if (needsCommand) {
    if (order.lead.length > 0)
      return order.commanded || ((context.lead.length > 0 || setting.isDirective) && order.acts && !isNarrative(text))
    return context.lead.length > 0 && context.path.length > 1 && order.acts && !isNarrative(text)
  }
  if (item.mark?.kind === 'article' && !(order.lead.length > 0 && (order.acts || order.commanded))) return false
  if (lead.length > 0) return order.lead.length === 0 || order.acts || order.commanded || order.lead.length > 0
  return setting.isDirective && order.acts && context.section !== null
}

const NARRATIVE = /(?:^|\s)(?:đã|vừa|sẽ|đang|cho biết|cho hay|nhấn mạnh|phát biểu|ghi nhận|đánh giá cao|cảm ơn)(?=\s)/iu

function isNarrative(text: string): boolean {
  return NARRATIVE.test(text.slice(0, 160))
}

function wordCount(text: string): number {
  return text.split(/\s+/).length
}

function segmentsOf(passage: Passage, from: number, times: Times): Stretch[] {
  const segments: Stretch[] = []
  for (const sentence of sentencesOf(passage, from)) {
    const last = segments.at(-1)
    if (last && !standsAlone(passage, sentence, times)) last.to = sentence.to
    else segments.push({ ...sentence })
  }
  return segments
}

/** A later sentence is a task of its own when it names who or by when, and is more than the limit of the one before. */
function standsAlone(passage: Passage, sentence: Stretch, times: Times): boolean {
  const folded = passage.plain.slice(sentence.from, sentence.to)
  if (
    /^(?:hoan thanh|xong|thoi (?:gian|han)|viec|cac noi dung|noi dung|ket qua|bao cao nay)\b[^,;]{0,40}(?:truoc|trong|cham nhat|den)\b/.test(
      folded,
    ) &&
    folded.length < 90
  )
    return false
  const order = orderOf(passage, sentence.from, sentence.to)
  if (order.lead.length > 0 && !order.isName && (order.acts || order.commanded)) return true
  const limits = deadlinesInText(passage, sentence.from, sentence.to, times)
  return limits.length > 0 && order.acts
}

function walkTable(item: Item, context: Context, setting: Setting, found: Drafts): void {
  const rows = tableRows(item.table!)
  if (!rows || context.section === 'aims') return
  const seen = new Set<Passage>()
  for (const row of rows) {
    for (const { title } of row.groups) {
      if (seen.has(title)) continue
      seen.add(title)
      found.groups.push({ title: title.text, span: title.span(), targets: targetsIn(title, 0, title.text.length) })
    }
    found.drafts.push({ source: 'table', section: context.section, task: taskOfRow(row, item, context, setting) })
  }
}

function taskOfRow(row: TableRow, item: Item, context: Context, setting: Setting): ExtractedTask {
  const content = row.content[0]!
  const order = orderOf(content, markLength(content), content.text.length)
  const leadCell = row.values.lead ?? row.values.altLead
  const split = leadCell ? cellParties(leadCell.passage) : { lead: [], coordinating: [] }
  const groupUnit = row.groups.flatMap(({ title }) => nameParties(title)).slice(0, 4)
  const lead =
    split.lead.length > 0
      ? mark(split.lead, leadCell!.inherited)
      : order.lead.length > 0
        ? order.lead
        : groupUnit.length > 0
          ? groupUnit
          : context.lead
  const partners = row.values.coordinating
  const coordinating = partners
    ? mark(partiesOf(partners.passage, 0, partners.passage.text.length, 'coordinating'), partners.inherited)
    : [...split.coordinating, ...order.coordinating]
  const limit = row.values.deadline
  const deadlines = limit
    ? deadlinesOfValue(limit.passage, 0, limit.passage.text.length, setting.times).map((one) => ({
        ...one,
        inherited: limit.inherited,
        confidence: limit.inherited ? 0.85 : one.confidence,
      }))
    : deadlinesInText(content, 0, content.text.length, setting.times)
  const product = row.values.product
  const body = row.content.map((passage) => ({ passage, from: markLength(passage), to: passage.text.length }))
  const theme = row.groups.find(({ title }) => nameParties(title).length === 0)
  const task = assemble({
    path: rowPath(row),
    annex: item.annex || 'PL',
    group: theme?.title.text.replace(/[\s:.;]+$/, '') ?? context.group?.title ?? null,
    body,
    action: {
      passage: content,
      from: Math.min(order.lead.length > 0 ? order.actionFrom : body[0]!.from, content.text.length),
      to: content.text.length,
    },
    span: row.span,
    lead,
    coordinating,
    deadlines,
    product: product ? foundAt(product.passage, 0, product.passage.text.length) : null,
    hasUnreadDeadline: limit !== undefined && deadlines.length === 0,
  })
  const target = row.values.target
  if (target) task.targets.push(...targetsIn(target.passage, 0, target.passage.text.length))
  return task
}

function rowPath(row: TableRow): string[] {
  const groups = row.groups.map(({ ordinal }) => ordinal).filter((ordinal) => ordinal !== '')
  return row.ordinal !== '' && !/\s/.test(row.ordinal)
    ? [...groups.filter((group) => !row.ordinal.startsWith(`${group}.`)), row.ordinal]
    : [...groups, `-${row.place}`]
}

function markLength(passage: Passage): number {
  return /^(?:[-+•–]|\d{1,2}\.|[a-zđ]\))\s+/.exec(passage.text)?.[0].length ?? 0
}

/** A group row may be the name of the body whose tasks follow. */
function nameParties(title: Passage): Party[] {
  const order = orderOf(title, 0, title.text.length)
  return order.isName ? inheritedParties(order.lead) : []
}

/** One cell may hold both: "Chủ trì: Sở A; phối hợp: Sở B". */
function cellParties(passage: Passage): { lead: Party[]; coordinating: Party[] } {
  const folded = passage.plain
  const cut = /(?:[;,.(]|^| )\s*(?:co quan |don vi )?phoi hop(?: thuc hien)?(?: voi)?\s*:?\s+/.exec(folded)
  const start = /^\s*(?:co quan |don vi )?chu tri\s*:?\s*/.exec(folded)?.[0].length ?? 0
  if (!cut || cut.index === 0) return { lead: partiesOf(passage, start, folded.length, 'lead'), coordinating: [] }
  const to = cut.index
  return {
    lead: partiesOf(passage, start, passage.lower.slice(0, to).endsWith(' chủ trì') ? to - 8 : to, 'lead'),
    coordinating: partiesOf(passage, cut.index + cut[0].length, folded.length, 'coordinating'),
  }
}

function mark(parties: Party[], inherited: boolean): Party[] {
  return inherited ? inheritedParties(parties) : parties
}

function inheritedParties(parties: readonly Party[]): Party[] {
  return parties.map((party) => ({ ...party, inherited: true, confidence: Math.min(party.confidence, 0.85) }))
}

function unique(parties: readonly Party[]): Party[] {
  const seen = new Set<string>()
  return parties.filter((party) => {
    const name = `${party.role} ${party.name.toLowerCase()}`
    return seen.has(name) ? false : seen.add(name) !== undefined
  })
}

interface Parts {
  path: readonly string[]
  annex: string
  group: string | null
  body: Bounds[]
  action: Bounds
  span: Span
  lead: Party[]
  coordinating: Party[]
  deadlines: Deadline[]
  product: Found | null
  hasUnreadDeadline: boolean
}

const TITLE_WORDS = 12

function assemble(parts: Parts): ExtractedTask {
  const lead = unique(parts.lead)
  const coordinating = unique(parts.coordinating.map((party) => ({ ...party, role: 'coordinating' as const })))
  const content = parts.body
    .map(({ passage, from, to }) => passage.text.slice(from, to).trim())
    .join(' ')
    .replace(/[\s;,]+$/, '')
  const first = parts.body[0]!
  const last = parts.body.at(-1)!
  const targets = parts.body.flatMap(({ passage, from, to }) => targetsIn(passage, from, to))
  const task: ExtractedTask = {
    ref: refOf(parts.path, parts.annex),
    group: parts.group,
    title: titleOf(parts.action),
    content,
    span: parts.span,
    contentSpan: {
      start: first.passage.span(first.from, first.to).start,
      end: last.passage.span(last.from, last.to).end,
    },
    lead: lead.map((party) => party.name),
    coordinating: coordinating.map((party) => party.name),
    parties: [...lead, ...coordinating],
    deadlines: parts.deadlines,
    targets,
    product: parts.product,
    implements: [],
    confidence: 1,
    warnings: [],
  }
  if (parts.hasUnreadDeadline) {
    task.warnings.push({
      code: 'deadline_unread',
      message: 'Thời hạn có ghi nhưng không đọc được thành ngày; cần xem lại.',
      span: parts.span,
    })
  }
  return task
}

function titleOf({ passage, from, to }: Bounds): string {
  const words = wordsOf(passage).filter((word) => word.start >= from && word.end <= to)
  const last = words[Math.min(TITLE_WORDS, words.length) - 1]
  const text = last ? passage.text.slice(from, last.end) : passage.text.slice(from, to)
  return text.replace(/^[\s,;:–-]+/, '').trim()
}

/** "II.1.b-2", "Điều 3.4.a", "PL.7": what stands inside a Roman part is known by it, whatever article it lies in. */
function refOf(path: readonly string[], annex: string): string {
  const roman = path.findLastIndex((step) => /^[IVXL]+$/.test(step))
  const steps = roman > 0 ? path.slice(roman) : path
  let ref = annex
  for (const step of steps) {
    if (step.startsWith('-')) ref += ref === '' ? step.slice(1) : step
    else if (/^\d+(?:\.\d+)+$/.test(step) && ref.endsWith(step.slice(0, step.lastIndexOf('.'))))
      ref += step.slice(step.lastIndexOf('.'))
    else ref += ref === '' ? step : `.${step}`
  }
  return ref
}
