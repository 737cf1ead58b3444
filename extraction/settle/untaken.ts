import { isCapitals } from '../blocks/capitals.ts'
import { deadlinesInText, type Times } from '../deadlines/deadlines.ts'
import { isPlaceInTeam } from '../drafts/matters.ts'
import { tellsOfThePast } from '../drafts/told.ts'
import { NO_ORDER } from '../language/vocabulary.ts'
import { isClosing } from '../outline/closing.ts'
import { isApparatus, sectionOf, themeOf } from '../outline/headings.ts'
import type { Item } from '../outline/outline.ts'
import type { Extraction, Span, Warning } from '../shapes.ts'
import { orderOf } from '../units/orders.ts'
import { warning } from '../warnings.ts'

/** Most headings that are kept as what is above a place. */
const MOST_ABOVE = 5

/** A paragraph of the body, and what is above it. */
export interface Place {
  item: Item
  span: Span
  above: Span[]
  theme: string | null
}

/** The paragraphs of the outline in document order, without those of sections that state aims. */
export function placesOf(root: Item): Place[] {
  const places: Place[] = []
  const walk = (parent: Item, above: Span[], theme: string | null): void => {
    // A paragraph without mark may head the items after it, as in the walk that drafts tasks.
    let heads = above
    for (const item of parent.children) {
      if (item.table) {
        places.push({ item, span: item.table.span, above: heads, theme })
        continue
      }
      const span = item.passage.span()
      if (!item.isLabelLine) places.push({ item, span, above: heads, theme })
      if (item.children.length > 0 && !isAims(item))
        walk(item, [...heads.slice(1 - MOST_ABOVE), span], theme ?? themeUnder(item))
      else if (!item.mark && isHead(item)) heads = [...above.slice(1 - MOST_ABOVE), span]
    }
  }
  walk(root, [], null)
  return places.sort((a, b) => a.span.start - b.span.start)
}

/** The theme that a heading opens; one that names whose work follows opens none. */
function themeUnder(item: Item): string | null {
  return orderOf(item.passage, item.from, item.passage.text.length).lead.length > 0 ? null : themeOf(item)
}

function isAims(item: Item): boolean {
  return sectionOf(item.passage, item.from) === 'aims'
}

function isHead({ heading, passage }: Item): boolean {
  return heading || /:\s*$/.test(passage.text)
}

/**
 * The places that look like an order but gave no task: by their words, or because they are items of a list of which others
 * are tasks.
 */
export function untakenOrders(places: readonly Place[], taken: readonly { span: Span }[], times: Times): Place[] {
  const isTaken = coverage(taken)
  const besideTasks = new Set<Item | null>()
  const open: Place[] = []
  for (const place of places) {
    if (isTaken(place.span)) besideTasks.add(place.item.parent)
    else if (!place.item.table) open.push(place)
  }
  return open.filter(
    ({ item }) => mayOrder(item) && (looksLikeAnOrder(item, times) || (besideTasks.has(item.parent) && isClause(item))),
  )
}

/** What an extraction speaks of: its tasks, and the text whose work a table gives out. */
export function takenBy({ tasks, warnings }: Extraction): { span: Span }[] {
  const again = warnings.flatMap(({ code, span }) => (code === 'listed_again' && span ? [{ span }] : []))
  return [...tasks, ...again]
}

/** Whether a task covers a span; asked in document order. */
function coverage(places: readonly { span: Span }[]): (span: Span) => boolean {
  const taken = places.map(({ span }) => span).sort((a, b) => a.start - b.start)
  let next = 0
  let reached = 0
  return (span) => {
    for (; next < taken.length && taken[next]!.start < span.end; next++) reached = Math.max(reached, taken[next]!.end)
    return reached > span.start
  }
}

/** A past or a passive tells what was done. */
const TOLD = /\b(?:da|vua) (?:chu tri|yeu cau|giao|chi dao|de nghi|ban hanh|hop|lam viec)\b/
const GIVES = /\b(?:giao|yeu cau|de nghi|chi dao|phan cong|co trach nhiem|chiu trach nhiem|chu tri)\b/
/** Shorter paragraphs are headings or scraps. */
const SHORTEST_ORDER = 40
/** How far into a paragraph its deadlines are looked for. */
const REACH = 3_000

/** "Điều 1. Ban hành Kế hoạch kèm theo Quyết định này": what the document itself does. */
const ENACTS =
  /^(?:ban hanh|phe duyet|thong qua|cong bo)\b[^.;]{0,160}\b(?:kem theo|(?:quyet dinh|nghi quyet|chi thi) nay)\b/

/** Headings and introductions are not orders, nor what always stands in documents. */
function mayOrder(item: Item): boolean {
  const { passage, from } = item
  if (isHead(item) || isCapitals(passage.text) || isApparatus(passage, from) || isAims(item)) return false
  if (ENACTS.test(passage.plain.slice(from, from + 200))) return false
  if (isClosing(passage) || NO_ORDER.test(passage.plain.slice(from, from + REACH)) || TOLD.test(passage.plain))
    return false
  return item.children.every((child) => child.mark === null)
}

/** By its words: someone is ordered to act, or something is to be done by a day. */
function looksLikeAnOrder({ mark, passage, from }: Item, times: Times): boolean {
  const end = passage.text.length
  if (end - from < SHORTEST_ORDER) return false
  const order = orderOf(passage, from, end)
  if (order.isName || (mark === null && tellsOfThePast(passage, { from, to: end }, times.issuedOn))) return false
  if (order.commanded || (order.acts && order.lead.length > 0)) return true
  const to = Math.min(end, from + REACH)
  return (
    GIVES.test(passage.plain.slice(from, to)) || (order.acts && deadlinesInText(passage, from, to, times).length > 0)
  )
}

/** An item that is a sentence: it ends like one and has more words than a name. */
function isClause({ mark, passage, from }: Item): boolean {
  return mark !== null && /[.;]\s*$/.test(passage.text) && passage.text.slice(from).split(' ').length >= 5
}

/** No one looks at more places one by one; the rest is counted. */
const MOST_DOUBTS = 40

/**
 * Nothing vanishes silently: what looks like an order and gave no task is a warning in its place.
 *
 * @param subject where the document states its own subject: that is no order.
 */
export function untakenDoubts(
  root: Item,
  extraction: Extraction,
  times: Times,
  subject: Span | null = null,
): Warning[] {
  const untaken = untakenOrders(placesOf(root), takenBy(extraction), times).filter(
    // A subject such as "thực hiện Nghị quyết số …" says what the document is about.
    ({ span }) => !subject || span.end <= subject.start || subject.end <= span.start,
  )
  const doubts = untaken.slice(0, MOST_DOUBTS).map(({ span }) => warning('order_unread', { more: 0 }, span))
  if (untaken.length > MOST_DOUBTS) doubts.push(warning('order_unread', { more: untaken.length - MOST_DOUBTS }))
  return [...doubts, ...unknownLabels(root)]
}

/** Lines with a label that is not known: what stands after it was not read. */
function unknownLabels(root: Item): Warning[] {
  return root.children.flatMap((item) => [
    ...(item.isLabelLine && item.labels.length === 0 && !isPlaceInTeam(item) ? [labelDoubt(item)] : []),
    ...unknownLabels(item),
  ])
}

function labelDoubt({ passage, from }: Item): Warning {
  const label = passage.text.slice(from, passage.text.indexOf(':', from)).trim()
  return warning('label_unread', { label }, passage.span(from))
}
