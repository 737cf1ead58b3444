import { sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'

/** How the log names what this room keeps. */
export const tasksSubjects: readonly SubjectNames[] = [
  {
    kind: 'task',
    named: (ids) => sql`
        select t.task_id::text as id, t.code || ' ' || t.title as name, '/nhiem-vu/' || t.task_id as "to"
        from tasks.task t where t.task_id = any(${numbers(ids)})`,
  },
]
