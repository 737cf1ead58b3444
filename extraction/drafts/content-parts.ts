import { roleOf } from '../blocks/labels.ts'
import type { Item } from '../outline/outline.ts'
import { labelsOfLine, type OwnLabel } from './statements.ts'

/** The work of an item, and who does it by when, as numbered parts beside each other. */
interface ContentParts {
  /** The part that holds the work as points. */
  content: Item
  labels: OwnLabel[]
}

const KIND = '(?:noi dung|nhiem vu|cong viec|hoat dong|bien phap|giai phap|cach lam)'
const CONTENT = new RegExp(
  `^(?:cac )?${KIND}(?: (?:thuc hien|trien khai|cu the|chu yeu|trong tam))*(?:(?:,| va|,? va) ${KIND}(?: thuc hien)?)*[ :.]*$`,
)

/**
 * "1. Nội dung, biện pháp: a) … b) … 2. Cơ quan chủ trì, phối hợp: a) … b) … 3. Thời gian thực hiện: …": null for an
 * item of any other kind.
 */
export function contentPartsOf(item: Item): ContentParts | null {
  const at = item.children.findIndex(isContent)
  if (at < 0) return null
  const content = item.children[at]!
  const labels = item.children
    .slice(at + 1)
    .filter(({ mark }) => mark?.kind === content.mark!.kind)
    .flatMap(labelsOfPart)
  const isAssigned = labels.some(({ label }) => label.role === 'lead' || label.role === 'deadline')
  return isAssigned ? { content, labels } : null
}

function isContent({ mark, passage, from, children, isLabelLine }: Item): boolean {
  if (!mark || isLabelLine || !children.some((child) => child.mark && !child.isLabelLine)) return false
  return CONTENT.test(passage.plain.slice(from))
}

/** The labels of a part: a labelled line, a heading whose list is the value, or such headings below it. */
function labelsOfPart(part: Item): OwnLabel[] {
  if (part.isLabelLine) return labelsOfLine(part)
  const inner = part.children.flatMap((child) => (child.isLabelLine ? labelsOfLine(child) : headLabel(child)))
  return inner.length > 0 ? inner : headLabel(part)
}

/** "a) Cơ quan chủ trì" without a colon, above the agencies. */
function headLabel(item: Item): OwnLabel[] {
  const { passage, from, children } = item
  const role = children.length > 0 ? roleOf(passage.plain.slice(from).replace(/[ :.]+$/, '')) : null
  if (role !== 'lead' && role !== 'coordinating' && role !== 'deadline') return []
  const end = passage.text.length
  return [{ item, label: { role, from, valueFrom: end, valueTo: end }, list: children }]
}
