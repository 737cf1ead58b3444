import { deadlinesInText, deadlinesOfValue } from '../deadlines/deadlines.ts'
import { type Stretch, sentencesOf } from '../language/sentences.ts'
import { adjacent, wordAt, wordsOf } from '../language/words.ts'
import { themeOf } from '../outline/headings.ts'
import type { Item } from '../outline/outline.ts'
import type { Deadline, Party, Span } from '../shapes.ts'
import { orderOf } from '../units/orders.ts'
import { partiesOf } from '../units/parties.ts'
import { partiesByRole } from '../units/roles.ts'
import { unitPhraseAt, verbAt } from '../units/units.ts'
import { type Bounds, taskOf } from './assemble.ts'
import { type Context, type Draft, inherited, type Setting } from './drafts.ts'
import type { OwnLabel } from './statements.ts'

/** What labelled lines state: who, with whom, by when, and what comes of it. */
export interface Stated {
  lead: Party[]
  coordinating: Party[]
  deadlines: Deadline[]
  product: Bounds | null
  target: Bounds | null
  /** The values of the deadline labels, read or not. */
  limits: Bounds[]
}

export function statedBy(labels: readonly OwnLabel[], setting: Setting): Stated {
  const valuesFor = (role: OwnLabel['label']['role']) => labels.filter(({ label }) => label.role === role)
  const limits = valuesFor('deadline').flatMap((one) => {
    const own = valuesOf(one)
    return own.length > 0 ? own : [{ passage: one.item.passage, from: one.label.from, to: one.label.valueTo }]
  })
  return {
    ...partiesUnder(labels),
    deadlines: limits.flatMap(({ passage, from, to }) => deadlinesOfValue(passage, from, to, setting.times)),
    product: valuesFor('product').flatMap(valuesOf)[0] ?? null,
    target: valuesFor('target').flatMap(valuesOf)[0] ?? null,
    limits,
  }
}

/** The context of items that share the statement: each of them is work, whatever its words. */
export function underStatement(stated: Stated, context: Context): Context {
  return {
    ...context,
    isWork: true,
    isStated: stated.lead.length > 0,
    lead: stated.lead.length > 0 ? inherited(stated.lead) : context.lead,
    coordinating:
      stated.lead.length > 0 || stated.coordinating.length > 0 ? inherited(stated.coordinating) : context.coordinating,
    deadlines:
      stated.deadlines.length > 0
        ? stated.deadlines.map((one) => ({ ...one, inherited: true, confidence: Math.min(one.confidence, 0.85) }))
        : context.deadlines,
  }
}

/** A task given by labelled lines. Its action is the item's own text and the paragraphs between it and the labels. */
export function labelledTask(
  item: Item,
  labels: readonly OwnLabel[],
  context: Context,
  setting: Setting,
): Draft | null {
  const lines = new Set(labels.map((one) => one.item))
  const inner = item.children.filter((child) => !child.isLabelLine && !child.table && !lines.has(child))
  const paragraphs = inner.filter((child) => !child.mark)
  const points = inner.filter((child) => child.mark)
  const theme = paragraphs.length > 0 && item.passage.text.length < 400 ? themeOf(item) : null
  const body = [...(theme ? [] : [item]), ...paragraphs, ...points].map(actionOf).filter((one) => one.to > one.from)
  return taskBy(item, body, paragraphs[0], theme, labels, context, setting)
}

/** A task whose action is paragraphs without mark, with the labelled lines after them. */
export function paragraphTask(
  paragraphs: readonly Item[],
  labels: readonly OwnLabel[],
  context: Context,
  setting: Setting,
): Draft | null {
  const first = paragraphs[0]
  const body = paragraphs.map(actionOf).filter((one) => one.to > one.from)
  return first ? taskBy(first, body, first, null, labels, context, setting) : null
}

