/** Keeps what reviewers made of what was read: at each confirmation, and once for the directives confirmed before. */
import type { Extraction } from '@dieuhanh/extraction'
import { sql } from 'kysely'
import { dayInVietnam } from '../platform/calendar.ts'
import { type Db, type Transaction, toJson } from '../platform/db.ts'
import type { JobContext } from '../platform/jobs.ts'
import { compare, type Outcome } from './compare.ts'
import type { DirectivesDb } from './db.ts'
import { distributionsOf } from './distribute.ts'
import { asWritten } from './distribution.ts'
import { draftsOf } from './drafts.ts'
import { type DirectiveRecord, findDirective } from './store.ts'

export const COMPARE_JOB = 'directives.compare'
/** The job stops after this long, so that the next run is not in its way. */
const TURN = 40_000

/**
 * Compares a confirmed directive with what was read in it, and keeps the outcomes and their sums. Call it last in a
 * transaction: confirmations of one month and kind of document wait for each other from here on.
 */
export async function keepOutcomes(trx: Transaction<DirectivesDb>, directive: DirectiveRecord): Promise<void> {
  const row = await trx
    .selectFrom('directives.reading')
    .select(['extraction', sql<string>`reading ->> 'text'`.as('text')])
    .where('directive_id', '=', directive.id)
    .executeTakeFirst()
  if (row) {
    const drafts = asWritten(await draftsOf(trx, directive.id), await distributionsOf(trx, directive.id))
    const outcomes = compare(row.extraction as Extraction, row.text, directive, drafts)
    await insertOutcomes(trx, directive, outcomes, await modelOf(trx, directive.id))
  }
  await trx
    .updateTable('directives.directive')
    .set({ compared_at: sql<string>`now()` })
    .where('directive_id', '=', directive.id)
    .execute()
}

/** The model that answered last about a directive; it may have been read again with another. */
async function modelOf(trx: Transaction<DirectivesDb>, directiveId: number): Promise<string | null> {
  const row = await trx
    .selectFrom('directives.second_reading')
    .select('model')
    .where('directive_id', '=', directiveId)
    .where('outcome', '=', 'answered')
    .orderBy('second_reading_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.model ?? null
}

async function insertOutcomes(
  trx: Transaction<DirectivesDb>,
  { id, type, confirmedAt }: DirectiveRecord,
  outcomes: readonly Outcome[],
  model: string | null,
): Promise<void> {
  await sql`
    with kept as (
      insert into directives.outcome
        (directive_id, ref, field, suggested, confirmed, verdict, confidence, type, agency_id, confirmed_on, reader, model)
      select ${id}, o.ref, o.field, nullif(o.suggested, 'null'), nullif(o.confirmed, 'null'), o.verdict, o.confidence,
             ${type ?? ''}, o."agencyId", ${dayInVietnam(confirmedAt!)}, o.reader,
             case when o.reader = 'secondReader' then ${model}::text end
      from jsonb_to_recordset(${toJson(outcomes)}::jsonb) as o (ref text, field text, suggested jsonb, confirmed jsonb,
        verdict text, confidence real, "agencyId" bigint, reader text)
      returning confirmed_on, type, reader, model, field, verdict, confidence
    )
    insert into directives.outcome_count as c (month, type, reader, model, field, verdict, band, outcomes)
    select date_trunc('month', confirmed_on)::date as month, type, reader, coalesce(model, '') as model, field, verdict,
           ${bandOf(sql.ref('confidence'))} as band, count(*)
    from kept group by 1, 2, 3, 4, 5, 6, 7
    -- In one order, so that two confirmations cannot wait for each other.
    order by 1, 2, 3, 4, 5, 6, 7
    on conflict on constraint outcome_count_pk do update set outcomes = c.outcomes + excluded.outcomes`.execute(trx)
}

/** The band of a confidence; a list of outcomes is filtered by the same expression that counted them. */
export function bandOf(confidence: ReturnType<typeof sql.ref>) {
  return sql<string>`case when ${confidence} is null then 'none' when ${confidence} >= 0.9::real then 'high'
    when ${confidence} >= 0.7::real then 'middle' else 'low' end`
}

/**
 * Compares directives confirmed before outcomes were kept, one transaction each, in the order of their ids. One that fails is
 * logged and tried again at the next run; it does not hold up those after it.
 */
export async function compareEarlier({ db, log }: Pick<JobContext, 'log'> & { db: Db<DirectivesDb> }): Promise<void> {
  const since = performance.now()
  let after = 0
  while (performance.now() - since < TURN) {
    const next = await db
      .selectFrom('directives.directive')
      .select('directive_id as id')
      .where('state', '=', 'confirmed')
      .where('compared_at', 'is', null)
      .where('directive_id', '>', after)
      .orderBy('directive_id')
      .limit(1)
      .executeTakeFirst()
    if (!next) return
    after = next.id
    try {
      await db.transaction().execute((trx) => compareOne(trx, next.id))
    } catch (error) {
      log.error({ err: error, directive: next.id }, 'a confirmed directive could not be compared')
    }
  }
}

/** Nothing if another worker has it, or has compared it meanwhile. */
async function compareOne(trx: Transaction<DirectivesDb>, id: number): Promise<void> {
  const open = await trx
    .selectFrom('directives.directive')
    .select('directive_id')
    .where('directive_id', '=', id)
    .where('compared_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (open) await keepOutcomes(trx, (await findDirective(trx, id))!)
}
