/** The debt on any day: by body, level, deputy, age and times postponed; how it moved, and what was recovered. */
import { type RawBuilder, sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import { formatDay, yearBefore } from '../platform/calendar.ts'
import { refuseDayAhead } from '../platform/day-ahead.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { isKeeper, toSeeAll } from './access.ts'
import { nextToClose, programmeAfter } from './close-year.ts'
import type { ProgrammeDb } from './db.ts'
import {
  ageIn,
  flowIs,
  isOwed,
  lateUntil,
  leadIn,
  movesIn,
  promiseIs,
  recoveredIs,
  type Scope,
  timesOwed,
  yearStart,
} from './debt-rows.ts'
import { comparePeriod, countPeriod, monthAfter } from './figures.ts'
import type {
  Flow,
  Ledger,
  LedgerQuery,
  RecoveryAnswer,
  RecoveryQuery,
  Summary,
  SummaryQuery,
  YearList,
} from './ledger-shapes.ts'
import { actWithin, type Filter, matching, scopeAsked, scopeOf } from './lists.ts'
import { agencyName } from './store.ts'

const ROUNDING = 'truncate1'

/**
 * A period in the words of the monthly report, as of its end or another day, against the same period of the year before as of
 * the same day of that year. The points are those of the two shares that are shown.
 */
export async function summarise(
  db: AnyHandle,
  actor: KnownActor,
  query: SummaryQuery,
  today: string,
): Promise<Summary> {
  const { from, to, asOf = to < today ? to : today, knownOn, ...filter } = query
  if (to < from) {
    throw wrong('to', 'programme.ends_before', `Ngày cuối kỳ không được trước ngày đầu kỳ (${formatDay(from)}).`)
  }
  const scope = scopeAsked({ asOf, ...(knownOn ? { knownOn } : {}) }, today)
  const knownThen = knownOn ? yearBefore(knownOn) : null
  const { now, before, points } = await comparePeriod(db, actor, {
    from,
    to,
    scope,
    knownThen,
    filter,
    rounding: ROUNDING,
  })
  const next = monthAfter(to)
  return {
    from,
    to,
    asOf,
    knownOn: knownOn ?? null,
    counts: now.counts,
    owedShare: now.share,
    before: {
      from: before.from,
      to: before.to,
      asOf: before.scope.asOf,
      counts: before.counts,
      owedShare: before.share,
    },
    points,
    next: { ...next, due: (await countPeriod(db, actor, scope, { ...filter, ...next })).due },
  }
}

const GROUP: Record<
  NonNullable<LedgerQuery['by']>,
  (scope: Scope) => { key: RawBuilder<unknown>; label: RawBuilder<unknown> }
> = {
  agency: (scope) => {
    const lead = leadIn(scope)
    return { key: sql`${lead}::text`, label: agencyName(sql`min(${lead})`, scope.mapOn ?? scope.asOf) }
  },
  level: () => ({ key: sql`v.level`, label: sql`null::text` }),
  inCharge: () => ({ key: sql`coalesce(v.in_charge, '')`, label: sql`min(v.in_charge)` }),
  age: (scope) => ({ key: ageIn(scope), label: sql`null::text` }),
  moves: () => ({ key: movesIn, label: sql`null::text` }),
}

/** The ledger at the end of a day. */
export async function ledgerOf(db: AnyHandle, actor: KnownActor, query: LedgerQuery, today: string): Promise<Ledger> {
  const { asOf: day, knownOn, map, by = 'agency', ...filter } = query
  const scope = scopeAsked({ ...(day ? { asOf: day } : {}), ...(knownOn ? { knownOn } : {}), map }, today)
  const handle = reading<ProgrammeDb>(db)
  const { key, label } = GROUP[by](scope)
  const year = yearStart(scope)
  const owed = isOwed(scope)
  const { rows: groups } = await sql<Ledger['groups'][number]>`
    select ${key} as key, ${label} as label, (count(*) filter (where ${owed}))::integer as owed,
           (count(*) filter (where v.due_on between ${year}::date and ${scope.asOf}::date and v.state not in ('stopped', 'registered')))::integer as due,
           min(v.due_on) filter (where ${owed}) as "oldestDueOn",
           max(${lateUntil(scope)} - v.first_due_on) filter (where ${owed}) as "daysMost",
           coalesce(sum(v.moves) filter (where ${owed}), 0)::integer as moves
    ${matching(actor, scope, filter)} and (v.due_on between ${year}::date and ${scope.asOf}::date or ${owed})
    group by 1 having count(*) filter (where ${owed}) > 0
    order by 3 desc, 5`.execute(handle)
  const { rows: totals } = await sql<
    Pick<Ledger, 'owed' | 'carried' | 'returned' | 'promised' | 'broken' | 'promiseMoved'>
  >`
    select count(*)::integer as owed, (count(*) filter (where v.due_on < ${year}::date))::integer as carried,
           (count(*) filter (where v.state = 'returned'))::integer as returned,
           (count(*) filter (where ${promiseIs('promised', scope)}))::integer as promised,
           (count(*) filter (where ${promiseIs('promiseBroken', scope)}))::integer as broken,
           (count(*) filter (where ${promiseIs('promiseMoved', scope)}))::integer as "promiseMoved"
    ${matching(actor, scope, { ...filter, standing: 'owed' })}`.execute(handle)
  const isWhole = actor.seen === null && Object.keys(filter).length === 0
  return {
    asOf: scope.asOf,
    knownOn: scope.knownOn,
    mapOn: scope.mapOn,
    ...totals[0]!,
    groups,
    flow: isWhole ? await flowOf(db, scope) : null,
    slippage: await slippageOf(handle, actor, scope, filter),
  }
}

/**
 * Of the entries that the programme of the year lists: how many got a later due day by a decision of that year, whenever they were
 * due. The list of these entries, with the days of the decision, shows the same ones.
 */
async function slippageOf(
  db: Handle<ProgrammeDb>,
  actor: KnownActor,
  scope: Scope,
  filter: Filter,
): Promise<Ledger['slippage']> {
  const actFrom = yearStart(scope)
  const programme = await db
    .selectFrom('programme.programme')
    .select('programme_id as id')
    .where('kind', '=', 'year')
    .where('first_on', '=', actFrom)
    .executeTakeFirst()
  if (!programme) return { programmeId: null, items: 0, moved: 0, movedTwice: 0, meanDays: null, medianDays: null }
  const ofYear = matching(actor, scope, { ...filter, standing: 'counted', programmeId: programme.id })
  const { rows } = await sql<Omit<Ledger['slippage'], 'programmeId'>>`
    select count(*)::integer as items, (count(*) filter (where x.moved))::integer as moved,
           (count(*) filter (where x.moved and x.moves > 1))::integer as "movedTwice",
           round(avg(x.days) filter (where x.moved), 1)::float as "meanDays",
           (percentile_cont(0.5) within group (order by x.days) filter (where x.moved))::float as "medianDays"
    from (select v.moves, v.due_on - v.first_due_on as days, ${actWithin({ actFrom, actTo: scope.asOf }, scope)} as moved ${ofYear}) x`.execute(
    db,
  )
  return { programmeId: programme.id, ...rows[0]! }
}

/** How the debt moved from the beginning of the year to the end of the scope's day. The list by `flow` shows the same times in debt. */
async function flowOf(db: AnyHandle, scope: Scope): Promise<Flow> {
  const count = (part: Parameters<typeof flowIs>[0]) => sql`(count(*) filter (where ${flowIs(part, scope)}))::integer`
  const { rows } = await sql<Omit<Flow, 'from' | 'to'>>`
    select ${count('start')} as "owedAtStart", ${count('new')} as "newlyOwed", ${count('cleared')} as cleared,
           ${count('moved')} as moved, ${count('stopped')} as stopped, ${count('end')} as "owedAtEnd"
    from ${timesOwed(scope)} s`.execute(reading<ProgrammeDb>(db))
  return { from: yearStart(scope), to: scope.asOf, ...rows[0]! }
}

/** What became of the entries that were owed at the end of one day, by another: of today, what was done so far. */
export async function recoveryBy(
  db: AnyHandle,
  actor: KnownActor,
  query: RecoveryQuery,
  today: string,
): Promise<RecoveryAnswer> {
  const { owedOn, by, knownOn, ...filter } = query
  if (by < owedOn) {
    throw wrong(
      'by',
      'programme.ends_before',
      `Ngày tính đã trình không được trước ngày tính nợ (${formatDay(owedOn)}).`,
    )
  }
  refuseDayAhead('by', by, today)
  const scope = scopeOf({ asOf: by, ...(knownOn ? { knownOn } : {}) }, today)
  const count = (which: Parameters<typeof recoveredIs>[0]) =>
    sql`(count(*) filter (where ${recoveredIs(which, owedOn, scope)}))::integer`
  const { rows } = await sql<Omit<RecoveryAnswer, 'owedOn' | 'by' | 'through'>>`
    select count(*)::integer as owed, ${count('submitted')} as submitted, ${count('gone')} as gone, ${count('left')} as left,
           ${count('kept')} as kept, ${count('broken')} as broken, ${count('running')} as running
    ${matching(actor, scope, { ...filter, owedOn })}`.execute(reading<ProgrammeDb>(db))
  return { owedOn, by, through: scope.over, ...rows[0]! }
}

/** The debt of each year, closed or running, newest first: each begins with what the one before ended with, and what was recorded since. */
export async function listYears(db: AnyHandle, actor: KnownActor, today: string): Promise<YearList> {
  toSeeAll(actor)
  const handle = reading<ProgrammeDb>(db)
  const { rows: closed } = await sql<YearList['rows'][number]>`
    select year, owed_at_start as "owedAtStart", newly_owed as "newlyOwed", cleared, moved, stopped, owed_at_end as "owedAtEnd", restated,
           closed_at as "closedAt", closed_by as "closedBy", false as "mayClose"
    from programme.year_close order by year desc`.execute(handle)
  const { rows: first } = await sql<{ year: number | null }>`
    select programme.first_year('infinity') as year`.execute(handle)
  const thisYear = Number(today.slice(0, 4))
  const due = await nextToClose(handle)
  const known = new Map(closed.map((row) => [row.year, row]))
  const rows: YearList['rows'] = []
  const earliest = Math.min(first[0]!.year ?? thisYear, closed.at(-1)?.year ?? thisYear)
  for (let year = earliest; year <= thisYear; year++) {
    const kept = known.get(year)
    if (kept) {
      rows.push(kept)
      continue
    }
    const scope = scopeOf({ asOf: `${year}-12-31` < today ? `${year}-12-31` : today }, today)
    const { from: _, to: __, ...flow } = await flowOf(db, scope)
    // Only what closing accepts is offered.
    const isDue = year === due && year < thisYear && isKeeper(actor)
    rows.push({
      year,
      ...flow,
      restated: flow.owedAtStart - (rows.at(-1)?.owedAtEnd ?? 0),
      closedAt: null,
      closedBy: null,
      mayClose: isDue && (flow.owedAtEnd === 0 || (await programmeAfter(handle, year)) !== undefined),
    })
  }
  return { rows: rows.reverse() }
}
