/** What is typed and not saved yet stays with the tab of the browser, so that no way through the console loses it. */
import type { Content } from './outgoing-queries.ts'

const keyOf = (id: number) => `dieuhanh.draft.${id}`

export function keep(id: number, version: number, content: Content): void {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify({ version, content }))
  } catch {
    // Full or forbidden: the page still holds what was typed.
  }
}

/** What was typed on this version; of an earlier one it would undo what others did since. */
export function keptOf(id: number, version: number): Content | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null') as { version: number; content: Content } | null
    return kept?.version === version ? kept.content : undefined
  } catch {
    return undefined
  }
}

export const dropKept = (id: number): void => sessionStorage.removeItem(keyOf(id))
