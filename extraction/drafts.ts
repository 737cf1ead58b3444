import type { Times } from './deadlines.ts'
import type { Deadline, ExtractedTask, Group, Party } from './shapes.ts'

/** What an item takes over from what stands above it in the outline. */
export interface Context {
  lead: Party[]
  coordinating: Party[]
  deadlines: Deadline[]
  /** The thematic heading above. */
  group: string | null
  section: Section | null
  /** Marks from the top down to the item itself. */
  path: string[]
}

/**
 * "aims": nobody is given work here; "account": the state of things is told, only express orders are tasks;
 * "implementation": duties shared out in general terms; "tasks": work is given.
 */
export type Section = 'aims' | 'account' | 'implementation' | 'tasks'

export const NO_CONTEXT: Context = { lead: [], coordinating: [], deadlines: [], group: null, section: null, path: [] }

/** What holds for the document as a whole. */
export interface Setting {
  times: Times
  /** Those whom the document addresses ("Kính gửi"). */
  addressees: Party[]
  issuer: string | null
  /** The document is itself an order, not a report on one, so a verb at the head of an item gives work. */
  isDirective: boolean
}

/** A task as found, before it is decided which of them stay. */
export interface Draft {
  task: ExtractedTask
  source: 'labels' | 'table' | 'text'
  section: Section | null
}

export interface Drafts {
  drafts: Draft[]
  groups: Group[]
}

/** The same bodies, as taken over from a heading, a row above or the addressees. */
export function inherited(parties: readonly Party[]): Party[] {
  return parties.map((party) => ({ ...party, inherited: true, confidence: Math.min(party.confidence, 0.85) }))
}
