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
  | 'registry.agency_card'
  | 'registry.agency_latest'
>
