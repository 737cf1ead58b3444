import { isCapitals } from '../blocks/capitals.ts'
import { deadlinesInText } from '../deadlines/deadlines.ts'
import { type Stretch, sentencesOf } from '../language/sentences.ts'
import { actorsOf, areActors, bracketedLead } from '../outline/actors.ts'
import { isHeadingOf, isHeadingText, isPoint, partOf, type Section, sectionOf, themeOf } from '../outline/headings.ts'
import type { Item } from '../outline/outline.ts'
import type { Party } from '../shapes.ts'
import { targetsIn } from '../targets/targets.ts'
import { type Order, orderOf } from '../units/orders.ts'
import { contentPartsOf } from './content-parts.ts'
import { type Context, type Draft, type Drafts, inherited, NO_CONTEXT, type Setting } from './drafts.ts'
import { labelledTask, paragraphTask, statedBy, underStatement } from './labelled.ts'
import { belowList } from './limits.ts'
import { formsTeam, type Inspection, inspectionIn, isPersonInTeam, isPlaceInTeam } from './matters.ts'
import { walkParagraph } from './paragraph.ts'
import { requestIn } from './request.ts'
import { tableTasks } from './rows.ts'
import { isGiver, runningTasks } from './running.ts'
import {
  assigns,
  isField,
  isFrame,
  labelsIn,
  type OwnLabel,
  ownLabels,
  type Statement,
  statementsAmong,
} from './statements.ts'

/**
 * Walks the outline and drafts its tasks. A task is the smallest item that gives work to an agency. What else an item
 * does is for others, and goes down and on as their context:
 *
 * - a heading names the theme or those whose work the items below it are, and the kind of section;
 * - an introduction ("yêu cầu các sở … sau:") names those whose work the items after it are;
 * - labelled lines say who, with whom and by when, of the points since the labelled lines before them, or else of the
 *   item they stand in;
 * - a paragraph below a list may state one term for all of it.
 */
export function draftsOf(root: Item, setting: Setting): Drafts {
  const found: Drafts = { drafts: [], groups: [] }
  walkChildren(root, NO_CONTEXT, setting, found, statementsAmong(root.children))
  if (isRegulation(root)) found.drafts = found.drafts.filter((draft) => hasTerm(draft) || isImplementing(draft))
  return found
}

/**
 * A regulation (quy định, quy chế, thông tư) says in articles what agencies have to do from now on; only what has a day
 * of its own is work to follow. It begins with its scope, which no plan or directive has as an article.
 */
function isRegulation(root: Item): boolean {
  const isScope = ({ mark, passage, from }: Item): boolean =>
    mark?.kind === 'article' && SCOPE.test(passage.plain.slice(from, from + 60))
  return root.children.some(
    (one) => isScope(one) || one.children.some((two) => isScope(two) || two.children.some(isScope)),
  )
}

const SCOPE = /^(?:pham vi dieu chinh|doi tuong (?:va pham vi )?ap dung|giai thich tu ngu)\b/

/** What its last articles give to agencies by name: "Điều 3. Tổ chức thực hiện 1. Sở Nội vụ hướng dẫn …". */
function isImplementing({ section, task }: Draft): boolean {
  return (
    section === 'implementation' &&
    task.parties.some(({ role, inherited: isInherited }) => role === 'lead' && !isInherited)
  )
}

function hasTerm({ source, task }: Draft): boolean {
  return (
    source !== 'text' ||
    task.deadlines.some((one) => !one.inherited && one.kind !== 'standing' && one.kind !== 'perRegulation')
  )
}

