import { unreadDeadlinesIn, unreadDeadlinesOfValue } from '../deadlines/unread.ts'
import { key } from '../language/fold.ts'
import { unitsLike } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import type { Deadline, ExtractedTask, Found, Party, Span, Target, Warning } from '../shapes.ts'
import { type Measured, targetsIn, targetsOfValue } from '../targets/targets.ts'
import { unreadTargetsIn } from '../targets/unread.ts'
import { warning } from '../warnings.ts'

/** Part of a passage. */
export interface Bounds {
  passage: Passage
  from: number
  to: number
}

export interface TaskParts {
  path: readonly string[]
  annex: string
  group: string | null
  /** The whole action, in order; never empty. */
  body: Bounds[]
  /** Where the action begins after subject and "chủ trì, phối hợp với …"; the title is made from it. */
  action: Bounds
  span: Span
  lead: Party[]
  coordinating: Party[]
  deadlines: Deadline[]
  /** The value of the product label or column. */
  product?: Bounds | null
  /** The cell of the target column, and what other columns say of its numbers. */
  target?: Bounds | null
  measured?: Measured
  /** The values of deadline labels or of the time column. */
  limits?: Bounds[]
  /** Of the words of the body, what is read elsewhere: days in the action that the time column repeats. */
  alsoRead?: Deadline[]
  /** Words that look like the naming of a lead but were not understood as one. */
  unreadLead?: Span | null
}

export function taskOf(parts: TaskParts): ExtractedTask {
  const { body, target, product } = parts
  const lead = distinctParties(parts.lead, 'lead')
  const coordinating = distinctParties(parts.coordinating, 'coordinating')
  const first = body[0] as Bounds
  const last = body.at(-1) as Bounds
  const targets: Target[] = []
  for (const { passage, from, to } of body) targets.push(...targetsIn(passage, from, to))
  if (target || product)
    for (const one of [...targetsOf(target, 'target', parts.measured), ...targetsOf(product, 'product')])
      if (!targets.some((other) => isSameTarget(other, one))) targets.push(one)
  const content = body.length === 1 ? textOf(first) : body.map(textOf).join(' ')
  return {
    ref: refOf(parts.path, parts.annex),
    group: parts.group,
    title: titleOf(parts.action),
    content: withoutTail(content),
    span: parts.span,
    contentSpan: {
      start: first.passage.span(first.from, first.to).start,
      end: last.passage.span(last.from, last.to).end,
    },
    lead: lead.map((party) => party.name),
    coordinating: coordinating.map((party) => party.name),
    parties: [...lead, ...coordinating],
    deadlines: parts.deadlines,
    targets,
    product: product ? foundAt(product) : null,
    implements: [],
    confidence: 1,
    warnings: unreadIn(parts, targets),
  }
}

function textOf({ passage, from, to }: Bounds): string {
  return passage.text.slice(from, to).trim()
}

