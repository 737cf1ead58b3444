import { type RawBuilder, sql } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import type { Handle } from '../platform/db.ts'
import { prepared } from '../platform/prepared.ts'
import type { TasksDb } from './db.ts'
import { awaitingConfirmation, leadOf, matching, namesOn, type Scope, type ScopeOfRow, standFor } from './filter.ts'
import { type By, changesUntil, GROUP_KEY, isKept, keptSeries, keyOf, keyOfChange, pointsOn } from './kept-counts.ts'
import { type Figure, STANDINGS, type TaskFilter } from './shapes.ts'
import { SOURCE_KEY } from './source.ts'
import type { Counts } from './standing.ts'

/** The tasks of a group by standing, judged on the due day in force and on the first due day. */
export interface Counted {
  key: string
  label: string
  counts: Counts
  onFirstDue: Counts
  awaiting: number
}

/** One day of a query, with the filter as it applies to that day. */
export interface Part {
  scope: Scope
  filter: TaskFilter
  /** Only the tasks that one figure counts. */
  figure?: Figure | undefined
}

/** The columns of every way of counting, in this order: the four by the due day in force, by the first due day, awaiting. */
const COLUMNS = [...STANDINGS.map((name) => name as string), ...STANDINGS.map((name) => `first_${name}`), 'awaiting']

const POINT_COLUMNS = [
  'done_on_time',
  'done_late',
  'open_in_term',
  'open_overdue',
  'first_done_on_time',
  'first_done_late',
  'first_open_in_term',
  'first_open_overdue',
  'awaiting',
]

type Row = Record<string, number> & { place: never; key: never; label: never }

/**
 * Counts several days in one statement. The first part is counted by group, most overdue first, months in their order;
 * the others as a whole. Each day comes from the kept points and the changes since, where they apply, or else from one pass
 * over its versions. Returns one list for each part, in order.
 */
export async function countParts(
  db: Handle<TasksDb>,
  actor: Actor | SystemActor,
  parts: readonly [Part, ...Part[]],
  by: By | undefined,
): Promise<Counted[][]> {
  const [{ scope }] = parts
  const arms = parts.flatMap((part, place) => armsOf(actor, part, place, place === 0 ? by : undefined))
  const { label, join } = labelOf(by, scope)
  const assigned = sql.join(
    STANDINGS.map((name) => sql.ref(`found.${name}`)),
    sql` + `,
  )
  const order = by === 'month' ? sql`found.key` : sql`found."openOverdue" desc, ${assigned} desc, label, found.key`
  const statement = sql<Row>`
    select found.*, ${label} as label
    from (
      select arm.place, arm.key, max(arm.number) as number, max(arm.title) as title, ${summed(sql`arm`)}
      from (${sql.join(arms, sql` union all `)}) arm
      group by arm.place, arm.key
      having sum(${sql.join(
        STANDINGS.map((name) => sql.ref(`arm.${name}`)),
        sql` + `,
      )}) > 0
    ) found
    ${join}
    order by found.place, ${order}`
  // A query that the series cover has one sensible plan for all days.
  const isPlain = parts.every(
    ({ scope: of, filter: { counting: _, ...filter }, figure }) =>
      keptSeries(actor, of, filter, by, figure) !== undefined,
  )
  const { rows } = await (isPlain ? prepared(statement) : statement).execute(db)
  const answers: Counted[][] = parts.map(() => [])
  for (const row of rows) answers[row.place]!.push(countedFrom(row))
  return answers
}

