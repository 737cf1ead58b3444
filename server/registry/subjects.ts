import { sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'
import { hasRight } from '../platform/rights.ts'

/** How the log names what this room keeps. */
export const registrySubjects: readonly SubjectNames[] = [
  {
    kind: 'person',
    opens: (actor) => hasRight(actor, 'people.keep'),
    named: (ids) => sql`
        select p.person_id::text as id, p.full_name as name, '/nguoi-dung/' || p.person_id as "to"
        from registry.person_card p where p.person_id = any(${numbers(ids)})`,
  },
  {
    kind: 'agency',
    named: (ids) => sql`
        select a.agency_id::text as id, a.name, '/co-quan/' || a.agency_id as "to"
        from registry.agency_latest a where a.agency_id = any(${numbers(ids)})`,
  },
  {
    kind: 'role',
    opens: (actor) => hasRight(actor, 'people.keep'),
    named: (ids) => sql`
        select r.role as id, r.name, '/vai-tro' as "to" from registry.role r where r.role = any(${ids})`,
  },
  {
    kind: 'client',
    opens: (actor) => hasRight(actor, 'system.keep'),
    named: (ids) => sql`
        select c.client_id as id, c.name, '/ket-noi' as "to" from registry.api_client c where c.client_id = any(${ids})`,
  },
]
