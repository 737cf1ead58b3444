import type { Database } from '../platform/db.ts'

/** The tables this module writes, and the one view it reads of another; the rest of them comes through their doors. */
export type DirectivesDb = Pick<
  Database,
  'directives.directive' | 'directives.reading' | 'directives.draft' | 'tasks.part_held'
>
