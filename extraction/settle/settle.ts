import { doubtOf } from '../deadlines/doubts.ts'
import type { Draft } from '../drafts/drafts.ts'
import { key } from '../language/fold.ts'
import { overlaps } from '../language/spans.ts'
import type { DocumentFields, ExtractedTask, Extraction, Group, Party, Reading, Warning } from '../shapes.ts'
import { warning } from '../warnings.ts'
import { listedAgain } from './listed-again.ts'

/** Decides which drafts stay, gives each a unique reference, and reports what is doubtful. */
export function settle(
  reading: Reading,
  document: DocumentFields,
  drafts: readonly Draft[],
  groups: readonly Group[],
): Extraction {
  const kept = withoutGeneralDuties(drafts)
  const again = listedAgain(kept)
  const tasks = kept.filter((draft) => !again.has(draft)).map((draft) => draft.task)
  const refs = new Map<string, number>()
  for (const task of tasks) {
    const base = task.ref === '' ? '1' : task.ref
    const count = (refs.get(base) ?? 0) + 1
    refs.set(base, count)
    task.ref = count === 1 ? base : `${base} (${count})`
    task.implements = implementedBy(reading, task, document)
    task.warnings.push(...doubtsOf(task))
    task.confidence = confidenceOf(task, reading)
  }
  const elsewhere = reading.warnings.filter((one) => !isPlaced(one, tasks))
  const titles = new Set(tasks.map((task) => task.group))
  return {
    document,
    groups: groups.filter((group) => titles.has(group.title) || group.targets.length > 0),
    tasks,
    warnings: [...elsewhere, ...documentDoubts(document, tasks), ...againDoubts(again)],
  }
}

/** What the reader left out of the words of a task is told on that task; true if there is one. */
function isPlaced(one: Warning, tasks: readonly ExtractedTask[]): boolean {
  const { code, span } = one
  if (!span || !LEFT_OUT.has(code)) return false
  const touched = tasks.filter((task) => overlaps(task.span, span))
  // A block of many tasks says of none which words were struck.
  if (touched.length !== 1) return false
  touched[0]!.warnings.push(one)
  return true
}

const LEFT_OUT = new Set(['struck_text', 'deleted_text'])

/** One warning over all such items, from the first to the last. */
function againDoubts(again: ReadonlySet<Draft>): Warning[] {
  if (again.size === 0) return []
  const spans = [...again].map(({ task }) => task.span)
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  return [warning('listed_again', { items: again.size }, { start, end })]
}

/**
 * Clauses that only repeat in general terms that the document is to be carried out are no tasks beside those it gives:
 * in the section on implementation and in the closing paragraph. One with a deadline of its own stays.
 */
function withoutGeneralDuties(drafts: readonly Draft[]): Draft[] {
  const isGeneralClause = (draft: Draft): boolean =>
    draft.source === 'text' &&
    draft.isGeneral === true &&
    (draft.closes === true || draft.section === 'implementation') &&
    draft.task.deadlines.every((one) => one.inherited)
  return drafts.filter((draft) => !isGeneralClause(draft))
}

/** Numbers of the documents that a task states it implements: "Nghị quyết số 01" for 01/NQ-CP. */
function implementedBy(reading: Reading, task: ExtractedTask, document: DocumentFields): string[] {
  if (document.implements.length === 0) return []
  const text = ` ${key(reading.text.slice(task.span.start, task.span.end))} `
  return document.implements
    .filter(({ number, type }) => {
      const whole = key(number)
      const short = type ? `${key(type)} so ${number.split(/[/-]/)[0]}` : whole
      return text.includes(` ${whole} `) || text.includes(` ${short} `)
    })
    .map(({ number }) => number)
}

const isLead = (party: Party): boolean => party.role === 'lead'

function doubtsOf(task: ExtractedTask): Warning[] {
  const doubts: Warning[] = []
  const lead = task.parties.find(isLead)
  const isOwn = task.parties.some((party) => isLead(party) && !party.inherited)
  if (!lead) doubts.push(warning('lead_missing', {}, task.contentSpan))
  else if (!isOwn) doubts.push(warning('lead_inherited', {}, lead.span))
  for (const { confidence, name, span } of task.parties) {
    if (confidence < 0.65) doubts.push(warning('unit_doubtful', { name }, span))
  }
  for (const deadline of task.deadlines) {
    const doubt = doubtOf(deadline)
    if (doubt) doubts.push(doubt)
  }
  for (const { confidence, text, span } of task.targets) {
    if (confidence < 0.8) doubts.push(warning('target_doubtful', { text }, span))
  }
  return doubts
}

function confidenceOf(task: ExtractedTask, reading: Reading): number {
  let least = task.lead.length > 0 ? Number.POSITIVE_INFINITY : 0.4
  if (task.lead.length > 0)
    for (const party of task.parties) if (isLead(party)) least = Math.min(least, party.confidence)
  let sum = least
  for (const one of task.deadlines) sum += one.confidence
  for (const one of task.targets) sum += one.confidence
  const mean = sum / (1 + task.deadlines.length + task.targets.length)
  return Math.round(mean * (reading.recognised ? 0.9 : 1) * 100) / 100
}

function documentDoubts(document: DocumentFields, tasks: readonly ExtractedTask[]): Warning[] {
  return [
    ...(document.number ? [] : [warning('number_missing', {})]),
    ...(document.issuedOn ? [] : [warning('date_missing', {})]),
    ...(tasks.length > 0 ? [] : [warning('no_tasks', {})]),
  ]
}
