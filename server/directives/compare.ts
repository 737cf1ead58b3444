/** Compares what was read in a document with what its reviewers confirmed, value by value. Pure. */
import type { DocumentFields, ExtractedTask, Extraction, Reader } from '@dieuhanh/extraction'
import { formatDay, formatNumber } from '../platform/calendar.ts'
import { draftOf } from './draft.ts'
import type { DraftRecord } from './drafts.ts'
import { missedLabel } from './missed-label.ts'
import type { DraftDeadline, DraftParty, DraftTarget } from './shapes.ts'
import type { DirectiveRecord } from './store.ts'

export const DOCUMENT_FIELDS = ['number', 'type', 'issuer', 'issuedOn', 'subject'] as const
export const TASK_FIELDS = ['task', 'group', 'lead', 'coordinating', 'deadline', 'target'] as const
export const OUTCOME_FIELDS = [...DOCUMENT_FIELDS, ...TASK_FIELDS] as const
export type OutcomeField = (typeof OUTCOME_FIELDS)[number]
export const VERDICTS = ['right', 'changed', 'added', 'dropped'] as const
export type Verdict = (typeof VERDICTS)[number]
/** Who suggested a value. */
export const READERS = ['rules', 'secondReader'] as const
export type OutcomeReader = (typeof READERS)[number]

/** A value in one line of text. `name`: of a unit, as the document writes it, where `text` is the agency it means. */
export interface Value {
  text: string
  name?: string
  isCollective?: boolean
  /** The label before it, if the reader did not understand that. */
  label?: string
}
export interface Outcome {
  /** The reference of the task; null for the document's own fields. */
  ref: string | null
  field: OutcomeField
  suggested: Value | null
  confirmed: Value | null
  verdict: Verdict
  /** Whose suggestion it is about; what was added by hand is what the rules missed. */
  reader: OutcomeReader
  /** Of the suggestion; null if there was none. */
  confidence: number | null
  /** The agency that a unit's name was confirmed to mean. */
  agencyId: number | null
}

/** Longer texts are cut: an outcome is shown in a line and counted by its text. The whole text is in the reading. */
const LONGEST = 300

type Confirmed = Pick<DirectiveRecord, (typeof DOCUMENT_FIELDS)[number] | 'issuerAgencyId'>

/**
 * All outcomes of a confirmation. `text` is the document's; `drafts` are all drafts of the directive, dropped ones
 * included. The rules are judged as if they had read alone, so their figures mean the same with and without a second
 * reader; what that suggested is judged beside it.
 */
export function compare(
  { document, tasks }: Pick<Extraction, 'document' | 'tasks'>,
  text: string,
  directive: Confirmed,
  drafts: readonly DraftRecord[],
): Outcome[] {
  const alone = tasks.filter(isOfRules).map(readByRules)
  const rules = compareAll({ document, tasks: alone }, text, directive, drafts)
  if (
    tasks.every(({ by, parties, deadlines, targets }) =>
      [{ by }, ...parties, ...deadlines, ...targets].every(isOfRules),
    )
  )
    return rules
  const all = compareAll({ document, tasks: tasks.map(marked) }, text, directive, drafts)
  return [...rules, ...all.filter(({ reader }) => reader === 'secondReader')]
}

const isOfRules = ({ by }: { by?: Reader | undefined }): boolean => by === undefined

function readByRules(task: ExtractedTask): ExtractedTask {
  const { parties, deadlines, targets } = task
  return {
    ...task,
    parties: parties.filter(isOfRules),
    deadlines: deadlines.filter(isOfRules),
    targets: targets.filter(isOfRules),
  }
}

/** The parts of a task that only the second reader saw are its own too. */
function marked(task: ExtractedTask): ExtractedTask {
  const { by, parties, deadlines, targets } = task
  if (by === undefined) return task
  const mark = <Part>(part: Part) => ({ ...part, by })
  return { ...task, parties: parties.map(mark), deadlines: deadlines.map(mark), targets: targets.map(mark) }
}

