import { type RawBuilder, type Selectable, sql, type Updateable } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Invalid, wrong } from '../platform/errors.ts'
import type { ProgrammeDb } from './db.ts'
import { type DueDay, dueDayOf, dueOnDay, type WorkingRule } from './due-day.ts'
import type { ItemState } from './item-progress.ts'

export type ItemRow = Omit<Selectable<ProgrammeDb['programme.item']>, 'state' | 'search'> & { state: ItemState }

const COLUMNS = sql`i.item_id, i.code, i.name, i.text_kind, i.origin, i.origin_words, i.note, i.source_kind, i.source_id, i.source_ref,
  i.source_number, i.task_id, i.into_item_id, i.from_item_id, i.import_id, i.state, i.lead_agency_id, i.level, i.in_charge, i.due_on,
  i.first_due_on, i.state_on, i.version, i.created_at, i.created_by, i.created_by_agency_id, i.changed_at, i.changed_by`

export async function findItem(
  db: Handle<ProgrammeDb>,
  id: number,
  seen: RawBuilder<unknown>,
): Promise<ItemRow | undefined> {
  const { rows } =
    await sql<ItemRow>`select ${COLUMNS} from programme.item i where i.item_id = ${id} and ${seen}`.execute(db)
  return rows[0]
}

export async function lockItem(
  trx: Transaction<ProgrammeDb>,
  id: number,
  seen: RawBuilder<unknown>,
): Promise<ItemRow | undefined> {
  const { rows } = await sql<ItemRow>`
    select ${COLUMNS} from programme.item i where i.item_id = ${id} and ${seen} for update`.execute(trx)
  return rows[0]
}

/** What becomes true of an entry, from a day. */
export type NewFact = { on: string } & (
  | { dimension: 'state'; state: ItemState }
  | { dimension: 'lead'; agencyId: number }
  | { dimension: 'level' | 'inCharge'; words: string | null }
  | { dimension: 'due'; day: string }
)

/** In one statement, because the database derives the versions of all of them when it ends. */
export async function addFacts(
  trx: Transaction<ProgrammeDb>,
  now: Temporal.Instant,
  facts: readonly (NewFact & { itemId: number })[],
): Promise<void> {
  if (facts.length === 0) return
  await trx
    .insertInto('programme.fact')
    .values(
      facts.map((fact) => ({
        item_id: fact.itemId,
        dimension: fact.dimension,
        effective_on: fact.on,
        recorded_at: now.toString(),
        state: 'state' in fact ? fact.state : null,
        agency_id: 'agencyId' in fact ? fact.agencyId : null,
        words: 'words' in fact ? fact.words : null,
        day: 'day' in fact ? fact.day : null,
      })),
    )
    .execute()
}

