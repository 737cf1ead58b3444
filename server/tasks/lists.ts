import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import type { Actor, SystemActor } from '../platform/actor.ts'
import { isDay } from '../platform/calendar.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { type CursorKey, decodeCursor, pageOf } from '../platform/paging.ts'
import { holdsWords } from '../platform/search.ts'
import type { TasksDb } from './db.ts'
import { knownBefore, matching, namesOn, partInForce, type Scope, scopeOf } from './filter.ts'
import type { ExportQuery, GroupList, TaskList, TaskQuery, TaskRow } from './shapes.ts'
import { daysLate, standing } from './standing.ts'

type Sort = NonNullable<TaskQuery['sort']>

/** Of a row found: `as` names what the part of a cursor has to look like. */
interface KeyPart {
  by: RawBuilder<unknown>
  as: 'number' | 'day' | 'text'
}

interface Order {
  /** What rows are ordered by; the last part is unique. */
  key: readonly KeyPart[]
  descending?: true
}

const URGENCY: KeyPart = {
  by: sql`case when f.completed_on is not null then 3 when f.due_on is null then 2 when f.standing = 'openInTerm' then 1 else 0 end`,
  as: 'number',
}
const DUE: KeyPart = { by: sql`coalesce(f.due_on, 'infinity')`, as: 'day' }
const ID: KeyPart = { by: sql`f.task_id`, as: 'number' }

const ORDERS: Record<Sort, Order> = {
  // What hurts first: overdue by days late, then what is due soonest, then without a day, then done.
  urgency: { key: [URGENCY, DUE, ID] },
  dueOn: { key: [DUE, ID] },
  assignedOn: { key: [{ by: sql`f.assigned_on`, as: 'day' }, ID], descending: true },
  agency: { key: [{ by: sql`f.lead_name collate "vi-x-icu"`, as: 'text' }, DUE, ID] },
  code: { key: [{ by: sql`f.code`, as: 'text' }, ID] },
}

const LOOKS: Record<KeyPart['as'], (value: unknown) => boolean> = {
  number: Number.isSafeInteger,
  day: (value) => typeof value === 'string' && (value === 'infinity' || isDay(value)),
  text: (value) => typeof value === 'string',
}

/** A page of the tasks the actor may see, as they were on `asOf` (today where left out). */
export async function listTasks(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: TaskQuery,
  today: string,
): Promise<TaskList> {
  const db = reading<TasksDb>(handle)
  const scope = scopeOf(query, today)
  const { sort = 'urgency', cursor, limit = 50, count, standing: figure, ...filter } = query
  // The day is part of the cursor: a list begun yesterday goes on as of yesterday or not at all.
  const asked = { ...filter, ...scope, figure, sort }
  const after = decodeCursor(asked, cursor, fits(ORDERS[sort]))
  const rows = await selectRows(db, scope, matching(actor, scope, filter, figure), { sort, after, limit: limit + 1 })
  const page = pageOf(asked, rows, limit, ({ key }) => key)
  return {
    ...scope,
    rows: page.items.map((row) => toTaskRow(row, scope)),
    nextCursor: page.next,
    total: count ? await countOf(db, matching(actor, scope, filter, figure)) : null,
  }
}

function fits({ key: parts }: Order) {
  return (key: CursorKey): key is CursorKey =>
    key.length === parts.length && parts.every((part, place) => LOOKS[part.as](key[place]))
}

/** All of them, with the words of the task, for a file. */
export async function exportedTasks(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: ExportQuery,
  today: string,
): Promise<(TaskRow & { content: string; product: string | null; sourceTitle: string | null })[]> {
  const scope = scopeOf(query, today)
  const { sort = 'urgency', standing: figure, ...filter } = query
  const rows = await selectRows(reading<TasksDb>(handle), scope, matching(actor, scope, filter, figure), { sort })
  return rows.map((row) => ({
    ...toTaskRow(row, scope),
    content: row.content,
    product: row.product,
    sourceTitle: row.source_title,
  }))
}

interface Row {
  key: CursorKey
  task_id: number
  code: string
  title: string
  content: string
  product: string | null
  group_title: string | null
  source_kind: string
  source_id: number | null
  source_number: string | null
  source_title: string | null
  assigned_on: string
  lead_agency_id: number
  lead_name: string
  other_leads: string[]
  coordinating: string[]
  deadline_kind: TaskRow['deadlineKind']
  first_due_on: string | null
  due_on: string | null
  completed_on: string | null
  standing: TaskRow['standing']
  state: TaskRow['state']
  percent: number
  target_count: number
}