/** A paragraph without mark may introduce the marked items after it, so siblings are walked in order. */
function walkChildren(
  parent: Item,
  context: Context,
  setting: Setting,
  found: Drafts,
  statements: readonly Statement[],
): void {
  let current = context
  // Asked of few lists, and each costs a look at all of its items.
  const isListOfWork = once(() => areWork(parent.children))
  let place = 0
  /** Where the drafts of the list begin that a paragraph below it may speak about. */
  let began = found.drafts.length
  const stated =
    statements.length === 0 ? null : new Map(statements.flatMap((one) => one.about.map((item) => [item, one] as const)))
  const amongActors = once(() => areActors(parent.children))
  for (const child of parent.children) {
    if (child.isLabelLine || isFrame(child)) continue
    const statement = stated?.get(child)
    if (statement) {
      walkStated(child, statement, { ...current, path: pathTo(child, context, place) }, setting, found)
      if (!child.mark) place++
    } else if (child.table) {
      walkTable(child, current, setting, found)
    } else if (child.mark) {
      // Neighbours show that an item is work only where work is given at all.
      const isPlaced =
        current.section !== null || current.lead.length > 0 || (setting.isDirective && current.group !== null)
      const isWork = current.isWork || (isPlaced && isListOfWork())
      walkItem(child, { ...current, isWork, path: pathTo(child, context, place) }, setting, found, amongActors)
      current = besideOpening(child, current, setting)
    } else {
      const here = { ...current, path: pathTo(child, context, place++) }
      const report = belowList(child, here, setting, () => found.drafts.slice(began))
      if (report) {
        found.drafts.push(...report)
        began = found.drafts.length
      } else current = { ...walkParagraph(child, here, setting, found), path: context.path }
    }
    child.passage.forget()
  }
}

/** Not among others. */
const ALONE = (): boolean => false

/** Computed when first asked for, and then known. */
function once(compute: () => boolean): () => boolean {
  let known: boolean | null = null
  return () => {
    known ??= compute()
    return known
  }
}

function walkTable(item: Item, context: Context, setting: Setting, found: Drafts): void {
  if (context.section === 'aims') return
  const { drafts, groups } = tableTasks(item, context, setting)
  for (const draft of drafts) found.drafts.push(draft)
  for (const group of groups) found.groups.push(group)
}

/** "- Sở A chủ trì lập đoàn. Cụ thể: - Ban hành quyết định …": the points beside the one that opens them have its lead. */
function besideOpening(point: Item, context: Context, setting: Setting): Context {
  const { passage, from, children } = point
  if (children.length > 0 || !isPoint(point) || !/:\s*$/.test(passage.text)) return context
  const order = orderOf(passage, from, passage.text.length)
  if (order.lead.length === 0 || order.isName || isGiver(order, setting, false)) return context
  return { ...context, lead: inherited(order.lead) }
}

/** "Nội dung: …" and "a) Nhiệm vụ:" are fields of the item above, so they add no step to the path. */
function pathTo(child: Item, context: Context, place: number): string[] {
  if (!child.mark) return [...context.path, `-${place + 1}`]
  if (isField(child)) return context.path
  return [...context.path, child.mark.label || `-${child.place}`]
}

/** Points below a paragraph or heading where most are actions: then the others are work too, whatever their verb. */
function areWork(children: readonly Item[]): boolean {
  const leaves = children.filter((child) => child.mark && child.children.length === 0 && !child.isLabelLine)
  const acting = leaves.filter(({ passage, from }) => {
    const order = orderOf(passage, from, passage.text.length)
    return order.acts || order.commanded
  })
  return acting.length >= 2 && acting.length * 2 >= leaves.length
}

/** An item that labelled lines after it describe, alone or together with its neighbours. */
function walkStated(child: Item, statement: Statement, context: Context, setting: Setting, found: Drafts): void {
  const { about, labels } = statement
  const points = child.children.filter((one) => one.mark && !one.isLabelLine)
  if (!child.mark) {
    const body = about.filter((one) => !isOfHead(one))
    if (child === body[0]) push(found, paragraphTask(body, labels, context, setting))
  } else if (about.length === 1 && points.length === 0) {
    push(found, labelledTask(child, labels, context, setting))
  } else {
    const shared = underStatement(statedBy(labels, setting), context)
    walkItem(child, shared, setting, found, ALONE)
  }
}

/** The letterhead, the day and the title above a document whose own items say who and when: no part of the work. */
function isOfHead({ passage }: Item): boolean {
  return isCapitals(passage.text) || /^\W*\p{Lu}[^,.;]{0,40}, ngày \d/u.test(passage.text)
}

function push(found: Drafts, draft: Draft | null): void {
  if (draft) found.drafts.push(draft)
}