function taskBy(
  item: Item,
  body: Bounds[],
  paragraph: Item | undefined,
  theme: string | null,
  labels: readonly OwnLabel[],
  context: Context,
  setting: Setting,
): Draft | null {
  const action = body.find((one) => one.passage === paragraph?.passage) ?? body[0]
  if (!action) return null
  const order = orderOf(action.passage, action.from, action.to)
  const printed = body.flatMap(({ passage, from, to }) => deadlinesInText(passage, from, to, setting.times))
  const stated = statedBy(labels, setting)
  const isNamed = stated.lead.length > 0
  return {
    source: 'labels',
    section: context.section,
    task: taskOf({
      path: context.path,
      annex: item.annex,
      group: context.group ?? theme ?? context.part,
      body,
      action: { ...action, from: order.actionFrom < action.to ? order.actionFrom : action.from },
      span: spanOf(item, labels, body),
      lead: isNamed ? stated.lead : leadWithoutLabel(order.lead, context, setting),
      coordinating: stated.coordinating.length > 0 || isNamed ? stated.coordinating : order.coordinating,
      deadlines: stated.limits.length > 0 ? stated.deadlines : printed.length > 0 ? printed : context.deadlines,
      product: stated.product,
      target: stated.target,
      limits: stated.limits,
      alsoRead: stated.limits.length > 0 ? printed : [],
    }),
  }
}

function leadWithoutLabel(own: Party[], context: Context, setting: Setting): Party[] {
  if (own.length > 0) return own
  return context.lead.length > 0 ? context.lead : inherited(setting.addressees)
}

/** The text of an item before its first label; a label "Nội dung:" is not part of the action. */
function actionOf(item: Item): Bounds {
  const first = item.labels.find((label) => label.role !== 'content')
  const content = item.labels[0]
  const isContent = content?.role === 'content' && content.from <= item.from + 2 && content.valueTo > content.valueFrom
  return {
    passage: item.passage,
    from: isContent ? content.valueFrom : item.from,
    to: first ? first.from : item.passage.text.length,
  }
}

function valuesOf({ item, label, list }: OwnLabel): Bounds[] {
  const own: Bounds = { passage: item.passage, from: label.valueFrom, to: label.valueTo }
  const listed = list.map((one) => ({ passage: one.passage, from: one.from, to: one.passage.text.length }))
  return own.to > own.from ? [own, ...listed] : listed
}

const JOINED = /[;,]? (?:va )?phoi hop (?:cung )?voi(?: cac don vi:)? /

function partiesUnder(labels: readonly OwnLabel[]): Pick<Stated, 'lead' | 'coordinating'> {
  const found: Pick<Stated, 'lead' | 'coordinating'> = { lead: [], coordinating: [] }
  for (const one of labels) {
    for (const value of valuesOf(one)) {
      if (one.label.role === 'coordinating')
        found.coordinating.push(...partiesOf(value.passage, value.from, value.to, 'coordinating'))
      else if (one.label.role === 'lead') {
        const { lead, coordinating } = doersIn(value)
        found.lead.push(...lead)
        found.coordinating.push(...coordinating)
      }
    }
  }
  return found
}

/** "Sở B phối hợp": it helps the lead. */
const HELPS = /^(.{2,120}?)(?: cung| tham gia)? phoi hop(?: thuc hien)?[\s.;]*$/

/**
 * The agencies in the value of "Cơ quan thực hiện:". It may be a list of names, or clauses that say what each of them
 * does ("Sở A lập danh sách; Sở B phối hợp với Sở C kiểm tra"); only the subjects of the clauses are agencies.
 */
