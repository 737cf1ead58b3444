import { formatDay } from '../platform/calendar.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { type ReportFields, reportFieldsOf } from './act-shapes.ts'
import type { TaskEvent } from './events.ts'
import { correctedCompletion, dueFact, leadFact, notCompletedFact, stateFact } from './facts.ts'
import { move, type Step } from './progress.ts'
import type { DeadlineColumns, FactColumns, PartyColumns, ReportColumns, TaskColumns } from './rows.ts'

/**
 * What each act changes, defined once: `carry-out.ts` applies it to a live task, `archive.ts` to one whose history is
 * imported. Pure: rows in, rows out. It also refuses impossible days.
 */
export type DoneAct =
  | { act: 'receive' | 'start' }
  | ({ act: 'report'; agencyId?: number } & ReportFields)
  | { act: 'reportDone'; completedOn: string; body: string; productNumber?: string; productDate?: string }
  | { act: 'confirm'; note?: string; recordedDays?: readonly string[] }
  | { act: 'sendBack' | 'cancel' | 'distribute'; reason: string }
  | { act: 'extend'; newDueOn: string; reason: string; approvedBy: string }
  | { act: 'transfer'; agencyId: number; agencyName: string; reason: string }
  | { act: 'takeBack'; agencyName: string; reason: string }
  | { act: 'succeed'; agencyId: number; agencyName: string; reason: string }
  | { act: 'reopen'; reason: string }
  | { act: 'correct'; completedOn: string | null; reason: string; recordedDays: readonly string[] }

/** The task before the act. */
export type Before = Pick<
  TaskColumns,
  | 'state'
  | 'assigned_on'
  | 'due_on'
  | 'claimed_on'
  | 'completed_on'
  | 'percent'
  | 'lead_agency_id'
  | 'follow_up_agency_id'
>
export type Patch = Partial<Omit<Before, 'assigned_on' | 'follow_up_agency_id'>>

export interface When {
  /** The day the act takes effect. */
  on: string
  /** The instant it is recorded. */
  at: string
  by: string
}

export interface Consequences {
  patch: Patch
  facts: FactColumns[]
  /** To be added to the progress reports. */
  report?: ReportColumns
  /** Replaces the final day in force. */
  deadline?: Omit<DeadlineColumns, 'position'>
  /** Becomes the accountable lead. */
  lead?: Pick<PartyColumns, 'agency_id' | 'named_as' | 'since_on' | 'known_at'>
  /** Open requests no longer apply. */
  endsRequests: boolean
  event: TaskEvent
  before: Record<string, unknown>
  after: Record<string, unknown>
  detail?: Record<string, unknown>
}

/** Throws `task.wrong_state` (409) or, for an impossible day or agency, `Invalid` naming the field. */
export function consequencesOf(task: Before, act: DoneAct, when: When): Consequences {
  const { on, at } = when
  switch (act.act) {
    case 'receive':
      return change(task, when, { state: go(task, 'receive') }, 'task.received')
    case 'start':
      return change(task, when, { state: go(task, 'start') }, 'task.started')
    case 'report':
      return {
        ...change(task, when, { state: go(task, 'report'), percent: act.percent }, 'task.progressReported'),
        report: reportOf(task, act, when),
      }
    case 'reportDone': {
      const patch = { state: go(task, 'reportDone'), claimed_on: act.completedOn, percent: 100 }
      refuseDay(task, act.completedOn, on)
      return {
        ...change(task, when, patch, 'task.reportedDone'),
        report: {
          ...reportOf(task, { percent: 100, body: act.body }, when),
          product_number: act.productNumber ?? null,
          product_on: act.productDate ?? null,
        },
      }
    }
    case 'confirm': {
      const patch = { state: go(task, 'confirm'), completed_on: task.claimed_on }
      const changed = change(
        task,
        when,
        patch,
        'task.confirmed',
        act.note === undefined ? undefined : { note: act.note },
      )
      // There are recorded days where an earlier completion was removed by a correction.
      const completed = correctedCompletion(act.recordedDays ?? [], task.claimed_on, at)
      return { ...changed, facts: [...changed.facts, ...completed], endsRequests: true }
    }
    case 'sendBack':
      return change(task, when, { state: go(task, 'sendBack'), claimed_on: null }, 'task.sentBack', {
        reason: act.reason,
      })
    case 'cancel': {
      const changed = change(task, when, { state: go(task, 'cancel') }, 'task.cancelled', { reason: act.reason })
      return { ...changed, endsRequests: true }
    }
    case 'distribute': {
      const changed = change(task, when, { state: go(task, 'distribute') }, 'task.distributed', { reason: act.reason })
      return { ...changed, endsRequests: true }
    }
    case 'extend':
      return extension(task, act, when)
    case 'transfer':
    case 'takeBack':
      return handover(task, act, when)
    case 'succeed':
      return succession(task, act, when)
    case 'reopen': {
      const patch = { state: go(task, 'reopen'), completed_on: null, claimed_on: null }
      const changed = change(task, when, patch, 'task.reopened', { reason: act.reason })
      return { ...changed, facts: [...changed.facts, notCompletedFact(on, at)] }
    }
    case 'correct':
      return correction(task, act, when)
  }
}

