import { isCapitals } from '../blocks/flow.ts'
import { deadlinesInText } from '../deadlines/deadlines.ts'
import type { Passage } from '../language/passage.ts'
import { type Stretch, sentencesOf } from '../language/sentences.ts'
import { isApparatus, isHeadingOf, isHeadingText, isPoint, sectionOf, themeOf } from '../outline/headings.ts'
import type { Item } from '../outline/outline.ts'
import { targetsIn } from '../targets/targets.ts'
import { type Order, orderOf } from '../units/orders.ts'
import { type Context, type Drafts, inherited, NO_CONTEXT, type Setting } from './drafts.ts'
import { assigns, labelledTask, labelsUnder } from './labelled.ts'
import { tableTasks } from './rows.ts'
import { isGiver, runningTasks } from './running.ts'

/**
 * Walks the outline and drafts its tasks. A task is the smallest item that gives work to an agency: an item with
 * labels, a row of a plan's table, or a leaf in running text. An item that only introduces others is not a task; they
 * inherit from it.
 */
export function draftsOf(root: Item, setting: Setting): Drafts {
  const found: Drafts = { drafts: [], groups: [] }
  walkChildren(root, NO_CONTEXT, setting, found)
  return found
}

/** A paragraph without mark may introduce the marked items after it, so siblings are walked in order. */
function walkChildren(parent: Item, context: Context, setting: Setting, found: Drafts): void {
  let current = context
  let place = 0
  for (const child of parent.children) {
    if (child.isLabelLine) continue
    if (child.table) {
      if (current.section === 'aims') continue
      const { drafts, groups } = tableTasks(child, current, setting)
      for (const draft of drafts) found.drafts.push(draft)
      for (const group of groups) found.groups.push(group)
    } else if (child.mark) {
      walkItem(child, { ...current, path: [...context.path, child.mark.label || `-${child.place}`] }, setting, found)
    } else {
      place++
      const here = { ...current, path: [...context.path, `-${place}`] }
      current = { ...walkParagraph(child, here, setting, found), path: context.path }
    }
  }
}

/** A paragraph without mark: the heading of what follows, an introduction to it, or an order of its own. */
function walkParagraph(item: Item, context: Context, setting: Setting, found: Drafts): Context {
  const { passage } = item
  const end = passage.text.length
  if (/^ghi chu\b/.test(passage.plain) && end < 60) return { ...context, section: 'aims' }
  if (isApparatus(passage)) return context
  const labels = labelsUnder(item)
  if (assigns(labels)) {
    const draft = labelledTask(item, labels, context, setting)
    if (draft && draft.task.lead.length > 0) found.drafts.push(draft)
    return context
  }
  const order = orderOf(passage, 0, end)
  const isSentence = /\.$/.test(passage.text) || (order.lead.length > 0 && order.acts)
  if (item.heading || (isHeadingText(passage) && !isSentence)) return underHeading(item, order, context)
  if (!/:\s*$/.test(passage.text)) {
    found.drafts.push(...runningTasks(item, context, setting, true))
    return context
  }
  const intro = introduction(passage, sentencesOf(passage, 0).at(-1) as Stretch)
  if (intro.lead.length === 0 || isGiver(intro, setting, true)) return context
  return { ...context, lead: inherited(intro.lead), coordinating: inherited(intro.coordinating) }
}

function underHeading(item: Item, order: Order, context: Context): Context {
  const { passage } = item
  if (order.isName && order.lead.length > 0 && !isCapitals(passage.text))
    return { ...context, lead: inherited(order.lead) }
  const section = sectionOf(passage)
  if (section) return { ...context, section }
  return item.heading && context.path.length === 1 ? { ...context, section: null } : context
}

const GIVING = /\b(?:yeu cau|de nghi|giao|chi dao)(?= )/g

/** In "Để khắc phục …, Thủ tướng Chính phủ yêu cầu các Bộ … thực hiện các nhiệm vụ sau:" the order comes at the end. */
function introduction(passage: Passage, last: Stretch): Order {
  const order = orderOf(passage, last.from, last.to)
  if (order.lead.length > 0 && (order.commanded || order.isName)) return order
  const giving = [...passage.plain.slice(last.from, last.to).matchAll(GIVING)].reverse()
  for (const { index } of giving.slice(0, 4)) {
    const inner = orderOf(passage, last.from + index, last.to)
    if (inner.commanded) return inner
  }
  return order
}

function walkItem(item: Item, context: Context, setting: Setting, found: Drafts): void {
  const inner = item.children.filter((child) => !child.isLabelLine)
  const section = inner.length === 0 || isPoint(item) ? null : sectionOf(item.passage, item.from)
  const here: Context = section ? { ...NO_CONTEXT, group: context.group, path: context.path, section } : context
  if (here.section === 'aims') return
  const labels = labelsUnder(item)
  if (assigns(labels)) {
    const draft = labelledTask(item, labels, here, setting)
    if (draft) found.drafts.push(draft)
    return
  }
  const isAlone = inner.every((child) => !child.mark && !child.table)
  if (isAlone && (inner.length === 0 || !isHeadingOf(item, inner))) {
    found.drafts.push(...runningTasks(item, here, setting, false))
    if (inner.length > 0) walkChildren(item, { ...here, coordinating: [] }, setting, found)
    return
  }
  walkChildren(item, underItem(item, here, setting, found), setting, found)
}

/** What the items below inherit from this one: its subject, its coordinating agencies, its deadline, its theme. */
function underItem(item: Item, context: Context, setting: Setting, found: Drafts): Context {
  const { passage, from } = item
  const end = passage.text.length
  const order = orderOf(passage, from, end)
  const opens = /:\s*$/.test(passage.text)
  const hasSubject = order.lead.length > 0 && !isGiver(order, setting, false)
  const next: Context = hasSubject
    ? { ...context, lead: inherited(order.lead), coordinating: [], deadlines: [] }
    : { ...context }
  if (order.coordinating.length > 0 && (opens || order.isName)) next.coordinating = inherited(order.coordinating)
  if (!order.isName && (opens || isHeadingText(passage, from))) {
    const limits = deadlinesInText(passage, from, end, setting.times)
    if (limits.length > 0) next.deadlines = limits.map((limit) => ({ ...limit, inherited: true, confidence: 0.75 }))
  }
  const theme = hasSubject ? null : themeOf(item)
  if (theme) {
    const targets = targetsIn(passage, from, end)
    if (targets.length > 0 || !context.group) found.groups.push({ title: theme, span: passage.span(from), targets })
    next.group = context.group ?? theme
  } else if (hasSubject && !order.isName && !opens) {
    found.drafts.push(...runningTasks(item, context, setting, false))
  }
  return next
}
