import type { Passage } from '../language/passage.ts'
import { phraseAt, wordAt, wordsOf } from '../language/words.ts'
import { VERBS } from '../units/names.ts'
import { type ColumnRole, isOtherHead, scoreOf } from './columns.ts'
import { type Content, contentOf } from './content.ts'

/**
 * What the columns of a table say, judged by their cells where the heads are in words that the library does not know, or
 * were lost: names of agencies, periods, actions.
 */
export interface Kind extends Content {
  /** Begins with a verb of an order. */
  acts: boolean
}

/** The kind of one cell; null if nothing is printed in it. */
export function kindOf(passage: Passage | undefined): Kind | null {
  if (!passage || passage.text === '') return null
  const content = contentOf(passage)
  const isWork = content.ordinal === null && !content.unit && !content.period && !content.filler
  return { ...content, acts: isWork && beginsWithVerb(passage) }
}

function beginsWithVerb(passage: Passage): boolean {
  const words = wordsOf(passage)
  const from = /^(?:[-+•–]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s+/.exec(passage.text)?.[0].length ?? 0
  return words.length > 0 && phraseAt(words, wordAt(words, from), VERBS) > 0
}

/** Rows looked at; more would only cost time. */
export const ROWS_SEEN = 12
const FEWEST_CELLS = 2
/** This share of the cells must be of the kind. */
const SHARE = 0.6
/** Texts of work are longer than names of things. */
const LEAST_WORK = 12

/**
 * The roles with those guessed that the heads leave open, or null if the table still gives no work. A head that says
 * otherwise ("Cơ quan theo dõi") is not overruled.
 *
 * @param heads folded heads of the columns; empty where there is none.
 * @param rows the kinds of the cells of some rows, by column.
 */
export function guessedRoles(
  heads: readonly string[],
  roles: readonly ColumnRole[],
  rows: readonly (Kind | null)[][],
): { roles: ColumnRole[]; guessed: ColumnRole[] } | null {
  const taken = [...roles]
  const guessed: ColumnRole[] = []
  const share = (column: number, is: (kind: Kind) => boolean): number => {
    const kinds = rows.flatMap((row) => row[column] ?? [])
    return kinds.length < Math.min(FEWEST_CELLS, rows.length) || kinds.length === 0
      ? 0
      : kinds.filter(is).length / kinds.length
  }
  const isOpen = (column: number): boolean => taken[column] === 'other' && !isOtherHead(heads[column] ?? '')
  const give = (role: ColumnRole, is: (kind: Kind) => boolean, least = SHARE, from = 0): void => {
    if (taken.includes(role)) return
    for (let column = from; column < taken.length; column++) {
      if (!isOpen(column) || share(column, is) < least) continue
      taken[column] = role
      guessed.push(role)
      return
    }
  }
  give('ordinal', (kind) => kind.ordinal !== null)
  if (!taken.includes('altLead')) give('lead', (kind) => kind.unit)
  // Below other heads a second column of agencies may name whom the work is about.
  if (guessed.includes('lead')) give('coordinating', (kind) => kind.unit, SHARE, taken.indexOf('lead') + 1)
  give('deadline', (kind) => kind.period)
  if (taken.includes('lead') || taken.includes('altLead'))
    give('content', (kind) => kind.acts && kind.length >= LEAST_WORK)
  if (taken.includes('content')) give('product', (kind) => kind.product, SHARE, taken.indexOf('content') + 1)
  if (scoreOf(taken) === 0 || guessed.every((role) => role === 'ordinal' || role === 'product')) return null
  return { roles: taken, guessed }
}
