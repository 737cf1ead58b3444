import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { historyOf } from '../platform/audit.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { decodeCursor, pageOf } from '../platform/paging.ts'
import { hasRight } from '../platform/rights.ts'
import { bodyOf } from './access.ts'
import { caseToRead, mayArchive, mayFill, mayKeep, seesCase, waysToCases } from './case-access.ts'
import { contentsOf, itemsOf, shown } from './case-items.ts'
import { doubtsOf, missingToClose } from './case-order.ts'
import {
  CASE_SCREEN_ACTS,
  type Case,
  type CaseFigures,
  type CaseList,
  type CaseQuery,
  type CaseRow,
  COUNTED,
  type Keepers,
  PAGE,
  type RetentionClass,
} from './case-shapes.ts'
import { mayMoveCase } from './case-state.ts'
import { caseHolds } from './case-words.ts'
import type { RecordsDb } from './db.ts'
import { hasRetentionEnded } from './retention.ts'
import { peopleOf } from './sight.ts'

type Found = Omit<CaseRow, 'may'> & { agency_id: number; unit_id: number; keeper_id: number }

const ROW = (today: string) => sql`
  c.case_id as id, c.version, c.code, c.title, c.year, c.state, c.agency_id, c.unit_id, c.keeper_id,
  json_build_object('id', c.unit_id, 'name', (select a.name from registry.agency_latest a where a.agency_id = c.unit_id)) as unit,
  json_build_object('id', c.keeper_id, 'name', (select p.full_name from registry.person_card p where p.person_id = c.keeper_id limit 1)) as keeper,
  c.retention_years as "retentionYears", c.opened_on as "openedOn", c.ended_on as "endedOn", c.due_on as "dueOn",
  c.kept_until as "keptUntil", (c.state in ('closed', 'dueForArchive') and c.due_on < ${today}::date) as "isOverdue",
  (select count(*) from records.case_item t where t.case_id = c.case_id
     and not exists (select from records.case_item_removal r where r.case_item_id = t.case_item_id))::integer as items`

const HANDED_ON = sql`(c.handed_over_at at time zone 'Asia/Ho_Chi_Minh')::date`
const within = (column: string, year: number) =>
  sql`${sql.ref(column)} between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`
/** For `records.case_file c`: which cases a figure of a year counts. */
const IS_COUNTED: Record<(typeof COUNTED)[number], (year: number, today: string) => RawBuilder<unknown>> = {
  opened: (year) => within('c.opened_on', year),
  closed: (year) => within('c.ended_on', year),
  due: (year) => within('c.due_on', year),
  inTime: (year) => sql`(${within('c.due_on', year)} and ${HANDED_ON} <= c.due_on)`,
  late: (year) => sql`(${within('c.due_on', year)} and ${HANDED_ON} > c.due_on)`,
  overdue: (year, today) =>
    sql`(${within('c.due_on', year)} and c.handed_over_at is null and c.due_on < ${today}::date)`,
}