/** Writes what an act changes, its facts, and the next version. */
export async function saveItem(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  item: ItemRow,
  patch: Updateable<ProgrammeDb['programme.item']>,
  facts: readonly NewFact[] = [],
): Promise<number> {
  await addFacts(
    trx,
    now,
    facts.map((fact) => ({ ...fact, itemId: item.item_id })),
  )
  const stateOn = facts.find(({ dimension }) => dimension === 'state')?.on
  const { version } = await trx
    .updateTable('programme.item')
    .set({
      ...patch,
      ...(stateOn === undefined ? {} : { state_on: stateOn }),
      version: sql<number>`version + 1`,
      changed_at: now.toString(),
      changed_by: signatureOf(actor),
    })
    .where('item_id', '=', item.item_id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** The last submission that was not annulled. */
export async function lastSubmission(db: Handle<ProgrammeDb>, itemId: number) {
  return db
    .selectFrom('programme.submission_made')
    .select([
      'submission_id as id',
      'number',
      'sent_on as sentOn',
      'counts_from as countsFrom',
      'registry_number as registryNumber',
      'outcome',
    ])
    .where('item_id', '=', itemId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Throws where a day is after today, or before the day of the state the entry is in: what happened later would be hidden. */
export function refuseDay(path: string, day: string, item: Pick<ItemRow, 'state_on'>, now: Temporal.Instant): void {
  if (day > dayInVietnam(now)) {
    throw wrong(path, 'programme.day_in_future', 'Ngày này không được sau hôm nay. Hãy nhập ngày đã diễn ra.')
  }
  if (day < item.state_on) {
    throw wrong(
      path,
      'programme.day_before_last',
      `Ngày này không được trước ngày của bước trước (${formatDay(item.state_on)}). Hãy kiểm tra lại ngày.`,
    )
  }
}

/** The last day from which a dimension was set: what is recorded later of an earlier day must not lose to it. */
export async function sinceOf(db: Handle<ProgrammeDb>, itemId: number, dimension: 'due' | 'lead'): Promise<string> {
  const { rows } = await sql<{ on: string }>`
    select max(effective_on) as "on" from programme.fact where item_id = ${itemId} and dimension = ${dimension}`.execute(
    db,
  )
  return rows[0]!.on
}

/** The last fact of a state that was not annulled: since when the entry is, or was, in it. */
export const lastFact = (itemId: number, state: ItemState) => sql`
  select max(s.fact_id) from programme.fact s where s.item_id = ${itemId} and s.state = ${state}
    and not exists (select from programme.annulled_fact a where a.fact_id = s.fact_id)`

export async function workingRules(db: Handle<ProgrammeDb>): Promise<WorkingRule[]> {
  const { rows } = await sql<WorkingRule>`
    select working_rule_id as id, lower(valid) as "from", upper(valid) as "to", method, day, is_strict as "isStrict", words,
           instrument, article
    from programme.working_rule order by lower(valid)`.execute(db)
  return rows
}

/** The due day of a month or a day that was typed. Throws naming the field where neither or both are given, or no rule covers it. */
export function dueOf(
  rules: readonly WorkingRule[],
  { month, day }: { month?: string | undefined; day?: string | undefined },
  field = 'month',
): DueDay {
  if ((month === undefined) === (day === undefined)) {
    throw wrong(field, 'programme.no_term', 'Hãy chọn tháng trình, hoặc một ngày cụ thể; chỉ một trong hai.')
  }
  if (day !== undefined) return dueOnDay(day)
  const due = dueDayOf(rules, `${month}-01`)
  if (due) return due
  throw wrong(field, 'programme.no_rule', 'Không có quy chế làm việc nào áp dụng cho tháng này. Hãy kiểm tra lại năm.')
}

/** Agencies that do not exist on a day, by id. */
export async function agenciesMissing(db: Handle<ProgrammeDb>, ids: readonly number[], on: string): Promise<number[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ agency_id: number }>`
    select a.agency_id from unnest(${[...new Set(ids)]}::bigint[]) a(agency_id)
    where not exists (select from registry.agency_card c where c.agency_id = a.agency_id and c.valid @> ${on}::date)`.execute(
    db,
  )
  return rows.map(({ agency_id }) => agency_id)
}

export async function refuseMissingAgency(
  db: Handle<ProgrammeDb>,
  path: string,
  id: number,
  on: string,
): Promise<void> {
  if ((await agenciesMissing(db, [id], on)).length === 0) return
  throw wrong(
    path,
    'programme.no_such_agency',
    `Cơ quan này không có vào ngày ${formatDay(on)}. Hãy chọn cơ quan đang hoạt động vào ngày đó.`,
  )
}

export const invalid = (detail: string, fields: ConstructorParameters<typeof Invalid>[2]) =>
  new Invalid('programme.invalid', detail, fields)

/** The name of each agency on a day; as last known where it had none then. */
export const agencyName = (id: RawBuilder<unknown>, on: string) => sql<string>`coalesce(
  (select then_named.name from registry.agency_card then_named where then_named.agency_id = ${id} and then_named.valid @> ${on}::date),
  (select last_named.name from registry.agency_latest last_named where last_named.agency_id = ${id}))`

/** What of a query says up to when what was recorded counts. */
export interface Known {
  /** By the end of this day; null: until now. */
  knownOn?: string | null | undefined
  /** Before this instant, where a report has one. */
  knownBefore?: string | null | undefined
}

/** The instant before which something was recorded that counts. */
export const knownIn = ({ knownOn, knownBefore }: Known) => {
  const end = knownOn == null ? sql`'infinity'::timestamptz` : sql`programme.end_of_day(${knownOn}::date)`
  return knownBefore == null ? end : sql`least(${end}, ${knownBefore}::timestamptz)`
}

/** Whether rows are those of this moment: only they offer acts, for a past day may not show what is recorded already. */
export const isOfNow = (
  { asOf, knownOn, knownBefore }: Known & { asOf?: string | undefined },
  today: string,
): boolean => (asOf ?? today) === today && knownOn == null && knownBefore == null

/** By which two names are one: letters and digits, whatever stands between them. */
export const nameKey = (name: RawBuilder<unknown>) =>
  sql`btrim(regexp_replace(platform.fold(${name}), '[^a-z0-9]+', ' ', 'g'))`

/** An agency, those it took over from and those that took over from it by a day: what one owed and another lists is one entry. */
export const kinOf = (agencyId: number, day: string) => sql`(
  with heir as materialized (select h.agency_id, h.heir_id from registry.heirs(${day}::date) h),
  last as (select coalesce((select heir_id from heir where agency_id = ${agencyId}), ${agencyId}::bigint) as id)
  select array_agg(k.id) from (
    select id from last union select h.agency_id from heir h join last on h.heir_id = last.id) k)::bigint[]`
