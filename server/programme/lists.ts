import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { formatDay } from '../platform/calendar.ts'
import { refuseDayAhead } from '../platform/day-ahead.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { decodeCursor, pageOf } from '../platform/paging.ts'
import { holdsTyped } from '../platform/search.ts'
import { withCodes } from '../platform/search-code.ts'
import { itemSeen } from './access.ts'
import type { ProgrammeDb } from './db.ts'
import { overThrough } from './debt.ts'
import {
  ageIn,
  flowIs,
  isOwed,
  lastPromise,
  lateUntil,
  leadIn,
  movesIn,
  promiseIs,
  promiseMoves,
  recoveredIs,
  type Scope,
  timesOwed,
} from './debt-rows.ts'
import type { ItemCard, ItemList, ItemQuery, ItemRowCard } from './shapes.ts'
import { agencyName, knownIn } from './store.ts'

export function scopeOf(
  {
    asOf,
    knownOn,
    knownBefore: before,
    map,
  }: { asOf?: string; knownOn?: string | null; knownBefore?: string; map?: 'ofDay' | 'today' | undefined },
  today: string,
): Scope {
  const day = asOf ?? today
  return {
    asOf: day,
    knownOn: knownOn ?? null,
    knownBefore: before ?? null,
    over: overThrough(day, today),
    mapOn: map === 'today' ? today : null,
  }
}

/** The axes of what somebody asks. Throws `request.day_ahead` for a day to come. */
export function scopeAsked(query: Parameters<typeof scopeOf>[0], today: string): Scope {
  refuseDayAhead('asOf', query.asOf ?? today, today)
  return scopeOf(query, today)
}

/** Days ahead that count as coming due (Quy chế làm việc: the office reminds 40 days before). */
export const SOON_DAYS = 40
/** What codes of entries begin with, as typed. */
export const CODES = ['đa', 'da']

export type Filter = Omit<ItemQuery, 'asOf' | 'knownOn' | 'knownBefore' | 'map' | 'order' | 'cursor' | 'limit'>

export const standingIn = ({ over }: Scope) =>
  sql<ItemCard['standing']>`programme.standing(v.state, v.due_on, ${over}::date)`

/**
 * Entries as of a day, of those that the actor may read: `from … where …` with `v` the version and `i` the entry. Each has one;
 * the join is to the left so that a count that asks nothing of `i` does without it. By `flow` each time in debt is a row (`s`).
 * With `owedOn` the agency and the level are those of that day.
 */
export function matching(actor: Actor, scope: Scope, asked: Filter): RawBuilder<unknown> {
  const { owedOn, recovered, ...rest } = asked
  const { agencyId, agencyBy, level, ...ofNow } = rest
  const filter: Filter = owedOn === undefined ? rest : ofNow
  const { asOf } = scope
  const conditions: RawBuilder<unknown>[] = [itemSeen(actor, sql`v.item_id`, sql`v.lead_agency_id`)]
  if (filter.from !== undefined) conditions.push(sql`v.due_on >= ${filter.from}::date`)
  if (filter.to !== undefined) conditions.push(sql`v.due_on <= ${filter.to}::date`)
  if (owedOn !== undefined) {
    const then = { ...scope, asOf: owedOn, over: owedOn < scope.over ? owedOn : scope.over }
    const owedThen = { agencyId, agencyBy, level, standing: 'owed' as const }
    conditions.push(sql`v.item_id in (select v.item_id ${matching(actor, then, owedThen)})`)
    if (recovered !== undefined) conditions.push(recoveredIs(recovered, owedOn, scope))
  }
  if (filter.standing === 'owed') conditions.push(isOwed(scope))
  else if (filter.standing === 'sent') conditions.push(sql`${standingIn(scope)} in ('submitted', 'done')`)
  else if (filter.standing === 'counted') conditions.push(sql`${standingIn(scope)} not in ('stopped', 'registered')`)
  else if (filter.standing !== undefined) conditions.push(sql`${standingIn(scope)} = ${filter.standing}`)
  if (filter.agencyId !== undefined && filter.agencyBy === 'lead')
    conditions.push(sql`${leadIn(scope)} = ${filter.agencyId}`)
  else if (filter.agencyId !== undefined) {
    conditions.push(
      sql`v.lead_agency_id = any(registry.reach(array[${filter.agencyId}::bigint], ${scope.mapOn ?? asOf}::date))`,
    )
  }
  if (filter.level !== undefined) conditions.push(sql`v.level = ${filter.level}`)
  if (filter.inCharge !== undefined) conditions.push(sql`coalesce(v.in_charge, '') = ${filter.inCharge}`)
  if (filter.age !== undefined) conditions.push(sql`${ageIn(scope)} = ${filter.age}`)
  if (filter.moves !== undefined) conditions.push(sql`${movesIn} = ${filter.moves}`)
  if (filter.flow !== undefined) conditions.push(flowIs(filter.flow, scope))
  if (filter.textKind !== undefined) conditions.push(sql`i.text_kind = ${filter.textKind}`)
  if (filter.directiveId !== undefined)
    conditions.push(sql`i.source_kind = 'directive' and i.source_id = ${filter.directiveId}`)
  if (filter.programmeId !== undefined) {
    conditions.push(
      // As an array: a page in order of due days would otherwise walk all of them, looking each up here.
      sql`v.item_id = any(array(select e.item_id from programme.entry e where e.programme_id = ${filter.programmeId}
        and e.entered_on <= ${asOf}::date and e.recorded_at < ${knownIn(scope)}))`,
    )
  }
  if (filter.only !== undefined) conditions.push(only(filter.only, scope))
  if (filter.actFrom !== undefined || filter.actTo !== undefined) conditions.push(actWithin(filter, scope))
  if (filter.search !== undefined) conditions.push(holdsTyped(sql`i.search`, withCodes(filter.search, CODES)))
  return sql`
    from programme.as_of(${asOf}::date, ${knownIn(scope)}) v
    ${filter.flow === undefined ? sql`` : sql`join ${timesOwed(scope)} s on s.item_id = v.item_id`}
    left join programme.item i on i.item_id = v.item_id
    where ${sql.join(conditions, sql` and `)}`
}