function walkItem(item: Item, context: Context, setting: Setting, found: Drafts, amongActors: () => boolean): void {
  const inner = item.children.filter((child) => !child.isLabelLine)
  const section = inner.length === 0 || isPoint(item) || isField(item) ? null : sectionIn(item, context)
  const { lead, coordinating, group, part, path } = context
  // The section resets the theme's agencies, but not those whom an introduction to the whole document asks.
  const here: Context = section ? { ...NO_CONTEXT, lead, coordinating, group, part, path, section } : context
  const isFrameOfAims = inner.length === 0 && item.heading && sectionOf(item.passage, item.from) === 'aims'
  if (here.section === 'aims' || isFrameOfAims) return
  const inspection = here.section === 'account' ? null : inspectionIn(item)
  if (inspection) {
    walkInspection(item, inspection, here, setting, found)
    return
  }
  const parts = contentPartsOf(item)
  if (parts) {
    const below = underStatement(statedBy(parts.labels, setting), underTheme(item, here, found))
    walkChildren(parts.content, below, setting, found, [])
    return
  }
  const statements = statementsAmong(item.children)
  const own = ownLabels(item)
  const inTurn = termOfAll(item, own, here, setting)
  if (inTurn) {
    found.drafts.push(...inTurn)
    return
  }
  if (assigns(own) && !statements.some((one) => one.about.some((child) => child.mark))) {
    if (walkBelowLabels(item, own, here, setting, found)) return
    push(found, labelledTask(item, own, here, setting))
    walkRounds(item, own, here, setting, found)
    walkNumbered(item, [], here, setting, found)
    // A table behind the labelled lines stands below the last item only because nothing else comes before it.
    for (const child of item.children) if (child.table) walkTable(child, here, setting, found)
    return
  }
  if (statements.length > 0) {
    walkFields(item, statements, here, setting, found)
    return
  }
  if (isPersonInTeam(item) || (isPoint(item) && isPlaceInTeam(item))) return
  if (formsTeam(item)) found.drafts.push(...runningTasks(item, here, setting, false))
  const isAlone = inner.every((child) => !child.mark && !child.table)
  const actors = inner.length > 0 ? actorsOf(item, amongActors) : []
  if (isAlone && actors.length === 0 && !isField(item) && (inner.length === 0 || !isHeadingOf(item, inner))) {
    found.drafts.push(...runningTasks(item, here, setting, false))
    if (inner.length > 0) walkChildren(item, { ...here, coordinating: [] }, setting, found, [])
    return
  }
  const before = found.drafts.length
  walkChildren(item, underItem(item, here, setting, found, actors), setting, found, [])
  if (found.drafts.length === before && ordersItself(item))
    found.drafts.push(...runningTasks(item, here, setting, false))
}

/** "Sở A rà soát kho thuốc: - Xã B: 12 kho; …": parts that give no work are what the order is about. */
function ordersItself({ mark, passage, from, children }: Item): boolean {
  if (!mark || !/:\s*$/.test(passage.text) || children.some((child) => child.table || child.children.length > 0))
    return false
  const order = orderOf(passage, from, passage.text.length)
  return order.acts && order.lead.length > 0
}

/** One task for what is inspected; numbered items below it, if any, have matters of their own. */
function walkInspection(
  item: Item,
  { head, matters }: Inspection,
  context: Context,
  setting: Setting,
  found: Drafts,
): void {
  const labels = [...labelsIn(item), ...statementsAmong(item.children).flatMap((one) => one.labels)]
  const below = isPoint(item) ? context : underTheme(item, context, found)
  push(found, paragraphTask([head, ...matters], labels, below, setting))
  for (const child of item.children) {
    if (!child.mark || isPoint(child) || child.isLabelLine) continue
    walkItem(child, { ...below, path: [...context.path, child.mark.label] }, setting, found, ALONE)
  }
}

/**
 * "Sở A lập danh sách. UBND xã B sửa bến. Thời hạn hoàn thành: trước ngày …": the only label is a term in the last
 * sentence, and each sentence before it has a lead of its own. Null if the item is not of this kind.
 */
function termOfAll(item: Item, own: readonly OwnLabel[], context: Context, setting: Setting): Draft[] | null {
  const isTerm = own.length === 1 && own[0]!.item === item && own[0]!.label.role === 'deadline'
  if (!isTerm || own[0]!.label.from <= item.from || item.children.length > 0) return null
  const drafts = runningTasks(item, context, setting, false)
  const isEachLed = drafts.every(({ task }) => task.parties.some((one) => one.role === 'lead' && !one.inherited))
  return drafts.length > 1 && isEachLed ? drafts : null
}

/** Inside a section of tasks, "Đánh giá …" and "Kết quả …" are work, not a description. */
function sectionIn(item: Item, context: Context): Section | null {
  const section = sectionOf(item.passage, item.from)
  return section === 'account' && context.section === 'tasks' ? null : section
}

