import { sql } from 'kysely'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { RecordsDb } from './db.ts'
import type { DraftContent } from './draft-content.ts'
import type { Recipient } from './outgoing-shapes.ts'
import type { Step, StepKind, StepState } from './route.ts'
import type { Row } from './store.ts'

export type Outgoing = Row<'records.outgoing'>

/** The last version of a text. */
export async function currentVersion(
  db: AnyHandle,
  outgoingId: number,
): Promise<{ number: number; content: DraftContent }> {
  const row = await reading<RecordsDb>(db)
    .selectFrom('records.document_version')
    .select(['number', 'content'])
    .where('outgoing_id', '=', outgoingId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ...row, content: row.content as unknown as DraftContent }
}

/** Replaces whom a draft goes to, in the order given. A body comes once. */
export async function replaceRecipients(
  trx: Transaction<RecordsDb>,
  outgoingId: number,
  recipients: readonly Recipient[],
): Promise<void> {
  const seen = new Set<number>()
  for (const [place, { agencyId }] of recipients.entries()) {
    if (agencyId === undefined) continue
    if (seen.has(agencyId))
      throw wrong(
        `recipients.${place}.agencyId`,
        'recipient.twice',
        'Cơ quan này đã có trong nơi nhận. Hãy bỏ dòng trùng.',
      )
    seen.add(agencyId)
  }
  await trx.deleteFrom('records.recipient').where('outgoing_id', '=', outgoingId).execute()
  if (recipients.length === 0) return
  await trx
    .insertInto('records.recipient')
    .values(
      recipients.map(({ agencyId, name, purpose }, place) => ({
        outgoing_id: outgoingId,
        position: place + 1,
        agency_id: agencyId ?? null,
        name: name.trim(),
        purpose,
      })),
    )
    .execute()
}

export async function recipientsOf(db: AnyHandle, outgoingId: number) {
  const rows = await reading<RecordsDb>(db)
    .selectFrom('records.recipient')
    .select(['agency_id as agencyId', 'name', 'purpose'])
    .where('outgoing_id', '=', outgoingId)
    .orderBy('position')
    .execute()
  return rows as { agencyId: number | null; name: string; purpose: Recipient['purpose'] }[]
}

/** The steps of the present round, in their order. */
export async function stepsOf(db: AnyHandle, { outgoing_id: id, round }: Pick<Outgoing, 'outgoing_id' | 'round'>) {
  const rows = await reading<RecordsDb>(db)
    .selectFrom('records.route_step')
    .select(['route_step_id as id', 'position', 'kind', 'person_id as personId', 'state', 'acted_by_id as actedById'])
    .where('outgoing_id', '=', id)
    .where('round', '=', round)
    .orderBy('position')
    .orderBy('route_step_id')
    .execute()
  return rows as (Step & { kind: StepKind; state: StepState; actedById: number | null })[]
}

/** Of these people, those without a post in the body or its units on a day, in the order given. */
export async function strangersTo(
  db: AnyHandle,
  agencyId: number,
  people: readonly number[],
  on: string,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select k.id from unnest(${[...people]}::bigint[]) with ordinality as k(id, place)
    where not exists (select from registry.person_card c
      where c.person_id = k.id and c.valid @> ${on}::date and c.agency_id = any(registry.reach(array[${agencyId}]::bigint[], ${on}::date)))
    order by k.place`.execute(reading<RecordsDb>(db))
  return rows.map(({ id }) => id)
}