function compareAll(
  { document, tasks }: Pick<Extraction, 'document' | 'tasks'>,
  text: string,
  directive: Confirmed,
  drafts: readonly DraftRecord[],
): Outcome[] {
  return [
    ...DOCUMENT_FIELDS.flatMap((field) => compareField(document, directive, field)),
    ...groupsOf(tasks, drafts).flatMap((group) => compareGroup(group, text)),
  ]
}

function compareField(
  document: DocumentFields,
  directive: Confirmed,
  field: (typeof DOCUMENT_FIELDS)[number],
): Outcome[] {
  const [suggested, confirmed] = [document[field], directive[field]]
  if (suggested === null && confirmed === null) return []
  const shown = (text: string) => (field === 'issuedOn' ? formatDay(text) : text)
  const outcome = judged(field, null, {
    suggested: suggested === null ? null : { text: shown(suggested) },
    confirmed: confirmed === null ? null : { text: shown(confirmed) },
    isSame: suggested?.trim() === confirmed?.trim(),
    confidence: document.found[field]?.confidence ?? 1,
  })
  return [field === 'issuer' ? { ...outcome, agencyId: directive.issuerAgencyId } : outcome]
}

/** Tasks as read that became one thing under review, and the drafts that were left of them. */
interface Group {
  /** As read; the first is the one the others were merged into. None if a reviewer added the draft. */
  tasks: ExtractedTask[]
  /** As confirmed: several after a split, none if it was dropped. */
  drafts: DraftRecord[]
}

function groupsOf(tasks: readonly ExtractedTask[], drafts: readonly DraftRecord[]): Group[] {
  const groups = new Map<string, Group>(tasks.map((task) => [task.ref, { tasks: [task], drafts: [] }]))
  const added: Group[] = []
  for (const draft of drafts) {
    if (draft.isDropped) continue
    const group = groups.get(draft.ref) ?? groups.get(draft.ref.replace(/\/\d+$/u, ''))
    if (group) group.drafts.push(draft)
    else added.push({ tasks: [], drafts: [draft] })
  }
  for (const [
    ref,
    {
      tasks: [task],
      drafts: left,
    },
  ] of groups) {
    if (left.length > 0) continue
    const into = [...groups.values()].find((group) => hasTakenIn(group, task!))
    if (!into) continue
    into.tasks.push(task!)
    groups.delete(ref)
  }
  return [...groups.values(), ...added]
}

/** Merging leaves no trace but the text: the action of one draft now covers that of another, which it did not as read. */
function hasTakenIn({ tasks: [own], drafts }: Group, task: ExtractedTask): boolean {
  if (own === undefined || own === task || covers(own.contentSpan, task.contentSpan)) return false
  return drafts.some(({ contentSpan }) => contentSpan !== null && covers(contentSpan, task.contentSpan))
}

function covers(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start <= other.start && one.end >= other.end
}

