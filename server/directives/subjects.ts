import { sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'

/** How the log names what this room keeps. */
export const directivesSubjects: readonly SubjectNames[] = [
  {
    kind: 'directive',
    named: (ids) => sql`
        select d.directive_id::text as id, coalesce(d.number, d.subject, d.file_name) as name,
               '/van-ban/' || d.directive_id as "to"
        from directives.directive d where d.directive_id = any(${numbers(ids)})`,
  },
]
