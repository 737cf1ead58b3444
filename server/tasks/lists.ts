import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import { type Actor, agenciesSeenBy, type SystemActor } from '../platform/actor.ts'
import { isDay } from '../platform/calendar.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { Invalid } from '../platform/errors.ts'
import { type CursorKey, decodeCursor, pageOf } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { holdsWords, tiersOf } from '../platform/search.ts'
import { COLLECTIVE_CARD } from './collective.ts'
import type { TasksDb } from './db.ts'
import {
  deadlineInForce,
  isAsReported,
  isMilestoneDone,
  knownBefore,
  matching,
  namesOn,
  partInForce,
  type Scope,
  scopeOf,
} from './filter.ts'
import type {
  ExportQuery,
  Figure,
  GroupList,
  TaskFilter,
  TaskList,
  TaskQuery,
  TaskRow,
  Timeline,
  TimelineRow,
} from './shapes.ts'
import { SOURCE_PATH } from './source.ts'
import { daysLate, standing } from './standing.ts'

type Sort = NonNullable<TaskQuery['sort']>

/** A column of a version found; `as` is the type of that part of a cursor. */
interface KeyPart {
  by: RawBuilder<unknown>
  as: 'number' | 'boolean' | 'day' | 'text'
}

interface Order {
  /** What rows are ordered by; the last part is unique. Each order of today has its index (0024_versions.sql). */
  key: readonly KeyPart[]
  descending?: true
}

const DUE: KeyPart = { by: sql`a.due_order`, as: 'day' }
const ID: KeyPart = { by: sql`a.task_id`, as: 'number' }
const LEAD_NAME: KeyPart = { by: sql`n.name collate "vi-x-icu"`, as: 'text' }

/** Most urgent first: open before done, each by due day. So overdue tasks come before those in term. */
const URGENCY: readonly KeyPart[] = [{ by: sql`a.is_done`, as: 'boolean' }, DUE, ID]

const ORDERS: Record<Sort, Order> = {
  urgency: { key: URGENCY },
  // What holds the words as typed, then what only has them; each most urgent first.
  match: { key: [{ by: sql`tier`, as: 'number' }, ...URGENCY] },
  dueOn: { key: [DUE, ID] },
  assignedOn: { key: [{ by: sql`a.assigned_on`, as: 'day' }, ID], descending: true },
  agency: { key: [LEAD_NAME, DUE, ID] },
  code: { key: [{ by: sql`t.code`, as: 'text' }, ID] },
}

const LOOKS: Record<KeyPart['as'], (value: unknown) => boolean> = {
  number: Number.isSafeInteger,
  boolean: (value) => typeof value === 'boolean',
  day: (value) => typeof value === 'string' && (value === 'infinity' || isDay(value)),
  text: (value) => typeof value === 'string',
}

/** A search shows what matches best; any other list what is most urgent. */
const usualSort = ({ search }: { search?: string }): Sort => (search === undefined ? 'urgency' : 'match')

/** A page of the tasks the actor may see, as they were on `asOf` (today where left out). */
export async function listTasks(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: TaskQuery,
  today: string,
): Promise<TaskList> {
  return pageOfTasks(handle, actor, query, today, toTaskRow)
}

/** The same page with what lies on the line of each task: milestones, and the due days that extensions replaced. */
export async function timeline(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: TaskQuery,
  today: string,
): Promise<Timeline> {
  const toRow = (row: Row, scope: Scope): TimelineRow => ({
    ...toTaskRow(row, scope),
    milestones: row.milestones ?? [],
    earlierDueDays: row.earlier_due_days ?? [],
  })
  return pageOfTasks(handle, actor, query, today, toRow, { isWithDeadlines: true })
}

