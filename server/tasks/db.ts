import type { Database } from '../platform/db.ts'

/** The tables this module owns, and what the registry lets it read. */
export type TasksDb = Pick<
  Database,
  | 'tasks.task'
  | 'tasks.party'
  | 'tasks.deadline'
  | 'tasks.target'
  | 'tasks.measurement'
  | 'tasks.progress_report'
  | 'tasks.request'
  | 'tasks.fact'
  | 'tasks.subtask'
  | 'tasks.subtask_report'
  | 'tasks.contribution'
  | 'tasks.evidence'
  | 'tasks.rhythm'
  | 'tasks.rhythm_default'
  | 'tasks.period'
  | 'tasks.period_due'
  | 'tasks.feed'
  | 'tasks.bulk_run'
  | 'tasks.bulk_result'
  | 'tasks.watch'
  | 'registry.agency_card'
  | 'registry.agency_latest'
>