const isTail = unitsLike(/[\s;,(]/)

/** Without the signs after its last word; looked at from the end, so that a long text costs no more. */
function withoutTail(text: string): string {
  let end = text.length
  while (end > 0 && isTail(text.charCodeAt(end - 1))) end--
  return text.slice(0, end)
}

/** Nothing vanishes silently: what looks like a deadline, a target or a lead and was not understood is a warning with its place. */
function unreadIn(parts: TaskParts, targets: readonly Target[]): Warning[] {
  const { body, deadlines } = parts
  const understood: Span[] = []
  for (const one of deadlines) understood.push(one.span)
  if (parts.alsoRead)
    for (const one of parts.alsoRead)
      if (one.recurs !== null || deadlines.some(({ dueOn }) => dueOn === one.dueOn)) understood.push(one.span)
  for (const one of targets) understood.push(one.span)
  const unread: Warning[] = []
  const add = (more: readonly Warning[]): void => {
    if (more.length > 0) unread.push(...more)
  }
  if (parts.limits)
    for (const { passage, from, to } of parts.limits) add(unreadDeadlinesOfValue(passage, from, to, understood))
  for (const { passage, from, to } of body) add(unreadDeadlinesIn(passage, from, to, understood))
  for (const { passage, from, to } of body) add(unreadTargetsIn(passage, from, to, understood))
  for (const value of [parts.target, parts.product])
    if (value) add(unreadTargetsIn(value.passage, value.from, value.to, understood))
  if (parts.unreadLead) unread.push(warning('lead_unread', { cell: '' }, parts.unreadLead))
  return unread
}

/** "Xây dựng 05 mô hình du lịch" with the product "05 mô hình được nghiệm thu" is one target, stated twice. */
function isSameTarget(one: Target, other: Target): boolean {
  if (one.value !== other.value || one.max !== other.max) return false
  const [a, b] = one.unit === '%' ? [one.measure, other.measure] : [one.unit, other.unit]
  return (one.unit === '%') === (other.unit === '%') && (key(a).startsWith(key(b)) || key(b).startsWith(key(a)))
}

function targetsOf(value: Bounds | null | undefined, column: 'product' | 'target', measured?: Measured): Target[] {
  return value ? targetsOfValue(value.passage, value.from, value.to, column, measured) : []
}

function foundAt({ passage, from, to }: Bounds): Found {
  return { value: passage.text.slice(from, to), span: passage.span(from, to), confidence: 0.9 }
}

/** To compare so few names with each other costs less than a set, which looks each up among all strings of the program. */
const FEW = 8

/** The parties in this role, each name once. */
function distinctParties(parties: readonly Party[], role: Party['role']): Party[] {
  const inRole = parties.map((party) => (party.role === role ? party : { ...party, role }))
  if (inRole.length < 2) return inRole
  const names = inRole.map(({ name }) => name.toLowerCase())
  if (names.length <= FEW) return inRole.filter((_, at) => names.indexOf(names[at]!) === at)
  const seen = new Set<string>()
  return inRole.filter((_, at) => {
    const before = seen.size
    return seen.add(names[at]!).size > before
  })
}

/** A first clause of up to this many words is the title unchanged; a longer one is cut. */
const WHOLE_TITLE = 24
const CUT_TITLE = 20
/** A bracket that the cut leaves open is dropped if at least this many characters come before it. */
const SHORTEST_TITLE = 6

const closes = unitsLike(/[%)\]”"]/)
/** Signs and a list mark before the first word. */
const OPENING = /^[\s,;:.)–-]*(?:\(?[a-zđ\d]{1,2}\)\s+)?/
const mayOpen = unitsLike(/[\s,;:.)–(a-zđ\d-]/)

/** The first clause of the action, as a list title: it begins with a capital and ends with "…" if it is cut. */
function titleOf({ passage, from, to }: Bounds): string {
  const words = wordsOf(passage)
  const first = wordAt(words, from)
  let end = from
  let taken = 0
  for (let at = first; at < words.length && words[at]!.end <= to; at++) {
    const word = words[at]!
    if (taken > 0 && word.start - end > 1 && /[;:]\s|\.\s+["“(]?\p{Lu}/u.test(passage.text.slice(end, word.start + 1)))
      break
    end = word.end
    taken++
    if (taken > WHOLE_TITLE) break
  }
  const isCut = taken > WHOLE_TITLE
  if (isCut) end = words[first + CUT_TITLE - 1]!.end
  else while (end < to && closes(passage.text.charCodeAt(end))) end++
  const whole = passage.text.slice(from, taken > 0 ? end : to)
  const title = (mayOpen(whole.charCodeAt(0)) ? whole.replace(OPENING, '') : whole).trim()
  const open = title.lastIndexOf('(')
  const isOpen = open > SHORTEST_TITLE && !title.includes(')', open)
  if (isOpen) return `${title.charAt(0).toUpperCase()}${title.slice(1, open).trimEnd()}`
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}${isCut ? '…' : ''}`
}

const isRoman = unitsLike(/[IVXL]/)

/**
 * "II.1.b-2", "Điều 3.4.a", "PL.7": inside a Roman part the reference begins with that part, not with the article
 * around it.
 */
function refOf(path: readonly string[], annex: string): string {
  const roman = path.findLastIndex((step) => isRoman(step.charCodeAt(0)) && /^[IVXL]+$/.test(step))
  let ref = annex
  for (const step of roman > 0 ? path.slice(roman) : path) {
    const above = step.slice(0, step.lastIndexOf('.'))
    if (step.startsWith('-')) ref += ref === '' ? step.slice(1) : step
    else if (above !== '' && /^[\d.]+$/.test(step) && ref.endsWith(above)) ref += step.slice(above.length)
    else ref += ref === '' ? step : `.${step}`
  }
  return ref
}
