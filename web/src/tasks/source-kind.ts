import type { ComponentType, ReactNode } from 'react'

/** What the feature that keeps one kind of source gives to the pages of tasks; `web/src/task-sources.ts` joins them. */
export interface SourceKind {
  /** As the server declares it (`Room.taskSources`). */
  kind: string
  /** Sources whose names hold the words, as the filter of tasks takes them. */
  choose: (words: string, signal: AbortSignal) => Promise<SourceChoice[]>
  /** The sentence of a task in its place in the source; `children` is the sentence alone, for who may not read the source. */
  InPlace?: ComponentType<{ id: number; span: { start: number; end: number }; children: ReactNode }>
}

export interface SourceChoice {
  /** "minutes:12" */
  value: string
  label: string
}
