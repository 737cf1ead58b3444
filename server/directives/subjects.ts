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
  {
    kind: 'outsideOrder',
    named: (ids) => sql`
        select o.outside_order_id::text as id, o.given_by || ': ' || o.about as name, '/chi-dao/' || o.outside_order_id as "to"
        from directives.outside_order o where o.outside_order_id = any(${numbers(ids)})`,
  },
]
