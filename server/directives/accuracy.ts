/** How well documents are read: figures over what reviewers confirmed, and the rows behind each. */
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { addMonths, monthStart, todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { type CursorKey, decodeCursor, pageOf } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { checkMaySeeAll } from './access.ts'
import { OUTCOME_FIELDS, type OutcomeReader } from './compare.ts'
import type { DirectivesDb } from './db.ts'
import {
  type Accuracy,
  type AccuracyCounts,
  type AccuracyQuery,
  BANDS,
  type OutcomeList,
  type OutcomeQuery,
  type OutcomeRow,
} from './outcome-shapes.ts'
import { bandOf } from './outcomes.ts'

/** First day of the first month, first day after the last, and the rest of what every query here is about. */
export interface Scope {
  first: string
  end: string
  type: string | null
  reader: OutcomeReader
}

export function scopeOf(query: AccuracyQuery, clock: Clock): Scope {
  const last = query.to === undefined ? monthStart(todayInVietnam(clock)) : `${query.to}-01`
  const first = query.from === undefined ? addMonths(last, -11) : `${query.from}-01`
  if (first > last) throw wrong('to', 'request.range', 'Tháng cuối phải bằng hoặc sau tháng đầu.')
  return { first, end: addMonths(last, 1), type: query.type ?? null, reader: query.reader ?? 'rules' }
}

/** Of outcomes named `o`: the label before the value was not understood. */
export function isMissed(label: string | null): RawBuilder<unknown> {
  const isIt = label === null ? sql`o.confirmed ? 'label'` : sql`o.confirmed ->> 'label' = ${label}`
  return sql`o.verdict in ('changed', 'added') and ${isIt}`
}

/** The conditions of a scope on the outcomes named `o`. */
export function inScope({ first, end, type, reader }: Scope): RawBuilder<unknown> {
  // Written out, because the index of the second reader's few is partial.
  const isBy = reader === 'secondReader' ? sql`o.reader = 'secondReader'` : sql`o.reader = 'rules'`
  const ofType = type === null ? sql`true` : sql`o.type = ${type}`
  return sql`o.confirmed_on >= ${first} and o.confirmed_on < ${end} and ${isBy} and ${ofType}`
}

/** Figures by field, month, kind of document and confidence; from sums, whatever the number of outcomes. */
export async function accuracyOf(db: AnyHandle, clock: Clock, actor: Actor, query: AccuracyQuery): Promise<Accuracy> {
  checkMaySeeAll(actor)
  const handle = reading<DirectivesDb>(db)
  const scope = scopeOf(query, clock)
  const sums = await sumsOf(handle, scope)
  const [fields, months, kinds, bands] = (['field', 'month', 'type', 'band'] as const).map((division) =>
    sums.filter(({ by }) => by === division).map(({ by: _, ...sum }) => sum),
  ) as [Sum[], Sum[], Sum[], Sum[]]
  const sorted = (rows: Sum[], names: readonly string[]) =>
    rows.sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
  return {
    from: scope.first.slice(0, 7),
    to: addMonths(scope.end, -1).slice(0, 7),
    waiting: await waiting(handle),
    types: await typesOf(handle),
    byReader: await readersOf(handle, scope),
    byField: sorted(fields, OUTCOME_FIELDS).map(({ name, ...counts }) => ({
      field: name as (typeof OUTCOME_FIELDS)[number],
      ...counts,
    })),
    byMonth: months
      .sort((a, b) => (a.name < b.name ? 1 : -1))
      .map(({ name, ...counts }) => ({ month: name, ...counts })),
    byType: kinds
      .sort((a, b) => b.right + b.changed - a.right - a.changed)
      .map(({ name, ...counts }) => ({ type: name, ...counts })),
    byBand: sorted(bands, BANDS).map(({ name, ...counts }) => ({ band: name as (typeof BANDS)[number], ...counts })),
  }
}

/** The rules first, then the models of the second reader that suggested something. */
async function readersOf(db: Handle<DirectivesDb>, { first, end, type }: Scope): Promise<Accuracy['byReader']> {
  const { rows } = await sql<Accuracy['byReader'][number]>`
    select c.reader, nullif(c.model, '') as model, ${SUMS}
    from directives.outcome_count c
    where c.month >= ${first} and c.month < ${end} and ${type === null ? sql`true` : sql`c.type = ${type}`}
    group by c.reader, c.model
    order by c.reader, c.model`.execute(db)
  return rows
}

const sumOf = (verdict: string) => sql`coalesce(sum(c.outcomes) filter (where c.verdict = ${verdict}), 0)::bigint`
/** The four counts, from the sums named `c`. */
const SUMS = sql`${sumOf('right')} as "right", ${sumOf('changed')} as changed, ${sumOf('added')} as added,
  ${sumOf('dropped')} as dropped`

type Sum = AccuracyCounts & { name: string }
type Division = 'field' | 'month' | 'type' | 'band'

/** Each count once for every division, in one reading of the sums. */
async function sumsOf(db: Handle<DirectivesDb>, scope: Scope): Promise<(Sum & { by: Division })[]> {
  const { first, end, type, reader } = scope
  const { rows } = await sql<Sum & { by: Division }>`
    select case 0 when grouping(c.field) then 'field' when grouping(c.month) then 'month'
             when grouping(c.type) then 'type' else 'band' end as by,
           coalesce(c.field, to_char(c.month, 'YYYY-MM'), c.type, c.band) as name, ${SUMS}
    from directives.outcome_count c
    where c.month >= ${first} and c.month < ${end} and c.reader = ${reader}
      and ${type === null ? sql`true` : sql`c.type = ${type}`}
    group by grouping sets ((c.field), (c.month), (c.type), (c.band))`.execute(db)
  return rows
}

async function waiting(db: Handle<DirectivesDb>): Promise<number> {
  const { count } = await db
    .selectFrom('directives.directive')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'confirmed')
    .where('compared_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

async function typesOf(db: Handle<DirectivesDb>): Promise<string[]> {
  const rows = await db.selectFrom('directives.outcome_count').select('type').distinct().orderBy('type').execute()
  return rows.map(({ type }) => type)
}

/** The rows behind a figure, newest first. */
export async function listOutcomes(
  db: AnyHandle,
  clock: Clock,
  actor: Actor,
  query: OutcomeQuery,
): Promise<OutcomeList> {
  checkMaySeeAll(actor)
  const limit = query.limit ?? 50
  const after = decodeCursor(query, query.cursor, isPlace)
  const is = (column: RawBuilder<unknown>, value: string | undefined) =>
    value === undefined ? sql`true` : sql`${column} = ${value}`
  const statement = sql<OutcomeRow>`
    select o.outcome_id as id, o.directive_id as "directiveId", d.number, o.ref, o.field, o.verdict,
           o.suggested ->> 'text' as suggested, o.confirmed ->> 'text' as confirmed, o.confidence, o.reader, o.model, o.type,
           o.confirmed_on as "confirmedOn",
           (select f.draft_id from directives.draft f where f.directive_id = o.directive_id and f.ref = o.ref
            order by f.is_dropped limit 1) as "draftId"
    from directives.outcome o join directives.directive d using (directive_id)
    where ${inScope(scopeOf(query, clock))}
      and ${is(sql`o.field`, query.field)}
      and ${query.verdict === 'suggested' ? sql`o.verdict <> 'added'` : is(sql`o.verdict`, query.verdict)}
      and ${is(sql`coalesce(o.model, '')`, query.model)}
      and ${is(bandOf(sql.ref('o.confidence')), query.band)}
      and ${is(sql`o.suggested ->> 'text'`, query.suggested)}
      and ${is(sql`o.confirmed ->> 'text'`, query.confirmed)}
      and ${query.label === undefined ? sql`true` : isMissed(query.label)}
      and ${after ? sql`(o.confirmed_on, o.outcome_id) < (${after[0]}::date, ${after[1]}::bigint)` : sql`true`}
    order by o.confirmed_on desc, o.outcome_id desc
    limit ${sql.lit(limit + 1)}`
  // The second reader's few come from the index of their days, whatever the other columns; exact texts are planned each time.
  const isPlain = query.reader === 'secondReader' && [query.suggested, query.confirmed, query.label].every(isLeftOut)
  const { rows } = await (isPlain ? prepared(statement) : statement).execute(reading<DirectivesDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ confirmedOn, id }) => [confirmedOn, id])
  return { rows: items, nextCursor: next }
}

const isLeftOut = (value: unknown) => value === undefined

const isPlace = (key: CursorKey): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])
