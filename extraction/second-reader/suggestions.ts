import { deadlinesInText, deadlinesOfValue, type Times } from '../deadlines/deadlines.ts'
import { taskOf } from '../drafts/assemble.ts'
import { inherited } from '../drafts/drafts.ts'
import { type Passage, passageOf } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'
import { meets } from '../language/spans.ts'
import type { Deadline, DocumentFields, ExtractedTask, Party, Reading, Target } from '../shapes.ts'
import { targetsIn } from '../targets/targets.ts'
import { orderOf } from '../units/orders.ts'
import { partiesOf } from '../units/parties.ts'
import type { AnsweredTask } from './answer.ts'
import type { Question } from './question.ts'
import { quotedAt } from './quote.ts'

/** What one answer contains, read again by our own grammar from the printed words. */
export interface Suggested {
  question: Question
  /** One for a question about a task; any number for one about a passage. */
  tasks: ExtractedTask[]
  /** Suggestions dropped because some of their words are not in the document. */
  absent: number
  /** Values dropped although their words are there: our grammar reads no unit, deadline or target in them. */
  unread: number
}

/** Every value of the second reader is doubtful until a person has seen it. */
const CONFIDENCE = 0.5
/** What `partiesOf` gives a name that it knows as a unit; one it does not know gets less and is not taken. */
const KNOWN_UNIT = 0.7
/** A shorter action is a scrap. */
const SHORTEST_ACTION = 15

/**
 * Reads an answer. A suggestion counts only if all its words are in the document: in the passage, or for units and
 * deadlines in the headings and addressees above it. One invented word and the whole suggestion is dropped. No value is taken from the
 * answer itself: units, days and targets are read by our own grammar from the printed words that it points to.
 */
export function suggestionsOf(
  reading: Pick<Reading, 'text'>,
  document: Pick<DocumentFields, 'issuedOn' | 'effectOn'>,
  question: Question,
  answered: readonly AnsweredTask[],
): Suggested {
  const sources: Sources = {
    passage: passageOf(reading.text, [question.span]),
    above: question.context.map((span) => passageOf(reading.text, [span])).reverse(),
  }
  const times = { issuedOn: document.issuedOn, effectOn: document.effectOn }
  const suggested: Suggested = { question, tasks: [], absent: 0, unread: 0 }
  const taken: Stretch[] = []
  for (const one of answered) {
    const found = placesOf(one, sources)
    if (found === null) {
      suggested.absent++
      continue
    }
    if (found.action !== null) {
      const { from, to } = found.action
      if (to - from < SHORTEST_ACTION || taken.some((other) => meets({ from, to }, other))) {
        suggested.unread++
        continue
      }
      taken.push(found.action)
    }
    const { task, unread } = taskFrom(found, sources.passage, times)
    suggested.tasks.push({ ...task, group: question.group })
    suggested.unread += unread
  }
  return suggested
}

interface Sources {
  passage: Passage
  /** What is above, the nearest first. */
  above: Passage[]
}

interface Quoted {
  passage: Passage
  from: number
  to: number
  isAbove: boolean
}

interface Found {
  action: Stretch | null
  lead: Quoted[]
  coordinating: Quoted[]
  deadlines: Quoted[]
  targets: Quoted[]
}

/** Where all words of an answered task are; null if some are nowhere. */
function placesOf(one: AnsweredTask, sources: Sources): Found | null {
  const action = one.content === null ? null : quotedAt(sources.passage, one.content)
  if (one.content !== null && action === null) return null
  const [lead, coordinating, deadlines, targets] = [
    allAt(one.lead, sources, true),
    allAt(one.coordinating, sources, true),
    allAt(one.deadlines, sources, true),
    allAt(one.targets, sources, false),
  ]
  if (!lead || !coordinating || !deadlines || !targets) return null
  return { action, lead, coordinating, deadlines, targets }
}

function allAt(quotes: readonly string[], { passage, above }: Sources, mayStandAbove: boolean): Quoted[] | null {
  const found: Quoted[] = []
  for (const quote of quotes) {
    const own = quotedAt(passage, quote)
    const source = own ? passage : mayStandAbove ? above.find((one) => quotedAt(one, quote)) : undefined
    const at = source && quotedAt(source, quote)
    if (!source || !at) return null
    found.push({ passage: source, ...at, isAbove: !own })
  }
  return found
}

function taskFrom(found: Found, passage: Passage, times: Times): { task: ExtractedTask; unread: number } {
  let unread = 0
  const read = <T>(quotes: readonly Quoted[], by: (quoted: Quoted) => T[]): T[] =>
    quotes.flatMap((quoted) => {
      const values = by(quoted)
      if (values.length === 0) unread++
      return values
    })
  const lead = read(found.lead, (quoted) => unitsAt(quoted, 'lead'))
  const coordinating = read(found.coordinating, (quoted) => unitsAt(quoted, 'coordinating'))
  const deadlines = read(found.deadlines, (quoted) => limitsAt(quoted, times))
  const targets = read(found.targets, ({ passage: source, from, to }) => targetsIn(source, from, to))
  const action = found.action ?? { from: 0, to: passage.text.length }
  const order = orderOf(passage, action.from, action.to)
  const task = taskOf({
    path: [],
    annex: '',
    group: null,
    body: [{ passage, ...action }],
    action: { passage, from: Math.min(order.actionFrom, action.to), to: action.to },
    span: passage.span(action.from, action.to),
    lead,
    coordinating,
    deadlines,
  })
  return { task: { ...task, targets: targets.map(doubted), confidence: CONFIDENCE }, unread }
}

function unitsAt({ passage, from, to, isAbove }: Quoted, role: Party['role']): Party[] {
  const units = partiesOf(passage, from, to, role, KNOWN_UNIT).filter(({ confidence }) => confidence >= KNOWN_UNIT)
  return (isAbove ? inherited(units) : units).map(doubted)
}

function limitsAt({ passage, from, to, isAbove }: Quoted, times: Times): Deadline[] {
  const inText = deadlinesInText(passage, from, to, times)
  const limits = inText.length > 0 ? inText : deadlinesOfValue(passage, from, to, times)
  return limits.map((limit) => doubted({ ...limit, inherited: isAbove }))
}

function doubted<T extends Party | Deadline | Target>(value: T): T {
  return { ...value, confidence: Math.min(value.confidence, CONFIDENCE) }
}
