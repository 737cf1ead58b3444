import { type Label, roleOf } from '../blocks/labels.ts'
import { DEPTH } from '../blocks/marks.ts'
import { isPoint } from '../outline/headings.ts'
import type { Item } from '../outline/outline.ts'
import type { Party } from '../shapes.ts'
import { orderOf } from '../units/orders.ts'

/** A label with its line; lines listed below an empty label are its value. */
export interface OwnLabel {
  item: Item
  label: Label
  list: Item[]
}

/** Labelled lines that stand together, and the items whose work they describe. */
export interface Statement {
  /** The points or paragraphs since the statement before; empty if the lines speak about the item above them. */
  about: Item[]
  labels: OwnLabel[]
}

/** The labels printed in an item's own text, after its action. */
export function labelsIn(item: Item): OwnLabel[] {
  if (item.labels.length === 0) return []
  return item.labels.filter((label) => label.role !== 'content').map((label) => ({ item, label, list: [] }))
}

/** Labels that make what they describe a task. */
export function assigns(labels: readonly OwnLabel[]): boolean {
  return labels.some(({ label }) => ['lead', 'deadline', 'coordinating', 'product'].includes(label.role))
}

/** What the labelled lines among the children of an item say, in order. Lines that state nothing are left out. */
export function statementsAmong(children: readonly Item[]): Statement[] {
  // Most items have no item below them, and lists without labelled lines state nothing.
  if (children.length === 0) return []
  const statements: Statement[] = []
  let points: Item[] = []
  let paragraphs: Item[] = []
  let numbered: Item[] = []
  let open: Statement | null = null
  let previous: Item | null = null
  for (const child of children) {
    if (isFrame(child) || child.isLabelLine) {
      if (isPeerOf(child, previous)) continue
      open ??= { about: restarts(child, points) ? [] : points.length > 0 ? points : paragraphs, labels: [] }
      open.labels.push(...labelsOfLine(child))
      continue
    }
    previous = child
    if (open) {
      statements.push(open)
      open = null
      points = []
      paragraphs = []
    }
    if (child.table) continue
    if (!child.mark) paragraphs.push(child)
    else if (!isPoint(child) && !isField(child)) {
      points = []
      numbered = sharingLabels(child, numbered, statements)
    } else if (statesAlone(child)) {
      // A lead stated on lines below the last of several points is theirs too; a term alone is only its own.
      const own = ownLabels(child).filter((one) => one.item !== child)
      const unled = points.filter((point) => leadOf(point).length === 0)
      if (own.some(({ label }) => label.role === 'lead') && unled.length > 0)
        statements.push({ about: unled, labels: own })
      points = []
    } else points.push(child)
  }
  if (open) statements.push(open)
  return statements.filter(({ labels }) => assigns(labels))
}

/**
 * "3.1. Việc một 3.2. Việc hai - Đơn vị chủ trì: Sở A": numbered sentences without labels before the first that has them
 * share these. Returns the sentences that wait for labels; adds the statement if `child` has them.
 */
function sharingLabels(child: Item, waiting: readonly Item[], statements: Statement[]): Item[] {
  if (child.mark === null || DEPTH[child.mark.kind] < DEPTH.number2) return []
  if (child.children.length === 0)
    return child.labels.length === 0 && /[.;]\s*$/.test(child.passage.text) ? [...waiting, child] : []
  const isOwn = waiting.length > 0 && child.children.every((one) => one.isLabelLine)
  const labels = isOwn ? ownLabels(child) : []
  if (!labels.some(({ label }) => label.role === 'lead')) return []
  const unled = waiting.filter((one) => leadOf(one).length === 0)
  if (unled.length > 0) statements.push({ about: unled, labels })
  return []
}

/**
 * "2. Tổ giúp việc 3. Thời gian: …", "14. Rà soát bến 15. Trách nhiệm thực hiện: …": the label goes on with the numbers
 * beside it, so it says nothing of the item above them all.
 */
function isPeerOf(line: Item, previous: Item | null): boolean {
  const { mark } = line
  const last = previous?.mark
  if (!mark || !last || !previous || DEPTH[mark.kind] > DEPTH.number || mark.kind !== last.kind) return false
  const [label, more] = line.labels
  const isOfAll = label !== undefined && !more && (label.role === 'deadline' || label.role === 'lead')
  return isOfAll && mark.ordinal === last.ordinal + 1 && !isField(previous) && last.ordinal > 1
}

/** "a) Việc một b) Việc hai a) Cơ quan chủ trì": the labels are a list of their own, beside that of the points. */
function restarts(line: Item, points: readonly Item[]): boolean {
  const last = points.at(-1)?.mark
  return line.mark?.ordinal === 1 && last?.kind === line.mark.kind && last.ordinal >= 1
}

/** Labels of an item that describe only itself: in its text, or below it before any point. */
export function ownLabels(item: Item): OwnLabel[] {
  const first = statementsAmong(item.children).find(({ about }) => about.every((one) => !one.mark))
  return first ? [...labelsIn(item), ...first.labels] : labelsIn(item)
}

/** "Nội dung: …" and "a) Nhiệm vụ:" state the work itself. */
export function isField(item: Item): boolean {
  const [first] = item.labels
  return first?.role === 'content' && first.from <= item.from + 2
}

function leadOf({ passage, from }: Item): Party[] {
  return orderOf(passage, from, passage.text.length).lead
}

function statesAlone(item: Item): boolean {
  return assigns(labelsIn(item)) || statementsAmong(item.children).length > 0
}

/** "b) Cơ quan thực hiện:" or "- Tổ chức thực hiện:" above labelled lines only: it adds nothing to them. */
export function isFrame(item: Item): boolean {
  if (!item.mark || item.children.length === 0 || !item.children.every((child) => child.isLabelLine)) return false
  if (item.isLabelLine) return true
  const folded = item.passage.plain.slice(item.from)
  return DEPTH[item.mark.kind] >= DEPTH.number2 && (FRAME.test(folded) || roleOf(folded) !== null)
}

const FRAME =
  /^(?:to chuc(?: (?:thuc hien|trien khai)[a-z ,]{0,30})?|(?:phan cong|trach nhiem|giao|thong tin)(?: (?:ve|cho|nhiem vu|cong viec|trach nhiem|to chuc|thuc hien|trien khai|chung|cu the|don vi|co quan)\b[a-z ,]{0,40})?):?\s*$/

/** The labels of a labelled line, or of the lines below it. */
export function labelsOfLine(line: Item): OwnLabel[] {
  const inner = line.children.filter((child) => child.isLabelLine)
  if (isFrame(line) || inner.length > 0) return inner.flatMap(labelsOfLine)
  return line.labels
    .filter((label) => label.role !== 'content')
    .map((label, at, all) => ({ item: line, label, list: at === all.length - 1 ? line.children : [] }))
}
