/** Whom a document that came in tells: its sender, leaders, whoever is given a part, and who gave it. Each person once. */
import { sql } from 'kysely'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { hasRight } from '../platform/rights.ts'
import { noted, type Tell, type Telling, type TellReason, type Told } from '../platform/tell.ts'
import { holdersOf, withDeputies, workersOf } from '../registry/index.ts'
import type { RecordsDb } from './db.ts'
import { leadersOf } from './incoming-choices.ts'
import { isReviewable } from './incoming-review.ts'
import type { HandlingRecord, Incoming } from './incoming-store.ts'
import { findRow } from './store.ts'

type Act = Parameters<Tell['tell']>[1]

const documentOf = async (trx: AnyTransaction, { subject }: Act) =>
  (await findRow(trx, 'records.incoming', Number(subject.id)))!

const told = (people: readonly number[], why: TellReason): Told[] =>
  people.map((personId) => ({ personId, agencyId: null, why }))

function telling(row: Incoming, people: readonly Told[], note: string | null = null): Telling {
  return {
    kind: 'records',
    about: {
      code: row.notation,
      title: row.about ?? 'Văn bản đến',
      to: `/van-ban-den/${row.incoming_id}`,
      note,
    },
    people,
  }
}

const clerksOf = async (trx: AnyTransaction, agencyId: number, on: string) =>
  (await holdersOf(trx, 'records.register', on))
    .filter((one) => one.agencyId === agencyId)
    .map(({ personId }) => personId)

const WHY: Record<string, TellReason> = { lead: 'lead', coordinate: 'coordinating', know: 'recipient' }

/** Of a unit its leaders, or everyone who handles documents there if it has none; a person, and their deputies. */
async function holdersOfPart(trx: AnyTransaction, part: HandlingRecord, on: string): Promise<Told[]> {
  const why = WHY[part.part]!
  if (part.person_id !== null) return told(await withDeputies(trx, [part.person_id], on), why)
  const leaders = await workersOf(trx, [part.agency_id!], 'records.assign', on)
  // Those of the body above a unit without leaders gave it themselves.
  const own = await withDeputies(
    trx,
    leaders.map(({ personId }) => personId),
    on,
  )
  const inUnit = await peopleIn(trx, part.agency_id!, own, on)
  if (inUnit.length > 0) return told(inUnit, why)
  const officers = await workersOf(trx, [part.agency_id!], 'records.draft', on)
  return told(
    officers.map(({ personId }) => personId),
    why,
  )
}

