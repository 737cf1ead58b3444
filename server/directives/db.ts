import type { Database } from '../platform/db.ts'

/** The tables this room writes, and one view of tasks it reads; everything else comes through the `index.ts` of rooms. */
export type DirectivesDb = Pick<
  Database,
  'directives.directive' | 'directives.reading' | 'directives.second_reading' | 'directives.draft' | 'tasks.part_held'
>
