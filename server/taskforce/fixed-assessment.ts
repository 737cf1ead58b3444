/**
 * Assessments fixed for a period (Nghị định 196/2026/NĐ-CP, Điều 2.2.o): figures, method and every row as they were known that
 * instant. What becomes known later changes nothing of them; it is shown beside them, and a correction is a new edition.
 */
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { AskToAdd, AskToMake } from '../platform/change.ts'
import { type AnyHandle, type Handle, reading, type Transaction, toJson } from '../platform/db.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import { mayLead, toFix } from './access.ts'
import { assessed, counted, MOST_ROWS, methodOn, rowsOf, type Span, scopeOf, spanOf } from './assess.ts'
import type {
  AssessedAgency,
  AssessmentRows,
  FixAssessment,
  FixedAssessment,
  FixedList,
  FixedRow,
  FixedRowsQuery,
  Method,
} from './assess-shapes.ts'
import { differences } from './assessment.ts'
import type { TaskforceDb } from './db.ts'
import { recorded } from './store.ts'

type Trx = Transaction<TaskforceDb>
type Scope = ReturnType<typeof scopeOf>
interface Edition {
  edition: number
  correctsId: number | null
  reason: string | null
}

const about = (id: number) => ({ kind: 'fixedAssessment', id })
const MOST_LISTED = 200

/** Fixes the assessment of a period. Each agency in it is told. Returns its id. */
export async function fixAssessment(trx: Trx, ask: AskToMake, input: FixAssessment): Promise<number> {
  toFix(ask.actor)
  const span = spanOf(input, dayInVietnam(ask.now))
  const { rows } = await sql`
    select from taskforce.fixed_assessment f where f.from_on = ${span.from}::date and f.as_of = ${span.asOf}::date limit 1`.execute(
    trx,
  )
  if (rows.length > 0) {
    throw new Conflict(
      'assessment.fixed',
      'Kết quả đánh giá của kỳ này đã chốt. Nếu số liệu có thay đổi, hãy mở kết quả đã chốt và đính chính.',
    )
  }
  const id = await keep(trx, ask, span, { edition: 1, correctsId: null, reason: null })
  const agencies = (await figuresOf(trx, id, 'all')).map(({ agency }) => agency.id)
  if (agencies.length === 0) {
    throw new Conflict(
      'assessment.nothing',
      'Kỳ này chưa có nhiệm vụ, đề án, kiến nghị nào để đánh giá. Hãy chọn kỳ khác.',
    )
  }
  await record(trx, ask.actor, 'assessment.fixed', {
    subject: about(id),
    at: ask.now.toString(),
    on: span.asOf,
    after: { from: span.from, asOf: span.asOf },
    detail: { agencies },
  })
  return id
}

/**
 * Corrects a fixed assessment by what is known now: a new edition with the reason. The old one stays, and what differs is read
 * from the two. Each agency whose figures changed is told. Returns the id of the new edition.
 */
export async function correctAssessment(trx: Trx, ask: AskToAdd, { reason }: { reason: string }): Promise<number> {
  toFix(ask.actor)
  const old = await headOf(trx, ask.id, 'all')
  if (old.correctedById !== null) {
    throw new Conflict(
      'assessment.corrected_before',
      'Kết quả này đã có bản đính chính. Hãy mở bản mới nhất rồi đính chính bản đó.',
      { extra: { correctedById: old.correctedById } },
    )
  }
  const span = spanOf(old, dayInVietnam(ask.now))
  const id = await keep(trx, ask, span, { edition: old.edition + 1, correctsId: ask.id, reason: reason.trim() })
  const changes = differences(await figuresOf(trx, ask.id, 'all'), await figuresOf(trx, id, 'all'))
  if (changes.length === 0) {
    throw new Conflict(
      'assessment.unchanged',
      'Theo số liệu hiện nay, kết quả của kỳ này không khác bản đã chốt nên không có gì để đính chính.',
    )
  }
  await record(trx, ask.actor, 'assessment.corrected', {
    subject: about(id),
    at: ask.now.toString(),
    on: span.asOf,
    before: { edition: old.edition },
    after: { edition: old.edition + 1, from: span.from, asOf: span.asOf },
    detail: { agencies: changes.map(({ agency }) => agency.id), reason },
  })
  return id
}

