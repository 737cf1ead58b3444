import { type Passage, passageOf } from '../language/passage.ts'
import type { ColumnRole, RowValue } from './columns.ts'
import { kindOf } from './guess.ts'

type Values = Partial<Record<ColumnRole, RowValue>>

/** One work of a cell that holds several, with what the other cells say of it. */
interface Pair {
  content: Passage
  values: Values
}

/** More works in one cell are a list of steps. */
const MOST = 6

/**
 * The works of a cell that holds one in each paragraph, if the column of the lead has as many lines, each an agency: each
 * work has the line of its place. What has another number of lines is said of all. Empty if the cell holds one work.
 */
export function pairsOf(content: readonly Passage[], values: Values): Pair[] {
  const [cell] = content
  const lead = values.lead
  if (!cell || content.length > 1 || !lead || lead.inherited || !isBroken(lead.passage) || !isBroken(cell)) return []
  const works = paragraphsOf(cell)
  if (works.length < 2 || works.length > MOST || !works.every((work) => kindOf(work)?.acts)) return []
  const leads = linesOf(lead.passage)
  if (leads.length !== works.length || !leads.every(isAgency)) return []
  return works.map((work, at) => {
    const own: Values = {}
    for (const role of Object.keys(values) as ColumnRole[]) {
      const value = values[role] as RowValue
      const lines = isPaired(role) ? linesOf(value.passage) : []
      const isLined = lines.length === works.length && lines.every(role === 'deadline' ? isPeriod : isAgency)
      own[role] = isLined ? { ...value, passage: lines[at] as Passage } : value
    }
    return { content: work, values: own }
  })
}

const isPaired = (role: ColumnRole): boolean => role === 'lead' || role === 'coordinating' || role === 'deadline'

/** A name that goes on in the next line is none. */
const isAgency = (line: Passage): boolean =>
  /^[-+•]?\s?\p{Lu}/u.test(line.text) &&
  !/(?:[,–-]|\s(?:và|các|của|thuộc))$/u.test(line.text) &&
  kindOf(line)?.unit === true
const isPeriod = (line: Passage): boolean => kindOf(line)?.period === true

const isBroken = (passage: Passage): boolean => /[\n\u2028]/.test(passage.printed())

function linesOf(passage: Passage): Passage[] {
  return cut(passage, /[\n\u2028]+/g)
}

/** A paragraph ends with a stop, and the next begins with a capital. */
function paragraphsOf(passage: Passage): Passage[] {
  return cut(passage, /(?<=[.;])[ \t]{0,8}[\n\u2028]+(?=[ \t]{0,8}(?:[-+•] ?)?\p{Lu})/gu)
}

function cut(passage: Passage, at: RegExp): Passage[] {
  const { start, end } = passage.span()
  const edges = [start]
  for (const hit of passage.source.slice(start, end).matchAll(at))
    edges.push(start + hit.index, start + hit.index + hit[0].length)
  edges.push(end)
  const parts: Passage[] = []
  for (let i = 0; i < edges.length; i += 2) {
    const part = passageOf(passage.source, [{ start: edges[i] as number, end: edges[i + 1] as number }])
    part.known = passage.known
    if (part.text !== '') parts.push(part)
  }
  return parts
}
