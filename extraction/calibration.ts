import { key } from './language/fold.ts'
import type { ExtractedTask, Extraction } from './shapes.ts'

/** A document as people labelled it; the format of `samples/*.expected.json`. */
export interface Labels {
  document: Record<string, unknown>
  tasks: TaskLabels[]
  /** Neither required nor wrong. */
  optionalTasks?: TaskLabels[]
  /** Fields that cannot be judged: "document.number", "tasks[II.3].lead", "tasks[*].targets". */
  unscored?: string[]
  /** A misprint, and the agency that is meant. */
  unitCorrections?: Record<string, string>
}

interface TaskLabels {
  ref?: string
  title: string
  lead?: string[]
  /** Further names that are not wrong as a lead or as a coordinating agency. */
  alsoLead?: string[]
  coordinating?: string[]
  deadlines?: { kind: string; dueOn?: string | null }[]
  targets?: { value: number; max?: number | null; comparator: string }[]
}

export const FIELDS = ['document', 'task', 'lead', 'coordinating', 'deadline', 'target'] as const
export type Field = (typeof FIELDS)[number]

/** One value that was given with some confidence, and whether people agree with it. */
export interface Judged {
  field: Field
  confidence: number
  isRight: boolean
}

/**
 * What an extraction gave, value by value, judged by the labels of the same document. A task that people do not have
 * counts once, as a task; its fields are not judged. What was missed has no confidence and is not here.
 */
export function judge(extraction: Extraction, labels: Labels): Judged[] {
  const unscored = new Set(labels.unscored ?? [])
  const judged: Judged[] = []
  for (const name of ['number', 'type', 'issuer', 'issuedOn', 'subject'] as const) {
    const found = extraction.document.found[name]
    const wanted = labels.document[name]
    if (!found || unscored.has(`document.${name}`) || typeof wanted !== 'string') continue
    const isRight = alike(wanted, String(extraction.document[name] ?? '')) >= (name === 'subject' ? 0.8 : 0.9)
    judged.push({ field: 'document', confidence: found.confidence, isRight })
  }
  const known = [...labels.tasks, ...(labels.optionalTasks ?? [])]
  const pairs = paired(known, extraction.tasks)
  for (const task of extraction.tasks) {
    const wanted = pairs.get(task)
    judged.push({ field: 'task', confidence: task.confidence, isRight: wanted !== undefined })
    if (!wanted || !labels.tasks.includes(wanted)) continue
    const isScored = (name: string) =>
      !unscored.has(`tasks[${wanted.ref}].${name}`) && !unscored.has(`tasks[*].${name}`)
    const means = (name: string) => labels.unitCorrections?.[name] ?? name
    const among = (names: readonly string[] | undefined, name: string) =>
      [...(names ?? []), ...(wanted.alsoLead ?? [])].some((one) => alike(means(one), means(name)) >= 0.9)
    for (const { role, name, confidence } of task.parties) {
      if (isScored(role)) judged.push({ field: role, confidence, isRight: among(wanted[role], name) })
    }
    for (const given of isScored('deadlines') ? task.deadlines : []) {
      const isRight = (wanted.deadlines ?? []).some(
        ({ kind, dueOn }) =>
          kind === given.kind && (!isScored('deadlines.dueOn') || (dueOn ?? null) === (given.dueOn ?? null)),
      )
      judged.push({ field: 'deadline', confidence: given.confidence, isRight })
    }
    for (const given of isScored('targets') ? task.targets : []) {
      const isRight = (wanted.targets ?? []).some(
        ({ value, max, comparator }) =>
          Number(value) === given.value && (max ?? null) === given.max && isSame(comparator, given.comparator),
      )
      judged.push({ field: 'target', confidence: given.confidence, isRight })
    }
  }
  return judged
}

/** Bands of confidence, by their lower limit. */
export const BANDS = [0.9, 0.7, 0] as const

interface Calibration {
  field: Field
  /** Lower limit of the band. */
  from: (typeof BANDS)[number]
  given: number
  right: number
}

/** How many values of each field were given in each band of confidence, and how many of them were right. */
export function calibrationOf(judged: readonly Judged[]): Calibration[] {
  return FIELDS.flatMap((field) =>
    BANDS.map((from, place) => {
      const below = place === 0 ? Number.POSITIVE_INFINITY : (BANDS[place - 1] as number)
      const inBand = judged.filter((one) => one.field === field && one.confidence >= from && one.confidence < below)
      return { field, from, given: inBand.length, right: inBand.filter(({ isRight }) => isRight).length }
    }),
  )
}

/** A share of the words of a labelled title below which it is another task. */
const SAME_TASK = 0.75

/** Each task extracted with the labelled task it is; each label is used once, the surest pair first. */
function paired(labels: readonly TaskLabels[], tasks: readonly ExtractedTask[]): Map<ExtractedTask, TaskLabels> {
  const all = labels.flatMap((label, at) =>
    tasks.flatMap((task, place) => {
      const share = Math.max(
        shareOf(label.title, task.title),
        0.97 * shareOf(label.title, `${task.title} ${task.content}`),
      )
      const opening = alike(label.title, task.title.split(/\s+/).slice(0, label.title.split(/\s+/).length).join(' '))
      return share < SAME_TASK ? [] : [{ label, task, sure: share + opening / 10, apart: Math.abs(at - place) }]
    }),
  )
  all.sort((a, b) => b.sure - a.sure || a.apart - b.apart)
  const pairs = new Map<ExtractedTask, TaskLabels>()
  const used = new Set<TaskLabels>()
  for (const { label, task } of all) {
    if (pairs.has(task) || used.has(label)) continue
    pairs.set(task, label)
    used.add(label)
  }
  return pairs
}

/** The share of the words of `wanted` that `given` has, each as often. */
function shareOf(wanted: string, given: string): number {
  const words = key(wanted).split(' ').filter(Boolean)
  const left = new Map<string, number>()
  for (const word of key(given).split(' ')) left.set(word, (left.get(word) ?? 0) + 1)
  let found = 0
  for (const word of words) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    found++
  }
  return words.length === 0 ? 0 : found / words.length
}

/** 1 for the same words, 0 for none in common (Dice's coefficient of the words). */
function alike(a: string, b: string): number {
  const [x, y] = [key(a).split(' ').length, key(b).split(' ').length]
  return (2 * shareOf(a, b) * x) / (x + y)
}

/** "more than" is not told from "at least", nor a plain number from a least one: labels do not either. */
function isSame(wanted: string, given: string): boolean {
  return wanted === given || (wanted === '>=' && given === '>') || (wanted === '=' && given === '>=')
}
