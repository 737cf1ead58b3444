import type { Static } from 'typebox'
import { type Actor, type SystemActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { type Field, Invalid } from '../platform/errors.ts'
import { type NewCollective, saveCollectives } from './collective.ts'
import type { TasksDb } from './db.ts'
import { deadlineRow, type NewDeadline, termOf } from './deadline.ts'
import { isTooFar, TOO_FAR } from './due-day.ts'
import { dueFact, firstDueFact, followUpFact, leadFact, stateFact } from './facts.ts'
import type { TaskRows } from './rows.ts'
import { saveRows } from './save-rows.ts'
import type { Comparator } from './shapes.ts'
import { isExact } from './target.ts'

/** Where tasks come from. `kind` and `id` identify it, the rest is kept for display. */
export interface Source {
  /** A kind that a room declares (`Room.taskSources`); the database refuses any other. */
  kind: string
  id: number | null
  /** "12/QĐ-VPCP" */
  number: string | null
  title: string | null
  /** The day the tasks are assigned: the day of the document. */
  assignedOn: string
  /** The unit that follows them up and confirms their completion. */
  followUpAgencyId: number
  urgency?: string | null
}

export interface NewParty {
  role: 'lead' | 'coordinating'
  /** Null where the text names no agency in particular ("các bộ, ngành") or an unknown one. */
  agencyId: number | null
  /** As the text names it. */
  namedAs: string
  scope: string | null
  /** The one accountable lead; if none is marked, the first lead that is a known agency. */
  isAccountable?: boolean
  /** A phrase for many agencies, of which none was chosen. */
  isCollective?: boolean
}

export interface NewTarget {
  literal: string
  measure: string
  comparator: Static<typeof Comparator>
  value: number
  /** The upper end of a range. */
  max: number | null
  unit: string
  baseline: string | null
  scope: string | null
  byWhen: string | null
}

export interface NewTask {
  /** Its place in the source ("II.1.e"). Each place of a source makes one task, once. */
  ref: string
  groupTitle: string | null
  title: string
  content: string
  product: string | null
  /** Documents it carries out ("01/NQ-CP"). */
  implements: string[]
  /** Half-open range of the source's text. */
  span: { start: number; end: number } | null
  sentence: string | null
  parties: NewParty[]
  deadlines: NewDeadline[]
  targets: NewTarget[]
  /** Work given under one name to several agencies, of which this task is one or the whole. */
  collective?: NewCollective
}

/**
 * Assigns tasks, all in the caller's transaction or none. Repeating it creates nothing twice: a task is identified by
 * (source kind, source id, ref), and an existing one is left as it is. Returns the ids in the order given.
 * Throws `Invalid` with one field for each error ("3.parties": no accountable lead).
 */
export async function assignAll(
  handle: AnyTransaction,
  actor: Actor | SystemActor,
  source: Source,
  tasks: readonly NewTask[],
  now: Temporal.Instant,
): Promise<number[]> {
  const trx = within<TasksDb>(handle)
  const at = now.toString()
  refuse(problemsOf(source, tasks, dayInVietnam(now)))
  const collectives = await saveCollectives(trx, source, tasks, { at, by: signatureOf(actor) })
  const rows = tasks.map((task) =>
    newRows(source, task, signatureOf(actor), at, task.collective && collectives.get(task.collective.ref)),
  )
  const saved = await saveRows(trx, rows)
  for (const [place, { id, code, isNew }] of saved.entries()) {
    if (!isNew) continue
    const { task } = rows[place]!
    await record(handle, actor, 'task.assigned', {
      subject: { kind: 'task', id },
      on: task.assigned_on,
      at,
      after: assignedAs(rows[place]!, code),
      detail: { source: source.number, ref: task.source_ref },
    })
  }
  return saved.map(({ id }) => id)
}

/** What the log records of a newly assigned task. */
export function assignedAs({ task }: TaskRows, code: string) {
  return {
    code,
    title: task.title,
    state: 'assigned',
    leadAgencyId: task.lead_agency_id,
    deadlineKind: task.deadline_kind,
    dueOn: task.first_due_on,
  }
}

/** The rows of a newly assigned task. The task must have passed `problemsOf`. */
export function newRows(
  source: Source,
  task: NewTask,
  by: string,
  at: string,
  collectiveId: number | null = null,
): TaskRows {
  const term = termOf(task.deadlines)
  const accountable = accountableOf(task.parties)
  const on = source.assignedOn
  const leadAgencyId = accountable?.agencyId
  if (leadAgencyId === undefined || leadAgencyId === null) throw new Error(`task ${task.ref} has no accountable lead`)
  return {
    task: {
      source_kind: source.kind,
      source_id: source.id,
      source_number: source.number,
      source_title: source.title,
      source_ref: task.ref,
      source_start: task.span?.start ?? null,
      source_end: task.span?.end ?? null,
      source_sentence: task.sentence,
      collective_id: collectiveId,
      implements: task.implements,
      group_title: task.groupTitle,
      title: task.title,
      content: task.content,
      product: task.product,
      urgency: source.urgency ?? null,
      assigned_on: on,
      state: 'assigned',
      lead_agency_id: leadAgencyId,
      follow_up_agency_id: source.followUpAgencyId,
      deadline_kind: term.kind,
      recurs: term.recurs,
      first_due_on: term.dueOn,
      due_on: term.dueOn,
      claimed_on: null,
      completed_on: null,
      percent: 0,
      version: 1,
      created_at: at,
      changed_at: at,
      changed_by: by,
    },
    parties: task.parties.map((party, index) => ({
      agency_id: party.agencyId,
      role: party.role,
      is_accountable: party === accountable,
      is_collective: party.isCollective ?? false,
      scope: party.scope,
      named_as: party.namedAs,
      position: index + 1,
      since_on: on,
      known_at: at,
      ended_on: null,
      ended_at: null,
    })),
    deadlines: term.deadlines.map((deadline, index) => ({
      ...deadlineRow(deadline, { on, at, by }),
      position: index + 1,
    })),
    targets: task.targets.map(({ max, byWhen, ...target }, index) => ({
      ...target,
      position: index + 1,
      max_value: max,
      by_when: byWhen,
    })),
    progressReports: [],
    facts: [
      stateFact(on, at, 'assigned'),
      leadFact(on, at, leadAgencyId),
      followUpFact(on, at, source.followUpAgencyId),
      firstDueFact(on, at, term.dueOn),
      dueFact(on, at, term.dueOn),
    ],
  }
}

/** Why these tasks cannot be assigned; empty where they can. They may not be assigned later than `today`. */
export function problemsOf(source: Source, tasks: readonly NewTask[], today: string): Field[] {
  const problems: Field[] = []
  const add = (path: string, code: string, message: string) => problems.push({ path, code, message })
  if (source.assignedOn > today) {
    add('assignedOn', 'task.assigned_in_future', 'Ngày giao không được sau hôm nay. Hãy sửa ngày của văn bản.')
  }
  const refs = new Set<string>()
  for (const [place, task] of tasks.entries()) {
    if (task.title.trim() === '' || task.content.trim() === '') {
      add(`${place}.title`, 'task.empty', 'Nhiệm vụ phải có tên và nội dung.')
    }
    if (refs.has(task.ref)) {
      add(
        `${place}.ref`,
        'task.ref_twice',
        `Hai nhiệm vụ cùng vị trí “${task.ref}” trong một văn bản. Hãy đánh số lại.`,
      )
    }
    refs.add(task.ref)
    if ((accountableOf(task.parties)?.agencyId ?? null) === null) {
      add(
        `${place}.parties`,
        'task.no_lead',
        'Nhiệm vụ phải có một cơ quan chủ trì chịu trách nhiệm. Hãy chọn cơ quan trong danh mục.',
      )
    }
    if (task.parties.filter((party) => party.isAccountable).length > 1) {
      add(`${place}.parties`, 'task.two_leads', 'Chỉ một cơ quan chịu trách nhiệm chính (Nghị định 39/2022/NĐ-CP).')
    }
    for (const [index, deadline] of task.deadlines.entries()) {
      if (deadline.dueOn !== null && UNDATED.has(deadline.kind)) {
        add(
          `${place}.deadlines.${index}.dueOn`,
          'task.undated_has_day',
          'Thời hạn loại này không có ngày. Hãy chọn lại loại.',
        )
      }
      if (deadline.dueOn !== null && isTooFar(deadline.dueOn, today))
        add(`${place}.deadlines.${index}.dueOn`, 'task.due_too_far', TOO_FAR)
    }
    for (const [index, target] of task.targets.entries()) {
      if ((target.comparator === 'range') !== (target.max !== null) || (target.max ?? target.value) < target.value) {
        add(`${place}.targets.${index}.max`, 'task.range', 'Khoảng chỉ tiêu phải có cận trên không nhỏ hơn cận dưới.')
      }
      if (!isExact(target.value) || !isExact(target.max ?? 0)) {
        add(`${place}.targets.${index}.value`, 'task.too_many_digits', 'Chỉ tiêu có số quá 15 chữ số. Hãy đổi đơn vị.')
      }
    }
  }
  return problems
}

const UNDATED = new Set(['standing', 'perRegulation', 'none'])

function accountableOf(parties: readonly NewParty[]): NewParty | undefined {
  const leads = parties.filter((party) => party.role === 'lead' && party.agencyId !== null)
  return leads.find((party) => party.isAccountable) ?? leads[0]
}

export function refuse(problems: Field[]): void {
  if (problems.length === 0) return
  throw new Invalid('task.invalid', `Chưa giao được nhiệm vụ: ${problems[0]!.message}`, { fields: problems })
}
