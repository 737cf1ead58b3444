import { sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'

/** How the log names what this room keeps. */
export const programmeSubjects: readonly SubjectNames[] = [
  {
    kind: 'programmeItem',
    named: (ids) => sql`
      select i.item_id::text as id, i.code || ' ' || i.name as name, '/chuong-trinh-cong-tac/' || i.item_id as "to"
      from programme.item i where i.item_id = any(${numbers(ids)})`,
  },
  {
    kind: 'programme',
    named: (ids) => sql`
      select p.programme_id::text as id, p.title as name, '/chuong-trinh-cong-tac?tab=list&programmeId=' || p.programme_id as "to"
      from programme.programme p where p.programme_id = any(${numbers(ids)})`,
  },
  {
    kind: 'programmeYear',
    named: (ids) => sql`
      select y.year::text as id, 'Nợ đọng năm ' || y.year as name, '/chuong-trinh-cong-tac?tab=ledger' as "to"
      from programme.year_close y where y.year = any(${numbers(ids)})`,
  },
  {
    kind: 'planCall',
    named: (ids) => sql`
      select c.plan_call_id::text as id, c.number || ' ' || c.title as name,
             '/chuong-trinh-cong-tac?tab=plans&call=' || c.plan_call_id as "to"
      from programme.plan_call c where c.plan_call_id = any(${numbers(ids)})`,
  },
  {
    kind: 'detailingDuty',
    named: (ids) => sql`
      select d.detailing_duty_id::text as id, d.law_number || ' ' || d.clause || ': ' || d.name as name,
             '/chuong-trinh-cong-tac?tab=detailing' as "to"
      from programme.detailing_duty d where d.detailing_duty_id = any(${numbers(ids)})`,
  },
  {
    kind: 'sitting',
    named: (ids) => sql`
      select s.sitting_id::text as id, s.title as name, '/chuong-trinh-cong-tac?tab=week' as "to"
      from programme.sitting s where s.sitting_id = any(${numbers(ids)})`,
  },
]
