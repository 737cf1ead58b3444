import type { ReactNode } from 'react'

/** Letters that urge the leads of tasks, as a feature above prepares them; `null`: this person may not. */
export interface Urge {
  /** Drafts a letter to each lead about exactly these tasks, and shows what came of it. */
  urge: (ids: readonly number[], onDone?: () => void) => void
  isUrging: boolean
  /** The result, over the page. */
  shown: ReactNode
}
/** A hook of the feature that prepares letters; passed to pages by the files that join features. */
export type UseUrge = () => Urge | null
