import { sql } from 'kysely'
import { type Actor, type SystemActor, signatureOf } from '../platform/actor.ts'
import { type PastFact, recordMany } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, type Transaction, toJson, within } from '../platform/db.ts'
import { REORGANISED, takeoversOf, takeoversSince } from '../registry/index.ts'
import { type Before, consequencesOf } from './consequences.ts'
import type { TasksDb } from './db.ts'
import { followUpFact } from './facts.ts'
import type { FactColumns, PartyColumns } from './rows.ts'
import { addRows } from './save-rows.ts'

/** An agency that takes over, with its name on that day. */
export interface Heir {
  id: number
  name: string
}

/** The parts of one open task that pass on from an agency that a reorganisation ended or made smaller. */
export interface TaskMove {
  taskId: number
  from: Heir
  /** The new accountable lead, where `from` was. */
  leadTo?: Heir
  /** Takes every other part of `from`, and the follow-up where it had it; null: no one. Left out: `from` keeps them. */
  restTo?: Heir | null
  /** The day of the reorganisation; a part that began later passes on that later day. */
  on: string
  /** Recorded on the task: "Nghị quyết 176/2025/QH15". */
  reason: string
}

/**
 * Passes on parts in open tasks, all in the caller's transaction: facts, parts, the row and the log, thousands in seconds.
 * The tasks must be locked (`open-parts.ts`). State and progress stay, requests stay open. One move per task and agency.
 */
export async function succeedAll(
  handle: AnyTransaction,
  actor: Actor | SystemActor,
  moves: readonly TaskMove[],
  now: Temporal.Instant,
): Promise<void> {
  if (moves.length === 0) return
  const trx = within<TasksDb>(handle)
  const at = now.toString()
  const tasks = await tasksOf(
    trx,
    moves.map(({ taskId }) => taskId),
  )
  const made: Made = { tasks: new Map(), facts: [], ended: [], begun: new Set(), log: [] }
  for (const move of moves) apply(made, tasks.get(move.taskId)!, move, { at, by: signatureOf(actor), actor })
  await endParts(trx, made.ended, at)
  await addRows(trx, 'tasks.party', [...made.begun])
  await addRows(trx, 'tasks.fact', made.facts)
  await saveHeirs(trx, [...made.tasks.values()], at, signatureOf(actor))
  await passSubtasks(trx, moves, at, signatureOf(actor))
  await recordMany(handle, made.log)
}

/**
 * Passes a task that is reopened, or recorded late, and whose lead has ended to its successors, each from the day that it took
 * over. Does nothing where the lead still exists.
 */
export async function succeedReopened(
  handle: AnyTransaction,
  actor: Actor,
  taskId: number,
  now: Temporal.Instant,
): Promise<void> {
  const { rows } = await sql<{ lead: number; since: string }>`
    select t.lead_agency_id as lead, (select max(f.effective_on) from tasks.fact f where f.task_id = t.task_id and f.dimension = 'lead') as since
    from tasks.task t where t.task_id = ${taskId}`.execute(within<TasksDb>(handle))
  const { lead, since } = rows[0]!
  // One after the other: each takes over what the one before it has been given, sub-tasks and contributions too.
  for (const { from, to, on } of takeoversSince(await takeoversOf(handle, lead, dayInVietnam(now)), since))
    await succeedAll(handle, actor, [{ taskId, from, leadTo: to, restTo: to, on, reason: REORGANISED }], now)
}

interface Party {
  role: 'lead' | 'coordinating'
  position: number
  agency_id: number | null
  is_accountable: boolean
  scope: string | null
  since_on: string
  /** The new row, where it began in this act. */
  row?: PartyColumns & { task_id: number }
}

interface LockedTask extends Before {
  task_id: number
  /** The last days from which a lead and a follow-up unit are on record. */
  led_from: string
  followed_from: string
  /** Parts in force, updated with each move of the same task. */
  parties: Party[]
  /** The last position among its parts. */
  last: number
}