/** A later due day, or the stop, took effect within the days. */
export function actWithin({ actFrom = '1900-01-01', actTo, standing }: Filter, scope: Scope): RawBuilder<unknown> {
  const within = sql`between ${actFrom}::date and ${actTo ?? scope.asOf}::date`
  const known = knownIn(scope)
  return standing === 'stopped'
    ? sql`v.item_id in (select f.item_id from programme.fact f where f.state = 'stopped'
        and f.effective_on ${within} and f.recorded_at < ${known}
        and not exists (select from programme.annulled_fact a where a.fact_id = f.fact_id and a.annulled_at < ${known}))`
    : sql`v.item_id in (select d.item_id from programme.due d where d.position > 1
        and d.effective_on ${within} and d.recorded_at < ${known})`
}

/** A request waited for its decision at the end of the day, from what was known then. */
const isRequested = (scope: Scope) => {
  const { asOf } = scope
  const known = knownIn(scope)
  return sql<boolean>`exists (select from programme.change c where c.item_id = v.item_id
    and c.asked_on <= ${asOf}::date and c.asked_at < ${known}
    and (c.decided_at is null or c.decided_at >= ${known} or c.decided_on > ${asOf}::date))`
}

function only(which: NonNullable<Filter['only']>, scope: Scope): RawBuilder<unknown> {
  const { asOf, over } = scope
  switch (which) {
    case 'late':
      return sql`v.submitted_on > v.due_on`
    case 'postponed':
      return sql`v.moves > 0`
    case 'postponedAgain':
      return sql`v.moves > 1`
    case 'promised':
    case 'promiseBroken':
    case 'promiseMoved':
      return promiseIs(which, scope)
    case 'toCheck':
      return sql`v.state = 'submitted'`
    case 'returned':
      return sql`v.state = 'returned'`
    case 'requested':
      return isRequested(scope)
    case 'dueSoon':
      return sql`v.state in ('planned', 'returned') and v.due_on > ${over}::date and v.due_on <= ${asOf}::date + ${SOON_DAYS}::integer`
  }
}

/**
 * Days past a day, counted as tasks count them (`daysLate` of tasks): to the submission or, while there is none, to the day of the
 * figures, which counts. Whether it is owed is another question (`overThrough`): nobody owes today what is due today.
 */
const daysPast = (scope: Scope, day: RawBuilder<unknown>) =>
  sql`nullif(greatest(coalesce(v.submitted_on, ${lateUntil(scope)}) - ${day}, 0), 0)`

