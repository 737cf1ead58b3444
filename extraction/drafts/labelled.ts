import type { Label } from '../blocks/labels.ts'
import { deadlinesOfValue } from '../deadlines/deadlines.ts'
import { themeOf } from '../outline/headings.ts'
import type { Item } from '../outline/outline.ts'
import type { Party, Span } from '../shapes.ts'
import { targetsIn } from '../targets/targets.ts'
import { orderOf } from '../units/orders.ts'
import { partiesOf } from '../units/parties.ts'
import { type Bounds, foundAt, taskOf } from './assemble.ts'
import { type Context, type Draft, inherited, type Setting } from './drafts.ts'

/** A label with its line; lines listed below an empty label are its value. */
export interface OwnLabel {
  item: Item
  label: Label
  list: Item[]
}

/** The labels of an item: on its own line, and on the lines of labels below it. */
export function labelsUnder(item: Item): OwnLabel[] {
  const own: OwnLabel[] = item.labels
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

/** Labels that make their item a task. */
export function assigns(labels: readonly OwnLabel[]): boolean {
  return labels.some(({ label }) => ['lead', 'deadline', 'coordinating', 'product'].includes(label.role))
}

/** A task given by labelled lines. Its action is the item's own text and the paragraphs between it and the labels. */
export function labelledTask(
  item: Item,
  labels: readonly OwnLabel[],
  context: Context,
  setting: Setting,
): Draft | null {
  const paragraphs = item.children.filter((child) => !child.isLabelLine && !child.table && !child.mark)
  const points = item.children.filter((child) => !child.isLabelLine && !child.table && child.mark)
  const theme = paragraphs.length > 0 && item.passage.text.length < 400 ? themeOf(item) : null
  const body = [...(theme ? [] : [item]), ...paragraphs, ...points].map(actionOf).filter((one) => one.to > one.from)
  const action = body.find((one) => one.passage === paragraphs[0]?.passage) ?? body[0]
  if (!action) return null
  const order = orderOf(action.passage, action.from, action.to)
  const lead = partiesUnder(labels, 'lead')
  const coordinating = partiesUnder(labels, 'coordinating')
  const limits = labels.filter(({ label }) => label.role === 'deadline')
  const deadlines = limits
    .flatMap(valuesOf)
    .flatMap(({ passage, from, to }) => deadlinesOfValue(passage, from, to, setting.times))
  const product = labels.filter(({ label }) => label.role === 'product').flatMap(valuesOf)[0]
  const task = taskOf({
    path: context.path,
    annex: item.annex,
    group: context.group ?? theme,
    body,
    action: { ...action, from: order.actionFrom < action.to ? order.actionFrom : action.from },
    span: spanOf(item, labels, body),
    lead: lead.length > 0 ? lead : leadWithoutLabel(order.lead, context, setting),
    coordinating: coordinating.length > 0 || lead.length > 0 ? coordinating : order.coordinating,
    deadlines: limits.length > 0 ? deadlines : context.deadlines,
    product: product ? foundAt(product) : null,
    hasUnreadDeadline: deadlines.length === 0 && limits.length > 0,
  })
  for (const { passage, from, to } of labels.filter(({ label }) => label.role === 'target').flatMap(valuesOf))
    task.targets.push(...targetsIn(passage, from, to))
  return { source: 'labels', section: context.section, task }
}

function leadWithoutLabel(own: Party[], context: Context, setting: Setting): Party[] {
  if (own.length > 0) return own
  return context.lead.length > 0 ? context.lead : inherited(setting.addressees)
}

/** The text of an item before its first label. */
function actionOf(item: Item): Bounds {
  const first = item.labels.find((label) => label.role !== 'content')
  return { passage: item.passage, from: item.from, to: first ? first.from : item.passage.text.length }
}

function valuesOf({ item, label, list }: OwnLabel): Bounds[] {
  const own: Bounds = { passage: item.passage, from: label.valueFrom, to: label.valueTo }
  const listed = list.map((one) => ({ passage: one.passage, from: one.from, to: one.passage.text.length }))
  return own.to > own.from ? [own, ...listed] : listed
}

const JOINED = /[;,]? (?:va )?phoi hop (?:cung )?voi(?: cac don vi:)? /

/** "Đơn vị chủ trì: Sở A phối hợp với Sở B" names both in one value. */
function partiesUnder(labels: readonly OwnLabel[], role: Party['role']): Party[] {
  const parties: Party[] = []
  for (const { passage, from, to, isLead } of labels
    .flatMap((one) => valuesOf(one).map((v) => ({ ...v, isLead: one.label.role === 'lead', role: one.label.role })))
    .filter((v) => v.role === 'lead' || v.role === role)) {
    const joined = isLead ? JOINED.exec(passage.plain.slice(from, to)) : null
    if (role === 'lead') {
      if (isLead) parties.push(...partiesOf(passage, from, joined ? from + joined.index : to, role))
    } else if (joined) parties.push(...partiesOf(passage, from + joined.index + joined[0].length, to, role))
    else if (!isLead) parties.push(...partiesOf(passage, from, to, role))
  }
  return parties
}

/** The item as printed, including labelled lines. */
function spanOf(item: Item, labels: readonly OwnLabel[], body: readonly Bounds[]): Span {
  const ends = [
    ...labels.flatMap((one) => [one.item, ...one.list]).map((one) => one.passage.span().end),
    ...body.map((one) => one.passage.span().end),
  ]
  return { start: item.passage.span().start, end: ends.reduce((a, b) => Math.max(a, b), 0) }
}
