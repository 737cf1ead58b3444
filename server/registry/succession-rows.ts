import { sql, type Transaction } from 'kysely'
import type { RegistryDb } from './db.ts'

type Trx = Transaction<RegistryDb>

export interface NewSuccession {
  oldId: number
  newId: number | null
  kind: 'main' | 'partial' | 'renamed' | 'abolished'
  subject: string | null
  effectiveOn: string
  source: string
  confidence: 'verified' | 'memory'
}

/** Returns the id; of the existing one, if the same is recorded twice. */
export async function insertSuccession(trx: Trx, passage: NewSuccession): Promise<number> {
  const { oldId, newId, effectiveOn, ...rest } = passage
  const row = { old_agency_id: oldId, new_agency_id: newId, effective_on: effectiveOn, ...rest }
  const { id } = await trx
    .insertInto('registry.succession')
    .values(row)
    .onConflict((conflict) => conflict.constraint('succession_once').doUpdateSet({ source: rest.source }))
    .returning('succession_id as id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findSuccession(trx: Trx, id: number): Promise<NewSuccession | undefined> {
  return trx
    .selectFrom('registry.succession')
    .select([
      'old_agency_id as oldId',
      'new_agency_id as newId',
      'kind',
      'subject',
      'effective_on as effectiveOn',
      'source',
      'confidence',
    ])
    .where('succession_id', '=', id)
    .executeTakeFirst()
}

export async function deleteSuccession(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('registry.succession').where('succession_id', '=', id).execute()
}

/** The agencies through which `from` passes on, as main successors, until `to`; undefined if it never does. */
export async function wayBetween(trx: Trx, from: number, to: number): Promise<number[] | undefined> {
  const { rows } = await sql<{ way: number[] }>`
    with recursive heir as (
      select ${from}::bigint as agency_id, array[${from}::bigint] as way
      union all
      select s.new_agency_id, h.way || s.new_agency_id
      from registry.succession s join heir h on s.old_agency_id = h.agency_id
      where s.kind = 'main' and not s.new_agency_id = any(h.way)
    )
    select way from heir where agency_id = ${to}::bigint order by cardinality(way) limit 1`.execute(trx)
  return rows[0]?.way
}