async function tasksOf(trx: Transaction<TasksDb>, ids: readonly number[]): Promise<Map<number, LockedTask>> {
  const { rows } = await sql<LockedTask>`
    select t.task_id, t.state, t.assigned_on, t.due_on, t.claimed_on, t.completed_on, t.percent, t.lead_agency_id,
           t.follow_up_agency_id,
           (select max(f.effective_on) from tasks.fact f where f.task_id = t.task_id and f.dimension = 'lead') as led_from,
           (select max(f.effective_on) from tasks.fact f where f.task_id = t.task_id and f.dimension = 'followUp') as followed_from,
           coalesce(p.parties, '[]') as parties, coalesce(p.last, 0) as last
    from tasks.task t
    left join lateral (
      select max(p.position) as last,
             jsonb_agg(jsonb_build_object('role', p.role, 'position', p.position, 'agency_id', p.agency_id,
               'is_accountable', p.is_accountable, 'scope', p.scope, 'since_on', p.since_on) order by p.position)
               filter (where p.ended_on is null) as parties
      from tasks.party p where p.task_id = t.task_id
    ) p on true
    where t.task_id = any(${[...new Set(ids)]}::bigint[])`.execute(trx)
  return new Map(rows.map((row) => [row.task_id, row]))
}

interface Made {
  tasks: Map<number, { task_id: number; lead_agency_id: number; follow_up_agency_id: number }>
  facts: (FactColumns & { task_id: number })[]
  ended: { task_id: number; role: string; position: number; ended_on: string }[]
  begun: Set<PartyColumns & { task_id: number }>
  log: PastFact[]
}

type Context = { at: string; by: string; actor: Actor | SystemActor }

function apply(made: Made, task: LockedTask, move: TaskMove, context: Context): void {
  const { from, leadTo, restTo } = move
  if (leadTo && task.lead_agency_id === from.id) passLead(made, task, { ...move, leadTo }, context)
  if (restTo !== undefined) passRest(made, task, { ...move, restTo }, context)
  made.tasks.set(task.task_id, {
    task_id: task.task_id,
    lead_agency_id: task.lead_agency_id,
    follow_up_agency_id: task.follow_up_agency_id,
  })
}

function passLead(made: Made, task: LockedTask, move: TaskMove & { leadTo: Heir }, { at, by, actor }: Context): void {
  const { from, leadTo, reason } = move
  const former = task.parties.find((party) => party.is_accountable)
  const on = latest(move.on, task.led_from, former?.since_on ?? move.on)
  const act = { act: 'succeed', agencyId: leadTo.id, agencyName: leadTo.name, reason } as const
  const { facts, event, before, after } = consequencesOf(task, act, { on, at, by })
  made.facts.push(...facts.map((fact) => ({ task_id: task.task_id, ...fact })))
  if (former) end(made, task, former, on)
  // If the heir was another lead or coordinated, it now has the greater part only.
  for (const party of task.parties.filter(({ agency_id }) => agency_id === leadTo.id)) {
    end(made, task, party, latest(on, party.since_on))
  }
  begin(made, task, { role: 'lead', is_accountable: true, scope: former?.scope ?? null }, leadTo, on, at)
  task.lead_agency_id = leadTo.id
  task.led_from = on
  const detail = { reason, from: from.name, to: leadTo.name }
  made.log.push({ actor, event, subject: { kind: 'task', id: task.task_id }, on, at, before, after, detail })
}

function passRest(
  made: Made,
  task: LockedTask,
  move: TaskMove & { restTo: Heir | null },
  { at, actor }: Context,
): void {
  const { from, restTo, reason } = move
  const moved: string[] = []
  for (const party of task.parties.filter((one) => one.agency_id === from.id && !one.is_accountable)) {
    const on = latest(move.on, party.since_on)
    end(made, task, party, on)
    moved.push(party.role)
    const has = task.parties.some(
      ({ agency_id, role }) => agency_id === restTo?.id && (role === 'lead' || role === party.role),
    )
    if (restTo && !has) {
      begin(made, task, { role: party.role, is_accountable: false, scope: party.scope }, restTo, on, at)
    }
  }
  if (restTo && task.follow_up_agency_id === from.id) {
    const on = latest(move.on, task.followed_from)
    made.facts.push({ task_id: task.task_id, ...followUpFact(on, at, restTo.id) })
    task.follow_up_agency_id = restTo.id
    task.followed_from = on
    moved.push('followUp')
  }
  if (moved.length === 0) return
  made.log.push({
    actor,
    event: 'task.partMovedBySuccession',
    subject: { kind: 'task', id: task.task_id },
    on: latest(move.on, task.assigned_on),
    at,
    before: { agencyId: from.id },
    after: { agencyId: restTo?.id ?? null },
    detail: { reason, from: from.name, to: restTo?.name ?? null, parts: moved },
  })
}

