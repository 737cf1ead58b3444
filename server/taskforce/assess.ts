import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import { type AnyHandle, type Handle, reading, type Transaction } from '../platform/db.ts'
import { Forbidden, NotFound, wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { mayKeep, mayLead, toFix } from './access.ts'
import type {
  AssessedAgency,
  Assessment,
  AssessmentQuery,
  AssessmentRows,
  AssessmentRowsQuery,
  Method,
  NewMethod,
} from './assess-shapes.ts'
import { type Measured, meanOf, PARTS, type PartName, ranked, score } from './assessment.ts'
import { ANSWER_DAY, QUESTION_DAY } from './days.ts'
import type { TaskforceDb } from './db.ts'

/** Days without a word after which a task under way counts as silent. */
const SILENT_DAYS = 30
export const MOST_ROWS = 500

export interface Span {
  from: string
  asOf: string
  today: string
}

/**
 * Every row that counts for some part of some agency, with how much it adds to the numerator; each adds one to the
 * denominator. Figures are sums of these rows, so what an agency opens is what it is judged by. Facts as they are known now;
 * agencies as they are on the day.
 */
export const counted = ({ from, asOf, today }: Span): RawBuilder<unknown> => sql`
  select coalesce(h.heir_id, x.agency_id) as agency_id, x.part, x.kind, x.id, x.code, x.title, x.to, x.due_on, x.done_on, x.counts, x.is_against
  from (
    select t.lead_agency_id as agency_id, 'onTime' as part, 'task' as kind, t.task_id as id, t.code, t.title, '/nhiem-vu/' || t.task_id as to,
           t.due_on, case when t.completed_on <= ${asOf}::date then t.completed_on end as done_on,
           coalesce(t.completed_on <= t.due_on and t.completed_on <= ${asOf}::date, false)::integer as counts,
           not (coalesce(t.completed_on, 'infinity') <= t.due_on and t.completed_on <= ${asOf}::date) as is_against
    from tasks.traced_task t
    where t.due_on between ${from}::date and ${asOf}::date and t.state <> 'cancelled'
      and (t.completed_on <= ${asOf}::date or t.due_on < ${asOf}::date)
    union all
    select t.lead_agency_id, 'lateDays', 'task', t.task_id, t.code, t.title, '/nhiem-vu/' || t.task_id, t.due_on,
           case when t.completed_on <= ${asOf}::date then t.completed_on end,
           least(coalesce(t.completed_on, ${asOf}::date), ${asOf}::date) - t.due_on, true
    from tasks.traced_task t
    where t.due_on between ${from}::date and ${asOf}::date and t.state <> 'cancelled'
      and least(coalesce(t.completed_on, ${asOf}::date), ${asOf}::date) > t.due_on
    union all
    -- An entry due on the last day is owed once that day is over.
    select o.lead_agency_id, 'debt', 'item', o.item_id, o.code, o.title, '/chuong-trinh-cong-tac/' || o.item_id, o.due_on, o.submitted_on,
           (o.submitted_on is null)::integer, o.submitted_on is null
    from programme.item_trace o
    where o.valid_from <= ${asOf}::date and ${asOf}::date < o.valid_to and o.state not in ('registered', 'stopped')
      and o.due_on <= ${asOf}::date - (${asOf === today}::boolean)::integer
      and (o.due_on >= ${from}::date or o.submitted_on is null or o.submitted_on >= ${from}::date)
    union all
    -- Known of today alone: on a past day this part is not measured.
    select n.lead_agency_id, 'silence', 'task', t.task_id, t.code, t.title, '/nhiem-vu/' || t.task_id, t.due_on, n.heard_on,
           (n.heard_on < ${asOf}::date - ${SILENT_DAYS}::integer)::integer, n.heard_on < ${asOf}::date - ${SILENT_DAYS}::integer
    from tasks.last_news n join tasks.traced_task t on t.task_id = n.task_id
    where ${asOf === today}::boolean
    union all
    select r.agency_id, 'answerDays', 'recommendation', r.recommendation_id, null, r.words, '/to-cong-tac/kien-nghi/' || r.recommendation_id,
           r.answer_by, e.on_day, greatest(coalesce(e.on_day, ${asOf}::date) - r.made_on, 0), coalesce(e.on_day, ${asOf}::date) > r.answer_by
    from taskforce.recommendation r
    left join tasks.traced_task t on t.task_id = r.task_id
    left join lateral (
      select min(${ANSWER_DAY}) as on_day from taskforce.recommendation_answer k
      where k.recommendation_id = r.recommendation_id and k.kind in ('accept', 'decline') and ${ANSWER_DAY} <= ${asOf}::date
    ) w on true
    -- Assigned as a task it needs no answer any more: the silence ends on that day.
    cross join lateral (select coalesce(w.on_day, case when t.assigned_on <= ${asOf}::date then t.assigned_on end) as on_day) e
    where r.made_on between ${from}::date and ${asOf}::date and r.state not in ('withdrawn', 'replaced')
      and (w.on_day is not null or coalesce(e.on_day, ${asOf}::date) > r.answer_by)
    union all
    -- Each sending counts for its addressee: answered, or silent past its term, though it was sent again or returned since. An agency
    -- may have had one question twice: the row is the sending's.
    select s.agency_id, 'answerDays', 'question', s.sending_id, null, q.words, '/to-cong-tac?tab=questions', s.due_on, e.on_day,
           greatest(coalesce(e.on_day, ${asOf}::date) - s.sent_on, 0), coalesce(e.on_day, ${asOf}::date) > s.due_on
    from taskforce.question_sending s
    join taskforce.question q on q.question_id = s.question_id
    cross join lateral (select case when s.ending = 'answered' then ${QUESTION_DAY} else s.ended_on end as ended_on) d
    cross join lateral (select case when d.ended_on <= ${asOf}::date then d.ended_on end as on_day) e
    where s.sent_on between ${from}::date and ${asOf}::date and not q.is_on_the_spot
      and ((s.ending = 'answered' and e.on_day is not null) or coalesce(e.on_day, ${asOf}::date) > s.due_on)
    union all
    select f.responsible_id, 'answerDays', 'finding', f.finding_id, null, f.fact, '/to-cong-tac/kiem-tra/' || i.inspection_id, f.answer_by,
           e.on_day, greatest(coalesce(e.on_day, ${asOf}::date) - f.sent_on, 0), coalesce(e.on_day, ${asOf}::date) > f.answer_by
    from taskforce.finding f join taskforce.inspection i using (inspection_id)
    cross join lateral (select (f.answered_at at time zone 'Asia/Ho_Chi_Minh')::date as answered_on) d
    cross join lateral (select case when d.answered_on <= ${asOf}::date then d.answered_on end as on_day) e
    where f.sent_on between ${from}::date and ${asOf}::date and f.state not in ('draft', 'dropped')
      and (e.on_day is not null or f.answer_by < ${asOf}::date)
    union all
    select f.responsible_id, 'findings', 'finding', f.finding_id, null, f.fact, '/to-cong-tac/kiem-tra/' || i.inspection_id, f.remedy_by,
           i.concluded_on, (f.repeats_id is not null)::integer, f.repeats_id is not null
    from taskforce.finding f join taskforce.inspection i using (inspection_id)
    where i.concluded_on between ${from}::date and ${asOf}::date and f.state not in ('draft', 'dropped')
  ) x
  left join registry.heirs(${asOf}::date) h on h.agency_id = x.agency_id`

/** Which agencies' assessment the actor may see: all for the office, its own for an agency; others none. */
export function scopeOf(actor: Actor): 'all' | readonly number[] {
  if (mayKeep(actor) || mayLead(actor)) return 'all'
  if (hasRight(actor, 'task.carryOut')) return actor.own
  throw new Forbidden(
    'assessment.not_yours',
    'Kết quả đánh giá chỉ dành cho Văn phòng, Tổ trưởng Tổ công tác và chính cơ quan được đánh giá.',
  )
}

export const spanOf = ({ from, asOf = undefined }: AssessmentQuery, today: string): Span => {
  const day = asOf ?? today
  const begin = from ?? `${day.slice(0, 4)}-01-01`
  if (day > today) throw wrong('asOf', 'assessment.in_future', 'Ngày đánh giá không được sau hôm nay. Hãy sửa ngày.')
  if (begin > day)
    throw wrong('from', 'assessment.backwards', 'Ngày đầu kỳ phải trước hoặc bằng ngày đánh giá. Hãy sửa ngày.')
  return { from: begin, asOf: day, today }
}

/** The parts of each agency that rows like those of `counted` make, its weighted sum, and the rank of those large enough. */
export async function assessed(
  db: Handle<TaskforceDb>,
  source: RawBuilder<unknown>,
  method: Method,
): Promise<AssessedAgency[]> {
  const { rows } = await sql<{ id: number; name: string; part: PartName; numerator: number; denominator: number }>`
    select c.agency_id as id, a.name, c.part, sum(c.counts)::integer as numerator, count(*)::integer as denominator
    from (${source}) c
    join registry.agency_latest a on a.agency_id = c.agency_id and a.kind <> 'unit'
    group by c.agency_id, a.name, a.position, c.part
    order by a.position, a.name collate "vi-x-icu", c.agency_id`.execute(db)
  const agencies = [...Map.groupBy(rows, ({ id }) => id)].map(([id, parts]) => {
    const measured = Object.fromEntries(
      PARTS.map((name) => {
        const own = parts.find(({ part }) => part === name)
        return [name, { part: own?.numerator ?? 0, whole: own?.denominator ?? 0 }]
      }),
    ) as unknown as Measured
    const { points, sum } = score(measured, method.weights)
    return {
      agency: { id, name: parts[0]!.name },
      tasks: measured.onTime.whole,
      sum,
      parts: PARTS.map((part) => ({
        part,
        numerator: measured[part].part,
        denominator: measured[part].whole,
        printed: printedOf(part, measured),
        points: points[part] ?? null,
      })),
    }
  })
  return ranked(agencies, method.leastTasks).map(({ row, rank }) => ({ ...row, rank }))
}

/** The parts of each agency, then the weighted sum by the method in force on the day, and the rank of those large enough. */
export async function assess(db: AnyHandle, actor: Actor, query: AssessmentQuery, today: string): Promise<Assessment> {
  const scope = scopeOf(actor)
  const span = spanOf(query, today)
  const handle = reading<TaskforceDb>(db)
  const method = await methodOn(handle, span.asOf)
  const all = await assessed(handle, counted(span), method)
  return {
    from: span.from,
    asOf: span.asOf,
    method,
    rows: scope === 'all' ? all : all.filter(({ agency }) => scope.includes(agency.id)),
    isOfAll: scope === 'all',
    may: mayLead(actor) ? ['setMethod'] : [],
  }
}

/** The rows of one part of one agency: those that count against it first. */
export async function assessmentRows(
  db: AnyHandle,
  actor: Actor,
  agencyId: number,
  query: AssessmentRowsQuery,
  today: string,
): Promise<AssessmentRows> {
  const scope = scopeOf(actor)
  // The same answer as for an agency that does not exist.
  if (scope !== 'all' && !scope.includes(agencyId))
    throw new NotFound('agency.not_found', 'Không tìm thấy cơ quan này.')
  const span = spanOf(query, today)
  const { rows } = await sql<AssessmentRows['rows'][number] & { numerator: number; denominator: number }>`
    select c.kind, c.id, c.code, c.title, c.to, c.due_on as "dueOn", c.done_on as "doneOn", c.counts, c.is_against as "isAgainst",
           (sum(c.counts) over ())::integer as numerator, (count(*) over ())::integer as denominator
    from (${counted(span)}) c
    where c.agency_id = ${agencyId} and c.part = ${query.part}
    order by c.is_against desc, c.counts desc, c.due_on, c.id limit ${MOST_ROWS}`.execute(reading<TaskforceDb>(db))
  return rowsOf(query.part, rows)
}

/** The rows of a part with the whole numerator and denominator, which each of them carries. */
export function rowsOf(
  part: PartName,
  rows: readonly (AssessmentRows['rows'][number] & { numerator: number; denominator: number })[],
): AssessmentRows {
  const [first] = rows
  return {
    part,
    numerator: first?.numerator ?? 0,
    denominator: first?.denominator ?? 0,
    rows: rows.map(({ numerator: _, denominator: __, ...row }) => row),
    left: (first?.denominator ?? 0) - rows.length,
  }
}

/** "82,3%" or "12,5 ngày", truncated to one decimal. */
function printedOf(part: PartName, measured: Measured): string | null {
  const value = meanOf(measured[part])
  if (value === null) return null
  const isDays = part === 'lateDays' || part === 'answerDays'
  const tenths = Math.floor(Math.round(value * (isDays ? 10_000 : 1_000_000)) / 1000) / 10
  return `${tenths.toFixed(1).replace('.', ',')}${isDays ? ' ngày' : '%'}`
}

const METHOD = sql`
  m.method_id as id, m.from_on as "fromOn", m.act, m.least_tasks as "leastTasks", m.recorded_by as "recordedBy",
  (select json_agg(json_build_object('part', w.part, 'weight', w.weight, 'worstDays', w.worst_days)
     order by array_position(${[...PARTS]}::text[], w.part)) from taskforce.assessment_weight w where w.method_id = m.method_id) as weights`

/** The method in force on a day; before the first, there is none. */
export async function methodOn(db: Handle<TaskforceDb>, on: string): Promise<Method> {
  const { rows } = await sql<Method>`
    select ${METHOD} from taskforce.assessment_method m where m.from_on <= ${on}::date
    order by m.from_on desc, m.method_id desc limit 1`.execute(db)
  if (!rows[0])
    throw wrong('asOf', 'assessment.no_method', 'Vào ngày này chưa có phương pháp đánh giá nào có hiệu lực.')
  return rows[0]
}

/** Every method that was or will be in force, the newest first. */
export async function listMethods(db: AnyHandle, actor: Actor): Promise<{ rows: Method[] }> {
  scopeOf(actor)
  const { rows } = await sql<Method>`
    select ${METHOD} from taskforce.assessment_method m order by m.from_on desc, m.method_id desc`.execute(
    reading<TaskforceDb>(db),
  )
  return { rows }
}

/** Sets the method that is in force from a day on. What was assessed before keeps the method of its day. Returns its id. */
export async function setMethod(trx: Transaction<TaskforceDb>, ask: AskToMake, input: NewMethod): Promise<number> {
  toFix(ask.actor)
  if (input.fromOn < dayInVietnam(ask.now)) {
    throw wrong(
      'fromOn',
      'assessment.method_in_past',
      'Phương pháp mới không áp dụng cho quá khứ. Hãy chọn ngày từ hôm nay.',
    )
  }
  const parts = input.weights.map(({ part }) => part)
  if (new Set(parts).size < parts.length)
    throw wrong('weights', 'assessment.part_twice', 'Một tiêu chí nêu hai lần. Hãy bỏ bớt.')
  if (input.weights.every(({ weight }) => weight === 0)) {
    throw wrong('weights', 'assessment.no_weight', 'Ít nhất một tiêu chí phải có trọng số lớn hơn 0.')
  }
  for (const [place, { part, worstDays }] of input.weights.entries()) {
    const isDays = part === 'lateDays' || part === 'answerDays'
    if (isDays === (worstDays !== null)) continue
    throw wrong(
      `weights.${place}.worstDays`,
      'assessment.worst_days',
      isDays
        ? 'Tiêu chí tính theo ngày cần số ngày mà từ đó không còn điểm.'
        : 'Tiêu chí tính theo tỷ lệ không dùng số ngày.',
    )
  }
  const { method_id: id } = await trx
    .insertInto('taskforce.assessment_method')
    .values({
      from_on: input.fromOn,
      act: input.act.trim(),
      least_tasks: input.leastTasks,
      recorded_at: ask.now.toString(),
      recorded_by: signatureOf(ask.actor),
    })
    .returning('method_id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('taskforce.assessment_weight')
    .values(
      input.weights.map(({ part, weight, worstDays }) => ({ method_id: id, part, weight, worst_days: worstDays })),
    )
    .execute()
  await record(trx, ask.actor, 'assessment.methodSet', {
    subject: { kind: 'assessmentMethod', id },
    at: ask.now.toString(),
    on: input.fromOn,
    after: input,
  })
  return id
}
