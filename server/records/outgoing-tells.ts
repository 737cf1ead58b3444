/** Whom a draft tells: who is asked, who signs, who seals it, and the drafter of what came of it. */
import { sql } from 'kysely'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { noted, type Tell, type Telling, type TellReason } from '../platform/tell.ts'
import { holdersOf, withDeputies } from '../registry/index.ts'
import type { RecordsDb } from './db.ts'
import { type Outgoing, recipientsOf } from './outgoing-store.ts'
import { findRow } from './store.ts'

type Act = Parameters<Tell['tell']>[1]

const documentOf = async (trx: AnyTransaction, { subject }: Act) =>
  (await findRow(trx, 'records.outgoing', Number(subject.id)))!

function telling(row: Outgoing, people: readonly number[], why: TellReason, note: string | null = null): Telling {
  return {
    kind: 'records',
    about: { code: row.notation, title: row.about, to: `/van-ban-di/${row.outgoing_id}`, note },
    people: people.map((personId) => ({ personId, agencyId: null, why })),
  }
}

/** Who has an open step in the present round, each with their deputies. */
async function asked(trx: AnyTransaction, row: Outgoing, on: string, only?: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select s.person_id as id from records.route_step s
    where s.outgoing_id = ${row.outgoing_id} and s.round = ${row.round} and s.state = 'open'
      ${only === undefined ? sql`` : sql`and s.route_step_id = any(${[...only]}::bigint[])`}`.execute(
    within<RecordsDb>(trx),
  )
  return withDeputies(
    trx,
    rows.map(({ id }) => id),
    on,
  )
}

/** Who takes in documents for the bodies and units that a document went to. */
async function clerksOfRecipients(trx: AnyTransaction, row: Outgoing, on: string): Promise<number[]> {
  const recipients = new Set((await recipientsOf(trx, row.outgoing_id)).map(({ agencyId }) => agencyId))
  return (await holdersOf(trx, 'records.register', on))
    .filter(({ agencyId }) => recipients.has(agencyId))
    .map(({ personId }) => personId)
}

export const outgoingTells: readonly Tell[] = [
  {
    events: ['outgoing.sent'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      return [telling(row, await asked(trx, row, dayInVietnam(act.at)), 'participant')]
    },
  },
  {
    events: ['outgoing.stepOpened', 'outgoing.stepReplaced'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      const steps = (act.after as { steps?: number[] } | null)?.steps ?? []
      return [telling(row, await asked(trx, row, dayInVietnam(act.at), steps), 'participant')]
    },
  },
  {
    // Who was asked when it was taken back: it is gone from their list.
    events: ['outgoing.withdrawn'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      const asked = (act.after as { asked?: number[] } | null)?.asked ?? []
      return [telling(row, await withDeputies(trx, asked, dayInVietnam(act.at)), 'participant')]
    },
  },
  {
    events: ['outgoing.submitted'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      return [telling(row, await withDeputies(trx, [row.signer_id!], dayInVietnam(act.at)), 'signer')]
    },
  },
  {
    events: ['outgoing.returned'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      return [telling(row, [row.drafter_id], 'preparer', noted(act.detail, 'reason', 'string') ?? null)]
    },
  },
  {
    // Its recipients that have clerks here, and whoever drafted it.
    events: ['outgoing.issued', 'outgoing.recalled'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      const note = noted(act.detail, 'reason', 'string') ?? null
      return [
        telling(row, await clerksOfRecipients(trx, row, dayInVietnam(act.at)), 'recipient', note),
        telling(row, [row.drafter_id], 'preparer', note),
      ]
    },
  },
  {
    // Who has the earlier document: not each of them gets the one that replaces it.
    events: ['outgoing.replaced'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      const by = noted(act.after, 'by', 'string')
      const note = by === undefined ? null : `Thay thế bằng văn bản số ${by}`
      return [telling(row, await clerksOfRecipients(trx, row, dayInVietnam(act.at)), 'recipient', note)]
    },
  },
  {
    // The clerks of the body seal and issue it.
    events: ['outgoing.signed'],
    tell: async (trx, act) => {
      const row = await documentOf(trx, act)
      const clerks = (await holdersOf(trx, 'records.register', dayInVietnam(act.at)))
        .filter(({ agencyId }) => agencyId === row.agency_id)
        .map(({ personId }) => personId)
      return [telling(row, clerks, 'participant'), telling(row, [row.drafter_id], 'preparer')]
    },
  },
]
