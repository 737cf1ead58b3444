import type { Actor, SystemActor } from '../platform/actor.ts'
import { type PastFact, recordMany } from '../platform/audit.ts'
import { dayInVietnam, formatDay, VIETNAM } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { Conflict, type Field, Invalid, Problem, wrong } from '../platform/errors.ts'
import { assignedAs, type NewTask, newRows, problemsOf, refuse, type Source } from './assign.ts'
import { type Consequences, consequencesOf, type DoneAct, type When } from './consequences.ts'
import type { TasksDb } from './db.ts'
import type { TaskRows } from './rows.ts'
import { saveRows } from './save-rows.ts'

/** A past act. `on` is the day it took effect; it counts as recorded at `at`, or at noon of that day. */
export type PastAct = Exclude<DoneAct, { act: 'correct' | 'takeBack' | 'succeed' }> & {
  on: string
  /** ISO instant. */
  at?: string
  /** Who did it, where it was not the actor of the import. */
  by?: Actor | SystemActor
}

export interface PastTask {
  source: Source
  task: NewTask
  /** In the order they happened. */
  acts: readonly PastAct[]
  /** When the task was entered, ISO instant; noon of the day it was assigned where left out. */
  at?: string
}

/**
 * Imports tasks with their histories, each act with the day it is recorded for: years of a register in a few seconds.
 * The acts follow the same progress table and leave the same rows, facts and log as live acts, but subscribers are not
 * notified. A task whose source and ref are known is left as it is. Returns the ids in order.
 * Where a history is impossible, throws naming task and act ("17.acts.2.completedOn") and writes nothing.
 */
export async function assignArchive(
  handle: AnyTransaction,
  actor: Actor | SystemActor,
  past: readonly PastTask[],
  now: Temporal.Instant,
): Promise<number[]> {
  const today = dayInVietnam(now)
  refuse(refsTwice(past))
  const imported = past.map((one, place) => {
    refuse(problemsOf(one.source, [one.task], today).map((field) => at(String(place), field, /^0/)))
    return importOne(one, place, actor, today)
  })
  const saved = await saveRows(
    within<TasksDb>(handle),
    imported.map(({ rows }) => rows),
  )
  await recordMany(
    handle,
    saved.flatMap(({ id, code, isNew }, place) =>
      isNew ? imported[place]!.log(code).map((entry) => ({ ...entry, subject: { kind: 'task', id } })) : [],
    ),
  )
  return saved.map(({ id }) => id)
}

type Entry = Omit<PastFact, 'subject'>

/** The rows of a task after all its acts, and its log once it has a code. */
function importOne(past: PastTask, place: number, actor: Actor | SystemActor, today: string) {
  const { source, task, acts } = past
  const rows = newRows(source, task, actor.name, past.at ?? noon(source.assignedOn))
  const assigned = { ...rows, task: { ...rows.task } }
  const entries: Entry[] = []
  let last = { on: source.assignedOn, at: rows.task.created_at }
  for (const [index, act] of acts.entries()) {
    const by = act.by ?? actor
    last = named(`${place}.acts.${index}`, () => {
      const when = { ...nextDay(act, last, today), by: by.name }
      const made = consequencesOf(rows.task, act, when)
      addTo(rows, made, when)
      const { event, before, after, detail } = made
      entries.push({ actor: by, event, on: when.on, at: when.at, before, after, detail })
      return when
    })
  }
  const log = (code: string): Entry[] => [
    {
      actor,
      event: 'task.assigned',
      on: source.assignedOn,
      at: assigned.task.created_at,
      after: assignedAs(assigned, code),
      detail: { source: source.number, ref: task.ref },
    },
    ...entries,
  ]
  return { rows, log }
}

/** The day and instant of an act: not before the previous act, not in the future. */
function nextDay(act: PastAct, last: { on: string; at: string }, today: string): { on: string; at: string } {
  if (act.on < last.on) {
    throw wrong('on', 'task.out_of_order', `Ngày của bước này trước bước liền trước (${formatDay(last.on)}).`)
  }
  if (act.on > today) throw wrong('on', 'task.in_future', 'Ngày của bước này sau hôm nay.')
  const at = act.at ?? noon(act.on)
  return { on: act.on, at: Temporal.Instant.compare(at, last.at) < 0 ? last.at : at }
}

/** Applies to rows not yet saved what `carry-out.ts` writes to saved ones. */
function addTo(rows: TaskRows, made: Consequences, { on, at, by }: When): void {
  const { task, parties, deadlines } = rows
  Object.assign(task, made.patch, { version: task.version + 1, changed_at: at, changed_by: by })
  rows.facts.push(...made.facts)
  if (made.report) rows.progressReports.push(made.report)
  if (made.deadline) {
    const final = deadlines.find((one) => !one.is_milestone && one.due_on !== null && one.replaced_on === null)
    if (final) Object.assign(final, { replaced_on: on, replaced_at: at })
    deadlines.push({ ...made.deadline, position: deadlines.length + 1 })
  }
  if (made.lead) {
    const current = parties.find((one) => one.is_accountable && one.ended_on === null)
    if (current) Object.assign(current, { ended_on: on, ended_at: at })
    parties.push({
      ...made.lead,
      role: 'lead',
      is_accountable: true,
      is_collective: false,
      scope: null,
      position: parties.length + 1,
      ended_on: null,
      ended_at: null,
    })
  }
}

function refsTwice(past: readonly PastTask[]): Field[] {
  const seen = new Set<string>()
  return past.flatMap(({ source, task }, place) => {
    const key = JSON.stringify([source.kind, source.id, task.ref])
    const field = { path: `${place}.task.ref`, code: 'task.ref_twice', message: `Vị trí “${task.ref}” có hai lần.` }
    const isSecond = seen.has(key)
    seen.add(key)
    return isSecond ? [field] : []
  })
}

/** Adds to an error which task and act it is about. */
function named<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const fields =
      error.fields.length > 0
        ? error.fields.map((field) => at(path, field))
        : [{ path, code: error.code, message: error.detail }]
    const Kind = error instanceof Conflict ? Conflict : Invalid
    throw new Kind(error.code, `${path}: ${error.detail}`, { fields, cause: error })
  }
}

function at(path: string, field: Field, instead?: RegExp): Field {
  return { ...field, path: instead ? field.path.replace(instead, path) : `${path}.${field.path}` }
}

function noon(day: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: VIETNAM, plainTime: '12:00' }).toInstant().toString()
}
