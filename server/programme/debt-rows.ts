/**
 * What the figures of the ledger count, each as a condition of a row: the ledger counts by it and the list filters by it, so that
 * a figure opens as many rows as it says. In each, `v` is the version of the entry as of the scope's day.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Flow } from './list-words.ts'
import type { ItemQuery } from './shapes.ts'
import { knownIn } from './store.ts'

/** On which day things are seen, and what was known of them. */
export interface Scope {
  asOf: string
  /** Null: what is known now. */
  knownOn: string | null
  /** The first instant whose records do not count, where a report has one. */
  knownBefore: string | null
  /** What was due by the end of this day and not submitted is owed. */
  over: string
  /** By today's map: the day up to which successions are followed. Null: agencies are those of that day. */
  mapOn: string | null
}

/** The day of the figures; of a day to come, today. */
export const lateUntil = ({ asOf, over }: Scope) => sql`least(${asOf}::date, ${over}::date + 1)`

export const isOwed = ({ over }: Scope) =>
  sql<boolean>`(v.state in ('planned', 'returned') and v.due_on <= ${over}::date)`

/** The first day of the year of the figures: from it to the scope's day the debt moves. */
export const yearStart = ({ asOf }: Pick<Scope, 'asOf'>): string => `${asOf.slice(0, 4)}-01-01`

/** The agency under which the ledger puts an entry: its lead or, by today's map, who replaced it. */
export const leadIn = ({ mapOn }: Scope): RawBuilder<unknown> =>
  mapOn === null
    ? sql`v.lead_agency_id`
    : sql`coalesce((select h.heir_id from registry.heirs(${mapOn}::date) h where h.agency_id = v.lead_agency_id), v.lead_agency_id)`

/** By days since the first due day: what was postponed does not become young again. */
export const ageIn = (scope: Scope) => {
  const days = sql`${lateUntil(scope)} - v.first_due_on`
  return sql`case when ${days} <= 30 then '0-30' when ${days} <= 90 then '31-90' when ${days} <= 365 then '91-365' else '366' end`
}

/** "3": three times or more. */
export const movesIn = sql`case when v.moves >= 3 then '3' else v.moves::text end`

/**
 * The times in debt that touch the year up to the scope's day (`s`: item_id, from_on, to_on, began, ended), of the same instant as
 * what is owed: what falls due on a day that is not over is not owed yet, and an owed entry that got that day was cleared by it.
 * An entry may be owed, cleared and owed anew: each time is a row.
 */
export const timesOwed = (scope: Scope): RawBuilder<unknown> => {
  const { asOf: to, over } = scope
  const known = knownIn(scope)
  return sql`(
    select d.item_id, d.from_on, d.began, case when h.item_id is null then d.to_on else ${to}::date end as to_on,
           case when h.item_id is null then d.ended else 'moved' end as ended
    from programme.debt_span(${known}, ${yearStart(scope)}::date, ${to}::date) d
    left join programme.as_of(${to}::date, ${known}) h
      on ${over}::date < ${to}::date and h.item_id = d.item_id and d.to_on > ${to}::date and h.due_on > ${over}::date
    where h.item_id is null or d.from_on <= ${over}::date
  )`
}

/** What a time in debt (`s`) is in the flow of the year up to the scope's day. */
export function flowIs(part: Flow, scope: Scope): RawBuilder<boolean> {
  const from = sql`${yearStart(scope)}::date`
  const to = sql`${scope.asOf}::date`
  switch (part) {
    case 'start':
      return sql`(s.from_on < ${from} and s.to_on >= ${from})`
    case 'new':
      return sql`(s.from_on between ${from} and ${to})`
    case 'cleared':
      return sql`(s.to_on between ${from} and ${to} and s.ended <> 'stopped')`
    case 'moved':
      return sql`(s.to_on between ${from} and ${to} and s.ended = 'moved')`
    case 'stopped':
      return sql`(s.to_on between ${from} and ${to} and s.ended = 'stopped')`
    case 'end':
      return sql`(s.from_on <= ${to} and s.to_on > ${to})`
  }
}

/** Versions (`w`) with which an entry left the debt, as known in the scope. */
const leaves = (
  scope: Scope,
) => sql`w.item_id = v.item_id and w.known_from < ${knownIn(scope)} and ${knownIn(scope)} <= w.known_to
  and (w.state not in ('planned', 'returned') or w.due_on > w.valid_from)`

/**
 * `from …` the promises (`p`) of the debt that an entry was in at the end of a day, by default the scope's: it did not leave that debt between. A promise
 * that was replaced is one of them.
 */
export const promisesOf = (scope: Scope, owedOn = scope.asOf) => sql`
  from programme.promise p
  where p.item_id = v.item_id and p.promised_on <= ${scope.asOf}::date and p.recorded_at < ${knownIn(scope)}
    and not exists (select from programme.item_version w where ${leaves(scope)}
      and w.valid_from between least(p.promised_on, ${owedOn}::date) and greatest(p.promised_on, ${owedOn}::date))`

export const lastPromise = (scope: Scope) =>
  sql<string | null>`(select p.recover_by ${promisesOf(scope)} order by p.promise_id desc limit 1)`
export const promiseMoves = (scope: Scope) =>
  sql<number>`greatest((select count(*)::integer ${promisesOf(scope)}) - 1, 0)`

/**
 * Of what is owed. promised: its day is still to come; promiseBroken: a day promised is over, though another was named before or
 * after it; promiseMoved: another day was named. An entry may be all three.
 */
export function promiseIs(which: 'promised' | 'promiseBroken' | 'promiseMoved', scope: Scope): RawBuilder<boolean> {
  const over = sql`${scope.over}::date`
  const is = {
    promised: sql`${lastPromise(scope)} > ${over}`,
    promiseBroken: sql`exists (select ${promisesOf(scope)} and p.recover_by <= ${over})`,
    promiseMoved: sql`${promiseMoves(scope)} > 0`,
  }[which]
  return sql`(${isOwed(scope)} and ${is})`
}

/**
 * What became, by the scope's day, of an entry that was owed at the end of another. kept: submitted by each day promised; broken:
 * a day promised is over and it was still owed; running: promised, and no day is over.
 */
export function recoveredIs(
  which: NonNullable<ItemQuery['recovered']>,
  owedOn: string,
  scope: Scope,
): RawBuilder<boolean> {
  const isSubmitted = sql`v.submitted_on is not null`
  const isGone = sql`(v.submitted_on is null and not ${isOwed(scope)})`
  const leftOn = sql`coalesce(v.submitted_on, case when ${isGone} then (select min(w.valid_from) from programme.item_version w
    where ${leaves(scope)} and w.valid_from > ${owedOn}::date and w.valid_from <= ${scope.asOf}::date) end, 'infinity')`
  const promises = promisesOf(scope, owedOn)
  const isMissed = sql`exists (select ${promises} and p.recover_by <= ${scope.over}::date and ${leftOn} > p.recover_by)`
  switch (which) {
    case 'submitted':
      return sql`(${isSubmitted})`
    case 'gone':
      return sql`(${isGone})`
    case 'left':
      return sql`(${isOwed(scope)})`
    case 'kept':
      return sql`(${isSubmitted} and exists (select ${promises}) and not ${isMissed})`
    case 'broken':
      return sql`(${isMissed})`
    case 'running':
      return sql`(${isOwed(scope)} and exists (select ${promises}) and not ${isMissed})`
  }
}
