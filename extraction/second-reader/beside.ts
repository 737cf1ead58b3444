import { key } from '../language/fold.ts'
import { overlaps } from '../language/spans.ts'
import type { Deadline, ExtractedTask, Extraction, Party, Target, Warning } from '../shapes.ts'
import { warning } from '../warnings.ts'
import type { Suggested } from './suggestions.ts'

/** Reference of a task that only the second reader saw: "GY.1" (gợi ý). */
const REF = 'GY'

/** A value is certain from this confidence on, unless it comes from elsewhere than the task's own words. */
const CERTAIN = 0.65

interface Beside {
  extraction: Extraction
  /** Suggestions that added something, by question in the order given. */
  accepted: number[]
}

/**
 * The extraction with the suggestions of the second reader beside what the rules found, each marked. Nothing of the rules
 * is changed or removed; a field that the rules read with certainty gets nothing added.
 */
export function beside(extraction: Extraction, suggestions: readonly Suggested[]): Beside {
  const byRef = new Map(extraction.tasks.map((task) => [task.ref, task]))
  const accepted = suggestions.map(({ question, tasks }) => {
    if (question.ref === null) return tasks.length
    const known = byRef.get(question.ref)
    const own = tasks[0]
    const more = known && own ? withSuggested(known, own) : known
    if (!known || more === known) return 0
    byRef.set(question.ref, more!)
    return 1
  })
  const fresh = suggestions.flatMap(({ question, tasks }) => (question.ref === null ? tasks : [])).map(asSuggested)
  const tasks = inOrder(
    extraction.tasks.map((task) => byRef.get(task.ref)!),
    fresh,
  )
  // That nothing was found is no longer so.
  const warnings =
    fresh.length > 0 ? extraction.warnings.filter(({ code }) => code !== 'no_tasks') : extraction.warnings
  return { extraction: { ...extraction, tasks, warnings }, accepted }
}

/** The same task if nothing is added. */
function withSuggested(task: ExtractedTask, own: ExtractedTask): ExtractedTask {
  const leads = task.parties.filter(({ role }) => role === 'lead')
  const known = new Set(task.parties.map(({ name }) => key(name)))
  const others = own.parties
    .filter(({ role }) => role === 'coordinating' || leads.every(isUncertain))
    .filter(({ name }) => !known.has(key(name)))
  // Other words at the same place are another reading of one name, not a second unit.
  const readAs = (one: Party) => task.parties.find(({ span }) => overlaps(one.span, span))
  const parties = others.filter((one) => !readAs(one)).map(marked)
  const otherwise = others.flatMap((one) => {
    const same = readAs(one)
    return same && isUncertain(same) ? [{ known: same.name, instead: one.name }] : []
  })
  const deadlines = task.deadlines.every(isUncertain)
    ? own.deadlines.filter((one) => !task.deadlines.some((other) => sameDeadline(one, other))).map(marked)
    : []
  const targets = own.targets.filter((one) => !task.targets.some((other) => overlaps(one.span, other.span))).map(marked)
  if (parties.length + deadlines.length + targets.length + otherwise.length === 0) return task
  return {
    ...task,
    lead: [...task.lead, ...namesOf(parties, 'lead')],
    coordinating: [...task.coordinating, ...namesOf(parties, 'coordinating')],
    parties: [...task.parties, ...parties],
    deadlines: [...task.deadlines, ...deadlines],
    targets: [...task.targets, ...targets],
    warnings: [...task.warnings, doubtAbout(task, parties, deadlines, targets, otherwise)],
  }
}

function isUncertain({ confidence, inherited }: Party | Deadline): boolean {
  return inherited || confidence < CERTAIN
}

function sameDeadline(one: Deadline, other: Deadline): boolean {
  return overlaps(one.span, other.span) || (one.kind === other.kind && one.dueOn === other.dueOn)
}

function namesOf(parties: readonly Party[], role: Party['role']): string[] {
  return parties.filter((party) => party.role === role).map(({ name }) => name)
}

function marked<T extends Party | Deadline | Target>(value: T): T {
  return { ...value, by: 'secondReader' }
}

function asSuggested(task: ExtractedTask, index: number): ExtractedTask {
  const span = task.contentSpan
  const doubts = [
    warning('second_reader_task', {}, span),
    ...(task.lead.length === 0 ? [warning('lead_missing', {}, span)] : []),
  ]
  return { ...task, ref: `${REF}.${index + 1}`, by: 'secondReader', warnings: [...task.warnings, ...doubts] }
}

/** Names what was added to a task of the rules, and what was read otherwise. */
function doubtAbout(
  task: ExtractedTask,
  parties: readonly Party[],
  deadlines: readonly Deadline[],
  targets: readonly Target[],
  otherwise: readonly { known: string; instead: string }[],
): Warning {
  const onOneLine = ({ text }: Deadline | Target) => text.replace(/\s+/gu, ' ')
  const [first] = [...parties, ...deadlines, ...targets]
  return warning(
    'second_reader_fields',
    {
      lead: namesOf(parties, 'lead'),
      coordinating: namesOf(parties, 'coordinating'),
      deadlines: deadlines.map(onOneLine),
      targets: targets.map(onOneLine),
      known: otherwise.map(({ known }) => known),
      instead: otherwise.map(({ instead }) => instead),
    },
    first?.span ?? task.contentSpan,
  )
}

/** Each fresh task after the last one that begins before it; the order of the rules' tasks stays. */
function inOrder(tasks: readonly ExtractedTask[], fresh: readonly ExtractedTask[]): ExtractedTask[] {
  const waiting = [...fresh].sort((a, b) => a.span.start - b.span.start)
  const all: ExtractedTask[] = []
  for (const task of tasks) {
    while (waiting.length > 0 && waiting[0]!.span.start < task.span.start) all.push(waiting.shift()!)
    all.push(task)
  }
  return [...all, ...waiting]
}