/** Keeps the rows first, and then the figures that they make: both are of one instant. */
async function keep(
  trx: Trx,
  ask: Pick<AskToAdd, 'actor' | 'now'>,
  span: Span,
  { edition, correctsId, reason }: Edition,
): Promise<number> {
  const method = await methodOn(trx, span.asOf)
  const { fixed_id: id } = await trx
    .insertInto('taskforce.fixed_assessment')
    .values({
      from_on: span.from,
      as_of: span.asOf,
      edition,
      corrects_id: correctsId,
      reason,
      method: toJson(method),
      ...recorded(ask),
    })
    .returning('fixed_id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into taskforce.fixed_row (fixed_id, agency_id, part, kind, id, code, title, "to", due_on, done_on, counts, is_against)
    select ${id}::bigint, c.agency_id, c.part, c.kind, c.id, c.code, c.title, c.to, c.due_on, c.done_on, c.counts, c.is_against
    from (${readNow(span, correctsId)}) c
    join registry.agency_latest a on a.agency_id = c.agency_id and a.kind <> 'unit'`.execute(trx)
  const rows = await assessed(
    trx,
    sql`select w.agency_id, w.part, w.counts from taskforce.fixed_row w where w.fixed_id = ${id}`,
    method,
  )
  if (rows.length > 0) {
    await trx
      .insertInto('taskforce.fixed_agency')
      .values(
        rows.map(({ agency, rank, tasks, sum, parts }, position) => ({
          fixed_id: id,
          agency_id: agency.id,
          position,
          agency_name: agency.name,
          rank,
          tasks,
          points: sum,
          parts: toJson(parts),
        })),
      )
      .execute()
  }
  return id
}

/**
 * The rows of a period as they are known now. Silence is known of the day itself alone: later it is read as the edition before
 * has it.
 */
function readNow(span: Span, fixedId: number | null) {
  if (fixedId === null || span.asOf === span.today) return counted(span)
  return sql`
    ${counted(span)}
    union all
    select w.agency_id, w.part, w.kind, w.id, w.code, w.title, w.to, w.due_on, w.done_on, w.counts, w.is_against
    from taskforce.fixed_row w where w.fixed_id = ${fixedId} and w.part = 'silence'`
}

const own = (scope: Scope, column: string) =>
  scope === 'all' ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = any(${[...scope]}::bigint[])`

const HEAD = (scope: Scope) => sql`
  f.fixed_id as id, f.from_on as "from", f.as_of as "asOf", f.edition, f.reason, f.corrects_id as "correctsId",
  (select n.fixed_id from taskforce.fixed_assessment n where n.corrects_id = f.fixed_id) as "correctedById",
  f.recorded_at as "fixedAt", f.recorded_by as "fixedBy",
  (select count(*) from taskforce.fixed_agency g where g.fixed_id = f.fixed_id and ${own(scope, 'g.agency_id')})::integer as agencies`
const isSeen = (scope: Scope) => sql`exists (
  select from taskforce.fixed_agency g where g.fixed_id = f.fixed_id and ${own(scope, 'g.agency_id')})`

/** Fixed assessments, the latest period first; an agency sees those it is in. */
export async function listFixed(db: AnyHandle, actor: Actor): Promise<FixedList> {
  const scope = scopeOf(actor)
  const { rows } = await sql<FixedRow>`
    select ${HEAD(scope)} from taskforce.fixed_assessment f where ${isSeen(scope)}
    order by f.as_of desc, f.from_on desc, f.edition desc limit ${MOST_LISTED}`.execute(reading<TaskforceDb>(db))
  return { rows }
}

async function headOf(db: Handle<TaskforceDb>, id: number, scope: Scope): Promise<FixedRow & { method: Method }> {
  const { rows } = await sql<FixedRow & { method: Method }>`
    select ${HEAD(scope)}, f.method from taskforce.fixed_assessment f where f.fixed_id = ${id} and ${isSeen(scope)}`.execute(
    db,
  )
  if (!rows[0]) throw new NotFound('assessment.not_found', 'Không tìm thấy kết quả đánh giá này.')
  return rows[0]
}

async function figuresOf(db: Handle<TaskforceDb>, id: number, scope: Scope): Promise<AssessedAgency[]> {
  const { rows } = await sql<AssessedAgency>`
    select json_build_object('id', g.agency_id, 'name', g.agency_name) as agency, g.rank, g.tasks, g.points::float8 as sum, g.parts
    from taskforce.fixed_agency g where g.fixed_id = ${id} and ${own(scope, 'g.agency_id')} order by g.position`.execute(
    db,
  )
  return rows
}

/** One fixed assessment: its figures, what a correction changed, and where today's reading differs. */
export async function showFixed(db: AnyHandle, actor: Actor, id: number, today: string): Promise<FixedAssessment> {
  const scope = scopeOf(actor)
  const handle = reading<TaskforceDb>(db)
  const head = await headOf(handle, id, scope)
  const rows = await figuresOf(handle, id, scope)
  const isNewest = head.correctedById === null
  const before = head.correctsId === null ? null : await figuresOf(handle, head.correctsId, scope)
  return {
    ...head,
    rows,
    isOfAll: scope === 'all',
    changes: before === null ? [] : differences(before, rows),
    changedRows: head.correctsId === null ? [] : await changedRows(handle, head.correctsId, id, scope),
    now: isNewest ? differences(rows, await readingNow(handle, head, today, scope)) : [],
    may: mayLead(actor) && isNewest ? ['correct'] : [],
  }
}

async function readingNow(
  db: Handle<TaskforceDb>,
  head: FixedRow,
  today: string,
  scope: Scope,
): Promise<AssessedAgency[]> {
  const span = spanOf(head, today)
  const all = await assessed(db, readNow(span, head.id), await methodOn(db, span.asOf))
  return scope === 'all' ? all : all.filter(({ agency }) => scope.includes(agency.id))
}

/** The rows that only one of two editions counts, or that count otherwise. */
async function changedRows(
  db: Handle<TaskforceDb>,
  oldId: number,
  newId: number,
  scope: Scope,
): Promise<FixedAssessment['changedRows']> {
  const side = (id: number) =>
    sql`(select * from taskforce.fixed_row w where w.fixed_id = ${id} and ${own(scope, 'w.agency_id')})`
  const facts = (name: 'o' | 'n') => {
    const at = (column: string) => sql.ref(`${name}.${column}`)
    return sql`case when ${at('id')} is not null then json_build_object('counts', ${at('counts')}, 'isAgainst', ${at('is_against')},
      'dueOn', ${at('due_on')}, 'doneOn', ${at('done_on')}) end`
  }
  const { rows } = await sql<FixedAssessment['changedRows'][number]>`
    select json_build_object('id', a.agency_id, 'name', a.name) as agency, coalesce(n.part, o.part) as part,
           coalesce(n.code, o.code) as code, coalesce(n.title, o.title) as title, coalesce(n.to, o.to) as to,
           ${facts('o')} as before, ${facts('n')} as after
    from ${side(oldId)} o full join ${side(newId)} n using (agency_id, part, kind, id)
    join registry.agency_latest a on a.agency_id = coalesce(n.agency_id, o.agency_id)
    where (o.counts, o.is_against, o.due_on, o.done_on) is distinct from (n.counts, n.is_against, n.due_on, n.done_on)
      or o.fixed_id is null or n.fixed_id is null
    order by a.position, a.name, part, code, coalesce(n.kind, o.kind), id limit ${MOST_ROWS}`.execute(db)
  return rows
}

/** The rows of one part of one agency, as they were fixed: those that count against it first. */
export async function fixedRows(
  db: AnyHandle,
  actor: Actor,
  id: number,
  { agencyId, part }: FixedRowsQuery,
): Promise<AssessmentRows> {
  const scope = scopeOf(actor)
  const handle = reading<TaskforceDb>(db)
  await headOf(handle, id, scope)
  if (scope !== 'all' && !scope.includes(agencyId))
    throw new NotFound('agency.not_found', 'Không tìm thấy cơ quan này.')
  const { rows } = await sql<AssessmentRows['rows'][number] & { numerator: number; denominator: number }>`
    select w.kind, w.id, w.code, w.title, w.to, w.due_on as "dueOn", w.done_on as "doneOn", w.counts, w.is_against as "isAgainst",
           (sum(w.counts) over ())::integer as numerator, (count(*) over ())::integer as denominator
    from taskforce.fixed_row w
    where w.fixed_id = ${id} and w.agency_id = ${agencyId} and w.part = ${part}
    order by w.is_against desc, w.counts desc, w.due_on, w.id limit ${MOST_ROWS}`.execute(handle)
  return rowsOf(part, rows)
}