/** Cases that the actor may see, the latest year and case first. */
export async function listCases(db: AnyHandle, actor: Actor, query: CaseQuery, today: string): Promise<CaseList> {
  const { year, unitId, keeperId, isMine, state, retentionClassId, isDue, isEnded, counted, search } = query
  const { incomingId, outgoingId, cursor, limit = PAGE } = query
  if (counted !== undefined && year === undefined)
    throw wrong('year', 'case.year_missing', 'Hãy nêu năm của số liệu muốn xem.')
  const after = decodeCursor(
    query,
    cursor,
    (key): key is readonly [number, number] => key.length === 2 && key.every((part) => Number.isSafeInteger(part)),
  )
  const holds = (column: string, id: number) => sql`c.case_id in (
    select t.case_id from records.case_item t where ${sql.ref(column)} = ${id}
      and not exists (select from records.case_item_removal r where r.case_item_id = t.case_item_id))`
  const conditions = [
    sql`true`,
    ...(counted === undefined
      ? year === undefined
        ? []
        : [sql`c.year = ${year}`]
      : [IS_COUNTED[counted](year!, today)]),
    ...(unitId === undefined ? [] : [sql`c.unit_id = ${unitId}`]),
    ...(keeperId === undefined ? [] : [sql`c.keeper_id = ${keeperId}`]),
    ...(isMine ? [sql`c.keeper_id = any(${peopleOf(actor)}::bigint[])`] : []),
    ...(state === undefined ? [] : [sql`c.state = ${state}`]),
    ...(retentionClassId === undefined ? [] : [sql`c.retention_class_id = ${retentionClassId}`]),
    ...(isDue ? [sql`c.state = 'dueForArchive'`] : []),
    ...(isEnded ? [sql`c.state = 'accepted' and c.kept_until < ${today}::date`] : []),
    ...(incomingId === undefined ? [] : [holds('t.incoming_id', incomingId)]),
    ...(outgoingId === undefined ? [] : [holds('t.outgoing_id', outgoingId)]),
    ...(search === undefined ? [] : [caseHolds(search)]),
    ...(after ? [sql`(c.year, c.case_id) < (${after[0]}::integer, ${after[1]}::bigint)`] : []),
  ]
  // The latest of each unit, body and keeper, and the latest of these, each by its index.
  const ofEach = (ids: readonly number[], column: string) => sql`
    select w.* from unnest(${[...ids]}::bigint[]) k(id) cross join lateral (
      select c.case_id, c.year from records.case_file c where ${sql.ref(column)} = k.id and ${sql.join(conditions, sql` and `)}
      order by c.year desc, c.case_id desc limit ${limit + 1}) w`
  const { units, bodies, keepers } = waysToCases(actor)
  const { rows } = await sql<Found>`
    with page as materialized (
      select w.case_id from (
        ${ofEach(units, 'c.unit_id')} union ${ofEach(bodies, 'c.agency_id')} union ${ofEach(keepers, 'c.keeper_id')}
      ) w order by w.year desc, w.case_id desc limit ${limit + 1})
    select ${ROW(today)} from page join records.case_file c using (case_id)
    order by c.year desc, c.case_id desc`.execute(reading<RecordsDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ year: of, id }) => [of, id])
  return {
    rows: items.map((row) => rowFor(actor, row, today)),
    nextCursor: next,
    mayOpen: hasRight(actor, 'records.draft') && actor.personId !== null,
  }
}

function rowFor(actor: Actor, found: Found, today: string): CaseRow {
  const { agency_id, unit_id, keeper_id, ...row } = found
  const of = { agency_id, unit_id, keeper_id }
  const who: Record<CaseRow['may'][number], boolean> = {
    edit: mayKeep(actor, of),
    add: mayFill(actor, of),
    close: mayKeep(actor, of),
    reopen: mayKeep(actor, of),
    offer: mayKeep(actor, of) && actor.personId !== null,
    proposeDestruction: mayArchive(actor, of) && actor.personId !== null && hasRetentionEnded(row.keptUntil, today),
  }
  return { ...row, may: CASE_SCREEN_ACTS.filter((act) => who[act] && mayMoveCase(row.state, act)) }
}

