import { type RawBuilder, sql } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { addDays, dayInVietnam } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import { type Handle, type Transaction, toJson } from '../platform/db.ts'
import { announceChanges } from '../platform/live/channel.ts'
import { calendarOf } from '../registry/index.ts'
import { announceTo } from '../webhooks/index.ts'
import type { UrgingDb } from './db.ts'
import { orderDigests, remindersDigest } from './digest.ts'
import { planFor, type Reminder } from './plan.ts'
import type { RunResult } from './shapes.ts'
import type { Window } from './when.ts'

/** After an outage longer than this many days, the missed days are not made up for. */
const FURTHEST_BACK = 14

/**
 * Applies today's rules: records the notices, announces them to the agencies' systems, and queues one message to each
 * person. A second run on the same day, or on a second server, adds only what is missing: `notice_once`. On a day of rest
 * it does nothing.
 */
export async function applyRules(
  trx: Transaction<UrgingDb>,
  { actor, now }: AskToMake<Actor | SystemActor>,
): Promise<RunResult> {
  const on = dayInVietnam(now)
  const calendar = await calendarOf(trx)
  if (!calendar.isWorkingDay(on)) return { on, isWorkingDay: false, made: 0, people: 0, gaps: 0 }
  // One run at a time, so that the second sees the notices of the first.
  await sql`select pg_advisory_xact_lock(hashtext('urging.run'))`.execute(trx)
  const reminders = await planFor(trx, await windowOf(trx, on), calendar)
  const at = now.toString()
  const made = await saveNotices(trx, reminders, on, at)
  const people = await orderDigests(trx, await remindersDigest.people(trx, on), on, now)
  await announceChanges(trx, 'notice', made.people)
  await announce(trx, reminders, on, made.systems)
  await trx
    .insertInto('urging.run')
    .values({ on_day: on, first_at: at, last_at: at, last_by: actor.name, made: made.count, gaps: made.gaps })
    .onConflict((conflict) =>
      conflict.column('on_day').doUpdateSet((row) => ({
        last_at: at,
        last_by: actor.name,
        made: sql`${row.ref('urging.run.made')} + ${made.count}`,
        gaps: sql`${row.ref('urging.run.gaps')} + ${made.gaps}`,
      })),
    )
    .execute()
  const result = { on, isWorkingDay: true, made: made.count, people, gaps: made.gaps }
  if (made.count > 0)
    await record(trx, actor, 'urging.rulesApplied', { subject: { kind: 'urgingRun', id: on }, after: result })
  return result
}

/** From the last day the rules were applied; on the first run, or after a long outage, from the previous working day. */
export async function windowOf(db: Handle<UrgingDb>, on: string): Promise<Window> {
  const calendar = await calendarOf(db)
  const last = await db
    .selectFrom('urging.run')
    .select('on_day')
    .where('on_day', '<', on)
    .orderBy('on_day', 'desc')
    .limit(1)
    .executeTakeFirst()
  const before = calendar.addWorkingDays(on, -1)
  const after = last && last.on_day >= addDays(on, -FURTHEST_BACK) && last.on_day < before ? last.on_day : before
  return { after, on }
}

interface Made {
  count: number
  gaps: number
  /** Whose bell has a new line. */
  people: number[]
  /** Agencies whose systems are notified now, for the first time today, by task and rule. */
  systems: { agencyId: number; ruleId: number; taskId: number }[]
}

async function saveNotices(
  trx: Transaction<UrgingDb>,
  reminders: readonly Reminder[],
  on: string,
  at: string,
): Promise<Made> {
  const rows = reminders.flatMap((reminder) => rowsOf(reminder, on, at))
  const made: Made = { count: 0, gaps: 0, people: [], systems: [] }
  for (let from = 0; from < rows.length; from += 5_000) {
    const { rows: added } = await insertNotices(rows.slice(from, from + 5_000)).execute(trx)
    made.count += added.filter(({ recipient }) => recipient !== 'system').length
    made.gaps += added.filter(({ is_gap }) => is_gap).length
    made.people = [...new Set([...made.people, ...added.flatMap(({ person_id }) => person_id ?? [])])]
    made.systems.push(
      ...added
        .filter(({ recipient }) => recipient === 'system')
        .map((row) => ({ agencyId: row.agency_id, ruleId: row.rule_id, taskId: row.task_id })),
    )
  }
  return made
}

