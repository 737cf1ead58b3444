import type { Database } from '../platform/db.ts'

/** The tables this room writes, and the views of other rooms it reads; everything else comes through the `index.ts` of rooms. */
export type DirectivesDb = Pick<
  Database,
  | 'directives.directive'
  | 'directives.reading'
  | 'directives.second_reading'
  | 'directives.draft'
  | 'directives.distribution'
  | 'directives.setting'
  | 'directives.label'
  | 'directives.outcome'
  | 'directives.outcome_count'
  | 'directives.outside_order'
  | 'directives.outside_order_task'
  | 'registry.agency_latest'
  | 'registry.agency_spelling'
  | 'tasks.part_held'
  | 'platform.audit_entry'
  | 'tasks.task_card'
>