async function pageOfTasks<Shown>(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: TaskQuery,
  today: string,
  toRow: (row: Row, scope: Scope) => Shown,
  extra: Pick<Cut, 'isWithDeadlines'> = {},
): Promise<Omit<TaskList, 'rows'> & { rows: Shown[] }> {
  const db = reading<TasksDb>(handle)
  const scope = scopeOf(query, today)
  const { cursor, limit = 50, count, standing: figure, ...narrowed } = query
  const { sort = usualSort(query), ...filter } = narrowed
  // The day is part of the cursor: a list started yesterday continues as of yesterday or not at all.
  const cursorQuery = { ...filter, ...scope, figure, sort }
  const after = decodeCursor(cursorQuery, cursor, fits(ORDERS[sort]))
  const question = { actor, scope, filter, figure, isToday: scope.asOf === today }
  const rows = await selectRows(db, question, { sort, after, limit: limit + 1, ...extra })
  const page = pageOf(cursorQuery, rows, limit, (row) => keyOf(row, ORDERS[sort]))
  return {
    ...scope,
    rows: page.items.map((row) => toRow(row, scope)),
    nextCursor: page.next,
    total: count ? await countOf(db, matching(actor, scope, filter, figure)) : null,
  }
}

function fits({ key: parts }: Order) {
  return (key: CursorKey): key is CursorKey =>
    key.length === parts.length && parts.every((part, place) => LOOKS[part.as](key[place]))
}

/** The most rows of a sheet: it is built in memory, and no one reads a longer one. */
const LARGEST_SHEET = 50_000

/**
 * All rows of a filter, or those of `ids` among them, with content and product, for a file. Throws `task.export_too_many`
 * above fifty thousand.
 */
export async function exportedTasks(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: Omit<ExportQuery, 'columns'>,
  today: string,
  ids?: readonly number[],
): Promise<(TaskRow & { content: string; product: string | null })[]> {
  const scope = scopeOf(query, today)
  const { sort = usualSort(query), standing: figure, ...filter } = query
  const db = reading<TasksDb>(handle)
  if ((await countOf(db, matching(actor, scope, filter, figure, { ids }), LARGEST_SHEET + 1)) > LARGEST_SHEET) {
    throw new Invalid(
      'task.export_too_many',
      'Bộ lọc này có hơn 50.000 nhiệm vụ, quá nhiều để xuất thành một bảng. Hãy chọn khoảng ngày hẹp hơn hoặc một cơ quan.',
    )
  }
  const question = { actor, scope, filter, figure, isToday: false, ids }
  const rows = await selectRows(db, question, { sort, isWithWords: true })
  return rows.map((row) => ({
    ...toTaskRow(row, scope),
    content: row.content!,
    product: row.product!,
  }))
}

interface Row {
  k0: CursorKey[number]
  k1: CursorKey[number]
  k2?: CursorKey[number]
  k3?: CursorKey[number]
  task_id: number
  code: string
  title: string
  content?: string
  product?: string | null
  group_title: string | null
  source_kind: string
  source_id: number | null
  source_number: string | null
  source_title: string | null
  source_path: string | null
  assigned_on: string
  lead_agency_id: number
  lead_name: string
  collective: TaskRow['collective']
  other_leads: string[] | null
  coordinating: string[] | null
  deadline_kind: TaskRow['deadlineKind']
  first_due_on: string | null
  due_on: string | null
  completed_on: string | null
  standing: TaskRow['standing']
  state: TaskRow['state']
  percent: number
  target_count: number
  milestones?: TimelineRow['milestones'] | null
  earlier_due_days?: TimelineRow['earlierDueDays'] | null
}

const keyOf = ({ k0, k1, k2, k3 }: Row, { key }: Order): CursorKey => [k0, k1, k2!, k3!].slice(0, key.length)

export interface Question {
  actor: Actor | SystemActor
  scope: Scope
  filter: TaskFilter
  figure: Figure | undefined
  /** About today: the current versions answer, each order from its own index. */
  isToday: boolean
  /** Only these tasks. */
  ids?: readonly number[] | undefined
}

interface Cut {
  sort: Sort
  after?: CursorKey | undefined
  /** Left out: every row. */
  limit?: number
  /** With content and product, which no list shows. */
  isWithWords?: true
  /** With milestones and earlier due days. */
  isWithDeadlines?: true
}

