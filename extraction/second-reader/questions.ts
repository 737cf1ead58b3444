import { isCapitals } from '../blocks/capitals.ts'
import { flowOf } from '../blocks/flow.ts'
import { partsOf } from '../blocks/parts.ts'
import { deadlinesInText, type Times } from '../deadlines/deadlines.ts'
import { isApparatus, sectionOf, themeOf } from '../outline/headings.ts'
import { type Item, outlineOf } from '../outline/outline.ts'
import type { ExtractedTask, Extraction, Reading, Span } from '../shapes.ts'
import { orderOf } from '../units/orders.ts'
import {
  LONGEST_CONTEXT,
  LONGEST_PASSAGE,
  MOST_CONTEXT,
  QUESTION_BOUNDS,
  type Question,
  type QuestionBounds,
  type Questions,
} from './question.ts'

/** A paragraph of the body, and what is above it. */
interface Place {
  item: Item
  span: Span
  above: Span[]
  theme: string | null
}

/**
 * The passages of a document that the rules are unsure of: tasks with a doubt, and paragraphs that look like an order but
 * gave no task. The most doubtful come first where there are more than the bound; the result is in document order. Pure
 * and linear, like the extraction it belongs to.
 */
export function questionsOf(
  reading: Reading,
  extraction: Extraction,
  { questions: most }: QuestionBounds = QUESTION_BOUNDS,
): Questions {
  const parts = partsOf(flowOf(reading))
  const { issuedOn, effectOn } = extraction.document
  const places = placesOf(outlineOf(parts.body))
  const addressees = parts.addressees.map(({ passage }) => passage.span()).slice(0, 2)
  const asking = (ref: string | null, span: Span, above: readonly Span[], group: string | null): Question => ({
    ref,
    group,
    span: shortened(reading.text, span, LONGEST_PASSAGE),
    context: [...addressees, ...above]
      .filter((one) => one.end > one.start && (one.end <= span.start || one.start >= span.end))
      .slice(-MOST_CONTEXT)
      .map((one) => shortened(reading.text, one, LONGEST_CONTEXT)),
  })
  const doubtful = extraction.tasks.flatMap((task) => {
    const weight = doubtOf(task)
    return weight === 0
      ? []
      : [{ weight, question: asking(task.ref, task.span, placeAt(places, task.span)?.above ?? [], task.group) }]
  })
  const missed = untaken(places, extraction.tasks)
    .filter((place) => looksLikeAnOrder(place, { issuedOn, effectOn }))
    .map(({ span, above, theme }) => ({ weight: 3, question: asking(null, span, above, theme) }))
  const all = [...doubtful, ...missed].sort((a, b) => b.weight - a.weight)
  return {
    asked: all
      .slice(0, most)
      .map(({ question }) => question)
      .sort((a, b) => a.span.start - b.span.start),
    left: Math.max(0, all.length - most),
  }
}

/** How much the rules doubt a task; 0 if they do not. A lead from the heading above is nearly always right. */
const DOUBTS: Record<string, number> = {
  lead_missing: 4,
  deadline_unread: 4,
  deadline_doubtful: 3,
  unit_doubtful: 3,
  target_doubtful: 2,
  lead_inherited: 1,
}
/** A task below this confidence is asked about whatever its warnings are. */
const DOUBTFUL = 0.6

function doubtOf(task: ExtractedTask): number {
  const worst = Math.max(0, ...task.warnings.map(({ code }) => DOUBTS[code] ?? 0))
  return task.confidence < DOUBTFUL ? Math.max(2, worst) : worst
}

/** The paragraphs of the outline in document order, without those of sections that state aims. */
function placesOf(root: Item): Place[] {
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
        walk(item, [...heads.slice(1 - MOST_CONTEXT), span], theme ?? themeUnder(item))
      else if (!item.mark && isHead(item)) heads = [...above.slice(1 - MOST_CONTEXT), span]
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

/** The last place that begins at or before a span. */
function placeAt(places: readonly Place[], span: Span): Place | undefined {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.span.start <= span.start) low = middle + 1
    else high = middle
  }
  return places[low - 1]
}

/** The paragraphs that no task covers. */
function untaken(places: readonly Place[], tasks: readonly ExtractedTask[]): Place[] {
  const taken = tasks.map(({ span }) => span).sort((a, b) => a.start - b.start)
  let next = 0
  let reached = 0
  return places.filter(({ item, span }) => {
    for (; next < taken.length && taken[next]!.start < span.end; next++) reached = Math.max(reached, taken[next]!.end)
    return !item.table && reached <= span.start
  })
}

/** Shorter paragraphs are headings or scraps. */
const SHORTEST_ORDER = 40
const GIVES = /\b(?:giao|yeu cau|de nghi|chi dao|phan cong|co trach nhiem|chiu trach nhiem|chu tri)\b/

/** By its shape: someone is ordered to act, or something is to be done by a day. Headings and introductions are not orders. */
function looksLikeAnOrder({ item }: Place, times: Times): boolean {
  const { passage, from } = item
  const end = passage.text.length
  if (end - from < SHORTEST_ORDER || isHead(item) || isCapitals(passage.text) || isApparatus(passage, from))
    return false
  if (isAims(item) || item.children.some((child) => child.mark !== null)) return false
  const order = orderOf(passage, from, end)
  if (order.isName) return false
  if (order.commanded || (order.acts && order.lead.length > 0)) return true
  const to = Math.min(end, from + LONGEST_PASSAGE)
  return (
    GIVES.test(passage.plain.slice(from, to)) || (order.acts && deadlinesInText(passage, from, to, times).length > 0)
  )
}

/** Not longer than the bound, cut at white space. */
function shortened(text: string, span: Span, most: number): Span {
  if (span.end - span.start <= most) return span
  const cut = text.slice(span.start, span.start + most).search(/\s\S*$/u)
  return { start: span.start, end: span.start + (cut > 0 ? cut : most) }
}
