import type { Actor, SystemActor } from '../actor.ts'
import type { AnyTransaction } from '../database/handle.ts'
import type { SubjectNames } from './subject-names.ts'

/** What happened, described by the room that announces it; `docs/audit-events.md` is written from these. */
export interface EventDescription {
  /** Dotted, the room's noun first: "task.assigned". */
  name: string
  /** One Vietnamese sentence, as a history would say it. */
  vi: string
  /** The same in English. */
  en: string
  /** Names under which older rows of the log have it: those rows are sealed and keep them. */
  formerNames?: readonly string[]
  /** Systems of agencies may ask to be notified of it (webhooks). */
  isPublic?: true
  /** False: it is only announced to those systems, and no row of the log has its name. */
  isRecorded?: false
}

/** When `event` is recorded, the job named `job` is added in the same transaction, with an `Announcement`. */
export interface Subscription {
  event: string
  job: string
}

/**
 * When one of `events` is recorded, `follow` runs in the same transaction: for what must be recorded if, and only if, the act
 * is. `public` are all events that say they are public.
 */
export interface Follower {
  events: 'public' | readonly string[]
  follow: (trx: AnyTransaction, act: Recorded) => Promise<void>
}

/** Payload of a job added for a subscriber. */
export interface Announcement {
  auditId: number
  event: string
  subject: Subject
}

/** An act as its followers see it, in its own transaction. */
export interface Recorded extends Announcement {
  actor: Actor | SystemActor
  /** The instant it was recorded, ISO. */
  at: string
  before?: unknown
  after?: unknown
  detail?: unknown
}

export interface Subject {
  /** The kind of thing: "task", "directive". */
  kind: string
  id: number | string
}

/** What may be recorded, and what each record causes. An application has one, and opens its database with it. */
export interface AuditWiring {
  /** What may be recorded, in the order of the names. */
  events: readonly EventDescription[]
  /** What systems of agencies may ask for, in the order in which the rooms announce it. */
  publicEvents: readonly EventDescription[]
  byEvent: ReadonlyMap<string, Wired>
  /** How things are named in the log, by the room that keeps them. */
  subjects: readonly SubjectNames[]
}

export interface Wired {
  jobs: Set<string>
  follow: Set<Follower['follow']>
}

/** Joins what the rooms announce and subscribe to. Throws for an event that two rooms announce or none does. */
export function wireAudit(
  events: readonly EventDescription[],
  subscriptions: readonly Subscription[] = [],
  followers: readonly Follower[] = [],
  subjects: readonly SubjectNames[] = [],
): AuditWiring {
  const twice = events.find(({ name }, place) => events.findIndex((other) => other.name === name) !== place)
  if (twice) throw new Error(`two rooms announce the event ${twice.name}`)
  const recorded = events.filter(({ isRecorded }) => isRecorded !== false)
  const byEvent = new Map(recorded.map(({ name }): [string, Wired] => [name, { jobs: new Set(), follow: new Set() }]))
  for (const { event, job } of subscriptions) {
    const wired = byEvent.get(event)
    if (!wired) throw new Error(`job ${job} subscribes to ${event}, which no room announces`)
    wired.jobs.add(job)
  }
  for (const { events: followed, follow } of followers) {
    const names = followed === 'public' ? recorded.filter(({ isPublic }) => isPublic).map(({ name }) => name) : followed
    for (const name of names) {
      const wired = byEvent.get(name)
      if (!wired) throw new Error(`${name} is followed, which no room announces`)
      wired.follow.add(follow)
    }
  }
  return {
    events: recorded.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    publicEvents: events.filter(({ isPublic }) => isPublic),
    byEvent,
    subjects,
  }
}