async function selectRows(db: Handle<TasksDb>, question: Question, cut: Cut): Promise<Row[]> {
  const statement = rowsOfPage(question, cut)
  const { filter, figure, ids } = question
  // Without a filter there is one sensible plan for every day and key.
  const isPlain =
    figure === undefined && ids === undefined && Object.values(filter).every((value) => value === undefined)
  const { rows } = await (isPlain ? prepared(statement) : statement).execute(db)
  return rows
}

/** First the rows of the page, from versions alone; then the other columns for those rows. */
export function rowsOfPage(question: Question, cut: Cut): RawBuilder<Row> {
  const { scope } = question
  const { key, descending } = ORDERS[cut.sort]
  const keys = key.map((_, place) => sql.ref(`k${place}`))
  return sql<Row>`
    with names as materialized (${namesOn(scope.asOf)}), ${aheadOf(scope)},
    page as materialized (${pageOfVersions(question, cut)}),
    part as (
      select p.task_id,
             json_agg(coalesce(n.name, p.named_as) order by p.position)
               filter (where p.role = 'lead' and p.agency_id is distinct from page.lead_agency_id) as other_leads,
             json_agg(coalesce(n.name, p.named_as) order by p.position)
               filter (where p.role = 'coordinating') as coordinating
      from page
      join tasks.party p on p.task_id = page.task_id
      left join names n on n.agency_id = p.agency_id
      where ${partInForce(scope)}
      group by p.task_id
    )
    select ${sql.join(keys)}, page.task_id, page.state, page.lead_agency_id, page.due_on, page.completed_on, page.standing,
           page.assigned_on, page.first_due_on, t.code, t.title, t.group_title, t.source_kind, t.source_id,
           t.source_number, t.source_title, ${SOURCE_PATH} as source_path, t.deadline_kind, coalesce(n.name, page.lead_agency_id::text) as lead_name,
           part.other_leads, part.coordinating, ${COLLECTIVE_CARD} as collective,
           case when page.completed_on is not null then 100 else coalesce(last.percent, 0) end as percent,
           (select count(*)::integer from tasks.target g
            where g.task_id = page.task_id and g.amended_by_id is null) as target_count
           ${cut.isWithWords ? sql`, t.content, t.product` : sql``}
           ${cut.isWithDeadlines ? sql`, line.*` : sql``}
    from page
    join tasks.task t on t.task_id = page.task_id
    join tasks.source_kind k on k.kind = t.source_kind
    left join names n on n.agency_id = page.lead_agency_id
    left join part on part.task_id = page.task_id
    left join lateral (
      select r.percent from tasks.progress_report r
      where r.task_id = page.task_id and r.reported_on <= ${scope.asOf}::date and r.recorded_at < ${knownBefore(scope)}
      order by r.reported_on desc, r.progress_report_id desc limit 1
    ) last on true
    ${cut.isWithDeadlines ? lineOf(scope) : sql``}
    order by ${orderOf(keys, descending)}`
}

/** Over `page`: its milestones and earlier due days, as far as was known on the day. */
function lineOf(scope: Scope): RawBuilder<unknown> {
  return sql`
    left join lateral (
      select json_agg(json_build_object('dueOn', d.due_on, 'literal', d.literal, 'isDone', ${isMilestoneDone(scope)})
                      order by d.due_on, d.deadline_id)
               filter (where d.is_milestone and ${deadlineInForce(scope)}) as milestones,
             json_agg(json_build_object('dueOn', d.due_on, 'replacedOn', d.replaced_on) order by d.due_on, d.deadline_id)
               filter (where not d.is_milestone and d.due_on is distinct from page.due_on and d.set_at < ${knownBefore(scope)}
                         and d.replaced_on is not null and not (${deadlineInForce(scope)})) as earlier_due_days
      from tasks.deadline d where d.task_id = page.task_id and d.due_on is not null
    ) line on true`
}

/** The versions of a page in order. */
function pageOfVersions(question: Question, cut: Cut): RawBuilder<unknown> {
  const isByTask = cut.sort === 'code'
  return ofVersions(question, (source) => cutOut(source, cut, question.filter.search ?? ''), isByTask)
}

