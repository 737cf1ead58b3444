import type { Recorded } from './audit.ts'
import type { AnyTransaction } from './db.ts'

/**
 * What people can be told of, as they choose how: an event of a room belongs to one of these. A room with something new
 * to tell adds its kind here, its default in `notifications/kinds.ts` and its words in the console.
 */
export const TELL_KINDS = [
  'assignment',
  'reorganisation',
  'sentBack',
  'decision',
  'request',
  'completion',
  'change',
  'contribution',
  'mention',
  'comment',
  'report',
  'receipt',
  'evidence',
  'letter',
  'inspection',
  'recommendation',
  'assessment',
  'document',
  'records',
  'account',
] as const
export type TellKind = (typeof TELL_KINDS)[number]

/** Why a person is told: what they, or those in whose name they are told, have to do with the thing. */
export const TELL_REASONS = [
  'lead',
  'coordinating',
  'formerLead',
  'followUp',
  'taskForce',
  'unit',
  'owner',
  'signer',
  'preparer',
  'recipient',
  'mentioned',
  'participant',
  'administrator',
  'deputy',
] as const
export type TellReason = (typeof TELL_REASONS)[number]

export interface Told {
  personId: number
  why: TellReason
  /** The agency in whose name they are told; null: in their own. */
  agencyId: number | null
  /** Manages the people of that agency: the one who passes on what it is given. */
  isFocal?: boolean
}

/** What one act tells some people. */
export interface Telling {
  kind: TellKind
  /** The thing in the words of the day: a list of what one was told must not change with the thing. */
  about: {
    code: string | null
    title: string
    /** Address in the console. */
    to: string
    /** What was said with the act: the reason given, the number counted. */
    note?: string | null
  }
  /** Only people who may see the thing. Whoever acted is left out by the caller, and a person named twice is told once. */
  people: readonly Told[]
}

/** Whom an act tells. A room hands it over as data; for each event there is at most one. */
export interface Tell {
  events: readonly string[]
  tell: (trx: AnyTransaction, act: Recorded) => Promise<readonly Telling[]>
}

/** The tell of each event. Throws for an event with two. */
export function tellsOf(tells: readonly Tell[]): ReadonlyMap<string, Tell['tell']> {
  const byEvent = new Map<string, Tell['tell']>()
  for (const { events, tell } of tells) {
    for (const event of events) {
      if (byEvent.has(event)) throw new Error(`two tells have the event ${event}`)
      byEvent.set(event, tell)
    }
  }
  return byEvent
}

/** A member of what an act recorded before, after or in its detail. */
export function noted<T extends 'string' | 'number'>(
  record: unknown,
  name: string,
  type: T,
): (T extends 'string' ? string : number) | undefined {
  const found = (record as Record<string, unknown> | null | undefined)?.[name]
  return typeof found === type ? (found as never) : undefined
}
