import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import { addMonths, daysBetween, todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import type { Handle } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { heardSince } from '../tasks/index.ts'
import { agencySeen } from './access.ts'
import type { UrgingDb } from './db.ts'
import { type Effect, type EffectRow, type EffectRowsQuery, type EffectTask, WITHIN } from './shapes.ts'

/** A task urged for the first time in a span by a rule or a letter, and when it was reported on and done afterwards. */
interface Urged {
  taskId: number
  code: string
  title: string
  agencyId: number
  agencyName: string
  ruleId: number | null
  letterId: number | null
  by: string
  urgedOn: string
  at: string
  reportedOn: string | null
  doneOn: string | null
}

interface Span {
  from: string
  to: string
  asOf: string
}

/** The requested span; by default the last three months up to today. */
function spanOf(query: { from?: string; to?: string; asOf?: string }, clock: Clock): Span {
  const today = todayInVietnam(clock)
  const to = query.to ?? today
  const span = { from: query.from ?? addMonths(to, -3), to, asOf: query.asOf ?? today }
  if (span.from > span.to) {
    throw wrong('from', 'urging.span_backwards', 'Ngày bắt đầu phải trước ngày kết thúc. Hãy chọn lại.')
  }
  return span
}

/**
 * What urging achieved: of the tasks urged within a span, how many were reported on and how many were reported done within
 * the days of `WITHIN`, as of `asOf`. In each row a task counts once, from the first time it was urged.
 */
export async function effectOf(
  db: Handle<UrgingDb>,
  actor: Actor,
  clock: Clock,
  query: { from?: string; to?: string; asOf?: string },
): Promise<Effect> {
  const span = spanOf(query, clock)
  const urged = await urgedIn(db, actor, span)
  const rules = Map.groupBy(
    urged.filter(({ ruleId }) => ruleId !== null),
    ({ ruleId }) => ruleId!,
  )
  const letters = urged.filter(({ letterId }) => letterId !== null)
  const none = { agencyId: null, ruleId: null } as const
  const agencies = [...Map.groupBy(urged, ({ agencyId }) => agencyId)].map(([agencyId, rows]) =>
    rowOf({ ...none, agencyId, kind: 'agency', name: rows[0]!.agencyName }, rows),
  )
  return {
    ...span,
    total: rowOf({ ...none, kind: 'total', name: '' }, urged),
    by: [
      ...(letters.length > 0 ? [rowOf({ ...none, kind: 'letter', name: '' }, letters)] : []),
      ...[...rules].map(([ruleId, rows]) => rowOf({ ...none, ruleId, kind: 'rule', name: rows[0]!.by }, rows)),
    ],
    agencies: agencies.sort((a, b) => b.urged - a.urged),
  }
}

/** The rows behind one figure. */
export async function effectRows(
  db: Handle<UrgingDb>,
  actor: Actor,
  clock: Clock,
  query: Static<typeof EffectRowsQuery>,
): Promise<Static<typeof EffectTask>[]> {
  const urged = await urgedIn(db, actor, spanOf(query, clock))
  const { agencyId, ruleId, kind, within, outcome } = query
  const chosen = firsts(
    urged.filter(
      (one) =>
        (agencyId === undefined || one.agencyId === agencyId) &&
        (ruleId === undefined || one.ruleId === ruleId) &&
        (kind === undefined || one.letterId !== null),
    ),
  )
  return chosen
    .filter((one) => outcome === undefined || cameWithin(one, outcome, within ?? 365))
    .map(({ ruleId: _, at: __, ...row }) => row)
}

function rowOf(head: Pick<Static<typeof EffectRow>, 'agencyId' | 'ruleId' | 'kind' | 'name'>, urged: readonly Urged[]) {
  const tasks = firsts(urged)
  return {
    ...head,
    urged: tasks.length,
    within: WITHIN.map((days) => ({
      days,
      reported: tasks.filter((one) => cameWithin(one, 'reported', days)).length,
      done: tasks.filter((one) => cameWithin(one, 'done', days)).length,
    })),
  }
}

/** A task reported done counts as reported on. */
function cameWithin({ urgedOn, reportedOn, doneOn }: Urged, outcome: 'reported' | 'done', days: number): boolean {
  const came = outcome === 'done' ? [doneOn] : [reportedOn, doneOn]
  return came.some((day) => day !== null && daysBetween(urgedOn, day) <= days)
}

/** Each task once, by the first time it was urged; `urged` is in chronological order. */
function firsts(urged: readonly Urged[]): Urged[] {
  const found = new Map<number, Urged>()
  for (const one of urged) if (!found.has(one.taskId)) found.set(one.taskId, one)
  return [...found.values()]
}

/** The first notice to a person per rule and task, and every letter per task; in chronological order. */
async function urgedIn(db: Handle<UrgingDb>, actor: Actor, span: Span): Promise<Urged[]> {
  const within = (column: RawBuilder<unknown>) => sql`${column} between ${span.from}::date and ${span.to}::date`
  const { rows } = await sql<Omit<Urged, 'reportedOn' | 'doneOn'>>`
    select u.task_id as "taskId", t.code, t.title, u.agency_id as "agencyId", a.name as "agencyName",
           u.rule_id as "ruleId", u.letter_id as "letterId", u.by, u.urged_on as "urgedOn", u.at
    from (
      (select distinct on (n.rule_id, n.task_id) n.task_id, n.agency_id, n.rule_id, null::bigint as letter_id, r.name as by,
              n.on_day as urged_on, n.made_at as at
       from urging.notice n join urging.rule r on r.rule_id = n.rule_id
       where n.recipient = 'person' and not n.is_gap and ${within(sql`n.on_day`)}
       order by n.rule_id, n.task_id, n.on_day, n.notice_id)
      union all
      select x.task_id, l.agency_id, null, l.letter_id, l.notation, l.issued_on, l.issued_at
      from urging.letter l join urging.letter_task x using (letter_id)
      where l.issued_on is not null and ${within(sql`l.issued_on`)}
    ) u
    join tasks.task_card t on t.task_id = u.task_id
    join registry.agency_latest a on a.agency_id = u.agency_id
    where ${agencySeen(actor, sql`u.agency_id`)}
    order by u.at, u.task_id, u.letter_id nulls last`.execute(db)
  const heard = await heardSince(db, rows, span.asOf)
  return rows.map((row, place) => ({
    ...row,
    reportedOn: heard[place]?.reportedOn ?? null,
    doneOn: heard[place]?.doneOn ?? null,
  }))
}