function extension(task: Before, act: DoneAct & { act: 'extend' }, when: When): Consequences {
  go(task, 'extend')
  const { on, at, by } = when
  if (task.due_on === null) {
    throw new Conflict('task.no_due', 'Nhiệm vụ không có hạn nên không gia hạn được.')
  }
  if (act.newDueOn <= task.due_on) {
    throw wrong('newDueOn', 'task.due_not_later', `Hạn mới phải sau hạn đang áp dụng (${formatDay(task.due_on)}).`)
  }
  const changed = change(task, when, { due_on: act.newDueOn }, 'task.extended', {
    reason: act.reason,
    approvedBy: act.approvedBy,
  })
  return {
    ...changed,
    facts: [dueFact(on, at, act.newDueOn)],
    deadline: {
      kind: 'date',
      literal: formatDay(act.newDueOn),
      due_on: act.newDueOn,
      is_milestone: false,
      recurs: null,
      rule: null,
      is_strict: false,
      set_on: on,
      set_at: at,
      set_by: by,
      approved_by: act.approvedBy,
      reason: act.reason,
      replaced_on: null,
      replaced_at: null,
      done_on: null,
      done_at: null,
    },
  }
}

function handover(task: Before, act: DoneAct & { act: 'transfer' | 'takeBack' }, when: When): Consequences {
  const state = go(task, act.act)
  const { on, at } = when
  const agencyId = act.act === 'transfer' ? act.agencyId : task.follow_up_agency_id
  if (act.act === 'transfer' && agencyId === task.lead_agency_id) {
    throw wrong('agencyId', 'task.same_lead', 'Cơ quan này đang chủ trì nhiệm vụ. Hãy chọn cơ quan khác.')
  }
  const changed = change(
    task,
    when,
    { state, lead_agency_id: agencyId },
    act.act === 'transfer' ? 'task.transferred' : 'task.returned',
    { reason: act.reason },
  )
  const passed = agencyId !== task.lead_agency_id
  return {
    ...changed,
    facts: [...changed.facts, ...(passed ? [leadFact(on, at, agencyId)] : [])],
    ...(passed ? { lead: { agency_id: agencyId, named_as: act.agencyName, since_on: on, known_at: at } } : {}),
    endsRequests: true,
  }
}

/** Since a reorganisation another agency is accountable. Progress and open requests stay as they are. */
function succession(task: Before, act: DoneAct & { act: 'succeed' }, when: When): Consequences {
  const { agencyId, agencyName, reason } = act
  const patch = { state: go(task, 'succeed'), lead_agency_id: agencyId }
  return {
    ...change(task, when, patch, 'task.movedBySuccession', { reason }),
    facts: [leadFact(when.on, when.at, agencyId)],
    lead: { agency_id: agencyId, named_as: agencyName, since_on: when.on, known_at: when.at },
  }
}

function correction(task: Before, act: DoneAct & { act: 'correct' }, when: When): Consequences {
  const day = act.completedOn
  const state = go(task, day === null ? 'reopen' : 'correct')
  if (day !== null) refuseDay(task, day, when.on)
  if (day === task.completed_on) {
    throw wrong('completedOn', 'task.same_day', 'Ngày hoàn thành đang ghi nhận chính là ngày này.')
  }
  const changed = change(task, when, { state, completed_on: day, claimed_on: day }, 'task.corrected', {
    reason: act.reason,
  })
  return { ...changed, facts: [...changed.facts, ...correctedCompletion(act.recordedDays, day, when.at)] }
}

const go = (task: Before, step: Step) => move(task.state, step)

/** The name in the log of each column an act can change. */
const NAMES: Record<keyof Patch, string> = {
  state: 'state',
  due_on: 'dueOn',
  claimed_on: 'claimedOn',
  completed_on: 'completedOn',
  percent: 'percent',
  lead_agency_id: 'leadAgencyId',
}

/** The common part: the change of state as a fact, the changed columns as before and after. */
function change(
  task: Before,
  { on, at }: When,
  patch: Patch,
  event: TaskEvent,
  detail?: Record<string, unknown>,
): Consequences {
  const columns = (Object.keys(patch) as (keyof Patch)[]).filter((column) => patch[column] !== task[column])
  const valuesIn = (from: Patch) => Object.fromEntries(columns.map((column) => [NAMES[column], from[column]]))
  return {
    patch,
    facts: patch.state !== undefined && patch.state !== task.state ? [stateFact(on, at, patch.state)] : [],
    endsRequests: false,
    event,
    before: valuesIn(task),
    after: valuesIn(patch),
    ...(detail === undefined ? {} : { detail }),
  }
}

function reportOf(task: Before, report: ReportFields & { agencyId?: number }, { on, at, by }: When): ReportColumns {
  return {
    ...reportFieldsOf(report),
    reported_on: on,
    agency_id: report.agencyId ?? task.lead_agency_id,
    recorded_at: at,
    recorded_by: by,
  }
}

function refuseDay(task: Before, completedOn: string, on: string): void {
  if (completedOn < task.assigned_on) {
    throw wrong(
      'completedOn',
      'task.completed_before_assigned',
      `Ngày hoàn thành không được trước ngày giao (${formatDay(task.assigned_on)}).`,
    )
  }
  if (completedOn > on) {
    throw wrong(
      'completedOn',
      'task.completed_in_future',
      `Ngày hoàn thành không được sau ngày báo cáo (${formatDay(on)}).`,
    )
  }
}
