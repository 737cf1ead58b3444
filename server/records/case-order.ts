import type { IncomingState } from './incoming-state.ts'
import { isOut, type OutgoingState } from './outgoing-state.ts'

/** What the rules ask of an item of a case. */
export interface ItemFacts {
  id: number
  position: number
  kind: 'incoming' | 'outgoing' | 'file'
  datedOn: string | null
  notation: string | null
  state: string | null
  /** Somebody was given the document and has not finished. */
  hasOpenHandling: boolean
  files: readonly FileFacts[]
}
export const VERDICTS = ['unsigned', 'valid', 'unverifiable', 'invalid', 'unchecked', 'gone'] as const
export type Verdict = (typeof VERDICTS)[number]
export interface FileFacts {
  name: string
  verdict: Verdict
}

/**
 * The order of the list of documents of a case (mục lục văn bản): by their days, those of one day as they were added, what has no
 * day last (Nghị định 30/2020/NĐ-CP, Điều 29).
 */
export function inOrder<Item extends Pick<ItemFacts, 'datedOn' | 'position'>>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => {
    if (a.datedOn !== b.datedOn) {
      if (a.datedOn === null) return 1
      if (b.datedOn === null) return -1
      return a.datedOn < b.datedOn ? -1 : 1
    }
    return a.position - b.position
  })
}

export const GAPS = ['empty', 'unnumbered', 'unfinished', 'openHandling'] as const
export type Gap = (typeof GAPS)[number]
export interface Missing {
  /** Null: of the case itself. */
  itemId: number | null
  what: Gap
}

/** What keeps a case from being closed: nothing in it, a document without its number, a draft, work that is not done. */
export function missingToClose(items: readonly ItemFacts[]): Missing[] {
  if (items.length === 0) return [{ itemId: null, what: 'empty' }]
  return inOrder(items).flatMap((item): Missing[] => {
    const { id: itemId, kind, state } = item
    if (kind === 'incoming') {
      const isOver = state === 'done' || state === 'returned'
      return [
        ...(state === ('arrived' satisfies IncomingState) ? [{ itemId, what: 'unnumbered' as const }] : []),
        ...(isOver && !item.hasOpenHandling ? [] : [{ itemId, what: 'openHandling' as const }]),
      ]
    }
    if (kind === 'outgoing' && state !== 'dropped') {
      if (!isOut(state as OutgoingState)) return [{ itemId, what: 'unfinished' }]
      if (item.notation === null) return [{ itemId, what: 'unnumbered' }]
    }
    return []
  })
}

export interface Doubt {
  itemId: number
  name: string
  verdict: Verdict
}

/**
 * The files of a case whose signatures cannot be vouched for. They are handed over with that said: a file that cannot be
 * verified is still the file.
 */
export const doubtsOf = (items: readonly ItemFacts[]): Doubt[] =>
  inOrder(items).flatMap(({ id: itemId, files }) =>
    files
      .filter(({ verdict }) => verdict !== 'valid' && verdict !== 'unsigned')
      .map(({ name, verdict }) => ({ itemId, name, verdict })),
  )