/** Of these people, those with a post in the agency itself, and who act in such a post. */
async function peopleIn(
  trx: AnyTransaction,
  agencyId: number,
  people: readonly number[],
  on: string,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct c.person_id as id from registry.person_card c
    where c.agency_id = ${agencyId} and c.person_id = any(${[...people]}::bigint[]) and c.valid @> ${on}::date`.execute(
    within<RecordsDb>(trx),
  )
  return withDeputies(
    trx,
    rows.map(({ id }) => id),
    on,
  )
}

async function partsOf(trx: AnyTransaction, ids: readonly number[]): Promise<HandlingRecord[]> {
  return within<RecordsDb>(trx)
    .selectFrom('records.handling')
    .selectAll()
    .where('handling_id', 'in', [...ids])
    .orderBy('handling_id')
    .execute()
}

async function tellParts(trx: AnyTransaction, act: Act): Promise<Telling[]> {
  const row = await documentOf(trx, act)
  const ids = (act.after as { handlings?: number[] } | null)?.handlings ?? []
  if (ids.length === 0) return []
  const tellings: Telling[] = []
  for (const part of await partsOf(trx, ids))
    tellings.push(telling(row, await holdersOfPart(trx, part, dayInVietnam(act.at)), part.words))
  return tellings
}

/** Where the sender, if it has accounts here, sees what it sent: its own document of that number, or its list. */
async function toOfSender(trx: AnyTransaction, row: Incoming): Promise<string> {
  const { rows } = await sql<{ id: number }>`
    select o.outgoing_id as id from records.outgoing o
    where o.agency_id = ${row.sender_id} and o.notation = ${row.notation} and o.dated_on = ${row.issued_on}::date
    limit 1`.execute(within<RecordsDb>(trx))
  return rows[0] ? `/van-ban-di/${rows[0].id}` : '/van-ban-di'
}

export const incomingTells: readonly Tell[] = [
  {
    // What a clerk takes in needs no telling; what comes by itself does: its time to be registered runs.
    events: ['incoming.arrived'],
    tell: async (trx, act) => {
      if (!('system' in act.actor)) return []
      const row = await documentOf(trx, act)
      const clerks = await clerksOf(trx, row.agency_id, dayInVietnam(act.at))
      return [telling(row, told(clerks, 'participant'), noted(act.after, 'from', 'string') ?? null)]
    },
  },
  {
    // Who may open the review of a directive is told that it is there; the clerk who may has opened it.
    events: ['incoming.registered'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      if (!isReviewable(row) || (!('system' in act.actor) && hasRight(act.actor, 'directive.review'))) return []
      const on = dayInVietnam(act.at)
      // Those of the body who see its documents; an officer who reviews is given the document first.
      const leaders = new Set((await leadersOf(trx, row.agency_id, on)).map(({ id }) => id))
      const reviewers = (await holdersOf(trx, 'directive.review', on))
        .map(({ personId }) => personId)
        .filter((personId) => leaders.has(personId))
      return [telling(row, told(reviewers, 'participant'))]
    },
  },
  {
    events: ['incoming.presented'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      const people = await withDeputies(trx, [row.presented_to_id!], dayInVietnam(act.at))
      return [telling(row, told(people, 'participant'), row.presented_words)]
    },
  },
  { events: ['incoming.assigned', 'incoming.passedOn', 'incoming.reopened'], tell: tellParts },
  {
    // Who gave it decides what comes next.
    events: ['incoming.givenBack'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      const [part] = await partsOf(trx, [noted(act.after, 'handlingId', 'number') ?? 0])
      if (part?.assigned_by_id == null) return []
      const people = await withDeputies(trx, [part.assigned_by_id], dayInVietnam(act.at))
      return [telling(row, told(people, 'owner'), noted(act.detail, 'reason', 'string') ?? null)]
    },
  },
  {
    events: ['incoming.withdrawn'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      const [part] = await partsOf(trx, [noted(act.after, 'handlingId', 'number') ?? 0])
      if (!part) return []
      const people = await holdersOfPart(trx, part, dayInVietnam(act.at))
      const { about, ...rest } = telling(row, people, noted(act.detail, 'reason', 'string') ?? null)
      // They may not see the document any more.
      return [{ ...rest, about: { ...about, to: '/van-ban-den/cua-toi' } }]
    },
  },
  {
    events: ['incoming.done'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      const on = dayInVietnam(act.at)
      const givers = row.presented_to_id === null ? [] : await withDeputies(trx, [row.presented_to_id], on)
      return [telling(row, told(givers, 'owner'), row.done_words)]
    },
  },
  {
    events: ['incoming.returned'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      if (row.sender_id === null) return []
      const reason = noted(act.detail, 'reason', 'string') ?? null
      const clerks = await clerksOf(trx, row.sender_id, dayInVietnam(act.at))
      const about = {
        code: row.notation,
        title: row.about ?? 'Văn bản đã gửi',
        to: await toOfSender(trx, row),
        note: reason,
      }
      return [{ kind: 'records', about, people: told(clerks, 'participant') }]
    },
  },
  {
    events: ['incoming.refused'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      const clerks = await clerksOf(trx, row.agency_id, dayInVietnam(act.at))
      return [telling(row, told(clerks, 'owner'), row.refused_reason)]
    },
  },
]
