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

/** An act of the past. `on` is the day it took effect; it counts as recorded at `at`, or at noon of that day. */
export type PastAct = Exclude<DoneAct, { act: 'correct' | 'takeBack' | 'succeed' }> & {
  on: string
  /** ISO instant. */
  at?: string
  /** Who did it, where not the one who brings in the archive. */
  by?: Actor | SystemActor
}

export interface PastTask {
  source: Source
  task: NewTask
  /** In the order in which they happened. */
  acts: readonly PastAct[]
  /** When the task was entered, ISO instant; noon of the day it was given where left out. */
  at?: string
}

/**
 * Brings in tasks with their histories, each act with the day it is recorded for: years of a register in a few seconds.
 * The acts go through the same table of progress and leave the same rows, facts and log as if they had been lived; only
 * subscribers are not told. A task known already by its source and ref is left as it is. Answers the ids in order.
 * Throws naming task and act ("17.acts.2.completedOn") where a history cannot have happened; then nothing is written.
 */
export async function assignArchive(
  handle: AnyTransaction,
  actor: Actor | SystemActor,
  past: readonly PastTask[],
  now: Temporal.Instant,
): Promise<number[]> {
  const today = dayInVietnam(now)
  refuse(refsTwice(past))
  const lived = past.map((one, place) => {
    refuse(problemsOf(one.source, [one.task], today).map((field) => at(String(place), field, /^0/)))
    return live(one, place, actor, today)
  })
  const saved = await saveRows(
    within<TasksDb>(handle),
    lived.map(({ dossier }) => dossier),
  )
  await recordMany(
    handle,
    saved.flatMap(({ id, code, isNew }, place) =>
      isNew ? lived[place]!.log(code).map((entry) => ({ ...entry, subject: { kind: 'task', id } })) : [],
    ),
  )
  return saved.map(({ id }) => id)
}

type Entry = Omit<PastFact, 'subject'>

/** The rows of a task after all its acts, and its log once it has a code. */
function live(past: PastTask, place: number, actor: Actor | SystemActor, today: string) {
  const { source, task, acts } = past
  const dossier = newRows(source, task, actor.name, past.at ?? noon(source.assignedOn))
  const given = { ...dossier, task: { ...dossier.task } }
  const entries: Entry[] = []
  let last = { on: source.assignedOn, at: dossier.task.created_at }
  for (const [index, act] of acts.entries()) {
    const by = act.by ?? actor
    last = named(`${place}.acts.${index}`, () => {
      const when = { ...nextDay(act, last, today), by: by.name }
      const made = consequencesOf(dossier.task, act, when)
      addTo(dossier, made, when)
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
      at: given.task.created_at,
      after: assignedAs(given, code),
      detail: { source: source.number, ref: task.ref },
    },
    ...entries,
  ]
  return { dossier, log }
}

/** The day and instant of an act: not before the act before it, not in the future. */
function nextDay(act: PastAct, last: { on: string; at: string }, today: string): { on: string; at: string } {
  if (act.on < last.on) {
    throw wrong('on', 'task.out_of_order', `Ngày của bước này trước bước liền trước (${formatDay(last.on)}).`)
  }
  if (act.on > today) throw wrong('on', 'task.in_future', 'Ngày của bước này sau hôm nay.')
  const at = act.at ?? noon(act.on)
  return { on: act.on, at: Temporal.Instant.compare(at, last.at) < 0 ? last.at : at }
}

/** What `carry-out.ts` would write to the rows that are there already, done to the rows that are not yet. */
function addTo(dossier: TaskRows, made: Consequences, { on, at, by }: When): void {
  const { task, parties, deadlines } = dossier
  Object.assign(task, made.patch, { version: task.version + 1, changed_at: at, changed_by: by })
  dossier.facts.push(...made.facts)
  if (made.report) dossier.reports.push(made.report)
  if (made.deadline) {
    const final = deadlines.find((one) => !one.is_milestone && one.due_on !== null && one.replaced_on === null)
    if (final) Object.assign(final, { replaced_on: on, replaced_at: at })
    deadlines.push({ ...made.deadline, position: deadlines.length + 1 })
  }
  if (made.lead) {
    const held = parties.find((one) => one.is_accountable && one.ended_on === null)
    if (held) Object.assign(held, { ended_on: on, ended_at: at })
    parties.push({
      ...made.lead,
      role: 'lead',
      is_accountable: true,
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

/** Says which task and act a refusal is about. */
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
