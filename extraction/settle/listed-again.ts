import type { Draft } from '../drafts/drafts.ts'
import { key } from '../language/fold.ts'

/**
 * The items of the text that a table of the document assigns: many plans list the work in their text, without saying who, and
 * give it out in an annex. There it is one task, the row with its lead. Only items that say neither who nor by when nor how much
 * can be such; of a part of the document all of these are, if at least half of them have a row of nearly the same words.
 * Linear in the number of drafts: an item is compared with a bounded number of rows that begin with the same words.
 */
export function listedAgain(drafts: readonly Draft[]): Set<Draft> {
  const rows = new Map<string, Set<string>[]>()
  for (const { source, task } of drafts) {
    if (source !== 'table' || task.lead.length === 0) continue
    const words = wordsOf(task.content)
    const alike = rows.get(openingOf(words)) ?? []
    if (alike.length < MOST_ALIKE) rows.set(openingOf(words), [...alike, new Set(words)])
  }
  if (rows.size === 0) return new Set()
  const parts = new Map<string, { items: Draft[]; again: Draft[] }>()
  for (const draft of drafts) {
    if (!saysWorkAlone(draft)) continue
    const words = wordsOf(draft.task.content)
    const name = draft.task.ref.split('.')[0]!
    const part = parts.get(name) ?? { items: [], again: [] }
    parts.set(name, part)
    part.items.push(draft)
    if (rows.get(openingOf(words))?.some((row) => shareOf(words, row) >= ALIKE)) part.again.push(draft)
  }
  return new Set(
    [...parts.values()].flatMap(({ items, again }) =>
      again.length >= FEWEST_AGAIN && again.length * 2 >= items.length ? items : [],
    ),
  )
}

/** Rows with the same first words that an item is compared with. */
const MOST_ALIKE = 40
/** Words looked at: the annex often ends a row sooner, or says more about it. */
const WORDS = 24
/** This share of the words of the shorter text is in the other. */
const ALIKE = 0.75
const FEWEST_AGAIN = 3

function saysWorkAlone({ source, task }: Draft): boolean {
  return (
    source === 'text' &&
    task.lead.length === 0 &&
    task.targets.length === 0 &&
    task.deadlines.every((one) => one.inherited || one.kind === 'standing')
  )
}

function wordsOf(content: string): string[] {
  return key(content.slice(0, WORDS * 12))
    .split(' ')
    .slice(0, WORDS)
}

/** Numbers, marks and plurals, which one of two texts may leave out. */
const UNSAID = /^(?:\d*[a-z]?|cac|nhung|mot|so)$/

function openingOf(words: readonly string[]): string {
  return words
    .filter((word) => !UNSAID.test(word))
    .slice(0, 2)
    .join(' ')
}

function shareOf(words: readonly string[], row: ReadonlySet<string>): number {
  const own = new Set(words)
  let common = 0
  for (const word of own) if (row.has(word)) common++
  return common / Math.max(1, Math.min(own.size, row.size))
}