function compareGroup({ tasks, drafts }: Group, text: string): Outcome[] {
  const ref = tasks[0]?.ref ?? drafts[0]!.ref
  const confirmed = drafts.length === 0 ? null : { text: drafts.map(({ title }) => title).join('; ') }
  const isSame = tasks.length === 1 && drafts.length === 1 && drafts[0]!.ref === ref
  const whole = (task: ExtractedTask | undefined) =>
    judged('task', task?.ref ?? ref, {
      suggested: task ? { text: task.title } : null,
      confirmed,
      isSame,
      confidence: task?.confidence ?? null,
      reader: task?.by ?? 'rules',
    })
  // Fields of a task that was missed or invented say nothing about how fields are read.
  if (tasks.length === 0 || drafts.length === 0) return [whole(tasks[0])]
  const read = tasks.map((task) => draftOf(task, 0, []))
  const places = drafts.map(({ span }) => span)
  const spans = tasks.flatMap(({ parties, deadlines, targets }) =>
    [...parties, ...deadlines, ...targets].map(({ span }) => span),
  )
  const labelOf = (words: string) => missedLabel(text, places, words, spans)
  return [
    ...tasks.map(whole),
    ...comparedGroupTitle(tasks[0]!, read[0]!.groupTitle, drafts[0]!.groupTitle),
    ...(['lead', 'coordinating'] as const).flatMap((role) =>
      paired(
        role,
        ref,
        tasks.flatMap(({ parties }) => parties.filter((party) => party.role === role)),
        drafts.flatMap(({ parties }) => parties.filter((party) => party.role === role)),
        PARTY,
        labelOf,
      ),
    ),
    ...paired(
      'deadline',
      ref,
      read.flatMap(({ deadlines }) => deadlines.filter(isStated)),
      drafts.flatMap(({ deadlines }) => deadlines.filter(isStated)),
      DEADLINE,
      labelOf,
    ),
    ...paired(
      'target',
      ref,
      read.flatMap(({ targets }) => targets),
      drafts.flatMap(({ targets }) => targets),
      TARGET,
      labelOf,
    ),
  ]
}

function comparedGroupTitle(
  { ref, confidence, by }: ExtractedTask,
  read: string | null,
  kept: string | null,
): Outcome[] {
  if (read === null && kept === null) return []
  return [
    judged('group', ref, {
      suggested: read === null ? null : { text: read },
      confirmed: kept === null ? null : { text: kept },
      isSame: read?.trim() === kept?.trim(),
      confidence,
      reader: by ?? 'rules',
    }),
  ]
}

interface Judged {
  suggested: Value | null
  confirmed: Value | null
  isSame: boolean
  confidence: number | null
  reader?: OutcomeReader
}

function judged(
  field: OutcomeField,
  ref: string | null,
  { suggested, confirmed, isSame, confidence, reader = 'rules' }: Judged,
): Outcome {
  const verdict =
    suggested === null ? 'added' : confirmed === null ? 'dropped' : isSame ? 'right' : ('changed' as const)
  return {
    ref,
    field,
    suggested: suggested && cut(suggested),
    confirmed: confirmed && cut(confirmed),
    verdict,
    reader: suggested === null ? 'rules' : reader,
    confidence: suggested && confidence !== null ? Math.min(1, Math.max(0, confidence)) : null,
    agencyId: null,
  }
}