function doersIn({ passage, from, to }: Bounds): Pick<Stated, 'lead' | 'coordinating'> {
  const found: Pick<Stated, 'lead' | 'coordinating'> = { lead: [], coordinating: [] }
  const parts = partsOf(passage, from, to)
  const isClauses = parts.length > 1
  for (const part of parts) {
    const folded = passage.plain.slice(part.from, part.to)
    const helps = HELPS.exec(folded)
    if (helps) {
      found.coordinating.push(...partiesOf(passage, part.from, part.from + (helps[1] as string).length, 'coordinating'))
      continue
    }
    if (saysWhat(passage, part)) {
      const order = orderOf(passage, part.from, part.to)
      found.lead.push(...order.lead)
      found.coordinating.push(...order.coordinating)
      continue
    }
    // A later clause without an agency continues the clause before it.
    if (found.lead.length > 0 && startsWithVerb(passage, part)) continue
    const phrase = unitPhraseAt(passage, part.from, part.to)
    if (isClauses && phrase?.stop === 'word') {
      found.lead.push(...partiesOf(passage, phrase.from, phrase.to, 'lead'))
      continue
    }
    const joined = JOINED.exec(folded)
    const end =
      (joined ? part.from + joined.index : part.to) -
      (/,? chu tri\s*$/.exec(folded.slice(0, joined?.index))?.[0].length ?? 0)
    const named = partiesByRole(passage, part.from, end)
    found.lead.push(...named.lead)
    found.coordinating.push(...named.coordinating)
    if (joined)
      found.coordinating.push(
        ...partiesOf(passage, part.from + joined.index + joined[0].length, part.to, 'coordinating'),
      )
  }
  return found
}

/** The clauses of a value if it has verbs of its own; otherwise the whole value, which is a list of names. */
function partsOf(passage: Bounds['passage'], from: number, to: number): Stretch[] {
  const parts = sentencesOf(passage, from, to).flatMap((sentence) => clausesOf(passage, sentence))
  const hasClauses = parts.some(
    (part) => saysWhat(passage, part) || HELPS.test(passage.plain.slice(part.from, part.to)),
  )
  return hasClauses ? parts : [{ from, to }]
}

/** An agency and the verb that says what it does, with its object: no comma between, as inside a name. */
function saysWhat(passage: Bounds['passage'], { from, to }: Stretch): boolean {
  const phrase = unitPhraseAt(passage, from, to)
  if (phrase?.stop !== 'verb' || phrase.whole) return false
  const words = wordsOf(passage)
  const at = wordAt(words, phrase.to)
  const length = verbAt(passage, at, true)
  if (LEADS.test(passage.plain.slice(phrase.to, to))) return true
  const next = words[at + length]
  if (length === 0 || passage.text.slice(phrase.to, words[at]!.start).trim() !== '') return false
  return next !== undefined && next.start < to && adjacent(words, at + length)
}

/** "Sở A chủ trì, phối hợp với Sở B lập dự toán". */
const LEADS = /^,? chu tri,? (?:va )?phoi hop /

function startsWithVerb(passage: Bounds['passage'], { from }: Stretch): boolean {
  return verbAt(passage, wordAt(wordsOf(passage), from), true) > 0
}

/** In "Sở A chủ trì, Sở B phối hợp" the comma ends a clause; in "chủ trì, phối hợp với" it does not. */
const LEADS_ALONE = /chu tri, (?!(?:va )?phoi hop)/

function clausesOf(passage: Bounds['passage'], { from, to }: Stretch): Stretch[] {
  const clauses: Stretch[] = []
  let start = from
  for (let at = from; at <= to; at++) {
    const ends =
      passage.text.charAt(at) === ';' ||
      (passage.text.charAt(at) === ',' && LEADS_ALONE.test(passage.plain.slice(Math.max(from, at - 8), at + 12)))
    if (at < to && !ends) continue
    while (start < at && passage.text.charAt(start) === ' ') start++
    if (at > start) clauses.push({ from: start, to: at })
    start = at + 1
  }
  return clauses
}

/** The item as printed, including labelled lines. */
function spanOf(item: Item, labels: readonly OwnLabel[], body: readonly Bounds[]): Span {
  const ends = [
    ...labels.flatMap((one) => [one.item, ...one.list]).map((one) => one.passage.span().end),
    ...body.map((one) => one.passage.span().end),
  ]
  return { start: item.passage.span().start, end: ends.reduce((a, b) => Math.max(a, b), 0) }
}