/** The same query for several days, without groups: one count for each day, in order. */
export async function countDays(
  db: Handle<TasksDb>,
  actor: Actor | SystemActor,
  days: readonly string[],
  { scope, filter: { counting, ...filter } }: Part,
): Promise<Counted[]> {
  const known = days.map((day) => scope.knownOn ?? day)
  const ofRow: ScopeOfRow = { ...scope, isOfRow: true }
  const series = keptSeries(actor, scope, filter, undefined)
  const arms = series
    ? [
        sql`
          select q.place, ${points} from q cross join lateral (select p.* ${pointsOn(sql`q.as_of`, series, scope)}) p
          where ${isKept(sql`q.as_of`, series)}`,
        sql`
          select q.place, ${changes} from q cross join lateral (select c.* ${changesUntil(sql`q.as_of`, series, scope)}) c
          where ${isKept(sql`q.as_of`, series)}`,
      ]
    : []
  const statement = sql<Row>`
    with q as materialized (
      select d.place::integer - 1 as place, d.as_of,
             least(tasks.end_of_day(d.known_on), ${scope.knownBefore}::timestamptz) as known_before
      from unnest(${[...days]}::date[], ${known}::date[]) with ordinality d (as_of, known_on, place)
    )
    select arm.place, ${summed(sql`arm`)} from (
      ${sql.join(
        [
          ...arms,
          sql`
            select q.place, c.* from q cross join lateral (select ${tallies(ofRow)} ${matching(actor, ofRow, filter)}) c
            ${series ? sql`where not ${isKept(sql`q.as_of`, series)}` : sql``}`,
          ...(counting === 'once'
            ? [
                sql`
            select q.place, c.* from q cross join lateral (
              select ${tallies(ofRow, sql`-`)} ${matching(actor, ofRow, filter)}
                and a.task_id in (${standFor(actor, ofRow, filter)})
            ) c`,
              ]
            : []),
        ],
        sql` union all `,
      )}
    ) arm
    group by arm.place`
  const { rows } = await (series ? prepared(statement) : statement).execute(db)
  const found = new Map(rows.map((row) => [row.place as number, countedFrom(row)]))
  return days.map((_, place) => found.get(place) ?? countedFrom({} as Row))
}

function armsOf(
  actor: Actor | SystemActor,
  { scope, filter: asked, figure }: Part,
  place: number,
  by: By | undefined,
): RawBuilder<unknown>[] {
  const { counting, ...filter } = asked
  const arms = armsPerMember(actor, { scope, filter, figure }, place, by)
  if (counting !== 'once') return arms
  // Every task, without those for which another one stands: so the kept counts serve here too.
  const without = sql`
    select ${sql`${place}::integer as place`}, ${groupOf(by, scope)}, ${tallies(scope, sql`-`)}
    ${matching(actor, scope, filter, figure)} and a.task_id in (${standFor(actor, scope, filter)})
    group by ${by === 'agency' ? leadOf(scope) : sql`2`}`
  return [...arms, without]
}

function armsPerMember(
  actor: Actor | SystemActor,
  { scope, filter, figure }: Part,
  place: number,
  by: By | undefined,
): RawBuilder<unknown>[] {
  const day = sql`${scope.asOf}::date`
  const series = keptSeries(actor, scope, filter, by, figure)
  const at = sql`${place}::integer as place`
  const passed = sql`
    select ${at}, ${groupOf(by, scope)}, ${tallies(scope)}
    ${matching(actor, scope, filter, figure)} ${series ? sql`and not ${isKept(day, series)}` : sql``}
    group by ${by === 'agency' ? leadOf(scope) : sql`2`}`
  if (!series) return [passed]
  const key = (of: RawBuilder<unknown>) => (by === undefined ? sql`''::text as key` : sql`${of} as key`)
  const kept = sql`
    select ${at}, ${key(keyOf(series, scope))}, s.source_number as number, s.source_title as title, ${points}
    ${pointsOn(day, series, scope)} and ${isKept(day, series)}`
  const document = series.by === 'source' ? sql`t.source_number, t.source_title` : sql`null::text, null::text`
  const since = sql`
    select ${at}, ${key(keyOfChange(series, scope))}, ${document}, ${changes}
    ${changesUntil(day, series, scope)} and ${isKept(day, series)}`
  return [kept, since, passed]
}