function end(made: Made, task: LockedTask, party: Party, on: string): void {
  task.parties = task.parties.filter((one) => one !== party)
  // A part that began in this act is not written yet.
  if (party.row) made.begun.delete(party.row)
  else made.ended.push({ task_id: task.task_id, role: party.role, position: party.position, ended_on: on })
}

function begin(
  made: Made,
  task: LockedTask,
  part: Pick<PartyColumns, 'role' | 'is_accountable' | 'scope'>,
  heir: Heir,
  on: string,
  at: string,
): void {
  task.last += 1
  const party = { ...part, agency_id: heir.id, position: task.last, since_on: on }
  const row = {
    ...party,
    task_id: task.task_id,
    named_as: heir.name,
    known_at: at,
    ended_on: null,
    ended_at: null,
    is_collective: false,
  }
  task.parties = [...task.parties, { ...party, row }]
  made.begun.add(row)
}

async function endParts(trx: Transaction<TasksDb>, ended: Made['ended'], at: string): Promise<void> {
  if (ended.length === 0) return
  await sql`
    update tasks.party p set ended_on = e.ended_on, ended_at = ${at}::timestamptz
    from jsonb_to_recordset(${toJson(ended)}::jsonb) as e (task_id bigint, role text, position integer, ended_on date)
    where (p.task_id, p.role, p.position) = (e.task_id, e.role, e.position)`.execute(trx)
}

async function saveHeirs(trx: Transaction<TasksDb>, tasks: readonly object[], at: string, by: string): Promise<void> {
  await sql`
    update tasks.task t
    set lead_agency_id = m.lead_agency_id, follow_up_agency_id = m.follow_up_agency_id, version = t.version + 1,
        changed_at = ${at}::timestamptz, changed_by = ${by}
    from jsonb_to_recordset(${toJson(tasks)}::jsonb)
      as m (task_id bigint, lead_agency_id bigint, follow_up_agency_id bigint)
    where t.task_id = m.task_id`.execute(trx)
}

/** The new lead is accountable for the sub-tasks; open requests for contributions pass to the new lead and to the heir. */
async function passSubtasks(
  trx: Transaction<TasksDb>,
  moves: readonly TaskMove[],
  at: string,
  by: string,
): Promise<void> {
  const passed = toJson(
    moves.map(({ taskId, from, leadTo, restTo }) => ({
      task_id: taskId,
      old: from.id,
      lead: leadTo?.id ?? null,
      rest: restTo?.id ?? null,
    })),
  )
  const move = sql`jsonb_to_recordset(${passed}::jsonb) as m (task_id bigint, old bigint, lead bigint, rest bigint)`
  await sql`
    update tasks.subtask s
    set by_agency_id = m.lead, version = s.version + 1, changed_at = ${at}::timestamptz, changed_by = ${by}
    from ${move}
    where s.task_id = m.task_id and s.by_agency_id = m.old and m.lead is not null and s.agency_id <> m.lead
      and s.state not in ('accepted', 'cancelled')`.execute(trx)
  await sql`
    update tasks.contribution c set requested_by_agency_id = m.lead
    from ${move}
    where c.task_id = m.task_id and c.requested_by_agency_id = m.old and m.lead is not null and c.given_on is null and c.lapsed_on is null`.execute(
    trx,
  )
  await sql`
    update tasks.contribution c set agency_id = m.rest
    from ${move}
    where c.task_id = m.task_id and c.agency_id = m.old and m.rest is not null and c.given_on is null and c.lapsed_on is null
      and not exists (select from tasks.contribution o
        where o.task_id = c.task_id and o.agency_id = m.rest and o.given_on is null and o.lapsed_on is null)`.execute(
    trx,
  )
}

function latest(...days: string[]): string {
  return days.reduce((one, other) => (other > one ? other : one))
}
