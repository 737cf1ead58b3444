/** The debt on any day: by body, level, deputy, age and times postponed; how it moved, and what was recovered. */
import { type RawBuilder, sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import { formatDay, yearBefore } from '../platform/calendar.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { isKeeper, toSeeAll } from './access.ts'
import { nextToClose, programmeAfter } from './close-year.ts'
import type { ProgrammeDb } from './db.ts'
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
import {
  actWithin,
  type Filter,
  lateUntil,
  matching,
  refuseDayAhead,
  type Scope,
  scopeAsked,
  scopeOf,
} from './lists.ts'
import { recoveryOf } from './recovery.ts'
import { agencyName, knownIn } from './store.ts'

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
  agency: ({ asOf, mapOn }) => {
    const lead =
      mapOn === null
        ? sql`v.lead_agency_id`
        : sql`coalesce((select h.heir_id from registry.heirs(${mapOn}::date) h where h.agency_id = v.lead_agency_id), v.lead_agency_id)`
    return { key: sql`${lead}::text`, label: agencyName(sql`min(${lead})`, mapOn ?? asOf) }
  },
  level: () => ({ key: sql`v.level`, label: sql`null::text` }),
  inCharge: () => ({ key: sql`coalesce(v.in_charge, '')`, label: sql`min(v.in_charge)` }),
  // By days since the first due day: what was postponed does not become young again.
  age: (scope) => {
    const days = sql`${lateUntil(scope)} - v.first_due_on`
    return {
      key: sql`case when ${days} <= 30 then '0-30' when ${days} <= 90 then '31-90' when ${days} <= 365 then '91-365' else '366' end`,
      label: sql`null::text`,
    }
  },
  moves: () => ({ key: sql`case when v.moves >= 3 then '3' else v.moves::text end`, label: sql`null::text` }),
}

/** The ledger at the end of a day. */
export async function ledgerOf(db: AnyHandle, actor: KnownActor, query: LedgerQuery, today: string): Promise<Ledger> {
  const { asOf: day, knownOn, map, by = 'agency', ...filter } = query
  const scope = scopeAsked({ ...(day ? { asOf: day } : {}), ...(knownOn ? { knownOn } : {}), map }, today)
  const handle = reading<ProgrammeDb>(db)
  const { key, label } = GROUP[by](scope)
  const year = `${scope.asOf.slice(0, 4)}-01-01`
  const isOwed = sql`v.state in ('planned', 'returned') and v.due_on <= ${scope.over}::date`
  const { rows: groups } = await sql<Ledger['groups'][number]>`
    select ${key} as key, ${label} as label, (count(*) filter (where ${isOwed}))::integer as owed,
           (count(*) filter (where v.due_on between ${year}::date and ${scope.asOf}::date and v.state not in ('stopped', 'registered')))::integer as due,
           min(v.due_on) filter (where ${isOwed}) as "oldestDueOn",
           max(${lateUntil(scope)} - v.first_due_on) filter (where ${isOwed}) as "daysMost",
           coalesce(sum(v.moves) filter (where ${isOwed}), 0)::integer as moves
    ${matching(actor, scope, filter)} and (v.due_on between ${year}::date and ${scope.asOf}::date or ${isOwed})
    group by 1 having count(*) filter (where ${isOwed}) > 0
    order by 3 desc, 5`.execute(handle)
  const { rows: totals } = await sql<Pick<Ledger, 'owed' | 'carried' | 'returned' | 'promised' | 'broken'>>`
    select count(*)::integer as owed, (count(*) filter (where v.due_on < ${year}::date))::integer as carried,
           (count(*) filter (where v.state = 'returned'))::integer as returned,
           (count(*) filter (where p.recover_by > ${scope.over}::date))::integer as promised,
           (count(*) filter (where p.recover_by <= ${scope.over}::date))::integer as broken
    from (select v.item_id, v.due_on, v.state ${matching(actor, scope, { ...filter, standing: 'owed' })}) v
    left join lateral (
      select p.recover_by from programme.promise p
      where p.item_id = v.item_id and p.promised_on <= ${scope.asOf}::date and p.recorded_at < ${knownIn(scope)}
      order by p.promise_id desc limit 1
    ) p on true`.execute(handle)
  const isWhole = actor.seen === null && Object.keys(filter).length === 0
  return {
    asOf: scope.asOf,
    knownOn: scope.knownOn,
    mapOn: scope.mapOn,
    ...totals[0]!,
    groups,
    flow: isWhole ? await flowOf(db, year, scope) : null,
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
  const actFrom = `${scope.asOf.slice(0, 4)}-01-01`
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

/**
 * How the debt moved up to the end of the scope's day: of the same instant as what is owed, so that one gives the other. What falls
 * due on a day that is not over is not owed yet: not newly so, and where an owed entry got that day, cleared by it.
 */
async function flowOf(db: AnyHandle, from: string, { asOf: to, over, knownOn }: Scope): Promise<Flow> {
  const known = knownIn({ knownOn })
  const { rows } = await sql<Omit<Flow, 'from' | 'to'>>`
    select f.owed_at_start as "owedAtStart", f.newly_owed - n.fresh as "newlyOwed", f.cleared + n.held as cleared, f.moved + n.held as moved,
           f.stopped, f.owed_at_end - n.fresh - n.held as "owedAtEnd"
    from programme.debt_flow(${from}::date, ${to}::date, ${known}) f
    cross join lateral (
      select (count(*) filter (where s.from_on > ${over}::date))::integer as fresh,
             (count(*) filter (where s.from_on <= ${over}::date))::integer as held
      from programme.debt_span(${known}, ${to}::date, ${to}::date) s
      join programme.as_of(${to}::date, ${known}) v on v.item_id = s.item_id
      where ${over}::date < ${to}::date and s.from_on <= ${to}::date and s.to_on > ${to}::date and v.due_on > ${over}::date
    ) n`.execute(reading<ProgrammeDb>(db))
  return { from, to, ...rows[0]! }
}

/** What became of the entries that were owed at the end of one day, by another: of today, what was done so far. */
export async function recoveryBy(
  db: AnyHandle,
  actor: KnownActor,
  query: RecoveryQuery,
  today: string,
): Promise<RecoveryAnswer> {
  const { owedOn, by, ...filter } = query
  if (by < owedOn) {
    throw wrong(
      'by',
      'programme.ends_before',
      `Ngày tính đã trình không được trước ngày tính nợ (${formatDay(owedOn)}).`,
    )
  }
  refuseDayAhead('by', by, today)
  const then = scopeOf({ asOf: owedOn }, today)
  const through = scopeOf({ asOf: by }, today).over
  const { rows } = await sql<{ submittedOn: string | null; isGone: boolean; promisedBy: string | null }>`
    select n.submitted_on as "submittedOn",
           n.state = 'stopped' or (n.state in ('planned', 'returned') and n.due_on > ${through}::date) as "isGone",
           (select p.recover_by from programme.promise p where p.item_id = w.item_id and p.promised_on <= ${by}::date
            order by p.promise_id desc limit 1) as "promisedBy"
    from (select v.item_id ${matching(actor, then, { ...filter, standing: 'owed' })}) w
    join programme.as_of(${by}::date, 'infinity'::timestamptz) n on n.item_id = w.item_id`.execute(
    reading<ProgrammeDb>(db),
  )
  return { owedOn, by, through, ...recoveryOf(rows, by, through) }
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
    const { from: _, to: __, ...flow } = await flowOf(db, `${year}-01-01`, scope)
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