function cut({ text, ...value }: Value): Value {
  return { text: text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).toWellFormed()}…`, ...value }
}

type Read = { confidence: number; span: { start: number; end: number } | null; by?: Reader }

/** How values of one field are compared. */
interface Field<Suggested extends Read, Kept> {
  keyOf: (value: Suggested | Kept) => string
  isSame: (suggested: Suggested, kept: Kept) => boolean
  /** The same words, or the same place of the text: one is the correction of the other. */
  isCorrected: (suggested: Suggested, kept: Kept) => boolean
  suggested: (value: Suggested) => Value
  kept: (value: Kept) => Value
  /** As the document has it. */
  printed: (value: Kept) => string
  agencyOf?: (value: Kept) => number | null
}

/**
 * Pairs the values read with those confirmed: first what is the same, then corrections of the same place, then the rest
 * in order. Values that occur twice, as both parts of a split task have them, count once.
 */
function paired<Suggested extends Read, Kept>(
  field: OutcomeField,
  ref: string,
  suggested: readonly Suggested[],
  kept: readonly Kept[],
  how: Field<Suggested, Kept>,
  labelOf: (words: string) => string | undefined,
): Outcome[] {
  const open = once(suggested, how.keyOf)
  const left = once(kept, how.keyOf)
  const outcomes: Outcome[] = []
  const add = (one: Suggested | undefined, other: Kept | undefined, isSame: boolean) => {
    const label = isSame || other === undefined ? undefined : labelOf(how.printed(other))
    const outcome = judged(field, ref, {
      suggested: one === undefined ? null : how.suggested(one),
      confirmed: other === undefined ? null : { ...how.kept(other), ...(label === undefined ? {} : { label }) },
      isSame,
      confidence: one?.confidence ?? null,
      reader: one?.by ?? 'rules',
    })
    outcomes.push({ ...outcome, agencyId: other === undefined ? null : (how.agencyOf?.(other) ?? null) })
  }
  const take = (isPair: (one: Suggested, other: Kept) => boolean, isSame: boolean) => {
    for (const one of [...open]) {
      const at = left.findIndex((other) => isPair(one, other))
      if (at < 0) continue
      open.splice(open.indexOf(one), 1)
      add(one, left.splice(at, 1)[0], isSame)
    }
  }
  take(how.isSame, true)
  take(how.isCorrected, false)
  take(() => true, false)
  for (const one of open) add(one, undefined, false)
  for (const other of left) add(undefined, other, false)
  return outcomes
}

function once<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const seen = new Set<string>()
  return values.filter((value) => !seen.has(keyOf(value)) && seen.add(keyOf(value)))
}

function isAtSamePlace(one: Read['span'], other: Read['span']): boolean {
  return one !== null && other !== null && one.start === other.start && one.end === other.end
}

function sameWords(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
}

type ReadParty = ExtractedTask['parties'][number]

const PARTY: Field<ReadParty, DraftParty> = {
  keyOf: ({ name }) => plain(name),
  // Which of "các sở, ngành" is meant only a person can say: the phrase was read right.
  isSame: (one, other) => sameWords(one.name, other.name) && (other.outcome !== 'chosen' || one.collective),
  // The name stayed and a person chose the agency it means.
  isCorrected: (one, other) => sameWords(one.name, other.name) || isAtSamePlace(one.span, other.span),
  suggested: ({ name, collective }) => ({ text: name, ...(collective ? { isCollective: true } : {}) }),
  kept: ({ name, agencyName, outcome }) => ({
    text: outcome === 'chosen' && agencyName !== null ? agencyName : name,
    name,
  }),
  printed: ({ name }) => name,
  agencyOf: ({ agencyId }) => agencyId,
}

function isStated({ kind }: { kind: DraftDeadline['kind'] }): boolean {
  return kind !== 'none'
}

function dated({ text, kind, dueOn }: Pick<DraftDeadline, 'text' | 'kind' | 'dueOn'>): Value {
  return { text: [text.trim() || kind, ...(dueOn === null ? [] : [`(${formatDay(dueOn)})`])].join(' ') }
}

const DEADLINE: Field<DraftDeadline, DraftDeadline> = {
  keyOf: ({ kind, dueOn, recurs, text }) => `${kind} ${dueOn} ${recurs} ${plain(text)}`,
  isSame: (one, other) => one.kind === other.kind && one.dueOn === other.dueOn && one.recurs === other.recurs,
  isCorrected: (one, other) => sameWords(one.text, other.text) || isAtSamePlace(one.span, other.span),
  suggested: dated,
  kept: dated,
  printed: ({ text }) => text,
}

function measured({ text, value, max, unit }: DraftTarget): Value {
  const amount = [value, ...(max === null ? [] : [max])].map((number) => formatNumber(number)).join('–')
  return { text: `${text} (${[amount, unit].filter(Boolean).join(' ')})` }
}

const TARGET: Field<DraftTarget, DraftTarget> = {
  keyOf: ({ text, comparator, value, max, unit }) => `${comparator} ${value} ${max} ${unit} ${plain(text)}`,
  isSame: (one, other) =>
    one.value === other.value &&
    one.max === other.max &&
    one.comparator === other.comparator &&
    sameWords(one.unit, other.unit),
  isCorrected: (one, other) => sameWords(one.text, other.text) || isAtSamePlace(one.span, other.span),
  suggested: measured,
  kept: measured,
  printed: ({ text }) => text,
}
