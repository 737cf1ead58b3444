import { sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'
import { INTERNAL_TO_GIVER } from './sight.ts'

const named: SubjectNames['named'] = (ids) => sql`
  select t.task_id::text as id, t.code || ' ' || t.title as name, '/nhiem-vu/' || t.task_id as "to"
  from tasks.task t where t.task_id = any(${numbers(ids)})`

/** How the log names what this room keeps. What is internal to the giver's side is about the same tasks. */
export const tasksSubjects: readonly SubjectNames[] = [
  { kind: 'task', named },
  { kind: INTERNAL_TO_GIVER, named },
]