async function selectRows(
  db: Handle<TasksDb>,
  scope: Scope,
  source: RawBuilder<unknown>,
  { sort, after, limit }: { sort: Sort; after?: CursorKey; limit?: number },
): Promise<Row[]> {
  const { key, descending } = ORDERS[sort]
  const direction = descending ? sql`desc` : sql`asc`
  const order = sql.join(
    key.map((_, place) => sql`${sql.ref(`k${place}`)} ${direction}`),
    sql`, `,
  )
  const keys = sql.join(key.map(({ by }, place) => sql`${by} as ${sql.ref(`k${place}`)}`))
  const names = sql.join(key.map((_, place) => sql.ref(`k${place}`)))
  const beyond = after
    ? sql`where (${names}) ${descending ? sql`<` : sql`>`} (${sql.join(after.map((value) => sql`${value}`))})`
    : sql``
  const { rows } = await sql<Row>`
    with names as materialized (${namesOn(scope.asOf)}),
    found as (
      select a.task_id, a.state, a.lead_agency_id, a.due_on, a.completed_on, a.standing,
             t.code, t.title, t.content, t.product, t.group_title, t.source_kind, t.source_id, t.source_number,
             t.source_title, t.assigned_on, t.deadline_kind, t.first_due_on
      ${source}
    ),
    f as (
      select found.*, coalesce(n.name, found.lead_agency_id::text) as lead_name
      from found left join names n on n.agency_id = found.lead_agency_id
    ),
    keyed as (select f.*, ${keys} from f),
    page as (
      select * from keyed ${beyond}
      order by ${order}
      ${limit === undefined ? sql`` : sql`limit ${limit}`}
    )
    select page.*, jsonb_build_array(${names}) as key,
           coalesce(parts.other_leads, '{}') as other_leads, coalesce(parts.coordinating, '{}') as coordinating,
           case when page.completed_on is not null then 100 else coalesce(last.percent, 0) end as percent,
           (select count(*) from tasks.target g where g.task_id = page.task_id) as target_count
    from page
    left join lateral (
      select array_agg(coalesce(n.name, p.named_as) order by p.position)
               filter (where p.role = 'lead' and p.agency_id is distinct from page.lead_agency_id) as other_leads,
             array_agg(coalesce(n.name, p.named_as) order by p.position)
               filter (where p.role = 'coordinating') as coordinating
      from tasks.party p left join names n on n.agency_id = p.agency_id
      where p.task_id = page.task_id and ${partInForce(scope)}
    ) parts on true
    left join lateral (
      select r.percent from tasks.progress_report r
      where r.task_id = page.task_id and r.reported_on <= ${scope.asOf}::date and r.recorded_at < ${knownBefore(scope)}
      order by r.reported_on desc, r.progress_report_id desc limit 1
    ) last on true
    order by ${order}`.execute(db)
  return rows
}

async function countOf(db: Handle<TasksDb>, source: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${source}`.execute(db)
  return rows[0]!.count
}

function toTaskRow(row: Row, { asOf }: Scope): TaskRow {
  return {
    id: row.task_id,
    code: row.code,
    title: row.title,
    groupTitle: row.group_title,
    sourceKind: row.source_kind,
    directiveId: row.source_kind === 'directive' ? row.source_id : null,
    sourceNumber: row.source_number,
    assignedOn: row.assigned_on,
    leadAgencyId: row.lead_agency_id,
    leadAgencyName: row.lead_name,
    otherLeads: row.other_leads,
    coordinating: row.coordinating,
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

/** Names of groups of the tasks the actor may see that hold all words of `search`, for choosing; at most fifty. */
export async function listGroups(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  search: string | undefined,
  today: string,
): Promise<Static<typeof GroupList>> {
  const { rows } = await sql<{ title: string }>`
    select found.title from (
      select distinct t.group_title as title ${matching(actor, scopeOf({}, today), {})}
        and t.group_title is not null
    ) found
    where ${holdsWords(sql`platform.fold(found.title)`, search ?? '')}
    order by found.title collate "vi-x-icu" limit 50`.execute(reading<TasksDb>(handle))
  return { groups: rows.map(({ title }) => title) }
}
