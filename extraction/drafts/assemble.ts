import type { Passage } from '../language/passage.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import type { Deadline, ExtractedTask, Found, Party, Span, Warning } from '../shapes.ts'
import { targetsIn } from '../targets/targets.ts'

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
  product: Found | null
  /** A deadline is printed but could not be read. */
  hasUnreadDeadline: boolean
  /** Words that look like the naming of a lead but were not understood as one. */
  unreadLead: Span | null
}

export function taskOf(parts: TaskParts): ExtractedTask {
  const lead = distinctParties(parts.lead.map((party) => ({ ...party, role: 'lead' })))
  const coordinating = distinctParties(parts.coordinating.map((party) => ({ ...party, role: 'coordinating' })))
  const first = parts.body[0] as Bounds
  const last = parts.body.at(-1) as Bounds
  const content = parts.body.map(({ passage, from, to }) => passage.text.slice(from, to).trim()).join(' ')
  return {
    ref: refOf(parts.path, parts.annex),
    group: parts.group,
    title: titleOf(parts.action),
    content: content.replace(/[\s;,(]+$/, ''),
    span: parts.span,
    contentSpan: {
      start: first.passage.span(first.from, first.to).start,
      end: last.passage.span(last.from, last.to).end,
    },
    lead: lead.map((party) => party.name),
    coordinating: coordinating.map((party) => party.name),
    parties: [...lead, ...coordinating],
    deadlines: parts.deadlines,
    targets: parts.body.flatMap(({ passage, from, to }) => targetsIn(passage, from, to)),
    product: parts.product,
    implements: [],
    confidence: 1,
    warnings: warningsOf(parts),
  }
}

function warningsOf(parts: TaskParts): Warning[] {
  const warnings: Warning[] = []
  if (parts.hasUnreadDeadline)
    warnings.push({
      code: 'deadline_unread',
      message: 'Thời hạn có ghi nhưng không đọc được thành ngày; cần xem lại.',
      span: parts.span,
    })
  if (parts.unreadLead)
    warnings.push({
      code: 'lead_unread',
      message: 'Chỗ này có vẻ giao việc cho một đơn vị nhưng không đọc được tên đơn vị; cần xem lại đơn vị chủ trì.',
      span: parts.unreadLead,
    })
  return warnings
}

export function foundAt({ passage, from, to }: Bounds): Found {
  return { value: passage.text.slice(from, to), span: passage.span(from, to), confidence: 0.9 }
}

function distinctParties(parties: readonly Party[]): Party[] {
  const byName = new Map<string, Party>()
  for (const party of parties) {
    const name = party.name.toLowerCase()
    if (!byName.has(name)) byName.set(name, party)
  }
  return [...byName.values()]
}

/** A first clause of up to this many words is the title unchanged; a longer one is cut. */
const WHOLE_TITLE = 24
const CUT_TITLE = 20
/** A bracket that the cut leaves open is dropped if at least this many characters come before it. */
const SHORTEST_TITLE = 15

/** The first clause of the action, as a list title: it begins with a capital and ends with "…" if it is cut. */
function titleOf({ passage, from, to }: Bounds): string {
  const words = wordsOf(passage)
  const first = wordAt(words, from)
  let end = from
  let taken = 0
  for (let at = first; at < words.length && words[at]!.end <= to; at++) {
    const word = words[at]!
    if (taken > 0 && /[;:]\s|\.\s+["“(]?\p{Lu}/u.test(passage.text.slice(end, word.start + 1))) break
    end = word.end
    taken++
    if (taken > WHOLE_TITLE) break
  }
  const isCut = taken > WHOLE_TITLE
  if (isCut) end = words[first + CUT_TITLE - 1]!.end
  else end += /^[%)\]”"]+/.exec(passage.text.slice(end, to))?.[0].length ?? 0
  const title = passage.text
    .slice(from, taken > 0 ? end : to)
    .replace(/^[\s,;:.)–-]*(?:\(?[a-zđ\d]{1,2}\)\s+)?/, '')
    .trim()
  const open = title.lastIndexOf('(')
  const isOpen = open > SHORTEST_TITLE && !title.includes(')', open)
  if (isOpen) return `${title.charAt(0).toUpperCase()}${title.slice(1, open).trimEnd()}`
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}${isCut ? '…' : ''}`
}

/**
 * "II.1.b-2", "Điều 3.4.a", "PL.7": inside a Roman part the reference begins with that part, not with the article
 * around it.
 */
function refOf(path: readonly string[], annex: string): string {
  const roman = path.findLastIndex((step) => /^[IVXL]+$/.test(step))
  let ref = annex
  for (const step of roman > 0 ? path.slice(roman) : path) {
    const above = step.slice(0, step.lastIndexOf('.'))
    if (step.startsWith('-')) ref += ref === '' ? step.slice(1) : step
    else if (above !== '' && /^[\d.]+$/.test(step) && ref.endsWith(above)) ref += step.slice(above.length)
    else ref += ref === '' ? step : `.${step}`
  }
  return ref
}
