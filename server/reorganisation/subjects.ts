import { sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'
import { seesReorganisations } from './access.ts'

/** How the log names what this room keeps. */
export const reorganisationSubjects: readonly SubjectNames[] = [
  {
    kind: 'reorganisation',
    opens: seesReorganisations,
    named: (ids) => sql`
        select r.reorganisation_id::text as id, r.title as name, '/sap-xep/' || r.reorganisation_id as "to"
        from reorganisation.reorganisation r where r.reorganisation_id = any(${numbers(ids)})`,
  },
]
