import type { Insertable } from 'kysely'
import type { Database } from '../platform/db.ts'
import type { DeadlineKind, State } from './shapes.ts'

/**
 * Everything written for one task, as rows: `assign.ts` creates them, `archive.ts` continues them through the past acts.
 * Names are those of the columns; `store.ts` adds the id of the task.
 */
export interface TaskRows {
  task: TaskColumns
  parties: PartyColumns[]
  deadlines: DeadlineColumns[]
  targets: TargetColumns[]
  progressReports: ReportColumns[]
  facts: FactColumns[]
}

export interface TaskColumns {
  source_kind: string
  source_id: number | null
  source_number: string | null
  source_title: string | null
  source_ref: string | null
  source_start: number | null
  source_end: number | null
  source_sentence: string | null
  /** Given together with others, or in parts (`collective.ts`). */
  collective_id: number | null
  implements: string[]
  group_title: string | null
  title: string
  content: string
  product: string | null
  urgency: string | null
  assigned_on: string
  state: State
  lead_agency_id: number
  follow_up_agency_id: number
  deadline_kind: DeadlineKind
  recurs: string | null
  first_due_on: string | null
  due_on: string | null
  claimed_on: string | null
  completed_on: string | null
  percent: number
  version: number
  created_at: string
  changed_at: string
  changed_by: string
}

export interface PartyColumns {
  agency_id: number | null
  role: 'lead' | 'coordinating'
  is_accountable: boolean
  /** Named by a phrase for many agencies, of which none was chosen. */
  is_collective: boolean
  scope: string | null
  named_as: string
  position: number
  since_on: string
  known_at: string
  ended_on: string | null
  ended_at: string | null
}

export interface DeadlineColumns {
  position: number
  kind: DeadlineKind
  literal: string
  due_on: string | null
  is_milestone: boolean
  recurs: string | null
  rule: string | null
  is_strict: boolean
  set_on: string
  set_at: string
  set_by: string
  approved_by: string | null
  reason: string | null
  replaced_on: string | null
  replaced_at: string | null
  done_on: string | null
  done_at: string | null
}

export interface TargetColumns {
  position: number
  literal: string
  measure: string
  comparator: string
  value: number
  max_value: number | null
  unit: string
  baseline: string | null
  scope: string | null
  by_when: string | null
}

export type ReportColumns = Omit<Insertable<Database['tasks.progress_report']>, 'progress_report_id' | 'task_id'>

/** One fact of one dimension; the columns of the others are null. */
export interface FactColumns {
  dimension: 'state' | 'lead' | 'followUp' | 'firstDue' | 'due' | 'completion'
  effective_on: string
  recorded_at: string
  agency_id: number | null
  day: string | null
  state: State | null
}