interface NewNotice {
  on_day: string
  rule_id: number
  rule_version: number
  task_id: number
  agency_id: number
  recipient: 'person' | 'system' | 'letter'
  person_id: number | null
  whom: string | null
  is_gap: boolean
  channels: string[]
  event: string
  due_on: string
  days: number
  made_at: string
}

function rowsOf({ rule, task, occasion, recipients, isGap, channels }: Reminder, on: string, at: string): NewNotice[] {
  const common = {
    on_day: on,
    rule_id: rule.id,
    rule_version: rule.version,
    task_id: task.id,
    agency_id: task.leadAgencyId,
    event: rule.event,
    due_on: occasion.dueOn,
    days: occasion.days,
    made_at: at,
  }
  const personal = channels.filter((channel) => channel === 'inApp' || channel === 'email')
  const gap = isGap && recipients.length === 0
  return [
    ...(personal.length > 0
      ? recipients.map(({ personId, whom }) => ({
          ...common,
          recipient: 'person' as const,
          person_id: personId,
          whom,
          is_gap: whom === 'followUp',
          channels: personal,
        }))
      : []),
    // No one to notify at all: recorded, so that the screen shows the gap.
    ...(gap && personal.length > 0
      ? [{ ...common, recipient: 'person' as const, person_id: null, whom: null, is_gap: true, channels: personal }]
      : []),
    ...(channels.includes('webhook') ? [unaddressed(common, 'system', 'webhook')] : []),
    ...(channels.includes('letter') ? [unaddressed(common, 'letter', 'letter')] : []),
  ]
}

function unaddressed<T extends object>(common: T, recipient: 'system' | 'letter', channel: string) {
  return { ...common, recipient, person_id: null, whom: null, is_gap: false, channels: [channel] }
}

interface Added {
  rule_id: number
  task_id: number
  agency_id: number
  recipient: string
  person_id: number | null
  is_gap: boolean
}

function insertNotices(rows: readonly NewNotice[]): RawBuilder<Added> {
  return sql<Added>`
    insert into urging.notice (on_day, rule_id, rule_version, task_id, agency_id, recipient, person_id, whom, is_gap,
                               channels, event, due_on, days, made_at)
    select r.on_day, r.rule_id, r.rule_version, r.task_id, r.agency_id, r.recipient, r.person_id, r.whom, r.is_gap,
           r.channels, r.event, r.due_on, r.days, r.made_at
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as r (
      on_day date, rule_id bigint, rule_version integer, task_id bigint, agency_id bigint, recipient text,
      person_id bigint, whom text, is_gap boolean, channels text[], event text, due_on date, days integer,
      made_at timestamptz)
    on conflict on constraint notice_once do nothing
    returning rule_id, task_id, agency_id, recipient, person_id, is_gap`
}

/** Announces each run once to each agency's systems, with every task urged now. */
async function announce(
  trx: Transaction<UrgingDb>,
  reminders: readonly Reminder[],
  on: string,
  added: Made['systems'],
): Promise<void> {
  const isNew = new Set(added.map(({ ruleId, taskId }) => `${ruleId}/${taskId}`))
  const announced = reminders.filter(
    ({ rule, task }) => isNew.has(`${rule.id}/${task.id}`) && rule.how.includes('webhook'),
  )
  for (const [agencyId, urged] of Map.groupBy(announced, ({ task }) => task.leadAgencyId)) {
    const systems = await announceTo(trx, agencyId, 'task.urged', {
      on,
      tasks: urged.map(({ rule, task, occasion }) => ({
        id: task.id,
        code: task.code,
        event: rule.event,
        dueOn: occasion.dueOn,
        days: occasion.days,
      })),
    })
    // No endpoint subscribes: the ledger must not show a notice.
    if (systems === 0) await forgetSystem(trx, agencyId, on)
  }
}

async function forgetSystem(trx: Transaction<UrgingDb>, agencyId: number, on: string): Promise<void> {
  await trx
    .deleteFrom('urging.notice')
    .where('agency_id', '=', agencyId)
    .where('on_day', '=', on)
    .where('recipient', '=', 'system')
    .where('letter_id', 'is', null)
    .execute()
}