/**
 * What `query` makes of the `from … where …` of the tasks of a question; `aheadOf` must be among its common table
 * expressions. Today's are the current versions, unless something is recorded that begins only after today; then today is
 * queried like any other day. Only one of the two arms runs.
 */
export function ofVersions(
  { actor, scope, filter, figure, isToday, ids }: Question,
  query: (source: RawBuilder<unknown>) => RawBuilder<unknown>,
  isByTask = false,
): RawBuilder<unknown> {
  const ofDay = (version?: RawBuilder<unknown>, when?: RawBuilder<unknown>) =>
    query(sql`${matching(actor, scope, filter, figure, { version, isByTask, ids })} ${when ? sql`and ${when}` : sql``}`)
  if (!isToday || !isAsReported(scope)) return ofDay()
  return sql`
    (${ofDay(sql`v.reported_to = 'infinity'`, sql`not (select is_ahead from ahead)`)})
    union all
    (${ofDay(undefined, sql`(select is_ahead from ahead)`)})`
}

/** Whether something is recorded that begins only after the day. */
export function aheadOf({ asOf }: Scope): RawBuilder<unknown> {
  return sql`
    ahead as materialized (
      select exists (select from tasks.task_version w where w.reported_from < w.reported_to
                       and w.reported_to > ${asOf}::date and w.reported_to < 'infinity')
             or exists (select from tasks.task_version w where w.reported_from < w.reported_to
                          and w.reported_to = 'infinity' and w.reported_from > ${asOf}::date) as is_ahead
    )`
}

const SHOWN = sql`a.task_id, a.state, a.lead_agency_id, a.due_on, a.completed_on, a.standing, a.assigned_on, a.first_due_on`

/** Up to `limit` rows of `source` (`from … where …`) after a key, in order. */
function cutOut(source: RawBuilder<unknown>, { sort, after, limit }: Cut, search: string): RawBuilder<unknown> {
  if (sort === 'match') return bestFirst(source, { after, limit }, search)
  const { key, descending } = ORDERS[sort]
  const parts = key.map(({ by }) => by)
  const most = limit === undefined ? sql`` : sql`limit ${sql.lit(limit)}`
  const keys = sql.join(key.map(({ by }, place) => sql`${by} as ${sql.ref(`k${place}`)}`))
  if (sort === 'agency') {
    // Agency by agency in the order of their names, up to `limit` rows of each: one index serves every agency.
    const [name, due, id] = after ?? []
    const isBeyond = after
      ? sql`and (n.name collate "vi-x-icu" > ${name} or (n.name = ${name} and (a.due_order, a.task_id) > (${due}::date, ${id}::bigint)))`
      : sql``
    return sql`
      select ${SHOWN}, ${keys}
      from (select * from names order by name collate "vi-x-icu") n cross join lateral (
        select a.* ${source} and a.lead_agency_id = n.agency_id ${isBeyond} order by a.due_order, a.task_id ${most}
      ) a
      ${after ? sql`where n.name collate "vi-x-icu" >= ${name}` : sql``}
      order by ${orderOf(parts, descending)} ${most}`
  }
  const beyond = after
    ? sql`and (${sql.join(parts)}) ${descending ? sql`<` : sql`>`} (${sql.join(after.map((value) => sql`${value}`))})`
    : sql``
  return sql`select ${SHOWN}, ${keys} ${source} ${beyond} order by ${orderOf(parts, descending)} ${most}`
}

/**
 * Tier by tier, each found like any other page, so that no tier is sorted as a whole; a tier is only read where those
 * before it do not fill the page.
 */