/** One case: what is in it in order, what is missing, what was done. */
export async function showCase(db: AnyHandle, actor: Actor, id: number, today: string): Promise<Case> {
  await caseToRead(db, actor, id)
  type Rest = Pick<Case, 'agency' | 'fonds' | 'lineId' | 'retention' | 'openedBy' | 'closedBy' | 'acceptedBy'>
  const { rows } = await sql<Found & Rest & Pick<Case, 'handOvers' | 'destructionId' | 'remains'>>`
    select ${ROW(today)},
           json_build_object('id', c.agency_id, 'name', (select a.name from registry.agency_latest a where a.agency_id = c.agency_id)) as agency,
           json_build_object('id', c.fonds_id, 'name', (select a.name from registry.agency_latest a where a.agency_id = c.fonds_id)) as fonds,
           c.nomenclature_line_id as "lineId", c.opened_by as "openedBy", c.closed_by as "closedBy", c.accepted_by as "acceptedBy",
           json_build_object('id', k.retention_class_id, 'name', k.name, 'years', k.years, 'source', k.source, 'confidence', k.confidence) as retention,
           coalesce((select json_agg(json_build_object('id', h.hand_over_id, 'state', h.state, 'offeredAt', h.offered_at, 'offeredBy', h.offered_by,
               'isAccepted', x.is_accepted, 'reason', x.reason) order by h.hand_over_id desc)
             from records.hand_over_case x join records.hand_over h using (hand_over_id) where x.case_id = c.case_id), '[]') as "handOvers",
           (select max(x.destruction_id) from records.destruction_case x join records.destruction d using (destruction_id)
            where x.case_id = c.case_id and d.state not in ('declined', 'withdrawn')) as "destructionId",
           coalesce((select json_agg(json_build_object('position', m.position, 'title', m.title, 'notation', m.notation, 'datedOn', m.dated_on,
               'author', m.author, 'files', m.files) order by m.position) from records.case_remains m where m.case_id = c.case_id), '[]') as remains
    from records.case_file c join records.retention_class k using (retention_class_id)
    where c.case_id = ${id}`.execute(reading<RecordsDb>(db))
  const {
    agency,
    fonds,
    lineId,
    retention,
    openedBy,
    closedBy,
    acceptedBy,
    handOvers,
    destructionId,
    remains,
    ...row
  } = rows[0]!
  const all = await itemsOf(db, actor, [id])
  const contents = contentsOf(all)
  return {
    ...rowFor(actor, row, today),
    agency,
    fonds,
    lineId,
    retention,
    openedBy,
    closedBy,
    acceptedBy,
    contents: contents.map((item, place) => shown(item, place + 1)),
    removed: all.filter(({ removed }) => removed !== null).map((item) => shown(item, null)),
    missing: row.state === 'open' ? missingToClose(contents) : [],
    doubts: row.state === 'destroyed' ? [] : doubtsOf(contents),
    handOvers,
    destructionId:
      destructionId !== null && (hasRight(actor, 'records.archive') || hasRight(actor, 'records.sign'))
        ? destructionId
        : null,
    remains,
    history: (await historyOf(db, 'caseFile', id)).map(({ recordedAt, actorName, onBehalfOfName, event, detail }) => ({
      at: recordedAt,
      by: onBehalfOfName === null ? actorName : `${actorName} (thay mặt ${onBehalfOfName})`,
      event,
      words: (detail as { reason?: string } | null)?.reason ?? null,
    })),
  }
}

/** Cases of a year by unit: how many were opened and ended, fell due, went to the archive in time or late, are overdue. */
export async function caseFigures(db: AnyHandle, actor: Actor, year: number, today: string): Promise<CaseFigures> {
  const { rows } = await sql<CaseFigures['rows'][number]>`
    select json_build_object('id', f.unit_id, 'name', (select a.name from registry.agency_latest a where a.agency_id = f.unit_id)) as unit,
           ${sql.join(COUNTED.map((name) => sql`f.${sql.ref(name)} as ${sql.ref(name)}`))}
    from (
      select c.unit_id, ${sql.join(COUNTED.map((name) => sql`count(*) filter (where ${IS_COUNTED[name](year, today)})::integer as ${sql.ref(name)}`))}
      from records.case_file c where ${seesCase(actor)}
        and (${within('c.opened_on', year)} or ${within('c.ended_on', year)} or ${within('c.due_on', year)}) group by c.unit_id
    ) f
    where ${sql.join(
      COUNTED.map((name) => sql`f.${sql.ref(name)} > 0`),
      sql` or `,
    )}
    order by f.unit_id`.execute(reading<RecordsDb>(db))
  return { rows }
}

/** The classes of retention in force that the actor's body may use, permanent ones first. */
export async function retentionClasses(
  db: AnyHandle,
  actor: Actor,
  today: string,
): Promise<{ rows: RetentionClass[] }> {
  const { rows } = await sql<RetentionClass>`
    select r.retention_class_id as id, r.name, r.years, r.source, r.confidence from records.retention_class r
    where r.valid @> ${today}::date and (r.agency_id is null or r.agency_id = ${await bodyOf(db, actor, today)})
    order by r.years desc nulls first, r.retention_class_id`.execute(reading<RecordsDb>(db))
  return { rows }
}

/** Who may keep a case of the actor's body: everyone with a post there today. */
export async function keepersOf(db: AnyHandle, actor: Actor, today: string): Promise<Keepers> {
  if (!hasRight(actor, 'records.draft') && !hasRight(actor, 'records.archive')) return { rows: [] }
  const { rows } = await sql<Keepers['rows'][number]>`
    select distinct on (p.full_name, p.person_id) p.person_id as id, p.full_name as name, a.name as unit
    from registry.person_card p join registry.agency_latest a on a.agency_id = p.agency_id
    where p.valid @> ${today}::date
      and p.agency_id = any(registry.reach(array[${await bodyOf(db, actor, today)}]::bigint[], ${today}::date))
    order by p.full_name, p.person_id, p.post_id limit 500`.execute(reading<RecordsDb>(db))
  return { rows }
}
