import type { Times } from '../deadlines/deadlines.ts'
import type { Section } from '../outline/headings.ts'
import type { Deadline, ExtractedTask, Group, Party } from '../shapes.ts'

/** What an item inherits from the outline above it. */
export interface Context {
  lead: Party[]
  coordinating: Party[]
  deadlines: Deadline[]
  /** The thematic heading above. */
  group: string | null
  /** The heading of the section that names no theme ("TỔ CHỨC THỰC HIỆN"): the group of what stands under no other. */
  part: string | null
  section: Section | null
  /** The items below are work, whatever their words: labelled lines or their neighbours say so. */
  isWork: boolean
  /** The lead comes from a labelled line, which counts more than the subject of the item. */
  isStated: boolean
  /** The lead is the agency named by the heading: what it asks of others is its own work. */
  isHeaded: boolean
  /** The paragraph above names before a colon who acts ("Sở A: Kiểm tra …"); the next may go on without naming anyone. */
  spoken: Party[]
  /** Marks from the top down to the item itself. */
  path: string[]
}

export const NO_CONTEXT: Context = {
  lead: [],
  coordinating: [],
  deadlines: [],
  group: null,
  part: null,
  section: null,
  isWork: false,
  isStated: false,
  isHeaded: false,
  spoken: [],
  path: [],
}

/** What applies to the document as a whole. */
export interface Setting {
  times: Times
  /** The agencies that the document addresses ("Kính gửi"). */
  addressees: Party[]
  issuer: string | null
  /** The document is an order, not a report on one, so a verb at the start of an item gives work. */
  isDirective: boolean
}

/** A task as found, before `settle` decides which ones stay. */
export interface Draft {
  task: ExtractedTask
  source: 'labels' | 'table' | 'text'
  section: Section | null
  /** It stands in a paragraph that closes the document. */
  closes?: boolean
  /** Its action only repeats that the document is to be carried out; asked in a section on implementation and of paragraphs. */
  isGeneral?: boolean
}

export interface Drafts {
  drafts: Draft[]
  groups: Group[]
}

/** The same agencies, inherited from a heading, a row above or the addressees. */
export function inherited(parties: readonly Party[]): Party[] {
  return parties.map((party) => ({ ...party, inherited: true, confidence: Math.min(party.confidence, 0.85) }))
}