function bestFirst(
  source: RawBuilder<unknown>,
  { after, limit }: Pick<Cut, 'after' | 'limit'>,
  search: string,
): RawBuilder<unknown> {
  const parts = URGENCY.map(({ by }) => by)
  const keys = sql.join(parts.map((by, place) => sql`${by} as ${sql.ref(`k${place + 1}`)}`))
  const most = limit === undefined ? sql`` : sql`limit ${sql.lit(limit)}`
  const [first = 0, ...rest] = after ?? []
  const conditions = tiersOf(sql`(t.title || ' ' || t.content)`, sql`t.searched`, search)
  const names = conditions.map((_, tier) => sql.ref(`tier${tier}`))
  const tiers = conditions.map((condition, tier) => {
    const beyond =
      after === undefined || tier > Number(first)
        ? sql``
        : tier < Number(first)
          ? sql`and false`
          : sql`and (${sql.join(parts)}) > (${sql.join(rest.map((value) => sql`${value}`))})`
    const before = names.slice(0, tier).map((name) => sql`(select count(*) from ${name})`)
    const isNeeded =
      limit === undefined || before.length === 0 ? sql`` : sql`and ${sql.join(before, sql` + `)} < ${sql.lit(limit)}`
    return sql`
      ${names[tier]} as materialized (
        select ${SHOWN}, ${sql.lit(tier)} as k0, ${keys} ${source} and ${condition} ${beyond} ${isNeeded}
        order by ${orderOf(parts, undefined)} ${most}
      )`
  })
  return sql`
    with ${sql.join(tiers)}
    ${sql.join(
      names.map((name) => sql`select * from ${name}`),
      sql` union all `,
    )}
    order by k0, k1, k2, k3 ${most}`
}

function orderOf(parts: readonly RawBuilder<unknown>[], descending: true | undefined): RawBuilder<unknown> {
  return sql.join(
    parts.map((part) => sql`${part} ${descending ? sql`desc` : sql`asc`}`),
    sql`, `,
  )
}

/** How many rows there are, at most `most`. */
async function countOf(db: Handle<TasksDb>, source: RawBuilder<unknown>, most?: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    ${most === undefined ? source : sql`from (select ${source} limit ${sql.lit(most)}) found`}`.execute(db)
  return rows[0]!.count
}

function toTaskRow(row: Row, { asOf }: Scope): TaskRow {
  return {
    id: row.task_id,
    code: row.code,
    title: row.title,
    groupTitle: row.group_title,
    sourceKind: row.source_kind,
    sourceId: row.source_id,
    sourceNumber: row.source_number,
    sourceTitle: row.source_title,
    sourcePath: row.source_path,
    assignedOn: row.assigned_on,
    leadAgencyId: row.lead_agency_id,
    leadAgencyName: row.lead_name,
    collective: row.collective,
    otherLeads: row.other_leads ?? [],
    coordinating: row.coordinating ?? [],
    deadlineKind: row.deadline_kind,
    firstDueOn: row.first_due_on,
    dueOn: row.due_on,
    completedOn: row.completed_on,
    standing: row.standing,
    standingOnFirstDue: standing(row.first_due_on, row.completed_on, asOf),
    daysLate: daysLate(row.due_on, row.completed_on, asOf),
    state: row.state,
    percent: row.percent,
    targetCount: row.target_count,
  }
}

/** Names of groups of visible tasks that contain all words of `search`, to choose from; at most fifty. */
export async function listGroups(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  search: string | undefined,
  today: string,
): Promise<Static<typeof GroupList>> {
  const visible = (condition: RawBuilder<unknown>) => sql`${matching(actor, scopeOf({}, today), {})} and ${condition}`
  // For actors who see all there are far more tasks than groups: the index gives each name after the previous one.
  const titles =
    agenciesSeenBy(actor) === null
      ? sql`
        with recursive title as (
          (select t.group_title as title from tasks.task t where t.group_title is not null order by t.group_title limit 1)
          union all
          select (select t.group_title from tasks.task t where t.group_title > g.title order by t.group_title limit 1)
          from title g where g.title is not null
        )
        select g.title from title g
        -- One task of each is enough and is found by the index; a plain condition would read all tasks.
        cross join lateral (select ${visible(sql`t.group_title = g.title`)} limit 1) one
        where g.title is not null`
      : sql`select distinct t.group_title as title ${visible(sql`t.group_title is not null`)}`
  const { rows } = await sql<{ title: string }>`
    select found.title from (${titles}) found
    where ${holdsWords(sql`platform.fold(found.title)`, search ?? '')}
    order by found.title collate "vi-x-icu" limit 50`.execute(reading<TasksDb>(handle))
  return { groups: rows.map(({ title }) => title) }
}