export const cardColumns = (scope: Scope) => sql`
  i.item_id as id, i.code, i.name, i.text_kind as "textKind", v.level, v.lead_agency_id as "leadAgencyId",
  ${agencyName(sql`v.lead_agency_id`, scope.asOf)} as "leadAgencyName", v.in_charge as "inCharge", v.state,
  ${standingIn(scope)} as standing, v.due_on as "dueOn", v.first_due_on as "firstDueOn", v.moves,
  v.submitted_on as "submittedOn",
  (select s.issued_on from programme.issue s where s.item_id = v.item_id and s.issued_on <= ${scope.asOf}::date and v.state = 'issued'
     and s.recorded_at < ${knownIn(scope)} and (s.annulled_at is null or s.annulled_at >= ${knownIn(scope)})) as "issuedOn",
  case when v.state = 'stopped' or v.state = 'registered' then null
       else ${daysPast(scope, sql`v.due_on`)} end as "daysLate",
  case when v.state = 'stopped' or v.state = 'registered' then null
       else ${daysPast(scope, sql`v.first_due_on`)} end as "daysSinceFirst",
  ${isRequested(scope)} as "hasRequest",
  case when ${isOwed(scope)} then ${lastPromise(scope)} end as "recoverBy",
  case when ${isOwed(scope)} then ${promiseMoves(scope)} else 0 end as "promiseMoves"`

const ORDERS = {
  due: sql`v.due_on`,
  age: sql`v.first_due_on`,
  agency: sql`v.lead_agency_id`,
} as const

/** What the list sorts by, the entry and, of a list of times in debt, the first day of that time. */
const isKey = (key: readonly unknown[]): key is readonly [string, number, string] =>
  key.length === 3 && Number.isSafeInteger(key[1]) && typeof key[2] === 'string'

/** A time in debt as the list shows it. */
const TIME = sql`json_build_object('from', s.from_on, 'to', case when s.to_on < 'infinity' then s.to_on end, 'began', s.began, 'ended', s.ended)`

/** A page of entries as of a day, with how many there are; by `flow`, of times in debt. */
export async function listItems(db: AnyHandle, actor: Actor, query: ItemQuery, today: string): Promise<ItemList> {
  const { cursor, limit = 50, order = 'due', asOf, knownOn, knownBefore: before, map, ...filter } = query
  const scope = scopeAsked(
    { ...(asOf ? { asOf } : {}), ...(knownOn ? { knownOn } : {}), ...(before ? { knownBefore: before } : {}), map },
    today,
  )
  if (filter.from !== undefined && filter.to !== undefined && filter.to < filter.from)
    throw wrong('to', 'request.range', 'Ngày cuối phải bằng hoặc sau ngày đầu.')
  refuseRecovery(filter, scope)
  const about = { ...filter, order, ...scope }
  const after = decodeCursor(about, cursor, isKey)
  const by = ORDERS[order]
  const kind = order === 'agency' ? sql`bigint` : sql`date`
  const found = matching(actor, scope, filter)
  const isTimes = filter.flow !== undefined
  const time = isTimes ? sql`, s.from_on` : sql``
  const beyond =
    after === undefined
      ? sql``
      : sql`and (${by}, v.item_id${time}) > (${after[0]}::${kind}, ${after[1]}::bigint${isTimes ? sql`, ${after[2]}::date` : sql``})`
  const handle = reading<ProgrammeDb>(db)
  const { rows } = await sql<ItemRowCard & { sortKey: string }>`
    select ${cardColumns(scope)}, ${isTimes ? TIME : sql`null`} as time, ${by}::text as "sortKey" ${found} ${beyond}
    order by ${by}, v.item_id${time} limit ${limit + 1}`.execute(handle)
  // Where one page has all of them, they are counted already.
  const isWhole = after === undefined && rows.length <= limit
  const page = pageOf(about, rows, limit, ({ sortKey, id, time }) => [sortKey, id, time?.from ?? ''])
  return {
    rows: page.items.map(({ sortKey: _, ...row }) => row),
    nextCursor: page.next,
    total: isWhole ? rows.length : await countItems(handle, actor, scope, filter),
    asOf: scope.asOf,
  }
}

/** What became of the debt of a day is asked with that day, which is not after the day of the figures. */
function refuseRecovery({ owedOn, recovered }: Filter, { asOf }: Scope): void {
  if (recovered !== undefined && owedOn === undefined) {
    throw wrong('owedOn', 'programme.owed_on_missing', 'Hãy chọn ngày tính nợ (owedOn).')
  }
  if (owedOn !== undefined && owedOn > asOf) {
    throw wrong('owedOn', 'programme.ends_before', `Ngày tính nợ không được sau ngày xem số liệu (${formatDay(asOf)}).`)
  }
}

export async function countItems(db: Handle<ProgrammeDb>, actor: Actor, scope: Scope, filter: Filter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n ${matching(actor, scope, filter)}`.execute(db)
  return rows[0]!.n
}