/** An item whose labelled lines describe points: the item itself is their heading, unless it is a whole sentence. */
function walkFields(
  item: Item,
  statements: readonly Statement[],
  context: Context,
  setting: Setting,
  found: Drafts,
): void {
  const only = statements.length === 1 ? (statements[0] as Statement) : null
  const isTask = only && !only.about.some(isField) && isWhole(item, only.about)
  if (isTask && item.mark) {
    const labels = [...labelsIn(item), ...only.labels]
    push(found, labelledTask(item, labels, context, setting))
    walkRounds(item, labels, context, setting, found)
    walkNumbered(item, only.about, context, setting, found)
    return
  }
  const below = item.mark ? underTheme(item, context, found) : context
  walkChildren(item, below, setting, found, statements)
}

/** "3. Hội nghị lần ba … Đơn vị chủ trì: … 3.1. Báo cáo kết quả": numbered items below the labels are work of their own. */
function walkNumbered(item: Item, about: readonly Item[], context: Context, setting: Setting, found: Drafts): void {
  const numbered = item.children.filter(
    (one) => one.mark && !isPoint(one) && !one.isLabelLine && !about.includes(one) && one.children.length > 0,
  )
  for (const child of numbered)
    walkItem(child, { ...context, path: [...context.path, child.mark!.label] }, setting, found, ALONE)
}

/** "(1) Tổ chức vòng một: chậm nhất ngày 10/12 (2) Tổ chức vòng hai: …": rounds of the work, each with its own day. */
function walkRounds(item: Item, labels: readonly OwnLabel[], context: Context, setting: Setting, found: Drafts): void {
  const rounds = item.children.filter(({ mark }) => mark?.kind === 'bracketed')
  if (rounds.length < 2) return
  const shared = { ...underStatement(statedBy(labels, setting), context), deadlines: [] }
  const isEachLimited = rounds.every(({ passage, from }) =>
    deadlinesInText(passage, from, passage.text.length, setting.times).some((one) => one.dueOn !== null),
  )
  if (!isEachLimited) return
  for (const round of rounds) {
    const path = [...context.path, round.mark?.label ?? '']
    for (const draft of runningTasks(round, { ...shared, path }, setting, false)) found.drafts.push(draft)
  }
}

/** The item says the action and the points only explain it: a sentence with its full stop, or a list of what it holds. */
function isWhole(item: Item, about: readonly Item[]): boolean {
  const first = about[0] as Item
  if (about.length === 1 && first.mark && /\bgom(?: co)?\s*:\s*$/.test(first.passage.plain)) return true
  return about.every((one) => !one.mark) || /[.;]\s*$/.test(item.passage.text) || joinsActions(item)
}

/** "5.2. Tổ chức tuyên truyền; tập hợp ý kiến": a heading does not join actions by a semicolon. */
function joinsActions({ passage, from }: Item): boolean {
  const semicolon = passage.text.indexOf(';', from)
  return semicolon > 0 && !/:\s*$/.test(passage.text) && orderOf(passage, from, passage.text.length).acts
}

/** Labelled lines above points: "… Đơn vị chủ trì: Sở A. - Việc một - Việc hai" describe each point. */
function walkBelowLabels(
  item: Item,
  labels: readonly OwnLabel[],
  context: Context,
  setting: Setting,
  found: Drafts,
): boolean {
  const last = item.children.findLastIndex((child) => child.isLabelLine)
  const points = item.children.slice(last + 1).filter((child) => child.mark && !child.table)
  if (last < 0 || points.length < 2 || /[.;]\s*$/.test(item.passage.text) || !areWork(points)) return false
  const below = underTheme(item, context, found)
  walkChildren(item, underStatement(statedBy(labels, setting), below), setting, found, [])
  return true
}

