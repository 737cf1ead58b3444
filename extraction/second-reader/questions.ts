import { flowOf } from '../blocks/flow.ts'
import { partsOf } from '../blocks/parts.ts'
import { compiled } from '../language/known.ts'
import { overlaps } from '../language/spans.ts'
import { outlineOf } from '../outline/outline.ts'
import { type Place, placesOf, takenBy, untakenOrders } from '../settle/untaken.ts'
import {
  type ExtractedTask,
  type Extraction,
  type Knowledge,
  NO_KNOWLEDGE,
  type Reading,
  type Span,
} from '../shapes.ts'
import {
  LONGEST_CONTEXT,
  LONGEST_PASSAGE,
  MOST_CONTEXT,
  QUESTION_BOUNDS,
  type Question,
  type QuestionBounds,
  type Questions,
} from './question.ts'

/**
 * The passages of a document that the rules are unsure of: tasks with a doubt, and paragraphs that look like an order but
 * gave no task. The most doubtful come first where there are more than the bound; the result is in document order. Pure
 * and linear, like the extraction it belongs to.
 */
export function questionsOf(
  reading: Reading,
  extraction: Extraction,
  { questions: most }: QuestionBounds = QUESTION_BOUNDS,
  knowledge: Knowledge = NO_KNOWLEDGE,
): Questions {
  const parts = partsOf(flowOf(reading, compiled(knowledge)))
  const { issuedOn, effectOn } = extraction.document
  const places = placesOf(outlineOf(parts.body))
  const addressees = parts.addressees.map(({ passage }) => passage.span()).slice(0, 2)
  const asking = (ref: string | null, span: Span, above: readonly Span[], group: string | null): Question => ({
    ref,
    group,
    span: shortened(reading.text, span, LONGEST_PASSAGE),
    context: [...addressees, ...above]
      .filter((one) => one.end > one.start && !overlaps(one, span))
      .slice(-MOST_CONTEXT)
      .map((one) => shortened(reading.text, one, LONGEST_CONTEXT)),
  })
  const doubtful = extraction.tasks.flatMap((task) => {
    const weight = doubtOf(task)
    return weight === 0
      ? []
      : [{ weight, question: asking(task.ref, task.span, placeAt(places, task.span)?.above ?? [], task.group) }]
  })
  const missed = untakenOrders(places, takenBy(extraction), { issuedOn, effectOn }).map(({ span, above, theme }) => ({
    weight: 3,
    question: asking(null, span, above, theme),
  }))
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

/** Not longer than the bound, cut at white space. */
function shortened(text: string, span: Span, most: number): Span {
  if (span.end - span.start <= most) return span
  const cut = text.slice(span.start, span.start + most).search(/\s\S*$/u)
  return { start: span.start, end: span.start + (cut > 0 ? cut : most) }
}