/** Over `p`: a point as counts. */
const points = sql.join(
  POINT_COLUMNS.map((column, place) => sql`${sql.ref(`p.${column}`)} as ${sql.ref(COLUMNS[place]!)}`),
)

/** Over `c`: a change as counts, plus one here and minus one there. */
const changes = sql.join([
  ...STANDINGS.map((name) => sql`case when c.standing = ${sql.lit(name)} then c.sign else 0 end as ${sql.ref(name)}`),
  ...STANDINGS.map(
    (name) => sql`case when c.first_standing = ${sql.lit(name)} then c.sign else 0 end as ${sql.ref(`first_${name}`)}`,
  ),
  sql`c.awaiting`,
])

function summed(arm: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(COLUMNS.map((column) => sql`sum(${arm}.${sql.ref(column)})::integer as ${sql.ref(column)}`))
}

/** Over `a`: counts row by row. `sign`: what is counted is taken away. */
function tallies(scope: Scope, sign = sql``): RawBuilder<unknown> {
  const day = 'isOfRow' in scope ? sql`q.as_of` : sql`${scope.asOf}::date`
  const judged = (dueOn: RawBuilder<unknown>): RawBuilder<unknown>[] => [
    sql`a.is_done and (${dueOn} is null or a.completed_on <= ${dueOn})`,
    sql`a.is_done and a.completed_on > ${dueOn}`,
    sql`not a.is_done and (${dueOn} is null or ${dueOn} >= ${day})`,
    sql`not a.is_done and ${dueOn} < ${day}`,
  ]
  const conditions = [...judged(sql`a.due_on`), ...judged(sql`a.first_due_on`), awaitingConfirmation]
  return sql.join(
    conditions.map((is, place) => sql`${sign} count(*) filter (where ${is})::integer as ${sql.ref(COLUMNS[place]!)}`),
  )
}

/** What rows are counted by: the key and, for a source, its number and title. */
function groupOf(by: By | undefined, scope: Scope): RawBuilder<unknown> {
  const named = (key: RawBuilder<unknown>) => sql`${key} as key, null::text as number, null::text as title`
  switch (by) {
    case undefined:
      return named(sql`''::text`)
    case 'agency':
      return named(sql`(${leadOf(scope)})::text`)
    case 'group':
      return named(GROUP_KEY)
    case 'month':
      return named(sql`to_char(a.assigned_on, 'YYYY-MM')`)
    case 'source':
      return sql`${SOURCE_KEY} as key, max(t.source_number) as number, max(t.source_title) as title`
  }
}

function labelOf(by: By | undefined, scope: Scope): { label: RawBuilder<unknown>; join: RawBuilder<unknown> } {
  const plain = (label: RawBuilder<unknown>) => ({ label: sql`${label} collate "vi-x-icu"`, join: sql`` })
  switch (by) {
    case undefined:
      return plain(sql`''`)
    case 'agency':
      return {
        label: sql`coalesce(n.name, found.key) collate "vi-x-icu"`,
        join: sql`left join (${namesOn(scope.mapOn ?? scope.asOf)}) n on n.agency_id = nullif(found.key, '')::bigint`,
      }
    case 'group':
      return plain(sql`coalesce(nullif(found.key, ''), 'Không thuộc nhóm nào')`)
    case 'month':
      return plain(sql`right(found.key, 2) || '/' || left(found.key, 4)`)
    case 'source':
      return plain(sql`coalesce(nullif(concat_ws(' – ', found.number, found.title), ''), 'Không ghi số văn bản')`)
  }
}

function countedFrom(row: Row): Counted {
  const { key = '', label = '' } = row as { key?: string; label?: string }
  const four = (prefix: string) =>
    Object.fromEntries(STANDINGS.map((name) => [name, row[`${prefix}${name}`] ?? 0])) as Counts
  return { key, label, counts: four(''), onFirstDue: four('first_'), awaiting: row.awaiting ?? 0 }
}
