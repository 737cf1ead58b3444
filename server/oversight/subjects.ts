import { sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'

/** How the log names what this room keeps. */
export const oversightSubjects: readonly SubjectNames[] = [
  {
    kind: 'report',
    named: (ids) => sql`
        select r.report_id::text as id, coalesce(r.number, 'Báo cáo tháng ' || to_char((r.month || '-01')::date, 'FMMM/YYYY')) as name,
               '/bao-cao/' || r.report_id as "to"
        from oversight.report r where r.report_id = any(${numbers(ids)})`,
  },
]