/** What the items below inherit from this one: its subject, its coordinating agencies, its deadline, its theme. */
function underItem(item: Item, context: Context, setting: Setting, found: Drafts, actors: Party[]): Context {
  const { passage, from } = item
  if (isField(item)) return context
  const end = passage.text.length
  const opens = /:\s*$/.test(passage.text)
  const isSection = !isPoint(item) && sectionOf(passage, from) !== null && actors.length === 0 && !isCharged(item)
  const whole = opens && !isSection ? orderBeforeList(item, context, setting, found) : null
  if (whole) return whole
  const read = opens
    ? requestIn(passage, (sentencesOf(passage, from).at(-1) as Stretch).from, end)
    : orderOf(passage, from, end)
  const bracket = actors.length > 0 ? null : bracketedLead(item)
  if (bracket) return { ...underTheme(item, context, found, bracket.at), lead: inherited(bracket.lead) }
  const order = actors.length > 0 ? { ...read, lead: actors, isName: true } : read
  const hasSubject = !isSection && order.lead.length > 0 && !isGiver(order, setting, false)
  const next: Context = hasSubject
    ? {
        ...context,
        lead: inherited(order.lead),
        coordinating: [],
        deadlines: [],
        isHeaded: order.isName && !order.commanded,
      }
    : { ...context }
  if (!isSection && order.coordinating.length > 0 && (opens || order.isName))
    next.coordinating = inherited(order.coordinating)
  if (!order.isName && (opens || isHeadingText(passage, from))) {
    const limits = deadlinesInText(passage, from, end, setting.times)
    if (limits.length > 0) next.deadlines = limits.map((limit) => ({ ...limit, inherited: true, confidence: 0.75 }))
  }
  if (!hasSubject && !opens && !isSection && isWork(item, order)) {
    found.drafts.push(...runningTasks(item, context, setting, false))
    return next
  }
  if (!hasSubject) return underTheme(item, next, found)
  if (!order.isName && !opens && isSentence(item)) found.drafts.push(...runningTasks(item, context, setting, false))
  return next
}

/** "Điều 2. Đoàn kiểm tra có nhiệm vụ sau:" names whose tasks are listed, though it speaks of tasks like a section. */
function isCharged({ passage, from }: Item): boolean {
  return /(?<!\p{L})có (?:các )?nhiệm vụ(?!\p{L})[^.;]{0,40}:\s*$/u.test(passage.lower.slice(from))
}

/** "1. Hoàn thành kế hoạch năm 2025 trước ngày 29/4. Đồng thời, lập kế hoạch …": several sentences are no heading of the points. */
function isWork({ passage, from }: Item, order: Order): boolean {
  return order.acts && /[.;]\s*$/.test(passage.text) && sentencesOf(passage, from).length > 1
}

/** "Trong đó chú ý một số nội dung sau:": the last sentence only opens the list of what the order before it holds. */
const DETAILS = /^(?:trong do|cu the|theo do|luu y|chu y|can (?:tap trung|luu y|chu y)|tap trung)\b/

/**
 * "2. Bộ A hoàn thiện đề án, trình trước ngày 20/10. Trong đó chú ý một số nội dung sau:": an order of its own, whose lead and
 * day hold for the points as well. Null if the item is of another kind.
 */
function orderBeforeList(item: Item, context: Context, setting: Setting, found: Drafts): Context | null {
  const { passage, from } = item
  const last = sentencesOf(passage, from).at(-1) as Stretch
  if (last.from <= from || !DETAILS.test(passage.plain.slice(last.from, last.from + 20))) return null
  const order = orderOf(passage, from, last.from)
  if (order.lead.length === 0 || order.isName || !order.acts || isGiver(order, setting, false)) return null
  const limits = deadlinesInText(passage, from, last.from, setting.times)
  found.drafts.push(...runningTasks(item, context, setting, false))
  return {
    ...context,
    lead: inherited(order.lead),
    coordinating: [],
    deadlines: limits.map((limit) => ({ ...limit, inherited: true, confidence: 0.75 })),
    isHeaded: false,
  }
}

/** Longer than a name, or with its full stop: not the heading "Cơ quan chủ trì giải quyết thủ tục". */
function isSentence({ passage, from }: Item): boolean {
  return /[.;,]\s*$/.test(passage.text) || !isHeadingText(passage, from)
}

/** The theme that a heading names, with targets for all that stands below it; `end` leaves out a bracket after it. */
function underTheme(item: Item, context: Context, found: Drafts, end?: number): Context {
  const { passage, from } = item
  const theme = end === undefined ? themeOf(item) : passage.text.slice(from, end).trim()
  if (!theme) {
    const part = partOf(item)
    if (!part) return context
    found.groups.push({ title: part, span: passage.span(from), targets: [] })
    return { ...context, part }
  }
  const targets = targetsIn(passage, from, passage.text.length)
  if (targets.length > 0 || !context.group) found.groups.push({ title: theme, span: passage.span(from), targets })
  return { ...context, group: context.group ?? theme }
}
