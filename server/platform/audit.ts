import { sql } from 'kysely'
import type { Actor, SystemActor } from './actor.ts'
import type { SubjectNames } from './audit/subject-names.ts'
import type { Announcement, AuditWiring, EventDescription, Subject, Wired } from './audit/wiring.ts'
import { auditWiringOf } from './database/wired.ts'
import { type AnyHandle, type AnyTransaction, type Database, reading, toJson, within } from './db.ts'
import { addJob } from './jobs.ts'
import { announceChange } from './live/channel.ts'

export type { Announcement, EventDescription, Follower, Recorded, Subject, Subscription } from './audit/wiring.ts'

type AuditDb = Pick<Database, 'platform.audit'>

export interface Fact {
  subject: Subject
  /** The day it took effect, ISO, in Viet Nam; today if omitted. */
  on?: string
  /** The instant it is recorded, ISO; now if omitted. */
  at?: string
  before?: unknown
  after?: unknown
  /** What else should be known later: the reason given, the approving document. */
  detail?: unknown
}

/** Row of the log as read. */
export interface AuditEntry {
  id: number
  recordedAt: string
  happenedOn: string
  actorPersonId: number | null
  actorName: string
  /** The holder of the post, if a deputy acted. */
  onBehalfOfName: string | null
  event: string
  subjectKind: string
  subjectId: string
  before: unknown
  after: unknown
  detail: unknown
}

/** Every event that may be recorded through this database, in the order of the names. */
export function announcedEvents(db: AnyHandle): readonly EventDescription[] {
  return auditWiringOf(db).events
}

/** How the things in the log are named. */
export function subjectNames(db: AnyHandle): readonly SubjectNames[] {
  return auditWiringOf(db).subjects
}

/** Every event that systems of agencies may be notified of, in the order in which the rooms announce them. */
export function publicEvents(db: AnyHandle): readonly EventDescription[] {
  return auditWiringOf(db).publicEvents
}

/**
 * Writes one act into the log, beside the change it records, adds one job per subscriber and notifies open pages, all
 * in the caller's transaction: either the change, its record and its consequences all exist, or none. Returns the id of
 * the entry.
 */
export async function record(
  trx: AnyTransaction,
  actor: Actor | SystemActor,
  event: string,
  fact: Fact,
): Promise<number> {
  const { jobs, follow: followers } = wiredTo(auditWiringOf(trx), event)
  const { id, recorded_at: at } = await within<AuditDb>(trx)
    .insertInto('platform.audit')
    .values({
      ...whoIs(actor),
      event,
      subject_kind: fact.subject.kind,
      subject_id: String(fact.subject.id),
      before: json(fact.before),
      after: json(fact.after),
      detail: json(fact.detail),
      ...(fact.at === undefined ? {} : { recorded_at: fact.at }),
      ...(fact.on === undefined
        ? fact.at === undefined
          ? {}
          : { happened_on: sql<string>`(${fact.at}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date` }
        : { happened_on: fact.on }),
    })
    .returning(['id', 'recorded_at'])
    .executeTakeFirstOrThrow()
  const announcement: Announcement = { auditId: id, event, subject: fact.subject }
  for (const job of jobs) await addJob(trx, job, announcement)
  const { before, after, detail } = fact
  for (const follow of followers) await follow(trx, { ...announcement, actor, at, before, after, detail })
  await announceChange(trx, fact.subject.kind, fact.subject.id)
  return id
}

export interface PastFact extends Fact {
  actor: Actor | SystemActor
  event: string
  on: string
  at: string
}

const CHUNK = 5_000

/**
 * Writes many past acts together, in the order given: imported history. Subscribers are not notified: no one wants ten
 * thousand letters about last year.
 */
export async function recordMany(trx: AnyTransaction, facts: readonly PastFact[]): Promise<void> {
  const wiring = auditWiringOf(trx)
  for (let from = 0; from < facts.length; from += CHUNK) {
    const rows = facts.slice(from, from + CHUNK).map((fact) => {
      wiredTo(wiring, fact.event)
      return {
        recorded_at: fact.at,
        happened_on: fact.on,
        ...whoIs(fact.actor),
        event: fact.event,
        subject_kind: fact.subject.kind,
        subject_id: String(fact.subject.id),
        before: fact.before ?? null,
        after: fact.after ?? null,
        detail: fact.detail ?? null,
      }
    })
    await sql`
      insert into platform.audit (recorded_at, happened_on, actor_person_id, actor_name,
                                  on_behalf_of_person_id, on_behalf_of_name, event,
                                  subject_kind, subject_id, before, after, detail)
      select r.recorded_at, r.happened_on, r.actor_person_id, r.actor_name,
             r.on_behalf_of_person_id, r.on_behalf_of_name, r.event, r.subject_kind, r.subject_id, nullif(r.before, 'null'), nullif(r.after, 'null'), nullif(r.detail, 'null')
      from rows from (jsonb_to_recordset(${toJson(rows)}::jsonb) as (
        recorded_at timestamptz, happened_on date, actor_person_id bigint, actor_name text,
        on_behalf_of_person_id bigint, on_behalf_of_name text, event text,
        subject_kind text, subject_id text, before jsonb, after jsonb, detail jsonb)) with ordinality r
      order by r.ordinality`.execute(trx)
  }
}

/** Everything recorded about one thing, oldest first. */
export async function historyOf(db: AnyHandle, kind: string, id: number | string): Promise<AuditEntry[]> {
  return reading<AuditDb>(db)
    .selectFrom('platform.audit')
    .select([
      'id',
      'recorded_at as recordedAt',
      'happened_on as happenedOn',
      'actor_person_id as actorPersonId',
      'actor_name as actorName',
      'on_behalf_of_name as onBehalfOfName',
      'event',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'before',
      'after',
      'detail',
    ])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', String(id))
    .orderBy('id')
    .execute()
}

function wiredTo({ byEvent }: AuditWiring, event: string): Wired {
  const wired = byEvent.get(event)
  if (!wired) throw new Error(`no room announces the event ${event}; add it to the events of its room`)
  return wired
}

/** Who did it and, for a deputy, in whose post. */
function whoIs(actor: Actor | SystemActor) {
  const behalf = 'system' in actor ? null : actor.onBehalfOf
  return {
    actor_person_id: personOf(actor),
    actor_name: actor.name,
    on_behalf_of_person_id: behalf?.personId ?? null,
    on_behalf_of_name: behalf?.name ?? null,
  }
}

function personOf(actor: Actor | SystemActor): number | null {
  return 'system' in actor ? null : actor.personId
}

function json(value: unknown): string | null {
  return value === undefined || value === null ? null : toJson(value)
}
