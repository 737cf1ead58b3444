import { sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'

/** How the log names what this room keeps. */
export const urgingSubjects: readonly SubjectNames[] = [
  {
    kind: 'letter',
    named: (ids) => sql`
        select l.letter_id::text as id, concat_ws(', ', l.notation, l.agency_name) as name, '/don-doc/' || l.letter_id as "to"
        from urging.letter l where l.letter_id = any(${numbers(ids)})`,
  },
]
